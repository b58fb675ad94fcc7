import { expect, test } from 'vitest'
import { usageReader } from '../dist/src/engine/code.js'
import { makeTree, unhardcode } from './world.ts'

/** The actions that the code of a handler in `app` needs; undefined where not all of it is seen. */
function actionsOf(files: Readonly<Record<string, string>>): readonly string[] | undefined {
  const usage = usageReader(path => files[path])({ from: 'stack/template.yaml', directory: '../code', handler: 'app.handler' })
  return usage?.calls.flatMap(({ actions }) => actions)
}

const V3 = "import * as sm from '@aws-sdk/client-secrets-manager'\nconst client = new sm.SecretsManagerClient({})\n"
const PYTHON = 'import boto3\nclient = boto3.client("secretsmanager")\n'

test.each([
  ['code/app.js', `${V3}await client.send(new sm.DescribeSecretCommand({ SecretId: 'a' }))`, ['DescribeSecret']],
  ['code/app.ts', `${V3}for await (const page of sm.paginateListSecrets({ client }, {})) show(page)`, ['ListSecrets']],
  ['code/app.mjs', "import { getSecret } from '@aws-lambda-powertools/parameters/secrets'\nawait getSecret('a')", ['GetSecretValue']],
  ['code/app.cjs', "const { S3 } = require('@aws-sdk/client-s3')", []],
  ['code/app.js', `${V3}await client.send(new sm.CreateSecretCommand({ Name: 'a', Tags: [tag] }))`, ['CreateSecret', 'TagResource']],
  ['code/app.py', `${PYTHON}client.batch_get_secret_value(SecretIdList=["a"])`, ['BatchGetSecretValue', 'GetSecretValue']],
  ['code/app.py', 'from aws_secretsmanager_caching import SecretCache\ncache = SecretCache()\ncache.get_secret_string("a")', ['DescribeSecret', 'GetSecretValue']],
  ['code/app.py', `${PYTHON}def read(sm):\n    return sm.get_secret_value(SecretId="a")\nread(client)`, ['GetSecretValue']],
])('%s needs what it calls: %s', (path, text, actions) => {
  expect(actionsOf({ [path]: text })).toEqual(actions)
})

test.each([
  ['code/app.js', `${V3}await client.send(new sm[name]({ SecretId: 'a' }))`],
  ['code/app.js', `${V3}export const store = open(client)`],
  ['code/app.js', "import { secrets } from '@acme/platform'\nsecrets.open()"],
  ['code/app.js', "import { open } from './missing.js'\nopen()"],
  ['code/app.js', "import { open } from '../../outside.js'\nopen()"],
  ['code/app.js', 'const plugin = require(name)'],
  ['code/app.js', "import { store } from 'store'\nawait store.getSecretValue('a')"],
  ['code/app.js', `${V3}await client.send(new sm.CreateSecretCommand(request))`],
  ['code/app.py', `${PYTHON}getattr(client, name)(SecretId="a")`],
  ['code/app.py', 'import boto3\nboto3.client(service).get()'],
  ['code/app.py', 'import subprocess\nsubprocess.run(["aws", "secretsmanager", "get-secret-value"])'],
  ['code/app.go', 'package main'],
])('%s says nothing of its needs where it hides something: %s', (path, text) => {
  expect(actionsOf({ [path]: text })).toBeUndefined()
})

test('follows imports through packages of the code', () => {
  const files = { 'code/app.py': 'from lib import store\n', 'code/lib/__init__.py': '', 'code/lib/store.py': 'from . import base\n', 'code/lib/base.py': `${PYTHON}client.get_secret_value(SecretId="a")\n` }
  expect(actionsOf(files)).toEqual(['GetSecretValue'])
})

test('the command line reads the code beside a template', () => {
  const policies = '      Policies:\n        - Statement:\n            - { Effect: Allow, Action: "secretsmanager:*", Resource: !Ref Login }\n'
  const root = makeTree({
    'template.yaml': `Transform: AWS::Serverless-2016-10-31\nResources:\n  Reader:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: src\n      Handler: app.handler\n${policies}`,
    'src/app.py': `${PYTHON}\n\ndef handler(event, context):\n    return client.get_secret_value(SecretId="login")\n`,
  })
  expect(unhardcode(root, ['scan']).out).toContain('needs `GetSecretValue` only (src/app.py:6)')
  expect(unhardcode(root, ['fix', '.', '--review']).out).toContain('+            - { Effect: Allow, Action: "secretsmanager:GetSecretValue", Resource: !Ref Login }')
})

test('a function whose source of events takes a secret needs more than its code calls', () => {
  const policies = '      Policies: [{ Statement: { Effect: Allow, Action: "secretsmanager:Get*", Resource: !Ref Login } }]\n'
  const events = '      Events: { Queue: { Type: MQ, Properties: { SourceAccessConfigurations: [{ Type: BASIC_AUTH, URI: !Ref Login }] } } }\n'
  const template = `Transform: AWS::Serverless-2016-10-31\nResources:\n  Reader:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: src\n      Handler: app.handler\n${policies}`
  const code = { 'src/app.py': 'def handler(event, context):\n    return None\n' }
  expect(unhardcode(makeTree({ ...code, 'template.yaml': template }), ['scan']).out).toContain('calls nothing')
  expect(unhardcode(makeTree({ ...code, 'template.yaml': template + events }), ['scan']).out).not.toContain('calls nothing')
})
