import type { Document } from '../core/document.ts'
import type { Dialect, Module, Resource } from '../core/module.ts'
import { type Entry, type Mapping, type Node, entry, get, items, stringOf } from '../core/tree.ts'
import { mapping, named, sequence } from './cdk/nodes.ts'
import { type Template, isTemplate, moduleOfTemplates } from './cloudformation.ts'
import { decided, foldIntrinsics, template } from './intrinsics.ts'
import { staticResource } from './static-resource.ts'

/** A variable of the framework; what CloudFormation's `Fn::Sub` has is none. */
const VARIABLE = /(\$\{(?!AWS::)(?:[A-Za-z]+(?:\([^(){}]*\))?:|file\(|strToBool\()[^{}]*\})/

/** What a service says at its top: cheaper to look for than to read the file. */
const LOOKS: readonly RegExp[] = [/^(?:[ \t]{1,8}"|["']?)provider["']?\s*:/m, /^(?:[ \t]{1,8}"|["']?)(?:service|functions)["']?\s*:/m, /\baws\b/]

/** Configurations of the Serverless Framework, of its versions 1 to 4, on AWS; `resources` is CloudFormation. */
const serverless: Dialect = {
  id: 'serverless',
  scope: 'file',
  policies: true,
  words: ['"provider"'],
  reads: path => /\.(?:ya?ml|json)$/i.test(path),
  matches: document => document.text.includes('provider') && LOOKS.every(pattern => pattern.test(document.text)) && serviceOf(document) !== undefined,
  module(documents, complete) {
    return moduleOf(documents, complete)
  },
}

export default serverless

/** The configuration of a service on AWS, whose provider may be given by its name alone. */
function serviceOf({ parsed }: Document): Mapping | undefined {
  const [root] = parsed.documents
  const provider = get(root, 'provider')
  const name = stringOf(provider) ?? stringOf(get(provider, 'name'))
  return root?.kind === 'mapping' && name === 'aws' && (entry(root, 'service') ?? entry(root, 'functions')) ? root : undefined
}

function moduleOf(documents: readonly Document[], complete: boolean): Module {
  const services = documents.flatMap(document => {
    const root = serviceOf(document)
    return root ? [{ document, root: foldVariables(root) as Mapping }] : []
  })
  const module = moduleOfTemplates('serverless', services.flatMap(({ document, root }) => templatesIn(document, root)), complete)
  const whole = services.every(({ document, root }) => document.parsed.errors.length === 0 && items(get(root, 'resources')).every(({ kind }) => kind === 'mapping'))
  return { ...module, complete: module.complete && whole, resources: [...module.resources, ...services.flatMap(({ document, root }) => resourcesOf(document, root))] }
}

/** `resources`, one mapping or a list of them; files that are named there are read for themselves. */
function templatesIn(document: Document, root: Mapping): readonly Template[] {
  const parts = items(get(root, 'resources'))
  const complete = document.parsed.errors.length === 0 && parts.every(part => part.kind === 'mapping')
  return parts.filter(isTemplate).map(part => ({ document, root: part, complete }))
}

/** Variables as calls of `template`: the file does not say what they are. */
function foldVariables(node: Node): Node {
  switch (node.kind) {
    case 'scalar': {
      if (typeof node.value !== 'string' || !VARIABLE.test(node.value)) return node
      const parts = node.value.split(VARIABLE).filter(part => part !== '')
      return template(parts.map(part => (VARIABLE.test(part) ? { kind: 'call', range: node.range, callee: 'variable', arguments: [] } : decided(part, node.range))), node.range)
    }
    case 'reference':
      return node
    case 'sequence':
      return { ...node, items: node.items.map(foldVariables) }
    case 'mapping':
      return { ...node, entries: node.entries.map(own => ({ ...own, value: foldVariables(own.value) })) }
    case 'call':
      return { ...node, arguments: node.arguments.map(foldVariables) }
  }
}

/** What the framework makes of the service: its functions, and the roles that they have. */
function resourcesOf(document: Document, root: Mapping): readonly Resource[] {
  const provider = entry(root, 'provider')
  const written = items(get(root, 'functions'))
  const functions = written.flatMap(node => (node.kind === 'mapping' ? node.entries : []))
  const common = provider ? roleOf(document, provider) : []
  // Of functions that other files hold, and of those that may inherit statements, nobody knows whether they have the role.
  const isTold = written.every(({ kind }) => kind === 'mapping') && !functions.some(own => roleOf(document, own).length > 0) && entry(provider?.value, 'layers') === undefined
  const [shared] = isTold ? common : []
  return [
    ...(provider ? [...functionOf(document, provider, []), ...common] : []),
    ...functions.flatMap(own => {
      const roles = roleOf(document, own)
      return [...functionOf(document, own, entry(own.value, 'role') ? [] : codeOf(own, roles[0] ?? shared)), ...roles]
    }),
  ]
}

/** A function, or what is set for all of them. @param code What says where its code is. */
function functionOf(document: Document, own: Entry, code: readonly (Entry | undefined)[]): readonly Resource[] {
  const environment = entry(own.value, 'environment')
  if (!environment && code.length === 0) return []
  const variables = environment && named('Environment', mapping(environment.range, [{ ...environment, key: 'Variables', value: foldIntrinsics(environment.value) }]), environment.range)
  return [resourceOf(document, own, 'AWS::Lambda::Function', mapping(own.range, [variables, ...code]), false)]
}

/** Where the code of a function is that has a role of the service: a handler is a path in its directory. */
function codeOf({ value, range }: Entry, role: Resource | undefined): readonly (Entry | undefined)[] {
  if (!role) return []
  const handler = entry(value, 'handler')
  const layers = entry(value, 'layers')
  return [
    named('Role', { kind: 'reference', range, target: role.id }),
    named('Code', decided('.', range)),
    handler && { ...handler, key: 'Handler' },
    layers && { ...layers, key: 'Layers' },
  ]
}

/** The role of a function, or of all that have none of their own: as version 2 writes it, as version 1 does, as the plugin for roles of functions does. */
function roleOf(document: Document, own: Entry): readonly Resource[] {
  const at = (...path: readonly string[]): Node | undefined => get(own.value, ...path)
  const statements = [at('iam', 'role', 'statements'), at('iamRoleStatements')].flatMap(items)
  const managed = [at('iam', 'role', 'managedPolicies'), at('iamManagedPolicies')].flatMap(items)
  const boundary = at('iam', 'role', 'permissionsBoundary') ?? at('rolePermissionsBoundary')
  if (statements.length + managed.length === 0) return []
  const { range } = own
  const list = (nodes: readonly Node[]): Node => sequence([nodes[0]?.range[0] ?? range[0], nodes.at(-1)?.range[1] ?? range[1]], nodes.map(node => foldIntrinsics(node)))
  const properties = mapping(range, [
    statements.length > 0 ? named('Policies', sequence(range, [mapping(range, [named('PolicyDocument', mapping(range, [named('Statement', list(statements))]))])])) : undefined,
    managed.length > 0 ? named('ManagedPolicyArns', list(managed)) : undefined,
    boundary ? named('PermissionsBoundary', foldIntrinsics(boundary)) : undefined,
  ])
  return [resourceOf(document, own, 'AWS::IAM::Role', properties, true)]
}

function resourceOf(document: Document, { key, range, keyRange }: Entry, type: string, properties: Mapping, complete: boolean): Resource {
  return staticResource({ document, type, id: key, range, nameRange: keyRange, properties, complete }, ({ id, type: other }) => (/^\w+$/.test(id) && other.startsWith('AWS::') ? `!Ref ${id}` : undefined))
}
