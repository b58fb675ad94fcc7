import type { Edit } from '../core/fix.ts'
import type { Range } from '../core/text.ts'
import { type Node, type Scalar, type Sequence, stringOf, walk } from '../core/tree.ts'
import { eolOf, indentAt, lineEnd, lineStart, startsLine } from './text.ts'

/**
 * Puts strings in the place of one, with its quotes: in a list as items of their own, without those that are there already; elsewhere as a list
 * in brackets if there are several, which YAML, JSON and HCL all read.
 */
export function replaceString(text: string, root: Node, scalar: Scalar, values: readonly string[]): Edit {
  const quoted = (value: string): string => {
    const computed = scalar.segments !== undefined && same({ ...scalar, range: scalar.content }, scalar) && typeof scalar.value === 'string'
    return computed ? JSON.stringify(value) : text.slice(scalar.range[0], scalar.content[0]) + value + text.slice(scalar.content[1], scalar.range[1])
  }
  const list = listOf(root, scalar)
  if (!list) return { range: scalar.range, text: values.length === 1 ? quoted(values[0] ?? '') : `[${values.map(quoted).join(', ')}]` }
  const others = new Set(list.items.filter(item => !same(item, scalar)).map(item => stringOf(item)?.toLowerCase()))
  const wanted = values.filter(value => !others.has(value.toLowerCase()))
  if (wanted.length === 0) return { range: withoutItem(text, list, scalar), text: '' }
  return { range: scalar.range, text: wanted.map(quoted).join(between(text, list, scalar)) }
}

function same(one: Node, other: Node): boolean {
  return one.range[0] === other.range[0] && one.range[1] === other.range[1]
}

function listOf(root: Node, scalar: Scalar): Sequence | undefined {
  for (const node of walk(root)) {
    if (node.kind === 'sequence' && node.items.some(item => same(item, scalar))) return node
  }
  return undefined
}

function isFlow(text: string, list: Sequence): boolean {
  return text[list.range[0]] === '['
}

function between(text: string, list: Sequence, { range: [start] }: Scalar): string {
  if (isFlow(text, list)) return startsLine(text, start) ? `,${eolOf(text)}${indentAt(text, start)}` : text[list.range[0] - 1] === ':' ? ',' : ', '
  const before = text.slice(lineStart(text, start), start)
  return eolOf(text) + before.replace(/[^-\s]/g, ' ').replace(/-(?=.*-)/g, ' ')
}

/** The item with what separates it from its neighbour. */
function withoutItem(text: string, list: Sequence, scalar: Scalar): Range {
  if (!isFlow(text, list)) {
    const end = lineEnd(text, scalar.range)
    return [lineStart(text, scalar.range[0]), text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length)]
  }
  const index = list.items.findIndex(item => same(item, scalar))
  const next = list.items[index + 1]
  const previous = list.items[index - 1]
  if (next) return [scalar.range[0], next.range[0]]
  return previous ? [previous.range[1], scalar.range[1]] : scalar.range
}
