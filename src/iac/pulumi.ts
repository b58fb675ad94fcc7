import type { Document } from '../core/document.ts'
import type { Dialect, Module } from '../core/module.ts'
import type { ProgramCall } from '../core/program.ts'
import { type Mapping, type Node, stringOf } from '../core/tree.ts'
import { isOpen, optionsIn } from './cdk/file.ts'
import { mapping, named, sequence } from './cdk/nodes.ts'
import { jsonOf } from './json-template.ts'
import { policyDocument } from './policy-document.ts'
import { PulumiFile } from './pulumi/file.ts'
import { DOCUMENT, type PulumiClass, classOf } from './pulumi/names.ts'
import { type Draft, resourcesOf } from './pulumi/resource.ts'
import { snakeCase } from './vocabulary.ts'

const EMPTY: Module = { dialect: 'pulumi', scope: 'file', complete: false, resources: [], parameters: [], outputs: [] }

/** Programs of Pulumi in TypeScript and JavaScript, with either of its packages for AWS: each file is a stack of its own. */
const pulumi: Dialect = {
  id: 'pulumi',
  scope: 'file',
  policies: true,
  words: ['@pulumi/aws'],
  reads: path => /\.(?:[cm]?[jt]s|tsx)$/i.test(path),
  matches: ({ text, format }) => format.readProgram !== undefined && text.includes('@pulumi/aws'),
  module(documents, complete) {
    const modules = documents.map(document => moduleOf(document, complete))
    return { ...EMPTY, complete: modules.every(module => module.complete), resources: modules.flatMap(({ resources }) => resources) }
  },
}

export default pulumi

function moduleOf(document: Document, complete: boolean): Module {
  const { program } = document
  if (!program) return EMPTY
  const file = new PulumiFile(document, program)
  const drafts = draftsIn(file)
  // What other files import may get its rotation there; the outputs of a stack leave by its main file.
  const shared = !/(?:^|\/)index\.[jt]s$/.test(document.path) && drafts.some(({ made, type }) => type === 'AWS::SecretsManager::Secret' && /^\s*export\b/.test(document.text.slice(...made.statement)))
  return { ...EMPTY, complete: complete && !shared, resources: resourcesOf(file, drafts) }
}

/** All names are known before values are read, which may refer to what comes later. */
function draftsIn(file: PulumiFile): readonly Draft[] {
  const taken = new Set<string>()
  const found = file.program.calls.flatMap(made => {
    const origin = file.origin(made.callee)
    const own = origin && classOf(origin)
    if (!own || made.positional.length === 0) return []
    const id = freeId(file, made, own, taken)
    file.ids.set(made, id)
    return [{ made, id, ...own }]
  })
  return found.map<Draft>(({ made, ...own }) => {
    if (own.type === DOCUMENT) return { ...own, made, properties: documentOf(file, made), complete: true, options: undefined }
    const [, args, options] = made.positional
    const written = args && file.fold(args, made.scope)
    const properties = optionsIn(written, made)
    return { ...own, made, properties, complete: !isOpen(written), options: options && file.fold(options, made.scope) }
  })
}

/** The policy document that `getPolicyDocument` makes. */
function documentOf(file: PulumiFile, { positional: [first], scope, range }: ProgramCall): Mapping {
  const body = first && terraformKeys(file.fold(first, scope))
  return mapping(range, [body && named('PolicyDocument', body.kind === 'mapping' ? policyDocument(body, node => jsonOf(file.document, node)) : body)])
}

/** A policy document's arguments by Terraform's names, where lists have no plural. */
function terraformKeys(node: Node): Node {
  if (node.kind === 'sequence') return sequence(node.range, node.items.map(terraformKeys))
  if (node.kind !== 'mapping') return node
  return mapping(node.range, node.entries.map(own => {
    const key = snakeCase(own.key)
    return { ...own, key: key === 'statements' ? 'statement' : key === 'conditions' ? 'condition' : key, value: /json$|_documents$/.test(key) ? own.value : terraformKeys(own.value) }
  }))
}

/** The name that a resource is given, else the one that it is bound to: as findings call it. */
function freeId(file: PulumiFile, made: ProgramCall, { type }: PulumiClass, taken: Set<string>): string {
  const written = stringOf(made.positional[0])
  const bound = file.program.bindings.find(({ value }) => value === made)?.name.replace(/^.*\./, '')
  const wished = [written, bound].filter(name => name !== undefined && /^[\w-]+$/.test(name))
  const base = wished.find(name => name !== undefined && !taken.has(name)) ?? wished[0] ?? type.replace(/^.*[:.]/, '')
  let id = base
  for (let count = 2; taken.has(id); count++) id = `${base}${count}`
  taken.add(id)
  return id
}
