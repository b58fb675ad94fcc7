import type { Range } from '../core/text.ts'
import type { Call, Node } from '../core/tree.ts'
import { Cursor, isLineEnd, nothing } from './cursor.ts'
import { literals, type Piece, type Run } from './hcl-literals.ts'

const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy
const PLAIN = /[^"\\$%\r\n]*"/y
const HEREDOC = /<<-?[\p{ID_Start}_][\p{ID_Continue}-]*[ \t]*(?=[\r\n]|$)/uy
const INTRODUCTION = /[\s\S]{0,300}?\bin\b/y
const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

/** What expressions and templates of HCL need of each other: templates hold expressions, and expressions hold templates. */
export abstract class HclTemplates extends Cursor {
  /** Whether a line end ends the expression: not within parentheses and brackets. */
  lineEnds = true

  abstract expression(): Node | undefined

  /** Moves past white space and comments, line ends too where told so, and says whether there is more. */
  skip(lineEnds: boolean): boolean {
    for (;;) {
      const unit = this.unit
      if (unit === 32 || unit === 9 || unit === 0xfeff || (lineEnds && isLineEnd(unit))) this.at++
      else if (unit === 35 || (unit === 47 && this.text[this.at + 1] === '/')) this.lineComment()
      else if (unit === 47 && this.text[this.at + 1] === '*') this.blockComment('/*', '*/')
      else return !this.ended()
    }
  }

  identifier(): string | undefined {
    return this.match(IDENTIFIER)
  }

  /** A string in double quotes. */
  quoted(): Node {
    const start = this.at++
    if (this.match(PLAIN) !== undefined) return { kind: 'scalar', range: [start, this.at], content: [start + 1, this.at - 1], value: this.text.slice(start + 1, this.at - 1) }
    const pieces: Piece[] = []
    this.#template(pieces)
    const close = this.at
    if (!this.eat('"')) this.fail('A string is not closed.', start)
    return this.#assemble(pieces, [start, this.at], [start + 1, close])
  }

  heredoc(): Node | undefined {
    const start = this.at
    const opening = this.match(HEREDOC)
    if (opening === undefined) return undefined
    const marker = opening.replace(/^<<-?/, '').trim()
    this.at = this.afterLineEnd(this.lineEnd())
    const body = this.at
    const pieces: Piece[] = []
    this.#template(pieces, marker)
    const end = this.at
    if (this.match(/[ \t]*/y) === undefined || !this.eat(marker)) this.fail('A heredoc is not closed.', start)
    return this.#assemble(pieces, [start, this.at], [body, end], opening[2] === '-' ? 'flush' : 'heredoc')
  }

  /** Pieces of a template up to the closing quote, or the line that holds a heredoc's marker only; stands there afterwards. */
  #template(pieces: Piece[], marker?: string): void {
    const heredoc = marker !== undefined
    const closing = heredoc ? new RegExp(`[ \\t]*${marker}[ \\t]*(?=[\\r\\n]|$)`, 'uy') : PLAIN
    let run = this.at
    let lineStart = heredoc
    const flush = (): void => {
      if (run < this.at) pieces.push({ source: [run, this.at], lineStart })
      if (run < this.at) lineStart = false
    }
    while (!this.ended()) {
      const unit = this.unit
      if (heredoc && lineStart && run === this.at) {
        closing.lastIndex = this.at
        if (closing.test(this.text)) return
      }
      if (isLineEnd(unit)) {
        if (!heredoc) break
        this.at = this.afterLineEnd(this.at)
        flush()
        run = this.at
        lineStart = true
      } else if (!heredoc && unit === 34) {
        break
      } else if (!heredoc && unit === 92) {
        flush()
        pieces.push(this.#escape())
        run = this.at
      } else if ((unit === 36 || unit === 37) && this.text.startsWith('{', this.at + 1)) {
        flush()
        const open = this.at
        this.at += 2
        pieces.push(this.nested(() => (unit === 36 ? this.#interpolation() : this.#directive(open))) ?? nothing(open))
        lineStart = false
        run = this.at
      } else if ((unit === 36 || unit === 37) && this.text[this.at + 1] === this.text[this.at] && this.text[this.at + 2] === '{') {
        flush()
        pieces.push({ source: [this.at, this.at + 3], value: `${this.text[this.at] ?? ''}{`, lineStart })
        lineStart = false
        this.at += 3
        run = this.at
      } else {
        this.at++
      }
    }
    flush()
  }

  #escape(): Run {
    const { text, at } = this
    const letter = text[at + 1] ?? ''
    const digits = letter === 'u' ? 4 : letter === 'U' ? 8 : 0
    const hex = text.slice(at + 2, at + 2 + digits)
    const code = digits > 0 && hex.length === digits && /^[\da-f]+$/i.test(hex) ? parseInt(hex, 16) : -1
    const decoded = code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : LETTERS[letter]
    if (decoded === undefined) this.fail('An escape is not known.')
    this.at = decoded === undefined ? at + 1 : at + 2 + digits
    return { source: [at, this.at], value: decoded ?? '\\', lineStart: false }
  }

  #interpolation(): Node {
    this.eat('~')
    const node = this.within(() => this.operand(() => this.expression()))
    this.#closeSequence()
    return node
  }

  #directive(start: number): Node {
    this.eat('~')
    this.skip(true)
    const word = this.identifier() ?? ''
    if (word === 'for') this.introduction()
    const parts = word === 'if' || word === 'for' ? [this.within(() => this.operand(() => this.expression()))] : []
    this.#closeSequence()
    return this.call(word, start, parts)
  }

  #closeSequence(): void {
    this.skip(true)
    this.eat('~')
    if (this.eat('}')) return
    this.fail('An expression in a template is not closed.')
    const close = this.text.slice(this.at, this.at + 200).search(/[}"\r\n]/)
    if (close >= 0) this.at += this.text[this.at + close] === '}' ? close + 1 : close
  }

  #assemble(pieces: readonly Piece[], range: Range, content: Range, form: 'quoted' | 'heredoc' | 'flush' = 'quoted'): Node {
    const parts = literals(this.text, pieces, content, form)
    const [only] = parts
    if (!only) return { kind: 'scalar', range, content, value: '', ...(content[0] === content[1] ? {} : { segments: [] }) }
    if (parts.length > 1) return { kind: 'call', range, callee: 'template', arguments: parts }
    return { ...only, range }
  }

  /** Moves past `name in` of a `for`, and says the names. */
  introduction(): readonly string[] {
    const written = this.match(INTRODUCTION)
    if (written === undefined) this.fail('`for` has no `in`.')
    return (written ?? '').slice(0, -'in'.length).split(',').map(name => name.trim()).filter(Boolean)
  }

  call(callee: string, start: number, parts: readonly Node[]): Call {
    return { kind: 'call', range: [start, Math.max(this.at, parts.at(-1)?.range[1] ?? start)], callee, arguments: parts }
  }

  expect(sign: string): boolean {
    this.space()
    if (this.eat(sign)) return true
    this.fail(`A \`${sign}\` is missing.`)
    return false
  }

  /** Reads where line ends are white space. */
  within<Result>(read: () => Result): Result {
    const lines = this.lineEnds
    this.lineEnds = false
    const result = read()
    this.skip(true)
    this.lineEnds = lines
    return result
  }

  space(): void {
    this.skip(!this.lineEnds)
  }

  /** What must follow an operator. */
  operand(read: () => Node | undefined): Node {
    const from = this.at
    this.space()
    const node = read()
    if (!node) this.fail('An operand is missing.', from)
    return node ?? nothing(from)
  }
}
