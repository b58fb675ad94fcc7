import type { Fix } from '../../src/core/fix.ts'
import type { Module, Output, Resource } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import { type Node, stringOf, walk } from '../../src/core/tree.ts'
import { shownSecret } from '../../src/iac/cdk/secret-values.ts'
import { promisesSecret } from '../../src/detection/promise.ts'

const ATTRIBUTE = /^(?:data\.)?[\w-]+\.[\w-]+(?:\[[^\]]*\])*\.(?<name>[\w-]+)$/

/** Tokens that are published, to prove whose a domain is. */
const PUBLISHED = /dkim|verification|validation/

/** Attributes of Terraform that are secrets whatever they are called. */
const GENERATED = /^(?:random_password\.[\w-]+(?:\[[^\]]*\])*\.(?:result|bcrypt_hash)|data\.aws_secretsmanager_secret_version\.[\w-]+(?:\[[^\]]*\])*\.secret_(?:string|binary)|tls_private_key\.[\w-]+(?:\[[^\]]*\])*\.private_key_\w+)$/

export default defineRule({
  id: 'no-secret-output',
  summary: 'Disallow secrets in outputs and metadata of infrastructure',
  severity: 'error',
  presets: { recommended: {}, strict: {} },
  messages: {
    parameter: 'Output `{{output}}` shows the parameter `{{name}}`, which holds a secret.',
    attribute: 'Output `{{output}}` shows `{{name}}`, which is a secret.',
    metadata: 'The metadata of `{{output}}` shows the parameter `{{name}}`, which holds a secret.',
  },
  keywords: ['outputs', 'output', 'metadata'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    const secrets = secretParameters(module)
    for (const output of module.outputs) {
      if (!output.value || isHidden(output.attribute?.('sensitive'))) continue
      const unwrapped = module.dialect === 'cdk' ? shownSecret(output.value) : undefined
      if (unwrapped) {
        const name = [...walk(unwrapped)].find(node => node.kind === 'reference')?.target.split('.')[0] ?? 'SecretValue'
        yield { messageId: 'attribute', path: output.path, range: unwrapped.range, data: { output: output.name, name } } as const
        continue
      }
      const found = references(output.value).find(({ target }) => secrets.has(target) || isSecretAttribute(target, module))
      if (!found) continue
      const messageId = secrets.has(found.target) ? 'parameter' : 'attribute'
      const data = { output: output.name, name: found.target.replace(/^var\./, '') }
      yield { messageId, path: output.path, range: found.range, data, fixes: () => fixesFor(output, module) } as const
    }
    for (const resource of module.dialect === 'cloudformation' ? module.resources : []) {
      const found = metadataOf(resource).find(({ target }) => secrets.has(target))
      if (found) yield { messageId: 'metadata', path: resource.path, range: found.range, data: { output: resource.id, name: found.target } } as const
    }
  },
})

/** What parameters that hold secrets are called where they are used. */
function secretParameters({ dialect, parameters }: Module): ReadonlySet<string> {
  const terraform = dialect === 'terraform'
  const hidden = parameters.filter(({ name, attribute }) => {
    const flag = attribute(terraform ? 'sensitive' : 'NoEcho')
    const text = terraform || stringOf(attribute('Type')) === 'String'
    return flag ? isTrue(flag) : terraform && text && promisesSecret(name)
  })
  return new Set(hidden.map(({ name }) => (terraform ? `var.${name}` : name)))
}

function isTrue(node: Node): boolean {
  return node.kind === 'scalar' && String(node.value).toLowerCase() === 'true'
}

/** Whether an output is sensitive, or may be. */
function isHidden(flag: Node | undefined): boolean {
  return flag !== undefined && (flag.kind !== 'scalar' || isTrue(flag))
}

function isSecretAttribute(target: string, { dialect }: Module): boolean {
  if (dialect !== 'terraform') return false
  const name = ATTRIBUTE.exec(target)?.groups?.['name']
  return GENERATED.test(target) || (name !== undefined && !/^(?:data\.|module\.|var\.|local\.)/.test(target) && !PUBLISHED.test(name) && promisesSecret(name))
}

/** The references whose value a value shows: within a text too, not within a function that makes something else of it. */
function references(value: Node): readonly Extract<Node, { kind: 'reference' }>[] {
  const hidden = new Set<Node>()
  for (const node of walk(value)) {
    if (node.kind === 'call' && !/^(?:template|If|Base64|Join|jsonencode|base64encode|nonsensitive|tostring|conditional|join|format)$/.test(node.callee)) for (const inner of walk(node)) hidden.add(inner)
  }
  return [...walk(value)].filter(node => node.kind === 'reference').filter(node => !hidden.has(node))
}

function metadataOf(resource: Resource): readonly Extract<Node, { kind: 'reference' }>[] {
  const metadata = resource.attribute('Metadata')
  return metadata ? references(metadata) : []
}

function fixesFor({ set }: Output, { dialect }: Module): readonly Fix[] {
  const edits = dialect === 'terraform' ? set?.('sensitive', true) : undefined
  return edits ? [{ title: 'Add `sensitive`', safety: 'safe', edits }] : []
}
