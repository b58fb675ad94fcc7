import type { ProgramCall } from '../../core/program.ts'
import type { Range } from '../../core/text.ts'
import { type Entry, type Mapping, type Node, entry, get, items, stringOf } from '../../core/tree.ts'
import { decided } from '../intrinsics.ts'
import type { Draft } from './draft.ts'
import { rotationRules } from './duration.ts'
import { type CdkFile, isOpen, optionsIn, secretIdOf } from './file.ts'
import { KINDS, type Kind, typeOfLevelOne } from './kinds.ts'
import { call, cloudFormationKeys, mapping, named, reference, sequence } from './nodes.ts'
import { camelCase, pascalCase } from './origin.ts'
import { addedStatements, splitPrincipal } from './policies.ts'

interface Found {
  readonly made: ProgramCall
  readonly type: string
  /** Undefined: of the first level. */
  readonly kind?: Kind
  readonly id: string
}

/** The constructs of a file; gives each its id, by which all else refers to it. */
export function constructsIn(file: CdkFile): readonly Found[] {
  const taken = new Set<string>()
  return file.program.calls.flatMap<Found>(made => {
    const origin = file.origin(made.callee)
    if (!origin) return []
    const [, parameter] = made.positional
    if (origin.name === 'CfnParameter' && stringOf(parameter) !== undefined) file.ids.set(made, stringOf(parameter) ?? '')
    const kind = KINDS[`${origin.service}.${origin.name}`]
    const imported = origin.service === 'secretsmanager' && /^Secret\.from\w+$/.test(origin.name) ? 'data.aws_secretsmanager_secret' : undefined
    const type = kind?.type ?? imported ?? typeOfLevelOne(origin.service, origin.name)
    if (type === undefined || (made.positional.length < 2 && made.keywords.length < 2)) return []
    const id = freeId(file, made, taken, type)
    file.ids.set(made, id)
    if (kind && DATABASES.includes(kind.type)) file.databases.add(id)
    return [{ made, type, id, ...(kind ?? imported !== undefined ? { kind: kind ?? { type } } : {}) }]
  })
}

/** The id that is written, else the name that it is bound to: as findings call it. */
function freeId(file: CdkFile, made: ProgramCall, taken: Set<string>, type: string): string {
  const written = stringOf(made.positional[1])
  const bound = file.program.bindings.find(({ value }) => value === made)?.name.replace(/^.*\./, '')
  const wished = [written, bound, type.replace(/^.*[:.]/, '')].filter(name => name !== undefined && /^[\w-]+$/.test(name))
  const base = wished.find(name => name !== undefined && !taken.has(name)) ?? wished[0] ?? type
  let id = base
  for (let count = 2; taken.has(id); count++) id = `${base}${count}`
  taken.add(id)
  return id
}

/** The resources that constructs are. */
export function draftsOf(file: CdkFile, found: readonly Found[]): readonly Draft[] {
  return found.flatMap(one => draftsOfOne(file, one))
}

function draftsOfOne(file: CdkFile, { made, type, kind, id }: Found): readonly Draft[] {
  const options = file.options(made, 2)
  const complete = !isOpen(options)
  if (!kind) return [{ type, id, made, properties: optionsIn(cloudFormationKeys(options ?? mapping(made.range, [])), made), complete, names: {}, attributes: removalOf(file, made, undefined) }]
  const written = optionsIn(options, made)
  const own = propertiesOf(written, kind)
  const properties = special(file, type, own, written, made, options)
  const removal = written.entries.find(({ key }) => camelCase(key) === 'removalPolicy')?.value
  const draft: Draft = { type, id, made, properties, complete, attributes: removalOf(file, made, removal), names: writtenNames(kind) }
  return [draft, ...beside(draft, properties)]
}

/** The CDK's names of properties by CloudFormation's; of several the first. */
export function writtenNames({ names = {} }: Kind): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(names).reverse().map(([name, property]) => [property, name]))
}

