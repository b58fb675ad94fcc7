/**
 * What a text says in another writing: base64 and hexadecimal of text, escapes and entities of plain letters, lists of character codes.
 *
 * Digits are looked through from `SHORTEST` on, wherever they stand: shorter ones, as `user:password` and the values of a Kubernetes Secret have them, say too little
 * alone and are decoded under their name by `valueOf`. What decodes to bytes that are no text is none: compressed and encrypted data stays closed, and so does text in other
 * alphabets than UTF-8 and UTF-16. Ciphers, base32, base85, uuencode and quoted-printable are not read: nothing tells them from words at a price that every file can pay.
 */
import type { Range } from '../core/text.ts'

export interface Encoded {
  readonly by: 'digits' | 'escapes' | 'codes'
  /** In the text at hand. */
  readonly range: Range
  /** What it says. */
  readonly text: string
}

/** Fewest digits that are looked into: 20 characters in base64, the shortest token that says what it is; 13 in hexadecimal. */
export const SHORTEST = 27
/** Most digits that are decoded at once. */
export const LONGEST = 1 << 20

/** Value of a digit of base64, in both alphabets; 64 for what is none. */
const VALUES = new Uint8Array(256).fill(64)
Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/').forEach((digit, value) => { VALUES[digit.charCodeAt(0)] = value })
VALUES['-'.charCodeAt(0)] = 62
VALUES['_'.charCodeAt(0)] = 63
const DIGIT = VALUES.map(value => Number(value < 64))

/** Whether a byte may stand in a text of ours. */
const TEXTUAL = Uint8Array.from({ length: 256 }, (_, byte) => Number((byte >= 32 && byte !== 127) || byte === 9 || byte === 10 || byte === 13))
const PRINTABLE = Uint8Array.from({ length: 256 }, (_, byte) => Number(TEXTUAL[byte] === 1 && byte < 128))

/** A stretch of digits whose beginning decodes to text: from `start` on, up to `end`, in `bytes[0..length)`; undefined where there is no more. */
export function nextDigits(bytes: Uint8Array, from: number, length: number): Range | undefined {
  let start = from
  let known = from
  while (start + SHORTEST <= length) {
    let at = start + SHORTEST - 1
    const next = at + 1
    // From behind, so that of most texts few bytes are looked at.
    while (at >= known && DIGIT[bytes[at] ?? 0] === 1) at--
    if (at >= known) {
      start = at + 1
      known = next
      continue
    }
    const end = digitsEnd(bytes, next, length)
    if (beginsText(bytes, start)) return [start, lastLine(bytes, start, end, length)]
    start = known = end + 1
  }
  return undefined
}

function digitsEnd(bytes: Uint8Array, from: number, length: number): number {
  let end = from
  while (end < length && DIGIT[bytes[end] ?? 0] === 1) end++
  return end
}

/** Whether the first bytes that digits decode to can be those of a text. */
function beginsText(bytes: Uint8Array, at: number): boolean {
  const value = (index: number): number => VALUES[bytes[at + index] ?? 0] ?? 64
  const first = (value(0) << 2) | (value(1) >> 4)
  const second = ((value(1) & 15) << 4) | (value(2) >> 2)
  const third = ((value(2) & 3) << 6) | value(3)
  if (PRINTABLE[first] === 1 && PRINTABLE[third] === 1 && (PRINTABLE[second] === 1 || second === 0)) return true
  for (let index = 0; index < 8; index += 2) if (PRINTABLE[(nibble(bytes[at + index] ?? 0) << 4) | nibble(bytes[at + index + 1] ?? 0)] !== 1) return false
  return true
}

/** The value of a hexadecimal digit; of what is none, one that makes no byte. */
function nibble(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48
  const lower = unit | 32
  return lower >= 97 && lower <= 102 ? lower - 87 : 256
}

/** Fewest digits of a line that goes on in the next one. */
const LINE = 60

