import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CreateSecretCommand, DeleteSecretCommand, DescribeSecretCommand, GetSecretValueCommand, InvalidRequestException, ListSecretVersionIdsCommand, ResourceNotFoundException, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { startMoto } from './moto.ts'
import { type Fault, type Proxy, startProxy } from './proxy.ts'
import { PASSWORD, TOKEN, writeTree } from './world.ts'

const BIN = fileURLToPath(new URL('../dist/src/cli/bin.js', import.meta.url))
vi.setConfig({ testTimeout: 120_000, maxConcurrency: 8 })
const moto = await startMoto()
const client = new SecretsManagerClient({ endpoint: moto?.endpoint ?? '', region: 'eu-west-1', credentials: { accessKeyId: 'testing', secretAccessKey: 'testing' } })

const directory = mkdtempSync(join(tmpdir(), 'unhardcode-migrate-'))
const proxies: Proxy[] = []

afterAll(async () => {
  client.destroy()
  await Promise.all(proxies.map(proxy => proxy.close()))
  moto?.stop()
  rmSync(directory, { recursive: true, force: true })
})

interface Run {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

interface RunOptions {
  readonly endpoint?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly started?: (child: ChildProcess) => void
  readonly user?: number
  /** A script that runs what it is given. */
  readonly shell?: string
  /** What a person types on the terminal that it then runs on. */
  readonly typed?: string
}

/** Runs what it is given on a terminal, and answers the question. */
const TERMINAL = `
import os, pty, sys
child, terminal = pty.fork()
if child == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
said = b''
answered = False
while True:
    try:
        read = os.read(terminal, 4096)
    except OSError:
        break
    if not read:
        break
    said += read
    if b'[y/N]' in said and not answered:
        answered = True
        os.write(terminal, sys.argv[1].encode())
sys.stdout.buffer.write(said)
sys.stdout.flush()
os._exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
`

const NOBODY = 65_534

/** Runs `migrate` while this process answers it. */
function migrate(root: string, words: readonly string[], { endpoint = moto?.endpoint ?? '', environment = {}, started, user, shell, typed }: RunOptions = {}): Promise<Run> {
  const aws = { AWS_ACCESS_KEY_ID: 'testing', AWS_SECRET_ACCESS_KEY: 'testing', AWS_REGION: 'eu-west-1', AWS_EC2_METADATA_DISABLED: 'true' }
  const line = [process.execPath, BIN, 'migrate', '--endpoint-url', endpoint, ...words]
  const [program = '', ...rest] = typed !== undefined ? [moto?.python ?? '', '-c', TERMINAL, typed, ...line] : shell === undefined ? line : ['sh', '-c', shell, 'sh', ...line]
  const child = spawn(program, rest, { cwd: root, env: { PATH: process.env['PATH'], HOME: root, ...aws, ...environment }, stdio: ['ignore', 'pipe', 'pipe'], ...(user !== undefined && { uid: user, gid: user }) })
  started?.(child)
  return new Promise(resolve => {
    const [out, error]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => error.push(chunk))
    child.on('close', code => resolve({ code, out: Buffer.concat(out).toString('utf8'), error: Buffer.concat(error).toString('utf8') }))
  })
}

let projects = 0

/** A project of its own name, so that no test meets the secrets of another one. */
function makeProject(): { root: string; name: string } {
  const name = `shop${++projects}`
  const root = join(directory, name)
  writeTree(root, {
    'package.json': `${JSON.stringify({ name, type: 'module', dependencies: { '@aws-sdk/client-secrets-manager': '^3' } })}\n`,
    'a/api.js': `export const apiToken = '${TOKEN}'\n`,
    'b/database.py': `DB_PASSWORD = '${PASSWORD}'\n`,
  })
  return { root, name }
}

const SOURCES = { 'a/api.js': TOKEN, 'b/database.py': PASSWORD } as const

async function stored(id: string): Promise<string | undefined> {
  try {
    return (await client.send(new GetSecretValueCommand({ SecretId: id }))).SecretString
  } catch (error) {
    if (error instanceof ResourceNotFoundException || error instanceof InvalidRequestException) return undefined
    throw error
  }
}

async function versions(id: string): Promise<number> {
  return (await client.send(new ListSecretVersionIdsCommand({ SecretId: id, IncludeDeprecated: true }))).Versions?.length ?? 0
}

