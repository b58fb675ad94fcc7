import type { Module } from '../core/module.ts'
import { refersTo } from '../core/module.ts'
import type { Node } from '../core/tree.ts'
import { matchesPattern } from './actions.ts'
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
