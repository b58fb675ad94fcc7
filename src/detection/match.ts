import type { Range } from '../core/text.ts'
import type { DetectorRow, Table } from './table.ts'
import { isBrokenToken, verifyChecksum } from './checksum.ts'
import { scanText } from './prefilter.ts'
import { bestOfEach } from './resolve.ts'
import { NAME_BITS, RULE_BIT, membersOf, patternOf, table } from './table.ts'

/** A credential found by its form. */
export interface FormMatch {
  readonly detector: DetectorRow
  /** Of the secret. */
  readonly range: Range
  /** Of a JSON web token `invalid` if its header cannot be read. Absent: the form has no checksum, or the text not quite the form. */
  readonly checksum?: 'valid' | 'invalid'
  /** Of the word that stands near it, for detectors that need one. */
  readonly near?: Range
}

/** What a text holds for the detectors. */
export interface Forms {
  /** Of each place the best match, in order. */
  readonly matches: readonly FormMatch[]
  /** Where the words end that promise a secret by name, in order. */
  readonly names: readonly number[]
  /** Where a text begins as a provider's credentials do and goes on otherwise, and with what it begins. */
  readonly misses: ReadonlyMap<number, string>
  /** Providers whose own name stands in the text, with the detectors that need it. */
  readonly providers: ReadonlyMap<string, readonly DetectorRow[]>
}

/** All credentials in a text that are known by their form, in the order of the text; where several fit in one place, the most specific. */
export function matchForms(text: string): readonly FormMatch[] {
  return readForms(text).matches
}

/** Reads a text once for all that its forms and words tell. */
export function readForms(text: string): Forms {
  const data = table()
  const found: FormMatch[] = []
  const names: number[] = []
  const misses = new Map<number, string>()
  const providers = new Map<string, DetectorRow[]>()
  const seen = new Set<string>()
  forEachHit(data, text, (keyword, start, end) => {
    if ((data.kinds[keyword] ?? 0) & NAME_BITS) names.push(end)
    for (let use = data.useStarts[keyword] ?? 0; use < (data.useStarts[keyword + 1] ?? 0); use++) {
      const detector = data.row(data.uses[3 * use] ?? 0)
      if (isNamed(detector, text, start, end)) providers.set(detector.file, [...(providers.get(detector.file) ?? []).filter(row => row !== detector), detector])
      for (const match of matchesAt(data, text, use, start, end, misses)) {
        const key = `${match.range[0]}:${match.range[1]}:${match.detector.id}`
        if (seen.has(key)) continue
        seen.add(key)
        found.push(match)
      }
    }
  })
  for (const { range } of found) misses.delete(range[0])
  return { matches: bestOfEach(found), names, misses, providers }
}

/** Whether a text names the detector's provider here, and the detector needs it. */
function isNamed({ file, near }: DetectorRow, text: string, start: number, end: number): boolean {
  return near !== undefined && file.length === end - start && text.slice(start, end).toLowerCase() === file
}

/** What has the form of one detector between two places, whatever stands near it: for what something else says about the value. */
export function matchesBetween(row: DetectorRow, text: string, from: number, to: number): readonly FormMatch[] {
  if (stretchFrom(row, text, from, to) < 0) return []
  return [...searched(row, text, from, to)].flatMap(found => (isLively(row, found[0]) ? (formMatch(row, found, undefined) ?? []) : []))
}

/** The words of rules that a text holds, in lower case. */
export function ruleWordsIn(text: string): ReadonlySet<string> {
  const data = table()
  const words = new Map<number, string>()
  forEachHit(data, text, (keyword, start, end) => {
    if ((data.kinds[keyword] ?? 0) & RULE_BIT && !words.has(keyword)) words.set(keyword, text.slice(start, end).toLowerCase())
  })
  return new Set(words.values())
}

/** Calls back for each keyword in a text. */
function forEachHit({ automaton }: Table, text: string, visit: (keyword: number, start: number, end: number) => void): void {
  const { firstFinal, outputStarts, outputs, lengths } = automaton
  for (let from = 0; from < text.length; from += CHUNK) {
    const count = scanText(automaton, text, from, Math.min(text.length, from + CHUNK), hits)
    for (let index = 0; index < count; index += 2) {
      const end = hits[index] ?? 0
      const final = (hits[index + 1] ?? 0) - firstFinal
      for (let output = outputStarts[final] ?? 0; output < (outputStarts[final + 1] ?? 0); output++) {
        const keyword = outputs[output] ?? 0
        visit(keyword, end - (lengths[keyword] ?? 0), end)
      }
    }
  }
}

