import type { Confidence, Severity } from './finding.ts'
import type { Literal } from './literal.ts'
import type { Secret } from './secret.ts'
import type { Range } from './text.ts'

/** What a provider's credential looks like. Data only: `rules/detectors/<provider>.ts` is `export default [ … ] satisfies Detector[]`. */
export interface Detector {
  /** `provider-kind`, as `github-personal-access-token`. */
  readonly id: string
  /** What the provider calls it. */
  readonly name: string
  /**
   * `'AKIA{base32:16}'`: literal text, `{alphabet:length}` or `{alphabet:min-max}`, `(one|other)`, `( … )?`, and `{crc32}` for a checksum. From it come the pattern,
   * the keyword, the length of the window, the examples and the near misses. `src/detection/shape.ts` has the grammar.
   */
  readonly shape?: string
  /** The exception, where a shape cannot say it, with the reason beside it. Bounded and linear; `positives` are then required. */
  readonly pattern?: string
  readonly positives?: readonly string[]
  /** Values that look like it and are none; shapes, expanded by the tests. */
  readonly negatives?: readonly string[]
  readonly role: 'secret' | 'identifier' | 'public'
  readonly severity: Severity
  /** Words one of which must stand in the name or within a short reach before the value; for shapes that say too little alone. */
  readonly near?: readonly string[]
  readonly checksum?: ChecksumName
  /** Id of the detector whose value it belongs to: the secret of an identifier, or what a session token is good for nothing without. */
  readonly pair?: string
  /** Values that are documentation. */
  readonly ignore?: readonly string[]
  /** The provider's documentation. */
  readonly docs: string
  /** How to revoke or rotate it, in one sentence or a page of the provider. */
  readonly revoke: string
}

export type ChecksumName =
  | 'github' | 'github-refresh' | 'github-fine-grained' | 'npm' | 'vercel' | 'zuplo' | 'atlassian' | 'bitbucket' | 'grafana' | 'gitlab-routable' | 'confluent' | 'nkey'

/** A credential in a document, judged. */
export interface Credential {
  /** Id of a detector, or `generic-password`, `generic-token`, `url-password`, … for what was found by its name. */
  readonly detector: string
  /** For people: "GitHub personal access token", "password". */
  readonly name: string
  readonly role: Detector['role']
  readonly severity: Severity
  readonly confidence: Confidence
  /** Of the secret itself in the text. */
  readonly range: Range
  readonly secret: Secret
  /** The literal that holds it, where the lexer saw one. */
  readonly literal?: Literal
  /** Why: from strongest to weakest. */
  readonly evidence: readonly Evidence[]
  /** What makes one secret together with it, itself among it; shared by all credentials in it. Absent: it stands alone. */
  readonly group?: Group
}

/** What belongs together and makes one JSON secret: an identifier and its secret; a user, a password and the host they open. */
export interface Group {
  /** By place; one of them at least is a secret. */
  readonly members: readonly Member[]
}

/** A part of a group. */
export interface Member {
  /** `secret`: a finding of its own · `half`: what says whose the secret is, or opens nothing without it; it is told beside the finding · `setting`: where it opens. */
  readonly kind: 'secret' | 'half' | 'setting'
  /** Of the JSON secret: `password`, `username`, `host`, `port`, `dbname`, as rotation functions of AWS have them; `clientSecret`, `accessKeyId`. */
  readonly key: string
  /** For people: "user name", "AWS access key ID". */
  readonly name: string
  readonly range: Range
  readonly value: Secret
}

/** A named piece of evidence with its weight in the verdict. */
export interface Evidence {
  readonly name: string
  readonly weight: number
}
