import type { Document } from '../core/document.ts'
import type { Edit, Fix } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import type { Range } from '../core/text.ts'
import { get } from '../core/tree.ts'
import { partOf, preferredQuote } from './layout.ts'
import { movesOf } from './moves.ts'
import { shortWords, spell, wordsOf } from './names.ts'
import { keysOf, placeOf } from './place.ts'

export default {
  id: 'compose',
  matches(document) {
    return document.format.id === 'yaml' && /(?:^|[/.-])compose[^/]*$/i.test(document.path) && get(document.parsed.documents[0], 'services')?.kind === 'mapping'
  },
  replace,
} satisfies Lookup as Lookup

/** Compose has no source for Secrets Manager: the value comes from the environment that it is started in, and its absence is an error. */
function replace(placed: Named, document: Document): readonly Fix[] | Declined {
  const place = placeOf(document, placed.literal.content)
  const scalar = place?.nodes.at(-1)
  if (!place || scalar?.kind !== 'scalar') return { declined: 'The secret does not stand in a value.' }
  const { literal, ref } = placed
  const failing = failInstead(document.text, literal.content)
  if (failing) return [{ title: `Fail without \`${failing.name}\`, kept in \`${spell(ref)}\` of Secrets Manager`, safety: 'review', requires: ref, moves: movesOf([{ ref, literal, range: literal.content }], [failing.name]), edits: [failing.edit] }]
  const part = partOf(placed)
  const [own] = /^[A-Z_][A-Z\d_]*$/.exec(literal.binding?.name ?? '') ?? []
  const name = own && !part && keysOf(place).includes('environment') ? own : [...shortWords(ref.id), ...wordsOf(ref.key ?? '')].join('_').toUpperCase()
  const { text } = document
  const value = `\${${name}:?}`
  const content = part ? text.slice(literal.content[0], part[0]) + value + text.slice(part[1], literal.content[1]) : value
  const isWhole = !part && scalar.range[0] === literal.content[0] && scalar.range[1] === literal.content[1]
  const quote = isWhole ? preferredQuote(text, '"') : ''
  return [{
    title: `Take \`${name}\` from the environment, kept in \`${spell(ref)}\` of Secrets Manager`,
    safety: 'review',
    requires: ref,
    moves: movesOf([{ ref, literal, range: part ?? literal.content }], [name]),
    edits: [{ range: literal.content, text: quote + content + quote }],
  }]
}

/** Of `${NAME:-literal}`, the variable and the edit that makes its absence an error. */
function failInstead(text: string, [start, end]: Range): { readonly name: string; readonly edit: Edit } | undefined {
  const [operator, name] = /\$\{([A-Z_]\w{0,80})(?=:?-$)/i.exec(text.slice(Math.max(0, start - 90), start)) ?? []
  if (operator === undefined || name === undefined || text[end] !== '}') return undefined
  const from = text.lastIndexOf(operator, start) + operator.length
  return { name, edit: { range: [from, end], text: ':?' } }
}