/** Units that are scanned at a time. */
const CHUNK = 16_384
const hits = new Int32Array(2 * CHUNK)

/** Matches that one use of a keyword, which stands at a place, leads to. What only begins as the detector says is added to the misses. */
export function matchesAt({ row, uses }: Table, text: string, use: number, start: number, end: number, misses?: Map<number, string>): readonly FormMatch[] {
  const detector = row(uses[3 * use] ?? 0)
  const min = uses[3 * use + 1] ?? -1
  return min < 0 ? matchesAfter(detector, text, start, end) : matchesAround(detector, text, start, end, min, uses[3 * use + 2] ?? min, misses)
}

/** A keyword within the form: the match begins so many characters before it. */
function matchesAround(row: DetectorRow, text: string, start: number, end: number, min: number, max: number, misses?: Map<number, string>): readonly FormMatch[] {
  for (let at = Math.max(0, start - max); at <= start - min; at++) {
    if (row.prefix !== undefined && !text.startsWith(row.prefix, at)) continue
    if (min < max && isWithinWord(text, at)) continue
    const found = stretchFrom(row, text, at, at) < 0 ? undefined : stickyMatch(row, text, at)
    if (!found) {
      const known = Math.max(max === 0 ? end - start : 0, row.prefix?.length ?? 0)
      if (known >= (misses?.get(at)?.length ?? LEAST_TELLING)) misses?.set(at, text.slice(at, at + known + Number(SEPARATOR.test(text[at + known] ?? ''))))
      continue
    }
    if (row.specificity < TELLING && !isLively(row, found[0].slice(row.specificity))) continue
    const near = row.near ? wordBefore(row.near, text, at) : undefined
    if (row.near && !near) continue
    const match = formMatch(row, found, near)
    return match ? [match] : []
  }
  return []
}

/**
 * Where, between two places, at least as many characters as a match must have stand together that it may have; -1 for nowhere. Looks from behind, so that in most texts it
 * sees few of them.
 */
function stretchFrom(row: DetectorRow, text: string, from: number, to: number): number {
  const members = membersOf(row)
  const [least] = row.length
  let start = from
  while (start <= to && start + least <= text.length) {
    let at = start + least - 1
    while (at >= start && members[text.charCodeAt(at)] === 1) at--
    if (at < start) return start
    start = at + 1
  }
  return -1
}

