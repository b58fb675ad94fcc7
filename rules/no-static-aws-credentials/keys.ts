import type { Problem } from '../../src/core/finding.ts'
import type { Range } from '../../src/core/text.ts'
import { Secret } from '../../src/core/secret.ts'
import { type Node, type Scalar, stringOf } from '../../src/core/tree.ts'

/** What is said of keys. */
export type StaticCredentials = Problem<'workflow' | 'pipeline' | 'provider' | 'client' | 'store'>

/** Names under which the secret half of a key stands: `aws_secret_access_key`, `aws-secret-access-key`, `secretAccessKey`, `secret_key`. */
export function isSecretKeyName(name: string): boolean {
  return /^(?:aws[-_]?)?secret[-_]?(?:access[-_]?)?key$/i.test(name)
}

/** Names of the half that says whose the key is. */
export function isAccessKeyName(name: string): boolean {
  return /^(?:aws[-_]?)?access[-_]?key(?:[-_]?id)?$/i.test(name)
}

/** Names of what only a key that ends has. */
export function isTokenName(name: string): boolean {
  return /^(?:aws[-_]?)?(?:session|security)[-_]?token$/i.test(name)
}

/** A literal that is a key of AWS by its form: forty characters of base64, of more than one kind. What emulators take is none. */
export function literalKey(node: Node): (Scalar & { value: string }) | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return undefined
  const { value } = node
  const isKey = /^[a-z\d/+]{40}$/i.test(value) && [/[a-z]/, /[A-Z]/, /\d/].every(kind => kind.test(value)) && !/EXAMPLE/i.test(value)
  return isKey ? { ...node, value } : undefined
}

/** Where a literal stands, and what it is; of what only names a key, where that stands. */
export function placeOf(node: Node): { range: Range; secret?: Secret; severity?: 'error' } {
  const literal = literalKey(node)
  return literal ? { range: literal.content, secret: new Secret(literal.value), severity: 'error' } : { range: node.range }
}

/** What an expression of a pipeline names that holds a key which does not end: `${{ secrets.AWS_SECRET_ACCESS_KEY }}`. */
export function storedKey(node: Node): string | undefined {
  return /\$\{\{\s*((?:secrets|vars)\.[\w-]+)/.exec(stringOf(node) ?? '')?.[1]
}
