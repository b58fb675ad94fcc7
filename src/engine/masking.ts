import type { Document } from '../core/document.ts'
import type { Problem } from '../core/finding.ts'
import type { Range } from '../core/text.ts'
import { MASK, type Secret } from '../core/secret.ts'
import { overlaps } from '../core/text.ts'
import { detect } from '../detection/detect.ts'
import { ownedLiterals } from '../../rules/no-hardcoded-secret/owners.ts'

/** Characters by which a value is looked up; by more of them where it has them, since many keys begin alike. */
const KEYS = [8, 4] as const
const SHORTEST = 4

/** Units of a value beyond which it is looked for only where it was found: a private key is no part of a sentence. */
const LONGEST = 1000

/** A secret of a document and where it stands. */
export interface PlacedSecret {
  readonly range: Range
  readonly secret: Secret
}

/** Everything in a document that is a secret: what detection found, of every confidence, and what rules know by its place. */
export function secretsIn(document: Document): readonly PlacedSecret[] {
  return [...detect(document), ...ownedLiterals(document)]
}

const known = new WeakMap<Document, Masking>()

/** The masking of a document's secrets; made once. */
export function maskingOf(document: Document): Masking {
  let masking = known.get(document)
  if (!masking) known.set(document, (masking = new Masking(document)))
  return masking
}

/** What a message says of the file, masked: a name can itself be a secret, such as a key id used as a key. What our detectors call a credential is ours. */
export function maskedData({ data, detector }: Problem, document: Document): Record<string, string> {
  const masking = maskingOf(document)
  return Object.fromEntries(Object.entries(data ?? {}).map(([key, value]) => [key, key === 'name' && detector ? value : masking.mask(value)]))
}

/** A run of a text and what is shown of it. */
export interface Piece {
  readonly source: Range
  readonly shown: string
}

/** Knows the secrets of a document, of every confidence, and masks them: where they were found, and the same values where nothing gives them away, as in a comment or a name. */
class Masking {
  readonly #ranges: readonly Range[]
  readonly #values = new Map<string, Set<string>>()
  #longest = 0

  constructor(document: Document) {
    const secrets = secretsIn(document)
    this.#ranges = merged(secrets.map(({ range }) => range))
    for (const { range, secret } of secrets) {
      for (const value of [document.text.slice(...range), secret.reveal()]) if (isTelling(value)) this.#add(value)
    }
  }

  /** The pieces of a stretch of the document's text. `own`: secrets that only another document gave away. */
  pieces(text: string, stretch: Range, own: readonly Range[] = []): readonly Piece[] {
    return piecesOf(text, stretch, [...own, ...this.#found(stretch), ...this.#same(text, stretch)])
  }

  /** A text that is not the document's, a message, with the values masked. */
  mask(text: string): string {
    return piecesOf(text, [0, text.length], this.#same(text, [0, text.length])).map(({ shown }) => shown).join('')
  }

  #add(value: string): void {
    const key = value.slice(0, KEYS.find(length => value.length >= length))
    const values = this.#values.get(key)
    if (values) values.add(value)
    else this.#values.set(key, new Set([value]))
    this.#longest = Math.max(this.#longest, value.length)
  }

  /** Ranges of secrets that a stretch shares text with; they are sorted and don't overlap. */
  #found(stretch: Range): readonly Range[] {
    let low = 0
    let high = this.#ranges.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#ranges[middle]?.[1] ?? 0) <= stretch[0]) low = middle + 1
      else high = middle
    }
    const found: Range[] = []
    for (let index = low; index < this.#ranges.length; index++) {
      const range = this.#ranges[index]
      if (!range || !overlaps(range, stretch)) break
      found.push(range)
    }
    return found
  }

  /** Places in a stretch, or across its edge, where a value stands again. */
  #same(text: string, [start, end]: Range): readonly Range[] {
    if (this.#values.size === 0) return []
    const places: Range[] = []
    for (let at = Math.max(0, start - this.#longest); at < end; at++) {
      for (const length of KEYS) {
        for (const value of this.#values.get(text.slice(at, at + length)) ?? []) {
          if (at + value.length > start && text.startsWith(value, at)) places.push([at, at + value.length])
        }
      }
    }
    return places
  }
}

/** Whether a value would not stand somewhere else by chance, as a short word or a short number does. */
function isTelling(value: string): boolean {
  return value.length >= SHORTEST && value.length <= LONGEST && !/^(?:[A-Z]{1,11}|\d{1,5})$/i.test(value)
}

/** Ranges in order, those that overlap as one. */
function merged(ranges: readonly Range[]): readonly Range[] {
  const kept: Range[] = []
  for (const range of ranges.toSorted((one, other) => one[0] - other[0])) {
    const last = kept.at(-1)
    if (last && range[0] < last[1]) kept[kept.length - 1] = [last[0], Math.max(last[1], range[1])]
    else kept.push(range)
  }
  return kept
}

function piecesOf(text: string, [start, end]: Range, secrets: readonly Range[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = start
  for (const secret of secrets.toSorted((one, other) => one[0] - other[0] || other[1] - one[1])) {
    const from = Math.max(secret[0], at)
    const to = Math.min(secret[1], end)
    if (from >= to) continue
    pieces.push({ source: [at, from], shown: text.slice(at, from) }, { source: [from, to], shown: MASK })
    at = to
  }
  return [...pieces, { source: [at, end], shown: text.slice(at, end) }]
}
