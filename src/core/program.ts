import type { Range } from './text.ts'
import type { Call, Entry, Node, Reference } from './tree.ts'

/** What a program does, the same for every language that is read: names are as written, dotted (`process.env.DB`, `this.client`, `self.client`). */
export interface Program {
  readonly imports: readonly Import[]
  /** In the order of the text. */
  readonly bindings: readonly Binding[]
  readonly calls: readonly ProgramCall[]
  /** The first is the file itself. */
  readonly functions: readonly FunctionScope[]
}

/** A name that comes from another module. */
export interface Import {
  readonly range: Range
  /** As used in this file. */
  readonly local: string
  readonly module: string
  /** As the module calls it; `*` for the module itself, `default` for its default export. */
  readonly imported: string
}

/** A name or member that is given a value: a declaration, an assignment, a field, a parameter with its default. Of a computed key, `cache.[key]` is the name. */
export interface Binding {
  readonly name: string
  readonly nameRange: Range
  /** The statement or declarator. */
  readonly range: Range
  readonly value: Node
  readonly scope: FunctionScope
}

/** A call or construction. Its `arguments` are everything it is given: the receiver, if that is no plain name, the positional ones and the values of the keywords. */
export interface ProgramCall extends Call {
  /** Dotted, with `()` for a call on the way: `client.send`, `boto3.client().get_secret_value`. */
  readonly callee: string
  readonly calleeRange: Range
  /** What stands before the last dot. */
  readonly receiver?: Node
  readonly positional: readonly Node[]
  readonly keywords: readonly Entry[]
  readonly scope: FunctionScope
  /** Where the statement ends that it is in. */
  readonly statement: Range
}

/** A function, or the file. */
export interface FunctionScope {
  readonly range: Range
  /** Of the function, of what it is bound to, or empty. */
  readonly name: string
  readonly parameters: readonly string[]
  readonly async: boolean
  /** As written, without `@`: `app.route("/x")`. */
  readonly decorators: readonly string[]
  /** The callee that it is handed to: `app.get`, `items.forEach`. */
  readonly passedTo?: string
  readonly parent?: FunctionScope
  /** Bodies that run several times. */
  readonly loops: readonly Range[]
  readonly handlers: readonly Handler[]
  readonly returns: readonly Node[]
  /** What it throws or raises. */
  readonly throws: readonly Node[]
}

/** `try` with its `catch` or `except` clauses. */
export interface Handler {
  /** Of what is tried. */
  readonly range: Range
  readonly clauses: readonly HandlerClause[]
}

export interface HandlerClause {
  readonly range: Range
  /** What it catches, as written; empty for everything. */
  readonly catches: readonly string[]
  readonly name?: string
  readonly actions: readonly Action[]
}

/** A statement of a handler, as far as it tells what becomes of the error. `nothing`: `pass`, an empty statement, a constant. */
export interface Action {
  readonly kind: 'call' | 'return' | 'throw' | 'assign' | 'nothing' | 'other'
  readonly range: Range
  /** What is called, returned, thrown or assigned. */
  readonly node?: Node
}

/** What a member of a value is, where the value is no plain name. */
export function member(object: Node, name: string, range: Range): Call {
  return { kind: 'call', range, callee: 'member', arguments: [object, { kind: 'scalar', range, content: range, value: name }] }
}

/** Whether a node is a call of a program, which knows more than a call of a configuration. */
export function isProgramCall(node: Node | undefined): node is ProgramCall {
  return node?.kind === 'call' && 'positional' in node
}

/** The value of a keyword, or of a key of the mapping that stands alone in its place, as objects of options do. */
export function option(call: ProgramCall, name: string): Node | undefined {
  const own = call.keywords.findLast(({ key }) => key === name)
  if (own) return own.value
  for (const each of call.positional) {
    const within = each.kind === 'mapping' ? each.entries.findLast(({ key }) => key === name) : undefined
    if (within) return within.value
  }
  return undefined
}

/**
 * A dotted name by where it comes from: with `import * as sm from 'aws-cdk-lib/aws-secretsmanager'`, `sm.Secret` is `aws-cdk-lib/aws-secretsmanager.Secret`.
 * Undefined for a name that no import binds.
 */
export function qualified(program: Program, name: string): string | undefined {
  const [head = '', ...rest] = name.split('.')
  const from = program.imports.find(({ local }) => local === head)
  if (!from) return undefined
  return [from.imported === '*' || from.imported === 'default' ? from.module : `${from.module}.${from.imported}`, ...rest].join('.')
}

/** What a name is bound to where it is used; undefined if it is a parameter, bound twice or not at all. */
export function bindingOf(program: Program, { target, range }: Reference, scope: FunctionScope): Binding | undefined {
  const member = target.includes('.')
  for (let at: FunctionScope | undefined = scope; at; at = at.parent) {
    if (at.parameters.includes(target)) return undefined
    const here = program.bindings.filter(({ name, scope: own, nameRange }) => name === target && (own === at || member) && nameRange[0] !== range[0])
    if (here.length > 0) return here.length === 1 ? here[0] : undefined
  }
  return undefined
}

/** A value behind the names that stand for it, as far as the file says it. */
export function resolve(program: Program, node: Node, scope: FunctionScope): Node {
  let at = node
  let within = scope
  for (let step = 0; step < 8 && at.kind === 'reference'; step++) {
    const found = bindingOf(program, at, within)
    if (!found) return at
    at = found.value
    within = found.scope
  }
  return at
}
