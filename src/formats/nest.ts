import type { Range } from '../core/text.ts'
import type { Entry, Mapping, Node } from '../core/tree.ts'

/** A name as it stands in the text. */
export interface Name {
  readonly key: string
  /** With its quotes. */
  readonly range: Range
  /** Without. */
  readonly keyRange: Range
}

/** Names one after the other as mappings one in the other: `a.b = 1`, `resource "x" "y" {}`. Undefined for no name. */
export function nest(names: readonly Name[], value: Node, end: number = value.range[1]): Entry | undefined {
  return names.reduceRight<Entry | undefined>((inner, { key, range, keyRange }) => {
    const below: Mapping | undefined = inner && { kind: 'mapping', range: inner.range, entries: [inner] }
    return { range: [range[0], end], key, keyRange, value: below ?? value }
  }, undefined)
}
