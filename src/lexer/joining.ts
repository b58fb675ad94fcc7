import type { Segment } from '../core/tree.ts'
import type { Draft } from './reading.ts'
import { sourceRange } from '../core/tree.ts'
import { Joined } from './escapes.ts'

/** Appends a string to the one that it is joined with: one literal, whose content has quotes and operators in it that stand for nothing. */
export function join(first: Draft, second: Draft): void {
  if (first.value === '') {
    // What is empty moves nothing.
    first.value = second.value
    if (second.segments) first.segments = second.segments
    first.range = [first.range[0], second.range[1]]
    first.content = second.content
    return
  }
  const offset = first.value.length
  const segments = (first.segments ??= whole(first))
  for (const { value, source } of second.segments ?? whole(second)) segments.push({ value: [value[0] + offset, value[1] + offset], source })
  first.value += second.value
  first.range = [first.range[0], second.range[1]]
  first.content = [first.content[0], second.content[1]]
}

function whole({ value, content }: Draft): Segment[] {
  return value ? [{ value: [0, value.length], source: content }] : []
}

const CONCAT = /^\)?\s{0,80}\.concat\(\s{0,80}$/
const COMMA = /^\s{0,80},\s{0,80}$/
/** Behind the last string of a list, with nothing between them. */
const JOINED = /\s{0,80},?\s{0,80}\]\s{0,80}\.join\(\s{0,20}(?:""|''|``)\s{0,20}\)/y
/** Behind an empty string that joins a list. */
const JOINS = /^(?:\.join\(\s{0,80}[[(]|\s{0,20},\s{0,80}(?:\[|array\())\s{0,80}$/
const LIST_END = /\s{0,80},?\s{0,80}[\])]/y
const FURTHEST = 200

/**
 * Literals, by place, with those that a call joins as one: `"a".concat("b")`, `["a", "b"].join("")`, `"".join(["a", "b"])`, `implode("", ["a", "b"])`; and templates with the
 * strings that stand in them as expressions.
 */
export function joinCalls(text: string, literals: readonly Draft[]): Draft[] {
  const kept: Draft[] = []
  /** Where, among those that are kept, a list of strings begins; and the empty string that joins it. */
  let first = 0
  let separator: Draft | undefined
  let chained = false
  for (const literal of literals) {
    const last = kept.at(-1)
    const between = last && last.range[1] <= literal.range[0] && literal.range[0] - last.range[1] <= FURTHEST ? text.slice(last.range[1], literal.range[0]) : ''
    if (last && !last.interpolated && !literal.interpolated && (CONCAT.test(between) || (chained && COMMA.test(between)))) {
      join(last, literal)
      chained = true
      continue
    }
    chained = false
    if (last?.value === '' && JOINS.test(between) && (between.startsWith('.') || /\bimplode\(\s*$/i.test(text.slice(Math.max(0, last.range[0] - 20), last.range[0])))) {
      first = kept.length
      separator = last
    } else if (!COMMA.test(between)) {
      first = kept.length
      separator = undefined
    }
    kept.push(literal)
    if (kept.length - first < 2 || !endsList(text, literal, separator, kept[first] as Draft)) continue
    const [whole, ...others] = kept.splice(first)
    if (!whole) continue
    for (const other of others) join(whole, other)
    if (separator?.binding) whole.binding = separator.binding
    kept.push(whole)
  }
  return inTemplates(text, kept)
}

function endsList(text: string, { range, interpolated }: Draft, separator: Draft | undefined, first: Draft): boolean {
  const end = separator ? LIST_END : JOINED
  end.lastIndex = range[1]
  return !interpolated && end.test(text) && (separator !== undefined || /\[\s{0,80}$/.test(text.slice(Math.max(0, first.range[0] - 81), first.range[0])))
}

/** Puts strings into the templates that hold them as expressions: `` `a${"b"}` ``, `f"a{'b'}"`. */
function inTemplates(text: string, literals: readonly Draft[]): Draft[] {
  const within = new Set<Draft>()
  literals.forEach((outer, index) => {
    if (!outer.interpolated || !/^`$|^[a-z]{0,2}f[a-z]?["']/i.test(outer.quote)) return
    const open = outer.quote === '`' ? '${' : '{'
    const parts: Draft[] = []
    for (let next = index + 1; next < literals.length && (literals[next]?.range[1] ?? Infinity) <= outer.content[1]; next++) {
      const part = literals[next] as Draft
      if (!part.interpolated && text.startsWith(open, part.range[0] - open.length) && text[part.range[1]] === '}') parts.push(part)
    }
    if (parts.length === 0) return
    fill(text, outer, parts, open.length)
    for (const part of parts) within.add(part)
  })
  return within.size > 0 ? literals.filter(literal => !within.has(literal)) : [...literals]
}

function fill(text: string, outer: Draft, parts: readonly Draft[], opened: number): void {
  const joined = new Joined(text)
  let at = 0
  const copy = (to: number): void => {
    for (; at < to; at++) joined.unit(outer.value[at] ?? '', sourceRange(outer, [at, at + 1]))
  }
  for (const part of parts) {
    const source = [part.range[0] - opened, part.range[1] + 1] as const
    const expression = text.slice(...source)
    const place = outer.value.indexOf(expression, at)
    if (place < 0) continue
    copy(place)
    for (let unit = 0; unit < part.value.length; unit++) joined.unit(part.value[unit] ?? '', sourceRange(part, [unit, unit + 1]))
    at = place + expression.length
  }
  copy(outer.value.length)
  const { value, segments } = joined.decoded(outer.content)
  outer.value = value
  if (segments) outer.segments = segments
  outer.interpolated = /\$\{|\{\w/.test(value)
}
