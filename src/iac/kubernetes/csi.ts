import type { Document } from '../../core/document.ts'
import type { PropertyValue, Resource } from '../../core/module.ts'
import { type Mapping, type Node, get, stringOf } from '../../core/tree.ts'
import { cloudFormationKeys, mapping, named } from '../cdk/nodes.ts'
import { addEntries } from '../write-template.ts'
import { foldActions, resourceOf } from './manifest.ts'

/** A class of the Secrets Store's driver on AWS, and the secrets that it mounts: https://github.com/aws/secrets-store-csi-driver-provider-aws */
export function providerClass(document: Document, manifest: Mapping): readonly Resource[] {
  if (stringOf(get(manifest, 'spec', 'provider')) !== 'aws') return []
  const parameters = get(manifest, 'spec', 'parameters')
  const objects = get(parameters, 'objects')
  const written = objects && objectsIn(document, objects)
  const properties = mapping(manifest.range, [
    ...(parameters?.kind === 'mapping' ? (cloudFormationKeys(parameters) as Mapping).entries.filter(({ key }) => key !== 'Objects') : []),
    written && named('Objects', cloudFormationKeys(written)),
  ])
  const list = written?.kind === 'sequence' ? written.items : []
  const block = objects?.kind === 'scalar' && /[|>]/.test(document.text[objects.range[0]] ?? '')
  return [
    { ...resourceOf(document, manifest, 'Kubernetes::SecretProviderClass', properties), set: (path, value) => (block ? setIn(document, list, path, value) : undefined) },
    ...list.flatMap(object => [object, get(object, 'failoverObject')]).flatMap(object => readingOf(document, manifest, object)),
  ]
}

/** Adds to one of the objects in a block of YAML. */
function setIn({ text }: Document, objects: readonly Node[], [list, index, key, ...others]: readonly string[], value: PropertyValue): ReturnType<Resource['set']> {
  const object = objects[Number(index)]
  if (list !== 'Objects' || key === undefined || others.length > 0 || object?.kind !== 'mapping') return undefined
  const edit = addEntries(text, object, { [key.charAt(0).toLowerCase() + key.slice(1)]: value })
  return edit && [edit]
}

/** The objects in their string of YAML; the string itself where it holds none. */
function objectsIn(document: Document, node: Node): Node {
  if (node.kind !== 'scalar') return node
  const [list] = document.embedded(node, 'yaml').documents
  return list?.kind === 'sequence' ? foldActions(list) : { kind: 'call', range: node.range, callee: 'template', arguments: [] }
}

/** What is read of Secrets Manager; a version of a parameter is a number. */
function readingOf(document: Document, manifest: Mapping, object: Node | undefined): readonly Resource[] {
  if (object?.kind !== 'mapping' || stringOf(get(object, 'objectType')) === 'ssmparameter' || stringOf(get(object, 'objectName'))?.includes(':ssm:')) return []
  const names: Readonly<Record<string, string>> = { objectName: 'SecretId', objectVersion: 'VersionId', objectVersionLabel: 'VersionStage' }
  const entries = object.entries.map(own => ({ ...own, key: names[own.key] ?? own.key }))
  return [resourceOf(document, manifest, 'SDK::SecretsManager::GetSecretValue', { ...object, entries })]
}
