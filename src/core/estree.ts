import { createRequire } from 'node:module'
import type { TSESTree } from '@typescript-eslint/utils'
import type { Document } from './document.ts'
import type { Import } from './program.ts'

const require = createRequire(import.meta.url)

export type Tree = TSESTree.Node

/** What wraps an expression without changing its value. */
export const WRAPPERS: ReadonlySet<string> = new Set(['AwaitExpression', 'TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'TSTypeAssertion', 'ChainExpression'])

const programs = new WeakMap<Document, { readonly program: TSESTree.Program | undefined }>()

/** The syntax tree of a program in JavaScript or TypeScript, parsed once for a document; undefined where it does not parse. */
export function treeOf(document: Document): TSESTree.Program | undefined {
  const known = programs.get(document)
  if (known) return known.program
  const program = parse(document)
  programs.set(document, { program })
  return program
}

/** What the path says of JSX first: `<T>x` is a cast only where there is none. */
function parse({ path, text }: Document): TSESTree.Program | undefined {
  const { parse: parseText } = require('@typescript-eslint/parser') as typeof import('@typescript-eslint/parser')
  for (const options of [{ filePath: path, ecmaFeatures: { jsx: true } }, { ecmaFeatures: { jsx: false } }]) {
    try {
      return parseText(text, { ...options, range: true, comment: true, sourceType: 'module', loggerFn: false })
    } catch {
      continue
    }
  }
  return undefined
}

/** An expression without what wraps it. */
export function unwrapped(tree: Tree): Tree {
  return WRAPPERS.has(tree.type) ? unwrapped(tree.type === 'AwaitExpression' ? tree.argument : (tree as TSESTree.TSAsExpression).expression) : tree
}

/** The last name of an identifier, a member, a key or a pattern with a default; empty for what has none. */
export function nameOf(tree: Tree): string {
  switch (tree.type) {
    case 'Identifier': case 'PrivateIdentifier': return tree.name
    case 'Literal': return String(tree.value)
    case 'MemberExpression': return nameOf(tree.property)
    case 'AssignmentPattern': return nameOf(tree.left)
    default: return ''
  }
}

/** The names that a parameter declares. */
export function namesIn(tree: Tree): string[] {
  switch (tree.type) {
    case 'Identifier': return [tree.name]
    case 'AssignmentPattern': return namesIn(tree.left)
    case 'RestElement': return namesIn(tree.argument)
    case 'TSParameterProperty': return namesIn(tree.parameter)
    case 'ObjectPattern': return tree.properties.flatMap(property => namesIn(property.type === 'Property' ? property.value : property.argument))
    case 'ArrayPattern': return tree.elements.flatMap(element => (element ? namesIn(element) : []))
    default: return []
  }
}

/** Whether it has a value. */
export function isExpression({ type }: Tree): boolean {
  return /Expression$|^(?:Identifier|Literal|TemplateLiteral|SpreadElement)$/.test(type) || WRAPPERS.has(type)
}

const NO_CODE = /^(?:type|parent$|returnType$|comments$|tokens$)/

/** The nodes right below, types aside. */
export function childrenOf(tree: Tree): Tree[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => (NO_CODE.test(key) ? [] : [value].flat().filter(isTree)))
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value
}

/** What an `import` brings. */
export function importsOf(tree: TSESTree.ImportDeclaration | TSESTree.TSImportEqualsDeclaration): Import[] {
  const { range } = tree
  if (tree.type === 'TSImportEqualsDeclaration') {
    const { id, moduleReference } = tree
    return moduleReference.type === 'TSExternalModuleReference' ? [{ range, local: id.name, module: moduleReference.expression.value, imported: '*' }] : []
  }
  return tree.specifiers.map(specifier => {
    const imported = specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*'
    return { range, local: specifier.local.name, module: tree.source.value, imported }
  })
}

/** What `const { A } = require('m')`, `const m = require('m')` and `const A = require('m').A` bring; undefined for other declarators. */
export function requiredBy(id: Tree, init: TSESTree.Expression): Import[] | undefined {
  const call = unwrapped(init.type === 'MemberExpression' ? init.object : init)
  if (call.type !== 'CallExpression' || call.callee.type !== 'Identifier' || call.callee.name !== 'require') return undefined
  const [argument] = call.arguments
  const module = argument?.type === 'Literal' ? argument.value : undefined
  if (typeof module !== 'string') return undefined
  const range = call.range
  if (id.type === 'Identifier') return [{ range, local: id.name, module, imported: init.type === 'MemberExpression' ? nameOf(init.property) : '*' }]
  if (id.type !== 'ObjectPattern') return []
  return id.properties.flatMap(property => (property.type === 'Property' ? [{ range, local: nameOf(property.value), module, imported: nameOf(property.key) }] : []))
}
