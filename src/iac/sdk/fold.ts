import { type FunctionScope, type Program, bindingOf, isProgramCall } from '../../core/program.ts'
import type { Node } from '../../core/tree.ts'
import { foldConcatenation } from './concatenation.ts'

/** How far names are followed. */
const DEPTH = 12

/** A value with what its names stand for, and as CloudFormation has it: a choice is an `If`, a text that is joined is a template, JSON that is made of an object is the object. */
export function foldValue(program: Program, node: Node, scope: FunctionScope, depth = 0): Node {
  if (depth > DEPTH) return node
  const next = (inner: Node, own = scope): Node => foldValue(program, inner, own, depth + 1)
  switch (node.kind) {
    case 'scalar':
      return node
    case 'reference': {
      const found = bindingOf(program, node, scope)
      const value = found && next(found.value, found.scope)
      return value && value.kind !== 'call' ? value : node
    }
    case 'mapping':
      return { ...node, entries: node.entries.map(entry => ({ ...entry, value: next(entry.value) })) }
    case 'sequence':
      return { ...node, items: node.items.map(item => next(item)) }
    case 'call': {
      const [first] = isProgramCall(node) ? node.positional : node.arguments
      if (/^(?:JSON\.stringify|json\.dumps)$/.test(node.callee) && first) return next(first)
      if (/^(?:Buffer\.from|bytes)$/.test(node.callee) && first) return next(first)
      if (isProgramCall(node) && /\.encode$/.test(node.callee) && node.receiver) return next(node.receiver)
      if (node.callee === '?:') return { kind: 'call', range: node.range, callee: 'If', arguments: node.arguments.map((part, index) => (index === 0 ? part : next(part))) }
      if (node.callee === 'template' || node.callee === '+') return foldConcatenation({ ...node, arguments: node.arguments.map(part => next(part)) })
      return node
    }
  }
}
