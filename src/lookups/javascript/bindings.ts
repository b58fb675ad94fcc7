import type { TSESTree } from '@typescript-eslint/utils'
import { childrenOf } from './syntax.ts'

/** Whether a program binds a name anywhere: by a declaration, a parameter, an import or an assignment. */
export function bindsName(program: TSESTree.Program, name: string): boolean {
  const open: TSESTree.Node[] = [program]
  for (let node = open.pop(); node; node = open.pop()) {
    if (targetsOf(node).some(target => holdsName(target, name))) return true
    open.push(...childrenOf(node))
  }
  return false
}

function targetsOf(node: TSESTree.Node): readonly (TSESTree.Node | null | undefined)[] {
  switch (node.type) {
    case 'VariableDeclarator': case 'ClassDeclaration': case 'ClassExpression': case 'TSEnumDeclaration': case 'TSModuleDeclaration': case 'TSImportEqualsDeclaration':
      return [node.id]
    case 'FunctionDeclaration': case 'FunctionExpression':
      return [node.id, ...node.params]
    case 'ArrowFunctionExpression':
      return node.params
    case 'ImportSpecifier': case 'ImportDefaultSpecifier': case 'ImportNamespaceSpecifier':
      return [node.local]
    case 'CatchClause':
      return [node.param]
    case 'AssignmentExpression': case 'ForInStatement': case 'ForOfStatement':
      return [node.left]
    default:
      return []
  }
}

function holdsName(target: TSESTree.Node | null | undefined, name: string): boolean {
  switch (target?.type) {
    case 'Identifier': return target.name === name
    case 'ArrayPattern': return target.elements.some(element => holdsName(element, name))
    case 'ObjectPattern': return target.properties.some(property => holdsName(property.type === 'Property' ? property.value : property, name))
    case 'AssignmentPattern': return holdsName(target.left, name)
    case 'RestElement': return holdsName(target.argument, name)
    case 'TSParameterProperty': return holdsName(target.parameter, name)
    default: return false
  }
}
