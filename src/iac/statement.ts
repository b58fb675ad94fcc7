import type { Module, Resource } from '../core/module.ts'
import { refersTo } from '../core/module.ts'
import type { Range } from '../core/text.ts'
import { type Mapping, type Node, type Reference, entry, get, stringOf, walk } from '../core/tree.ts'
import { decided } from './intrinsics.ts'
import { givenStatements } from './module-policies.ts'
import { branches, entriesOf, itemsOf } from './path.ts'

/**
 * What a policy is for: `identity` gives rights to a role, user or group; `resource` stands on a resource; `trust` says who may take a role;
 * `boundary` only limits (permissions boundaries, service control policies, endpoint policies).
 */
export type PolicyKind = 'identity' | 'resource' | 'trust' | 'boundary'

/** One statement of a policy. What the file does not decide stays a reference or call in its list. */
export interface Statement {
  readonly resource: Resource
  readonly kind: PolicyKind
  /** Undefined: the file does not say. */
  readonly effect: 'Allow' | 'Deny' | undefined
  readonly actions: readonly Node[]
  readonly notActions: readonly Node[]
  readonly resources: readonly Node[]
  readonly notResources: readonly Node[]
  readonly principals: readonly Principal[]
  readonly notPrincipals: readonly Principal[]
  readonly conditions: readonly Condition[]
  readonly range: Range
  /** As it is written, by the names of policies; absent where something else stands for it. */
  readonly written?: Mapping
}

/** Who a statement is about. */
export interface Principal {
  /** `AWS`, `Service`, `Federated`, `*`; undefined: the file does not say. */
  readonly type: string | undefined
  readonly value: Node
}

/** One comparison of a condition. */
export interface Condition {
  /** `StringEquals`; undefined: the file does not say. */
  readonly operator: string | undefined
  /** `aws:PrincipalOrgID`; undefined: the file does not say. */
  readonly key: string | undefined
  readonly values: readonly Node[]
}

/** What a parameter is by default, as a list; undefined: it has none, or the name is no parameter. */
type Defaults = (reference: Reference) => readonly Node[] | undefined

interface Place {
  readonly kind: PolicyKind
  readonly path: readonly string[]
}

const identity = (...path: readonly string[]): Place => ({ kind: 'identity', path })
const attached = identity('PolicyDocument')
const inline = identity('Policies', '*', 'PolicyDocument')
const sam = identity('Policies')
const boundary: Place = { kind: 'boundary', path: ['PermissionsBoundary'] }

/** Where a resource holds policies, by type. */
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  'AWS::IAM::PolicyDocument': [attached],
  'AWS::IAM::ManagedPolicy': [attached],
  'AWS::IAM::Policy': [attached],
  'AWS::IAM::RolePolicy': [attached],
  'AWS::IAM::UserPolicy': [attached],
  'AWS::IAM::GroupPolicy': [attached],
  'AWS::IAM::Role': [inline, { kind: 'trust', path: ['AssumeRolePolicyDocument'] }, boundary],
  'AWS::IAM::User': [inline, boundary],
  'AWS::IAM::Group': [inline],
  'AWS::Serverless::Function': [sam, boundary],
  'AWS::Serverless::StateMachine': [sam, boundary],
  'AWS::SSO::PermissionSet': [identity('InlinePolicy'), boundary],
  'AWS::SecretsManager::ResourcePolicy': [{ kind: 'resource', path: ['ResourcePolicy'] }],
  'AWS::SecretsManager::Secret': [{ kind: 'resource', path: ['Policy'] }],
  'AWS::KMS::Key': [{ kind: 'resource', path: ['KeyPolicy'] }],
  'AWS::Organizations::Policy': [{ kind: 'boundary', path: ['Content'] }],
  'AWS::EC2::VPCEndpoint': [{ kind: 'boundary', path: ['PolicyDocument'] }],
}

/** Every statement of every policy in a module. */
export function* statements(module: Module): Generator<Statement> {
  const uses = usesOf(module)
  const defaults = defaultsOf(module)
  for (const resource of module.resources) {
    for (const { kind, path } of PLACES[resource.type] ?? []) {
      const own = kind === 'identity' ? kindOf(resource, uses) : kind
      for (const written of resource.property(...path)) {
        const policy = resource.json(written)
        for (const document of policy ? itemsOf([policy]) : []) {
          yield* statementsOf(document, resource, own, defaults)
          if (resource.type.startsWith('AWS::Serverless::')) yield* templateStatements(document, resource)
        }
      }
    }
    if (resource.id.startsWith('module.')) for (const given of givenStatements(resource)) yield statementOf(given, resource, kindOf(resource, uses), defaults)
  }
}

/** The defaults of parameters as lists, told where the parameter is used: nobody says more of what is deployed. */
function defaultsOf({ parameters }: Module): Defaults {
  const known = new Map(parameters.flatMap(own => (own.default ? [[own.name, own] as const] : [])))
  return ({ target, range }) => {
    const own = known.get(target.replace(/^var\./, ''))
    const listed = /^(?:CommaDelimitedList|List<)/.test(stringOf(own?.attribute('Type')) ?? '')
    const texts = own?.default ? itemsOf([own.default]).map(stringOf) : []
    if (texts.length === 0 || !texts.every(text => text !== undefined)) return undefined
    return (listed ? texts.flatMap(text => text.split(',')) : texts).map(text => decided(text.trim(), range))
  }
}

