import type { Range } from './text.ts'

/** What a configuration file says. A reference or a call is what the file alone cannot resolve. */
export type Node = Scalar | Mapping | Sequence | Reference | Call

/**
 * A run of a scalar's value and the source it came from. Of equal length, the source is the value, character for character (a line end may have become
 * `\n` or a space); otherwise the source is one unit (an escape, a folded line end) that decodes to the value. Source between two segments stands for nothing.
 */
export interface Segment {
  readonly value: Range
  readonly source: Range
}

export interface Scalar {
  readonly kind: 'scalar'
  /** With its quotes. */
  readonly range: Range
  /**
   * Without its quotes: what a fix replaces to change the value and keep the quoting. The line end of the last line of a heredoc or a block is not in it,
   * though it is in the value: it belongs to the delimiter.
   */
  readonly content: Range
  readonly value: string | number | boolean | null
  /** Present where decoding moved text; in order, and together they cover the whole value. Absent: the content is the value. */
  readonly segments?: readonly Segment[]
}

export interface Mapping {
  readonly kind: 'mapping'
  readonly range: Range
  /** As written: a key may be repeated, as blocks of HCL, tables of TOML, elements of XML and duplicates are. Those of a YAML merge key come first. */
  readonly entries: readonly Entry[]
}

/** One key of a mapping. HCL blocks nest as `.tf.json` does. */
export interface Entry {
  readonly range: Range
  readonly key: string
  /** Without quotes. */
  readonly keyRange: Range
  /** Within the entry's range, except what a YAML alias stands for: that is where its anchor is. */
  readonly value: Node
}

export interface Sequence {
  readonly kind: 'sequence'
  readonly range: Range
  readonly items: readonly Node[]
}

/** A name whose value stands elsewhere: `!Ref Db` (target `Db`), `var.db`, `process.env.DB`. */
export interface Reference {
  readonly kind: 'reference'
  readonly range: Range
  readonly target: string
}

/** A function whose result the file alone does not say: `!Sub`, `jsonencode()`; a template with expressions is `Call('template', parts)`. */
export interface Call {
  readonly kind: 'call'
  readonly range: Range
  readonly callee: string
  readonly arguments: readonly Node[]
  /** Of a `for`: what it calls each key and value, or each value alone. */
  readonly names?: readonly string[]
}

/** The value under a path of keys, or undefined. Of a repeated key, the last. */
export function get(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  return path.reduce<Node | undefined>((at, key) => entry(at, key)?.value, node)
}

/** The entry of a key, or undefined. Of a repeated key, the last, as every reader takes it. */
export function entry(node: Node | undefined, key: string): Entry | undefined {
  return node?.kind === 'mapping' ? node.entries.findLast(({ key: own }) => own === key) : undefined
}

/** The items of a sequence, or the node alone: where a format allows one value or a list of them. */
export function items(node: Node | undefined): readonly Node[] {
  return node === undefined ? [] : node.kind === 'sequence' ? node.items : [node]
}

/** The string of a scalar; undefined for everything else. */
export function stringOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined
}

/** The node and all below it, outermost first. */
export function* walk(node: Node): Generator<Node> {
  const stack: Node[] = [node]
  for (let at = stack.pop(); at; at = stack.pop()) {
    yield at
    const below = at.kind === 'mapping' ? at.entries.map(({ value }) => value) : at.kind === 'sequence' ? at.items : at.kind === 'call' ? at.arguments : []
    for (let index = below.length - 1; index >= 0; index--) stack.push(below[index] as Node)
  }
}

/** Where a stretch of a scalar's value stands in the source. Widened to whole escapes. */
export function sourceRange(scalar: Scalar, [start, end]: Range): Range {
  const { segments, content } = scalar
  if (!segments) return [content[0] + start, content[0] + end]
  const first = segments[segmentAt(segments, start, false)]
  const from = first ? (isVerbatim(first) ? first.source[0] + Math.max(start - first.value[0], 0) : first.source[0]) : (segments.at(-1)?.source[1] ?? content[1])
  const last = segments[segmentAt(segments, end, true)]
  const to = last && end > last.value[0] ? (isVerbatim(last) ? last.source[0] + end - last.value[0] : last.source[1]) : from
  return [from, Math.max(from, to)]
}

/** What a stretch of the source stands for in a scalar's string; undefined where it begins or ends within an escape. */
export function valueAt({ value, segments, content }: Scalar & { readonly value: string }, [start, end]: Range): string | undefined {
  if (!segments) return value.slice(start - content[0], end - content[0])
  let decoded = ''
  for (const { value: [from, to], source } of segments) {
    if (source[1] <= start || source[0] >= end) continue
    const isWhole = start <= source[0] && source[1] <= end
    if (!isWhole && to - from !== source[1] - source[0]) return undefined
    decoded += value.slice(isWhole ? from : from + Math.max(start - source[0], 0), isWhole ? to : from + Math.min(end, source[1]) - source[0])
  }
  return decoded
}

/** Index of the segment that holds the character after an offset of the value, or before it where `closing`; their number where none does. */
export function segmentAt(segments: readonly Segment[], offset: number, closing: boolean): number {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    const end = segments[middle]?.value[1] ?? 0
    if (closing ? end < offset : end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether a segment's source is its value, offset by offset. */
export function isVerbatim({ value, source }: Segment): boolean {
  return value[1] - value[0] === source[1] - source[0]
}
