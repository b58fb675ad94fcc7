// Processor time, wall time and peak memory of this package and of every peer that is installed, over one directory, in turn, several rounds.
// Peers are looked for on the path, in ~/go/bin, ~/.cargo/bin, ~/.local/bin and where PEERS says. None verifies what it finds. Usage: npm run bench:speed DIR [ROUNDS]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { delimiter, isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NAME_KEYWORDS } from '../dist/src/detection/keywords.js'
import { table } from '../dist/src/detection/table.js'

const [directory = '.', rounds = '5'] = process.argv.slice(2)
const scratch = mkdtempSync(join(tmpdir(), 'unhardcode-bench-'))
const words = join(scratch, 'keywords')
writeFileSync(words, keywordsForRipgrep().join('\n'))
const own = fileURLToPath(new URL('../dist/src/cli/bin.js', import.meta.url))

const contenders = [
  { name: 'unhardcode', command: process.execPath, args: [own, 'scan', directory] },
  { name: 'ripgrep, 150 keywords', command: 'rg', args: ['-i', '-F', '-c', '--hidden', '-f', words, directory] },
  { name: 'gitleaks', command: 'gitleaks', args: ['dir', directory, '--no-banner', '--exit-code', '0', '--redact'] },
  { name: 'betterleaks', command: 'betterleaks', args: [directory, '--no-banner', '--exit-code', '0', '--redact'] },
  { name: 'kingfisher, turbo', command: 'kingfisher', args: ['scan', directory, '--turbo', '--no-validate', '--git-history', 'none', '--no-update-check'] },
  { name: 'ripsecrets', command: 'ripsecrets', args: [directory] },
  { name: 'trufflehog', command: 'trufflehog', args: ['filesystem', directory, '--no-verification', '--no-update', '--json'] },
].map(contender => ({ ...contender, command: located(contender.command) ?? '' }))

const present = contenders.filter(({ name, command }) => {
  if (command === '') console.log(`${name} is not installed: left out.`)
  return command !== ''
})

const samples = new Map(present.map(({ name }) => [name, []]))
for (let round = 0; round < Number(rounds); round++) {
  for (const { name, command, args } of present) samples.get(name).push(measure(command, args))
}
rmSync(scratch, { recursive: true })

const reference = median(samples.get('unhardcode').map(({ processor }) => processor))
console.log(`${directory}, ${rounds} rounds, medians`)
console.log(`${'tool'.padEnd(24)}${'processor s'.padStart(12)}${'wall s'.padStart(10)}${'peak MB'.padStart(10)}${'ratio'.padStart(10)}`)
for (const [name, all] of samples) {
  const processor = median(all.map(sample => sample.processor))
  const row = [processor.toFixed(2).padStart(12), median(all.map(({ wall }) => wall)).toFixed(2).padStart(10), median(all.map(({ peak }) => peak)).toFixed(0).padStart(10), (processor / reference).toFixed(2).padStart(10)]
  console.log(name.padEnd(24) + row.join(''))
}

/** Where a program stands; undefined for nowhere. */
function located(command) {
  if (isAbsolute(command)) return command
  const directories = [process.env.PEERS ?? '', ...['go/bin', '.cargo/bin', '.local/bin'].map(own => join(homedir(), own)), ...(process.env.PATH ?? '').split(delimiter)]
  return directories.filter(Boolean).map(own => join(own, command)).find(existsSync)
}

/** Seconds of processor (user and system) and wall time, megabytes at the peak; by GNU time's own words, so that children count. */
function measure(command, args) {
  const report = join(scratch, 'time')
  const { error } = spawnSync('/usr/bin/time', ['-f', '%U %S %e %M', '-o', report, command, ...args], { stdio: 'ignore' })
  if (error) throw new Error('The bench needs GNU time at /usr/bin/time (apt-get install time).')
  const [user, system, wall, kilobytes] = readFileSync(report, 'utf8').trim().split('\n').at(-1).split(' ').map(Number)
  return { processor: user + system, wall, peak: kilobytes / 1024 }
}

function median(values) {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)]
}

/** The 150 longest of our own keywords: what a search by words alone would ask for. */
function keywordsForRipgrep() {
  const { row, size } = table()
  const rows = Array.from({ length: size }, (_, index) => row(index))
  const all = new Set([...NAME_KEYWORDS, ...rows.flatMap(({ prefix, near }) => prefix ?? near ?? [])])
  return [...all].toSorted((one, other) => other.length - one.length).slice(0, 150)
}
