import type { TSESTree } from '@typescript-eslint/utils'
import type { Document } from '../../core/document.ts'
import { type Tree, WRAPPERS, childrenOf, importsOf, isExpression, nameOf, namesIn, requiredBy, treeOf, unwrapped } from '../../core/estree.ts'
import { type Action, type Binding, type FunctionScope, type Handler, type HandlerClause, type Program, type ProgramCall, member } from '../../core/program.ts'
import type { Range } from '../../core/text.ts'
import type { Call, Entry, Node } from '../../core/tree.ts'
import { decode } from '../../lexer/escapes.ts'

/** A scope while it is read. */
interface Scope extends FunctionScope {
  readonly loops: Range[]
  readonly handlers: Handler[]
  readonly returns: Node[]
  readonly throws: Node[]
}

const LOOPS: ReadonlySet<string> = new Set(['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement'])

/** What a program in JavaScript or TypeScript does; undefined where it does not parse. */
export function readProgram(document: Document): Program | undefined {
  const tree = treeOf(document)
  return tree && new Reader(document.text, tree).program
}

/** Reads each function once, with the scope, the statement and the class that it stands in at hand. */
class Reader {
  readonly program: { readonly imports: Program['imports'][number][]; readonly bindings: Binding[]; readonly calls: ProgramCall[]; readonly functions: Scope[] }
  readonly #text: string
  #scope: Scope
  #statement: Range

  constructor(text: string, tree: TSESTree.Program) {
    this.#text = text
    this.#statement = [0, text.length]
    this.#scope = { range: [0, text.length], name: '', parameters: [], async: true, decorators: [], loops: [], handlers: [], returns: [], throws: [] }
    this.program = { imports: [], bindings: [], calls: [], functions: [this.#scope] }
    for (const statement of tree.body) this.#visit(statement)
    this.program.bindings.sort((one, other) => one.nameRange[0] - other.nameRange[0])
    this.program.calls.sort((one, other) => one.range[0] - other.range[0] || other.range[1] - one.range[1])
  }

  /** A statement, a declaration or a clause. */
  #visit(tree: Tree): void {
    const before = this.#statement
    if (/Statement$|Declaration$/.test(tree.type) && tree.type !== 'BlockStatement') this.#statement = tree.range
    this.#read(tree)
    this.#statement = before
  }

  #read(tree: Tree): void {
    switch (tree.type) {
      case 'ImportDeclaration': case 'TSImportEqualsDeclaration':
        this.program.imports.push(...importsOf(tree))
        return
      case 'VariableDeclarator':
        if (tree.init) {
          const required = requiredBy(tree.id, tree.init)
          if (required) this.program.imports.push(...required)
          else this.#bind(tree.id, this.#node(tree.init, nameOf(tree.id)), tree.range)
        }
        return
      case 'FunctionDeclaration':
        this.#function(tree, tree.id?.name ?? '')
        return
      case 'ClassDeclaration': case 'ClassExpression':
        if (tree.superClass) this.#node(tree.superClass)
        for (const decorator of tree.decorators) this.#node(decorator.expression)
        for (const member of tree.body.body) this.#visit(member)
        return
      case 'PropertyDefinition':
        if (tree.value) this.#bindName(`this.${nameOf(tree.key)}`, tree.key.range, this.#node(tree.value, nameOf(tree.key)), tree.range)
        return
      case 'MethodDefinition':
        if (tree.value.type === 'FunctionExpression') this.#function(tree.value, nameOf(tree.key), tree.decorators.map(({ expression }) => this.#slice(expression)))
        return
      case 'ReturnStatement':
        if (tree.argument) this.#scope.returns.push(this.#node(tree.argument))
        return
      case 'ThrowStatement':
        this.#scope.throws.push(this.#node(tree.argument))
        return
      case 'TryStatement':
        this.#scope.handlers.push(this.#handler(tree))
        return
      case 'ForOfStatement': case 'ForInStatement': {
        const iterable = this.#node(tree.right)
        const each: Call = { kind: 'call', range: tree.right.range, callee: 'item', arguments: [iterable] }
        if (tree.left.type === 'VariableDeclaration') this.#bind(tree.left.declarations[0].id, each, tree.left.range)
        this.#scope.loops.push(tree.body.range)
        this.#visit(tree.body)
        return
      }
      default:
        if (LOOPS.has(tree.type) && 'body' in tree) this.#scope.loops.push((tree.body as Tree).range)
        if (isExpression(tree)) this.#node(tree)
        else for (const child of childrenOf(tree)) this.#visit(child)
    }
  }

  #handler(tree: TSESTree.TryStatement): Handler {
    this.#visit(tree.block)
    const clauses = tree.handler ? [this.#clause(tree.handler)] : []
    if (tree.finalizer) this.#visit(tree.finalizer)
    return { range: tree.block.range, clauses }
  }

  #clause({ range, param, body }: TSESTree.CatchClause): HandlerClause {
    return { range, catches: [], ...(param?.type === 'Identifier' && { name: param.name }), actions: body.body.map(statement => this.#action(statement)) }
  }

  #action(tree: TSESTree.Statement): Action {
    const { range } = tree
    const before = this.#statement
    this.#statement = range
    const action = this.#actionOf(tree)
    this.#statement = before
    return action
  }

