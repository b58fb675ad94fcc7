import { createRequire } from 'node:module'
import type { Format, Language, Parsed } from '../core/document.ts'
import { Document } from '../core/document.ts'
import { LANGUAGES, languageOf } from '../lexer/languages.ts'
import type { Program } from '../core/program.ts'
import { READERS } from './readers.ts'

const require = createRequire(import.meta.url)
const formats = new Map<string, Format>()

/** The format of a file by its name, and by the beginning of its text where the name does not tell. */
export function formatOf(path: string, head?: string): Format {
  return formatFor(languageOf(path, head))
}

/** The format of a language by its id. */
export function formatById(id: string): Format | undefined {
  const language = LANGUAGES.find(own => own.id === id)
  return language && formatFor(language)
}

/** A file as a document. @param text Without a byte order mark. */
export function openDocument(path: string, text: string): Document {
  return new Document(path, text, formatOf(path, text.slice(0, 4096)), formatById)
}

function formatFor(language: Language): Format {
  const known = formats.get(language.id)
  if (known) return known
  const programs = PROGRAMS[language.id]
  const format: Format = {
    id: language.id,
    language,
    parse: READERS.includes(language.id) ? text => readerOf(language.id)(text) : text => comments(text, language),
    ...(programs && { readProgram: (document: Document) => programReader(programs)(document) }),
  }
  formats.set(language.id, format)
  return format
}

/** The reader in `programs/` of each language whose programs are understood. */
const PROGRAMS: Readonly<Record<string, string>> = { javascript: 'javascript', typescript: 'javascript', python: 'python' }

function programReader(name: string): (document: Document) => Program | undefined {
  const { readProgram } = require(`./programs/${name}.js`) as { readonly readProgram: (document: Document) => Program | undefined }
  return readProgram
}

/** Loaded on first use: most files are never read into a tree. */
function readerOf(id: string): Format['parse'] {
  const { default: reader } = require(`./${id}.js`) as { readonly default: Pick<Format, 'parse'> }
  return reader.parse
}

/** A language without a tree: only its comments, which may hold directives. */
function comments(text: string, language: Language): Parsed {
  const { lex } = require('../lexer/literals.js') as typeof import('../lexer/literals.ts')
  return { documents: [], comments: lex(text, language).comments, errors: [] }
}
