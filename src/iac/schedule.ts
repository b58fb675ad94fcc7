const UNITS: Readonly<Record<string, number>> = { day: 1, days: 1, hour: 1 / 24, hours: 1 / 24 }
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

/** The days that are looked at: a whole cycle of leap years and weekdays. */
const FIRST_YEAR = 2001
const LAST_YEAR = 2029
const DAY = 24 * 60 * 60 * 1000

/** The parts of a `rate()`: its number with its place in the text, and its unit. */
export function readRate(expression: string): { readonly number: number; readonly range: readonly [number, number]; readonly unit: string } | undefined {
  const match = /^\s*rate\(\s*(\d{1,6})\s+(days?|hours?)\s*\)\s*$/i.exec(expression)
  if (!match) return undefined
  const [, digits = '', unit = ''] = match
  const start = expression.indexOf(digits)
  return { number: Number(digits), range: [start, start + digits.length], unit: unit.toLowerCase() }
}

/**
 * The largest gap between two rotations of a schedule expression, in days; undefined for what is no schedule of Secrets Manager.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html
 */
export function largestGap(expression: string): number | undefined {
  const rate = readRate(expression)
  if (rate) return rate.number * (UNITS[rate.unit] ?? NaN)
  const fields = cronFields(expression)
  return fields && cronGap(fields)
}

/** Least hours between two rotations. */
const LEAST_HOURS = 4

/** What Secrets Manager refuses of a schedule expression: what it cannot read, or what comes too often; undefined: nothing. */
export function scheduleProblem(expression: string): 'syntax' | 'often' | undefined {
  const rate = /^\s*rate\(\s*(\d{1,6})\s+(minutes?|hours?|days?)\s*\)\s*$/i.exec(expression)
  if (rate) {
    const [, number = '', unit = ''] = rate
    if (Number(number) === 0) return 'syntax'
    return /^m/i.test(unit) || (/^h/i.test(unit) && Number(number) < LEAST_HOURS) ? 'often' : undefined
  }
  const fields = cronFields(expression)
  if (fields?.length !== 6) return 'syntax'
  const hours = hoursOf(fields)
  const [minutes = ''] = fields
  if (!hours) return undefined
  const [first = 0] = hours
  const daily = largestGap(expression) === 1 ? [first + 24] : []
  const gaps = gapsOf([...hours, ...daily])
  return /[*,/-]/.test(minutes) || gaps.some(gap => gap < LEAST_HOURS) ? 'often' : undefined
}

/** How many hours a window of a `cron()` may have until its UTC day or the next window ends it; undefined for what cannot be read. */
export function windowOf(expression: string): { readonly hours: number; readonly end: string } | undefined {
  const hours = hoursOf(cronFields(expression) ?? [])
  const last = hours?.at(-1)
  if (!hours || last === undefined) return undefined
  const least = Math.min(24 - last, ...gapsOf(hours))
  return { hours: least, end: least === 24 - last ? 'day in UTC' : 'next window' }
}

function gapsOf(hours: readonly number[]): readonly number[] {
  return hours.slice(1).map((hour, index) => hour - (hours[index] ?? 0))
}

function cronFields(expression: string): readonly string[] | undefined {
  const cron = /^\s*cron\(([^()]*)\)\s*$/i.exec(expression)
  return cron ? (cron[1] ?? '').trim().toUpperCase().split(/\s+/) : undefined
}

/** The hours of a day that a cron expression names, in order. */
function hoursOf([, field]: readonly string[]): readonly number[] | undefined {
  const inHour = field === undefined ? undefined : setOf(field, 0, 23, [])
  return inHour && Array.from({ length: 24 }, (_, hour) => hour).filter(inHour)
}

