import type { Range } from '../core/text.ts'

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
