import type { Fix } from '../../src/core/fix.ts'
import { type Module, type Parameter } from '../../src/core/module.ts'
import { type Context, defineRule } from '../../src/core/rule.ts'
import { type Node, stringOf, walk } from '../../src/core/tree.ts'
import { promisesSecret } from '../../src/detection/promise.ts'

interface Options {
  /** Whether variables of Terraform are reported too. */
  readonly variables: boolean
}

export default defineRule({
  id: 'require-sensitive-parameter',
  summary: 'Require `NoEcho` and `sensitive` for parameters that hold secrets',
  severity: 'warning',
  presets: { recommended: {}, strict: { variables: true } },
  messages: {
    named: 'Parameter `{{name}}` holds a secret and is shown to whoever may describe the stack.',
    used: 'Parameter `{{name}}` becomes a `SecretString` and is shown to whoever may describe the stack.',
    variable: 'Variable `{{name}}` holds a secret and is shown in plans.',
  },
  keywords: ['parameters', 'variable'],
  options: { type: 'object', properties: { variables: { type: 'boolean' } }, additionalProperties: false },
  defaults: { variables: false } satisfies Options,
  *checkModule(module: Module, { options }: Context<Options>) {
    const terraform = module.dialect === 'terraform'
    if (terraform && !options.variables) return
    const stored = terraform ? new Set<string>() : storedIn(module)
    const flag = terraform ? 'sensitive' : 'NoEcho'
    for (const parameter of module.parameters) {
      const { name, path, range } = parameter
      const named = promisesSecret(name) && !isAddress(parameter)
      if ((!named && !stored.has(name)) || !takesText(parameter, terraform) || !isShown(parameter.attribute(flag))) continue
      const place = { path, range, data: { name }, fixes: () => fixesFor(parameter, flag) }
      if (terraform) yield { messageId: 'variable', ...place, severity: 'information' } as const
      else yield { messageId: named ? 'named' : 'used', ...place } as const
    }
  },
})

/** Parameters that a secret of the stack is made of. */
function storedIn({ resources }: Module): ReadonlySet<string> {
  const strings = resources.filter(({ type }) => type === 'AWS::SecretsManager::Secret').flatMap(secret => secret.property('SecretString'))
  const whole = strings.filter(node => node.kind === 'reference')
  return new Set([...whole, ...strings.flatMap(lastOfPassword)].flatMap(node => (node.kind === 'reference' ? [node.target] : [])))
}

/** What stands behind the key of a password in a text of JSON: other fields, as a user's name, are no secret. */
function lastOfPassword(node: Node): readonly Node[] {
  if (node.kind !== 'call' || node.callee !== 'template') return []
  return node.arguments.filter((part, index) => {
    const before = stringOf(node.arguments[index - 1])
    const key = before === undefined ? undefined : /"([^"]+)"\s*:\s*"$/.exec(before)?.[1]
    return part.kind === 'reference' && key !== undefined && promisesSecret(key)
  })
}

/** Whether a parameter named like a secret says that it is where one is. */
function isAddress({ name, default: value, attribute }: Parameter): boolean {
  // What a custom resource calls its function by.
  if (/service_?token$/i.test(name)) return true
  const text = stringOf(value)
  const description = stringOf(attribute('Description') ?? attribute('description')) ?? ''
  return (text !== undefined && /^(?:arn:|\/|\{\{resolve:|https?:)/.test(text)) || /\b(?:arn|name|path|id) (?:of|for|to|in)\b/i.test(description)
}

function takesText({ attribute }: Parameter, terraform: boolean): boolean {
  const type = attribute(terraform ? 'type' : 'Type')
  if (terraform) return type === undefined || [...walk(type)].some(node => (node.kind === 'reference' ? node.target : stringOf(node)) === 'string')
  return stringOf(type) === 'String' && attribute('AllowedValues') === undefined
}

/** Whether a flag is off for certain. */
function isShown(flag: Node | undefined): boolean {
  return flag === undefined || (flag.kind === 'scalar' && String(flag.value).toLowerCase() === 'false')
}

function fixesFor({ set }: Parameter, flag: string): readonly Fix[] {
  const edits = set?.(flag, true)
  return edits ? [{ title: `Add \`${flag}\``, safety: flag === 'NoEcho' ? 'safe' : 'review', edits }] : []
}
