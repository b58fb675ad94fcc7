import type { Document } from '../core/document.ts'
import type { Companion, Named } from '../core/lookup.ts'
import type { Literal } from '../core/literal.ts'
import type { ProjectFacts } from '../core/rule.ts'
import { contains } from '../core/text.ts'
import { valueAt } from '../core/tree.ts'
import { literalsOf } from '../lexer/literals.ts'
import { partOf } from './layout.ts'

/** Settings that go along with a secret; a port or a database's name says nothing of who may enter. */
const MOVED = new Set(['host'])

/** What goes along with each secret that is a key of a JSON secret: no key twice, unless with one value. */
export function companionsOf(named: readonly Named[], document: Document, { moved = [] }: ProjectFacts): ReadonlyMap<Named, readonly Companion[]> {
  const held = new Map(moved.map(({ ref, value }) => [`${ref.id} ${ref.key ?? ''}`, value.reveal()]))
  for (const one of named) if (one.ref.key !== undefined) held.set(`${one.ref.id} ${one.ref.key}`, valueAt(one.literal, partOf(one) ?? one.literal.content) ?? '')
  const taken = new Set<number>()
  return new Map(named.map(one => {
    const { ref, credential: { group } } = one
    const own = ref.key === undefined ? [] : (group?.members ?? []).flatMap(({ kind, key, range }): Companion[] => {
      if (kind === 'secret' || (kind === 'setting' && !MOVED.has(key)) || taken.has(range[0])) return []
      const literal = literalHolding(range, document)
      const value = literal && valueAt(literal, range)
      const known = held.get(`${ref.id} ${key}`)
      if (!literal || value === undefined || (literal.interpolated && literal.range[0] !== one.literal.range[0]) || (known !== undefined && known !== value)) return []
      held.set(`${ref.id} ${key}`, value)
      taken.add(range[0])
      return [{ kind, key, literal, range }]
    })
    return [one, own]
  }))
}

function literalHolding(range: Companion['range'], document: Document): Literal | undefined {
  return literalsOf(document).find(({ content }) => contains(content, range))
}
