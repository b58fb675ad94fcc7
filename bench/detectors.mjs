// What twice the detectors would cost: a twin of each, its letters turned by thirteen places, in a copy of the build; processor time of both over one directory, and of starting.
// Usage: npm run bench:detectors DIR [ROUNDS]
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [directory = '.', rounds = '9'] = process.argv.slice(2)
/** What stands in a twin's file; patterns written by hand have none. */
const TWINS = `const turned = text => text.replace(/\\{[^}]*\\}|[a-z]/gi, part => (part.length > 1 ? part : String.fromCharCode(part.charCodeAt(0) + (part.toLowerCase() < 'n' ? 13 : -13))))
export default detectors.filter(({ shape }) => shape).map(({ checksum, positives, ...each }) => ({ ...each, id: 'twin-' + each.id, shape: turned(each.shape), ...(each.near && { near: each.near.map(turned) }) }))
`

const copies = { once: copied(false), twice: copied(true) }
const tasks = { scan: ['scan', directory], start: ['--version'] }
for (const [task, words] of Object.entries(tasks)) {
  /** @type {Record<string, number[]>} */
  const seconds = { once: [], twice: [] }
  for (let round = 0; round < Number(rounds); round++) for (const [name, copy] of Object.entries(copies)) seconds[name]?.push(processorTime(copy, words))
  const [once, twice] = [least(seconds.once ?? []), least(seconds.twice ?? [])]
  console.log(`${task}: ${once.toFixed(3)} s of processor, with twice the detectors ${twice.toFixed(3)} s (${(twice / once).toFixed(3)})`)
}
for (const copy of Object.values(copies)) rmSync(copy, { recursive: true })

/** @param {boolean} twice */
function copied(twice) {
  const copy = mkdtempSync(join(tmpdir(), 'unhardcode-detectors-'))
  for (const name of ['dist', 'package.json']) cpSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), join(copy, name), { recursive: true })
  if (twice) {
    const folder = join(copy, 'dist/rules/detectors')
    for (const file of readdirSync(folder)) if (file.endsWith('.js')) writeFileSync(join(folder, `twin-${file}`), `import detectors from './${file}'\n${TWINS}`)
    spawnSync(process.execPath, [join(copy, 'dist/src/engine/derive.js')], { stdio: 'inherit' })
  }
  return copy
}

/** @param {string} copy @param {string[]} words */
function processorTime(copy, words) {
  const program = 'process.argv.splice(1, 0, "bin"); process.on("exit", () => { const { user, system } = process.cpuUsage(); process.stderr.write(`\\n${(user + system) / 1e6}`) }); await import(process.env.BIN)'
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program, '--', ...words], { encoding: 'utf8', env: { ...process.env, BIN: join(copy, 'dist/src/cli/bin.js') }, maxBuffer: 1e9 })
  return Number(stderr.trim().split('\n').at(-1))
}

/** @param {number[]} seconds */
function least(seconds) {
  return Math.min(...seconds)
}
