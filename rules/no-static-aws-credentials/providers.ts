import type { Document } from '../../src/core/document.ts'
import type { Edit, Fix } from '../../src/core/fix.ts'
import type { Entry, Mapping, Node } from '../../src/core/tree.ts'
import { itemsOf } from '../../src/iac/path.ts'
import { removeEntry } from '../../src/iac/remove.ts'
import { type StaticCredentials, isAccessKeyName, isSecretKeyName, isTokenName, literalKey, placeOf } from './keys.ts'

/** Keys in providers and backends of Terraform. Emulators of AWS, which take any key, have endpoints of their own or check nothing. */
export function* providers(document: Document): Generator<StaticCredentials> {
  for (const { name, body } of blocks(document)) {
    const { entries } = body
    if (entries.some(({ key }) => isTokenName(key) || key === 'endpoints' || key === 'endpoint' || key === 'skip_credentials_validation')) continue
    const secret = entries.find(({ key }) => isSecretKeyName(key))
    if (!secret || !isGiven(secret.value)) continue
    const keys = entries.filter(({ key }) => isSecretKeyName(key) || isAccessKeyName(key))
    yield { messageId: 'provider', ...placeOf(secret.value), data: { name }, fixes: () => fixesFor(document, body, keys) }
  }
}

/** What is a key for certain: a literal of its form, or a variable; what a data source or another resource gives may end. */
function isGiven(value: Node): boolean {
  return value.kind === 'reference' ? /^var\./.test(value.target) : literalKey(value) !== undefined
}

function* blocks({ parsed: { documents } }: Document): Generator<{ name: string; body: Mapping }> {
  for (const root of documents) {
    for (const { key, value } of root.kind === 'mapping' ? root.entries : []) {
      if (key === 'provider') yield* labelled(value, /^(?:aws|awscc)$/, name => `provider "${name}"`)
      if (key !== 'terraform') continue
      for (const own of itemsOf([value]).flatMap(item => (item.kind === 'mapping' ? item.entries : []))) if (own.key === 'backend') yield* labelled(own.value, /^s3$/, name => `backend "${name}"`)
    }
  }
}

function* labelled(node: Node, wanted: RegExp, spelled: (name: string) => string): Generator<{ name: string; body: Mapping }> {
  for (const { key, value } of itemsOf([node]).flatMap(item => (item.kind === 'mapping' ? item.entries : []))) {
    if (wanted.test(key)) for (const body of itemsOf([value])) if (body.kind === 'mapping') yield { name: spelled(key), body }
  }
}

function fixesFor({ text }: Document, body: Mapping, keys: readonly Entry[]): readonly Fix[] {
  const edits: readonly (readonly Edit[] | undefined)[] = keys.map(own => removeEntry(text, body, own))
  const all = edits.flatMap(own => own ?? [])
  const isWhole = edits.every(own => own !== undefined) && body.entries.length > keys.length
  return isWhole ? [{ title: 'Take the keys out: the environment, a profile or a role gives them', safety: 'review', edits: all }] : []
}
