import type { Module, Resource } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import type { Node } from '../../src/core/tree.ts'

/** Most bytes that Secrets Manager takes. */
const LIMIT = 65_536

/** What a standard parameter of Systems Manager holds, in bytes. */
const PARAMETER = 4096

/** Words in the key of a value, or in a value, that is a secret. */
const SECRET_KEY = /pass|pwd|secret|token|key|credential|cert|private|pem|auth/i
const SECRET_TEXT = /-----BEGIN /

const PLACES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'AWS::SecretsManager::Secret': [['SecretString'], ['GenerateSecretString', 'SecretStringTemplate']],
  'AWS::SecretsManager::SecretVersion': [['SecretString'], ['SecretStringWo']],
}

export default defineRule({
  id: 'no-oversized-secret',
  summary: 'Disallow secrets that hold too much',
  severity: 'warning',
  presets: { recommended: false, strict: {} },
  messages: {
    limit: 'The secret has {{bytes}} bytes, Secrets Manager takes 65536.',
    settings: '{{bytes}} bytes of the secret are no secret: they are paid, rotated and guarded with it.',
  },
  keywords: ['secretsmanager'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    for (const resource of module.resources) {
      for (const node of (PLACES[resource.type] ?? []).flatMap(path => resource.property(...path))) {
        const place = { path: resource.path, range: resource.nameRange }
        const bytes = bytesOf(node)
        const settings = bytesOfSettings(resource, node)
        if (bytes > LIMIT) yield { messageId: 'limit', ...place, severity: 'error', data: { bytes: String(bytes) } } as const
        else if (settings > PARAMETER) yield { messageId: 'settings', ...place, data: { bytes: String(settings) } } as const
      }
    }
  },
})

/** The bytes of all text that is written in a node. */
function bytesOf(node: Node): number {
  switch (node.kind) {
    case 'scalar':
      return new TextEncoder().encode(String(node.value)).length
    case 'reference':
      return 0
    case 'call':
      return node.arguments.reduce((sum, argument) => sum + bytesOf(argument), 0)
    case 'sequence':
      return node.items.reduce((sum, item) => sum + bytesOf(item), 0)
    case 'mapping':
      return node.entries.reduce((sum, { key, value }) => sum + key.length + bytesOf(value), 0)
  }
}

/** The bytes that neither their key nor their own text takes for a secret. */
function bytesOfSettings(resource: Resource, node: Node): number {
  const root = resource.json(node)
  if (root?.kind !== 'mapping') return 0
  return root.entries.filter(({ key, value }) => !SECRET_KEY.test(key) && !(value.kind === 'scalar' && SECRET_TEXT.test(String(value.value))))
    .reduce((sum, { key, value }) => sum + key.length + bytesOf(value), 0)
}
