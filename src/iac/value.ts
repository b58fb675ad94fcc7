import type { Node } from '../core/tree.ts'

/** The number that a scalar says, also in quotes; undefined for everything else. */
export function numberOf(node: Node | undefined): number | undefined {
  if (node?.kind !== 'scalar') return undefined
  if (typeof node.value === 'number') return node.value
  return typeof node.value === 'string' && /^-?\d+$/.test(node.value) ? Number(node.value) : undefined
}

/** What a scalar says of yes and no, also in quotes; undefined for everything else. */
export function booleanOf(node: Node | undefined): boolean | undefined {
  const word = node?.kind === 'scalar' ? String(node.value).toLowerCase() : undefined
  return word === 'true' ? true : word === 'false' ? false : undefined
}
