import type { Document } from '../../core/document.ts'
import type { Resource } from '../../core/module.ts'
import { type Entry, type Mapping, type Node, get, stringOf } from '../../core/tree.ts'
import { cloudFormationKeys, mapping, named, reference, sequence } from '../cdk/nodes.ts'
import { resourceOf } from './manifest.ts'

/** A kind of a controller that makes resources of AWS, in CloudFormation's words. */
interface Kind {
  readonly type: string
  /** Properties whose name is another than CloudFormation's. */
  readonly names?: Readonly<Record<string, string>>
}

/** By service and kind, of ACK and of both providers of Crossplane. */
const KINDS: Readonly<Record<string, Kind>> = {
  'secretsmanager Secret': { type: 'AWS::SecretsManager::Secret', names: { KmsKeyID: 'KmsKeyId', RecoveryWindow: 'RecoveryWindowInDays', Replica: 'ReplicaRegions' } },
  'secretsmanager SecretRotation': { type: 'AWS::SecretsManager::RotationSchedule', names: { RotationLambdaArn: 'RotationLambdaARN', RotateImmediately: 'RotateImmediatelyOnUpdate' } },
  'secretsmanager SecretPolicy': { type: 'AWS::SecretsManager::ResourcePolicy', names: { SecretArn: 'SecretId', Policy: 'ResourcePolicy' } },
  'iam Policy': { type: 'AWS::IAM::ManagedPolicy', names: { Policy: 'PolicyDocument', Document: 'PolicyDocument' } },
  'iam Role': { type: 'AWS::IAM::Role', names: { AssumeRolePolicy: 'AssumeRolePolicyDocument', Policies: 'ManagedPolicyArns', InlinePolicy: 'Policies', InlinePolicies: 'Policies' } },
  'iam RolePolicy': { type: 'AWS::IAM::RolePolicy', names: { Policy: 'PolicyDocument', Role: 'RoleName' } },
  'iam RolePolicyAttachment': { type: 'AWS::IAM::RolePolicyAttachment', names: { PolicyArn: 'ManagedPolicyArns', Role: 'RoleName' } },
}

/** What ACK (https://aws-controllers-k8s.github.io/community/reference/) and Crossplane make of a manifest. Every account has more than what one file says. */
export function controllerResources(document: Document, manifest: Mapping): readonly Resource[] {
  const [, service = ''] = /^(secretsmanager|iam)\.(?:services\.k8s\.aws|aws(?:\.m)?\.(?:upbound|crossplane)\.io)\//.exec(stringOf(get(manifest, 'apiVersion')) ?? '') ?? []
  const kind = KINDS[`${service} ${stringOf(get(manifest, 'kind')) ?? ''}`]
  const spec = get(manifest, 'spec', 'forProvider') ?? get(manifest, 'spec')
  if (!kind || spec?.kind !== 'mapping') return []
  const { entries } = cloudFormationKeys(spec) as Mapping
  return [resourceOf(document, manifest, kind.type, mapping(manifest.range, entries.map(own => renamed(own, kind))))]
}

/** A property by CloudFormation's name; one that Crossplane looks up in another resource is a reference. */
function renamed(own: Entry, { names = {} }: Kind): Entry {
  const [, looked] = /^(\w+?)(?:Ref|Selector)s?$/.exec(own.key) ?? []
  const name = looked !== undefined && !/Secret$/.test(looked) ? looked : own.key
  const key = names[name] ?? name
  if (name !== own.key) return { ...own, key, value: reference(stringOf(get(own.value, 'Name')) ?? name, own.value.range) }
  return { ...own, key, value: key === 'Policies' ? inlinePolicies(own.value) : own.value }
}

/** The inline policies of a role: a map of ACK, a list of Crossplane with `policy`. */
function inlinePolicies(node: Node): Node {
  const documents = node.kind === 'mapping' ? node.entries.map(({ value }) => value) : node.kind === 'sequence' ? node.items.flatMap(item => get(item, 'Policy') ?? []) : [node]
  return sequence(node.range, documents.map(policy => mapping(policy.range, [named('PolicyDocument', policy)])))
}
