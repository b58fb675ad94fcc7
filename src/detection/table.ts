import { readFileSync } from 'node:fs'
import type { ChecksumName, Detector } from '../core/credential.ts'
import type { Automaton } from './prefilter.ts'
import { unpackAutomaton } from './prefilter.ts'

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

/** A keyword names a detector's row and says how far behind the beginning of a match it stands; no distance: it is a word near the value. */
export type KeywordUse = readonly [row: number, min: number, max: number] | readonly [row: number]

/** What the keywords of the automaton stand for, by their numbers. */
export interface KeywordRow {
  readonly uses?: readonly KeywordUse[]
  /** Promises a secret by name: `identifier`, the user and password of a `url`, or an authorization `scheme`. */
  readonly name?: 'identifier' | 'url' | 'scheme'
  /** Ids of rules that ask for it. */
  readonly rules?: readonly string[]
}

export interface TableData {
  readonly keywords: readonly KeywordRow[]
  readonly detectors: readonly DetectorRow[]
}

export interface Table extends TableData {
  readonly automaton: Automaton
}

let loaded: Table | undefined

/** The table that the build derived from the detectors and rules; read on first use. This is the only file that detection reads. */
export function table(): Table {
  return (loaded ??= {
    ...(JSON.parse(readFileSync(new URL('table.json', import.meta.url), 'utf8')) as TableData),
    automaton: unpackAutomaton(readFileSync(new URL('table.bin', import.meta.url))),
  })
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
