import type { Range } from '../core/text.ts'
import type { Lexed, Reading } from './reading.ts'
import { Joined, readBackslash } from './escapes.ts'
import { addValue } from './values.ts'

/** Calls back with each line of a range, without its line end. */
export function eachLine(text: string, [start, end]: Range, read: (line: Range) => void): void {
  let from = start
  for (let at = start; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : 10
    if (code !== 10 && code !== 13) continue
    read([from, at])
    if (code === 13 && text.charCodeAt(at + 1) === 10) at++
    from = at + 1
  }
}

/** The range without spaces around it. */
export function trimmed(text: string, [start, end]: Range): Range {
  let from = start
  let to = end
  while (from < to && text.charCodeAt(from) <= 32) from++
  while (to > from && text.charCodeAt(to - 1) <= 32) to--
  return [from, to]
}

const DOTENV_KEY = /(?:(?:export|set)[ \t]+)?([\w.-]+)[ \t]*(?:=|:[ \t])/y

/** Reads `NAME=value` as the `dotenv` package does; a `#` begins a comment only behind a space. */
export function readDotenv({ text, range, path }: Reading, into: Lexed): void {
  const endless = new Map<string, number>()
  let covered = range[0]
  eachLine(text, range, line => {
    const [start, end] = trimmed(text, line)
    if (start < covered || start === end) return
    if (text[start] === '#') {
      into.comments.push({ range: [start, end] })
      return
    }
    DOTENV_KEY.lastIndex = start
    const key = DOTENV_KEY.exec(text)
    const name = key?.[1]
    if (!key || name === undefined || DOTENV_KEY.lastIndex > end) return
    const nameStart = start + key[0].indexOf(name)
    const binding = { kind: 'assignment', name, nameRange: [nameStart, nameStart + name.length], path } as const
    const [from] = trimmed(text, [start + key[0].length, end])
    const quote = text[from] ?? ''
    const close = from < end && '"\'`'.includes(quote) && (endless.get(quote) ?? 0) <= from ? closing(text, from + 1, range[1], quote) : -1
    if (close >= 0) {
      covered = close
      addValue(text, into, { range: [from, close + 1], content: [from + 1, close], quote, binding, ...quotedDotenv(text, [from + 1, close], quote) })
      const comment = trimmed(text, [close + 1, Math.max(end, close + 1)])
      if (text[comment[0]] === '#') into.comments.push({ range: comment })
      return
    }
    if (from < end && '"\'`'.includes(quote)) endless.set(quote, range[1])
    const comment = commentIn(text, from, end, '#')
    if (comment < end) into.comments.push({ range: [comment, end] })
    const content = trimmed(text, [from, comment])
    if (content[0] < content[1]) addValue(text, into, { range: content, content, quote: '', binding })
  })
}

/** The offset of a closing quote; a backslash keeps it open. */
function closing(text: string, from: number, limit: number, quote: string): number {
  for (let at = from; at < limit; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === quote) return at
  }
  return -1
}

function quotedDotenv(text: string, content: Range, quote: string): { value?: string } {
  if (quote !== '"' || !text.slice(...content).includes('\\')) return {}
  const joined = new Joined(text)
  let run = content[0]
  for (let at = content[0]; at < content[1] - 1; at++) {
    if (text[at] !== '\\') continue
    const letter = text[at + 1]
    if (letter === 'n' || letter === 'r' || letter === '"') {
      joined.verbatim([run, at])
      joined.unit(letter === 'n' ? '\n' : letter === 'r' ? '\r' : '"', [at, at + 2])
      run = at + 2
    }
    at++
  }
  joined.verbatim([run, content[1]])
  return joined.decoded(content)
}

/** Where a comment begins behind a space, or the end. */
export function commentIn(text: string, from: number, end: number, marks: string): number {
  for (let at = from; at < end; at++) {
    if (marks.includes(text[at] ?? ' ') && (at === from || text.charCodeAt(at - 1) <= 32)) return at
  }
  return end
}

/** Reads Java's properties: escapes, continued lines, `=`, `:` or a space. */
export function readProperties({ text, range, language, path }: Reading, into: Lexed): void {
  const marks = language.comments.line.join('')
  let covered = range[0]
  eachLine(text, range, line => {
    const [start, end] = trimmed(text, line)
    if (start < covered || start === end) return
    if (marks.includes(text[start] ?? '')) {
      into.comments.push({ range: [start, end] })
      return
    }
    let separator = start
    while (separator < end && !'=: \t\f'.includes(text[separator] ?? '')) separator += text[separator] === '\\' ? 2 : 1
    const nameRange: Range = [start, Math.min(separator, end)]
    let from = nameRange[1]
    while (from < end && ' \t\f'.includes(text[from] ?? '')) from++
    if (from < end && '=:'.includes(text[from] ?? '')) from++
    while (from < end && ' \t\f'.includes(text[from] ?? '')) from++
    const to = continuedEnd(text, from, range[1])
    covered = to
    if (from >= to) return
    const binding = { kind: 'assignment', name: text.slice(...nameRange), nameRange, path } as const
    addValue(text, into, { range: [from, to], content: [from, to], quote: '', binding, ...unescaped(text, [from, to]) })
  })
}

