import type { Resource } from '../../src/core/module.ts'
import { type Mapping, type Node, type Scalar, get, stringOf } from '../../src/core/tree.ts'
import { placeholderOf } from '../../src/detection/placeholder.ts'
import { promisesSecret } from '../../src/detection/promise.ts'
import { branches } from '../../src/iac/path.ts'
import { SECRET_PROPERTIES } from './properties.ts'

/** A literal that stands where a secret belongs. */
export interface Written {
  readonly node: Scalar
  /** The property or the variable. */
  readonly key: string
  readonly kind: 'property' | 'variable'
  /** The id of its resource. */
  readonly resource: string
}

/** Keys whose mapping or list holds the variables of a program, a build or a stage. */
const VARIABLES = /^(?:variables|environment(?:_?variables?)?|env|runtime_?environment_?variables|default_?arguments|non_?overridable_?arguments|stage_?variables|option_?settings?|setting|set(?:_(?:sensitive|wo))?|(?:origin_?)?custom_?headers?)$/i

/** What other rules read, or what only describes. */
const OTHER = /^AWS::(?:SecretsManager::|IAM::)|^SDK::|^(?:data\.)?aws_iam|^random_/
const DESCRIBING = /^(?:tags|metadata|description|outputs?|labels|policy\w*|passwordpolicy|triggers|validation|keepers|token_?validity_?units)$/i

/** A list of secrets, each of which is one. */
const PASSWORDS = /(?:password|auth_?token|api_?key)s$/i

/** Words of a vocabulary, which say how and not what. */
const CHOICE = /^(?:true|false|yes|no|on|off|none|null|auto|default|optional|required|enabled?|disabled?|opaque|jwt|oauth2?|bearer|basic|password|seconds|minutes|hours|days|[A-Z]{3,}(?:_[A-Z]+)*)$/

/** Where the address of a repository stands. */
const SOURCES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'AWS::CodeBuild::Project': [['Source', 'Location'], ['SecondarySources', '*', 'Location']],
  aws_codebuild_project: [['source', 'location'], ['secondary_sources', 'location']],
}

/** A token in the place of a user: people have shorter names, and letters in them. */
const TOKEN_IN_URL = /^https?:\/\/(?=[^/@:]*\d)[\w-]{16,}(?::x-oauth-basic)?@/

/** The literals of a resource that are secrets by their place: of properties known to hold one, of variables and arguments whose names promise it. */
export function* writtenIn(resource: Resource, text: string): Generator<Written> {
  if (OTHER.test(resource.type)) return
  for (const path of SECRET_PROPERTIES[resource.type] ?? []) {
    for (const node of resource.property(...path.split('.'))) {
      if (node.kind === 'scalar' && isLiteral(node, text) && !isElsewhere(node)) yield { node, key: path.replace(/^.*\./, ''), kind: 'property', resource: resource.id }
    }
  }
  for (const path of SOURCES[resource.type] ?? []) {
    for (const node of resource.property(...path)) {
      if (node.kind === 'scalar' && isLiteral(node, text) && TOKEN_IN_URL.test(String(node.value))) yield { node, key: path.at(-1) ?? '', kind: 'property', resource: resource.id }
    }
  }
  if (resource.type === 'AWS::SSM::Parameter') yield* ofParameter(resource, text)
  else for (const root of resource.property()) yield* below(root, resource, text, false)
}

/** A parameter that is encrypted where it is kept, or whose name promises a secret, and written here. */
function* ofParameter(resource: Resource, text: string): Generator<Written> {
  const isSecure = resource.property('Type').some(type => stringOf(type) === 'SecureString')
  if (!isSecure && !resource.property('Name').some(name => promisesSecret((stringOf(name) ?? '').replace(/^.*\//, '')))) return
  for (const node of resource.property('Value')) {
    if (node.kind === 'scalar' && isLiteral(node, text) && isReal(node, 'value')) yield { node, key: 'value', kind: 'property', resource: resource.id }
  }
}

function* below(node: Node, resource: Resource, text: string, inVariables: boolean): Generator<Written> {
  if (node.kind === 'sequence') for (const item of node.items) yield* below(item, resource, text, inVariables)
  if (node.kind === 'call') for (const argument of node.arguments) yield* below(argument, resource, text, inVariables)
  if (node.kind === 'scalar' && typeof node.value === 'string' && /^\s*[[{]/.test(node.value)) {
    const root = resource.json(node)
    if (root && root !== node) yield* below(root, resource, text, inVariables)
  }
  if (node.kind !== 'mapping') return
  if (inVariables) yield* pairOf(node, resource.id, text)
  for (const { key, value } of node.entries) {
    if (DESCRIBING.test(key)) continue
    const variables = inVariables || VARIABLES.test(key)
    const name = key.replace(/^-+/, '')
    for (const branch of promisesSecret(name) ? branches(value) : []) {
      if (branch.kind === 'scalar' && isLiteral(branch, text) && isReal(branch, name)) yield { node: branch, key: name, kind: inVariables ? 'variable' : 'property', resource: resource.id }
    }
    if (value.kind === 'sequence' && PASSWORDS.test(name)) {
      for (const item of value.items) if (item.kind === 'scalar' && isLiteral(item, text) && isReal(item, name)) yield { node: item, key: name, kind: 'property', resource: resource.id }
    }
    yield* below(value, resource, text, variables)
  }
}

/** Types of variables of builds and of values of Helm that are what is written. */
const PLAIN_TYPES: ReadonlySet<string> = new Set(['PLAINTEXT', 'string', 'auto'])

/** `Name` and `Value` of one variable. */
function* pairOf(mapping: Mapping, resource: string, text: string): Generator<Written> {
  const name = ['Name', 'name', 'OptionName', 'HeaderName'].map(key => stringOf(get(mapping, key))).find(found => found !== undefined)
  const value = ['Value', 'value', 'HeaderValue'].map(key => get(mapping, key)).find(found => found !== undefined)
  const type = stringOf(get(mapping, 'Type') ?? get(mapping, 'type'))
  if (name === undefined || !value || (type !== undefined && !PLAIN_TYPES.has(type)) || !promisesSecret(name)) return
  for (const branch of branches(value)) if (branch.kind === 'scalar' && isLiteral(branch, text) && isReal(branch, name)) yield { node: branch, key: name, kind: 'variable', resource }
}

/** Whether the value is written where it is used: what comes through a local is told where that is. */
function isLiteral({ value, content, range }: Scalar, text: string): boolean {
  return typeof value === 'string' && content[1] > content[0] && !/^(?:local|var)\./.test(text.slice(...range))
}

function isReal(node: Scalar, name: string): boolean {
  const value = String(node.value)
  return value.length > 3 && !/\s/.test(value) && !CHOICE.test(value) && !isElsewhere(node) && placeholderOf(value, name) === undefined
}

/** Whether it says where the secret is, or waits for one. */
function isElsewhere({ value }: Scalar): boolean {
  const text = String(value)
  return /^(?:arn:|\/|https?:|ssm:|secretsmanager:|\$\$?\.|\$context|\$request|\$input)|\{\{|\$\{|<%/.test(text) || placeholderOf(text) === 'bracketed' || text.trim() === ''
}
