import { type ProgramCall, isProgramCall } from '../../core/program.ts'
import type { Entry, Node } from '../../core/tree.ts'
import type { Draft } from './draft.ts'
import type { CdkFile } from './file.ts'
import { mapping, named } from './nodes.ts'
import { decided } from '../intrinsics.ts'
import { methodOf } from './origin.ts'

/** Methods that make a secret of a text, and a text of a secret. */
const UNSAFE = new Set(['unsafePlainText', 'plainText', 'fromUnsafePlaintext'])

/**
 * Texts that become secrets, and secrets that become texts, as resources of types that CloudFormation has not: `CDK::SecretValue::UnsafePlainText` and
 * `CDK::SecretValue::UnsafeUnwrap`. `Keys`: the properties that it stands in, outermost first.
 */
export function draftsOfSecretValues(file: CdkFile): readonly Draft[] {
  const keys = keysOf(file)
  return file.program.calls.flatMap<Draft>(made => {
    const method = methodOf(made.callee)
    const unsafe = UNSAFE.has(method) && /^(?:SecretValue|SecretStringValueBeta1)\./.test(file.origin(made.callee)?.name ?? '')
    if (!unsafe && method !== 'unsafeUnwrap') return []
    const [value] = unsafe ? [...made.positional, ...made.keywords.map(({ value: own }) => own)] : made.receiver ? [made.receiver] : []
    if (!value) return []
    const path = keys.get(made) ?? []
    const properties = mapping(made.range, [named('Value', file.fold(value, made.scope)), named('Keys', { kind: 'sequence', range: made.range, items: path.map(({ key, keyRange }) => decided(key, keyRange)) })])
    return [{ type: unsafe ? 'CDK::SecretValue::UnsafePlainText' : 'CDK::SecretValue::UnsafeUnwrap', id: method, made, complete: true, properties }]
  })
}

/** The keys that lead to each call, from the construct or function on that is given it. */
function keysOf({ program }: CdkFile): ReadonlyMap<Node, readonly Entry[]> {
  const keys = new Map<Node, readonly Entry[]>()
  const visit = (node: Node, path: readonly Entry[]): void => {
    if (isProgramCall(node) && (keys.get(node)?.length ?? 0) <= path.length) keys.set(node, path)
    if (node.kind === 'mapping') for (const entry of node.entries) visit(entry.value, [...path, entry])
    else if (node.kind === 'sequence') for (const item of node.items) visit(item, path)
    else if (isProgramCall(node)) visitCall(node, path)
    else if (node.kind === 'call') for (const inner of node.arguments) visit(inner, path)
  }
  const visitCall = ({ receiver, positional, keywords }: ProgramCall, path: readonly Entry[]): void => {
    if (receiver) visit(receiver, path)
    for (const inner of positional) visit(inner, path)
    for (const entry of keywords) visit(entry.value, [...path, entry])
  }
  for (const call of program.calls) visitCall(call, [])
  for (const { value } of program.bindings) visit(value, [])
  return keys
}

