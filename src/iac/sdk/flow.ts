import type { Document } from '../../core/document.ts'
import { type FunctionScope, type Program, type ProgramCall, isProgramCall } from '../../core/program.ts'
import { type Call, type Node, type Reference, stringOf, walk } from '../../core/tree.ts'
import { bindingsNamed, functionNamed, lastName, usageOf } from './usage.ts'

/** What a value holds: the whole response of `GetSecretValue`, or the secret or a part of it. */
export type Held = 'response' | 'secret'

/** Functions that give back what they are given, in another form. */
const FORMS = /^(?:(?:JSON|Object|util|json|orjson|ujson|simplejson|base64|ast|yaml|binascii)\.)?(?:parse|stringify|loads|dumps|values|entries|assign|fromEntries|inspect|format|b64decode|b64encode|urlsafe_b64decode|literal_eval|safe_load|unhexlify|dumpb)$|^(?:str|String|repr|dict|list|tuple|sorted|bytes|bytearray|Buffer\.from|Uint8Array|TextDecoder\(\)\.decode|atob|btoa|structuredClone|encodeURIComponent|urllib\.parse\.(?:quote|quote_plus|urlencode)|quote|quote_plus|urlencode|Promise\.all|asyncio\.gather|cast|SimpleNamespace|toString)$/
/** Methods that give back what they are called on, in another form. */
const METHODS = /^(?:promise|toString|decode|encode|trim|strip|rstrip|lstrip|items|values|entries|copy|json|read|text|transformToString|split|splitlines|concat|toLowerCase|toUpperCase|lower|upper|asString|valueOf|reverse)$/
/** Last words of fields that tell nobody how to get in. */
const PUBLIC = new Set([
  'length', 'host', 'hostname', 'port', 'engine', 'dbname', 'database', 'region', 'username', 'user', 'name', 'id', 'identifier', 'endpoint', 'schema', 'arn', 'type', 'directory', 'domain',
  'version', 'account', 'email', 'enabled', 'masterarn', 'environment', 'stage', 'expiry', 'role', 'size', 'keys',
])
/** Operators whose result is one of their operands, or made of them. */
const JOINING = new Set(['template', '+', '%', '||', '??', 'or', '...', '||=', '??=', '+=', '='])

const DEPTH = 24

/** Follows secrets from where they are read to where they are used, within functions of one file. */
export class Flow {
  readonly #text: string
  readonly #program: Program
  readonly #reads: ReadonlyMap<Node, Held>
  readonly #busy = new Set<string>()

  constructor({ text }: Document, program: Program) {
    this.#text = text
    this.#program = program
    this.#reads = new Map(usageOf(program).reads.map(({ call, gives }) => [call, gives]))
  }

  /** What a value holds of a secret; undefined: nothing, as far as is known. */
  held(node: Node, scope: FunctionScope): Held | undefined {
    return this.#held(node, [], scope, 0)
  }

