import type { Range } from '../core/text.ts'
import type { Lexed, Reading } from './reading.ts'
import { languageNamed } from './languages.ts'
import { linesOf } from './layout.ts'
import { trimmed } from './lines.ts'
import { isNameKey, isValueKey } from './pairs.ts'
import { readProse } from './prose.ts'
import { bindingTo } from './reading.ts'
import { addValue } from './values.ts'

const FENCE = /[ \t>]{0,40}(`{3,16}|~{3,16})[ \t]*\{?\.?([\w+#-]{0,40})/y
const DELIMITER = /^[\s|:-]+$/

/** Reads fenced code in its language, tables by their headings, the rest as prose. */
export function readMarkdown(reading: Reading, into: Lexed): void {
  const { text, range, path } = reading
  const lines = linesOf(text, range)
  let index = frontMatter(reading, lines, into)
  let noComment = false
  while (index < lines.length) {
    const line = lines[index] as Range
    const comment = noComment ? -1 : text.slice(...line).indexOf('<!--')
    if (comment >= 0) {
      const end = text.indexOf('-->', line[0] + comment)
      noComment = end < 0 || end > range[1]
      if (!noComment) {
        into.comments.push({ range: [line[0] + comment, end + 3] })
        while (index < lines.length && (lines[index] as Range)[1] < end + 3) index++
        index++
        continue
      }
    }
    const fenced = fence(reading, lines, index, into)
    if (fenced > index) index = fenced
    else if (isTable(text, line, lines[index + 1])) index = readRows(text, lines, index, path, into)
    else {
      readProse(text, line, path, into)
      index++
    }
  }
}

/** Settings before the text; returns the number of the first line behind. */
function frontMatter(reading: Reading, lines: readonly Range[], into: Lexed): number {
  const [first] = lines
  const mark = first ? reading.text.slice(...first).trimEnd() : ''
  if (mark !== '---' && mark !== '+++') return 0
  const end = lines.findIndex((line, index) => index > 0 && index < 500 && reading.text.slice(...line).trimEnd() === mark)
  const language = languageNamed(mark === '---' ? 'yaml' : 'toml')
  if (end < 0 || !language) return 0
  reading.embed({ ...reading, range: [lines[1]?.[0] ?? 0, lines[end]?.[0] ?? 0], language }, into)
  return end + 1
}

/** Reads what is fenced from this line on; returns the number of the line behind, or this one's. */
function fence(reading: Reading, lines: readonly Range[], index: number, into: Lexed): number {
  const { text } = reading
  const [start, end] = lines[index] as Range
  FENCE.lastIndex = start
  const found = FENCE.exec(text)
  const mark = found?.[1]
  if (!mark || FENCE.lastIndex > end) return index
  let last = index + 1
  while (last < lines.length) {
    const own = text.slice(...(lines[last] as Range)).replace(/^[ \t>]+/, '')
    if (own.startsWith(mark) && own.trim() === own[0]?.repeat(own.trim().length)) break
    last++
  }
  const range: Range = [lines[index + 1]?.[0] ?? end, lines[Math.min(last, lines.length) - 1]?.[1] ?? end]
  const language = languageNamed(found[2] ?? '') ?? languageNamed('txt')
  if (language && language.id !== 'markdown' && range[0] < range[1]) reading.embed({ ...reading, range, language }, into)
  return last + 1
}

function isTable(text: string, heading: Range, delimiter: Range | undefined): boolean {
  return delimiter !== undefined && text.slice(...heading).includes('|') && delimiter[1] - delimiter[0] < 2000 && text.slice(...delimiter).includes('|') && text.slice(...delimiter).includes('-') && DELIMITER.test(text.slice(...delimiter))
}

/** Reads a table; returns the number of the line behind it. */
function readRows(text: string, lines: readonly Range[], index: number, path: readonly string[], into: Lexed): number {
  const heading = cells(text, lines[index] as Range)
  const keys = heading.map(cell => lastWord(text.slice(...cell)))
  const nameColumn = keys.findIndex(isNameKey)
  let row = index + 2
  for (; row < lines.length; row++) {
    const line = lines[row] as Range
    if (!text.slice(...line).includes('|')) break
    const own = cells(text, line)
    for (const [column, cell] of own.entries()) {
      const title = heading[column]
      if (!title || cell[0] === cell[1]) continue
      const name = own[nameColumn]
      const paired = name && column !== nameColumn && isValueKey(keys[column] ?? '') && name[0] < name[1]
      addValue(text, into, { range: cell, content: cell, quote: '', binding: bindingTo(text, paired ? 'pair' : 'column', paired ? name : title, path) })
    }
  }
  return row
}

function lastWord(title: string): string {
  return title.trim().split(/\s+/).at(-1) ?? ''
}

/** The cells of a row, without emphasis and backticks around them. */
function cells(text: string, line: Range): Range[] {
  const [start, end] = trimmed(text, line)
  const found: Range[] = []
  let from = text[start] === '|' ? start + 1 : start
  for (let at = from; at <= end; at++) {
    if (at < end && (text[at] !== '|' || text[at - 1] === '\\')) continue
    if (at === end && from >= end) break
    let [left, right] = trimmed(text, [from, at])
    while (left < right && '`*_'.includes(text[left] ?? '') && text[left] === text[right - 1] && right - left > 1) {
      left++
      right--
    }
    found.push([left, right])
    from = at + 1
  }
  return found
}
