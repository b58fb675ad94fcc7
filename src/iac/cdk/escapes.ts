import { type ProgramCall, bindingOf, isProgramCall } from '../../core/program.ts'
import { type Node, walk } from '../../core/tree.ts'
import type { Draft } from './draft.ts'
import { type CdkFile, secretIdOf } from './file.ts'
import { mapping, named, reference, sequence } from './nodes.ts'
import { methodOf } from './origin.ts'

/** Functions that only look at what they are given. */
const HARMLESS = /^(?:console\.\w+|print|len|str|String|JSON\.stringify|json\.dumps|require|isinstance|(?:\w+\.)?NagSuppressions\.\w+)$/

/**
 * Where constructs leave what the file shows: handed to constructs and functions of others, returned, kept where others reach them. What becomes of them there
 * is not seen, as in a nested stack, and so they are told.
 */
export function escapesOf(file: CdkFile, constructs: readonly Draft[]): readonly Draft[] {
  const known = new Set(constructs.map(({ id }) => id))
  const [whole] = file.program.functions
  const [first] = file.program.calls
  if (!first || !whole) return []
  const leaving = [...file.program.calls.filter(own => isForeign(file, own)).flatMap(own => handed(file, own)), ...kept(file), ...returned(file)]
  const ids = new Set(leaving.flatMap(node => [...walk(node)]).flatMap(node => (node.kind === 'reference' ? constructIn(node.target, known) : [])))
  if (ids.size === 0) return []
  const names = [...ids].flatMap(id => (known.has(secretIdOf(id)) ? [id, secretIdOf(id)] : [id]))
  const properties = mapping(first.range, [named('Parameters', sequence(first.range, names.map(id => reference(id, first.range))))])
  return [{ type: 'AWS::CloudFormation::Stack', id: 'elsewhere', made: first, complete: false, properties }]
}

/** The construct that a name stands for: by itself, or by its ARN or name. */
function constructIn(target: string, known: ReadonlySet<string>): readonly string[] {
  const [head = '', member, more] = target.split('.')
  if (!known.has(head)) return []
  return member === undefined || (more === undefined && /^(?:secret(?:Arn|Name|FullArn)|ref)$/.test(member)) ? [head] : []
}

/** Whether something is called that is neither of the CDK nor a method of a construct. */
function isForeign(file: CdkFile, { callee, receiver, scope }: ProgramCall): boolean {
  if (file.origin(callee) || HARMLESS.test(callee) || callee === '') return false
  if (!receiver) return true
  if (receiver.kind !== 'reference') return false
  if (/^(?:this|self|super)$/.test(receiver.target)) return true
  const imported = file.program.imports.some(({ local }) => local === receiver.target.split('.')[0])
  if (imported) return true
  // A method of a construct of the CDK is known; one of what others made is not.
  const bound = bindingOf(file.program, receiver, scope)?.value
  return isProgramCall(bound) && isForeign(file, bound) && !/^grant/.test(methodOf(callee))
}

function handed(file: CdkFile, own: ProgramCall): readonly Node[] {
  return [...own.positional, ...own.keywords.map(({ value }) => value)].map(node => file.fold(node, own.scope))
}

/** Constructs in members that others may read. */
function kept(file: CdkFile): readonly Node[] {
  return file.program.bindings.filter(({ name }) => isPublic(file, name)).map(({ value, scope }) => file.fold(value, scope))
}

function isPublic(file: CdkFile, name: string): boolean {
  const member = /^(?:this|self|module\.exports|exports)\.(\w+)$/.exec(name)?.[1]
  if (member === undefined) return false
  if (file.isPython) return !member.startsWith('_')
  return !new RegExp(`(?:\\b(?:private|protected)\\s+(?:readonly\\s+)?|#)${member}\\b`).test(file.document.text)
}

function returned(file: CdkFile): readonly Node[] {
  return file.program.functions.flatMap(scope => scope.returns.map(node => file.fold(node, scope)))
}
