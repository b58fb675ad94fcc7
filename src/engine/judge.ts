import type { Document } from '../core/document.ts'
import type { Finding, Suppressed, Unparsed, Unread } from '../core/finding.ts'
import type { ProjectFacts } from '../core/rule.ts'
import type { Source, SourceEntry } from '../core/source.ts'
import type { Range } from '../core/text.ts'
import { decodingLimits } from '../detection/decoded.ts'
import { FORM, KEYWORD, NAME, PROGRAM } from '../detection/gate.ts'
import { openDocument } from '../formats/index.ts'
import { DIALECTS, dialectsOf } from '../iac/index.ts'
import { type Reported, checkDocument, checkModule, distinct } from './check.ts'
import { MOST_FINDINGS } from './limits.ts'
import { findingOf } from './report.ts'
import type { ScanOptions } from './scan.ts'
import { type Suppressions, suppressionsOf } from './suppression.ts'

export { openDocument as open }
export { crowdedFiles, isTooDense } from './limits.ts'
export { judgeTogether } from './together.ts'

/** What one file gives. */
interface Judged {
  readonly findings: readonly Finding[]
  /** Whether it belongs to a module of its directory, which is judged when all files were seen. */
  readonly directory: boolean
  /** Whether another file may hold what belongs to something in it. */
  readonly half: boolean
  /** Why it was not looked through to its end. */
  readonly limits: readonly string[]
  /** Where its syntax is broken, if it is infrastructure. */
  readonly unparsed: Unparsed | undefined
}

/** The findings of one file, with those that something silenced. `flags` is what the prefilter found it worth reading for. */
export function judge(document: Document, flags: number, options: ScanOptions, changed: readonly Range[] | undefined): Judged {
  const project = (): ProjectFacts => options.project(document.path)
  const active = options.active().filter(({ rule }) => flags & (rule.keywords.length > 0 ? KEYWORD | PROGRAM : FORM | NAME))
  const reported = [...checkDocument(document, active, project)]
  const findings = findingsOf(document, reported, options, changed)
  const limits = decodingLimits(document)
  const half = reported.some(({ problem }) => problem.isHalf)
  const dialects = flags & (KEYWORD | PROGRAM) ? dialectsOf(document) : []
  const problems = distinct(dialects.filter(({ scope }) => scope === 'file').flatMap(dialect => [...checkModule(dialect.module([document], true), active, project)]))
  return { findings: [...findings, ...findingsOf(document, problems, options, changed)], directory: dialects.some(({ scope }) => scope === 'directory'), half, limits, unparsed: dialects.length > 0 ? unparsedOf(document) : undefined }
}

/** The first place where configuration is broken; a template of it is not. */
function unparsedOf(document: Document): Unparsed | undefined {
  if (document.format.readProgram || document.text.includes('{%')) return undefined
  const [first] = document.parsed.errors
  if (!first || document.parsed.errors.some(({ isTemplate }) => isTemplate)) return undefined
  return { path: document.path, line: document.lines.position(first.offset).line, reason: first.message }
}

/** The findings of every directory that the entries belong to. Its files are read again: to keep all of them would cost more. */
export function judgeDirectories(
  entries: readonly SourceEntry[],
  seen: readonly SourceEntry[],
  source: Source,
  read: (entry: SourceEntry) => string | undefined,
  options: ScanOptions,
): { readonly findings: readonly Finding[]; readonly unread: readonly Unread[] } {
  const listed = byDirectory(seen)
  const unread: Unread[] = []
  const findings = [...byDirectory(entries).keys()].flatMap(directory => {
    try {
      return judgeDirectory(directory)
    } catch {
      unread.push({ path: directory || '.', reason: 'this is a bug in unhardcode' })
      return []
    }
  })
  return { findings, unread }

  function judgeDirectory(directory: string): readonly Finding[] {
    const members = (listed.get(directory) ?? []).filter(({ path }) => DIALECTS.some(dialect => dialect.scope === 'directory' && dialect.reads(path)))
    const documents = members.flatMap(entry => {
      const text = read(entry)
      return text === undefined ? [] : [openDocument(entry.path, text)]
    })
    return DIALECTS.filter(({ scope }) => scope === 'directory').flatMap(dialect => {
      const own = documents.filter(document => dialect.reads(document.path))
      const [first] = own
      if (!first) return []
      const module = dialect.module(own, source.covers?.(directory) ?? false)
      const problems = distinct([...checkModule(module, options.active(), () => options.project(first.path))])
      return own.flatMap(document => {
        const entry = members.find(({ path }) => path === document.path)
        return findingsOf(document, problems.filter(({ problem }) => (problem.path ?? first.path) === document.path), options, entry && source.changed?.(entry))
      })
    })
  }
}

/** The findings of a document's problems, with what silenced them. `others`: documents that they have related places in. */
export function findingsOf(document: Document, problems: Iterable<Reported>, options: ScanOptions, changed: readonly Range[] | undefined, others?: readonly Document[]): Finding[] {
  let suppressions: Suppressions | undefined
  const findings: Finding[] = []
  for (const reported of problems) {
    if (findings.length === MOST_FINDINGS) break
    const { range } = reported.problem
    const first = document.lines.position(range[0]).line
    const last = document.lines.position(range[1]).line
    suppressions ??= options.directives ? suppressionsOf(document, options.today) : { find: () => undefined }
    const unchanged = changed && !changed.some(([start, end]) => start <= last && first < end)
    const suppressed: Suppressed | undefined = unchanged ? { by: 'unchanged line' } : suppressions.find(reported.problem, reported.active.rule.id)
    findings.push(findingOf(reported, document, { withFixes: options.fixes ?? false, suppressed, ...(others && { others }) }))
  }
  return findings
}

/** Entries by their directory. */
export function byDirectory(entries: readonly SourceEntry[]): ReadonlyMap<string, readonly SourceEntry[]> {
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
