import type { Edit } from '../../core/fix.ts'
import type { Declined } from '../../core/lookup.ts'
import type { Range } from '../../core/text.ts'
import { brackets } from './brackets.ts'
import type { Module, StringToken } from './syntax.ts'

/** How a string that is formatted takes one value more. */
export interface Formatting {
  /** What stands for the value in the string. */
  readonly field: string
  /** Gives the value to what formats the string. */
  readonly edit: (value: string) => Edit
}

const DECLINED: Declined = { declined: 'The string is formatted by what is not written beside it; make it an f-string first.' }

/** How the string, or the strings joined to one, that holds a range is formatted; undefined where it is not. @param name What the value may be called. */
export function formattingOf(token: StringToken, [start, end]: Range, name: string, text: string, module: Module): Formatting | Declined | undefined {
  const joined = joinedWith(token, text, module)
  const after = outside(joined, text, module)
  const isPercent = text[after] === '%' && text[after + 1] !== '='
  const isFormat = /^\.\s*format\s*\(/.exec(text.slice(after, after + 100))
  if (!isPercent && !isFormat) return text.startsWith('.format_map', after) ? DECLINED : undefined
  if (joined.some(({ prefix }) => /[bf]/.test(prefix)) || !joined.some(({ range }) => range[1] === token.range[1])) return DECLINED
  const written = joined.map(({ content }) => text.slice(...content)).join('')
  const before = joined.flatMap(({ content }) => (content[0] < start ? [text.slice(content[0], Math.min(content[1], start))] : [])).join('')
  const secret = text.slice(start, end)
  if (isFormat) return /[{}]/.test(secret) ? DECLINED : byKeyword(after + isFormat[0].length - 1, freeIn(written, name), text, module)
  return secret.includes('%') ? DECLINED : byOperand(after + 1, { written, before, name: freeIn(written, name), quote: token.quote.charAt(0) }, text, module)
}

function freeIn(written: string, name: string): string {
  const taken = new Set(written.match(/\w+/g))
  return taken.has(name) ? freeIn(written, `${name}_value`) : name
}

/** The strings that stand side by side with one, itself included. */
function joinedWith(token: StringToken, text: string, { strings }: Module): readonly [StringToken, ...StringToken[]] {
  const at = strings.findIndex(({ range }) => range[0] === token.range[0])
  const touch = (one: number, other: number): boolean => skipBlank(text, strings[one]?.range[1] ?? 0) === strings[other]?.range[0]
  let [from, to] = [at, at]
  while (from > 0 && touch(from - 1, from)) from--
  while (to + 1 < strings.length && touch(to, to + 1)) to++
  return [strings[from] ?? token, ...strings.slice(from + 1, to + 1)]
}

/** Where code goes on behind strings and the brackets around them alone. */
function outside(joined: readonly [StringToken, ...StringToken[]], text: string, { strings }: Module): number {
  let before = joined[0].range[0]
  let after = skipBlank(text, joined.at(-1)?.range[1] ?? before)
  while (text[after] === ')') {
    const blank = /[\s\\]*$/.exec(text.slice(Math.max(0, before - 200), before))?.[0].length ?? 0
    const open = before - blank - 1
    // What is called is given the string, and may do anything with it.
    if (text[open] !== '(' || /[\w)\]"']\s*$/.test(text.slice(Math.max(0, open - 20), open)) || strings.some(({ range }) => range[0] < open && open < range[1])) break
    before = open
    after = skipBlank(text, after + 1)
  }
  return after
}

function skipBlank(text: string, offset: number): number {
  return offset + (/^(?:\s|\\(?=[\r\n])|#[^\r\n]*)*/.exec(text.slice(offset, offset + 2000))?.[0].length ?? 0)
}

/** `.format(…)`. @param open Of its bracket. */
function byKeyword(open: number, name: string, text: string, module: Module): Formatting | Declined {
  const found = brackets(open, text, module)
  const written = found && text.slice(open, found.end)
  if (!found || !written || found.items.some(item => /^\*\*|\bfor\b/.test(text.slice(...item)))) return DECLINED
  if (new RegExp(`\\b${name}\\s*=`).test(written)) return DECLINED
  return { field: `{${name}}`, edit: value => appended(found, `${name}=${value}`, text) }
}

interface Percent {
  /** The string. */
  readonly written: string
  /** What of it stands before the secret. */
  readonly before: string
  readonly name: string
  readonly quote: string
}

const CONVERSION = /%(?:\(\w*\))?[-#0 +]{0,5}(?:\*|\d{1,9})?(?:\.(?:\*|\d{1,9}))?[hlL]?([a-zA-Z%])/g

function byOperand(offset: number, { written, before, name, quote }: Percent, text: string, module: Module): Formatting | Declined {
  const at = skipBlank(text, offset)
  const conversions = conversionsIn(written)
  if (conversions.some(one => one.includes('*')) || written.replace(CONVERSION, '').includes('%')) return DECLINED
  const index = conversionsIn(before).length
  const isNamed = conversions.every(one => one.startsWith('%('))
  const found = '({'.includes(text.charAt(at)) ? brackets(at, text, module) : undefined
  if (found && text[at] === '{') return isNamed ? byName(found, name, quote, text) : DECLINED
  if (conversions.some(one => one.startsWith('%('))) return DECLINED
  const isTuple = found && (found.items.length > 1 || found.trailing !== undefined)
  if (isTuple) return found.items.length === conversions.length && found.items.every(item => text[item[0]] !== '*') ? { field: '%s', edit: value => inserted(found, index, value, text) } : DECLINED
  const operand = found ? [at, found.end] as const : operandAt(at, text, module)
  if (!operand || conversions.length !== 1 || !endsThere(operand[1], text) || mayBeTuple(text.slice(...operand), text)) return DECLINED
  const only = text.slice(...operand)
  return { field: '%s', edit: value => ({ range: operand, text: index === 0 ? `(${value}, ${only})` : `(${only}, ${value})` }) }
}

function conversionsIn(source: string): readonly string[] {
  return [...source.matchAll(CONVERSION)].flatMap(([whole, type]) => (type === '%' ? [] : [whole]))
}

/** A name with its attributes, a call or a member of it, a number or a string. */
function operandAt(at: number, text: string, module: Module): Range | undefined {
  const string = module.strings.find(({ range }) => range[0] === at)
  if (string) return string.range
  let end = at + (/^\w[\w.]*/.exec(text.slice(at, at + 500))?.[0].length ?? 0)
  if (end === at) return undefined
  while (text[end] === '(' || text[end] === '[' || (text[end] === '.' && /\w/.test(text.charAt(end + 1)))) {
    const found = text[end] === '.' ? { end: end + (/^\.\w+/.exec(text.slice(end, end + 200))?.[0].length ?? 1) } : brackets(end, text, module)
    if (!found) return undefined
    end = found.end
  }
  return [at, end]
}

/** Whether nothing behind an operand binds it more tightly. */
function endsThere(offset: number, text: string): boolean {
  return /^[^\S\r\n]*(?:$|[\r\n#),\]};:+]|(?:and|else|for|if|or)\b)/.test(text.slice(offset, offset + 80))
}

/** Whether what is formatted alone could be a tuple, which is taken apart. */
function mayBeTuple(operand: string, text: string): boolean {
  const name = /^\w+$/.exec(operand)?.[0]
  if (/(?:args|params|values|tuple|row|pair)\w*$/i.test(operand.replace(/[([][\s\S]*$/, ''))) return true
  return name !== undefined && new RegExp(`\\b${name}\\s*(?::[^=\\r\\n]{0,80})?=(?!=)[^\\r\\n]*,`).test(text)
}

function byName({ items, open }: Brackets, name: string, quote: string, text: string): Formatting | Declined {
  const [first] = items
  const written = items.map(item => text.slice(...item))
  if (!first || written.some(item => item.startsWith('**') || !item.includes(':') || new RegExp(`^["']${name}["']`).test(item))) return DECLINED
  return { field: `%(${name})s`, edit: value => ({ range: [open, first[0]], text: `${text.slice(open, first[0])}${quote}${name}${quote}: ${value},${text.slice(open + 1, first[0]) || ' '}` }) }
}

type Brackets = NonNullable<ReturnType<typeof brackets>>

/** A value before an element, or behind the last. What stands beside it is written anew, so that of two values of one string the second is put in after the first. */
function inserted(found: Brackets, index: number, value: string, text: string): Edit {
  const next = found.items[index]
  if (!next) return appended(found, value, text)
  const before = found.items[index - 1]?.[1] ?? found.open
  const gap = text.slice(before, next[0])
  return { range: [before, next[0]], text: `${gap}${value},${gap.replace(/^[,(]/, '') || ' '}` }
}

function appended({ items, open, end, trailing }: Brackets, value: string, text: string): Edit {
  const last = items.at(-1)
  if (!last) return { range: [open, end], text: `(${value})` }
  const gap = /(?:\r\n|\n|\r)[^\S\r\n]*$/.exec(text.slice(items.at(-2)?.[1] ?? open, last[0]))?.[0] ?? ' '
  const rest = text.slice(trailing === undefined ? last[1] : trailing + 1, end)
  return { range: [last[1], end], text: `,${gap}${value}${trailing !== undefined && gap !== ' ' ? ',' : ''}${rest}` }
}
