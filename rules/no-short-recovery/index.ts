import type { Fix } from '../../src/core/fix.ts'
import type { Module, Resource } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import type { Node } from '../../src/core/tree.ts'
import { booleanOf, numberOf } from '../../src/iac/value.ts'

/** What Secrets Manager takes, in days. */
const LEAST = 7
const MOST = 30

/** A secret with what becomes of it, and a request to delete one. */
const TYPES = ['AWS::SecretsManager::Secret', 'SDK::SecretsManager::DeleteSecret']

export default defineRule({
  id: 'no-short-recovery',
  summary: 'Disallow deleting secrets without time to recover them',
  severity: 'warning',
  presets: { recommended: {}, strict: {} },
  messages: {
    none: 'The secret is gone at once when it is deleted, by mistake too.',
    outside: 'A recovery window of {{days}} days is refused: it must be ' + `${LEAST} to ${MOST} days.`,
  },
  keywords: ['secretsmanager', 'external-secrets.io'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    for (const secret of module.resources) {
      if (!TYPES.includes(secret.type)) continue
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
      for (const node of secret.property('ForceDeleteWithoutRecovery')) {
        if (booleanOf(node) === true) yield { messageId: 'none', path: secret.path, range: node.range, fixes: () => fixesFor(secret, node, MOST, 'false') } as const
      }
    }
  },
})

function fixesFor(secret: Resource, node: Node, days: number, text = String(days)): readonly Fix[] {
  const edits = secret.replace(node, [text])
  return edits ? [{ title: `Keep it for ${days} days`, safety: 'review', edits }] : []
}
