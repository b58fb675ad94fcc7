import type { Comment, Document } from '../core/document.ts'
import type { Problem, Suppressed } from '../core/finding.ts'
import type { Range } from '../core/text.ts'
import { contains } from '../core/text.ts'
import { commentsOf, literalsOf } from '../lexer/literals.ts'
import { type Reported, type Siblings, checkAmong } from './check.ts'
import type { ScanOptions } from './scan.ts'
import { type Skip, skipOf, skipsIn } from './skips.ts'

/** One of our comments: `unhardcode-disable-next-line RULE, RULE -- reason (until=YYYY-MM-DD)`. */
interface Directive {
  readonly kind: 'next-line' | 'line' | 'block' | 'enable'
  /** Empty: all rules. */
  readonly rules: readonly string[]
  readonly reason?: string
  /** The last day it holds, `YYYY-MM-DD`. */
  readonly until?: string
  /** Lines of the comment, from 1. */
  readonly lines: readonly [first: number, last: number]
}

const OWN = /unhardcode-(disable-next-line|disable-line|disable|enable)(?![\w-])([^\n\r]*)/g

/** Comments of other scanners that silence a secret on their own line, or on the next. */
const FOREIGN = /\b(?:gitleaks:allow|betterleaks:allow|trufflehog:ignore|kingfisher:(?:ignore|allow)|pragma: ?(?:allowlist|whitelist) (?:nextline )?secret|secretlint-disable(?:-next)?-line|NOSONAR)\b/g

/** What silences problems of a document. */
export interface Suppressions {
  find(problem: Problem, ruleId: string): Suppressed | undefined
}

/** What the rules report of one document, without what a comment silences. */
export function openProblems(document: Document, { active, project, today, directives }: Omit<ScanOptions, 'onProgress'>, siblings?: Siblings): readonly Reported[] {
  const found = [...checkAmong(document, siblings, active(), () => project(document.path))]
  if (!directives || found.length === 0) return found
  const suppressions = suppressionsOf(document, today)
  return found.filter(({ active: { rule }, problem }) => !suppressions.find(problem, rule.id))
}

/** @param today `YYYY-MM-DD`: a directive whose `until` lies before it no longer holds. */
export function suppressionsOf(document: Document, today: string): Suppressions {
  const directives = commentsOf(document).flatMap(comment => directivesIn(document, comment)).filter(({ until }) => until === undefined || until >= today)
  const byLine = new Map<number, Directive[]>()
  for (const directive of directives) {
    const line = directive.kind === 'next-line' ? directive.lines[1] + 1 : directive.kind === 'line' ? directive.lines[0] : undefined
    if (line !== undefined) byLine.set(line, [...(byLine.get(line) ?? []), directive])
  }
  const switches = directives.filter(({ kind }) => kind === 'block' || kind === 'enable')
  const foreign = foreignLines(document)
  let skips: readonly Skip[] | undefined
  return {
    find(problem, ruleId) {
      const { range, secret } = problem
      const { line } = document.lines.position(range[0])
      const last = switches.findLast(directive => directive.lines[0] <= line && names(directive, ruleId))
      const own = byLine.get(line)?.find(directive => names(directive, ruleId)) ?? (last?.kind === 'block' ? last : undefined)
      if (own) return { by: 'directive', ...(own.reason && { reason: own.reason }) }
      const other = secret && foreign.get(line)
      if (other) return { by: 'foreign directive', reason: other }
      const skip = skipOf((skips ??= skipsIn(document, today)), document, problem, ruleId)
      return skip && { by: 'foreign directive', reason: skip.said }
    },
  }
}

function names({ rules }: Directive, ruleId: string): boolean {
  return rules.length === 0 || rules.includes(ruleId)
}

function directivesIn(document: Document, { range }: Comment): Directive[] {
  return [...document.text.slice(...range).matchAll(OWN)].map(match => {
    const kind = match[1] === 'disable' ? 'block' : match[1] === 'enable' ? 'enable' : match[1] === 'disable-line' ? 'line' : 'next-line'
    const said = (match[2] ?? '').replace(/(?:\*\/|-->)\s*$/, '')
    const [list = '', ...rest] = said.split(/\s-{2,}\s/)
    const reason = rest.join(' -- ').trim()
    const until = /\buntil=(\d{4}-\d{2}-\d{2})\b/.exec(said)?.[1]
    const at = document.lines.position(range[0] + match.index).line
    return {
      kind,
      rules: list.replace(/\(?\buntil=[^\s)]*\)?/, '').split(/[\s,]+/).filter(Boolean).map(name => name.replace(/^unhardcode\//, '')),
      ...(reason && { reason }),
      ...(until && { until }),
      lines: [at, kind === 'next-line' ? document.lines.position(range[1]).line : at],
    }
  })
}

/** The lines that comments of other scanners silence. What stands in a string is no comment; formats without comments have them in the line. */
function foreignLines(document: Document): ReadonlyMap<number, string> {
  const lines = new Map<number, string>()
  for (const match of document.text.matchAll(FOREIGN)) {
    const place: Range = [match.index, match.index + match[0].length]
    if (literalsOf(document).some(({ quote, range }) => quote !== '' && contains(range, place))) continue
    const { line } = document.lines.position(place[0])
    lines.set(/next-?line/.test(match[0]) ? line + 1 : line, match[0])
  }
  return lines
}
