/**
 * Applying fixes to one text, on strings only.
 *
 * `planFixes(document, { open, find, allows })` gives `{ text, applied, held, refused }`. `open(path, text)` makes a document of the changed text; `find(document)` gives
 * what the rules report about it, without what is suppressed (`openProblems`). In each of at most ten rounds every finding's first
 * allowed fix is taken as long as none overlaps another; equal insertions of several fixes (an import, a helper)
 * become one. The result must parse as well as before, the fixed findings must be gone and no new one may stand there; a fix that fails this is refused and
 * the text stays as if it had never been tried. Fixes that only add to other files are applied as they are: who carries a plan out makes the additions of all. Ranges in the results are those of the document that was given. `text` equals the document's when nothing was applied.
 * Write it with `writeFileAtomically` of `src/sources/write.ts`, show it with `unifiedDiff` of `src/engine/diff.ts`.
 */
import type { Document } from '../core/document.ts'
import type { Edit, Fix } from '../core/fix.ts'
import { applyEdits } from '../core/fix.ts'
import type { Range } from '../core/text.ts'
import { overlaps } from '../core/text.ts'
import { lookupFor } from '../lookups/index.ts'
import type { Reported } from './check.ts'

export interface FixOptions {
  readonly open: (path: string, text: string) => Document
  readonly find: (document: Document) => readonly Reported[]
  /** Whether a fix may be made. */
  readonly allows: (fix: Fix) => boolean
}

export interface FixPlan {
  readonly text: string
  readonly applied: readonly FixedFinding[]
  /** Findings that have a fix, but none that is allowed. */
  readonly held: readonly FixedFinding[]
  readonly refused: readonly RefusedFix[]
}

/** A finding, placed in the document that was given, and its fix. */
export interface FixedFinding {
  readonly reported: Reported
  readonly fix: Fix
}

export interface RefusedFix extends FixedFinding {
  /** A sentence. */
  readonly reason: string
}

const ROUNDS = 10

/** An open finding: as it was in the document that was given, and as it is in the text of this round. */
interface Tracked {
  readonly original: Reported
  readonly now: Reported
  /** Shows only now that something else is fixed: nobody asked for its own fix. */
  readonly revealed?: true
}

interface Chosen extends Tracked {
  readonly fix: Fix
}

/** A round's text, what is open in it, and the edits that led to it. */
interface State {
  readonly document: Document
  readonly open: readonly Tracked[]
  readonly steps: readonly (readonly Edit[])[]
}

/** Applies as many fixes as hold; see above. */
export function planFixes(document: Document, options: FixOptions): FixPlan {
  const applied: FixedFinding[] = []
  const refused: RefusedFix[] = []
  let state: State = { document, open: options.find(document).map(reported => ({ original: reported, now: reported })), steps: [] }
  const elsewhere = additionsOnly(state, options)
  for (let round = 0; round < ROUNDS; round++) {
    const chosen = withoutOverlap(candidates(state, options, refused))
    if (chosen.length === 0) break
    // Where not all hold together, those that hold alone are found one by one.
    for (const some of [chosen, ...(chosen.length > 1 ? chosen.map(one => [one]) : [])]) {
      const next = attempt(state, some, options)
      if (typeof next === 'object') {
        applied.push(...some.map(({ original, fix }) => ({ reported: original, fix })))
        state = next
        break
      }
      const [only] = some
      if (only && some.length === 1) refused.push({ reported: only.original, fix: only.fix, reason: next })
    }
  }
  return {
    text: state.document.text,
    applied: [...applied, ...elsewhere],
    held: heldIn(state, options),
    refused: refused.filter(({ reported }) => !applied.some(one => one.reported === reported)),
  }
}

/** Of each open finding the first fix that is allowed and was not refused. */
function candidates({ open }: State, { allows }: FixOptions, refused: readonly RefusedFix[]): readonly Chosen[] {
  return open.filter(({ revealed }) => !revealed).flatMap(({ original, now }) => {
    const failed = new Set(refused.filter(({ reported }) => reported === original).map(({ fix }) => fix.title))
    const fix = fixesOf(now).find(one => one.edits.length > 0 && allows(one) && !failed.has(one.title))
    return fix ? [{ original, now, fix }] : []
  })
}

/** What is fixed in other files alone, whatever becomes of this one. */
function additionsOnly({ open }: State, { allows }: FixOptions): readonly FixedFinding[] {
  return open.filter(({ revealed }) => !revealed).flatMap(({ original, now }) => {
    const fix = fixesOf(now).find(one => one.edits.length === 0 && allows(one))
    return fix ? [{ reported: original, fix }] : []
  })
}

function heldIn({ open }: State, { allows }: FixOptions): readonly FixedFinding[] {
  return open.filter(({ revealed }) => !revealed).flatMap(({ original, now }) => {
    const fixes = fixesOf(now)
    const [fix] = fixes.some(allows) ? [] : fixes
    return fix ? [{ reported: original, fix }] : []
  })
}

