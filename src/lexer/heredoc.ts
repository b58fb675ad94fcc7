import type { LiteralBinding } from '../core/literal.ts'
import type { Range } from '../core/text.ts'
import type { Mark } from './escapes.ts'
import type { Lexed } from './reading.ts'
import { decode } from './escapes.ts'
import { indentOf, linesOf } from './layout.ts'
import { addValue } from './values.ts'

/** A here-document that was announced: its body begins in the next line. */
interface Heredoc {
  readonly start: number
  /** Behind what announces it. */
  readonly end: number
  readonly tag: string
  readonly raw: boolean
  /** Indentation that is not part of it: none, leading tabs, what all lines share, or the closing tag's. */
  readonly strips: 'none' | 'tabs' | 'common' | 'closing'
  /** Whether the closing tag may be indented. */
  readonly indented: boolean
}

const OPENERS = {
  shell: /<<(-?)[ \t]*(["']?)\\?([a-z_]\w{0,60})\2/iy,
  hcl: /<<(-?)(["']?)([a-z_][\w-]{0,60})\2(?=[ \t]*[\r\n])/iy,
  ruby: /<<([~-]?)(["'`]?)([A-Z_]\w{0,60})\2/y,
  php: /<<<([ \t]*)(["']?)([a-z_]\w{0,60})\2(?=[ \t]*[\r\n])/iy,
  perl: /<<(~?)(["']?)([A-Z_]\w{0,60})\2/y,
} as const

export type HeredocStyle = keyof typeof OPENERS

/** The here-document that is announced here. */
function heredocAt(text: string, at: number, limit: number, style: HeredocStyle): Heredoc | undefined {
  const opener = OPENERS[style]
  opener.lastIndex = at
  const found = opener.exec(text)
  if (!found || opener.lastIndex > limit) return undefined
  const [whole, sign, quote, tag = ''] = found
  const strips = style === 'php' ? 'closing' : sign === '' ? 'none' : style === 'shell' ? 'tabs' : sign === '-' && style === 'ruby' ? 'none' : 'common'
  return { start: at, end: at + whole.length, tag, raw: quote === "'" || (style === 'shell' && whole.includes('\\')), strips, indented: sign !== '' || style === 'php' }
}

/** The here-documents that a line announces. */
export class Heredocs {
  readonly #text: string
  readonly #limit: number
  readonly #style: HeredocStyle
  readonly #into: Lexed
  readonly #announced: { heredoc: Heredoc; binding: LiteralBinding | undefined }[] = []
  /** Whether one had no end: then no other is sought. */
  #endless = false

  constructor(text: string, limit: number, style: HeredocStyle, into: Lexed) {
    this.#text = text
    this.#limit = limit
    this.#style = style
    this.#into = into
  }

  /** Takes one that is announced here; returns the offset behind the announcement, or 0 where there is none. */
  announce(at: number, binding: () => LiteralBinding | undefined): number {
    const heredoc = this.#endless ? undefined : heredocAt(this.#text, at, this.#limit, this.#style)
    if (!heredoc) return 0
    this.#announced.push({ heredoc, binding: binding() })
    return heredoc.end
  }

  /** Reads the bodies of what the line before announced; returns the offset behind them. */
  bodies(from: number): number {
    if (this.#announced.length === 0) return from
    let at = from
    for (const { heredoc, binding } of this.#announced.splice(0)) {
      const next = readBody(this.#text, heredoc, at, this.#limit, this.#into, binding, this.#style === 'ruby' || this.#style === 'php' || this.#style === 'perl')
      this.#endless ||= next === at
      at = next
    }
    return at
  }
}

/**
 * Reads the body that begins in this line; returns the offset of the line behind it.
 * @param escapes Whether backslashes are read, as in Ruby and PHP.
 */
function readBody(text: string, heredoc: Heredoc, from: number, limit: number, into: Lexed, binding: LiteralBinding | undefined, escapes: boolean): number {
  const lines: Range[] = []
  let at = from
  while (at < limit) {
    let end = at
    while (end < limit && text[end] !== '\n' && text[end] !== '\r') end++
    const next = Math.min(text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1, limit)
    const start = heredoc.indented ? at + indentOf(text, [at, end]) : at
    if (text.startsWith(heredoc.tag, start) && !/\w/.test(text[start + heredoc.tag.length] ?? '')) {
      add(text, heredoc, [from, at], lines, start, into, binding, escapes)
      return start + heredoc.tag.length
    }
    lines.push([at, end])
    at = next
  }
  return from
}

/** The content ends before the line end of the last line: that belongs to the closing tag, for whoever replaces the content. */
function add(text: string, heredoc: Heredoc, body: Range, lines: readonly Range[], close: number, into: Lexed, binding: LiteralBinding | undefined, escapes: boolean): void {
  const alone = linesOf(text, [heredoc.end, body[0]]).every(([start, end]) => text.slice(start, end).trim() === '')
  const content: Range = [body[0], lines.at(-1)?.[1] ?? body[1]]
  const valued = heredoc.strips === 'closing' ? content : body
  const marks = indentation(text, heredoc, lines, close - body[1])
  const { value, segments } = decode(text, valued, escapes && !heredoc.raw ? 'backslash' : 'none', '', marks)
  const decoded = { value, segments: segments ?? (value ? [{ value: [0, value.length] as const, source: valued }] : []) }
  const interpolated = !heredoc.raw && /\$[\w{(]|#\{/.test(decoded.value)
  const range: Range = [alone ? heredoc.start : body[0], close + heredoc.tag.length]
  addValue(text, into, { range, content, quote: text.slice(heredoc.start, heredoc.end), interpolated, ...decoded, ...(binding && { binding }) })
}

function indentation(text: string, { strips }: Heredoc, lines: readonly Range[], closing: number): Mark[] {
  if (strips === 'none') return []
  const own = lines.filter(line => indentOf(text, line) < line[1] - line[0])
  const width = strips === 'closing' ? closing : Math.min(...own.map(line => indentOf(text, line)))
  return lines.flatMap(([start, end]): Mark[] => {
    const to = strips === 'tabs' ? start + (/^\t*/.exec(text.slice(start, end))?.[0].length ?? 0) : start + Math.min(width, indentOf(text, [start, end]))
    return to > start && Number.isFinite(to) ? [{ range: [start, to], kept: false }] : []
  })
}
