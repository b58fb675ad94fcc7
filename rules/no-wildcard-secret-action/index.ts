import type { Fix } from '../../src/core/fix.ts'
import type { Module } from '../../src/core/module.ts'
import { type Context, defineRule } from '../../src/core/rule.ts'
import { type Scalar, stringOf } from '../../src/core/tree.ts'
import { SECRET_ACTIONS, type SecretAction, grantedBy, isWildcard, matchesPattern } from '../../src/iac/actions.ts'
import { reachesSecrets } from '../../src/iac/arn.ts'
import { type Statement, statements } from '../../src/iac/statement.ts'
import { sentence } from '../../src/iac/words.ts'

interface Options {
  /** Whether `Action: "*"` on every resource is reported, which other linters do. */
  readonly administrators: boolean
  /** Whether wildcards are reported that grant nothing but metadata, as `secretsmanager:List*`. */
  readonly metadata: boolean
}

/** Names that a message has room for. */
const NAMED = 6

/** What is told first of a long list. */
const GRAVE = ['GetSecretValue', 'PutSecretValue', 'DeleteSecret', 'PutResourcePolicy', 'UpdateSecret']

/** What a program needs that reads a secret. */
const READING = ['DescribeSecret', 'GetSecretValue']

export default defineRule({
  id: 'no-wildcard-secret-action',
  summary: 'Disallow wildcards in what IAM policies allow on Secrets Manager',
  severity: 'warning',
  presets: { recommended: {}, strict: { administrators: true, metadata: true } },
  messages: {
    wildcard: '`{{action}}` grants {{granted}}.',
    notAction: '`NotAction` leaves in {{granted}}.',
    administrator: '`{{action}}` on every resource reads, changes and deletes every secret too.',
  },
  keywords: ['secretsmanager', 'notaction', 'not_actions', 'policydocument', '"statement"', 'aws_iam_'],
  options: { type: 'object', properties: { administrators: { type: 'boolean' }, metadata: { type: 'boolean' } }, additionalProperties: false },
  defaults: { administrators: false, metadata: false } satisfies Options,
  *checkModule(module: Module, { options }: Context<Options>) {
    for (const statement of statements(module)) {
      if (statement.effect !== 'Allow' || statement.kind !== 'identity') continue
      const place = { path: statement.resource.path }
      for (const node of statement.actions) {
        const action = stringOf(node)
        const granted = action !== undefined && isWildcard(action) ? grantedBy(action) : []
        if (node.kind !== 'scalar' || action === undefined || granted.length === 0) continue
        if (matchesPattern(action, 'iam:PassRole') && statement.resources.some(resource => stringOf(resource) === '*')) {
          if (options.administrators) yield { messageId: 'administrator', ...place, range: node.range, severity: 'information', data: { action } } as const
        } else if (isSpecific(action) || reachesSecrets(statement, module)) {
          if (!options.metadata && granted.every(({ harmless }) => harmless)) continue
          const fixes = (): readonly Fix[] => fixesFor(statement, node, granted)
          yield { messageId: 'wildcard', ...place, range: node.range, severity: gravity(granted), data: { action, granted: list(granted) }, fixes } as const
        }
      }
      const granted = leftBy(statement)
      const [first] = statement.notActions
      if (!first || granted.length === 0 || !reachesSecrets(statement, module)) continue
      const range = [first.range[0], statement.notActions.at(-1)?.range[1] ?? first.range[1]] as const
      yield { messageId: 'notAction', ...place, range, data: { granted: list(granted) }, fixes: () => exceptSecrets(statement) } as const
    }
  },
})

/** Whether an action names Secrets Manager, so that it is about secrets whatever its resources are. */
function isSpecific(action: string): boolean {
  return /^secretsmanager:/i.test(action)
}

/** What `NotAction` does not except; nothing where the file does not say. */
function leftBy({ notActions }: Statement): readonly SecretAction[] {
  const patterns = notActions.map(stringOf)
  if (!patterns.every(pattern => pattern !== undefined)) return []
  const left = SECRET_ACTIONS.filter(({ name }) => !patterns.some(pattern => grantedBy(pattern).some(action => action.name === name)))
  return left.every(({ harmless }) => harmless) ? [] : left
}

/** An error where it can open the secret to others, information where it shows metadata only. */
function gravity(granted: readonly SecretAction[]): 'error' | 'warning' | 'information' {
  if (granted.every(({ harmless }) => harmless)) return 'information'
  return granted.some(({ name }) => name === 'PutResourcePolicy') ? 'error' : 'warning'
}

function list(granted: readonly SecretAction[]): string {
  const names = granted.map(({ name }) => name)
  if (names.length <= NAMED) return sentence(names)
  const grave = GRAVE.filter(name => names.includes(name))
  const count = names.length === SECRET_ACTIONS.length ? `all ${names.length} actions` : `${names.length} actions`
  return `${count}, among them ${sentence(grave)}`
}

function fixesFor({ resource, actions }: Statement, node: Scalar, granted: readonly SecretAction[]): readonly Fix[] {
  // The default of a parameter is told where it is used, all of it at one place.
  if (actions.filter(({ range }) => range[0] === node.range[0]).length > 1) return []
  const names = granted.map(({ name }) => name)
  const reading = names.includes('GetSecretValue') ? READING.filter(name => names.includes(name)) : []
  const exact = reading.length === 0 || (names.length > reading.length && names.length <= NAMED) ? names : []
  const choices = [reading, exact].filter(({ length }) => length > 0)
  return choices.flatMap<Fix>(choice => {
    const edits = resource.replace(node, choice.map(name => `secretsmanager:${name}`))
    const title = choice === names ? `List what it grants: ${list(granted)}` : `Allow ${sentence(choice)} only`
    return edits ? [{ title, safety: 'review', edits }] : []
  })
}

/** Excepts Secrets Manager too: what the other services are needed for, nobody says. */
function exceptSecrets({ resource, notActions, resources }: Statement): readonly Fix[] {
  const last = resources.some(node => stringOf(node) === '*') ? notActions.at(-1) : undefined
  const text = stringOf(last)
  const edits = last && text !== undefined ? resource.replace(last, [text, 'secretsmanager:*']) : undefined
  return edits ? [{ title: 'Except `secretsmanager:*` too', safety: 'review', edits }] : []
}
