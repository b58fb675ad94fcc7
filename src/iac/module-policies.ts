import type { Resource } from '../core/module.ts'
import { type Mapping, type Node, entry, get } from '../core/tree.ts'
import { entriesOf, itemsOf } from './path.ts'
import { statement } from './policy-document.ts'

/** How deep in an argument of a module a policy is looked for: lists of objects that hold policies. */
const DEPTH = 4

/** The statements of policies that a module of Terraform is given: whole documents, and statements by Terraform's names or by those of policies. */
export function givenStatements(module: Resource): readonly Mapping[] {
  return module.property().flatMap(body => statementsIn(body, module, 0))
}

function statementsIn(node: Node, module: Resource, depth: number): readonly Mapping[] {
  if (depth > DEPTH) return []
  const document = node.kind === 'mapping' || node.kind === 'sequence' ? node : mayBePolicy(node) ? module.json(node) : undefined
  if (!document) return []
  const written = itemsOf(entriesOf(document, 'Statement').map(({ value }) => value)).filter(isMapping)
  if (written.length > 0) return written
  if (isMapping(document) && depth > 0) {
    if (entry(document, 'Effect') && entry(document, 'Action')) return [document]
    if (entry(document, 'actions') && entry(document, 'resources') && isList(get(document, 'actions'))) return [statement(document)]
  }
  const below = document.kind === 'mapping' ? document.entries.map(({ value }) => value) : document.kind === 'sequence' ? document.items : []
  return below.flatMap(inner => itemsOf([inner])).flatMap(inner => statementsIn(inner, module, depth + 1))
}

function mayBePolicy(node: Node): boolean {
  const texts = node.kind === 'call' && node.callee === 'template' ? node.arguments : [node]
  return texts.some(text => text.kind === 'scalar' && typeof text.value === 'string' && text.value.includes('"Statement"'))
}

function isMapping(node: Node): node is Mapping {
  return node.kind === 'mapping'
}

function isList(node: Node | undefined): boolean {
  return node !== undefined && node.kind !== 'scalar' && node.kind !== 'mapping'
}
