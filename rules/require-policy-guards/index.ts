import type { Fix } from '../../src/core/fix.ts'
import type { Module, NewCondition } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import { type Node, stringOf } from '../../src/core/tree.ts'
import { type Statement, statements } from '../../src/iac/statement.ts'

interface Guard {
  /** In lower case, as IAM compares it. */
  readonly action: string
  readonly messageId: 'share' | 'rotate' | 'delete' | 'read'
  /** Keys of conditions, one of which bars the misuse. */
  readonly keys: readonly string[]
  /** What is certain of it. */
  readonly fix?: Guarding
}

interface Guarding {
  readonly title: string
  readonly condition: NewCondition
  /** Whether requests for other actions, which lack the key, pass it too. */
  readonly passes: boolean
}

const SHARE: Guarding = {
  title: 'Allow it with `BlockPublicPolicy` only', condition: { operator: 'Bool', key: 'secretsmanager:BlockPublicPolicy', value: 'true' }, passes: false,
}
const DELETE: Guarding = {
  title: 'Allow it without `ForceDeleteWithoutRecovery` only', condition: { operator: 'BoolIfExists', key: 'secretsmanager:ForceDeleteWithoutRecovery', value: 'false' }, passes: true,
}
const READ: Guarding = {
  title: 'Allow it for `AWSCURRENT` only', condition: { operator: 'ForAnyValue:StringEquals', key: 'secretsmanager:VersionStage', value: 'AWSCURRENT' }, passes: false,
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html */
const GUARDS: readonly Guard[] = [
  { action: 'secretsmanager:putresourcepolicy', messageId: 'share', keys: ['secretsmanager:BlockPublicPolicy'], fix: SHARE },
  { action: 'secretsmanager:rotatesecret', messageId: 'rotate', keys: ['secretsmanager:RotationLambdaARN', 'secretsmanager:resource/AllowRotationLambdaArn', 'secretsmanager:ExternalSecretRotationRoleArn'] },
  { action: 'secretsmanager:deletesecret', messageId: 'delete', keys: ['secretsmanager:ForceDeleteWithoutRecovery', 'secretsmanager:RecoveryWindowInDays'], fix: DELETE },
  { action: 'secretsmanager:getsecretvalue', messageId: 'read', keys: ['secretsmanager:VersionStage', 'secretsmanager:VersionId'], fix: READ },
]

export default defineRule({
  id: 'require-policy-guards',
  summary: 'Require conditions that bar the misuse of what a policy allows',
  severity: 'information',
  presets: { recommended: false, strict: {} },
  messages: {
    share: '`PutResourcePolicy` may open the secret to the public without a condition on `secretsmanager:BlockPublicPolicy`.',
    rotate: '`RotateSecret` may hand the secret to any function without a condition on `secretsmanager:RotationLambdaARN`.',
    delete: '`DeleteSecret` may delete for good without a condition on `secretsmanager:ForceDeleteWithoutRecovery`.',
    read: '`GetSecretValue` reads old versions too without a condition on `secretsmanager:VersionStage`.',
  },
  keywords: ['secretsmanager:'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    const all = [...statements(module)]
    for (const statement of all) {
      if (statement.effect !== 'Allow' || statement.kind !== 'identity') continue
      const keys = keysOf(statement)
      for (const node of keys ? statement.actions : []) {
        const guard = guardOf(node)
        const own = guard?.keys.map(key => key.toLowerCase())
        const barred = own?.some(key => keys?.includes(key)) || all.some(other => own && bars(other, node, own, statement))
        if (guard && !barred) yield { messageId: guard.messageId, path: statement.resource.path, range: node.range, fixes: () => fixesFor(statement, node, guard) } as const
      }
    }
  },
})

function guardOf(node: Node): Guard | undefined {
  const action = stringOf(node)?.toLowerCase()
  return GUARDS.find(guard => guard.action === action)
}

function fixesFor({ resource, written, actions }: Statement, node: Node, { fix }: Guard): readonly Fix[] {
  if (!written || !fix) return []
  const edits = resource.restrict?.(written, fix.condition, fix.passes ? actions : [node])
  return edits ? [{ title: fix.title, safety: 'review', edits }] : []
}

/** The keys of a statement's conditions in lower case; undefined where the file does not say. */
function keysOf({ conditions }: Statement): readonly string[] | undefined {
  const keys = conditions.flatMap(({ key }) => (key ? [key.toLowerCase()] : []))
  return keys.length === conditions.length ? keys : undefined
}

/** Whether another statement of the same policy denies the misuse, or may do so. */
function bars(other: Statement, node: Node, guards: readonly string[], statement: Statement): boolean {
  if (other.effect === 'Allow' || other.resource !== statement.resource) return false
  const keys = keysOf(other)
  const action = stringOf(node)?.toLowerCase()
  const denied = other.actions.map(own => stringOf(own)?.toLowerCase())
  return !keys || (keys.some(key => guards.includes(key)) && denied.some(own => own === undefined || own === action))
}
