import { type IncomingMessage, type ServerResponse, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What becomes of a request on its way to the server. */
export type Fault =
  /** Goes through. */
  | 'pass'
  /** Answered with an error of AWS, and never forwarded. */
  | { readonly error: string; readonly message?: string; readonly status?: number }
  /** Done by the server, and the answer lost. */
  | 'lose'
  /** Answered with half of the answer: `cut` ends the connection within it, `half` says that this is all. */
  | 'cut' | 'half'
  /** Never answered. */
  | 'hang'
  /** Answered one byte at a time. */
  | 'drip'
  | 'html'
  /** Answered with another text in every string. */
  | 'alter'
  /** Something else happens before it is forwarded, or after it was answered. */
  | { readonly before: () => void } | { readonly after: () => void }

export interface Proxy {
  readonly endpoint: string
  /** Operations in the order they came: `CreateSecret`. */
  readonly seen: string[]
  close(): Promise<void>
}

/** A server in front of another one that does to each request what it is told. @param number Of the requests of this operation, from 1. */
export async function startProxy(target: string, faultOf: (operation: string, number: number) => Fault): Promise<Proxy> {
  const seen: string[] = []
  const server = createServer((incoming, outgoing) => {
    const operation = String(incoming.headers['x-amz-target'] ?? 'GetCallerIdentity').replace(/^.*\./, '')
    seen.push(operation)
    const fault = faultOf(operation, seen.filter(one => one === operation).length)
    handle(fault, incoming, outgoing, target).catch(() => outgoing.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () => new Promise(resolve => {
      server.closeAllConnections()
      server.close(() => {
        resolve()
      })
    }),
  }
}

async function handle(fault: Fault, incoming: IncomingMessage, outgoing: ServerResponse, target: string): Promise<void> {
  if (fault === 'hang') return
  if (fault === 'html') return void outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Sign in to the network</body></html>')
  if (typeof fault === 'object' && 'error' in fault) {
    const { error, message = error, status = 400 } = fault
    return void outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify({ __type: error, message, Message: message }))
  }
  if (typeof fault === 'object' && 'before' in fault) fault.before()
  const { status, headers, body } = await forward(incoming, target)
  if (fault === 'lose') return void outgoing.destroy()
  const answer = fault === 'alter' ? Buffer.from(body.toString('utf8').replace(/("SecretString": ?")/, '$1x')) : body
  const half = answer.subarray(0, answer.length >> 1)
  const length = String(fault === 'half' ? half.length : answer.length)
  outgoing.writeHead(status, { 'content-type': headers['content-type'] ?? 'application/json', 'content-length': length })
  if (fault === 'drip') drip(outgoing, answer)
  else if (fault === 'half') outgoing.end(half)
  else if (fault === 'cut') outgoing.write(half, () => outgoing.destroy())
  else outgoing.end(answer)
  if (typeof fault === 'object' && 'after' in fault) outgoing.on('finish', fault.after)
}

function drip(outgoing: ServerResponse, answer: Buffer): void {
  let at = 0
  const timer = setInterval(() => {
    if (!outgoing.destroyed && at < answer.length) outgoing.write(answer.subarray(at, ++at))
    else clearInterval(timer)
  }, 200)
  outgoing.on('close', () => clearInterval(timer))
}

function forward(incoming: IncomingMessage, target: string): Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(target)
    const outgoing = request({ hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers }, reply => {
      const chunks: Buffer[] = []
      reply.on('data', (chunk: Buffer) => chunks.push(chunk))
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: Buffer.concat(chunks) }))
      reply.on('error', reject)
    })
    outgoing.on('error', reject)
    incoming.pipe(outgoing)
  })
}
