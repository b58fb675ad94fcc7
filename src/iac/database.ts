import { type Module, type Resource, refersTo } from '../core/module.ts'
import { type Mapping, type Node, entry, stringOf, walk } from '../core/tree.ts'
import { mentions } from './statement.ts'

/** The database that a secret is for. */
export interface Database {
  /** Undefined where only keys or names tell. */
  readonly resource?: Resource
  /** What ties the secret to it: `Ref` of the attachment is the secret with the connection filled in. */
  readonly attachment?: Resource
}

const DATABASE = /^AWS::(?:RDS|Redshift|RedshiftServerless|DocDB|DocDBElastic)::(?:DBInstance|DBCluster|DBProxy|Cluster|Namespace)$/

const COMPANIONS = ['AWS::SecretsManager::SecretVersion', 'AWS::SecretsManager::SecretTargetAttachment']

/**
 * Keys that the rotation functions of AWS read, besides name and password.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html
 */
const KEYS = ['engine', 'dbname', 'dbInstanceIdentifier', 'dbClusterIdentifier', 'masterarn']

const WORDS = new Set([
  'db', 'database', 'rds', 'aurora', 'postgres', 'postgresql', 'mysql', 'mariadb', 'oracle', 'sqlserver', 'mssql', 'redshift', 'docdb', 'documentdb',
])

/** Last words of a name that say that it is no login. */
const PUBLIC = new Set(['host', 'hostname', 'endpoint', 'port', 'name', 'user', 'username', 'schema', 'region', 'id', 'arn', 'sql'])

/** What is kept of a secret beside it: its versions and target attachments. */
export function companionsOf(secret: Resource, { resources }: Module): readonly Resource[] {
  return resources.filter(resource => COMPANIONS.includes(resource.type) && resource.property('SecretId').some(node => refersTo(node, secret)))
}

/** The database that a secret holds a login of, by what it is attached to, what uses it, its keys or its name. */
export function databaseOf(secret: Resource, module: Module): Database | undefined {
  const companions = companionsOf(secret, module)
  const attachment = companions.find(({ type }) => type === 'AWS::SecretsManager::SecretTargetAttachment')
  if (attachment) {
    const target = module.resources.find(resource => attachment.property('TargetId').some(node => refersTo(node, resource)))
    return { attachment, ...(target ? { resource: target } : {}) }
  }
  const carriers = [secret, ...companions]
  const passwords = module.resources.filter(({ type }) => type === 'random_password').filter(password => carriers.some(carrier => mentions(carrier, password)))
  const resource = module.resources.find(database =>
    DATABASE.test(database.type) && (
      [...carriers, ...passwords].some(carrier => mentions(database, carrier)) ||
      companions.some(carrier => mentions(carrier, database)) ||
      namesOf(secret).some(name => spells(database, name))
    ),
  )
  if (resource) return { resource }
  return carriers.some(hasDatabaseKeys) || [secret.id, ...namesOf(secret)].some(isDatabaseName) ? {} : undefined
}

function namesOf(secret: Resource): readonly string[] {
  return secret.property('Name').flatMap(node => stringOf(node) ?? [])
}

/** Whether a dynamic reference of a resource names a secret. */
function spells(resource: Resource, name: string): boolean {
  return resource.property().some(node => [...walk(node)].some(inner => stringOf(inner)?.includes(`:secretsmanager:${name}:`)))
}

function hasDatabaseKeys(carrier: Resource): boolean {
  const written = [['SecretString'], ['GenerateSecretString', 'SecretStringTemplate']].flatMap(path => carrier.property(...path))
  return written.flatMap(node => carrier.json(node) ?? []).some(isConnection)
}

function isConnection(node: Node): node is Mapping {
  const has = (key: string): boolean => entry(node, key) !== undefined
  return node.kind === 'mapping' && (KEYS.some(has) || (has('host') && has('username')))
}

function isDatabaseName(name: string): boolean {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2').toLowerCase().split(/[^a-z\d]+/)
  return words.some(word => WORDS.has(word)) && !PUBLIC.has(words.at(-1) ?? '')
}
