import type { Document } from '../../core/document.ts'
import { type Program, type ProgramCall, type FunctionScope, bindingOf, isProgramCall } from '../../core/program.ts'
import { type Call, type Mapping, type Node, type Reference, get, stringOf } from '../../core/tree.ts'
import { decided, foldIntrinsics, template } from '../intrinsics.ts'
import { numberOf } from '../value.ts'
import { durationNode } from './duration.ts'
import { call, mapping, reference, sequence } from './nodes.ts'
import { type Origin, camelCase, methodOf, originOf, pascalCase } from './origin.ts'
import { arnOf, foldIam } from './policies.ts'

/** Members of a stack and constants that CloudFormation knows by a name of its own. */
const PSEUDO: Readonly<Record<string, string>> = {
  account: 'AWS::AccountId', region: 'AWS::Region', partition: 'AWS::Partition', ACCOUNT_ID: 'AWS::AccountId', REGION: 'AWS::Region', PARTITION: 'AWS::Partition', URL_SUFFIX: 'AWS::URLSuffix', NO_VALUE: 'AWS::NoValue',
}

/** Methods that give a secret back. */
const ATTACHING = new Set(['attach', 'addTargetAttachment'])

/** How far names are followed, and how much may stand behind one. */
const DEPTH = 16
const MOST_NODES = 20_000

/** A program of the CDK, with its values as CloudFormation has them: a construct is a reference to its id, a text with holes a call of `template`. */
export class CdkFile {
  readonly document: Document
  readonly program: Program
  /** The ids of its constructs. */
  readonly ids = new Map<Node, string>()
  /** Those of databases, each of which has a secret. */
  readonly databases = new Set<string>()
  /** Policy statements that some resource has. */
  readonly placed = new Set<Node>()
  #methods: ReadonlyMap<string, readonly ProgramCall[]> | undefined
  readonly #folded = new Map<Node, Node>()
  readonly #sizes = new WeakMap<Node, number>()

  constructor(document: Document, program: Program) {
    this.document = document
    this.program = program
  }

  get isPython(): boolean {
    return this.document.format.id === 'python'
  }

  /** Where a name comes from; what is called on a value comes from nowhere. */
  origin(name: string): Origin | undefined {
    return name.includes('(') ? undefined : originOf(this.program, name)
  }

  /** The calls of a method, by its name in TypeScript. */
  callsOf(method: string): readonly ProgramCall[] {
    this.#methods ??= grouped(this.program.calls)
    return this.#methods.get(method) ?? []
  }

  /** The options of a call: its keywords, or the last of its values if that is an object. Undefined where it is given none, a call or reference where they are made elsewhere. */
  options(own: ProgramCall, from = 0): Node | undefined {
    if (own.keywords.length > 0) return this.fold({ kind: 'mapping', range: own.range, entries: own.keywords }, own.scope)
    const last = own.positional.slice(from).at(-1)
    const folded = last && this.fold(last, own.scope)
    return folded && folded.kind !== 'scalar' ? folded : undefined
  }

  /** What a method is called on. */
  receiver({ receiver, scope }: ProgramCall): Node | undefined {
    return receiver && this.fold(receiver, scope)
  }

  /** The construct that a name or an expression stands for. */
  constructAt(node: Node, scope: FunctionScope): Node | undefined {
    if (this.ids.has(node)) return node
    if (isProgramCall(node) && ATTACHING.has(methodOf(node.callee)) && node.receiver) return this.constructAt(node.receiver, node.scope)
    const found = node.kind === 'reference' ? bindingOf(this.program, node, scope) : undefined
    return found && found.value !== node ? this.constructAt(found.value, found.scope) : undefined
  }

  /** Values in a row, with the items of those that are spread. */
  foldAll(nodes: readonly Node[], scope: FunctionScope, depth = 0): readonly Node[] {
    return nodes.flatMap(node => {
      const own = this.fold(isSpread(node) ? (node.arguments[0] ?? node) : node, scope, depth + 1)
      return isSpread(node) && own.kind === 'sequence' ? own.items : isSpread(node) ? [node] : [own]
    })
  }

