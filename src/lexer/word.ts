import type { Range } from '../core/text.ts'
import type { Found } from './values.ts'
import type { Lexed } from './reading.ts'
import { Joined, decode } from './escapes.ts'
import { bindingTo } from './reading.ts'
import { addValue } from './values.ts'

/** A shell's word: bare and quoted pieces side by side. */
export interface Word {
  readonly range: Range
  /** The quoted pieces. */
  readonly pieces: readonly Piece[]
  readonly interpolated: boolean
}

export interface Piece {
  readonly range: Range
  readonly content: Range
  readonly quote: string
  readonly escaped: boolean
}

const DEFAULT = /\$\{(\w{1,100}):?[-=]/y
const STOPS = new Set('\n\r\t ;&|()<>')

/** Reads words. Commands within them (`$(…)`) are read by `nested`, which returns the offset behind. */
export class WordReader {
  readonly #text: string
  readonly #limit: number
  readonly #into: Lexed
  readonly #path: readonly string[]
  readonly #nested: (at: number, close: number) => number
  readonly #endless = new Map<string, number>()

  constructor(text: string, limit: number, into: Lexed, path: readonly string[], nested: (at: number, close: number) => number) {
    this.#text = text
    this.#limit = limit
    this.#into = into
    this.#path = path
    this.#nested = nested
  }

  /** The word that begins here; at least one character. */
  read(start: number): Word {
    const text = this.#text
    const pieces: Piece[] = []
    let interpolated = false
    let at = start
    while (at < this.#limit) {
      const own = text[at] ?? ''
      if (STOPS.has(own) && at > start) break
      if (own === '\\') {
        if (text[at + 1] === '\n' || text[at + 1] === '\r') break
        at += 2
      } else if (own === "'" || own === '"' || (own === '$' && (text[at + 1] === "'" || text[at + 1] === '"'))) {
        const piece = this.#piece(at)
        if (piece) {
          pieces.push(piece.piece)
          interpolated ||= piece.interpolated
        }
        at = piece ? piece.piece.range[1] : at + 1
      } else if (own === '$' || own === '`') {
        const end = this.#expansion(at)
        interpolated ||= end > at + 1
        at = Math.max(end, at + 1)
      } else at++
    }
    return { range: [start, Math.min(Math.max(at, start + 1), this.#limit)], pieces, interpolated }
  }

  #piece(start: number): { piece: Piece; interpolated: boolean } | undefined {
    const text = this.#text
    const open = text[start] === '$' ? start + 1 : start
    const quote = text[open] ?? ''
    if ((this.#endless.get(quote) ?? 0) > start) return undefined
    const saved = this.#into.literals.length
    const raw = quote === "'" && open === start
    let interpolated = false
    let escaped = false
    for (let at = open + 1; at < this.#limit; ) {
      const own = text[at] ?? ''
      if (own === quote) return { piece: { range: [start, at + 1], content: [open + 1, at], quote: text.slice(start, open + 1), escaped }, interpolated }
      if (own === '\\' && !raw) {
        escaped = true
        at += 2
      } else if ((own === '$' || own === '`') && quote === '"') {
        const end = this.#expansion(at)
        interpolated ||= end > at + 1
        at = Math.max(end, at + 1)
      } else at++
    }
    this.#endless.set(quote, this.#limit)
    this.#into.literals.length = Math.min(this.#into.literals.length, saved)
    return undefined
  }

  /** The offset behind `$x`, `${…}`, `$(…)` or a command in backticks; of what is none, the next offset. */
  #expansion(at: number): number {
    const text = this.#text
    const next = text[at + 1] ?? ''
    if (text[at] === '`') return (this.#endless.get('`') ?? 0) > at ? at + 1 : this.#command(at + 1, 96, '`')
    if (next === '(') return this.#command(at + 2, 41, '(')
    if (next === '{') return this.#parameter(at)
    if (/[\w@*#?!]/.test(next)) {
      let end = at + 2
      while (end < this.#limit && /\w/.test(text[end] ?? '')) end++
      return end
    }
    return at + 1
  }

  #command(from: number, close: number, key: string): number {
    if ((this.#endless.get(key) ?? 0) > from) return from
    const saved = this.#into.literals.length
    const end = this.#nested(from, close)
    if (end < this.#limit || this.#text.charCodeAt(this.#limit - 1) === close) return end
    this.#endless.set(key, this.#limit)
    this.#into.literals.length = saved
    return from
  }

  /** `${X}` and `${X:-default}`. */
  #parameter(at: number): number {
    const text = this.#text
    if ((this.#endless.get('{') ?? 0) > at) return at + 1
    let depth = 0
    let end = at + 1
    for (; end < this.#limit; end++) {
      const own = text[end]
      if (own === '{') depth++
      else if (own === '}' && --depth === 0) break
      else if (own === '\n' || own === '\r') break
      else if (own === '\\') end++
    }
    if (end >= this.#limit || text[end] !== '}') {
      this.#endless.set('{', end)
      return at + 1
    }
    addDefault(text, [at, end + 1], this.#path, this.#into)
    return end + 1
  }

  /** What a word stands for, from an offset on. */
  value(word: Word, from: number): Pick<Found, 'range' | 'content' | 'quote' | 'value' | 'segments' | 'interpolated'> {
    const text = this.#text
    const [, end] = word.range
    const own = word.pieces.filter(({ range }) => range[0] >= from)
    const { interpolated } = word
    const [only] = own
    if (only && own.length === 1 && only.range[0] === from && only.range[1] === end) {
      const { range, content, quote } = only
      return { range, content, quote, interpolated, ...(only.escaped && decode(text, content, escapesOf(quote), quote)) }
    }
    const range = [from, end] as const
    if (own.length === 0 && !text.slice(from, end).includes('\\')) return { range, content: range, quote: '', interpolated }
    const joined = new Joined(text)
    let at = from
    for (const piece of own) {
      bare(text, [at, piece.range[0]], joined)
      const { value, segments } = decode(text, piece.content, piece.escaped ? escapesOf(piece.quote) : 'none', piece.quote)
      if (segments) for (const part of segments) joined.unit(value.slice(...part.value), part.source)
      else joined.verbatim(piece.content)
      at = piece.range[1]
    }
    bare(text, [at, end], joined)
    return { range, content: range, quote: '', interpolated, ...joined.decoded(range) }
  }
}

/** `${X:-default}`: adds what it holds where the variable is missing. */
export function addDefault(text: string, [start, end]: Range, path: readonly string[], into: Lexed): void {
  DEFAULT.lastIndex = start
  const found = DEFAULT.exec(text)
  const name = found?.[1]
  if (!found || name === undefined) return
  const from = start + found[0].length
  const quote = text[from] ?? ''
  const quoted = (quote === '"' || quote === "'") && text[end - 2] === quote && end - 2 > from
  const content: Range = quoted ? [from + 1, end - 2] : [from, end - 1]
  if (content[0] >= content[1] || DEFAULT.lastIndex > end - 1) return
  addValue(text, into, { range: [from, end - 1], content, quote: quoted ? quote : '', binding: bindingTo(text, 'default', [start + 2, start + 2 + name.length], path) })
}

function escapesOf(quote: string): 'backslash' | 'shell' | 'none' {
  return quote === "$'" ? 'backslash' : quote === "'" ? 'none' : 'shell'
}

/** A bare piece: a backslash stands for what follows it. */
function bare(text: string, [start, end]: Range, joined: Joined): void {
  let run = start
  for (let at = start; at < end - 1; at++) {
    if (text[at] !== '\\') continue
    joined.verbatim([run, at])
    joined.unit(text[at + 1] ?? '', [at, at + 2])
    run = at + 2
    at++
  }
  joined.verbatim([run, Math.max(run, end)])
}
