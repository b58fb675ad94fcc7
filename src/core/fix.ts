import type { Secret } from './secret.ts'
import type { Range } from './text.ts'

/** One replacement of text in the file of the finding. */
export interface Edit {
  readonly range: Range
  readonly text: string
}

/** A line that another file must hold; the file is made where there is none. */
export interface Addition {
  /** Relative to the root of the scan. */
  readonly path: string
  /** Without a line end. One that ends with `=` names a variable, whatever its value there. */
  readonly line: string
}

/** A secret in AWS Secrets Manager that code reads. */
export interface SecretRef {
  /** Name or ARN. */
  readonly id: string
  /** A key of its JSON. */
  readonly key?: string
  readonly region?: string
}

/** Edits with a stated safety. Safe: neither running nor deployed behaviour changes. */
export interface Fix {
  /** What the person gets: "Read `shop/dev/db#password` from Secrets Manager". */
  readonly title: string
  readonly safety: 'safe' | 'review'
  readonly edits: readonly Edit[]
  /** The secret that must exist before the code runs. */
  readonly requires?: SecretRef
  /** What leaves the text: the finding's own value first, then what belongs to it. Each must be in its secret before the code runs. */
  readonly moves?: readonly Moved[]
  /** Packages that the project must have and has not. */
  readonly dependencies?: readonly string[]
  /** What other files must hold besides. */
  readonly adds?: readonly Addition[]
  /** What a person must do besides, until when the finding stays: a sentence. */
  readonly remains?: string
}

/** A value, as the program sees it, and where it goes. */
export interface Moved {
  readonly ref: SecretRef
  readonly value: Secret
  /** The variable of the environment that the code reads in its place; the platform fills it from the secret. Absent: the code reads the secret itself. */
  readonly variable?: string
}

/** What is said of a fix before it is made. */
export type Offer = Pick<Fix, 'title' | 'safety'>

/** Puts edits of one text into it. Edits must not overlap; of two at the same place the earlier in the list comes first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = edits.toSorted((one, other) => one.range[0] - other.range[0] || one.range[1] - other.range[1])
  let result = ''
  let at = 0
  for (const { range, text: replacement } of sorted) {
    if (range[0] < at) throw new RangeError(`Edits overlap at offset ${range[0]}.`)
    result += text.slice(at, range[0]) + replacement
    at = range[1]
  }
  return result + text.slice(at)
}
