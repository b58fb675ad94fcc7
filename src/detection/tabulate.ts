import type { Detector } from '../core/credential.ts'
import type { Part } from './shape.ts'
import type { DetectorRow, Keywords } from './table.ts'
import { classSource } from './alphabet.ts'
import { ambiguity, charactersOf, lengthOf, patternSource } from './compile.ts'
import { ESCAPE_KEYWORDS, JOIN_KEYWORDS, LIST_KEYWORDS } from './hidden.ts'
import { LEAST_SELECTIVE, SELECTIVE, keywordsOf } from './keyword.ts'
import { NAME_KEYWORDS, PLACE_KEYWORDS, SCHEME_KEYWORDS, URL_KEYWORD } from './keywords.ts'
import { pack } from './packed.ts'
import { buildAutomaton } from './prefilter.ts'
import { parseShape } from './shape.ts'
import { MARKS, NAMES, PLACE_BIT, PROGRAM_BIT, RULE_BIT, tableArrays } from './table.ts'

/** A detector and the name of its file without the ending. */
export interface DetectorSource {
  readonly detector: Detector
  readonly file: string
}

/** The derived table in the two pieces that are written. */
export interface Tabulated {
  /** Of `table.bin`. */
  readonly bytes: Uint8Array
  /** Of `table.jsonl`: a row in each line. */
  readonly rows: readonly DetectorRow[]
  /** A sentence for each detector that was left out. */
  readonly problems: readonly string[]
}

/** Most ways of splitting a text that a detector may leave open: it bounds the time of a match. */
const MOST_AMBIGUOUS = 512

/**
 * Folds detectors and rules into what the scanning path loads.
 * @param ruleKeywords What rules ask for in configuration.
 * @param programKeywords What infrastructure written in programs, and the use of secrets there, is known by.
 * @param patterns Reads a hand-written pattern into parts; undefined where it cannot be shown to be linear.
 */
export function tabulate(
  sources: readonly DetectorSource[],
  ruleKeywords: readonly string[],
  programKeywords: readonly string[],
  patterns: (pattern: string) => readonly Part[] | undefined,
): Tabulated {
  const problems: string[] = []
  const rows: DetectorRow[] = []
  const keywords = new Map<string, MutableKeyword>()
  const at = (text: string): MutableKeyword => {
    const known = keywords.get(text)
    if (known) return known
    const added: MutableKeyword = { uses: [], kind: 0 }
    keywords.set(text, added)
    return added
  }
  const ids = new Set<string>()
  for (const { detector, file } of sources) {
    const compiled = compile(detector, file, patterns)
    if (ids.has(detector.id)) problems.push(`Detector \`${detector.id}\` of \`${file}\` has an id that is taken.`)
    else if (typeof compiled === 'string') problems.push(`Detector \`${detector.id}\` of \`${file}\` ${compiled}.`)
    else {
      ids.add(detector.id)
      for (const [text, use] of compiled.uses) at(text).uses.push([rows.length, ...use])
      rows.push(compiled.row)
    }
  }
  for (const text of NAME_KEYWORDS) at(text).kind |= NAMES.identifier
  for (const text of SCHEME_KEYWORDS) at(text).kind |= NAMES.scheme
  for (const text of PLACE_KEYWORDS) at(text).kind |= PLACE_BIT
  at(URL_KEYWORD).kind |= NAMES.url
  for (const text of JOIN_KEYWORDS) at(text).kind |= MARKS.join
  for (const text of ESCAPE_KEYWORDS) at(text).kind |= MARKS.escape
  for (const text of LIST_KEYWORDS) at(text).kind |= MARKS.list
  for (const text of ruleKeywords) at(text.toLowerCase()).kind |= RULE_BIT
  for (const text of programKeywords) at(text.toLowerCase()).kind |= PROGRAM_BIT
  const automaton = buildAutomaton([...keywords.keys()])
  return { bytes: pack(tableArrays(automaton, flattened([...keywords.values()]))), rows, problems }
}

interface MutableKeyword {
  readonly uses: (readonly [row: number, min: number, max: number])[]
  kind: number
}

function flattened(keywords: readonly MutableKeyword[]): Keywords {
  const useStarts = new Uint32Array(keywords.length + 1)
  keywords.forEach(({ uses }, index) => { useStarts[index + 1] = (useStarts[index] ?? 0) + uses.length })
  return { kinds: Uint8Array.from(keywords, ({ kind }) => kind), useStarts, uses: Int16Array.from(keywords.flatMap(({ uses }) => uses.flat())) }
}

interface Compiled {
  readonly row: DetectorRow
  readonly uses: readonly (readonly [text: string, before: readonly [min: number, max: number]])[]
}

/** A detector as a row and its keywords, or why it cannot be one. */
function compile(detector: Detector, file: string, patterns: (pattern: string) => readonly Part[] | undefined): Compiled | string {
  const { id, name, role, severity, pair, near, ignore, checksum } = detector
  if ((detector.shape === undefined) === (detector.pattern === undefined)) return 'must have either a shape or a pattern'
  let parts: readonly Part[] | undefined
  try {
    parts = detector.shape === undefined ? patterns(detector.pattern ?? '') : parseShape(detector.shape)
  } catch (error) {
    return `cannot be read: ${error instanceof Error ? error.message : 'unknown'}`
  }
  if (!parts) return 'has a pattern that cannot be shown to be linear'
  const ways = ambiguity(parts)
  if (ways > MOST_AMBIGUOUS) return `leaves ${ways} ways of splitting a text; at most ${MOST_AMBIGUOUS} are allowed`
  const keywords = keywordsOf(parts, near ? SELECTIVE : LEAST_SELECTIVE)
  if (!keywords && !near) return 'says too little to be found by; it needs `near`'
  const check = checksum ?? (detector.shape?.includes('{crc32}') ? 'crc32' : undefined)
  const row: DetectorRow = {
    id, name, role, severity, file, source: detector.pattern ?? patternSource(parts), length: lengthOf(parts), characters: classSource(charactersOf(parts)),
    specificity: specificityOf(parts),
    ...(prefixOf(parts) !== '' && { prefix: prefixOf(parts) }), ...(pair !== undefined && { pair }), ...(near && { near: near.flatMap(spellingsOf) }), ...(ignore && { ignore }), ...(check && { checksum: check }),
  }
  return { row, uses: keywords ? keywords.map(({ text, before }) => [text, before]) : (row.near ?? []).map(text => [text, [-1, -1]]) }
}

/** `api_key` as people write it: also `api-key`, `apikey`, `api.key`, `api key`. */
function spellingsOf(word: string): readonly string[] {
  const lower = word.toLowerCase()
  return /[a-z\d]_[a-z\d]/.test(lower) ? [...new Set(['_', '-', '', '.', ' '].map(separator => lower.replace(/(?<=[a-z\d])_(?=[a-z\d])/g, separator)))] : [lower]
}

function prefixOf([first]: readonly Part[]): string {
  if (first?.kind === 'literal') return first.text
  return first?.kind === 'secret' || (first?.kind === 'repeat' && first.min > 0) ? prefixOf(first.parts) : ''
}

function specificityOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => {
    switch (part.kind) {
      case 'literal': return sum + part.text.length
      case 'run': return sum
      case 'choice': return sum + Math.min(...part.options.map(specificityOf))
      default: return sum + specificityOf(part.parts) * (part.kind === 'repeat' ? part.min : 1)
    }
  }, 0)
}
