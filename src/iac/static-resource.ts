import type { Document } from '../core/document.ts'
import { type Resource, ResourceReference } from '../core/module.ts'
import type { Range } from '../core/text.ts'
import { type Mapping, type Node } from '../core/tree.ts'
import { jsonOf } from './json-template.ts'
import { type Find, byName, valuesAt } from './path.ts'
import { removeValue } from './remove.ts'
import { holding, replaceValue } from './replace.ts'
import { addToTemplate, restrict } from './restrict.ts'

/** What is known of a resource that no template declares. */
export interface Static {
  readonly document: Document
  readonly type: string
  readonly id: string
  readonly range: Range
  readonly nameRange: Range
  /** In CloudFormation's words. */
  readonly properties: Mapping
  readonly complete: boolean
  readonly find?: Find
}

/** A resource whose values can be replaced, and nothing be added. `refer`: how the ARN of another one is written. */
export function staticResource({ document, properties, find = byName, ...own }: Static, refer: (resource: Resource) => string | undefined = () => undefined): Resource {
  const embedded: Node[] = []
  return {
    ...own,
    path: document.path,
    property: (...path) => valuesAt(properties, path, find),
    attribute: () => undefined,
    json: node => {
      const root = jsonOf(document, node)
      if (root && root !== node) embedded.push(root)
      return root
    },
    set: () => undefined,
    remove: () => undefined,
    setAttribute: () => undefined,
    restrict: (statement, condition, actions) => {
      const { text } = document
      // The framework would take it for a variable of its own.
      if (condition.value.includes('${')) return undefined
      return restrict({ text, root: holding(embedded, statement) ?? properties, add: (node, wanted) => addToTemplate(text, node, wanted) }, statement, condition, actions)
    },
    replace: (node, values) => {
      const root = holding(embedded, node)
      return values.some(value => value instanceof ResourceReference) && root ? undefined : replaceValue(document.text, root ?? properties, node, values, refer)
    },
    removeValue: node => removeValue(document.text, properties, node),
    add: () => undefined,
  }
}