/** Where each value is to be found after a migration. */
const idsOf = (name: string): Readonly<Record<keyof typeof SOURCES, string>> => ({ 'a/api.js': `${name}/dev/api-token`, 'b/database.py': `${name}/dev/db` })

/** What holds at every moment: each value is in its source, or in a secret that can be read; and it is nowhere else. */
async function expectNothingLost({ root, name }: { root: string; name: string }, { out, error }: Run): Promise<void> {
  for (const [path, value] of Object.entries(SOURCES) as [keyof typeof SOURCES, string][]) {
    const id = idsOf(name)[path]
    const isInSource = readFileSync(join(root, path), 'utf8').includes(value)
    const secret = await stored(id)
    expect(isInSource || secret?.includes(value), `${path} is lost`).toBe(true)
    if (secret !== undefined) expect(await versions(id), `${id} was written twice`).toBe(1)
    expect(out + error).not.toContain(value)
  }
  for (const file of readdirSync(root, { recursive: true, withFileTypes: true }).filter(one => one.isFile())) {
    const text = readFileSync(join(file.parentPath, file.name), 'utf8')
    if (!Object.keys(SOURCES).some(path => join(root, path) === join(file.parentPath, file.name))) for (const value of [TOKEN, PASSWORD]) expect(text).not.toContain(value)
    expect(file.name).not.toMatch(/\.tmp$/)
  }
}

async function expectDone({ root, name }: { root: string; name: string }): Promise<void> {
  for (const [path, value] of Object.entries(SOURCES) as [keyof typeof SOURCES, string][]) {
    expect(readFileSync(join(root, path), 'utf8')).not.toContain(value)
    expect(await stored(idsOf(name)[path])).toContain(value)
  }
}

async function proxied(faultOf: (operation: string, number: number) => Fault): Promise<Proxy> {
  const proxy = await startProxy(moto?.endpoint ?? '', faultOf)
  proxies.push(proxy)
  return proxy
}

