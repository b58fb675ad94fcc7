import type { Document } from '../core/document.ts'
import type { Dialect, Resource } from '../core/module.ts'
import { type Mapping, type Node, entry, get, items } from '../core/tree.ts'
import { valuesAt } from './path.ts'
import { replaceValue } from './replace.ts'

/** An IAM policy in a file of its own, also as the AWS command line prints it. */
const iamPolicy: Dialect = {
  id: 'iam-policy',
  scope: 'file',
  words: ['"statement"'],
  reads: path => /\.(?:json|ya?ml)$/i.test(path),
  matches: document => document.text.includes('Statement') && document.text.includes('Effect') && policyOf(document) !== undefined,
  module(documents, complete) {
    const resources = documents.flatMap(document => {
      const policy = policyOf(document)
      return policy ? [resourceOf(document, policy)] : []
    })
    return { dialect: 'iam-policy', scope: 'file', complete, resources, parameters: [], outputs: [] }
  },
}

export default iamPolicy

function policyOf({ parsed }: Document): Mapping | undefined {
  const [root] = parsed.documents
  if (!root) return undefined
  return [root, get(root, 'PolicyDocument'), get(root, 'PolicyVersion', 'Document')].find(isPolicy)
}

function isPolicy(node: Node | undefined): node is Mapping {
  const statements = items(get(node, 'Statement'))
  return node?.kind === 'mapping' && statements.length > 0 && statements.every(statement => entry(statement, 'Effect') !== undefined)
}

function resourceOf({ path, text }: Document, policy: Mapping): Resource {
  const { range } = policy
  const properties: Mapping = { kind: 'mapping', range, entries: [{ range, key: 'PolicyDocument', keyRange: range, value: policy }] }
  const own = entry(policy, 'Statement')
  return {
    type: 'AWS::IAM::PolicyDocument',
    id: path.replace(/^.*\//, ''),
    path,
    complete: true,
    range,
    nameRange: own?.keyRange ?? range,
    property: (...wanted) => valuesAt(properties, wanted),
    attribute: () => undefined,
    json: node => node,
    set: () => undefined,
    setAttribute: () => undefined,
    replace: (node, values) => replaceValue(text, policy, node, values, () => undefined),
    add: () => undefined,
  }
}
