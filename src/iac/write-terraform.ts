import { align } from '../core/align.ts'
import type { Edit } from '../core/fix.ts'
import { DeployedAccount, NewParameter, type NewResource, type PropertyValue, type Resource, ResourceReference, parametersOf } from '../core/module.ts'
import { type Entry, type Mapping, entry } from '../core/tree.ts'
import { entriesOf } from './path.ts'
import { endOf, removeEntry } from './remove.ts'
import { eolOf, indentAt, lineEnd, startsLine } from './text.ts'
import { snakeCase, terraformName, terraformType } from './vocabulary.ts'
import { addEntries, replaceEntry } from './write-template.ts'

/**
 * Edits that set an argument of a block: a literal keeps its quotes, what is missing is added at the end of its block.
 * @param declared Addresses in the directory: `aws_x.y`, `var.z`.
 */
export function setArgument(
  text: string, type: string, body: Mapping, path: readonly string[], value: PropertyValue, declared: ReadonlySet<string>,
): readonly Edit[] | undefined {
  const [property, ...rest] = path
  if (property === undefined) return undefined
  const name = terraformName(type, property)
  const plain = name.replace(/\[\]$/, '')
  const index = plain === name ? undefined : rest.shift()
  const own = index === undefined ? entry(body, plain) : entriesOf(body, plain)[Number(index)]
  if (index !== undefined && !own) return undefined
  if (own?.value.kind === 'mapping' && rest.length > 0) return setArgument(text, type, own.value, rest, value, declared)
  if (own) return own.value.kind === 'scalar' && rest.length === 0 ? [literalEdit(text, own, value), ...variables(text, value, declared)] : undefined
  const edit = addArgument(text, type, body, plain, rest.reduceRight<PropertyValue>((inner, key) => ({ [key]: inner }), value))
  return edit && [...edit, ...variables(text, value, declared)]
}

function literalEdit(text: string, { value: node }: Entry, value: PropertyValue): Edit {
  const string = node.kind === 'scalar' && typeof node.value === 'string' && typeof value === 'string' && text[node.range[0]] === '"'
  return string ? { range: node.content, text: value } : { range: node.range, text: literal(value) }
}

/** Edits that take an argument out of a block, or put others in its place; the `=` of those around it stay in line. */
export function removeArgument(
  text: string, type: string, body: Mapping, path: readonly string[], instead: Readonly<Record<string, PropertyValue>> = {}, declared: ReadonlySet<string> = new Set(),
): readonly Edit[] | undefined {
  const [property = '', ...rest] = path
  const own = entry(body, terraformName(type, property).replace(/\[\]$/, ''))
  if (!own) return undefined
  if (rest.length > 0) return own.value.kind === 'mapping' ? removeArgument(text, type, own.value, rest, instead, declared) : undefined
  return exchangeArgument(text, body, own, Object.fromEntries(Object.entries(instead).map(([key, value]) => [terraformName(type, key), value])), declared)
}

/** Takes an argument out of its body, or puts others in its place. */
export function exchangeArgument(text: string, body: Mapping, own: Entry, named: Readonly<Record<string, PropertyValue>> = {}, declared: ReadonlySet<string> = new Set()): readonly Edit[] | undefined {
  const keys = Object.keys(named)
  if (text[own.range[0]] === '"') {
    const edit = keys.length > 0 ? replaceEntry(text, body, own, named) : undefined
    return keys.length > 0 ? edit && [edit] : removeEntry(text, body, own)
  }
  if (equalsAt(text, own) === undefined) return keys.length > 0 ? undefined : removeEntry(text, body, own)
  const { pad, edits } = align(text, body, own, keys)
  if (keys.length === 0) {
    const removed = removeEntry(text, body, own)
    return removed && [...edits, ...removed]
  }
  if (!startsLine(text, own.range[0])) return undefined
  const lines = Object.entries(named).map(([key, value]) => `${pad(key)}= ${literal(value)}`)
  return [...edits, { range: [own.range[0], endOf(text, own)], text: lines.join(eolOf(text) + indentAt(text, own.range[0])) }, ...variables(text, named, declared)]
}

/**
 * Edits that add an argument at the end of a block, or an entry to an object.
 * @param isObject Whether it is an object: what is added to it is none of blocks.
 */
export function addArgument(text: string, type: string, body: Mapping, name: string, value: PropertyValue, isObject = false): readonly Edit[] | undefined {
  const last = body.entries.at(-1)
  if (last && text[last.range[0]] === '"' && !isObject) {
    const edit = addEntries(text, body, { [name]: value })
    return edit && [edit]
  }
  const eol = eolOf(text)
  const isOwnBlock = !isObject && isBlock(name, value)
  const after = (isOwnBlock ? undefined : body.entries.findLast(entry => equalsAt(text, entry) !== undefined)) ?? last
  if (after && startsLine(text, after.range[0])) {
    const indent = indentAt(text, after.range[0])
    const at = lineEnd(text, after.range)
    const group = isOwnBlock ? [] : groupOf(text, body, after)
    const widths = group.map(entry => (equalsAt(text, entry) ?? 0) - entry.range[0] - 1)
    const [key, sign] = isObject ? keyBeside(text, after, name) : [name, '=']
    const width = Math.max(key.length, ...widths)
    const added = isObject ? `${indent}${key.padEnd(width)} ${sign} ${literal(value)}` : argument(type, name, value, indent, eol, width)
    const padding = group.map<Edit>((entry, index) => {
      const equals = equalsAt(text, entry) ?? 0
      return { range: [equals, equals], text: ' '.repeat(width - (widths[index] ?? width)) }
    })
    return [...padding.filter(edit => edit.text !== ''), { range: [at, at], text: (isOwnBlock && body.entries.length > 0 ? eol : '') + eol + added }]
  }
  if (last && isObject) return [{ range: [last.range[1], last.range[1]], text: `, ${keyBeside(text, last, name).join(' ')} ${literal(value)}` }]
  if (last) return undefined
  const indent = `${indentAt(text, body.range[0])}  `
  return [{ range: body.range, text: `{${eol}${argument(type, name, value, indent, eol, 0)}${eol}${indentAt(text, body.range[0])}}` }]
}

