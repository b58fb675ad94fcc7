import type { Edit } from '../../core/fix.ts'
import { type NewResource, type PropertyValue, type Resource, ResourceReference, refersTo } from '../../core/module.ts'
import { type Node, type Scalar, walk } from '../../core/tree.ts'
import { isProgramCall } from '../../core/program.ts'
import { jsonOf } from '../json-template.ts'
import { valuesAt } from '../path.ts'
import { removeEntry } from '../remove.ts'
import { replaceValue } from '../replace.ts'
import type { Draft } from './draft.ts'
import { durationText } from './duration.ts'
import { type CdkFile, secretIdOf } from './file.ts'
import { findLoosely } from './nodes.ts'
import { methodOf } from './origin.ts'
import { restrictIn } from './restrict.ts'
import { type Spelled, inLanguage, optionName, quoted, spellClass } from './spelling.ts'
import { addEntry, addOption, addStatement, locate, replaceOption, spellValue } from './write.ts'

/** The resources of a program that rules can ask and change. */
export function resourcesOf(file: CdkFile, drafts: readonly Draft[]): readonly Resource[] {
  const made = new Map<Resource, Draft>()
  for (const draft of drafts) made.set(resourceOf(file, draft, made), draft)
  return [...made.keys()]
}

function resourceOf(file: CdkFile, draft: Draft, made: ReadonlyMap<Resource, Draft>): Resource {
  const { type, id, properties, complete, attributes } = draft
  const { document } = file
  const own = draft.made
  const spell = (property: string, value: PropertyValue): Spelled | undefined => spellValue(file, draft, property, value, resource => made.get(resource))
  return {
    type, id, complete,
    path: document.path,
    range: own.range,
    nameRange: own.calleeRange,
    property: (...path) => valuesAt(properties, path, findLoosely),
    attribute: name => attributes?.[name],
    json: node => jsonOf(document, node),
    set: (path, value) => setProperty(file, draft, path, value, spell),
    remove: (path, instead) => removeProperty(file, draft, path, instead, spell),
    setAttribute: ([name], value) => (name === 'DeletionPolicy' && value === 'Retain' ? setRemoval(file, draft) : undefined),
    replace: (node, values) => replaceIn(file, draft, node, values.map(value => (value instanceof ResourceReference ? (spell('Resource', value)?.text === undefined ? undefined : value) : value)), resource => spell('Resource', new ResourceReference(resource))?.text),
    restrict: (statement, condition, actions) => restrictIn(file, draft, statement, condition, actions),
    add: added => addTo(file, draft, added, [...made.values()], spell),
  }
}

type Spell = (property: string, value: PropertyValue) => Spelled | undefined

function setProperty(file: CdkFile, draft: Draft, path: readonly string[], value: PropertyValue, spell: Spell): readonly Edit[] | undefined {
  const { made, type, names, properties } = draft
  const [property = ''] = path
  if (type === 'CDK::SecretValue::UnsafePlainText') return property === 'SecretId' && typeof value === 'string' ? readSecret(file, draft, value) : undefined
  if (type === 'AWS::Lambda::Permission' && !names) return setSource(file, draft, spell(property, value))
  if (type === 'AWS::SecretsManager::RotationSchedule' && property === 'RotationRules' && !isLevelOne(draft)) return typeof value === 'number' ? setDuration(file, draft, value) : undefined
  if (property === 'Tags' && !isLevelOne(draft)) return setTags(file, draft, value, spell)
  if (!names) return undefined
  const { entry, within, rest } = locate(properties, path)
  const last = path.at(-1) ?? ''
  const spelled = spell(path[0] === 'Tags' ? 'Tags' : last, entry ? value : rest.slice(1).reduceRight<PropertyValue>((inner, key) => ({ [key]: inner }), value))
  if (!spelled) return undefined
  if (entry) return entry.value.kind === 'scalar' ? [...spelled.edits, { range: entry.value.range, text: spelled.text }] : undefined
  const [missing = ''] = rest
  const name = (within === properties ? names[missing] : missing === 'KmsKeyId' && !isLevelOne(draft) ? 'encryptionKey' : undefined) ?? optionName(file, missing)
  const edits = within === properties ? addOption(file, made, inLanguage(file, name), spelled.text) : addEntry(file, within, inLanguage(file, name), spelled.text)
  return edits && [...spelled.edits, ...edits]
}

