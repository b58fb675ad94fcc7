import type { Credential } from '../core/credential.ts'
import type { Document } from '../core/document.ts'
import type { Finding } from '../core/finding.ts'
import type { Literal } from '../core/literal.ts'
import { MASK } from '../core/secret.ts'
import { type Position, type Range, overlaps } from '../core/text.ts'
import { detect } from '../detection/detect.ts'
import { type Kind, NEVER, kindOf } from '../detection/evidence/kind.ts'
import { FORM, NAME } from '../detection/gate.ts'
import { type NameReading, readName } from '../detection/names.ts'
import { THRESHOLDS } from '../detection/weights.ts'
import { LONGEST, type Suspect, nameOf, suspectsIn } from '../detection/suspect.ts'
import { type Verdict, judge } from '../detection/verdict.ts'
import { maskingOf } from '../engine/masking.ts'
import { commentsOf, literalsOf } from '../lexer/literals.ts'
import { UsageError } from './errors.ts'
import type { Seen } from './inspection.ts'

/** Something that may be a credential, weighed, and what became of it. Shows no value: what was judged to be no secret may be one. */
export interface Candidate {
  readonly suspect: Suspect
  readonly verdict: Verdict
  readonly start: Position
  /** The name it is bound to, masked. */
  readonly name?: string
  readonly reading?: NameReading
  /** What reports it, if anything does. */
  readonly finding?: Finding
  /** Why nothing does; empty where something does. */
  readonly outcome: string
}

/** A literal that was never weighed. */
export interface PassedOver {
  readonly start: Position
  readonly reason: string
}

/** Where to look: from a line, from a column, or the whole document. Throws UsageError for a line that is not there. */
export function stretchOf({ document: { path, text, lines } }: Seen, line?: number, column?: number): Range {
  if (line === undefined) return [0, text.length + 1]
  if (line < 1 || line > lines.count) throw new UsageError(`\`${path}\` has ${lines.count} ${lines.count === 1 ? 'line' : 'lines'}.`)
  const [start, end] = lines.range(line)
  if (column === undefined) return [start, end + 1]
  const offset = lines.offset({ line, column })
  return [offset, offset + 1]
}

/** Whether a range, of which even an empty one is somewhere, shares a place with a stretch. */
export function touches([start, end]: Range, stretch: Range): boolean {
  return overlaps([start, Math.max(end, start + 1)], stretch)
}

/** All that may be a credential in a stretch of a document. */
export function candidatesIn(seen: Seen, stretch: Range): readonly Candidate[] {
  const { document } = seen
  return weighed(document)
    .filter(({ suspect: { range, literal } }) => touches(range, stretch) || (literal !== undefined && stretch[1] - stretch[0] === 1 && overlaps(literal.range, stretch)))
    .toSorted((one, other) => one.suspect.range[0] - other.suspect.range[0])
    .map(({ suspect, verdict }) => {
      const binding = suspect.literal?.binding
      const finding = verdict.confidence === 'none' ? undefined : seen.findings.find(({ range, detector }) => overlaps(range, suspect.range) && (!detector || detector === suspect.detector.detector))
      return {
        suspect,
        verdict,
        start: document.lines.position(suspect.range[0]),
        ...(binding && { name: shownName(binding.name, seen), reading: readName(nameOf(binding.name, binding.path)) }),
        ...(finding && { finding }),
        outcome: finding ? '' : outcomeOf(suspect, verdict, seen),
      }
    })
}

type Weighed = Pick<Candidate, 'suspect' | 'verdict'>

/** What was weighed alone, with what detection made of it beside its other half; and what only the other half gave away. */
function weighed(document: Document): readonly Weighed[] {
  const credentials = detect(document)
  const suspects = suspectsIn(document)
  const isSame = ({ detector, range }: Credential, suspect: Suspect): boolean => detector === suspect.detector.detector && range[0] === suspect.range[0] && range[1] === suspect.range[1]
  return [
    ...suspects.map(suspect => {
      const verdict = judge(suspect)
      const credential = credentials.find(one => isSame(one, suspect))
      return credential && credential.confidence !== verdict.confidence ? ofCredential(credential, suspect) : { suspect, verdict }
    }),
    ...credentials
      .filter(one => !suspects.some(suspect => isSame(one, suspect)))
      .map(credential => ofCredential(credential, { by: 'form', kind: kindOf(document.text.slice(...credential.range), undefined, '"', false), weak: false, features: [] })),
  ]
}

