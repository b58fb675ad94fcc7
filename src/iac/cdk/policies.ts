import { type ProgramCall, bindingOf } from '../../core/program.ts'
import { type Entry, type Mapping, type Node, entry, get, items, stringOf } from '../../core/tree.ts'
import { decided, template } from '../intrinsics.ts'
import type { CdkFile } from './file.ts'
import { call, mapping, named, reference, sequence } from './nodes.ts'
import { camelCase } from './origin.ts'

type Fold = (node: Node) => Node

/** Elements of a statement by the property that gives them, and by the method that adds to them. */
const ELEMENTS: Readonly<Record<string, string>> = {
  sid: 'Sid', actions: 'Action', notActions: 'NotAction', resources: 'Resource', notResources: 'NotResource', principals: 'Principal', notPrincipals: 'NotPrincipal', conditions: 'Condition',
}
const ADDING: Readonly<Record<string, string>> = {
  addActions: 'Action', addNotActions: 'NotAction', addResources: 'Resource', addNotResources: 'NotResource', addPrincipals: 'Principal', addNotPrincipals: 'NotPrincipal',
  addAwsPrincipal: 'Principal', addArnPrincipal: 'Principal', addAwsAccountPrincipal: 'Principal', addServicePrincipal: 'Principal', addAnyPrincipal: 'Principal', addAccountRootPrincipal: 'Principal',
  addCondition: 'Condition', addConditions: 'Condition', addAllResources: 'Resource',
}

/** Principals by the class, or the method of a statement that adds one, with the key that policies have for them. */
const PRINCIPALS: Readonly<Record<string, string>> = {
  ServicePrincipal: 'Service', addServicePrincipal: 'Service', ArnPrincipal: 'AWS', AccountPrincipal: 'AWS', addArnPrincipal: 'AWS', addAwsPrincipal: 'AWS', addAwsAccountPrincipal: 'AWS',
  CanonicalUserPrincipal: 'CanonicalUser', FederatedPrincipal: 'Federated', WebIdentityPrincipal: 'Federated', SamlPrincipal: 'Federated', OpenIdConnectPrincipal: 'Federated',
}

const CLASSES = /^(?:AnyPrincipal|StarPrincipal|AccountRootPrincipal|OrganizationPrincipal|CompositePrincipal|PrincipalWithConditions|SessionTagsPrincipal|Anyone)$/

/** Whether a call makes a statement of a policy. */
export function isStatement(file: CdkFile, node: Node): node is ProgramCall {
  return node.kind === 'call' && 'positional' in node && /^PolicyStatement(?:\.fromJson)?$/.test(iamName(file, node.callee) ?? '')
}

function iamName(file: CdkFile, callee: string): string | undefined {
  const origin = file.origin(callee)
  return origin?.service === 'iam' ? origin.name : undefined
}

/** What a class or method of the CDK's IAM module makes, as policies have it; undefined for all others. `name`: undefined for a method of a value. */
export function foldIam(file: CdkFile, node: ProgramCall, name: string | undefined, method: string, fold: Fold): Node | undefined {
  const [first, second] = node.positional
  if (name === undefined) return method === 'withConditions' && node.receiver ? conditional(fold(node.receiver), first && fold(first), node) : undefined
  switch (name) {
    case 'PolicyStatement':
      return statementOf(file, node)
    case 'PolicyStatement.fromJson': case 'PolicyDocument.fromJson': {
      const own = argument(node, 0)
      if (name === 'PolicyStatement.fromJson') file.placed.add(node)
      return own && fold(own)
    }
    case 'PolicyDocument':
      return documentOf(file, node)
    case 'ManagedPolicy.fromAwsManagedPolicyName': {
      const own = argument(node, 0)
      return own && fold(own)
    }
    case 'ManagedPolicy.fromManagedPolicyArn': {
      const own = argument(node, 2)
      return own && fold(own)
    }
    case 'PrincipalWithConditions':
      return first ? conditional(fold(first), second && fold(second), node) : undefined
    case 'CompositePrincipal':
      return sequence(node.range, node.positional.map(fold))
    default:
      return PRINCIPALS[name] !== undefined || CLASSES.test(name) ? principalOf(file, node, name, fold) : undefined
  }
}

/** An argument by its place, or the only keyword of Python in its stead. */
function argument(node: ProgramCall, index: number): Node | undefined {
  return node.positional[index] ?? (node.positional.length === 0 ? node.keywords.at(-1)?.value : undefined)
}

