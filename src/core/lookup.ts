import type { Credential, Member } from './credential.ts'
import type { Document } from './document.ts'
import type { Fix, Offer, SecretRef } from './fix.ts'
import type { Literal } from './literal.ts'
import type { ProjectFacts } from './rule.ts'
import type { Range } from './text.ts'

/** A literal with the credential in it: what a lookup replaces. */
export interface Placed {
  readonly literal: Literal
  readonly credential: Credential
}

/** A literal with the secret it moves to, as `groupPlaced` of `src/lookups/names.ts` named it. */
export interface Named extends Placed {
  readonly ref: SecretRef
}

/** What a lookup replaces, with what it must know of the rest of the document. */
export interface Target extends Named {
  /** What belongs to it and may become further keys of its JSON: the user name beside its password. */
  readonly along: readonly Companion[]
  /** Whether others of the document are keys of the same JSON. */
  readonly isShared: boolean
  /** Where the first secret of the document stands: what reads them must be there before. */
  readonly first: number
}

/** A literal, or the part of one at the range, that goes along with a secret. */
export interface Companion {
  readonly kind: Exclude<Member['kind'], 'secret'>
  readonly key: string
  readonly literal: Literal
  readonly range: Range
}

/** One fix target: writes the expression that reads a secret from Secrets Manager, as a specialist of that ecosystem would. */
export interface Lookup {
  readonly id: string
  matches(document: Document): boolean
  /** Fixes of one literal, best first; or why none is right, with what to do instead. What two fixes of a file share (an import, a helper) they insert as equal edits. */
  replace(placed: Target, document: Document, project: ProjectFacts): readonly Fix[] | Declined
  /** What the first fix would say, without reading a syntax tree; for lookups that need one. Undefined where it would be declined. */
  offer?(placed: Target, document: Document, project: ProjectFacts): Offer | undefined
  /** Whether the text is well-formed, for syntaxes that have no tree. */
  parses?(document: Document): boolean
}

export interface Declined {
  /** A sentence. */
  readonly declined: string
}