  /** A value as CloudFormation has it, as far as the file says it. */
  fold(node: Node, scope: FunctionScope, depth = 0): Node {
    if (node.kind === 'scalar' || depth > DEPTH) return node
    const known = this.#folded.get(node)
    if (known) return known
    // Constructs may refer to each other in a circle.
    this.#folded.set(node, node)
    const folded = this.#fold(node, scope, depth)
    const size = sizeOf(folded, this.#sizes)
    const result = size > MOST_NODES ? node : folded
    this.#folded.set(node, result)
    return result
  }

  #fold(node: Node, scope: FunctionScope, depth: number): Node {
    const fold = (inner: Node): Node => this.fold(inner, scope, depth + 1)
    switch (node.kind) {
      case 'scalar':
        return node
      case 'sequence':
        return sequence(node.range, this.foldAll(node.items, scope, depth))
      case 'mapping':
        return mapping(node.range, node.entries.flatMap(entry => {
          const own = fold(entry.key === '...' && isSpread(entry.value) ? (entry.value.arguments[0] ?? entry.value) : entry.value)
          return entry.key === '...' && own.kind === 'mapping' ? own.entries : [{ ...entry, value: own }]
        }))
      case 'reference':
        return this.#reference(node, scope, depth)
      case 'call':
        return isProgramCall(node) ? this.#programCall(node, depth) : this.#call(node, fold)
    }
  }

  #reference(node: Reference, scope: FunctionScope, depth: number): Node {
    const origin = this.origin(node.target)
    if (origin) {
      const pseudo = PSEUDO[/^Aws\.(\w+)$/.exec(origin.name)?.[1] ?? '']
      return reference(pseudo ?? `${origin.service}.${origin.name}`, node.range)
    }
    const parts = node.target.split('.')
    for (let count = parts.length; count > 0; count--) {
      const found = bindingOf(this.program, { ...node, target: parts.slice(0, count).join('.') }, scope)
      if (!found) continue
      const value = this.fold(found.value, found.scope, depth + 1)
      return this.#member(value, parts.slice(count), node)
    }
    const given = this.#given(node, scope, depth)
    if (given) return given
    const pseudo = PSEUDO[/^(?:this|self|(?:\w+\.)?stack)\.(account|region|partition)$/i.exec(node.target)?.[1] ?? '']
    return pseudo === undefined ? node : reference(pseudo, node.range)
  }

  /** What a function that goes through a list is given: each of its items. */
  #given(node: Reference, scope: FunctionScope, depth: number): Node | undefined {
    for (let at: FunctionScope | undefined = scope; at; at = at.parent) {
      if (at.parameters[0] !== node.target) continue
      const [, list] = /^([\w.]+)\.(?:map|forEach|flatMap)$/.exec(at.passedTo ?? '') ?? []
      return list === undefined ? undefined : eachOf(this.fold(reference(list, node.range), at.parent ?? at, depth + 1), node)
    }
    return undefined
  }

  /** A member, where the secret of a database is one by itself. */
  #member(value: Node, rest: readonly string[], node: Node): Node {
    const own = value.kind === 'reference' && rest[0] === 'secret' && this.databases.has(value.target)
    return own ? memberOf(reference(secretIdOf(value.target), value.range), rest.slice(1), node) : memberOf(value, rest, node)
  }

  #call(node: Call, fold: (inner: Node) => Node): Node {
    const args = node.arguments.map(fold)
    const [first, second] = args
    switch (node.callee) {
      case 'template':
        return template(args, node.range)
      case '+':
        if (args.every(({ kind }) => kind === 'sequence')) return sequence(node.range, args.flatMap(own => (own.kind === 'sequence' ? own.items : [])))
        return args.some(own => stringOf(own) !== undefined || (own.kind === 'call' && own.callee === 'template')) ? template(args, node.range) : call('+', node.range, args)
      case '*': {
        const [one, other] = args.map(numberOf)
        return one !== undefined && other !== undefined ? decided(one * other, node.range) : call('*', node.range, args)
      }
      case '?:':
        return call('If', node.range, args)
      case 'item':
        return eachOf(first, node) ?? call('item', node.range, args)
      case 'member': {
        const key = stringOf(second)
        return first && key !== undefined ? this.#member(first, [key], node) : call('member', node.range, args)
      }
      default:
        return call(node.callee, node.range, args)
    }
  }

  #programCall(node: ProgramCall, depth: number): Node {
    const { range, scope, positional } = node
    const id = this.ids.get(node)
    if (id !== undefined) return reference(id, range)
    const fold = (inner: Node): Node => this.fold(inner, scope, depth + 1)
    const origin = this.origin(node.callee)
    const [first] = positional
    if (origin) return this.#ofCdk(node, origin, fold)
    const method = methodOf(node.callee)
    if (/^(?:JSON\.stringify|json\.dumps|str)$/.test(node.callee) && first) return fold(first)
    if (method === 'formatArn') return arnOf(this, node, fold) ?? call(node.callee, range, [])
    const receiver = node.receiver ? fold(node.receiver) : undefined
    if (ATTACHING.has(method) && receiver) return receiver
    const args = [...(receiver ? [receiver] : []), ...positional.map(fold), ...node.keywords.map(({ value }) => fold(value))]
    if (/^(?:unsafeUnwrap|toString)$/.test(method)) return call(method, range, args)
    if (/^secretValue(?:FromJson)?$/.test(method)) return call('SecretValue', range, args)
    return foldIam(this, node, undefined, method, fold) ?? call(node.callee, range, args)
  }

  #ofCdk(node: ProgramCall, { service, name }: Origin, fold: (inner: Node) => Node): Node {
    const { range, positional, keywords } = node
    const args = (): readonly Node[] => [...positional, ...keywords.map(({ value }) => value)].map(fold)
    const own = service === 'iam' ? foldIam(this, node, name, methodOf(name), fold) : undefined
    if (own) return own
    const [, unit] = /^Duration\.(\w+)$/.exec(name) ?? []
    if (unit !== undefined) return durationNode(unit, args(), range)
    if (/^SecretValue\.(?:unsafePlainText|plainText)$|^SecretStringValueBeta1\.fromUnsafePlaintext$/.test(name)) return call('unsafePlainText', range, args())
    if (/^(?:SecretValue|SecretStringValueBeta1)\.\w+$/.test(name)) return call('SecretValue', range, args())
    if (name === 'Arn.format') return arnOf(this, node, fold) ?? call(name, range, [])
    const [, intrinsic] = /^Fn\.(join|sub|importValue|ref)$/.exec(name) ?? []
    if (intrinsic !== undefined) return foldIntrinsics(call(pascalCase(intrinsic), range, args()))
    // Python makes the objects of TypeScript by classes with keywords.
    if (positional.length === 0 && /^(?:[A-Z]\w*\.)*[A-Z]\w*$/.test(name)) return fold({ kind: 'mapping', range, entries: keywords })
    return call(name, range, args())
  }
}

