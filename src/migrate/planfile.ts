import { randomUUID } from 'node:crypto'
import { fingerprintSecret } from '../engine/fingerprint.ts'
import { escapedJson } from '../core/escape.ts'
import { asObject, objectIn } from '../core/json.ts'
import { type Content, type Step, valuesOf } from './steps.ts'

/** A plan as it is reviewed: what will be made and where it comes from, without any value. */
export interface PlanFile {
  /** The salt of the fingerprints. */
  readonly id: string
  readonly steps: readonly PlannedStep[]
}

/** A step of a plan. The person who reviews it may take it out, or change its description, its tags and its key. */
export interface PlannedStep {
  /** Of the secret. */
  readonly name: string
  /** Of each value by its key in the secret's JSON, or of the one value by `''`: a fingerprint by the plan's salt. */
  readonly values: Readonly<Record<string, string>>
  readonly description: string
  readonly tags: Readonly<Record<string, string>>
  readonly kmsKey?: string
  /** `PATH:LINE`. */
  readonly places: readonly string[]
}

/** A plan that does not fit; the message is a sentence. */
export class PlanError extends Error {
  override readonly name = 'PlanError'
}

const SUBJECT = 'plan'

/** The text of a plan. */
export function formatPlan(steps: readonly Step[]): string {
  const id = randomUUID()
  return `${escapedJson({ version: 1, id, steps: steps.map(step => plannedStep(step, id)) })}\n`
}

function plannedStep({ id, content, description, tags, kmsKey, places }: Step, salt: string): PlannedStep {
  return {
    name: id,
    values: fingerprintsOf(content, salt),
    description,
    tags,
    ...(kmsKey !== undefined && { kmsKey }),
    places: [...new Set(places.map(({ path, line }) => `${path}:${line}`))],
  }
}

function fingerprintsOf(content: Content, salt: string): Record<string, string> {
  return Object.fromEntries(valuesOf(content).map(([key = '', value]) => [key, fingerprintSecret(SUBJECT, value, salt)]))
}

/** Files that the steps of a plan change. */
export function filesOf({ steps }: PlanFile): readonly string[] {
  return [...new Set(steps.flatMap(({ places }) => places.map(place => place.slice(0, place.lastIndexOf(':')))))]
}

/** Reads a plan; throws PlanError for what is none. */
export function readPlan(text: string): PlanFile {
  const { version, id, steps } = objectIn(text)
  if (version !== 1 || typeof id !== 'string' || !Array.isArray(steps)) throw new PlanError('It is no plan of `unhardcode migrate --plan`.')
  return { id, steps: steps.map((step, index) => readStep(step, index + 1)) }
}

function readStep(step: unknown, number: number): PlannedStep {
  const { name, values, description, tags, kmsKey, places, ...others } = asObject(step)
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw new PlanError(`Step ${number} has \`${unknown}\`, which no plan has.`)
  const isText = (value: unknown): value is string => typeof value === 'string'
  const own = asObject(values)
  const tagged = asObject(tags)
  if (!isText(name) || !isText(description) || !areTexts(own) || !areTexts(tagged) || !Array.isArray(places) || !places.every(isText) || (kmsKey !== undefined && !isText(kmsKey))) {
    throw new PlanError(`Step ${number} misses something, or has it in a wrong form: \`name\`, \`values\`, \`description\`, \`tags\`, \`kmsKey\`, \`places\`.`)
  }
  return { name, values: own, description, tags: tagged, places, ...(kmsKey !== undefined && { kmsKey }) }
}

function areTexts(object: Record<string, unknown>): object is Record<string, string> {
  return Object.values(object).every(value => typeof value === 'string')
}

/**
 * Of the steps that the sources ask for now, those of the plan, as it has them; what a run before moved already is not asked for any more.
 * Throws PlanError where a value is another one than was reviewed.
 */
export function stepsOfPlan({ id: salt, steps: planned }: PlanFile, now: readonly Step[]): { readonly steps: readonly Step[]; readonly gone: readonly string[] } {
  const steps = planned.flatMap(({ name, values, description, tags, kmsKey }) => {
    const step = now.find(({ id }) => id === name)
    if (!step) return []
    const changed = Object.entries(fingerprintsOf(step.content, salt)).some(([key, fingerprint]) => values[key] !== fingerprint)
    if (changed) throw new PlanError(`What moves to \`${name}\` is not what the plan was made of: make a new plan.`)
    const { id, content, places, token } = step
    return [{ id, content, places, token, description, tags, ...(kmsKey !== undefined && { kmsKey }) }]
  })
  return { steps, gone: planned.map(({ name }) => name).filter(name => !steps.some(({ id }) => id === name)) }
}
