import type { Range } from '../core/text.ts'
import type { Entry, Mapping, Node, Scalar } from '../core/tree.ts'
import { Decoder } from './decoder.ts'

/** A text in which the actions of a template (Helm, Jinja) have given way to what YAML can read, unit for unit. */
export interface Masked {
  readonly text: string
  /** All actions, in order. */
  readonly actions: readonly Range[]
  /** Those on lines of their own that write something. */
  readonly holes: readonly Hole[]
}

/** Where an action writes what the file does not say. */
interface Hole {
  readonly range: Range
  /** The indentation of what it writes. */
  readonly column: number
}

/** What opens an action, and what closes it. */
const CLOSES: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}' }

/** UTF-16 units of the longest action. */
const LONGEST = 4000

/** Actions that write nothing themselves. */
const CONTROL = /^\{(?:[%#]|\{-?\s*(?:\/\*|(?:if|else|end|range|with|define|block|break|continue|fail)\b|\$\w*\s*:?=))/

/** What may stand before an action that writes the lines below, or says which: `labels: {{- include "labels" . | nindent 4 }}`. */
const OPEN = /^\s*(?:-\s+)*(?:-|[^\s#:]{1,200}\s*:)\s*$/

/** Actions on lines of their own, and those that write on the lines below, become empty lines, others letters. Undefined where there are none. */
export function maskTemplate(text: string): Masked | undefined {
  const actions = actionsIn(text)
  if (actions.length === 0) return undefined
  const pieces: string[] = []
  const holes: Hole[] = []
  let at = 0
  for (const group of linesOf(text, actions)) {
    const alone = areAlone(text, group)
    for (const range of group) {
      const [start, end] = range
      const action = text.slice(start, end)
      const firstLine = alone ? 0 : (/^[^\r\n]*/.exec(action)?.[0].length ?? 0)
      pieces.push(text.slice(at, start), 'x'.repeat(firstLine), action.slice(firstLine).replace(/[^\r\n]/g, '\n'))
      at = end
      if (alone && !CONTROL.test(action)) holes.push({ range, column: Number(/\bn?indent\s+(\d{1,3})/.exec(action)?.[1] ?? start - lineStart(text, start)) })
    }
  }
  return { text: pieces.join('') + text.slice(at), actions, holes }
}

function actionsIn(text: string): readonly Range[] {
  const actions: Range[] = []
  for (let at = text.indexOf('{'); at >= 0;) {
    const end = actionEnd(text, at)
    if (end !== undefined) actions.push([at, end])
    at = text.indexOf('{', end ?? at + 1)
  }
  return actions
}

/** Where the action ends that begins at an offset; undefined where none does. */
function actionEnd(text: string, start: number): number | undefined {
  const close = CLOSES[text.slice(start, start + 2)]
  if (close === undefined) return undefined
  const limit = Math.min(start + LONGEST, text.length)
  if (/^\{(?:#|\{-?\s{0,9}\/\*)/.test(text.slice(start, start + 16))) {
    const end = text.slice(start, limit).indexOf(close, 2)
    return end < 0 ? undefined : start + end + 2
  }
  for (let at = start + 2; at < limit; at++) {
    if (text.startsWith(close, at)) return at + 2
    const quote = text[at] ?? ''
    if (quote === '"' || quote === "'" || quote === '`') at = stringEnd(text, at, quote, limit)
  }
  return undefined
}

/** The offset of the quote that closes a string; that of the opening one where none does. */
function stringEnd(text: string, start: number, quote: string, limit: number): number {
  for (let at = start + 1; at < limit; at++) {
    if (text[at] === quote) return at
    if (quote !== '`' && text[at] === '\n') return start
    if (quote !== '`' && text[at] === '\\') at++
  }
  return start
}

/** Actions that share lines. */
function linesOf(text: string, actions: readonly Range[]): readonly (readonly Range[])[] {
  const groups: Range[][] = []
  for (const action of actions) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last && before && !/[\r\n]/.test(text.slice(before[1], action[0]))) last.push(action)
    else groups.push([action])
  }
  return groups
}

/** Whether actions of one line have nothing beside them, or only what the lines below belong to. */
function areAlone(text: string, group: readonly Range[]): boolean {
  const [first = [0, 0]] = group
  const [, end] = group.at(-1) ?? first
  const before = text.slice(lineStart(text, first[0]), first[0])
  const between = group.slice(1).map(([start], index) => text.slice(group[index]?.[1], start))
  const behind = /^[^\r\n]*/.exec(text.slice(end, end + LONGEST))?.[0] ?? ''
  if ([...between, behind].some(piece => piece.trim() !== '')) return false
  return before.trim() === '' || (OPEN.test(before) && group.every(range => /\bnindent\b/.test(text.slice(...range)) || CONTROL.test(text.slice(...range))))
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
}

/** A string that holds actions: a Call of `template` with what is written around them, or a block as it is written. */
export function templateScalar(text: string, masked: Masked, range: Range, style: string | undefined): Node {
  if (style === 'BLOCK_LITERAL' || style === 'BLOCK_FOLDED') return blockOf(text, masked.text, range)
  const quoted = style === 'QUOTE_DOUBLE' || style === 'QUOTE_SINGLE'
  const [start, end]: Range = quoted ? [range[0] + 1, range[1] - 1] : range
  const arguments_: Node[] = []
  let at = start
  const take = (to: number): void => {
    if (to > at) arguments_.push({ kind: 'scalar', range: [at, to], content: [at, to], value: text.slice(at, to) })
  }
  for (const action of masked.actions.slice(indexFrom(masked.actions, start))) {
    if (action[0] >= end) break
    take(action[0])
    at = Math.min(action[1], end)
    arguments_.push({ kind: 'call', range: [action[0], at], callee: 'action', arguments: [] })
  }
  take(end)
  const escaped = quoted && arguments_.some(({ kind, range: own }) => kind === 'scalar' && /[\\\r\n]|''/.test(text.slice(...own)))
  return { kind: 'call', range, callee: 'template', arguments: arguments_.length === 1 || escaped ? [] : arguments_ }
}

/** Index of the first action that ends behind an offset. */
function indexFrom(actions: readonly Range[], offset: number): number {
  let [low, high] = [0, actions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((actions[middle]?.[1] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The lines of a block with their actions, without the indentation. A folded one is not folded: what its actions write is not known. */
function blockOf(text: string, masked: string, range: Range): Scalar {
  const decoder = new Decoder(text)
  const lines = [...masked.slice(...range).matchAll(/[^\r\n]+/g)].map(({ 0: line, index }) => ({ line, at: range[0] + index }))
  const [header, ...body] = lines
  const first = body.find(({ line }) => line.trim() !== '')
  const indentation = first ? first.line.length - first.line.trimStart().length : 0
  const headerEnd = range[0] + (/^[|>][-+\d]*/.exec(header?.line ?? '')?.[0].length ?? 0)
  const from = first ? lineStart(text, Math.min(...writtenLines(text, [headerEnd, first.at]), first.at)) : headerEnd
  const last = body.findLast(({ line }) => line.trim() !== '')
  const to = last ? last.at + last.line.length : headerEnd
  let before: number | undefined
  for (const start of writtenLines(text, [from, to])) {
    const end = Math.min(start + (/^[^\r\n]*/.exec(text.slice(start, to))?.[0].length ?? 0), to)
    const margin = /^ */.exec(text.slice(start, end))?.[0].length ?? 0
    const own = start + Math.min(margin, indentation)
    if (before !== undefined) decoder.unit('\n', before, own)
    decoder.verbatim(own, end)
    before = end
  }
  const [start, end] = decoder.span ?? [headerEnd, headerEnd]
  return decoder.scalar([range[0], Math.max(end, headerEnd)], [start, end])
}

/** The starts of the lines with anything in a range. */
function writtenLines(text: string, [start, end]: Range): readonly number[] {
  return [...text.slice(start, end).matchAll(/[^\r\n]+/g)].map(({ index }) => start + index)
}

/** Puts what actions write on lines of their own into the tree, as far as the indentation says where: an entry without a key, an item, the value of a key that has none. */
export function withHoles(text: string, documents: readonly Node[], holes: readonly Hole[]): readonly Node[] {
  const roots = [...documents]
  for (const hole of holes) {
    const index = roots.findLastIndex(({ range }) => range[0] <= hole.range[0])
    const root = roots[index]
    if (root && !/^---/m.test(text.slice(root.range[1], hole.range[0]))) roots[index] = place(text, root, hole) ?? root
  }
  return roots
}

/** The node with the hole in it; undefined where its indentation says that it stands further out. */
function place(text: string, node: Node, hole: Hole): Node | undefined {
  const { range, column } = hole
  const call: Node = { kind: 'call', range, callee: 'template', arguments: [] }
  const own = columnOf(text, node.range[0])
  if ((node.kind !== 'mapping' && node.kind !== 'sequence') || /[{[]/.test(text[node.range[0]] ?? '') || own > column) return undefined
  const widened: Range = [Math.min(node.range[0], range[0]), Math.max(node.range[1], range[1])]
  if (node.kind === 'sequence') {
    const index = node.items.findLastIndex(item => item.range[0] <= range[0])
    const inner = index < 0 ? undefined : place(text, node.items[index] as Node, hole)
    const items = inner ? node.items.with(index, inner) : node.items.toSpliced(index + 1, 0, call)
    return { ...node, range: widened, items }
  }
  const index = node.entries.findLastIndex(entry => entry.range[0] <= range[0])
  const last = node.entries[index]
  if (last?.value.kind === 'scalar' && last.value.value !== '' && isWithin(text, last.value, hole, own)) return node
  const inner = last && (isAbsent(last.value) && own < column ? call : place(text, last.value, hole))
  return { ...node, range: widened, entries: last && inner ? node.entries.with(index, widen(last, inner)) : withEntry(node, index, call) }
}

/** Whether the action stands in a string, or in the lines of a block behind the last that is not empty. @param outer Where the key of the string stands. */
function isWithin(text: string, { range }: Scalar, hole: Hole, outer: number): boolean {
  return hole.range[1] <= range[1] || (/[|>]/.test(text[range[0]] ?? '') && columnOf(text, hole.range[0]) > outer)
}

function isAbsent(node: Node): boolean {
  return node.kind === 'scalar' && (node.value === '' || node.value === null) && node.content[0] === node.content[1]
}

function widen(entry: Entry, value: Node): Entry {
  return { ...entry, value, range: [entry.range[0], Math.max(entry.range[1], value.range[1])] }
}

function withEntry({ entries }: Mapping, index: number, value: Node): readonly Entry[] {
  const [start] = value.range
  return entries.toSpliced(index + 1, 0, { range: value.range, key: '', keyRange: [start, start], value })
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset)
}
