import { type Binding, type FunctionScope, type Program, type ProgramCall, isProgramCall, qualified, resolve } from '../../core/program.ts'
import { type Entry, type Mapping, type Node, entry, stringOf } from '../../core/tree.ts'
import type { Range } from '../../core/text.ts'
import { OPERATIONS, type OperationName, SHARED, operationNamed } from './operations.ts'

/** One call of Secrets Manager. */
export interface Operation {
  readonly name: OperationName
  /** What gives its response: `client.send(…)`, `client.get_secret_value(…)`. */
  readonly call: ProgramCall
  /** What holds the request: of version 3, the command. */
  readonly maker: ProgramCall
  readonly request: Mapping
  /** Whether all that is requested is written. */
  readonly complete: boolean
}

/** A call that gives a secret. */
export interface Read {
  readonly call: ProgramCall
  /** What it gives: the response of the API, or the secret itself. */
  readonly gives: 'response' | 'secret'
  /** Whether what is called keeps the secret for a while. */
  readonly cached: boolean
  readonly operation?: Operation
  /** Which secret. */
  readonly id?: Node
}

/** What a program does with Secrets Manager. */
export interface Usage {
  readonly operations: readonly Operation[]
  readonly reads: readonly Read[]
}

/** Words one of which stands in every program that uses Secrets Manager, in lower case. */
export const USAGE_WORDS = ['secretsmanager', 'secrets-manager', 'secrets_manager', 'powertools/parameters', 'aws_lambda_powertools.utilities', 'getsecretvalue', 'get_secret_value'] as const

/** What a program names that hands its own keys to a client of AWS. */
export const CREDENTIAL_WORDS = ['secretaccesskey', 'aws_secret_access_key'] as const

/** Names of clients, where nothing else tells. */
const CLIENT = /^(?:_*aws_?)?(?:secrets?_?managers?(?:_?(?:client|service))?|secrets?_?client|_?sm(?:_?client)?|client_?sm)$/i
/** What gives back the client that it is given. */
const WRAPPING = /capture|instrument|wrap|trace|enter_async_context|patch/i
const MODULES = /aws-sdk|secretsmanager|secrets-manager/i
const POWERTOOLS = /^@aws-lambda-powertools\/parameters|^aws_lambda_powertools\.utilities/

const known = new WeakMap<Program, Usage>()

/** What a program does with Secrets Manager. Read once. */
export function usageOf(program: Program): Usage {
  let usage = known.get(program)
  if (!usage) known.set(program, (usage = read(program)))
  return usage
}

function read(program: Program): Usage {
  const operations = program.calls.flatMap(call => operationOf(program, call) ?? [])
  const answers = operations.filter(({ name }) => name === 'GetSecretValue' || name === 'BatchGetSecretValue')
  const reads = answers.map((operation): Read => ({ call: operation.call, gives: 'response', cached: false, operation, ...idOf(operation.request) }))
  return { operations, reads: [...reads, ...program.calls.flatMap(call => helperRead(program, call) ?? [])] }
}

function idOf(request: Mapping): { readonly id?: Node } {
  const id = entry(request, 'SecretId')?.value
  return id ? { id } : {}
}

function operationOf(program: Program, call: ProgramCall): Operation | undefined {
  const from = qualified(program, call.callee)
  const method = lastName(from ?? call.callee)
  const command = /^(\w+)Command$/.exec(method)?.[1]
  const name = command === undefined ? operationNamed(method) : OPERATIONS.find(each => each === command)
  if (!name) return undefined
  const { request, complete } = requestOf(program, call)
  if (command !== undefined) {
    if (from === undefined ? SHARED.has(name) && !isModuleMember(program, call.callee) : !MODULES.test(from)) return undefined
    return { name, call: senderOf(program, call) ?? call, maker: call, request, complete }
  }
  const own = call.receiver
  if (!own) return undefined
  const telling = !SHARED.has(name) && entry(request, 'SecretId') !== undefined
  return telling || isClient(program, own, call.scope) ? { name, call, maker: call, request, complete } : undefined
}

/** Whether a name is a member of something whose name speaks of Secrets Manager: a namespace that is imported late. */
function isModuleMember(program: Program, callee: string): boolean {
  return callee.includes('.') && program.imports.length === 0
}

/** What sends a command. */
function senderOf(program: Program, command: ProgramCall): ProgramCall | undefined {
  return program.calls.find(({ callee, positional, scope }) => {
    const [first] = positional
    if (!first || !callee.includes('.')) return false
    return first === command || (first.kind === 'reference' && bindingsNamed(program, first.target).some(({ value, scope: own }) => value === command && reaches(scope, own)))
  })
}

function reaches(scope: FunctionScope, outer: FunctionScope): boolean {
  for (let at: FunctionScope | undefined = scope; at; at = at.parent) if (at === outer) return true
  return false
}

