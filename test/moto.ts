import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What the tests need of Python: a server that answers as AWS does, and what its programs read secrets with. */
const PACKAGES = ['moto[server]==5.1.*', 'boto3', 'aws-secretsmanager-caching', 'aws-lambda-powertools[parameters]']

/** A server on loopback that answers as AWS Secrets Manager does. */
export interface Moto {
  readonly endpoint: string
  /** The interpreter that it runs in, with the packages above. */
  readonly python: string
  /** What a program's environment must hold to reach it. */
  readonly environment: Readonly<Record<string, string>>
  stop(): void
}

/** Starts the server, after its packages are installed once into the project's cache; undefined without Python 3, which is a failure in CI. */
export async function startMoto(): Promise<Moto | undefined> {
  const python = await pythonWithPackages()
  if (python === undefined) {
    if (process.env['CI']) throw new Error('Python 3 with `venv` is needed to run the programs of the fixtures.')
    process.stderr.write('Skipped: there is no Python 3 with `venv`, so nothing answers as Secrets Manager does.\n')
    return undefined
  }
  const server = spawn(python, ['-m', 'moto.server', '-H', '127.0.0.1', '-p', '0'], { stdio: ['ignore', 'ignore', 'pipe'] })
  const endpoint = await endpointOf(server)
  return {
    endpoint,
    python,
    environment: { AWS_ENDPOINT_URL: endpoint, AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'testing', AWS_SECRET_ACCESS_KEY: 'testing' },
    stop: () => server.kill(),
  }
}

/** The server says where it listens. */
async function endpointOf(server: ChildProcess): Promise<string> {
  if (!server.stderr) throw new Error('The server has no standard error.')
  const said: string[] = []
  for await (const line of createInterface(server.stderr)) {
    said.push(line)
    const endpoint = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
    if (endpoint === undefined) continue
    server.stderr.resume()
    return endpoint
  }
  throw new Error(`The server did not start:\n${said.join('\n')}`)
}

/** The interpreter of an environment that has the packages. It is made beside its place and then moved there, so that what is there is complete. */
async function pythonWithPackages(): Promise<string | undefined> {
  const cache = fileURLToPath(new URL('../.cache/', import.meta.url))
  const place = join(cache, `python-${createHash('sha256').update(PACKAGES.join()).digest('hex').slice(0, 12)}`)
  const python = join(place, 'bin', 'python')
  if (existsSync(python)) return python
  const making = `${place}-${process.pid}`
  mkdirSync(cache, { recursive: true })
  try {
    await run('python3', ['-m', 'venv', making])
  } catch {
    rmSync(making, { recursive: true, force: true })
    return undefined
  }
  await run(join(making, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PACKAGES])
  if (existsSync(python)) rmSync(making, { recursive: true, force: true })
  else renameSync(making, place)
  return python
}
