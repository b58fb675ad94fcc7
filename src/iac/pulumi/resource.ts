import type { Edit } from '../../core/fix.ts'
import { DeployedAccount, NewParameter, type NewResource, type PropertyValue, type Resource, ResourceReference } from '../../core/module.ts'
import type { ProgramCall } from '../../core/program.ts'
import { type Entry, type Mapping, type Node, get, items, stringOf } from '../../core/tree.ts'
import { call, mapping, named, reference, sequence } from '../cdk/nodes.ts'
import { quoted } from '../cdk/spelling.ts'
import { addEntry, addOption, addStatement, nameOf, replaceOption } from '../cdk/write.ts'
import { jsonOf } from '../json-template.ts'
import { type Find, valuesAt } from '../path.ts'
import { removeEntry } from '../remove.ts'
import { replaceValue } from '../replace.ts'
import { eolOf, indentAt, lineEnd } from '../text.ts'
import { snakeCase, terraformType } from '../vocabulary.ts'
import type { PulumiFile } from './file.ts'
import { type PulumiClass, findEntry, spellings } from './names.ts'

/** A resource as it is read, before it can be asked and changed. */
export interface Draft extends PulumiClass {
  readonly id: string
  readonly made: ProgramCall
  readonly properties: Mapping
  readonly complete: boolean
  /** `protect`, `ignoreChanges` and their kin. */
  readonly options: Node | undefined
}

/** A value in the program, with what else must be written for it. */
interface Spelled {
  readonly text: string
  readonly edits: readonly Edit[]
}

type Spell = (value: PropertyValue, terraform: string | undefined) => Spelled | undefined

/** The resources of a program that rules can ask and change. */
export function resourcesOf(file: PulumiFile, drafts: readonly Draft[]): readonly Resource[] {
  const made = new Map<Resource, Draft>()
  for (const draft of drafts) made.set(resourceOf(file, draft, made), draft)
  return [...made.keys()]
}

function resourceOf(file: PulumiFile, draft: Draft, drafts: ReadonlyMap<Resource, Draft>): Resource {
  const { type, id, made, properties, complete, terraform } = draft
  const { document } = file
  const find: Find = (node, name) => {
    const own = findEntry(node, terraform, name)
    return own ? [own.value] : []
  }
  const spell: Spell = (value, of) => spellValue(file, draft, value, of, drafts)
  const arn = (resource: Resource): string | undefined => {
    const own = drafts.get(resource)
    const name = own && nameOf(file, own.made)
    return name === undefined ? undefined : `${name}.${own?.terraform === undefined ? 'id' : 'arn'}`
  }
  return {
    type, id, complete,
    path: document.path,
    range: made.range,
    nameRange: made.calleeRange,
    property: (...path) => valuesAt(properties, path, find),
    attribute: name => attributeOf(draft, name),
    json: node => jsonOf(document, node),
    set: (path, value) => setProperty(file, draft, path, value, spell),
    remove: (path, instead) => removeProperty(file, draft, path, instead, spell),
    setAttribute: () => undefined,
    replace: (node, values) => replaceIn(file, draft, node, values, arn),
    add: added => addResource(file, draft, added, drafts, spell),
  }
}

/** Options of a resource as Terraform's `lifecycle`. */
function attributeOf({ options, made: { range } }: Draft, name: string): Node | undefined {
  if (name !== 'lifecycle' || !options) return undefined
  if (options.kind !== 'mapping') return call('options', range, [])
  const ignored = get(options, 'ignoreChanges')
  const kept = get(options, 'protect') ?? get(options, 'retainOnDelete')
  return mapping(options.range, [
    ignored && named('ignore_changes', sequence(ignored.range, items(ignored).map(item => reference(snakeCase((stringOf(item) ?? 'all').replace('*', 'all')), item.range)))),
    kept && named('prevent_destroy', kept),
  ])
}

