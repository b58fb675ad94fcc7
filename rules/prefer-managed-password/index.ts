import type { Fix } from '../../src/core/fix.ts'
import { type Module, type Resource, refersTo, shortName } from '../../src/core/module.ts'
import { type Context, type ProjectFacts, defineRule } from '../../src/core/rule.ts'
import { type Node, stringOf, walk } from '../../src/core/tree.ts'
import { booleanOf } from '../../src/iac/value.ts'
import { MANAGED, type Managed } from '../../src/lookups/managed.ts'
import { excludesFrom } from '../../src/lookups/version.ts'

/** What gives a database the password of another one, or belongs to a cluster that has it. */
const COPIES = [
  'DBClusterIdentifier', 'DBSnapshotIdentifier', 'DBClusterSnapshotIdentifier', 'SnapshotIdentifier', 'SnapshotArn', 'SnapshotClusterIdentifier', 'SourceDBInstanceIdentifier', 'SourceDBClusterIdentifier',
  'SourceDbiResourceId', 'SourceDBInstanceAutomatedBackupsArn', 'ReplicateSourceDb', 'ReplicationSourceIdentifier', 'RestoreToPointInTime', 'RestoreType', 'S3Import',
]

/** Where RDS and DocumentDB do not keep a password: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html#rds-secrets-manager-limitations */
const UNSUPPORTED = ['GlobalClusterIdentifier', 'CustomIAMInstanceProfile', 'CustomIamInstanceProfile']

export default defineRule({
  id: 'prefer-managed-password',
  summary: 'Require databases to keep their master password in Secrets Manager where the service can',
  severity: 'warning',
  presets: { recommended: false, strict: {} },
  messages: {
    parameter: 'The master password of `{{resource}}` is handed over as `{{name}}`, though the service can make it, keep it in Secrets Manager and rotate it.',
    generated: 'The master password of `{{resource}}` is `{{name}}`, which the state keeps, though the service can make it, keep it in Secrets Manager and rotate it.',
  },
  keywords: ['masteruserpassword', 'adminuserpassword', 'master_user_password', 'admin_user_password', 'master_password', 'aws_db_instance', 'frompassword', 'from_password', 'fromusername', 'from_username'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module, { project }: Context) {
    for (const resource of module.resources) {
      const managed = MANAGED.find(({ cloudformation }) => cloudformation.type === resource.type)
      if (!managed || isExcepted(resource, managed, module, project)) continue
      for (const node of resource.property(managed.cloudformation.argument)) {
        const name = givenBy(node, module)
        if (name === undefined) continue
        const messageId = /^random_/.test(name) ? 'generated' : 'parameter'
        yield { messageId, path: resource.path, range: node.range, data: { resource: shortName(resource), name }, fixes: () => fixesFor(resource, managed) } as const
        break
      }
    }
  },
})

/** Whether the service keeps the password already, or cannot, or might not. */
function isExcepted(resource: Resource, { cloudformation: { manage }, terraform: { since } }: Managed, module: Module, { versions }: ProjectFacts): boolean {
  const has = (property: string): boolean => resource.property(property).length > 0
  if (resource.property(manage).some(node => booleanOf(node) !== false) || [...COPIES, ...UNSUPPORTED].some(has)) return true
  // Aurora Serverless v1 is a mode of its own.
  if (resource.property('EngineMode').some(mode => stringOf(mode) !== 'provisioned')) return true
  if (module.dialect === 'terraform' && excludesFrom(versions['aws'] ?? versions['hashicorp/aws'], since)) return true
  return module.resources.some(other => ['SourceDBInstanceIdentifier', 'ReplicateSourceDb'].some(name => other.property(name).some(source => refersTo(source, resource))))
}

/** The parameter, the variable or the generated password that a value is made of; what is read from a secret already is none. */
function givenBy(node: Node, { parameters, dialect }: Module): string | undefined {
  const below = [...walk(node)]
  if (below.some(inner => inner.kind === 'scalar' && String(inner.value).includes('{{resolve:'))) return undefined
  const isGiven = (target: string): boolean => {
    if (dialect === 'terraform' || dialect === 'pulumi') return /^(?:var\.|random_(?:password|string)\.)/.test(target)
    return parameters.some(({ name }) => target === name || target.startsWith(`${name}.value`))
  }
  const targets = below.flatMap(inner => (inner.kind === 'reference' ? [inner.target] : []))
  return targets.some(target => target.startsWith('data.')) ? undefined : targets.find(isGiven)
}

function fixesFor(resource: Resource, { cloudformation: { argument, manage } }: Managed): readonly Fix[] {
  const edits = resource.remove([argument], { [manage]: true })
  return edits ? [{ title: `Let the service keep and rotate the password (\`${manage}\`)`, safety: 'review', edits }] : []
}
