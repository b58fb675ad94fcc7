import type { Fix } from '../../src/core/fix.ts'
import type { Module, Resource } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import type { Node } from '../../src/core/tree.ts'
import { booleanOf } from '../../src/iac/value.ts'

/** The property by the name that it has in a dialect. */
const SPELLINGS: Readonly<Record<string, string>> = { terraform: 'block_public_policy', cli: '--block-public-policy' }

export default defineRule({
  id: 'require-block-public-policy',
  summary: 'Require that Secrets Manager checks resource policies for public access',
  severity: 'warning',
  presets: { recommended: {}, strict: {} },
  messages: {
    missing: 'Without `{{property}}`, Secrets Manager takes this policy even if it lets anybody in.',
    off: 'Secrets Manager takes this policy even if it lets anybody in.',
  },
  keywords: ['secretsmanager'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    for (const policy of module.resources) {
      if (policy.type !== 'AWS::SecretsManager::ResourcePolicy') continue
      const written = policy.property('BlockPublicPolicy')
      const property = SPELLINGS[module.dialect] ?? 'BlockPublicPolicy'
      if (written.length === 0 && policy.complete) {
        yield { messageId: 'missing', path: policy.path, range: policy.nameRange, data: { property }, fixes: () => fixesFor(policy, property) } as const
      }
      for (const node of written) {
        if (booleanOf(node) === false) yield { messageId: 'off', path: policy.path, range: node.range, fixes: () => fixesFor(policy, property, node) } as const
      }
    }
  },
})

function fixesFor(policy: Resource, property: string, node?: Node): readonly Fix[] {
  const edits = node ? policy.replace(node, ['true']) : policy.set(['BlockPublicPolicy'], true)
  return edits ? [{ title: `Set \`${property}\``, safety: 'review', edits }] : []
}