function setProperty(file: PulumiFile, { made, properties, terraform }: Draft, path: readonly string[], value: PropertyValue, spell: Spell): readonly Edit[] | undefined {
  let within = properties
  for (const [index, key] of path.entries()) {
    const own: Entry | undefined = findEntry(within, terraform, key)
    const rest = path.slice(index + 1)
    if (!own) {
      const spelled = spell(rest.reduceRight<PropertyValue>((inner, name) => ({ [name]: inner }), value), terraform)
      const name = spellings(terraform, key)[0] ?? key
      const edits = spelled && (within === properties && within.range === made.range ? addOption(file, made, name, spelled.text) : addEntry(file, within, name, spelled.text))
      return spelled && edits && [...spelled.edits, ...edits]
    }
    const [next] = rest
    const inner = own.value.kind === 'sequence' && next !== undefined ? own.value.items[Number(next)] : own.value
    if (rest.length === 0 && own.value.kind === 'scalar') {
      const spelled = spell(value, terraform)
      return spelled && [...spelled.edits, { range: own.value.range, text: spelled.text }]
    }
    if (inner?.kind !== 'mapping' || rest.length === 0 || inner !== own.value) return undefined
    within = inner
  }
  return undefined
}

function removeProperty(file: PulumiFile, { properties, terraform }: Draft, [name = '', deeper]: readonly string[], instead: Readonly<Record<string, PropertyValue>> = {}, spell: Spell): readonly Edit[] | undefined {
  const own = findEntry(properties, terraform, name)
  if (!own || deeper !== undefined) return undefined
  const parts = Object.entries(instead).map(([key, value]) => ({ key: spellings(terraform, key)[0] ?? key, spelled: spell(value, terraform) }))
  if (parts.length === 0) return removeEntry(file.document.text, properties, own)
  const spelled = parts.flatMap(({ key, spelled: value }) => (value ? [{ key, ...value }] : []))
  return spelled.length < parts.length ? undefined : [...spelled.flatMap(({ edits }) => edits), ...replaceOption(file, own, spelled.map(({ key, text }) => [key, text]))]
}

