import type { Range } from '../../core/text.ts'
import type { Module } from './syntax.ts'

/** What stands in brackets, apart by commas. */
export interface Brackets {
  readonly open: number
  /** Behind the closing one. */
  readonly end: number
  /** Without the space and the comments around them. */
  readonly items: readonly Range[]
  /** Of the comma behind the last. */
  readonly trailing?: number
}

/** Reads what an opening bracket begins; undefined where it is never closed. */
export function brackets(open: number, text: string, { strings }: Module): Brackets | undefined {
  const items: Range[] = []
  let [start, last, comma, depth] = [-1, -1, -1, 0]
  let next = strings.findIndex(({ range }) => range[0] > open)
  for (let at = open; at < text.length;) {
    const string = strings[next]
    if (string?.range[0] === at) {
      if (start < 0) start = at
      at = last = string.range[1]
      next++
      continue
    }
    const char = text.charAt(at)
    if (char === '#') {
      at += /^[^\r\n]*/.exec(text.slice(at))?.[0].length ?? 1
      continue
    }
    if (')]}'.includes(char) && --depth === 0) {
      if (start >= 0) items.push([start, last])
      return { open, end: at + 1, items, ...(start < 0 && comma >= 0 && { trailing: comma }) }
    }
    if (char === ',' && depth === 1) {
      if (start >= 0) items.push([start, last])
      comma = at
      start = -1
    } else if (at > open && !/\s/.test(char)) {
      if (start < 0) start = at
      last = at + 1
    }
    if ('([{'.includes(char)) depth++
    at++
  }
  return undefined
}
