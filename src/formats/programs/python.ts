import { createRequire } from 'node:module'
import type { SyntaxNode } from '@lezer/common'
import type { Document } from '../../core/document.ts'
import { type Action, type Binding, type FunctionScope, type Handler, type HandlerClause, type Import, type Program, type ProgramCall, member } from '../../core/program.ts'
import type { Range } from '../../core/text.ts'
import type { Call, Entry, Node } from '../../core/tree.ts'
import { calleeOf, childrenOf, dottedOf, importsOf, isBroken, isExpression, keyOf, parametersOf, rangeOf, split, stringOf } from './lezer.ts'

const require = createRequire(import.meta.url)

/** A scope while it is read. */
interface Scope extends FunctionScope {
  readonly loops: Range[]
  readonly handlers: Handler[]
  readonly returns: Node[]
  readonly throws: Node[]
}

/** What a text of Python does; undefined where most of it does not parse. */
export function readProgram({ text }: Document): Program | undefined {
  const { parser } = require('@lezer/python') as typeof import('@lezer/python')
  const tree = parser.parse(text).topNode
  return isBroken(tree) ? undefined : new Reader(text, tree).program
}

/** Reads each function once, with the scope, the statement and the class that it stands in at hand. */
class Reader {
  readonly program: { readonly imports: Import[]; readonly bindings: Binding[]; readonly calls: ProgramCall[]; readonly functions: Scope[] }
  readonly #text: string
  #scope: Scope
  #statement: Range

