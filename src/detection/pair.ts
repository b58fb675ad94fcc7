import type { Credential } from '../core/credential.ts'
import type { Document } from '../core/document.ts'
import type { Confidence } from '../core/finding.ts'
import type { Range } from '../core/text.ts'
import type { DetectorRow } from './table.ts'
import { Secret } from '../core/secret.ts'
import { overlaps } from '../core/text.ts'
import { literalsOf } from '../lexer/literals.ts'
import { kindOf } from './evidence/kind.ts'
import { matchesBetween } from './match.ts'
import { readName, splitWords } from './names.ts'
import { REACH, distanceOf } from './reach.ts'
import { holderOf } from './suspect.ts'
import { membersOf, table } from './table.ts'
import { THRESHOLDS } from './weights.ts'

/** A credential and the secret it belongs to, by the offsets where they begin. */
export interface Bond {
  readonly half: number
  readonly secret: number
}

/** A credential that belongs to a secret. */
export interface Half {
  readonly credential: Credential
  /** Of the secret it belongs to. */
  readonly row: DetectorRow
}

/** Those credentials that belong to a secret by what their provider says. */
export function halvesIn(found: readonly Credential[]): readonly Half[] {
  const { rowOf } = table()
  return found.flatMap(credential => {
    const pair = rowOf(credential.detector)?.pair
    const row = pair === undefined ? undefined : rowOf(pair)
    return row ? [{ credential, row }] : []
  })
}

/** Whether an identifier says by itself whose it is, so that it speaks for what stands beside it. */
export function isTelling({ detector, role, confidence }: Credential): boolean {
  return role !== 'secret' && confidence !== 'low' && table().rowOf(detector)?.near === undefined
}

/**
 * Finds for each identifier the secret beside it. A guess that has the form of that secret becomes that secret, and surer; a value that nothing told
 * to be one is found. `found` is sorted by place, and so is what is returned.
 */
export function pairByForm(found: readonly Credential[], document: Document): { readonly credentials: readonly Credential[]; readonly bonds: readonly Bond[] } {
  const halves = halvesIn(found)
  if (halves.length === 0) return { credentials: found, bonds: [] }
  const known = new Map(found.map(credential => [credential.range[0], credential]))
  const bonds: Bond[] = []
  // What alone opens nothing, as a session token does, comes last: an identifier may have told its secret.
  for (const isSecret of [false, true]) {
    const credentials = inOrder(known)
    for (const { half, secret } of nearest(halves.filter(({ credential: { role } }) => (role === 'secret') === isSecret), credentials, document)) {
      bonds.push({ half: half.credential.range[0], secret: secret.range[0] })
      known.set(secret.range[0], named(secret, half))
    }
  }
  return { credentials: inOrder(known), bonds }
}

function inOrder(credentials: ReadonlyMap<number, Credential>): readonly Credential[] {
  return [...credentials.values()].sort((one, other) => one.range[0] - other.range[0])
}

interface Couple {
  readonly half: Half
  readonly secret: Credential
}

/** What a half counts that stands behind its secret: it stands before, where it is as near to two. */
const BEHIND = 500

/** Each half with the nearest secret that it may belong to and that has no half of its kind yet. */
function nearest(halves: readonly Half[], found: readonly Credential[], document: Document): readonly Couple[] {
  const options = halves.flatMap(half => {
    const near = neighbours(half.credential, found)
    const secrets = [...near.filter(one => one.role === 'secret' && fits(one, half, document)), ...valuesBeside(half, near, document)]
    return secrets.flatMap(secret => {
      const distance = distanceOf(half.credential, secret, document)
      return distance === undefined ? [] : [{ half, secret, distance: distance + (secret.range[0] < half.credential.range[0] ? BEHIND : 0) }]
    })
  })
  const taken = new Set<string>()
  return options.sort((one, other) => one.distance - other.distance).filter(({ half: { credential }, secret }) => {
    const [own, other] = [`half ${credential.range[0]}`, `${secret.range[0]} ${credential.detector}`]
    if (taken.has(own) || taken.has(other)) return false
    taken.add(own).add(other)
    return true
  })
}

