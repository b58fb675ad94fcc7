import type { Document } from '../core/document.ts'
import type { Edit, Fix, SecretRef } from '../core/fix.ts'
import type { Declined, Lookup, Target } from '../core/lookup.ts'
import type { Range } from '../core/text.ts'
import { entry, get, type Node } from '../core/tree.ts'
import { partOf } from './layout.ts'
import { movesOf } from './moves.ts'
import { spell } from './names.ts'
import { keysOf, placeOf } from './place.ts'

export default {
  id: 'ansible',
  matches: document => document.format.id === 'yaml' && (FILES.test(document.path) || (/^\s*(?:-\s+)?hosts\s*:/m.test(document.text) && document.parsed.documents.some(root => isPlaybook(root) || isInventory(root)))),
  replace,
} satisfies Lookup as Lookup

/** Variables and tasks of roles and inventories: https://docs.ansible.com/ansible/latest/tips_tricks/sample_setup.html */
const FILES = /(?:^|\/)(?:(?:group_vars|host_vars)\/|roles\/[^/]+\/(?:defaults|vars|tasks|handlers)\/|(?:defaults|tasks|handlers)\/main\.ya?ml$)/

function isPlaybook(root: Node): boolean {
  return root.kind === 'sequence' && root.items.some(play => entry(play, 'hosts') && ['tasks', 'roles', 'vars', 'pre_tasks', 'post_tasks', 'handlers', 'vars_files'].some(key => get(play, key)))
}

function isInventory(root: Node): boolean {
  return ['hosts', 'children', 'vars'].some(key => get(root, 'all', key)?.kind === 'mapping')
}

/** What Ansible takes as an expression without braces, or as text that is never filled. */
const UNFILLED = /^(?:when|until|that|failed_when|changed_when|assert|name|hosts|register|loop_var|tags|import_\w+|_raw_params)$/

const COLLECTION = 'amazon.aws'

/** The value is looked up on the control node whenever it is used. */
function replace(placed: Target, document: Document): readonly Fix[] | Declined {
  const { ref, literal, along } = placed
  const own = { ref, literal, range: partOf(placed) ?? literal.content }
  const edit = editAt(own.range, ref, document)
  if (typeof edit === 'string') return { declined: edit }
  const scalar = placeOf(document, own.range)?.nodes.at(-1)
  const others = along.flatMap(one => {
    const place = { ref: { ...ref, key: one.key }, literal: one.literal, range: one.range }
    // Two parts of one value would be written into it twice.
    const other = placeOf(document, one.range)?.nodes.at(-1) === scalar ? '' : editAt(one.range, place.ref, document)
    return typeof other === 'string' ? [] : [{ place, edit: other }]
  })
  return [{
    title: `Read \`${spell(ref)}\` from Secrets Manager`,
    safety: 'review',
    requires: ref,
    moves: movesOf([own, ...others.map(({ place }) => place)]),
    dependencies: [COLLECTION],
    edits: [edit, ...others.map(other => other.edit)],
  }]
}

/** The lookup in place of a range; or why it cannot stand there. */
function editAt([start, end]: Range, ref: SecretRef, document: Document): Edit | string {
  const { text } = document
  const place = placeOf(document, [start, end])
  const scalar = place?.nodes.at(-1)
  if (!place || scalar?.kind !== 'scalar') return 'The secret does not stand in a value of its own.'
  if (UNFILLED.test(keysOf(place).at(-1) ?? '')) return 'Ansible does not fill in templates here; put the secret into a variable first.'
  const [head, tail] = [text.slice(scalar.content[0], start), text.slice(end, scalar.content[1])]
  if (/\{[{%][^}%]*$/.test(head)) return 'The secret stands within a template already; put it into a variable first.'
  const quote = text.charAt(scalar.range[0])
  const value = template(ref, quote === "'" ? '"' : "'", text)
  // A plain scalar may not begin with a brace, and in brackets of YAML not hold one.
  const needsQuotes = !/["'|>]/.test(quote) && (head === '' || /[[{]/.test(text.charAt(place.nodes.at(-2)?.range[0] ?? 0)))
  if (needsQuotes && /["\\]/.test(head + tail)) return 'The value needs quotes for a template; give it some first.'
  return needsQuotes ? { range: scalar.content, text: `"${head}${value}${tail}"` } : { range: [start, end], text: value }
}

/** The lookup, by the name that the file has for it. */
function template({ id, key }: SecretRef, quote: string, text: string): string {
  const plugin = /\blookup\(\s*['"]((?:amazon\.aws\.|community\.aws\.)?(?:aws_secret|secretsmanager_secret))['"]/.exec(text)?.[1] ?? `${COLLECTION}.secretsmanager_secret`
  const read = `lookup(${quote}${plugin}${quote}, ${quote}${id}${quote})`
  if (key === undefined) return `{{ ${read} }}`
  return `{{ (${read} | from_json)${/^[a-z_]\w*$/i.test(key) ? `.${key}` : `[${quote}${key}${quote}]`} }}`
}
