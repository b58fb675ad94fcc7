import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { relative, resolve, sep } from 'node:path'
import { escapePath, escapeText, escapedJson } from '../../core/escape.ts'
import type { Finding } from '../../core/finding.ts'
import type { Position, Range } from '../../core/text.ts'
import { FORM, KEYWORD, NAME } from '../../detection/gate.ts'
import { findingJson } from '../../reporters/json.ts'
import type * as Stdin from '../../sources/stdin.ts'
import { type Candidate, type PassedOver, candidateJson, candidatesIn, passedOverIn, stretchOf, touches, withoutLiterals } from '../candidates.ts'
import { UsageError } from '../errors.ts'
import { type Inspection, type Seen, inspectFile, inspectText } from '../inspection.ts'
import type { ExitCode, Streams } from '../main.ts'
import { type Invocation, formatOf } from '../options.ts'
import { weighingLines } from '../weighing.ts'

const require = createRequire(import.meta.url)

/** Says what is known of what was not reported. Shows no line of the file: what was judged to be no secret may be one. */
export default function run(invocation: Invocation, streams: Streams): ExitCode {
  const { inspection, line, column } = inspect(invocation, streams)
  const answer = answerTo(inspection, line, column)
  streams.print(formatOf('why-not', invocation.options) === 'json' ? `${escapedJson(answerJson(answer))}\n` : answerText(answer))
  return 0
}

interface Asked {
  readonly inspection: Inspection
  readonly line?: number
  readonly column?: number
}

function inspect({ operands, options }: Invocation, { directory, input }: Streams): Asked {
  const [operand, more] = operands
  if (more !== undefined || (operand === undefined) !== (options.stdin ?? false)) throw new UsageError('`unhardcode why-not` needs one `PATH:LINE`, a text with `--as PATH`, or `--stdin`.')
  const path = relative(directory, resolve(directory, options.as ?? 'stdin')).replaceAll(sep, '/')
  if (operand === undefined) {
    const { readAll } = require('../../sources/stdin.js') as typeof Stdin
    return { inspection: inspectText(path, () => readAll(input), directory) }
  }
  if (options.as !== undefined) return { inspection: inspectText(path, () => Buffer.from(`${operand}\n`), directory) }
  const [, file = operand, line, column] = /^(.+?):(\d+)(?::(\d+))?$/.exec(operand) ?? []
  // The operand is not repeated: it may be a text that holds a secret.
  if (!existsSync(resolve(directory, file))) throw new UsageError('There is no such file. To ask about a text, say in which file it would stand: `--as config.py`.')
  return { inspection: inspectFile(file, directory), ...(line !== undefined && { line: Number(line) }), ...(column !== undefined && { column: Number(column) }) }
}

/** What is known of what was asked for. */
interface Answer {
  readonly path: string
  readonly line?: number
  readonly leftOut?: string
  /** Absent: nothing could be read. */
  readonly known?: {
    readonly seen: Seen
    readonly stretch: Range
    readonly candidates: readonly Candidate[]
    readonly passedOver: readonly PassedOver[]
    readonly findings: readonly Finding[]
    readonly withheld: readonly Finding[]
  }
}

function answerTo({ path, leftOut, seen }: Inspection, line: number | undefined, column: number | undefined): Answer {
  const about = { path, ...(line !== undefined && { line }), ...(leftOut !== undefined && { leftOut }) }
  if (!seen) return about
  const stretch = stretchOf(seen, line, column)
  const isHere = ({ range }: Finding): boolean => touches(range, stretch)
  const candidates = candidatesIn(seen, stretch)
  return { ...about, known: { seen, stretch, candidates, passedOver: passedOverIn(seen, stretch, candidates), findings: seen.findings.filter(isHere), withheld: seen.withheld.filter(isHere) } }
}

function answerJson({ path, line, leftOut, known }: Answer): object {
  return {
    version: 1,
    path,
    line,
    leftOut,
    ...(known && {
      language: known.seen.document.format.language.id,
      opensFor: opensFor(known.seen.flags),
      candidates: known.candidates.map(candidateJson),
      passedOver: known.passedOver,
      findings: known.findings.map(findingJson),
      withheld: known.withheld.map(findingJson),
    }),
  }
}

function answerText({ path, line, leftOut, known }: Answer): string {
  const at = ({ line: row, column }: Position): string => `${escapePath(path)}:${row}:${column}`
  if (!known) return `${escapePath(path)} is left out: ${leftOut ?? 'it cannot be read'}.\n`
  const { seen, stretch, candidates, passedOver, findings, withheld } = known
  const elsewhere = withheld.filter(finding => !candidates.some(({ suspect: { detector, range } }) => detector.detector === finding.detector && touches(range, finding.range)))
  const places: readonly (readonly [Position, ...string[]])[] = [
    ...findings.map(finding => [finding.start, fateOf(finding)] as const),
    ...elsewhere.map(({ start, ruleId, message }) => [start, `is held back by the settings; with everything on, \`${ruleId}\` says: ${escapeText(message)}`] as const),
    ...candidates.filter(({ finding }) => !finding).map(own => [own.start, `${own.suspect.detector.name} (${own.suspect.detector.detector}) is not reported: ${own.outcome}.`, ...weighingLines(own).map(each => `  ${each}`)] as const),
    ...passedOver.map(({ start, reason }) => [start, reason] as const),
  ]
  return [
    ...(leftOut === undefined ? [] : [`A scan of the directory leaves ${escapePath(path)} out: ${leftOut}. What follows is what it would say.`]),
    ...(seen.flags & (FORM | NAME) ? [] : [`For credentials the prefilter leaves ${escapePath(path)} unread: nothing has a provider’s form, and behind no name that promises a secret stands one.`]),
    ...places.toSorted(([one], [other]) => one.line - other.line || one.column - other.column).flatMap(([start, first, ...rest]) => [`${at(start)} ${first ?? ''}`, ...rest]),
    ...(places.length === 0 ? [`${escapePath(path)}${line === undefined ? '' : `:${line}`} ${withoutLiterals(seen, stretch)}`] : []),
    '',
  ].join('\n')
}

function fateOf({ path, start, ruleId, suppressed }: Finding): string {
  if (!suppressed) return `is reported by \`${ruleId}\`: \`unhardcode explain ${escapeText(path)}:${start.line}\`.`
  return `is found by \`${ruleId}\` and silenced: ${suppressed.by}${suppressed.reason ? ` (${escapeText(suppressed.reason)})` : ''}.`
}

/** What the prefilter opens a file for, in words. */
function opensFor(flags: number): readonly string[] {
  return ([[FORM, 'form'], [NAME, 'name'], [KEYWORD, 'keyword of a rule']] as const).flatMap(([flag, word]) => (flags & flag ? [word] : []))
}
