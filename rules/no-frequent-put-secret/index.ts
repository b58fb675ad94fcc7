import type { Document } from '../../src/core/document.ts'
import { type FunctionScope, type Program, type ProgramCall, isProgramCall, resolve } from '../../src/core/program.ts'
import { defineRule } from '../../src/core/rule.ts'
import { type Node, get, walk } from '../../src/core/tree.ts'
import { callersOf, loopAround } from '../../src/iac/sdk/repeating.ts'
import { type Operation, USAGE_WORDS, lastName, usageOf } from '../../src/iac/sdk/usage.ts'

/** What Secrets Manager advises to keep between two versions, in milliseconds. */
const LEAST = 600_000

export default defineRule({
  id: 'no-frequent-put-secret',
  summary: 'Disallow writing versions of a secret one after the other',
  severity: 'warning',
  presets: { recommended: false, strict: {} },
  messages: {
    loop: 'Each turn of the loop makes a version of the same secret: it takes one in 10 minutes, and refuses more when 100 are young.',
    often: 'A version of the secret every {{minutes}} minutes is too often: it takes one in 10 minutes, and refuses more when 100 are young.',
  },
  keywords: USAGE_WORDS,
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *check(document: Document) {
    const { program } = document
    if (!program) return
    for (const operation of usageOf(program).operations) {
      if (!isPut(operation)) continue
      const range = operation.maker.calleeRange
      const every = intervalOf(program, operation.call)
      if (every !== undefined) yield { messageId: 'often', range, data: { minutes: String(Math.round(every / 6000) / 10) } } as const
      else if (isLooped(document, program, operation)) yield { messageId: 'loop', range } as const
    }
  },
})

function isPut({ name, request }: Operation): boolean {
  return name === 'PutSecretValue' || (name === 'UpdateSecret' && (get(request, 'SecretString') ?? get(request, 'SecretBinary')) !== undefined)
}

/** Whether a loop writes the same secret in each turn. One that tries again until it works writes once. */
function isLooped({ text }: Document, program: Program, { call, request }: Operation): boolean {
  const { scope } = call
  const loop = loopAround(scope, call.range)
  const id = get(request, 'SecretId')
  if (!loop || !id || /\b(?:attempt|retr(?:y|ies)|tries|backoff)/i.test(text.slice(text.lastIndexOf('\n', loop[0]) + 1, loop[1]))) return false
  const inside = program.bindings.filter(({ scope: own, nameRange }) => own === scope && loop[0] - 400 < nameRange[0] && nameRange[0] < loop[1]).filter(({ value, nameRange }) => nameRange[0] >= loop[0] || (value.kind === 'call' && value.callee === 'item') || isItemMember(value))
  const names = new Set(inside.map(({ name }) => name))
  const breaks = /\b(?:break|return)\b/.test(text.slice(...loop))
  return !breaks && ![...walk(id)].some(node => (node.kind === 'reference' && names.has(node.target.split('.')[0] ?? '')) || isProgramCall(node))
}

function isItemMember(node: Node): boolean {
  return node.kind === 'call' && node.callee === 'member' && [...walk(node)].some(each => each.kind === 'call' && each.callee === 'item')
}

/** How often a call is made by a timer, in milliseconds, if that is too often. */
function intervalOf(program: Program, call: ProgramCall): number | undefined {
  for (let at: FunctionScope | undefined = call.scope; at; at = at.parent) {
    const own = at
    const timer = program.calls.find(({ callee, positional: [first] }) => /(?:^|\.)setInterval$/.test(callee) && first !== undefined && (first.range[0] === own.range[0] || (first.kind === 'reference' && own.name !== '' && lastName(first.target) === own.name)))
    const time = timer?.positional[1] && amount(resolve(program, timer.positional[1], timer.scope))
    if (time !== undefined && time < LEAST) return time
    const again = own.name === '' ? undefined : callersOf(program, own).map(caller => intervalOf(program, caller)).find(found => found !== undefined)
    if (again !== undefined) return again
  }
  return undefined
}

/** The number that a product says. */
function amount(node: Node): number | undefined {
  if (node.kind === 'scalar') return typeof node.value === 'number' ? node.value : undefined
  if (node.kind !== 'call' || node.callee !== '*') return undefined
  return node.arguments.map(amount).reduce((product, factor) => (product === undefined || factor === undefined ? undefined : product * factor), 1)
}
