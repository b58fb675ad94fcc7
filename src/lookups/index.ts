import { createRequire } from 'node:module'
import type { Credential } from '../core/credential.ts'
import type { Document } from '../core/document.ts'
import type { Fix, Moved, Offer } from '../core/fix.ts'
import type { Declined, Lookup, Target } from '../core/lookup.ts'
import type { ProjectFacts } from '../core/rule.ts'
import { valueAt } from '../core/tree.ts'
import { byHand } from './byhand.ts'
import { companionsOf } from './companions.ts'
import { partOf } from './layout.ts'
import { movesOf } from './moves.ts'
import { groupPlaced, spell } from './names.ts'
import { placeOf } from './place.ts'
import { wholeOf } from './whole.ts'

const require = createRequire(import.meta.url)

/** The files beside this one; the first that matches a document serves it. */
const LOOKUPS = ['cdk', 'pulumi', 'synthesis', 'javascript', 'python', 'terraform', 'serverless', 'cloudformation', 'spring', 'ecs', 'appsettings', 'npmrc', 'buildspec', 'workflow', 'gitlab', 'compose', 'ansible', 'kubernetes', 'dotenv', 'shell'] as const

/** UTF-16 units of the longest file that is rewritten: a parser takes a second for two million, and a program of that length is nobody's writing. */
const LONGEST = 1_000_000

const lookups = new WeakMap<Document, Lookup | null>()
const targets = new WeakMap<Document, ReadonlyMap<Credential, Target>>()

/** The lookup that writes into documents of this kind; undefined where none does yet. */
export function lookupFor(document: Document): Lookup | undefined {
  const known = lookups.get(document)
  if (known !== undefined) return known ?? undefined
  const lookup = firstMatching(document)
  lookups.set(document, lookup ?? null)
  return lookup
}

function firstMatching(document: Document): Lookup | undefined {
  for (const id of LOOKUPS) {
    const { default: lookup } = require(`./${id}.js`) as { default: Lookup }
    if (lookup.matches(document)) return lookup
  }
  return undefined
}

/** Fixes that move a credential of a document into Secrets Manager, best first; or why there is none. `all`: every credential of the document, so that names do not collide. */
export function proposeFor(credential: Credential, all: readonly Credential[], document: Document, project: ProjectFacts): readonly Fix[] | Declined {
  const declined = declinedFor(credential, document)
  if (declined) return { declined }
  const placed = namesIn(all, document, project).get(credential)
  if (!placed) return { declined: 'The secret does not stand in a string or a value of its own; take it out and read it from Secrets Manager where it is used.' }
  const lookup = lookupFor(document)
  if (!lookup) return { declined: byHand(placed.ref, document) }
  const range = partOf(placed) ?? placed.literal.content
  if (valueAt(placed.literal, range) === undefined) return { declined: 'The secret begins or ends within an escape.' }
  if (placed.literal.interpolated && !partOf(placed)) return { declined: 'The secret is put together from parts; move the part that is secret.' }
  if (isUnbounded(placed, document)) return { declined: 'Where the secret ends in this line is not sure; put it into a value of its own first.' }
  const proposed = lookup.replace(placed, document, project)
  if ('declined' in proposed) return proposed
  const moving = movesOf([{ ref: placed.ref, literal: placed.literal, range }])
  if (proposed.some(({ moves = moving }) => !holds(moves, document, project))) return { declined: 'A secret of this name would hold another value; give one of both a name of its own.' }
  return proposed.map(fix => {
    if (!fix.requires) return fix
    const moves = fix.moves ?? moving
    return { ...fix, moves, ...(isServed(fix, moves, project) && { safety: 'safe' }) }
  })
}

/** Whether the program gets the same value as before, with nothing else to be done: all of it is in secrets that exist, and the code reads them itself. */
function isServed({ dependencies = [] }: Fix, moves: readonly Moved[], { known }: ProjectFacts): boolean {
  return dependencies.length === 0 && moves.every(({ ref, value, variable }) => variable === undefined && known.some(one => spell(one.ref) === spell(ref) && one.holds(value)))
}

/** Whether it is the rest of a line of commands within a value: `PGPASSWORD=x psql`. */
function isUnbounded({ literal, credential }: Target, document: Document): boolean {
  if (literal.quote !== '' || !/\s/.test(credential.secret.reveal())) return false
  const scalar = placeOf(document, literal.content)?.nodes.at(-1)
  return scalar?.kind === 'scalar' && scalar.content[0] < literal.content[0]
}

