import type { BindingKind, LiteralBinding } from '../core/literal.ts'
import type { Range } from '../core/text.ts'
import type { Paths } from './paths.ts'
import type { Frame, Statement } from './statement.ts'
import type { Syntax } from './syntax.ts'
import { bindingTo, meaning } from './reading.ts'
import { CHOOSERS, COMPARERS, CONVERTERS, COPIERS, DEFAULTERS, GETTERS, TYPERS, afterName, columnOf, comparedBy, optionOf } from './calls.ts'
import { nameBefore } from './names.ts'
import { FURTHEST } from './paths.ts'
import { isCredentials, positionOf } from './positions.ts'
import * as Kinds from './statement.ts'

const FALLBACKS = /^(?:default|defaultvalue|default_value|fallback|value|def|initial)$/i
const DEFAULT = /^default(?:_?value)?$/i
const COMMANDS_NOT = /^(?:return|puts|print|require|require_relative|include|import|from|and|or|not|if|unless|when|case|raise|throw|use|echo|in|is|else|elsif|elif|then|do|yield|await|assert|goto|as|new|typeof|package|extends|implements)$/
const BEFORE_ELSE = /^(?:else|then|do)$/i
const DEEPEST = 12

/** Finds what a literal is bound to, from the statement before it. */
export class Binder {
  readonly #text: string
  readonly #statement: Statement
  readonly #syntax: Syntax
  readonly #paths: Paths

  constructor(paths: Paths, syntax: Syntax) {
    this.#text = paths.text
    this.#statement = paths.statement
    this.#syntax = syntax
    this.#paths = paths
  }

  /** The binding of a literal that stands behind the last token. */
  bind(): LiteralBinding | undefined {
    const { frames, size } = this.#statement
    return this.#value(frames.length - 1, size, 0)
  }