  #held(node: Node, path: readonly string[], scope: FunctionScope, depth: number): Held | undefined {
    if (depth > DEPTH) return undefined
    switch (node.kind) {
      case 'scalar':
        return undefined
      case 'reference':
        return path.length === 0 && isPublic(node.target) ? undefined : this.#reference(node, path, scope, depth + 1)
      case 'mapping': {
        const [key, ...rest] = path
        const own = key === undefined ? node.entries : node.entries.filter(entry => entry.key === key || entry.key === '...')
        return this.#any(own.map(({ key: each, value }) => [value, each === '...' ? path : rest] as const), scope, depth)
      }
      case 'sequence': {
        const [key, ...rest] = path
        const item = key !== undefined && /^\d+$/.test(key) ? node.items[Number(key)] : undefined
        return item ? this.#held(item, rest, scope, depth + 1) : this.#any(node.items.map(each => [each, key === undefined ? [] : rest] as const), scope, depth)
      }
      case 'call':
        return isProgramCall(node) ? this.#called(node, path, depth + 1) : this.#computed(node, path, scope, depth + 1)
    }
  }

  #any(parts: readonly (readonly [Node, readonly string[]])[], scope: FunctionScope, depth: number): Held | undefined {
    for (const [node, path] of parts) {
      const held = this.#held(node, path, scope, depth + 1)
      if (held) return held
    }
    return undefined
  }

  #computed({ callee, arguments: parts }: Call, path: readonly string[], scope: FunctionScope, depth: number): Held | undefined {
    const [first, second] = parts
    if (!first) return undefined
    // A slice of a secret is what masks leave of it.
    if (callee === 'member') {
      if (!second) return undefined
      const key = this.#textOf(second) ?? (second.kind === 'reference' && /[a-z][A-Z]|_/.test(second.target) ? second.target : undefined)
      const kept = first.kind === 'reference' && second.kind !== 'scalar' ? this.#program.bindings.filter(({ name }) => name.startsWith(`${first.target}.[`)) : []
      const sources = kept.map((binding): Source => ({ node: binding.value, scope: binding.scope }))
      return this.#first(sources, path, depth) ?? this.#held(first, key !== undefined ? [key, ...path] : second.kind === 'scalar' ? [String(second.value), ...path] : path, scope, depth)
    }
    if (callee === '&&' || callee === 'and') return second && this.#held(second, path, scope, depth)
    if (callee === '?:') return this.#any(parts.slice(1).map(part => [part, path] as const), scope, depth)
    if (callee === 'item') return this.#item(first, path, scope, depth)
    return JOINING.has(callee) || /Comprehension|TemplateLiteral|JSX/.test(callee) ? this.#any(parts.map(part => [part, path] as const), scope, depth) : undefined
  }

  /** One of what is gone through: keys tell nothing. */
  #item(of: Node, path: readonly string[], scope: FunctionScope, depth: number): Held | undefined {
    const [key, ...rest] = path
    if (isProgramCall(of) && /^(?:items|entries)$/.test(lastName(of.callee))) return key === '0' ? undefined : this.#held(of, rest, scope, depth)
    if (isProgramCall(of) && lastName(of.callee) === 'values') return this.#held(of, path, scope, depth)
    const held = this.#held(of, [], scope, depth)
    return held === 'response' ? within(held, path) : undefined
  }

  #called(call: ProgramCall, path: readonly string[], depth: number): Held | undefined {
    const own = this.#reads.get(call)
    if (own) return within(own, path)
    const { callee, receiver, positional, scope } = call
    const method = lastName(callee)
    const args = (from: readonly Node[] = positional): Held | undefined => this.#any(from.map(each => [each, path] as const), scope, depth)
    if (FORMS.test(callee)) return args()
    if (receiver) {
      if (method === 'get' || method === 'pop' || method === 'getenv') {
        const key = this.#textOf(positional[0])
        return this.#held(receiver, key === undefined ? path : [key, ...path], scope, depth)
      }
      if (METHODS.test(method)) return this.#held(receiver, path, scope, depth)
      if (method === 'format' || method === 'join') return args(call.arguments)
      if (method === 'then') return this.#returned(this.#functionAt(positional[0]), path, depth)
      if (method === 'catch' || method === 'finally') return this.#held(receiver, path, scope, depth)
    }
    return this.#returned(functionNamed(this.#program, call), path, depth)
  }

  /** A text that is written, or that the only value of a name is. */
  #textOf(node: Node | undefined): string | undefined {
    const [only, second] = node?.kind === 'reference' ? bindingsNamed(this.#program, node.target) : []
    return second ? undefined : stringOf(only?.value ?? node)
  }

  /** What a function gives back. */
  #returned(made: FunctionScope | undefined, path: readonly string[], depth: number): Held | undefined {
    if (!made) return undefined
    const key = `${made.range[0]} ${path.join('.')}`
    if (this.#busy.has(key)) return undefined
    this.#busy.add(key)
    const held = this.#any(made.returns.map(each => [each, path] as const), made, depth)
    this.#busy.delete(key)
    return held
  }

  #functionAt(node: Node | undefined): FunctionScope | undefined {
    return node && this.#program.functions.find(({ range }) => range[0] === node.range[0] && range[1] === node.range[1])
  }

  #reference(node: Reference, path: readonly string[], scope: FunctionScope, depth: number): Held | undefined {
    const segments = node.target.split('.')
    for (let count = segments.length; count > 0; count--) {
      const name = segments.slice(0, count).join('.')
      const rest = [...segments.slice(count), ...path]
      const found = this.#sourcesOf(name, node, scope)
      if (found.length === 0) continue
      const key = `${node.range[0]} ${rest.join('.')}`
      if (this.#busy.has(key)) return undefined
      this.#busy.add(key)
      const held = this.#first(found, rest, depth)
      this.#busy.delete(key)
      return held
    }
    return undefined
  }

  #first(sources: readonly Source[], path: readonly string[], depth: number): Held | undefined {
    for (const { node, scope, held: own } of sources) {
      const held = own ? within(own, path) : this.#held(node, path, scope, depth)
      if (held) return held
    }
    return undefined
  }

  /** What a name may stand for where it is used, the last first. */
  #sourcesOf(name: string, { range: [use] }: Reference, scope: FunctionScope): readonly Source[] {
    const member = name.includes('.')
    for (let at: FunctionScope | undefined = scope; at; at = at.parent) {
      const all = bindingsNamed(this.#program, name).filter(binding => member || binding.scope === at)
      const before = at === scope ? all.filter(({ nameRange }) => nameRange[0] < use) : all
      const written = (before.length > 0 ? before : all.filter(({ nameRange }) => nameRange[0] !== use)).toReversed()
      const last = written.findIndex(({ value, range }) => mentions(value, name) || (at === scope && before.length > 0 && isCertain(this.#text, range[1], use)))
      const values = (last < 0 ? written : written.slice(0, last + 1)).map((binding): Source => ({ node: binding.value, scope: binding.scope }))
      const index = at.parameters.indexOf(name)
      if (index >= 0) return [...values, ...this.#given(at, index)]
      if (values.length > 0) return values
    }
    return []
  }

  /** What a parameter of a function that is handed over is given. */
  #given(made: FunctionScope, index: number): readonly Source[] {
    const call = made.passedTo === undefined ? undefined : this.#program.calls.find(({ positional }) => positional.some(({ range }) => range[0] === made.range[0] && range[1] === made.range[1]))
    if (!call?.receiver) return []
    if (index === 1 && this.#reads.has(call)) return [{ node: call, scope: call.scope, held: 'response' }]
    const method = lastName(call.callee)
    const entries = isProgramCall(call.receiver) && lastName(call.receiver.callee) === 'entries'
    const passed = method === 'then' ? index === 0 : /^(?:map|forEach|filter)$/.test(method) && index === (entries ? 1 : 0)
    return passed ? [{ node: call.receiver, scope: call.scope }] : []
  }
}

/** A value that a name may stand for. */
interface Source {
  readonly node: Node
  readonly scope: FunctionScope
  /** What it holds, where that is known beforehand. */
  readonly held?: Held
}

/** What a part of something that holds a secret holds. */
function within(held: Held, path: readonly string[]): Held | undefined {
  const [key, ...rest] = path
  if (key === undefined) return held
  if (held === 'secret') return isPublic(path.at(-1) ?? '') ? undefined : 'secret'
  if (key === 'SecretString' || key === 'SecretBinary') return within('secret', rest)
  return key === 'SecretValues' || /^\d+$/.test(key) ? within('response', rest) : undefined
}

/** Whether what stands at an offset is done before what stands at a later one, whatever branches there are: no line between them is less indented than the first. */
function isCertain(text: string, from: number, to: number): boolean {
  const depth = indentOf(text, text.lastIndexOf('\n', from - 1) + 1)
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    const indent = indentOf(text, at + 1)
    if (indent < depth && !/\s/.test(text[at + 1 + indent] ?? ' ')) return false
  }
  return true
}

/** How many spaces and tabs stand at an offset. */
function indentOf(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\t') at++
  return at - from
}

/** Whether a field tells nobody how to get in; a number is one character of a text, or of few. */
function isPublic(field: string): boolean {
  const words = field.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase().split(/[^a-z\d]+/)
  return /^-?\d+$/.test(field) || PUBLIC.has(words.at(-1) ?? '')
}

/** Whether a name, or a member of it, stands in a value. */
function mentions(node: Node, name: string): boolean {
  return [...walk(node)].some(each => each.kind === 'reference' && (each.target === name || each.target.startsWith(`${name}.`)))
}