interface Use {
  readonly kind: PolicyKind
  readonly node: Node
}

/** Policies that other resources refer to for something else than rights. */
function usesOf({ resources }: Module): readonly Use[] {
  return resources.flatMap(resource =>
    (PLACES[resource.type] ?? [])
      .filter(({ kind }) => kind !== 'identity')
      .flatMap(({ kind, path }) => resource.property(...path).filter(node => node.kind === 'reference' || node.kind === 'call').map(node => ({ kind, node }))),
  )
}

/** What a policy is for that others may refer to: they say it, or its name does. */
function kindOf(resource: Resource, uses: readonly Use[]): PolicyKind {
  const use = uses.find(({ node }) => refersTo(node, resource))
  if (use) return use.kind
  const words = `${resource.id} ${resource.path}`.replace(/([a-z])([A-Z])/g, '$1 $2')
  return /(?:^|[^a-z])(?:scps?|rcps?|boundary|boundaries|service[-_ ]control)(?![a-z])/i.test(words) ? 'boundary' : 'identity'
}

function* statementsOf(document: Node, resource: Resource, kind: PolicyKind, defaults: Defaults): Generator<Statement> {
  for (const written of itemsOf(entriesOf(document, 'Statement').map(({ value }) => value))) {
    if (written.kind === 'mapping') yield statementOf(written, resource, kind, defaults)
  }
}

/** The statement of a policy template of SAM: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html */
function* templateStatements(policy: Node, resource: Resource): Generator<Statement> {
  const own = entry(policy, 'AWSSecretsManagerGetSecretValuePolicy')
  const secret = get(own?.value, 'SecretArn')
  if (!own || !secret) return
  const none: readonly never[] = []
  yield {
    resource, kind: 'identity', effect: 'Allow', actions: [decided('secretsmanager:GetSecretValue', own.keyRange)], resources: itemsOf([secret]), range: own.range,
    notActions: none, notResources: none, principals: none, notPrincipals: none, conditions: none,
  }
}

function statementOf(statement: Mapping, resource: Resource, kind: PolicyKind, defaults: Defaults): Statement {
  const list = (name: string): readonly Node[] =>
    itemsOf(entriesOf(statement, name).map(({ value }) => value)).flatMap(node => (node.kind === 'reference' ? defaults(node) ?? [node] : [node]))
  const effect = stringOf(get(statement, 'Effect'))
  const principals = parties(statement, 'Principal')
  const notPrincipals = parties(statement, 'NotPrincipal')
  const alone = kind === 'identity' && principals.length + notPrincipals.length > 0
  return {
    resource,
    kind: alone ? (list('Action').every(isAssume) ? 'trust' : 'resource') : kind,
    effect: effect === 'Allow' || effect === 'Deny' ? effect : undefined,
    actions: list('Action'),
    notActions: list('NotAction'),
    resources: list('Resource'),
    notResources: list('NotResource'),
    principals,
    notPrincipals,
    conditions: entriesOf(statement, 'Condition').flatMap(({ value }) => branches(value)).flatMap(conditionsOf),
    range: statement.range,
    written: statement,
  }
}

function isAssume(node: Node): boolean {
  return stringOf(node)?.startsWith('sts:') ?? false
}

function parties(statement: Mapping, name: string): readonly Principal[] {
  const value = entry(statement, name)?.value
  return value === undefined ? [] : branches(value).flatMap<Principal>(node => {
    if (node.kind === 'mapping') return node.entries.flatMap(({ key, value: inner }) => itemsOf([inner]).map(item => ({ type: key, value: item })))
    return [{ type: stringOf(node) === '*' ? '*' : undefined, value: node }]
  })
}

function conditionsOf(node: Node): readonly Condition[] {
  if (node.kind !== 'mapping') return [{ operator: undefined, key: undefined, values: [node] }]
  return node.entries.flatMap<Condition>(({ key: operator, value }) =>
    value.kind === 'mapping'
      ? value.entries.map(({ key, value: values }) => ({ operator, key, values: itemsOf([values]) }))
      : [{ operator, key: undefined, values: [value] }],
  )
}

/** Keys of conditions that pick secrets by what they are. */
const NARROWING = /^(?:aws:ResourceTag\/|secretsmanager:(?:ResourceTag\/|Name$|SecretId$|Description$|resource\/))/i

/** Whether a condition picks among the resources of a statement, or may do so. */
export function isNarrowed({ conditions }: Statement): boolean {
  return conditions.some(({ key, values }) => key === undefined || key === '' || (NARROWING.test(key) && !values.every(value => stringOf(value) === '*')))
}

/** Whether a resource mentions another one anywhere in its properties. */
export function mentions(resource: Resource, other: Resource): boolean {
  return resource.property().some(node => [...walk(node)].some(inner => refersTo(inner, other)))
}