function replaceIn(file: PulumiFile, { properties }: Draft, node: Node, values: readonly (string | ResourceReference)[], arn: (resource: Resource) => string | undefined): readonly Edit[] | undefined {
  const { text } = file.document
  if (node.kind === 'mapping' || node.kind === 'sequence' || (node.kind === 'scalar' && typeof node.value === 'string' && !/^["'`]/.test(text.slice(...node.range)))) return undefined
  if (node.kind === 'scalar' && typeof node.value !== 'string') return values.length === 1 && typeof values[0] === 'string' ? [{ range: node.range, text: values[0] }] : undefined
  const edits = replaceValue(text, properties, node, values, arn)
  if (!edits || !values.some(value => value instanceof ResourceReference)) return edits
  const naming = stringifyOutputs(file, node)
  return naming && [...naming, ...edits]
}

/** `JSON.stringify` knows nothing of outputs: `pulumi.jsonStringify` does. Undefined where neither helps. */
function stringifyOutputs({ program, document: { text } }: PulumiFile, { range: [start, end] }: Node): readonly Edit[] | undefined {
  const around = program.calls.filter(({ range }) => range[0] <= start && end <= range[1])
  if (around.some(({ callee }) => /getPolicyDocument$/.test(callee))) return undefined
  const own = around.findLast(({ callee }) => callee === 'JSON.stringify')
  if (!own) return []
  const library = program.imports.find(({ module, imported }) => module === '@pulumi/pulumi' && imported === '*')
  return library && text.slice(...own.calleeRange) === 'JSON.stringify' ? [{ range: own.calleeRange, text: `${library.local}.jsonStringify` }] : undefined
}

function spellValue(file: PulumiFile, draft: Draft, value: PropertyValue, terraform: string | undefined, drafts: ReadonlyMap<Resource, Draft>): Spelled | undefined {
  if (value instanceof ResourceReference) {
    const target = drafts.get(value.resource)
    const name = target && nameOf(file, target.made)
    return name === undefined ? undefined : { text: `${name}.${target?.type === 'AWS::KMS::Key' ? 'arn' : 'id'}`, edits: [] }
  }
  if (value instanceof NewParameter) return configText(file, draft, value)
  if (value instanceof DeployedAccount) return accountText(file, terraform)
  if (typeof value === 'string') return { text: quoted(file, value), edits: [] }
  if (typeof value !== 'object') return { text: String(value), edits: [] }
  if (Array.isArray(value)) {
    const parts = (value as readonly PropertyValue[]).map(own => spellValue(file, draft, own, terraform, drafts))
    return parts.every(part => part !== undefined) ? { text: `[${parts.map(({ text }) => text).join(', ')}]`, edits: parts.flatMap(({ edits }) => edits) } : undefined
  }
  const parts: { readonly text: string; readonly edits: readonly Edit[] }[] = []
  for (const [key, own] of Object.entries(value)) {
    const spelled = spellValue(file, draft, own, terraform, drafts)
    if (!spelled) return undefined
    parts.push({ text: `${spellings(terraform, key)[0] ?? key}: ${spelled.text}`, edits: spelled.edits })
  }
  return { text: `{ ${parts.map(({ text }) => text).join(', ')} }`, edits: parts.flatMap(({ edits }) => edits) }
}

/** A value of the stack's configuration, by the object that is there or a new one. */
function configText(file: PulumiFile, { made }: Draft, { name }: NewParameter): Spelled | undefined {
  const { program, document: { text } } = file
  const key = quoted(file, name.replace(/^[A-Z]/, letter => letter.toLowerCase()))
  const config = program.bindings.find(({ value, range }) => value.kind === 'call' && /(?:^|\.)Config$/.test(value.callee) && value.arguments.length === 0 && range[1] < made.range[0])
  if (config) return { text: `${config.name}.require(${key})`, edits: [] }
  const library = program.imports.find(({ module, imported }) => module === '@pulumi/pulumi' && imported === '*')
  if (library) return { text: `new ${library.local}.Config().require(${key})`, edits: [] }
  const last = program.imports.findLast(({ module }) => module.startsWith('@pulumi/'))
  if (!last || !/^import\b/.test(text.slice(...last.range))) return undefined
  const at = lineEnd(text, last.range)
  const statement = text.slice(last.range[0], at)
  const quote = statement.includes('"') ? '"' : "'"
  return { text: `new pulumi.Config().require(${key})`, edits: [{ range: [at, at], text: `${eolOf(text)}import * as pulumi from ${quote}@pulumi/pulumi${quote}${statement.trimEnd().endsWith(';') ? ';' : ''}` }] }
}

function accountText({ program }: PulumiFile, terraform: string | undefined): Spelled | undefined {
  const library = program.imports.find(({ module, imported }) => module === (terraform === undefined ? '@pulumi/aws-native' : '@pulumi/aws') && imported === '*')
  return library && { text: terraform === undefined ? `${library.local}.getAccountIdOutput().accountId` : `${library.local}.getCallerIdentityOutput().accountId`, edits: [] }
}

/** A resource behind another one, of the same package. */
function addResource(file: PulumiFile, draft: Draft, added: NewResource, drafts: ReadonlyMap<Resource, Draft>, spell: Spell): readonly Edit[] | undefined {
  const of = (added.of && drafts.get(added.of)) ?? draft
  const own = /^(.*\.)Secret$/.exec(of.made.callee)?.[1]
  if (added.type !== 'AWS::SecretsManager::RotationSchedule' || own === undefined || 'HostedRotationLambda' in added.properties) return undefined
  const parts: Spelled[] = []
  const terraform = of.terraform === undefined ? undefined : terraformType(added.type)
  for (const [key, value] of Object.entries(added.properties)) {
    if (key === 'SecretId') continue
    const spelled = spell(value, terraform)
    if (!spelled) return undefined
    parts.push({ text: `${spellings(terraform, key)[0] ?? key}: ${spelled.text}`, edits: spelled.edits })
  }
  const edits = addStatement(file, of, name => {
    const eol = eolOf(file.document.text) + indentAt(file.document.text, of.made.statement[0])
    const lines = [`secretId: ${name}.id`, ...parts.map(({ text }) => text)].map(line => `  ${line},`).join(eol)
    return `new ${own}${terraform === undefined ? 'RotationSchedule' : 'SecretRotation'}(${quoted(file, `${of.id}-rotation`)}, {${eol}${lines}${eol}})`
  })
  return edits && [...parts.flatMap(part => part.edits), ...edits]
}
