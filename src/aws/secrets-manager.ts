import type { CreateSecretCommandInput, GetSecretValueCommandOutput, SecretsManagerClientConfig } from '@aws-sdk/client-secrets-manager'
import { Secret } from '../core/secret.ts'
import { accountOf } from './account.ts'
import { isMissing, storeError } from './failures.ts'
import { type Identity, type NewSecret, type SecretStore, StoreError, type Stored } from './store.ts'

/** What the user's flags say; the rest is the SDK's own chain of environment, profiles and roles. */
export interface Connection {
  readonly region?: string
  readonly endpoint?: string
  /** Milliseconds that one attempt may take. */
  readonly timeout: number
}

const ATTEMPTS = 4

/** Milliseconds that the SDK may wait between all attempts of one request: from half a second on, twice as long each time. */
const WAITING = 8000

const MISSING = 'Secrets are created with `@aws-sdk/client-secrets-manager`, which is not installed beside `unhardcode`: `npm install --save-dev unhardcode @aws-sdk/client-secrets-manager`, ' +
  'or `npx --package unhardcode --package @aws-sdk/client-secrets-manager unhardcode migrate …`.'

/** Opens Secrets Manager through the real SDK, which is loaded here and nowhere else. Throws StoreError where it is not installed or no region is known. */
export async function openSecretsManager(connection: Connection): Promise<SecretStore> {
  // It speaks of Node 20 on standard error; which versions of Node serve is in our own package.json.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
  const sdk = await import('@aws-sdk/client-secrets-manager').catch((error: unknown) => {
    throw new StoreError('setup', error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND' ? MISSING : '`@aws-sdk/client-secrets-manager` is installed but cannot be loaded.')
  })
  const { region, endpoint, timeout } = connection
  const config: SecretsManagerClientConfig = {
    ...(region !== undefined && { region }),
    ...(endpoint !== undefined && { endpoint }),
    maxAttempts: ATTEMPTS,
    requestHandler: { connectionTimeout: timeout, requestTimeout: timeout, socketTimeout: timeout, throwOnRequestTimeout: true },
  }
  const client = new sdk.SecretsManagerClient(config)
  const known = await client.config.region().catch(() => {
    throw new StoreError('setup', 'No region is known: name one with `--region`, or set `AWS_REGION`.')
  })
  return {
    async identity(): Promise<Identity> {
      // A client of its own: what it signs for is kept in its configuration.
      const asking = new sdk.SecretsManagerClient(config)
      try {
        const account = await inTime(() => accountOf(asking, { region: known, ...(endpoint !== undefined && { endpoint }) }), timeout * 2, 'sts:GetCallerIdentity')
        return { region: known, ...(account !== undefined && { account }), ...(endpoint !== undefined && { endpoint }) }
      } finally {
        asking.destroy()
      }
    },
    async read(id: string): Promise<Stored | undefined> {
      try {
        return storedIn(await inTime(abortSignal => client.send(new sdk.GetSecretValueCommand({ SecretId: id }), { abortSignal }), timeout * ATTEMPTS + WAITING, 'secretsmanager:GetSecretValue'))
      } catch (error) {
        if (isMissing(error)) return undefined
        throw storeError(error, 'secretsmanager:GetSecretValue')
      }
    },
    async create(secret: NewSecret): Promise<void> {
      await inTime(abortSignal => client.send(new sdk.CreateSecretCommand(inputOf(secret)), { abortSignal }), timeout * ATTEMPTS + WAITING, 'secretsmanager:CreateSecret')
    },
    close: () => client.destroy(),
  }
}

function inputOf({ id, value, token, description, tags, kmsKey }: NewSecret): CreateSecretCommandInput {
  return {
    Name: id,
    SecretString: value.reveal(),
    ClientRequestToken: token,
    Description: description,
    ...(Object.keys(tags).length > 0 && { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) }),
    ...(kmsKey !== undefined && { KmsKeyId: kmsKey }),
  }
}

function storedIn({ ARN, SecretString, SecretBinary }: GetSecretValueCommandOutput): Stored {
  if (typeof ARN !== 'string' || (typeof SecretString !== 'string' && SecretBinary === undefined)) throw new StoreError('garbled', 'What was answered is no answer of Secrets Manager.')
  return { arn: ARN, ...(SecretString !== undefined && { value: new Secret(SecretString) }) }
}

/** Ends what does not end by itself: a reply may come one byte a minute. */
async function inTime<Result>(run: (signal: AbortSignal) => Promise<Result>, limit: number, action: string): Promise<Result> {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new StoreError('timeout', 'Secrets Manager did not answer in time.'))
      controller.abort()
    }, limit)
  })
  try {
    return await Promise.race([run(controller.signal), late])
  } catch (error) {
    throw isMissing(error) ? error : storeError(error, action)
  } finally {
    clearTimeout(timer)
  }
}

