import type { Edit } from '../../core/fix.ts'
import type { Place } from './places.ts'

/** The edits that put values in place of strings: what gives way of one string in one edit. */
export function replacements(places: readonly Place[], values: readonly string[], text: string): readonly Edit[] {
  const written = places.map((place, index) => ({ ...place, value: values[index] ?? '' }))
  const starts = new Set(written.map(({ token }) => token.range[0]))
  return [...starts].flatMap(start => edits(written.filter(({ token }) => token.range[0] === start).sort((one, other) => one.range[0] - other.range[0]), text))
}

function edits(parts: readonly (Place & { readonly value: string })[], text: string): readonly Edit[] {
  const [first] = parts
  if (!first) return []
  const { token: { prefix, quote, range, content }, isWhole, value, formatting } = first
  const bytes = prefix.includes('b')
  if (formatting) return parts.flatMap(one => (one.formatting ? [{ range: one.range, text: one.formatting.field }, one.formatting.edit(one.value)] : []))
  if (isWhole) return [{ range, text: bytes ? `${value}.encode()` : value }]
  if (prefix.includes('f')) return parts.map(one => (one.isNested ? { range: [one.range[0] - 1, one.range[1] + 1], text: one.value } : { range: one.range, text: `{${one.value}}` }))
  const inBytes = (source: string): string => (source === '' ? '' : `${prefix}${quote}${source}${quote} + `)
  let at = content[0]
  let written = ''
  for (const part of parts) {
    written += bytes ? `${inBytes(text.slice(at, part.range[0]))}${part.value}.encode()` : `${asFormat(text.slice(at, part.range[0]), prefix)}{${part.value}}`
    at = part.range[1]
  }
  const rest = text.slice(at, content[1])
  return [{ range, text: bytes ? `(${written}${rest === '' ? '' : ` + ${prefix}${quote}${rest}${quote}`})` : `${prefix.replace('u', '')}f${quote}${written}${asFormat(rest, prefix)}${quote}` }]
}

/** The inside of a string as the inside of an f-string: what a name in braces stands for is no expression. */
function asFormat(source: string, prefix: string): string {
  return source.replace(prefix.includes('r') ? /[{}]/g : /\\N\{[^}]*\}|[{}]/g, found => (found.length === 1 ? found + found : found))
}
