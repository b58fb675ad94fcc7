import type { Range } from '../core/text.ts'
import type { Scalar } from '../core/tree.ts'
import { Decoder } from './decoder.ts'

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0', a: '\x07', b: '\b', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', N: '\x85', _: '\xa0', L: '\u2028', P: '\u2029',
  ' ': ' ', '"': '"', '/': '/', '\\': '\\', '\t': '\t',
}
const HEX: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/**
 * A string of YAML with the source of each of its pieces.
 * @param range With quotes, or from a block's header on.
 * @param value What the `yaml` package read; it decides, where it is known.
 */
export function decodeScalar(text: string, range: Range, style: string | undefined, value: string | undefined): Scalar {
  const quoted = style === 'QUOTE_DOUBLE' || style === 'QUOTE_SINGLE'
  const content: Range = quoted ? [range[0] + 1, isClosed(text, range) ? range[1] - 1 : range[1]] : range
  const block = style === 'BLOCK_LITERAL' || style === 'BLOCK_FOLDED'
  if (!block && text.slice(...content) === value) return { kind: 'scalar', range, content, value }
  const decoder = new Decoder(text)
  if (block) decodeBlock(decoder, text, range, style === 'BLOCK_FOLDED', value ?? '')
  else decodeFlow(decoder, text, content, style)
  const exact = value === undefined || decoder.value === value ? decoder : new Decoder(text)
  if (value !== undefined && exact !== decoder) exact.unit(value, ...content)
  return block ? blockScalar(exact, text, range) : exact.scalar(range, content)
}

function isClosed(text: string, [start, end]: Range): boolean {
  if (end - start < 2 || text[end - 1] !== text[start]) return false
  let slash = end - 2
  while (text[start] === '"' && slash > start && text[slash] === '\\') slash--
  return (end - slash) % 2 === 0
}

/** The content ends before the line end of the last line: that belongs to the block, for whoever replaces the content. */
function blockScalar(decoder: Decoder, text: string, range: Range): Scalar {
  const [start, end] = decoder.span ?? [range[1], range[1]]
  return decoder.scalar([range[0], Math.max(end, headerEnd(text, range))], [start, withoutLineEnds(text, start, end)])
}

function headerEnd(text: string, [start, end]: Range): number {
  const header = /^[|>][-+\d]*/.exec(text.slice(start, Math.min(end, start + 4)))?.[0].length ?? 0
  return start + header
}

/** Plain and quoted strings: escapes, and line ends that fold. */
function decodeFlow(decoder: Decoder, text: string, [start, end]: Range, style: string | undefined): void {
  let run = start
  let at = start
  while (at < end) {
    const unit = text[at]
    if (unit === '\n' || (unit === '\r' && text[at + 1] === '\n')) {
      const before = trimmedEnd(text, run, at)
      decoder.verbatim(run, before)
      const { next, breaks } = blankLines(text, at, end)
      decoder.unit(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), before, next)
      run = at = next
    } else if (style === 'QUOTE_SINGLE' && unit === "'") {
      decoder.verbatim(run, at)
      decoder.unit("'", at, Math.min(at + 2, end))
      run = at = Math.min(at + 2, end)
    } else if (style === 'QUOTE_DOUBLE' && unit === '\\') {
      decoder.verbatim(run, at)
      run = at = escape(decoder, text, at, end)
    } else {
      at++
    }
  }
  decoder.verbatim(run, end)
}

/** Takes an escape and returns where it ends. */
function escape(decoder: Decoder, text: string, at: number, end: number): number {
  const letter = text[at + 1] ?? ''
  if (letter === '\n' || (letter === '\r' && text[at + 2] === '\n')) {
    const { next, breaks } = blankLines(text, at + 1, end)
    decoder.unit('\n'.repeat(Math.max(breaks - 1, 0)), at, next)
    return next
  }
  const digits = HEX[letter] ?? 0
  const hex = text.slice(at + 2, at + 2 + digits)
  const code = digits > 0 && hex.length === digits && /^[\da-f]+$/i.test(hex) ? parseInt(hex, 16) : -1
  const next = Math.min(at + 2 + digits, end)
  decoder.unit(code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : (ESCAPES[letter] ?? text.slice(at, next)), at, next)
  return next
}

function trimmedEnd(text: string, start: number, end: number): number {
  while (end > start && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--
  return end
}

function withoutLineEnds(text: string, start: number, end: number): number {
  while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--
  return end
}

function blankLines(text: string, at: number, end: number): { next: number; breaks: number } {
  let breaks = 0
  while (at < end && ' \t\r\n'.includes(text[at] ?? 'x')) {
    if (text[at] === '\n') breaks++
    at++
  }
  return { next: at, breaks }
}

interface Line {
  /** After its indentation. */
  readonly start: number
  /** Before its line end. */
  readonly end: number
  /** After its line end. */
  readonly next: number
}

/** Literal and folded blocks. */
function decodeBlock(decoder: Decoder, text: string, range: Range, folded: boolean, value: string): void {
  const lines = blockLines(text, range, value)
  const last = lines.findLastIndex(({ start, end }) => start < end)
  let previous: Line | undefined
  let blank: Line | undefined
  for (const line of lines.slice(0, last + 1)) {
    if (folded && line.start === line.end) {
      blank ??= line
      continue
    }
    if (previous) {
      const breaks = breaksBetween(text, previous.end, line.start)
      const kept = !folded || isMore(text, previous) || isMore(text, line)
      if (kept) decoder.unit('\n'.repeat(breaks), previous.end, line.start)
      else decoder.unit(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), previous.end, line.start)
    } else if (blank) {
      decoder.unit('\n'.repeat(breaksBetween(text, blank.start, line.start)), blank.start, line.start)
    }
    decoder.verbatim(line.start, line.end)
    previous = line
    blank = undefined
  }
  const trailing = value.length - withoutLineEnds(value, 0, value.length)
  const ends = lines.slice(Math.max(last, 0))
  for (let index = 0; index < trailing; index++) {
    const line = ends[index]
    decoder.unit('\n', line?.end ?? range[1], line?.next ?? range[1])
  }
}

function blockLines(text: string, [start, end]: Range, value: string): Line[] {
  const body = text.indexOf('\n', start) + 1
  if (body === 0 || body > end) return []
  const spans: { at: number; end: number; next: number }[] = []
  for (let at = body; at < end; ) {
    const found = text.indexOf('\n', at)
    const next = found < 0 || found >= end ? end : found + 1
    let stop = found < 0 || found >= end ? end : found
    if (stop > at && stop < next && text[stop - 1] === '\r') stop--
    spans.push({ at, end: stop, next })
    at = next
  }
  const first = spans.find(span => /[^ ]/.test(text.slice(span.at, span.end)))
  const indentation = first ? leadingSpaces(text, first.at, first.end) - leadingSpaces(...firstLine(value)) : Infinity
  return spans.map(span => ({ start: Math.min(span.at + Math.min(leadingSpaces(text, span.at, span.end), indentation), span.end), end: span.end, next: span.next }))
}

/** The first line of a value with anything but spaces. */
function firstLine(value: string): [text: string, start: number, end: number] {
  const at = Math.max(value.search(/[^ \n]/), 0)
  return [value, value.lastIndexOf('\n', at) + 1, at]
}

function leadingSpaces(text: string, start: number, end: number): number {
  let at = start
  while (at < end && text[at] === ' ') at++
  return at - start
}

function breaksBetween(text: string, start: number, end: number): number {
  return text.slice(start, end).split('\n').length - 1
}

function isMore(text: string, { start }: Line): boolean {
  return text[start] === ' ' || text[start] === '\t'
}
