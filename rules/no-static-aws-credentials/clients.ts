import type { Document } from '../../src/core/document.ts'
import type { Edit, Fix } from '../../src/core/fix.ts'
import { type Program, type ProgramCall, isProgramCall, option, qualified, resolve } from '../../src/core/program.ts'
import { type Entry, type Mapping, type Node, entry } from '../../src/core/tree.ts'
import { removeEntry } from '../../src/iac/remove.ts'
import { type StaticCredentials, isAccessKeyName, isTokenName, literalKey, placeOf } from './keys.ts'

/** Names under which clients take the secret half of a key. */
const SECRET_KEY = /^(?:aws_)?secret_?access_?key$/i

/** Where clients of AWS come from. */
const SDK = /^(?:@aws-sdk\/|aws-sdk|boto3|aioboto3|aiobotocore|botocore)/

/** Keys that a program hands to a client of AWS. */
export function* clients(document: Document, program: Program): Generator<StaticCredentials> {
  for (const call of program.calls) {
    if (!isOfSdk(program, call) || speaksToOthers(call)) continue
    const given = credentialsOf(program, call)
    if (!given || given.entries.some(({ key }) => isTokenName(key))) continue
    const secret = given.entries.find(({ key }) => SECRET_KEY.test(key))
    if (!secret || !isStatic(program, secret.value, call)) continue
    const client = call.callee.replace(/^new /, '').replace(/.*\.(?=[A-Z])/, '')
    yield { messageId: 'client', ...placeOf(secret.value), data: { name: secret.key, client }, fixes: () => fixesFor(document, given) }
  }
}

/** The mapping or the keywords that hold the keys, and where they are given. */
interface Given {
  readonly entries: readonly Entry[]
  /** What the keys stand among, in the call itself; absent where they are elsewhere. */
  readonly among?: readonly (Node | Entry)[]
  /** Of `credentials` within options. */
  readonly holder?: { readonly options: Mapping; readonly own: Entry }
}

function credentialsOf(program: Program, call: ProgramCall): Given | undefined {
  if (call.keywords.some(({ key }) => SECRET_KEY.test(key))) return { entries: call.keywords, among: [...call.positional, ...call.keywords] }
  for (const argument of call.positional) {
    const options = resolve(program, argument, call.scope)
    if (options.kind !== 'mapping') continue
    if (options.entries.some(({ key }) => SECRET_KEY.test(key))) return { entries: options.entries, ...(argument === options && { among: options.entries }) }
    const own = entry(options, 'credentials')
    const credentials = own && resolve(program, own.value, call.scope)
    if (own && credentials?.kind === 'mapping') return { entries: credentials.entries, ...(argument === options && credentials === own.value && { holder: { options, own } }) }
  }
  return undefined
}

function isOfSdk(program: Program, { callee, receiver, scope }: ProgramCall): boolean {
  const name = callee.replace(/^new /, '')
  const source = qualified(program, name)
  if (source !== undefined) return SDK.test(source)
  if (!receiver || !/\.(?:client|resource|create_client|Session)$/.test(name)) return false
  const from = resolve(program, receiver, scope)
  return isProgramCall(from) && SDK.test(qualified(program, from.callee.replace(/^new /, '')) ?? '')
}

/** Whether it speaks to something that is not AWS: an emulator, or another store with the same interface. */
function speaksToOthers(call: ProgramCall): boolean {
  return ['endpoint', 'endpoint_url', 'endpointUrl'].some(name => option(call, name) !== undefined)
}

/** Whether a value is a key that does not end: a literal of its form, or what the environment or the settings have under that name. */
function isStatic(program: Program, node: Node, { scope }: ProgramCall): boolean {
  const value = resolve(program, node, scope)
  if (literalKey(node) ?? literalKey(value)) return true
  const names = value.kind === 'reference' ? [value.target] : value.kind === 'call' ? [value.callee, ...value.arguments.flatMap(argument => (argument.kind === 'reference' ? [argument.target] : []))] : []
  const isRead = names.some(name => /^(?:process\.env|import\.meta\.env|os\.(?:environ|getenv)|settings|config|env)\b/.test(name))
  const last = value.kind === 'call' ? value.arguments.map(argument => (argument.kind === 'scalar' ? String(argument.value) : argument.kind === 'reference' ? argument.target : '')).join(' ') : names.join(' ')
  return isRead && /secret[-_]?(?:access[-_]?)?key/i.test(last) && !/temp|session|assume|sts/i.test(last)
}

function fixesFor({ text }: Document, { entries, among, holder }: Given): readonly Fix[] {
  const keys = entries.filter(({ key }) => SECRET_KEY.test(key) || isAccessKeyName(key))
  const edits = holder ? removeEntry(text, holder.options, holder.own) : among && without(among, keys)
  return edits ? [{ title: 'Take the keys out: the client takes those of the role that it runs in', safety: 'review', edits }] : []
}

/** Takes some of what stands between commas out, each with the comma before it; what comes first with the one behind it. */
function without(among: readonly (Node | Entry)[], gone: readonly Entry[]): readonly Edit[] {
  const all = among.toSorted((one, other) => one.range[0] - other.range[0])
  const isGone = (one: Node | Entry): boolean => gone.some(own => own === one)
  const kept = all.findIndex(one => !isGone(one))
  return all.flatMap((own, index): readonly Edit[] => {
    if (!isGone(own)) return []
    const [before, after] = [all[index - 1], all[index + 1]]
    if (kept < 0 || index < kept || !before) return [{ range: [own.range[0], after?.range[0] ?? own.range[1]], text: '' }]
    return [{ range: [before.range[1], own.range[1]], text: '' }]
  })
}
