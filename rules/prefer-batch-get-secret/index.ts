import type { Document } from '../../src/core/document.ts'
import { defineRule } from '../../src/core/rule.ts'
import { isForEach } from '../../src/iac/sdk/repeating.ts'
import { isRotation } from '../../src/iac/sdk/rotation.ts'
import { USAGE_WORDS, usageOf } from '../../src/iac/sdk/usage.ts'

export default defineRule({
  id: 'prefer-batch-get-secret',
  summary: 'Require one request for several secrets',
  severity: 'information',
  presets: { recommended: false, strict: {} },
  messages: { each: 'Each secret of a list is fetched by a request of its own; `BatchGetSecretValue` gives 20 at once.' },
  keywords: USAGE_WORDS,
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *check(document: Document) {
    const { program } = document
    if (!program || isRotation(document)) return
    for (const { operation } of usageOf(program).reads) {
      if (operation?.name === 'GetSecretValue' && isForEach(program, operation)) yield { messageId: 'each', range: operation.maker.calleeRange } as const
    }
  },
})
