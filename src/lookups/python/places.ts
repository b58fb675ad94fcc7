import type { SecretRef } from '../../core/fix.ts'
import type { Literal } from '../../core/literal.ts'
import type { Declined, Target } from '../../core/lookup.ts'
import { type Range, contains } from '../../core/text.ts'
import { lineStartAt, partOf } from '../layout.ts'
import { wordsOf } from '../names.ts'
import { type Formatting, formattingOf } from './formatted.ts'
import type { Module, Statement, StringToken } from './syntax.ts'

/** A string that gives way to a secret, or to a key of one. */
export interface Place {
  readonly ref: SecretRef
  readonly literal: Literal
  /** Of the value in the text. */
  readonly range: Range
  readonly token: StringToken
  readonly statement: Statement
  /** Whether all of the string gives way, strings that are joined to it too. */
  readonly isWhole: boolean
  /** Whether what stands there then stands within an f-string. */
  readonly isFormatted: boolean
  /** Whether it is a string within an expression of an f-string, all of which gives way. */
  readonly isNested: boolean
  /** Where the string is formatted. */
  readonly formatting?: Formatting
}

/** The places of a secret: its own first, then those of what goes along, where an expression can stand there. */
export function placesOf(placed: Target, text: string, module: Module): readonly [Place, ...Place[]] | Declined {
  const { ref, literal, along } = placed
  const own = placeOf({ ref, literal, range: partOf(placed) ?? literal.content }, text, module)
  if ('declined' in own) return own
  const companions = ref.key === undefined || own.formatting ? [] : along.flatMap(one => {
    const place = placeOf({ ref: { ...ref, key: one.key }, literal: one.literal, range: one.range }, text, module)
    return 'declined' in place || place.formatting || place.statement.indent !== own.statement.indent ? [] : [place]
  })
  return [own, ...companions]
}

function placeOf(given: Pick<Place, 'ref' | 'literal' | 'range'>, text: string, module: Module): Place | Declined {
  const { literal, range } = given
  const token = stringOf(module, given)
  if (!token) return { declined: 'The secret does not stand in a string of its own.' }
  const statement = module.statements.find(one => contains(one.range, token.range))
  if (!statement || (statement.range[0] === token.range[0] && statement.range[1] === token.range[1])) return { declined: 'The secret stands in a docstring.' }
  const isWhole = isBlank(text.slice(token.content[0], range[0])) && isBlank(text.slice(range[1], token.content[1])) && !literal.interpolated
  const isGlued = isJoined(text, module, token, statement)
  const bytes = token.prefix.includes('b')
  const head = text.slice(statement.range[0], token.range[0])
  if (/^case\b/.test(head) || /\bLiteral\[[^\]]*$/.test(head)) return { declined: 'The language takes only a constant here.' }
  if (bytes && (isGlued || text.slice(...token.content).includes('\\'))) return { declined: 'The bytes are joined or hold escapes; make them one string of text first.' }
  const isNested = !isWhole && token.prefix.includes('f') && isInExpression(text.slice(token.content[0], range[0]))
  if (isNested && !isString(range, text)) return { declined: 'The secret stands in an expression within a string; take it out first.' }
  const formatting = formattingOf(token, range, wordsOf(given.ref.key ?? 'secret').join('_'), text, module)
  if (formatting && 'declined' in formatting) return formatting
  const isOwn = isWhole && !formatting
  return { ...given, ...(isOwn && { range: token.content }), token, statement, isWhole: isOwn && !isGlued, isFormatted: !bytes && !formatting && (!isWhole || isGlued), isNested, ...(formatting && { formatting }) }
}

/** Whether a range is all of a string within an expression, which nothing is joined to and nothing formats. */
function isString([start, end]: Range, text: string): boolean {
  const quote = text.charAt(end)
  return /["']/.test(quote) && text[start - 1] === quote && !text.slice(start, end).includes('\\') && !/[\w"']\s*$/.test(text.slice(Math.max(0, start - 20), start - 1)) && !/^\s*(?:["'%]|\.\s*format)/.test(text.slice(end + 1))
}

/** Space at an end of a string, as the line end behind a key. */
function isBlank(source: string): boolean {
  return /^(?:\s|\\[nrt])*$/.test(source)
}

/** The string that holds a range; of strings that are joined to one and replaced as a whole, a string from the first to the last. */
function stringOf({ strings }: Module, { literal, range }: Pick<Place, 'literal' | 'range'>): StringToken | undefined {
  const one = strings.find(({ content }) => contains(content, range))
  if (one) return one
  const first = strings.find(token => token.range[0] === literal.range[0])
  const last = strings.find(token => token.range[1] === literal.range[1])
  const isAll = range[0] === literal.content[0] && range[1] === literal.content[1]
  return first && last && isAll ? { ...first, range: literal.range, content: literal.content } : undefined
}

/** Whether a string stands beside another that it is joined with. */
function isJoined(text: string, { strings }: Module, token: StringToken, statement: Statement): boolean {
  const isGlue = (start: number, end: number): boolean => text.slice(start, end).replace(/#[^\r\n]*|\\(?=[\r\n])/g, '').trim() === ''
  const before = strings.findLast(({ range }) => range[1] <= token.range[0])
  const after = strings.find(({ range }) => range[0] >= token.range[1])
  return (before !== undefined && before.range[0] >= statement.range[0] && isGlue(before.range[1], token.range[0])) || (after !== undefined && after.range[1] <= statement.range[1] && isGlue(token.range[1], after.range[0]))
}

/** Whether what begins an f-string leaves an expression open. */
function isInExpression(before: string): boolean {
  let depth = 0
  for (const found of before.match(/\{\{|\}\}|[{}]/g) ?? []) {
    if (found === '{') depth++
    else if (found === '}') depth--
    else if (depth > 0) depth += found === '{{' ? 2 : -2
  }
  return depth > 0
}

/** The statement before which a variable for some places can be set: theirs, or what they stand in where it would be a member of a class; undefined where there is none. */
export function placeBeside(places: readonly Place[], text: string, { statements }: Module): Statement | undefined {
  const [first] = places.map(({ statement }) => statement).sort((one, other) => one.range[0] - other.range[0])
  const at = first ? statements.indexOf(first) : -1
  const last = Math.max(...places.map(({ statement }) => statements.indexOf(statement)))
  if (!first || statements.slice(at, last).some(({ indent }) => indent.length < first.indent.length)) return undefined
  const starts = (index: number, words: RegExp): boolean => words.test(text.slice(...(statements[index]?.range ?? [0, 0])))
  for (let index = at; index >= 0;) {
    const statement = statements[index] as Statement
    if (starts(index, /^(?:elif|else|except|finally|case)\b/) || text.slice(lineStartAt(text, statement.range[0]), statement.range[0]).trim() !== '') return undefined
    // What decorates a definition belongs to it.
    while (index > 0 && starts(index, /^(?:@|(?:async\s+def|class|def)\b)/) && statements[index - 1]?.indent === statement.indent && starts(index - 1, /^@/)) index--
    const outer = statements.findLastIndex(({ indent }, before) => before < index && indent.length < statement.indent.length)
    if (outer < 0 || !starts(outer, /^class\b/)) return statements[index]
    index = outer
  }
  return undefined
}
