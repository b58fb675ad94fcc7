import type { Range } from '../core/text.ts'
import type { Named } from '../core/lookup.ts'

/** The line end that a text uses; `\n` where it has none. */
export function lineEnd(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}

/** One step of indentation of a text, from its first indented line; the fallback where it has none. */
export function indentation(text: string, fallback: string): string {
  return /(?:^|[\r\n])(\t| {2,8})(?=[^\s*])/.exec(text)?.[1] ?? fallback
}

/** The quote that a text uses more often. */
export function preferredQuote(text: string, fallback: '"' | "'"): '"' | "'" {
  const single = text.split("'").length
  const double = text.split('"').length
  return single === double ? fallback : single > double ? "'" : '"'
}

/** The first of the names, or the last with a number, that stands nowhere in the text. */
export function freeName(text: string, ...wished: readonly [string, ...string[]]): string {
  const taken = new Set(text.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu))
  const last = wished.at(-1)
  for (const name of wished) if (!taken.has(name)) return name
  for (let count = 2; ; count++) if (!taken.has(`${last}${count}`)) return `${last}${count}`
}

/** The offset of the end of the line that holds an offset, before its line end. */
export function lineEndAt(text: string, offset: number): number {
  let end = offset
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}

/** The offset of the start of the line that holds an offset. */
export function lineStartAt(text: string, offset: number): number {
  let start = offset
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--
  return start
}

/** The offset after the line end that follows an offset, which stands at the end of a line. */
export function nextLine(text: string, offset: number): number {
  return text.startsWith('\r\n', offset) ? offset + 2 : Math.min(offset + 1, text.length)
}

/** Where the secret is only a part of its literal: the range of the part within the literal's content; undefined where it is the whole. */
export function partOf({ literal, credential }: Named): Range | undefined {
  const start = Math.max(credential.range[0], literal.content[0])
  const end = Math.min(credential.range[1], literal.content[1])
  return start > literal.content[0] || end < literal.content[1] ? [start, end] : undefined
}
