import type { Comment, Document, Language } from '../core/document.ts'
import type { Literal } from '../core/literal.ts'
import type { Lexed, LexedText, Reading } from './reading.ts'
import { readCode } from './code.ts'
import { readDotenv, readIni, readProperties } from './lines.ts'
import { readText } from './prose.ts'
import { readYaml } from './yaml.ts'

const READERS: Readonly<Record<NonNullable<Language['reader']> | 'code', (reading: Reading, into: Lexed) => void>> = {
  code: readCode,
  dotenv: readDotenv,
  properties: readProperties,
  ini: readIni,
  yaml: readYaml,
  shell: readText,
  docker: readText,
  make: readText,
  markup: readText,
  table: readText,
  markdown: readText,
  text: readText,
}

const known = new WeakMap<Document, LexedText>()

/** The literals of a document, by place; one in an expression of another follows it. Read once. */
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
  const made = lex(document.text, document.format.language)
  known.set(document, made)
  return made
}

/** The literals and comments of a text. Never throws; takes time linear in the text. */
export function lex(text: string, language: Language): LexedText {
  const into: Lexed = { literals: [], comments: [] }
  READERS[language.reader ?? 'code']({ text, range: [0, text.length], language, path: [] }, into)
  return { literals: inOrder(into.literals), comments: inOrder(into.comments) }
}

function inOrder<Placed extends { readonly range: Literal['range'] }>(list: Placed[]): Placed[] {
  for (let index = 1; index < list.length; index++) {
    const before = list[index - 1]
    const own = list[index]
    if (before && own && own.range[0] < before.range[0]) return list.sort((one, other) => one.range[0] - other.range[0] || other.range[1] - one.range[1])
  }
  return list
}
