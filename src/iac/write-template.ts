import type { Edit } from '../core/fix.ts'
import { DeployedAccount, NewParameter, type PropertyValue, ResourceReference } from '../core/module.ts'
import type { Entry, Mapping } from '../core/tree.ts'
import { endOf } from './remove.ts'
import { eolOf, indentAt, lineEnd, startsLine } from './text.ts'

/** Adds entries to a mapping of a YAML or JSON template behind one of its entries, by default the last, in the mapping's own style. */
export function addEntries(text: string, mapping: Mapping, added: Readonly<Record<string, PropertyValue>>, after = mapping.entries.at(-1)): Edit | undefined {
  if (!after) return undefined
  const eol = eolOf(text)
  const unit = unitOf(text, mapping)
  if (text[mapping.range[0]] !== '{') {
    const indent = ' '.repeat(columnOf(text, after))
    const at = lineEnd(text, after.range)
    const blank = separated(text, mapping) ? eol : ''
    return { range: [at, at], text: Object.entries(added).map(([key, value]) => blank + eol + indent + blockEntry(key, value, indent, unit, eol)).join('') }
  }
  const json = text[after.range[0]] === '"'
  const end = after.range[1]
  const own = startsLine(text, after.range[0])
  const indent = indentAt(text, after.range[0])
  const parts = Object.entries(added).map(([key, value]) => {
    const name = json ? JSON.stringify(key) : key
    return own && json ? `,${eol}${indent}${name}: ${jsonValue(value, indent, unit, eol)}` : `,${own ? eol + indent : ' '}${name}: ${flowValue(value, json)}`
  })
  return { range: [end, end], text: parts.join('') }
}

/** Adds entries before the first of a mapping. */
export function addFirst(text: string, mapping: Mapping, added: Readonly<Record<string, PropertyValue>>): Edit | undefined {
  const [first] = mapping.entries
  const written = first && addEntries(text, { ...mapping, entries: [first] }, added)?.text
  if (!first || written === undefined) return undefined
  const [at] = first.range
  const alone = written.replace(/^,?\s*/, '')
  const flow = text[mapping.range[0]] === '{'
  const gap = written.slice(0, written.length - alone.length).replace(',', '')
  return { range: [at, at], text: flow ? `${alone},${gap}` : alone + gap }
}

/** Puts entries in the place of one. */
export function replaceEntry(text: string, mapping: Mapping, own: Entry, added: Readonly<Record<string, PropertyValue>>): Edit | undefined {
  const written = addEntries(text, mapping, added, own)?.text
  return written === undefined ? undefined : { range: [own.range[0], endOf(text, own)], text: written.replace(/^,?\s*/, '') }
}

/** What replaces the content of a scalar, within its quotes; undefined where another kind of value is wanted than a scalar. */
export function scalarText(value: PropertyValue): string | undefined {
  return typeof value === 'object' ? undefined : String(value)
}

/** Whether blank lines stand between the entries of a mapping. */
function separated(text: string, { entries }: Mapping): boolean {
  const [first, second] = entries
  return first !== undefined && second !== undefined && /\n[ \t]*\r?\n/.test(text.slice(lineEnd(text, first.range), second.range[0]))
}

function columnOf(text: string, entry: Entry): number {
  return entry.range[0] - (Math.max(text.lastIndexOf('\n', entry.range[0] - 1), -1) + 1)
}

/** How many more spaces a level has here. */
function unitOf(text: string, mapping: Mapping): string {
  for (const entry of mapping.entries) {
    const inner = entry.value.kind === 'mapping' ? entry.value.entries[0] : undefined
    if (inner && startsLine(text, inner.range[0])) {
      const more = indentAt(text, inner.range[0]).length - indentAt(text, entry.range[0]).length
      if (more > 0) return ' '.repeat(more)
    }
  }
  return '  '
}

function blockEntry(key: string, value: PropertyValue, indent: string, unit: string, eol: string): string {
  const plain = referenceText(value)
  if (plain !== undefined) return `${key}: ${plain}`
  const deeper = indent + unit
  if (Array.isArray(value)) return `${key}:${(value as readonly PropertyValue[]).map(item => `${eol}${deeper}- ${flowValue(item, false)}`).join('')}`
  const entries = Object.entries(value as Readonly<Record<string, PropertyValue>>)
  return `${key}:${entries.map(([name, inner]) => eol + deeper + blockEntry(name, inner, deeper, unit, eol)).join('')}`
}

/** A reference or a scalar in YAML; undefined for lists and maps. */
function referenceText(value: PropertyValue): string | undefined {
  if (value instanceof ResourceReference) return `!Ref ${value.resource.id}`
  if (value instanceof NewParameter) return `!Ref ${value.name}`
  if (value instanceof DeployedAccount) return '!Ref AWS::AccountId'
  if (typeof value === 'string') return yamlString(value, /^[a-z_/][\w ./:@,-]*$/i)
  return typeof value === 'object' ? undefined : String(value)
}

function yamlString(value: string, safe: RegExp): string {
  const plain = safe.test(value) && !/:(?: |$)| $|^(?:true|false|yes|no|on|off|null|y|n)$/i.test(value)
  return plain ? value : `'${value.replaceAll("'", "''")}'`
}

/** A value in one line, in YAML or JSON. */
export function flowValue(value: PropertyValue, json: boolean): string {
  if (value instanceof ResourceReference) return json ? `{ "Ref": ${JSON.stringify(value.resource.id)} }` : `!Ref ${value.resource.id}`
  if (value instanceof NewParameter) return json ? `{ "Ref": ${JSON.stringify(value.name)} }` : `!Ref ${value.name}`
  if (value instanceof DeployedAccount) return json ? '{ "Ref": "AWS::AccountId" }' : '!Ref AWS::AccountId'
  if (Array.isArray(value)) return `[${(value as readonly PropertyValue[]).map(item => flowValue(item, json)).join(', ')}]`
  if (json && typeof value !== 'object') return JSON.stringify(value)
  if (typeof value === 'string') return yamlString(value, /^[a-z_/][\w ./:@-]*$/i)
  if (typeof value !== 'object') return String(value)
  const entries = Object.entries(value as Readonly<Record<string, PropertyValue>>)
  return `{ ${entries.map(([key, inner]) => `${json ? JSON.stringify(key) : key}: ${flowValue(inner, json)}`).join(', ')} }`
}

function jsonValue(value: PropertyValue, indent: string, unit: string, eol: string): string {
  if (value instanceof ResourceReference || value instanceof NewParameter || value instanceof DeployedAccount || typeof value !== 'object') return flowValue(value, true)
  const deeper = indent + unit
  if (Array.isArray(value)) {
    return `[${(value as readonly PropertyValue[]).map(item => `${eol}${deeper}${jsonValue(item, deeper, unit, eol)}`).join(',')}${eol}${indent}]`
  }
  const entries = Object.entries(value as Readonly<Record<string, PropertyValue>>)
  return `{${entries.map(([key, inner]) => `${eol}${deeper}${JSON.stringify(key)}: ${jsonValue(inner, deeper, unit, eol)}`).join(',')}${eol}${indent}}`
}
