import type { Fix } from '../../src/core/fix.ts'
import type { Module } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import { SECRET_ACTIONS, grantedBy } from '../../src/iac/actions.ts'
import { readInstead, takeAway } from '../../src/iac/grant.ts'
import { type Attachment, actionsOf, attachments, statementsFor } from '../../src/iac/principals.ts'

/** Policies of AWS that read every secret, with whether they are for secrets alone. */
const BROAD = new Map([['SecretsManagerReadWrite', true], ['AdministratorAccess', false], ['IAMFullAccess', false]])

export default defineRule({
  id: 'no-broad-managed-policy',
  summary: 'Disallow AWS managed policies that reach every secret',
  severity: 'warning',
  presets: { recommended: {}, strict: {} },
  messages: {
    secrets: '`{{policy}}` reads, changes and deletes every secret of the account.',
    reader: '`{{policy}}` is given to `{{principal}}`, which only reads secrets.',
  },
  keywords: ['secretsmanagerreadwrite', 'administratoraccess', 'iamfullaccess'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    for (const attachment of attachments(module)) {
      const { resource, node, principal, managed: policy } = attachment
      const forSecrets = policy === undefined ? undefined : BROAD.get(policy)
      if (policy === undefined || forSecrets === undefined) continue
      const place = { path: resource.path, range: node.range }
      if (forSecrets) yield { messageId: 'secrets', ...place, data: { policy }, fixes: () => insteadOf(attachment, module) } as const
      else if (principal && onlyReads(attachment, module)) yield { messageId: 'reader', ...place, severity: 'error', data: { policy, principal: principal.id }, fixes: () => takeAway(attachment, policy) } as const
    }
  },
})

/** Whether all that somebody is allowed on secrets beside the policy is to read them. */
function onlyReads({ principal }: Attachment, module: Module): boolean {
  const allowed = principal ? statementsFor(principal, module).filter(({ effect }) => effect === 'Allow') : []
  const granted = new Set(allowed.flatMap(actionsOf).flatMap(action => grantedBy(action).map(({ name }) => name)))
  return granted.size > 0 && SECRET_ACTIONS.every(({ name, level }) => !granted.has(name) || level === 'read' || level === 'list')
}

function insteadOf(attachment: Attachment, module: Module): readonly Fix[] {
  const edits = readInstead(attachment, module)
  return edits ? [{ title: 'Allow it to read its secret only', safety: 'review', edits }] : []
}