const held = new WeakMap<Document, Map<string, string>>()

/** Whether secrets can hold what moves to them beside what moved before: one value in each, and keys or none. */
function holds(moves: readonly Moved[], document: Document, { moved = [] }: ProjectFacts): boolean {
  const values = held.get(document) ?? new Map(moved.flatMap(entriesOf))
  held.set(document, values)
  const entries = moves.flatMap(entriesOf)
  if (entries.some(([place, value]) => (values.get(place) ?? value) !== value)) return false
  for (const [place, value] of entries) values.set(place, value)
  return true
}

/** The value at its place, and whether its secret has keys. */
function entriesOf({ ref, value }: Moved): readonly (readonly [string, string])[] {
  return [[`value ${spell(ref)}`, value.reveal()], [`keys ${ref.id}`, String(ref.key !== undefined)]]
}

/** Why no lookup may move a credential, whatever the language. */
function declinedFor(credential: Credential, document: Document): string | undefined {
  if (isAwsKey(credential)) return 'Keys of AWS are needed to reach Secrets Manager; use a role instead.'
  if (/^secret_?string(?:_?wo|_?value)?$/i.test(credential.literal?.binding?.name ?? '')) return 'A secret cannot read itself; set its value out of band.'
  return document.text.length > LONGEST ? 'The file is too long to be rewritten.' : undefined
}

/** Whether it is what one signs in to AWS with, by its form or by its name. */
function isAwsKey({ detector, literal }: Credential): boolean {
  const { name = '', path = [] } = literal?.binding ?? {}
  return /^aws-(?:access|secret|session)/.test(detector) || /^(?:aws_?)?(?:secret_?)?access_?key(?:_?id)?$|^aws_?(?:session_?token|secret_?key)$/i.test(name) || (path[0] === 'provider' && path[1] === 'aws')
}

/** As `proposeFor`, without the reason. */
export function fixesFor(credential: Credential, all: readonly Credential[], document: Document, project: ProjectFacts): readonly Fix[] {
  const proposed = proposeFor(credential, all, document, project)
  return 'declined' in proposed ? [] : proposed
}

/** As `proposeFor`, the reason alone. */
export function declinedReason(credential: Credential, all: readonly Credential[], document: Document, project: ProjectFacts): string | undefined {
  const proposed = proposeFor(credential, all, document, project)
  return 'declined' in proposed ? proposed.declined : undefined
}

/** What moves where somebody else fills in the whole of a credential's literal; undefined where it has no place in Secrets Manager. */
export function movedBy(credential: Credential, all: readonly Credential[], document: Document, project: ProjectFacts): Moved | undefined {
  const placed = declinedFor(credential, document) ? undefined : namesIn(all, document, project).get(credential)
  const whole = placed && wholeOf(placed)
  return whole && holds([whole], document, project) ? whole : undefined
}

/** What `fixesFor` would offer, at the cost of a glance: a scan names fixes that nobody may ask for. */
export function offersFor(credential: Credential, all: readonly Credential[], document: Document, project: ProjectFacts): readonly Offer[] {
  const placed = namesIn(all, document, project).get(credential)
  const lookup = lookupFor(document)
  const mayExist = project.known.some(({ ref }) => ref.id === placed?.ref.id)
  if (!placed || !lookup?.offer || mayExist || declinedFor(credential, document)) return fixesFor(credential, all, document, project)
  const offer = lookup.offer(placed, document, project)
  return offer ? [offer] : []
}

function namesIn(all: readonly Credential[], document: Document, project: ProjectFacts): ReadonlyMap<Credential, Target> {
  const known = targets.get(document)
  if (known && all.every(one => !one.literal || one.role !== 'secret' || known.has(one))) return known
  const placed = all.flatMap(credential => (credential.literal && credential.role === 'secret' ? [{ literal: credential.literal, credential }] : []))
  const named = groupPlaced(placed, document, project, all).flat()
  const first = named.reduce((least, { literal }) => Math.min(least, literal.range[0]), document.text.length)
  const along = companionsOf(named, document, project)
  const keys = new Map<string, Set<string | undefined>>()
  for (const { ref: { id, key } } of named) keys.set(id, (keys.get(id) ?? new Set()).add(key))
  const made = new Map(named.map(one => [one.credential, { ...one, first, along: along.get(one) ?? [], isShared: (keys.get(one.ref.id)?.size ?? 0) > 1 }]))
  targets.set(document, made)
  return made
}
