import type { Fix } from '../../src/core/fix.ts'
import type { Module } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import type { Node, Scalar } from '../../src/core/tree.ts'
import { type Statement, statements } from '../../src/iac/statement.ts'

/** Six characters stand behind the name of every secret; these stand for any. */
const ANY_ENDING = '-??????'

export default defineRule({
  id: 'no-partial-secret-arn',
  summary: 'Disallow ARNs of secrets without their last six characters in policies',
  severity: 'warning',
  presets: { recommended: false, strict: {} },
  messages: { partial: 'The ARN of `{{name}}` lacks the six random characters of the secret, so it allows nothing.' },
  keywords: ['secretsmanager'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    for (const statement of statements(module)) {
      if (statement.effect !== 'Allow' || statement.kind !== 'identity') continue
      for (const node of statement.resources) {
        const last = lastText(node)
        const name = last && partialName(String(last.value))
        if (!last || name === undefined) continue
        yield { messageId: 'partial', path: statement.resource.path, range: node.range, data: { name }, fixes: () => fixesFor(statement, last, node) } as const
      }
    }
  },
})

/** The text that an ARN ends with, from the last hole on. */
function lastText(node: Node): Scalar | undefined {
  const last = node.kind === 'call' && node.callee === 'template' ? node.arguments.at(-1) : node
  return last?.kind === 'scalar' && typeof last.value === 'string' ? last : undefined
}

/** The name of a secret that ends without wildcard and without what may be its random characters. */
function partialName(text: string): string | undefined {
  const name = /:secret:([^:]+)$/.exec(text)?.[1]
  return name === undefined || /[*?]$/.test(name) || /-[a-z\d]{6}$/i.test(name) ? undefined : name
}

function fixesFor({ resource }: Statement, last: Scalar, whole: Node): readonly Fix[] {
  if (last !== whole && last.segments) return []
  const edits = resource.replace(last, [`${String(last.value)}${ANY_ENDING}`])
  return edits ? [{ title: `Let six characters follow: \`${ANY_ENDING}\``, safety: 'review', edits }] : []
}
