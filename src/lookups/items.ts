import { applyEdits, type Edit } from '../core/fix.ts'
import type { Range } from '../core/text.ts'
import type { Entry, Node } from '../core/tree.ts'
import { lineEndAt, lineStartAt, nextLine } from './layout.ts'

type Placed = Pick<Entry | Node, 'range'>

/** The blanks that a line begins with. */
export function marginAt(text: string, offset: number): string {
  return /^[^\S\r\n]*/.exec(text.slice(lineStartAt(text, offset), offset))?.[0] ?? ''
}

/** Whether nothing but blanks stands before an offset in its line. */
export function startsLine(text: string, offset: number): boolean {
  return marginAt(text, offset).length === offset - lineStartAt(text, offset)
}

/** Whether a mapping or a list is written in brackets, as JSON and YAML's flow style have it. */
export function isBracketed(text: string, { range }: Node): boolean {
  return /[[{]/.test(text.charAt(range[0]))
}

/** Takes an item out of brackets, with the comma between it and its neighbour; with its whole line where it has one. */
export function withoutItem(text: string, { range: [start, end] }: Placed, all: readonly Placed[]): readonly Edit[] {
  const index = all.findIndex(one => one.range[0] === start)
  const [previous, next] = [all[index - 1], all[index + 1]]
  const comma = /^[^\S\r\n]*,/.exec(text.slice(end))?.[0].length ?? 0
  const rest = text.slice(end + comma, lineEndAt(text, end + comma))
  if (startsLine(text, start) && !/[\r\n]/.test(text.slice(start, end)) && /^\s*(?:(?:\/\/|#).*)?$/.test(rest)) {
    const before = previous && !next && comma === 0 ? /^\s*,/.exec(text.slice(previous.range[1]))?.[0].length ?? 0 : 0
    return [...(previous && before > 0 ? [{ range: [previous.range[1], previous.range[1] + before], text: '' } as const] : []), withoutLines(text, [start, end])]
  }
  if (next) return [{ range: [start, next.range[0]], text: '' }]
  return [{ range: [previous ? previous.range[1] : start, end + (previous ? 0 : comma)], text: '' }]
}

/** Takes lines out: those of an entry or item of YAML's block style. */
export function withoutLines(text: string, [start, end]: Range): Edit {
  const last = /[\r\n]$/.test(text.slice(start, end)) ? end : nextLine(text, lineEndAt(text, end))
  const first = lineStartAt(text, start)
  return { range: [first, first === 0 ? last + (/^(?:[^\S\r\n]*(?:\r\n|\n|\r))*/.exec(text.slice(last))?.[0].length ?? 0) : last], text: '' }
}

/**
 * Takes an entry of YAML's block style out, with its heading where nothing else stands under it. Edits of two entries under one heading overlap, so that they are made one
 * after the other and none leaves a heading with nothing under it.
 */
export function withoutEntry(text: string, heading: Entry, own: Entry): readonly Edit[] {
  const all = heading.value.kind === 'mapping' ? heading.value.entries : []
  if (all.length < 2) return [withoutLines(text, heading.range)]
  const [start] = heading.range
  const end = Math.min(start + 1 + all.indexOf(own), heading.value.range[0])
  return [{ range: [start, end], text: text.slice(start, end) }, withoutLines(text, own.range)]
}

/** A stretch of a text as it is after edits within it. */
export function rewritten(text: string, [start, end]: Range, edits: readonly Edit[]): string {
  return applyEdits(text.slice(start, end), edits.map(edit => ({ range: [edit.range[0] - start, edit.range[1] - start], text: edit.text })))
}
