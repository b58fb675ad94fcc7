import type { TSESTree } from '@typescript-eslint/utils'
import { childrenOf, nameOf, requiredBy } from '../../core/estree.ts'
import { type Range, contains } from '../../core/text.ts'

/** The nodes that hold a range, outermost first; the last is the smallest. */
export function chainTo(program: TSESTree.Program, range: Range): readonly TSESTree.Node[] {
  const chain: TSESTree.Node[] = [program]
  for (let next = holder(program, range); next; next = holder(next, range)) chain.push(next)
  return chain
}

function holder(node: TSESTree.Node, range: Range): TSESTree.Node | undefined {
  return childrenOf(node).find(child => contains(child.range, range) || decoratorsOf(child).some(decorator => contains(decorator.range, range)))
}

/** Those of a class, which may stand before the `export` that its statement begins with. */
function decoratorsOf(node: TSESTree.Node): readonly TSESTree.Decorator[] {
  if ('declaration' in node && node.declaration) return decoratorsOf(node.declaration)
  return node.type === 'ClassDeclaration' ? node.decorators : []
}

/** Where a string stands, as far as it decides what may be written there. */
export interface Site {
  /** The string, or strings that are joined to one and give way together. */
  readonly node: TSESTree.Node
  readonly parent: TSESTree.Node
  /** From the program to the parent. */
  readonly chain: readonly TSESTree.Node[]
  /** What of the string gives way; absent: all of it. */
  readonly part?: Range
  /** Runs once, when the module is evaluated. */
  readonly atTopLevel: boolean
  /** The async function that it stands directly in. */
  readonly async?: AsyncFunction
}

export type AsyncFunction = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression

/** The site of a stretch of the text; or why no expression can stand there. */
export function siteOf(program: TSESTree.Program, range: Range): Site | { readonly declined: string } {
  const found = chainTo(program, range)
  const chain = found.at(-1)?.type === 'TemplateElement' ? found.slice(0, -1) : found
  const node = chain.at(-1)
  const parent = chain.at(-2)
  if (!node || !parent || !isString(node, range, found.at(-1) !== node)) return { declined: 'The secret does not stand in a string of the program.' }
  if (!takesExpression(node, parent)) return { declined: 'The language takes only a constant here.' }
  const isWhole = node.type === 'BinaryExpression' || (node.range[0] + 1 >= range[0] && node.range[1] - 1 <= range[1])
  return { node, parent, chain: chain.slice(0, -1), ...(!isWhole && { part: range }), ...timeOf(chain) }
}

/** Whether a node is the string of a range: one, the text of a template, or strings that are joined and nothing else. */
function isString(node: TSESTree.Node, range: Range, isInTemplate: boolean): boolean {
  if (node.type === 'TemplateLiteral') return isInTemplate
  if (node.type === 'Literal') return typeof node.value === 'string'
  return isJoined(node) && node.range[0] + 1 >= range[0] && node.range[1] - 1 <= range[1]
}

function isJoined(node: TSESTree.Node): boolean {
  if (node.type === 'BinaryExpression') return node.operator === '+' && isJoined(node.left) && isJoined(node.right)
  return (node.type === 'Literal' && typeof node.value === 'string') || (node.type === 'TemplateLiteral' && node.expressions.length === 0)
}

function takesExpression(node: TSESTree.Node, parent: TSESTree.Node): boolean {
  switch (parent.type) {
    case 'ImportDeclaration': case 'ExportAllDeclaration': case 'ExportNamedDeclaration': case 'ImportExpression': case 'ImportAttribute':
    case 'TSLiteralType': case 'TSTemplateLiteralType': case 'TSEnumMember': case 'TSExternalModuleReference': case 'TaggedTemplateExpression': case 'JSXAttribute':
      return false
    case 'ExpressionStatement':
      return parent.directive === undefined
    case 'Property': case 'PropertyDefinition': case 'AccessorProperty': case 'MethodDefinition':
      return parent.key !== node || parent.computed
    default:
      return true
  }
}

const LOOPS: ReadonlySet<string> = new Set(['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement'])
/** Where neither `await` nor what runs but once may stand. */
const CLOSED: ReadonlySet<string> = new Set(['StaticBlock', 'Decorator', 'TSModuleDeclaration'])

function timeOf(chain: readonly TSESTree.Node[]): Pick<Site, 'atTopLevel' | 'async'> {
  let atTopLevel = true
  for (let at = chain.length - 2; at >= 0; at--) {
    const node = chain[at] as TSESTree.Node
    const inner = chain[at + 1]
    if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression') {
      return { atTopLevel: false, ...(node.async && node.body === inner && { async: node }) }
    }
    if (((node.type === 'PropertyDefinition' || node.type === 'AccessorProperty') && node.value === inner) || CLOSED.has(node.type)) return { atTopLevel: false }
    if (LOOPS.has(node.type)) atTopLevel = false
  }
  return { atTopLevel }
}

/** A statement that imports or requires a module. */
export interface ImportStatement {
  readonly module: string
  readonly statement: TSESTree.ProgramStatement
}

/** The modules that a program imports or requires at its top level. */
export function importsOf(program: TSESTree.Program): readonly ImportStatement[] {
  return program.body.flatMap((statement): ImportStatement[] => {
    if (statement.type === 'ImportDeclaration') return [{ module: statement.source.value, statement }]
    if (statement.type === 'TSImportEqualsDeclaration') return [{ module: '', statement }]
    if (statement.type !== 'VariableDeclaration') return []
    const module = moduleOf(statement.declarations[0].init)
    return module === undefined ? [] : [{ module, statement }]
  })
}

/** The module that an expression begins with: `require('m')`, `require('m').a`, `require('m')(b)`. */
function moduleOf(node: TSESTree.Node | null | undefined): string | undefined {
  if (node?.type === 'MemberExpression') return moduleOf(node.object)
  if (node?.type !== 'CallExpression') return undefined
  if (node.callee.type !== 'Identifier' || node.callee.name !== 'require') return moduleOf(node.callee)
  const [argument] = node.arguments
  return argument?.type === 'Literal' && typeof argument.value === 'string' ? argument.value : undefined
}

/** The names that a module is bound to in this file, by exported name; `*` is the module itself. Types aside. */
export function importedNames(program: TSESTree.Program, module: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { module: own, statement } of importsOf(program)) {
    if (own !== module) continue
    if (statement.type === 'ImportDeclaration' && statement.importKind !== 'type') {
      for (const specifier of statement.specifiers) {
        if (specifier.type === 'ImportSpecifier' && specifier.importKind !== 'type') names.set(nameOf(specifier.imported), specifier.local.name)
        else if (specifier.type === 'ImportNamespaceSpecifier') names.set('*', specifier.local.name)
      }
    } else if (statement.type === 'VariableDeclaration') {
      const { id, init } = statement.declarations[0]
      for (const { imported, local } of (init && requiredBy(id, init)) ?? []) if (local !== '') names.set(imported, local)
    }
  }
  return names
}

/** Whether a program requires modules or exports by `module.exports`, which no ES module can. */
export function isCommonJs(program: TSESTree.Program): boolean {
  const exported = (node: TSESTree.Node): boolean => node.type === 'MemberExpression' && (exported(node.object) || (node.object.type === 'Identifier' && /^(?:module|exports)$/.test(node.object.name)))
  return importsOf(program).length > 0 || program.body.some(statement => statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression' && exported(statement.expression.left))
}
