import type { Document } from '../core/document.ts'
import type { Edit, Fix, SecretRef } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import type { Literal } from '../core/literal.ts'
import { contains } from '../core/text.ts'
import { literalsOf } from '../lexer/literals.ts'
import { partOf } from './layout.ts'
import { spell } from './names.ts'

export default {
  id: 'shell',
  matches: ({ format, path }) => format.language.id === 'shell' && !/\.fish$|(?:^|\/)\.\w+_history$/.test(path),
  replace,
} satisfies Lookup as Lookup

const heredocs = new WeakMap<Document, readonly Literal[]>()

function heredocsOf(document: Document): readonly Literal[] {
  const found = heredocs.get(document) ?? literalsOf(document).filter(({ quote }) => /^<<-?[^<]/.test(quote))
  heredocs.set(document, found)
  return found
}

function replace(placed: Named, document: Document): readonly Fix[] | Declined {
  const mark = heredocsOf(document).find(({ range }) => contains(range, placed.literal.content))?.quote
  if (mark !== undefined && /["'\\]/.test(mark)) return { declined: 'A here-document whose mark is quoted is taken as written; take the quotes off first.' }
  const edit = replacement(placed, command(placed.ref), document.text, mark !== undefined)
  if (!edit) return { declined: 'The shell does not look for commands here.' }
  return [{ title: `Read \`${spell(placed.ref)}\` from Secrets Manager`, safety: 'review', requires: placed.ref, edits: [edit] }]
}

/** The command line that prints the secret, or one key of it. */
function command({ id, key }: SecretRef): string {
  const read = `aws secretsmanager get-secret-value --secret-id ${id} --query SecretString --output text`
  return key === undefined ? `$(${read})` : `$(${read} | jq -r .${/^[a-z_]\w*$/i.test(key) ? key : `'"${key}"'`})`
}

/** A command is replaced by its output within double quotes and in a here-document, where quotes are text. */
function replacement(placed: Named, value: string, text: string, inHeredoc: boolean): Edit | undefined {
  const { literal: { quote, range, content } } = placed
  const part = partOf(placed)
  const [head, tail] = part ? [text.slice(content[0], part[0]), text.slice(part[1], content[1])] : ['', '']
  if (inHeredoc || quote === '"') return { range: part ?? content, text: value }
  if (quote === "'") return { range, text: `${head && `'${head}'`}"${value}"${tail && `'${tail}'`}` }
  return quote === '' && !/[\s"'$`\\]/.test(text.slice(...content)) ? { range, text: `${head}"${value}"${tail}` } : undefined
}
