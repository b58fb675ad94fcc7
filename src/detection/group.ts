import type { Credential, Group, Member } from '../core/credential.ts'
import type { Document } from '../core/document.ts'
import type { Literal } from '../core/literal.ts'
import type { Bond } from './pair.ts'
import { Secret } from '../core/secret.ts'
import { literalsOf } from '../lexer/literals.ts'
import { settingsAround } from './connection.ts'
import { distanceOf } from './reach.ts'
import { type Slot, slotsBeside } from './slots.ts'

/** How many literals before and behind a secret are looked at. */
const NEIGHBOURS = 24
const LONGEST = 300

/** Something that may belong to a secret. */
interface Option {
  readonly secret: Credential
  readonly own: Slot
  readonly member: Member
  readonly distance: number
}

/** The credentials, each with what makes one secret with it: what its provider pairs, what stands beside it under names that belong together, the parts of its URL. */
export function grouped(credentials: readonly Credential[], bonds: readonly Bond[], document: Document): readonly Credential[] {
  const byStart = new Map(credentials.map(credential => [credential.range[0], credential]))
  const halves = new Set(bonds.map(({ half }) => half))
  const members = new Map<number, Member[]>()
  const taken = new Set<string>()
  for (const { secret, own, member } of optionsOf(credentials, bonds, byStart, document)) {
    const start = secret.range[0]
    const isTaken = (members.get(member.range[0]) ?? []).length > 0 && member.kind !== 'secret'
    if (isTaken || taken.has(`${start} ${member.key}`) || halves.has(start)) continue
    taken.add(`${start} ${member.key}`)
    const lead = members.get(start) ?? [{ ...own, range: secret.range, value: secret.secret }]
    const others = members.get(member.range[0]) ?? [member]
    const all = [...lead, ...others.filter(other => !lead.includes(other))]
    for (const { range } of all) members.set(range[0], all)
  }
  const groups = new Map<readonly Member[], Group>()
  return credentials.map(credential => {
    const own = members.get(credential.range[0])
    if (!own) return credential
    let group = groups.get(own)
    if (!group) groups.set(own, (group = { members: own.toSorted((one, other) => one.range[0] - other.range[0]) }))
    return { ...credential, group }
  })
}

/** All that may belong together: what is sure first, then by distance. */
function optionsOf(credentials: readonly Credential[], bonds: readonly Bond[], byStart: ReadonlyMap<number, Credential>, document: Document): readonly Option[] {
  const bound = bonds.flatMap(({ half, secret }): Option[] => {
    const [one, other] = [byStart.get(half), byStart.get(secret)]
    return one && other ? [{ secret: other, own: slotOf(other, 'secret'), member: { ...slotOf(one, 'half'), range: one.range, value: one.secret }, distance: -1 }] : []
  })
  const literals = literalsOf(document)
  const named = credentials.filter(({ role }) => role === 'secret').flatMap(secret => [...partsBeside(secret, document), ...literalsBeside(secret, literals, byStart, document)])
  return [...bound, ...named].sort((one, other) => one.distance - other.distance || one.secret.range[0] - other.secret.range[0])
}

/** What a provider's detector calls it is its key: of `twilio-auth-token` it is `authToken`. */
function slotOf({ detector, name }: Credential, kind: Member['kind']): Slot {
  const words = detector.split('-').slice(1)
  return { key: words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join(''), name, kind }
}

function partsBeside(secret: Credential, document: Document): Option[] {
  return settingsAround(secret, document).map(({ key, name, kind, range }) => ({
    secret,
    own: { key: 'password', name: 'password', kind: 'secret' },
    member: { key, name, kind, range, value: new Secret(document.text.slice(...range)) },
    distance: 0,
  }))
}

/** Literals around a secret whose names begin as its own does and say which part they are. */
function literalsBeside(secret: Credential, literals: readonly Literal[], byStart: ReadonlyMap<number, Credential>, document: Document): Option[] {
  const { literal } = secret
  const slots = literal?.binding && secret.range[0] === literal.content[0] ? slotsBeside(literal.binding.name) : undefined
  if (!slots) return []
  const options: Option[] = []
  const at = indexOf(literals, literal as Literal)
  for (let index = Math.max(0, at - NEIGHBOURS); index < Math.min(literals.length, at + NEIGHBOURS); index++) {
    const other = literals[index] as Literal
    const { binding, value, interpolated, content } = other
    const slot = binding && index !== at && value !== '' && value.length <= LONGEST && !interpolated ? slots.of(binding.name) : undefined
    if (!slot || !isSame(binding?.path, literal?.binding?.path)) continue
    const distance = distanceOf({ range: content, literal: other }, secret, document)
    const isSecret = byStart.get(content[0])?.role === 'secret'
    if (distance !== undefined) options.push({ secret, own: slots.own, member: { ...slot, ...(isSecret && { kind: 'secret' }), range: content, value: new Secret(value) }, distance })
  }
  return options
}

function isSame(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index])
}

function indexOf(literals: readonly Literal[], literal: Literal): number {
  let low = 0
  let high = literals.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((literals[middle]?.range[0] ?? 0) < literal.range[0]) low = middle + 1
    else high = middle
  }
  return low
}
