import type { Credential } from './credential.ts'
import type { Document } from './document.ts'
import type { Fix, Offer, SecretRef } from './fix.ts'
import type { Literal } from './literal.ts'
import type { ProjectFacts } from './rule.ts'

/** A literal with the credential in it: what a lookup replaces. */
export interface Placed {
  readonly literal: Literal
  readonly credential: Credential
}

/** A literal with the secret it moves to, as `groupPlaced` of `src/lookups/names.ts` named it. */
export interface Named extends Placed {
  readonly ref: SecretRef
}

/** One fix target: writes the expression that reads a secret from Secrets Manager, as a specialist of that ecosystem would. */
export interface Lookup {
  readonly id: string
  matches(document: Document): boolean
  /** Fixes of one literal, best first; or why none is right, with what to do instead. What two fixes of a file share (an import, a helper) they insert as equal edits. */
  replace(placed: Named, document: Document, project: ProjectFacts): readonly Fix[] | Declined
  /** What the first fix would say, without reading a syntax tree; for lookups that need one. Undefined where it would be declined. */
  offer?(placed: Named, document: Document, project: ProjectFacts): Offer | undefined
  /** Whether the text is well-formed, for syntaxes that have no tree. */
  parses?(document: Document): boolean
}

export interface Declined {
  /** A sentence. */
  readonly declined: string
}