function cronGap(fields: readonly string[]): number | undefined {
  const [, , dayOfMonth, month, dayOfWeek, year] = fields
  if (fields.length !== 6 || !dayOfMonth || !month || !dayOfWeek || !year) return undefined
  const inMonth = setOf(month, 1, 12, MONTHS)
  const inYear = setOf(year, 1970, 2199, [])
  const onDay = dayMatcher(dayOfMonth, dayOfWeek)
  if (!inMonth || !inYear || !onDay) return undefined
  const start = Date.UTC(FIRST_YEAR, 0, 1)
  const end = Date.UTC(LAST_YEAR, 11, 31)
  let previous: number | undefined
  let largest = 0
  for (let time = start; time <= end; time += DAY) {
    const date = new Date(time)
    if (!inYear(date.getUTCFullYear()) || !inMonth(date.getUTCMonth() + 1) || !onDay(date)) continue
    if (previous !== undefined) largest = Math.max(largest, (time - previous) / DAY)
    previous = time
  }
  return previous === undefined || largest === 0 ? Infinity : largest
}

type Days = (date: Date) => boolean

/** Days that both fields allow; one of the two is `?` in a valid expression. */
function dayMatcher(dayOfMonth: string, dayOfWeek: string): Days | undefined {
  const byMonth = dayOfMonth === '?' ? () => true : monthDays(dayOfMonth)
  const byWeek = dayOfWeek === '?' ? () => true : weekDays(dayOfWeek)
  return byMonth && byWeek && (date => byMonth(date) && byWeek(date))
}

function monthDays(field: string): Days | undefined {
  const last = /^L(?:-(\d{1,2}))?$/.exec(field)
  if (last) return date => date.getUTCDate() === daysInMonth(date) - Number(last[1] ?? 0)
  const nearest = /^(L|\d{1,2})W$/.exec(field)
  if (nearest) return date => date.getUTCDate() === nearestWorkday(date, nearest[1] === 'L' ? daysInMonth(date) : Number(nearest[1]))
  const days = setOf(field, 1, 31, [])
  return days && (date => days(date.getUTCDate()))
}

function weekDays(field: string): Days | undefined {
  const last = /^([1-7]|[A-Z]{3})L$/.exec(field)
  const nth = /^([1-7]|[A-Z]{3})#([1-5])$/.exec(field)
  const named = numberOf((last ?? nth)?.[1] ?? '', WEEKDAYS, 1)
  if (last && named !== undefined) return date => date.getUTCDay() + 1 === named && date.getUTCDate() + 7 > daysInMonth(date)
  if (nth && named !== undefined) return date => date.getUTCDay() + 1 === named && Math.ceil(date.getUTCDate() / 7) === Number(nth[2])
  if (field === 'L') return date => date.getUTCDay() === 6
  const days = setOf(field, 1, 7, WEEKDAYS)
  return days && (date => days(date.getUTCDay() + 1))
}

function daysInMonth(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
}

/** The workday nearest to a day of the month, without leaving the month. */
function nearestWorkday(date: Date, day: number): number {
  const last = daysInMonth(date)
  const wanted = Math.min(day, last)
  const weekday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), wanted)).getUTCDay()
  if (weekday === 6) return wanted === 1 ? 3 : wanted - 1
  if (weekday === 0) return wanted === last ? wanted - 2 : wanted + 1
  return wanted
}

/** A field of lists, ranges and steps as a set of numbers; undefined where it is none. */
function setOf(field: string, least: number, most: number, names: readonly string[]): ((value: number) => boolean) | undefined {
  const parts = field.split(',').map(part => {
    const match = /^(?:\*|(\w{1,4})(?:-(\w{1,4}))?)?(?:\/(\d{1,4}))?$/.exec(part)
    if (!match || part === '') return undefined
    const [, from, to, step] = match
    const start = from === undefined ? least : numberOf(from, names, least)
    const end = to !== undefined ? numberOf(to, names, least) : from === undefined || step !== undefined ? most : start
    if (start === undefined || end === undefined || start < least || end > most || step === '0') return undefined
    const each = Number(step ?? 1)
    const inside = (value: number): boolean => (start <= end ? value >= start && value <= end : value >= start || value <= end)
    const offset = (value: number): number => (value >= start ? value - start : value - start + most - least + 1)
    return (value: number): boolean => inside(value) && offset(value) % each === 0
  })
  return parts.every(part => part !== undefined) ? value => parts.some(part => part(value)) : undefined
}

function numberOf(text: string, names: readonly string[], first: number): number | undefined {
  const named = names.indexOf(text)
  if (named >= 0) return named + first
  return /^\d+$/.test(text) ? Number(text) : undefined
}
