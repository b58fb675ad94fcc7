import type { Document } from '../core/document.ts'
import type { Dialect, Resource } from '../core/module.ts'
import type { Mapping } from '../core/tree.ts'
import { entriesOf, valuesAt } from './path.ts'
import { AMPLIFY, type Written, policiesIn } from './policies.ts'
import { replaceValue } from './replace.ts'
import { type Hand, addToTemplate, restrict } from './restrict.ts'
import { addToObject } from './write-object.ts'

/** What files of settings, of programs and scripts are called that may hold policies. */
const READS = /\.(?:json[c5]?|ya?ml|toml|tpl|tftpl|tmpl|template|j2|jinja2?|erb|hbs|sh|bash|zsh|ps1|bat|cmd|mk|[cm]?[jt]s|tsx|py|rb|go|java|kt|cs|php|rs)$|(?:^|\/)[^./]+$/i

/** IAM policies wherever they stand: in files of their own, also as the AWS command line prints them, in settings of other tools, in programs and in scripts. */
const iamPolicy: Dialect = {
  id: 'iam-policy',
  scope: 'file',
  beside: true,
  policies: true,
  words: ['"statement"', 'secretsmanager:'],
  reads: path => READS.test(path),
  matches: document => (/\bEffect\b/.test(document.text) || AMPLIFY.test(document.path)) && /\b(?:Not)?Action\b/.test(document.text) && policiesIn(document).length > 0,
  module(documents, complete) {
    const resources = documents.flatMap(document => policiesIn(document).map(policy => resourceOf(document, policy)))
    return { dialect: 'iam-policy', scope: 'file', complete, resources, parameters: [], outputs: [] }
  },
}

export default iamPolicy

function resourceOf(document: Document, { policy, name }: Written): Resource {
  const { path, text, format } = document
  const { range } = policy
  const properties: Mapping = { kind: 'mapping', range, entries: [{ range, key: 'PolicyDocument', keyRange: range, value: policy }] }
  const [own] = entriesOf(policy, 'Statement')
  return {
    type: 'AWS::IAM::PolicyDocument',
    id: name ?? path.replace(/^.*\//, ''),
    path,
    complete: true,
    range,
    nameRange: own?.keyRange ?? range,
    property: (...wanted) => valuesAt(properties, wanted),
    attribute: () => undefined,
    json: node => node,
    set: () => undefined,
    remove: () => undefined,
    setAttribute: () => undefined,
    replace: (node, values) => replaceValue(text, policy, node, values, () => undefined),
    restrict: (statement, condition, actions) => {
      const isJson = text[statement.entries[0]?.range[0] ?? 0] === '"' || format.id === 'yaml'
      const add: Hand['add'] = (own, wanted) => (format.readProgram && text[policy.range[0]] === '{' ? addToObject({ document, isPython: /\.py$/.test(path) }, own, wanted) : isJson ? addToTemplate(text, own, wanted) : undefined)
      return restrict({ text, root: policy, add }, statement, condition, actions)
    },
    add: () => undefined,
  }
}
