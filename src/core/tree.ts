import type { Range } from './text.ts'

/** What a configuration file says. A reference or a call is what the file alone cannot resolve. */
export type Node = Scalar | Mapping | Sequence | Reference | Call

/**
 * A run of a scalar's value and the source it came from. Of equal length, the source is the value, character for character; otherwise the
 * source is one unit (an escape, a folded line end) that decodes to the value. Source between two segments stands for nothing.
 */
export interface Segment {
  readonly value: Range
  readonly source: Range
}

export interface Scalar {
  readonly kind: 'scalar'
  /** With its quotes. */
  readonly range: Range
  /** Without its quotes: what a fix replaces to change the value and keep the quoting. */
  readonly content: Range
  readonly value: string | number | boolean | null
  /** Present where decoding moved text; in order, and together they cover the whole value. Absent: the content is the value. */
  readonly segments?: readonly Segment[]
}

export interface Mapping {
  readonly kind: 'mapping'
  readonly range: Range
  readonly entries: readonly Entry[]
}

/** One key of a mapping. HCL blocks nest as `.tf.json` does. */
export interface Entry {
  readonly range: Range
  readonly key: string
  readonly keyRange: Range
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
  if (!scalar.segments) return [scalar.content[0] + start, scalar.content[0] + end]
  const at = (offset: number, closing: boolean): number => {
    for (const { value, source } of scalar.segments ?? []) {
      if (closing ? offset > value[1] : offset >= value[1]) continue
      const verbatim = value[1] - value[0] === source[1] - source[0]
      if (verbatim) return source[0] + (offset - value[0])
      return closing ? (offset > value[0] ? source[1] : source[0]) : source[0]
    }
    return scalar.content[1]
  }
  const from = at(start, false)
  return [from, Math.max(from, at(end, true))]
}
