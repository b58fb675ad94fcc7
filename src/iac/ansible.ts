import type { Document } from '../core/document.ts'
import type { Dialect, Resource } from '../core/module.ts'
import { type Entry, type Mapping, type Node, entry, get, stringOf, walk } from '../core/tree.ts'
import { jsonOf } from './json-template.ts'
import { valuesAt } from './path.ts'
import { replaceValue } from './replace.ts'

const MODULE = /^(?:(?:community|amazon)\.aws\.)?secretsmanager_secret$|^(?:community\.aws\.)?aws_secret$/

/** Arguments of the module by CloudFormation's names. */
const NAMES: Readonly<Record<string, string>> = {
  name: 'Name', secret: 'SecretString', json_secret: 'SecretString', recovery_window: 'RecoveryWindowInDays', rotation_lambda: 'RotationLambdaARN', resource_policy: 'Policy', kms_key_id: 'KmsKeyId', tags: 'Tags',
}

/** Tasks of Ansible that keep secrets by the module of AWS. */
const ansible: Dialect = {
  id: 'ansible',
  scope: 'file',
  reads: path => /\.ya?ml$/i.test(path),
  matches: document => /\b(?:secretsmanager_secret|aws_secret)\s*:/.test(document.text) && tasksIn(document).length > 0,
  module(documents) {
    return { dialect: 'ansible', scope: 'file', complete: false, resources: documents.flatMap(document => tasksIn(document).flatMap(task => resourcesOf(document, task))), parameters: [], outputs: [] }
  },
}

export default ansible

function tasksIn(document: Document): readonly Entry[] {
  const mappings = document.parsed.documents.flatMap(root => [...walk(root)]).filter(node => node.kind === 'mapping')
  return mappings.flatMap(({ entries }) => entries.filter(({ key, value }) => MODULE.test(key) && value.kind === 'mapping'))
}

/** A secret, and its rotation where the task says one. */
function resourcesOf(document: Document, task: Entry): readonly Resource[] {
  if (task.value.kind !== 'mapping') return []
  const { range, entries } = task.value
  const removed = stringOf(get(task.value, 'state')) === 'absent'
  const named = entries.flatMap(each => (NAMES[each.key] === undefined ? [] : [{ ...each, key: NAMES[each.key] ?? each.key, value: encoded(task.value, each) }]))
  const secret: Mapping = { kind: 'mapping', range, entries: named }
  const days = entry(task.value, 'rotation_interval')
  const rules: Mapping = { kind: 'mapping', range, entries: days ? [{ ...days, key: 'AutomaticallyAfterDays' }] : [] }
  const rotation: Mapping = { kind: 'mapping', range, entries: [...named.filter(({ key }) => key === 'RotationLambdaARN'), { range, key: 'RotationRules', keyRange: range, value: rules }] }
  return [
    resourceOf(document, task, removed ? 'SDK::SecretsManager::DeleteSecret' : 'AWS::SecretsManager::Secret', secret),
    ...(days && !removed ? [resourceOf(document, task, 'AWS::SecretsManager::RotationSchedule', rotation)] : []),
  ]
}

/** The value of an argument: one that is bytes in base64 is not read, and one that Ansible fills in is not known. */
function encoded(task: Node, { key, value }: Entry): Node {
  const binary = key === 'secret' && stringOf(get(task, 'secret_type')) === 'binary'
  const filled = value.kind === 'scalar' && typeof value.value === 'string' && /\{[{%]/.test(value.value)
  return binary || filled ? { kind: 'reference', range: value.range, target: key } : value
}

function resourceOf(document: Document, task: Entry, type: string, properties: Mapping): Resource {
  const { path, text } = document
  return {
    type, id: stringOf(get(task.value, 'name')) ?? task.key, path, range: task.range, nameRange: task.keyRange, complete: false,
    property: (...wanted) => valuesAt(properties, wanted),
    attribute: () => undefined,
    json: node => jsonOf(document, node),
    set: () => undefined,
    remove: () => undefined,
    setAttribute: () => undefined,
    replace: (node, values) => {
      const texts = values.filter(value => typeof value === 'string')
      return texts.length < values.length ? undefined : replaceValue(text, properties, node, texts, () => undefined)
    },
    add: () => undefined,
  }
}
