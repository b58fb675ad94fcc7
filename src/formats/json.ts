import type { Parsed } from '../core/document.ts'
import type { Entry, Node, Scalar } from '../core/tree.ts'
import { Cursor, bare, isLineEnd, nothing } from './cursor.ts'
import { Decoder } from './decoder.ts'

const NUMBER = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.+-])/iy
const WORD = /[^\s,:"'[\]{}/]+/y
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }
const NAMES: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

/** JSON with comments, trailing commas, single quotes and bare keys, and several values one after the other (JSON Lines). */
export default {
  id: 'json',
  parse(text: string): Parsed {
    const reader = new JsonReader(text)
    const documents = reader.documents()
    return { documents, comments: reader.comments, errors: reader.errors }
  },
}

class JsonReader extends Cursor {
  documents(): Node[] {
    const documents: Node[] = []
    while (this.#skip()) {
      if (documents.length > 0 && !this.#startsLine()) this.fail('The value has ended before the end of the text.')
      const value = this.#value()
      if (value) documents.push(value)
      else this.#unexpected()
    }
    return documents
  }

  #value(): Node | undefined {
    switch (this.text[this.at]) {
      case '{':
        return this.nested(() => this.#object())
      case '[':
        return this.nested(() => this.#array())
      case '"':
      case "'":
        return this.#string()
      default:
        return this.#bare()
    }
  }

  #object(): Node {
    const start = this.at++
    const entries: Entry[] = []
    while (this.#skip() && !'}]'.includes(this.text[this.at] ?? '')) {
      const entry = this.#entry()
      if (entry) {
        entries.push(entry)
        this.#separator('}')
      } else {
        this.#unexpected()
      }
    }
    this.#close('}')
    return { kind: 'mapping', range: [start, this.at], entries }
  }

  #entry(): Entry | undefined {
    const start = this.at
    const quoted = this.unit === 34 || this.unit === 39
    const name = quoted ? this.#string() : undefined
    const key = name ? String(name.value) : this.match(WORD)
    if (key === undefined) return undefined
    const keyRange = name?.content ?? [start, this.at] as const
    const end = this.at
    this.#skip()
    if (!this.eat(':')) {
      this.fail('A key has no `:` after it.', end)
      return { range: [start, end], key, keyRange, value: nothing(end) }
    }
    const colon = this.at
    this.#skip()
    const value = this.#value()
    if (!value) this.fail('A key has no value.', colon)
    const filled = value ?? nothing(colon)
    return { range: [start, filled.range[1]], key, keyRange, value: filled }
  }

  #array(): Node {
    const start = this.at++
    const items: Node[] = []
    while (this.#skip() && !'}]'.includes(this.text[this.at] ?? '')) {
      const item = this.#value()
      if (item) {
        items.push(item)
        this.#separator(']')
      } else {
        this.#unexpected()
      }
    }
    this.#close(']')
    return { kind: 'sequence', range: [start, this.at], items }
  }

  #separator(close: string): void {
    const end = this.at
    this.#skip()
    if (!this.eat(',') && !this.ended() && this.text[this.at] !== close && !'}]'.includes(this.text[this.at] ?? '')) this.fail('A comma is missing.', end)
  }

  #close(close: string): void {
    if (!this.eat(close)) this.fail(`A \`${close}\` is missing.`)
  }

  #unexpected(): void {
    if (this.ended()) return
    this.fail('This is not a value.')
    this.at++
  }

  #string(): Scalar {
    const { text } = this
    const start = this.at
    const quote = this.unit
    let at = start + 1
    let unit = text.charCodeAt(at)
    while (unit !== quote && unit !== 92 && !isLineEnd(unit) && at < text.length) unit = text.charCodeAt(++at)
    if (unit === quote) {
      this.at = at + 1
      return { kind: 'scalar', range: [start, at + 1], content: [start + 1, at], value: text.slice(start + 1, at) }
    }
    return this.#escapedString(start, quote, at)
  }

  #escapedString(start: number, quote: number, from: number): Scalar {
    const { text } = this
    const decoder = new Decoder(text)
    decoder.verbatim(start + 1, from)
    let run = from
    let at = from
    for (let unit = text.charCodeAt(at); at < text.length && unit !== quote && !isLineEnd(unit); unit = text.charCodeAt(at)) {
      if (unit !== 92) {
        at++
        continue
      }
      decoder.verbatim(run, at)
      const hex = text[at + 1] === 'u' && /^[\da-f]{4}$/i.test(text.slice(at + 2, at + 6))
      const end = hex ? at + 6 : this.#escapeEnd(at)
      const letter = text[at + 1] ?? ''
      decoder.unit(hex ? String.fromCharCode(parseInt(text.slice(at + 2, at + 6), 16)) : (ESCAPES[letter] ?? text.slice(at + 1, end).replace(/^[\r\n]+$/, '')), at, end)
      run = at = end
    }
    decoder.verbatim(run, at)
    const closed = text.charCodeAt(at) === quote
    if (!closed) this.fail('A string is not closed.', start)
    this.at = closed ? at + 1 : at
    return decoder.scalar([start, this.at], [start + 1, at])
  }

  #escapeEnd(at: number): number {
    return isLineEnd(this.text.charCodeAt(at + 1)) ? this.afterLineEnd(at + 1) : Math.min(at + 2, this.text.length)
  }

  #bare(): Node | undefined {
    const start = this.at
    const number = this.match(NUMBER)
    if (number !== undefined) return bare(start, this.at, Number(number))
    const word = this.match(WORD)
    if (word === undefined) return undefined
    const value = NAMES[word]
    if (value !== undefined) return bare(start, this.at, value)
    this.fail('A word stands where a value is expected.', start)
    return { kind: 'reference', range: [start, this.at], target: word }
  }

  #startsLine(): boolean {
    let before = this.at - 1
    while (this.text[before] === ' ' || this.text[before] === '\t') before--
    return isLineEnd(this.text.charCodeAt(before))
  }

  /** Moves past white space and comments, and says whether there is more. */
  #skip(): boolean {
    for (;;) {
      const unit = this.unit
      if (unit === 32 || unit === 10 || unit === 13 || unit === 9 || unit === 0xfeff || unit === 0xa0) this.at++
      else if (unit === 47 && this.text[this.at + 1] === '/') this.lineComment()
      else if (unit === 47 && this.text[this.at + 1] === '*') this.blockComment('/*', '*/')
      else return !this.ended()
    }
  }
}
