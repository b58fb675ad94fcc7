/** What an action lets one do, as the service authorization reference grades it. */
export type AccessLevel = 'list' | 'read' | 'write' | 'permissions' | 'tagging'

/** An IAM action of Secrets Manager. */
export interface SecretAction {
  /** Without the `secretsmanager:` before it. */
  readonly name: string
  readonly level: AccessLevel
  /** Whether it works on one secret; otherwise `Resource` can only be `*`. */
  readonly resource: boolean
  /** Whether it shows nothing but metadata, and changes nothing. */
  readonly harmless: boolean
}

const RESOURCELESS = ['ListSecrets', 'BatchGetSecretValue', 'GetRandomPassword']

/** BatchGetSecretValue is among them: each value that it returns needs GetSecretValue as well. */
const HARMLESS = [...RESOURCELESS, 'DescribeSecret', 'ListSecretVersionIds', 'GetResourcePolicy', 'ValidateResourcePolicy']

const LEVELS: Readonly<Record<AccessLevel, readonly string[]>> = {
  list: ['ListSecrets', 'BatchGetSecretValue'],
  read: ['DescribeSecret', 'GetRandomPassword', 'GetResourcePolicy', 'GetSecretValue', 'ListSecretVersionIds'],
  write: [
    'CancelRotateSecret', 'CreateSecret', 'DeleteSecret', 'PutSecretValue', 'RemoveRegionsFromReplication', 'ReplicateSecretToRegions',
    'RestoreSecret', 'RotateSecret', 'StopReplicationToReplica', 'UpdateSecret', 'UpdateSecretVersionStage',
  ],
  permissions: ['DeleteResourcePolicy', 'PutResourcePolicy', 'ValidateResourcePolicy'],
  tagging: ['TagResource', 'UntagResource'],
}

/** Every IAM action of Secrets Manager, sorted by name. https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html */
export const SECRET_ACTIONS: readonly SecretAction[] = Object.entries(LEVELS)
  .flatMap(([level, names]) => names.map(name => ({
    name, level: level as AccessLevel, resource: !RESOURCELESS.includes(name), harmless: HARMLESS.includes(name),
  })))
  .toSorted((one, other) => (one.name < other.name ? -1 : 1))

/** What a pattern of an `Action` element grants of Secrets Manager: `secretsmanager:Get*`, `*`. Empty: nothing. */
export function grantedBy(pattern: string): readonly SecretAction[] {
  if (pattern === '*') return SECRET_ACTIONS
  const colon = pattern.indexOf(':')
  if (colon < 0 || !matchesPattern(pattern.slice(0, colon), 'secretsmanager')) return []
  const name = pattern.slice(colon + 1)
  return SECRET_ACTIONS.filter(action => matchesPattern(name, action.name))
}

/** Whether a pattern of IAM names more than one thing. */
export function isWildcard(pattern: string): boolean {
  return pattern.includes('*') || pattern.includes('?')
}

/** Whether a text matches a pattern of IAM, in any case: `*` any characters, `?` one. */
export function matchesPattern(pattern: string, text: string): boolean {
  const wanted = pattern.toLowerCase()
  const given = text.toLowerCase()
  let at = 0
  let star = -1
  let resume = 0
  for (let index = 0; index < given.length;) {
    if (wanted[at] === '*') {
      star = at++
      resume = index
    } else if (at < wanted.length && (wanted[at] === '?' || wanted[at] === given[index])) {
      at++
      index++
    } else if (star >= 0) {
      at = star + 1
      index = ++resume
    } else {
      return false
    }
  }
  while (wanted[at] === '*') at++
  return at === wanted.length
}
