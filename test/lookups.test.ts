import { describe, expect, test } from 'vitest'
import { applyEdits } from '../dist/src/core/fix.js'
import { detect } from '../dist/src/detection/detect.js'
import { expandShapes } from '../dist/src/detection/shape.js'
import { openDocument } from '../dist/src/formats/index.js'
import { fixesFor } from '../dist/src/lookups/index.js'
import { declinedIn, fixed } from './projects.ts'
import { PROJECT } from './support.ts'

test('a here-document takes commands, and quotes in it are text', () => {
  const text = expandShapes([
    'cat <<EOF > settings', 'password={base62:20}', 'GITHUB="ghp_{base62:30}{crc32}"', "{ 'secret': '{base62:24}' }", 'ghp_{base62:30}{crc32}', 'EOF',
    'cat <<EOF', 'ghp_{base62:30}{crc32}', 'EOF',
    "cat <<'EOF'", 'password={base62:20}', 'EOF', 'cat <<-"EOF"', '\tREDIS_PASSWORD="{base62:20}"', 'EOF', 'cat <<\\EOF', 'ghp_{base62:36}', 'EOF', 'QUEUE_PASSWORD={base62:20}', '',
  ].join('\n'))
  const file = { path: 'a.sh', text, facts: PROJECT }
  const lines = text.split('\n')
  const fixedLines = fixed(file).text.replace(/\$\(aws [^)]*\)/g, '$(…)').split('\n')
  expect(fixedLines.slice(0, 9)).toEqual(['cat <<EOF > settings', 'password=$(…)', 'GITHUB="$(…)"', "{ 'secret': '$(…)' }", '$(…)', 'EOF', 'cat <<EOF', '$(…)', 'EOF'])
  expect(fixedLines.slice(9, -2)).toEqual(lines.slice(9, -2))
  expect(fixedLines.at(-2)).toBe('QUEUE_PASSWORD="$(…)"')
  expect(declinedIn(file)).toContain('a.sh:11 A here-document whose mark is quoted is taken as written; take the quotes off first.')
})

test.each([
  ['      - POSTGRES_PASSWORD={base62:20}', '      - POSTGRES_PASSWORD=${POSTGRES_PASSWORD:?}'],
  ['      - "POSTGRES_PASSWORD={base62:20}"', '      - "POSTGRES_PASSWORD=${POSTGRES_PASSWORD:?}"'],
  ["      - 'POSTGRES_PASSWORD={base62:20}'", "      - 'POSTGRES_PASSWORD=${POSTGRES_PASSWORD:?}'"],
  ['      POSTGRES_PASSWORD: {base62:20}', '      POSTGRES_PASSWORD: "${POSTGRES_PASSWORD:?}"'],
  ["      POSTGRES_PASSWORD: '{base62:20}'", "      POSTGRES_PASSWORD: '${POSTGRES_PASSWORD:?}'"],
])('Compose keeps the quotes that a value has: %s', (line, expected) => {
  const text = `services:\n  db:\n    environment:\n${expandShapes(line)}\n`
  expect(fixed({ path: 'compose.yaml', text, facts: PROJECT }).text).toBe(`services:\n  db:\n    environment:\n${expected}\n`)
})

describe('a project names its own accessors', () => {
  const project = { ...PROJECT, accessors: { javascript: { module: '#secrets', name: 'secret' }, python: { module: 'shop.secrets', name: 'secret' } } }

  test.each([
    ['a.mjs', "const dbPassword = '{base62:20}'\n", "import { secret } from '#secrets'\n\nconst dbPassword = JSON.parse(await secret('shop/dev/db')).password\n"],
    ['a.py', "import os\n\nDB_PASSWORD = '{base62:20}'\n", "import json\nimport os\n\nfrom shop.secrets import secret\n\nDB_PASSWORD = json.loads(secret('shop/dev/db'))['password']\n"],
  ])('%s', (path, text, expected) => {
    expect(fixed({ path, text: expandShapes(text), facts: project }).text).toBe(expected)
  })
})

