import type { Document } from '../../core/document.ts'
import { type FunctionScope, type Program, type ProgramCall, isProgramCall, option, qualified, resolve } from '../../core/program.ts'
import type { CodeSecret } from '../../core/rule.ts'
import { type Node, entry, stringOf } from '../../core/tree.ts'
import { OPERATIONS, type OperationName, SHARED, operationNamed } from './operations.ts'
import { type Operation, functionNamed, isClient, lastName, usageOf } from './usage.ts'

/** What one program needs of Secrets Manager. */
export interface Needs {
  readonly calls: readonly Needed[]
  /** Methods that are named like an operation, called on something of another file: whether they are one, that file says. */
  readonly foreign: readonly string[]
}

/** A call with the actions that it needs. */
export interface Needed {
  readonly call: ProgramCall
  readonly actions: readonly string[]
  /** Which secrets; undefined where the program does not say. */
  readonly secrets: readonly CodeSecret[] | undefined
}

/** Code that is not written in the file, and requests that are made without the SDK. */
const HIDDEN = /(?<![.\w$])(?:eval|exec|__import__)\s*\(|\bimport_module\s*\(|\b(?:require|import)\s*\((?!\s*["'`])|secretsmanager\.[^\s"'`]{0,80}amazonaws|\b(?:get|put|create|delete|update|describe|rotate|restore)-secret\b|\baws secretsmanager\b/
const EXTENSION = /secretsmanager\/get\?|localhost:2773/
/** Methods of a client that ask nothing of the service. */
const LOCAL = /^(?:send|close|destroy|can_paginate|promise|__enter__|__exit__|__aenter__|__aexit__|aclose)$/
const CACHE = /^(?:SecretCache|SecretsManagerCach\w*|SecretsProvider|InjectSecretString|InjectKeywordedSecretString)$/
const SDK = /client-secrets-manager/

/** What a program needs; undefined where it does something that cannot be seen. */
export function needsOf({ program, text }: Document): Needs | undefined {
  if (!program || HIDDEN.test(text)) return undefined
  const { operations, reads } = usageOf(program)
  const helped = reads.filter(({ operation }) => !operation)
  if (EXTENSION.test(text) && helped.length === 0) return undefined
  if (program.functions.some(({ decorators }) => decorators.some(name => /Inject\w*SecretString/.test(name)))) return undefined
  const counted = new Set<ProgramCall>([...operations.flatMap(({ call, maker }) => [call, maker]), ...helped.map(({ call }) => call)])
  const others = program.calls.filter(call => !counted.has(call))
  if (others.some(call => isOpaque(program, call))) return undefined
  const calls = [
    ...operations.map(operation => neededBy(program, operation)),
    ...helped.map(({ call, id }) => ({ call, actions: helperActions(program, call), secrets: id && secretsOf(program, id, call.scope) })),
    ...others.flatMap(call => paginated(program, call) ?? []),
  ]
  if (!calls.every(call => call !== undefined)) return undefined
  return { calls, foreign: others.filter(call => call.receiver && !SHARED.has(operationNamed(lastName(call.callee)) ?? '') && operationNamed(lastName(call.callee))).filter(call => !functionNamed(program, call)).map(({ callee }) => lastName(callee)) }
}

/** Whether a call may be one of Secrets Manager, or hand its client to what cannot be seen. */
function isOpaque(program: Program, call: ProgramCall): boolean {
  const { callee, receiver, positional, keywords, scope } = call
  const name = lastName(callee)
  const given = [...positional, ...keywords.map(({ value }) => value)]
  if (/^(?:client|resource|create_client)$/.test(name) && receiver) {
    const service = positional[0] ?? option(call, 'service_name')
    if (service && stringOf(resolve(program, service, scope)) === undefined) return true
  }
  const from = qualified(program, callee)
  if (from !== undefined && SDK.test(from) && !/(?:Client|SecretsManager|Exception|Error|Command)$/.test(name) && !pagesOf(program, call)) return true
  if (receiver && from === undefined && isClient(program, receiver, scope) && !LOCAL.test(name) && !/\.(?:exceptions|meta|config|middlewareStack)\b/.test(callee) && !pagesOf(program, call)) return true
  const shared = operationNamed(name)
  if (receiver && shared && SHARED.has(shared) && resolve(program, receiver, scope).kind === 'reference') return true
  return !pagesOf(program, call) && !CACHE.test(name) && !functionNamed(program, call) && given.some(node => node.kind !== 'mapping' && isClient(program, node, scope) && isMade(program, node, scope))
}

/** Whether a name that looks like one of a client is bound to one. */
function isMade(program: Program, node: Node, scope: FunctionScope): boolean {
  return node.kind !== 'reference' || isProgramCall(resolve(program, node, scope))
}

/** The operation whose pages a call gives: `paginateListSecrets(…)`, `client.get_paginator("list_secrets")`. */
function pagesOf(program: Program, { callee, positional, scope }: ProgramCall): OperationName | undefined {
  const method = lastName(qualified(program, callee) ?? callee)
  if (method === 'get_paginator') return positional[0] && operationNamed(stringOf(resolve(program, positional[0], scope)) ?? '')
  const name = /^paginate([A-Z]\w+)$/.exec(method)?.[1]
  return OPERATIONS.find(each => each === name)
}

function paginated(program: Program, call: ProgramCall): Needed | undefined {
  const name = pagesOf(program, call)
  return name && { call, actions: withOthers(name), secrets: undefined }
}

function neededBy(program: Program, { name, call, maker, request, complete }: Operation): Needed | undefined {
  if (!complete && name === 'CreateSecret') return undefined
  const id = entry(request, 'SecretId')?.value
  const also = name !== 'CreateSecret' ? [] : [['Tags', 'TagResource'], ['AddReplicaRegions', 'ReplicateSecretToRegions']].flatMap(([key = '', action = '']) => (entry(request, key) ? [action] : []))
  return { call, actions: [...withOthers(name), ...also], secrets: id && secretsOf(program, id, maker.scope) }
}

/** An operation of several secrets asks for each of them as well. */
function withOthers(name: OperationName): readonly string[] {
  return name === 'BatchGetSecretValue' ? [name, 'GetSecretValue'] : [name]
}

/** What a helper asks for: the caching client looks first whether there is a new version. */
function helperActions(program: Program, call: ProgramCall): readonly string[] {
  return /^get_secret_(?:string|binary)$|^getSecret(?:String|Binary)$/.test(lastName(qualified(program, call.callee) ?? call.callee)) ? ['DescribeSecret', 'GetSecretValue'] : ['GetSecretValue']
}

function secretsOf(program: Program, id: Node, scope: FunctionScope): readonly CodeSecret[] | undefined {
  const written = resolve(program, id, scope)
  const text = stringOf(written)
  if (text !== undefined) return [{ id: text }]
  if (written.kind === 'reference') {
    const [, name] = /^(?:process\.env|os\.environ)\.(\w+)$/.exec(written.target) ?? []
    return name === undefined ? undefined : [{ variable: name }]
  }
  if (written.kind !== 'call') return undefined
  const [first, second] = written.arguments
  const member = written.callee === 'member' && first?.kind === 'reference' && /^(?:process\.env|os\.environ)$/.test(first.target) ? stringOf(second) : undefined
  // What stands for a variable that is not set is another secret.
  const called = isProgramCall(written) && /^(?:os\.)?(?:environ\.get|getenv)$/.test(written.callee) && written.positional.length === 1 ? stringOf(written.positional[0]) : undefined
  const variable = member ?? called
  return variable === undefined ? undefined : [{ variable }]
}
