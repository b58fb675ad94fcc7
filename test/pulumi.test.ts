import { expect, test } from 'vitest'
import { openDocument } from '../dist/src/formats/index.js'
import { dialectOf } from '../dist/src/iac/index.js'

const IMPORTS = "import * as pulumi from '@pulumi/pulumi'\nimport * as aws from '@pulumi/aws'\n"

function resourcesOf(text: string, path = 'index.ts') {
  const document = openDocument(path, text)
  const dialect = dialectOf(document)
  return dialect ? dialect.module([document], true).resources : []
}

function plain(node: unknown): unknown {
  return JSON.parse(JSON.stringify(node, (key, value: unknown) => (['range', 'keyRange', 'content', 'segments'].includes(key) ? undefined : value)))
}

test.each([
  ['@pulumi/aws', 'import * as aws from "@pulumi/aws"\nnew aws.secretsmanager.Secret("db", { kmsKeyId: "k" })'],
  ['a module of it', 'import { secretsmanager as sm } from "@pulumi/aws"\nnew sm.Secret("db", { kmsKeyId: "k" })'],
  ['a class of a module', 'import { Secret } from "@pulumi/aws/secretsmanager"\nnew Secret("db", { kmsKeyId: "k" })'],
  ['require', 'const aws = require("@pulumi/aws")\nnew aws.secretsmanager.Secret("db", { kmsKeyId: "k" })'],
  ['aws-native', 'import * as native from "@pulumi/aws-native"\nnew native.secretsmanager.Secret("db", { kmsKeyId: "k" })'],
  ['an object elsewhere', 'import * as aws from "@pulumi/aws"\nconst options = { kmsKeyId: "k" }\nnew aws.secretsmanager.Secret("db", { ...options })'],
])('a secret by %s', (_, text) => {
  const [secret] = resourcesOf(text)
  expect(secret).toMatchObject({ type: 'AWS::SecretsManager::Secret', id: 'db', complete: true })
  expect(plain(secret?.property('KmsKeyId'))).toEqual([{ kind: 'scalar', value: 'k' }])
})

test.each([
  ['apply', 'db.arn.apply(arn => JSON.stringify({ Statement: [{ Resource: arn }] }))'],
  ['a function with a body', 'db.arn.apply(arn => { return JSON.stringify({ Statement: [{ Resource: arn }] }) })'],
  ['all', 'pulumi.all([other, db.arn]).apply(([o, arn]) => JSON.stringify({ Statement: [{ Resource: arn }] }))'],
  ['all of an object', 'pulumi.all({ arn: db.arn }).apply(({ arn }) => JSON.stringify({ Statement: [{ Resource: arn }] }))'],
  ['jsonStringify', 'pulumi.jsonStringify({ Statement: [{ Resource: db.arn }] })'],
  ['an object', '{ Statement: [{ Resource: db.arn }] }'],
])('a policy by %s', (_, policy) => {
  const [, own] = resourcesOf(`${IMPORTS}const db = new aws.secretsmanager.Secret('login')\nnew aws.iam.RolePolicy('p', { role: 'r', policy: ${policy} })`)
  expect(plain(own?.property('PolicyDocument', 'Statement', '*', 'Resource'))).toEqual([{ kind: 'reference', target: 'login.arn' }])
})

test('what refers to itself in a circle ends', () => {
  const text = `${IMPORTS}const a = { b }\nconst b = [a, a, a, { ...a }]\nconst c = c.d\nnew aws.secretsmanager.Secret('db', { tags: b, name: c })`
  expect(resourcesOf(text)).toHaveLength(1)
})

test('what the Serverless Framework fills in is unknown', () => {
  const [own] = resourcesOf('service: a\nprovider:\n  name: aws\n  environment:\n    A: ${env:A}\n    B: b\n    C: c-${self:x}\n', 'serverless.yml')
  expect(own?.property('Environment', 'Variables', '*').map(({ kind }) => kind)).toEqual(['call', 'scalar', 'call'])
})
