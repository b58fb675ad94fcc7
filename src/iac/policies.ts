import type { Document } from '../core/document.ts'
import { type FunctionScope, type Program, isProgramCall, option } from '../core/program.ts'
import { type Mapping, type Node, entry, get, items, stringOf } from '../core/tree.ts'
import { literalsOf } from '../lexer/literals.ts'
import { decided, foldIntrinsics } from './intrinsics.ts'
import { foldValue } from './sdk/fold.ts'
import { lastName } from './sdk/usage.ts'

/** A policy that stands in a file. */
export interface Written {
  readonly policy: Mapping
  /** What it is called there: keys and names, outermost first. Absent: it is the file. */
  readonly name?: string
}

/** Programs that test stacks, which are never deployed. */
const TESTING = /(?:^|\/)(?:tests?|__tests__|specs?)\/|[._-](?:test|spec)s?\.\w+$|(?:^|\/)test_[^/]*$/i

/** What asks for a session, whose policy only limits. */
const SESSION = /^(?:assume_?role|get_?federation_?token)/i

/** Amplify's lists of statements for a function, which allow where they do not say. */
export const AMPLIFY = /(?:^|\/)custom-policies\.json$/

const known = new WeakMap<Document, readonly Written[]>()

/** The policies that stand in a file, by place. Read once. */
export function policiesIn(document: Document): readonly Written[] {
  let policies = known.get(document)
  if (!policies) known.set(document, (policies = read(document)))
  return policies
}

function read(document: Document): readonly Written[] {
  const isProgram = document.format.readProgram !== undefined
  // To read a program costs a parser.
  if (isProgram && (TESTING.test(document.path) || !/secretsmanager:/i.test(document.text))) return []
  const found = [...(isProgram ? inProgram(document) : document.parsed.documents.flatMap(root => inTree(foldIntrinsics(AMPLIFY.test(document.path) ? allowing(root) : root), []))), ...inTexts(document)]
  const places = new Map(found.toReversed().map(written => [written.policy.range[0], written]))
  const limits = document.program ? sessionsIn(document.program) : []
  return [...places.values()]
    .filter(({ policy: { range } }) => !limits.some(([start, end]) => start <= range[0] && range[1] <= end))
    .toSorted((one, other) => one.policy.range[0] - other.policy.range[0])
}

function allowing(node: Node): Node {
  if (node.kind === 'sequence') return { ...node, items: node.items.map(allowing) }
  if (node.kind !== 'mapping' || isStatement(node) || !entry(node, 'Action')) return node
  const { range } = node
  return { ...node, entries: [...node.entries, { range, key: 'Effect', keyRange: range, value: decided('Allow', range) }] }
}

/** The policies in a tree, and lists of statements that other files make part of one. */
function inTree(node: Node, path: readonly string[]): readonly Written[] {
  const own = policyAt(node)
  if (own) return [{ policy: own, ...(path.length > 0 && { name: path.join('.') }) }]
  if (node.kind === 'mapping') return node.entries.flatMap(({ key, value }) => inTree(value, [...path, key]))
  if (node.kind === 'sequence') return node.items.flatMap(item => inTree(item, path))
  return node.kind === 'call' ? node.arguments.flatMap(argument => inTree(argument, path)) : []
}

function policyAt(node: Node): Mapping | undefined {
  const { range } = node
  if (node.kind === 'mapping') {
    const statements = items(get(node, 'Statement'))
    return statements.length > 0 && statements.every(isStatement) ? node : undefined
  }
  const listed = node.kind === 'sequence' && node.items.length > 0 && node.items.every(item => isStatement(item) && (entry(item, 'Action') ?? entry(item, 'NotAction')) !== undefined)
  return listed ? { kind: 'mapping', range, entries: [{ range, key: 'Statement', keyRange: range, value: node }] } : undefined
}

function isStatement(node: Node): boolean {
  return entry(node, 'Effect') !== undefined
}

/** The policies that texts hold as JSON: here-documents, arguments of commands, strings of programs and of settings. */
function inTexts(document: Document): readonly Written[] {
  return literalsOf(document).filter(({ value }) => value.includes('"Statement"') && value.includes('"Effect"') && /^\s*[[{]/.test(value)).flatMap(literal => {
    const { documents: [root], errors } = document.embedded(literal, 'json')
    const name = [...(literal.binding?.path ?? []), literal.binding?.name ?? ''].filter(Boolean)
    return root && errors.length === 0 ? inTree(root, name) : []
  })
}

/** The policies that objects of a program are. */
function inProgram({ program }: Document): readonly Written[] {
  if (!program) return []
  return [
    ...program.bindings.flatMap(({ name, value, scope }) => inValue(program, value, scope, [name])),
    ...program.calls.flatMap(({ callee, arguments: given, scope }) => given.flatMap(value => inValue(program, value, scope, [callee]))),
    ...program.functions.flatMap(scope => scope.returns.flatMap(value => inValue(program, value, scope, [scope.name]))),
  ]
}

function inValue(program: Program, value: Node, scope: FunctionScope, path: readonly string[]): readonly Written[] {
  return value.kind === 'mapping' || value.kind === 'sequence' ? inTree(foldValue(program, value, scope), path) : []
}

/** The policies that sessions are asked for with. */
function sessionsIn(program: Program): readonly Node['range'][] {
  return program.calls.filter(({ callee }) => SESSION.test(lastName(callee))).flatMap(own => {
    const policy = option(own, 'Policy')
    return policy ? [foldValue(program, policy, own.scope).range, ...textRange(program, policy, own.scope)] : []
  })
}

function textRange(program: Program, policy: Node, scope: FunctionScope): readonly Node['range'][] {
  const [first] = isProgramCall(policy) ? policy.positional : []
  const text = first ?? policy
  return stringOf(text) === undefined ? [foldValue(program, text, scope).range] : [text.range]
}
