import type { Parsed } from '../core/document.ts'
import type { Entry, Mapping, Node, Scalar } from '../core/tree.ts'
import { Cursor, bare, endOf, isLineEnd, nothing } from './cursor.ts'
import { Decoder } from './decoder.ts'
import { nest, type Name } from './nest.ts'

const BARE_KEY = /[\w-]+/y
const WORD = /[^\s,#[\]{}="']+(?: \d\d:\d\d[^\s,#[\]{}="']*)?/y
const NUMBER = /^(?:[+-]?\d[\d_]*(?:\.[\d_]+)?(?:e[+-]?[\d_]+)?|0x[\da-f_]+|0o[0-7_]+|0b[01_]+)$/i
const NAMES: Readonly<Record<string, boolean>> = { true: true, false: false }
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }
const HEX: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/**
 * TOML. Tables and dotted names nest; each `[a.b]` is an entry of its own, so `a` may be repeated, and an item of `[[a]]` is a sequence of one. Dates are strings
 * without quotes. One mapping.
 */
export default {
  id: 'toml',
  parse(text: string): Parsed {
    const reader = new TomlReader(text)
    const entries = reader.file()
    return { documents: [{ kind: 'mapping', range: [0, text.length], entries }], comments: reader.comments, errors: reader.errors }
  },
}

class TomlReader extends Cursor {
  file(): Entry[] {
    const entries = this.#lines()
    while (!this.ended()) entries.push(...this.#table())
    return entries
  }

  #table(): Entry[] {
    const header = this.at
    const list = this.eat('[[')
    if (!list) this.at++
    this.#space(false)
    const names = this.#names()
    if (!names || !this.eat(list ? ']]' : ']')) {
      this.#nextLine('A table is not closed.')
      return names ? this.#tableOf(names, header, list) : []
    }
    const body = this.at
    this.#endOfLine()
    return this.#tableOf(names, body, list)
  }

