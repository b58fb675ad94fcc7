import type { Document } from '../core/document.ts'
import type { Edit, Fix, SecretRef } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import { entry, get, stringOf, type Entry, type Node } from '../core/tree.ts'
import { lineEnd, lineEndAt, nextLine, partOf } from './layout.ts'
import { shortWords, spell } from './names.ts'
import { keysOf, placeOf, type Place } from './place.ts'

export default {
  id: 'kubernetes',
  matches: document => document.format.id === 'yaml' && /^["']?apiVersion\b/m.test(document.text) && document.parsed.documents.some(node => stringOf(get(node, 'apiVersion')) !== undefined && stringOf(get(node, 'kind')) !== undefined),
  replace,
} satisfies Lookup as Lookup

/** External Secrets Operator copies the secret into one of Kubernetes, which the workload names. */
function replace(placed: Named, document: Document): readonly Fix[] | Declined {
  const place = placeOf(document, placed.literal.content)
  const last = place?.entries.at(-1)
  if (!place || !last || partOf(placed)) return { declined: 'Only a whole value can come from a secret of Kubernetes.' }
  const { text } = document
  const line = text.lastIndexOf('\n', last.range[0] - 1) + 1
  const edits = stringOf(get(place.nodes[0], 'kind')) === 'Secret' ? inSecret(placed, place, last, document) : inContainer(placed, place, last, document)
  if (typeof edits === 'string') return { declined: edits }
  if (!/^[\s-]*$/.test(text.slice(line, last.range[0]))) return { declined: 'The value shares its line with others; give it a line of its own first.' }
  return [{ title: `Read \`${spell(placed.ref)}\` from Secrets Manager`, safety: 'review', requires: placed.ref, edits }]
}

/** A variable of a container takes its value from the copy. */
function inContainer({ ref }: Named, place: Place, last: Entry, document: Document): readonly Edit[] | string {
  const { text } = document
  const keys = keysOf(place)
  if (keys.at(-2) !== 'env' || last.key !== 'value') return 'Only a variable of a container, or a value of a secret, can come from Secrets Manager.'
  const eol = lineEnd(text)
  const margin = text.slice(text.lastIndexOf('\n', last.range[0] - 1) + 1, last.range[0]).replace('-', ' ')
  const name = shortWords(ref.id).join('-')
  const lines = ['valueFrom:', '  secretKeyRef:', `    name: ${name}`, `    key: ${ref.key ?? 'value'}`]
  return [{ range: last.range, text: lines.join(eol + margin) }, ...externalSecret(ref, name, ref.key ?? 'value', place.nodes[0], document, false)]
}

/** A value of a `Secret` is merged into it; a secret of one value gives way to the copy. */
function inSecret({ ref }: Named, place: Place, last: Entry, document: Document): readonly Edit[] | string {
  const { text } = document
  const [root] = place.nodes
  const name = stringOf(get(root, 'metadata', 'name'))
  if (keysOf(place)[0] !== 'stringData' || place.entries.length !== 2 || name === undefined) return 'Only a value of `stringData` can come from Secrets Manager; of `data`, decode it first.'
  const siblings = ['stringData', 'data'].flatMap(key => {
    const values = get(root, key)
    return values?.kind === 'mapping' ? values.entries : []
  })
  const whole = siblings.length === 1 && root
  const end = whole ? lineEndAt(text, whole.range[1] - (/[\r\n]$/.test(text.slice(...whole.range)) ? lineEnd(text).length : 0)) : 0
  const removed: Edit = whole
    ? { range: [whole.range[0], end], text: documentOf(ref, name, last.key, root, document, false).join('').trimEnd() }
    : { range: [text.lastIndexOf('\n', last.range[0] - 1) + 1, nextLine(text, lineEndAt(text, last.range[1]))], text: '' }
  return whole ? [removed] : [removed, ...externalSecret(ref, name, last.key, root, document, true)]
}

/** The copy, at the end of the file. Its parts are edits of their own, so that values of one secret share it. */
function externalSecret(ref: SecretRef, name: string, key: string, root: Node | undefined, document: Document, merge: boolean): readonly Edit[] {
  const { text } = document
  const eol = lineEnd(text)
  const [head = '', values = '', tail = ''] = documentOf(ref, name, key, root, document, merge)
  const parts = /[\r\n]$/.test(text) ? [`---${eol}${head}`, values, tail] : [`${eol}---${eol}${head}`, values, tail.slice(0, -eol.length)]
  return parts.map(part => ({ range: [text.length, text.length], text: part }))
}

function documentOf({ id, key: property }: SecretRef, name: string, key: string, root: Node | undefined, { text, parsed }: Document, merge: boolean): readonly string[] {
  const eol = lineEnd(text)
  const namespace = stringOf(get(root, 'metadata', 'namespace'))
  const store = parsed.documents.find(node => /^(?:Cluster)?SecretStore$/.test(stringOf(get(node, 'kind')) ?? '') && entry(node, 'metadata'))
  const lines = (...all: readonly string[]): string => all.map(one => one + eol).join('')
  return [
    lines('apiVersion: external-secrets.io/v1', 'kind: ExternalSecret', 'metadata:', `  name: ${name}`, ...(namespace ? [`  namespace: ${namespace}`] : []), 'spec:', '  refreshInterval: 1h',
      '  secretStoreRef:', `    kind: ${stringOf(get(store, 'kind')) ?? 'ClusterSecretStore'}`, `    name: ${stringOf(get(store, 'metadata', 'name')) ?? 'aws-secrets-manager'}`, '  data:'),
    lines(`    - secretKey: ${key}`, '      remoteRef:', `        key: ${id}`, ...(property === undefined ? [] : [`        property: ${property}`])),
    lines('  target:', `    name: ${name}`, ...(merge ? ['    creationPolicy: Merge'] : [])),
  ]
}
