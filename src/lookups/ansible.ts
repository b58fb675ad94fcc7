import type { Document } from '../core/document.ts'
import type { Fix, SecretRef } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import { entry, get, type Node } from '../core/tree.ts'
import { partOf } from './layout.ts'
import { spell } from './names.ts'
import { keysOf, placeOf } from './place.ts'

export default {
  id: 'ansible',
  matches: document => document.format.id === 'yaml' && (FILES.test(document.path) || (/^\s*(?:-\s+)?hosts\s*:/m.test(document.text) && document.parsed.documents.some(isPlaybook))),
  replace,
} satisfies Lookup as Lookup

/** Variables and tasks of roles and inventories: https://docs.ansible.com/ansible/latest/tips_tricks/sample_setup.html */
const FILES = /(?:^|\/)(?:(?:group_vars|host_vars)\/|roles\/[^/]+\/(?:defaults|vars|tasks|handlers)\/|(?:defaults|tasks|handlers)\/main\.ya?ml$)/

function isPlaybook(root: Node): boolean {
  return root.kind === 'sequence' && root.items.some(play => entry(play, 'hosts') && ['tasks', 'roles', 'vars', 'pre_tasks', 'post_tasks', 'handlers', 'vars_files'].some(key => get(play, key)))
}

/** What Ansible takes as an expression without braces, or as text that is never filled. */
const UNFILLED = /^(?:when|until|that|failed_when|changed_when|assert|name|hosts|register|loop_var|tags|import_\w+|_raw_params)$/

const COLLECTION = 'amazon.aws'

/** The value is looked up on the control node whenever it is used. */
function replace(placed: Named, document: Document): readonly Fix[] | Declined {
  const { text } = document
  const { ref } = placed
  const place = placeOf(document, placed.literal.content)
  const scalar = place?.nodes.at(-1)
  if (!place || scalar?.kind !== 'scalar') return { declined: 'The secret does not stand in a value of its own.' }
  if (UNFILLED.test(keysOf(place).at(-1) ?? '')) return { declined: 'Ansible does not fill in templates here; put the secret into a variable first.' }
  const [start, end] = partOf(placed) ?? placed.literal.content
  const [head, tail] = [text.slice(scalar.content[0], start), text.slice(end, scalar.content[1])]
  if (/\{[{%][^}%]*$/.test(head)) return { declined: 'The secret stands within a template already; put it into a variable first.' }
  const quote = text.charAt(scalar.range[0])
  const value = template(ref, quote === "'" ? '"' : "'", text)
  // A plain scalar may not begin with a brace, and in brackets of YAML not hold one.
  const needsQuotes = !/["'|>]/.test(quote) && (head === '' || /[[{]/.test(text.charAt(place.nodes.at(-2)?.range[0] ?? 0)))
  if (needsQuotes && /["\\]/.test(head + tail)) return { declined: 'The value needs quotes for a template; give it some first.' }
  return [{
    title: `Read \`${spell(ref)}\` from Secrets Manager`,
    safety: 'review',
    requires: ref,
    dependencies: [COLLECTION],
    edits: [needsQuotes ? { range: scalar.content, text: `"${head}${value}${tail}"` } : { range: [start, end], text: value }],
  }]
}

/** The lookup, by the name that the file has for it. */
function template({ id, key }: SecretRef, quote: string, text: string): string {
  const plugin = /\blookup\(\s*['"]((?:amazon\.aws\.|community\.aws\.)?(?:aws_secret|secretsmanager_secret))['"]/.exec(text)?.[1] ?? `${COLLECTION}.secretsmanager_secret`
  const read = `lookup(${quote}${plugin}${quote}, ${quote}${id}${quote})`
  if (key === undefined) return `{{ ${read} }}`
  return `{{ (${read} | from_json)${/^[a-z_]\w*$/i.test(key) ? `.${key}` : `[${quote}${key}${quote}]`} }}`
}
