import { createRequire } from 'node:module'
import type { TSESTree } from '@typescript-eslint/utils'
import type { Document } from '../../core/document.ts'
import type { Range } from '../../core/text.ts'

const require = createRequire(import.meta.url)

const programs = new WeakMap<Document, { readonly program: TSESTree.Program | undefined }>()

/** The syntax tree of a document; undefined where it does not parse. */
export function programOf(document: Document): TSESTree.Program | undefined {
  const known = programs.get(document)
  if (known) return known.program
  const program = parse(document)
  programs.set(document, { program })
  return program
}

function parse({ path, text }: Document): TSESTree.Program | undefined {
  const { parse: parseText } = require('@typescript-eslint/parser') as typeof import('@typescript-eslint/parser')
  try {
    return parseText(text, { filePath: path, range: true, comment: true, sourceType: 'module', ecmaFeatures: { jsx: true }, loggerFn: false })
  } catch {
    return undefined
  }
}

/** The nodes that hold a range, outermost first; the last is the smallest. */
export function chainTo(program: TSESTree.Program, range: Range): readonly TSESTree.Node[] {
  const chain: TSESTree.Node[] = [program]
  for (let next = holder(program, range); next; next = holder(next, range)) chain.push(next)
  return chain
}

function holder(node: TSESTree.Node, range: Range): TSESTree.Node | undefined {
  return childrenOf(node).find(child => child.range[0] <= range[0] && range[1] <= child.range[1])
}

/** The nodes right below a node. */
export function childrenOf(node: TSESTree.Node): TSESTree.Node[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => (key === 'parent' || key === 'comments' || key === 'tokens' ? [] : [value].flat().filter(isNode)))
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value
}

/** Where a literal stands, as far as it decides what may be written there. */
export interface Site {
  readonly node: TSESTree.Node
  readonly parent: TSESTree.Node
  /** Runs once, when the module is evaluated. */
  readonly atTopLevel: boolean
  /** Directly within an async function. */
  readonly inAsync: boolean
}

/** The site of a literal, or of strings that are joined to one, if it is replaced as a whole; or why no expression can stand there. */
export function siteOf(program: TSESTree.Program, range: Range, whole: boolean): Site | { readonly declined: string } {
  const chain = chainTo(program, range)
  const node = chain.at(-1)
  const parent = chain.at(-2)
  if (!node || !parent || node.range[0] !== range[0] || node.range[1] !== range[1] || !(node.type === 'Literal' || node.type === 'TemplateLiteral' || (whole && node.type === 'BinaryExpression'))) {
    return { declined: 'The secret does not stand in a string of the program.' }
  }
  if (!takesExpression(node, parent)) return { declined: 'The language takes only a constant here.' }
  return { node, parent, ...timeOf(chain) }
}

function takesExpression(node: TSESTree.Node, parent: TSESTree.Node): boolean {
  switch (parent.type) {
    case 'ImportDeclaration': case 'ExportAllDeclaration': case 'ExportNamedDeclaration': case 'ImportExpression': case 'ImportAttribute':
    case 'TSLiteralType': case 'TSTemplateLiteralType': case 'TSEnumMember': case 'TSExternalModuleReference': case 'TaggedTemplateExpression': case 'JSXAttribute':
      return false
    case 'ExpressionStatement':
      return parent.directive === undefined
    case 'Property': case 'PropertyDefinition': case 'MethodDefinition': case 'TSPropertySignature':
      return parent.key !== node || parent.computed
    default:
      return true
  }
}

const LOOPS: ReadonlySet<string> = new Set(['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement'])

function timeOf(chain: readonly TSESTree.Node[]): Pick<Site, 'atTopLevel' | 'inAsync'> {
  let atTopLevel = true
  for (let at = chain.length - 2; at >= 0; at--) {
    const node = chain[at] as TSESTree.Node
    const inner = chain[at + 1]
    if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression') {
      return { atTopLevel: false, inAsync: node.async && !node.params.some(parameter => parameter === inner) }
    }
    if ((node.type === 'PropertyDefinition' && node.value === inner) || node.type === 'StaticBlock' || node.type === 'Decorator') return { atTopLevel: false, inAsync: false }
    if (LOOPS.has(node.type)) atTopLevel = false
  }
  return { atTopLevel, inAsync: false }
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
    const module = requiredBy(statement.declarations[0].init)
    return module === undefined ? [] : [{ module, statement }]
  })
}

function requiredBy(node: TSESTree.Node | null | undefined): string | undefined {
  if (node?.type === 'MemberExpression') return requiredBy(node.object)
  if (node?.type !== 'CallExpression') return undefined
  if (node.callee.type !== 'Identifier' || node.callee.name !== 'require') return requiredBy(node.callee)
  const [argument] = node.arguments
  return argument?.type === 'Literal' && typeof argument.value === 'string' ? argument.value : undefined
}

/** The names that a module is bound to in this file, by exported name; `*` is the module itself. */
export function importedNames(program: TSESTree.Program, module: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { module: own, statement } of importsOf(program)) {
    if (own !== module) continue
    if (statement.type === 'ImportDeclaration' && statement.importKind !== 'type') {
      for (const specifier of statement.specifiers) {
        if (specifier.type === 'ImportSpecifier') names.set(specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value, specifier.local.name)
        else if (specifier.type === 'ImportNamespaceSpecifier') names.set('*', specifier.local.name)
      }
    } else if (statement.type === 'VariableDeclaration') {
      const { id } = statement.declarations[0]
      if (id.type === 'Identifier') names.set('*', id.name)
      if (id.type === 'ObjectPattern') for (const property of id.properties) {
        if (property.type === 'Property' && property.key.type === 'Identifier' && property.value.type === 'Identifier') names.set(property.key.name, property.value.name)
      }
    }
  }
  return names
}

/** Whether a program requires modules or exports by `module.exports`, which no ES module can. */
export function isCommonJs(program: TSESTree.Program): boolean {
  const exported = (node: TSESTree.Node): boolean => node.type === 'MemberExpression' && (exported(node.object) || (node.object.type === 'Identifier' && /^(?:module|exports)$/.test(node.object.name)))
  return importsOf(program).length > 0 || program.body.some(statement => statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression' && exported(statement.expression.left))
}
