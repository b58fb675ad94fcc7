import type { Document } from '../../src/core/document.ts'
import type { FunctionScope } from '../../src/core/program.ts'
import type { Range } from '../../src/core/text.ts'
import { defineRule } from '../../src/core/rule.ts'
import { type Node, get, stringOf, walk } from '../../src/core/tree.ts'
import { STEPS, isRotation } from '../../src/iac/sdk/rotation.ts'
import { type Operation, USAGE_WORDS, usageOf } from '../../src/iac/sdk/usage.ts'
import { sentence } from '../../src/iac/words.ts'

export default defineRule({
  id: 'require-rotation-steps',
  summary: 'Require that a rotation function does every step, and can do each again',
  severity: 'warning',
  presets: { recommended: false, strict: {} },
  messages: {
    step: 'The function does nothing at {{steps}}: a rotation that skips a step leaves a secret that does not work, or none that is new.',
    early: 'The new value becomes current before it was tested: if it does not work, nothing that reads the secret does.',
    token: 'The function does not look whether the token belongs to a version of the secret that waits for rotation, so any call rotates.',
    again: 'The step makes a new value without looking for one that waits: Secrets Manager calls it again after an error, and the value that was set is lost.',
  },
  keywords: USAGE_WORDS,
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *check(document: Document) {
    const { program, text } = document
    if (!program || !isRotation(document)) return
    const { operations } = usageOf(program)
    if (operations.length === 0) return
    const place = placeOf(document)
    const missing = STEPS.filter(step => !isSaid(text, step))
    if (missing.length > 0) yield { messageId: 'step', range: place, data: { steps: sentence(missing) } } as const
    if (!/\bVersionIdsToStages\b|list_?secret_?version_?ids/i.test(text)) yield { messageId: 'token', range: place } as const
    for (const operation of operations) {
      const { maker: { calleeRange: range } } = operation
      if (promotes(operation)) yield { messageId: 'early', range } as const
      else if (operation.name === 'PutSecretValue' && !looksForPending(text, operation)) yield { messageId: 'again', range } as const
    }
  },
})

/** The first word of the file that tells of the rotation. */
function placeOf({ text }: Document): Range {
  const at = text.search(/\bClientRequestToken\b/)
  return [at, at + 'ClientRequestToken'.length]
}

function isSaid(text: string, step: string): boolean {
  const snake = step.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
  return new RegExp(`['"\`]${step}['"\`]|\\b(?:${step}|${snake})\\s*[:(=]`).test(text)
}

/** Whether a call makes a value current that was not tested yet. */
function promotes({ name, request, call, complete }: Operation): boolean {
  const current = (node: Node | undefined): boolean => node !== undefined && [...walk(node)].some(each => stringOf(each) === 'AWSCURRENT')
  const stages = get(request, 'VersionStages')
  switch (name) {
    case 'PutSecretValue': return stages ? current(stages) : complete
    case 'UpdateSecret': return (get(request, 'SecretString') ?? get(request, 'SecretBinary')) !== undefined
    case 'UpdateSecretVersionStage': return current(get(request, 'VersionStage')) && get(request, 'MoveToVersionId') !== undefined && isBefore(call.scope)
    default: return false
  }
}

/** Whether a function does a step before the last. */
function isBefore({ name, parent }: FunctionScope): boolean {
  return /^_?(?:create|set|test)_?secret/i.test(name.slice(name.lastIndexOf('.') + 1)) || (parent !== undefined && isBefore(parent))
}

/** Whether the function that makes a value reads the one that waits before. */
function looksForPending(text: string, { call, maker }: Operation): boolean {
  const [start] = call.scope.range
  const before = text.slice(start, Math.min(call.range[0], maker.range[0]))
  return /AWSPENDING|get_?secret_?value|VersionIdsToStages|list_?secret_?version_?ids|pending/i.test(before)
}