describe.skipIf(!moto).concurrent('a migration', () => {
  test('creates, reads back, rewrites, records, and says what is left to do', async () => {
    const project = makeProject()
    const ran = await migrate(project.root, ['.', '--yes', '--iac', 'cloudformation'])
    expect(ran.error).toBe('')
    expect(ran.code).toBe(0)
    await expectNothingLost(project, ran)
    await expectDone(project)
    const record = readFileSync(join(project.root, 'unhardcode.migrations.json'), 'utf8')
    expect(JSON.parse(record)).toMatchObject({ version: 1, secrets: [{ name: `${project.name}/dev/api-token`, account: '123456789012' }, { name: `${project.name}/dev/db`, key: 'password', region: 'eu-west-1' }] })
    expect(ran.out).toContain(`Account 123456789012, region eu-west-1, at ${moto?.endpoint}\n`)
    expect(ran.out).toContain(`arn:aws:secretsmanager:eu-west-1:123456789012:secret:${project.name}/dev/db-??????`)
    expect(ran.out).toContain('`boto3`')
    expect(ran.out).toContain('Type: AWS::SecretsManager::Secret')
    const again = await migrate(project.root, ['.', '--yes'])
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('Nothing to move.') as string })
  })

  test('is not begun without being asked for', async () => {
    const project = makeProject()
    const ran = await migrate(project.root, ['.'])
    expect(ran).toMatchObject({ code: 2, error: expect.stringContaining('`--yes`') as string })
    expect(ran.out).toContain(`${project.name}/dev/db`)
    expect(await stored(`${project.name}/dev/db`)).toBeUndefined()
    const dry = await migrate(project.root, ['.', '--dry-run'])
    expect(dry).toMatchObject({ code: 0, out: expect.stringContaining('Nothing was done.') as string })
    expect(await stored(`${project.name}/dev/db`)).toBeUndefined()
    await expectNothingLost(project, dry)
  })

  test.each(['y\n', 'yes\n'])('goes on when a person answers %j on a terminal', async typed => {
    const project = makeProject()
    const ran = await migrate(project.root, ['.'], { typed })
    expect(ran).toMatchObject({ code: 0, error: '' })
    expect(ran.out).toContain('2 created')
    await expectNothingLost(project, ran)
    await expectDone(project)
  })

  test.each(['n\n', '\n', 'yonder\n', '\u0004'])('does nothing when a person answers %j', async typed => {
    const project = makeProject()
    const ran = await migrate(project.root, ['.'], { typed })
    expect(ran).toMatchObject({ code: 1, out: expect.stringContaining('Nothing was done.') as string })
    expect(await stored(`${project.name}/dev/db`)).toBeUndefined()
    for (const [path, value] of Object.entries(SOURCES)) expect(readFileSync(join(project.root, path), 'utf8')).toContain(value)
  })

  test('goes into the account that was meant only', async () => {
    const project = makeProject()
    const ran = await migrate(project.root, ['.', '--yes', '--account', '210987654321'])
    expect(ran).toMatchObject({ code: 2, error: expect.stringContaining('account 123456789012, and not of 210987654321') as string })
    expect(await stored(`${project.name}/dev/db`)).toBeUndefined()
    expect(await migrate(project.root, ['.', '--yes', '--account', '123456789012'])).toMatchObject({ code: 0 })
  })

  test('has one secret for what stands in several files, with tags and a key', async () => {
    const { root, name } = makeProject()
    writeTree(root, {
      '.env': `API_TOKEN=${TOKEN}\n`,
      'unhardcode.config.json': '{ "tags": { "team": "payments" }, "environment": "prod" }',
    })
    const ran = await migrate(root, ['.', '--yes', '--kms-key', 'alias/shop'])
    expect(ran).toMatchObject({ code: 0, error: '' })
    expect(ran.out).toContain('.env:1, a/api.js:1')
    expect(ran.out).toContain('API_TOKEN from ')
    expect(ran.out).toContain('kms:ViaService')
    const described = await client.send(new DescribeSecretCommand({ SecretId: `${name}/prod/api-token` }))
    expect(described).toMatchObject({ KmsKeyId: 'alias/shop', Tags: [{ Key: 'team', Value: 'payments' }] })
  })

  test('does what a reviewed plan says, and no more', async () => {
    const project = makeProject()
    const plan = join(project.root, 'plan.json')
    const made = await migrate(project.root, ['.', '--plan', 'plan.json'])
    expect(made.code).toBe(0)
    await expectNothingLost(project, made)
    const text = readFileSync(plan, 'utf8')
    const { steps, ...rest } = JSON.parse(text) as { steps: { name: string; description: string }[] }
    writeFileSync(plan, JSON.stringify({ ...rest, steps: steps.filter(({ name }) => name.endsWith('/db')).map(step => ({ ...step, description: 'Of the shop.' })) }))
    expect(await migrate(project.root, ['--apply', 'plan.json', '--yes'])).toMatchObject({ code: 0, error: '' })
    expect(readFileSync(join(project.root, 'a/api.js'), 'utf8')).toContain(TOKEN)
    expect(await client.send(new DescribeSecretCommand({ SecretId: `${project.name}/dev/db` }))).toMatchObject({ Description: 'Of the shop.' })
    writeFileSync(plan, text)
    expect(await migrate(project.root, ['--apply', 'plan.json', '--yes'])).toMatchObject({ code: 0, out: expect.stringContaining('nothing is left to move') as string })
    await expectDone(project)
  })

  test('does not do what a plan was not made of', async () => {
    const project = makeProject()
    await migrate(project.root, ['.', '--plan', 'plan.json'])
    writeFileSync(join(project.root, 'b/database.py'), `DB_PASSWORD = '${PASSWORD}x'\n`)
    expect(await migrate(project.root, ['--apply', 'plan.json', '--yes'])).toMatchObject({ code: 2, error: expect.stringContaining('make a new plan') as string })
    writeFileSync(join(project.root, 'plan.json'), '{ "version": 1, "id": "x", "steps": [{ "name": "a" }] }')
    expect(await migrate(project.root, ['--apply', 'plan.json', '--yes'])).toMatchObject({ code: 2, error: expect.stringContaining('Step 1 misses something') as string })
    expect(await stored(`${project.name}/dev/api-token`)).toBeUndefined()
  })

  test('makes the lookup of a recorded value an ordinary fix', async () => {
    const project = makeProject()
    await migrate(project.root, ['.', '--yes'])
    writeFileSync(join(project.root, 'a/api.js'), `export const apiToken = '${TOKEN}'\n`)
    const { code } = await new Promise<{ code: number | null }>(resolve => {
      spawn(process.execPath, [BIN, 'fix', '.', '--write'], { cwd: project.root, stdio: 'ignore' }).on('close', exit => resolve({ code: exit }))
    })
    expect(code).toBe(0)
    expect(readFileSync(join(project.root, 'a/api.js'), 'utf8')).toContain(`getSecret('${project.name}/dev/api-token')`)
  })
})

