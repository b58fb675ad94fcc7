import type { Document } from '../core/document.ts'
import type { Edit, Fix } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import { entry, get } from '../core/tree.ts'
import { indentation, lineEnd, lineEndAt, nextLine, partOf } from './layout.ts'
import { spell } from './names.ts'
import { keysOf, placeOf } from './place.ts'

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
  const last = place?.entries.at(-1)
  const keys = place ? keysOf(place) : []
  if (!place || !last || keys[0] !== 'env' || keys[1] !== 'variables' || keys.length !== 3 || partOf(placed)) return { declined: 'Only a whole variable can come from Secrets Manager.' }
  const { text } = document
  const { id, key } = placed.ref
  const eol = lineEnd(text)
  const line = text.lastIndexOf('\n', last.range[0] - 1) + 1
  const indent = text.slice(line, last.range[0])
  if (indent.trim() !== '') return { declined: 'The variables are written on one line; write each on its own first.' }
  const variables = entry(place.entries[0]?.value, 'variables')
  if (!variables) return { declined: 'Only a whole variable can come from Secrets Manager.' }
  const alone = variables.value.kind === 'mapping' && variables.value.entries.length === 1
  const secrets = entry(place.entries[0]?.value, 'secrets-manager')
  const end = nextLine(text, lineEndAt(text, last.range[1]))
  const added = `${indent}${last.key}: ${id}${key === undefined ? '' : `:${key}`}${eol}`
  const outer = indent.slice(0, -indentation(text, '  ').length)
  const edits: Edit[] = []
  const header = `${outer}secrets-manager:${eol}`
  if (secrets?.value.kind === 'mapping' && secrets.value.entries[0]) {
    const first = secrets.value.entries[0].range[0]
    edits.push({ range: [text.lastIndexOf('\n', first - 1) + 1, text.lastIndexOf('\n', first - 1) + 1], text: added }, { range: [line, end], text: '' })
  } else if (alone) {
    edits.push({ range: [text.lastIndexOf('\n', variables.range[0] - 1) + 1, end], text: header + added })
  } else {
    const at = text.lastIndexOf('\n', variables.range[0] - 1) + 1
    edits.push({ range: [at, at], text: header }, { range: [at, at], text: added }, { range: [line, end], text: '' })
  }
  return [{ title: `Read \`${spell(placed.ref)}\` from Secrets Manager`, safety: 'review', requires: placed.ref, edits }]
}
