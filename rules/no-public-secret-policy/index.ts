import type { Fix } from '../../src/core/fix.ts'
import type { Module } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import { type Node, stringOf } from '../../src/core/tree.ts'
import { SECRET_ACTIONS, grantedBy } from '../../src/iac/actions.ts'
import { accountOf, isAnybody, isNarrowed, secretPolicyStatements } from '../../src/iac/secret-policy.ts'
import type { Statement } from '../../src/iac/statement.ts'

/** What a reader of a secret needs. */
const READING = ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret']

export default defineRule({
  id: 'no-public-secret-policy',
  summary: 'Disallow policies on secrets that let in everybody or allow everything',
  severity: 'error',
  presets: { recommended: {}, strict: {} },
  messages: {
    public: 'Everybody with an AWS account may use this secret: no condition holds the statement to an organization, an account or a source.',
    account: 'Everybody whom account `{{account}}` lets may use this secret: name the role, or hold the statement to a source.',
    notPrincipal: '`Allow` with `NotPrincipal` lets in everybody but those who are named.',
    everything: '`{{action}}` allows to change the secret, delete it and open it to others.',
    notAction: '`NotAction` allows every action that is not named.',
  },
  keywords: ['secretsmanager'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    for (const statement of secretPolicyStatements(module)) {
      if (statement.effect !== 'Allow') continue
      const { path } = statement.resource
      const narrowed = isNarrowed(statement)
      for (const principal of statement.principals) {
        const { value: { range } } = principal
        const own = accountOf(principal)
        if (narrowed) continue
        if (isAnybody(principal)) yield { messageId: 'public', path, range } as const
        else if (own?.whole) yield { messageId: 'account', path, range, severity: 'warning', data: { account: own.account } } as const
      }
      const [except] = statement.notPrincipals
      if (except && !narrowed) yield { messageId: 'notPrincipal', path, range: except.value.range } as const
      for (const node of statement.actions) {
        const action = stringOf(node)
        if (action === undefined || grantedBy(action).length < SECRET_ACTIONS.length) continue
        yield { messageId: 'everything', path, range: node.range, severity: 'warning', data: { action }, fixes: () => fixesFor(statement, node) } as const
      }
      const [left] = statement.notActions
      if (left) yield { messageId: 'notAction', path, range: left.range, severity: 'warning' } as const
    }
  },
})

function fixesFor({ resource }: Statement, node: Node): readonly Fix[] {
  const edits = resource.replace(node, READING)
  return edits ? [{ title: 'Allow to read the secret only', safety: 'review', edits }] : []
}
