import { randomUUID } from 'node:crypto'
import type { Moved } from '../core/fix.ts'
import { Secret } from '../core/secret.ts'

/** One secret that is to be made, with every place that it leaves. */
export interface Step {
  /** Its name in Secrets Manager. */
  readonly id: string
  readonly content: Content
  readonly places: readonly Place[]
  readonly description: string
  readonly tags: Readonly<Record<string, string>>
  /** Absent: the account's own key for Secrets Manager. */
  readonly kmsKey?: string
  /** By which AWS tells a request that is repeated from another one. */
  readonly token: string
}

/** What a secret holds: one value, or values by the keys of its JSON. */
export type Content = { readonly value: Secret } | { readonly keys: ReadonlyMap<string, Secret> }

/** Where a value leaves the text. */
export interface Place {
  readonly path: string
  /** From 1. */
  readonly line: number
  readonly ruleId: string
  readonly detector?: string
  readonly moved: Moved
  /** Packages that the code needs then and the project has not. */
  readonly dependencies: readonly string[]
}

/** What all steps of a run have in common. */
export interface Settings {
  readonly tags: Readonly<Record<string, string>>
  readonly kmsKey?: string
}

/** Characters of the longest description that is given; AWS allows 2,048. */
const DESCRIBED = 500

/** Bytes of the longest value: https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html */
const LARGEST = 65_536

/** One step for each distinct secret, by name. Of two values for one place in a secret the first is taken: the other cannot move there. */
export function stepsOf(places: readonly Place[], { tags, kmsKey }: Settings): readonly Step[] {
  const byId = new Map<string, Place[]>()
  for (const place of places) {
    const { id } = place.moved.ref
    byId.set(id, [...(byId.get(id) ?? []), place])
  }
  return [...byId].sort(([one], [other]) => (one < other ? -1 : 1)).map(([id, own]) => ({
    id,
    content: contentOf(own),
    places: own,
    description: `Moved out of ${[...new Set(own.map(({ path }) => path))].join(', ')} by unhardcode.`.slice(0, DESCRIBED),
    tags,
    ...(kmsKey !== undefined && { kmsKey }),
    token: randomUUID(),
  }))
}

function contentOf(places: readonly Place[]): Content {
  const [first] = places
  if (first && first.moved.ref.key === undefined) return { value: first.moved.value }
  const keys = new Map<string, Secret>()
  for (const { moved: { ref: { key }, value } } of places) if (key !== undefined && !keys.has(key)) keys.set(key, value)
  return { keys: new Map([...keys].sort(([one], [other]) => (one < other ? -1 : 1))) }
}

/** The text that a secret gets. */
export function textOf(content: Content): Secret {
  return 'value' in content ? content.value : new Secret(JSON.stringify(Object.fromEntries([...content.keys].map(([key, value]) => [key, value.reveal()]))))
}

/** The values of a secret with their keys; without a key where the value is all of it. */
export function valuesOf(content: Content): readonly (readonly [key: string | undefined, value: Secret])[] {
  return 'value' in content ? [[undefined, content.value]] : [...content.keys]
}

/** Why AWS would not take a secret; undefined where it would. */
export function objectionTo({ content }: Step): string | undefined {
  const size = Buffer.byteLength(textOf(content).reveal())
  if (size === 0) return 'Its value is empty.'
  return size > LARGEST ? `Its value is larger than ${LARGEST} bytes, the most that a secret can hold.` : undefined
}

/** Whether a secret has what moves there. */
export function holds(content: Content, { ref: { key }, value }: Moved): boolean {
  if ('value' in content) return key === undefined && content.value.equals(value)
  return key !== undefined && (content.keys.get(key)?.equals(value) ?? false)
}

/** Whether what is stored already serves every place: the same text, or JSON that has each key with its value. */
export function serves(stored: Secret, content: Content): boolean {
  if ('value' in content) return stored.equals(content.value)
  const parsed = parse(stored.reveal())
  return typeof parsed === 'object' && parsed !== null && [...content.keys].every(([key, value]) => Object.hasOwn(parsed, key) && (parsed as Record<string, unknown>)[key] === value.reveal())
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
