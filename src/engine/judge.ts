import type { Document } from '../core/document.ts'
import type { Finding, Suppressed } from '../core/finding.ts'
import type { Dialect } from '../core/module.ts'
import type { Source, SourceEntry } from '../core/source.ts'
import type { Range } from '../core/text.ts'
import { openDocument } from '../formats/index.ts'
import { dialectOf } from '../iac/index.ts'
import { commentsOf } from '../lexer/literals.ts'
import { type Reported, checkDocument, checkModule } from './check.ts'
import { findingOf } from './report.ts'
import type { Opened, ScanOptions } from './scan.ts'
import { type Suppressions, suppressionsOf } from './suppression.ts'

export { openDocument as open }

/** The documents of a stack or a directory. */
interface Group {
  readonly dialect: Dialect
  readonly documents: readonly Document[]
  /** Whether every file of it was seen. */
  readonly complete: boolean
}

/** The findings of one document, module rules aside; with those that something silenced. */
export function judge(document: Document, options: ScanOptions, changed: readonly Range[] | undefined): Finding[] {
  return findingsOf(document, checkDocument(document, options.active(), options.project(document.path)), options, changed)
}

/** The findings of every stack and directory that the documents belong to. */
export function judgeModules(
  opened: readonly Opened[],
  seen: readonly SourceEntry[],
  source: Source,
  readSibling: (entry: SourceEntry) => string | undefined,
  options: ScanOptions,
): Finding[] {
  const members = new Map<string, Group>()
  const listed = byDirectory(seen)
  const documents = new Map(opened.map(({ document }) => [document.path, document]))
  for (const { document } of opened) {
    const dialect = dialectOf(document)
    if (!dialect) continue
    const directory = directoryOf(document.path)
    const key = dialect.scope === 'file' ? document.path : `${directory} ${dialect.id}`
    if (members.has(key)) continue
    if (dialect.scope === 'file') members.set(key, { dialect, documents: [document], complete: true })
    else {
      const siblings = (listed.get(directory) ?? []).filter(({ path }) => dialect.reads(path)).flatMap(entry => {
        const known = documents.get(entry.path)
        const text = known ? undefined : readSibling(entry)
        return known ? [known] : text === undefined ? [] : [openDocument(entry.path, text)]
      })
      members.set(key, { dialect, documents: siblings, complete: source.covers?.(directory) ?? false })
    }
  }
  const entries = new Map(seen.map(entry => [entry.path, entry]))
  return [...members.values()].flatMap(({ dialect, documents: own, complete }) => {
    const [first] = own
    if (!first) return []
    const problems = [...checkModule(dialect.module(own, complete), options.active(), options.project(first.path))]
    return own.flatMap(document => {
      const here = problems.filter(({ problem }) => (problem.path ?? first.path) === document.path)
      const entry = entries.get(document.path)
      return findingsOf(document, here, options, entry && source.changed?.(entry))
    })
  })
}

function findingsOf(document: Document, problems: Iterable<Reported>, options: ScanOptions, changed: readonly Range[] | undefined): Finding[] {
  let suppressions: Suppressions | undefined
  const findings: Finding[] = []
  for (const reported of problems) {
    const { range } = reported.problem
    const first = document.lines.position(range[0]).line
    const last = document.lines.position(range[1]).line
    suppressions ??= options.directives ? suppressionsOf(document, commentsOf(document), options.today) : { find: () => undefined }
    const unchanged = changed && !changed.some(([start, end]) => start <= last && first < end)
    const suppressed: Suppressed | undefined = unchanged ? { by: 'unchanged line' } : suppressions.find(first, reported.active.rule.id)
    findings.push(findingOf(reported, document, suppressed))
  }
  return findings
}

function byDirectory(entries: readonly SourceEntry[]): ReadonlyMap<string, readonly SourceEntry[]> {
  const groups = new Map<string, SourceEntry[]>()
  for (const entry of entries) {
    const directory = directoryOf(entry.path)
    const group = groups.get(directory)
    if (group) group.push(entry)
    else groups.set(directory, [entry])
  }
  return groups
}

function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
