import type { Document } from '../../core/document.ts'
import type { FunctionScope, Program, ProgramCall } from '../../core/program.ts'
import type { Range } from '../../core/text.ts'
import { type Node, get, walk } from '../../core/tree.ts'
import { type Operation, functionNamed, isWithin, lastName } from './usage.ts'

/** How it comes that something is done again and again. */
export type Repetition = 'request' | 'loop'

const HANDLER = /^(?:lambda_?)?_?(?:event_?)?handler$|(?:^|_)handler$|Handler$/i
const ROUTE = /(?:^|\.)(?:app|router|routes?|blueprint|bp|api|server|fastify|\w+_(?:bp|api|router|app|blueprint)|\w+Router)\.(?:route|get|post|put|patch|delete|all|use|options|head|websocket|api_route|on)\b|^(?:Get|Post|Put|Patch|Delete|All)\(/
/** What frameworks give to what answers a request. */
const REQUESTS = [['event', 'context'], ['event', '_context'], ['event'], ['req', 'res'], ['request', 'response'], ['request', 'reply'], ['request']]
const PER_ITEM = /\.(?:map|forEach|flatMap|filter|reduce|some|every|eachLimit)$|^setInterval$/
const WRAPPER = /^(?:middy|wrapHandler|Sentry\.wrapHandler|AWSLambda\.wrapHandler|handler|withPowertools)/

/** Whether a program is called once for each deployment: it makes a resource of its own for CloudFormation. */
export function isCustomResource({ text }: Document): boolean {
  return /\bRequestType\b/.test(text) && /\b(?:ResourceProperties|PhysicalResourceId|cfnresponse|CloudFormationCustomResource\w*)\b/.test(text)
}

/** Why a call is made more than once in the life of a program; undefined: once, as far as is known. */
export function repetitionOf(program: Program, call: ProgramCall, depth = 0): Repetition | undefined {
  if (loopAround(call.scope, call.range)) return 'loop'
  for (let at: FunctionScope | undefined = call.scope; at; at = at.parent) {
    if (at.passedTo !== undefined && PER_ITEM.test(at.passedTo)) return 'loop'
    if (isRequest(at)) return 'request'
    if (at.parent && loopAround(at.parent, at.range)) return 'loop'
    const callers = depth < 3 ? callersOf(program, at) : []
    for (const caller of callers) {
      const repeated = repetitionOf(program, caller, depth + 1)
      if (repeated) return repeated
    }
  }
  return undefined
}

/** The calls of a function within its file. */
export function callersOf(program: Program, made: FunctionScope): readonly ProgramCall[] {
  return made.name === '' ? [] : program.calls.filter(call => functionNamed(program, call) === made && !isWithin(call.range, made.range))
}

/** The innermost loop of a function that something stands in. */
export function loopAround({ loops }: FunctionScope, range: Range): Range | undefined {
  return loops.filter(loop => isWithin(range, loop)).toSorted((one, other) => other[0] - one[0])[0]
}

function isRequest({ name, decorators, passedTo, parameters, parent }: FunctionScope): boolean {
  if (REQUESTS.some(names => names.every((own, index) => parameters[index] === own)) && parent?.parent === undefined) return true
  return HANDLER.test(lastName(name)) || /^(?:GET|POST|PUT|PATCH|DELETE)$/.test(name) || decorators.some(decorator => ROUTE.test(decorator)) || (passedTo !== undefined && (ROUTE.test(passedTo) || WRAPPER.test(passedTo)))
}

/** Whether a request is made for each secret of a list. */
export function isForEach(program: Program, { request, maker, call }: Operation): boolean {
  const id = get(request, 'SecretId')
  return id !== undefined && (isEach(program, id, maker) || isAskedForEach(program, id, call))
}

/** Whether an id comes from the list that the loop around a call goes through. */
function isEach(program: Program, id: Node, { scope, range }: ProgramCall): boolean {
  const names = [...walk(id)].flatMap(node => (node.kind === 'reference' ? [node.target.split('.')[0] ?? ''] : []))
  for (let at: FunctionScope | undefined = scope; at; at = at.parent) {
    const own = at
    if (own.passedTo !== undefined && /\.(?:map|forEach|flatMap)$/.test(own.passedTo) && names.some(name => own.parameters.includes(name))) return true
    const inLoop = loopAround(own, range) !== undefined || own === scope
    if (inLoop && names.some(name => program.bindings.some(binding => binding.name === name && binding.scope === own && isItem(binding.value)))) return true
  }
  return false
}

/** One of a list, not one of its numbers. */
function isItem(node: Node): boolean {
  if (node.kind !== 'call') return false
  if (node.callee === 'item') {
    const [list] = node.arguments
    return !(list?.kind === 'call' && /^range$/.test(list.callee)) && !(list?.kind === 'sequence' && list.items.length < 2)
  }
  return node.callee === 'member' && node.arguments[0] !== undefined && isItem(node.arguments[0])
}

/** Whether a function that is given the id is called for each of a list. */
function isAskedForEach(program: Program, id: Node, { scope }: ProgramCall): boolean {
  if (id.kind !== 'reference') return false
  const index = scope.parameters.filter(name => name !== 'self' && name !== 'cls').indexOf(id.target)
  return index >= 0 && callersOf(program, scope).some(caller => {
    const given = caller.positional[index] ?? caller.keywords.find(({ key }) => key === id.target)?.value
    return given !== undefined && isEach(program, given, caller)
  })
}
