import type { Fix } from '../../src/core/fix.ts'
import type { Module } from '../../src/core/module.ts'
import { type Context, defineRule } from '../../src/core/rule.ts'
import { type Scalar, sourceRange } from '../../src/core/tree.ts'
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
  defaults: { days: 90 } satisfies Options as Options,
  *checkModule(module: Module, { options }: Context<Options>) {
    for (const resource of module.resources) {
      if (!TYPES.includes(resource.type)) continue
      const place = { path: resource.path }
      const limit = String(options.days)
      for (const node of resource.property('RotationRules', 'AutomaticallyAfterDays')) {
        const days = node.kind === 'scalar' ? daysOf(node) : undefined
        if (node.kind !== 'scalar' || days === undefined || days <= options.days) continue
        const fixes = (): readonly Fix[] => fixOf(node, limit, options.days)
        yield { messageId: 'slow', ...place, range: node.range, data: { days: String(days), limit }, fixes } as const
      }
      for (const node of resource.property('RotationRules', 'ScheduleExpression')) {
        const expression = node.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined
        const days = expression === undefined ? undefined : largestGap(expression)
        if (node.kind !== 'scalar' || expression === undefined || days === undefined || days <= options.days) continue
        const fixes = (): readonly Fix[] => fixesOfExpression(node, expression, options.days)
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
function fixesOfExpression(node: Scalar, expression: string, limit: number): readonly Fix[] {
  const rate = readRate(expression)
  if (rate) return [{ ...title(limit), edits: [{ range: sourceRange(node, rate.range), text: String(rate.unit.startsWith('hour') ? limit * 24 : limit) }] }]
  const monthly = expression.replace(/^(\s*cron\(\s*\S+\s+\S+\s+\S+\s+)\S+(\s+\S+\s+)[^\s)]+(\s*\)\s*)$/i, '$1*$2*$3')
  if ((largestGap(monthly) ?? Infinity) > limit) return []
  return [{ title: 'Rotate every month.', safety: 'review', edits: [{ range: node.content, text: monthly }] }]
}

function fixOf(node: Scalar, text: string, limit: number): readonly Fix[] {
  return [{ ...title(limit), edits: [{ range: node.content, text }] }]
}

function title(limit: number): Pick<Fix, 'title' | 'safety'> {
  return { title: `Rotate every ${limit} days.`, safety: 'review' }
}
