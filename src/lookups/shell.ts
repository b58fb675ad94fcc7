import type { Document } from '../core/document.ts'
import type { Edit, Fix, SecretRef } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import { contains } from '../core/text.ts'
import { literalsOf } from '../lexer/literals.ts'
import { lineEnd, lineEndAt, lineStartAt, partOf } from './layout.ts'
import { spell } from './names.ts'
import { quotingAt, type Quoting } from './shell/quoting.ts'

export default {
  id: 'shell',
  matches: ({ format, path, text }) => format.language.id === 'shell' && !OTHER.test(path) && !/^#![^\r\n]*\b(?:csh|tcsh|fish|expect)\b/.test(text),
  replace,
} satisfies Lookup as Lookup

/** Shells with another grammar, and records of what was typed. */
const OTHER = /\.(?:fish|t?csh)$|(?:^|\/)\.(?:t?cshrc|login)$|(?:^|\/)\.\w+_history$/

/** Whether the script ends when a command fails. */
const ENDS = /^[^\S\r\n]*set[^\S\r\n]+(?:-\w*e|-o[^\S\r\n]+errexit)|^#![^\r\n]*[^\S\r\n]-\w*e/m

function replace(placed: Named, document: Document): readonly Fix[] | Declined {
  const { text } = document
  const { literal } = placed
  const outer = literalsOf(document).find(({ range }) => contains(range, literal.content)) ?? literal
  const mark = /^<<-?(?!<)/.test(outer.quote) ? outer.quote : undefined
  if (mark !== undefined && /["'\\]/.test(mark)) return { declined: 'A here-document whose mark is quoted is taken as written; take the quotes off first.' }
  const quoting = quotingAt(text, mark === undefined ? outer.range[0] : outer.content[0], literal.range[0], mark !== undefined)
  if (literal.quote === '' && /[\s"']/.test(placed.credential.secret.reveal())) return { declined: 'Where the secret ends in this line is not sure; put it into a variable of its own first.' }
  const ends = ENDS.test(text)
  const edit = replacement(placed, command(placed.ref, ends), text, quoting)
  if (!edit) return { declined: 'The shell does not look for commands here.' }
  const needsJq = placed.ref.key !== undefined && !/\bjq\b/.test(text)
  return [{
    title: `Read \`${spell(placed.ref)}\` from Secrets Manager`,
    safety: 'review',
    requires: placed.ref,
    edits: [edit, ...(ends ? apart(placed, text) : [])],
    ...(needsJq && { dependencies: ['jq'] }),
  }]
}

/** The command line that prints the secret, or one key of it. `ends`: it must fail where `aws` does, which a pipe hides. */
function command({ id, key }: SecretRef, ends: boolean): string {
  const read = `aws secretsmanager get-secret-value --secret-id ${id} --query SecretString --output text`
  return key === undefined ? `$(${read})` : `$(${read} | jq ${ends ? '-er' : '-r'} .${/^[a-z_]\w*$/i.test(key) ? key : `'"${key}"'`})`
}

/** A command is replaced by its output within double quotes and in a here-document, where quotes are text. */
function replacement(placed: Named, value: string, text: string, quoting: Quoting): Edit | undefined {
  const { literal: { quote, range, content } } = placed
  const part = partOf(placed)
  if (quoting !== 'bare') return { range: part ?? content, text: quoting === 'double' ? value : `'"${value}"'` }
  const [head, tail] = part ? [text.slice(content[0], part[0]), text.slice(part[1], content[1])] : ['', '']
  if (quote === '"') return { range: part ?? content, text: value }
  if (quote === "'") return { range, text: `${head && `'${head}'`}"${value}"${tail && `'${tail}'`}` }
  return quote === '' && !/[\s"'$`\\]/.test(text.slice(...content)) ? { range, text: `${head}"${value}"${tail}` } : undefined
}

/** `export X=$(…)` hides that the command failed: the variable is set first, and exported behind it. */
function apart({ literal: { range } }: Named, text: string): readonly Edit[] {
  const start = lineStartAt(text, range[0])
  const end = lineEndAt(text, range[1])
  const [, margin = '', word = '', name = ''] = /^([^\S\r\n]*)(export|readonly|local|declare|typeset)[^\S\r\n]+([A-Za-z_]\w*)=$/.exec(text.slice(start, range[0])) ?? []
  if (name === '' || !/^[^\S\r\n]*(?:#.*)?$/.test(text.slice(range[1], end))) return []
  const variable = range[0] - name.length - 1
  if (word !== 'export' && word !== 'readonly') return [{ range: [variable, variable], text: name + lineEnd(text) + margin }]
  return [{ range: [start + margin.length, variable], text: '' }, { range: [end, end], text: `${lineEnd(text)}${margin}${word} ${name}` }]
}
