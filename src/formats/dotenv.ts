import type { Parsed } from '../core/document.ts'
import type { Entry, Node } from '../core/tree.ts'
import { Cursor, bare, isLineEnd } from './cursor.ts'
import { PlaceholderText } from './placeholders.ts'

const SPACE = /[ \t\ufeff]*/y
const EXPORT = /export[ \t]+/y
const NAME = /[\p{L}_][\p{L}\d_.-]*/uy
const SIGN = /[ \t]*(?:=|:[ \t])[ \t]*/y
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', $: '$' }

/** Environment files: `NAME=value`, `export NAME="value"`, quotes over several lines. `${NAME}` outside single quotes is a Reference. One mapping. */
export default {
  id: 'dotenv',
  parse(text: string): Parsed {
    const reader = new DotenvReader(text)
    const entries = reader.entries()
    return { documents: [{ kind: 'mapping', range: [0, text.length], entries }], comments: reader.comments, errors: reader.errors }
  },
}

class DotenvReader extends Cursor {
  entries(): Entry[] {
    const entries: Entry[] = []
    while (!this.ended()) {
      this.match(SPACE)
      if (this.text[this.at] === '#') this.lineComment()
      else if (!this.ended() && !isLineEnd(this.unit)) entries.push(...this.#line())
      this.at = this.afterLineEnd(this.lineEnd())
    }
    return entries
  }

  #line(): Entry[] {
    const exported = this.match(EXPORT) !== undefined
    const start = this.at
    const key = this.match(NAME)
    const end = this.at
    if (key === undefined || this.match(SIGN) === undefined) {
      if (key === undefined || !exported) this.fail('A line has no `NAME=`.', start)
      return []
    }
    const value = this.#value()
    this.match(SPACE)
    if (this.text[this.at] === '#') this.lineComment()
    return [{ range: [start, value.range[1]], key, keyRange: [start, end], value }]
  }

  #value(): Node {
    const quote = this.text[this.at]
    const start = this.at
    if (quote === '"' || quote === "'" || quote === '`') {
      const node = this.#quoted(quote)
      if (node) return node
      this.fail('A quote is not closed.', start)
    }
    return this.#bare()
  }

  #quoted(quote: string): Node | undefined {
    const start = this.at
    const close = this.#close(quote, start + 1)
    if (close === undefined) return undefined
    const value = new PlaceholderText(this.text)
    this.#pieces(value, start + 1, close, quote === '"', quote !== "'")
    this.at = close + 1
    return value.node([start, this.at], [start + 1, close])
  }

  #close(quote: string, from: number): number | undefined {
    for (let at = from; at < this.text.length; at++) {
      if (this.text[at] === quote) return at
      if (quote === '"' && this.text[at] === '\\') at++
    }
    return undefined
  }

  #bare(): Node {
    const start = this.at
    const line = this.text.slice(start, this.lineEnd())
    const comment = line.startsWith('#') ? 0 : line.search(/[ \t]#/)
    const end = start + (comment < 0 ? line : line.slice(0, comment)).trimEnd().length
    if (end === start) return bare(start, start, '')
    const value = new PlaceholderText(this.text)
    this.#pieces(value, start, end, false, true)
    this.at = end
    return value.node([start, end], [start, end])
  }

  #pieces(value: PlaceholderText, start: number, end: number, escapes: boolean, placeholders: boolean): void {
    let run = start
    for (let at = start; at < end; ) {
      const letter = this.text[at]
      const decoded = escapes && letter === '\\' ? ESCAPES[this.text[at + 1] ?? ''] : undefined
      if (decoded === undefined && !(placeholders && letter === '$')) {
        at++
        continue
      }
      value.verbatim(run, at)
      run = at
      if (decoded !== undefined) value.unit(decoded, at, at + 2)
      const next = decoded === undefined ? value.placeholder(at, end) : at + 2
      if (next !== undefined) run = next
      at = next ?? at + 1
    }
    value.verbatim(run, end)
  }
}
