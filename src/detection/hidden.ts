/**
 * What the prefilter cannot see as it stands: strings put together from parts, escaped letters, character codes. It looks for the marks of these, and here a stretch around
 * a mark is made readable, loosely, to be asked again. A string in three or more parts by way of variables, and one that a function turns round, stay hidden.
 */
import { CODE_KEYWORDS, codesIn, escapedIn } from './encoded.ts'

const OPERATORS = [' +', '+', ' .', '.', ' &', '&', ' <>', ' ||', ' \\', ' \'', ' "', '\n', '\r', ' \n'] as const

/** Between two strings that are one. */
export const JOIN_KEYWORDS: readonly string[] = ['"\'', '\'"', '\\\n', '\\\r', '${"', '${\'', '{\'', ...['"', '\''].flatMap(quote => OPERATORS.map(operator => quote + operator))]
/** Before the code of a character. */
export const ESCAPE_KEYWORDS: readonly string[] = ['\\x', '\\u00', '\\u{', '&#', '\\0', '\\1', '%3', '%4', '%5', '%6', '%7']
/** Of lists whose strings are one, or whose numbers are. */
export const LIST_KEYWORDS: readonly string[] = ['"].join(', '\'].join(', '".join(', '\'.join(', 'implode(', ...CODE_KEYWORDS]

/** What is made readable around a mark, in characters. */
const BEFORE = 250
const BEHIND = 1000
/** The same of a list of codes, each of which takes some five characters. */
const CODES_BEHIND = 4000
/** Stretches of this length are looked at once, however many marks they have and in whatever order these are told. */
export const STEP = 750

const JOIN = /["'`]\)?(?:\s{0,120}(?:[+&\\]|\.concat\(|\.{1,2}|<>|\|\|)\s{0,120}|\s{1,120})?[A-Za-z@$]?["'`]|\\\r?\n[ \t]{0,80}|\$\{["'`]|\{'|["'`]\}(?=[\w+/=-])/g
const JOIN_HERE = /["'`]\)?(?:\s{0,120}(?:[+&\\]|\.concat\(|\.{1,2}|<>|\|\|)\s{0,120}|\s{1,120})?[A-Za-z@$]?["'`](?=[\w+/=-])|\\\r?\n[ \t]{0,80}(?=[\w+/=-])|\$?\{["'`](?=[\w+/=-])/y
const LISTED = /["'`][ \t]{0,4},\s{0,80}[A-Z@$]?["'`]/gi
const ESCAPE_HERE = /\\x[2-7][\da-f]|\\u00[2-7][\da-f]|\\u\{0{0,4}[2-7][\da-f]\}|\\[01][0-7]{2}|&#(?:\d{2,3}|x[2-7][\da-f]);|%[2-7][\da-f]/iy
const TOKEN_UNIT = /[\w+/=-]/

/** Whether two parts of a token are joined here. */
export function isJoin(text: string, at: number): boolean {
  JOIN_HERE.lastIndex = at
  return TOKEN_UNIT.test(text[at - 1] ?? ' ') && JOIN_HERE.test(text)
}

/** Whether a plain character is escaped here. */
export function isEscape(text: string, at: number): boolean {
  ESCAPE_HERE.lastIndex = at
  return ESCAPE_HERE.test(text)
}

/** A stretch of `STEP` characters, and what stands around it, with joins and escapes read. */
export function joinedText(text: string, block: number): string {
  return readable(text, block * STEP, false)
}

/** The same with what lists say: strings that a call joins, and characters by their codes. */
export function listedText(text: string, block: number): string {
  const start = block * STEP
  const codes = codesIn(text.slice(start, start + STEP + CODES_BEHIND)).map(({ text: said }) => said)
  return [readable(text, start, true), ...codes].join('\n')
}

function readable(text: string, at: number, listed: boolean): string {
  const stretch = text.slice(Math.max(0, at - BEFORE), at + STEP + BEHIND)
  const joined = (listed ? stretch.replace(LISTED, '') : stretch).replace(JOIN, '')
  let said = ''
  let from = 0
  for (const { range, text: plain } of escapedIn(joined)) {
    said += joined.slice(from, range[0]) + plain
    from = range[1]
  }
  return said + joined.slice(from)
}
