import type { Fix } from '../../src/core/fix.ts'
import type { Module, Resource } from '../../src/core/module.ts'
import { type Context, defineRule } from '../../src/core/rule.ts'
import { Secret } from '../../src/core/secret.ts'
import { type Node, type Scalar, stringOf } from '../../src/core/tree.ts'
import { promisesSecret } from '../../src/detection/promise.ts'
import { isPublicValue } from '../../src/iac/cdk/secret-values.ts'
import { secretName, wordsOf } from '../../src/lookups/names.ts'
import { isSecretField, literals } from '../no-plaintext-secret-string/literals.ts'

/** Keys under which everybody reads what stands there: variables of functions, containers and builds, outputs, labels. */
const SHOWN = /environment|env_?vars?$|^(?:env|variables|tags|labels|description)$/i

/** Functions that print what they are given, or start a machine with it. */
const SHOWING = /^(?:addCommands|addUserData|addEnvironment(?:Variable)?|exportValue|log|info|debug|warn|error|print|add|output|addOutput)$/

export default defineRule({
  id: 'no-unsafe-plaintext',
  summary: 'Disallow secrets of the CDK that are made of text or turned into text',
  severity: 'error',
  presets: { recommended: {}, strict: {} },
  messages: {
    literal: '`{{method}}` writes this secret into the template, where whoever may read the stack reads it.',
    environment: '`{{method}}` writes `{{name}}` of whoever deploys into the template, where whoever may read the stack reads it.',
    unwrapped: '`{{method}}` puts the secret in plain text into `{{key}}` when the stack is deployed.',
  },
  keywords: ['plaintext', 'plain_text', 'unsafeunwrap', 'unsafe_unwrap', 'secretvalue', 'secret_value'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module, context: Context<object>) {
    const names = new Map<string, string>()
    for (const resource of module.resources) {
      const { type, path, nameRange, id: method } = resource
      const keys = resource.property('Keys', '*').flatMap(node => stringOf(node) ?? [])
      const key = keys.at(-1)
      for (const value of resource.property('Value')) {
        if (type === 'CDK::SecretValue::UnsafePlainText') {
          if (isPublicField(keys)) continue
          for (const { node } of literals(value, resource)) {
            yield { messageId: 'literal', path, range: node.content, secret: new Secret(String(node.value)), data: { method }, fixes: () => fixesFor(resource, key, nameFor(node, names, resource, key, context), node) } as const
          }
          const name = environmentOf(value)
          if (name !== undefined) yield { messageId: 'environment', path, range: value.range, severity: 'warning', data: { method, name } } as const
        }
        if (type === 'CDK::SecretValue::UnsafeUnwrap' && !isText(value) && !isPublicValue(value)) {
          const given = stringOf(resource.property('GivenTo')[0])
          const shown = key === undefined ? (given !== undefined && SHOWING.test(given) ? given : undefined) : key
          const severity = shown === undefined ? undefined : severityOf(keys, given)
          if (severity && shown !== undefined) yield { messageId: 'unwrapped', path, range: nameRange, severity, data: { method, key: shown } } as const
        }
      }
    }
  },
})

/** Whether it is a field of a secret that its name calls no secret: a user's name beside a password. */
function isPublicField(keys: readonly string[]): boolean {
  const at = keys.findIndex(key => /^secret_?object_?value$/i.test(key))
  const field = keys[at + 1]
  return at >= 0 && field !== undefined && !isSecretField(field)
}

/** How bad it is to show a secret under some keys; undefined where a property is made for a secret, or nothing says what the keys are of. */
function severityOf(keys: readonly string[], given: string | undefined): 'error' | 'warning' | undefined {
  const key = keys.at(-1)
  if (key === undefined || given === 'CfnOutput' || (given !== undefined && SHOWING.test(given)) || keys.slice(0, -1).some(outer => SHOWN.test(outer))) return 'error'
  return given === undefined || promisesSecret(key) || /secret(?:_?string)?$/i.test(key) ? undefined : 'warning'
}

/** What is written as text is reported where it is written. */
function isText(value: Node): boolean {
  return value.kind === 'call' && value.callee === 'unsafePlainText'
}

/** The variable of the deployer's environment that a value is, or may be. */
function environmentOf(value: Node): string | undefined {
  if (value.kind === 'reference') return /^(?:process\.env|os\.environ)\.(\w+)$/.exec(value.target)?.[1]
  if (value.kind !== 'call') return undefined
  if (/^os\.(?:getenv|environ\.get)$/.test(value.callee)) return stringOf(value.arguments.find(argument => argument.kind === 'scalar'))
  return /^(?:\|\||\?\?|or|If|template|str)$/.test(value.callee) ? value.arguments.map(environmentOf).find(name => name !== undefined) : undefined
}

/** The name of the secret that a value moves to: after its construct and its property, another for another value. */
function nameFor({ value }: Scalar, names: Map<string, string>, resource: Resource, key: string | undefined, { project }: Context<object>): string {
  const owner = stringOf(resource.property('Owner')[0]) ?? ''
  const words = [...wordsOf(owner), ...wordsOf(key ?? (promisesSecret(owner) ? '' : 'password'))]
  const wished = secretName([...new Set(words)].join('-'), project)
  for (let count = 1; ; count++) {
    const name = count === 1 ? wished : `${wished}-${count}`
    const known = names.get(name)
    if (known === undefined || known === String(value)) {
      names.set(name, String(value))
      return name
    }
  }
}

/** Reads it from a secret that is made out of band; a secret that is made here would only be a copy. */
function fixesFor(resource: Resource, key: string | undefined, name: string, { value }: Scalar): readonly Fix[] {
  if (key !== undefined && /^secret_?(?:string|object)/i.test(key)) return []
  const edits = resource.set(['SecretId'], name)
  return edits ? [{ title: `Read \`${name}\` from Secrets Manager`, safety: 'review', edits, requires: { id: name }, moves: [{ ref: { id: name }, value: new Secret(String(value)) }] }] : []
}
