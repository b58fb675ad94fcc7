import type { Fix } from '../../src/core/fix.ts'
import { type Module, type Resource, refersTo } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import { type Node, stringOf } from '../../src/core/tree.ts'
import { grantedBy, isWildcard } from '../../src/iac/actions.ts'
import { takeAway } from '../../src/iac/grant.ts'
import { attachments, rolesOf, statementsFor } from '../../src/iac/principals.ts'
import type { Statement } from '../../src/iac/statement.ts'

/** What a rotation function needs of Secrets Manager: https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html */
const NEEDED = ['DescribeSecret', 'GetSecretValue', 'PutSecretValue', 'UpdateSecretVersionStage', 'GetRandomPassword']

/** What it needs of other services: of the network that its database is in, and of the key of the secret. */
const SERVICES: Readonly<Record<string, readonly string[]>> = {
  '*': NEEDED.map(name => `secretsmanager:${name}`),
  'ec2:*': ['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface', 'ec2:DescribeNetworkInterfaces', 'ec2:DetachNetworkInterface'],
  'kms:*': ['kms:Decrypt', 'kms:GenerateDataKey'],
}

const ADMINISTRATORS = ['AdministratorAccess', 'PowerUserAccess', 'IAMFullAccess']

export default defineRule({
  id: 'no-broad-rotation-role',
  summary: 'Disallow rights of rotation functions that rotation does not need',
  severity: 'warning',
  presets: { recommended: {}, strict: {} },
  messages: {
    action: 'The rotation function `{{name}}` does not need `{{action}}`.',
    service: 'The rotation function `{{name}}` may do everything that `{{action}}` matches.',
    managed: 'The rotation function `{{name}}` has the rights of `{{action}}`.',
  },
  keywords: ['rotationlambdaarn', 'rotation_lambda_arn'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    for (const program of rotationFunctions(module)) {
      const name = program.id.replace(/^.*\./, '')
      const roles = rolesOf(program, module)
      for (const statement of roles.flatMap(role => statementsFor(role, module))) {
        if (statement.effect !== 'Allow') continue
        for (const node of statement.actions) {
          const action = stringOf(node)
          const place = { path: statement.resource.path, range: node.range }
          if (action === undefined) continue
          if (/^(?:\*|(?!secretsmanager:)[\w-]+:\*)$/i.test(action) && !/^(?:logs|xray):/i.test(action)) yield { messageId: 'service', ...place, data: { name, action }, fixes: () => narrowed(statement, node, action) } as const
          else if (!isWildcard(action) && grantedBy(action).some(granted => !NEEDED.includes(granted.name))) yield { messageId: 'action', ...place, data: { name, action }, fixes: () => withoutAction(statement, node, action) } as const
        }
      }
      for (const attachment of attachments(module)) {
        const { resource, node, principal, managed } = attachment
        if (!managed || !ADMINISTRATORS.includes(managed) || !principal || !roles.includes(principal)) continue
        yield { messageId: 'managed', path: resource.path, range: node.range, severity: 'error', data: { name, action: managed }, fixes: () => takeAway(attachment, managed) } as const
      }
    }
  },
})

/** What rotation needs of the service, or nothing of it. */
function narrowed(statement: Statement, node: Node, action: string): readonly Fix[] {
  const needed = SERVICES[action.toLowerCase()]
  const edits = needed && statement.resource.replace(node, needed)
  return edits ? [{ title: `Allow what rotation needs of \`${action}\` only`, safety: 'review', edits }] : needed ? [] : withoutAction(statement, node, action)
}

/** Takes an action out of a list that has others. */
function withoutAction({ resource, actions }: Statement, node: Node, action: string): readonly Fix[] {
  const edits = actions.length > 1 ? resource.replace(node, []) : undefined
  return edits ? [{ title: `Take \`${action}\` away`, safety: 'review', edits }] : []
}

function rotationFunctions({ resources }: Module): readonly Resource[] {
  const named = resources.filter(({ type }) => type === 'AWS::SecretsManager::RotationSchedule').flatMap(schedule => schedule.property('RotationLambdaARN'))
  return resources.filter(program => /^AWS::(?:Lambda|Serverless)::Function$/.test(program.type) && named.some(node => refersTo(node, program)))
}
