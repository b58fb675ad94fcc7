import type { Edit, Fix } from '../core/fix.ts'
import { type Module, NewParameter, type PropertyValue, ResourceReference } from '../core/module.ts'
import { secretsFor } from './arn.ts'
import { itemsOf } from './path.ts'
import type { Attachment } from './principals.ts'
import { same } from './replace.ts'

const READING = ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue']

/** The fix that takes an AWS managed policy away from somebody who has others; none where nothing would be left, or another resource gives it. */
export function takeAway(attachment: Attachment, policy: string): readonly Fix[] {
  const edits = withoutPolicy(attachment)
  return edits ? [{ title: `Take \`${policy}\` away`, safety: 'review', edits }] : []
}

function withoutPolicy({ resource, principal, node }: Attachment): readonly Edit[] | undefined {
  const lists = [...resource.property('ManagedPolicyArns'), ...resource.property('Policies')].filter(list => list.kind === 'sequence')
  const isAmong = lists.some(({ items }) => items.length > 1 && items.some(item => same(item, node)))
  return principal === resource && isAmong ? resource.replace(node, []) : undefined
}

/** Edits that let somebody read the secrets of a template in the place of what a policy allows; a parameter names the secret where there is none. */
export function readInstead({ resource, principal, node }: Attachment, module: Module): readonly Edit[] | undefined {
  if (module.dialect !== 'cloudformation' || principal !== resource) return undefined
  const secrets = secretsFor(resource, module).map(secret => new ResourceReference(secret))
  const wanted = secrets.length > 0 ? secrets : [new NewParameter('SecretArn', 'ARN of the secret that is read')]
  const [first] = wanted
  if (resource.type.startsWith('AWS::Serverless::')) {
    const [list] = resource.property('Policies')
    const index = list?.kind === 'sequence' ? list.items.findIndex(item => same(item, node)) : -1
    return wanted.length > 1 || !first || index < 0 ? undefined : resource.set(['Policies', String(index)], { AWSSecretsManagerGetSecretValuePolicy: { SecretArn: first } })
  }
  if (resource.property('Policies').length > 0) return undefined
  const statement = { Effect: 'Allow', Action: READING, Resource: wanted.length === 1 && first ? first : wanted }
  const policies: PropertyValue = [{ PolicyName: 'read-secrets', PolicyDocument: { Version: '2012-10-17', Statement: [statement] } }]
  if (itemsOf(resource.property('ManagedPolicyArns')).length === 1) return resource.remove(['ManagedPolicyArns'], { Policies: policies })
  const [removed, added] = [withoutPolicy({ resource, principal, node, managed: undefined }), resource.set(['Policies'], policies)]
  return removed && added ? [...removed, ...added] : undefined
}
