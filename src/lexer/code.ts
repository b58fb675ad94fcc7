import type { StringSyntax } from '../core/document.ts'
import type { Lexed, Reading } from './reading.ts'
import type { Syntax } from './syntax.ts'
import { Ahead } from './ahead.ts'
import { Binder } from './binding.ts'
import { commentEnd } from './comments.ts'
import { Emitter } from './emitter.ts'
import { Heredocs } from './heredoc.ts'
import { operatorAt } from './operators.ts'
import { Pairs } from './pairs.ts'
import { Paths } from './paths.ts'
import { opens, readQuoted, regexEnd } from './quoted.ts'
import * as Tokens from './statement.ts'
import * as Characters from './syntax.ts'

const DEEPEST = 12

/** Reads program code, and what is written like it: JSON, TOML, HCL. */
export function readCode(reading: Reading, into: Lexed): void {
  new CodeReader(reading, into).read()
}

class CodeReader {
  readonly #text: string
  readonly #syntax: Syntax
  readonly #into: Lexed
  readonly #statement = new Tokens.Statement()
  readonly #binder: Binder
  readonly #ahead: Ahead
  readonly #pairs: Pairs
  readonly #emitter: Emitter
  readonly #start: number
  #limit: number
  #depth = 0
  /** Where a string of a syntax was sought to its end in vain: before that offset there is no other. */
  readonly #endless = new Map<StringSyntax, number>()
  #noExpressionBefore = 0
  #noRegexBefore = 0
  readonly #heredocs: Heredocs | undefined
  #lineStart = 0
  /** The last line that was measured. */
  #line: [start: number, end: number] = [0, -1]

