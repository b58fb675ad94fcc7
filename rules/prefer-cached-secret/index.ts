import type { Document } from '../../src/core/document.ts'
import type { FunctionScope, Program, ProgramCall } from '../../src/core/program.ts'
import { type Context, defineRule } from '../../src/core/rule.ts'
import { stringOf, get } from '../../src/core/tree.ts'
import { isCustomResource, isForEach, repetitionOf } from '../../src/iac/sdk/repeating.ts'
import { isRotation } from '../../src/iac/sdk/rotation.ts'
import { fixesFor } from './fix.ts'
import { type Operation, USAGE_WORDS, isWithin, lastName, usageOf } from '../../src/iac/sdk/usage.ts'

const KEEPING = /(?:^|[._])(?:lru_cache|cache|cached|ttl_cache|memoize|memoized|memo|once|alru_cache|singleton|cachedmethod|cached_property|CachedValue|pMemoize|useMemo)\b/i

export default defineRule({
  id: 'prefer-cached-secret',
  summary: 'Require that a secret that is read again and again is cached',
  severity: 'warning',
  presets: { recommended: false, strict: {} },
  messages: {
    request: 'The secret is fetched for every request: each one waits and pays for it, and many together are throttled.',
    loop: 'The secret is fetched in each turn of a loop: each one waits and pays for it, and many together are throttled.',
  },
  keywords: USAGE_WORDS,
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *check(document: Document, { project }: Context) {
    const { program } = document
    if (!program || isRotation(document) || isCustomResource(document)) return
    for (const { call, operation } of usageOf(program).reads) {
      if (operation?.name !== 'GetSecretValue' || asksForOne(operation)) continue
      const repeated = isKept(document, program, call) ? undefined : repetitionOf(program, call)
      if (repeated === 'request' || (repeated === 'loop' && !isForEach(program, operation))) {
        yield { messageId: repeated, range: operation.maker.calleeRange, fixes: () => fixesFor(document, program, operation, project) } as const
      }
    }
  },
})

/** Whether a version of its own is read, as tools that compare or rotate do. */
function asksForOne({ request }: Operation): boolean {
  const stage = get(request, 'VersionStage')
  return get(request, 'VersionId') !== undefined || (stage !== undefined && stringOf(stage) !== 'AWSCURRENT')
}

/** Whether what is read, or the function that reads it, is kept: in a name or member that outlives the function, or by what remembers results. */
function isKept({ text }: Document, program: Program, { scope, range }: ProgramCall): boolean {
  for (let at: FunctionScope | undefined = scope; at; at = at.parent) {
    const own = at
    if (!own.parent) return false
    if (own.decorators.some(decorator => KEEPING.test(decorator)) || (own.passedTo !== undefined && KEEPING.test(own.passedTo))) return true
    const outliving = program.bindings.some(binding => binding.scope === own && (isOutliving(text, binding.name, own) || (isWithin(range, binding.range) && /^(?:\?\?=|\|\|=)$/.test(operatorOf(binding.value)))))
    if (outliving) return true
    if (program.calls.some(call => isWithin(call.range, own.range) && (/(?:cache|memo)\w*\.(?:set|put|get|has)$/i.test(call.callee) || (lastName(call.callee) === 'set' && /^_?[a-z]*secrets?$/i.test(call.callee.split('.').at(-2) ?? ''))))) return true
    if (/cache/i.test(own.name) || program.calls.some(call => KEEPING.test(call.callee) && call.positional.some(given => given.kind === 'reference' && lastName(given.target) === own.name))) return true
  }
  return false
}

function operatorOf(node: { readonly kind: string; readonly callee?: string }): string {
  return node.callee ?? ''
}

/** Whether a name lives longer than the function that sets it. */
function isOutliving(text: string, name: string, { range, parameters }: FunctionScope): boolean {
  const [head = ''] = name.split('.')
  if (name.startsWith('process.env.') || name.startsWith('os.environ.')) return false
  if (head === 'this' || head === 'self' || head === 'cls' || head === 'globalThis' || head === 'global') return true
  const body = text.slice(...range)
  if (new RegExp(`\\bglobal\\s[^\\n]*\\b${head}\\b`).test(body)) return true
  if (name.includes('.')) return /cache|memo|store|secrets/i.test(head) && !parameters.includes(head)
  return new RegExp(`(?:^|\\n)\\s*(?:export\\s+)?(?:let|var)\\s[^;\\n]*\\b${head}\\b`).test(text) && !new RegExp(`\\b(?:let|const|var)\\s+(?:[\\[{][^=\\n]*)?\\b${head}\\b`).test(body)
}
