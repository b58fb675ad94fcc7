import type { Fix } from '../../src/core/fix.ts'
import type { Module, Resource } from '../../src/core/module.ts'
import { type Context, defineRule } from '../../src/core/rule.ts'
import type { Scalar } from '../../src/core/tree.ts'
import { largestGap, readRate } from '../../src/iac/schedule.ts'

interface Options {
  /** The longest time between two rotations that is allowed, in days. */
  readonly days: number
}

/** Where rotation rules stand: Terraform had them on the secret itself before version 5 of its provider. */
const TYPES = ['AWS::SecretsManager::RotationSchedule', 'AWS::SecretsManager::Secret']

export default defineRule({
  id: 'no-slow-rotation',
  summary: 'Disallow rotation schedules that leave a secret unchanged for too long',
  severity: 'warning',
  presets: { recommended: {}, strict: {} },
  messages: {
    slow: 'The secret is rotated every {{days}} days, which is more than {{limit}}.',
    gap: '`{{expression}}` leaves the secret unchanged for up to {{days}} days, which is more than {{limit}}.',
    never: '`{{expression}}` does not come round again.',
  },
  keywords: ['secretsmanager'],
  options: { type: 'object', properties: { days: { type: 'integer', minimum: 1, maximum: 1000 } }, additionalProperties: false },
  defaults: { days: 90 } satisfies Options,
  *checkModule(module: Module, { options }: Context<Options>) {
    for (const resource of module.resources) {
      if (!TYPES.includes(resource.type)) continue
      const place = { path: resource.path }
      const limit = String(options.days)
      for (const node of resource.property('RotationRules', 'AutomaticallyAfterDays')) {
        const days = node.kind === 'scalar' ? daysOf(node) : undefined
        if (node.kind !== 'scalar' || days === undefined || days <= options.days) continue
        const fixes = (): readonly Fix[] => fixesFor(resource, node, everyDays(options.days), limit)
        yield { messageId: 'slow', ...place, range: node.range, data: { days: String(days), limit }, fixes } as const
      }
      for (const node of resource.property('RotationRules', 'ScheduleExpression')) {
        const expression = node.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined
        const days = expression === undefined ? undefined : largestGap(expression)
        if (node.kind !== 'scalar' || expression === undefined || days === undefined || days <= options.days) continue
        const fixes = (): readonly Fix[] => fixesOfExpression(resource, node, expression, options.days)
        const data = { expression, days: String(Math.round(days)), limit }
        yield { messageId: days === Infinity ? 'never' : 'gap', ...place, range: node.range, data, fixes } as const
      }
    }
  },
})

function daysOf({ value }: Scalar): number | undefined {
  const days = typeof value === 'number' ? value : typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : NaN
  return Number.isNaN(days) ? undefined : days
}

/** The number in a rate, or the month of a cron expression, which keeps its day and hour. */
function fixesOfExpression(resource: Resource, node: Scalar, expression: string, limit: number): readonly Fix[] {
  const rate = readRate(expression)
  if (rate) {
    const number = String(rate.unit.startsWith('hour') ? limit * 24 : limit)
    return fixesFor(resource, node, everyDays(limit), expression.slice(0, rate.range[0]) + number + expression.slice(rate.range[1]))
  }
  const monthly = expression.replace(/^(\s*cron\(\s*\S+\s+\S+\s+\S+\s+)\S+(\s+\S+\s+)[^\s)]+(\s*\)\s*)$/i, '$1*$2*$3')
  return (largestGap(monthly) ?? Infinity) > limit ? [] : fixesFor(resource, node, 'Rotate every month', monthly)
}

function everyDays(limit: number): string {
  return `Rotate every ${limit} days`
}

function fixesFor(resource: Resource, node: Scalar, title: string, text: string): readonly Fix[] {
  const edits = resource.replace(node, [text])
  return edits ? [{ title, safety: 'review', edits }] : []
}
