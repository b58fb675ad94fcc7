import type { Document } from '../core/document.ts'
import type { Range } from '../core/text.ts'
import { contains } from '../core/text.ts'
import type { Entry, Node } from '../core/tree.ts'

/** Where something stands in a tree. */
export interface Place {
  /** The entries around it, outermost first. */
  readonly entries: readonly Entry[]
  /** The nodes around it, outermost first; the last is the smallest. */
  readonly nodes: readonly Node[]
}

/** The way from the root of a document to a range; undefined where no value of it holds the range. */
export function placeOf({ parsed }: Document, range: Range): Place | undefined {
  const root = parsed.documents.find(node => contains(node.range, range))
  if (!root) return undefined
  const entries: Entry[] = []
  const nodes: Node[] = []
  for (let node: Node | undefined = root; node;) {
    nodes.push(node)
    if (node.kind === 'mapping') {
      const entry: Entry | undefined = node.entries.find(({ value }) => contains(value.range, range))
      if (entry) entries.push(entry)
      node = entry?.value
    } else node = (node.kind === 'sequence' ? node.items : node.kind === 'call' ? node.arguments : []).find(child => contains(child.range, range))
  }
  return { entries, nodes }
}

/** The keys of a place. */
export function keysOf({ entries }: Place): readonly string[] {
  return entries.map(({ key }) => key)
}
