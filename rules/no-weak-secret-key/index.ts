import type { Fix } from '../../src/core/fix.ts'
import { type Module, type Resource, refersTo } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import { stringOf } from '../../src/core/tree.ts'
import { matchesPattern } from '../../src/iac/actions.ts'
import { type Statement, statements } from '../../src/iac/statement.ts'

/** Keys of conditions that bind the use of a KMS key to Secrets Manager or to one secret. */
const BINDING = /^kms:(?:ViaService$|EncryptionContext:|EncryptionContextKeys$)/i

export default defineRule({
  id: 'no-weak-secret-key',
  summary: 'Disallow weak policies and missing rotation of the KMS keys of secrets',
  severity: 'warning',
  presets: { recommended: false, strict: {} },
  messages: {
    public: 'The key of a secret may be used by everybody.',
    rotation: 'The key `{{key}}` of a secret is not rotated.',
    unbound: 'The key of a secret decrypts anything for this principal, not only through Secrets Manager.',
  },
  keywords: ['secretsmanager'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    const all = [...statements(module)]
    for (const key of keysOf(module)) {
      const rotation = key.property('EnableKeyRotation')
      const off = rotation.find(node => node.kind === 'scalar' && String(node.value) === 'false')
      if (off ?? rotation.length === 0) {
        yield { messageId: 'rotation', path: key.path, range: off?.range ?? key.nameRange, data: { key: shortName(key) }, fixes: () => rotate(key) } as const
      }
      for (const statement of all) {
        const own = statement.resource === key || key.property('KeyPolicy').some(node => refersTo(node, statement.resource))
        if (!own || statement.effect !== 'Allow' || !decrypts(statement)) continue
        const principal = statement.principals[0]?.value
        if (!principal) continue
        const place = { path: statement.resource.path, range: principal.range }
        if (statement.principals.some(({ value }) => stringOf(value) === '*')) {
          if (statement.conditions.length === 0) yield { messageId: 'public', ...place, severity: 'error' } as const
        } else if (!statement.principals.every(isOwner) && !isBound(statement)) yield { messageId: 'unbound', ...place, severity: 'information' } as const
      }
    }
  },
})

/** The keys of the module that a secret of it is encrypted with, by themselves or by an alias. */
function keysOf({ resources }: Module): readonly Resource[] {
  const used = resources.filter(({ type }) => type === 'AWS::SecretsManager::Secret').flatMap(secret => secret.property('KmsKeyId'))
  const aliases = resources.filter(({ type, id }) => /^(?:AWS::KMS::Alias|aws_kms_alias)$/.test(type) && used.some(node => node.kind === 'reference' && node.target.split('.', 2).join('.').startsWith(id)))
  const targets = [...used, ...aliases.flatMap(alias => [...alias.property('TargetKeyId'), ...alias.property('target_key_id')])]
  return resources.filter(key => key.type === 'AWS::KMS::Key' && targets.some(node => refersTo(node, key)))
}

function decrypts({ actions }: Statement): boolean {
  return actions.some(node => matchesPattern(stringOf(node) ?? '', 'kms:Decrypt'))
}

/** The account itself, whose policies decide, or a service; what the file does not say may be either. */
function isOwner({ type, value }: Statement['principals'][number]): boolean {
  if (type !== 'AWS') return true
  const text = value.kind === 'call' ? value.arguments.map(part => (part.kind === 'scalar' ? String(part.value) : '')).join('') : stringOf(value)
  return text === undefined || text === '' || /:root$|^\d{12}$/.test(text)
}

function isBound({ conditions }: Statement): boolean {
  return conditions.some(({ key }) => key === undefined || key === '' || BINDING.test(key))
}

function shortName({ id }: Resource): string {
  return id.replace(/^.*\./, '')
}

function rotate(key: Resource): readonly Fix[] {
  const edits = key.set(['EnableKeyRotation'], true)
  return edits ? [{ title: 'Rotate the key every year', safety: 'review', edits }] : []
}
