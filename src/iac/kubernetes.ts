import type { Document } from '../core/document.ts'
import type { Dialect, Resource } from '../core/module.ts'
import { type Mapping, entry, stringOf, walk } from '../core/tree.ts'
import { controllerResources } from './kubernetes/controllers.ts'
import { providerClass } from './kubernetes/csi.ts'
import { externalSecret, secretStore } from './kubernetes/external-secrets.ts'
import { foldActions } from './kubernetes/manifest.ts'

/** What the manifests that are understood have in their text. */
const KINDS = /\b(?:SecretStore|ClusterSecretStore|ExternalSecret|ClusterExternalSecret|SecretProviderClass)\b|\b(?:secretsmanager|iam)\.(?:services\.k8s\.aws|aws(?:\.m)?\.(?:upbound|crossplane)\.io)\//

/** What a manifest says, by its kind. */
const READERS: Readonly<Record<string, (document: Document, manifest: Mapping) => readonly Resource[]>> = {
  SecretStore: secretStore,
  ClusterSecretStore: secretStore,
  ExternalSecret: externalSecret,
  ClusterExternalSecret: externalSecret,
  SecretProviderClass: providerClass,
}

/**
 * Manifests of Kubernetes, templates of Helm among them, wherever they stand in a file: the External Secrets Operator, the driver of the Secrets Store, and the resources of AWS
 * that ACK and Crossplane make.
 */
const kubernetes: Dialect = {
  id: 'kubernetes',
  scope: 'file',
  words: ['external-secrets.io', 'secrets-store.csi', 'secretsmanager.services.k8s', 'secretsmanager.aws'],
  reads: path => /\.(?:ya?ml|json)(?:\.(?:tpl|tmpl|gotmpl|tftpl|template|j2))?$/i.test(path),
  matches: document => document.text.includes('apiVersion') && KINDS.test(document.text) && document.parsed.documents.length > 0,
  module(documents) {
    return { dialect: 'kubernetes', scope: 'file', complete: false, resources: documents.flatMap(resourcesIn), parameters: [], outputs: [] }
  },
}

export default kubernetes

function resourcesIn(document: Document): readonly Resource[] {
  const nodes = document.parsed.documents.flatMap(root => [...walk(root)])
  const manifests = nodes.filter(node => node.kind === 'mapping').filter(node => entry(node, 'apiVersion') && entry(node, 'spec'))
  return manifests.flatMap(manifest => {
    const kind = stringOf(entry(manifest, 'kind')?.value) ?? ''
    const read = Object.hasOwn(READERS, kind) ? READERS[kind] : controllerResources
    return read?.(document, foldActions(manifest) as Mapping) ?? []
  })
}
