import type { Fix } from '../../src/core/fix.ts'
import { type Module, type Resource, type StateUses, shortName } from '../../src/core/module.ts'
import { type Context, type ProjectFacts, defineRule } from '../../src/core/rule.ts'
import { entry } from '../../src/core/tree.ts'
import { excludesBelow, excludesFrom } from '../../src/lookups/version.ts'

interface Options {
  /** Which versions count: those that the configuration requires, so that what is reported can be mended at once, or any that it admits. */
  readonly versions: 'required' | 'any'
}

/** Where ephemeral resources and write-only arguments are there: https://developer.hashicorp.com/terraform/language/manage-sensitive-data/write-only, and the provider's schema. */
const SINCE = { terraform: '1.11', aws: '5.100', random: '3.7' }

const SOURCE = /^(?:data\.aws_secretsmanager_secret_version|random_password|random_string)\./

export default defineRule({
  id: 'no-secret-in-terraform-state',
  summary: 'Disallow secrets in the state of Terraform where an ephemeral resource and a write-only argument keep them out',
  severity: 'warning',
  presets: { recommended: {}, strict: { versions: 'any' } },
  messages: {
    argument: '`{{name}}` gives its value to `{{sink}}`, and the state keeps it in plain text: `{{argument}}_wo` takes it from an ephemeral resource.',
    provider: '`{{name}}` gives its value to a provider only, and the state keeps it in plain text: an ephemeral resource would not.',
  },
  keywords: ['aws_secretsmanager_secret_version', 'random_password', 'random_string'],
  options: { type: 'object', properties: { versions: { enum: ['required', 'any'] } }, additionalProperties: false },
  defaults: { versions: 'required' } satisfies Options,
  *checkModule(module: Module, { options, project }: Context<Options>) {
    for (const source of module.resources) {
      const uses = SOURCE.test(source.id) ? source.stateUses?.() : undefined
      if (!uses || !isServed(source, project, options)) continue
      const [sink] = uses.sinks
      const isSecret = !source.id.startsWith('random_string.')
      const place = { path: source.path, range: source.nameRange, fixes: () => fixesFor(source, uses) }
      if (sink) {
        const related = uses.sinks.map(({ path, range, resource }) => ({ path, range, message: `\`${resource}\` takes it.` }))
        yield { messageId: 'argument', ...place, data: { name: shownName(source), sink: sink.resource, argument: sink.argument }, related } as const
      } else if (isSecret && uses.providers > 0 && uses.others === 0) yield { messageId: 'provider', ...place, data: { name: shownName(source) } } as const
    }
  },
})

/** Whether the versions of Terraform and of the providers have what keeps a value out of the state. */
function isServed({ id }: Resource, { versions }: ProjectFacts, options: Options): boolean {
  const providers = [['aws', SINCE.aws] as const, ...(id.startsWith('random_') ? [['random', SINCE.random] as const] : [])]
  const all = [[versions['terraform'], SINCE.terraform] as const, ...providers.map(([name, since]) => [versions[name] ?? versions[`hashicorp/${name}`], since] as const)]
  return all.every(([constraint, since]) => (options.versions === 'any' ? !excludesFrom(constraint, since) : excludesBelow(constraint, since)))
}

function shownName(source: Resource): string {
  return source.id.startsWith('data.') ? source.id : `${source.id.replace(/\..*$/, '')}.${shortName(source)}`
}

/** An ephemeral password is another one at each run: what reads it gets it when its version is raised. `keepers` have nothing to keep. */
function fixesFor(source: Resource, uses: StateUses): readonly Fix[] {
  const isString = source.id.startsWith('random_string.')
  const keeps = source.property('keepers').length > 0 || source.property().some(body => entry(body, 'lifecycle') !== undefined)
  const edits = isString || keeps ? undefined : uses.edits()
  return edits ? [{ title: `Make \`${shownName(source)}\` ephemeral, and what takes it write-only`, safety: 'review', edits }] : []
}
