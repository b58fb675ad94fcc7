import type { SyntaxNode } from '@lezer/common'
import type { Import } from '../../core/program.ts'
import type { Range } from '../../core/text.ts'
import type { Call, Node, Segment } from '../../core/tree.ts'
import { decode } from '../../lexer/escapes.ts'

/** The nodes right below, comments aside. */
export function childrenOf(tree: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = tree.firstChild; child; child = child.nextSibling) if (child.name !== 'Comment') children.push(child)
  return children
}

/** Whether little of a text can be trusted: the parser goes on behind an error, so only many of them speak against it. */
export function isBroken(tree: SyntaxNode): boolean {
  return childrenOf(tree).filter(({ type }) => type.isError).length > 3
}

export function rangeOf({ from, to }: SyntaxNode): Range {
  return [from, to]
}

/** Whether it has a value. */
export function isExpression({ name }: SyntaxNode): boolean {
  return /Expression$|^(?:String|FormatString|ContinuedString|Number|Boolean|None|VariableName|Ellipsis)$/.test(name)
}

/** The last name of a member: behind a dot, or a string or number in brackets. */
export function keyOf(tree: SyntaxNode, text: string): string | undefined {
  const [, sign, key] = childrenOf(tree)
  if (!sign || !key) return undefined
  if (sign.name === '.' || key.name === 'Number') return text.slice(key.from, key.to)
  const node = key.name === 'String' ? stringOf(key, text, () => ({ kind: 'sequence', range: [0, 0], items: [] })) : undefined
  return node?.kind === 'scalar' ? String(node.value) : undefined
}

/** The dotted name of members of names; undefined for everything else. */
export function dottedOf(tree: SyntaxNode, text: string): string | undefined {
  if (tree.name === 'VariableName') return text.slice(tree.from, tree.to)
  if (tree.name !== 'MemberExpression' || !tree.firstChild) return undefined
  const object = dottedOf(tree.firstChild, text)
  const name = keyOf(tree, text)
  return object === undefined || name === undefined ? undefined : `${object}.${name}`
}

/** What is called, with `()` for a call on the way. */
export function calleeOf(tree: SyntaxNode | undefined, text: string): string {
  switch (tree?.name) {
    case 'MemberExpression': return `${calleeOf(childrenOf(tree)[0], text)}.${keyOf(tree, text) ?? ''}`
    case 'CallExpression': return `${calleeOf(childrenOf(tree)[0], text)}()`
    case 'ParenthesizedExpression': case 'AwaitExpression': return calleeOf(childrenOf(tree).find(isExpression), text)
    default: return tree ? dottedOf(tree, text) ?? '' : ''
  }
}

/** Nodes in groups, between separators of a name. */
export function split(nodes: readonly SyntaxNode[], separator: string): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]]
  for (const node of nodes) {
    if (node.name === separator) groups.push([])
    else groups.at(-1)?.push(node)
  }
  return groups.filter(group => group.length > 0)
}

/** The parameters of a function, with their defaults. */
export function parametersOf(tree: SyntaxNode, text: string): { readonly name: string; readonly value?: SyntaxNode }[] {
  const list = tree.getChild('ParamList')
  const groups = list ? split(childrenOf(list).filter(({ name }) => !/^[()]$|TypeDef/.test(name)), ',') : []
  return groups.flatMap(group => {
    const name = group.find(child => child.name === 'VariableName')
    const at = group.findIndex(child => child.name === 'AssignOp')
    const value = at > 0 ? group[at + 1] : undefined
    return name ? [{ name: text.slice(name.from, name.to), ...(value && { value }) }] : []
  })
}

/** What an import statement brings. A relative module has its dots. */
export function importsOf(tree: SyntaxNode, text: string): Import[] {
  const range = rangeOf(tree)
  const children = childrenOf(tree).filter(({ name }) => !/^[()]$/.test(name))
  const words = (nodes: readonly SyntaxNode[]): string => nodes.map(({ from, to }) => text.slice(from, to)).join('')
  const at = children.findIndex(({ name }) => name === 'import')
  const from = children[0]?.name === 'from' ? words(children.slice(1, at)) : undefined
  return split(children.slice(at + 1), ',').map(group => {
    const as = group.findIndex(({ name }) => name === 'as')
    const imported = words(as < 0 ? group : group.slice(0, as))
    const local = as < 0 ? imported : words(group.slice(as + 1))
    if (from !== undefined) return { range, local, module: from, imported }
    // `import a.b` binds `a`.
    return as < 0 ? { range, local: local.split('.')[0] ?? local, module: local.split('.')[0] ?? local, imported: '*' } : { range, local, module: imported, imported: '*' }
  })
}

/** A string, joined ones as one; with expressions in it a template. */
export function stringOf(tree: SyntaxNode, text: string, read: (part: SyntaxNode) => Node): Node {
  const range = rangeOf(tree)
  const pieces = tree.name === 'ContinuedString' ? childrenOf(tree) : [tree]
  const parts = pieces.flatMap(piece => partsOf(piece, text, read))
  if (parts.every(part => part.kind === 'scalar')) {
    const [only] = parts
    if (parts.length === 1 && only?.kind === 'scalar') return { ...only, range }
    let length = 0
    const segments: Segment[] = []
    for (const part of parts) {
      const value = String(part.value)
      segments.push(...(part.segments ?? [{ value: [0, value.length], source: part.content }]).map((own): Segment => ({ value: [own.value[0] + length, own.value[1] + length], source: own.source })))
      length += value.length
    }
    return { kind: 'scalar', range, content: [parts[0]?.content[0] ?? tree.from, parts.at(-1)?.content[1] ?? tree.to], value: parts.map(({ value }) => value).join(''), segments }
  }
  return { kind: 'call', range, callee: 'template', arguments: parts } satisfies Call
}

/** The stretches of one string, those between expressions and these. */
function partsOf(tree: SyntaxNode, text: string, read: (part: SyntaxNode) => Node): Node[] {
  const written = text.slice(tree.from, tree.to)
  const [opening = '', prefix = '', quote = ''] = /^([a-z]*)("""|'''|"|')/i.exec(written) ?? []
  const end = written.length >= opening.length + quote.length && written.endsWith(quote) ? tree.to - quote.length : tree.to
  const escapes = /r/i.test(prefix) ? 'raw' : 'backslash'
  const scalar = (content: Range): Node => ({ kind: 'scalar', range: content, content, ...decode(text, content, escapes, quote) })
  const parts: Node[] = []
  let at = tree.from + opening.length
  for (const replacement of childrenOf(tree).filter(({ name }) => name === 'FormatReplacement')) {
    if (at < replacement.from) parts.push(scalar([at, replacement.from]))
    const [, inner] = childrenOf(replacement)
    if (inner) parts.push(read(inner))
    at = replacement.to
  }
  if (at < end || parts.length === 0) parts.push(scalar([at, end]))
  return parts
}
