import type { Document } from '../core/document.ts'
import type { Edit } from '../core/fix.ts'
import type { Dialect, PropertyValue, Resource } from '../core/module.ts'
import type { Program } from '../core/program.ts'
import type { Mapping, Node } from '../core/tree.ts'
import { foldValue } from './sdk/fold.ts'
import { removeValue } from './remove.ts'
import { replaceValue } from './replace.ts'
import { removeStatement } from './sdk/remove.ts'
import { resourceOf } from './sdk/request.ts'
import { CREDENTIAL_WORDS, type Operation, USAGE_WORDS, usageOf } from './sdk/usage.ts'
import { eolOf, indentAt, startsLine } from './text.ts'

/** Programs that call Secrets Manager by an SDK of AWS: each call is the resource that it makes or changes. */
const sdk: Dialect = {
  id: 'sdk',
  scope: 'file',
  beside: true,
  words: [...USAGE_WORDS, ...CREDENTIAL_WORDS],
  reads: path => /\.(?:[cm]?[jt]sx?|pyw?)$/i.test(path),
  matches: document => /secrets?[-_]?manager|secret_?value/i.test(document.text) && document.program !== undefined && usageOf(document.program).operations.length > 0,
  module(documents) {
    return { dialect: 'sdk', scope: 'file', complete: false, resources: documents.flatMap(resourcesIn), parameters: [], outputs: [] }
  },
}

export default sdk

function resourcesIn(document: Document): readonly Resource[] {
  const { program } = document
  return program ? usageOf(program).operations.map(operation => resourceOfCall(document, program, operation)) : []
}

function resourceOfCall(document: Document, program: Program, operation: Operation): Resource {
  const { name, maker, request, complete } = operation
  const entries = request.entries.map(each => ({ ...each, value: foldValue(program, each.value, maker.scope) }))
  const parameters = { ...request, entries }
  const spelled = (node: Node, value: string): string => (isPython(document) && node.kind === 'scalar' && typeof node.value === 'boolean' ? value.charAt(0).toUpperCase() + value.slice(1) : value)
  return resourceOf({
    name, document, range: maker.range, nameRange: maker.calleeRange, parameters, complete,
    set: (key, value) => set(document, operation, key, value),
    removeWhole: () => removeStatement(document, operation.call),
    removeValue: node => (isOneList(document, parameters) ? removeValue(document.text, parameters, node) : undefined),
    replace: (node, values) => replaceValue(document.text, parameters, node, values.map(value => spelled(node, value)), () => undefined),
  })
}

/** Whether the parameters stand one behind the other, and none comes from elsewhere. */
function isOneList({ text }: Document, { entries }: Mapping): boolean {
  return entries.slice(1).every(({ range }, index) => /^\s*,\s*$/.test(text.slice(entries[index]?.range[1], range[0])))
}

function isPython({ format }: Document): boolean {
  return format.id === 'python'
}

/** Adds a parameter behind the last one. */
function set(document: Document, { maker, request }: Operation, key: string, value: PropertyValue): readonly Edit[] | undefined {
  const last = request.entries.at(-1)
  if (!last || typeof value === 'object' || !(maker.range[0] <= last.range[0] && last.range[1] <= maker.range[1])) return undefined
  const { text } = document
  const python = isPython(document)
  const spelled = python && typeof value === 'boolean' ? (value ? 'True' : 'False') : JSON.stringify(value)
  const keyword = maker.keywords.some(({ range }) => range === last.range)
  const written = keyword ? `${key}=${spelled}` : python ? `${JSON.stringify(key)}: ${spelled}` : `${key}: ${spelled}`
  const gap = startsLine(text, last.range[0]) ? eolOf(text) + indentAt(text, last.range[0]) : ' '
  return [{ range: [last.range[1], last.range[1]], text: `,${gap}${written}` }]
}
