import { type Module, type Resource } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import { Secret } from '../../src/core/secret.ts'
import { type Node, type Scalar, stringOf, walk } from '../../src/core/tree.ts'
import { placeholderOf } from '../../src/detection/placeholder.ts'
import { promisesSecret } from '../../src/detection/promise.ts'
import { readName } from '../../src/detection/names.ts'

export default defineRule({
  id: 'no-plaintext-secret-string',
  summary: 'Disallow literal values of secrets in infrastructure code',
  severity: 'error',
  presets: { recommended: {}, strict: {} },
  messages: {
    whole: 'The value of a secret is written here.',
    field: 'The value of `{{key}}` of a secret is written here.',
  },
  keywords: ['secretstring', 'secret_string'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    for (const resource of module.resources) {
      if (!/^AWS::SecretsManager::Secret(?:Version)?$/.test(resource.type) || isIgnored(resource)) continue
      for (const written of resource.property('SecretString')) {
        for (const { node, key } of literals(written, resource)) {
          const place = { path: resource.path, range: node.content, secret: new Secret(String(node.value)) }
          if (key === undefined) yield { messageId: 'whole', ...place } as const
          else yield { messageId: 'field', ...place, data: { key } } as const
        }
      }
    }
  },
})

/** Whether Terraform leaves the value alone that was set out of band, or may do so. */
function isIgnored(resource: Resource): boolean {
  const lifecycle = resource.attribute('lifecycle')
  return lifecycle !== undefined && [...walk(lifecycle)].some(node => /^(?:all|secret_string)\b/.test(node.kind === 'reference' ? node.target : (stringOf(node) ?? '')))
}

interface Written {
  readonly node: Scalar
  /** The key of its field; undefined: the secret as a whole. */
  readonly key: string | undefined
}

/** The literals of a secret that are secret: all of a plain string, of JSON the fields whose names promise it. */
function literals(written: Node, resource: Resource): readonly Written[] {
  const root = resource.json(written)
  if (root?.kind === 'mapping') {
    return root.entries.flatMap(({ key, value }) => (value.kind === 'scalar' && isReal(value, key) && isSecretField(key) ? [{ node: value, key }] : []))
  }
  return written.kind === 'scalar' && root?.kind !== 'sequence' && isReal(written) ? [{ node: written, key: undefined }] : []
}

/** Whether the name of a field promises a secret; what stands in a secret may be called `secret` too. */
function isSecretField(key: string): boolean {
  return promisesSecret(key) || ['secret', 'credential', 'connection string'].includes(readName(key).role === 'value' ? (readName(key).subject ?? '') : '')
}

function isReal({ value }: Scalar, key?: string): boolean {
  return typeof value === 'string' && value.length > 3 && placeholderOf(value, key) === undefined && !/^(?:arn:|\{\{resolve:|\$\{)/.test(value)
}