  #actionOf(tree: TSESTree.Statement): Action {
    const { range } = tree
    if (tree.type === 'EmptyStatement') return { kind: 'nothing', range }
    if (tree.type === 'ReturnStatement' || tree.type === 'ThrowStatement') {
      const kind = tree.type === 'ReturnStatement' ? 'return' : 'throw'
      const node = tree.argument ? this.#node(tree.argument) : undefined
      if (node) (kind === 'return' ? this.#scope.returns : this.#scope.throws).push(node)
      return { kind, range, ...(node && { node }) }
    }
    if (tree.type !== 'ExpressionStatement') {
      this.#read(tree)
      return { kind: 'other', range }
    }
    const node = this.#node(tree.expression)
    if (unwrapped(tree.expression).type === 'AssignmentExpression') return { kind: 'assign', range, node }
    return { kind: node.kind === 'call' ? 'call' : node.kind === 'scalar' ? 'nothing' : 'other', range, node }
  }

  /** Gives the names of a pattern their values. */
  #bind(target: Tree, value: Node, range: Range): void {
    switch (target.type) {
      case 'ObjectPattern':
        for (const property of target.properties) {
          if (property.type === 'RestElement') this.#bind(property.argument, value, range)
          else this.#bind(property.value, member(value, nameOf(property.key), property.range), range)
        }
        return
      case 'ArrayPattern':
        for (const [index, element] of target.elements.entries()) if (element) this.#bind(element, member(value, String(index), element.range), range)
        return
      case 'AssignmentPattern':
        this.#bind(target.left, { kind: 'call', range: target.range, callee: '??', arguments: [value, this.#node(target.right)] }, range)
        return
      default: {
        const name = this.#dotted(target) ?? this.#keyed(target)
        if (name !== undefined) this.#bindName(name, target.range, value, range)
        if (name === undefined || name.endsWith(']')) this.#node(target)
      }
    }
  }

  #bindName(name: string, nameRange: Range, value: Node, range: Range): void {
    this.program.bindings.push({ name, nameRange, range, value, scope: this.#scope })
  }

  #function(tree: TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression, name: string, decorators: string[] = [], passedTo?: string): Node {
    const { range, params, async, body } = tree
    const outer = this.#scope
    const parameters = params.flatMap(namesIn)
    const scope: Scope = { range, name, parameters, async, decorators, parent: outer, loops: [], handlers: [], returns: [], throws: [], ...(passedTo !== undefined && { passedTo }) }
    this.#scope = scope
    this.program.functions.push(scope)
    for (const parameter of params) if (parameter.type === 'AssignmentPattern') this.#node(parameter.right)
    if (body.type === 'BlockStatement') for (const statement of body.body) this.#visit(statement)
    else scope.returns.push(this.#node(body))
    this.#scope = outer
    return { kind: 'call', range, callee: 'function', arguments: [] }
  }

  /**
   * An expression in the tree's words.
   * @param name What it is bound to: functions are named so.
   */
  #node(tree: Tree, name = ''): Node {
    const { range } = tree
    switch (tree.type) {
      case 'Literal':
        return this.#literal(tree)
      case 'TemplateLiteral': {
        const [only] = tree.quasis
        if (tree.expressions.length === 0 && only) return this.#string(range, [range[0] + 1, range[1] - 1], '`')
        const parts = [...tree.quasis.filter(({ value }) => value.raw !== ''), ...tree.expressions].sort((one, other) => one.range[0] - other.range[0])
        return { kind: 'call', range, callee: 'template', arguments: parts.map(part => (part.type === 'TemplateElement' ? this.#quasi(part) : this.#node(part))) }
      }
      case 'Identifier': case 'ThisExpression': case 'Super':
        return tree.type === 'Identifier' && tree.name === 'undefined' ? { kind: 'scalar', range, content: range, value: null } : { kind: 'reference', range, target: this.#dotted(tree) ?? '' }
      case 'MemberExpression': {
        const target = this.#dotted(tree)
        if (target !== undefined) return { kind: 'reference', range, target }
        const object = this.#node(tree.object)
        return tree.computed && !(tree.property.type === 'Literal') ? { kind: 'call', range, callee: 'member', arguments: [object, this.#node(tree.property)] } : member(object, nameOf(tree.property), range)
      }
      case 'ObjectExpression':
        return { kind: 'mapping', range, entries: tree.properties.map(property => this.#entry(property)) }
      case 'ArrayExpression':
        return { kind: 'sequence', range, items: tree.elements.flatMap(element => (element ? [this.#node(element)] : [])) }
      case 'CallExpression': case 'NewExpression':
        return this.#call(tree)
      case 'AssignmentExpression': {
        const value = this.#node(tree.right, nameOf(tree.left))
        this.#bind(tree.left, tree.operator === '=' ? value : { kind: 'call', range, callee: tree.operator, arguments: [value] }, range)
        return value
      }
      case 'BinaryExpression': case 'LogicalExpression':
        return { kind: 'call', range, callee: tree.operator, arguments: [this.#node(tree.left), this.#node(tree.right)] }
      case 'ConditionalExpression':
        return { kind: 'call', range, callee: '?:', arguments: [this.#node(tree.test), this.#node(tree.consequent), this.#node(tree.alternate)] }
      case 'UnaryExpression':
        if (tree.operator === '-' && tree.argument.type === 'Literal' && typeof tree.argument.value === 'number') return { kind: 'scalar', range, content: range, value: -tree.argument.value }
        return { kind: 'call', range, callee: tree.operator, arguments: [this.#node(tree.argument)] }
      case 'FunctionExpression': case 'ArrowFunctionExpression':
        return this.#function(tree, name)
      case 'ClassExpression':
        this.#read(tree)
        return { kind: 'call', range, callee: 'class', arguments: [] }
      case 'SpreadElement':
        return { kind: 'call', range, callee: '...', arguments: [this.#node(tree.argument)] }
      default:
        if (WRAPPERS.has(tree.type)) return this.#node(unwrapped(tree), name)
        return { kind: 'call', range, callee: tree.type, arguments: childrenOf(tree).flatMap(child => (isExpression(child) || child.type.startsWith('JSX') ? [this.#node(child)] : [])) }
    }
  }

  #call(tree: TSESTree.CallExpression | TSESTree.NewExpression): ProgramCall {
    const { range } = tree
    const target = unwrapped(tree.callee)
    const callee = this.#calleeOf(target)
    const object = target.type === 'MemberExpression' ? this.#node(target.object) : undefined
    const given = target.type === 'MemberExpression' || this.#dotted(target) !== undefined ? [] : [this.#node(target)]
    const positional = tree.arguments.map(argument => {
      const own = unwrapped(argument)
      return own.type === 'FunctionExpression' || own.type === 'ArrowFunctionExpression' ? this.#function(own, '', [], callee) : this.#node(argument)
    })
    const call: ProgramCall = {
      kind: 'call', range, callee, calleeRange: target.range, positional, keywords: [], scope: this.#scope, statement: this.#statement,
      arguments: [...(object && object.kind !== 'reference' ? [object] : []), ...given, ...positional],
      ...(object && { receiver: object }),
    }
    this.program.calls.push(call)
    return call
  }

  #calleeOf(tree: Tree): string {
    const plain = unwrapped(tree)
    if (plain.type === 'MemberExpression') return `${this.#calleeOf(plain.object)}.${nameOf(plain.property)}`
    if (plain.type === 'CallExpression' || plain.type === 'NewExpression') return `${this.#calleeOf(plain.callee)}()`
    return this.#dotted(plain) ?? ''
  }

  #entry(property: TSESTree.ObjectLiteralElement): Entry {
    const { range } = property
    if (property.type === 'SpreadElement') return { range, key: '...', keyRange: [range[0], range[0] + 3], value: this.#node(property.argument) }
    const key = property.computed && property.key.type !== 'Literal' ? `[${this.#slice(property.key)}]` : nameOf(property.key)
    const keyRange: Range = property.key.type === 'Literal' ? [property.key.range[0] + 1, property.key.range[1] - 1] : property.key.range
    return { range, key, keyRange, value: this.#node(property.value, key) }
  }

  #literal(tree: TSESTree.Literal): Node {
    const { range, value } = tree
    if (typeof value === 'string') return this.#string(range, [range[0] + 1, range[1] - 1], this.#text.charAt(range[0]))
    if (typeof value === 'number' || typeof value === 'boolean' || value === null) return { kind: 'scalar', range, content: range, value }
    return { kind: 'call', range, callee: 'literal', arguments: [] }
  }

  #string(range: Range, content: Range, quote: string): Node {
    return { kind: 'scalar', range, content, ...decode(this.#text, content, 'backslash', quote) }
  }

  #quasi({ range }: TSESTree.TemplateElement): Node {
    const content: Range = [range[0] + 1, range[1] - (this.#text.charAt(range[1] - 1) === '`' ? 1 : 2)]
    return this.#string(content, content, '`')
  }

  /** The dotted name of members of names; undefined for everything else. */
  #dotted(tree: Tree): string | undefined {
    const plain = unwrapped(tree)
    if (plain.type === 'Identifier') return plain.name
    if (plain.type === 'ThisExpression') return 'this'
    if (plain.type === 'Super') return 'super'
    if (plain.type !== 'MemberExpression' || (plain.computed && plain.property.type !== 'Literal')) return undefined
    const object = this.#dotted(plain.object)
    return object === undefined ? undefined : `${object}.${nameOf(plain.property)}`
  }

  /** A member by a computed key of something that has a name. */
  #keyed(tree: Tree): string | undefined {
    const plain = unwrapped(tree)
    const object = plain.type === 'MemberExpression' ? this.#dotted(plain.object) : undefined
    return object === undefined || plain.type !== 'MemberExpression' ? undefined : `${object}.[${this.#slice(plain.property)}]`
  }

  #slice({ range }: Tree): string {
    return this.#text.slice(...range)
  }
}
