import type { Edit } from '../core/fix.ts'
import { DeployedAccount, NewParameter, type NewResource, type PropertyValue, type Resource, ResourceReference, parametersOf } from '../core/module.ts'
import { type Entry, type Mapping, entry } from '../core/tree.ts'
import { entriesOf } from './path.ts'
import { eolOf, indentAt, lineEnd, startsLine } from './text.ts'
import { snakeCase, terraformName, terraformType } from './vocabulary.ts'
import { addEntries } from './write-template.ts'

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
  return edit && [edit, ...variables(text, value, declared)]
}

function literalEdit(text: string, { value: node }: Entry, value: PropertyValue): Edit {
  const string = node.kind === 'scalar' && typeof node.value === 'string' && typeof value === 'string' && text[node.range[0]] === '"'
  return string ? { range: node.content, text: value } : { range: node.range, text: literal(value) }
}

function addArgument(text: string, type: string, body: Mapping, name: string, value: PropertyValue): Edit | undefined {
  const last = body.entries.at(-1)
  if (last && text[last.range[0]] === '"') return addEntries(text, body, { [name]: value })
  const eol = eolOf(text)
  if (last && startsLine(text, last.range[0])) {
    const indent = indentAt(text, last.range[0])
    const at = lineEnd(text, last.range)
    return { range: [at, at], text: eol + argument(type, name, value, indent, eol, equalsColumn(text, body)) }
  }
  if (last) return undefined
  const indent = `${indentAt(text, body.range[0])}  `
  return { range: body.range, text: `{${eol}${argument(type, name, value, indent, eol, 0)}${eol}${indentAt(text, body.range[0])}}` }
}

/** How wide the names are before the `=` of the last attribute of a block, so that a new one can stand in line. */
function equalsColumn(text: string, body: Mapping): number {
  const last = body.entries.at(-1)
  if (!last) return 0
  const between = text.slice(last.keyRange[1], last.value.range[0])
  return between.includes('=') ? last.key.length + between.indexOf('=') - 1 : 0
}

function argument(type: string, name: string, value: PropertyValue, indent: string, eol: string, width: number): string {
  if (!isBlock(value)) return `${indent}${name.padEnd(width)} = ${literal(value)}`
  return `${indent}${name} {${eol}${body(type, value, `${indent}  `, eol)}${eol}${indent}}`
}

/** The arguments of a block in their order, those without braces in line as `terraform fmt` has them. */
function body(type: string, values: Readonly<Record<string, PropertyValue>>, indent: string, eol: string): string {
  const named = Object.entries(values).map(([key, value]) => [terraformName(type, key).replace(/\[\]$/, ''), value] as const)
  const width = Math.max(0, ...named.filter(([, value]) => !isBlock(value)).map(([name]) => name.length))
  return named.map(([name, value], index) => (isBlock(value) && index > 0 ? eol : '') + argument(type, name, value, indent, eol, width)).join(eol)
}

function isBlock(value: PropertyValue): value is Readonly<Record<string, PropertyValue>> {
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
  if (typeof value === 'string') return JSON.stringify(value).replaceAll('${', '$${').replaceAll('%{', '%%{')
  if (typeof value !== 'object') return String(value)
  return `{ ${Object.entries(value).map(([key, inner]) => `${key} = ${literal(inner)}`).join(', ')} }`
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
