import type { Comment, Language } from '../core/document.ts'
import type { BindingKind, Literal, LiteralBinding } from '../core/literal.ts'
import type { Range } from '../core/text.ts'
import type { Scalar, Segment } from '../core/tree.ts'

/** What a reader is given: a stretch of a text, its language, and the keys around it. */
export interface Reading {
  readonly text: string
  readonly range: Range
  readonly language: Language
  readonly path: readonly string[]
  /** Reads a stretch of the same text in another language. */
  readonly embed: (reading: Reading, into: Lexed) => void
}

/** A literal that may still be joined with the next one, or find its name later. */
export interface Draft extends Scalar {
  range: Range
  content: Range
  value: string
  segments?: Segment[]
  quote: string
  interpolated: boolean
  binding?: LiteralBinding
}

/** What was found so far. A literal within another one's expression stands before it until all is sorted. */
export interface Lexed {
  readonly literals: Draft[]
  readonly comments: Comment[]
}

export interface LexedText {
  /** By place; one in an expression of another follows it. */
  readonly literals: readonly Literal[]
  readonly comments: readonly Comment[]
}

/** A binding to a name as it stands in the text. */
export function bindingTo(text: string, kind: BindingKind, nameRange: Range, path: readonly string[]): LiteralBinding {
  return { kind, name: text.slice(nameRange[0], nameRange[1]), nameRange, path }
}

/** A binding to what a value is called where no name of it is written: its place, an option of one letter. */
export function meaning(kind: BindingKind, name: string, at: number, path: readonly string[]): LiteralBinding {
  return { kind, name, nameRange: [at, at], path }
}
