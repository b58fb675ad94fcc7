import type { BindingKind, LiteralBinding } from '../core/literal.ts'
import type { Range } from '../core/text.ts'
import type { Frame, Statement } from './statement.ts'
import type { Syntax } from './syntax.ts'
import { bindingTo } from './reading.ts'
import { nameBefore } from './names.ts'
import type { Name, Tokens } from './names.ts'
import * as Kinds from './statement.ts'

/** Calls that only change the form of a value: what they are given belongs to the name that they are given to. */
const CONVERTERS = new Set(
  ('string str byte bytes rune some ok of from valueof tostring fromstring newstring stringvalue ptr pointer stringptr to decode encode b64decode base64decode b64encode atob btoa unquote trim ' +
    'secretstr secretstring secret securestring guardedstring unsafeplaintext plaintext frozenset freeze set list tuple array vec arrayof listof setof arraylist aslist quote text utf8 ascii buffer ' +
    'tochararray tobytes todata data nsstring stringwithstring initwithstring box new into cow optional lazy js raw sensitive literal default').split(' '),
)
const COMPARERS = /^(?:equals(?:ignorecase)?|isequal(?:tostring)?|eq|compareto|strcmp|strncmp|strcasecmp|timingsafeequal|equalfold|compare|compare_digest|hash_equals|memcmp)$/i
const GETTERS = /^(?:(?:os)?_?(?:get|fetch|env|pop|lookup|read|config|setdefault|default|optional|conf|setting|property|cfg)|env$)/i
const FALLBACKS = /^(?:default|defaultvalue|default_value|fallback|value|def|initial)$/i
const COMMANDS_NOT = /^(?:return|puts|print|require|require_relative|include|import|from|and|or|not|if|unless|when|case|raise|throw|use|echo|in|is|else|elsif|elif|then|do|yield|await|assert|goto|as|new|typeof|await|package|extends|implements)$/
const CONTROL = /^(?:if|while|for|foreach|switch|catch|return|elif|else|case|when|with|and|or|not|in|unless|until|match|await|yield|throw|sizeof|typeof|assert|function|func|const|var|let|type|import)$/
const BEFORE_ELSE = /^(?:else|then|do)$/i
const COMPARED = /(?:[=!]==?|\.(?:equals|equalsIgnoreCase|isEqual)\()\s{0,20}([A-Za-z_$@][\w$.]{0,200})/y
const DEEPEST = 12
const FURTHEST = 48

/** Finds what a literal is bound to, from the statement before it. */
export class Binder {
  readonly #text: string
  readonly #statement: Statement
  readonly #syntax: Syntax
  readonly #tokens: Tokens

  constructor(text: string, statement: Statement, syntax: Syntax) {
    this.#text = text
    this.#statement = statement
    this.#syntax = syntax
    this.#tokens = { text, statement, traits: syntax.traits }
  }

  /** The binding of a literal that stands behind the last token. */
  bind(): LiteralBinding | undefined {
    const { frames, size } = this.#statement
    return this.#value(frames.length - 1, size, 0)
  }

  isKeyword(token: number): boolean {
    return COMMANDS_NOT.test(this.#word(token)) || CONTROL.test(this.#word(token))
  }

  /** Whether a comma here stands in `x: Map<K, V>`. */
  isInTypeArguments(): boolean {
    const { kinds, frame, size } = this.#statement
    let open = -1
    for (let at = size - 1; at >= Math.max(frame.base, size - 16); at--) {
      const kind = kinds[at] ?? 0
      if (kind === Kinds.LESS && open < 0) open = at
      else if (kind === Kinds.MORE || kind === Kinds.ASSIGN || kind === Kinds.STRING) return false
      else if (kind === Kinds.COLON) return open > at && kinds[open - 1] === Kinds.WORD
    }
    return false
  }

  /** Whether the string that ends here is a name itself: `"a": …`, `'a' => …`, `x["a"]`, a block's label. */
  isKey(end: number, limit: number): boolean {
    const { frame, size, kinds } = this.#statement
    const { traits } = this.#syntax
    const at = this.#behind(end, limit)
    if (size !== frame.base) return (traits.blocks && '{"'.includes(this.#text[at] ?? ' ') && (kinds[size - 1] === Kinds.WORD || kinds[size - 1] === Kinds.STRING)) || false
    const code = this.#text.charCodeAt(at)
    const next = this.#text.charCodeAt(at + 1)
    if (at >= limit) return false
    if (frame.subscript) return code === 93
    if (code === 58) return next !== 58 && next !== 61 && (frame.open !== 0 || this.#syntax.language.bare)
    if (code === 61) return (traits['arrow-pairs'] && next === 62) || (traits['equal-keys'] && next !== 61) || false
    if (traits['arrow-pairs'] && code === 45 && next === 62) return true
    return (traits['arrow-pairs'] && code === 116 && next === 111 && this.#text.charCodeAt(at + 2) <= 32) || false
  }

  /** What a literal is compared with that ends here and stands first: `"…" == password`, `"…".equals(password)`. */
  comparedWith(end: number, limit: number): LiteralBinding | undefined {
    const at = this.#behind(end, limit)
    const code = this.#text.charCodeAt(at)
    if (code !== 61 && code !== 33 && code !== 46) return undefined
    COMPARED.lastIndex = at
    const chain = COMPARED.exec(this.#text)?.[1]
    if (!chain) return undefined
    const own = chain.slice(chain.lastIndexOf('.') + 1)
    const last = COMPARED.lastIndex
    return bindingTo(this.#text, 'comparison', [last - own.length, last], this.pathOf(this.#statement.frames.length - 1))
  }

  /** Whether the string that ends here is joined with something that is not constant. */
  isPart(end: number, limit: number): boolean {
    const { joins } = this.#syntax.language
    const at = this.#behind(end, limit)
    if (!joins || at >= limit || !this.#text.startsWith(joins, at) || this.#text[at + joins.length] === '=') return false
    const next = this.#behind(at + joins.length, limit)
    return !'"\'`'.includes(this.#text[next] ?? '"')
  }

  #behind(from: number, limit: number): number {
    let at = from
    while (at < limit && this.#text.charCodeAt(at) <= 32) at++
    return at
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
        return this.#named(frame, index, at, frame.open === 40 && index > 0 && this.#isCall(index) ? 'keyword' : 'assignment')
      case Kinds.COLON:
        return this.#afterColon(frame, index, at, depth)
      case Kinds.ARROW:
        if (this.#syntax.traits['arrow-pairs']) return this.#named(frame, index, at, 'property')
        return this.#value(index, this.#parametersOf(at), depth + 1)
      case Kinds.EQUAL:
        return this.#named(frame, index, at, 'comparison')
      case Kinds.OR:
        return this.#named(frame, index, at, 'default')
      case Kinds.QUESTION:
        return this.#chosen(frame, index, at, depth)
      case Kinds.WORD:
        return this.#afterWord(frame, index, at, depth)
      default:
        return undefined
    }
  }

  /** Casts, `new`, references: they don't change whose the value is. */
  #standsBeforeValue(at: number, base: number, top: number): boolean {
    const { kinds } = this.#statement
    const kind = kinds[at]
    if (kind === Kinds.SIGN) return true
    if (kind === Kinds.WORD) return /^(?:new|await|static|const|mut|ref|yield)$/.test(this.#word(at))
    if (kind === Kinds.INDEX) return at > base && (kinds[at - 1] ?? 0) >= Kinds.ASSIGN
    return kind === Kinds.GROUP && at > base && at === top - 1 && (kinds[at - 1] ?? 0) >= Kinds.ASSIGN
  }

  #named(frame: Frame, index: number, operator: number, kind: BindingKind): LiteralBinding | undefined {
    const name = nameBefore(this.#tokens, operator, frame.base, kind)
    if (!name) return undefined
    const { first } = frame
    if (kind === 'keyword' && first?.kind === Kinds.STRING && frame.item > 0 && FALLBACKS.test(this.#slice(name.range))) {
      return bindingTo(this.#text, 'default', first.range, this.pathOf(index))
    }
    const path = [...this.pathOf(index), ...(kind === 'default' ? this.#targets(frame, name.start) : []), ...name.receivers]
    return bindingTo(this.#text, name.kind ?? kind, name.range, path)
  }

  /** `x: "…"`, or the second choice of `a ? b : "…"`. */
  #afterColon(frame: Frame, index: number, colon: number, depth: number): LiteralBinding | undefined {
    const { kinds } = this.#statement
    for (let at = colon - 2; at >= Math.max(frame.base, colon - FURTHEST); at--) {
      if (kinds[at] === Kinds.QUESTION) return this.#chosen(frame, index, at, depth)
      if (kinds[at] === Kinds.COLON) break
    }
    return this.#named(frame, index, colon, frame.open === 40 && this.#isCall(index) ? 'keyword' : 'property')
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
    const word = this.#word(at)
    if (word === 'or') return this.#named(frame, index, at, 'default')
    if (BEFORE_ELSE.test(word)) return this.#chosen(frame, index, at, depth)
    const range: Range = [starts[at] ?? 0, ends[at] ?? 0]
    if (traits.define && at - 2 >= frame.base && this.#word(at - 1) === 'define') return bindingTo(this.#text, 'assignment', range, [])
    if (traits.sql) return this.#afterKeyword(frame, index, at)
    if (kinds[at - 1] === Kinds.OTHER && this.#text[range[0] - 1] === '-' && traits.options) {
      if (/^(?:c?eq|c?ne)$/i.test(word)) return this.#named(frame, index, at - 1, 'comparison')
      return bindingTo(this.#text, 'option', [range[0] - 1, range[1]], this.pathOf(index))
    }
    if (traits['arrow-pairs'] && word === 'to' && kinds[at - 1] === Kinds.STRING) return this.#named(frame, index, at, 'property')
    if (!traits.commands || COMMANDS_NOT.test(word)) return undefined
    const name = nameBefore(this.#tokens, at + 1, frame.base, 'argument')
    return name && bindingTo(this.#text, 'argument', name.range, [...this.pathOf(index), ...name.receivers])
  }

  /** `IDENTIFIED WITH x BY '…'`, `PASSWORD '…'`. */
  #afterKeyword(frame: Frame, index: number, at: number): LiteralBinding {
    const { starts, ends } = this.#statement
    let from = at
    if (/^(?:by|as|using)$/i.test(this.#word(at))) {
      for (let before = at - 1; before >= Math.max(frame.base, at - 6); before--) if (/^identified$/i.test(this.#word(before))) from = before
    }
    return bindingTo(this.#text, 'sql', [starts[from] ?? 0, ends[at] ?? 0], this.pathOf(index))
  }

  /** What stands alone in a bracket belongs to what the bracket belongs to. */
  #inherited(index: number, depth: number): LiteralBinding | undefined {
    const { frames, kinds } = this.#statement
    const frame = frames[index]
    if (!frame) return undefined
    if (frame.open === 0 || frame.open === 123) {
      if (frame.item > 0 && frame.previous && this.#syntax.traits.commands) return this.#second(frame, index, this.pathOf(index))
      return frame.open === 123 ? this.#listed(index, depth) : undefined
    }
    if (frame.open === 91) return frame.subscript ? undefined : (this.#option(frame, index) ?? this.#value(index - 1, frame.base, depth + 1))
    const last = frame.base - 1
    const parent = frames[index - 1]
    const column = parent && this.#syntax.traits.sql && this.#column(frame, index, parent)
    if (column) return column
    if (!parent || last < parent.base) return this.#value(index - 1, frame.base, depth + 1)
    if (!this.#isCall(index)) return (kinds[last] ?? 0) >= Kinds.ASSIGN ? this.#value(index - 1, frame.base, depth + 1) : undefined
    return this.#argument(frame, index, parent, depth)
  }

  /** `["--password", "…"]`. */
  #option({ previous }: Frame, index: number): LiteralBinding | undefined {
    if (previous?.kind !== Kinds.STRING || this.#text[previous.range[0]] !== '-') return undefined
    return bindingTo(this.#text, 'option', previous.range, this.pathOf(index))
  }

  /** `INSERT INTO t (a, b) VALUES ('…', '…')`. */
  #column(frame: Frame, index: number, parent: Frame): LiteralBinding | undefined {
    const { kinds, starts, ends } = this.#statement
    const last = frame.base - 1
    if (last > parent.base && kinds[last - 1] === Kinds.GROUP && /^values$/i.test(this.#word(last))) {
      parent.columns = listed(this.#text, [(starts[last - 1] ?? 0) + 1, (ends[last - 1] ?? 0) - 1])
    } else if (last >= parent.base) return undefined
    const name = parent.columns?.[frame.item]
    return name && bindingTo(this.#text, 'column', name, this.pathOf(index - 1))
  }

  /** `String[] x = { "…" }`, `[]string{"…"}`. */
  #listed(index: number, depth: number): LiteralBinding | undefined {
    const { frames, kinds } = this.#statement
    const frame = frames[index] as Frame
    const parent = frames[index - 1]
    if (!parent) return undefined
    let at = frame.base - 1
    let list = false
    while (at >= parent.base && (kinds[at] === Kinds.WORD || kinds[at] === Kinds.INDEX || kinds[at] === Kinds.DOT)) list = kinds[at--] === Kinds.INDEX || list
    const operator = kinds[at] ?? 0
    const after = at >= parent.base && (operator === Kinds.ASSIGN || operator === Kinds.COLON)
    return (after && (list || at === frame.base - 1)) || (list && at < parent.base && parent.open === 40) ? this.#value(index - 1, at + 1, depth + 1) : undefined
  }

  #argument(frame: Frame, index: number, parent: Frame, depth: number): LiteralBinding | undefined {
    const callee = nameBefore(this.#tokens, this.#calleeEnd(frame, parent), parent.base, 'argument')
    if (!callee) return undefined
    const name = this.#slice(callee.range).replace(/^@/, '')
    if (COMPARERS.test(name)) return this.#compared(frame, index, callee)
    if (frame.item > 0) return this.#second(frame, index, this.pathOf(index), callee, GETTERS.test(name) ? 'default' : 'argument')
    if (CONVERTERS.has(name.toLowerCase())) {
      const outer = this.#value(index - 1, callee.start, depth + 1)
      if (outer) return outer
    }
    return bindingTo(this.#text, 'argument', callee.range, [...this.pathOf(index - 1), ...this.#targets(parent, callee.start), ...callee.receivers])
  }

  /** `header("Authorization", "…")`. */
  #second(frame: Frame, index: number, path: readonly string[], callee?: Name, kind: BindingKind = 'argument'): LiteralBinding | undefined {
    const { previous } = frame
    if (previous) {
      const before = this.#slice(previous.range)
      const fits = previous.kind === Kinds.STRING ? /^[\w.:/$ -]{1,80}$/.test(before) : previous.kind === Kinds.WORD && (/^[A-Z_\d]+$/.test(before) || this.#text[previous.range[0] - 1] === ':')
      if (fits) return bindingTo(this.#text, kind, previous.range, path)
    }
    return callee && bindingTo(this.#text, 'argument', callee.range, [...this.pathOf(index - 1), ...callee.receivers])
  }

  /** `password.equals("…")`, `strcmp(password, "…")`. */
  #compared(frame: Frame, index: number, callee: Name): LiteralBinding | undefined {
    if (frame.item > 0) return frame.previous?.kind === Kinds.WORD ? bindingTo(this.#text, 'comparison', frame.previous.range, this.pathOf(index - 1)) : undefined
    const receiver = callee.receiverRange
    return receiver && bindingTo(this.#text, 'comparison', receiver, [...this.pathOf(index - 1), ...callee.receivers.slice(0, -1)])
  }

  #isCall(index: number): boolean {
    const { frames, kinds } = this.#statement
    const parent = frames[index - 1]
    const frame = frames[index]
    if (!parent || !frame || frame.open !== 40) return false
    const last = this.#calleeEnd(frame, parent) - 1
    if (last < parent.base) return false
    return (kinds[last] === Kinds.WORD && !CONTROL.test(this.#word(last))) || kinds[last] === Kinds.INDEX
  }

  /** The end of the callee before a bracket, without type arguments and a macro's sign. */
  #calleeEnd({ base }: Frame, parent: Frame): number {
    const { kinds } = this.#statement
    let at = base - 1
    if (kinds[at] === Kinds.SIGN) at--
    if (kinds[at] === Kinds.MORE) {
      for (let open = at - 1; open > Math.max(parent.base, at - 12); open--) if (kinds[open] === Kinds.LESS) return open
    }
    return at + 1
  }

  /** The number of the first token of an arrow function's parameters. */
  #parametersOf(arrow: number): number {
    const before = this.#word(arrow - 2)
    return before === 'async' ? arrow - 2 : arrow - 1
  }

  /** Keys of the enclosing objects and callees of a frame's content. */
  pathOf(index: number): readonly string[] {
    const { frames } = this.#statement
    const frame = frames[index]
    if (!frame) return []
    if (frame.path) return frame.path
    const parent = frames[index - 1]
    const outer = this.pathOf(index - 1)
    const own = parent && outer.length < 32 ? this.#keysOf(frame, index, parent) : []
    return (frame.path = own.length > 0 ? [...outer, ...own] : outer)
  }

  #keysOf(frame: Frame, index: number, parent: Frame): readonly string[] {
    const { kinds } = this.#statement
    if (frame.base === parent.base) return []
    if (this.#isCall(index)) {
      const callee = nameBefore(this.#tokens, this.#calleeEnd(frame, parent), parent.base, 'argument')
      return callee ? [...this.#targets(parent, callee.start), [...callee.receivers, this.#slice(callee.range)].join('.')] : []
    }
    const last = kinds[frame.base - 1] ?? 0
    if (frame.open === 123 && this.#syntax.traits.blocks && !(last >= Kinds.ASSIGN)) return this.#labels(frame, parent)
    const targets = this.#targets(parent, frame.base)
    if (frame.open !== 123 || last !== Kinds.WORD || kinds[frame.base - 2] === Kinds.INDEX || targets.length === 0) return targets
    return [...targets, this.#word(frame.base - 1)]
  }

  /** `resource "aws_db_instance" "main" {`. */
  #labels(frame: Frame, parent: Frame): readonly string[] {
    const { kinds, starts, ends } = this.#statement
    const labels: string[] = []
    for (let at = parent.base; at < frame.base && labels.length < 4; at++) {
      if (kinds[at] === Kinds.WORD || kinds[at] === Kinds.STRING) labels.push(this.#slice([starts[at] ?? 0, ends[at] ?? 0]))
    }
    return labels
  }

  /** The name that a statement gives a value to, if the value is what stands at `before`. */
  #targets(frame: Frame, before: number): readonly string[] {
    const { kinds } = this.#statement
    for (let at = before - 1; at >= Math.max(frame.base, before - FURTHEST); at--) {
      const kind = kinds[at]
      if (kind !== Kinds.ASSIGN && kind !== Kinds.COLON && kind !== Kinds.ARROW) continue
      const name = nameBefore(this.#tokens, at, frame.base, 'assignment')
      return name ? [...name.receivers, this.#slice(name.range)] : []
    }
    return []
  }

  #word(token: number): string {
    const { kinds, starts, ends } = this.#statement
    return token >= 0 && kinds[token] === Kinds.WORD ? this.#slice([starts[token] ?? 0, ends[token] ?? 0]) : ''
  }

  /** Names end somewhere: at 200 characters. */
  #slice([start, end]: Range): string {
    return this.#text.slice(start, Math.min(end, start + 200))
  }
}

/** The names of a list in brackets, without quotes. */
function listed(text: string, [start, end]: Range): readonly Range[] {
  return [...text.slice(start, Math.min(end, start + 4000)).matchAll(/[^\s,"'`[\]]+/g)].map(({ 0: name, index }) => [start + index, start + index + name.length])
}
