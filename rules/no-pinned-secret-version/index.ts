import type { Module, Resource } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import { type Node, stringOf, walk } from '../../src/core/tree.ts'
import { type PinnedVersion, pinnedReferences, pinnedValueFrom } from '../../src/iac/version-id.ts'

const VERSIONS = ['data.aws_secretsmanager_secret_version', 'ephemeral.aws_secretsmanager_secret_version', 'SDK::SecretsManager::GetSecretValue']

export default defineRule({
  id: 'no-pinned-secret-version',
  summary: 'Disallow references to one version of a secret, which the next rotation outdates',
  severity: 'warning',
  presets: { recommended: false, strict: {} },
  messages: {
    pinned: '`{{id}}` is one version of the secret: after the next rotation its value is refused.',
  },
  keywords: ['secretsmanager', 'external-secrets.io', 'secretproviderclass'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    for (const resource of module.resources) {
      for (const { id, range, removal } of pinnedIn(resource)) {
        const fixes = () => [{ title: 'Read the current version', safety: 'review', edits: [{ range: removal, text: '' }] }] as const
        yield { messageId: 'pinned', path: resource.path, range, data: { id }, fixes } as const
      }
      for (const node of VERSIONS.includes(resource.type) ? resource.property('VersionId') : []) {
        const id = stringOf(node)
        const fixes = () => {
          const edits = resource.removeValue?.(node)
          return edits ? [{ title: 'Read the current version', safety: 'review', edits } as const] : []
        }
        if (id) yield { messageId: 'pinned', path: resource.path, range: node.range, data: { id }, fixes } as const
      }
    }
  },
})

function* pinnedIn(resource: Resource): Generator<PinnedVersion> {
  for (const root of resource.property()) {
    for (const node of texts(root)) yield* pinnedReferences(node)
  }
  if (resource.type !== 'AWS::ECS::TaskDefinition') return
  for (const written of resource.property('ContainerDefinitions')) {
    const containers = resource.json(written)
    for (const node of containers ? walk(containers) : []) {
      for (const { key, value } of node.kind === 'mapping' ? node.entries : []) {
        const pinned = /^valueFrom$/i.test(key) ? pinnedValueFrom(value) : undefined
        if (pinned) yield pinned
      }
    }
  }
}

/** Texts, those with holes as a whole. */
function* texts(root: Node): Generator<Node> {
  const inside = new Set<Node>()
  for (const node of walk(root)) {
    if (node.kind === 'call' && node.callee === 'template') {
      for (const part of node.arguments) inside.add(part)
      yield node
    } else if (node.kind === 'scalar' && !inside.has(node)) {
      yield node
    }
  }
}
