import type { Fix, Offer } from './fix.ts'
import type { Secret } from './secret.ts'
import type { Position, Range } from './text.ts'

export const SEVERITIES = ['information', 'warning', 'error'] as const
export type Severity = (typeof SEVERITIES)[number]

export const CONFIDENCES = ['low', 'medium', 'high'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** What a rule yields: an id of a message, a place, and what belongs to them; never a formatted text. */
export interface Problem<Id extends string = string> {
  readonly messageId: Id
  /** For module rules: the file of the place. Absent: the document at hand. */
  readonly path?: string
  readonly range: Range
  readonly data?: Readonly<Record<string, string>>
  /** Absent: the rule's. */
  readonly severity?: Severity
  /** Absent: high. */
  readonly confidence?: Confidence
  /** The value itself, for fingerprints and masking. */
  readonly secret?: Secret
  readonly detector?: string
  readonly related?: readonly Related[]
  /** Whether another file of its directory or its project may hold what belongs to it: the other half of a pair. */
  readonly isHalf?: boolean
  readonly fixes?: () => readonly Fix[]
  /** The fixes as a report names them, where making them costs more than naming them. Absent: the fixes themselves. */
  readonly offers?: () => readonly Offer[]
  /** Why there is no fix, and what to do instead: a sentence. Undefined where there is one. */
  readonly declined?: () => string | undefined
}

/** Another place that belongs to a finding, with a sentence of its own. */
export interface Related {
  /** Absent: the finding's own file. */
  readonly path?: string
  readonly range: Range
  readonly message: string
}

/** The lines of a finding with every secret masked. */
export interface Excerpt {
  /** Number of the first line, from 1. */
  readonly line: number
  readonly lines: readonly string[]
  /** What to underline in the first line: columns from 0, end exclusive, after masking. */
  readonly underline: Range
}

/** A problem with its file, as reported. Shows no secret, and keeps no text of the file alive. */
export interface Finding {
  readonly ruleId: string
  readonly messageId: string
  readonly detector?: string
  readonly severity: Severity
  readonly confidence: Confidence
  readonly path: string
  readonly range: Range
  readonly start: Position
  readonly end: Position
  readonly message: string
  readonly excerpt: Excerpt
  /** Of the rule and the value; computed when asked for, since it is slow on purpose. 32 hex digits. */
  readonly fingerprint: () => string
  readonly related: readonly RelatedPlace[]
  readonly offers: readonly Offer[]
  /** Where the run was asked to make them. */
  readonly fixes?: readonly Fix[]
  /** What silenced it; absent for an open finding. */
  readonly suppressed?: Suppressed
}

export interface RelatedPlace extends Related {
  readonly start: Position
  readonly end: Position
}

/** A related place and its sentence on one line, not yet escaped. `path`: the finding's own. */
export function relatedLine(related: RelatedPlace, path: string): string {
  return `${related.path ?? path}:${related.start.line}:${related.start.column} ${related.message}`
}

export interface Suppressed {
  readonly by: 'directive' | 'foreign directive' | 'baseline' | 'configuration' | 'unchanged line'
  readonly reason?: string
}

/** What a run saw. */
export interface Coverage {
  readonly files: number
  readonly bytes: number
  /** Left out by policy, by reason: a picture, a vendored bundle. */
  readonly skipped: Readonly<Record<string, number>>
  /** Could not be read or was left out by a limit: an error. */
  readonly unread: readonly Unread[]
  /** Infrastructure whose syntax is broken: what its resources are is not known, its text was looked through for secrets all the same. Absent: none. */
  readonly unparsed?: readonly Unparsed[]
}

export interface Unparsed {
  readonly path: string
  /** From 1. */
  readonly line: number
  /** A sentence about the syntax, without text of the file. */
  readonly reason: string
}

export interface Unread {
  readonly path: string
  readonly reason: string
  /** Whether what came before a limit is reported. */
  readonly partly?: boolean
}

export interface Report {
  /** Sorted by path, then by place. */
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Finding[]
  readonly coverage: Coverage
  /** Milliseconds of wall time. */
  readonly elapsed: number
  readonly errors: readonly string[]
}

/** A report as text; sees excerpts that are masked already, never the text of a file. */
export type Reporter = (report: Report, options: ReporterOptions) => string

export interface ReporterOptions {
  readonly color: boolean
  /** Findings and errors only, no summary. */
  readonly quiet: boolean
  readonly version: string
  readonly exitCode: 0 | 1 | 2
  /** Sentences that say what the scanned project's own configuration turned off or left out. */
  readonly narrowed: readonly string[]
  /** What the rules say of themselves, for formats that carry it (SARIF). */
  readonly rules: () => readonly RuleDescription[]
}

export interface RuleDescription {
  readonly id: string
  readonly summary: string
  readonly severity: Severity
  /** Markdown of the rule's README. */
  readonly help: () => string
  readonly url: string
}
