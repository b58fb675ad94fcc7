import type { Edit } from '../core/fix.ts'
import { type Resource, ResourceReference } from '../core/module.ts'
import type { Range } from '../core/text.ts'
import { type Node, type Scalar, type Sequence, stringOf, walk } from '../core/tree.ts'
import { eolOf, indentAt, lineEnd, lineStart, startsLine } from './text.ts'

type Value = string | ResourceReference

/**
 * Puts values in the place of one, strings with its quotes: in a list as items of their own, without those that are there already; elsewhere as a list
 * in brackets if there are several, which YAML, JSON and HCL all read. Undefined where a string would stand in the place of something else.
 * @param refer How the ARN of a resource is written here; undefined: it cannot be.
 */
export function replaceValue(text: string, root: Node, node: Node, values: readonly Value[], refer: (resource: Resource) => string | undefined): readonly Edit[] | undefined {
  const spell = (value: Value): string | undefined => (value instanceof ResourceReference ? refer(value.resource) : node.kind === 'scalar' ? quoted(text, node, value) : undefined)
  const list = listOf(root, node)
  const others = new Set(list?.items.filter(item => !same(item, node)).map(item => stringOf(item)?.toLowerCase()))
  const wanted = values.filter(value => typeof value !== 'string' || !others.has(value.toLowerCase()))
  const spelled = (list ? wanted : values).map(spell)
  if (!spelled.every(value => value !== undefined)) return undefined
  // A part of a text can be another text only.
  if (!list && spelled.length > 1 && ![...walk(root)].some(own => same(own, node))) return undefined
  if (!list) return [{ range: node.range, text: spelled.length === 1 ? spelled[0] ?? '' : `[${spelled.join(', ')}]` }]
  if (spelled.length === 0) return withoutItems(text, list, [node])
  return [{ range: node.range, text: spelled.join(between(text, list, node)) }]
}

function quoted(text: string, scalar: Scalar, value: string): string {
  const computed = scalar.segments !== undefined && same({ ...scalar, range: scalar.content }, scalar) && typeof scalar.value === 'string'
  return computed ? JSON.stringify(value) : text.slice(scalar.range[0], scalar.content[0]) + value + text.slice(scalar.content[1], scalar.range[1])
}

/** Whether two nodes stand at one place. */
export function same(one: Node, other: Node): boolean {
  return one.range[0] === other.range[0] && one.range[1] === other.range[1]
}

/** The one of some nodes that another stands in. */
export function holding(nodes: readonly Node[], { range: [start, end] }: Node): Node | undefined {
  return nodes.find(({ range }) => range[0] <= start && end <= range[1])
}

/** The list that has an item where a node stands. */
export function listOf(root: Node, wanted: Node): Sequence | undefined {
  for (const node of walk(root)) {
    if (node.kind === 'sequence' && node.items.some(item => same(item, wanted))) return node
  }
  return undefined
}

function isFlow(text: string, list: Sequence): boolean {
  return text[list.range[0]] === '['
}

/** What stands between an item of a list and one behind it. */
export function between(text: string, list: Sequence, { range: [start] }: Node): string {
  if (isFlow(text, list)) return startsLine(text, start) ? `,${eolOf(text)}${indentAt(text, start)}` : text[list.range[0] - 1] === ':' ? ',' : ', '
  const before = text.slice(lineStart(text, start), start)
  return eolOf(text) + before.replace(/[^-\s]/g, ' ').replace(/-(?=.*-)/g, ' ')
}

/** Edits that take items out of a list, with what separates them from their neighbours. */
export function withoutItems(text: string, list: Sequence, unwanted: readonly Node[]): readonly Edit[] {
  const goes = list.items.map(item => unwanted.some(own => same(own, item)))
  const edits: Edit[] = []
  for (let first = goes.indexOf(true); first >= 0;) {
    const kept = goes.indexOf(false, first)
    edits.push({ range: rangeOf(text, list, first, kept < 0 ? list.items.length : kept), text: '' })
    first = kept < 0 ? -1 : goes.indexOf(true, kept)
  }
  return edits
}

/** From one item up to another, which stays. */
function rangeOf(text: string, list: Sequence, first: number, end: number): Range {
  const [previous, from, last, next] = [list.items[first - 1], list.items[first], list.items[end - 1], list.items[end]]
  const [start, stop] = [from?.range[0] ?? 0, last?.range[1] ?? 0]
  if (isFlow(text, list)) return next ? [start, next.range[0]] : [previous?.range[1] ?? start, stop]
  const eol = eolOf(text).length
  const [line, close] = [lineStart(text, start), lineEnd(text, [start, stop])]
  return next || !previous ? [line, Math.min(close + eol, text.length)] : [line - eol, close]
}