  constructor({ text, range, language, path }: Reading, into: Lexed) {
    this.#text = text
    this.#syntax = Characters.syntaxOf(language)
    this.#into = into
    this.#start = range[0]
    this.#limit = range[1]
    this.#statement.frame.path = path
    const paths = new Paths(text, this.#statement, this.#syntax.traits)
    this.#binder = new Binder(paths, this.#syntax)
    this.#ahead = new Ahead(paths, this.#syntax)
    this.#pairs = new Pairs(text, into)
    this.#emitter = new Emitter(paths, this.#syntax, this.#binder, this.#pairs, into)
    this.#heredocs = language.heredoc && new Heredocs(text, range[1], language.heredoc, into)
  }

  read(): void {
    this.#scan(this.#start, 0, 0)
  }

  /** Reads to the limit, or until `closer` closes the frame number `bottom`. Returns the offset behind, or -1 where it was not closed. */
  #scan(from: number, bottom: number, closer: number): number {
    const text = this.#text
    const statement = this.#statement
    const { classes, words, commentStarts, traits, prefixes } = this.#syntax
    const lineEnds = traits['line-end'] === true
    const prefixing = prefixes.size > 0
    let at = from
    while (at < this.#limit) {
      const code = text.charCodeAt(at)
      const kind = code < 128 ? classes[code] : Characters.WORD_START
      if (kind === Characters.SPACE) {
        at++
        continue
      }
      if (kind === Characters.WORD_START || kind === Characters.DIGIT) {
        const start = at
        let next = 0
        do next = text.charCodeAt(++at)
        while (next >= 128 || words[next] === 1)
        if (at > this.#limit) at = this.#limit
        if (prefixing && (next === 34 || next === 39 || next === 96 || next === 35 || this.#syntax.bracketed) && at - start < 4) {
          const end = this.#string(start, this.#syntax.prefixes.get(text.slice(start, at)))
          if (end > 0) {
            at = end
            continue
          }
        }
        if (kind === Characters.WORD_START) statement.push(Tokens.WORD, start, at)
        else at = this.#emitter.number(start, at, this.#limit)
        continue
      }
      if (code < 128 && commentStarts[code] === 1) {
        const end = this.#comment(at)
        if (end > 0) {
          at = end
          continue
        }
      }
      if (kind === Characters.LINE) {
        at += code === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1
        if (this.#heredocs) at = this.#heredocs.bodies(at)
        if (lineEnds) this.#endLine(at)
        this.#lineStart = at
        continue
      }
      if (kind === Characters.QUOTE) {
        const quoted = code === 39 && at > this.#start && text.charCodeAt(at - 1) !== 64 && this.#isWord(at - 1)
        const end = quoted ? 0 : this.#string(at, this.#syntax.strings.get(code))
        at = end > 0 ? end : code === 91 ? this.#open(at, code) : at + 1
      } else if (kind === Characters.OPEN) at = this.#open(at, code)
      else if (kind === Characters.CLOSE) {
        at++
        if (code === closer && statement.frames.length === bottom + 1) return at
        this.#close(code, at)
      } else at = this.#operator(at, code)
    }
    return -1
  }

  #isWord(at: number): boolean {
    const code = this.#text.charCodeAt(at)
    return code >= 128 || this.#syntax.words[code] === 1
  }

  #wordEnd(from: number): number {
    let end = from
    while (end < this.#limit && this.#isWord(end)) end++
    return end
  }

  #open(at: number, code: number): number {
    const statement = this.#statement
    const { size, frame, kinds, ends } = statement
    const last = size > frame.base ? kinds[size - 1] ?? 0 : 0
    statement.open(code, at, code === 91 && ends[size - 1] === at && (last === Tokens.WORD || last === Tokens.GROUP || last === Tokens.INDEX || last === Tokens.STRING))
    if (code === 91 && this.#syntax.traits.sections === true && size === 0 && this.#text[at - 1] !== '[') return this.#binder.section(at, this.#limit)
    return at + 1
  }

  #close(code: number, end: number): void {
    const statement = this.#statement
    const closed = statement.close(code === 41 ? 40 : code === 93 ? 91 : 123, end)
    if (closed?.open !== 123) return
    this.#pairs.close(closed)
    const { frame, size, kinds, ends } = statement
    if (frame.open !== 0 && frame.open !== 123) return
    const before = size - 2
    if (this.#isAssigned(end)) return
    if (before < frame.base || (!isOperator(kinds[before] ?? 0) && ends[before] !== closed.start)) statement.end()
  }

  /** Whether what ends here has a value behind it: `string X { get; set; } = "…"`. */
  #isAssigned(end: number): boolean {
    let at = end
    while (this.#text[at] === ' ') at++
    return this.#text[at] === '=' && this.#text[at + 1] === ' '
  }

  /** A line end closes a statement unless an operator stands before or behind it. */
  #endLine(at: number): void {
    const statement = this.#statement
    if (this.#syntax.traits.loose === true) statement.leave(this.#lineStart)
    const { frame, size, kinds } = statement
    if (frame.open !== 0 && frame.open !== 123) return
    if (size === frame.base && frame.item === 0) return
    const last = size > frame.base ? kinds[size - 1] ?? 0 : Tokens.JOIN
    if (isOperator(last) && !(last === Tokens.COLON && frame.open === 0)) return
    let next = at
    while (next < this.#limit && this.#text.charCodeAt(next) <= 32) next++
    if (!'.?|+&:'.includes(this.#text[next] ?? ' ')) statement.end()
  }

  #comment(at: number): number {
    const end = commentEnd(this.#text, at, this.#limit, this.#syntax, this.#lineEnd)
    if (end > 0) this.#into.comments.push({ range: [at, end] })
    return end
  }

  /** The end of the line that holds an offset, without its line end. */
  readonly #lineEnd = (at: number): number => {
    if (at < this.#line[0] || at > this.#line[1]) {
      let end = at
      while (end < this.#limit) {
        const code = this.#text.charCodeAt(end)
        if (code === 10 || code === 13) break
        end++
      }
      this.#line = [at, end]
    }
    return Math.min(this.#line[1], this.#limit)
  }

  /** The string that begins at `start` in one of these syntaxes: returns the offset behind it, or 0. */
  #string(start: number, syntaxes: readonly StringSyntax[] | undefined): number {
    for (const syntax of syntaxes ?? []) {
      if (!opens(this.#text, start, syntax) || (this.#endless.get(syntax) ?? 0) > start) continue
      if (syntax.character) {
        const second = this.#text.charCodeAt(start + 1)
        if (second !== 92 && this.#text[start + 2] !== "'" && this.#text[start + 3] !== "'") return this.#wordEnd(start + 1)
      }
      const quoted = readQuoted(this.#text, start, this.#limit, syntax, this.#expression)
      if (!quoted) {
        this.#endless.set(syntax, syntax.multiline ? this.#limit : this.#lineEnd(start))
        continue
      }
      if (syntax.character) this.#statement.push(Tokens.NUMBER, start, quoted.range[1])
      else this.#emitter.string(quoted, syntax, this.#limit)
      return quoted.range[1]
    }
    return 0
  }

  readonly #expression = (at: number, close: number, inLine: boolean): number => {
    const statement = this.#statement
    if (this.#depth >= DEEPEST || at < this.#noExpressionBefore) return -1
    const { size } = statement
    const bottom = statement.frames.length
    const saved = [this.#limit, this.#into.literals.length, this.#into.comments.length] as const
    if (inLine) this.#limit = this.#lineEnd(at)
    statement.open(0, at, false)
    this.#depth++
    const end = statement.frames.length > bottom ? this.#scan(at, bottom, close) : -1
    this.#depth--
    statement.frames.length = bottom
    statement.size = size
    if (end < 0) {
      this.#noExpressionBefore = this.#limit
      this.#into.literals.length = saved[1]
      this.#into.comments.length = saved[2]
    }
    this.#limit = saved[0]
    return end
  }

  #operator(at: number, code: number): number {
    const statement = this.#statement
    if (code === 44) {
      if (this.#syntax.traits['colon-types'] === true && this.#ahead.isInTypeArguments()) statement.push(Tokens.OTHER, at, at + 1)
      else statement.next()
      return at + 1
    }
    if (code === 59) {
      statement.end()
      return at + 1
    }
    if (code === 92) return at + (this.#text.charCodeAt(at + 1) === 13 && this.#text.charCodeAt(at + 2) === 10 ? 3 : 2)
    if (code === 58 && this.#syntax.traits.symbols === true && this.#isWord(at + 1) && !this.#isWord(at - 1)) {
      const end = this.#wordEnd(at + 1)
      statement.push(Tokens.STRING, at + 1, end)
      return end
    }
    if (code === 47 && this.#syntax.traits.regex === true) {
      const end = this.#regex(at)
      if (end > 0) return end
    }
    if (code === 60 && this.#heredocs && this.#text.charCodeAt(at + 1) === 60) {
      const end = this.#heredocs.announce(at, () => this.#binder.bind())
      if (end > 0) {
        statement.push(Tokens.NUMBER, at, end)
        return end
      }
    }
    const { kind, length } = operatorAt(this.#text, at, code, this.#syntax)
    statement.push(kind, at, at + length)
    return at + length
  }

  /** A regular expression literal where one may stand. */
  #regex(at: number): number {
    const { size, frame, kinds } = this.#statement
    const last = size > frame.base ? kinds[size - 1] ?? 0 : 0
    if (at < this.#noRegexBefore || this.#text[at + 1] === '>') return 0
    if (last === Tokens.NUMBER || last === Tokens.STRING || last === Tokens.GROUP || last === Tokens.INDEX || last === Tokens.LESS) return 0
    if (last === Tokens.WORD && !this.#binder.isKeyword(size - 1)) return 0
    const limit = this.#lineEnd(at)
    const end = regexEnd(this.#text, at, limit)
    if (end > 0) {
      this.#statement.push(Tokens.NUMBER, at, end)
      return end
    }
    this.#noRegexBefore = limit
    return 0
  }
}

function isOperator(kind: Tokens.TokenKind): boolean {
  return kind >= Tokens.ASSIGN && kind <= Tokens.QUESTION
}
