// Runs the module rules of the built package over labelled cases: `node bench/iac.mjs [DIRECTORY] [--dist DIR] [RULE …]`.
// DIRECTORY holds labels.jsonl, checks.json (rule → checks) and cases/. A case is one file, or a directory of them.
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

const args = process.argv.slice(2)
const at = args.indexOf('--dist')
const dist = at < 0 ? new URL('../dist/', import.meta.url) : pathToFileURL(`${args.splice(at, 2)[1]}/`)
const directory = args[0]?.includes('/') ? args.shift() : '/work/shared/data/iac'
const load = path => import(new URL(path, dist))
const { RULE_IDS } = await load('rules/index.js')
const { openDocument } = await load('src/formats/index.js')
const { dialectsOf } = await load('src/iac/index.js')

const labels = readFileSync(join(directory, 'labels.jsonl'), 'utf8').trim().split('\n').map(line => JSON.parse(line))
const checks = JSON.parse(readFileSync(join(directory, 'checks.json'), 'utf8'))
const wanted = args.length > 0 ? args : RULE_IDS.filter(id => id in checks)

for (const id of wanted) {
  const { default: rule } = await load(`rules/${id}/index.js`)
  if (!rule.checkModule && !rule.check) continue
  const options = { ...rule.defaults, ...(rule.presets.strict) }
  const cases = labels.filter(({ check }) => checks[id].includes(check))
  const result = { found: [], missed: [], silent: [], false: [] }
  for (const { file, expect } of cases) {
    const reported = problemsOf(rule, options, join(directory, 'cases', file)).length > 0
    result[expect === 'fail' ? (reported ? 'found' : 'missed') : reported ? 'false' : 'silent'].push(file)
  }
  console.log(`${id}: ${result.found.length} found, ${result.missed.length} missed, ${result.false.length} false of ${cases.length}`)
  for (const file of result.missed) console.log(`  missed ${file}`)
  for (const file of result.false) console.log(`  false  ${file}`)
}

function problemsOf(rule, options, path) {
  const root = statSync(path).isDirectory() ? path : dirname(path)
  const paths = statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).map(name => join(path, name)).filter(name => statSync(name).isFile()) : [path]
  const documents = paths.map(name => openDocument(relative(root, name), readFileSync(name, 'utf8')))
  const context = { options, project: { name: 'bench', environment: 'dev', modules: 'esm', dependencies: new Set(), versions: {}, naming: '{project}/{environment}/{name}', known: [] } }
  const alone = rule.check ? documents.flatMap(document => [...rule.check(document, context)]) : []
  const dialects = new Map(documents.map(document => [document, dialectsOf(document)]))
  const modules = [...new Set([...dialects.values()].flat())].map(dialect => dialect.module(documents.filter(document => dialects.get(document).includes(dialect)), true))
  return [...alone, ...modules.flatMap(module => [...(rule.checkModule?.(module, context) ?? [])])]
}
