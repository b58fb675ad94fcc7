import { expect, test } from 'vitest'
import { openDocument } from '../dist/src/formats/index.js'
import { dialectsOf } from '../dist/src/iac/index.js'
import { Flow } from '../dist/src/iac/sdk/flow.js'
import { usageOf } from '../dist/src/iac/sdk/usage.js'

/** What the one argument of each `sink(…)` holds. */
function heldIn(path: string, text: string): readonly (string | undefined)[] {
  const document = openDocument(path, text)
  const { program } = document
  if (!program) throw new Error('It does not parse.')
  const flow = new Flow(document, program)
  return program.calls.filter(({ callee }) => callee === 'sink').flatMap(({ positional, scope }) => positional.map(node => flow.held(node, scope)))
}

function operationsIn(path: string, text: string): readonly string[] {
  const { program } = openDocument(path, text)
  return program ? usageOf(program).operations.map(({ name }) => name) : []
}

/** The requests of a file, with their parameters. */
function requestsIn(path: string, text: string): readonly string[] {
  const document = openDocument(path, text)
  const resources = dialectsOf(document).flatMap(dialect => dialect.module([document], true).resources)
  return resources.map(resource => `${resource.type.replace(/^.*::/, '')} ${resource.property().flatMap(node => (node.kind === 'mapping' ? node.entries : [])).map(({ key, value }) => `${key}=${value.kind === 'scalar' ? String(value.value) : value.kind}`).join(' ')}`.trim())
}

const V3 = "import { SecretsManagerClient, GetSecretValueCommand as Get } from '@aws-sdk/client-secrets-manager'\nconst c = new SecretsManagerClient({})\n"

test.each([
  ['a.ts', `${V3}await c.send(new Get({ SecretId: 'a' }))`, ['GetSecretValue']],
  ['a.ts', "import * as sm from '@aws-sdk/client-secrets-manager'\nawait new sm.SecretsManager({}).rotateSecret({ SecretId: 'a' })", ['RotateSecret']],
  ['a.js', "const AWS = require('aws-sdk')\nconst s = new AWS.SecretsManager()\ns.listSecrets({}, done)", ['ListSecrets']],
  ['a.js', "import { DeleteSecretCommand } from './other-cloud'\nclient.send(new DeleteSecretCommand({ id: 'a' }))", []],
  ['a.js', "glue.putResourcePolicy({ PolicyInJson: p })", []],
  ['a.py', "import boto3\nc = boto3.client('secretsmanager')\nc.tag_resource(SecretId='a')", ['TagResource']],
  ['a.py', "class A:\n    def __init__(self, session):\n        self.sm = session.client(service_name='secretsmanager')\n    def f(self):\n        self.sm.list_secrets()", ['ListSecrets']],
  ['a.py', "async def f():\n    async with session.create_client('secretsmanager') as c:\n        await c.get_random_password()", ['GetRandomPassword']],
  ['a.py', "def sm():\n    return boto3.client('secretsmanager')\nsm().restore_secret(SecretId='a')", ['RestoreSecret']],
  ['a.py', "value = SecretStr('a').get_secret_value()", []],
  ['a.py', "client.create_secret(request={'parent': p})", []],
])('%s: %s', (path, text, expected) => {
  expect(operationsIn(path, text)).toEqual(expected)
})

const READ = `${V3}const r = await c.send(new Get({ SecretId: 'a' }))\nconst s = JSON.parse(r.SecretString!)\n`
const PY = "import boto3, json\nc = boto3.client('secretsmanager')\nr = c.get_secret_value(SecretId='a')\ns = json.loads(r['SecretString'])\n"

test.each([
  ['a.ts', `${READ}sink(r)\nsink(r.ARN)\nsink(s.password)\nsink(s.host)\nsink(\`x \${s.token}\`)`, ['response', undefined, 'secret', undefined, 'secret']],
  ['a.ts', `${READ}const { password: p, ...rest } = s\nsink(p)\nsink(rest)\nsink(mask(p))\nsink(!!p)\nsink(p.length)`, ['secret', 'secret', undefined, undefined, undefined]],
  ['a.ts', `${READ}const o = { user: 'a', password: s.password }\nsink(o)\nsink(o.password)\nsink(o.user)`, ['secret', 'secret', undefined]],
  ['a.ts', `${READ}let v = s.password\nv = hash(v)\nsink(v)`, [undefined]],
  ['a.py', `${PY}sink(r)\nsink(r['Name'])\nsink(s['password'])\nsink(s.get('token'))\nsink(len(r['SecretString']))\nsink(f"x {s['key']}")`, ['response', undefined, 'secret', 'secret', undefined, 'secret']],
  ['a.py', `${PY}sink([k for k in s])\nsink([v for v in s.values()])\nsink(s['password'][:2])\nfor k, v in s.items():\n    sink(k)\n    sink(v)`, [undefined, 'secret', undefined, undefined, 'secret']],
  ['a.py', `${PY}def get(name):\n    return json.loads(c.get_secret_value(SecretId=name)['SecretString'])\nsink(get('b')['password'])\ndef loop():\n    return loop()\nsink(loop())`, ['secret', undefined]],
])('%s: follows %s', (path, text, expected) => {
  expect(heldIn(path, text)).toEqual(expected)
})

test.each([
  ['a.sh', "aws --region x secretsmanager delete-secret \\\n  --secret-id a --force-delete-without-recovery # gone", ['DeleteSecret SecretId=a ForceDeleteWithoutRecovery=true']],
  ['a.sh', 'aws secretsmanager rotate-secret --secret-id "a b" --rotation-rules AutomaticallyAfterDays=9,Duration=2h --no-rotate-immediately && x', ['RotationSchedule SecretId=a b RotationRules=mapping RotateImmediately=false']],
  ['a.sh', "aws secretsmanager create-secret --name=a --secret-string \"x $Y $(z '1 2') \\\"q\\\"\" --cli-input-json '{\"Description\": \"d\"}'", ['Secret Name=a SecretString=call Description=d']],
  ['a.sh', '# aws secretsmanager delete-secret --secret-id a\nbaws secretsmanager delete-secret --secret-id a', []],
  ['Makefile', 'x:\n\taws secretsmanager cancel-rotate-secret --secret-id $(NAME)', ['CancelRotateSecret SecretId=call']],
  ['Dockerfile', 'FROM x\nRUN aws secretsmanager cancel-rotate-secret --secret-id a', ['CancelRotateSecret SecretId=a']],
  ['a.yml', 'on: push\njobs:\n  a:\n    steps:\n      - run: |\n          aws secretsmanager put-secret-value --secret-id ${{ inputs.a }} --secret-string file://a', ['SecretVersion SecretId=call SecretString=reference']],
  ['a.py', "subprocess.run(['aws', 'secretsmanager', 'delete-secret', '--secret-id', name, '--recovery-window-in-days', '7'])", ['DeleteSecret SecretId=reference RecoveryWindowInDays=7']],
  ['a.yml', '- tasks:\n  - community.aws.secretsmanager_secret: {name: a, secret: "{{ b }}", rotation_interval: 9}', ['Secret Name=a SecretString=reference', 'RotationSchedule RotationRules=mapping']],
])('%s: requests %s', (path, text, expected) => {
  expect(requestsIn(path, text)).toEqual(expected)
})
