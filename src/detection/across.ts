import type { Credential } from '../core/credential.ts'
import type { Document } from '../core/document.ts'
import { detect } from './detect.ts'
import { matchesBetween } from './match.ts'
import { type Half, credentialOf, fits, halvesIn, isSecretLike, isTelling, named } from './pair.ts'
import { slotsBeside } from './slots.ts'

/** A credential and its document. */
export interface Placed {
  readonly document: Document
  readonly credential: Credential
}

/** An identifier in one document and its secret in another. */
export interface Joined {
  readonly identifier: Placed
  readonly secret: Placed
}

/** Identifiers that have no secret beside them, of detectors that speak for what stands with them. */
export function loneHalves(document: Document): readonly Half[] {
  return halvesIn(detect(document)).filter(({ credential }) => credential.group === undefined && isTelling(credential) && credential.role !== 'secret')
}

/** The identifiers and secrets that belong together though they stand in different documents. Only where one of each is there, whatever the order of the documents. */
export function joinAcross(documents: readonly Document[]): readonly Joined[] {
  const halves = documents.flatMap(document => loneHalves(document).map(half => ({ document, half })))
  const rows = new Map(halves.map(({ half: { row } }) => [row.id, row]))
  return [...rows.values()].flatMap(row => {
    const own = halves.filter(({ half }) => half.row.id === row.id)
    const [first, ...others] = own
    if (!first || others.length > 0) return []
    const candidates = documents.flatMap(document => secretsFor(first.half, document))
    const [secret, ...more] = candidates
    if (!secret || more.length > 0 || secret.document === first.document) return []
    return [{ identifier: { document: first.document, credential: first.half.credential }, secret: { ...secret, credential: named(secret.credential, first.half) } }]
  })
}

/** Secrets of a document that may belong to a half and have none beside them: those of its provider, those that are named after nothing else, and a document that holds nothing but the value. */
function secretsFor(half: Half, document: Document): readonly Placed[] {
  const found = detect(document).filter(({ role, group }) => role === 'secret' && !group?.members.some(({ kind }) => kind === 'half'))
  const fitting = found.filter(one => fits(one, half, document) && (one.detector === half.row.id || isVague(one)))
  return [...fitting, ...(found.length === 0 ? wholeDocument(half, document) : [])].map(credential => ({ document, credential }))
}

function isVague({ literal }: Credential): boolean {
  const key = slotsBeside(literal?.binding?.name ?? '')?.own.key
  return key === 'secret' || key === 'secretKey'
}

function wholeDocument({ row }: Half, document: Document): readonly Credential[] {
  const { text } = document
  const [start, length] = [text.length - text.trimStart().length, text.trim().length]
  if (length > row.length[1]) return []
  const match = matchesBetween(row, text, start, start + 1).find(({ range }) => range[0] === start && range[1] === start + length)
  return match && isSecretLike(row, match.range, document) ? [credentialOf(row, match.range, document, undefined)] : []
}