function ofCredential({ detector, name, role, severity, range, literal, confidence, evidence }: Credential, rest: Pick<Suspect, 'by' | 'kind' | 'weak' | 'features'>): Weighed {
  const score = evidence.reduce((sum, { weight }) => sum + weight, 0)
  return { suspect: { ...rest, detector: { detector, name, role, severity }, range, literal }, verdict: { confidence, score, evidence } }
}

function outcomeOf({ by, kind, range }: Suspect, { confidence }: Verdict, { findings, withheld, flags, setup }: Seen): string {
  if (confidence === 'none') return NEVER[by].has(kind) ? `what is ${kind} is never a secret` : 'its evidence is below the lowest threshold'
  const whole = findings.find(({ path, related }) => related.some(one => (one.path ?? path) === path && overlaps(one.range, range)))
  if (whole) return `it is told beside the finding that it belongs to, ${whole.start.line}:${whole.start.column}`
  const isHere = ({ range: own }: Finding): boolean => overlaps(own, range)
  if (findings.some(isHere)) return 'a surer candidate in the same place is reported'
  if (withheld.some(isHere)) {
    const isOn = setup.scanOptions.active().some(({ rule }) => rule.id === 'no-hardcoded-secret')
    return isOn ? `it is of ${confidence} confidence, and the settings ask for more` : 'the configuration turns `no-hardcoded-secret` off'
  }
  return flags & (FORM | NAME) ? 'something surer stands in the same place' : 'the prefilter sees nothing in the file that would be worth reading it for'
}

/** The literals of a stretch that were never weighed, and why. */
export function passedOverIn(seen: Seen, stretch: Range, candidates: readonly Candidate[]): readonly PassedOver[] {
  const { document } = seen
  return literalsOf(document)
    .filter(literal => touches(literal.range, stretch) && !candidates.some(({ suspect }) => touches(suspect.range, literal.range)))
    .map(literal => ({ start: document.lines.position(literal.range[0]), reason: whyPassedOver(literal, seen) }))
}

function whyPassedOver({ value, binding }: Literal, seen: Seen): string {
  if (value.length > LONGEST) return `It is longer than ${LONGEST} characters, and no provider’s form is in it.`
  if (!binding) return 'It is bound to no name, and it has no provider’s form.'
  const spoken = nameOf(binding.name, binding.path)
  const of = `\`${shownName(spoken, seen)}\``
  if (readName(spoken).role === 'none') return `Its name, ${of}, promises no secret, and it has no provider’s form.`
  return `It is bound to ${of}, but as what a function is asked for, as a badge, or as a header that is read by its parts.`
}

/** What stands in a stretch that holds no literal. */
export function withoutLiterals({ document }: Seen, stretch: Range): string {
  const { language } = document.format
  const isComment = commentsOf(document).some(({ range }) => touches(range, stretch))
  return isComment ? 'This is a comment: only what is written there as `name: value` or in a provider’s form is weighed.' : `No literal is seen here, read as \`${language.id}\`.`
}

/** Kinds of value that are no names: a key of an object can be what is secret in it. */
const NO_NAME: ReadonlySet<Kind> = new Set<Kind>(['random', 'hexadecimal', 'mixed password', 'web token', 'word and digits'])

function shownName(name: string, { document }: Seen): string {
  return NO_NAME.has(kindOf(name, undefined, '"', false)) ? MASK : maskingOf(document).mask(name).slice(0, 60)
}

/** A candidate for programs. */
export function candidateJson({ suspect: { by, detector, kind, weak, range }, verdict: { confidence, score, evidence }, start, name, reading, finding, outcome }: Candidate): object {
  return {
    ...detector,
    start: { ...start, offset: range[0] },
    by,
    kind,
    binding: name === undefined ? undefined : { name, role: reading?.role, subject: reading?.subject },
    weak,
    confidence,
    score,
    thresholds: THRESHOLDS[by],
    evidence,
    reportedBy: finding?.ruleId,
    notReported: outcome || undefined,
  }
}