/** The state after some fixes; or, in a sentence, why they do not hold. */
function attempt({ document, open, steps }: State, chosen: readonly Chosen[], options: FixOptions): State | string {
  const edits = mergeEdits(chosen.map(({ fix }) => fix))
  const next = options.open(document.path, applyEdits(document.text, edits))
  if (next.text === document.text) return 'It changes nothing.'
  if (!parsesAsBefore(document, next)) return 'The file would not parse any more.'
  const expected = open.filter(({ original }) => !chosen.some(one => one.original === original)).map(one => ({ ...one, range: moveRange(one.now.problem.range, edits) }))
  const left: Tracked[] = []
  for (const now of options.find(next)) {
    const known = expected.find(({ now: before, range }) => isSame(before, now) && isNear(range, now.problem.range))
    const original = known?.original ?? repeated(now, chosen, [...steps, edits])
    const shown = original ? undefined : revealed(now, chosen, [...steps, edits])
    if (!original && !shown) return chosen.some(one => isSame(one.now, now)) ? 'The finding would still be there.' : `It would bring a finding of \`${now.active.rule.id}\`.`
    left.push(original ? { original, now, ...(known?.revealed && { revealed: true }) } : { original: shown ?? now, now, revealed: true })
  }
  return { document: next, open: left, steps: [...steps, edits] }
}

/** A finding that shows only now that another place of the same value is fixed, as it would have been in the document that was given. */
function repeated(now: Reported, chosen: readonly Chosen[], steps: readonly (readonly Edit[])[]): Reported | undefined {
  const { secret } = now.problem
  if (!secret || !chosen.some(one => secret.equals(one.now.problem.secret))) return undefined
  return asBefore(now, steps)
}

/** A finding of another rule in what no fix wrote: it says what was there before, as that a value is logged which now is known to be a secret. */
function revealed(now: Reported, chosen: readonly Chosen[], steps: readonly (readonly Edit[])[]): Reported | undefined {
  return chosen.some(one => one.now.active.rule.id === now.active.rule.id) ? undefined : asBefore(now, steps)
}

/** A finding as it would have stood in the document that was given; undefined where it stands in what fixes wrote. */
function asBefore(now: Reported, steps: readonly (readonly Edit[])[]): Reported | undefined {
  const range = steps.reduceRight<Range | undefined>((moved, edits) => moved && moveBack(moved, edits), now.problem.range)
  return range && { ...now, problem: { ...now.problem, range } }
}

function fixesOf({ problem }: Reported): readonly Fix[] {
  return (problem.fixes?.() ?? []).filter(({ edits, adds = [] }) => edits.length > 0 || adds.length > 0)
}

function isSame(one: Reported, other: Reported): boolean {
  return one.active.rule.id === other.active.rule.id && one.problem.messageId === other.problem.messageId
}

/** An insertion where a range begins may stand before it or in it: both are the same place. */
function isNear(expected: Range, actual: Range): boolean {
  return overlaps(expected, actual) || (expected[0] === actual[0] && expected[1] === actual[1])
}

/** The first fixes in order that do not get in each other's way. */
function withoutOverlap(candidates: readonly Chosen[]): readonly Chosen[] {
  const chosen: Chosen[] = []
  for (const one of candidates) {
    if (chosen.every(other => one.fix.edits.every(edit => other.fix.edits.every(taken => isEqual(edit, taken) || areApart(edit.range, taken.range))))) chosen.push(one)
  }
  return chosen
}

function isEqual(one: Edit, other: Edit): boolean {
  return one.range[0] === other.range[0] && one.range[1] === other.range[1] && one.text === other.text
}

function areApart(one: Range, other: Range): boolean {
  return one[1] <= other[0] || other[1] <= one[0]
}

/** All edits, equal ones once; at one place they keep the order that each fix has them in. */
export function mergeEdits(fixes: readonly Pick<Fix, 'edits'>[]): readonly Edit[] {
  const merged: Edit[] = []
  for (const { edits } of fixes) {
    for (let index = edits.length - 1, before = merged.length; index >= 0; index--) {
      const edit = edits[index] as Edit
      const known = merged.findIndex(one => isEqual(one, edit))
      if (known >= 0) before = known
      else merged.splice(before, 0, edit)
    }
  }
  return merged
}

/** Where a range stands after edits; what is replaced counts as a whole. */
function moveRange([start, end]: Range, edits: readonly Edit[]): Range {
  let from = start
  let to = end
  for (const { range, text } of edits) {
    const growth = text.length - (range[1] - range[0])
    const isInsertion = range[0] === range[1]
    if (range[1] <= start) from += growth
    else if (range[0] < start) from -= start - range[0]
    if (isInsertion ? range[0] < end || (start === end && range[0] === end) : range[0] < end) to += growth
  }
  return [from, Math.max(from, to)]
}

/** Where a range stood before edits; undefined where it holds anything that they wrote. */
function moveBack([start, end]: Range, edits: readonly Edit[]): Range | undefined {
  let growth = 0
  for (const { range, text } of edits.toSorted((one, other) => one.range[0] - other.range[0])) {
    const written: Range = [range[0] + growth, range[0] + growth + text.length]
    if (overlaps(written, [start, end])) return undefined
    if (written[0] >= end) break
    growth += text.length - (range[1] - range[0])
  }
  return [start - growth, end - growth]
}

function parsesAsBefore(before: Document, after: Document): boolean {
  if (after.parsed.errors.length > before.parsed.errors.length) return false
  const lookup = lookupFor(before)
  return !lookup?.parses || !lookup.parses(before) || lookup.parses(after)
}
