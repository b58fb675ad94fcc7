import type { Edit } from '../../core/fix.ts'
import type { NewCondition } from '../../core/module.ts'
import type { ProgramCall } from '../../core/program.ts'
import type { Mapping, Node } from '../../core/tree.ts'
import { same } from '../replace.ts'
import { type Copy, type Hand, restrict } from '../restrict.ts'
import { eolOf, indentAt, lineEnd, startsLine } from '../text.ts'
import { addToObject, objectText } from '../write-object.ts'
import type { Draft } from './draft.ts'
import { type CdkFile, optionsIn } from './file.ts'
import { isStatement } from './policies.ts'
import { addOption } from './write.ts'

/** Holds actions of a statement to a condition: of `PolicyStatement`, or of an object in the words of policies. */
export function restrictIn(file: CdkFile, { properties }: Draft, statement: Mapping, condition: NewCondition, actions: readonly Node[]): readonly Edit[] | undefined {
  const { text } = file.document
  const made = file.program.calls.find(own => same(own, statement) && isStatement(file, own))
  if (!made) return text[statement.range[0]] === '{' ? restrict({ text, root: properties, add: (own, wanted) => addToObject(file, own, wanted) }, statement, condition, actions) : undefined
  const add: Hand['add'] = (_, wanted) => addToStatement(file, made, wanted)
  return restrict({ text, root: properties, add, append: (_, copy) => behind(file, made, copy) }, statement, condition, actions)
}

function addToStatement(file: CdkFile, made: ProgramCall, condition: NewCondition): readonly Edit[] | undefined {
  const options = file.options(made)
  if (made.callee.endsWith('fromJson') || (options && options.kind !== 'mapping')) return undefined
  const { operator, key, value } = condition
  const own = optionsIn(options, made)
  if (own.entries.some(entry => entry.key === 'conditions')) return addToObject(file, own, condition, 'conditions')
  return addOption(file, made, 'conditions', objectText(file, { [operator]: { [key]: value } }))
}

/** Behind the statement in a list, or the line behind that which gives it to somebody. */
function behind({ document: { text }, isPython }: CdkFile, { range: [start, end], statement }: ProgramCall, copy: Copy): readonly Edit[] | undefined {
  const first = isPython ? start : start - (/\bnew\s+$/.exec(text.slice(0, start))?.[0].length ?? 0)
  const before = text.slice(0, first).trimEnd().at(-1)
  const after = /\S/.exec(text.slice(end))?.[0]
  if (/[[,]/.test(before ?? '') && /[\],]/.test(after ?? '')) {
    const gap = startsLine(text, first) ? eolOf(text) + indentAt(text, first) : ' '
    return [{ range: [end, end], text: `,${gap}${copy([first, end])}` }]
  }
  if (!/^[\w.?!]+\(\s*(?:\w+=)?$/.test(text.slice(statement[0], first))) return undefined
  const at = lineEnd(text, statement)
  return [{ range: [at, at], text: eolOf(text) + indentAt(text, statement[0]) + copy([statement[0], at]) }]
}
