/** The operations of Secrets Manager by their names in the API. */
export const OPERATIONS = [
  'BatchGetSecretValue', 'CancelRotateSecret', 'CreateSecret', 'DeleteResourcePolicy', 'DeleteSecret', 'DescribeSecret', 'GetRandomPassword', 'GetResourcePolicy', 'GetSecretValue',
  'ListSecrets', 'ListSecretVersionIds', 'PutResourcePolicy', 'PutSecretValue', 'RemoveRegionsFromReplication', 'ReplicateSecretToRegions', 'RestoreSecret', 'RotateSecret',
  'StopReplicationToReplica', 'TagResource', 'UntagResource', 'UpdateSecret', 'UpdateSecretVersionStage', 'ValidateResourcePolicy',
] as const

export type OperationName = (typeof OPERATIONS)[number]

/** Names that other services have too. */
export const SHARED: ReadonlySet<string> = new Set(['DeleteResourcePolicy', 'GetResourcePolicy', 'PutResourcePolicy', 'TagResource', 'UntagResource', 'ValidateResourcePolicy'])

const BY_SPELLING: ReadonlyMap<string, OperationName> = new Map(OPERATIONS.flatMap(name => [camel(name), kebab(name).replaceAll('-', '_'), kebab(name)].map(spelling => [spelling, name] as const)))

/** The operation that a method or command stands for: `getSecretValue`, `get_secret_value`, `get-secret-value`. */
export function operationNamed(spelling: string): OperationName | undefined {
  return BY_SPELLING.get(spelling)
}

/** `GetSecretValue` as `getSecretValue`. */
function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** `GetSecretValue` as `get-secret-value`. */
export function kebab(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()
}

/** The type of the resource that an operation makes or changes; operations without one have a type of their own. */
export function typeOf(name: OperationName): string {
  switch (name) {
    case 'CreateSecret': return 'AWS::SecretsManager::Secret'
    case 'PutSecretValue': case 'UpdateSecret': return 'AWS::SecretsManager::SecretVersion'
    case 'RotateSecret': return 'AWS::SecretsManager::RotationSchedule'
    case 'PutResourcePolicy': return 'AWS::SecretsManager::ResourcePolicy'
    default: return `SDK::SecretsManager::${name}`
  }
}
