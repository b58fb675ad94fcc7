import { execFile, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import ts from 'typescript'
import { afterAll, describe, expect, test } from 'vitest'
import { encodeText } from '../dist/src/core/encoding.js'
import { startMoto } from './moto.ts'
import { DISGUISES, type ProjectFile, filesOf, fixed, fixedTogether, movesOf, projectNames, storeOf } from './projects.ts'
import { STUBS } from './stubs.ts'

const run = promisify(execFile)
const BIN = fileURLToPath(new URL('../dist/src/cli/bin.js', import.meta.url))
const INSTALLED = fileURLToPath(new URL('../node_modules/', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'unhardcode-programs-'))
/** Scopes of packages that the fixed programs read secrets with. */
const SCOPES = ['@aws-sdk', '@aws-lambda-powertools']

const moto = await startMoto()
afterAll(() => {
  moto?.stop()
  rmSync(directory, { recursive: true, force: true })
})

const entryOf = (files: readonly ProjectFile[]): string | undefined => files.map(({ path }) => path).find(path => /^(?:src\/)?main\.(?:[cm]?[jt]s|py|sh)$/.test(path))
/** What infrastructure is written with is not installed. */
const ownProjects = projectNames.filter(project => !/cdk|pulumi|troposphere/.test(project))
const programs = ownProjects.flatMap(project => {
  const entry = entryOf(filesOf(project))
  // Keys of JSON are read with `jq` there, which not every machine has.
  const runs = entry !== undefined && (!entry.endsWith('.sh') || spawnSync('jq', ['--version']).status === 0)
  return runs ? [[project, entry] as const] : []
})

test('there are programs of many kinds', () => {
  expect(programs.length).toBeGreaterThanOrEqual(35)
})

describe.skipIf(!moto)('a fixed program prints what it printed before', () => {
  test.concurrent.each(programs)('%s', async (project, entry) => {
    await proof(project, entry, filesOf(project))
  })

  test.concurrent.each(programs.filter(([project]) => /^(?:cjs-async|esm|python|py-tabs|ts-types)$/.test(project)))('%s, written on Windows', async (project, entry) => {
    const files = filesOf(project).map(file => ({ ...file, text: (DISGUISES['CRLF'] as (text: string) => string)(file.text) }))
    await proof(project, entry, files, { mark: true, region: 'eu-central-1' })
  })
})

/** Runs a project, fixes it as its user would, creates the secrets that the fixes ask for, and runs it again. @param mark Whether its files begin with a byte order mark. */
async function proof(project: string, entry: string, files: readonly ProjectFile[], { mark, region } = { mark: false, region: 'eu-west-1' }): Promise<void> {
  if (!moto) throw new Error('Nothing answers as Secrets Manager does.')
  const environment = { ...moto.environment, AWS_REGION: region, AWS_DEFAULT_REGION: region }
  const { python } = moto
  const [before, after] = ['before', 'after'].map(time => join(directory, region, time, project))
  if (before === undefined || after === undefined) return
  writeProject(before, files, mark)
  const printed = await print(before, entry, python, environment)
  expect(printed).not.toBe('')

  const plans = fixedTogether(files)
  writeProject(after, files, mark)
  await run(process.execPath, [BIN, 'fix', '--review', '--write', '--quiet', '.'], { cwd: after, env: { PATH: process.env['PATH'] } }).catch((error: unknown) => {
    // What is declined stays open, and the command says so by its code.
    if (!(error instanceof Error) || !('code' in error) || error.code !== 1) throw error
  })
  for (const [index, { path }] of files.entries()) expect(readFileSync(join(after, path), 'utf8').replace(/^\uFEFF/, '')).toBe(plans[index]?.text)

  const client = new SecretsManagerClient({ endpoint: moto.endpoint, region, credentials: { accessKeyId: 'testing', secretAccessKey: 'testing' } })
  for (const [id, value] of Object.entries(storeOf(plans))) await client.send(new CreateSecretCommand({ Name: id, SecretString: value }))
  const variables = Object.fromEntries(movesOf(plans).flatMap(({ variable, value }) => (variable === undefined ? [] : [[variable, value.reveal()]])))
  expect(await print(after, entry, python, { ...environment, ...variables })).toBe(printed)
}

/** Writes files as they stand in a repository, with the packages that they import. @param mark With a byte order mark. */
function writeProject(root: string, files: readonly ProjectFile[], mark: boolean): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), encodeText(text, 'utf-8', mark && !text.startsWith('#!') && !path.endsWith('.json')))
  }
  for (const scope of SCOPES) {
    mkdirSync(join(root, 'node_modules'), { recursive: true })
    symlinkSync(join(INSTALLED, scope), join(root, 'node_modules', scope))
  }
  for (const [path, text] of Object.entries(STUBS)) {
    mkdirSync(dirname(join(root, 'node_modules', path)), { recursive: true })
    writeFileSync(join(root, 'node_modules', path), text)
  }
}