describe.skipIf(!moto).concurrent('a secret that is there', () => {
  test('with the same value is taken as it is', async () => {
    const project = makeProject()
    await client.send(new CreateSecretCommand({ Name: `${project.name}/dev/db`, SecretString: JSON.stringify({ password: PASSWORD, host: 'db.internal' }) }))
    const ran = await migrate(project.root, ['.', '--yes'])
    expect(ran).toMatchObject({ code: 0, error: '' })
    expect(ran.out).toContain(`${project.name}/dev/db: there already, with the same value.`)
    await expectNothingLost(project, ran)
    await expectDone(project)
  })

  test('with another value stops its step, and no other', async () => {
    const project = makeProject()
    await client.send(new CreateSecretCommand({ Name: `${project.name}/dev/db`, SecretString: 'of somebody else' }))
    const ran = await migrate(project.root, ['.', '--yes'])
    expect(ran).toMatchObject({ code: 2, error: expect.stringContaining('holds another value') as string })
    expect(await stored(`${project.name}/dev/db`)).toBe('of somebody else')
    expect(readFileSync(join(project.root, 'b/database.py'), 'utf8')).toContain(PASSWORD)
    expect(readFileSync(join(project.root, 'a/api.js'), 'utf8')).not.toContain(TOKEN)
    expect(ran.out + ran.error).not.toContain('somebody')
  })

  test('scheduled for deletion is not restored', async () => {
    const project = makeProject()
    await client.send(new CreateSecretCommand({ Name: `${project.name}/dev/db`, SecretString: 'gone' }))
    await client.send(new DeleteSecretCommand({ SecretId: `${project.name}/dev/db`, RecoveryWindowInDays: 7 }))
    const ran = await migrate(project.root, ['.', '--yes'])
    expect(ran).toMatchObject({ code: 2, error: expect.stringContaining('scheduled for deletion') as string })
    expect(await stored(`${project.name}/dev/db`)).toBeUndefined()
    expect(readFileSync(join(project.root, 'b/database.py'), 'utf8')).toContain(PASSWORD)
  })
})

const error = (name: string, message?: string): Fault => ({ error: name, ...(message !== undefined && { message }) })
/** At one operation, always. */
const at = (wanted: string, fault: Fault) => (operation: string): Fault => (operation === wanted ? fault : 'pass')
/** At the first request of one operation. */
const once = (wanted: string, fault: Fault) => (operation: string, number: number): Fault => (operation === wanted && number === 1 ? fault : 'pass')

describe.skipIf(!moto).concurrent('a fault that passes is overcome', () => {
  test.each([
    ['throttled once at create', once('CreateSecret', error('ThrottlingException'))],
    ['throttled once at read', once('GetSecretValue', error('ThrottlingException'))],
    ['the reply to create lost', once('CreateSecret', 'lose')],
    ['the reply to create cut off', once('CreateSecret', 'cut')],
    ['half of the reply to create', once('CreateSecret', 'half')],
    ['the reply to create late', once('CreateSecret', 'hang')],
    ['a page of HTML for the create', once('CreateSecret', 'html')],
    ['an error of the server at create', once('CreateSecret', { error: 'InternalServiceError', status: 500 })],
    ['not yet to be read', (operation: string, number: number): Fault => (operation === 'GetSecretValue' && number === 2 ? error('ResourceNotFoundException') : 'pass')],
    ['no account', at('GetCallerIdentity', 'html')],
    ['the account hung', at('GetCallerIdentity', 'hang')],
  ] as const)('%s', async (_, faultOf) => {
    const project = makeProject()
    const { endpoint } = await proxied(faultOf)
    const ran = await migrate(project.root, ['.', '--yes', '--timeout', '1'], { endpoint })
    await expectNothingLost(project, ran)
    if (ran.code !== 0) {
      // What is half done is said, and done by the next run.
      expect(ran.error).toMatch(/^unhardcode: /)
      expect(await migrate(project.root, ['.', '--yes'])).toMatchObject({ code: 0, error: '' })
    }
    await expectDone(project)
  })
})

