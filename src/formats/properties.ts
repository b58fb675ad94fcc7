import type { Parsed } from '../core/document.ts'
import type { Entry } from '../core/tree.ts'
import { Cursor, isLineEnd } from './cursor.ts'
import { Decoder } from './decoder.ts'
import { PlaceholderText } from './placeholders.ts'

const SPACE = /[ \t\f\ufeff]*/y
const SEPARATOR = /[ \t\f]*[=:]?[ \t\f]*/y
const CODE = /^[\da-f]{4}$/i
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f' }

/** Java's properties: escapes, continued lines, keys as written (`spring.datasource.password`). `${name}` and `${name:default}` are References. One mapping. */
export default {
  id: 'properties',
  parse(text: string): Parsed {
    const reader = new PropertiesReader(text)
    const entries = reader.entries()
    return { documents: [{ kind: 'mapping', range: [0, text.length], entries }], comments: reader.comments, errors: reader.errors }
  },
}

class PropertiesReader extends Cursor {
  entries(): Entry[] {
    const entries: Entry[] = []
    while (!this.ended()) {
      this.match(SPACE)
      const letter = this.text[this.at]
      if (letter === '#' || letter === '!') this.lineComment()
      else {
        this.#continued()
        if (!this.ended() && !isLineEnd(this.unit)) entries.push(this.#entry())
      }
      this.at = this.afterLineEnd(this.lineEnd())
    }
    return entries
  }

  #entry(): Entry {
    const start = this.at
    const key = new Decoder(this.text)
    this.#pieces(key, letter => ' \t\f=:'.includes(letter))
    const keyRange = [start, this.at] as const
    this.match(SEPARATOR)
    this.#continued()
    const from = this.at
    const value = new PlaceholderText(this.text)
    this.#pieces(value, () => false, at => value.placeholder(at, this.text.length))
    const range = [from, this.at] as const
    return { range: [start, this.at], key: key.value, keyRange, value: value.node(range, range) }
  }

  /** Moves over pieces up to the end of the logical line or a letter that ends them. */
  #pieces(target: Decoder | PlaceholderText, ends: (letter: string) => boolean, placeholder?: (at: number) => number | undefined): void {
    let run = this.at
    while (!this.ended() && !isLineEnd(this.unit)) {
      const letter = this.text[this.at] ?? ''
      if (ends(letter)) break
      if (letter === '\\') {
        target.verbatim(run, this.at)
        this.#escape(target)
        run = this.at
      } else if (letter === '$' && placeholder) {
        target.verbatim(run, this.at)
        run = this.at
        const next = placeholder(this.at)
        this.at = next ?? this.at + 1
        run = next ?? run
      } else {
        this.at++
      }
    }
    target.verbatim(run, this.at)
  }

  #escape(target: Decoder | PlaceholderText): void {
    const { text, at } = this
    const letter = text[at + 1] ?? ''
    if (this.#continued()) return
    const hex = text.slice(at + 2, at + 6)
    const code = letter === 'u' && CODE.test(hex)
    if (letter === 'u' && !code) this.fail('An escape is not known.')
    this.at = Math.min(code ? at + 6 : at + 2, text.length)
    target.unit(code ? String.fromCharCode(parseInt(hex, 16)) : (ESCAPES[letter] ?? letter), at, this.at)
  }

  /** Moves to where the next line begins, as long as a backslash ends this one. */
  #continued(): boolean {
    const start = this.at
    while (this.text[this.at] === '\\' && isLineEnd(this.text.charCodeAt(this.at + 1))) {
      this.at = this.afterLineEnd(this.at + 1)
      this.match(SPACE)
    }
    return this.at > start
  }
}