/** The end of digits that are broken into lines, with what fills up the last. */
function lastLine(bytes: Uint8Array, start: number, end: number, length: number): number {
  let from = start
  let last = end
  while (last - from >= LINE) {
    let next = last
    // A line end is written out, with the indentation behind it, or escaped.
    while (bytes[next] === 92 && (bytes[next + 1] === 110 || bytes[next + 1] === 114)) next += 2
    if (bytes[next] === 10 || bytes[next] === 13) while (next < last + 80 && (bytes[next] === 10 || bytes[next] === 13 || bytes[next] === 32 || bytes[next] === 9)) next++
    const more = digitsEnd(bytes, next, length)
    if (next === last || more === next) break
    from = next
    last = more
  }
  while (last < end + LONGEST && bytes[last] === 61) last++
  return last
}

/** The text that digits stand for, all of them, in base64 or hexadecimal; undefined where they stand for no text. */
export function decodeDigits(digits: string): string | undefined {
  const plain = digits.replace(/\s|\\[nr]/g, '')
  if (/^(?:[\da-f]{2})+$/i.test(plain)) {
    const text = textOf(Buffer.from(plain, 'hex'))
    if (text !== undefined) return text
  }
  return /^[\w+/-]+={0,2}$/.test(plain) && plain.replace(/=+$/, '').length % 4 !== 1 ? textOf(Buffer.from(plain, 'base64')) : undefined
}

function textOf(bytes: Buffer): string | undefined {
  if (bytes.length === 0) return undefined
  if (bytes[1] === 0 && bytes.length % 2 === 0) {
    for (let at = 0; at < bytes.length; at += 2) if (bytes[at + 1] !== 0 || TEXTUAL[bytes[at] ?? 0] !== 1) return undefined
    return bytes.toString('utf16le')
  }
  let wide = false
  for (const byte of bytes) {
    if (TEXTUAL[byte] !== 1) return undefined
    if (byte > 127) wide = true
  }
  if (!wide) return bytes.toString('latin1')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const ESCAPE = /\\U000000([\da-f]{2})|\\x([\da-f]{2})|\\u00([\da-f]{2})|\\u\{0{0,4}([\da-f]{2})\}|\\([01][0-7]{2})|&#(\d{2,3});|&#x([\da-f]{2});|%([\da-f]{2})/gi
/** Characters of tokens, beside which an escape is part of one. */
const TOKEN_UNIT = /[\w+/=.~-]/
const FURTHEST = 300

/** Plain letters and digits that are escaped, with what stands beside them. */
export function escapedIn(text: string): readonly Encoded[] {
  const found: Encoded[] = []
  let open: { start: number; end: number; said: string; plain: number } | undefined
  const close = (): void => {
    if (!open) return
    const { start, said, plain } = open
    const tail = tokenEnd(text, open.end)
    if (plain > 0) found.push({ by: 'escapes', range: [start, tail], text: said + text.slice(open.end, tail) })
  }
  ESCAPE.lastIndex = 0
  for (const match of text.matchAll(ESCAPE)) {
    const [whole, long, x, u, braced, octal, decimal, hexadecimal, percent] = match
    const code = octal ? Number.parseInt(octal, 8) : decimal ? Number(decimal) : Number.parseInt(x ?? u ?? braced ?? long ?? hexadecimal ?? percent ?? '', 16)
    const letter = code < 127 && (code >= 32 || code === 10) ? String.fromCharCode(code) : undefined
    const { index } = match
    if (open && tokenEnd(text, open.end) < index) {
      close()
      open = undefined
    }
    if (letter === undefined) {
      close()
      open = undefined
      continue
    }
    const from: number = open ? open.end : Math.max(tokenStart(text, index), found.at(-1)?.range[1] ?? 0)
    open = {
      start: open?.start ?? from,
      end: index + whole.length,
      said: (open?.said ?? '') + text.slice(from, index) + letter,
      plain: (open?.plain ?? 0) + Number(/[\w-]/.test(letter)),
    }
  }
  close()
  return found
}

function tokenEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && end - from < FURTHEST && TOKEN_UNIT.test(text[end] ?? '')) end++
  return end
}

