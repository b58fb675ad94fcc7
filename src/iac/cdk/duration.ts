import type { Range } from '../../core/text.ts'
import { type Entry, type Node, stringOf } from '../../core/tree.ts'
import { decided } from '../intrinsics.ts'
import { numberOf } from '../value.ts'
import { call, mapping, named } from './nodes.ts'

const HOURS: Readonly<Record<string, number>> = { days: 24, hours: 1, minutes: 1 / 60, seconds: 1 / 3600, millis: 1 / 3_600_000 }

/** How often the constructs of the CDK rotate a secret unless told. */
const DEFAULT_DAYS = 30

/** A `Duration` by its unit. */
export function durationNode(unit: string, args: readonly Node[], range: Range): Node {
  const [first] = args
  if (unit !== 'parse') return call(`Duration.${unit}`, range, args)
  const match = /^P(\d{1,6})([DWY])$|^PT(\d{1,6})H$/.exec(stringOf(first) ?? '')
  if (!match) return call('Duration', range, args)
  const [, count, kind, hours] = match
  const number = hours === undefined ? Number(count) * (kind === 'Y' ? 365 : kind === 'W' ? 7 : 1) : Number(hours)
  return call(hours === undefined ? 'Duration.days' : 'Duration.hours', range, [decided(number, range)])
}

/** The rotation rules that `automaticallyAfter` makes; without it, the ones by default. No days at all turn the schedule off. */
export function rotationRules(after: Node | undefined, range: Range): Entry {
  const [, unit = ''] = after?.kind === 'call' ? /^Duration\.(\w+)$/.exec(after.callee) ?? [] : []
  const number = numberOf(after?.kind === 'call' ? after.arguments[0] : undefined)
  const written = after?.kind === 'call' ? after.arguments[0] : undefined
  if (!after) return named('RotationRules', mapping(range, [named('AutomaticallyAfterDays', decided(DEFAULT_DAYS, range))]))
  if (number === undefined || !written || HOURS[unit] === undefined) return named('RotationRules', after)
  if (number === 0) return named('RotationRules', mapping(after.range, []))
  if (unit === 'days') return named('RotationRules', mapping(after.range, [named('AutomaticallyAfterDays', written)]))
  const hours = number * HOURS[unit]
  const expression = hours >= 1 ? `rate(${Math.floor(hours)} hours)` : `rate(${Math.max(1, Math.floor(hours * 60))} minutes)`
  return named('RotationRules', mapping(after.range, [named('ScheduleExpression', decided(expression, after.range))]))
}

/** How a text of a schedule that replaces a duration is written: `Duration.hours(96)` for `rate(96 hours)`. */
export function durationText(written: string, schedule: string): string | undefined {
  const match = /^rate\((\d{1,6}) (hours|days)\)$/.exec(schedule)
  return match ? written.replace(/\w+\s*\([^()]*\)\s*$/, `${match[2]}(${match[1]})`) : undefined
}

