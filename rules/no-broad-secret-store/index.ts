import type { Fix } from '../../src/core/fix.ts'
import type { Module, Resource } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import { type Node, entry, get, items, stringOf } from '../../src/core/tree.ts'
import { itemsOf } from '../../src/iac/path.ts'

/** The owner may read. */
const LEAST = 0o400
/** Anybody may read. */
const OTHERS = 0o007

export default defineRule({
  id: 'no-broad-secret-store',
  summary: 'Disallow stores and mounts of secrets that more than their readers can use',
  severity: 'warning',
  presets: { recommended: false, strict: {} },
  messages: {
    everywhere: 'Every namespace of the cluster can read secrets by `{{name}}`, since no condition says which may.',
    all: 'Every namespace of the cluster can read secrets by `{{name}}`, since this condition holds for all.',
    readable: 'Every process in the container can read the file of this secret with permission `{{mode}}`.',
    default: 'Without `filePermission`, every process in the container can read the file of a secret: the default is `0644`.',
  },
  keywords: ['clustersecretstore', 'secretproviderclass'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    for (const resource of module.resources) {
      const at = { path: resource.path }
      if (resource.type === 'Kubernetes::ClusterSecretStore') {
        const conditions = resource.property('Conditions')
        const all = itemsOf(conditions).find(admitsAll)
        const none = conditions.every(node => node.kind === 'sequence' && node.items.length === 0)
        if (none && resource.complete) yield { messageId: 'everywhere', ...at, range: resource.nameRange, data: { name: resource.id }, fixes: () => (conditions.length > 0 ? [] : conditionsFor(resource, module)) } as const
        if (all) yield { messageId: 'all', ...at, range: all.range, data: { name: resource.id } } as const
      }
      if (resource.type !== 'Kubernetes::SecretProviderClass') continue
      const objects = itemsOf(resource.property('Objects'))
      for (const node of objects.flatMap(object => entry(object, 'FilePermission')?.value ?? [])) {
        const mode = modeOf(node)
        if (mode === undefined || (mode & ~LEAST) === 0) continue
        const severity = (mode & OTHERS) === 0 ? 'information' : 'warning'
        const spelled = node.kind === 'scalar' && typeof node.value === 'number' ? '"0400"' : '0400'
        yield { messageId: 'readable', ...at, range: node.range, severity, data: { mode: `0${mode.toString(8)}` }, fixes: () => fixOf(resource.replace(node, [spelled])) } as const
      }
      const silent = objects.filter(object => object.kind === 'mapping' && !entry(object, 'FilePermission') && isWhole(object))
      const [first] = silent
      if (first) yield { messageId: 'default', ...at, range: (get(first, 'ObjectName') ?? first).range, severity: 'information', fixes: () => fixOf(addTo(resource, objects, silent)) } as const
    }
  },
})

/** The condition that lets in the namespaces that read by the store now, or those with a label of its own. */
function conditionsFor(store: Resource, { resources }: Module): readonly Fix[] {
  const readers = resources.filter(own => own.type === 'Kubernetes::ExternalSecret' && own.property('SecretStoreRef').some(ref => stringOf(get(ref, 'Name')) === store.id && stringOf(get(ref, 'Kind')) === 'ClusterSecretStore'))
  const namespaces = [...new Set(readers.map(own => stringOf(own.property('Namespace')[0])))]
  const known = namespaces.length > 0 && namespaces.every(name => name !== undefined)
  const edits = store.set(['Conditions'], [known ? { namespaces } : { namespaceSelector: { matchLabels: { 'secret-store': store.id } } }])
  const title = known ? 'Only let the namespaces use it that read by it here' : `Only let namespaces use it that are labelled \`secret-store: ${store.id}\``
  return edits ? [{ title, safety: 'review', edits }] : []
}

/** Whether a condition holds for every namespace: an empty selector, a pattern of anything. */
function admitsAll(condition: Node): boolean {
  const selector = get(condition, 'namespaceSelector')
  const words = selector?.kind === 'mapping' ? selector.entries.filter(({ value }) => items(value).length > 0 && !(value.kind === 'mapping' && value.entries.length === 0)) : undefined
  return words?.length === 0 || items(get(condition, 'namespaceRegexes')).some(pattern => /^\^?\.\*\$?$/.test(stringOf(pattern) ?? ''))
}

/** YAML reads `0644` without quotes as a number; it means octal digits all the same. */
function modeOf(node: Node): number | undefined {
  const text = node.kind === 'scalar' ? String(node.value) : ''
  return /^0?[0-7]{3}$/.test(text) ? parseInt(text, 8) : undefined
}

/** Whether a template adds nothing to it. */
function isWhole(object: Node): boolean {
  return object.kind === 'mapping' && object.entries.every(({ key }) => key !== '')
}

function addTo(resource: Resource, objects: readonly Node[], wanted: readonly Node[]): ReturnType<Resource['set']> {
  const edits = wanted.map(object => resource.set(['Objects', String(objects.indexOf(object)), 'FilePermission'], '0400'))
  return edits.every(own => own !== undefined) ? edits.flat() : undefined
}

function fixOf(edits: ReturnType<Resource['set']>): readonly Fix[] {
  return edits ? [{ title: 'Let only the owner read it', safety: 'review', edits }] : []
}
