import type { Comment, Document, Language } from '../core/document.ts'
import type { Literal } from '../core/literal.ts'
import type { Draft, Lexed, LexedText, Reading } from './reading.ts'
import { readDocker, readMake } from './build.ts'
import { readCode } from './code.ts'
import { readDotenv, readIni, readProperties } from './lines.ts'
import { readMarkdown } from './markdown.ts'
import { readMarkup } from './markup.ts'
import { joinCalls } from './joining.ts'
import { nestedIn } from './nested.ts'
import { addValue } from './values.ts'
import { meaning } from './reading.ts'
import { readText } from './prose.ts'
import { readShell } from './shell.ts'
import { readTable } from './table.ts'
import { readYaml } from './yaml.ts'

export type { LexedText } from './reading.ts'

const READERS: Readonly<Record<NonNullable<Language['reader']> | 'code', (reading: Reading, into: Lexed) => void>> = {
  code: readCode,
  dotenv: readDotenv,
  properties: readProperties,
  ini: readIni,
  yaml: readYaml,
  shell: readShell,
  docker: readDocker,
  make: readMake,
  markup: readMarkup,
  table: readTable,
  markdown: readMarkdown,
  text: readText,
}

/** A value in a value in a value: JSON in a JSON string in a program. */
const DEEPEST = 3

/** What a call that joins strings has, or a string within a template. */
const JOINING = /join\(|\.concat\(|implode\(|\{["']/

const known = new WeakMap<Document, LexedText>()

/** The literals of a document, by place; one within another follows it. Read once. */
export function literalsOf(document: Document): readonly Literal[] {
  return lexed(document).literals
}

/** The comments of a document, by place. */
export function commentsOf(document: Document): readonly Comment[] {
  return lexed(document).comments
}

function lexed(document: Document): LexedText {
  const found = known.get(document)
  if (found) return found
  const made = named(lex(document.text, document.format.language), document)
  known.set(document, made)
  return made
}

const ONE_WORD = /^\s{0,20}(\S{1,500})\s{0,20}$/

/** A file that holds one word and nothing else has that word under its own name: `config/master.key`. */
function named(lexed: LexedText, { text, path, format }: Document): LexedText {
  if (format.language.id !== 'plain' || text.length > 540) return lexed
  const [whole, word] = ONE_WORD.exec(text) ?? []
  if (whole === undefined || word === undefined) return lexed
  const start = whole.indexOf(word)
  const file = path.slice(path.lastIndexOf('/') + 1)
  const into: Lexed = { literals: [], comments: [] }
  const range = [start, start + word.length] as const
  addValue(text, into, { range, content: range, quote: '', binding: meaning('assignment', file.replace(/\.(?:txt|pass|pwd|secret|dat)$/, ''), start, []) })
  return { ...lexed, literals: into.literals }
}

/** The literals and comments of a text. Never throws; takes time linear in the text. */
export function lex(text: string, language: Language): LexedText {
  return lexTo(text, language, 0)
}

function lexTo(text: string, language: Language, depth: number): LexedText {
  const into: Lexed = { literals: [], comments: [] }
  read({ text, range: [0, text.length], language, path: [], embed: read }, into)
  if (language.family === 'code' && JOINING.test(text)) into.literals.splice(0, into.literals.length, ...joinCalls(text, inOrder(into.literals)))
  if (depth < DEEPEST) addNested(into.literals, depth)
  return { literals: inOrder(into.literals), comments: inOrder(into.comments) }
}

function addNested(literals: Draft[], depth: number): void {
  let places: Set<number> | undefined
  const count = literals.length
  for (let index = 0; index < count; index++) {
    const outer = literals[index] as Draft
    for (const inner of nestedIn(outer, (value, language) => lexTo(value, language, depth + 1))) {
      places ??= new Set(literals.map(({ content }) => content[0]))
      if (inner.content[0] === outer.content[0] || !places.has(inner.content[0])) literals.push(inner)
    }
  }
}

function read(reading: Reading, into: Lexed): void {
  READERS[reading.language.reader ?? 'code'](reading, into)
}

function inOrder<Placed extends Pick<Draft, 'range'>>(list: Placed[]): Placed[] {
  for (let index = 1; index < list.length; index++) {
    const before = list[index - 1]
    const own = list[index]
    if (before && own && own.range[0] < before.range[0]) return list.sort((one, other) => one.range[0] - other.range[0] || other.range[1] - one.range[1])
  }
  return list
}
