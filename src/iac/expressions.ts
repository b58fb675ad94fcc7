import type { Call, Node } from '../core/tree.ts'
import { get, stringOf } from '../core/tree.ts'
import { decided, template } from './intrinsics.ts'
import { itemsOf } from './path.ts'
import { type Find, namedTurn, turnsOf } from './repetition.ts'

/** Functions whose value is that of their argument, for who asks what is in a list or a policy. */
const TRANSPARENT = new Set(['jsonencode', 'tolist', 'toset', 'flatten', 'compact', 'distinct', 'sort', 'sensitive', 'nonsensitive', 'tostring', 'tonumber'])

/**
 * Terraform's expressions as far as the directory decides them: locals, `jsonencode`, lists put together, conditions as calls of `If`.
 * @param locals What a `local` stands for, where that is certain; a value from elsewhere is told as if it were written in the reference's place.
 */
export function foldExpressions(node: Node, locals: Find, depth = 0): Node {
  const fold = (inner: Node): Node => foldExpressions(inner, locals, depth)
  switch (node.kind) {
    case 'scalar':
      return node
    case 'reference': {
      const value = depth < 20 ? locals(node) : undefined
      return value ? foldExpressions(value, locals, depth + 1) : node
    }
    case 'sequence':
      return { ...node, items: node.items.map(fold) }
    case 'mapping':
      return { ...node, entries: node.entries.map(entry => ({ ...entry, value: fold(entry.value) })) }
    case 'call':
      return node.callee === 'for' ? foldFor(node, locals, depth) : foldCall({ ...node, arguments: node.arguments.map(fold) })
  }
}

/** A list that is made of another one, where that is written; what a condition leaves out nobody knows. */
function foldFor(call: Call, locals: Find, depth: number): Node {
  const [collection, ...rest] = call.arguments
  const names = call.names ?? []
  const turns = collection && turnsOf(foldExpressions(collection, locals, depth))
  if (!turns || names.length === 0 || depth > 8) return { ...call, arguments: call.arguments.map(inner => foldExpressions(inner, locals, depth)) }
  const made = turns.map(turn => {
    const known = namedTurn(names, turn)
    return rest.map(inner => foldExpressions(inner, reference => known(reference) ?? locals(reference), depth + 1))
  })
  const { range } = call
  return { kind: 'sequence', range, items: made.flatMap(parts => parts[0] ?? []) }
}

function foldCall(call: Call): Node {
  const [first, second, third] = call.arguments
  if (first && TRANSPARENT.has(call.callee)) return first
  switch (call.callee) {
    case 'merge': {
      const parts = call.arguments.filter(part => part.kind === 'mapping')
      return parts.length === call.arguments.length ? { kind: 'mapping', range: call.range, entries: parts.flatMap(({ entries }) => entries) } : call
    }
    case 'setunion':
      return { kind: 'sequence', range: call.range, items: call.arguments }
    case 'values':
      return first?.kind === 'mapping' ? { kind: 'sequence', range: call.range, items: first.entries.map(({ value }) => value) } : call
    case 'keys':
      return first?.kind === 'mapping' ? { kind: 'sequence', range: call.range, items: first.entries.map(({ key, keyRange }) => decided(key, keyRange)) } : call
    case 'lookup': {
      const key = stringOf(second)
      return (first?.kind === 'mapping' && key !== undefined ? get(first, key) ?? third : undefined) ?? call
    }
    case 'try':
      return first && first.kind !== 'reference' && first.kind !== 'call' ? first : call
    case 'format':
      return formatted(first, call.arguments.slice(1), call) ?? call
    case 'formatlist': {
      const lists = call.arguments.slice(1)
      const [list] = lists
      return lists.length === 1 && list?.kind === 'sequence' ? { kind: 'sequence', range: call.range, items: itemsOf([list]).map(item => formatted(first, [item], item) ?? call) } : call
    }
    case 'conditional':
      return { ...call, callee: 'If' }
    case 'concat':
      return { kind: 'sequence', range: call.range, items: call.arguments }
    case 'template':
      return template(call.arguments, call.range)
    default:
      return call
  }
}

/** A text whose `%s` are filled; undefined where it has other verbs. */
function formatted(format: Node | undefined, values: readonly Node[], { range }: Node): Node | undefined {
  const texts = stringOf(format)?.split('%s')
  if (!texts || texts.length !== values.length + 1 || texts.some(text => text.includes('%'))) return undefined
  return template(texts.flatMap((text, index) => [...(index > 0 ? [values[index - 1] as Node] : []), ...(text === '' ? [] : [decided(text, range)])]), range)
}

/** A string of `.tf.json`, where expressions are written as in HCL's own strings. */
export function foldJsonString(node: Node): Node {
  if (node.kind === 'sequence') return { ...node, items: node.items.map(foldJsonString) }
  if (node.kind === 'mapping') return { ...node, entries: node.entries.map(entry => ({ ...entry, value: foldJsonString(entry.value) })) }
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || !node.value.includes('${')) return node
  const parts = node.value.split(/(\$\{[^{}]*\})/).filter(part => part !== '').map<Node>(part => {
    const expression = part.startsWith('${') && part.endsWith('}') ? part.slice(2, -1).trim() : undefined
    if (expression === undefined) return decided(part, node.range)
    const traversal = /^[\w-]+(?:\.[\w*-]+|\[[^\]]*\])*$/.test(expression)
    return traversal ? { kind: 'reference', range: node.range, target: expression } : { kind: 'call', range: node.range, callee: 'expression', arguments: [] }
  })
  return parts.length === 1 ? parts[0] ?? node : template(parts, node.range)
}
