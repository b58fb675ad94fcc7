import { type Module, type Resource } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import { Secret } from '../../src/core/secret.ts'
import { stringOf, walk } from '../../src/core/tree.ts'
import { literals } from './literals.ts'

export default defineRule({
  id: 'no-plaintext-secret-string',
  summary: 'Disallow literal values of secrets in infrastructure code',
  severity: 'error',
  presets: { recommended: {}, strict: {} },
  messages: {
    whole: 'The value of a secret is written here.',
    field: 'The value of `{{key}}` of a secret is written here.',
  },
  keywords: ['secretstring', 'secret_string', 'secret-string', 'secretsmanager_secret'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    for (const resource of module.resources) {
      if (!/^AWS::SecretsManager::Secret(?:Version)?$/.test(resource.type) || isIgnored(resource)) continue
      for (const written of [...resource.property('SecretString'), ...resource.property('SecretBinary')]) {
        for (const { node, key } of literals(written, resource)) {
          if (module.dialect === 'sdk' && isForTest(resource.path, node.value)) continue
          const place = { path: resource.path, range: node.content, secret: new Secret(String(node.value)) }
          if (key === undefined) yield { messageId: 'whole', ...place } as const
          else yield { messageId: 'field', ...place, data: { key } } as const
        }
      }
    }
  },
})

/** Whether a call of a test makes a secret of plain words. */
function isForTest(path: string, value: unknown): boolean {
  return /(?:^|[/_.-])(?:tests?|specs?|mocks?|fixtures?|conftest)(?=[/_.-])/i.test(path) && /^[a-z]{2,12}(?:[-_ ][a-z]{2,12}){0,6}\d?$/i.test(String(value))
}

/** Whether Terraform leaves the value alone that was set out of band, or may do so. */
function isIgnored(resource: Resource): boolean {
  const lifecycle = resource.attribute('lifecycle')
  return lifecycle !== undefined && [...walk(lifecycle)].some(node => /^(?:all|secret_string)\b/.test(node.kind === 'reference' ? node.target : (stringOf(node) ?? '')))
}
