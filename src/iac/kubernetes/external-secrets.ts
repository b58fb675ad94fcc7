import type { Document } from '../../core/document.ts'
import type { PropertyValue, Resource } from '../../core/module.ts'
import { type Entry, type Mapping, type Node, entry, get, items, stringOf } from '../../core/tree.ts'
import { cloudFormationKeys, mapping, named } from '../cdk/nodes.ts'
import { addEntries } from '../write-template.ts'
import { resourceOf } from './manifest.ts'

/** What names a version by its id and not by its stage: https://external-secrets.io/latest/provider/aws-secrets-manager/ */
const VERSION_ID = 'uuid/'

/** A store of the External Secrets Operator on AWS, and what it does to a secret that it deletes. */
export function secretStore(document: Document, manifest: Mapping): readonly Resource[] {
  const spec = get(manifest, 'spec')
  const aws = get(spec, 'provider', 'aws')
  if (spec?.kind !== 'mapping' || aws?.kind !== 'mapping') return []
  const conditions = entry(spec, 'conditions') ?? entry(spec, '')
  const properties = mapping(manifest.range, [...(cloudFormationKeys(aws) as Mapping).entries, conditions && { ...conditions, key: 'Conditions' }])
  const type = `Kubernetes::${stringOf(get(manifest, 'kind')) ?? 'SecretStore'}`
  const store: Resource = { ...resourceOf(document, manifest, type, properties, entry(aws, 'service') !== undefined), set: (path, value) => setIn(document, spec, path, value) }
  const deletion = get(aws, 'secretsManager')
  return deletion?.kind === 'mapping' ? [store, resourceOf(document, manifest, 'SDK::SecretsManager::DeleteSecret', cloudFormationKeys(deletion) as Mapping)] : [store]
}

/** Adds to the specification of a store that no template writes in parts. */
function setIn({ text, parsed }: Document, spec: Mapping, path: readonly string[], value: PropertyValue): ReturnType<Resource['set']> {
  const [key, ...others] = path
  if (key === undefined || others.length > 0 || parsed.errors.length > 0) return undefined
  const edit = addEntries(text, spec, { [key.charAt(0).toLowerCase() + key.slice(1)]: value })
  return edit && [edit]
}

/** Which store it reads from, and what it reads. */
export function externalSecret(document: Document, manifest: Mapping): readonly Resource[] {
  const spec = get(manifest, 'spec', 'externalSecretSpec') ?? get(manifest, 'spec')
  const store = get(spec, 'secretStoreRef')
  const namespace = get(manifest, 'metadata', 'namespace')
  const properties = mapping(manifest.range, [namespace && named('Namespace', namespace), store && named('SecretStoreRef', cloudFormationKeys(store))])
  const data = items(get(spec, 'data')).flatMap(item => get(item, 'remoteRef') ?? [])
  const whole = items(get(spec, 'dataFrom')).flatMap(item => get(item, 'extract') ?? item)
  return [resourceOf(document, manifest, 'Kubernetes::ExternalSecret', properties), ...[...data, ...whole].flatMap(remote => readingOf(document, manifest, remote))]
}

function readingOf(document: Document, manifest: Mapping, remote: Node): readonly Resource[] {
  if (remote.kind !== 'mapping') return []
  const entries = remote.entries.map(own => (own.key === 'key' ? { ...own, key: 'SecretId' } : own.key === 'version' ? versionOf(own) : own))
  return [resourceOf(document, manifest, 'SDK::SecretsManager::GetSecretValue', { ...remote, entries })]
}

function versionOf(own: Entry): Entry {
  const { value } = own
  const text = stringOf(value)
  if (value.kind !== 'scalar' || !text?.startsWith(VERSION_ID)) return { ...own, key: 'VersionStage' }
  return { ...own, key: 'VersionId', value: { kind: 'scalar', range: value.range, content: value.content, value: text.slice(VERSION_ID.length), segments: [{ value: [0, text.length - VERSION_ID.length], source: value.content }] } }
}
