import { type ProgramCall, bindingOf, isProgramCall } from '../../core/program.ts'
import { type Node, entry, get, items, stringOf, walk } from '../../core/tree.ts'
import { decided, template } from '../intrinsics.ts'
import { containersOf, scheduleOf, writtenNames } from './constructs.ts'
import type { Draft } from './draft.ts'
import { type CdkFile, isOpen, optionsIn, secretIdOf } from './file.ts'
import { SCHEDULE } from './kinds.ts'
import { call, mapping, named, reference, sequence } from './nodes.ts'
import { camelCase, methodOf } from './origin.ts'
import { isStatement, splitPrincipal } from './policies.ts'

/** Actions of the methods of a secret that open it. */
const GRANTS: Readonly<Record<string, readonly string[]>> = {
  grantRead: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
  grantWrite: ['secretsmanager:PutSecretValue', 'secretsmanager:UpdateSecret'],
}

/** A method that is called, with what is known around it. */
interface Called {
  readonly file: CdkFile
  readonly own: ProgramCall
  readonly constructs: readonly Draft[]
  /** What it is called on. */
  readonly on: Node
  /** The type of that; undefined where the file does not say. */
  readonly type: string | undefined
}

/** What methods make, by their name in TypeScript. */
const METHODS: Readonly<Record<string, (called: Called) => Draft | undefined>> = {
  addRotationSchedule: ({ file, own, on }) => rotationDraft(file, own, on),
  addRotationSingleUser: ({ file, own, on }) => rotationDraft(file, own, loginOf(on), true),
  addRotationMultiUser: ({ file, own }) => rotationDraft(file, own, get(file.options(own, 1), 'secret') ?? call('secret', own.range, []), true),
  attach: attachmentDraft,
  addTargetAttachment: attachmentDraft,
  addToRolePolicy: identityDraft,
  addToPolicy: identityDraft,
  addToPrincipalPolicy: identityDraft,
  addToTaskRolePolicy: identityDraft,
  addToExecutionRolePolicy: identityDraft,
  addToResourcePolicy: resourceDraft,
  grantRead: opened,
  grantWrite: opened,
  addPermission: ({ file, own, on }) => permission(file, own, file.options(own, 1), on),
  grantInvoke: ({ file, own, on }) => permission(file, own, undefined, on),
  grantInvokeLatestVersion: ({ file, own, on }) => permission(file, own, undefined, on),
  grantInvokeVersion: ({ file, own, on }) => permission(file, own, undefined, on),
  addManagedPolicy: managedDraft,
  addEnvironment: variableDraft,
  apply: boundaryDraft,
  addContainer: ({ file, own }) => containerDraft(file, own),
  addCommands: ({ file, own }) => userDataDraft(file, own),
}

/** The resources that methods make, and statements that stand nowhere else. */
export function draftsOfMethods(file: CdkFile, constructs: readonly Draft[]): readonly Draft[] {
  const made = file.program.calls.flatMap(own => draftOf(file, own, constructs) ?? [])
  const rest = file.program.calls.filter(own => isStatement(file, own) && !file.placed.has(own))
  return [...made, ...rest.map(own => policyDraft(file, own, own, undefined))]
}

function draftOf(file: CdkFile, own: ProgramCall, constructs: readonly Draft[]): Draft | undefined {
  const method = methodOf(own.callee)
  const make = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined
  if (/^Grant\.addToPrincipal/.test(file.origin(own.callee)?.name ?? '')) return grantDraft(file, own, constructs)
  if (!make || !own.receiver || file.origin(own.callee)) return undefined
  const on = file.receiver(own) ?? call('receiver', own.calleeRange, [])
  return make({ file, own, constructs, on, type: typeOf(on, constructs) })
}

function attachmentDraft({ file, own, on, type }: Called): Draft | undefined {
  const target = given(file, own)
  return isSecret(type) ? draft('AWS::SecretsManager::SecretTargetAttachment', own, [named('SecretId', on), target && named('TargetId', target)]) : undefined
}

/** A statement that a role or function is given, or an endpoint. */
function identityDraft({ file, own, on, constructs }: Called): Draft | undefined {
  const statement = argument(own)
  if (!statement || !isStatementAt(file, statement, own)) return undefined
  if (!isEndpoint(file, own)) return policyDraft(file, own, statement, roleOf(on, constructs))
  return draft('AWS::EC2::VPCEndpoint', own, [named('PolicyDocument', mapping(own.range, [named('Statement', file.fold(statement, own.scope))]))])
}

