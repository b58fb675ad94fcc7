import type { Node, Reference } from '../core/tree.ts'
import { get, walk } from '../core/tree.ts'
import { decided } from './intrinsics.ts'
import { branches } from './path.ts'

/** What a name stands for; undefined: it is another one, or nobody knows. */
export type Find = (reference: Reference) => Node | undefined

/** One turn of what is repeated. */
export interface Turn {
  readonly key: Node
  readonly value: Node
}

/** More turns than these say nothing that the first ones did not. */
const MOST_TURNS = 64

/** What a `for_each`, `dynamic` or `for` goes through, of a list or map that is written; undefined where one is not. */
export function turnsOf(collection: Node | undefined): readonly Turn[] | undefined {
  if (!collection) return undefined
  const turns = branches(collection).flatMap<Turn | undefined>(node => {
    if (node.kind === 'mapping') return node.entries.map(({ key, keyRange, value }) => ({ key: decided(key, keyRange), value }))
    return node.kind === 'sequence' ? node.items.map(item => ({ key: item, value: item })) : [undefined]
  })
  return turns.every(turn => turn !== undefined) ? turns.slice(0, MOST_TURNS) : undefined
}

/** Whether a name that begins in this way stands anywhere in a node. */
export function speaksOf(node: Node, head: string): boolean {
  return [...walk(node)].some(inner => inner.kind === 'reference' && (inner.target === head || inner.target.startsWith(`${head}.`) || inner.target.startsWith(`${head}[`)))
}

/** What `each.value.actions` is in a turn, or the same under the name that a block gives it. */
export function inTurn(head: string, { key, value }: Turn): Find {
  return ({ target }) => {
    const [name, which, ...rest] = pathOf(target)
    if (name !== head) return undefined
    if (which === 'key') return rest.length === 0 ? key : undefined
    return which === 'value' ? get(value, ...rest) : undefined
  }
}

/** What the names of a `for` are in a turn. */
export function namedTurn(names: readonly string[], { key, value }: Turn): Find {
  const known = new Map([[names.at(-1), value], ...(names.length > 1 && key !== value ? [[names[0], key] as const] : [])])
  return ({ target }) => {
    const [name, ...rest] = pathOf(target)
    const own = known.get(name)
    return own && get(own, ...rest)
  }
}

/** `each.value["a"].b` as its names. */
function pathOf(target: string): readonly string[] {
  return target.split(/\.|\["|"\]\.?/).filter(Boolean)
}
