import type { Document } from '../../src/core/document.ts'
import type { Fix } from '../../src/core/fix.ts'
import { type Mapping, type Node, entry, get, stringOf } from '../../src/core/tree.ts'
import { endOf } from '../../src/iac/remove.ts'
import { eolOf, indentAt } from '../../src/iac/text.ts'
import type { StaticCredentials } from './keys.ts'

/** Stores of the External Secrets Operator that sign in with keys of a secret: https://external-secrets.io/latest/provider/aws-access/ */
export function* stores(document: Document): Generator<StaticCredentials> {
  for (const manifest of document.parsed.documents) {
    const kind = stringOf(get(manifest, 'kind'))
    if (kind !== 'SecretStore' && kind !== 'ClusterSecretStore') continue
    const auth = get(manifest, 'spec', 'provider', 'aws', 'auth')
    const reference = entry(auth, 'secretRef')
    // A token beside the keys ends.
    if (auth?.kind !== 'mapping' || !reference || get(reference.value, 'sessionTokenSecretRef')) continue
    const name = stringOf(get(manifest, 'metadata', 'name')) ?? kind
    yield { messageId: 'store', range: reference.keyRange, data: { name }, fixes: () => fixesFor(document, auth, kind, manifest) }
  }
}

function fixesFor({ text }: Document, auth: Mapping, kind: string, manifest: Node): readonly Fix[] {
  const reference = entry(auth, 'secretRef')
  if (!reference || auth.entries.length > 1 || text[reference.keyRange[0]] === '"' || text[auth.range[0]] === '{') return []
  const eol = eolOf(text)
  const indent = indentAt(text, reference.range[0])
  const namespace = kind === 'ClusterSecretStore' ? [`      namespace: ${stringOf(get(reference.value, 'secretAccessKeySecretRef', 'namespace')) ?? 'external-secrets'}`] : []
  const lines = ['jwt:', '  serviceAccountRef:', `    name: ${stringOf(get(manifest, 'metadata', 'name')) ?? 'external-secrets'}`, ...namespace.map(line => line.slice(2))]
  return [{ title: 'Sign in as a service account that has a role', safety: 'review', edits: [{ range: [reference.range[0], endOf(text, reference)], text: lines.join(eol + indent) }] }]
}
