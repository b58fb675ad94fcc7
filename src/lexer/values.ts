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
  readonly interpolated?: boolean
  readonly binding?: LiteralBinding
}

const EXPRESSION = /\$\{|\{\{|<%|\$\(|^\$\w+$|^%\w+%$/

/** Adds a value, and says whether it holds expressions. */
export function addValue(text: string, into: Lexed, { value, interpolated, ...found }: Found): Draft {
  const own = value ?? text.slice(found.content[0], found.content[1])
  const draft: Draft = { kind: 'scalar', ...found, value: own, interpolated: interpolated ?? EXPRESSION.test(own) }
  into.literals.push(draft)
  return draft
}