/** What a program prints. Programs in TypeScript run without their types. */
async function print(root: string, entry: string, python: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const env = { PATH: process.env['PATH'], HOME: root, NODE_NO_WARNINGS: '1', PYTHONDONTWRITEBYTECODE: '1', ...environment }
  if (entry.endsWith('.sh')) return (await run('bash', [entry], { cwd: root, env: { ...env, PATH: `${withCommand(root, python)}:${process.env['PATH'] ?? ''}` } })).stdout
  if (entry.endsWith('.py')) return (await run(python, [entry], { cwd: root, env })).stdout
  return (await run(process.execPath, [entry.replace(/ts$/, 'js')], { cwd: entry.endsWith('ts') ? withoutTypes(root) : root, env })).stdout
}

/** A directory with what scripts call of AWS' command line, over its SDK for Python. */
function withCommand(root: string, python: string): string {
  const bin = join(root, '.bin')
  mkdirSync(bin, { recursive: true })
  const lines = [`#!${python}`, 'import sys', 'import boto3', "options = dict(zip(sys.argv[3::2], sys.argv[4::2]))", "print(boto3.client('secretsmanager').get_secret_value(SecretId=options['--secret-id'])['SecretString'])"]
  writeFileSync(join(bin, 'aws'), `${lines.join('\n')}\n`, { mode: 0o755 })
  return bin
}

/** A copy of a project in JavaScript. */
function withoutTypes(root: string): string {
  const copy = `${root}-js`
  cpSync(root, copy, { recursive: true, verbatimSymlinks: true })
  const isModule = readFileSync(join(root, 'package.json'), 'utf8').includes('"type": "module"')
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022, module: isModule ? ts.ModuleKind.ESNext : ts.ModuleKind.CommonJS, esModuleInterop: true, experimentalDecorators: true, rewriteRelativeImportExtensions: true,
  }
  for (const path of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts') || path.startsWith('node_modules')) continue
    const { outputText } = ts.transpileModule(readFileSync(join(copy, path), 'utf8'), { fileName: path, compilerOptions })
    writeFileSync(join(copy, path.replace(/ts$/, 'js')), outputText)
  }
  return copy
}

test('TypeScript says nothing new of what is fixed', () => {
  const projects = ownProjects.filter(project => filesOf(project).some(({ path }) => path.endsWith('.ts')))
  const said = (time: string, change: (file: ProjectFile) => string): readonly string[] => {
    const root = join(directory, `types-${time}`)
    const paths = projects.flatMap(project => filesOf(project).filter(({ path }) => path.endsWith('.ts')).map(file => {
      const path = join(root, project, file.path)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, change(file))
      return path
    }))
    symlinkSync(INSTALLED, join(root, 'node_modules'))
    const options = { strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.Preserve, moduleResolution: ts.ModuleResolutionKind.Bundler, allowImportingTsExtensions: true, types: ['node'] }
    return ts.getPreEmitDiagnostics(ts.createProgram(paths, options)).map(({ file, messageText }) => `${file?.fileName.slice(root.length) ?? ''} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)
  }
  const before = said('before', ({ text }) => text)
  expect(said('after', file => fixed(file).text).filter(line => !before.includes(line))).toEqual([])
})