/** The options of a construct by CloudFormation's names. */
function propertiesOf(written: Mapping, { names = {} }: Kind): Mapping {
  return mapping(written.range, written.entries.map(own => {
    const name = camelCase(own.key)
    const [head = '', inner] = (names[name] ?? pascalCase(name)).split('.')
    if (name === 'replicaRegions') return { ...own, key: head, value: cloudFormationKeys(replicas(own.value)) }
    if (inner !== undefined) return { ...own, key: head, value: mapping(own.value.range, [named(inner, inner === 'EnvironmentVariables' ? variables(own.value) : own.value)]) }
    return { ...own, key: head, value: name === 'generateSecretString' ? cloudFormationKeys(own.value) : own.value }
  }))
}

/** Replicas that `addReplicaRegion` makes. */
function addedReplicas(file: CdkFile, secret: ProgramCall): readonly Node[] {
  return file.callsOf('addReplicaRegion').filter(({ receiver, scope }) => receiver && file.constructAt(receiver, scope) === secret).map(({ range, positional, keywords, scope }) => {
    const [region = keywords.find(({ key }) => key === 'region')?.value, key = keywords.find(({ key: own }) => own === 'encryption_key')?.value] = positional
    return mapping(range, [region && named('Region', file.fold(region, scope)), key && named('KmsKeyId', file.fold(key, scope))])
  })
}

function replicas(node: Node): Node {
  if (node.kind !== 'sequence') return node
  const renamed = (own: Entry): Entry => (camelCase(own.key) === 'encryptionKey' ? { ...own, key: 'KmsKeyId' } : own)
  return sequence(node.range, node.items.map(item => (item.kind === 'mapping' ? mapping(item.range, item.entries.map(renamed)) : item)))
}

/** CodeBuild's variables as the list that CloudFormation has. */
export function variables(node: Node): Node {
  if (node.kind !== 'mapping') return node
  return sequence(node.range, node.entries.map(own => {
    const value = own.value.kind === 'mapping' ? cloudFormationKeys(own.value) : mapping(own.value.range, [named('Value', own.value)])
    const type = /\.BuildEnvironmentVariableType\.(\w+)$/.exec(referenceIn(get(value, 'Type')) ?? '')?.[1]
    const entries = value.kind === 'mapping' ? value.entries.map(inner => (inner.key === 'Type' && type !== undefined ? { ...inner, value: decided(type, inner.value.range) } : inner)) : []
    return mapping(own.range, [{ ...own, key: 'Name', value: decided(own.key, own.keyRange) }, ...entries])
  }))
}

/** The environment of a build, whose variables may stand in it or beside it. */
function buildEnvironment(node: Mapping): Mapping {
  return mapping(node.range, node.entries.map(own => {
    const key = pascalCase(own.key)
    return { ...own, key, value: key === 'EnvironmentVariables' && own.value.kind === 'mapping' ? variables(own.value) : own.value }
  }))
}

/** The container of a service of the patterns, or one for itself, as the list that CloudFormation has. */
export function containersOf(written: Mapping, range: Range): readonly Entry[] {
  const options = written.entries.find(({ key }) => camelCase(key) === 'taskImageOptions')?.value ?? written
  const environment = get(options, 'environment')
  return environment ? [named('ContainerDefinitions', sequence(range, [mapping(range, [named('Environment', variables(environment))])]))] : []
}

function referenceIn(node: Node | undefined): string | undefined {
  return node?.kind === 'reference' ? node.target : undefined
}