  /** Whether a word is one of the languages' own, which a value may follow. */
  isKeyword(token: number): boolean {
    return COMMANDS_NOT.test(this.#paths.word(token)) || this.#paths.isControl(token)
  }

  /** `[a.b]` at the beginning of a line: returns the offset behind. */
  section(at: number, limit: number): number {
    const statement = this.#statement
    let start = at + 1
    if (this.#text[start] === '[') start++
    let end = start
    while (end < limit && end < start + 400 && !']\r\n'.includes(this.#text[end] ?? '\n')) end++
    if (this.#text[end] !== ']') return at + 1
    const root = statement.frames[0] as Frame
    statement.frames.length = 1
    root.path = this.#text.slice(start, end).split('.').map(key => key.trim().replace(/^["']|["']$/g, ''))
    while (this.#text[end] === ']') end++
    return end
  }

  /** What a value is bound to whose tokens before it end at `top`, in a frame. */
  #value(index: number, top: number, depth: number): LiteralBinding | undefined {
    const { kinds, frames } = this.#statement
    const frame = frames[index]
    if (!frame || depth > DEEPEST) return undefined
    const { base } = frame
    let at = top - 1
    while (at >= base && this.#standsBeforeValue(at, base, top)) at--
    if (at < base) return this.#inherited(index, depth)
    switch (kinds[at]) {
      case Kinds.ASSIGN:
        if (this.#syntax.traits.tuples && this.#isTuple(frame)) return this.#first(frame, at)
        return this.#named(frame, index, at, frame.open === 40 && index > 0 && this.#paths.isCall(index) ? 'keyword' : 'assignment')
      case Kinds.COLON:
        return this.#afterColon(frame, index, at, depth)
      case Kinds.ARROW:
        if (this.#syntax.traits['arrow-pairs']) return this.#named(frame, index, at, 'property')
        // A member whose body is an expression has a type before its name; the parameter of a function has none.
        if (at - 2 >= base && kinds[at - 1] === Kinds.WORD && kinds[at - 2] === Kinds.WORD && this.#paths.word(at - 2) !== 'async') return this.#named(frame, index, at, 'assignment')
        return this.#value(index, this.#parametersOf(at), depth + 1)
      case Kinds.EQUAL:
        return this.#named(frame, index, at, 'comparison')
      case Kinds.OR:
        return this.#named(frame, index, at, 'default')
      case Kinds.QUESTION:
        return this.#chosen(frame, index, at, depth)
      case Kinds.WORD:
        return this.#afterWord(frame, index, at, depth)
      case Kinds.STRING:
        return this.#syntax.traits.atoms ? this.#named(frame, index, top, 'property') : undefined
      case Kinds.OTHER:
        return at - 2 === base && kinds[base] === Kinds.OTHER && this.#text[this.#statement.starts[at] ?? 0] === '|' ? this.#inherited(index, depth) : undefined
      default:
        return undefined
    }
  }

  /** Whether all items before are names: `user, password = …`. */
  #isTuple({ open, item, names }: Frame): boolean {
    return (open === 0 || open === 123) && item > 0 && names.length === item
  }

  /** The first of several values belongs to the first of several names. */
  #first(frame: Frame, operator: number): LiteralBinding | undefined {
    const last = nameBefore(this.#paths, operator, frame.base, 'assignment')
    const [name] = frame.names
    if (!last || !name) return undefined
    frame.names.push(last.range)
    frame.assigned = frame.item
    return bindingTo(this.#text, 'assignment', name, [])
  }

  /** Casts, `new`, references: they don't change whose the value is. */
  #standsBeforeValue(at: number, base: number, top: number): boolean {
    const { kinds } = this.#statement
    const kind = kinds[at]
    if (kind === Kinds.SIGN) return true
    if (kind === Kinds.WORD) return /^(?:new|await|static|const|mut|ref|yield)$/.test(this.#paths.word(at))
    if (kind === Kinds.INDEX) return at > base && (kinds[at - 1] ?? 0) >= Kinds.ASSIGN
    return kind === Kinds.GROUP && at > base && at === top - 1 && (kinds[at - 1] ?? 0) >= Kinds.ASSIGN
  }

  #named(frame: Frame, index: number, operator: number, kind: BindingKind): LiteralBinding | undefined {
    const name = nameBefore(this.#paths, operator, frame.base, kind)
    if (!name) return undefined
    const { first } = frame
    if (kind === 'property' && this.#syntax.traits.commands && first?.kind === Kinds.STRING && frame.item > 0 && this.#paths.slice(name.range) === 'with') {
      return bindingTo(this.#text, 'argument', first.range, this.#paths.pathOf(index))
    }
    if (kind === 'keyword' && first?.kind === Kinds.STRING && frame.item > 0 && FALLBACKS.test(this.#paths.slice(name.range))) {
      return bindingTo(this.#text, 'default', first.range, this.#paths.pathOf(index))
    }
    if (kind === 'keyword' && DEFAULT.test(this.#paths.slice(name.range))) {
      const callee = nameBefore(this.#paths, frame.base - 1, this.#statement.frames[index - 1]?.base ?? 0, 'argument')
      const target = callee && this.#value(index - 1, callee.start, 1)
      if (target?.kind === 'assignment') return { ...target, kind: 'default' }
    }
    const outer = this.#paths.pathOf(index)
    const targets = kind === 'default' ? this.#paths.targets(frame, name.start) : []
    const path = targets.length + name.receivers.length > 0 ? [...outer, ...targets, ...name.receivers] : outer
    return bindingTo(this.#text, name.kind ?? kind, name.range, path)
  }

  /** `x: "…"`, or the second choice of `a ? b : "…"`. */
  #afterColon(frame: Frame, index: number, colon: number, depth: number): LiteralBinding | undefined {
    const { kinds } = this.#statement
    for (let at = colon - 2; at >= Math.max(frame.base, colon - FURTHEST); at--) {
      if (kinds[at] === Kinds.QUESTION) return this.#chosen(frame, index, at, depth)
      if (kinds[at] === Kinds.COLON) break
    }
    if (this.#syntax.traits.annotations && frame.open !== 123 && kinds[colon - 1] !== Kinds.STRING) return undefined
    return this.#named(frame, index, colon, frame.open === 40 && this.#paths.isCall(index) ? 'keyword' : 'property')
  }

  /** A choice between values belongs to what stands before its condition. */
  #chosen(frame: Frame, index: number, from: number, depth: number): LiteralBinding | undefined {
    const { kinds } = this.#statement
    for (let at = from - 1; at >= Math.max(frame.base, from - FURTHEST); at--) {
      const kind = kinds[at] ?? 0
      if (kind === Kinds.ASSIGN || kind === Kinds.COLON || kind === Kinds.ARROW) return this.#value(index, at + 1, depth + 1)
    }
    return from - frame.base < FURTHEST ? this.#inherited(index, depth) : undefined
  }

  #afterWord(frame: Frame, index: number, at: number, depth: number): LiteralBinding | undefined {
    const { kinds, starts, ends } = this.#statement
    const { traits } = this.#syntax
    const word = this.#paths.word(at)
    if (word === 'or') return this.#named(frame, index, at, 'default')
    if ((!traits.options && (word === 'eq' || word === 'ne')) || (word === 'to' && this.#paths.word(frame.base) === 'set')) return this.#named(frame, index, at, word === 'to' ? 'assignment' : 'comparison')
    if (BEFORE_ELSE.test(word)) return this.#chosen(frame, index, at, depth)
    const range: Range = [starts[at] ?? 0, ends[at] ?? 0]
    if (traits.define && at - 2 >= frame.base && this.#paths.word(at - 1) === 'define') return bindingTo(this.#text, 'assignment', range, [])
    if (traits.sql) return this.#afterKeyword(frame, index, at)
    if (kinds[at - 1] === Kinds.OTHER && this.#text[range[0] - 1] === '-' && traits.options) {
      if (/^(?:c?eq|c?ne)$/i.test(word)) return this.#named(frame, index, at - 1, 'comparison')
      return bindingTo(this.#text, 'option', [range[0] - 1, range[1]], this.#paths.pathOf(index))
    }
    if (traits['arrow-pairs'] && word === 'to' && kinds[at - 1] === Kinds.STRING) return this.#named(frame, index, at, 'property')
    if (!traits.commands || COMMANDS_NOT.test(word)) return undefined
    const name = nameBefore(this.#paths, at + 1, frame.base, 'argument')
    return name && bindingTo(this.#text, 'argument', name.range, [...this.#paths.pathOf(index), ...name.receivers])
  }

  /** `IDENTIFIED WITH x BY '…'`, `PASSWORD '…'`. */
  #afterKeyword(frame: Frame, index: number, at: number): LiteralBinding {
    const { starts, ends } = this.#statement
    let from = at
    if (/^(?:by|as|using)$/i.test(this.#paths.word(at))) {
      for (let before = at - 1; before >= Math.max(frame.base, at - 6); before--) if (/^identified$/i.test(this.#paths.word(before))) from = before
    }
    return bindingTo(this.#text, 'sql', [starts[from] ?? 0, ends[at] ?? 0], this.#paths.pathOf(index))
  }

  /** What stands alone in a bracket belongs to what the bracket belongs to. */
  #inherited(index: number, depth: number): LiteralBinding | undefined {
    const { frames, kinds } = this.#statement
    const frame = frames[index]
    if (!frame) return undefined
    if (frame.open === 0 || frame.open === 123) {
      const name = frame.assigned > 0 ? frame.names[frame.item - frame.assigned] : undefined
      if (name) return bindingTo(this.#text, 'assignment', name, [])
      if (frame.item === 1 && frame.open === 123) {
        const { traits } = this.#syntax
        const pair = frame.previous && ((traits.atoms && frame.previous.kind === Kinds.WORD) || ((traits['listed-pairs'] || traits.atoms) && frame.previous.kind === Kinds.STRING)) ? frame.previous : undefined
        if (pair) return bindingTo(this.#text, 'property', pair.range, this.#paths.pathOf(index))
      }
      if (frame.item > 0 && frame.previous && this.#syntax.traits.commands) return afterName(this.#paths, frame, index, this.#paths.pathOf(index))
      return frame.open === 123 ? (this.#listed(index, depth) ?? this.#missing(frame, index)) : undefined
    }
    if (frame.open === 91) return frame.subscript ? undefined : (optionOf(this.#paths, frame, index) ?? this.#ofTuple(frame, this.#value(index - 1, frame.base, depth + 1)))
    const last = frame.base - 1
    const parent = frames[index - 1]
    const column = parent && this.#syntax.traits.sql && columnOf(this.#paths, frame, index, parent)
    if (column) return column
    if (!parent || last < parent.base) return this.#value(index - 1, frame.base, depth + 1)
    if (!this.#paths.isCall(index)) return (kinds[last] ?? 0) >= Kinds.ASSIGN ? this.#ofTuple(frame, this.#value(index - 1, frame.base, depth + 1)) : undefined
    return this.#argument(frame, index, parent, depth)
  }

  /** `auth=("user", "…")`. */
  #ofTuple({ item, strings }: Frame, binding: LiteralBinding | undefined): LiteralBinding | undefined {
    return binding && item === 1 && strings === 1 && isCredentials(binding.name) ? meaning(binding.kind, 'password', binding.nameRange[0], [...binding.path, binding.name]) : binding
  }

  /** `String[] x = { "…" }`, `[]string{"…"}`. */
  #listed(index: number, depth: number): LiteralBinding | undefined {
    const { frames, kinds } = this.#statement
    const frame = frames[index] as Frame
    const parent = frames[index - 1]
    if (!parent) return undefined
    // `std::string password{"…"}`.
    const type = frame.base - 2
    if (this.#syntax.traits.define && type >= parent.base && kinds[type + 1] === Kinds.WORD && kinds[type] === Kinds.WORD) return this.#named(parent, index - 1, frame.base, 'assignment')
    let at = frame.base - 1
    let list = false
    while (at >= parent.base && (kinds[at] === Kinds.WORD || kinds[at] === Kinds.INDEX || kinds[at] === Kinds.DOT)) list = kinds[at--] === Kinds.INDEX || list
    const operator = kinds[at] ?? 0
    const after = at >= parent.base && (operator === Kinds.ASSIGN || operator === Kinds.COLON)
    return (after && (list || at === frame.base - 1)) || (list && at < parent.base && parent.open === 40) ? this.#value(index - 1, at + 1, depth + 1) : undefined
  }

  /** `ENV.fetch("X") { "…" }`. */
  #missing(frame: Frame, index: number): LiteralBinding | undefined {
    const parent = this.#statement.frames[index - 1]
    if (!parent || !this.#syntax.traits.commands || this.#statement.kinds[frame.base - 1] !== Kinds.GROUP || !GETTERS.test(this.#paths.word(frame.base - 2))) return undefined
    const name = nameBefore(this.#paths, frame.base, parent.base, 'default')
    return name && bindingTo(this.#text, 'default', name.range, this.#paths.pathOf(index - 1))
  }

  #argument(frame: Frame, index: number, parent: Frame, depth: number): LiteralBinding | undefined {
    const callee = nameBefore(this.#paths, this.#paths.calleeEnd(frame, parent), parent.base, 'argument')
    if (!callee) return undefined
    const name = this.#paths.slice(callee.range).replace(/^@/, '')
    const position = positionOf(name, callee.receivers.at(-1), frame.item, frame.strings)
    if (position) return meaning('argument', position, callee.range[0], [...this.#paths.pathOf(index - 1), ...this.#paths.targets(parent, callee.start), ...callee.receivers, name])
    if (COMPARERS.test(name) || (frame.item === 1 && COPIERS.test(name))) return comparedBy(this.#paths, frame, index, callee, COPIERS.test(name) ? 'assignment' : 'comparison')
    if (CHOOSERS.test(name)) {
      const outer = this.#value(index - 1, callee.start, depth + 1)
      if (outer) return outer
    }
    if (frame.item === 0 && (DEFAULTERS.test(name) || TYPERS.test(name)) && callee.start < this.#paths.calleeEnd(frame, parent) - 2) {
      const missing = nameBefore(this.#paths, this.#paths.calleeEnd(frame, parent) - 2, parent.base, 'default')
      if (missing && '"\'`'.includes(this.#text[missing.range[0] - 1] ?? ' ')) return bindingTo(this.#text, DEFAULTERS.test(name) ? 'default' : 'argument', missing.range, [...this.#paths.pathOf(index - 1), ...this.#paths.targets(parent, missing.start), ...missing.receivers])
    }
    if (frame.item > 0) return afterName(this.#paths, frame, index, this.#paths.pathOf(index), callee, GETTERS.test(name) ? 'default' : 'argument')
    if (CONVERTERS.has(name.toLowerCase())) {
      const outer = this.#value(index - 1, callee.start, depth + 1)
      if (outer) return outer
    }
    return bindingTo(this.#text, 'argument', callee.range, [...this.#paths.pathOf(index - 1), ...this.#paths.targets(parent, callee.start), ...callee.receivers])
  }

  /** The number of the first token of an arrow function's parameters. */
  #parametersOf(arrow: number): number {
    const before = this.#paths.word(arrow - 2)
    return before === 'async' ? arrow - 2 : arrow - 1
  }
}
