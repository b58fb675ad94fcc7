import type { LiteralBinding } from '../core/literal.ts'
import type { Range } from '../core/text.ts'
import type { Segment } from '../core/tree.ts'
import type { Draft, Lexed } from './reading.ts'

/** A value as a reader of settings finds it; the value is the content where it isn't given. */
export interface Found {
  readonly range: Range
  readonly content: Range
  readonly quote: string
  readonly value?: string
  readonly segments?: Segment[]
  interpolated?: boolean
  binding?: LiteralBinding
}

const EXPRESSION = /\$\{|\{\{|<%|\$\(|^\$\w+$|^%\w+%$/

/** A literal of what was found, which says whether it holds expressions. */
export function draftOf(text: string, { range, content, quote, value, segments, interpolated, binding }: Found): Draft {
  const own = value ?? text.slice(content[0], content[1])
  // Without spreading, so that all have one shape: settings hold one literal in twenty characters.
  const draft: Draft = { kind: 'scalar', range, content, value: own, quote, interpolated: interpolated ?? EXPRESSION.test(own) }
  if (segments) draft.segments = segments
  if (binding) draft.binding = binding
  return draft
}

/** Adds a value. */
export function addValue(text: string, into: Lexed, found: Found): void {
  into.literals.push(draftOf(text, found))
}