/** What a few constructs have that CloudFormation writes in another way. */
function special(file: CdkFile, type: string, own: Mapping, written: Mapping, made: ProgramCall, options: Node | undefined): Mapping {
  const value = (name: string): Node | undefined => written.entries.find(({ key }) => camelCase(key) === name)?.value
  switch (type) {
    case 'AWS::SecretsManager::RotationSchedule':
      return scheduleOf(options, written, made)
    case 'AWS::SecretsManager::ResourcePolicy':
      return mapping(own.range, [...own.entries, named('ResourcePolicy', mapping(made.range, [named('Statement', sequence(made.range, addedStatements(file, made)))]))])
    case 'AWS::IAM::Policy': case 'AWS::IAM::ManagedPolicy': {
      const document = entry(own, 'PolicyDocument')?.value
      const statements = [...items(document && get(document, 'Statement')), ...items(value('statements')), ...addedStatements(file, made)]
      return mapping(own.range, [...own.entries.filter(({ key }) => key !== 'PolicyDocument' && key !== 'Statements'), named('PolicyDocument', document && statements.length === 0 ? document : mapping(own.range, [named('Statement', sequence(own.range, statements))]))])
    }
    case 'AWS::IAM::Role': case 'AWS::IAM::User': case 'AWS::IAM::Group': {
      const inline = value('inlinePolicies')
      const trusted = value('assumedBy')
      const trust = trusted && splitPrincipal(trusted).principals.map(node => (node.kind === 'mapping' ? node : mapping(node.range, [named('AWS', node)])))
      return mapping(own.range, [
        ...own.entries.filter(({ key }) => key !== 'InlinePolicies').map(each => (each.key === 'ManagedPolicyArns' ? { ...each, value: byArn(each.value) } : each)),
        ...(inline ? [named('Policies', inline.kind === 'mapping' ? sequence(inline.range, inline.entries.map(each => mapping(each.range, [named('PolicyDocument', each.value)]))) : inline)] : []),
        ...(trust ? [named('AssumeRolePolicyDocument', mapping(trusted.range, [named('Statement', sequence(trusted.range, trust.map(node => mapping(node.range, [named('Effect', decided('Allow', node.range)), named('Action', decided('sts:AssumeRole', node.range)), named('Principal', node)]))))]))] : []),
      ])
    }
    case 'AWS::SecretsManager::Secret': {
      const added = addedReplicas(file, made)
      const written = entry(own, 'ReplicaRegions')?.value
      return added.length === 0 || (written && written.kind !== 'sequence') ? own : mapping(own.range, [...own.entries.filter(({ key }) => key !== 'ReplicaRegions'), named('ReplicaRegions', sequence(own.range, [...(written?.items ?? []), ...added]))])
    }
    case 'AWS::CodeBuild::Project':
      return mapping(own.range, own.entries.map(each => (each.key === 'Environment' && each.value.kind === 'mapping' ? { ...each, value: buildEnvironment(each.value) } : each)))
    case 'AWS::ECS::TaskDefinition':
      return mapping(own.range, containersOf(written, made.range))
    case 'AWS::SSM::Parameter':
      return mapping(own.range, [named('Type', decided('String', own.range)), ...own.entries.filter(({ key }) => key !== 'Type')])
    case 'AWS::RDS::DBInstance': case 'AWS::RDS::DBCluster': case 'AWS::DocDB::DBCluster': case 'AWS::Redshift::Cluster':
      return mapping(own.range, [...own.entries, ...loginOf(written)])
    default:
      return own
  }
}

/** Managed policies by their ARNs, which may be written as objects that have one. */
function byArn(node: Node): Node {
  if (node.kind === 'sequence') return sequence(node.range, node.items.map(byArn))
  return node.kind === 'mapping' ? node.entries.find(({ key }) => camelCase(key) === 'managedPolicyArn')?.value ?? node : node
}

/** A rotation schedule by the options of the construct or of the method that makes one. */
export function scheduleOf(options: Node | undefined, written: Mapping, { range }: ProgramCall): Mapping {
  const value = (name: string): Entry | undefined => written.entries.find(({ key }) => camelCase(key) === name)
  const renamed = (name: string, property: string): Entry | undefined => {
    const own = value(name)
    return own && { ...own, key: property }
  }
  const open = options !== undefined && isOpen(options)
  const after = value('automaticallyAfter')
  return mapping(written.range, [
    renamed('secret', 'SecretId'), renamed('rotationLambda', 'RotationLambdaARN'), renamed('hostedRotation', 'HostedRotationLambda'), renamed('application', 'HostedRotationLambda'),
    renamed('rotateImmediatelyOnUpdate', 'RotateImmediatelyOnUpdate'),
    open && !after ? named('RotationRules', call('options', range, [])) : rotationRules(after?.value, range),
  ])
}

