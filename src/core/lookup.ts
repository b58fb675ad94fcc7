import type { Credential } from './credential.ts'
import type { Document } from './document.ts'
import type { Fix } from './fix.ts'
import type { Literal } from './literal.ts'
import type { ProjectFacts } from './rule.ts'

/** A literal with the credential in it: what a lookup replaces. */
export interface Placed {
  readonly literal: Literal
  readonly credential: Credential
}

/** One fix target: writes the expression that reads a secret from Secrets Manager, as a specialist of that ecosystem would. */
export interface Lookup {
  readonly id: string
  matches(document: Document): boolean
  /** Fixes for literals that belong to one secret, best first; or why none is right, with what to do instead. */
  replace(literals: readonly Placed[], document: Document, project: ProjectFacts): readonly Fix[] | Declined
}

export interface Declined {
  /** A sentence. */
  readonly declined: string
}
