import type { TSESTree } from '@typescript-eslint/utils'
import type { SecretRef } from '../../core/fix.ts'
import type { Companion, Declined, Target } from '../../core/lookup.ts'
import type { Literal } from '../../core/literal.ts'
import { type Range, overlaps } from '../../core/text.ts'
import { lineStartAt, partOf } from '../layout.ts'
import { type Site, siteOf } from './syntax.ts'

/** A string that gives way to a secret, or to a key of one. */
export interface Place {
  readonly ref: SecretRef
  readonly literal: Literal
  /** Of the value in the text. */
  readonly range: Range
  readonly site: Site
  /** Of what goes along. */
  readonly kind?: Companion['kind']
}

/** The places of a secret: its own first, then those of what goes along, where an expression can stand there and is evaluated at the same time. */
export function placesOf(placed: Target, program: TSESTree.Program, text: string): readonly [Place, ...Place[]] | Declined {
  const { ref, literal, along } = placed
  const range = withBlanks(literal, partOf(placed) ?? literal.content, text)
  const site = siteOf(program, range)
  if ('declined' in site) return site
  const companions = ref.key === undefined ? [] : along.flatMap((one): Place[] => {
    const own = siteOf(program, one.range)
    if ('declined' in own || own.async !== site.async || own.atTopLevel !== site.atTopLevel || overlaps(one.range, range)) return []
    return [{ ref: { ...ref, key: one.key }, literal: one.literal, range: one.range, site: own, kind: one.kind }]
  })
  return [{ ref, literal, range, site }, ...companions]
}

/** A part of a string as the whole of it, where the rest is blank: the line end behind a key. */
function withBlanks({ content, interpolated }: Literal, [start, end]: Range, text: string): Range {
  const rest = text.slice(content[0], start) + text.slice(end, content[1])
  return !interpolated && /^(?:\s|\\[nrt])*$/.test(rest) ? content : [start, end]
}

/** The start of the statement that the places stand in, or the first of them in one block; undefined where it does not begin its line. */
export function placeBeside(places: readonly Place[], text: string): number | undefined {
  const [first] = places.toSorted((one, other) => one.range[0] - other.range[0])
  if (!first) return undefined
  const block = first.site.chain.findLastIndex(({ type }) => type === 'BlockStatement')
  const statement = first.site.chain[block + 1]
  if (block < 0 || !statement || !places.every(({ site }) => site.chain[block] === first.site.chain[block])) return undefined
  return text.slice(lineStartAt(text, statement.range[0]), statement.range[0]).trim() === '' ? statement.range[0] : undefined
}
