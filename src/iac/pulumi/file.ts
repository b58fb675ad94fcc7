import type { Document } from '../../core/document.ts'
import { type FunctionScope, type Program, type ProgramCall, bindingOf, isProgramCall, qualified } from '../../core/program.ts'
import { type Call, type Entry, type Node, type Reference, get, stringOf } from '../../core/tree.ts'
import { call, mapping, reference, sequence } from '../cdk/nodes.ts'
import { decided, template } from '../intrinsics.ts'
import { type PulumiOrigin, originOf } from './names.ts'

/** How far names are followed, and how many nodes one value may have. */
const DEPTH = 24
const MOST_NODES = 20_000

/** What the parameters of a function that is handed to `apply` stand for. */
type Given = ReadonlyMap<string, Node>
const NOTHING: Given = new Map()

/** Functions whose value is that of their argument, for who asks what is in it. */
const TRANSPARENT = /^(?:JSON\.stringify|Promise\.resolve|(?:\w+\.)?(?:jsonStringify|output|secret|unsecret))$/

/** A program of Pulumi, with its values as CloudFormation has them: a resource is a reference to its id, a text with holes a call of `template`. */
export class PulumiFile {
  readonly document: Document
  readonly program: Program
  /** The ids of its resources. */
  readonly ids = new Map<Node, string>()
  readonly isPython = false
  #left = MOST_NODES

  constructor(document: Document, program: Program) {
    this.document = document
    this.program = program
  }

  /** Which class or function of a package for AWS a name is. */
  origin(name: string): PulumiOrigin | undefined {
    return name.includes('(') ? undefined : originOf(qualified(this.program, name))
  }

  /** A value as far as the file says it. */
  fold(node: Node, scope: FunctionScope): Node {
    this.#left = MOST_NODES
    return this.#fold(node, scope, 0, NOTHING)
  }

  #fold(node: Node, scope: FunctionScope, depth: number, given: Given): Node {
    if (node.kind === 'scalar' || depth > DEPTH || this.#left-- <= 0) return node
    const fold = (inner: Node): Node => this.#fold(inner, scope, depth + 1, given)
    switch (node.kind) {
      case 'sequence':
        return sequence(node.range, node.items.flatMap(item => {
          const own = isSpread(item) ? fold(item.arguments[0] ?? item) : fold(item)
          return isSpread(item) ? (own.kind === 'sequence' ? own.items : [call('spread', item.range, [])]) : [own]
        }))
      case 'mapping':
        return mapping(node.range, node.entries.flatMap<Entry>(own => {
          const value = fold(own.key === '...' && isSpread(own.value) ? (own.value.arguments[0] ?? own.value) : own.value)
          return own.key === '...' && value.kind === 'mapping' ? value.entries : [{ ...own, value }]
        }))
      case 'reference':
        return this.#reference(node, scope, depth, given)
      case 'call':
        return isProgramCall(node) ? this.#programCall(node, depth, given) : this.#call(node, fold)
    }
  }

  #reference(node: Reference, scope: FunctionScope, depth: number, given: Given): Node {
    const managed = /^@pulumi\/aws[./]iam\.ManagedPolic(?:y|ies)\.(\w+)$/.exec(qualified(this.program, node.target) ?? '')?.[1]
    if (managed !== undefined) return decided(`arn:aws:iam::aws:policy/${managed}`, node.range)
    const parts = node.target.split('.')
    const own = given.get(parts[0] ?? '')
    if (own) return memberOf(own, parts.slice(1), node)
    for (let count = parts.length; count > 0; count--) {
      const found = bindingOf(this.program, { ...node, target: parts.slice(0, count).join('.') }, scope)
      if (found) return memberOf(this.#fold(found.value, found.scope, depth + 1, found.scope === scope ? given : NOTHING), parts.slice(count), node)
    }
    return node
  }

  #call(node: Call, fold: (inner: Node) => Node): Node {
    const [first, second] = node.arguments
    switch (node.callee) {
      case 'TaggedTemplateExpression':
        // `pulumi.interpolate`.
        return first && second?.kind === 'reference' && /(?:^|\.)interpolate$/.test(second.target) ? fold(first) : call(node.callee, node.range, [])
      case 'template':
        return template(node.arguments.map(fold), node.range)
      case '+': {
        const args = node.arguments.map(fold)
        return args.some(own => stringOf(own) !== undefined || (own.kind === 'call' && own.callee === 'template')) ? template(args, node.range) : call('+', node.range, args)
      }
      case '?:':
        return call('If', node.range, node.arguments.map(fold))
      case 'member': {
        const key = stringOf(second)
        return first && key !== undefined ? memberOf(fold(first), [key], node) : call('member', node.range, [])
      }
      default:
        return call(node.callee, node.range, node.arguments.map(fold))
    }
  }

  #programCall(node: ProgramCall, depth: number, given: Given): Node {
    const { range, scope, positional, callee } = node
    const id = this.ids.get(node)
    if (id !== undefined) return reference(id, range)
    const fold = (inner: Node): Node => this.#fold(inner, scope, depth + 1, given)
    const [first] = positional
    if (first && TRANSPARENT.test(callee)) return fold(first)
    if (/^(?:\w+\.)?interpolate$/.test(callee) && first) return fold(first)
    if (/^(?:\w+\.)?concat$/.test(callee) && qualified(this.program, callee)?.startsWith('@pulumi/pulumi')) return template(positional.map(fold), range)
    if (/^(?:\w+\.)?all$/.test(callee) && first) return fold(first)
    const method = callee.slice(callee.lastIndexOf('.') + 1)
    if ((method === 'apply' || method === 'then') && node.receiver && first) return this.#applied(fold(node.receiver), first, node, depth)
    return call(callee, range, positional.map(fold))
  }

  /** What a function makes of a value; what it takes apart is followed for lists and objects. */
  #applied(value: Node, handler: Node, { callee, range }: ProgramCall, depth: number): Node {
    const scope = this.program.functions.find(own => own.range[0] === handler.range[0] && own.range[1] === handler.range[1])
    const result = scope?.returns[0]
    if (!scope || !result || scope.returns.length > 1) return call(callee, range, [value])
    const { parameters } = scope
    const given = new Map<string, Node>()
    const taken = /^(?:async)?\s*(?:\(\s*)?([[{])/.exec(this.document.text.slice(...scope.range))?.[1]
    for (const [index, name] of parameters.entries()) {
      const part = taken === '[' ? (value.kind === 'sequence' ? value.items[index] : undefined) : taken === '{' ? get(value, name) : index === 0 ? value : undefined
      if (part) given.set(name, part)
    }
    return this.#fold(result, scope, depth + 1, given)
  }
}

/** The rest of a dotted name, of what its beginning stands for. */
function memberOf(value: Node, rest: readonly string[], written: Node): Node {
  if (value.kind === 'reference') return reference([value.target, ...rest].join('.'), written.range)
  if (rest.length === 0) return value
  if (value.kind === 'mapping') return get(value, ...rest) ?? call('member', written.range, [])
  if (value.kind === 'sequence' && /^\d+$/.test(rest[0] ?? '')) return memberOf(value.items[Number(rest[0])] ?? written, rest.slice(1), written)
  return call('member', written.range, [value])
}

function isSpread(node: Node): node is Call {
  return node.kind === 'call' && node.callee === '...'
}