/** Where the `=` of an argument is; undefined for a block. */
function equalsAt(text: string, { keyRange, value }: Entry): number | undefined {
  const equals = text.slice(keyRange[1], value.range[0]).indexOf('=')
  return equals < 0 ? undefined : keyRange[1] + equals
}

/** The arguments in one line each that end with one and have no empty line between them, whose `=` stand in line. */
function groupOf(text: string, { entries }: Mapping, last: Entry): readonly Entry[] {
  const group: Entry[] = []
  for (let index = entries.indexOf(last); index >= 0; index--) {
    const entry = entries[index] as Entry
    const next = group[0]
    const between = next ? text.slice(entry.range[1], next.range[0]) : ''
    if (equalsAt(text, entry) === undefined || text.slice(...entry.range).includes('\n') || between.split('\n').length > 2) break
    group.unshift(entry)
  }
  return group
}

function argument(type: string, name: string, value: PropertyValue, indent: string, eol: string, width: number): string {
  if (!isBlock(name, value)) return `${indent}${name.padEnd(width)} = ${literal(value)}`
  return `${indent}${name} {${eol}${body(type, value, `${indent}  `, eol)}${eol}${indent}}`
}

/** The arguments of a block in their order, those without braces in line as `terraform fmt` has them. */
function body(type: string, values: Readonly<Record<string, PropertyValue>>, indent: string, eol: string): string {
  const named = Object.entries(values).map(([key, value]) => [terraformName(type, key).replace(/\[\]$/, ''), value] as const)
  const width = Math.max(0, ...named.filter(([name, value]) => !isBlock(name, value)).map(([name]) => name.length))
  return named.map(([name, value], index) => (isBlock(name, value) && index > 0 ? eol : '') + argument(type, name, value, indent, eol, width)).join(eol)
}

/** Arguments that are maps. */
const MAPS = ['tags']

function isBlock(name: string, value: PropertyValue): value is Readonly<Record<string, PropertyValue>> {
  if (MAPS.includes(name)) return false
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof ResourceReference) && !(value instanceof NewParameter) && !(value instanceof DeployedAccount)
}

/** One resource for each of those that it refers to. */
function repetition(properties: Readonly<Record<string, PropertyValue>>, eol: string): string {
  const resource = Object.values(properties).find(value => value instanceof ResourceReference)?.resource
  if (resource?.attribute('for_each')) return `  for_each = ${resource.id}${eol}${eol}`
  return resource?.attribute('count') ? `  count = length(${resource.id})${eol}${eol}` : ''
}

function referenceText(resource: Resource): string {
  if (resource.attribute('for_each')) return 'each.value.id'
  return resource.attribute('count') ? `${resource.id}[count.index].id` : `${resource.id}.id`
}

function literal(value: PropertyValue): string {
  if (value instanceof ResourceReference) return referenceText(value.resource)
  if (value instanceof NewParameter) return `var.${snakeCase(value.name)}`
  if (value instanceof DeployedAccount) return `${value.identity?.id ?? 'data.aws_caller_identity.current'}.account_id`
  if (Array.isArray(value)) return `[${(value as readonly PropertyValue[]).map(literal).join(', ')}]`
  if (typeof value === 'string') return JSON.stringify(value).replaceAll('${', () => '$${').replaceAll('%{', '%%{')
  if (typeof value !== 'object') return String(value)
  return `{ ${Object.entries(value).map(([key, inner]) => `${keyText(key)} = ${literal(inner)}`).join(', ')} }`
}

function keyText(key: string): string {
  return /^[a-z_][\w-]*$/i.test(key) ? key : JSON.stringify(key)
}

/** A key and the sign behind it, as another entry of the object has them. */
function keyBeside(text: string, other: Entry, name: string): readonly [key: string, sign: string] {
  return [text[other.range[0]] === '"' ? JSON.stringify(name) : keyText(name), equalsAt(text, other) === undefined ? ':' : '=']
}

/**
 * A resource behind another one, and the variables that it needs and that nobody declares.
 * @param declared Addresses in the directory: `aws_x.y`, `var.z`.
 */
export function addBlock(text: string, after: Entry, name: string, added: NewResource, declared: ReadonlySet<string>): readonly Edit[] | undefined {
  const type = terraformType(added.type)
  if (type === undefined || declared.has(`${type}.${name}`)) return undefined
  const eol = eolOf(text)
  const at = lineEnd(text, after.range)
  const own = repetition(added.properties, eol) + body(type, added.properties, '  ', eol)
  const resource = `resource "${type}" "${name}" {${eol}${own}${eol}}`
  return [{ range: [at, at], text: eol + eol + resource }, ...variables(text, added.properties, declared)]
}

/** The variables that a value needs and that nobody declares. */
function variables(text: string, value: PropertyValue, declared: ReadonlySet<string>): readonly Edit[] {
  return parametersOf(value).filter(parameter => !declared.has(literal(parameter))).map(parameter => variable(text, parameter, eolOf(text)))
}

/** A variable at the end of the file. */
function variable(text: string, { name, description }: NewParameter, eol: string): Edit {
  const block = `variable "${snakeCase(name)}" {${eol}  type        = string${eol}  description = ${literal(description)}${eol}}`
  return { range: [text.length, text.length], text: `${/[\r\n]$/.test(text) ? '' : eol}${eol}${block}${eol}` }
}
