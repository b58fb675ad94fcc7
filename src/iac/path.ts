import type { Entry, Mapping, Node } from '../core/tree.ts'

/** Finds what a mapping holds under a property's name; several where a block is repeated. */
export type Find = (mapping: Mapping, name: string) => readonly Node[]

/** The entries of a key, all of them. */
export function entriesOf(node: Node | undefined, key: string): readonly Entry[] {
  return node?.kind === 'mapping' ? node.entries.filter(entry => entry.key === key) : []
}

/** The last value of a key, as every reader of JSON and YAML takes it. */
export const byName: Find = (mapping, name) => entriesOf(mapping, name).slice(-1).map(({ value }) => value)

/** The node itself, or each branch of a condition; what a condition leaves out is left out. */
export function branches(node: Node): readonly Node[] {
  if (node.kind === 'call' && node.callee === 'If') return node.arguments.slice(1).flatMap(branches)
  const left = (node.kind === 'reference' && node.target === 'AWS::NoValue') || (node.kind === 'scalar' && node.value === null)
  return left ? [] : [node]
}

/** The values under a path. A list on the way is looked through, a reference or call stands for what is below it. */
export function valuesAt(node: Node, path: readonly string[], find: Find = byName): readonly Node[] {
  const [name, ...rest] = path
  return branches(node).flatMap<Node>(one => {
    if (name === undefined || one.kind === 'reference' || one.kind === 'call') return [one]
    if (one.kind === 'scalar') return []
    if (name === '*') return below(one).flatMap(value => valuesAt(value, rest, find))
    if (one.kind === 'sequence') return one.items.flatMap(item => valuesAt(item, path, find))
    return find(one, name).flatMap(value => valuesAt(value, rest, find))
  })
}

/** The items of a list with the branches of its conditions, or the node alone: where one value or a list of them is allowed. */
export function itemsOf(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap(branches).flatMap(node => (node.kind === 'sequence' ? itemsOf(node.items) : [node]))
}

function below(node: Mapping | Extract<Node, { kind: 'sequence' }>): readonly Node[] {
  return node.kind === 'mapping' ? node.entries.map(({ value }) => value) : node.items
}
