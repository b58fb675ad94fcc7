import type { Parsed } from '../core/document.ts'
import type { Range } from '../core/text.ts'
import type { Entry, Node } from '../core/tree.ts'
import { Cursor, endOf, isLineEnd, nothing } from './cursor.ts'
import { PlaceholderText } from './placeholders.ts'

const SPACE = /[ \t\ufeff]*/y

/**
 * Ini in its many dialects: sections are mappings by their whole name (`remote "origin"`), `name = value`, `name: value`, names alone (null), quotes, and
 * lines that are indented deeper than their name continue its value. `${NAME}` is a Reference. One mapping; a repeated section is a repeated entry.
 */
export default {
  id: 'ini',
  parse(text: string): Parsed {
    const reader = new IniReader(text)
    const entries = reader.file()
    return { documents: [{ kind: 'mapping', range: [0, text.length], entries }], comments: reader.comments, errors: reader.errors }
  },
}

class IniReader extends Cursor {
  file(): Entry[] {
    const entries = this.#entries()
    while (!this.ended()) {
      const start = this.at
      const line = this.lineEnd()
      const close = this.text.slice(start, line).lastIndexOf(']')
      if (close < 0) this.fail('A section is not closed.')
      const name: Range = [start + 1, close < 0 ? line : start + close]
      const body = close < 0 ? line : start + close + 1
      this.at = body
      this.#restOfLine()
      const inner = this.#entries()
      const range: Range = [body, endOf(inner, body)]
      entries.push({ range: [start, range[1]], key: this.text.slice(...name), keyRange: name, value: { kind: 'mapping', range, entries: inner } })
    }
    return entries
  }

  /** The lines up to the next section. */
  #entries(): Entry[] {
    const entries: Entry[] = []
    while (!this.ended()) {
      const line = this.at
      this.match(SPACE)
      if (this.text[this.at] === '[') return entries
      if (this.#comment() || isLineEnd(this.unit) || this.ended()) {
        this.at = this.afterLineEnd(this.lineEnd())
        continue
      }
      entries.push(this.#entry(this.at - line))
    }
    return entries
  }

  #comment(): boolean {
    const letter = this.text[this.at]
    if (letter !== ';' && letter !== '#') return false
    this.lineComment()
    return true
  }

  #restOfLine(): void {
    this.match(SPACE)
    this.#comment()
    this.at = this.afterLineEnd(this.lineEnd())
  }

  #entry(indentation: number): Entry {
    const start = this.at
    const line = this.text.slice(start, this.lineEnd())
    const sign = separator(line)
    const keyEnd = start + (sign < 0 ? line : line.slice(0, sign)).trimEnd().length
    const quoted = keyEnd - start > 1 && this.text[start] === '"' && this.text[keyEnd - 1] === '"'
    const keyRange: Range = quoted ? [start + 1, keyEnd - 1] : [start, keyEnd]
    this.at = sign < 0 ? keyEnd : start + sign + 1
    if (sign >= 0) this.match(SPACE)
    const value = sign < 0 ? nothing(keyEnd) : this.#value(indentation)
    this.#restOfLine()
    return { range: [start, value.range[1]], key: this.text.slice(...keyRange), keyRange, value }
  }

  #value(indentation: number): Node {
    const start = this.at
    const quote = this.text[start]
    if (quote === '"' || quote === "'") {
      const close = this.text.indexOf(quote, start + 1)
      if (close >= 0 && close < this.lineEnd() && /^[ \t]*(?:[;#].*)?$/.test(this.text.slice(close + 1, this.lineEnd()))) {
        this.at = close + 1
        return this.#node([start, this.at], [[start + 1, close]])
      }
    }
    const lines: Range[] = [this.#valueLine()]
    for (let next = this.#continuation(indentation); next; next = this.#continuation(indentation)) lines.push(next)
    const end = lines.at(-1)?.[1] ?? start
    return this.#node([start, end], lines)
  }

  #valueLine(): Range {
    const start = this.at
    const line = this.text.slice(start, this.lineEnd())
    const comment = line.search(/[ \t][;#]/)
    this.at = start + (comment < 0 ? line : line.slice(0, comment)).trimEnd().length
    return [start, this.at]
  }

  /** A line of the same value: indented deeper than the name, and no comment. */
  #continuation(indentation: number): Range | undefined {
    const before = this.at
    const end = this.lineEnd()
    if (/[;#]/.test(this.text.slice(before, end))) return undefined
    this.at = this.afterLineEnd(end)
    const line = this.at
    this.match(SPACE)
    if (this.at - line > indentation && this.at < this.lineEnd() && !'[;#'.includes(this.text[this.at] ?? '')) return this.#valueLine()
    this.at = before
    return undefined
  }

  #node(range: Range, lines: readonly Range[]): Node {
    const value = new PlaceholderText(this.text)
    lines.forEach(([start, end], index) => {
      const before = lines[index - 1]
      if (before) value.unit('\n', before[1], start)
      this.#pieces(value, start, end)
    })
    return value.node(range, [lines[0]?.[0] ?? range[0], lines.at(-1)?.[1] ?? range[1]])
  }

  #pieces(value: PlaceholderText, start: number, end: number): void {
    let run = start
    for (let at = start; at < end; at++) {
      if (this.text[at] !== '$') continue
      value.verbatim(run, at)
      const next = value.placeholder(at, end)
      run = next ?? at
      at = (next ?? at + 1) - 1
    }
    value.verbatim(run, end)
  }
}

/** Where the name ends: a colon that is followed by none of its own kind of text (`https://`, `//registry/:_auth`) counts only before a space. */
function separator(line: string): number {
  const clear = line.search(/=|:(?=\s|$)/)
  return clear >= 0 ? clear : line.search(/:(?!\/\/)/)
}