/** A principal as the map of a policy; of one that conditions hold, a call with both. */
function principalOf(file: CdkFile, node: ProgramCall, name: string, fold: Fold): Node {
  const { range } = node
  const own = argument(node, 0)
  const value = own && fold(own)
  if (/^(?:AnyPrincipal|StarPrincipal|Anyone|addAnyPrincipal)$/.test(name)) return mapping(range, [named('AWS', decided('*', range))])
  if (/AccountRootPrincipal$/.test(name)) return mapping(range, [named('AWS', template([decided('arn:aws:iam::', range), reference('AWS::AccountId', range), decided(':root', range)], range))])
  if (name === 'OrganizationPrincipal') {
    return conditional(mapping(range, [named('AWS', decided('*', range))]), mapping(range, [named('StringEquals', mapping(range, [named('aws:PrincipalOrgID', value ?? decided('', range))]))]), node)
  }
  const principal = mapping(range, [named(PRINCIPALS[name] ?? '', value ?? call('principal', range, []))])
  const conditions = node.positional.length > 1 || node.keywords.length > 0 ? get(file.options(node, 1), 'conditions') : undefined
  return conditions ? conditional(principal, conditions, node) : principal
}

function conditional(principal: Node, conditions: Node | undefined, { range }: Node): Node {
  return call('PrincipalWithConditions', range, [principal, conditions ?? call('conditions', range, [])])
}

/** A principal without its conditions, and the conditions. */
export function splitPrincipal(node: Node): { readonly principals: readonly Node[]; readonly conditions: readonly Node[] } {
  if (node.kind === 'sequence') {
    const parts = node.items.map(splitPrincipal)
    return { principals: parts.flatMap(({ principals }) => principals), conditions: parts.flatMap(({ conditions }) => conditions) }
  }
  if (node.kind !== 'call' || node.callee !== 'PrincipalWithConditions') return { principals: [node], conditions: [] }
  const [first, conditions] = node.arguments
  const inner = first ? splitPrincipal(first) : { principals: [], conditions: [] }
  return { principals: inner.principals, conditions: [...inner.conditions, ...(conditions ? [conditions] : [])] }
}

/** A statement of a policy, with what methods add to it later. */
function statementOf(file: CdkFile, node: ProgramCall): Mapping {
  file.placed.add(node)
  const { range } = node
  const options = file.options(node)
  const entries: Entry[] = []
  const conditions: Node[] = []
  const add = (element: string, value: Node): void => {
    if (element === 'Condition') conditions.push(value)
    else if (element === 'Principal' || element === 'NotPrincipal') {
      const split = splitPrincipal(value)
      conditions.push(...split.conditions)
      for (const principal of split.principals) entries.push(...partiesOf(element, principal))
    } else entries.push(named(element, value))
  }
  if (options?.kind === 'mapping') {
    for (const own of options.entries) {
      const element = ELEMENTS[camelCase(own.key)]
      if (element !== undefined) add(element, own.value)
    }
  }
  const effect = options?.kind === 'mapping' ? entry(options, 'effect')?.value : undefined
  for (const { element, value } of additionsTo(file, node)) {
    if (element === 'Effect') entries.push(named('Effect', effectOf(value)))
    else add(element, value)
  }
  if (!entries.some(({ key }) => key === 'Effect')) entries.push(named('Effect', options && options.kind !== 'mapping' ? options : effect ? effectOf(effect) : decided('Allow', range)))
  for (const condition of conditions) entries.push(named('Condition', condition))
  return mapping(range, entries)
}

/** Entries of a principal: a construct is one by its role. */
function partiesOf(element: string, principal: Node): Entry[] {
  return [named(element, principal.kind === 'mapping' ? principal : mapping(principal.range, [named('AWS', principal)]))]
}

function effectOf(node: Node): Node {
  const word = /^iam\.Effect\.(ALLOW|DENY)$/.exec(node.kind === 'reference' ? node.target : '')?.[1]
  return word === undefined ? node : decided(word === 'DENY' ? 'Deny' : 'Allow', node.range)
}

interface Addition {
  readonly element: string
  readonly value: Node
}

/** By the statement that they add to: methods, and members that are set. Looked up once. */
const known = new WeakMap<CdkFile, ReadonlyMap<Node, readonly (() => readonly Addition[])[]>>()

/** What methods add to a statement, and members that are set: `statement.addActions('…')`, `statement.effect = …`. */
function additionsTo(file: CdkFile, statement: ProgramCall): readonly Addition[] {
  let additions = known.get(file)
  if (!additions) known.set(file, (additions = additionsIn(file)))
  return (additions.get(statement) ?? []).flatMap(read => read())
}

