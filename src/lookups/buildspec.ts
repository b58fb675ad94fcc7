import type { Document } from '../core/document.ts'
import type { Edit, Fix } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import { entry, get } from '../core/tree.ts'
import { marginAt, startsLine, withoutEntry } from './items.ts'
import { lineEnd, lineStartAt } from './layout.ts'
import { spell } from './names.ts'
import { placeOf } from './place.ts'
import { wholeOf } from './whole.ts'

export default {
  id: 'buildspec',
  matches(document) {
    if (document.format.id !== 'yaml' || !/^["']?phases\b/m.test(document.text)) return false
    const [root] = document.parsed.documents
    return get(root, 'phases')?.kind === 'mapping' && get(root, 'version') !== undefined
  },
  replace,
} satisfies Lookup as Lookup

/** The variable moves from `variables` to `secrets-manager`, where CodeBuild fills it: https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html */
function replace(placed: Named, document: Document): readonly Fix[] | Declined {
  const place = placeOf(document, placed.literal.content)
  const [environment, variables, variable] = place?.entries ?? []
  if (place?.entries.length !== 3 || environment?.key !== 'env' || variables?.key !== 'variables' || !variable) return { declined: 'CodeBuild reads Secrets Manager for variables only; put the secret into one first.' }
  const whole = wholeOf(placed)
  if (!whole) return { declined: 'CodeBuild fills a variable only as a whole; put the secret part into a variable of its own.' }
  const { text } = document
  if (!startsLine(text, variable.range[0]) || !startsLine(text, variables.range[0])) return { declined: 'The variables are written on one line; write each on its own first.' }
  const { id, key } = whole.ref
  const eol = lineEnd(text)
  const added = `${marginAt(text, variable.range[0])}${variable.key}: ${id}${key === undefined ? '' : `:${key}`}${eol}`
  const secrets = entry(environment.value, 'secrets-manager')
  const [first] = secrets?.value.kind === 'mapping' ? secrets.value.entries : []
  if (secrets && (!first || !startsLine(text, first.range[0]))) return { declined: 'The layout of `secrets-manager` leaves no room for the variable; write it as a block.' }
  const at = lineStartAt(text, (first ?? variables).range[0])
  const heading: readonly Edit[] = first ? [] : [{ range: [at, at], text: `${marginAt(text, variables.range[0])}secrets-manager:${eol}` }]
  return [{
    title: `Read \`${spell(whole.ref)}\` from Secrets Manager`,
    safety: 'review',
    requires: whole.ref,
    moves: [whole],
    edits: [...heading, { range: [at, at], text: added }, ...withoutEntry(text, variables, variable)],
  }]
}