/** The request of a call: its keywords and the objects it is given, with what is spread into them. */
function requestOf(program: Program, call: ProgramCall): Pick<Operation, 'request' | 'complete'> {
  const entries: Entry[] = []
  let complete = true
  const add = (node: Node, depth: number): void => {
    const written = resolve(program, node, call.scope)
    if (written.kind !== 'mapping' || depth > 4) complete = false
    else for (const each of written.entries) addEntry(each, depth)
  }
  const addEntry = (each: Entry, depth: number): void => {
    if (each.key === '...') add(each.value.kind === 'call' && each.value.callee === '...' && each.value.arguments[0] ? each.value.arguments[0] : each.value, depth + 1)
    else entries.push(each)
  }
  const [first] = call.positional
  if (first) add(first, 0)
  for (const keyword of call.keywords) addEntry(keyword, 0)
  return { request: { kind: 'mapping', range: first?.range ?? call.range, entries }, complete }
}

/** Whether a node is a client of Secrets Manager, by what makes it or else by its name. */
export function isClient(program: Program, node: Node, scope: FunctionScope, depth = 0): boolean {
  if (depth > 8) return false
  if (node.kind === 'reference') {
    const values = bindingsNamed(program, node.target).filter(({ name, scope: own }) => name.includes('.') || reaches(scope, own))
    return CLIENT.test(lastName(node.target)) || values.some(({ value, scope: own }) => isClient(program, value, own, depth + 1))
  }
  if (node.kind !== 'call') return false
  if (!isProgramCall(node)) return /^(?:\?\?|\|\||or|\?\?=|\|\|=|\?:)$/.test(node.callee) && node.arguments.some(part => isClient(program, part, scope, depth + 1))
  const name = lastName(node.callee)
  if (/^SecretsManager(?:Client)?$/.test(name)) return MODULES.test(qualified(program, node.callee) ?? 'aws-sdk')
  if (node.arguments.some(argument => stringOf(argument) === 'secretsmanager')) return true
  if (WRAPPING.test(name) && node.arguments.some(argument => isClient(program, argument, scope, depth + 1))) return true
  const maker = functionNamed(program, node)
  return maker !== undefined && maker.returns.some(each => isClient(program, each, maker, depth + 1))
}

/** The function of the same file that a call calls: by its name alone, or as a member of its own object. */
export function functionNamed(program: Program, { callee }: ProgramCall): FunctionScope | undefined {
  const match = /^(?:(?:this|self|cls)\.)?([\w$#]+)$/.exec(callee)
  return match ? functionsOf(program).get(match[1] ?? '') : undefined
}

const functions = new WeakMap<Program, ReadonlyMap<string, FunctionScope>>()

/** The functions of a program by their names; of two with one name, the first. */
function functionsOf(program: Program): ReadonlyMap<string, FunctionScope> {
  let named = functions.get(program)
  if (!named) functions.set(program, (named = new Map(program.functions.toReversed().flatMap(each => (each.name === '' ? [] : [[each.name, each] as const])))))
  return named
}

const bindings = new WeakMap<Program, ReadonlyMap<string, readonly Binding[]>>()

/** What a name is bound to anywhere in a program. */
export function bindingsNamed(program: Program, name: string): readonly Binding[] {
  let named = bindings.get(program)
  if (!named) {
    const made = new Map<string, Binding[]>()
    for (const each of program.bindings) {
      const others = made.get(each.name)
      if (others) others.push(each)
      else made.set(each.name, [each])
    }
    bindings.set(program, (named = made))
  }
  return named.get(name) ?? []
}

/** A read by what keeps secrets: Powertools, the caching client, the extension of Lambda. */
function helperRead(program: Program, call: ProgramCall): Read | undefined {
  const from = qualified(program, call.callee) ?? ''
  const method = lastName(from || call.callee)
  const [first] = call.positional
  const id = first && first.kind !== 'mapping' ? { id: first } : {}
  const read: Read = { call, gives: 'secret', cached: true, ...id }
  if (/^get_?secret$/i.test(method) && POWERTOOLS.test(from)) return read
  if (/^get_secret_(?:string|binary)$|^getSecret(?:String|Binary|Value)$/.test(method) && call.receiver && isMadeBy(program, call.receiver, call.scope, /^SecretCache$|^SecretsManagerCach/)) return read
  if (/^(?:get|get_multiple)$/.test(method) && call.receiver && isMadeBy(program, call.receiver, call.scope, /^SecretsProvider$/)) return read
  const asks = /^(?:fetch|get|request|urlopen|got|axios)$/.test(method) && call.arguments.some(argument => isExtension(resolve(program, argument, call.scope)))
  return asks ? { call, gives: 'response', cached: true } : undefined
}

function isExtension(node: Node): boolean {
  if (node.kind === 'call' && (node.callee === 'template' || node.callee === '+')) return node.arguments.some(isExtension)
  return /^http:\/\/localhost:\d+\/secretsmanager\/get|\/secretsmanager\/get\?secretId=/.test(stringOf(node) ?? '')
}

function isMadeBy(program: Program, node: Node, scope: FunctionScope, maker: RegExp): boolean {
  const made = (value: Node): boolean => isProgramCall(value) && maker.test(lastName(value.callee))
  if (node.kind !== 'reference') return made(node)
  return bindingsNamed(program, node.target).some(({ name, value, scope: own }) => (name.includes('.') || reaches(scope, own)) && made(value))
}

/** The name behind the last dot. */
export function lastName(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1)
}

/** A node that what surrounds it may hold. */
export function isWithin([start, end]: Range, [from, to]: Range): boolean {
  return from <= start && end <= to
}