function stickyMatch(row: DetectorRow, text: string, at: number): RegExpExecArray | null {
  const pattern = patternOf(row, 'y')
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** With fewer characters than these begin too many words. */
const LEAST_TELLING = 4
/** What stands between the mark of a provider and what is random. */
const SEPARATOR = /[-_.\d]/

/** Characters written out in a shape that speak for themselves. */
const TELLING = 6

/** Whether no match can begin here, since a letter stands before that is no part of an escape sequence. Cheaper than asking the pattern, and never stricter. */
function isWithinWord(text: string, at: number): boolean {
  if (!isWordUnit(text.charCodeAt(at - 1)) || !isWordUnit(text.charCodeAt(at))) return false
  for (let before = at - 2; before >= at - 6; before--) {
    const unit = text.charCodeAt(before)
    if (unit === 92 || unit === 37) return false
    if (!isWordUnit(unit)) return true
  }
  return true
}

/** How far behind a word its value may begin: in its line or the next. */
const REACH = 100
const MOST_VALUES = 3

/** A word near the form: the match begins behind it. */
function matchesAfter(row: DetectorRow, text: string, start: number, end: number): readonly FormMatch[] {
  if (!beginsWord(text, start) || (end - start <= SHORT_WORD && !endsWord(text, end))) return []
  const reach = reachFrom(text, end)
  if (stretchFrom(row, text, end, reach) < 0) return []
  const matches: FormMatch[] = []
  for (const found of row.prefix === undefined ? searched(row, text, end, reach) : prefixed(row, row.prefix, text, end, reach)) {
    // A step of a path is no value: keys stand in queries.
    const match = text[found.index - 1] !== '/' && isLively(row, found[0]) ? formMatch(row, found, [start, end]) : undefined
    if (match) matches.push(match)
    if (matches.length === MOST_VALUES) break
  }
  return matches
}

/** What a boundary looks back at. */
const LOOK_BEHIND = 8

/** Matches that begin between two places, found by searching a window. */
function* searched(row: DetectorRow, text: string, from: number, to: number): Generator<RegExpExecArray> {
  const pattern = patternOf(row, 'g')
  const offset = Math.max(0, from - LOOK_BEHIND)
  const window = text.slice(offset, to + row.length[1] + LOOK_BEHIND)
  let next = from - offset
  for (;;) {
    pattern.lastIndex = next
    const found = pattern.exec(window)
    if (!found || found.index + offset >= to) return
    next = pattern.lastIndex
    found.index += offset
    yield found
  }
}

/** The same where what they begin with is known. */
function* prefixed(row: DetectorRow, prefix: string, text: string, from: number, to: number): Generator<RegExpExecArray> {
  const window = text.slice(from, to + prefix.length)
  for (let index = window.indexOf(prefix); index !== -1 && index + from < to; index = window.indexOf(prefix, index + 1)) {
    const found = stickyMatch(row, text, index + from)
    if (found) yield found
  }
}

function reachFrom(text: string, end: number): number {
  const most = Math.min(text.length, end + REACH)
  let lines = 0
  for (let at = end; at < most; at++) {
    if (text.charCodeAt(at) === 10 && ++lines === 2) return at
  }
  return most
}

/** The last of these words that begins within reach before a place. */
function wordBefore(words: readonly string[], text: string, at: number): Range | undefined {
  const from = Math.max(0, at - REACH)
  const before = text.slice(from, at)
  const line = before.lastIndexOf('\n', before.lastIndexOf('\n') - 1) + 1
  const folded = before.toLowerCase()
  let best: Range | undefined
  for (const word of words) {
    const index = folded.lastIndexOf(word)
    if (index >= line && beginsWord(text, from + index) && (word.length > SHORT_WORD || endsWord(text, from + index + word.length)) && (!best || from + index > best[0])) best = [from + index, from + index + word.length]
  }
  return best
}

/** Shorter words must not only begin, but end as words do: `fal` isn't in `false`. */
const SHORT_WORD = 5

function endsWord(text: string, end: number): boolean {
  return !isLower(text.charCodeAt(end)) && !(isUpper(text.charCodeAt(end)) && isUpper(text.charCodeAt(end - 1)))
}

/** Whether a word begins here: not in the middle of another, as `ably` in `probably`. */
function beginsWord(text: string, start: number): boolean {
  const first = text.charCodeAt(start)
  const previous = text.charCodeAt(start - 1)
  if (isLower(first)) return !isLower(previous) && !isUpper(previous)
  return !isUpper(first) || !isUpper(previous)
}

function isWordUnit(unit: number): boolean {
  return isLower(unit) || isUpper(unit) || unit === 95 || (unit >= 48 && unit <= 57)
}

function isLower(unit: number): boolean {
  return unit >= 97 && unit <= 122
}

function isUpper(unit: number): boolean {
  return unit >= 65 && unit <= 90
}

/** Whether a value that little speaks for looks made by a machine: with a digit, where it may have one, or changing between cases. */
function isLively(row: DetectorRow, value: string): boolean {
  return membersOf(row)[DIGIT] === 0 || /\d/.test(value) || (value.match(/[a-z][A-Z]/g)?.length ?? 0) > value.length / 8
}

/** `5`, which every alphabet with digits has. */
const DIGIT = 53

/** Whether it is filled up rather than made: `xxxxxxxxxxxx`, `0000-0000-0000`. */
function isFilled(value: string): boolean {
  return value.length >= 8 && value.length < LONG && new Set(value.replace(/\W/g, '')).size <= 3
}

/** What is this long is judged by more than its characters. */
const LONG = 512

function formMatch(row: DetectorRow, found: RegExpExecArray, near: Range | undefined): FormMatch | undefined {
  const start = found.index + (found[2] === undefined ? 0 : (found[1]?.length ?? 0))
  const value = found[2] ?? found[0]
  if (/example/i.test(value) || row.ignore?.includes(value) || isFilled(value.slice(row.specificity))) return undefined
  const checksum = row.checksum ? verifyChecksum(row.checksum, value) : isBrokenToken(value) ? 'invalid' : undefined
  return { detector: row, range: [start, start + value.length], ...(checksum && { checksum }), ...(near && { near }) }
}
