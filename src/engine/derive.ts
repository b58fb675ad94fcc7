import { readdirSync, writeFileSync } from 'node:fs'
import type { Detector } from '../core/credential.ts'
import type { Rule } from '../core/rule.ts'
import type { DetectorSource } from '../detection/tabulate.ts'
import { DIALECTS } from '../iac/index.ts'
import { partsOfPattern } from '../detection/pattern.ts'
import { tabulate } from '../detection/tabulate.ts'

// The last step of the build: folds the compiled detectors and rules into the table that the scanning path loads.
const rules = new URL('../../rules/', import.meta.url)
const detection = new URL('../detection/', import.meta.url)

const sources: DetectorSource[] = []
for (const name of list(new URL('detectors/', rules), '.js')) {
  const { default: detectors } = (await import(new URL(`detectors/${name}.js`, rules).href)) as { default: readonly Detector[] }
  sources.push(...detectors.map(detector => ({ detector, file: name })))
}

const keywords: string[] = []
const unloaded: string[] = []
for (const id of list(rules, '')) {
  if (id === 'detectors') continue
  try {
    const { default: rule } = (await import(new URL(`${id}/index.js`, rules).href)) as { default: Rule }
    keywords.push(...rule.keywords)
  } catch (error) {
    unloaded.push(`Rule \`${id}\` could not be loaded: ${String(error)}`)
  }
}

const { bytes, rows, problems } = tabulate(sources, keywords, DIALECTS.flatMap(({ words }) => words ?? []), partsOfPattern)
writeFileSync(new URL('table.bin', detection), bytes)
writeFileSync(new URL('table.jsonl', detection), rows.map(row => JSON.stringify(row)).join('\n'))
for (const problem of [...unloaded, ...problems]) console.error(problem)
if (unloaded.length + problems.length > 0) process.exitCode = 1

/** Names in a directory without the ending, sorted; with no ending, of its directories. */
function list(directory: URL, ending: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter(entry => (ending === '' ? entry.isDirectory() : entry.name.endsWith(ending)))
    .map(({ name }) => (ending === '' ? name : name.slice(0, -ending.length)))
    .sort()
}
