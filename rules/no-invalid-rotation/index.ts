import type { Fix } from '../../src/core/fix.ts'
import type { Module, Resource } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import { type Node, stringOf, walk } from '../../src/core/tree.ts'
import { readRate, scheduleProblem, windowOf } from '../../src/iac/schedule.ts'
import { numberOf } from '../../src/iac/value.ts'

/** What Secrets Manager takes, in days. */
const LEAST = 1
const MOST = 1000

/** Where rotation rules stand: Terraform had them on the secret itself before version 5 of its provider. */
const TYPES = ['AWS::SecretsManager::RotationSchedule', 'AWS::SecretsManager::Secret']

export default defineRule({
  id: 'no-invalid-rotation',
  summary: 'Disallow rotation rules that Secrets Manager refuses',
  severity: 'error',
  presets: { recommended: {}, strict: {} },
  messages: {
    both: 'A number of days and an expression exclude each other.',
    days: 'A secret is rotated every 1 to 1000 days, not every {{days}}.',
    syntax: '`{{expression}}` is neither a `rate()` of hours or days nor a `cron()` of six fields.',
    often: '`{{expression}}` comes more often than every 4 hours.',
    duration: '`{{duration}}` is no length of a window: it is a number of hours with `h`, as in `3h`.',
    window: 'A window of `{{duration}}` reaches beyond its {{end}}.',
  },
  keywords: ['secretsmanager'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    for (const resource of module.resources) {
      if (!TYPES.includes(resource.type)) continue
      const { path } = resource
      const days = resource.property('RotationRules', 'AutomaticallyAfterDays')
      const expressions = resource.property('RotationRules', 'ScheduleExpression')
      const durations = resource.property('RotationRules', 'Duration')
      const [first] = expressions
      if (first && days.length > 0 && [...days, ...expressions].every(({ kind }) => kind === 'scalar') && isUnconditional(resource)) {
        yield { messageId: 'both', path, range: first.range, fixes: () => withoutDays(resource) } as const
      }
      for (const node of days) {
        const number = numberOf(node)
        if (number === undefined || (number >= LEAST && number <= MOST)) continue
        const nearest = String(number < LEAST ? LEAST : MOST)
        yield { messageId: 'days', path, range: node.range, data: { days: String(number) }, fixes: () => fixesFor(resource, node, nearest) } as const
      }
      for (const node of expressions) {
        const expression = stringOf(node)
        const problem = expression === undefined ? undefined : scheduleProblem(expression)
        if (expression === undefined || problem === undefined) continue
        const fixes = (): readonly Fix[] => (/^\s*rate\(/i.test(expression) && problem === 'often' ? fixesFor(resource, node, 'rate(4 hours)') : [])
        yield { messageId: problem, path, range: node.range, data: { expression }, fixes } as const
      }
      for (const node of durations) {
        const duration = node.kind === 'scalar' ? String(node.value) : undefined
        if (duration === undefined) continue
        const hours = /^(\d{1,2})h$/.exec(duration)?.[1]
        const meant = /^0*([1-9]\d?) ?(?:h|hrs?|hours?)?$/i.exec(duration.trim())?.[1]
        if (hours === undefined || Number(hours) === 0) {
          yield { messageId: 'duration', path, range: node.range, data: { duration }, fixes: () => (meant ? fixesFor(resource, node, `${meant}h`) : []) } as const
          continue
        }
        const room = roomOf(days, expressions)
        if (!room || Number(hours) <= room.hours) continue
        const fixes = (): readonly Fix[] => fixesFor(resource, node, `${room.hours}h`)
        yield { messageId: 'window', path, range: node.range, data: { duration, end: room.end }, fixes } as const
      }
    }
  },
})

function withoutDays(resource: Resource): readonly Fix[] {
  const edits = resource.remove(['RotationRules', 'AutomaticallyAfterDays'])
  return edits ? [{ title: 'Keep the expression', safety: 'review', edits }] : []
}

/** Whether days and expression are there together, and not one in each branch. */
function isUnconditional(resource: Resource): boolean {
  const rules = resource.property('RotationRules')
  return rules.every(rule => [...walk(rule)].every(node => node.kind !== 'call'))
}

interface Room {
  readonly hours: number
  readonly end: string
}

/** How long a window may be, by the schedule that is written; undefined where several are, or none. */
function roomOf(days: readonly Node[], expressions: readonly Node[]): Room | undefined {
  const [only, second] = [...days, ...expressions]
  if (!only || second) return undefined
  const expression = stringOf(only)
  const rate = expression === undefined ? undefined : readRate(expression)
  if (rate?.unit.startsWith('hour') && rate.number < 24) return { hours: rate.number, end: 'next window' }
  if (expression !== undefined && !rate && numberOf(only) === undefined) return windowOf(expression)
  return numberOf(only) !== undefined || rate ? { hours: 24, end: 'day in UTC' } : undefined
}

function fixesFor(resource: Resource, node: Node, text: string): readonly Fix[] {
  const edits = resource.replace(node, [text])
  return edits ? [{ title: `Write \`${text}\``, safety: 'review', edits }] : []
}
