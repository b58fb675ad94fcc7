import type { Fix } from '../../src/core/fix.ts'
import type { Module, Resource } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import type { Scalar } from '../../src/core/tree.ts'
import { numberOf } from '../../src/iac/value.ts'

/** What Secrets Manager takes, in days. */
const LEAST = 7
const MOST = 30

export default defineRule({
  id: 'no-short-recovery',
  summary: 'Disallow deleting secrets without time to recover them',
  severity: 'warning',
  presets: { recommended: {}, strict: {} },
  messages: {
    none: 'The secret is gone at once when it is deleted, by mistake too.',
    outside: 'A recovery window of {{days}} days is refused: it must be ' + `${LEAST} to ${MOST} days.`,
  },
  keywords: ['secretsmanager'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    for (const secret of module.resources) {
      if (secret.type !== 'AWS::SecretsManager::Secret') continue
      const windows = secret.property('RecoveryWindowInDays')
      for (const node of windows) {
        const days = numberOf(node)
        if (node.kind !== 'scalar' || days === undefined || (days >= LEAST && days <= MOST)) continue
        const place = { path: secret.path, range: node.range, fixes: () => fixesFor(secret, node, days > MOST ? MOST : LEAST) }
        // Another branch of the condition keeps what matters.
        const chosen = windows.some(other => other !== node && numberOf(other) !== 0)
        if (days === 0) yield { messageId: 'none', ...place, ...(chosen ? { severity: 'information' } : {}) } as const
        else yield { messageId: 'outside', ...place, severity: 'error', data: { days: String(days) } } as const
      }
    }
  },
})

function fixesFor(secret: Resource, node: Scalar, days: number): readonly Fix[] {
  const edits = secret.replace(node, [String(days)])
  return edits ? [{ title: `Keep it for ${days} days`, safety: 'review', edits }] : []
}
