import type { Resource } from '../../src/core/module.ts'
import type { Node, Scalar } from '../../src/core/tree.ts'
import { readName } from '../../src/detection/names.ts'
import { placeholderOf } from '../../src/detection/placeholder.ts'
import { promisesSecret } from '../../src/detection/promise.ts'

/** A literal that becomes a secret. */
export interface Written {
  readonly node: Scalar
  /** The key of its field; undefined: the secret as a whole. */
  readonly key: string | undefined
}

/** The literals of a secret that are secret: all of a plain string, of JSON the fields whose names promise it. */
export function literals(written: Node, resource: Resource): readonly Written[] {
  const root = resource.json(written)
  if (root?.kind === 'mapping') {
    return root.entries.flatMap(({ key, value }) => (value.kind === 'scalar' && isReal(value, key) && isSecretField(key) ? [{ node: value, key }] : []))
  }
  return written.kind === 'scalar' && root?.kind !== 'sequence' && isReal(written) ? [{ node: written, key: undefined }] : []
}

/** Whether the name of a field promises a secret; what stands in a secret may be called `secret` too. */
export function isSecretField(key: string): boolean {
  return promisesSecret(key) || ['secret', 'credential', 'connection string'].includes(readName(key).role === 'value' ? (readName(key).subject ?? '') : '')
}

function isReal({ value }: Scalar, key?: string): boolean {
  return typeof value === 'string' && value.length > 3 && placeholderOf(value, key) === undefined && !/^(?:arn:|\{\{resolve:|\$\{)/.test(value)
}
