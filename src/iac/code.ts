import { type Module, type Resource, ResourceReference, refersTo } from '../core/module.ts'
import type { CodeCall, CodeEntry, CodeSecret, CodeUsage } from '../core/rule.ts'
import { type Node, stringOf, walk } from '../core/tree.ts'
import { arnText } from './arn.ts'
import { itemsOf } from './path.ts'
import { attachments, rolesOf, statementsFor } from './principals.ts'
import type { Statement } from './statement.ts'

/** What the code does that a statement gives rights to. */
export interface StatementUse {
  readonly calls: readonly CodeCall[]
  /** The secrets that it asks for, as a statement names them; undefined where not all are known. */
  readonly secrets: readonly (string | ResourceReference)[] | undefined
}

const FUNCTION = /^AWS::(?:Serverless|Lambda)::Function$/
const GIVING = /^AWS::IAM::(?:Role|Policy|RolePolicy|ManagedPolicy|RolePolicyAttachment|PolicyDocument)$/
/** Layers of AWS's own, which ask for nothing that the program does not ask for. */
const OWN_LAYERS = /:layer:(?:AWSLambdaPowertools|AWS-Parameters-and-Secrets|LambdaInsights|AWSXRay|aws-otel)/

/** What all the code does that has the rights of a statement; undefined where it cannot be tied to them, or not be seen. */
export function useOf(statement: Statement, module: Module, usage: (code: CodeEntry) => CodeUsage | undefined): StatementUse | undefined {
  const functions = holdersOf(statement, module)
  if (!functions || functions.length === 0) return undefined
  const used = functions.map(own => {
    const code = codeOf(own, module)
    const found = code && usage(code)
    return found && { calls: found.calls, secrets: secretsOf(found.secrets, own, module) }
  })
  if (!used.every(each => each !== undefined)) return undefined
  const secrets = used.map(each => each.secrets)
  const calls = new Map(used.flatMap(each => each.calls).map(call => [`${call.path}:${call.line}:${call.actions.join()}`, call]))
  return { calls: [...calls.values()], secrets: secrets.every(each => each !== undefined) ? distinct(secrets.flat()) : undefined }
}

/** The functions that have the rights of a statement; undefined where somebody else may have them. */
function holdersOf({ resource, range }: Statement, module: Module): readonly Resource[] | undefined {
  if (FUNCTION.test(resource.type)) return resource.id === 'Globals' || resource.property('Role').length > 0 ? undefined : [resource]
  const functions = module.resources.filter(own => FUNCTION.test(own.type) && own.id !== 'Globals')
  const holding = functions.filter(own => rolesOf(own, module).some(role => statementsFor(role, module).some(each => each.resource === resource && each.range[0] === range[0])))
  const givers = module.resources.filter(own => GIVING.test(own.type) && holding.some(each => leads(own, each, module, resource)))
  const holders = new Set<Resource>([resource, ...givers])
  const isTold = module.outputs.some(({ value }) => value && [...holders].some(own => mentionsIn(value, own)))
  const others = module.resources.some(own => !holding.includes(own) && !holders.has(own) && [...holders].some(held => own.property().some(node => mentionsIn(node, held))))
  return isTold || others || givesToOthers(resource, module) ? undefined : holding
}

/** Whether a role, or what hangs to it, is on the way from a function to the statement's resource. */
function leads(own: Resource, holder: Resource, module: Module, policy: Resource): boolean {
  const roles = rolesOf(holder, module)
  return roles.includes(own) || attachments(module).some(({ resource, principal, node }) => resource === own && principal !== undefined && roles.includes(principal) && refersTo(node, policy))
}

/** Whether a policy is given to users, groups, or roles that are not in the module. */
function givesToOthers(policy: Resource, { resources }: Module): boolean {
  if (['Users', 'UserName', 'Groups', 'GroupName'].some(name => policy.property(name).length > 0)) return true
  return ['Roles', 'RoleName'].flatMap(name => (policy.type === 'AWS::IAM::Role' ? [] : itemsOf(policy.property(name)))).some(node => !resources.some(role => refersTo(node, role)))
}

function mentionsIn(node: Node, resource: Resource): boolean {
  return [...walk(node)].some(inner => refersTo(inner, resource))
}

/** Whether Lambda itself reads secrets with the rights of a function, to get at the source of its events. */
function readsForEvents(own: Resource, { resources }: Module): boolean {
  const mappings = resources.filter(each => each.type === 'AWS::Lambda::EventSourceMapping' && each.property('SourceAccessConfigurations').length > 0)
  return own.property('Events', '*', 'Properties', 'SourceAccessConfigurations').length > 0 || mappings.some(mapping => mapping.property('FunctionName').some(node => node.kind === 'scalar' || mentionsIn(node, own)))
}

/** Where the code of a function begins; undefined where it is not in the repository, or not all that uses its rights. */
function codeOf(own: Resource, module: Module): CodeEntry | undefined {
  if (readsForEvents(own, module)) return undefined
  const text = (name: string): string | undefined => stringOf(valuesOf(own, module, name)[0])
  const layers = itemsOf(valuesOf(own, module, 'Layers'))
  const handler = text('Handler')
  const directory = text('CodeUri') ?? text('Code')
  if (handler === undefined || directory === undefined || /^[a-z]\w*:/i.test(directory) || /\.(?:zip|jar)$/i.test(directory)) return undefined
  return layers.every(layer => OWN_LAYERS.test(arnText(layer) ?? '')) ? { from: own.path, directory, handler } : undefined
}

/** A property of a function, else what is set for all of them. */
function valuesOf(own: Resource, { resources }: Module, ...path: readonly string[]): readonly Node[] {
  const values = own.property(...path)
  const all = values.length === 0 && own.type === 'AWS::Serverless::Function' ? resources.find(({ id, type }) => id === 'Globals' && type === own.type) : undefined
  return all ? all.property(...path) : values
}

function secretsOf(asked: readonly CodeSecret[] | undefined, own: Resource, module: Module): readonly (string | ResourceReference)[] | undefined {
  const found = asked?.map(secret => ('id' in secret ? named(secret.id, module) : held(valuesOf(own, module, 'Environment', 'Variables', secret.variable), module)))
  return found?.every(each => each !== undefined) ? found : undefined
}

/** What a variable of the environment holds, if it is one secret. */
function held(values: readonly Node[], module: Module): string | ResourceReference | undefined {
  const [value, second] = values
  if (!value || second) return undefined
  const text = stringOf(value)
  if (text !== undefined) return named(text, module)
  const secret = value.kind === 'reference' ? secretsIn(module).find(({ id }) => value.target === id) : undefined
  return secret && new ResourceReference(secret)
}

function named(id: string, module: Module): string | ResourceReference | undefined {
  if (/^arn:[^:]+:secretsmanager:[^*?]*-\w{6}$/.test(id)) return id
  const secret = secretsIn(module).find(own => own.property('Name').some(name => stringOf(name) === id))
  return secret && new ResourceReference(secret)
}

function secretsIn({ resources }: Module): readonly Resource[] {
  return resources.filter(({ type }) => type === 'AWS::SecretsManager::Secret')
}

function distinct(secrets: readonly (string | ResourceReference)[]): readonly (string | ResourceReference)[] {
  return [...new Map(secrets.map(secret => [typeof secret === 'string' ? secret : secret.resource, secret])).values()]
}
