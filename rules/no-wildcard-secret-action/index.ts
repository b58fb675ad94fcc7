import type { Fix } from '../../src/core/fix.ts'
import type { Module } from '../../src/core/module.ts'
import { type Context, defineRule } from '../../src/core/rule.ts'
import { type Scalar, stringOf } from '../../src/core/tree.ts'
import { SECRET_ACTIONS, type SecretAction, grantedBy, isWildcard, matchesPattern } from '../../src/iac/actions.ts'
import { reachesSecrets } from '../../src/iac/arn.ts'
import { type StatementUse, useOf } from '../../src/iac/code.ts'
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
    used: '`{{action}}` grants {{granted}}; the code that has it {{code}}.',
    notAction: '`NotAction` leaves in {{granted}}.',
    administrator: '`{{action}}` on every resource reads, changes and deletes every secret too.',
  },
  keywords: ['secretsmanager', 'notaction', 'not_actions', 'policydocument', '"statement"', 'aws_iam_'],
  options: { type: 'object', properties: { administrators: { type: 'boolean' }, metadata: { type: 'boolean' } }, additionalProperties: false },
  defaults: { administrators: false, metadata: false } satisfies Options,
  *checkModule(module: Module, { options, project }: Context<Options>) {
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
          const use = project.usage && useOf(statement, module, project.usage)
          const needed = use && neededOf(use, granted)
          const fixes = (): readonly Fix[] => (needed && needed.length > 0 ? exactly(statement, node, use, needed) : fixesFor(statement, node, granted))
          if (use) yield { messageId: 'used', ...place, range: node.range, severity: gravity(granted), data: { action, granted: list(granted), code: told(use) }, fixes } as const
          else yield { messageId: 'wildcard', ...place, range: node.range, severity: gravity(granted), data: { action, granted: list(granted) }, fixes } as const
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

/** What calls need of what is granted. */
function neededOf({ calls }: StatementUse, granted: readonly SecretAction[]): readonly string[] {
  return granted.map(({ name }) => name).filter(name => calls.some(({ actions }) => actions.includes(name)))
}

/** What the code calls, and where. */
function told({ calls }: StatementUse): string {
  if (calls.length === 0) return 'calls nothing of Secrets Manager'
  const actions = [...new Set(calls.flatMap(call => call.actions))].toSorted()
  const places = [...new Set(calls.map(({ path, line }) => `${path}:${line}`))].toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
  const named = places.length > NAMED ? [...places.slice(0, NAMED - 1), `${places.length - NAMED + 1} more`] : places
  return `needs ${sentence(actions)} only (${named.join(', ')})`
}

/** Exactly what the code calls, on what it reads where that is known and nothing else is on every resource. */
function exactly({ resource, actions, resources }: Statement, node: Scalar, { secrets }: StatementUse, needed: readonly string[]): readonly Fix[] {
  if (isShared(actions, node)) return []
  const edits = resource.replace(node, needed.map(name => `secretsmanager:${name}`))
  const [every, second] = resources
  const onSecrets = needed.every(name => SECRET_ACTIONS.some(action => action.name === name && action.resource)) && actions.length === 1
  const narrowed = onSecrets && secrets && secrets.length > 0 && every && !second && stringOf(every) === '*' ? resource.replace(every, secrets) : undefined
  const title = `Allow ${sentence(needed)} only${narrowed ? ', on the secrets that the code reads' : ''}`
  return edits ? [{ title, safety: 'review', edits: [...edits, ...(narrowed ?? [])] }] : []
}

/** The default of a parameter is told where it is used, all of it at one place. */
function isShared(actions: Statement['actions'], { range }: Scalar): boolean {
  return actions.filter(other => other.range[0] === range[0]).length > 1
}

function fixesFor({ resource, actions }: Statement, node: Scalar, granted: readonly SecretAction[]): readonly Fix[] {
  if (isShared(actions, node)) return []
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
