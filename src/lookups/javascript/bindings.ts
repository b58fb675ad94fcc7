import type { TSESTree } from '@typescript-eslint/utils'
import { childrenOf, namesIn } from '../../core/estree.ts'

/** Whether a program binds a name anywhere: by a declaration, a parameter, an import, of a type too, or an assignment. */
export function bindsName(program: TSESTree.Program, name: string): boolean {
  const open: TSESTree.Node[] = [program]
  for (let node = open.pop(); node; node = open.pop()) {
    if (targetsOf(node).some(target => target && namesIn(target).includes(name))) return true
    open.push(...childrenOf(node))
  }
  return false
}

function targetsOf(node: TSESTree.Node): readonly (TSESTree.Node | null | undefined)[] {
  switch (node.type) {
    case 'VariableDeclarator': case 'ClassDeclaration': case 'ClassExpression': case 'TSEnumDeclaration': case 'TSModuleDeclaration': case 'TSImportEqualsDeclaration':
    case 'TSInterfaceDeclaration': case 'TSTypeAliasDeclaration': case 'TSDeclareFunction':
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

/** Whether a program declares a name twice at its top level, which a parser may let pass. */
export function declaresTwice({ body }: TSESTree.Program): boolean {
  const names = body.flatMap(statement => {
    const declared = statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement
    switch (declared.type) {
      case 'VariableDeclaration': return declared.kind === 'var' ? [] : declared.declarations.flatMap(({ id }) => namesIn(id))
      case 'ImportDeclaration': return declared.specifiers.map(({ local }) => local.name)
      case 'FunctionDeclaration': case 'ClassDeclaration': return declared.id ? [declared.id.name] : []
      default: return []
    }
  })
  return new Set(names).size < names.length
}
