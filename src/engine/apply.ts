/**
 * Applying fixes to one text, on strings only.
 *
 * `planFixes(document, { open, find, review })` gives `{ text, applied, held, refused }`. `open(path, text)` makes a document of the changed text; `find(document)` gives
 * what the rules report about it, without what is suppressed (`[...checkAlone(document, active, project)]`). In each of at most ten rounds every finding's first
 * allowed fix is taken (safe ones, and with `review` those for review too) as long as none overlaps another; equal insertions of several fixes (an import, a helper)
 * become one. The result must parse as well as before, the fixed findings must be gone and no new one may stand there; a fix that fails this is refused and
 * the text stays as if it had never been tried. Ranges in the results are those of the document that was given. `text` equals the document's when nothing was applied.
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
  /** Whether fixes for review are applied too. */
  readonly review: boolean
}

export interface FixPlan {
  readonly text: string
  readonly applied: readonly FixedFinding[]
  /** Findings whose fix is for review, when those were not asked for. */
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

/** A finding of the given document and where it stands in the text of this round. */
interface Tracked {
  readonly reported: Reported
  readonly range: Range
}

interface Chosen extends FixedFinding {
  readonly tracked: Tracked
}

/** Applies as many fixes as hold; see above. */
export function planFixes(document: Document, { open, find, review }: FixOptions): FixPlan {
  const applied: FixedFinding[] = []
  const refused: RefusedFix[] = []
  const held: FixedFinding[] = []
  const dropped = new Map<Reported, Set<string>>()
  let current = document
  let found = find(document)
  let tracked: readonly Tracked[] = found.map(reported => ({ reported, range: reported.problem.range }))

  const candidates = (): readonly Chosen[] =>
    found.flatMap(reported => {
      const at = tracked.find(one => isSame(one.reported, reported) && isNear(one.range, reported.problem.range))
      const fix = at && fixesOf(reported, document.path).find(({ safety, title }) => (safety === 'safe' || review) && !dropped.get(at.reported)?.has(title))
      return at && fix ? [{ tracked: at, reported: at.reported, fix }] : []
    })
  const attempt = (chosen: readonly Chosen[]): string | undefined => {
    const edits = mergeEdits(chosen.map(({ fix }) => fix))
    const next = open(document.path, applyEdits(current.text, edits))
    if (next.text === current.text) return 'It changes nothing.'
    if (!parsesAsBefore(current, next)) return 'The file would not parse any more.'
    const expected = tracked.filter(one => !chosen.some(({ tracked: fixed }) => fixed === one)).map(one => ({ ...one, range: moveRange(one.range, edits) }))
    const after = find(next)
    const extra = after.find(reported => !expected.some(one => isSame(one.reported, reported) && isNear(one.range, reported.problem.range)))
    if (extra) return chosen.some(({ reported }) => isSame(reported, extra)) ? 'The finding would still be there.' : `It would bring a finding of \`${extra.active.rule.id}\`.`
    applied.push(...chosen.map(({ reported, fix }) => ({ reported, fix })))
    current = next
    found = after
    tracked = expected
    return undefined
  }

  for (let round = 0; round < ROUNDS; round++) {
    const chosen = withoutOverlap(candidates())
    if (chosen.length === 0) break
    const reason = attempt(chosen)
    if (reason === undefined) continue
    const failed = chosen.length === 1 ? [{ one: chosen[0] as Chosen, reason }] : []
    if (chosen.length > 1) for (const one of chosen) {
      const alone = attempt([one])
      if (alone === undefined) break
      failed.push({ one, reason: alone })
    }
    for (const { one, reason: why } of failed) {
      dropped.set(one.reported, (dropped.get(one.reported) ?? new Set()).add(one.fix.title))
      refused.push({ reported: one.reported, fix: one.fix, reason: why })
    }
  }
  for (const { reported, range } of tracked) {
    const here = found.find(one => isSame(one, reported) && isNear(range, one.problem.range))
    const fix = !review && here && fixesOf(here, document.path).find(({ safety }) => safety === 'review')
    if (fix) held.push({ reported, fix })
  }
  return { text: current.text, applied, held, refused: refused.filter(({ reported }) => !applied.some(one => one.reported === reported)) }
}

function fixesOf({ problem }: Reported, path: string): readonly Fix[] {
  return (problem.fixes?.() ?? []).filter(({ edits }) => edits.length > 0 && edits.every(edit => edit.path === undefined || edit.path === path))
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

function parsesAsBefore(before: Document, after: Document): boolean {
  if (after.parsed.errors.length > before.parsed.errors.length) return false
  const lookup = lookupFor(before)
  return !lookup?.parses || !lookup.parses(before) || lookup.parses(after)
}
