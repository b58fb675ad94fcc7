import type { Fix } from '../../src/core/fix.ts'
import { type Module, type Resource, refersTo } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import { type Entry, type Node, type Scalar, stringOf, walk } from '../../src/core/tree.ts'
import { promisesSecret } from '../../src/detection/promise.ts'

/** Where `ssm-secure` is resolved: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm-secure-strings.html */
const SECURE = /^(?:AWS::DirectoryService::(?:MicrosoftAD|SimpleAD) Password|AWS::ElastiCache::ReplicationGroup AuthToken|AWS::IAM::User Password|AWS::RDS::DB(?:Cluster|Instance) MasterUserPassword|AWS::Redshift::Cluster MasterUserPassword)$/

const PLAIN = /\{\{resolve:ssm:/

export default defineRule({
  id: 'no-plaintext-parameter-reference',
  summary: 'Disallow plain parameters of Systems Manager for secrets',
  severity: 'warning',
  presets: { recommended: {}, strict: {} },
  messages: {
    reference: '`{{property}}` comes from a parameter that holds it in plain text.',
    parameter: 'The parameter `{{name}}` holds a secret in plain text.',
  },
  keywords: ['resolve:ssm:', 'ssm_parameter', 'ssm::parameter'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    for (const resource of module.resources) {
      if (resource.type === 'AWS::SSM::Parameter') {
        const [type] = resource.property('Type')
        const name = secretName(resource, module)
        if (type && stringOf(type) === 'String' && name !== undefined) {
          yield { messageId: 'parameter', path: resource.path, range: type.range, data: { name }, fixes: () => encrypt(resource, module) } as const
        }
        continue
      }
      for (const { key, value } of resource.property().flatMap(entriesBelow)) {
        const node = promisesSecret(key) ? scalarsOf(value).find(({ value: text }) => PLAIN.test(String(text))) : undefined
        if (node) yield { messageId: 'reference', path: resource.path, range: node.range, data: { property: key }, fixes: () => secure(resource, key, node) } as const
      }
    }
  },
})

/** The name of a parameter that holds a secret, by its name or by what its value refers to. */
function secretName(resource: Resource, module: Module): string | undefined {
  const written = resource.property('Name').map(stringOf)[0]
  const name = written ?? resource.id.replace(/^.*\./, '')
  const values = resource.property('Value')
  if (values.some(isAddress)) return undefined
  const own = [written?.replace(/^.*\//, ''), resource.id.replace(/^.*\./, '')].some(text => text !== undefined && promisesSecret(text))
  const hidden = module.parameters.filter(({ attribute }) => String(stringOf(attribute('NoEcho')) ?? scalarText(attribute('NoEcho')) ?? scalarText(attribute('sensitive'))) === 'true')
  const refers = values.flatMap(node => [...walk(node)]).some(node =>
    node.kind === 'reference' && (
      hidden.some(parameter => node.target === parameter.name || node.target === `var.${parameter.name}`) ||
      module.resources.some(other => other.type === 'random_password' && refersTo(node, other))
    ),
  )
  return own || refers ? name : undefined
}

/** Whether a value says where something is: a path, an ARN, the id of something. */
function isAddress(node: Node): boolean {
  if (node.kind === 'reference') return /(?:[a-z](?:Id|Arn|Name)|[._](?:id|arn|name))$/.test(node.target)
  return /^(?:arn:|\/)/.test(stringOf(node) ?? '')
}

function scalarText(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' ? String(node.value) : undefined
}

function entriesBelow(node: Node): readonly Entry[] {
  return [...walk(node)].flatMap(inner => (inner.kind === 'mapping' ? inner.entries : []))
}

/** The texts of a value, those of a template and of each branch of a condition. */
function scalarsOf(value: Node): readonly Scalar[] {
  if (value.kind === 'scalar') return [value]
  return value.kind === 'call' && /^(?:template|If)$/.test(value.callee) ? value.arguments.flatMap(scalarsOf) : []
}

function encrypt(resource: Resource, { dialect }: Module): readonly Fix[] {
  const edits = dialect === 'terraform' ? resource.set(['Type'], 'SecureString') : undefined
  return edits ? [{ title: 'Make it a `SecureString`', safety: 'review', edits }] : []
}

function secure(resource: Resource, property: string, node: Scalar): readonly Fix[] {
  if (!SECURE.test(`${resource.type} ${property}`) || node.segments) return []
  const edits = resource.replace(node, [String(node.value).replace(PLAIN, '{{resolve:ssm-secure:')])
  return edits ? [{ title: 'Read it from a `SecureString`', safety: 'review', edits }] : []
}