/** Of a construct of the first level; what one of the second makes of its options is not as written. */
function removeProperty(file: CdkFile, draft: Draft, path: readonly string[], instead: Readonly<Record<string, PropertyValue>> = {}, spell: Spell): readonly Edit[] | undefined {
  const { entry, within } = locate(draft.properties, path)
  if (!entry || !isLevelOne(draft)) return undefined
  const parts = Object.entries(instead).map(([key, value]) => ({ key: optionName(file, key), spelled: spell(key, value) }))
  if (parts.length === 0) return removeEntry(file.document.text, within, entry)
  const spelled = parts.flatMap(({ key, spelled: own }) => (own ? [{ key, ...own }] : []))
  return spelled.length < parts.length ? undefined : [...spelled.flatMap(({ edits }) => edits), ...replaceOption(file, entry, spelled.map(({ key, text }) => [key, text]))]
}

function isLevelOne({ made }: Draft): boolean {
  return /(?:^|\.)Cfn\w+$/.test(made.callee)
}

/** `SecretValue.secretsManager('name')` in the place of a text. */
function readSecret(file: CdkFile, { made }: Draft, name: string): readonly Edit[] | undefined {
  if (!/SecretValue\.\w+$/.test(made.callee)) return undefined
  const method = made.callee.slice(made.callee.lastIndexOf('.') + 1)
  return [{ range: [made.calleeRange[1] - method.length, made.range[1]], text: `${inLanguage(file, 'secretsManager')}(${quoted(file, name)})` }]
}

/** The account that Secrets Manager must act for: an option of `addPermission`, a condition of the principal of `grantInvoke`. */
function setSource(file: CdkFile, { made }: Draft, account: Spelled | undefined): readonly Edit[] | undefined {
  if (!account) return undefined
  if (methodOf(made.callee) === 'addPermission') {
    const edits = addOption(file, made, inLanguage(file, 'sourceAccount'), account.text)
    return edits && [...account.edits, ...edits]
  }
  const principal = made.positional[0] ?? made.keywords[0]?.value
  if (!isProgramCall(principal) || principal.positional.length !== 1 || principal.keywords.length > 0) return undefined
  const key = (text: string): string => (file.isPython ? quoted(file, text) : text)
  const edits = addOption(file, principal, 'conditions', `{ ${key('StringEquals')}: { ${quoted(file, 'aws:SourceAccount')}: ${account.text} } }`)
  return edits && [...account.edits, ...edits]
}

function setDuration(file: CdkFile, { made, properties }: Draft, days: number): readonly Edit[] | undefined {
  const duration = spellClass(file, 'core', 'Duration')
  if (!duration) return undefined
  const text = `${duration.text}.days(${days})`
  const rules = properties.entries.find(({ key }) => key === 'RotationRules')?.value
  const written = rules && rules.range[0] !== made.range[0] ? rules : undefined
  const edits = written ? [{ range: written.range, text }] : addOption(file, made, inLanguage(file, 'automaticallyAfter'), text)
  return edits && [...duration.edits, ...edits]
}

function setRemoval(file: CdkFile, draft: Draft): readonly Edit[] | undefined {
  const policy = spellClass(file, 'core', 'RemovalPolicy')
  if (!policy || !draft.names) return undefined
  const text = `${policy.text}.RETAIN`
  const written = draft.attributes?.['DeletionPolicy']
  const edits = written
    ? [{ range: written.range, text }]
    : isLevelOne(draft) ? addStatement(file, draft, name => `${name}.${inLanguage(file, 'applyRemovalPolicy')}(${text})`) : addOption(file, draft.made, inLanguage(file, 'removalPolicy'), text)
  return edits && [...policy.edits, ...edits]
}

function setTags(file: CdkFile, draft: Draft, value: PropertyValue, spell: Spell): readonly Edit[] | undefined {
  const tags = spellClass(file, 'core', 'Tags')
  const [first, second] = Array.isArray(value) ? (value as readonly { readonly Key: string; readonly Value: PropertyValue }[]) : []
  const spelled = first && spell('Tags', first.Value)
  if (!tags || !first || second || !spelled) return undefined
  const edits = addStatement(file, draft, name => `${tags.text}.of(${name}).add(${quoted(file, first.Key)}, ${spelled.text})`)
  return edits && [...tags.edits, ...spelled.edits, ...edits]
}

