import type { Fix } from '../../src/core/fix.ts'
import { DeployedAccount, type Module, type Resource } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import { stringOf } from '../../src/core/tree.ts'

export default defineRule({
  id: 'require-rotation-source-account',
  summary: 'Require the account in what lets Secrets Manager invoke a function',
  severity: 'warning',
  presets: { recommended: {}, strict: {} },
  messages: { missing: 'Secrets Manager may invoke the function on behalf of every account.' },
  keywords: ['secretsmanager.amazonaws.com'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    for (const permission of module.resources) {
      if (permission.type !== 'AWS::Lambda::Permission') continue
      const principal = permission.property('Principal').find(node => stringOf(node) === 'secretsmanager.amazonaws.com')
      if (!principal || permission.property('SourceAccount').length > 0 || permission.property('SourceArn').length > 0) continue
      yield { messageId: 'missing', path: permission.path, range: principal.range, fixes: () => fixesFor(permission, module) } as const
    }
  },
})

function fixesFor(permission: Resource, { dialect, resources }: Module): readonly Fix[] {
  const identity = resources.find(({ type }) => type === 'data.aws_caller_identity')
  if (dialect === 'terraform' && !identity) return []
  const edits = permission.set(['SourceAccount'], new DeployedAccount(identity))
  return edits ? [{ title: 'Allow it for this account only', safety: 'review', edits }] : []
}
