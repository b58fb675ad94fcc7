import { type Module, type Resource, refersTo } from '../core/module.ts'
import { type Node, stringOf } from '../core/tree.ts'
import { arnText } from './arn.ts'
import { type Condition, type Principal, type Statement, statements } from './statement.ts'

const OWNERS = ['AWS::SecretsManager::ResourcePolicy', 'AWS::SecretsManager::Secret']

/** Where a secret's policy is written, by the type that has it. */
const PATHS: Readonly<Record<string, string>> = { 'AWS::SecretsManager::ResourcePolicy': 'ResourcePolicy', 'AWS::SecretsManager::Secret': 'Policy' }

/**
 * Keys that hold a statement to an organisation, an account, a role or a network.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html
 */
const NARROWING = new Set([
  'aws:principalorgid', 'aws:principalorgpaths', 'aws:principalaccount', 'aws:principalarn', 'aws:sourceaccount', 'aws:sourcearn', 'aws:sourceowner',
  'aws:sourceorgid', 'aws:sourceorgpaths', 'aws:sourceip', 'aws:sourcevpc', 'aws:sourcevpce', 'aws:vpcsourceip', 'aws:userid',
])

/** The statements of policies that stand on secrets. */
export function* secretPolicyStatements(module: Module): Generator<Statement> {
  const written = module.resources.filter(({ type }) => OWNERS.includes(type)).flatMap(resource => resource.property(PATHS[resource.type] ?? ''))
  for (const statement of statements(module)) {
    if (statement.kind !== 'resource') continue
    const { resource } = statement
    if (OWNERS.includes(resource.type) || written.some(node => refersTo(node, resource)) || namesSecrets(statement)) yield statement
  }
}

function namesSecrets({ actions, notActions }: Statement): boolean {
  return [...actions, ...notActions].some(action => /^secretsmanager:/i.test(stringOf(action) ?? ''))
}

/** Whether conditions hold a statement to known callers, or may do so: what the file does not say is taken to. */
export function isNarrowed({ conditions }: Statement): boolean {
  return conditions.some(isNarrowing)
}

function isNarrowing({ operator, key, values }: Condition): boolean {
  if (!operator || !key) return true
  // Without the key in the request these are true: for everybody outside the organisation.
  if (/not|ifexists$|^forallvalues:|^null$/i.test(operator)) return false
  return NARROWING.has(key.toLowerCase()) && values.every(value => !/^[*?]*$|^(?:0\.0\.0\.0|::)\/0$/.test(stringOf(value) ?? ' '))
}

/** Whether a principal is anybody. */
export function isAnybody({ value }: Principal): boolean {
  return stringOf(value) === '*'
}

/** The account of a principal whose number is written, with whether it is the account as a whole. */
export function accountOf({ type, value }: Principal): { readonly account: string; readonly whole: boolean } | undefined {
  const match = type === 'AWS' ? /^(?:(\d{12})|arn:[^:]*:(?:iam|sts)::(\d{12}):(.*))$/.exec(arnText(value) ?? '') : undefined
  const account = match?.[1] ?? match?.[2]
  return account === undefined ? undefined : { account, whole: match?.[3] === undefined || match[3] === 'root' }
}

/** Policies on a secret: resources of their own, and the secret where the policy is one of its arguments. */
export function policiesOf(secret: Resource, { resources }: Module): readonly Resource[] {
  return resources.filter(resource => resource === secret || (resource.type === 'AWS::SecretsManager::ResourcePolicy' && resource.property('SecretId').some(node => refersTo(node, secret))))
}

/** Whether a resource holds a policy document, or is given one by another resource. */
export function holds(owner: Resource, { resource }: Statement): boolean {
  return owner === resource || owner.property(PATHS[owner.type] ?? '').some((node: Node) => refersTo(node, resource))
}
