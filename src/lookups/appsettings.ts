import type { Document } from '../core/document.ts'
import type { Fix } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import { withoutItem } from './items.ts'
import { spell } from './names.ts'
import { keysOf, placeOf } from './place.ts'
import { wholeOf } from './whole.ts'

export default {
  id: 'appsettings',
  matches: ({ path, format }) => format.id === 'json' && /(?:^|\/)appsettings(?:\.[\w-]+)*\.json$/i.test(path),
  replace,
} satisfies Lookup as Lookup

/** The key is taken out: .NET lays the environment over the file, with `__` between the names: https://learn.microsoft.com/aspnet/core/fundamentals/configuration/#non-prefixed-environment-variables */
function replace(placed: Named, document: Document): readonly Fix[] | Declined {
  const place = placeOf(document, placed.literal.content)
  const [holder] = place?.nodes.slice(-2) ?? []
  const own = place?.entries.at(-1)
  if (!place || !own || holder?.kind !== 'mapping' || place.nodes.some(({ kind }) => kind === 'sequence')) return { declined: 'Only a key of the settings can be taken out; give the secret one.' }
  const moved = wholeOf(placed)
  if (!moved) return { declined: 'Something else fills in a part of the value; take the secret part out by hand.' }
  const variable = keysOf(place).join(':').replaceAll(':', '__')
  return [{
    title: `Take \`${variable}\` out of the file, filled by the platform from \`${spell(moved.ref)}\` of Secrets Manager`,
    safety: 'review',
    requires: moved.ref,
    moves: [{ ...moved, variable }],
    edits: withoutItem(document.text, own, holder.entries),
  }]
}
