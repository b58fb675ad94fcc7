import type { Fix } from '../../src/core/fix.ts'
import { type Module, type NewCondition, ResourceReference } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import { type Node, stringOf } from '../../src/core/tree.ts'
import { grantedBy } from '../../src/iac/actions.ts'
import { isEverySecret, isSecretResource, secretsFor } from '../../src/iac/arn.ts'
import { type Statement, isNarrowed, statements } from '../../src/iac/statement.ts'
import { sentence } from '../../src/iac/words.ts'

/** What shows, changes or destroys a secret, or opens it to others; from the gravest on. */
const GRAVE = [
  'PutResourcePolicy', 'DeleteResourcePolicy', 'DeleteSecret', 'PutSecretValue', 'UpdateSecret', 'UpdateSecretVersionStage', 'RotateSecret', 'CancelRotateSecret', 'GetSecretValue',
]

/** More secrets than these in one statement are no longer the least that it needs. */
const MOST_SECRETS = 5

/** By which the owner of a secret is told from others: https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_tags.html */
const TAG = 'project'

export default defineRule({
  id: 'no-wildcard-secret-resource',
  summary: 'Disallow policies that reach every secret of an account',
  severity: 'warning',
  presets: { recommended: {}, strict: {} },
  messages: { every: '`{{resource}}` opens every secret of the account to {{actions}}.' },
  keywords: ['secretsmanager', 'policydocument', '"statement"', 'aws_iam_'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    for (const statement of statements(module)) {
      if (statement.effect !== 'Allow' || statement.kind !== 'identity' || isNarrowed(statement)) continue
      for (const node of statement.resources) {
        const actions = isEverySecret(node) ? graveActions(statement, isSecretResource(node, module) === true && stringOf(node) !== '*') : []
        if (actions.length === 0) continue
        yield {
          messageId: 'every',
          path: statement.resource.path,
          range: node.range,
          severity: actions.includes('PutResourcePolicy') || actions.includes('DeleteSecret') ? 'error' : 'warning',
          data: { actions: sentence(actions.length > 3 ? actions.slice(0, 3) : actions), resource: spelling(node) },
          fixes: () => fixesFor(statement, node, module),
        } as const
      }
    }
  },
})

/** The grave actions of a statement; an action of every service counts only where the resource is one of secrets. */
function graveActions({ actions, notActions }: Statement, specific: boolean): readonly string[] {
  if (notActions.length > 0) return []
  const granted = actions.flatMap(node => {
    const action = stringOf(node)
    return action !== undefined && (specific || /^secretsmanager:/i.test(action)) ? graveIn(action) : []
  })
  return GRAVE.filter(name => granted.includes(name)).reverse()
}

function graveIn(action: string): readonly string[] {
  return grantedBy(action).map(({ name }) => name).filter(name => GRAVE.includes(name))
}

function spelling(node: Node): string {
  if (node.kind === 'call') return node.arguments.map(part => (part.kind === 'scalar' ? String(part.value) : '…')).join('')
  return stringOf(node) ?? ''
}

function fixesFor(statement: Statement, node: Node, module: Module): readonly Fix[] {
  const { resource, resources } = statement
  const secrets = secretsFor(resource, module)
  if (secrets.length === 0) return node === resources[0] && resources.every(isEverySecret) ? byTag(statement) : []
  if (secrets.length === 0 || secrets.length > MOST_SECRETS || resources.length > 1) return []
  const edits = resource.replace(node, secrets.map(secret => new ResourceReference(secret)))
  return edits ? [{ title: `Allow it on ${sentence(secrets.map(({ id }) => id))} only`, safety: 'review', edits }] : []
}

/** Lets callers reach the secrets with their own tag. What is no secret's, or makes secrets, has no tag to compare. */
function byTag({ resource, written, actions }: Statement): readonly Fix[] {
  const tagged = actions.filter(node => takesTag(stringOf(node) ?? ''))
  const mixed = actions.some(node => !tagged.includes(node) && graveIn(stringOf(node) ?? '').length > 0)
  const condition: NewCondition = { operator: 'StringEquals', key: `secretsmanager:ResourceTag/${TAG}`, value: `\${aws:PrincipalTag/${TAG}}` }
  const edits = written && !mixed ? resource.restrict?.(written, condition, tagged) : undefined
  return edits ? [{ title: `Allow it on secrets whose tag \`${TAG}\` is the caller's`, safety: 'review', edits }] : []
}

function takesTag(action: string): boolean {
  const granted = /^secretsmanager:/i.test(action) ? grantedBy(action) : []
  return granted.length > 0 && granted.every(({ name, resource }) => resource && name !== 'CreateSecret')
}