describe('what is there is used', () => {
  const sdk = "import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'\n"
  const fixOf = (path: string, text: string): string => fixed({ path, text: expandShapes(text), facts: PROJECT }).text

  test('a helper of the file', () => {
    const helper = `${sdk}\nconst client = new SecretsManagerClient()\n\nasync function fetchSecret(name) {\n  return (await client.send(new GetSecretValueCommand({ SecretId: name }))).SecretString\n}\n\n`
    expect(fixOf('a.mjs', `${helper}const dbPassword = '{base62:20}'\n`)).toBe(`${helper}const dbPassword = JSON.parse(await fetchSecret('shop/dev/db')).password\n`)
  })

  test('a client of the file, and its namespace', () => {
    const head = "import * as aws from '@aws-sdk/client-secrets-manager'\n\nconst client = new aws.SecretsManagerClient({ region: 'eu-west-1' })\n"
    expect(fixOf('a.mjs', `${head}\nconst dbPassword = '{base62:20}'\n`)).toContain('await client.send(new aws.GetSecretValueCommand({ SecretId: id }))')
  })

  test('the constant of an earlier fix', () => {
    const once = fixOf('a.mjs', "export const connect = () => ({ dbPassword: '{base62:20}' })\n")
    expect(once).toContain("const db = JSON.parse(await getSecret('shop/dev/db'))")
    expect(once.match(/getSecret\('/g)).toHaveLength(1)
  })

  test('no name that is taken', () => {
    const { text } = { text: fixOf('a.mjs', "const getSecret = 1, secretsManager = 2\nconst dbPassword = '{base62:20}'\n") }
    expect(text).toContain('const secretsManagerClient = new SecretsManagerClient()')
    expect(text).toContain("await readSecret('shop/dev/db')")
  })

  test('a helper of Python that gives an object', () => {
    const helper = 'import json\n\nimport boto3\n\n\ndef load(name):\n    answer = boto3.client("secretsmanager").get_secret_value(SecretId=name)\n    return json.loads(answer["SecretString"])\n\n\n'
    expect(fixOf('a.py', `${helper}DB_PASSWORD = "{base62:20}"\n`)).toBe(`${helper}DB_PASSWORD = load("shop/dev/db")["password"]\n`)
  })
})

describe('a module that the file has another meaning for comes under another name', () => {
  const call = 'connect(password="{base62:20}")'
  test.each([
    `import requests\n\n\ndef post(url, json=None):\n    return requests.post(url, json=json, auth=("me", ${call}))\n`,
    `import json\n\n\ndef post(url, *, json):\n    return json, ${call}\n`,
    `import simplejson as json\n\n${call}\n`,
    `json = load()\n${call}\n`,
    `a, json = load(), 1\n${call}\n`,
    `json: dict = load()\n${call}\n`,
    `for key, json in load():\n    ${call}\n`,
    `with load() as json:\n    ${call}\n`,
    `import json\n\n${call}\ndel json\n`,
    `key = lambda json: json\n${call}\n`,
  ])('%j', shape => {
    const { text } = fixed({ path: 'a.py', text: expandShapes(shape), facts: PROJECT })
    expect(text).toContain('import json as json_module\n')
    expect(text).toContain("json_module.loads(get_secret(")
  })

  test.each([
    `import requests\n\nrequests.post(url, json=payload, auth=${call})\n`,
    `import json\n\nx = json.loads(a) == json\nx["json"] = json # json = 1\n${call}\n`,
    `state.json = 1\n${call}\n`,
  ])('%j means nothing else', shape => {
    expect(fixed({ path: 'a.py', text: expandShapes(shape), facts: PROJECT }).text).toMatch(/^import json$[\s\S]*\Wjson\.loads\(get_secret\(/m)
  })

  test('other modules', () => {
    const { text } = fixed({ path: 'a.py', text: expandShapes(`def load(boto3, functools=None):\n    return ${call}\n`), facts: PROJECT })
    expect(text).toContain('@functools_module.cache')
    expect(text).toContain('boto3_module.client(')
  })
})

describe('says why there is no lookup', () => {
  test.each<[path: string, text: string, reason: RegExp]>([
    ['a.js', "import $ from 'jquery'\nconst dbPassword = '{base62:20}'\n", /browser/],
    ['a.mjs', "const JSON = load()\nconst dbPassword = '{base62:20}'\n", /`JSON`/],
    ['a.mjs', "export const f = async ({ JSON }) => connect({ dbPassword: '{base62:20}' })\n", /`JSON`/],
    ['a.cjs', "process.env.DB_PASSWORD = '{base62:20}'\n", /sets it for others/],
    ['a.cjs', "const apiKey = test ? '{base62:20}' : '{base62:24}'\n", /let it decide alone/],
    ['a.ts', "enum Secret { DbPassword = '{base62:20}' }\n", /only a constant/],
    ['a.ts', "import { Stack } from 'aws-cdk-lib'\nconst dbPassword = '{base62:20}'\n", /reference to the secret/],
    ['a.py', 'client.create_secret(Name="db", SecretString="{base62:20}")\n', /cannot read itself/],
    ['a.sh', 'export AWS_SECRET_ACCESS_KEY={base64:40}\n', /use a role/],
    ['a.tf', 'provider "aws" {\n  secret_key = "{base62:40}"\n}\n', /use a role/],
    ['a.tf', 'variable "db_password" {\n  default = "{base62:20}"\n}\n', /a constant/],
    ['a.tf', 'resource "aws_lambda_function" "a" {\n  environment {\n    variables = {\n      DB_PASSWORD = "{base62:20}"\n    }\n  }\n}\n', /readable/],
    ['a.yaml', 'Resources:\n  A:\n    Type: AWS::Lambda::Function\n    Properties:\n      Environment:\n        Variables:\n          DB_PASSWORD: {base62:20}\n', /readable/],
    ['a.yaml', 'Resources:\n  A:\n    Type: Custom::Database\n    Properties:\n      Password: {base62:20}\n', /custom resources/],
    ['a.rb', "db_password = '{base62:20}'\n", /Aws::SecretsManager/],
  ])('%s %j', (path, text, reason) => {
    expect(declinedIn({ path, text: expandShapes(text), facts: PROJECT })[0]).toMatch(reason)
  })
})

test.each([
  ['a.py', "import os\n\nDB_PASSWORD = (\n    '{base62:12}'\n    '{base62:12}'\n)\n", "DB_PASSWORD = (\n    json.loads(get_secret('shop/dev/db'))['password']\n)\n"],
  ['a.mjs', "const dbPassword = '{base62:12}' +\n  '{base62:12}'\n", "const dbPassword = JSON.parse(await getSecret('shop/dev/db')).password\n"],
])('strings that make one secret give way together: %s', (path, text, end) => {
  expect(fixed({ path, text: expandShapes(text), facts: PROJECT }).text.endsWith(end)).toBe(true)
})

test('the service that can keep its own password is the second choice', () => {
  const text = expandShapes('resource "aws_db_instance" "main" {\n  engine   = "postgres"\n  password = "{base62:20}"\n}\n')
  const document = openDocument('a.tf', text)
  const all = detect(document)
  const [, managed] = all[0] ? fixesFor(all[0], all, document, PROJECT) : []
  expect(applyEdits(text, managed?.edits ?? [])).toBe('resource "aws_db_instance" "main" {\n  engine                      = "postgres"\n  manage_master_user_password = true\n}\n')
})
