import type { Document } from '../../src/core/document.ts'
import type { Fix } from '../../src/core/fix.ts'
import type { ProgramCall } from '../../src/core/program.ts'
import { defineRule } from '../../src/core/rule.ts'
import type { Node } from '../../src/core/tree.ts'
import { Flow } from '../../src/iac/sdk/flow.ts'
import { isLogging } from '../../src/iac/sdk/logging.ts'
import { removeStatement } from '../../src/iac/sdk/remove.ts'
import { USAGE_WORDS, usageOf } from '../../src/iac/sdk/usage.ts'

export default defineRule({
  id: 'no-secret-logging',
  summary: 'Disallow writing secrets to logs',
  severity: 'error',
  presets: { recommended: {}, strict: {} },
  messages: {
    secret: '`{{callee}}` writes the secret where everybody who may read logs can read it.',
    response: '`{{callee}}` writes the whole response, and the secret with it, where everybody who may read logs can read it.',
  },
  keywords: USAGE_WORDS,
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *check(document: Document) {
    const { program } = document
    if (!program || usageOf(program).reads.length === 0) return
    const flow = new Flow(document, program)
    for (const call of program.calls) {
      if (!isLogging(call)) continue
      for (const node of argumentsOf(call)) {
        const held = flow.held(node, call.scope)
        if (held) yield { messageId: held, range: node.range, data: { callee: call.callee }, fixes: () => fixesFor(document, call) } as const
      }
    }
  },
})

function argumentsOf({ positional, keywords }: ProgramCall): readonly Node[] {
  return [...positional, ...keywords.map(({ value }) => value)]
}

function fixesFor(document: Document, call: ProgramCall): readonly Fix[] {
  const edits = removeStatement(document, call)
  return edits ? [{ title: 'Do not log it', safety: 'review', edits }] : []
}
