import type { Fix } from '../../src/core/fix.ts'
import { type Module, NewParameter, type PropertyValue, type Resource, shortName } from '../../src/core/module.ts'
import { type Context, defineRule } from '../../src/core/rule.ts'
import { type Node, get, stringOf } from '../../src/core/tree.ts'
import { sentence } from '../../src/iac/words.ts'

interface Options {
  /** Tags that each secret must have; empty: any. */
  readonly keys: readonly string[]
}

const OWNER = new NewParameter('SecretOwner', 'Team that answers for the secret')

export default defineRule({
  id: 'require-secret-tags',
  summary: 'Require tags on secrets',
  severity: 'information',
  presets: { recommended: false, strict: {} },
  messages: {
    none: 'Secret `{{name}}` has no tags: nothing says whose it is, and no policy can go by them.',
    missing: 'Secret `{{name}}` lacks {{keys}}.',
  },
  keywords: ['secretsmanager'],
  options: { type: 'object', properties: { keys: { type: 'array', items: { type: 'string', minLength: 1 }, uniqueItems: true } }, additionalProperties: false },
  defaults: { keys: [] } satisfies Options,
  *checkModule(module: Module, { options }: Context<Options>) {
    const common = module.resources.filter(({ type }) => type === 'provider').flatMap(provider => provider.property('DefaultTags', 'Tags'))
    for (const secret of module.resources) {
      if (secret.type !== 'AWS::SecretsManager::Secret' || !secret.complete) continue
      const written = [...secret.property('Tags'), ...common]
      const keys = keysOf(written)
      if (!keys) continue
      const place = { path: secret.path, range: secret.nameRange }
      const name = shortName(secret)
      const missing = options.keys.filter(key => !keys.includes(key))
      if (keys.length === 0) yield { messageId: 'none', ...place, data: { name }, fixes: () => (written.length === 0 ? fixesFor(secret, module, options.keys) : []) } as const
      else if (missing.length > 0) yield { messageId: 'missing', ...place, data: { name, keys: sentence(missing) } } as const
    }
  },
})

/** The keys of tags, as a list of them or a map; undefined where the file does not decide them all. */
function keysOf(written: readonly Node[]): readonly string[] | undefined {
  const keys = written.flatMap(node => {
    if (node.kind === 'mapping') return node.entries.map(({ key }) => (key.startsWith('Fn::') ? undefined : key))
    return node.kind === 'sequence' ? node.items.map(item => stringOf(get(item, 'Key'))) : [undefined]
  })
  return keys.every(key => key !== undefined) ? keys : undefined
}

function fixesFor(secret: Resource, { dialect }: Module, wanted: readonly string[]): readonly Fix[] {
  const keys = wanted.length > 0 ? wanted : ['Owner']
  const valueOf = (key: string): NewParameter => (key === 'Owner' ? OWNER : new NewParameter(`Secret${key.replace(/[^a-z\d]/gi, '')}`, `Tag ${key} of the secret`))
  const tags: PropertyValue = dialect === 'terraform' ? Object.fromEntries(keys.map(key => [key, valueOf(key)])) : keys.map(key => ({ Key: key, Value: valueOf(key) }))
  const edits = secret.set(['Tags'], tags)
  return edits ? [{ title: `Tag it with ${sentence(keys)}`, safety: 'review', edits }] : []
}
