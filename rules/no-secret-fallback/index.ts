import type { Credential } from '../../src/core/credential.ts'
import type { Document } from '../../src/core/document.ts'
import { CONFIDENCES, type Confidence } from '../../src/core/finding.ts'
import type { Fix } from '../../src/core/fix.ts'
import { type Context, defineRule } from '../../src/core/rule.ts'
import { detect } from '../../src/detection/detect.ts'
import { declinedReason, fixesFor, movedBy } from '../../src/lookups/index.ts'
import { isOwnedElsewhere } from '../no-hardcoded-secret/owners.ts'
import { failingAt } from './failing.ts'

interface Options {
  /** The least confidence that is reported. */
  readonly confidence: Confidence
}

export default defineRule({
  id: 'no-secret-fallback',
  summary: 'Disallow secrets that stand in for a variable that is not set',
  severity: 'error',
  presets: { recommended: { confidence: 'medium' }, strict: { confidence: 'low' } },
  messages: { fallback: 'Without `{{name}}` the program goes on with a secret that everybody who reads this file knows.' },
  keywords: [],
  options: { type: 'object', properties: { confidence: { enum: CONFIDENCES } }, additionalProperties: false },
  defaults: { confidence: 'low' } satisfies Options,
  *check(document: Document, context: Context<Options>) {
    const all = detect(document)
    for (const credential of all) {
      const { literal, role, confidence, range, secret, detector } = credential
      if (literal?.binding?.kind !== 'default' || role !== 'secret') continue
      if (CONFIDENCES.indexOf(confidence) < CONFIDENCES.indexOf(context.options.confidence) || isOwnedElsewhere(document, range, 'no-secret-fallback')) continue
      const fixes = (): readonly Fix[] => fixesOf(credential, all, document, context)
      yield {
        messageId: 'fallback',
        range,
        severity: confidence === 'high' ? 'error' : 'warning',
        confidence,
        secret,
        detector,
        data: { name: literal.binding.name.slice(0, 60) },
        fixes,
        declined: () => (fixes().length > 0 ? undefined : declinedReason(credential, all, document, context.project)),
      } as const
    }
  },
})

/** Failing without the variable; behind it, what reads the secret itself. */
function fixesOf(credential: Credential, all: readonly Credential[], document: Document, { project }: Context<Options>): readonly Fix[] {
  const { literal } = credential
  const failing = literal && failingAt(literal, document)
  if (!literal || !failing) return fixesFor(credential, all, document, project)
  const { name, range, text } = failing
  const moved = movedBy(credential, all, document, project)
  const fail: Fix = {
    title: `Fail without \`${name}\``,
    safety: 'review',
    edits: [{ range, text }],
    ...(moved && { requires: moved.ref, moves: [{ ...moved, variable: name }] }),
  }
  return [fail, ...(document.format.language.family === 'code' ? fixesFor(credential, all, document, project) : [])]
}
