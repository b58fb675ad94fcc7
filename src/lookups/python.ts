import type { Document } from '../core/document.ts'
import type { Fix } from '../core/fix.ts'
import type { Declined, Lookup, Target } from '../core/lookup.ts'
import type { ProjectFacts } from '../core/rule.ts'
import { freeName } from './layout.ts'
import { movesOf } from './moves.ts'
import { shortWords, spell } from './names.ts'
import { Insertions } from './python/insert.ts'
import { type Place, placeBeside, placesOf } from './python/places.ts'
import { readerOf } from './python/reader.ts'
import { replacements } from './python/replace.ts'
import { moduleOf } from './python/syntax.ts'

export default {
  id: 'python',
  matches: ({ path, format }) => format.language.id === 'python' || /\.pyw?$/i.test(path),
  replace,
  parses: document => moduleOf(document).closed,
} satisfies Lookup as Lookup

/** Statements that no Python 3 takes. */
const PYTHON_2 = /^#!.*\bpython2|^[^\S\r\n]*(?:print[^\S\r\n]+["'\w]|except[^\S\r\n]+[\w.]+[^\S\r\n]*,[^\S\r\n]*\w+[^\S\r\n]*:)/m

function replace(placed: Target, document: Document, project: ProjectFacts): readonly Fix[] | Declined {
  const { text } = document
  const { ref, first } = placed
  if (PYTHON_2.test(text)) return { declined: 'The program is written for Python 2; move it to Python 3 first.' }
  const module = moduleOf(document)
  const places = placesOf(placed, text, module)
  if ('declined' in places) return places
  const insertions = new Insertions(text, module, project, first)
  const reader = readerOf({ text, module, project, insertions, first, keyed: ref.key !== undefined })
  const beside = places.length > 1 ? placeBeside(places, text, module) : undefined
  const quote = quoteOf(places[0])
  const words = shortWords(ref.id)
  const name = beside && freeName(text, (/^\d/.test(words[0] ?? '1') ? ['secret', ...words] : words).join('_'), [...words, 'secret'].join('_'))
  if (beside && name !== undefined) insertions.at(beside, `${name} = ${reader.whole(ref, quote)}`)
  const values = places.map(place => {
    const inner = innerQuoteOf(place)
    return name === undefined ? reader.value(place.ref, inner) : `${name}[${inner}${place.ref.key ?? ''}${inner}]`
  })
  return [{
    title: `Read \`${spell(ref)}\` from Secrets Manager`,
    safety: 'review',
    edits: [...insertions.edits, ...replacements(places, values, text)],
    requires: ref,
    moves: movesOf(places),
    ...(reader.package !== undefined && !project.dependencies.has(reader.package) && { dependencies: [reader.package] }),
  }]
}

function quoteOf({ token: { quote } }: Place): string {
  return quote.startsWith("'") ? "'" : '"'
}

/** Within an f-string the other quote, since before Python 3.12 an expression may not hold the string's own. */
function innerQuoteOf(place: Place): string {
  const own = quoteOf(place)
  return place.isFormatted ? (own === '"' ? "'" : '"') : own
}
