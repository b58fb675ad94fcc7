import type { Language } from '../core/document.ts'
import type { Table } from './table.ts'
import { languageOf } from '../lexer/languages.ts'
import { LONGEST, decodeDigits, nextDigits } from './encoded.ts'
import { STEP, isEscape, isJoin, joinedText, listedText } from './hidden.ts'
import { assignsSecret, hasPlacedSecret, hasSchemeValue, hasUrlPassword } from './assignment.ts'
import { matchesAt } from './match.ts'
import { isPromisingForm } from './prospect.ts'
import { scanBytes, scanText } from './prefilter.ts'
import { isStore } from './stores.ts'
import { MARKS, MARK_BITS, NAMES, NAME_BITS, PLACE_BIT, PROGRAM_BIT, RULE_BIT, table } from './table.ts'

/** Something in the file has the form of a credential. */
export const FORM = 1
/** A name promises a secret, and a literal stands behind it. */
export const NAME = 2
/** A rule asks for a word of the file. */
export const KEYWORD = 4
/** A word of infrastructure that programs or data hold, or of the use of secrets there. */
export const PROGRAM = 8
const SECRETS = FORM | NAME
const EVERYTHING = SECRETS | KEYWORD | PROGRAM
/** How often what is decoded is decoded again. */
const DEEPEST = 2

/** What a file of a language can be worth reading for: what rules ask for by a word is infrastructure, which is written in configuration; in programs and in data the words must tell more. */
export function wantedOf({ family, traits }: Language): number {
  return FORM | NAME | (family === 'config' && !traits?.includes('data') ? KEYWORD : PROGRAM)
}

/** Bytes or units scanned at a time. */
const CHUNK = 65_536
/** What is decoded around a chunk, so that a form that begins in it is whole. */
const BEFORE = 512
const BEHIND = 16_384 + 512

const hits = new Int32Array(2 * CHUNK)

/**
 * Why a file is worth decoding and reading: `FORM`, `NAME`, `KEYWORD` and `PROGRAM` together, or 0. The bytes are ASCII, UTF-8 or another encoding that holds ASCII; what is encoded
 * otherwise is decoded first and asked by `gateText`.
 * @param quoted Whether the language writes every literal in quotes.
 * @param wanted What is looked for; nothing else is said.
 */
export function gateBytes(bytes: Uint8Array, length: number, quoted: boolean, wanted = EVERYTHING): number {
  const data = table()
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, length)
  let flags = EVERYTHING & ~wanted
  for (let from = 0; from < length && flags !== EVERYTHING; from += CHUNK) {
    const to = Math.min(length, from + CHUNK)
    const count = scanBytes(data.automaton, bytes, from, to, hits)
    if (count === 0) continue
    const start = Math.max(0, from - BEFORE)
    flags = weigh(data, buffer.toString('latin1', start, Math.min(length, to + BEHIND)), start, count, quoted, flags)
  }
  return (flags & SECRETS ? flags : flags | gateDigits(bytes, length, 0)) & wanted
}

/** The same of a text that is decoded already. */
export function gateText(text: string, quoted: boolean, wanted = EVERYTHING): number {
  return gateLevel(text, quoted, wanted, 0)
}

/** @param level How often the text was decoded. */
function gateLevel(text: string, quoted: boolean, wanted: number, level: number): number {
  const data = table()
  const own = level === 0 ? hits : new Int32Array(2 * Math.min(text.length, CHUNK))
  let flags = EVERYTHING & ~wanted
  for (let from = 0; from < text.length && flags !== EVERYTHING; from += CHUNK) {
    const count = scanText(data.automaton, text, from, Math.min(text.length, from + CHUNK), own)
    flags = weigh(data, text, 0, count, quoted, flags, own, level)
  }
  return (flags & SECRETS ? flags : flags | gateDigits(Buffer.from(text, 'latin1'), text.length, level)) & wanted
}

/** Whether base64 or hexadecimal of something telling is in a text. What is too long to be decoded is worth a word. */
function gateDigits(bytes: Uint8Array, length: number, level: number): number {
  let flags = 0
  for (let run = nextDigits(bytes, 0, length); run && flags === 0; run = nextDigits(bytes, run[1], length)) {
    const [start, end] = run
    if (end - start > LONGEST || level >= DEEPEST) return FORM
    const said = decodeDigits(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1'))
    if (said !== undefined) flags = gateLevel(said, false, SECRETS, level + 1)
  }
  return flags
}

/** What a file's name is worth reading it for: a rule can ask for files by a word of their path, and columns such as those of `.pgpass` have their names in no file. */
export function gatePath(path: string): number {
  return gateText(path, true, KEYWORD | PROGRAM) | (languageOf(path).columns || isStore(path) ? NAME : 0)
}

/** Looks at the hits of one chunk. `offset` is where `text` begins in the file. */
function weigh(data: Table, text: string, offset: number, count: number, quoted: boolean, known: number, found = hits, level = 0): number {
  const { firstFinal, outputStarts, outputs, lengths } = data.automaton
  let flags = known
  const joins = new Set<number>()
  const lists = new Set<number>()
  for (let index = 0; index < count && flags !== EVERYTHING; index += 2) {
    const end = (found[index] ?? 0) - offset
    const final = (found[index + 1] ?? 0) - firstFinal
    const last = outputStarts[final + 1] ?? 0
    for (let output = outputStarts[final] ?? 0; output < last; output++) {
      const keyword = outputs[output] ?? 0
      const start = end - (lengths[keyword] ?? 0)
      flags = flagsOf(data, keyword, text, start, end, quoted, flags)
      const mark = (data.kinds[keyword] ?? 0) & MARK_BITS
      if (mark === 0 || level > 0 || flags & SECRETS || !isMarked(mark, text, start)) continue
      const block = Math.floor(start / STEP)
      const looked = mark & MARKS.list ? lists : joins
      if (looked.has(block)) continue
      looked.add(block)
      const said = mark & MARKS.list ? listedText(text, block) : joinedText(text, block)
      flags |= gateLevel(said, quoted, SECRETS, level + 1)
    }
  }
  return flags
}

function isMarked(mark: number, text: string, start: number): boolean {
  return (mark & MARKS.list) !== 0 || (mark & MARKS.join ? isJoin(text, start) : isEscape(text, start))
}

function flagsOf(data: Table, keyword: number, text: string, start: number, end: number, quoted: boolean, known: number): number {
  const kind = data.kinds[keyword] ?? 0
  let flags = known | (kind & RULE_BIT ? KEYWORD : 0) | (kind & PROGRAM_BIT ? PROGRAM : 0)
  if (!(known & FORM) && hasForm(data, keyword, text, start, end)) flags |= FORM
  if (!(known & NAME) && (speaks(kind & NAME_BITS, text, start, end, quoted) || ((kind & PLACE_BIT) !== 0 && hasPlacedSecret(text, start, end)))) flags |= NAME
  return flags
}

function hasForm(data: Table, keyword: number, text: string, start: number, end: number): boolean {
  const last = data.useStarts[keyword + 1] ?? 0
  for (let use = data.useStarts[keyword] ?? 0; use < last; use++) {
    if (matchesAt(data, text, use, start, end).some(match => isPromisingForm(match, text))) return true
  }
  return false
}

function speaks(name: number, text: string, start: number, end: number, quoted: boolean): boolean {
  switch (name) {
    case NAMES.identifier: return assignsSecret(text, start, end, quoted)
    case NAMES.url: return hasUrlPassword(text, end)
    case NAMES.scheme: return hasSchemeValue(text, end)
    default: return false
  }
}
