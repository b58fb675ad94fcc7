import type { StringSyntax } from '../core/document.ts'
import type { Range } from '../core/text.ts'
import type { Segment } from '../core/tree.ts'

/** A stretch of a string's content that is not read for escapes: kept as written (an expression), or no part of the value (indentation). */
export interface Mark {
  readonly range: Range
  readonly kept: boolean
}

export interface Decoded {
  readonly value: string
  /** Absent where the content is the value. */
  readonly segments?: Segment[]
}

const SIMPLE: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', a: '\x07', e: '\x1b' }

/**
 * The value of a string's content.
 * @param marks In order, without overlap.
 */
export function decode(text: string, [from, to]: Range, escapes: StringSyntax['escapes'], quote: string, marks: readonly Mark[] = []): Decoded {
  const joined = new Joined(text)
  let next = 0
  let at = from
  let run = from
  while (at < to) {
    const mark = marks[next]
    if (mark && at >= mark.range[0]) {
      if (!mark.kept) {
        joined.verbatim([run, mark.range[0]])
        run = mark.range[1]
      }
      at = Math.max(at, mark.range[1])
      next++
      continue
    }
    const escape = readEscape(text, at, to, escapes, quote)
    if (!escape) {
      at++
      continue
    }
    joined.verbatim([run, at])
    joined.unit(escape.value, [at, escape.end])
    run = at = escape.end
  }
  joined.verbatim([run, to])
  return joined.decoded([from, to])
}

/** A value put together from stretches of source. */
export class Joined {
  readonly #text: string
  readonly #pieces: string[] = []
  readonly #segments: Segment[] = []
  #length = 0

  constructor(text: string) {
    this.#text = text
  }

  /** The number of characters so far. */
  get length(): number {
    return this.#length
  }

  /** A stretch that stands for itself. */
  verbatim(source: Range): void {
    const [start, end] = source
    if (start >= end) return
    const last = this.#segments.at(-1)
    const touches = last && last.source[1] === start && last.source[1] - last.source[0] === last.value[1] - last.value[0]
    if (!touches) {
      this.#push(this.#text.slice(start, end), source)
      return
    }
    this.#pieces.push(this.#text.slice(start, end))
    this.#length += end - start
    this.#segments[this.#segments.length - 1] = { value: [last.value[0], this.#length], source: [last.source[0], end] }
  }

  /** A stretch that decodes to a value; to nothing, it stands for nothing. */
  unit(value: string, source: Range): void {
    if (!value) return
    const [start, end] = source
    const misleading = end - start === value.length && this.#text.slice(start, end) !== value
    this.#push(value, misleading ? [start, start] : source)
  }

  /** What came together; without segments where it is the content as written. */
  decoded(content: Range): Decoded {
    const [only] = this.#segments
    const value = this.#pieces.join('')
    const plain = only ? this.#segments.length === 1 && only.source[0] === content[0] && only.source[1] === content[1] && value.length === content[1] - content[0] : content[0] === content[1]
    return plain ? { value } : { value, segments: this.#segments }
  }

  #push(value: string, source: Range): void {
    this.#pieces.push(value)
    this.#segments.push({ value: [this.#length, this.#length + value.length], source })
    this.#length += value.length
  }
}

interface Escape {
  readonly value: string
  readonly end: number
}

function readEscape(text: string, at: number, to: number, escapes: StringSyntax['escapes'], quote: string): Escape | undefined {
  if (escapes === 'none' || escapes === 'raw') return undefined
  const own = text[at] ?? ''
  if (escapes === 'double') return own === quote && text[at + 1] === quote && at + 1 < to ? { value: quote, end: at + 2 } : undefined
  if (own !== (escapes === 'backtick' ? '`' : '\\') || at + 1 >= to) {
    return escapes === 'backtick' && own === quote && text[at + 1] === quote && at + 1 < to ? { value: quote, end: at + 2 } : undefined
  }
  const second = text[at + 1] ?? ''
  if (escapes === 'quote') return second === '\\' || second === quote ? { value: second, end: at + 2 } : undefined
  if (escapes === 'shell') {
    if (second === '\n') return { value: '', end: at + 2 }
    if (second === '\r') return { value: '', end: text[at + 2] === '\n' ? at + 3 : at + 2 }
    return '$`"\\'.includes(second) ? { value: second, end: at + 2 } : undefined
  }
  const escape = readBackslash(text, at + 1, to)
  if (escapes !== 'trimming' || escape?.value !== '') return escape
  let { end } = escape
  while (end < to && text.charCodeAt(end) <= 32) end++
  return { value: '', end }
}

/** What follows a backslash as C, Java, JavaScript and Python have it; a letter that means nothing stands for itself, with its backslash. */
export function readBackslash(text: string, at: number, to: number): Escape | undefined {
  const letter = text[at] ?? ''
  const simple = SIMPLE[letter]
  if (simple) return { value: simple, end: at + 1 }
  if (letter === '\n') return { value: '', end: at + 1 }
  if (letter === '\r') return { value: '', end: text[at + 1] === '\n' && at + 1 < to ? at + 2 : at + 1 }
  if (letter === 'x') return readCode(text, at + 1, to, 1, 2, 16)
  if (letter === 'u') return readCode(text, at + 1, to, 4, 4, 16)
  if (letter === 'U') return readCode(text, at + 1, to, 8, 8, 16)
  if (letter >= '0' && letter <= '7') return readCode(text, at, to, 1, 3, 8)
  return /\w/.test(letter) ? undefined : { value: letter, end: at + 1 }
}

/** Digits of a character's code, bare or in braces. */
function readCode(text: string, at: number, to: number, least: number, most: number, base: 8 | 16): Escape | undefined {
  const braces = base === 16 && text[at] === '{'
  const start = braces ? at + 1 : at
  const limit = Math.min(to, start + (braces ? 8 : most))
  let end = start
  while (end < limit && isDigit(text.charCodeAt(end), base)) end++
  if (end - start < (braces ? 1 : least) || (braces && text[end] !== '}')) return undefined
  const code = Number.parseInt(text.slice(start, end), base)
  return code > 0x10ffff ? undefined : { value: String.fromCodePoint(code), end: braces ? end + 1 : end }
}

function isDigit(code: number, base: 8 | 16): boolean {
  if (base === 8) return code >= 48 && code <= 55
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102)
}
