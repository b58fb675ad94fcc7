import type { Language, StringSyntax } from '../core/document.ts'
import type { Range } from '../core/text.ts'
import type { Lexed, Reading } from './reading.ts'
import { readCode } from './code.ts'
import { languageNamed } from './languages.ts'
import { eachLine } from './lines.ts'
import { bindingTo } from './reading.ts'
import { addValue } from './values.ts'

const LONGEST = 1024

/** Reads plain text: what stands in quotes as most languages bind it, else `password: x` and `password is "x"`; what begins with a tag as markup. */
export function readText(reading: Reading, into: Lexed): void {
  const { text, range, path } = reading
  if (/^\s{0,40}<[\w!?]/.test(text.slice(range[0], range[0] + 100))) {
    const markup = languageNamed('xml')
    if (markup) reading.embed({ ...reading, language: markup }, into)
    return
  }
  const first = into.literals.length
  readCode({ ...reading, language: ANY }, into)
  const found = new Map(into.literals.slice(first).map(literal => [literal.content[0], literal]))
  const prose: Lexed = { literals: [], comments: [] }
  eachLine(text, range, line => readProse(text, line, path, prose))
  for (const literal of prose.literals) {
    const known = found.get(literal.content[0])
    if (!known) into.literals.push(literal)
    else if (!known.binding && literal.binding) known.binding = literal.binding
  }
}

const string = (quote: string): StringSyntax => ({ open: quote, close: quote, escapes: 'backslash' })

/** What languages have in common. */
const ANY: Language = {
  id: 'plain',
  files: [],
  comments: { line: [], block: [] },
  strings: [string('"'), string("'"), string('`')],
  traits: ['line-end', 'arrow-pairs', 'equal-keys', 'colon-types', 'elvis', 'options', 'define', 'commands', 'loose'],
  bare: false,
  family: 'text',
}

/** Reads one line of prose, a stretch of it, or a comment. */
export function readProse(text: string, [start, end]: Range, path: readonly string[], into: Lexed): void {
  let wordEnd = start
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === 45 && (at === start || text.charCodeAt(at - 1) <= 32)) {
      at = readOption(text, [at, end], path, into)
      continue
    }
    const sign = code === 61 || code === 58
    if (!sign && !(code === 105 && isVerb(text, at))) continue
    const name = nameBefore(text, start, at)
    const value = skip(text, at, end)
    if (!name || value >= end || '/@'.includes(text[name[0] - 1] ?? ' ')) continue
    const quote = text[value] ?? ''
    const quoted = '"\'`'.includes(quote) ? closing(text, value + 1, end, quote) : -1
    if (quoted > value + 1) {
      addValue(text, into, { range: [value, quoted + 1], content: [value + 1, quoted], quote, binding: bindingTo(text, 'text', name, path) })
      at = quoted
      continue
    }
    const inWord = value < wordEnd
    if (!inWord) wordEnd = endOfWord(text, value, end)
    if (!sign || (inWord && wordEnd - value > LONGEST) || '/="\'`'.includes(quote)) continue
    const content = code === 61 && wordEnd === end && beginsLine(text, start, name) ? whole(text, value, end) : bare(text, value, wordEnd)
    if (content[0] < content[1]) addValue(text, into, { range: content, content, quote: '', binding: bindingTo(text, 'text', name, path) })
  }
}

/** `--name value`, `-name value`, `-n value`: returns the offset before which all is read. */
function readOption(text: string, [start, end]: Range, path: readonly string[], into: Lexed): number {
  let at = start + 1
  while (at < end && /[\w-]/.test(text[at] ?? '')) at++
  const name: Range = [start, at]
  if (text[at] !== ' ' || !/[\w'"]/.test(text[at + 1] ?? '') || at - start > 80 || !/^-(?:-?[a-z]\w{2}|\w$)/i.test(text.slice(start, at))) return at - 1
  const quote = text[at + 1] ?? ''
  const close = quote === '"' || quote === "'" ? closing(text, at + 2, end, quote) : -1
  const content: Range = close > 0 ? [at + 2, close] : [at + 1, endOfWord(text, at + 1, end)]
  if (content[1] - content[0] > LONGEST) return content[1] - 1
  addValue(text, into, { range: close > 0 ? [at + 1, close + 1] : content, content, quote: close > 0 ? quote : '', binding: bindingTo(text, 'option', name, path) })
  return content[1] - 1
}

/** `is` as a word. */
function isVerb(text: string, at: number): boolean {
  return text.charCodeAt(at + 1) === 115 && text.charCodeAt(at - 1) === 32 && text.charCodeAt(at + 2) === 32
}

/** The word that ends before an operator: `DB password:` gives `password`. */
function nameBefore(text: string, start: number, operator: number): Range | undefined {
  let to = operator
  while (to > start && to > operator - 8 && ' \t"\'`*_:+?.)]'.includes(text[to - 1] ?? '')) to--
  let from = to
  while (from > start && from > to - 80 && /[\w.$-]/.test(text[from - 1] ?? '')) from--
  return from < to && /[a-z]/i.test(text.slice(from, to)) ? [from, to] : undefined
}

/** Behind an operator: `:=`, `=>`, `==`, emphasis and spaces. */
function skip(text: string, operator: number, end: number): number {
  let at = operator + 1
  if (text[operator] === 'i') at++
  while (at < end && at < operator + 4 && '=>*:'.includes(text[at] ?? '')) at++
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++
  return at
}

function closing(text: string, from: number, end: number, quote: string): number {
  const most = Math.min(end, from + 4096)
  for (let at = from; at < most; at++) if (text[at] === quote) return at
  return -1
}

function endOfWord(text: string, from: number, end: number): number {
  let at = from
  while (at < end && text.charCodeAt(at) > 32) at++
  return at
}

/** A bare word without the punctuation of a sentence around it. */
function bare(text: string, from: number, wordEnd: number): Range {
  let end = from
  while (end < wordEnd && !'&,;)"\'`<>'.includes(text[end] ?? '')) end++
  while (end > from && '.:'.includes(text[end - 1] ?? '')) end--
  return [from, end]
}

/** Whether a name is all that stands before its sign: then the line is a setting. */
function beginsLine(text: string, start: number, name: Range): boolean {
  return text.slice(start, Math.min(name[0], start + 200)).trim() === '' && name[0] - start < 200
}

/** All of a line's value but the punctuation behind it. */
function whole(text: string, from: number, end: number): Range {
  let to = end
  while (to > from && ';,'.includes(text[to - 1] ?? '')) to--
  return [from, to]
}
