import type { Document } from '../core/document.ts'
import type { Edit } from '../core/fix.ts'
import type { Dialect, PropertyValue, Resource } from '../core/module.ts'
import { type FunctionScope, type Program, bindingOf, isProgramCall } from '../core/program.ts'
import type { Node } from '../core/tree.ts'
import { foldConcatenation } from './sdk/concatenation.ts'
import { replaceValue } from './replace.ts'
import { resourceOf } from './sdk/request.ts'
import { type Operation, USAGE_WORDS, usageOf } from './sdk/usage.ts'
import { eolOf, indentAt, startsLine } from './text.ts'

/** Programs that call Secrets Manager by an SDK of AWS: each call is the resource that it makes or changes. */
const sdk: Dialect = {
  id: 'sdk',
  scope: 'file',
  beside: true,
  words: USAGE_WORDS,
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
  const entries = request.entries.map(each => ({ ...each, value: fold(program, each.value, maker.scope) }))
  const parameters = { ...request, entries }
  const spelled = (node: Node, value: string): string => (isPython(document) && node.kind === 'scalar' && typeof node.value === 'boolean' ? value.charAt(0).toUpperCase() + value.slice(1) : value)
  return resourceOf({
    name, document, range: maker.range, nameRange: maker.calleeRange, parameters, complete,
    set: (key, value) => set(document, operation, key, value),
    replace: (node, values) => replaceValue(document.text, parameters, node, values.map(value => spelled(node, value)), () => undefined),
  })
}

function isPython({ format }: Document): boolean {
  return format.id === 'python'
}

/** How far names are followed. */
const DEPTH = 12

/** A value with what its names stand for, and as CloudFormation has it: a choice is an `If`, a text that is joined is a template, JSON that is made of an object is the object. */
function fold(program: Program, node: Node, scope: FunctionScope, depth = 0): Node {
  if (depth > DEPTH) return node
  const next = (inner: Node, own = scope): Node => fold(program, inner, own, depth + 1)
  switch (node.kind) {
    case 'scalar':
      return node
    case 'reference': {
      const found = bindingOf(program, node, scope)
      const value = found && next(found.value, found.scope)
      return value && value.kind !== 'call' ? value : node
    }
    case 'mapping':
      return { ...node, entries: node.entries.map(entry => ({ ...entry, value: next(entry.value) })) }
    case 'sequence':
      return { ...node, items: node.items.map(item => next(item)) }
    case 'call': {
      const [first] = isProgramCall(node) ? node.positional : node.arguments
      if (/^(?:JSON\.stringify|json\.dumps)$/.test(node.callee) && first) return next(first)
      if (/^(?:Buffer\.from|bytes)$/.test(node.callee) && first) return next(first)
      if (isProgramCall(node) && /\.encode$/.test(node.callee) && node.receiver) return next(node.receiver)
      if (node.callee === '?:') return { kind: 'call', range: node.range, callee: 'If', arguments: node.arguments.map((part, index) => (index === 0 ? part : next(part))) }
      if (node.callee === 'template' || node.callee === '+') return foldConcatenation({ ...node, arguments: node.arguments.map(part => next(part)) })
      return node
    }
  }
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