/** The end of a line and of those that an odd number of backslashes joins to it. */
function continuedEnd(text: string, from: number, limit: number): number {
  let at = from
  for (; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (code === 92) {
      if (text.charCodeAt(at + 1) === 13 && text.charCodeAt(at + 2) === 10) at++
      at++
    } else if (code === 10 || code === 13) break
  }
  return Math.min(at, limit)
}

function unescaped(text: string, [start, end]: Range): { value?: string } {
  const joined = new Joined(text)
  let run = start
  for (let at = start; at < end; at++) {
    if (text[at] !== '\\') continue
    const escape = readBackslash(text, at + 1, end) ?? { value: text[at + 1] ?? '', end: Math.min(at + 2, end) }
    joined.verbatim([run, at])
    joined.unit(escape.value, [at, escape.end])
    run = escape.end
    if (escape.value === '' && at + 1 < end) while (run < end && ' \t'.includes(text[run] ?? '')) run++
    at = run - 1
  }
  joined.verbatim([run, end])
  return joined.decoded([start, end])
}

const INI_PREFIX = /(?:(?:set|export|setx|SET|SETX)[ \t]+(?:\/\w[ \t]+)?"?)?/y

/** Reads `[section]`, `name = value`, `name: value` and `name value`; blocks in braces are sections too. */
export function readIni({ text, range, language, path }: Reading, into: Lexed): void {
  const marks = language.comments.line.map(open => open[0]).join('')
  let section = path
  const blocks: string[] = []
  eachLine(text, range, line => {
    const [start, end] = trimmed(text, line)
    if (start === end) return
    if (language.comments.line.some(open => text.startsWith(open, start))) {
      into.comments.push({ range: [start, end] })
      return
    }
    if (text[start] === '[') {
      const close = start + text.slice(start, end).lastIndexOf(']')
      if (close > start) section = [...path, ...sectionKeys(text.slice(start + 1, Math.min(close, start + 400)))]
      return
    }
    if (text[start] === '}') {
      blocks.pop()
      return
    }
    INI_PREFIX.lastIndex = start
    const from = start + (INI_PREFIX.exec(text)?.[0].length ?? 0)
    if (text[end - 1] === '{' && blocks.length < 32) {
      blocks.push(text.slice(from, Math.min(end - 1, from + 200)).replace(/[\s=:]+$/, ''))
      return
    }
    readSetting(text, [from, end], blocks.length > 0 ? [...section, ...blocks] : section, marks, into)
  })
}

/** `remote "origin"` and `a.b`. */
function sectionKeys(section: string): string[] {
  return section.replace(/"$/, '').split(/[\s"]+|\.\b/).filter(Boolean)
}

const QUOTED_NAME = /^"[^"]{1,100}"\s?=/

/** @param close Where a quote ends the name. */
function readSetting(text: string, [start, end]: Range, path: readonly string[], marks: string, into: Lexed, close = -1): void {
  if (text[start] === '"' && QUOTED_NAME.test(text.slice(start, Math.min(end, start + 200)))) {
    const close = text.indexOf('"', start + 1)
    readSetting(text, [start + 1, end], path, marks, into, close)
    return
  }
  let separator = close < 0 ? start : close + 1
  while (separator < end && text[separator] !== '=' && text[separator] !== '"' && text[separator] !== "'") separator++
  if (text[separator] !== '=' || separator >= end) {
    separator = start
    while (separator < end && text[separator] !== ':') separator++
    if (separator >= end - 1 || text.charCodeAt(separator + 1) > 32) {
      separator = start
      while (separator < end && text.charCodeAt(separator) > 32) separator++
    }
  }
  if (separator >= end) return
  const nameRange = close < 0 ? trimmed(text, [start, separator]) : [start, close] as const
  if (nameRange[1] - nameRange[0] > 400 || nameRange[0] === nameRange[1]) return
  const [from] = trimmed(text, [separator + 1, end])
  const binding = { kind: 'assignment', name: text.slice(...nameRange), nameRange, path } as const
  const quote = text[from] ?? ''
  if (from < end && (quote === '"' || quote === "'")) {
    const close = from + 1 + text.slice(from + 1, end).indexOf(quote)
    if (close > from) {
      addValue(text, into, { range: [from, close + 1], content: [from + 1, close], quote, binding })
      return
    }
  }
  const comment = commentIn(text, from, end, marks)
  if (comment < end) into.comments.push({ range: [comment, end] })
  let [, to] = trimmed(text, [from, comment])
  while (to > from && ';,"'.includes(text[to - 1] ?? ' ')) to--
  if (from < to) addValue(text, into, { range: [from, to], content: [from, to], quote: '', binding })
}

