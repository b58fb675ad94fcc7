import type { Document } from '../../core/document.ts'
import type { Edit } from '../../core/fix.ts'
import type { PropertyValue, Resource } from '../../core/module.ts'
import type { Range } from '../../core/text.ts'
import { type Mapping, type Node, stringOf } from '../../core/tree.ts'
import { jsonOf } from '../json-template.ts'
import { valuesAt } from '../path.ts'
import { type OperationName, typeOf } from './operations.ts'

/** What is asked of Secrets Manager somewhere in a file. */
export interface Request {
  readonly name: OperationName
  readonly document: Document
  readonly range: Range
  /** The word that names the operation. */
  readonly nameRange: Range
  /** By the API's names. */
  readonly parameters: Mapping
  /** Whether all parameters are written. */
  readonly complete: boolean
  readonly replace: (node: Node, values: readonly string[]) => readonly Edit[] | undefined
  readonly removeWhole?: () => readonly Edit[] | undefined
  readonly removeValue?: (node: Node) => readonly Edit[] | undefined
  readonly set?: (name: string, value: PropertyValue) => readonly Edit[] | undefined
}

/** Parameters whose CloudFormation name is another. */
const RENAMED: Readonly<Record<string, string>> = { RotateImmediatelyOnUpdate: 'RotateImmediately' }

/**
 * A request as the resource that it makes or changes. What it leaves out is as it was before, so that absence says nothing, except of a policy, which is put as a whole.
 */
export function resourceOf(request: Request): Resource {
  const { document, name, parameters, range, nameRange } = request
  const id = stringOf(valuesAt(parameters, ['Name'])[0] ?? valuesAt(parameters, ['SecretId'])[0]) ?? name
  return {
    type: typeOf(name),
    id,
    path: document.path,
    range,
    nameRange,
    complete: request.complete && name === 'PutResourcePolicy',
    property: (...path) => valuesAt(parameters, path.map(each => RENAMED[each] ?? each)),
    attribute: () => undefined,
    json: node => jsonOf(document, node),
    set: (path, value) => (path[0] !== undefined && path.length === 1 ? request.set?.(path[0], value) : undefined),
    remove: path => (path.length === 0 ? request.removeWhole?.() : undefined),
    setAttribute: () => undefined,
    replace: (node, values) => {
      const texts = values.filter(value => typeof value === 'string')
      return texts.length < values.length ? undefined : request.replace(node, texts)
    },
    ...(request.removeValue && { removeValue: request.removeValue }),
    add: () => undefined,
  }
}
