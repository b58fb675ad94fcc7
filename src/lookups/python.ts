import type { Document } from '../core/document.ts'
import type { Edit, Fix } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import type { ProjectFacts } from '../core/rule.ts'
import { partOf } from './layout.ts'
import { spell } from './names.ts'
import { Insertions } from './python/insert.ts'
import { readerOf } from './python/reader.ts'
import { readModule, type Module, type StringToken } from './python/syntax.ts'

export default {
  id: 'python',
  matches: ({ path, format }) => format.language.id === 'python' || /\.pyw?$/i.test(path),
  replace,
  parses: ({ text }) => readModule(text).closed,
} satisfies Lookup as Lookup

function replace(placed: Named, document: Document, project: ProjectFacts): readonly Fix[] | Declined {
  const { text } = document
  const module = readModule(text)
  const token = stringOf(module, placed)
  if (!token || token.content[0] !== placed.literal.content[0]) return { declined: 'The secret does not stand in a string of its own.' }
  const misplaced = misplacedIn(text, module, token, partOf(placed) !== undefined)
  if (misplaced) return { declined: misplaced }
  const insertions = new Insertions(text, module, project)
  const quote = token.quote.startsWith("'") ? "'" : '"'
  // Within an f-string the other quote, since before Python 3.12 an expression may not hold the string's own.
  const inner = partOf(placed) && !token.prefix.includes('b') ? (quote === '"' ? "'" : '"') : quote
  const reader = readerOf({ text, module, project, insertions, before: token.range[0] })
  const value = reader.value(placed.ref, inner)
  return [{
    title: `Read \`${spell(placed.ref)}\` from Secrets Manager`,
    safety: 'review',
    edits: [...insertions.edits, replacement(placed, token, value, text)],
    requires: placed.ref,
    ...(reader.package !== undefined && !project.dependencies.has(reader.package) && { dependencies: [reader.package] }),
  }]
}

/** The string that holds the literal; of strings that are joined to one and replaced as a whole, a string from the first to the last. */
function stringOf({ strings }: Module, placed: Named): StringToken | undefined {
  const { range, content } = placed.literal
  const first = strings.find(one => one.range[0] <= content[0] && content[0] <= one.range[1])
  if (!first || content[1] <= first.range[1]) return first
  const last = strings.find(one => one.range[1] === range[1])
  return last && first.range[0] === range[0] && !partOf(placed) ? { ...first, range, content } : undefined
}

/** Why no expression can stand in place of a string. */
function misplacedIn(text: string, { strings, statements }: Module, token: StringToken, part: boolean): string | undefined {
  const statement = statements.find(({ range }) => range[0] <= token.range[0] && token.range[1] <= range[1])
  if (!statement || (statement.range[0] === token.range[0] && statement.range[1] === token.range[1])) return 'The secret stands in a docstring.'
  const isGlue = (start: number, end: number): boolean => text.slice(start, end).replace(/#[^\r\n]*|\\(?=[\r\n])/g, '').trim() === ''
  const before = strings.findLast(({ range }) => range[1] <= token.range[0])
  const after = strings.find(({ range }) => range[0] >= token.range[1])
  if ((before && before.range[0] >= statement.range[0] && isGlue(before.range[1], token.range[0])) || (after && after.range[1] <= statement.range[1] && isGlue(token.range[1], after.range[0]))) {
    return 'The string is joined with the one beside it; make it one first.'
  }
  const head = text.slice(statement.range[0], token.range[0])
  if (/^case\b/.test(head) || /\bLiteral\[[^\]]*$/.test(head)) return 'The language takes only a constant here.'
  if (part && /^\s*(?:\.format\b|%)/.test(text.slice(token.range[1]))) return 'The string is formatted; make it an f-string first.'
  return undefined
}

/** The edit of the literal itself: the whole, or its part in an f-string. */
function replacement(placed: Named, token: StringToken, value: string, text: string): Edit {
  const { prefix, quote, range, content } = token
  const bytes = prefix.includes('b')
  const part = partOf(placed)
  if (!part) return { range, text: bytes ? `${value}.encode()` : value }
  if (prefix.includes('f')) return { range: part, text: `{${value}}` }
  const [head, tail] = [text.slice(content[0], part[0]), text.slice(part[1], content[1])]
  if (bytes) return { range, text: `(${prefix}${quote}${head}${quote} + ${value}.encode() + ${prefix}${quote}${tail}${quote})` }
  return { range, text: `${prefix.replace('u', '')}f${quote}${asFormat(head)}{${value}}${asFormat(tail)}${quote}` }
}

/** The inside of a string as the inside of an f-string. */
function asFormat(source: string): string {
  return source.replace(/\\N\{[^}]*\}|[{}]/g, found => (found.length === 1 ? found + found : found))
}
