import type { Fix } from '../../src/core/fix.ts'
import { type Module, NewParameter, type PropertyValue, type Resource, ResourceReference, shortName } from '../../src/core/module.ts'
import { type Context, defineRule } from '../../src/core/rule.ts'
import { stringOf } from '../../src/core/tree.ts'
import { type Database, databaseOf } from '../../src/iac/database.ts'
import { isRotated } from '../../src/iac/rotation.ts'

interface Options {
  /** Which secrets must be rotated: logins of databases, for which AWS hosts the rotation, or all. */
  readonly secrets: 'database' | 'all'
}

/** What AWS advises. */
const DAYS = 30

const FUNCTION = new NewParameter('RotationLambdaArn', 'ARN of the function that rotates the secret')

/** Beginnings of an engine's name, with the beginning of the rotation type for it. */
const ENGINES = [
  ['aurora-postgresql', 'PostgreSQL'], ['aurora', 'MySQL'], ['postgres', 'PostgreSQL'], ['mysql', 'MySQL'], ['mariadb', 'MariaDB'], ['oracle', 'Oracle'],
  ['sqlserver', 'SQLServer'], ['db2', 'Db2'],
] as const

export default defineRule({
  id: 'require-rotation',
  summary: 'Require a rotation schedule for secrets in infrastructure code',
  severity: 'warning',
  presets: { recommended: {}, strict: { secrets: 'all' } },
  messages: {
    used: 'Secret `{{name}}` of the database `{{database}}` has no rotation schedule.',
    database: 'Secret `{{name}}` holds a database login and has no rotation schedule.',
    missing: 'Secret `{{name}}` has no rotation schedule.',
  },
  keywords: ['secretsmanager'],
  options: { type: 'object', properties: { secrets: { enum: ['database', 'all'] } }, additionalProperties: false },
  defaults: { secrets: 'database' } satisfies Options,
  *checkModule(module: Module, { options }: Context<Options>) {
    if (!module.complete) return
    for (const secret of module.resources) {
      if (secret.type !== 'AWS::SecretsManager::Secret' || isManaged(secret)) continue
      const database = databaseOf(secret, module)
      if ((!database && options.secrets === 'database') || isRotated(secret, module) !== false) continue
      const place = { path: secret.path, range: secret.nameRange, fixes: () => fixesFor(secret, database) }
      const name = shortName(secret)
      const used = database?.resource
      if (used) yield { messageId: 'used', ...place, data: { name, database: shortName(used) } } as const
      else if (database) yield { messageId: 'database', ...place, confidence: database.attachment ? 'high' : 'medium', data: { name } } as const
      else yield { messageId: 'missing', ...place, severity: 'information', data: { name } } as const
    }
  },
})

/** Managed external secrets say by their type who rotates them. */
function isManaged(secret: Resource): boolean {
  return secret.property('Type').length > 0
}

function fixesFor(secret: Resource, database: Database | undefined): readonly Fix[] {
  const engine = database?.attachment ? rotationType(database.resource) : undefined
  const edits = (database?.attachment ?? secret).add({
    type: 'AWS::SecretsManager::RotationSchedule',
    of: secret,
    properties: {
      SecretId: new ResourceReference(database?.attachment ?? secret),
      ...(engine ? { HostedRotationLambda: hosted(engine, database?.resource) } : { RotationLambdaARN: FUNCTION }),
      RotationRules: { AutomaticallyAfterDays: DAYS },
    },
    ...(engine ? { transform: 'AWS::SecretsManager-2024-09-16' } : {}),
  })
  return edits ? [{ title: `Rotate \`${shortName(secret)}\` every ${DAYS} days`, safety: 'review', edits }] : []
}

function hosted(engine: string, database: Resource | undefined): PropertyValue {
  const open = database?.property('PubliclyAccessible').some(node => node.kind === 'scalar' && String(node.value) === 'true')
  return {
    RotationType: `${engine}SingleUser`,
    ...(open ? {} : {
      VpcSubnetIds: new NewParameter('RotationSubnetIds', 'Subnets from which the database can be reached, separated by commas'),
      VpcSecurityGroupIds: new NewParameter('RotationSecurityGroupIds', 'Security groups that the database lets in, separated by commas'),
    }),
  }
}

/** How AWS's hosted rotation calls the database; undefined where the template does not say what it is. */
function rotationType(database: Resource | undefined): string | undefined {
  if (database?.type.startsWith('AWS::DocDB::')) return 'MongoDB'
  if (database?.type.startsWith('AWS::Redshift')) return 'Redshift'
  const engine = database?.property('Engine').map(stringOf)[0]?.toLowerCase()
  return engine === undefined ? undefined : ENGINES.find(([name]) => engine.startsWith(name))?.[1]
}