/** A statement on a secret; on something that the file does not show, if it is about secrets. */
function resourceDraft({ file, own, on, type }: Called): Draft | undefined {
  const policy = given(file, own)
  if (policy?.kind !== 'mapping' || (type !== undefined && !isSecret(type))) return undefined
  const about = type !== undefined || policy.entries.some(({ key, value }) => key === 'Action' && items(value).some(isSecretAction))
  return about ? resourcePolicy(own, on, policy) : undefined
}

/** What a secret says of those who have no policy of their own: accounts, services, everybody. */
function opened({ file, own, on, type }: Called): Draft | undefined {
  const grantee = given(file, own)
  if (!grantee || !(isSecret(type) || isCalledSecret(on))) return undefined
  const { principals, conditions } = splitPrincipal(grantee)
  const parties = principals.filter(({ kind }) => kind === 'mapping')
  const actions = (GRANTS[methodOf(own.callee)] ?? []).map(action => decided(action, own.range))
  return parties.length === 0 ? undefined : resourcePolicy(own, on, mapping(own.range, [
    named('Effect', decided('Allow', own.range)), named('Action', sequence(own.range, actions)), named('Resource', decided('*', own.range)),
    ...parties.map(party => named('Principal', party)), ...conditions.map(condition => named('Condition', condition)),
  ]))
}

function managedDraft({ file, own, on, constructs }: Called): Draft | undefined {
  const policy = given(file, own)
  return policy && draft('AWS::IAM::RolePolicyAttachment', own, [named('ManagedPolicyArns', policy), named('RoleName', roleOf(on, constructs))])
}

/** `PermissionsBoundary.of(role).apply(policy)`: the policy only limits. */
function boundaryDraft({ file, own }: Called): Draft | undefined {
  const policy = given(file, own)
  const isBoundary = isProgramCall(own.receiver) && file.origin(own.receiver.callee)?.name === 'PermissionsBoundary.of'
  return isBoundary && policy ? draft('AWS::IAM::Role', own, [named('PermissionsBoundary', policy)]) : undefined
}

function variableDraft({ file, own, type }: Called): Draft | undefined {
  const [name, value] = own.positional
  if (type !== 'AWS::Lambda::Function' || !name || !value) return undefined
  const variable = { ...named(stringOf(name) ?? '', file.fold(value, own.scope)), keyRange: name.range }
  return draft(type, own, [named('Environment', mapping(own.range, [named('Variables', mapping(own.range, [variable]))]))])
}

function draft(type: string, made: ProgramCall, entries: Parameters<typeof mapping>[1], complete = true): Draft {
  const id = methodOf(made.callee)
  return { type, id, made, complete, properties: mapping(made.range, entries) }
}

function argument(own: ProgramCall): Node | undefined {
  return own.positional[0] ?? own.keywords[0]?.value
}

/** The first of what a method is given. */
function given(file: CdkFile, own: ProgramCall): Node | undefined {
  const written = argument(own)
  return written && file.fold(written, own.scope)
}

/** The type of what a method is called on; undefined where the file does not say. */
function typeOf(node: Node, constructs: readonly Draft[]): string | undefined {
  if (node.kind !== 'reference') return undefined
  return constructs.find(({ id }) => id === node.target)?.type
}

function isSecret(type: string | undefined): boolean {
  return type === 'AWS::SecretsManager::Secret' || type === 'AWS::SecretsManager::SecretTargetAttachment' || type === 'data.aws_secretsmanager_secret'
}

/** Whether what is not made in the file is called a secret. */
function isCalledSecret(node: Node): boolean {
  return node.kind === 'reference' && /secret\w*$/i.test(node.target)
}

function isSecretAction(node: Node): boolean {
  return /^secretsmanager:/i.test(stringOf(node) ?? '')
}

/** The secret that a database has, of its own or not. */
function loginOf(database: Node): Node {
  return database.kind === 'reference' ? reference(secretIdOf(database.target), database.range) : database
}

/** @param hosted Whether the construct brings the function that rotates. */
function rotationDraft(file: CdkFile, own: ProgramCall, secret: Node, hosted = false): Draft {
  const options = file.options(own)
  const { entries } = scheduleOf(options, optionsIn(options, own), own)
  const rotator = hosted ? [named('HostedRotationLambda', call('rotation', own.range, []))] : []
  return {
    type: SCHEDULE.type, id: stringOf(own.positional[0]) ?? methodOf(own.callee), made: own, complete: !isOpen(options), names: writtenNames(SCHEDULE),
    properties: mapping(own.range, [...entries.filter(({ key }) => key !== 'SecretId'), named('SecretId', secret), ...rotator]),
  }
}