function tokenStart(text: string, to: number): number {
  let start = to
  while (start > 0 && to - start < FURTHEST && TOKEN_UNIT.test(text[start - 1] ?? '')) start--
  // The letter of an escape that is no letter: `\n`.
  return start > 0 && start < to && text[start - 1] === '\\' ? start + 1 : start
}

/** What makes characters of codes. The prefilter looks for the words in `CODE_KEYWORDS`. */
const CODES = /fromCharCode|fromCodePoint|\bchr\(|\bbytes\(|bytearray\(|byte\[|\[\]byte|\[\]rune|uint8array|buffer\.from\(|\bpack\(/gi
export const CODE_KEYWORDS = ['fromcharcode', 'fromcodepoint', 'chr(', 'bytes(', 'bytearray(', 'byte[', '[]byte', '[]rune', 'uint8array', 'buffer.from(', 'pack('] as const
const FIRST_CODE = /[\s(),[\]{}=:.\w"'*+!]{0,60}?(?<![\w.])(?=(?:0x)?\d)/y
const CODE = /(?:chr\(|\(byte\)[ \t]?|byte\()?(0x[\da-f]{2}|\d{1,3})\b\)?([\s,+.&]{0,80})/iy
const FEWEST_CODES = 8
const MOST_CODES = 20_000

/** Characters written as their codes. */
export function codesIn(text: string): readonly Encoded[] {
  const found: Encoded[] = []
  for (const { index, 0: word } of text.matchAll(CODES)) {
    if (index < (found.at(-1)?.range[1] ?? 0)) continue
    const codes = codesAt(text, index + word.length)
    if (codes) found.push(codes)
  }
  return found
}

/** The list of codes that begins close behind a place. */
export function codesAt(text: string, from: number): Encoded | undefined {
  FIRST_CODE.lastIndex = from
  if (!FIRST_CODE.test(text)) return undefined
  const start = FIRST_CODE.lastIndex
  let said = ''
  let end = start
  for (let at = start; said.length < MOST_CODES;) {
    CODE.lastIndex = at
    const [whole = '', number = '', behind = ''] = CODE.exec(text) ?? []
    const code = Number(number)
    if (whole === '') break
    if (code > 255 || PRINTABLE[code] !== 1) return undefined
    said += String.fromCharCode(code)
    at += whole.length
    end = at - behind.length
    if (!/[,+.&]/.test(behind)) break
  }
  return said.length < FEWEST_CODES ? undefined : { by: 'codes', range: [start, end], text: said }
}

/** Base64 and hexadecimal of text. Units beyond Latin-1 are no digits, whatever their lower half is. */
export function digitsIn(text: string, tooLong: () => void): readonly Encoded[] {
  const bytes = Buffer.from(text, 'latin1')
  const found: Encoded[] = []
  for (let run = nextDigits(bytes, 0, bytes.length); run; run = nextDigits(bytes, run[1], bytes.length)) {
    const [start, end] = run
    if (isPartOfToken(text, run)) continue
    if (end - start > LONGEST) {
      tooLong()
      continue
    }
    const said = decodeDigits(text.slice(start, end))
    if (said !== undefined) found.push({ by: 'digits', range: run, text: said })
  }
  return found
}

/** A web token is one, whatever its parts say; so is a data URI of a picture. */
function isPartOfToken(text: string, [start, end]: Range): boolean {
  return text[start - 1] === '.' || (text[end] === '.' && text.startsWith('eyJ', start)) || /data:(?:image|font)\/[\w.+;=-]{1,60},$/.test(text.slice(Math.max(0, start - 80), start))
}
