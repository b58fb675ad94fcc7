import { type FunctionScope, type ProgramCall, bindingOf, isProgramCall } from '../../core/program.ts'
import { type Entry, type Node, stringOf, walk } from '../../core/tree.ts'
import { decided } from '../intrinsics.ts'
import type { Draft } from './draft.ts'
import type { CdkFile } from './file.ts'
import { mapping, named, sequence } from './nodes.ts'
import { methodOf } from './origin.ts'

/** Methods that make a secret of a text. */
const UNSAFE = new Set(['unsafePlainText', 'plainText', 'fromUnsafePlaintext'])

/** Where a value stands. */
interface Place {
  /** The keys that lead to it, from the construct or function on that is given it. */
  readonly keys: readonly Entry[]
  /** The construct or function. */
  readonly given?: ProgramCall
}

/**
 * Texts that become secrets, and secrets that become texts, as resources of types that CloudFormation has not: `CDK::SecretValue::UnsafePlainText` and
 * `CDK::SecretValue::UnsafeUnwrap`. `Keys`: the properties that it stands in, outermost first; `GivenTo`: the construct or function whose properties these are;
 * `Owner`: the id of the construct around it,
 * or the name that it is bound to.
 */
export function draftsOfSecretValues(file: CdkFile): readonly Draft[] {
  const places = placesIn(file)
  return file.program.calls.flatMap<Draft>(made => {
    const method = methodOf(made.callee)
    const unsafe = UNSAFE.has(method) && /^(?:SecretValue|SecretStringValueBeta1)\./.test(file.origin(made.callee)?.name ?? '')
    const written = unsafe ? (made.positional[0] ?? made.keywords[0]?.value) : /^(?:unsafeUnwrap|toString)$/.test(method) ? made.receiver : undefined
    const value = written && file.fold(written, made.scope)
    if (!value || (method === 'toString' && !isSecretValue(value))) return []
    const { keys, given } = places.get(made) ?? { keys: [] }
    const owner = ownerOf(made, file)
    const properties = mapping(made.range, [
      named('Value', value), named('Keys', sequence(made.range, keys.map(({ key, keyRange }) => decided(key, keyRange)))), given && named('GivenTo', decided(methodOf(given.callee), given.calleeRange)),
      owner === undefined ? undefined : named('Owner', decided(owner, made.range)),
    ])
    return [{ type: unsafe ? 'CDK::SecretValue::UnsafePlainText' : 'CDK::SecretValue::UnsafeUnwrap', id: made.callee.slice(made.callee.lastIndexOf('.') + 1), made, complete: true, properties }]
  })
}

function ownerOf(made: ProgramCall, { program }: CdkFile): string | undefined {
  const around = program.calls.filter(({ range, positional }) => range[0] < made.range[0] && made.range[1] < range[1] && stringOf(positional[1]) !== undefined).at(-1)
  return stringOf(around?.positional[1]) ?? program.bindings.find(({ value }) => value === made)?.name
}

/** Whether a value is that of a secret. */
export function isSecretValue(node: Node): boolean {
  return node.kind === 'reference' ? /\.secretValue$/.test(node.target) : node.kind === 'call' && /^(?:SecretValue|unsafePlainText)$/.test(node.callee)
}

/** Fields of a secret that are none. */
const PUBLIC = /^(?:user(?:_?name)?|login|email|client_?id|host(?:_?name)?|endpoint|port|engine|schema|database|db_?(?:name|instance_?identifier|cluster_?identifier))$/i

/** What a value shows of a secret that it unwraps; undefined where it shows none, or a field that is not secret. */
export function shownSecret(value: Node): Node | undefined {
  return [...walk(value)].find(node => {
    const [secret] = node.kind === 'call' && /^(?:unsafeUnwrap|toString)$/.test(node.callee) ? node.arguments : []
    return secret !== undefined && !isPublicValue(secret) && ((node.kind === 'call' && node.callee === 'unsafeUnwrap') || isSecretValue(secret))
  })
}

/** Whether it is a field of a secret that is none: the name of a user beside the password. */
export function isPublicValue(value: Node): boolean {
  const field = value.kind === 'call' && value.callee === 'SecretValue' ? stringOf(value.arguments.at(-1)) : undefined
  return field !== undefined && PUBLIC.test(field)
}

/** Whether a call only carries what it is given: text that is put together, an object of Python. */
function isTransparent({ callee, positional, keywords }: ProgramCall): boolean {
  return /^(?:JSON\.stringify|json\.dumps|str)$|\bFn\.(?:join|sub)$/.test(callee) || (positional.length === 0 && keywords.length > 0)
}

/** The place of each call, where names lead to several the one that is deepest. */
function placesIn({ program, ids }: CdkFile): ReadonlyMap<Node, Place> {
  const places = new Map<Node, Place>()
  const visit = (node: Node, place: Place, scope: FunctionScope, depth = 0): void => {
    if (depth > 8) return
    const inner = (below: Node, keys = place.keys): void => visit(below, { ...place, keys }, scope, depth)
    if (node.kind === 'mapping') for (const entry of node.entries) inner(entry.value, [...place.keys, entry])
    else if (node.kind === 'sequence') for (const item of node.items) inner(item)
    else if (node.kind === 'reference') {
      const found = bindingOf(program, node, scope)
      if (found) visit(found.value, place, found.scope, depth + 1)
    } else if (isProgramCall(node)) {
      // A construct is looked at for itself.
      if (ids.has(node)) return
      if ((places.get(node)?.keys.length ?? 0) <= place.keys.length) places.set(node, place)
      if (node.receiver && node.receiver.kind !== 'reference') inner(node.receiver)
      if (place.given && isTransparent(node)) enter(node, place, depth + 1)
    } else if (node.kind === 'call') for (const argument of node.arguments) inner(argument)
  }
  const enter = (call: ProgramCall, { keys, given }: Place, depth: number): void => {
    const place = { keys, given: given ?? call }
    const [first, second] = call.positional
    // `addEnvironment('NAME', value)` is an entry too.
    const key = /^addEnvironment/.test(methodOf(call.callee)) && first && second ? [{ range: first.range, key: stringOf(first) ?? '', keyRange: first.range, value: second }] : []
    for (const argument of call.positional) visit(argument, argument === second ? { ...place, keys: [...keys, ...key] } : place, call.scope, depth)
    for (const entry of call.keywords) visit(entry.value, { ...place, keys: [...keys, entry] }, call.scope, depth)
  }
  for (const call of program.calls) enter(call, { keys: [] }, 0)
  for (const { name, nameRange: keyRange, range, value, scope } of program.bindings) {
    if (value.kind === 'mapping') visit(value, { keys: [{ range, key: name.replace(/^.*\./, ''), keyRange, value }] }, scope)
  }
  return places
}
