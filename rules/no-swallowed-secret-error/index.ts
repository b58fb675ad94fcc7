import type { Document } from '../../src/core/document.ts'
import { type Action, type FunctionScope, type HandlerClause, type Program, type ProgramCall, isProgramCall } from '../../src/core/program.ts'
import { defineRule } from '../../src/core/rule.ts'
import type { Node } from '../../src/core/tree.ts'
import { isLogging } from '../../src/iac/sdk/logging.ts'
import { USAGE_WORDS, functionNamed, isWithin, lastName, usageOf } from '../../src/iac/sdk/usage.ts'

type Swallowed = 'nothing' | 'printed' | 'literal' | 'none'

/** What catches whatever goes wrong with a call. */
const BROAD = /^(?:Exception|BaseException|Error|ClientError|BotoCoreError|Throwable|StandardError)$/

export default defineRule({
  id: 'no-swallowed-secret-error',
  summary: 'Disallow handlers that hide that a secret could not be read',
  severity: 'warning',
  presets: { recommended: {}, strict: {} },
  messages: {
    nothing: 'The error is dropped: the program goes on without the secret, and fails elsewhere.',
    printed: 'The error is only printed: the program goes on without the secret, and fails elsewhere.',
    literal: 'The program goes on with a value that is written here, whatever the reason was.',
    none: 'The program goes on without the secret, whatever the reason was, and fails elsewhere.',
  },
  keywords: USAGE_WORDS,
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *check(document: Document) {
    const { program } = document
    if (!program) return
    const seen = new Set<HandlerClause>()
    for (const call of callsOf(program)) {
      const clauses = clausesFor(call)
      const specific = clauses.some(clause => clause.catches.some(name => /NotFound/.test(name)))
      for (const clause of specific ? [] : clauses) {
        const swallowed = isBroad(clause) && !seen.has(clause) ? judge(clause.actions) : undefined
        seen.add(clause)
        if (swallowed) yield { messageId: swallowed, range: [clause.range[0], clause.range[0] + wordLength(document.text, clause)] } as const
      }
      const caught = rejectionOf(program, call)
      if (caught) yield { messageId: caught.swallowed, range: caught.range } as const
    }
  },
})

/** The calls that read a secret, and those of functions of the file that do. */
function callsOf(program: Program): readonly ProgramCall[] {
  const reads = usageOf(program).reads.map(({ call }) => call)
  const readers = new Set(reads.map(({ scope }) => scope).filter(({ parent }) => parent !== undefined))
  return [...reads, ...program.calls.filter(call => {
    const called = functionNamed(program, call)
    return called !== undefined && readers.has(called)
  })]
}

/** The clauses of the innermost `try` around a call, in its function. */
function clausesFor({ range, scope }: ProgramCall): readonly HandlerClause[] {
  for (let at: FunctionScope | undefined = scope; at; at = at.parent) {
    const around = at.handlers.filter(handler => isWithin(range, handler.range)).toSorted((one, other) => other.range[0] - one.range[0])
    const [inner] = around
    if (inner) return inner.clauses
    if (at.passedTo === undefined) return []
  }
  return []
}

function isBroad({ catches }: HandlerClause): boolean {
  return catches.length === 0 || catches.some(name => BROAD.test(lastName(name)))
}

/** What a handler makes of an error; undefined: it deals with it, or may do so. */
function judge(actions: readonly Action[]): Swallowed | undefined {
  const doing = actions.filter(({ kind, node }) => kind !== 'nothing' && !(node?.kind === 'call' && node.callee === 'Ellipsis'))
  const [only, second] = doing.filter(({ kind, node }) => !(isProgramCall(node) && kind === 'call' && isLogging(node)))
  if (!only) return doing.length === 0 ? 'nothing' : 'printed'
  if (second || (only.kind !== 'return' && only.kind !== 'assign')) return undefined
  return fallback(only.node)
}

/** What is used in place of a secret, if that is nothing or a text that is written. */
function fallback(node: Node | undefined): Swallowed | undefined {
  if (!node) return 'none'
  if (node.kind === 'mapping') return node.entries.length === 0 ? 'none' : node.entries.some(({ key }) => /pass|pwd|secret|token|key/i.test(key)) && node.entries.every(({ value }) => value.kind === 'scalar') ? 'literal' : undefined
  if (node.kind === 'call' && /^(?:\|\||\?\?|or)$/.test(node.callee)) return fallback(node.arguments[1]) === 'literal' ? 'literal' : undefined
  if (isProgramCall(node) && /(?:^|\.)(?:getenv|environ\.get)$/.test(node.callee)) return node.positional[1] && fallback(node.positional[1]) === 'literal' ? 'literal' : undefined
  if (node.kind === 'sequence') return node.items.length === 0 ? 'none' : undefined
  if (node.kind !== 'scalar' || typeof node.value === 'boolean') return undefined
  return node.value === null || node.value === '' ? 'none' : typeof node.value === 'string' ? 'literal' : undefined
}

/** What `.catch(…)` behind a call makes of its error. */
function rejectionOf(program: Program, read: ProgramCall): { readonly swallowed: Swallowed; readonly range: readonly [number, number] } | undefined {
  const caught = program.calls.find(({ callee, receiver }) => lastName(callee) === 'catch' && receiver !== undefined && isWithin(read.range, receiver.range))
  const [given] = caught?.positional ?? []
  const range = caught && ([caught.calleeRange[1] - 'catch'.length, caught.calleeRange[1]] as const)
  if (range && given?.kind === 'reference' && /^(?:console|_?log(?:ger)?|this\.logger)\.\w+$/.test(given.target)) return { swallowed: 'printed', range }
  const handler = given && program.functions.find(({ range }) => range[0] === given.range[0] && range[1] === given.range[1])
  if (!range || !handler || handler.throws.length > 0 || handler.handlers.length > 0) return undefined
  const calls = program.calls.filter(({ scope }) => scope === handler)
  if (!calls.every(isLogging) || program.functions.some(({ parent }) => parent === handler)) return undefined
  const [returned, second] = handler.returns
  if (second || program.bindings.some(({ scope }) => scope === handler)) return undefined
  if (!returned || (isProgramCall(returned) && isLogging(returned))) return { swallowed: calls.length > 0 ? 'printed' : 'nothing', range }
  const swallowed = fallback(returned)
  return swallowed && { swallowed, range }
}

/** How long the word is that opens a clause: `catch`, `except`. */
function wordLength(text: string, { range }: HandlerClause): number {
  return /^\w+/.exec(text.slice(range[0], range[0] + 12))?.[0].length ?? 1
}