function additionsIn(file: CdkFile): ReadonlyMap<Node, readonly (() => readonly Addition[])[]> {
  const found = new Map<Node, (() => readonly Addition[])[]>()
  const add = (to: Node | undefined, read: () => readonly Addition[]): void => {
    if (to) found.set(to, [...(found.get(to) ?? []), read])
  }
  for (const [method, element] of Object.entries(ADDING)) {
    for (const own of file.callsOf(method)) if (own.receiver) add(statementAt(file, own.receiver, own.scope), () => addedBy(file, own, method, element))
  }
  for (const { name, value, scope, range } of file.program.bindings) {
    if (name.endsWith('.effect')) add(statementAt(file, reference(name.slice(0, -'.effect'.length), range), scope), () => [{ element: 'Effect', value: file.fold(value, scope) }])
  }
  return found
}

function addedBy(file: CdkFile, own: ProgramCall, method: string, element: string): readonly Addition[] {
  const values = file.foldAll(own.positional, own.scope)
  const [first, second] = values
  if (method === 'addAllResources') return [{ element, value: decided('*', own.range) }]
  if (method === 'addCondition' && first && second) return [{ element, value: mapping(own.range, [named(stringOf(first) ?? '', second)]) }]
  if (method === 'addConditions') return first ? [{ element, value: first }] : []
  if (PRINCIPALS[method] !== undefined || /^add(?:Any|AccountRoot)Principal$/.test(method)) return [{ element, value: principalOf(file, own, method.replace(/^add(Any|AccountRoot)/, '$1'), inner => file.fold(inner, own.scope)) }]
  return values.map(value => ({ element, value: element.endsWith('Principal') ? value : sequence(value.range, items(value)) }))
}

/** The call that made the statement that a name stands for. */
function statementAt(file: CdkFile, node: Node, scope: ProgramCall['scope'], depth = 0): Node | undefined {
  if (isStatement(file, node)) return node
  const found = node.kind === 'reference' && depth < 4 ? bindingOf(file.program, node, scope) : undefined
  return found && found.value !== node ? statementAt(file, found.value, found.scope, depth + 1) : undefined
}

/** A policy document, with the statements that are added to it later. */
function documentOf(file: CdkFile, node: ProgramCall): Mapping {
  const options = file.options(node)
  const written = options?.kind === 'mapping' ? entry(options, 'statements')?.value : undefined
  return mapping(node.range, [named('Statement', sequence(node.range, [...items(written), ...addedStatements(file, node)]))])
}

/** The statements that `addStatements` gives to a document or a policy. */
export function addedStatements(file: CdkFile, holder: Node): readonly Node[] {
  return file.callsOf('addStatements').flatMap(own => {
    if (!own.receiver || !stands(file, own.receiver, own.scope, holder)) return []
    return file.foldAll(own.positional, own.scope)
  })
}

function stands(file: CdkFile, node: Node, scope: ProgramCall['scope'], holder: Node): boolean {
  if (node === holder || file.constructAt(node, scope) === holder) return true
  return node.kind === 'reference' && bindingOf(file.program, node, scope)?.value === holder
}

/** The ARN that `formatArn` makes; undefined where it does not say the service. */
export function arnOf(file: CdkFile, node: ProgramCall, fold: Fold): Node | undefined {
  const { range } = node
  const written = node.positional.find(({ kind }) => kind === 'mapping') ?? node.positional[0]
  const options = node.keywords.length > 0 ? file.options(node) : written && fold(written)
  const part = (name: string): Node | undefined => (options?.kind === 'mapping' ? options.entries.find(({ key }) => camelCase(key) === name)?.value : undefined)
  const service = part('service')
  const resource = part('resource')
  if (!service || !resource) return undefined
  const format = part('arnFormat') ?? part('sep')
  const separator = format === undefined ? '/' : stringOf(format) ?? (format.kind === 'reference' && format.target.includes('COLON') ? ':' : '/')
  const text = (value: string): Node => decided(value, range)
  const name = part('resourceName')
  return template([
    text('arn:'), part('partition') ?? reference('AWS::Partition', range), text(':'), service, text(':'), part('region') ?? reference('AWS::Region', range), text(':'),
    part('account') ?? reference('AWS::AccountId', range), text(':'), resource, ...(name ? [text(separator), name] : []),
  ], range)
}