function replaceIn(file: CdkFile, { properties }: Draft, node: Node, values: readonly (string | ResourceReference | undefined)[], refer: (resource: Resource) => string | undefined): readonly Edit[] | undefined {
  const { text } = file.document
  const written = text.slice(...node.range)
  const wanted = values.filter(value => value !== undefined)
  const [first] = wanted
  if (wanted.length < values.length || node.kind === 'mapping' || node.kind === 'sequence') return undefined
  if (typeof first === 'string' && node.kind === 'scalar') {
    if (typeof node.value === 'boolean') return [{ range: node.range, text: file.isPython ? first.replace(/^[tf]/, letter => letter.toUpperCase()) : first }]
    if (/\bDuration\b/.test(written)) {
      const duration = durationText(written, /^\d+$/.test(first) ? `rate(${first} days)` : first)
      return duration === undefined ? undefined : [{ range: node.range, text: duration }]
    }
  }
  const all = /\.(addAllResources|add_all_resources)\(\)$/.exec(written)?.[1]
  if (all !== undefined) {
    const resources = wanted.map(value => (value instanceof ResourceReference ? refer(value.resource) : quoted(file, value)))
    return resources.every(own => own !== undefined) ? [{ range: [node.range[1] - all.length - 2, node.range[1]], text: `${inLanguage(file, 'addResources')}(${resources.join(', ')})` }] : undefined
  }
  // What the construct means without saying it cannot be replaced.
  if (node.kind === 'scalar' && typeof node.value === 'string' && node.segments && !/^\w*["'`]/.test(written)) return undefined
  const list = [...walk(properties)].find(own => own.kind === 'sequence' && own.items.includes(node))
  const isArgument = list && text[list.range[0]] !== '['
  if (!isArgument) return replaceValue(text, properties, node, wanted, refer)
  const spelled = wanted.map(value => (value instanceof ResourceReference ? refer(value.resource) : node.kind === 'scalar' ? respelled(text, node, value) : undefined))
  return spelled.every(own => own !== undefined) && spelled.length > 0 ? [{ range: node.range, text: spelled.join(', ') }] : undefined
}

function respelled(text: string, scalar: Scalar, value: string): string {
  return text.slice(scalar.range[0], scalar.content[0]) + value + text.slice(scalar.content[1], scalar.range[1])
}

/** A rotation schedule of a secret: by the method of the database that has it, by that of the secret, or beside it. */
function addTo(file: CdkFile, draft: Draft, added: NewResource, drafts: readonly Draft[], spell: Spell): readonly Edit[] | undefined {
  if (added.type !== 'AWS::SecretsManager::RotationSchedule') return undefined
  const secret = drafts.find(({ id, type }) => type === 'AWS::SecretsManager::Secret' && id === (added.of?.id ?? draft.id))
  if (!secret) return undefined
  const database = drafts.find(own => /DB(?:Instance|Cluster)$/.test(own.type) && isOf(own, secret, added.of))
  if (database) return addStatement(file, database, name => `${name}.${inLanguage(file, 'addRotationSingleUser')}()`)
  const program = added.properties['RotationLambdaARN']
  const duration = spellClass(file, 'core', 'Duration')
  if (program === undefined || !duration || isLevelOne(secret)) return undefined
  const lambda = spell('RotationLambdaARN', program)
  if (!lambda) return undefined
  const options: readonly (readonly [string, string])[] = [['rotationLambda', lambda.text], ['automaticallyAfter', `${duration.text}.days(30)`]]
  const edits = addStatement(file, secret, name => (file.isPython
    ? `${name}.add_rotation_schedule(${quoted(file, 'RotationSchedule')}, ${options.map(([key, text]) => `${inLanguage(file, key)}=${text}`).join(', ')})`
    : `${name}.addRotationSchedule(${quoted(file, 'RotationSchedule')}, { ${options.map(([key, text]) => `${key}: ${text}`).join(', ')} })`))
  return edits && [...lambda.edits, ...duration.edits, ...edits]
}

function isOf(database: Draft, secret: Draft, resource: Resource | undefined): boolean {
  if (secret.id === secretIdOf(database.id)) return true
  return resource !== undefined && database.properties.entries.some(({ key, value }) => key === 'MasterUserPassword' && refersTo(value, resource))
}