  #tableOf(names: readonly Name[], body: number, list: boolean): Entry[] {
    const start = Math.max(body, names.at(-1)?.range[1] ?? body)
    const entries = this.#lines()
    const table: Mapping = { kind: 'mapping', range: [start, endOf(entries, start)], entries }
    const entry = nest(names, list ? { kind: 'sequence', range: table.range, items: [table] } : table)
    return entry ? [entry] : []
  }

  /** Names with values, up to the next table. */
  #lines(): Entry[] {
    const entries: Entry[] = []
    while (this.#space(true) && this.text[this.at] !== '[') {
      const entry = this.#pair()
      if (entry) entries.push(entry)
      if (entry) this.#endOfLine()
      else this.#nextLine('A line has no `name = value`.')
    }
    return entries
  }

  #pair(): Entry | undefined {
    const names = this.#names()
    if (!names || !this.eat('=')) return undefined
    const from = this.at
    this.#space(false)
    const value = this.#value()
    if (!value) this.fail('A value is missing.', from)
    return nest(names, value ?? nothing(from))
  }

  #names(): Name[] | undefined {
    const names: Name[] = []
    do {
      this.#space(false)
      const start = this.at
      const quote = this.text[start]
      const quoted = quote === '"' || quote === "'" ? this.#string(quote) : undefined
      const key = quoted ? String(quoted.value) : this.match(BARE_KEY)
      if (key === undefined) return undefined
      names.push({ key, range: [start, this.at], keyRange: quoted?.content ?? [start, this.at] })
      this.#space(false)
    } while (this.eat('.'))
    return names
  }

  #value(): Node | undefined {
    const start = this.at
    const letter = this.text[start]
    if (letter === '"' || letter === "'") return this.#string(letter.repeat(this.text.startsWith(letter.repeat(3), start) ? 3 : 1))
    if (letter === '[') return this.nested(() => this.#array())
    if (letter === '{') return this.nested(() => this.#inline())
    const word = this.match(WORD)
    if (word === undefined) return undefined
    if (NAMES[word] !== undefined) return bare(start, this.at, NAMES[word])
    return bare(start, this.at, NUMBER.test(word) ? Number(word.replaceAll('_', '')) : word)
  }

  #array(): Node {
    const start = this.at++
    const items: Node[] = []
    while (this.#space(true) && !']}='.includes(this.text[this.at] ?? '')) {
      const item = this.#value()
      if (item) items.push(item)
      this.#space(true)
      if (this.eat(',') || this.ended() || this.text[this.at] === ']') continue
      this.fail('A comma is missing.')
      if (!item && !']}='.includes(this.text[this.at] ?? '')) this.at++
    }
    if (!this.eat(']')) this.fail('A `]` is missing.')
    return { kind: 'sequence', range: [start, this.at], items }
  }

  #inline(): Node {
    const start = this.at++
    const entries: Entry[] = []
    while (this.#space(true) && !'}]'.includes(this.text[this.at] ?? '')) {
      const entry = this.#pair()
      if (!entry) {
        this.fail('A `name = value` is expected.')
        break
      }
      entries.push(entry)
      this.#space(true)
      if (!this.eat(',')) break
    }
    this.#space(true)
    if (!this.eat('}')) this.fail('A `}` is missing.')
    return { kind: 'mapping', range: [start, this.at], entries }
  }

  /** @param quote One or three quotes: `"` has escapes, `'` has none, three go over lines. */
  #string(quote: string): Scalar {
    const start = this.at
    const long = quote.length > 1
    this.at += quote.length
    // A line end right after the opening quotes is not part of the string.
    if (long && isLineEnd(this.unit)) this.at = this.afterLineEnd(this.at)
    const content = this.at
    const decoder = new Decoder(this.text)
    this.#pieces(decoder, quote)
    // Up to two quotes may stand before the closing three.
    for (let extra = 0; long && extra < 2 && this.text[this.at + 3] === quote[0]; extra++) decoder.verbatim(this.at, ++this.at)
    const end = this.at
    if (!this.eat(quote)) this.fail('A string is not closed.', start)
    return decoder.scalar([start, this.at], [content, end])
  }

  #pieces(decoder: Decoder, quote: string): void {
    const long = quote.length > 1
    let run = this.at
    while (!this.ended() && !this.text.startsWith(quote, this.at) && (long || !isLineEnd(this.unit))) {
      if (quote[0] === "'" || this.text[this.at] !== '\\') {
        this.at++
        continue
      }
      decoder.verbatim(run, this.at)
      this.#escape(decoder, long)
      run = this.at
    }
    decoder.verbatim(run, this.at)
  }

  #escape(decoder: Decoder, long: boolean): void {
    const { text, at } = this
    const letter = text[at + 1] ?? ''
    if (long && /\s/.test(letter)) {
      this.at++
      this.match(/\s+/y)
      return
    }
    const digits = HEX[letter] ?? 0
    const hex = text.slice(at + 2, at + 2 + digits)
    const code = digits > 0 && hex.length === digits && /^[\da-f]+$/i.test(hex) ? parseInt(hex, 16) : -1
    const decoded = code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ESCAPES[letter]
    if (decoded === undefined) this.fail('An escape is not known.')
    this.at = decoded === undefined ? at + 1 : at + 2 + digits
    decoder.unit(decoded ?? '\\', at, this.at)
  }

  /** Moves past white space, with comments where it may go over lines, and says whether there is more. */
  #space(lineEnds: boolean): boolean {
    for (;;) {
      const unit = this.unit
      if (unit === 32 || unit === 9 || unit === 0xfeff || (lineEnds && isLineEnd(unit))) this.at++
      else if (lineEnds && unit === 35) this.lineComment()
      else return !this.ended()
    }
  }

  #endOfLine(): void {
    this.#space(false)
    if (this.text[this.at] === '#') this.lineComment()
    if (!this.ended() && !isLineEnd(this.unit)) this.#nextLine('Text follows the value on its line.')
  }

  #nextLine(message: string): void {
    this.fail(message)
    this.at = this.afterLineEnd(this.lineEnd())
  }
}
