import { setTimeout } from 'node:timers/promises'
import { StoreError, type SecretStore } from '../aws/store.ts'
import type { Fix } from '../core/fix.ts'
import { type Step, holds, objectionTo, serves, textOf } from './steps.ts'

/** What a migration does to the world, besides making secrets. */
export interface World {
  readonly store: SecretStore
  /** Writes down that a secret exists. Throws where it cannot be written. */
  readonly record: (step: Step, arn: string) => void
  /** Makes those fixes of a file that are allowed. */
  readonly rewrite: (path: string, allows: (fix: Fix) => boolean) => FileOutcome
  readonly report: (event: Event) => void
  /** Whether a person asked to stop. */
  readonly stopped: () => boolean
}

/** What became of a file. Sentences. */
export interface FileOutcome {
  readonly path: string
  /** How many findings are fixed. */
  readonly fixed: number
  readonly warning?: string
  readonly failure?: string
}

/** What became of a secret. */
export type StepOutcome =
  | { readonly step: Step; readonly state: 'created' | 'adopted'; readonly arn: string }
  | { readonly step: Step; readonly state: 'failed'; readonly reason: string }
  | { readonly step: Step; readonly state: 'not reached' }

export interface Outcome {
  readonly steps: readonly StepOutcome[]
  readonly files: readonly FileOutcome[]
}

export type Event = { readonly kind: 'begins'; readonly step: Step; readonly number: number } | { readonly kind: 'step'; readonly outcome: StepOutcome } | { readonly kind: 'file'; readonly outcome: FileOutcome }

/** After these nothing that follows would fare better. */
const HOPELESS: ReadonlySet<StoreError['failure']> = new Set(['setup', 'throttled', 'unreachable', 'timeout', 'garbled'])

/** After these it is not known whether what was asked for was done. */
const UNSURE: ReadonlySet<StoreError['failure']> = new Set(['exists', 'throttled', 'unreachable', 'timeout', 'garbled'])

/** Milliseconds between attempts to read what was just made: it may not be everywhere yet. */
const WAITS = [100, 400, 1500] as const

/** A step that failed, in sentences that say what exists now. */
class StepError extends Error {
  readonly hopeless: boolean

  constructor(message: string, hopeless = false) {
    super(message)
    this.hopeless = hopeless
  }
}

/**
 * Makes one secret after the other, reads each back, and changes a file as soon as all its secrets were tried: only what is in a secret leaves the text.
 * Where it ends early, by a failure or a kill, each source holds its value or a lookup of a secret that was read back; running it again completes it.
 */
export async function applySteps(steps: readonly Step[], world: World): Promise<Outcome> {
  const outcomes: StepOutcome[] = []
  const files: FileOutcome[] = []
  const ready = new Map<string, Step>()
  let isHopeless = false
  for (const [index, step] of steps.entries()) {
    let outcome: StepOutcome = { step, state: 'not reached' }
    if (!isHopeless && !world.stopped()) {
      world.report({ kind: 'begins', step, number: index + 1 })
      const ensured = await ensure(step, world)
      if (ensured instanceof StepError) {
        isHopeless = ensured.hopeless
        outcome = { step, state: 'failed', reason: ensured.message }
      } else {
        ready.set(step.id, step)
        outcome = { step, ...ensured }
      }
      world.report({ kind: 'step', outcome })
    }
    outcomes.push(outcome)
    for (const path of completed(step, steps.slice(index + 1))) {
      if (!steps.some(({ id, places }) => ready.has(id) && places.some(place => place.path === path))) continue
      const rewritten = world.rewrite(path, fix => isReady(fix, ready))
      files.push(rewritten)
      world.report({ kind: 'file', outcome: rewritten })
    }
  }
  return { steps: outcomes, files }
}

/** Files of a step that no later one concerns. */
function completed({ places }: Step, later: readonly Step[]): readonly string[] {
  const waiting = new Set(later.flatMap(step => step.places.map(({ path }) => path)))
  return [...new Set(places.map(({ path }) => path))].filter(path => !waiting.has(path))
}

/** Whether all that a fix moves is in secrets that were read back. */
function isReady({ moves = [] }: Fix, ready: ReadonlyMap<string, Step>): boolean {
  return moves.length > 0 && moves.every(moved => {
    const step = ready.get(moved.ref.id)
    return step !== undefined && holds(step.content, moved)
  })
}

async function ensure(step: Step, { store, record }: World): Promise<{ state: 'created' | 'adopted'; arn: string } | StepError> {
  try {
    const objection = objectionTo(step)
    if (objection !== undefined) throw new StepError(objection)
    const ensured = (await adopt(step, store)) ?? (await create(step, store))
    try {
      record(step, ensured.arn)
    } catch (error) {
      throw new StepError(`The secret exists, but the record could not be written${codeOf(error)}.`, true)
    }
    return ensured
  } catch (error) {
    if (error instanceof StepError) return error
    if (error instanceof StoreError) return new StepError(`${error.message} Nothing was created.`, HOPELESS.has(error.failure))
    throw error
  }
}

/** A secret that is there with the same value is taken as it is; with another value it is somebody's. */
async function adopt({ id, content }: Step, store: SecretStore): Promise<{ state: 'adopted'; arn: string } | undefined> {
  const stored = await store.read(id)
  if (!stored) return undefined
  if (stored.value && serves(stored.value, content)) return { state: 'adopted', arn: stored.arn }
  throw new StepError('A secret of this name exists and holds another value. It was left as it is: name yours otherwise (`naming`, `project` or `environment` of the configuration), or replace the literal by hand.')
}

async function create(step: Step, store: SecretStore): Promise<{ state: 'created' | 'adopted'; arn: string }> {
  const { id, content, description, tags, kmsKey, token } = step
  const value = textOf(content)
  let doubt: StoreError | undefined
  try {
    await store.create({ id, value, token, description, tags, ...(kmsKey !== undefined && { kmsKey }) })
  } catch (error) {
    if (!(error instanceof StoreError) || !UNSURE.has(error.failure)) throw error
    doubt = error
  }
  const stored = await readBack(step, store, doubt)
  if (stored?.value?.equals(value)) return { state: 'created', arn: stored.arn }
  if (!doubt) {
    const what = stored ? 'What was read back is not what was written' : 'What was written could not be read back: there is no such secret'
    throw new StepError(`${what}. A secret of this name may exist now; the sources were left as they are.`)
  }
  if (!stored) {
    const exists = doubt.failure === 'exists' ? 'It holds no value; it was left as it is.' : 'Nothing was created.'
    throw new StepError(`${doubt.message} ${exists}`, HOPELESS.has(doubt.failure))
  }
  if (stored.value && serves(stored.value, content)) return { state: 'adopted', arn: stored.arn }
  throw new StepError('A secret of this name exists and holds another value. It was left as it is.')
}

async function readBack({ id }: Step, store: SecretStore, doubt: StoreError | undefined): Promise<Awaited<ReturnType<SecretStore['read']>>> {
  for (const wait of [...WAITS, undefined]) {
    try {
      const stored = await store.read(id)
      if (stored || wait === undefined) return stored
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      const first = doubt ? `${doubt.message} Whether the secret was created is not known` : 'The secret was created, but could not be read back'
      throw new StepError(`${first}: ${lowered(error.message)} The sources were left as they are.`, HOPELESS.has(error.failure))
    }
    await setTimeout(wait)
  }
  return undefined
}

/** A sentence as the second half of another. */
function lowered(sentence: string): string {
  return /^[A-Z][a-z]/.test(sentence) && !/^(?:Secrets Manager|AWS)/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
}
