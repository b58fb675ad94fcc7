import type { Language } from '../core/document.ts'
import type { Literal } from '../core/literal.ts'
import type { Range } from '../core/text.ts'
import type { Node } from '../core/tree.ts'
import type { Draft, Lexed, LexedText } from './reading.ts'
import { rebase } from '../core/embed.ts'
import { sourceRange } from '../core/tree.ts'
import { RUNS } from './commands.ts'
import { languageNamed, languageOf } from './languages.ts'
import { bindingTo } from './reading.ts'
import { addValue } from './values.ts'

const LONGEST = 200_000
/** What opens one of these; most values have none of it. */
const NESTS = /[{[<\n$']|\s-\w|^[A-Z_][A-Z\d_]*=/
const SHELL_KEYS = /^(?:run|(?:before_|after_|pre|post)?script|commands?|args|user_?data|inline|entrypoint|bash|sh|shell)$/i
const SQL = /\b(?:identified|password)\b[^'"]{0,60}'/i
const VARIABLE = /^[A-Z_][A-Z\d_]*=/
/** A command with a variable of its own: `NAME=x command`. */
const WITH_VARIABLE = /^[A-Z_][A-Z\d_]*=\S*\s+\S/
/** `{{ name | default('…') }}`. */
const TEMPLATED = /\{\{-?\s{0,4}([\w.]{1,100})\s{0,4}\|\s{0,4}default\(?\s{0,4}(?<quote>['"])([^'"\n]{1,400})\k<quote>/g
/** A string under a string of PHP's `serialize`. */
const SERIALIZED = /s:\d{1,5}:"([\w.-]{1,100})";s:\d{1,5}:"([^"]{1,400})"/g
const DEFAULTS = /\$\{([\w.-]{1,100}):-?([^{}]{1,400})\}/g

/** `${env:NAME, 'default'}` of the Serverless Framework. */
const RESOLVED = /\$\{(?:env|opt|param|self|ssm|cf|file\([^()]{1,100}\)):([\w./-]{1,100})\s{0,4},\s{0,4}(?<quote>['"])([^'"{}\n]{1,400})\k<quote>\s{0,4}\}/g

/** What a literal holds that has names of its own: JSON, markup, SQL, a file in a block, `NAME=value`, `${NAME:default}`, `${env:NAME, 'default'}`. */
export function nestedIn(outer: Literal, lex: (text: string, language: Language) => LexedText): Draft[] {
  const { value } = outer
  if (value.length < 4 || value.length > LONGEST || !NESTS.test(value)) return []
  const path = outer.binding ? [...outer.binding.path, outer.binding.name] : []
  const language = languageIn(outer)
  const found = language ? lex(value, language).literals : partsOf(value)
  return found.length > 0 ? moved(found, outer, path) : []
}

/** The language that a value is written in, as a whole. */
function languageIn({ value, binding, quote }: Literal): Language | undefined {
  const own = languageWithin(value)
  if (own) return own
  const name = binding?.name ?? ''
  if (!value.includes('\n')) return isCommand(value, name) ? languageNamed('sh') : undefined
  const named = languageOf(name)
  if (named.id !== 'plain') return named
  if (VARIABLE.test(value)) return languageNamed('env')
  if (!/^[|>]|^<</.test(quote)) return undefined
  return SHELL_KEYS.test(name) ? languageNamed('sh') : named
}

/** Whether a line is run by a shell; of `NAME=x y` that depends on whose it is. */
function isCommand(value: string, name: string): boolean {
  return / -/.test(value) && RUNS.test(value) ? true : SHELL_KEYS.test(name) && WITH_VARIABLE.test(value)
}

/** The language that a text without a name says itself that it is written in. */
export function languageWithin(text: string): Language | undefined {
  const first = /\S/.exec(text.slice(0, 100))?.[0] ?? ''
  if ((first === '{' || first === '[') && text.includes('"') && /[[{]\s*["[{\]}]/.test(text.slice(0, 400))) return languageNamed('json')
  if (first === '<' && text.includes('</')) return languageNamed('xml')
  if (text.includes("'") && SQL.test(text)) return languageNamed('sql')
  return text.startsWith('#!') && text.includes('\n') ? languageOf('', text.slice(0, 200)) : undefined
}

/** `NAME=value` as a whole, or `${NAME:default}` anywhere. */
function partsOf(value: string): readonly Draft[] {
  const into: Lexed = { literals: [], comments: [] }
  const add = (kind: 'assignment' | 'default' | 'property', name: Range, content: Range): void => {
    if (content[0] < content[1]) addValue(value, into, { range: content, content, quote: '', binding: bindingTo(value, kind, name, []) })
  }
  for (const pattern of [...(value.includes('{{') ? [TEMPLATED] : []), ...(value.includes('";s:') ? [SERIALIZED] : [])]) {
    for (const match of value.matchAll(pattern)) {
      const { 0: whole, 1: name = '' } = match
      const held = match.at(-1) ?? ''
      const from = match.index + whole.indexOf(name)
      const end = match.index + whole.length - 1
      add(pattern === SERIALIZED ? 'property' : 'default', [from, from + name.length], [end - held.length, end])
    }
  }
  const variable = value.includes('\n') ? undefined : VARIABLE.exec(value)?.[0]
  if (value.includes('${')) {
    for (const { index, 0: whole, 1: name = '', 3: held = '' } of value.matchAll(RESOLVED)) {
      const from = index + whole.indexOf(name)
      const end = index + whole.lastIndexOf(held) + held.length
      add('default', [from, from + name.length], [end - held.length, end])
    }
    for (const { index, 0: whole, 1: name = '', 2: held = '' } of value.matchAll(DEFAULTS)) {
      const end = index + whole.length - 1
      add('default', [index + 2, index + 2 + name.length], [end - held.length, end])
    }
  }
  if (variable && into.literals.length === 0) add('assignment', [0, variable.length - 1], [variable.length, value.length])
  return into.literals
}

/** Literals of a value, at their places in the text that holds it. */
function moved(literals: readonly Literal[], outer: Literal, path: readonly string[]): Draft[] {
  const scalars = rebase({ documents: literals, comments: [], errors: [] }, outer).documents
  return literals.map(({ binding, kind, value, quote, interpolated }, index): Draft => {
    const { range, content, segments } = asScalar(scalars[index], outer)
    const touches = outer.interpolated && /[{$%]/.test(value)
    return {
      kind,
      range,
      content,
      value,
      quote,
      interpolated: interpolated || touches,
      ...(segments && { segments: [...segments] }),
      ...(binding && { binding: { ...binding, nameRange: sourceRange(outer, binding.nameRange), path: [...path, ...binding.path] } }),
    }
  })
}

function asScalar(node: Node | undefined, otherwise: Literal): Pick<Literal, 'range' | 'content' | 'segments'> {
  return node?.kind === 'scalar' ? node : otherwise
}
