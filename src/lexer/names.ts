import type { BindingKind } from '../core/literal.ts'
import type { Range } from '../core/text.ts'
import type { Statement } from './statement.ts'
import type { Traits } from './syntax.ts'
import * as Kinds from './statement.ts'

export interface Tokens {
  readonly text: string
  readonly statement: Statement
  readonly traits: Traits
}

/** A name in a statement. */
export interface Name {
  readonly range: Range
  /** What it is a member of, outermost first; without `this` and `self`. */
  readonly receivers: readonly string[]
  /** Where the last of the receivers stands. */
  readonly receiverRange?: Range
  /** Number of its first token, receivers included. */
  readonly start: number
  /** Where the form says more than the operator. */
  readonly kind?: BindingKind
}

const DECLARES = /^(?:const|let|var|val|final|static|public|private|protected|readonly|return|case|export|local|my|our|global|dim|set|define)$/i
const CONTROL = /^(?:if|elif|else|for|while|case|when|default|with|try|except|finally|match|lambda)$/
const MODIFIERS = /^(?:static|mut|dyn|const|keyof|typeof|readonly|unique|unsafe|weak|inout|some|any|in|out)$/
const TYPE_LENGTH = 24
const RECEIVERS = 8

/** The name whose last token stands before token number `end`, in a statement that begins at `base`. */
export function nameBefore(tokens: Tokens, end: number, base: number, kind: BindingKind): Name | undefined {
  const { statement, traits, text } = tokens
  const { kinds, starts } = statement
  let at = end - 1
  while (at >= base && (kinds[at] === Kinds.QUESTION || kinds[at] === Kinds.SIGN)) at--
  if (at < base) return undefined
  if (kind === 'assignment' || kind === 'keyword') {
    const typed = traits['colon-types'] ? beforeType(tokens, at, base) : traits['types-after'] && text[starts[end] ?? 0] === '=' ? beforeGoType(tokens, at, base) : -1
    if (typed >= base) return member(tokens, typed, base)
    if (at - 1 > base && /^as$/i.test(word(tokens, at - 1))) at -= 2
    if (traits.markup && kind === 'assignment' && isAttribute(tokens, at, base)) return { ...wordName(tokens, at), kind: 'attribute' }
  }
  return member(tokens, at, base)
}

/** A name and what it is a member of. */
function member(tokens: Tokens, last: number, base: number): Name | undefined {
  const { statement } = tokens
  const { kinds } = statement
  let own: Range | undefined
  let at = last
  for (; at >= base && !own; at--) {
    const kind = kinds[at]
    if (kind === Kinds.WORD || kind === Kinds.STRING) own = rangeOf(tokens, at)
    else if (kind === Kinds.INDEX || kind === Kinds.BLOCK) own = inner(tokens, at)
    else if (kind === Kinds.GROUP) {
      const argument = inner(tokens, at)
      if (argument && kinds[at - 1] === Kinds.WORD) own = argument
    } else return undefined
  }
  if (!own) return undefined
  const receivers: string[] = []
  let receiverRange: Range | undefined
  const direct = kinds[at + 1] === Kinds.INDEX || kinds[at + 1] === Kinds.BLOCK || kinds[at + 1] === Kinds.GROUP
  let start = at + 1
  if (direct && kinds[at] === Kinds.WORD && at >= base) {
    receivers.unshift(word(tokens, at))
    start = at
  }
  while (start - 2 >= base && kinds[start - 1] === Kinds.DOT && receivers.length < RECEIVERS) {
    let before = start - 2
    while (before > base && (kinds[before] === Kinds.GROUP || kinds[before] === Kinds.INDEX)) before--
    const name = kinds[before] === Kinds.WORD || kinds[before] === Kinds.STRING ? rangeOf(tokens, before) : undefined
    if (!name) break
    receiverRange ??= name
    const written = tokens.text.slice(name[0], Math.min(name[1], name[0] + 200))
    if (!/^(?:\$?this|self|cls|Me)$/.test(written)) receivers.unshift(written)
    start = before
  }
  return { range: own, receivers, start, ...(receiverRange && { receiverRange }) }
}

