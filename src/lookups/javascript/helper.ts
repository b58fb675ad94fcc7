import type { TSESTree } from '@typescript-eslint/utils'
import { childrenOf, namesIn, unwrapped } from '../../core/estree.ts'
import type { AsyncFunction } from './syntax.ts'

/** A function of a file that takes a secret's id and gives a promise of its string. */
export interface Helper {
  readonly name: string
  readonly statement: TSESTree.ProgramStatement
  /** Whether the types say that there may be no string. */
  readonly maybe: boolean
}

/** The helper that a file has. @param first Where the first secret stands: it must be set up before. */
export function helperIn(program: TSESTree.Program, text: string, first: number): Helper | undefined {
  for (const statement of program.body) {
    if (statement.range[1] > first) break
    const declared = statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement
    const found = functionIn(declared)
    const returned = found?.written.async ? stringOf(found.written, text) : undefined
    if (found && returned && !usesLater(program, text.slice(...found.written.range), first)) return { name: found.name, statement, maybe: isMaybe(found.written, returned, text) }
  }
  return undefined
}

function functionIn(declared: TSESTree.Node): { readonly name: string; readonly written: AsyncFunction } | undefined {
  if (declared.type === 'FunctionDeclaration') return declared.id ? { name: declared.id.name, written: declared } : undefined
  const only = declared.type === 'VariableDeclaration' && declared.kind === 'const' ? declared.declarations[0] : undefined
  const isFunction = only?.init?.type === 'ArrowFunctionExpression' || only?.init?.type === 'FunctionExpression'
  return only?.id.type === 'Identifier' && isFunction ? { name: only.id.name, written: only.init as AsyncFunction } : undefined
}

/** The string of a secret that a function returns, if it asks for its one parameter and returns nothing else. */
function stringOf({ params, body }: AsyncFunction, text: string): TSESTree.Node | undefined {
  const id = params.length === 1 && params[0]?.type === 'Identifier' ? params[0].name : undefined
  if (id === undefined) return undefined
  const written = text.slice(...body.range)
  const asks = new RegExp(`\\bGetSecretValueCommand\\(\\s*\\{\\s*(?:SecretId:\\s*${id.replaceAll('$', '\\$')}|${id === 'SecretId' ? 'SecretId' : '\\0'})\\s*,?\\s*\\}`)
  if (!asks.test(written)) return undefined
  const returns = body.type === 'BlockStatement' ? returnsIn(body) : [body]
  const [only] = returns
  return only && returns.length === 1 && isSecretString(only, body) ? only : undefined
}

function returnsIn(node: TSESTree.Node): TSESTree.Node[] {
  if (/Function/.test(node.type)) return []
  return node.type === 'ReturnStatement' ? [node.argument ?? node] : childrenOf(node).flatMap(returnsIn)
}

/** Whether an expression is the `SecretString` of an answer, by itself or by a name. */
function isSecretString(node: TSESTree.Node, body: TSESTree.Node): boolean {
  const plain = plainOf(node)
  if (plain.type === 'MemberExpression') return !plain.computed && plain.property.type === 'Identifier' && plain.property.name === 'SecretString'
  return plain.type === 'Identifier' && body.type === 'BlockStatement' && body.body.some(statement => statement.type === 'VariableDeclaration' && statement.declarations.some(({ id, init }) => {
    if (id.type === 'Identifier') return id.name === plain.name && init !== null && plainOf(init) !== init && isSecretString(init, init)
    return id.type === 'ObjectPattern' && id.properties.some(property => property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === 'SecretString' && namesIn(property.value).includes(plain.name))
  }))
}

/** Without what says that it is there: `x!`, `x as string`, `x ?? ''`. */
function plainOf(node: TSESTree.Node): TSESTree.Node {
  const plain = unwrapped(node)
  return plain.type === 'LogicalExpression' && plain.right.type === 'Literal' && plain.right.value === '' ? plainOf(plain.left) : plain
}

function isMaybe({ returnType, body }: AsyncFunction, returned: TSESTree.Node, text: string): boolean {
  if (returnType) return !/^:\s*Promise<string>$/.test(text.slice(...returnType.range))
  const isGuarded = returned.type === 'Identifier' && body.type === 'BlockStatement' && body.body.some(({ type }) => type === 'IfStatement')
  return !isGuarded && plainOf(returned) === returned
}

/** Whether a function reads what the program declares only after an offset. */
function usesLater({ body }: TSESTree.Program, written: string, offset: number): boolean {
  const later = body.filter(({ range, type }) => range[0] >= offset && (type === 'VariableDeclaration' || type === 'ClassDeclaration'))
  return later.some(statement => (statement.type === 'VariableDeclaration' ? statement.declarations.flatMap(({ id }) => namesIn(id)) : []).some(name => new RegExp(`\\b${name.replaceAll('$', '\\$')}\\b`).test(written)))
}