/** How many credentials before and behind a half are looked at. */
const NEIGHBOURS = 16

function neighbours({ range }: Credential, found: readonly Credential[]): readonly Credential[] {
  let low = 0
  let high = found.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((found[middle]?.range[0] ?? 0) < range[0]) low = middle + 1
    else high = middle
  }
  return found.slice(Math.max(0, low - NEIGHBOURS), low + NEIGHBOURS + 1).filter(one => one.range[0] !== range[0])
}

/** Whether a credential is the kind of secret that a half belongs to, or a guess that may be it. */
export function fits({ detector, range, literal }: Credential, { row }: Half, document: Document): boolean {
  if (detector === row.id) return true
  const isForm = detector.startsWith('generic-') && matchesBetween(row, document.text, range[0], range[0] + 1).some(match => match.range[0] === range[0] && match.range[1] === range[1])
  return isForm && isSecretLike(row, range, document, literal?.binding?.name)
}

const RANK: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 }

/** The secret as the provider calls it; as sure as its identifier makes it. */
export function named(secret: Credential, { credential, row }: Half): Credential {
  const surest: Confidence = isTelling(credential) ? 'high' : secret.confidence
  const isSurer = RANK[surest] > RANK[secret.confidence]
  return {
    ...secret,
    detector: row.id,
    name: row.name,
    severity: row.severity,
    confidence: surest,
    // What is enough alone weighs as much as is asked for.
    evidence: isSurer ? [{ name: `stands beside the ${credential.name} it belongs to`, weight: THRESHOLDS.form.high }, ...secret.evidence] : secret.evidence,
  }
}

/** Words of a name whose value is none of a pair, whatever its form. */
const OTHERWISE = new Set('hash hashes sha sha1 sha256 md5 digest etag checksum integrity fingerprint thumbprint commit revision rev signature uuid url path file arn canonical'.split(' '))

/** Values around a half with the form of its secret that nothing else told to be one; `near` is what is known there. */
function valuesBeside({ credential, row }: Half, near: readonly Credential[], document: Document): readonly Credential[] {
  if (!isTelling(credential)) return []
  const { text } = document
  const literals = literalsOf(document)
  const [from, to] = [Math.max(0, credential.range[0] - REACH), Math.min(text.length, credential.range[1] + REACH)]
  return matchesBetween(row, text, from, to).flatMap(({ range }) => {
    if ([credential, ...near].some(one => overlaps(one.range, range))) return []
    const literal = holderOf(literals, range)
    return isSecretLike(row, range, document, literal?.binding?.name) ? [credentialOf(row, range, document, literal)] : []
  })
}

const looked = new WeakMap<Document, Map<string, boolean>>()

/** Whether a value of a secret's form is made by a machine, and its name says nothing else. Several halves may ask for the same one. */
export function isSecretLike(row: DetectorRow, range: Range, document: Document, name = ''): boolean {
  let answers = looked.get(document)
  if (!answers) looked.set(document, (answers = new Map<string, boolean>()))
  const key = `${row.id} ${range.join()}`
  let answer = answers.get(key)
  if (answer === undefined) answers.set(key, (answer = saysNothingElse(name) && isMade(row, document.text.slice(...range))))
  return answer
}

function saysNothingElse(name: string): boolean {
  const { role } = readName(name)
  return (role === 'none' || role === 'value') && !splitWords(name).some(word => OTHERWISE.has(word))
}

function isMade(row: DetectorRow, value: string): boolean {
  const kind = kindOf(value, undefined, '"', false)
  // What may hold more than hexadecimal digits and does not is a digest of something.
  return kind === 'random' || kind === 'mixed password' || ((kind === 'hexadecimal' || kind === 'UUID') && membersOf(row)[LETTER_G] === 0)
}

const LETTER_G = 103

export function credentialOf({ id, name, role, severity }: DetectorRow, range: Range, { text }: Document, literal: Credential['literal']): Credential {
  return { detector: id, name, role, severity, confidence: 'low', range, secret: new Secret(text.slice(...range)), ...(literal && { literal }), evidence: [] }
}
