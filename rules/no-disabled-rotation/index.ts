import type { Fix } from '../../src/core/fix.ts'
import { type Module, NewParameter, type PropertyValue, type Resource, refersTo, shortName } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import type { Node } from '../../src/core/tree.ts'
import { companionsOf } from '../../src/iac/database.ts'
import { booleanOf } from '../../src/iac/value.ts'

/** What AWS advises. */
const DAYS = 30

/** What carries a rotation out: a function, or the service itself for secrets of its partners. */
const ROTATORS = ['RotationLambdaARN', 'HostedRotationLambda', 'ExternalSecretRotationRoleArn', 'ExternalSecretRotationMetadata']

const FUNCTION = new NewParameter('RotationLambdaArn', 'ARN of the function that rotates the secret')

export default defineRule({
  id: 'no-disabled-rotation',
  summary: 'Disallow rotation schedules that rotate nothing',
  severity: 'warning',
  presets: { recommended: {}, strict: {} },
  messages: {
    cancelled: 'From here on nothing rotates the secret, until somebody turns it on again.',
    rules: '`{{name}}` says neither a number of days nor an expression, so the secret is never rotated.',
    function: '`{{name}}` names no function, so nothing rotates the secret.',
    later: 'The first rotation waits for the schedule: until then a value that leaked stays valid, and a function that fails goes unnoticed.',
  },
  keywords: ['secretsmanager'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    for (const schedule of module.resources) {
      if (schedule.type === 'SDK::SecretsManager::CancelRotateSecret') yield { messageId: 'cancelled', path: schedule.path, range: schedule.nameRange, fixes: () => leaveOn(schedule) } as const
      if (schedule.type !== 'AWS::SecretsManager::RotationSchedule') continue
      const place = { path: schedule.path, range: schedule.nameRange, data: { name: shortName(schedule) } }
      const has = (...path: readonly string[]): boolean => schedule.property(...path).length > 0
      if (schedule.complete && !has('RotationRules', 'AutomaticallyAfterDays') && !has('RotationRules', 'ScheduleExpression')) {
        yield { messageId: 'rules', ...place, fixes: () => fixesFor(schedule, ['RotationRules', 'AutomaticallyAfterDays'], DAYS, `Rotate every ${DAYS} days`) } as const
      }
      if (schedule.complete && !ROTATORS.some(name => has(name)) && isOfOwnSecret(schedule, module)) {
        yield { messageId: 'function', ...place, fixes: () => fixesFor(schedule, ['RotationLambdaARN'], FUNCTION, 'Rotate by a function that the deployer names') } as const
      }
      for (const node of schedule.property('RotateImmediatelyOnUpdate')) {
        if (booleanOf(node) === false) yield { messageId: 'later', path: schedule.path, range: node.range, severity: 'information', fixes: () => rotateNow(schedule, node) } as const
      }
    }
  },
})

function leaveOn(call: Resource): readonly Fix[] {
  const edits = call.remove([])
  return edits ? [{ title: 'Leave the rotation on', safety: 'review', edits }] : []
}

/** Whether a schedule is of a secret of this module: those that a service manages are rotated without a function. */
function isOfOwnSecret(schedule: Resource, module: Module): boolean {
  const secrets = module.resources.filter(secret => secret.type === 'AWS::SecretsManager::Secret' && secret.property('Type').length === 0)
  return schedule.property('SecretId').some(id => secrets.some(secret => [secret, ...companionsOf(secret, module)].some(carrier => refersTo(id, carrier))))
}

function fixesFor(schedule: Resource, path: readonly string[], value: PropertyValue, title: string): readonly Fix[] {
  const edits = schedule.set(path, value)
  return edits ? [{ title, safety: 'review', edits }] : []
}

function rotateNow(schedule: Resource, node: Node): readonly Fix[] {
  const edits = schedule.replace(node, ['true'])
  return edits ? [{ title: 'Rotate at once', safety: 'review', edits }] : []
}
