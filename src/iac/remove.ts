import type { Edit } from '../core/fix.ts'
import { type Entry, type Mapping, type Node, entry, walk } from '../core/tree.ts'
import { lineEnd, lineStart, startsLine } from './text.ts'

/** Takes the entry of a key out of a mapping, if it has one. */
export function removeKey(text: string, mapping: Node, key: string): readonly Edit[] | undefined {
  const own = entry(mapping, key)
  return own && mapping.kind === 'mapping' ? removeEntry(text, mapping, own) : undefined
}

/** Takes the entry out whose value a node is. */
export function removeValue(text: string, root: Node, node: Node): readonly Edit[] | undefined {
  const held = holderOf(root, node)
  return held && removeEntry(text, held.mapping, held.own)
}

/** The entry whose value a node is, and the mapping that it is in. */
export function holderOf(root: Node, { range }: Node): { readonly mapping: Mapping; readonly own: Entry } | undefined {
  for (const mapping of walk(root)) {
    const own = mapping.kind === 'mapping' ? mapping.entries.find(({ value }) => value.range[0] === range[0] && value.range[1] === range[1]) : undefined
    if (own && mapping.kind === 'mapping') return { mapping, own }
  }
  return undefined
}

/** Takes an entry out of a mapping with the comma or the lines that are its own; comments in other lines stay. Undefined where nothing would be left of a mapping without brackets. */
export function removeEntry(text: string, { entries, range }: Mapping, own: Entry): readonly Edit[] | undefined {
  const index = entries.indexOf(own)
  const [previous, next] = [entries[index - 1], entries[index + 1]]
  const [start] = own.range
  const end = endOf(text, own)
  if (entries.length === 1 && !startsLine(text, start)) return text[range[0]] === '{' ? [{ range: [range[0] + 1, range[1] - 1], text: '' }] : undefined
  if (entries.length === 1 && text[range[0]] !== '{') return undefined
  const comma = /^\s*,/.exec(text.slice(end, next?.range[0] ?? range[1]))?.[0].length ?? 0
  const before = previous && comma === 0 ? commaBehind(text, previous, start) : undefined
  const line = lineEnd(text, [start, end + comma])
  const alone = startsLine(text, start) && /^\s*(?:#|\/\/|$)/.test(text.slice(end + comma, line))
  if (alone) return [...(before === undefined ? [] : [{ range: [before, before + 1] as const, text: '' }]), { range: [lineStart(text, start), afterLine(text, line)], text: '' }]
  if (comma > 0) return [{ range: [start, next?.range[0] ?? end + comma], text: '' }]
  return previous && before !== undefined ? [{ range: [endOf(text, previous), end], text: '' }] : undefined
}

/** Where an entry ends, without the line end that belongs to a block of text. */
export function endOf(text: string, { range: [start, end] }: Entry): number {
  return start + text.slice(start, end).trimEnd().length
}

function commaBehind(text: string, previous: Entry, limit: number): number | undefined {
  const end = endOf(text, previous)
  const comma = /^\s*,/.exec(text.slice(end, limit))?.[0].length
  return comma === undefined ? undefined : end + comma - 1
}

function afterLine(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length)
}
