import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'

/** Where the service that knows the caller is asked. */
interface Asked {
  readonly region: string
  /** Of the user's flag: it then answers for all of AWS. */
  readonly endpoint?: string
}

/** What the SDK's handler of HTTP gives, whose own types leave it open. */
interface Answer {
  readonly response: { readonly statusCode: number; readonly body: AsyncIterable<Uint8Array> }
}

/** Bytes of the longest answer that is read. */
const LIMIT = 64 * 1024

/**
 * The account that a client's credentials belong to: what they say themselves, else `sts:GetCallerIdentity`, which needs no permission; undefined where it does not answer
 * as AWS does. Signed and sent with what the client is made of, so that no second package of the SDK is needed. Throws where there are no credentials.
 */
export async function accountOf({ config }: SecretsManagerClient, { region, endpoint }: Asked): Promise<string | undefined> {
  const { accountId } = await config.credentials()
  if (accountId !== undefined) return accountId
  const { protocol, hostname, port, pathname } = new URL(endpoint ?? process.env['AWS_ENDPOINT_URL_STS'] ?? process.env['AWS_ENDPOINT_URL'] ?? `https://sts.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`)
  const signer = typeof config.signer === 'function' ? await config.signer({ name: 'sigv4', signingName: 'sts', signingRegion: region, properties: {} }) : config.signer
  const request = await signer.sign({
    method: 'GET',
    protocol,
    hostname,
    ...(port !== '' && { port: Number(port) }),
    path: pathname,
    query: { Action: 'GetCallerIdentity', Version: '2011-06-15' },
    headers: { host: port === '' ? hostname : `${hostname}:${port}` },
  })
  try {
    const { response } = (await config.requestHandler.handle(request)) as Answer
    return response.statusCode === 200 ? /<Account>(\d{12})<\/Account>/.exec(await textOf(response.body))?.[1] : undefined
  } catch {
    return undefined
  }
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    size += chunk.length
    if (size > LIMIT) break
  }
  return Buffer.concat(chunks).toString('utf8')
}
