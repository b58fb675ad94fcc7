import type { Range } from '../core/text.ts'
import type { Call, Entry, Node, Reference } from '../core/tree.ts'
import { Cursor, MAX_DEPTH, bare, isLineEnd, nothing } from './cursor.ts'
import { literals, type Piece, type Run } from './hcl-template.ts'

const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy
const NAMESPACE = /(?:::[\p{ID_Start}_][\p{ID_Continue}-]*)+/uy
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const HEREDOC = /<<-?[\p{ID_Start}_][\p{ID_Continue}-]*[ \t]*(?=[\r\n]|$)/uy
const FOR = /for(?=\s+[\p{ID_Start}_])/uy
const INTRODUCTION = /[\s\S]{0,300}?\bin\b/y
const OPERATOR = /\|\||&&|[=!]=|[<>]=?|[+*/-]|%(?!\{)/y
const LEVELS: Readonly<Record<string, number>> = { '||': 1, '&&': 2, '==': 3, '!=': 3, '<': 4, '>': 4, '<=': 4, '>=': 4, '+': 5, '-': 5, '*': 6, '/': 6, '%': 6 }
const NAMES: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }
const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

/**
 * HCL's expressions. A traversal is a Reference whose target is its text without white space (`aws_db_instance.main[0].id`). Calls are functions by their name, and
 * `template` (its parts), `conditional` (condition, then, else), `for` (collection, key of an object, value, condition), `index` (what, key) on anything but a traversal,
 * operators by their sign, and in a template the directives `if`, `else`, `endif`, `for`, `endfor`. A template that is one expression only is that expression.
 */
export class HclExpressions extends Cursor {
  /** Whether a line end ends the expression: not within parentheses and brackets. */
  #lines = true

  /** White space and comments; line ends too where told so. */
  skip(lineEnds: boolean): void {
    for (;;) {
      const unit = this.unit
      if (unit === 32 || unit === 9 || unit === 0xfeff || (lineEnds && isLineEnd(unit))) this.at++
      else if (unit === 35 || (unit === 47 && this.text[this.at + 1] === '/')) this.lineComment()
      else if (unit === 47 && this.text[this.at + 1] === '*') this.blockComment('/*', '*/')
      else return
    }
  }

  identifier(): string | undefined {
    return this.match(IDENTIFIER)
  }

  /** The expression after `=`; null where there is none. */
  value(): Node {
    const from = this.at
    this.skip(false)
    const value = this.#expression()
    if (!value) this.fail('A value is missing.', from)
    return value ?? nothing(from)
  }

  /** A string in double quotes. */
  quoted(): Node {
    const start = this.at++
    const pieces: Piece[] = []
    this.#template(pieces, '"')
    const close = this.at
    if (!this.eat('"')) this.fail('A string is not closed.', start)
    return this.#assemble(pieces, [start, this.at], [start + 1, close])
  }

  #expression(): Node | undefined {
    return this.nested(() => {
      const condition = this.#binary(1)
      const end = this.at
      this.#space()
      if (!condition || !this.eat('?')) {
        this.at = end
        return condition
      }
      const outcomes = [this.#operand(() => this.#expression()), ...(this.#expect(':') ? [this.#operand(() => this.#expression())] : [])]
      return this.#call('conditional', condition.range[0], [condition, ...outcomes])
    })
  }

