import type { Document } from '../core/document.ts'
import type { Edit } from '../core/fix.ts'
import type { Dialect, Module, NewParameter, NewResource, Output, Parameter, PropertyValue, Resource } from '../core/module.ts'
import { parametersOf } from '../core/module.ts'
import { type Entry, type Mapping, type Node, entry, get, items, stringOf } from '../core/tree.ts'
import { foldIntrinsics } from './intrinsics.ts'
import { jsonOf } from './json-template.ts'
import { branches, valuesAt } from './path.ts'
import { removeEntry, removeKey } from './remove.ts'
import { holding, replaceValue } from './replace.ts'
import { addToTemplate, restrict } from './restrict.ts'
import { staticResource } from './static-resource.ts'
import { addEntries, addFirst, flowValue, replaceEntry, scalarText } from './write-template.ts'

/** What changes resources behind the file's back: then nothing can be said to be absent. AWS's own macros add what is known. */
const KNOWN_TRANSFORMS = /^AWS::(?:Serverless-2016-10-31|LanguageExtensions|SecretsManager-\d{4}-\d{2}-\d{2})$/

/** Variables of a framework that puts a template together from several files. */
const FRAGMENT = /\$\{(?:self|file|opt|sls|custom|param)[:(]/

/** CloudFormation and SAM templates, in YAML and JSON. */
const cloudformation: Dialect = {
  id: 'cloudformation',
  scope: 'file',
  policies: true,
  words: ['aws::', 'custom::', 'alexa::', 'resolve:secretsmanager:', 'resolve:ssm', '"parameterkey"'],
  reads: path => /\.(?:ya?ml|json|template|jsonc|cfn)$/i.test(path),
  matches(document) {
    return document.text.includes('Resources') && /(?:AWS|Custom|Alexa)::/.test(document.text) && templatesOf(document).length > 0
  },
  module(documents, complete) {
    return moduleOf(documents, complete)
  },
}

export default cloudformation

function moduleOf(documents: readonly Document[], complete: boolean): Module {
  const templates = documents.flatMap(document => templatesOf(document).map(root => ({ document, root, complete: isWhole(document, root) })))
  return moduleOfTemplates('cloudformation', templates, complete)
}

/** What templates hold, also those that stand within a file of something else. */
export function moduleOfTemplates(dialect: string, templates: readonly Template[], complete: boolean): Module {
  return {
    dialect,
    scope: 'file',
    complete: complete && templates.every(template => template.complete),
    resources: templates.flatMap(template => [...globalsOf(template), ...mappingEntries(get(template.root, 'Resources')).flatMap(own => resourceOf(template, own) ?? [])]),
    parameters: templates.flatMap(template => mappingEntries(get(template.root, 'Parameters')).map(own => parameterOf(template, own))),
    outputs: templates.flatMap(({ document, root }) => mappingEntries(get(root, 'Outputs')).map(own => outputOf(document, own))),
  }
}

/** A mapping with `Resources` and its kin. */
export interface Template {
  readonly document: Document
  readonly root: Mapping
  /** Whether nothing but the file says what is in the stack. */
  readonly complete: boolean
}

/** The documents of a file that have resources with types of CloudFormation. */
function templatesOf({ parsed }: Document): readonly Mapping[] {
  return parsed.documents.filter(isTemplate)
}

/** Whether a mapping has resources with types of CloudFormation. */
export function isTemplate(root: Node): root is Mapping {
  const resources = get(root, 'Resources')
  return root.kind === 'mapping' && resources?.kind === 'mapping' && resources.entries.some(({ value }) => stringOf(get(value, 'Type'))?.includes('::'))
}

function isWhole(document: Document, root: Mapping): boolean {
  const transforms = items(get(root, 'Transform')).map(stringOf)
  return (
    document.parsed.errors.length === 0 &&
    transforms.every(name => name !== undefined && KNOWN_TRANSFORMS.test(name)) &&
    !mappingEntries(get(root, 'Resources')).some(({ key }) => key.startsWith('Fn::')) &&
    !FRAGMENT.test(document.text)
  )
}

function mappingEntries(node: Node | undefined): readonly Entry[] {
  return node?.kind === 'mapping' ? node.entries : []
}

/** What SAM gives to all functions, as one function more: what is wrong there is told once. */
function globalsOf({ document, root }: Template): readonly Resource[] {
  const own = entry(get(root, 'Globals'), 'Function')
  const given = ['Environment', 'CodeUri', 'Handler', 'Layers'].flatMap(name => entry(own?.value, name) ?? [])
  if (!own || given.length === 0) return []
  const properties: Mapping = { kind: 'mapping', range: own.range, entries: given.map(each => ({ ...each, value: foldIntrinsics(each.value) })) }
  return [staticResource({ document, type: 'AWS::Serverless::Function', id: 'Globals', range: own.range, nameRange: own.keyRange, properties, complete: false })]
}

function resourceOf(template: Template, own: Entry): Resource | undefined {
  const { document } = template
  const type = stringOf(get(own.value, 'Type'))
  if (type === undefined) return undefined
  const written = get(own.value, 'Properties')
  // Templates that the CDK made, in `cdk.out`.
  const construct = stringOf(get(own.value, 'Metadata', 'aws:cdk:path'))
  let folded: Node | undefined
  const embedded: Node[] = []
  const properties = (): Node => (folded ??= foldIntrinsics(written ?? { kind: 'mapping', range: own.range, entries: [] }, get(template.root, 'Mappings')))
  return {
    type,
    id: own.key,
    ...(construct === undefined ? {} : { title: construct.replace(/\/Resource$/, '') }),
    path: document.path,
    range: own.range,
    nameRange: own.keyRange,
    complete: template.complete,
    property: (...path) => valuesAt(properties(), path),
    attribute: name => {
      const node = get(own.value, name)
      return node && foldIntrinsics(node)
    },
    json: node => {
      const root = jsonOf(document, node)
      if (root && root !== node) embedded.push(root)
      return root
    },
    set: (path, value) => (written ? setProperty(template, written, path, value) : setProperty(template, own.value, ['Properties', ...path], value)),
    remove: (path, instead) => (written ? removeProperty(template, written, path, instead) : undefined),
    setAttribute: (path, value) => setProperty(template, own.value, path, value),
    restrict: (statement, condition, actions) => {
      const { text } = document
      const root = holding(embedded, statement)
      // In a text, CloudFormation or what made it has a meaning of its own for it.
      if (root && condition.value.includes('${')) return undefined
      return restrict({ text, root: root ?? written ?? own.value, add: (node, wanted) => addToTemplate(text, node, wanted) }, statement, condition, actions)
    },
    replace: (node, values) => {
      const root = holding(embedded, node)
      const refer = ({ id }: Resource): string | undefined => (root ? undefined : document.format.id === 'json' ? `{ "Ref": ${JSON.stringify(id)} }` : `!Ref ${id}`)
      const within = root ?? written
      return within && replaceValue(document.text, within, node, values, refer)
    },
    add: added => addResource(template, own, added),
  }
}

function setProperty({ document: { text }, root }: Template, within: Node, path: readonly string[], value: PropertyValue): readonly Edit[] | undefined {
  let at: Node | undefined = within
  for (const [index, key] of path.entries()) {
    const own: Entry | undefined = entry(at, key)
    if (at?.kind === 'mapping' && at.entries.some(({ key: name }) => name === 'Ref' || name.startsWith('Fn::'))) return undefined
    if (at?.kind === 'mapping' && !own) {
      const rest = path.slice(index + 1).reduceRight<PropertyValue>((inner, name) => ({ [name]: inner }), value)
      const edit = addEntries(text, at, { [key]: rest })
      return edit && [...declare(text, root, parametersOf(value)), edit]
    }
    at = at?.kind === 'sequence' ? at.items[Number(key)] : own?.value
  }
  if (at?.kind !== 'scalar') return undefined
  const content = scalarText(value)
  const edit = content === undefined ? { range: at.range, text: flowValue(value, text[root.range[0]] === '{') } : { range: at.content, text: content }
  return [...declare(text, root, parametersOf(value)), edit]
}

function removeProperty({ document: { text }, root }: Template, within: Node, path: readonly string[], instead: Readonly<Record<string, PropertyValue>> | undefined): readonly Edit[] | undefined {
  const key = path.at(-1) ?? ''
  const holder = path.slice(0, -1).reduce<Node | undefined>((at, name) => (at?.kind === 'sequence' ? at.items[Number(name)] : get(at, name)), within)
  const own = entry(holder, key)
  if (holder?.kind !== 'mapping' || !own) return undefined
  if (!instead) return removeEntry(text, holder, own)
  const edit = replaceEntry(text, holder, own, instead)
  return edit && [...declare(text, root, parametersOf(instead)), edit]
}

function addResource({ document: { text }, root }: Template, after: Entry, added: NewResource): readonly Edit[] | undefined {
  const resources = get(root, 'Resources')
  if (resources?.kind !== 'mapping') return undefined
  const id = freeName((added.of?.id ?? after.key) + added.type.replace(/^.*::/, ''), resources)
  const condition = stringOf(get(entry(resources, added.of?.id ?? after.key)?.value, 'Condition'))
  const body = { Type: added.type, ...(condition === undefined ? {} : { Condition: condition }), Properties: added.properties }
  const resource = addEntries(text, resources, { [id]: body }, after)
  if (!resource) return undefined
  const transform = added.transform ? addTransform(text, root, added.transform) : []
  return [...transform, ...declare(text, root, parametersOf(added.properties)), resource]
}

function freeName(wished: string, resources: Mapping): string {
  const taken = new Set(resources.entries.map(({ key }) => key))
  let name = wished
  for (let number = 2; taken.has(name); number++) name = `${wished}${number}`
  return name
}

/** One edit for each parameter, so that several fixes of a template share what they have in common. */
function declare(text: string, root: Mapping, wanted: readonly NewParameter[]): readonly Edit[] {
  const parameters = get(root, 'Parameters')
  const missing = wanted
    .filter(({ name }) => !entry(parameters, name))
    .map(({ name, description }) => ({ [name]: { Type: 'String', Description: description } }))
  if (missing.length === 0) return []
  if (parameters?.kind === 'mapping') return missing.flatMap(body => addEntries(text, parameters, body) ?? [])
  const whole = addSection(text, root, 'Parameters', Object.assign({}, ...missing) as Record<string, PropertyValue>)
  return text[root.range[0]] === '{' ? whole : whole.flatMap(splitLevel)
}

/** An insertion of a mapping in block style, as its key and its entries. */
function splitLevel({ range, text }: Edit): readonly Edit[] {
  const [, indent = ''] = /:\r?\n([ \t]+)/.exec(text) ?? []
  const pieces = text.split(new RegExp(`(?=\\r?\\n${indent}\\S)`))
  return pieces.map(piece => ({ range, text: piece }))
}

function addTransform(text: string, root: Mapping, transform: string): readonly Edit[] {
  const present = entry(root, 'Transform')
  if (!present) return addSection(text, root, 'Transform', transform)
  const family = transform.replace(/-\d{4}.*/, '')
  const macros = items(present.value)
  if (macros.some(macro => stringOf(macro)?.startsWith(family))) return []
  const last = macros.at(-1)
  if (last?.kind !== 'scalar') return []
  return replaceValue(text, present.value, last, [String(last.value), transform], () => undefined) ?? []
}

/** A section of the template before its resources. */
function addSection(text: string, root: Mapping, key: string, value: PropertyValue): readonly Edit[] {
  const resources = entry(root, 'Resources')
  if (!resources) return []
  const before = root.entries[root.entries.indexOf(resources) - 1]
  const edit = before ? addEntries(text, { ...root, entries: [before, resources] }, { [key]: value }, before) : addFirst(text, root, { [key]: value })
  return edit ? [edit] : []
}

function parameterOf(template: Template, own: Entry): Parameter {
  const value = get(own.value, 'Default')
  return {
    name: own.key,
    path: template.document.path,
    range: own.keyRange,
    ...(value ? { default: value } : {}),
    attribute: name => get(own.value, name),
    set: (name, flag) => setProperty(template, own.value, [name], flag),
    remove: name => removeKey(template.document.text, own.value, name),
  }
}

function outputOf({ path }: Document, own: Entry): Output {
  const [value] = branches(foldIntrinsics(get(own.value, 'Value') ?? own.value))
  return { name: own.key, path, range: own.keyRange, ...(value ? { value } : {}) }
}
