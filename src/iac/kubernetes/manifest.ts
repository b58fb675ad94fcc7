import type { Document } from '../../core/document.ts'
import type { Resource } from '../../core/module.ts'
import { type Entry, type Mapping, type Node, entry, get, stringOf } from '../../core/tree.ts'
import { decided, template } from '../intrinsics.ts'
import { type Find, entriesOf } from '../path.ts'
import { staticResource } from '../static-resource.ts'

/** What a tool fills in before the manifest is applied: Helm and Jinja, `envsubst`, Kustomize's and Argo's variables. */
const ACTION = /(\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$\([^()]*\))/

/** A value with what a template fills in as calls: the file does not say what they are. Blocks stay: what they hold is read for itself. */
export function foldActions(node: Node): Node {
  switch (node.kind) {
    case 'scalar': {
      if (typeof node.value !== 'string' || /[\r\n]/.test(node.value) || !ACTION.test(node.value)) return node
      const parts = node.value.split(ACTION).filter(part => part !== '')
      return template(parts.map(part => (ACTION.test(part) ? { kind: 'call', range: node.range, callee: 'action', arguments: [] } : decided(part, node.range))), node.range)
    }
    case 'mapping':
      return { ...node, entries: node.entries.map(own => ({ ...own, value: foldActions(own.value) })) }
    case 'sequence':
      return { ...node, items: node.items.map(foldActions) }
    case 'call':
    case 'reference':
      return node
  }
}

/** All values of a key, since each may stand in a branch of a template; where there are none, what the template may write in their place. */
export const findWritten: Find = (mapping, name) => {
  const own = entriesOf(mapping, name)
  return (own.length > 0 ? own : entriesOf(mapping, '')).map(({ value }) => value)
}

/** The name of a manifest, and where it stands. */
export function nameOf(manifest: Mapping): { readonly id: string; readonly nameRange: Entry['range'] } {
  const name = get(manifest, 'metadata', 'name')
  const kind = entry(manifest, 'kind')
  return { id: stringOf(name) ?? stringOf(kind?.value) ?? '', nameRange: (name ?? kind?.value ?? manifest).range }
}

/** A resource that a manifest, or a part of it, is. */
export function resourceOf(document: Document, manifest: Mapping, type: string, properties: Mapping, complete = true): Resource {
  return staticResource({ document, type, ...nameOf(manifest), range: manifest.range, properties, complete, find: findWritten })
}