  constructor(text: string, tree: SyntaxNode) {
    this.#text = text
    this.#statement = [0, text.length]
    this.#scope = { range: [0, text.length], name: '', parameters: [], async: false, decorators: [], loops: [], handlers: [], returns: [], throws: [] }
    this.program = { imports: [], bindings: [], calls: [], functions: [this.#scope] }
    for (const statement of childrenOf(tree)) this.#visit(statement)
    this.program.calls.sort((one, other) => one.range[0] - other.range[0] || other.range[1] - one.range[1])
  }

  #visit(tree: SyntaxNode, decorators: readonly string[] = []): void {
    const before = this.#statement
    if (tree.name.endsWith('Statement')) this.#statement = rangeOf(tree)
    this.#read(tree, decorators)
    this.#statement = before
  }

  #read(tree: SyntaxNode, decorators: readonly string[]): void {
    const children = childrenOf(tree)
    switch (tree.name) {
      case 'ImportStatement':
        this.program.imports.push(...importsOf(tree, this.#text))
        return
      case 'AssignStatement':
        this.#assign(tree, children)
        return
      case 'UpdateStatement': {
        const [target, operator, value] = children
        if (target && operator && value) this.#bind([target], { kind: 'call', range: rangeOf(tree), callee: this.#slice(operator), arguments: [this.#node(value)] }, rangeOf(tree))
        return
      }
      case 'DecoratedStatement': {
        const own = children.filter(({ name }) => name === 'Decorator')
        for (const decorator of own) for (const list of childrenOf(decorator)) if (list.name === 'ArgList') this.#arguments(list)
        for (const child of children) if (child.name !== 'Decorator') this.#visit(child, own.map(each => this.#slice(each).replace(/^@\s*/, '').trim()))
        return
      }
      case 'FunctionDefinition':
        this.#function(tree, decorators)
        return
      case 'ReturnStatement':
        this.#scope.returns.push(...this.#several(children.slice(1), rangeOf(tree)))
        return
      case 'RaiseStatement':
        if (children[1]) this.#scope.throws.push(this.#node(children[1]))
        return
      case 'TryStatement':
        this.#scope.handlers.push(this.#handler(children))
        return
      case 'ForStatement': {
        const at = children.findIndex(({ name }) => name === 'in')
        const body = children.find(({ name }) => name === 'Body')
        const [iterable] = children.slice(at + 1)
        if (iterable && body) {
          const each: Call = { kind: 'call', range: rangeOf(iterable), callee: 'item', arguments: [this.#node(iterable)] }
          this.#bind(children.slice(children.findIndex(({ name }) => name === 'for') + 1, at), each, this.#statement)
          this.#scope.loops.push(rangeOf(body))
        }
        for (const child of children) if (child.name === 'Body') this.#visit(child)
        return
      }
      case 'WithStatement':
        for (const group of split(children.filter(({ name }) => name !== 'async' && name !== 'with' && name !== 'Body'), ',')) {
          const as = group.findIndex(({ name }) => name === 'as')
          const [value] = group
          if (!value) continue
          const node = this.#node(value)
          if (as > 0) this.#bind(group.slice(as + 1), node, this.#statement)
        }
        for (const child of children) if (child.name === 'Body') this.#visit(child)
        return
      case 'WhileStatement':
        for (const child of children) {
          if (child.name === 'Body') this.#scope.loops.push(rangeOf(child))
          this.#visit(child)
        }
        return
      default:
        if (isExpression(tree)) this.#node(tree)
        else for (const child of children) this.#visit(child)
    }
  }

  #assign(tree: SyntaxNode, children: readonly SyntaxNode[]): void {
    const groups = split(children.filter(({ name }) => name !== 'TypeDef'), 'AssignOp')
    const value = groups.pop()
    if (!value || groups.length === 0) return
    const range = rangeOf(tree)
    const [only] = value
    const node = value.length === 1 && only ? this.#node(only) : { kind: 'sequence' as const, range: [value[0]?.from ?? tree.from, tree.to] as const, items: this.#several(value, range) }
    for (const targets of groups) this.#bind(targets, node, range)
  }

  /** Gives names their values; several names take a value apart. */
  #bind(targets: readonly SyntaxNode[], value: Node, range: Range): void {
    const names = targets.filter(({ name }) => name !== ',')
    const [only] = names
    if (!only) return
    if (names.length > 1 || only.name === 'TupleExpression' || only.name === 'ParenthesizedExpression') {
      const parts = names.length > 1 ? names : childrenOf(only).filter(({ name }) => !/^[(),]$/.test(name))
      for (const [index, part] of parts.entries()) {
        this.#bind([part], value.kind === 'sequence' ? value.items[index] ?? value : member(value, String(index), rangeOf(part)), range)
      }
      return
    }
    const name = dottedOf(only, this.#text) ?? this.#keyed(only)
    if (name === undefined || name.endsWith(']')) this.#node(only)
    if (name !== undefined) this.program.bindings.push({ name, nameRange: rangeOf(only), range, value, scope: this.#scope })
  }

  /** An item by a computed key of something that has a name. */
  #keyed(tree: SyntaxNode): string | undefined {
    const [object, , key] = tree.name === 'MemberExpression' ? childrenOf(tree) : []
    const name = object && dottedOf(object, this.#text)
    return name === undefined || !key ? undefined : `${name}.[${this.#slice(key)}]`
  }

  #function(tree: SyntaxNode, decorators: readonly string[], passedTo?: string): Node {
    const outer = this.#scope
    const name = tree.getChild('VariableName')
    const parameters = parametersOf(tree, this.#text)
    const scope: Scope = {
      range: rangeOf(tree), name: tree.name === 'FunctionDefinition' && name ? this.#slice(name) : '', parameters: parameters.map(({ name: own }) => own), async: tree.getChild('async') !== null, decorators, parent: outer,
      loops: [], handlers: [], returns: [], throws: [], ...(passedTo !== undefined && { passedTo }),
    }
    this.#scope = scope
    this.program.functions.push(scope)
    for (const { value } of parameters) if (value) this.#node(value)
    const body = tree.lastChild
    if (tree.name === 'LambdaExpression') {
      if (body) scope.returns.push(this.#node(body))
    } else if (body) this.#visit(body)
    this.#scope = outer
    return { kind: 'call', range: rangeOf(tree), callee: 'function', arguments: [] }
  }

  #handler(children: readonly SyntaxNode[]): Handler {
    const clauses: HandlerClause[] = []
    let range: Range = [0, 0]
    let head: SyntaxNode[] = []
    for (const child of children) {
      if (child.name !== 'Body') {
        head = /^(?:try|except|finally|else)$/.test(child.name) ? [child] : [...head, child]
        continue
      }
      const [word, ...rest] = head
      if (word?.name === 'try') range = rangeOf(child)
      if (word?.name === 'except') clauses.push(this.#clause(word, rest, child))
      else this.#visit(child)
    }
    return { range, clauses }
  }

  #clause(word: SyntaxNode, head: readonly SyntaxNode[], body: SyntaxNode): HandlerClause {
    const as = head.findIndex(({ name }) => name === 'as')
    const [type] = head
    const name = as < 0 ? undefined : head[as + 1]
    const catches = type === undefined ? [] : type.name === 'TupleExpression' ? childrenOf(type).flatMap(each => dottedOf(each, this.#text) ?? []) : [this.#slice(type)]
    const actions = childrenOf(body).filter(({ name: own }) => own !== ':').flatMap(statement => (statement.name === 'StatementGroup' ? childrenOf(statement).filter(({ name: own }) => own !== ';') : [statement]))
    return { range: [word.from, body.to], catches, ...(name && { name: this.#slice(name) }), actions: actions.map(statement => this.#action(statement)) }
  }

  #action(tree: SyntaxNode): Action {
    const range = rangeOf(tree)
    const { bindings, functions: { length } } = this.program
    const [bound, returned, thrown] = [bindings.length, this.#scope.returns.length, this.#scope.throws.length]
    if (tree.name === 'ExpressionStatement' && tree.firstChild) {
      this.#statement = range
      const node = this.#node(tree.firstChild)
      return { kind: node.kind === 'call' ? 'call' : node.kind === 'scalar' ? 'nothing' : 'other', range, node }
    }
    this.#visit(tree)
    if (length !== this.program.functions.length) return { kind: 'other', range }
    const found = (kind: Action['kind'], node: Node | undefined): Action => ({ kind, range, ...(node && { node }) })
    switch (tree.name) {
      case 'PassStatement': return { kind: 'nothing', range }
      case 'ReturnStatement': return found('return', this.#scope.returns[returned])
      case 'RaiseStatement': return found('throw', this.#scope.throws[thrown])
      case 'AssignStatement': return found('assign', bindings[bound]?.value)
      default: return { kind: 'other', range }
    }
  }

  #several(trees: readonly SyntaxNode[], range: Range): Node[] {
    return trees.filter(({ name }) => name !== ',' && name !== 'Comment').map(tree => (isExpression(tree) ? this.#node(tree) : { kind: 'call', range, callee: tree.name, arguments: [] }))
  }

  /** An expression in the tree's words. */
  #node(tree: SyntaxNode): Node {
    const range = rangeOf(tree)
    const children = childrenOf(tree)
    const call = (callee: string, of: readonly SyntaxNode[] = children): Call => ({ kind: 'call', range, callee, arguments: of.filter(isExpression).map(child => this.#node(child)) })
    const scalar = (value: number | boolean | null): Node => ({ kind: 'scalar', range, content: range, value })
    switch (tree.name) {
      case 'String': case 'FormatString': case 'ContinuedString': return stringOf(tree, this.#text, part => this.#node(part))
      case 'Number': return scalar(Number(this.#slice(tree).replaceAll('_', '')))
      case 'Boolean': return scalar(this.#slice(tree) === 'True')
      case 'None': return scalar(null)
      case 'VariableName': return { kind: 'reference', range, target: this.#slice(tree) }
      case 'MemberExpression': return this.#member(tree)
      case 'AwaitExpression': case 'ParenthesizedExpression': {
        const inner = children.find(isExpression)
        return inner ? this.#node(inner) : call('()')
      }
      case 'ArrayExpression': case 'TupleExpression': case 'SetExpression':
        return { kind: 'sequence', range, items: split(children.filter(child => !/^[[\](){}]$/.test(child.name)), ',').flatMap(group => (group[0]?.name === '*' ? [call('...', group)] : this.#several(group, range))) }
      case 'DictionaryExpression': return { kind: 'mapping', range, entries: split(children.slice(1, -1), ',').flatMap(group => this.#entry(group)) }
      case 'CallExpression': return this.#call(tree)
      case 'LambdaExpression': return this.#function(tree, [])
      case 'ArrayComprehensionExpression': case 'DictionaryComprehensionExpression': case 'SetComprehensionExpression': case 'ComprehensionExpression':
        return this.#comprehension(tree, children)
      case 'UnaryExpression': {
        const [operator, operand] = children
        if (operator && operand?.name === 'Number' && this.#slice(operator) === '-') return scalar(-Number(this.#slice(operand)))
        return call(operator ? this.#slice(operator) : '')
      }
      case 'BinaryExpression': return call(children[1] ? this.#slice(children[1]) : '')
      case 'ConditionalExpression': {
        const [then, , test, , otherwise] = children
        return call('?:', [test, then, otherwise].flatMap(each => each ?? []))
      }
      case 'NamedExpression': {
        const [target, , value] = children
        const node = value ? this.#node(value) : call(':=')
        if (target) this.#bind([target], node, this.#statement)
        return node
      }
      default: return call(tree.name)
    }
  }

  /** A loop whose body stands before it; its value is made of what the body gives. */
  #comprehension(tree: SyntaxNode, children: readonly SyntaxNode[]): Node {
    const range = rangeOf(tree)
    const [body = [], ...clauses] = split(children, 'for')
    for (const clause of clauses) {
      const at = clause.findIndex(({ name }) => name === 'in')
      const [iterable, ...tests] = clause.slice(at + 1).filter(isExpression)
      if (!iterable || at < 1) continue
      this.#bind(clause.slice(0, at), { kind: 'call', range: rangeOf(iterable), callee: 'item', arguments: [this.#node(iterable)] }, range)
      for (const test of tests) this.#node(test)
    }
    this.#scope.loops.push(range)
    return { kind: 'call', range, callee: 'ComprehensionExpression', arguments: body.filter(isExpression).map(each => this.#node(each)) }
  }

  #member(tree: SyntaxNode): Node {
    const target = dottedOf(tree, this.#text)
    if (target !== undefined) return { kind: 'reference', range: rangeOf(tree), target }
    const [object, sign, key] = childrenOf(tree)
    const inner = object ? this.#node(object) : undefined
    const name = keyOf(tree, this.#text)
    if (inner && name !== undefined) return member(inner, name, rangeOf(tree))
    return { kind: 'call', range: rangeOf(tree), callee: 'member', arguments: [inner, sign?.name === '[' && key && isExpression(key) ? this.#node(key) : undefined].flatMap(each => each ?? []) }
  }

  #call(tree: SyntaxNode): ProgramCall {
    const [target, list] = childrenOf(tree)
    const receiver = target?.name === 'MemberExpression' && target.firstChild ? this.#node(target.firstChild) : undefined
    const { positional, keywords } = list ? this.#arguments(list) : { positional: [], keywords: [] }
    const given = !receiver && target && dottedOf(target, this.#text) === undefined ? [this.#node(target)] : []
    const call: ProgramCall = {
      kind: 'call', range: rangeOf(tree), callee: calleeOf(target, this.#text), calleeRange: target ? rangeOf(target) : rangeOf(tree), positional, keywords, scope: this.#scope, statement: this.#statement,
      arguments: [...(receiver && receiver.kind !== 'reference' ? [receiver] : []), ...given, ...positional, ...keywords.map(({ value }) => value)],
      ...(receiver && { receiver }),
    }
    this.program.calls.push(call)
    return call
  }

  #arguments(list: SyntaxNode): { readonly positional: readonly Node[]; readonly keywords: readonly Entry[] } {
    const positional: Node[] = []
    const keywords: Entry[] = []
    if (list.getChild('for')) return { positional: [this.#comprehension(list, childrenOf(list).slice(1, -1))], keywords }
    for (const group of split(childrenOf(list).slice(1, -1), ',')) {
      const [first, sign, value] = group
      if (first && sign?.name === 'AssignOp' && value) keywords.push({ range: [first.from, value.to], key: this.#slice(first), keyRange: rangeOf(first), value: this.#node(value) })
      else if (first?.name === '**' && sign) keywords.push({ range: [first.from, sign.to], key: '...', keyRange: rangeOf(first), value: this.#node(sign) })
      else if (first?.name === '*' && sign) positional.push({ kind: 'call', range: [first.from, sign.to], callee: '...', arguments: [this.#node(sign)] })
      else positional.push(...this.#several(group, rangeOf(list)))
    }
    return { positional, keywords }
  }

  #entry(group: readonly SyntaxNode[]): Entry[] {
    const [key, , value] = group
    if (key?.name === '**' && group[1]) return [{ range: [key.from, group[1].to], key: '...', keyRange: rangeOf(key), value: this.#node(group[1]) }]
    if (!key || !value) return []
    const node = this.#node(key)
    const range: Range = [key.from, value.to]
    return [{ range, key: node.kind === 'scalar' ? String(node.value) : `[${this.#slice(key)}]`, keyRange: node.kind === 'scalar' ? node.content : rangeOf(key), value: this.#node(value) }]
  }

  #slice({ from, to }: SyntaxNode): string {
    return this.#text.slice(from, to)
  }
}