/** The login of a database: a password that is written, a secret, or one that the construct makes. */
function loginOf(written: Mapping): readonly Entry[] {
  const value = (name: string): Node | undefined => written.entries.find(({ key }) => camelCase(key) === name)?.value
  const login = value('credentials') ?? value('login') ?? value('masterUser')
  const within = (name: RegExp): Node | undefined => (login?.kind === 'mapping' ? login.entries.find(({ key }) => name.test(camelCase(key)))?.value : undefined)
  const password = within(/^(?:password|masterPassword)$/) ?? value('masterUserPassword')
  const user = within(/^(?:username|masterUsername)$/)
  const [first, second] = login?.kind === 'call' ? login.arguments : []
  const given = (node: Node | undefined): Node | undefined => (node?.kind === 'mapping' ? node.entries.find(({ key }) => camelCase(key) === 'password')?.value : undefined)
  switch (login?.kind === 'call' ? login.callee : undefined) {
    case 'Credentials.fromPassword': case 'SnapshotCredentials.fromPassword':
      return loginEntries(second ? first : undefined, second ?? first)
    case 'Credentials.fromUsername': case 'Login.fromUsername':
      return loginEntries(first, second?.kind === 'mapping' ? given(second) : second)
    case 'Credentials.fromSecret': case 'SnapshotCredentials.fromSecret':
      return first ? loginEntries(undefined, call('SecretValue', first.range, [first])) : []
    case 'Credentials.fromGeneratedSecret': case 'SnapshotCredentials.fromGeneratedSecret': case 'SnapshotCredentials.fromGeneratedPassword':
      return loginEntries(first, undefined)
    default:
      return login && login.kind !== 'mapping' ? loginEntries(undefined, login) : loginEntries(user, password)
  }
}

function loginEntries(user: Node | undefined, password: Node | undefined): readonly Entry[] {
  return [...(user ? [named('MasterUsername', user)] : []), ...(password ? [named('MasterUserPassword', password)] : [])]
}

const DATABASES = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster', 'AWS::Redshift::Cluster']

/** What constructs make besides: a secret for a database without a password, a role for a function without one. */
function beside({ type, id, made, complete }: Draft, properties: Mapping): readonly Draft[] {
  const has = (name: string): boolean => entry(properties, name) !== undefined
  const { range } = made
  if (DATABASES.includes(type) && complete && !has('MasterUserPassword') && !has('ManageMasterUserPassword') && !isSnapshot(made)) {
    const secret = secretIdOf(id)
    return [
      { type: 'AWS::SecretsManager::Secret', id: secret, made, properties: mapping(range, []), complete: false },
      { type: 'AWS::SecretsManager::SecretTargetAttachment', id: `${secret}Attachment`, made, complete: true, properties: mapping(range, [named('SecretId', reference(secret, range)), named('TargetId', reference(id, range))]) },
    ]
  }
  const initial = entry(properties, 'InitialPolicy')?.value
  if (!initial) return []
  const document = mapping(initial.range, [named('Statement', initial)])
  return [{ type: 'AWS::IAM::Policy', id: `${id}DefaultPolicy`, made, complete: true, properties: mapping(range, [named('PolicyDocument', document), named('Roles', entry(properties, 'Role')?.value ?? reference(id, range))]) }]
}

/** A database of a snapshot has the login of that one. */
function isSnapshot({ callee }: ProgramCall): boolean {
  return /Snapshot$/.test(callee)
}

/** What becomes of a construct that is no longer declared, as CloudFormation's attribute. */
function removalOf(file: CdkFile, made: ProgramCall, written: Node | undefined): Readonly<Record<string, Node>> {
  const later = file.callsOf('applyRemovalPolicy').find(({ receiver, scope }) => receiver && file.constructAt(receiver, scope) === made)
  const given = later?.positional[0] ?? later?.keywords[0]?.value
  const policy = later && given ? file.fold(given, later.scope) : written
  if (!policy) return {}
  const word = /\.RemovalPolicy\.(\w+)$/.exec(referenceIn(policy) ?? '')?.[1]
  return { DeletionPolicy: word === undefined ? policy : decided(word.startsWith('RETAIN') ? 'Retain' : word === 'SNAPSHOT' ? 'Snapshot' : 'Delete', policy.range) }
}

