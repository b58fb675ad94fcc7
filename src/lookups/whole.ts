import type { Moved } from '../core/fix.ts'
import type { Named } from '../core/lookup.ts'
import { Secret } from '../core/secret.ts'
import { partOf } from './layout.ts'
import { camelCase, wordsOf } from './names.ts'

/** What moves where a reader fills a value only as a whole: the value, also where only a part of it is secret; undefined where something else fills in a part of it. */
export function wholeOf(placed: Named): Moved | undefined {
  const { ref, literal } = placed
  if (!partOf(placed)) return { ref, value: new Secret(literal.value) }
  if (literal.interpolated || /\$|\{\{|<%/.test(literal.value)) return undefined
  const name = camelCase(wordsOf(literal.binding?.name ?? 'value'))
  // A secret is either a text or JSON: the part may stand elsewhere by itself.
  return { ref: ref.key === undefined ? { ...ref, id: `${ref.id}/${name}` } : { ...ref, key: name }, value: new Secret(literal.value) }
}
