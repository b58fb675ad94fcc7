import type { CST } from 'yaml'
import type { Comment } from '../core/document.ts'

/** What the composed documents of YAML no longer say. */
export interface Survey {
  readonly comments: readonly Comment[]
  /** Levels of nesting. */
  readonly depth: number
  /** Where the first quoted string begins that has no end. */
  readonly unclosed: number | undefined
  /** Where the tag of a node begins, by the offset of the node. */
  tagBefore(offset: number): number
}

/** Reads comments, tags and the depth off the syntax. Without recursion: it stands before everything that has any. */
export function surveySyntax(tokens: readonly CST.Token[]): Survey {
  const comments: Comment[] = []
  const tags: number[] = []
  let depth = 0
  let unclosed: number | undefined
  const stack: { token: CST.Token; level: number }[] = []
  const push = (list: readonly (CST.Token | null | undefined)[] | undefined, level: number): void => {
    for (const token of list ?? []) if (token) stack.push({ token, level })
  }
  push(tokens, 0)
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { token, level } = top
    depth = Math.max(depth, level)
    if (token.type === 'comment') comments.push({ range: [token.offset, token.offset + token.source.length] })
    if (token.type === 'tag') tags.push(token.offset)
    if ((token.type === 'double-quoted-scalar' || token.type === 'single-quoted-scalar') && quotedEnd(token.source, 0) !== token.source.length) unclosed = Math.min(token.offset, unclosed ?? Infinity)
    if ('start' in token) push(Array.isArray(token.start) ? token.start : [token.start], level)
    if ('props' in token) push(token.props, level)
    if ('value' in token) push([token.value], level + 1)
    if ('end' in token) push(token.end, level)
    if ('items' in token) {
      for (const { start, key, sep, value } of token.items) {
        push(start, level)
        push(sep, level)
        push([key, value], level + 1)
      }
    }
  }
  comments.sort((one, other) => one.range[0] - other.range[0])
  tags.sort((one, other) => one - other)
  return { comments, depth, unclosed, tagBefore: offset => lastUpTo(tags, offset) ?? offset }
}

function lastUpTo(sorted: readonly number[], limit: number): number | undefined {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return sorted[low - 1]
}

/**
 * The text with the line ends of a quoted string as spaces, so that every offset stays: PyYAML reads a string on whose further lines are indented less than
 * its key, the `yaml` package does not. Undefined where that changes nothing.
 */
export function joinQuoted(text: string, start: number): string | undefined {
  const end = quotedEnd(text, start)
  if (end === undefined) return undefined
  const whole = text.slice(start, end)
  return whole.includes('\n') ? text.slice(0, start) + whole.replace(/[\r\n]/g, ' ') + text.slice(end) : undefined
}

/** Where a quoted string ends whose quote is at an offset; undefined: nowhere. */
function quotedEnd(text: string, start: number): number | undefined {
  const quote = text[start] ?? ''
  let at = text.indexOf(quote, start + 1)
  while (at >= 0) {
    const escaped = quote === "'" ? text[at + 1] === "'" : slashesBefore(text, at, start) % 2 === 1
    if (!escaped) return at + 1
    at = text.indexOf(quote, at + (quote === "'" ? 2 : 1))
  }
  return undefined
}

function slashesBefore(text: string, end: number, start: number): number {
  let at = end
  while (at - 1 > start && text[at - 1] === '\\') at--
  return end - at
}
