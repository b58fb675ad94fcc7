import type { Call, Node, Reference } from '../core/tree.ts'
import { decided, template } from './intrinsics.ts'

/** What a `local` stands for, where that is certain; a value from elsewhere is told as if it were written in the reference's place. */
export type Locals = (reference: Reference) => Node | undefined

/** Functions whose value is that of their argument, for who asks what is in a list or a policy. */
const TRANSPARENT = new Set(['jsonencode', 'tolist', 'toset', 'flatten', 'compact', 'distinct', 'sort', 'sensitive', 'nonsensitive', 'tostring', 'tonumber'])

/** Terraform's expressions as far as the directory decides them: locals, `jsonencode`, lists put together, conditions as calls of `If`. */
export function foldExpressions(node: Node, locals: Locals, depth = 0): Node {
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
      return foldCall({ ...node, arguments: node.arguments.map(fold) })
  }
}

function foldCall(call: Call): Node {
  const [first] = call.arguments
  if (first && TRANSPARENT.has(call.callee)) return first
  switch (call.callee) {
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