function grouped(calls: readonly ProgramCall[]): ReadonlyMap<string, readonly ProgramCall[]> {
  const groups = new Map<string, ProgramCall[]>()
  for (const own of calls) {
    const method = methodOf(own.callee)
    const group = groups.get(method)
    if (group) group.push(own)
    else groups.set(method, [own])
  }
  return groups
}

/** The id of the secret that a database has. */
export function secretIdOf(database: string): string {
  return `${database}Secret`
}

/** How many nodes are in a value; what is in it twice counts twice. */
function sizeOf(node: Node, known: WeakMap<Node, number>): number {
  const own = known.get(node)
  if (own !== undefined) return own
  const below = node.kind === 'mapping' ? node.entries.map(({ value }) => value) : node.kind === 'sequence' ? node.items : node.kind === 'call' ? node.arguments : []
  const size = below.reduce((sum, inner) => sum + sizeOf(inner, known), 1)
  known.set(node, size)
  return size
}

/** An item of a list of texts, each of them as a branch; of what has more in it, nobody says what belongs together. */
function eachOf(list: Node | undefined, { range }: Node): Node | undefined {
  const plain = list?.kind === 'sequence' && list.items.length > 0 && list.items.every(({ kind }) => kind === 'scalar')
  return plain ? call('If', range, [call('item', range, []), ...list.items]) : undefined
}

/** The rest of a dotted name, of what its beginning stands for. */
function memberOf(value: Node, rest: readonly string[], written: Node): Node {
  if (rest.length === 0 && value.kind !== 'reference') return value
  // A parameter of a stack is its value.
  if (value.kind === 'reference') return reference([value.target, ...rest.map(camelCase).filter(name => !/^valueAs\w+$/.test(name))].join('.'), written.range)
  if (value.kind === 'mapping') return get(value, ...rest) ?? written
  if (value.kind === 'sequence' && /^\d+$/.test(rest[0] ?? '')) return memberOf(value.items[Number(rest[0])] ?? written, rest.slice(1), written)
  return written.kind === 'call' ? call('member', written.range, [value]) : written
}

function isSpread(node: Node): node is Call {
  return node.kind === 'call' && node.callee === '...'
}

/** Whether something of the properties of a construct is not seen: an object that is made elsewhere. */
export function isOpen(properties: Node | undefined): boolean {
  return properties !== undefined && (properties.kind !== 'mapping' || properties.entries.some(({ key }) => key === '...'))
}

/** The mapping of options, or an empty one. */
export function optionsIn(node: Node | undefined, { range }: Node): Mapping {
  return node?.kind === 'mapping' ? node : mapping(range, [])
}
