import type { Comment, Document } from '../core/document.ts'
import type { Suppressed } from '../core/finding.ts'
import { commentsOf } from '../lexer/literals.ts'
import { type Reported, type Siblings, checkAmong } from './check.ts'
import type { ScanOptions } from './scan.ts'

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
const FOREIGN = /\b(?:gitleaks:allow|betterleaks:allow|trufflehog:ignore|kingfisher:(?:ignore|allow)|pragma: ?(?:allowlist|whitelist) (?:nextline )?secret|secretlint-disable(?:-next)?-line|NOSONAR)\b/

/** What silences findings of a document, asked by line and rule. */
export interface Suppressions {
  find(line: number, ruleId: string): Suppressed | undefined
}

/** What the rules report of one document, without what a comment silences. */
export function openProblems(document: Document, { active, project, today, directives }: Omit<ScanOptions, 'onProgress'>, siblings?: Siblings): readonly Reported[] {
  const found = [...checkAmong(document, siblings, active(), project(document.path))]
  if (!directives || found.length === 0) return found
  const suppressions = suppressionsOf(document, commentsOf(document), today)
  return found.filter(({ active: { rule }, problem }) => !suppressions.find(document.lines.position(problem.range[0]).line, rule.id))
}

/** @param today `YYYY-MM-DD`: a directive whose `until` lies before it no longer holds. */
export function suppressionsOf(document: Document, comments: readonly Comment[], today: string): Suppressions {
  const directives = comments.flatMap(comment => directivesIn(document, comment)).filter(({ until }) => until === undefined || until >= today)
  const blocks = closedBlocks(directives)
  return {
    find(line, ruleId) {
      const own = [...directives, ...blocks].find(directive => covers(directive, line) && (directive.rules.length === 0 || directive.rules.includes(ruleId)))
      if (own) return { by: 'directive', ...(own.reason && { reason: own.reason }) }
      return foreign(document, line, ruleId)
    },
  }
}

function directivesIn(document: Document, { range }: Comment): Directive[] {
  return [...document.text.slice(...range).matchAll(OWN)].map(match => {
    const kind = match[1] === 'disable' ? 'block' : match[1] === 'enable' ? 'enable' : match[1] === 'disable-line' ? 'line' : 'next-line'
    const [list = '', ...rest] = (match[2] ?? '').replace(/(?:\*\/|-->)\s*$/, '').split(/\s-{2,}\s/)
    const reason = rest.join(' -- ').trim()
    const until = /\buntil=(\d{4}-\d{2}-\d{2})\b/.exec(reason)?.[1]
    const at = document.lines.position(range[0] + match.index).line
    return {
      kind,
      rules: list.split(/[\s,]+/).filter(Boolean).map(name => name.replace(/^unhardcode\//, '')),
      ...(reason && { reason }),
      ...(until && { until }),
      lines: [at, kind === 'next-line' ? document.lines.position(range[1]).line : at],
    }
  })
}

/** `disable` holds until the next `enable` that names one of its rules or none. */
function closedBlocks(directives: readonly Directive[]): readonly Directive[] {
  return directives.flatMap((directive, index) => {
    if (directive.kind !== 'block') return []
    const end = directives.slice(index + 1).find(({ kind, rules }) => kind === 'enable' && (rules.length === 0 || rules.some(rule => directive.rules.includes(rule))))
    return [{ ...directive, lines: [directive.lines[0], end ? end.lines[0] : Number.POSITIVE_INFINITY] as const }]
  })
}

function covers({ kind, lines }: Directive, line: number): boolean {
  if (kind === 'next-line') return line === lines[1] + 1
  if (kind === 'line') return line === lines[0]
  return kind === 'block' && lines[0] <= line && line <= lines[1] && lines[1] > lines[0]
}

function foreign(document: Document, line: number, ruleId: string): Suppressed | undefined {
  if (ruleId !== 'no-hardcoded-secret') return undefined
  const here = FOREIGN.exec(document.text.slice(...document.lines.range(line)))?.[0]
  if (here && !/next-?line/.test(here)) return { by: 'foreign directive', reason: here }
  const above = line > 1 ? FOREIGN.exec(document.text.slice(...document.lines.range(line - 1)))?.[0] : undefined
  return above && /next-?line/.test(above) ? { by: 'foreign directive', reason: above } : undefined
}
