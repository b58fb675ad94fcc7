import type { Fix } from '../../src/core/fix.ts'
import { type Module, NewParameter, type Resource, ResourceReference, refersTo, shortName } from '../../src/core/module.ts'
import { type Context, defineRule } from '../../src/core/rule.ts'
import type { Node } from '../../src/core/tree.ts'
import { arnText } from '../../src/iac/arn.ts'
import { accountOf, holds, isAnybody, policiesOf, secretPolicyStatements } from '../../src/iac/secret-policy.ts'
import type { Statement } from '../../src/iac/statement.ts'

interface Options {
  /** Which secrets must have a key of one's own: those that other accounts read, for whom the default key cannot work, or all. */
  readonly secrets: 'shared' | 'all'
}

const KEY = new NewParameter('SecretKeyArn', 'ARN of the key that encrypts the secret')

export default defineRule({
  id: 'require-customer-key',
  summary: 'Require a customer managed key for secrets',
  severity: 'error',
  presets: { recommended: {}, strict: { secrets: 'all' } },
  messages: {
    shared: 'Secret `{{name}}` is shared with {{whom}}, which cannot decrypt it: it is encrypted with the default key `aws/secretsmanager`.',
    missing: 'Secret `{{name}}` is encrypted with the default key `aws/secretsmanager`, whose policy cannot be changed.',
  },
  keywords: ['secretsmanager'],
  options: { type: 'object', properties: { secrets: { enum: ['shared', 'all'] } }, additionalProperties: false },
  defaults: { secrets: 'shared' } satisfies Options,
  *checkModule(module: Module, { options }: Context<Options>) {
    const allowing = [...secretPolicyStatements(module)].filter(({ effect }) => effect === 'Allow')
    for (const secret of module.resources) {
      if (secret.type !== 'AWS::SecretsManager::Secret') continue
      const keys = secret.property('KmsKeyId')
      if (keys.length === 0 && !secret.complete) continue
      const whom = sharedWith(secret, module, allowing)
      if (whom === undefined && options.secrets === 'shared') continue
      const name = shortName(secret)
      for (const written of keys.length === 0 ? [undefined] : keys.filter(key => isDefault(key, module))) {
        const place = { path: secret.path, range: written?.range ?? secret.nameRange, fixes: () => fixesFor(secret, written, module) }
        if (whom !== undefined) yield { messageId: 'shared', ...place, data: { name, whom } } as const
        else yield { messageId: 'missing', ...place, severity: 'information', data: { name } } as const
      }
    }
  },
})

/** Whether a key is for certain the one that AWS manages: no text, its alias, or a data source of its alias. */
function isDefault(key: Node, { resources }: Module): boolean {
  if (key.kind === 'reference') {
    return resources.some(resource => resource.type.startsWith('data.aws_kms_') && refersTo(key, resource) &&
      [...resource.property('name'), ...resource.property('key_id')].some(node => arnText(node) === 'alias/aws/secretsmanager'))
  }
  const text = arnText(key)
  return text === '' || (text !== undefined && /(?:^|[:/])alias\/aws\/secretsmanager$/.test(text))
}

/** The accounts that a policy on the secret lets in by number; undefined where there are none. */
function sharedWith(secret: Resource, module: Module, allowing: readonly Statement[]): string | undefined {
  const owners = allowing.length > 0 ? policiesOf(secret, module) : []
  const own = allowing.filter(statement => owners.some(owner => holds(owner, statement)))
  const accounts = new Set(own.flatMap(({ principals }) => principals.flatMap(principal => accountOf(principal)?.account ?? [])))
  if (accounts.size > 0) return `account ${[...accounts].map(account => `\`${account}\``).join(' and ')}`
  const organisation = own.some(({ principals, conditions }) =>
    principals.some(isAnybody) && conditions.some(({ operator, key }) => operator?.startsWith('String') && key?.toLowerCase() === 'aws:principalorgid'))
  return organisation ? 'an organization' : undefined
}

/** The only key of the module, else one that the deployer names. */
function fixesFor(secret: Resource, written: Node | undefined, { resources }: Module): readonly Fix[] {
  const [key, second] = resources.filter(({ type }) => type === 'AWS::KMS::Key')
  const wanted = key && !second ? new ResourceReference(key) : KEY
  const edits = written && written.kind !== 'scalar' ? undefined : secret.set(['KmsKeyId'], wanted)
  return edits ? [{ title: key && !second ? `Encrypt it with \`${shortName(key)}\`` : 'Encrypt it with a key that the deployer names', safety: 'review', edits }] : []
}