  /** Operators that bind at least as strongly as a level. */
  #binary(level: number): Node | undefined {
    let left = this.#unary()
    for (let count = 0; left; count++) {
      const end = this.at
      this.#space()
      const sign = this.match(OPERATOR)
      const own = LEVELS[sign ?? ''] ?? 0
      if (sign === undefined || own < level) {
        this.at = end
        return left
      }
      if (count >= MAX_DEPTH) {
        this.stop(`More than ${MAX_DEPTH} operators in a row; the rest was not read.`)
        return left
      }
      left = this.#call(sign, left.range[0], [left, this.#operand(() => this.#binary(own + 1))])
    }
    return left
  }

  #unary(): Node | undefined {
    const start = this.at
    const sign = this.text[start]
    if (sign !== '!' && sign !== '-') return this.#postfix()
    this.at++
    this.#space()
    const operand = this.nested(() => this.#unary())
    if (!operand) return undefined
    const negative = sign === '-' && operand.kind === 'scalar' && typeof operand.value === 'number' && operand.range[0] === start + 1
    return negative ? bare(start, operand.range[1], -Number(operand.value)) : this.#call(sign, start, [operand])
  }

  /** What must follow an operator. */
  #operand(read: () => Node | undefined): Node {
    const from = this.at
    this.#space()
    const node = read()
    if (!node) this.fail('An operand is missing.', from)
    return node ?? nothing(from)
  }

  #postfix(): Node | undefined {
    let node = this.#primary()
    for (let count = 0; node && count < MAX_DEPTH; count++) {
      const end = this.at
      this.#space()
      const key = this.#accessor()
      if (!key) {
        this.at = end
        return node
      }
      node = node.kind === 'reference' ? this.#longer(node, end) : this.#call('index', node.range[0], [node, key])
    }
    return node
  }

  #longer({ range, target }: Reference, from: number): Reference {
    return { kind: 'reference', range: [range[0], this.at], target: target + this.text.slice(from, this.at).replace(/\s+/g, '') }
  }

  /** `.name`, `.0`, `.*`, `[…]`: the key. */
  #accessor(): Node | undefined {
    if (this.text[this.at] === '[') {
      this.at++
      if (this.match(/[ \t]*\*[ \t]*\]/y) !== undefined) return bare(this.at, this.at, '')
      const key = this.#within(() => this.#operand(() => this.#expression()))
      this.#expect(']')
      return key
    }
    if (this.text[this.at] !== '.' || this.text.startsWith('...', this.at)) return undefined
    const start = this.at + 1
    const name = this.match(/\.(?:\*|\d+|[\p{ID_Start}_][\p{ID_Continue}-]*)/uy)
    return name === undefined ? undefined : bare(start, this.at, name.slice(1))
  }

  #primary(): Node | undefined {
    const start = this.at
    const sign = this.text[start]
    if (sign === '"') return this.quoted()
    if (sign === '(') return this.#parentheses()
    if (sign === '[') return this.#list()
    if (sign === '{') return this.#object()
    if (sign === '<') return this.#heredoc()
    const number = this.match(NUMBER)
    if (number !== undefined) return bare(start, this.at, Number(number))
    const name = this.identifier()
    return name === undefined ? undefined : this.#named(name, start)
  }

  #named(name: string, start: number): Node {
    const callee = name + (this.match(NAMESPACE) ?? '')
    if (this.text[this.at] === '(') {
      this.at++
      const items = this.#within(() => this.#items(')'))
      this.#expect(')')
      return this.#call(callee, start, items)
    }
    const value = NAMES[callee]
    return value === undefined ? { kind: 'reference', range: [start, this.at], target: callee } : bare(start, this.at, value)
  }

  #parentheses(): Node | undefined {
    this.at++
    const inner = this.#within(() => this.#operand(() => this.#expression()))
    this.#expect(')')
    return inner
  }

  #list(): Node {
    const start = this.at++
    this.skip(true)
    const comprehension = this.#isFor()
    const items = this.#within(() => (comprehension ? this.#comprehension() : this.#items(']')))
    this.#expect(']')
    return comprehension ? this.#call('for', start, items) : { kind: 'sequence', range: [start, this.at], items }
  }

  #items(close: string): Node[] {
    const items: Node[] = []
    for (this.skip(true); !this.done && !')]}'.includes(this.text[this.at] ?? ''); this.skip(true)) {
      const item = this.#expression()
      if (item) items.push(item)
      this.skip(true)
      if (this.eat(',') || this.eat('...') || this.text[this.at] === close || this.done) continue
      this.fail('A comma is missing.')
      if (!item && !')]}'.includes(this.text[this.at] ?? '')) this.at++
    }
    return items
  }

  #object(): Node {
    const start = this.at++
    this.skip(true)
    if (this.#isFor()) {
      const parts = this.#within(() => this.#comprehension())
      this.#expect('}')
      return this.#call('for', start, parts)
    }
    const lines = this.#lines
    this.#lines = true
    const entries: Entry[] = []
    for (; !this.done && !')]}'.includes(this.text[this.at] ?? ''); this.skip(true)) {
      const entry = this.#property()
      if (entry) entries.push(entry)
      this.skip(false)
      if (this.eat(',') || this.done || '\r\n}'.includes(this.text[this.at] ?? '')) continue
      this.fail('A line end or a comma is missing.')
      if (!entry && !')]}'.includes(this.text[this.at] ?? '')) this.at++
    }
    this.#lines = lines
    this.#expect('}')
    return { kind: 'mapping', range: [start, this.at], entries }
  }

  #property(): Entry | undefined {
    const start = this.at
    const key = this.#postfix()
    if (!key) return undefined
    const range: Range = [start, this.at]
    const literal = key.kind === 'scalar' && typeof key.value === 'string'
    this.skip(false)
    if (!this.eat('=') && !this.eat(':')) this.fail('A key has no `=` after it.')
    const value = this.value()
    return { range: [start, value.range[1]], key: literal ? String(key.value) : this.text.slice(...range), keyRange: literal ? key.content : range, value }
  }

  #isFor(): boolean {
    const start = this.at
    if (this.match(FOR) !== undefined) return true
    this.at = start
    return false
  }

  /** What follows `for`: collection, key of an object, value, condition. */
  #comprehension(): Node[] {
    if (this.match(INTRODUCTION) === undefined) this.fail('`for` has no `in`.')
    const parts = [this.#operand(() => this.#expression())]
    if (this.#expect(':')) parts.push(this.#operand(() => this.#expression()))
    this.skip(true)
    if (this.eat('=>')) parts.push(this.#operand(() => this.#expression()))
    this.skip(true)
    this.eat('...')
    this.skip(true)
    if (this.match(/if(?![\w-])/y) !== undefined) parts.push(this.#operand(() => this.#expression()))
    return parts
  }

  #heredoc(): Node | undefined {
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
  #template(pieces: Piece[], close: string): void {
    const heredoc = close !== '"'
    const closing = new RegExp(`[ \\t]*${close}[ \\t]*(?=[\\r\\n]|$)`, 'uy')
    let run = this.at
    let lineStart = heredoc
    const flush = (): void => {
      if (run < this.at) pieces.push({ source: [run, this.at], lineStart })
      if (run < this.at) lineStart = false
    }
    while (!this.done) {
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
    const node = this.#within(() => this.#operand(() => this.#expression()))
    this.#closeSequence()
    return node
  }

  #directive(start: number): Node {
    this.eat('~')
    this.skip(true)
    const word = this.identifier() ?? ''
    if (word === 'for' && this.match(INTRODUCTION) === undefined) this.fail('`for` has no `in`.')
    const parts = word === 'if' || word === 'for' ? [this.#within(() => this.#operand(() => this.#expression()))] : []
    this.#closeSequence()
    return this.#call(word, start, parts)
  }

  #closeSequence(): void {
    this.skip(true)
    this.eat('~')
    if (this.eat('}')) return
    this.fail('An expression in a template is not closed.')
    const close = this.text.slice(this.at, this.lineEnd()).search(/[}"]/)
    if (close >= 0) this.at += this.text[this.at + close] === '}' ? close + 1 : close
  }

  #assemble(pieces: readonly Piece[], range: Range, content: Range, form: 'quoted' | 'heredoc' | 'flush' = 'quoted'): Node {
    const parts = literals(this.text, pieces, content, form)
    const [only] = parts
    if (!only) return { kind: 'scalar', range, content, value: '', ...(content[0] === content[1] ? {} : { segments: [] }) }
    if (parts.length > 1) return { kind: 'call', range, callee: 'template', arguments: parts }
    return { ...only, range }
  }

  #call(callee: string, start: number, parts: readonly Node[]): Call {
    return { kind: 'call', range: [start, Math.max(this.at, parts.at(-1)?.range[1] ?? start)], callee, arguments: parts }
  }

  #expect(sign: string): boolean {
    this.#space()
    if (this.eat(sign)) return true
    this.fail(`A \`${sign}\` is missing.`)
    return false
  }

  /** Reads where line ends are white space. */
  #within<Result>(read: () => Result): Result {
    const lines = this.#lines
    this.#lines = false
    const result = read()
    this.skip(true)
    this.#lines = lines
    return result
  }

  #space(): void {
    this.skip(!this.#lines)
  }
}
