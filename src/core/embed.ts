import type { Parsed } from './document.ts'
import type { Range } from './text.ts'
import type { Entry, Node, Scalar, Segment } from './tree.ts'
import { isVerbatim, segmentAt, sourceRange } from './tree.ts'

/** Moves what was read in a scalar's value to the ranges of the text that holds the scalar. */
export function rebase(parsed: Parsed, outer: Scalar): Parsed {
  const move = (range: Range): Range => sourceRange(outer, range)
  return {
    documents: parsed.documents.map(node => moveNode(node, outer)),
    comments: parsed.comments.map(({ range }) => ({ range: move(range) })),
    errors: parsed.errors.map(({ offset, message }) => ({ offset: move([offset, offset])[0], message })),
  }
}

function moveNode(node: Node, outer: Scalar): Node {
  const range = sourceRange(outer, node.range)
  switch (node.kind) {
    case 'scalar':
      return { ...node, range, content: sourceRange(outer, node.content), ...moveSegments(node, outer) }
    case 'mapping':
      return { ...node, range, entries: node.entries.map(entry => moveEntry(entry, outer)) }
    case 'sequence':
      return { ...node, range, items: node.items.map(item => moveNode(item, outer)) }
    case 'reference':
      return { ...node, range }
    case 'call':
      return { ...node, range, arguments: node.arguments.map(argument => moveNode(argument, outer)) }
  }
}

function moveEntry(entry: Entry, outer: Scalar): Entry {
  return { ...entry, range: sourceRange(outer, entry.range), keyRange: sourceRange(outer, entry.keyRange), value: moveNode(entry.value, outer) }
}

function moveSegments(node: Scalar, outer: Scalar): { segments?: readonly Segment[] } {
  if (!outer.segments && !node.segments) return {}
  if (typeof node.value !== 'string') return {}
  const inner = node.segments ?? [{ value: [0, node.value.length] as const, source: node.content }]
  return { segments: inner.flatMap(segment => cut(segment, outer)) }
}

/** A segment of the inner value, cut where the outer value's own segments begin and end. */
function cut(segment: Segment, outer: Scalar): Segment[] {
  const { value, source } = segment
  if (!outer.segments || !isVerbatim(segment)) return [{ value, source: sourceRange(outer, source) }]
  const pieces: Segment[] = []
  for (let index = segmentAt(outer.segments, source[0], false); index < outer.segments.length; index++) {
    const piece = outer.segments[index]
    if (!piece || piece.value[0] >= source[1]) break
    const start = Math.max(piece.value[0], source[0])
    const end = Math.min(piece.value[1], source[1])
    pieces.push({ value: [value[0] + start - source[0], value[0] + end - source[0]], source: sourceRange(outer, [start, end]) })
  }
  return pieces
}
