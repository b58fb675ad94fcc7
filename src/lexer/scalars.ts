import type { Range } from '../core/text.ts'
import type { Found } from './values.ts'
import { Joined, readBackslash } from './escapes.ts'

/**
 * YAML's quoted or plain scalar that begins here, with the lines that continue it.
 * @param indent The column of what holds it: lines that continue stand further right.
 * @param endless Where a quote was sought in vain.
 */
export function readScalar(text: string, at: number, limit: number, indent: number, endless: Map<string, number>): Found {
  const quote = text[at] ?? ''
  if ((quote === '"' || quote === "'") && (endless.get(quote) ?? 0) <= at) {
    const close = closing(text, at + 1, limit, quote)
    if (close >= 0) {
      const content: Range = [at + 1, close]
      return { range: [at, close + 1], content, quote, ...folded(text, content, quote) }
    }
    endless.set(quote, limit)
  }
  return plain(text, at, limit, indent)
}

function closing(text: string, from: number, limit: number, quote: string): number {
  for (let at = from; at < limit; at++) {
    const own = text[at]
    if (own === '\\' && quote === '"') at++
    else if (own === quote) {
      if (quote === '"' || text[at + 1] !== quote) return at
      at++
    }
  }
  return -1
}

/** A plain scalar ends at a comment, or before a line that does not continue it. */
function plain(text: string, from: number, limit: number, indent: number): Found {
  let end = plainEnd(text, from, limit)
  let last = end
  while (text.charCodeAt(last.at) === 10 || text.charCodeAt(last.at) === 13) {
    let at = last.at
    let lineStart = at
    while (at < limit && text.charCodeAt(at) <= 32) {
      if (text.charCodeAt(at) === 10 || text.charCodeAt(at) === 13) lineStart = at + 1
      at++
    }
    if (at >= limit || at - lineStart <= indent || text[at] === '#') break
    const own = plainEnd(text, at, limit)
    if (own.key || (text[at] === '-' && text.charCodeAt(at + 1) <= 32)) break
    end = last = own
  }
  const content: Range = [from, end.to]
  return { range: content, content, quote: '', ...folded(text, content, '') }
}

/** The end of a plain scalar's line, with and without the spaces behind it. */
function plainEnd(text: string, from: number, limit: number): { at: number; to: number; key: boolean } {
  let at = from
  let key = false
  for (; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13 || (code === 35 && at > from && text.charCodeAt(at - 1) <= 32)) break
    if (code === 58 && (at + 1 >= limit || text.charCodeAt(at + 1) <= 32)) key = true
  }
  let to = at
  while (to > from && text.charCodeAt(to - 1) <= 32) to--
  return { at, to, key }
}

/** Line ends become spaces, or line ends where empty lines follow; escapes are read. */
function folded(text: string, [start, end]: Range, quote: string): Pick<Found, 'value' | 'segments'> {
  const joined = new Joined(text)
  let run = start
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === 92 && quote === '"') {
      const escape = at + 1 < end ? readBackslash(text, at + 1, end) : undefined
      if (!escape) continue
      joined.verbatim([run, at])
      joined.unit(escape.value, [at, escape.end])
      run = escape.end
      if (escape.value === '') while (run < end && (text[run] === ' ' || text[run] === '\t')) run++
      at = run - 1
    } else if (code === 39 && quote === "'") {
      joined.verbatim([run, at])
      joined.unit("'", [at, at + 2])
      run = at + 2
      at++
    } else if (code === 10 || code === 13) {
      let from = at
      while (from > run && (text[from - 1] === ' ' || text[from - 1] === '\t')) from--
      let breaks = 0
      let to = at
      for (; to < end && text.charCodeAt(to) <= 32; to++) if (text[to] === '\n' || (text[to] === '\r' && text[to + 1] !== '\n')) breaks++
      joined.verbatim([run, from])
      joined.unit(breaks > 1 ? '\n'.repeat(breaks - 1) : ' ', [from, to])
      run = to
      at = to - 1
    }
  }
  if (run === start) return {}
  joined.verbatim([run, end])
  return joined.decoded([start, end])
}

const HEADER = /[|>](?:[+-]?\d?|\d[+-])(?=[ \t]*(?:#.*)?$)/my

/** YAML's block scalar that begins at `|` or `>`; `next` is the offset of the line behind it. */
export function readBlock(text: string, at: number, limit: number, indent: number): (Found & { next: number }) | undefined {
  HEADER.lastIndex = at
  const header = HEADER.exec(text)?.[0]
  if (header === undefined) return undefined
  const lines: Line[] = []
  let column = /\d/.test(header) ? Math.max(indent, 0) + Number(/\d/.exec(header)?.[0]) : -1
  let from = nextLine(text, at, limit)
  while (from < limit) {
    const next = nextLine(text, from, limit)
    let start = from
    while (start < next && (text[start] === ' ' || (text[start] === '\t' && column >= 0 && start - from >= column))) start++
    let end = next
    while (end > from && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--
    const blank = start >= end
    if (!blank) {
      if (start - from <= indent || (column >= 0 && start - from < column)) break
      if (column < 0) column = start - from
    }
    lines.push({ from: blank && column < 0 ? end : Math.min(from + Math.max(column, 0), end), end, next, blank, deeper: start - from > column })
    from = next
  }
  let last = lines.length
  while (last > 0 && lines[last - 1]?.blank) last--
  const kept = header.includes('+') ? lines : lines.slice(0, last)
  const next = last === 0 ? from : header.includes('+') ? from : (lines[last - 1]?.next ?? from)
  const begin = lines[0]?.from ?? from
  const content: Range = [Math.min(begin, lines[last - 1]?.end ?? begin), lines[last - 1]?.end ?? begin]
  return { range: [at, Math.max(content[1], at + header.length)], content, quote: header, next, ...joinLines(text, kept, header) }
}

interface Line {
  readonly from: number
  readonly end: number
  readonly next: number
  readonly blank: boolean
  readonly deeper: boolean
}

function joinLines(text: string, lines: readonly Line[], header: string): Pick<Found, 'value' | 'segments'> {
  const joined = new Joined(text)
  const folds = header.startsWith('>')
  const lastFull = lines.findLastIndex(({ blank }) => !blank)
  for (const [index, line] of lines.entries()) {
    const after = lines[index + 1]
    joined.verbatim([line.from, line.end])
    if (!after && header.includes('-')) break
    const joins = folds && after && index < lastFull && !line.blank && !line.deeper && !after.deeper
    if (joins) joined.unit(after.blank ? '' : ' ', [line.end, after.from])
    else if (text[line.end] === '\n') joined.verbatim([line.end, line.end + 1])
    else joined.unit('\n', [line.end, Math.max(line.next, line.end)])
  }
  const { value, segments = [] } = joined.decoded([-1, -1])
  return { value, segments }
}

function nextLine(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && text[at] !== '\n' && text[at] !== '\r') at++
  return Math.min(text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1, limit)
}
