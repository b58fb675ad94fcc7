import type { TSESTree } from '@typescript-eslint/utils'
import { childrenOf, nameOf } from '../../core/estree.ts'
import { type AsyncFunction, type Site, chainTo } from './syntax.ts'

/** Methods that call what they are given before they return. */
const AT_ONCE = /^(?:forEach|map|flatMap|filter|some|every|find|findIndex|reduce|sort)$/
const LISTENS = /^(?:on|once|addListener|prependListener)$/

/**
 * Whether a new `await` at a site would let code run first that ran after it: until its first `await` an async function runs at once, and who calls it without waiting may go by
 * what it did.
 */
export function wouldReorder(program: TSESTree.Program, { async, chain, node }: Site): boolean {
  if (!async || hasWaited(async, node)) return false
  return callsOf(program, async, chain).some(call => isForgotten(call) && isFollowed(program, call, 3))
}

/** Whether the function has waited before it comes to the node. */
function hasWaited({ body }: AsyncFunction, node: TSESTree.Node): boolean {
  return body.type === 'BlockStatement' && body.body.some(statement => statement.range[1] <= node.range[0] && waits(statement))
}

/** Whether a statement surely waits: what hangs on a condition may not. */
function waits(node: TSESTree.Node): boolean {
  if (node.type === 'AwaitExpression') return true
  return /^(?:Expression|Variable|Return)/.test(node.type) || /^(?:VariableDeclarator|CallExpression|MemberExpression|AssignmentExpression|TSAsExpression|TSNonNullExpression)$/.test(node.type) ? childrenOf(node).some(waits) : false
}

/** The chains to the calls of a function within its program: where it is made, or by its name. */
function callsOf(program: TSESTree.Program, target: AsyncFunction, chain: readonly TSESTree.Node[]): readonly (readonly TSESTree.Node[])[] {
  const outer = chain.slice(0, chain.indexOf(target))
  const around = outer.at(-1)
  if (around?.type === 'CallExpression') {
    const name = around.callee.type === 'MemberExpression' ? nameOf(around.callee) : ''
    if (LISTENS.test(name)) return callsBy(program, 'emit').map(call => chainTo(program, call.range))
    const isAtOnce = around.callee === target || AT_ONCE.test(name) || (around.callee.type === 'Identifier' && declares(program, around.callee.name))
    return isAtOnce ? [outer] : []
  }
  if (around?.type === 'NewExpression') return [outer]
  const name = target.id?.name ?? (around?.type === 'VariableDeclarator' || around?.type === 'PropertyDefinition' || around?.type === 'MethodDefinition' || around?.type === 'Property' ? nameOf('id' in around ? around.id : around.key) : around?.type === 'AssignmentExpression' ? nameOf(around.left) : '')
  return name === '' ? [] : callsBy(program, name).map(call => chainTo(program, call.range))
}

/** Whether a function is the program's own, and may call what it is given before it returns. */
function declares({ body }: TSESTree.Program, name: string): boolean {
  return body.some(statement => {
    const declared = statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement
    if (declared.type === 'FunctionDeclaration') return declared.id?.name === name
    return declared.type === 'VariableDeclaration' && declared.declarations.some(({ id, init }) => nameOf(id) === name && (init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression'))
  })
}

function callsBy(program: TSESTree.Program, name: string): readonly TSESTree.Node[] {
  const calls: TSESTree.Node[] = []
  const open: TSESTree.Node[] = [program]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'CallExpression' && nameOf(node.callee) === name) calls.push(node)
    open.push(...childrenOf(node))
  }
  return calls
}

/** Whether nobody waits for a call: it is a statement by itself, but for `.then` and `.catch` and `void`. */
function isForgotten(chain: readonly TSESTree.Node[]): boolean {
  for (let at = chain.length - 2; at >= 0; at--) {
    const node = chain[at] as TSESTree.Node
    if (node.type === 'ExpressionStatement') return true
    const passes = (node.type === 'CallExpression' && node.callee === chain[at + 1]) || node.type === 'MemberExpression' || node.type === 'ChainExpression' || (node.type === 'UnaryExpression' && node.operator === 'void')
    if (!passes) return false
  }
  return false
}

/** Whether anything runs after a call before the program waits: in its block, in the function that is called with it, or after a call of the function it stands in. */
function isFollowed(program: TSESTree.Program, chain: readonly TSESTree.Node[], depth: number): boolean {
  const call = chain.at(-1)
  if (call?.type === 'CallExpression' && call.callee.type === 'Identifier' && call.arguments.some(({ type }) => /Function/.test(type))) return true
  for (let at = chain.length - 1; at >= 0; at--) {
    const node = chain[at] as TSESTree.Node
    const inner = chain[at + 1]
    if ((node.type === 'BlockStatement' || node.type === 'Program') && inner && node.body.some(statement => statement.range[0] >= inner.range[1] && runs(statement))) return true
    if (inner && (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression')) {
      return depth > 0 && callsOf(program, node, chain.slice(0, at + 1)).some(outer => isFollowed(program, outer, depth - 1))
    }
  }
  return false
}

/** Whether a statement does more than declare. */
function runs(statement: TSESTree.Statement): boolean {
  if (/^(?:Function|Class|TS|Import|ExportAll|Empty)/.test(statement.type)) return false
  if (statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration') return Boolean(statement.declaration) && runs(statement.declaration as TSESTree.Statement)
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') return statement.type !== 'ReturnStatement' || statement.argument !== null
  const { left, right } = statement.expression
  return !/^(?:module|exports)$/.test(left.type === 'MemberExpression' ? nameOf(left.object) : '') || !/^(?:Identifier|ObjectExpression|.*Function.*)$/.test(right.type)
}