describe.skipIf(!moto).concurrent('a fault that stays leaves the sources as they are', () => {
  test.each([
    ['reading denied', at('GetSecretValue', error('AccessDeniedException')), '`secretsmanager:GetSecretValue` is not allowed (AccessDeniedException). Nothing was created.'],
    ['creating denied', at('CreateSecret', error('AccessDeniedException', `no ${PASSWORD}`)), '`secretsmanager:CreateSecret` is not allowed (AccessDeniedException). Nothing was created.'],
    ['reading back denied', (operation: string, number: number): Fault => (operation === 'GetSecretValue' && number > 1 ? error('AccessDeniedException') : 'pass'), 'The secret was created, but could not be read back'],
    ['throttled', at('CreateSecret', error('ThrottlingException')), 'AWS asked for fewer requests'],
    ['no answer', at('GetSecretValue', 'hang'), 'did not answer in time'],
    ['no answer to create', at('CreateSecret', 'hang'), 'did not answer in time'],
    ['an answer that does not end', at('GetSecretValue', 'drip'), 'did not answer in time'],
    ['HTML', at('GetSecretValue', 'html'), 'is no answer of Secrets Manager'],
    ['half answers', at('GetSecretValue', 'half'), 'Nothing was created.'],
    ['answers that are cut off', at('GetSecretValue', 'cut'), 'could not be reached'],
    ['an altered reply', at('GetSecretValue', 'alter'), 'What was read back is not what was written'],
    ['a key that cannot be used', at('CreateSecret', error('EncryptionFailure')), '`kms:GenerateDataKey`'],
    ['too many secrets', at('CreateSecret', error('LimitExceededException')), 'refused `secretsmanager:CreateSecret` (LimitExceededException)'],
    ['expired credentials', at('GetSecretValue', error('ExpiredTokenException')), '`--profile`'],
    ['the name taken meanwhile', at('CreateSecret', error('ResourceExistsException')), 'It holds no value; it was left as it is.'],
    ['a deletion that AWS tells at create', at('CreateSecret', error('InvalidRequestException', 'You can’t create this secret because a secret with this name is already scheduled for deletion.')), 'scheduled for deletion'],
    ['a server that is broken', at('CreateSecret', { error: 'x\r\n::stop-commands::', status: 500 }), 'could not be reached'],
  ] as const)('%s', async (_, faultOf, sentence) => {
    const project = makeProject()
    const { endpoint } = await proxied(faultOf)
    const ran = await migrate(project.root, ['.', '--yes', '--timeout', '0.5'], { endpoint })
    expect(ran.error).toContain(sentence)
    expect(ran.error).not.toMatch(/::stop|\bat .*\.js/)
    expect(ran.code).toBe(2)
    for (const [path, value] of Object.entries(SOURCES)) expect(readFileSync(join(project.root, path), 'utf8')).toContain(value)
    await expectNothingLost(project, ran)
    const again = await migrate(project.root, ['.', '--yes'])
    expect(again).toMatchObject({ code: 0, error: '' })
    await expectNothingLost(project, again)
    await expectDone(project)
  })

  test('nobody is there', async () => {
    const project = makeProject()
    const ran = await migrate(project.root, ['.', '--yes', '--timeout', '1'], { endpoint: 'http://127.0.0.1:9' })
    expect(ran).toMatchObject({ code: 2, error: expect.stringContaining('could not be reached (ECONNREFUSED)') as string })
  })

  test('no credentials, no region', async () => {
    const project = makeProject()
    const none = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' }
    expect(await migrate(project.root, ['.', '--yes'], { environment: none })).toMatchObject({ code: 2, error: expect.stringContaining('there are none') as string })
    expect(await migrate(project.root, ['.', '--yes'], { environment: { AWS_REGION: '' } })).toMatchObject({ code: 2, error: expect.stringContaining('No region is known') as string })
  })
})

