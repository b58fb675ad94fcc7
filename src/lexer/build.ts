import type { Range } from '../core/text.ts'
import type { Lexed, Reading } from './reading.ts'
import { readCode } from './code.ts'
import { eachLine, commentIn, trimmed } from './lines.ts'
import { bindingTo } from './reading.ts'
import { readShell } from './shell.ts'
import { addValue } from './values.ts'

const INSTRUCTION = /(?:ONBUILD[ \t]+)?([A-Za-z]+)[ \t]+/y
const LEGACY = /[a-z_]\w*(?=[ \t])/iy

/** Reads a Dockerfile: `ENV`, `ARG` and `LABEL` in both forms, commands as a shell's. */
export function readDocker(reading: Reading, into: Lexed): void {
  const { text, range } = reading
  eachStatement(text, range, line => {
    const [start, end] = trimmed(text, line)
    if (text[start] === '#') into.comments.push({ range: [start, end] })
    else if (start < end) readInstruction(reading, [start, end], into)
  })
}

function readInstruction(reading: Reading, [start, end]: Range, into: Lexed): void {
  const { text, path } = reading
  INSTRUCTION.lastIndex = start
  const found = INSTRUCTION.exec(text)
  const from = start + (found?.[0].length ?? 0)
  if (from >= end) return
  if (/^env$/i.test(found?.[1] ?? '')) {
    LEGACY.lastIndex = from
    const name = LEGACY.exec(text)?.[0]
    const value = trimmed(text, [from + (name?.length ?? 0), end])
    if (name && value[0] < value[1] && text[value[0]] !== '=') {
      addValue(text, into, { range: value, content: value, quote: '', binding: bindingTo(text, 'assignment', [from, from + name.length], path) })
      return
    }
  }
  if (text[from] === '[') readCode({ ...reading, range: [from, end], language: JSON_ARRAY }, into)
  else readShell({ ...reading, range: [found ? from : start, end] }, into)
}

const JSON_ARRAY: Reading['language'] = {
  id: 'json', files: [], comments: { line: [], block: [] }, strings: [{ open: '"', close: '"', escapes: 'backslash' }], bare: true, family: 'config',
}

/** Lines, with those that a backslash joins to them. */
function eachStatement(text: string, range: Range, read: (statement: Range) => void): void {
  let from = -1
  eachLine(text, range, ([start, end]) => {
    if (from < 0) from = start
    const [at, to] = trimmed(text, [start, end])
    const comment = text[at] === '#' && from < start
    if (comment || (text[to - 1] === '\\' && to > start && text[from] !== '#')) return
    read([from, end])
    from = -1
  })
  if (from >= 0) read([from, range[1]])
}

const VARIABLE = /(?:(?:export|override|unexport)[ \t]+)?([\w.-]+)[ \t]*(?:[:?+!]|::)?=/y
const TARGET = /[^\s:=#][^:=#]{0,200}:[ \t]+(?=[\w.-]+[ \t]*[:?+]?=)/y

/** Reads a makefile: variables, and recipes as a shell's commands. */
export function readMake(reading: Reading, into: Lexed): void {
  const { text, range, path } = reading
  eachStatement(text, range, line => {
    const [start, end] = trimmed(text, line)
    if (start === end) return
    if (text[start] === '#') {
      into.comments.push({ range: [start, end] })
      return
    }
    if (text[line[0]] === '\t') {
      readShell({ ...reading, range: [start, end] }, into)
      return
    }
    TARGET.lastIndex = start
    const at = start + (TARGET.exec(text)?.[0].length ?? 0)
    VARIABLE.lastIndex = at
    const found = VARIABLE.exec(text)
    const name = found?.[1]
    if (!found || name === undefined || VARIABLE.lastIndex > end) return
    const nameStart = at + found[0].indexOf(name)
    const from = trimmed(text, [VARIABLE.lastIndex, end])[0]
    const comment = commentIn(text, from, end, '#')
    if (comment < end) into.comments.push({ range: [comment, end] })
    const content = trimmed(text, [from, comment])
    const quote = text[content[0]] ?? ''
    const quoted = '"\''.includes(quote) && content[1] - content[0] > 2 && text[content[1] - 1] === quote
    const inner: Range = quoted ? [content[0] + 1, content[1] - 1] : content
    if (inner[0] < inner[1]) addValue(text, into, { range: content, content: inner, quote: quoted ? quote : '', binding: bindingTo(text, 'assignment', [nameStart, nameStart + name.length], path) })
  })
}
