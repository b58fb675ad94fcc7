import { type Edit, applyEdits } from '../core/fix.ts'
import type { NewCondition, PropertyValue } from '../core/module.ts'
import type { Range } from '../core/text.ts'
import { type Mapping, type Node, entry, get } from '../core/tree.ts'
import { entriesOf, itemsOf } from './path.ts'
import { between, listOf, same, withoutItems } from './replace.ts'
import { eolOf, indentAt, lineEnd } from './text.ts'
import { addEntries } from './write-template.ts'
import { addArgument } from './write-terraform.ts'

/** How a syntax writes into a policy. */
export interface Hand {
  readonly text: string
  /** Where lists are looked for. */
  readonly root: Node
  /** Edits that add a condition to a statement. */
  readonly add: (statement: Mapping, condition: NewCondition) => readonly Edit[] | undefined
  /** Edits that put a copy of a statement behind it; undefined where it is no item of a list. */
  readonly append?: (statement: Mapping, copy: Copy) => readonly Edit[] | undefined
}

/** What a stretch of the text is that a statement is in, with the condition, and with the actions that are held to it alone. */
export type Copy = (range: Range) => string

/** Edits that hold actions of a statement to a condition: in place where it has no others, else in a copy of it. */
export function restrict(hand: Hand, statement: Mapping, condition: NewCondition, held: readonly Node[]): readonly Edit[] | undefined {
  const [list, ...more] = entriesOf(statement, 'Action')
  const others = itemsOf(entriesOf(statement, 'Action').map(({ value }) => value)).filter(node => !held.some(own => same(own, node)))
  const added = hand.add(asWritten(statement), condition)
  if (!list || !added || entry(statement, 'NotAction')) return undefined
  if (others.length === 0) return added.map(edit => anchored(hand.text, edit))
  const { value } = list
  const within = ({ range: [start, end] }: Node): boolean => statement.range[0] <= start && end <= statement.range[1]
  if (more.length > 0 || value.kind !== 'sequence' || !within(value) || !value.items.every(within)) return undefined
  const edits = [...withoutItems(hand.text, value, others), ...added, ...renamed(statement, condition)]
  if (!edits.every(({ range }) => range[0] >= statement.range[0])) return undefined
  const copy: Copy = range => cut(hand.text, range, edits)
  const appended = hand.append ? hand.append(statement, copy) : behind(hand, statement, copy)
  return appended && [...withoutItems(hand.text, value, held), ...appended]
}

/** Without what was read into it that stands nowhere. */
function asWritten(statement: Mapping): Mapping {
  return { ...statement, entries: statement.entries.filter(({ range }) => !same({ ...statement, range }, statement)) }
}

/** Two fixes that add to one statement at the same place are made one after the other: each has a character of its own. */
function anchored(text: string, { range: [start, end], text: added }: Edit): Edit {
  return start < end || start === 0 ? { range: [start, end], text: added } : { range: [start - 1, end], text: (text[start - 1] ?? '') + added }
}

/** A statement's name is the only one in its policy: that of the copy ends with what it is held to. */
function renamed(statement: Mapping, { key }: NewCondition): readonly Edit[] {
  const sid = entry(statement, 'Sid')?.value
  return sid?.kind === 'scalar' ? [{ range: [sid.content[1], sid.content[1]], text: /:([a-z]+)/i.exec(key)?.[1] ?? '2' }] : []
}

/** A stretch of a text, up to the end of its last line where that is added to, as edits leave it. */
function cut(text: string, [start, end]: Range, edits: readonly Edit[]): string {
  const last = edits.reduce((at, { range }) => Math.max(at, range[1]), start + text.slice(start, end).trimEnd().length)
  return applyEdits(text.slice(start, last), edits.map(edit => ({ range: [edit.range[0] - start, edit.range[1] - start], text: edit.text })))
}

/** A further item of the list that a statement is in; a list of both where it is in none. */
function behind({ text, root }: Hand, statement: Mapping, copy: Copy): readonly Edit[] | undefined {
  const list = listOf(root, statement)
  const [start, end] = statement.range
  const braces = text[start] === '{'
  if (!list) return braces ? [{ range: [start, start], text: '[' }, { range: [end, end], text: `, ${copy(statement.range)}]` }] : undefined
  const at = braces ? end : lineEnd(text, statement.range)
  return [{ range: [at, at], text: between(text, list, statement) + copy(statement.range) }]
}

/** Adds a condition to a statement in YAML or JSON. */
export function addToTemplate(text: string, statement: Mapping, { operator, key, value }: NewCondition): readonly Edit[] | undefined {
  const edit = deepest(statement, ['Condition', operator, key], value, (within, name, added) => addEntries(text, within, { [name]: added }))
  return isWhole(text, statement) && edit ? [edit] : undefined
}

/** Whether a mapping is written as it is read: not in a text whose quotes are escaped. */
function isWhole(text: string, { entries: [first] }: Mapping): boolean {
  return first !== undefined && /["'\w]/.test(text[first.range[0]] ?? '')
}

/** Adds what is missing under a path to the mapping that lacks it; undefined where something else stands there. */
export function deepest<Result>(within: Mapping, [name = '', ...rest]: readonly string[], value: string, add: (within: Mapping, name: string, value: PropertyValue) => Result): Result | undefined {
  const own = get(within, name)
  if (own) return own.kind === 'mapping' && rest.length > 0 ? deepest(own, rest, value, add) : undefined
  return add(within, name, rest.reduceRight<PropertyValue>((inner, key) => ({ [key]: inner }), value))
}

/** Adds a condition to a statement of Terraform: to a block, or to an object with the names of policies. */
export function addToTerraform(text: string, statement: Mapping, condition: NewCondition): readonly Edit[] | undefined {
  const { operator: test, key: variable, value } = condition
  if (isBlock(text, statement) && !/\b(?:statement|content)\s*$/.test(before(text, statement))) return undefined
  if (isBlock(text, statement)) return addArgument(text, 'statement', statement, 'condition', { test, variable, values: [value] })
  return deepest(statement, ['Condition', test, variable], value, (within, name, added) => addArgument(text, 'statement', within, name, added, true))
}

/** Whether a statement is a block, which has names of its own for the elements. */
export function isBlock(text: string, statement: Mapping): boolean {
  return statement.entries.some(({ key, keyRange }) => /^(?:Not)?Action$/.test(key) && /^[a-z]/.test(text.slice(...keyRange)))
}

/** A copy of a block behind it; undefined for the content of a `dynamic` one. */
export function appendBlock(text: string, statement: Mapping, copy: Copy): readonly Edit[] | undefined {
  const [start] = statement.range
  if (!/\bstatement\s*$/.test(before(text, statement))) return undefined
  const at = lineEnd(text, statement.range)
  const eol = eolOf(text)
  return [{ range: [at, at], text: `${eol}${eol}${indentAt(text, start)}statement ${copy(statement.range)}` }]
}

/** The word before a block's body. */
function before(text: string, { range: [start] }: Mapping): string {
  return text.slice(Math.max(0, start - 20), start)
}
