import type { Module, Resource } from '../core/module.ts'
import { refersTo } from '../core/module.ts'
import { type Node, stringOf } from '../core/tree.ts'
import { isWildcard, matchesPattern } from './actions.ts'
import type { Statement } from './statement.ts'

/** Stands for what a file does not decide, within a text. */
const HOLE = '\u0000'

/** A pattern of a `Resource` element with holes for expressions; undefined where nothing of it is written. */
export function arnText(node: Node): string | undefined {
  if (node.kind === 'scalar') return typeof node.value === 'string' ? node.value : undefined
  if (node.kind !== 'call' || node.callee !== 'template') return undefined
  return node.arguments.map(part => (part.kind === 'scalar' ? String(part.value) : HOLE)).join('')
}

/** Whether a resource of a statement is, or may be by its pattern, a secret; undefined: the file does not say. */
export function isSecretResource(node: Node, module: Module): boolean | undefined {
  const text = arnText(node)
  if (node.kind === 'reference' && /\.secret_?(?:full_?)?arn$/i.test(node.target)) return true
  if (text === undefined || text.startsWith(HOLE)) {
    const secret = module.resources.some(resource => resource.type === 'AWS::SecretsManager::Secret' && refersTo(node, resource))
    return secret ? true : undefined
  }
  const [, , service] = text.split(':')
  if (service === undefined) return text.includes('*')
  return service.includes(HOLE) ? undefined : matchesPattern(service, 'secretsmanager')
}

/** Whether a statement reaches at least one secret for certain. */
export function reachesSecrets({ resources, notResources }: Statement, module: Module): boolean {
  if (notResources.length > 0) return notResources.every(node => isSecretResource(node, module) === false)
  return resources.some(node => isSecretResource(node, module) === true)
}

/** Names of secrets that have nothing in common, with six random characters. */
const ANY_NAMES = ['a-0aZ9bY', 'Z9/+=.@_-8-xX1yY2']

/** Whether a resource of a statement stands for every secret of an account at least. */
export function isEverySecret(node: Node): boolean {
  const fields = arnText(node)?.split(':') ?? []
  if (fields[0] === HOLE) return false
  const [, partition, , region, account] = fields.map(field => (field.includes(HOLE) || isWildcard(field) ? undefined : field))
  const pattern = fields.map((field, index) => (index < 5 ? field.replaceAll(HOLE, '*') : field)).join(':')
  const head = `arn:${partition ?? 'aws'}:secretsmanager:${region ?? 'eu-west-1'}:${account ?? '111122223333'}`
  return ANY_NAMES.every(name => matchesPattern(pattern, `${head}:secret:${name}`))
}

/** The secrets that a module makes or looks up, and that a resource of it can refer to whatever its conditions are. */
export function secretsFor(user: Resource, { resources }: Module): readonly Resource[] {
  const condition = stringOf(user.attribute('Condition'))
  return resources.filter(secret => {
    const own = stringOf(secret.attribute('Condition'))
    const repeated = secret.attribute('count') ?? secret.attribute('for_each')
    return /^(?:AWS::SecretsManager::Secret|data\.aws_secretsmanager_secret)$/.test(secret.type) && (own === undefined || own === condition) && !repeated
  })
}