/** The word or the quoted text that is all of a bracket; undefined where it is empty, a number or more. */
function inner({ text, statement: { starts, ends } }: Tokens, token: number): Range | undefined {
  let start = (starts[token] ?? 0) + 1
  let end = (ends[token] ?? 0) - 1
  if (end - start > 200) return undefined
  while (start < end && text.charCodeAt(start) <= 32) start++
  while (start < end && text.charCodeAt(end - 1) <= 32) end--
  const found = /^(?:(["'`])([^"'`]*)\1|:?[a-z_]\w*)/i.exec(text.slice(start, end))
  if (!found) return undefined
  const [whole, quote, quoted] = found
  if (quote === undefined && whole.length < end - start) return asked(text, start, end)
  if (quote === undefined) return [whole[0] === ':' ? start + 1 : start, end]
  return [start + 1, start + 1 + (quoted?.length ?? 0)]
}

const ASKED = /\(\s{0,10}["'`]([a-z_][\w.-]*)["'`]\s{0,10}\)$/i

/** The name that a call asks for which is all of a bracket: `Optional.of(getenv("X"))`. */
function asked(text: string, start: number, end: number): Range | undefined {
  const found = ASKED.exec(text.slice(start, end))
  const from = found?.[1] === undefined ? -1 : start + found.index + found[0].indexOf(found[1])
  return from < 0 ? undefined : [from, from + (found?.[1]?.length ?? 0)]
}

/** The name before `: T`, or -1. */
function beforeType(tokens: Tokens, last: number, base: number): number {
  const { kinds } = tokens.statement
  for (let at = last; at > Math.max(base, last - TYPE_LENGTH); at--) {
    const kind = kinds[at] ?? 0
    if (kind === Kinds.COLON) {
      let name = at - 1
      while (name > base && (kinds[name] === Kinds.QUESTION || kinds[name] === Kinds.SIGN)) name--
      return kinds[name] === Kinds.WORD && !CONTROL.test(word(tokens, base)) ? name : -1
    }
    if (kind === Kinds.WORD && at < last && kinds[at + 1] === Kinds.WORD && !MODIFIERS.test(word(tokens, at))) return -1
    if (kind === Kinds.ASSIGN || kind === Kinds.OR || kind === Kinds.EQUAL || kind === Kinds.STRING) return -1
  }
  return -1
}

/** The name before Go's type: `name *pkg.Type =`; or -1. */
function beforeGoType(tokens: Tokens, last: number, base: number): number {
  const { kinds } = tokens.statement
  if (kinds[last] !== Kinds.WORD) return -1
  let at = last - 1
  while (at > base && kinds[at] === Kinds.DOT) at -= 2
  while (at > base && (kinds[at] === Kinds.SIGN || kinds[at] === Kinds.INDEX)) at--
  return at >= base && kinds[at] === Kinds.WORD && !DECLARES.test(word(tokens, at)) ? at : -1
}

/** JSX: a name that follows a tag or another attribute. */
function isAttribute(tokens: Tokens, at: number, base: number): boolean {
  const { kinds } = tokens.statement
  const before = kinds[at - 1]
  if (kinds[at] !== Kinds.WORD || at <= base || before === Kinds.DOT || (before === Kinds.WORD && DECLARES.test(word(tokens, at - 1)))) return false
  if (before !== Kinds.WORD && before !== Kinds.STRING && before !== Kinds.BLOCK) return false
  for (let tag = at - 1; tag >= Math.max(base, at - 100); tag--) if (kinds[tag] === Kinds.LESS) return true
  return false
}

function wordName(tokens: Tokens, at: number): Name {
  return { range: rangeOf(tokens, at), receivers: [], start: at }
}

function rangeOf({ statement: { starts, ends } }: Tokens, token: number): Range {
  return [starts[token] ?? 0, ends[token] ?? 0]
}

function word(tokens: Tokens, token: number): string {
  const { kinds } = tokens.statement
  return token >= 0 && kinds[token] === Kinds.WORD ? tokens.text.slice(...rangeOf(tokens, token)) : ''
}
