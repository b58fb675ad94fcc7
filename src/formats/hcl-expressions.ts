import type { Range } from '../core/text.ts'
import type { Entry, Node, Reference } from '../core/tree.ts'
import { stringOf } from '../core/tree.ts'
import { MAX_DEPTH, bare, nothing } from './cursor.ts'
import { HclTemplates } from './hcl-templates.ts'

const NAMESPACE = /(?:::[\p{ID_Start}_][\p{ID_Continue}-]*)+/uy
const NUMBER = /\d+(?:\.\d+)?(?:e[+-]?\d+)?/iy
const FOR = /for(?=\s+[\p{ID_Start}_])/uy
const OPERATOR = /\|\||&&|[=!]=|[<>]=?|[+*/-]|%(?!\{)/y
const LEVELS: Readonly<Record<string, number>> = { '||': 1, '&&': 2, '==': 3, '!=': 3, '<': 4, '>': 4, '<=': 4, '>=': 4, '+': 5, '-': 5, '*': 6, '/': 6, '%': 6 }
const NAMES: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

/**
 * HCL's expressions. A traversal is a Reference whose target is its text without white space (`aws_db_instance.main[0].id`). Calls are functions by their name, and
 * `template` (its parts), `conditional` (condition, then, else), `for` (collection, key of an object, value, condition), `index` (what, key) on anything but a traversal,
 * operators by their sign, and in a template the directives `if`, `else`, `endif`, `for`, `endfor`. A template that is one expression only is that expression.
 */
export class HclExpressions extends HclTemplates {
  /** The expression after `=`; null where there is none. */
  value(): Node {
    const from = this.at
    this.skip(false)
    const value = this.expression()
    if (!value) this.fail('A value is missing.', from)
    return value ?? nothing(from)
  }

  expression(): Node | undefined {
    return this.nested(() => {
      const condition = this.#binary(1)
      const end = this.at
      this.space()
      if (!condition || !this.eat('?')) {
        this.at = end
        return condition
      }
      const outcomes = [this.operand(() => this.expression()), ...(this.expect(':') ? [this.operand(() => this.expression())] : [])]
      return this.call('conditional', condition.range[0], [condition, ...outcomes])
    })
  }

  /** Operators that bind at least as strongly as a level. */
  #binary(level: number): Node | undefined {
    let left = this.#unary()
    for (let count = 0; left; count++) {
      const end = this.at
      this.space()
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
      left = this.call(sign, left.range[0], [left, this.operand(() => this.#binary(own + 1))])
    }
    return left
  }

  #unary(): Node | undefined {
    const start = this.at
    const sign = this.text[start]
    if (sign !== '!' && sign !== '-') return this.#postfix()
    this.at++
    this.space()
    const operand = this.nested(() => this.#unary())
    if (!operand) return undefined
    if (sign === '-' && operand.kind === 'scalar' && typeof operand.value === 'number' && operand.range[0] === start + 1) return bare(start, operand.range[1], -operand.value)
    return this.call(sign, start, [operand])
  }

  #postfix(): Node | undefined {
    let node = this.#primary()
    for (let count = 0; node && count < MAX_DEPTH; count++) {
      const end = this.at
      this.space()
      const key = this.#accessor()
      if (!key) {
        this.at = end
        return node
      }
      node = node.kind === 'reference' ? this.#longer(node, end) : this.call('index', node.range[0], [node, key])
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
      const key = this.within(() => this.operand(() => this.expression()))
      this.expect(']')
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
    if (sign === '<') return this.heredoc()
    const number = this.match(NUMBER)
    if (number !== undefined) return bare(start, this.at, Number(number))
    const name = this.identifier()
    return name === undefined ? undefined : this.#named(name, start)
  }

  #named(name: string, start: number): Node {
    const callee = name + (this.match(NAMESPACE) ?? '')
    if (this.text[this.at] === '(') {
      this.at++
      const items = this.within(() => this.#items(')'))
      this.expect(')')
      return this.call(callee, start, items)
    }
    const value = NAMES[callee]
    return value === undefined ? { kind: 'reference', range: [start, this.at], target: callee } : bare(start, this.at, value)
  }

  #parentheses(): Node | undefined {
    this.at++
    const inner = this.within(() => this.operand(() => this.expression()))
    this.expect(')')
    return inner
  }

  #list(): Node {
    const start = this.at++
    this.skip(true)
    if (this.#isFor()) return this.#comprehension(start, ']')
    const items = this.within(() => this.#items(']'))
    this.expect(']')
    return { kind: 'sequence', range: [start, this.at], items }
  }

  #items(close: string): Node[] {
    const items: Node[] = []
    while (this.skip(true) && !')]}'.includes(this.text[this.at] ?? '')) {
      const item = this.expression()
      if (item) items.push(item)
      this.skip(true)
      if (this.eat(',') || this.eat('...') || this.text[this.at] === close || this.ended()) continue
      this.fail('A comma is missing.')
      if (!item && !')]}'.includes(this.text[this.at] ?? '')) this.at++
    }
    return items
  }

  #object(): Node {
    const start = this.at++
    this.skip(true)
    if (this.#isFor()) return this.#comprehension(start, '}')
    const lines = this.lineEnds
    this.lineEnds = true
    const entries: Entry[] = []
    while (this.skip(true) && !')]}'.includes(this.text[this.at] ?? '')) {
      const entry = this.#property()
      if (entry) entries.push(entry)
      this.skip(false)
      if (this.eat(',') || this.ended() || '\r\n}'.includes(this.text[this.at] ?? '')) continue
      this.fail('A line end or a comma is missing.')
      if (!entry && !')]}'.includes(this.text[this.at] ?? '')) this.at++
    }
    this.lineEnds = lines
    this.expect('}')
    return { kind: 'mapping', range: [start, this.at], entries }
  }

  #property(): Entry | undefined {
    const start = this.at
    const key = this.nested(() => this.#postfix())
    if (!key) return undefined
    const range: Range = [start, this.at]
    const literal = stringOf(key)
    this.skip(false)
    if (!this.eat('=') && !this.eat(':')) this.fail('A key has no `=` after it.')
    const value = this.value()
    return { range: [start, value.range[1]], key: literal ?? this.text.slice(...range), keyRange: key.kind === 'scalar' ? key.content : range, value }
  }

  #isFor(): boolean {
    const start = this.at
    if (this.match(FOR) !== undefined) return true
    this.at = start
    return false
  }

  #comprehension(start: number, close: string): Node {
    let names: readonly string[] = []
    const parts = this.within(() => {
      names = this.introduction()
      return this.#afterIn()
    })
    this.expect(close)
    return { ...this.call('for', start, parts), names }
  }

  /** What follows `for … in`: collection, key of an object, value, condition. */
  #afterIn(): Node[] {
    const parts = [this.operand(() => this.expression())]
    if (this.expect(':')) parts.push(this.operand(() => this.expression()))
    this.skip(true)
    if (this.eat('=>')) parts.push(this.operand(() => this.expression()))
    this.skip(true)
    this.eat('...')
    this.skip(true)
    if (this.match(/if(?![\w-])/y) !== undefined) parts.push(this.operand(() => this.expression()))
    return parts
  }
}
