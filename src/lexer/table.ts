import type { LiteralBinding } from '../core/literal.ts'
import type { Range } from '../core/text.ts'
import type { Lexed, Reading } from './reading.ts'
import { decode } from './escapes.ts'
import { eachLine, trimmed } from './lines.ts'
import { bindingTo, meaning } from './reading.ts'
import { addValue } from './values.ts'

interface Cell {
  readonly range: Range
  readonly content: Range
  readonly quote: string
}

/** Reads comma-separated values under a heading, or with the columns that the language has. */
export function readTable(reading: Reading, into: Lexed): void {
  const { text, range, language, path } = reading
  if (language.columns?.separator === ' ') {
    eachLine(text, range, line => readWords(reading, line, language.columns?.names ?? [], into))
    return
  }
  if (language.columns?.separator === '\t' || language.columns?.separator === '@') {
    const read = language.columns.separator === '@' ? readUrl : readBlanks
    eachLine(text, range, line => read(reading, line, language.columns?.names ?? [], into))
    return
  }
  const separator = language.columns?.separator ?? separatorOf(text, range)
  const names = language.columns?.names.map(name => ({ name, nameRange: undefined as Range | undefined })) ?? []
  let [at] = range
  let heading = !language.columns
  const quotes: Quotes = { endless: 0 }
  while (at < range[1]) {
    const row = readRow(text, at, range[1], separator, quotes)
    at = row.next
    const [first] = row.cells
    if (first && language.comments.line.some(open => text.startsWith(open, first.range[0]))) {
      into.comments.push({ range: [first.range[0], row.end] })
      continue
    }
    if (heading) {
      for (const { content } of row.cells) names.push({ name: text.slice(content[0], Math.min(content[1], content[0] + 200)), nameRange: [content[0], Math.min(content[1], content[0] + 200)] })
      heading = row.cells.length === 0
      continue
    }
    for (const [index, { range: own, content, quote }] of row.cells.entries()) {
      const column = names[index]
      if (content[0] === content[1]) continue
      const binding: LiteralBinding | undefined = column?.name ? { kind: 'column', name: column.name, nameRange: column.nameRange ?? [own[0], own[0]], path } : undefined
      addValue(text, into, { range: own, content, quote, ...(quote && decode(text, content, 'double', quote)), ...(binding && { binding }) })
    }
  }
}

/** `machine x login y password z`. */
function readWords({ text, language, path }: Reading, [start, end]: Range, names: readonly string[], into: Lexed): void {
  let name: Range | undefined
  let at = start
  while (at < end) {
    let to = at
    while (to < end && text.charCodeAt(to) > 32) to++
    const word: Range = [at, to]
    if (language.comments.line.some(open => text.startsWith(open, at))) {
      into.comments.push({ range: [at, end] })
      return
    }
    const quote = text[at] ?? ''
    const quoted = (quote === '"' || quote === "'") && to - at > 2 && text[to - 1] === quote
    if (name) addValue(text, into, { range: word, content: quoted ? [at + 1, to - 1] : word, quote: quoted ? quote : '', binding: bindingTo(text, 'text', name, path) })
    name = !name && to > at && names.includes(text.slice(...word)) ? word : undefined
    at = to
    while (at < end && text.charCodeAt(at) <= 32) at++
  }
}

const CELL = /"([^"]*)"|\S+/g

/** `"user" "password"`, `user server password`. */
function readBlanks({ text, language, path }: Reading, line: Range, names: readonly string[], into: Lexed): void {
  const [start, end] = trimmed(text, line)
  if (language.comments.line.some(open => text.startsWith(open, start))) {
    into.comments.push({ range: [start, end] })
    return
  }
  let column = 0
  for (const { 0: whole, 1: quoted, index } of text.slice(start, end).matchAll(CELL)) {
    const name = names[column++]
    if (name === undefined) return
    const range: Range = [start + index, start + index + whole.length]
    const content: Range = quoted === undefined ? range : [range[0] + 1, range[1] - 1]
    if (content[0] < content[1]) addValue(text, into, { range, content, quote: quoted === undefined ? '' : '"', binding: meaning('column', name, range[0], path) })
  }
}

const URL_LINE = /^\w{1,20}:\/\/([^\s:/]{0,200}):(\S{1,400})@[^\s@]{1,255}$/

/** `https://user:password@host`, whatever characters the password has. */
function readUrl({ text, path }: Reading, line: Range, [, name = '']: readonly string[], into: Lexed): void {
  const [start, end] = trimmed(text, line)
  const [whole = '', user = '', password = ''] = URL_LINE.exec(text.slice(start, Math.min(end, start + 1000))) ?? []
  if (whole === '') return
  const from = whole.indexOf('://') + 3 + user.length + 1
  const content: Range = [start + from, start + from + password.length]
  addValue(text, into, { range: content, content, quote: '', binding: meaning('column', name, content[0], path) })
}

function separatorOf(text: string, [start, end]: Range): string {
  const head = text.slice(start, Math.min(end, start + 2000)).split(/[\r\n]/, 1)[0] ?? ''
  const counts = [',', ';', '\t', '|'].map(own => [own, head.split(own).length] as const)
  return counts.reduce((best, own) => (own[1] > best[1] ? own : best))[0]
}

function readRow(text: string, start: number, limit: number, separator: string, quotes: Quotes): { cells: Cell[]; end: number; next: number } {
  const cells: Cell[] = []
  let at = start
  for (;;) {
    let from = at
    while (at < limit && text[at] === ' ') at++
    const close = text[at] === '"' && at >= quotes.endless ? closing(text, at + 1, limit, quotes) : -1
    if (close >= 0) {
      if (cells.length < MOST_COLUMNS) cells.push({ range: [at, close + 1], content: [at + 1, close], quote: '"' })
      at = close + 1
      while (at < limit && text[at] !== separator && !isLineEnd(text, at)) at++
    } else {
      from = at
      while (at < limit && text[at] !== separator && !isLineEnd(text, at)) at++
      let to = at
      while (to > from && text[to - 1] === ' ') to--
      if (cells.length < MOST_COLUMNS) cells.push({ range: [from, to], content: [from, to], quote: '' })
    }
    if (text[at] !== separator || at >= limit) break
    at++
  }
  const next = text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1
  return { cells: cells.length === 1 && cells[0]?.range[0] === cells[0]?.range[1] ? [] : cells, end: at, next }
}

/** What stands right of this many columns is not read. */
const MOST_COLUMNS = 1000

interface Quotes {
  /** Before this offset no quote closes what was opened. */
  endless: number
}

/** A quoted cell of more than this many characters is none. */
const LONGEST_CELL = 100_000

function closing(text: string, from: number, limit: number, quotes: Quotes): number {
  const most = Math.min(limit, from + LONGEST_CELL)
  for (let at = from; at < most; at++) {
    if (text[at] !== '"') continue
    if (text[at + 1] !== '"') return at
    at++
  }
  quotes.endless = most
  return -1
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r'
}
