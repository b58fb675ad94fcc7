import type { Syntax } from './syntax.ts'

/** The offset behind a comment that begins here, or 0 where none does. One without an end goes on to the limit. */
export function commentEnd(text: string, at: number, limit: number, { line, block, traits }: Syntax, lineEnd: (at: number) => number): number {
  for (const [open, close] of block) {
    if (!text.startsWith(open, at) || (open.startsWith('=') && !beginsLine(text, at))) continue
    if (traits.nested) return nestedEnd(text, at, limit, open, close)
    const found = text.indexOf(close, at + open.length)
    return found < 0 ? limit : Math.min(found + close.length, limit)
  }
  for (const open of line) {
    if (!text.startsWith(open, at)) continue
    const attribute = open === '#' && line.length > 1 && text[at + 1] === '['
    const address = open === '//' && traits.markup && text[at - 1] === ':'
    if (!attribute && !address) return lineEnd(at)
  }
  return 0
}

function beginsLine(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r'
}

function nestedEnd(text: string, from: number, limit: number, open: string, close: string): number {
  let depth = 0
  let at = from
  while (at < limit) {
    if (text.startsWith(open, at)) {
      depth++
      at += open.length
    } else if (text.startsWith(close, at)) {
      depth--
      at += close.length
      if (depth === 0) return Math.min(at, limit)
    } else at++
  }
  return limit
}
