import type { Document } from '../../src/core/document.ts'
import type { Fix } from '../../src/core/fix.ts'
import type { Module, Parameter } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import { Secret } from '../../src/core/secret.ts'
import type { Range } from '../../src/core/text.ts'
import { type Node, type Scalar, get, items, sourceRange, stringOf, walk } from '../../src/core/tree.ts'
import { readName } from '../../src/detection/names.ts'
import { placeholderOf } from '../../src/detection/placeholder.ts'
import { promisesSecret } from '../../src/detection/promise.ts'

export default defineRule({
  id: 'no-secret-parameter-default',
  summary: 'Disallow defaults of parameters that hold secrets',
  severity: 'error',
  presets: { recommended: {}, strict: {} },
  messages: {
    literal: 'The default of `{{name}}` is a secret that every deployment shares.',
    given: 'The value of `{{name}}` is a secret, given in a file.',
  },
  keywords: ['parameters', 'variable', 'parameter_overrides', 'parameterkey', '.tfvars'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *check(document: Document) {
    for (const { name, value, range } of givenIn(document)) {
      if (promisesSecret(name) && isReal(value, name)) yield { messageId: 'given', range, secret: new Secret(value), data: { name } } as const
    }
  },
  *checkModule(module: Module) {
    for (const parameter of module.parameters) {
      const value = stringOf(parameter.default)
      if (value === undefined || !parameter.default || !promisesSecret(parameter.name) || !isReal(value, parameter.name)) continue
      const { name, path, default: { range } } = parameter
      yield { messageId: 'literal', path, range, secret: new Secret(value), data: { name }, fixes: () => fixesFor(parameter) } as const
    }
  },
})

interface Given {
  readonly name: string
  readonly value: string
  readonly range: Range
}

/** The values that a file gives to parameters: variables of Terraform, `parameter_overrides` of SAM, files of parameters for CloudFormation. */
function givenIn(document: Document): readonly Given[] {
  const name = document.path.replace(/^.*\//, '')
  if (/\.tfvars(?:\.json)?$/.test(name)) return document.parsed.documents.flatMap(topLevel)
  if (document.format.id === 'json' && document.text.includes('"ParameterKey"')) return document.parsed.documents.flatMap(root => [...walk(root)]).flatMap(keyAndValue)
  return /^samconfig\.(?:toml|ya?ml)$/.test(name) ? document.parsed.documents.flatMap(root => [...walk(root)]).flatMap(overrides) : []
}

function topLevel(root: Node): readonly Given[] {
  if (root.kind !== 'mapping') return []
  return root.entries.flatMap(({ key, value }) => (value.kind === 'scalar' && typeof value.value === 'string' ? [{ name: key, value: value.value, range: value.range }] : []))
}

function overrides(node: Node): readonly Given[] {
  if (node.kind !== 'mapping') return []
  return node.entries.filter(({ key }) => key === 'parameter_overrides').flatMap(({ value }) => items(value)).flatMap(item => (item.kind === 'scalar' ? pairsOf(item) : []))
}

function keyAndValue(node: Node): readonly Given[] {
  const name = stringOf(get(node, 'ParameterKey'))
  const value = get(node, 'ParameterValue')
  return name !== undefined && value?.kind === 'scalar' && typeof value.value === 'string' ? [{ name, value: value.value, range: value.range }] : []
}

/** `Name=value`, `Name="a value"` or `ParameterKey=Name,ParameterValue=value`, separated by spaces. */
function pairsOf(scalar: Scalar): readonly Given[] {
  return [...String(scalar.value).matchAll(/(?:^|\s)(?:ParameterKey=)?([a-z]\w*)(?:,ParameterValue)?=(?:"([^"]*)"|([^\s"]+))/gi)].map(match => {
    const value = match[2] ?? match[3] ?? ''
    const end = match.index + match[0].length - (match[2] === undefined ? 0 : 1)
    return { name: match[1] ?? '', value, range: sourceRange(scalar, [end - value.length, end]) }
  })
}

/** Whether a default is a value that would be taken: not empty, a placeholder, or where the secret is. No token is made of letters only; a password may be, and a long secret. */
function isReal(value: string, name: string): boolean {
  return value.length > 3 && placeholderOf(value, name) === undefined && !/^(?:arn:|\/|\{\{resolve:|https?:|\$\{)/.test(value) && !/\s/.test(value) && (readName(name).subject === 'password' || /\d/.test(value) || (readName(name).subject === 'secret' && value.length >= 12 && !value.includes('/')))
}

function fixesFor({ name, remove, default: value }: Parameter): readonly Fix[] {
  const edits = remove?.('Default') ?? remove?.('default')
  return edits && value ? [{ title: `Ask for \`${name}\` at each deployment`, safety: 'review', edits }] : []
}
