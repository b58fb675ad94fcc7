import type { Document } from '../core/document.ts'
import type { Dialect, Resource } from '../core/module.ts'
import { type Mapping, type Node, entry, get, stringOf } from '../core/tree.ts'
import { cloudFormationKeys, mapping, named } from './cdk/nodes.ts'
import { staticResource } from './static-resource.ts'

/** A list of containers begins so; it has no word of its own. */
const LIST = /^\s*(?:\[|-\s)(?=[\s\S]{0,2000}\b(?:environment|secrets)["']?\s*:)/

/** Task definitions of ECS in files of their own: what `register-task-definition` takes, what `describe-task-definition` prints, or containers alone. */
const ecs: Dialect = {
  id: 'ecs',
  scope: 'file',
  words: ['containerdefinitions'],
  reads: path => /\.(?:json|jsonc|ya?ml)(?:\.(?:tpl|tftpl|template|j2))?$/i.test(path),
  matches: document => (document.text.includes('containerDefinitions') || LIST.test(document.text)) && taskOf(document) !== undefined,
  module(documents, complete) {
    const resources = documents.flatMap(document => {
      const task = taskOf(document)
      return task ? [resourceOf(document, task)] : []
    })
    return { dialect: 'ecs', scope: 'file', complete, resources, parameters: [], outputs: [] }
  },
}

export default ecs

/** The task with its containers, or the list of these. */
function taskOf({ parsed }: Document): Node | undefined {
  const [root] = parsed.documents
  if (root?.kind === 'sequence') return areContainers(root) ? root : undefined
  return [root, get(root, 'taskDefinition')].find(node => areContainers(get(node, 'containerDefinitions')))
}

function areContainers(node: Node | undefined): boolean {
  return node?.kind === 'sequence' && node.items.length > 0 && node.items.every(item => stringOf(get(item, 'name')) !== undefined && isContainer(item))
}

/** Other lists have names too: an image besides, or what only containers have. */
function isContainer(item: Node): boolean {
  return ['image', 'environment', 'secrets'].filter(key => entry(item, key) !== undefined).length > 0 && get(item, 'env') === undefined && get(item, 'uses') === undefined
}

function resourceOf(document: Document, task: Node): Resource {
  const { range } = task
  const properties: Mapping = task.kind === 'mapping' ? cloudFormationKeys(task) as Mapping : mapping(range, [named('ContainerDefinitions', cloudFormationKeys(task))])
  const family = stringOf(get(task, 'family'))
  const own = entry(task, 'containerDefinitions')
  return staticResource({
    document, properties, range,
    type: 'AWS::ECS::TaskDefinition',
    id: family ?? document.path.replace(/^.*\//, ''),
    nameRange: own?.keyRange ?? range,
    complete: document.parsed.errors.length === 0,
  })
}
