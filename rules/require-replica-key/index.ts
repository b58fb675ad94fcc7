import type { Fix } from '../../src/core/fix.ts'
import { type Module, NewParameter, type Resource } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import { type Mapping, stringOf } from '../../src/core/tree.ts'

const KEY = new NewParameter('ReplicaKeyArn', 'ARN of the key that encrypts the replica, in its region')

export default defineRule({
  id: 'require-replica-key',
  summary: 'Require a customer managed key for replicas of secrets that have one',
  severity: 'warning',
  presets: { recommended: false, strict: {} },
  messages: {
    missing: 'The replica in {{region}} is encrypted with the default key, though the secret has one of its own.',
  },
  keywords: ['secretsmanager'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    for (const secret of module.resources) {
      if (secret.type !== 'AWS::SecretsManager::Secret' || secret.property('KmsKeyId').length === 0 || !secret.complete) continue
      for (const list of secret.property('ReplicaRegions')) {
        if (list.kind !== 'sequence') continue
        for (const [index, replica] of list.items.entries()) {
          if (replica.kind !== 'mapping' || keysOf(replica).some(isKey)) continue
          const region = stringOf(replica.entries.find(({ key }) => /^region$/i.test(key))?.value)
          const data = { region: region === undefined ? 'another region' : `\`${region}\`` }
          yield { messageId: 'missing', path: secret.path, range: replica.range, data, fixes: () => fixesFor(secret, index) } as const
        }
      }
    }
  },
})

function keysOf({ entries }: Mapping): readonly string[] {
  return entries.map(({ key }) => key)
}

/** Of either dialect; a transform may bring it too. */
function isKey(key: string): boolean {
  return key === 'KmsKeyId' || key === 'kms_key_id' || key.startsWith('Fn::')
}

function fixesFor(secret: Resource, index: number): readonly Fix[] {
  const edits = secret.set(['ReplicaRegions', String(index), 'KmsKeyId'], KEY)
  return edits ? [{ title: 'Encrypt it with a key that the deployer names', safety: 'review', edits }] : []
}
