import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type ProjectFile, filesOf, fixed, storeOf } from './projects.ts'

const directory = mkdtempSync(join(tmpdir(), 'unhardcode-run-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** Secrets Manager as a program sees it, answered from the environment. */
const STUBS: Readonly<Record<string, string>> = {
  'node_modules/@aws-sdk/client-secrets-manager/package.json': '{ "name": "@aws-sdk/client-secrets-manager", "main": "index.js" }',
  'node_modules/@aws-sdk/client-secrets-manager/index.js': `
    exports.GetSecretValueCommand = class GetSecretValueCommand { constructor(input) { this.input = input } }
    exports.SecretsManagerClient = class SecretsManagerClient { async send({ input }) { return { SecretString: JSON.parse(process.env.SECRETS)[input.SecretId] } } }
  `,
  'boto3.py': [
    'import json, os',
    'class Client:',
    '    def get_secret_value(self, SecretId):',
    '        return {"SecretString": json.loads(os.environ["SECRETS"])[SecretId]}',
    'def client(service):',
    '    assert service == "secretsmanager"',
    '    return Client()',
  ].join('\n'),
}

describe('a fixed program prints what it printed before', () => {
  test.each([
    ['esm', 'node', 'src/main.js'],
    ['commonjs', 'node', 'index.js'],
    ['python', 'python3', 'report.py'],
  ] as const)('%s', (project, program, entry) => {
    const files = filesOf(project)
    const plans = files.map(file => ({ file, plan: fixed(file) }))
    expect(plans.flatMap(({ plan }) => plan.applied)).not.toEqual([])
    const secrets = storeOf(plans.map(({ plan }) => plan))
    const before = run(program, entry, `${project}-before`, files, {})
    const after = run(program, entry, `${project}-after`, plans.map(({ file, plan }) => ({ ...file, text: plan.text })), secrets)
    expect(after).toBe(before)
    expect(before).not.toBe('')
  })
})

function run(program: string, entry: string, name: string, files: readonly Pick<ProjectFile, 'path' | 'text'>[], secrets: Readonly<Record<string, string>>): string {
  const root = join(directory, name)
  for (const { path, text } of [...files, ...Object.entries(STUBS).map(([path, text]) => ({ path, text }))]) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return execFileSync(program, [entry], { cwd: root, encoding: 'utf8', env: { ...process.env, SECRETS: JSON.stringify(secrets), PYTHONPATH: root } })
}
