import type { Fix } from '../../src/core/fix.ts'
import { type Module, type Resource, shortName } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import { get, stringOf } from '../../src/core/tree.ts'
import { booleanOf } from '../../src/iac/value.ts'

/** How each dialect says that a resource outlives what declares it. */
const WAYS = {
  cloudformation: { path: ['DeletionPolicy'], value: 'Retain', text: 'DeletionPolicy: Retain' },
  cdk: { path: ['DeletionPolicy'], value: 'Retain', text: 'removalPolicy: RETAIN' },
  terraform: { path: ['lifecycle', 'prevent_destroy'], value: true, text: 'prevent_destroy = true' },
} as const

export default defineRule({
  id: 'require-secret-retention',
  summary: 'Require that secrets outlive the stack that declares them',
  severity: 'information',
  presets: { recommended: false, strict: {} },
  messages: {
    missing: 'Secret `{{name}}` is deleted with its stack, and whenever a change replaces it.',
  },
  keywords: ['secretsmanager'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    for (const secret of module.resources) {
      if (secret.type !== 'AWS::SecretsManager::Secret' || !secret.complete || isKept(secret)) continue
      yield { messageId: 'missing', path: secret.path, range: secret.nameRange, data: { name: shortName(secret) }, fixes: () => fixesFor(secret, module) } as const
    }
  },
})

/** Whether a secret is kept, or may be: what the file does not decide is taken to. */
function isKept(secret: Resource): boolean {
  const policy = secret.attribute('DeletionPolicy')
  const prevented = get(secret.attribute('lifecycle'), 'prevent_destroy')
  const kept = policy !== undefined && (policy.kind !== 'scalar' || stringOf(policy)?.startsWith('Retain'))
  return kept || (prevented !== undefined && booleanOf(prevented) !== false)
}

function fixesFor(secret: Resource, { dialect }: Module): readonly Fix[] {
  const { path, value, text } = dialect === 'terraform' ? WAYS.terraform : dialect === 'cdk' ? WAYS.cdk : WAYS.cloudformation
  const edits = secret.setAttribute(path, value)
  return edits ? [{ title: `Add \`${text}\``, safety: 'review', edits }] : []
}
