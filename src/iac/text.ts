import type { Edit } from '../core/fix.ts'
import type { Range } from '../core/text.ts'
import { type Entry, type Mapping, type Node, entry } from '../core/tree.ts'

/** The line end that a text uses. */
export function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}

/** The white space before the first character of the line that an offset is in. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset)
  let end = start
  while (text[end] === ' ' || text[end] === '\t') end++
  return text.slice(start, end)
}

/** Whether nothing but white space stands before an offset in its line. */
export function startsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === ''
}

/** The offset of the first character of a line. */
export function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
}

/** The end of the line that something ends in, without its line end; a comment behind it is part of that line. */
export function lineEnd(text: string, [, end]: Range): number {
  let last = end
  while (last > 0 && /\s/.test(text[last - 1] ?? '')) last--
  while (last < text.length && text[last] !== '\n' && text[last] !== '\r') last++
  return last
}

/** Takes an entry out whose lines hold nothing else; undefined where they do. */
export function removeLines(text: string, mapping: Node, key: string): readonly Edit[] | undefined {
  const own = entry(mapping, key)
  if (!own || !startsLine(text, own.range[0]) || text[own.range[0]] === '"' || (mapping.kind === 'mapping' && mapping.entries.length < 2)) return undefined
  const end = lineEnd(text, own.range)
  if (/^[ \t]*[,}]/.test(text.slice(own.range[1], end))) return undefined
  const next = text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length)
  return [{ range: [lineStart(text, own.range[0]), next], text: '' }]
}

/** Takes an entry out of a mapping of any syntax that has others; undefined where its lines hold more than it. */
export function removeEntry(text: string, mapping: Mapping, own: Entry): readonly Edit[] | undefined {
  const entries = mapping.entries.toSorted((one, other) => one.range[0] - other.range[0])
  const index = entries.indexOf(own)
  const [previous, next] = [entries[index - 1], entries[index + 1]]
  const between = (one: Entry, other: Entry): string => text.slice(one.range[1], other.range[0])
  if (next && (/^\s*,\s*$/.test(between(own, next)) || !startsLine(text, own.range[0]))) return [{ range: [own.range[0], next.range[0]], text: '' }]
  if (previous && /^\s*,\s*$/.test(between(previous, own))) return [{ range: [previous.range[1], own.range[1]], text: '' }]
  return removeLines(text, mapping, own.key)
}
