import type { StringSyntax } from '../core/document.ts'
import type { Binder } from './binding.ts'
import type { Pairs } from './pairs.ts'
import type { Paths } from './paths.ts'
import type { Quoted } from './quoted.ts'
import type { Draft, Lexed } from './reading.ts'
import type { Statement } from './statement.ts'
import type { Syntax } from './syntax.ts'
import { Ahead } from './ahead.ts'
import { decode } from './escapes.ts'
import { join } from './joining.ts'
import { layoutMarks } from './layout.ts'
import * as Tokens from './statement.ts'

/** Quotes of strings that may be joined though they differ. */
const SIMPLE = /^[bru]{0,2}["'`]$/i

/** Makes literals and tokens of the strings and numbers of a program. */
export class Emitter {
  readonly #text: string
  readonly #statement: Statement
  readonly #syntax: Syntax
  readonly #into: Lexed
  readonly #binder: Binder
  readonly #ahead: Ahead
  readonly #pairs: Pairs
  /** The literal that the last string token stands for, and the number of that token. */
  #last: Draft | undefined
  #lastToken = -1

  constructor(paths: Paths, syntax: Syntax, binder: Binder, pairs: Pairs, into: Lexed) {
    this.#text = paths.text
    this.#statement = paths.statement
    this.#syntax = syntax
    this.#into = into
    this.#binder = binder
    this.#ahead = new Ahead(paths, syntax)
    this.#pairs = pairs
  }

  /** A number; in a language of bare values it is a literal where a name stands before it. Returns the offset behind it. */
  number(start: number, end: number, limit: number): number {
    const statement = this.#statement
    const last = statement.size > statement.frame.base ? statement.kinds[statement.size - 1] : 0
    if (!this.#syntax.language.bare || (last !== Tokens.COLON && last !== Tokens.ASSIGN)) {
      statement.push(Tokens.NUMBER, start, end)
      return end
    }
    let to = end
    while (to < limit && /[\w.:+-]/.test(this.#text[to] ?? '')) to++
    const range = [this.#text[start - 1] === '-' ? start - 1 : start, to] as const
    this.#emit({ kind: 'scalar', range, content: range, value: this.#text.slice(...range), quote: '', interpolated: false })
    statement.push(Tokens.NUMBER, start, to)
    return to
  }

  #emit(draft: Draft): void {
    const binding = this.#binder.bind()
    if (binding) draft.binding = binding
    this.#pairs.see(this.#statement.frame, draft)
    this.#into.literals.push(draft)
  }

  /** A string: a name itself, a part of the one before it, or a literal. */
  string(quoted: Quoted, syntax: StringSyntax, limit: number): void {
    const text = this.#text
    const statement = this.#statement
    const { range, content } = quoted
    if (this.#ahead.isKey(range[1], limit)) {
      statement.push(Tokens.STRING, content[0], content[1])
      return
    }
    const quote = text.slice(range[0], content[0])
    const draft: Draft = { kind: 'scalar', range, content, value: '', quote, interpolated: quoted.interpolated }
    if (quoted.escaped || syntax.layout) {
      const marks = syntax.layout ? layoutMarks(text, content, syntax.layout, quoted.marks) : quoted.marks
      const { value, segments } = decode(text, content, syntax.escapes, syntax.close, marks)
      draft.value = value
      if (segments) draft.segments = segments
    } else draft.value = text.slice(content[0], content[1])
    if (this.#joins(draft, limit)) return
    this.#emit(draft)
    if (draft.binding) {
      if (this.#ahead.isPart(range[1], limit)) delete draft.binding
    } else {
      const compared = this.#ahead.comparedWith(range[1], limit)
      if (compared) draft.binding = compared
    }
    this.#last = draft
    this.#lastToken = statement.size
    statement.push(Tokens.STRING, content[0], content[1])
  }

  /** Joins a string with the constant before it. */
  #joins(draft: Draft, limit: number): boolean {
    const { size, frame, kinds, starts, ends } = this.#statement
    const last = this.#last
    const operator = kinds[size - 1] === Tokens.JOIN
    const token = operator ? size - 2 : size - 1
    if (!last || token < frame.base || token !== this.#lastToken || kinds[token] !== Tokens.STRING || starts[token] !== last.content[0]) return false
    if ((!operator && this.#syntax.traits.adjacent !== true) || (last.quote !== draft.quote && !(SIMPLE.test(last.quote) && SIMPLE.test(draft.quote))) || last.interpolated || draft.interpolated) return false
    join(last, draft)
    if (this.#ahead.isPart(draft.range[1], limit)) delete last.binding
    ends[token] = draft.content[1]
    this.#statement.size = token + 1
    return true
  }
}