function isStatementAt(file: CdkFile, node: Node, own: ProgramCall): boolean {
  const folded = file.fold(node, own.scope)
  return folded.kind === 'mapping' && entry(folded, 'Effect') !== undefined
}

function policyDraft(file: CdkFile, own: ProgramCall, statement: Node, on: Node | undefined): Draft {
  const policy = file.fold(statement, own.scope)
  return draft('AWS::IAM::Policy', own, [named('PolicyDocument', mapping(policy.range, [named('Statement', policy)])), ...(on ? [named('Roles', on)] : [])])
}

function resourcePolicy(own: ProgramCall, secret: Node, statement: Node): Draft {
  return draft('AWS::SecretsManager::ResourcePolicy', own, [named('SecretId', secret), named('ResourcePolicy', mapping(statement.range, [named('Statement', statement)]))], false)
}

/** Whether a method is one of a VPC endpoint, whose policy only limits. */
function isEndpoint(file: CdkFile, { receiver, scope }: ProgramCall): boolean {
  const made = receiver?.kind === 'reference' ? bindingOf(file.program, receiver, scope)?.value : receiver
  return isProgramCall(made) && methodOf(made.callee).endsWith('Endpoint')
}

/** The role of a function, or what stands for one. */
function roleOf(node: Node, constructs: readonly Draft[]): Node {
  const own = node.kind === 'reference' ? constructs.find(({ id, type }) => id === node.target && type === 'AWS::Lambda::Function') : undefined
  return (own && entry(own.properties, 'Role')?.value) ?? node
}

/** What `Grant.addToPrincipal` gives to a role. */
function grantDraft(file: CdkFile, own: ProgramCall, constructs: readonly Draft[]): Draft {
  const options = optionsIn(file.options(own), own)
  const value = (name: string): Node | undefined => options.entries.find(({ key }) => camelCase(key) === name)?.value
  const [actions, resources, grantee] = ['actions', 'resourceArns', 'grantee'].map(value)
  const statement = mapping(own.range, [named('Effect', decided('Allow', own.range)), actions && named('Action', actions), resources && named('Resource', resources)])
  return draft('AWS::IAM::Policy', own, [named('PolicyDocument', mapping(own.range, [named('Statement', statement)])), grantee && named('Roles', roleOf(grantee, constructs))])
}

/** What lets a service invoke a function. */
function permission(file: CdkFile, own: ProgramCall, options: Node | undefined, on: Node): Draft | undefined {
  const value = (name: string): Node | undefined => (options?.kind === 'mapping' ? options.entries.find(({ key }) => camelCase(key) === name)?.value : undefined)
  const principal = options ? value('principal') : given(file, own)
  if (!principal) return undefined
  const { principals: [party], conditions } = splitPrincipal(principal)
  const service = get(party, 'Service')
  if (!service) return undefined
  const keys = [...conditions, ...(options && isOpen(options) ? [options] : [])].flatMap(node => [...walk(node)]).flatMap(node => (node.kind === 'mapping' ? node.entries.map(({ key, value: inner }) => ({ key, value: inner })) : node.kind === 'scalar' ? [] : [{ key: 'aws:SourceAccount', value: node }]))
  const source = keys.find(({ key }) => /^aws:Source(?:Account|Arn|OrgID)$/i.test(key))
  return draft('AWS::Lambda::Permission', own, [
    named('Principal', service), named('FunctionName', on),
    ...['sourceAccount', 'sourceArn'].flatMap(name => {
      const written = value(name)
      return written ? [named(name.replace('s', 'S'), written)] : []
    }),
    ...(source ? [named('SourceAccount', source.value)] : []),
  ])
}

/** The containers of a task with their environment. */
function containerDraft(file: CdkFile, own: ProgramCall): Draft | undefined {
  const entries = containersOf(optionsIn(file.options(own, 1), own), own.range)
  return entries.length > 0 ? draft('AWS::ECS::TaskDefinition', own, entries) : undefined
}

/** What a machine runs when it starts. */
function userDataDraft(file: CdkFile, own: ProgramCall): Draft {
  const lines = file.foldAll(own.positional, own.scope).flatMap(command => [command, decided('\n', command.range)])
  return draft('AWS::EC2::Instance', own, [named('UserData', template(lines, own.range))])
}
