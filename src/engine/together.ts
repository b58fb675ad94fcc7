import type { Document } from '../core/document.ts'
import type { Finding } from '../core/finding.ts'
import type { Source, SourceEntry } from '../core/source.ts'
import { openDocument } from '../formats/index.ts'
import { languageOf } from '../lexer/languages.ts'
import { checkTogether } from './check.ts'
import { byDirectory, findingsOf } from './judge.ts'
import type { ScanOptions } from './scan.ts'

/** Files that are read again for one half, and UTF-16 units of each; where there are more or longer ones, nobody could say that only one fits. */
const MOST_FILES = 64
const LONGEST = 65_536

/**
 * The findings with those that two files give only together in place of those that each gave alone. `halves`: entries in which something is half. Looked for in their
 * directory, then in the configuration of their project; only what was found there or may hold a value alone is read again.
 */
export function judgeTogether(
  halves: readonly SourceEntry[],
  seen: readonly SourceEntry[],
  findings: readonly Finding[],
  source: Source,
  read: (entry: SourceEntry) => string | undefined,
  options: ScanOptions,
): readonly Finding[] {
  const found = new Set(findings.map(({ path }) => path))
  const projectOf = (path: string): string => options.project(path).name
  const settings = seen.filter(({ path }) => found.has(path) && languageOf(path).family === 'config')
  const documents = new Map<string, Document | undefined>()
  const opened = (entry: SourceEntry): Document | undefined => {
    if (!documents.has(entry.path)) documents.set(entry.path, open(entry, read))
    return documents.get(entry.path)
  }
  const joined: Finding[] = []
  const listed = byDirectory(seen)
  for (const directory of byDirectory(halves).keys()) {
    joined.push(...judged((listed.get(directory) ?? []).filter(({ path }) => found.has(path) || languageOf(path).family !== 'code')))
  }
  const done = new Set(joined.map(({ path }) => projectOf(path)))
  for (const project of new Set(halves.map(({ path }) => projectOf(path)))) {
    if (!done.has(project)) joined.push(...judged([...new Set([...halves, ...settings])].filter(({ path }) => projectOf(path) === project)))
  }
  const places = new Set(joined.flatMap(({ ruleId, path, range, related }) => [place(ruleId, path, range[0]), ...related.map(one => place(ruleId, one.path ?? path, one.range[0]))]))
  return [...findings.filter(({ ruleId, path, range, suppressed }) => suppressed || !places.has(place(ruleId, path, range[0]))), ...joined]

  function judged(entries: readonly SourceEntry[]): readonly Finding[] {
    if (entries.length < 2 || entries.length > MOST_FILES) return []
    const all = entries.toSorted((one, other) => (one.path < other.path ? -1 : 1)).flatMap(entry => opened(entry) ?? [])
    const [first] = all
    // Of what was found and is too long nobody knows whether it fits too.
    if (!first || entries.some(({ path }) => found.has(path) && !documents.get(path))) return []
    const problems = [...checkTogether(all, options.active(), options.project(first.path))]
    return all.flatMap(document => {
      const entry = entries.find(({ path }) => path === document.path)
      const own = problems.filter(({ problem }) => (problem.path ?? first.path) === document.path)
      // What is silenced where the secret stands leaves the other half as it was.
      return findingsOf(document, own, options, entry && source.changed?.(entry), all).filter(({ suppressed }) => !suppressed)
    })
  }
}

function open(entry: SourceEntry, read: (entry: SourceEntry) => string | undefined): Document | undefined {
  if ((entry.size ?? 0) > LONGEST) return undefined
  const text = read(entry)
  return text === undefined || text.length > LONGEST ? undefined : openDocument(entry.path, text)
}

function place(ruleId: string, path: string, start: number): string {
  return `${ruleId}\0${path}\0${start}`
}
