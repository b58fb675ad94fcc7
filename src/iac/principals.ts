import { type Module, type Resource, refersTo } from '../core/module.ts'
import type { Node } from '../core/tree.ts'
import { stringOf } from '../core/tree.ts'
import { arnText } from './arn.ts'
import { itemsOf } from './path.ts'
import { type Statement, statements } from './statement.ts'

/** Where policies that are named by their ARN hang, by type: the property of the ARNs, and that of whom they are given to where it is another resource. */
const ATTACHED: Readonly<Record<string, { readonly arns: string; readonly to?: string }>> = {
  'AWS::IAM::Role': { arns: 'ManagedPolicyArns' },
  'AWS::IAM::User': { arns: 'ManagedPolicyArns' },
  'AWS::IAM::Group': { arns: 'ManagedPolicyArns' },
  'AWS::Serverless::Function': { arns: 'Policies' },
  'AWS::Serverless::StateMachine': { arns: 'Policies' },
  'AWS::IAM::RolePolicyAttachment': { arns: 'ManagedPolicyArns', to: 'RoleName' },
  aws_iam_user_policy_attachment: { arns: 'policy_arn', to: 'user' },
  aws_iam_group_policy_attachment: { arns: 'policy_arn', to: 'group' },
  aws_iam_policy_attachment: { arns: 'policy_arn', to: 'roles' },
  aws_iam_role_policy_attachments_exclusive: { arns: 'policy_arns', to: 'role_name' },
}

/** Properties of a policy that name whom it is given to. */
const GIVEN_TO = ['Roles', 'RoleName', 'Users', 'UserName', 'Groups', 'GroupName']

/** A policy that is given to somebody by its ARN. */
export interface Attachment {
  /** Role, user, group or function, or what ties the policy to one. */
  readonly resource: Resource
  readonly node: Node
  /** The role, user, group or function, where the module has it. */
  readonly principal: Resource | undefined
  /** Name of a policy of AWS's own; undefined for every other one. */
  readonly managed: string | undefined
}

/** Every policy that is given to somebody by its ARN. */
export function attachments(module: Module): readonly Attachment[] {
  return module.resources.flatMap(resource => {
    const place = ATTACHED[resource.type]
    if (!place) return []
    const to = place.to
    const principal = to === undefined ? resource : module.resources.find(other => itemsOf(resource.property(to)).some(node => refersTo(node, other)))
    const loop = resource.attribute('for_each')
    return itemsOf(resource.property(place.arns))
      .flatMap(node => (node.kind === 'reference' && node.target.startsWith('each.') && loop ? itemsOf([loop]) : [node]))
      .filter(node => node.kind !== 'mapping')
      .map(node => ({ resource, node, principal, managed: managedName(node, module) }))
  })
}

function managedName(node: Node, { resources }: Module): string | undefined {
  const source = resources.find(({ type, id }) => type === 'data.aws_iam_policy' && node.kind === 'reference' && node.target.startsWith(`${id}.`))
  if (source) return [...source.property('name'), ...source.property('arn')].map(named).find(name => name !== undefined)
  return named(node)
}

function named(node: Node): string | undefined {
  const text = arnText(node)
  return text === undefined ? undefined : (/^arn:[^:]*:iam::aws:policy\/(?:[^/]+\/)*([\w+=,.@-]+)$/.exec(text)?.[1] ?? (/^[A-Z]\w+$/.test(text) ? text : undefined))
}

/** The statements that give rights to a role, user, group or function, in it or hung to it. */
export function statementsFor(principal: Resource, module: Module): readonly Statement[] {
  const hung = attachments(module).filter(attachment => attachment.principal === principal)
  const policies = module.resources.filter(resource =>
    GIVEN_TO.some(name => itemsOf(resource.property(name)).some(node => refersTo(node, principal))) || hung.some(({ node }) => refersTo(node, resource)),
  )
  const documents = module.resources.filter(document => document.type === 'AWS::IAM::PolicyDocument' && policies.some(policy => policy.property('PolicyDocument').some(node => refersTo(node, document))))
  const holders = new Set([principal, ...policies, ...documents])
  return [...statements(module)].filter(({ resource, kind }) => kind === 'identity' && holders.has(resource))
}

/** The roles that a function may have: of its own, and itself where its policies stand in it or are given to it. */
export function rolesOf(program: Resource, { resources }: Module): readonly Resource[] {
  const roles = resources.filter(role => role.type === 'AWS::IAM::Role' && program.property('Role').some(node => refersTo(node, role)))
  return roles.length > 0 ? roles : program.type === 'AWS::Serverless::Function' || program.property('Role').length === 0 ? [program] : []
}

/** The text of an action, of those that a statement spells out. */
export function actionsOf({ actions }: Statement): readonly string[] {
  return actions.flatMap(node => stringOf(node) ?? [])
}
