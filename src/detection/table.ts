import { readFileSync } from 'node:fs'
import type { ChecksumName, Detector } from '../core/credential.ts'
import type { Packable } from './packed.ts'
import type { Automaton } from './prefilter.ts'
import { unpack } from './packed.ts'
import { AUTOMATON_ARRAYS, arraysOf, automatonOf } from './prefilter.ts'

/** What the scanning path needs of a detector; the rest is in its file. */
export interface DetectorRow extends Pick<Detector, 'id' | 'name' | 'role' | 'severity' | 'pair' | 'near' | 'ignore'> {
  /** Sticky, bounded and linear; group 2, if there is one, is the secret and group 1 what precedes it. */
  readonly source: string
  /** Fewest and most characters of a match. */
  readonly length: readonly [min: number, max: number]
  /** What every match begins with. */
  readonly prefix?: string
  /** Class of all characters that a match may hold. */
  readonly characters: string
  readonly checksum?: ChecksumName | 'crc32'
  /** Characters that are written out in its shape: of two matches in one place the more specific wins. */
  readonly specificity: number
  /** Name of its file in `rules/detectors/`, without the ending. */
  readonly file: string
}

/** A keyword promises a secret by name: as an identifier, before the user and password of a URL, as an authorization scheme. */
export const NAMES = { identifier: 1, url: 2, scheme: 3 } as const
/** The bits of a keyword that say which of `NAMES` it is. */
export const NAME_BITS = 3
/** The bit of a keyword that a rule asks for. */
export const RULE_BIT = 4
/** A keyword that the readers of programs ask for. */
export const PROGRAM_BIT = 8
/** A keyword is the mark of something hidden: of strings that are joined, of an escaped character, of a list that is a string. */
export const MARKS = { join: 16, escape: 32, list: 64 } as const
/** The bits of a keyword that say which of `MARKS` it is. */
export const MARK_BITS = 112
/** A keyword is a call or a program that takes a secret by its place. */
export const PLACE_BIT = 128

/** What the keywords of the automaton stand for, by their numbers. */
export interface Keywords {
  /** `NAME_BITS`, `RULE_BIT` and `PROGRAM_BIT` of each keyword. */
  readonly kinds: Uint8Array
  /** Where the uses of a keyword begin, in triples; one more entry at the end. */
  readonly useStarts: Uint32Array
  /** Triples: a detector's row, and how far behind the beginning of a match the keyword stands, at least and at most; -1 where it is a word near the value. */
  readonly uses: Int16Array
}

export interface Table extends Keywords {
  readonly automaton: Automaton
  /** How many detectors there are. */
  readonly size: number
  /** A detector's row; read on first use. */
  readonly row: (index: number) => DetectorRow
  /** The row of a detector's id; undefined for what no detector tells. */
  readonly rowOf: (id: string) => DetectorRow | undefined
}

/** The part of the table that is bytes: `table.bin`. */
export function tableArrays(automaton: Automaton, { kinds, useStarts, uses }: Keywords): readonly Packable[] {
  return [...arraysOf(automaton), kinds, useStarts, uses]
}

let loaded: Table | undefined

/** The table that the build derived from the detectors and rules; read on first use. Its two files are all that detection reads. */
export function table(): Table {
  return (loaded ??= readTable(
    readFileSync(new URL('table.bin', import.meta.url)),
    readFileSync(new URL('table.jsonl', import.meta.url), 'utf8'),
  ))
}

function readTable(bytes: Uint8Array<ArrayBuffer>, text: string): Table {
  const arrays = unpack(bytes)
  const [kinds, useStarts, uses] = arrays.slice(AUTOMATON_ARRAYS) as [Uint8Array, Uint32Array, Int16Array]
  const lines = text.split('\n')
  const rows: (DetectorRow | undefined)[] = []
  // A run meets few of the detectors: only their rows are parsed.
  const row = (index: number): DetectorRow => (rows[index] ??= JSON.parse(lines[index] ?? '') as DetectorRow)
  const named = new Map<string, DetectorRow | undefined>()
  const rowOf = (id: string): DetectorRow | undefined => {
    if (!named.has(id)) {
      const index = lines.findIndex(line => line.startsWith(`{"id":${JSON.stringify(id)},`))
      named.set(id, index < 0 ? undefined : row(index))
    }
    return named.get(id)
  }
  return { automaton: automatonOf(arrays), kinds, useStarts, uses, size: lines.length, row, rowOf }
}

const memberships = new Map<DetectorRow, Uint8Array>()

/** For each unit below 128 whether a match of the row may hold it. */
export function membersOf(row: DetectorRow): Uint8Array {
  let members = memberships.get(row)
  if (!members) {
    const one = new RegExp(row.characters)
    members = Uint8Array.from({ length: 128 }, (_, unit) => Number(one.test(String.fromCharCode(unit))))
    memberships.set(row, members)
  }
  return members
}

const sticky = new Map<DetectorRow, RegExp>()
const global = new Map<DetectorRow, RegExp>()

/** The pattern of a row, compiled on first use; sticky or global, so that whoever uses it sets `lastIndex`. */
export function patternOf(row: DetectorRow, flags: 'y' | 'g'): RegExp {
  const patterns = flags === 'y' ? sticky : global
  let pattern = patterns.get(row)
  if (!pattern) patterns.set(row, (pattern = new RegExp(row.source, flags)))
  return pattern
}