describe.skipIf(!moto).concurrent('the files', () => {
  test('a source that cannot be written keeps its value', async () => {
    const project = makeProject()
    const source = join(project.root, 'b/database.py')
    chmodSync(source, 0o444)
    // The administrator may write it all the same.
    if (process.getuid?.() === 0) for (const name of ['', ...readdirSync(project.root, { recursive: true, encoding: 'utf8' })]) chownSync(join(project.root, name), NOBODY, NOBODY)
    chmodSync(directory, 0o755)
    const ran = await migrate(project.root, ['.', '--yes'], process.getuid?.() === 0 ? { user: NOBODY } : {})
    expect(ran).toMatchObject({ code: 2, error: expect.stringContaining('`b/database.py` was left as it is') as string })
    await expectNothingLost(project, ran)
    chmodSync(source, 0o644)
    expect(await migrate(project.root, ['.', '--yes'])).toMatchObject({ code: 0 })
    await expectDone(project)
  })

  test('a disk that is full keeps the values, and says which secret exists', async () => {
    const project = makeProject()
    const ran = await migrate(project.root, ['.', '--yes'], { shell: 'ulimit -f 0; exec "$@"' })
    expect(ran).toMatchObject({ code: 2, error: expect.stringContaining(`\`${project.name}/dev/api-token\`: The secret exists, but the record could not be written`) as string })
    await expectNothingLost(project, ran)
    for (const [path, value] of Object.entries(SOURCES)) expect(readFileSync(join(project.root, path), 'utf8')).toContain(value)
    expect(await migrate(project.root, ['.', '--yes'])).toMatchObject({ code: 0 })
    await expectDone(project)
  })

  test('a source that was edited meanwhile keeps what was not moved', async () => {
    const project = makeProject()
    const path = join(project.root, 'b/database.py')
    const { endpoint } = await proxied(once('CreateSecret', { before: () => writeFileSync(path, `DB_PASSWORD = '${PASSWORD}-new'\n`) }))
    const ran = await migrate(project.root, ['.', '--yes'], { endpoint })
    expect(ran).toMatchObject({ code: 2, error: expect.stringContaining('`b/database.py` was left as it is') as string })
    expect(readFileSync(path, 'utf8')).toContain(`${PASSWORD}-new`)
  })

  test('a record that is none stops before anything is made', async () => {
    const project = makeProject()
    writeFileSync(join(project.root, 'unhardcode.migrations.json'), '[]')
    const ran = await migrate(project.root, ['.', '--yes'])
    expect(ran).toMatchObject({ code: 2, error: expect.stringContaining('is no record of migrations') as string })
    expect(await stored(`${project.name}/dev/db`)).toBeUndefined()
  })

  test('a record that cannot be written leaves the sources', async () => {
    const project = makeProject()
    const { endpoint } = await proxied(once('CreateSecret', { before: () => writeFileSync(join(project.root, 'unhardcode.migrations.json'), '{}') }))
    const ran = await migrate(project.root, ['.', '--yes'], { endpoint })
    expect(ran).toMatchObject({ code: 2, error: expect.stringContaining('The secret exists, but') as string })
    expect(readFileSync(join(project.root, 'b/database.py'), 'utf8')).toContain(PASSWORD)
    await expectNothingLost(project, ran)
  })
})

describe.skipIf(!moto).concurrent('killed', () => {
  // The account, and for each of two secrets the look, the create and the reading back.
  test.each([1, 2, 3, 4, 5, 6, 7].flatMap(number => [[number, 'before'], [number, 'after']] as const))('at request %i, %s it is answered', async (wanted, time) => {
    const project = makeProject()
    let child: ChildProcess | undefined
    let requests = 0
    const kill = (): void => void child?.kill('SIGKILL')
    const { endpoint } = await proxied(() => (++requests !== wanted ? 'pass' : time === 'before' ? { before: kill } : { after: kill }))
    const ran = await migrate(project.root, ['.', '--yes'], { endpoint, started: own => (child = own) })
    await expectNothingLost(project, ran)
    const again = await migrate(project.root, ['.', '--yes'])
    expect(again).toMatchObject({ code: 0, error: '' })
    await expectNothingLost(project, again)
    await expectDone(project)
  })

  test('asked to stop, it ends what it is at and begins nothing new', async () => {
    const project = makeProject()
    let child: ChildProcess | undefined
    const { endpoint } = await proxied(once('CreateSecret', { before: () => void child?.kill('SIGINT') }))
    const ran = await migrate(project.root, ['.', '--yes'], { endpoint, started: own => (child = own) })
    expect(ran).toMatchObject({ code: 2, error: expect.stringContaining('1 more secret was not tried') as string })
    await expectNothingLost(project, ran)
    expect(readFileSync(join(project.root, 'a/api.js'), 'utf8')).not.toContain(TOKEN)
    expect(await migrate(project.root, ['.', '--yes'])).toMatchObject({ code: 0 })
    await expectDone(project)
  })
})
