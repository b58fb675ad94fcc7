import type { LiteralBinding } from '../core/literal.ts'
import type { Range } from '../core/text.ts'
import type { Paired } from './pairs.ts'
import type { Lexed, Reading } from './reading.ts'
import type { Found } from './values.ts'
import { Cursor } from './cursor.ts'
import { Pairs } from './pairs.ts'
import { readBlock, readScalar } from './scalars.ts'
import { draftOf } from './values.ts'

/** A mapping's key or a sequence's item that is open. */
interface Level extends Paired {
  /** Its column; -1 for the document. */
  readonly indent: number
  /** Absent for an item. */
  readonly key?: Range
  /** The last value that it holds without a key. */
  previous?: Range
  /** Keys around what it holds, its own left out. */
  readonly path: readonly string[]
}

const DEEPEST = 200
/** The column of what stands in brackets. */
const FLOW = 1e9
/** Opens an expression of a template engine, not a collection. */
const TEMPLATE = /^\[?\{[{%]/
/** Tags whose value is the name of something else. */
const REFERENCE = /^!(?:Ref|GetAtt|ImportValue|Condition|reference)$/

/** What stands before a value. */
interface Properties {
  readonly end: number
  readonly tagged: boolean
  /** Whether a tag says that the value is a name. */
  readonly refers: boolean
}

const NOTHING = /^(?:~|null|true|false|yes|no|on|off)$/i

/** Reads YAML line by line, with templates in it, and never mind whether it is valid. */
export function readYaml(reading: Reading, into: Lexed): void {
  new YamlReader(reading, into).read()
}

class YamlReader {
  readonly #text: string
  readonly #limit: number
  readonly #start: number
  readonly #into: Lexed
  readonly #lines: Cursor
  readonly #pairs: Pairs
  readonly #endless = new Map<string, number>()
  #levels: Level[]

  constructor({ text, range, path }: Reading, into: Lexed) {
    this.#text = text
    this.#start = range[0]
    this.#limit = range[1]
    this.#into = into
    this.#lines = new Cursor(text, range[1])
    this.#pairs = new Pairs(text, into)
    this.#levels = [{ indent: -1, path, pair: undefined }]
  }

  read(): void {
    let at = this.#start
    while (at < this.#limit) at = this.#line(at)
    this.#popWhile(() => true)
  }

  #popWhile(closed: (level: Level) => boolean): void {
    while (this.#levels.length > 1) {
      const top = this.#levels[this.#levels.length - 1] as Level
      if (!closed(top)) return
      this.#pairs.close(top)
      this.#levels.length--
    }
    this.#pairs.close(this.#levels[0] as Level)
  }

  /** Reads what begins in a line; returns the offset of the line after it. */
  #line(lineStart: number): number {
    const text = this.#text
    let at = lineStart
    while (at < this.#limit && (text[at] === ' ' || text[at] === '\t')) at++
    if (this.#lines.isEnd(at)) return this.#lines.nextLine(at)
    if (text[at] === '#') return this.#comment(at)
    if (at === lineStart && (text.startsWith('---', at) || text.startsWith('...', at)) && this.#lines.isBlank(at + 3)) {
      this.#popWhile(() => true)
      at = this.#lines.spaces(at + 3)
      if (this.#lines.isEnd(at)) return this.#lines.nextLine(at)
      return text[at] === '#' ? this.#comment(at) : this.#value(at, -1)
    }
    if (at === lineStart && text[at] === '%') return this.#lines.nextLine(this.#lines.lineEnd(at))
    while ((text[at] === '-' || text[at] === '?') && this.#lines.isBlank(at + 1) && this.#levels.length < DEEPEST) {
      const column = at - lineStart
      this.#popWhile(({ indent, key }) => indent > column || (indent === column && !key))
      this.#levels.push({ indent: column, path: this.#pathWithin(), pair: undefined })
      at = this.#lines.spaces(at + 1)
      if (this.#lines.isEnd(at)) return this.#lines.nextLine(at)
      if (text[at] === '#') return this.#comment(at)
    }
    const column = at - lineStart
    const start = this.#properties(at).end
    const key = this.#key(start)
    if (!key) return this.#value(at, column)
    this.#popWhile(({ indent }) => indent >= column)
    if (this.#levels.length < DEEPEST) this.#levels.push({ indent: column, key: key.name, path: this.#pathWithin(), pair: undefined })
    at = this.#lines.spaces(key.end)
    if (this.#lines.isEnd(at)) return this.#lines.nextLine(at)
    return text[at] === '#' ? this.#comment(at) : this.#value(at, column)
  }

  /** The keys around what the innermost level holds. */
  #pathWithin(): readonly string[] {
    const top = this.#levels[this.#levels.length - 1] as Level
    return top.key ? [...top.path, this.#text.slice(top.key[0], Math.min(top.key[1], top.key[0] + 200))] : top.path
  }

  /** The key that begins here, and the offset behind its colon. */
  #key(start: number): { name: Range; end: number } | undefined {
    const text = this.#text
    const first = text[start] ?? ''
    if (first === '"' || first === "'") {
      const end = this.#lines.lineEnd(start)
      let close = start + 1
      while (close < end && text[close] !== first) close += text[close] === '\\' && first === '"' ? 2 : 1
      const colon = this.#lines.spaces(close + 1)
      return close < end && text[colon] === ':' && this.#lines.isBlank(colon + 1) ? { name: [start + 1, close], end: colon + 1 } : undefined
    }
    if ('{[|>*&!#%@`'.includes(first) && !(first === '{' && text[start + 1] === '{')) return undefined
    for (let at = start; at < this.#limit; at++) {
      const code = text.charCodeAt(at)
      if (code === 10 || code === 13) return undefined
      if (code === 35 && text.charCodeAt(at - 1) <= 32) return undefined
      if (code !== 58 || !this.#lines.isBlank(at + 1)) continue
      let end = at
      while (end > start && text.charCodeAt(end - 1) <= 32) end--
      return end > start ? { name: [start, end], end: at + 1 } : undefined
    }
    return undefined
  }

  /** A value that begins here, of what stands at a column; returns the offset of the line behind it. */
  #value(from: number, column: number): number {
    const text = this.#text
    const { end: at, tagged, refers } = this.#properties(from)
    if (this.#lines.isEnd(at)) return this.#lines.nextLine(at)
    const first = text[at] ?? ''
    if (first === '#') return this.#comment(at)
    if (first === '*') return this.#rest(this.#lines.lineEnd(at))
    const binding = this.#binding()
    const parent = this.#parent()
    const indent = parent.indent < 0 ? -1 : column
    if (first === '|' || first === '>') {
      const block = readBlock(text, at, this.#limit, this.#levels[this.#levels.length - 1]?.indent ?? -1)
      if (block) {
        this.#add(block, tagged, binding)
        return block.next
      }
    }
    if ((first === '{' || first === '[') && !TEMPLATE.test(text.slice(at, at + 3))) return this.#flow(at, column)
    const scalar = readScalar(text, at, this.#limit, Math.max(indent, this.#levels[this.#levels.length - 1]?.indent ?? -1), this.#endless)
    if (!refers && (scalar.quote !== '' || !NOTHING.test(scalar.value ?? text.slice(...scalar.content).slice(0, 6)))) {
      this.#add(scalar, tagged, binding)
    }
    return this.#rest(scalar.range[1])
  }

  #add(found: Found, tagged: boolean, binding: LiteralBinding | undefined): void {
    if (tagged) found.interpolated = true
    if (binding) found.binding = binding
    const holder = this.#holder()
    if (holder) holder.previous = found.content
    const draft = draftOf(this.#text, found)
    this.#pairs.see(this.#parent(), draft)
    this.#into.literals.push(draft)
  }

  /** The level that holds items without a key at this place. */
  #holder(): Level | undefined {
    const top = this.#levels[this.#levels.length - 1]
    return !top || top.key ? undefined : top.indent === FLOW ? top : this.#levels[this.#levels.length - 2]
  }

  /** What holds the innermost key: its keys belong together. */
  #parent(): Level {
    const top = this.#levels[this.#levels.length - 1] as Level
    return (top.key && this.#levels[this.#levels.length - 2]) || top
  }

  #binding(): LiteralBinding | undefined {
    const { previous } = this.#holder() ?? {}
    if (previous && this.#text[previous[0]] === '-') return { kind: 'option', name: this.#text.slice(...previous), nameRange: previous, path: this.#pathWithin() }
    for (let index = this.#levels.length - 1; index >= 0; index--) {
      const { key, path } = this.#levels[index] as Level
      if (key) return { kind: 'property', name: this.#text.slice(...key), nameRange: key, path }
    }
    return undefined
  }

  /** `{…}` and `[…]`. */
  #flow(from: number, column: number): number {
    const text = this.#text
    const depth = this.#levels.length
    let at = from
    let key = true
    while (at < this.#limit) {
      const code = text[at] ?? ''
      if (code === '{' || code === '[') {
        if (this.#levels.length < DEEPEST) this.#levels.push({ indent: FLOW, path: this.#pathWithin(), pair: undefined })
        else return this.#rest(this.#lines.lineEnd(at))
        key = true
        at++
      } else if (code === '}' || code === ']' || code === ',') {
        if (this.#levels[this.#levels.length - 1]?.key && this.#levels.length > depth) this.#levels.length--
        at++
        key = true
        if (code === ',') continue
        const closed = this.#levels[this.#levels.length - 1]
        if (this.#levels.length > depth && closed) {
          this.#pairs.close(closed)
          this.#levels.length--
        }
        if (this.#levels.length <= depth) return this.#rest(at)
      } else if (code === '#' && text.charCodeAt(at - 1) <= 32) {
        at = this.#comment(at)
        if (this.#leavesFlow(at, column)) break
      } else if (code === '\n' || code === '\r') {
        at = this.#lines.nextLine(at)
        if (this.#leavesFlow(at, column)) break
      } else if (code.charCodeAt(0) <= 32) at++
      else {
        const own = this.#properties(at)
        const opens = own.end > at && ',[]{}#\r\n'.includes(text[own.end] ?? '\n')
        at = opens ? own.end : this.#flowScalar(own.end, key, own)
        key &&= opens
      }
    }
    this.#levels.length = Math.min(this.#levels.length, depth)
    return at
  }

  /** Whether the line that begins here can't be part of a flow collection at a column. */
  #leavesFlow(lineStart: number, column: number): boolean {
    const at = this.#lines.spaces(lineStart)
    return !this.#lines.isEnd(at) && at - lineStart <= column && !']}'.includes(this.#text[at] ?? '') && column > 0
  }

  #flowScalar(at: number, mayBeKey: boolean, { tagged, refers }: Properties): number {
    const text = this.#text
    const quote = text[at] ?? ''
    if (quote === '*') {
      let end = at
      while (end < this.#limit && !',]}\r\n '.includes(text[end] ?? '')) end++
      return end
    }
    let end = at
    const quoted = quote === '"' || quote === "'"
    const scalar = quoted ? readScalar(text, at, this.#limit, -1, this.#endless) : undefined
    if (scalar?.quote) end = scalar.range[1]
    else {
      while (end < this.#limit && !',]}[{\r\n'.includes(text[end] ?? '')) {
        if (text[end] === ':' && (this.#lines.isBlank(end + 1) || ',]}'.includes(text[end + 1] ?? ''))) break
        if (text[end] === '#' && text.charCodeAt(end - 1) <= 32) break
        end++
      }
      if (end === at) end++
    }
    const behind = this.#lines.spaces(end)
    let to = end
    while (to > at && text.charCodeAt(to - 1) <= 32) to--
    const content: Range = scalar?.quote ? scalar.content : [at, to]
    if (text[behind] === ':' && mayBeKey) {
      if (this.#levels.length < DEEPEST) this.#levels.push({ indent: FLOW, key: content, path: this.#pathWithin(), pair: undefined })
      return behind + 1
    }
    const binding = this.#binding()
    const found: Found = scalar?.quote ? scalar : { range: content, content, quote: '' }
    if (!refers && (scalar?.quote || !NOTHING.test(text.slice(...content).slice(0, 6)))) this.#add(found, tagged, binding)
    return Math.max(end, at + 1)
  }

  /** Anchors and tags before a value. A tag of one's own makes a value an expression. */
  #properties(from: number): Properties {
    const text = this.#text
    let at = from
    let tagged = false
    let refers = false
    while (text[at] === '&' || text[at] === '!') {
      const start = at
      while (at < this.#limit && text.charCodeAt(at) > 32 && !',]}'.includes(text[at] ?? '')) at++
      if (text[start] === '!' && text[start + 1] !== '!' && at > start + 1) {
        tagged = true
        refers ||= REFERENCE.test(text.slice(start, at))
      }
      at = this.#lines.spaces(at)
    }
    return { end: at, tagged, refers }
  }

  /** What is left of a line behind a value: a comment, or nothing. */
  #rest(from: number): number {
    const at = this.#lines.spaces(from)
    if (this.#text[at] === '#') return this.#comment(at)
    return this.#lines.nextLine(this.#lines.lineEnd(at))
  }

  #comment(at: number): number {
    const end = this.#lines.lineEnd(at)
    this.#into.comments.push({ range: [at, end] })
    return this.#lines.nextLine(end)
  }
}
