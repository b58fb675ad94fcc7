import { describe, expect, test } from 'vitest'
import type { Credential } from '../dist/src/core/credential.js'
import type { Literal, LiteralBinding } from '../dist/src/core/literal.js'
import { Secret } from '../dist/src/core/secret.js'
import { detect } from '../dist/src/detection/detect.js'
import type { ProjectFacts } from '../dist/src/core/rule.js'
import { expandShapes } from '../dist/src/detection/shape.js'
import { openDocument } from '../dist/src/formats/index.js'
import { fixesFor, offersFor } from '../dist/src/lookups/index.js'
import { groupPlaced, secretName, spell, wordsOf } from '../dist/src/lookups/names.js'
import { PROJECT } from './support.ts'

interface Given {
  readonly path?: readonly string[]
  readonly kind?: LiteralBinding['kind']
  readonly value?: string
  readonly secret?: string
  readonly detector?: string
}

/** A literal as the lexer binds it, with nothing around it. */
function placed(name: string | undefined, { path = [], kind = 'assignment', value = 'hunter2-hunter2', secret = value, detector = 'generic-password' }: Given = {}): Parameters<typeof groupPlaced>[0][number] {
  const start = value.indexOf(secret)
  const literal: Literal = {
    kind: 'scalar', range: [0, value.length + 2], content: [1, value.length + 1], value, quote: '"', interpolated: false,
    ...(name !== undefined && { binding: { kind, name, nameRange: [0, 0], path } }),
  }
  const credential: Credential = {
    detector, name: detector, role: 'secret', severity: 'error', confidence: 'high', range: [1 + start, 1 + start + secret.length], secret: new Secret(secret), literal, evidence: [],
  }
  return { literal, credential }
}

function named(given: Parameters<typeof groupPlaced>[0], text = '', file = 'src/index.ts', project = PROJECT): readonly string[] {
  const document = openDocument(file, text)
  const groups = groupPlaced(given, document, project).flat()
  return given.map(one => spell(groups.find(({ literal }) => literal === one.literal)?.ref ?? { id: '' }))
}

describe('a secret is named after what it belongs to', () => {
  test.each<[expected: string, name: string | undefined, given?: Given]>([
    ['shop/dev/db#password', 'dbPassword'],
    ['shop/dev/db#password', 'DB_PASSWORD'],
    ['shop/dev/postgres#password', 'POSTGRES_PASSWORD', { path: ['services', 'db', 'environment'], kind: 'property' }],
    ['shop/dev/database#password', 'password', { path: ['database'], kind: 'property' }],
    ['shop/dev/database#password', 'PASSWORD', { path: ['DATABASES', 'default'], kind: 'property' }],
    ['shop/dev/database#password', 'MasterUserPassword', { path: ['Resources', 'Database', 'Properties'], kind: 'property' }],
    ['shop/dev/db#password', 'password', { path: ['resource', 'aws_db_instance', 'main'] }],
    ['shop/dev/database#password', 'DATABASE_URL', { value: 'postgres://shop:hunter2@db/shop', secret: 'hunter2' }],
    ['shop/dev/redis#password', 'url', { value: 'redis://:hunter2@cache', secret: 'hunter2' }],
    ['shop/dev/password', 'password'],
    ['shop/dev/stripe-secret-key', 'STRIPE_SECRET_KEY', { detector: 'stripe-secret-key' }],
    ['shop/dev/github-token', 'token', { detector: 'github-personal-access-token' }],
    ['shop/dev/slack-bot-token', undefined, { detector: 'slack-bot-token' }],
    ['shop/dev/session/secret', 'secret', { path: ['session'], kind: 'property', detector: 'generic-secret' }],
  ])('%s from `%s`', (expected, name, given) => {
    expect(named([placed(name, given)])).toEqual([expected])
  })
})

test('the file says whose a password is when nothing else does', () => {
  expect(named([placed('password')], '', 'src/mailer.ts')).toEqual(['shop/dev/mailer#password'])
})

test('a call says it by its module, and a test says nothing', () => {
  const text = "it('connects', () => mysql.createPool({ "
  const [one] = [placed('password', { path: ['it', 'mysql.createPool'], kind: 'property' })]
  const moved = { ...one, literal: { ...one.literal, range: [text.length, text.length + 17] as const } }
  expect(groupPlaced([moved], openDocument('src/index.ts', text), PROJECT)[0]?.map(({ ref }) => spell(ref))).toEqual(['shop/dev/mysql#password'])
})

test('the file says whose a secret is that has a vague name', () => {
  expect(named([placed('secret', { detector: 'generic-secret' })], '', 'src/crypto.utils.ts')).toEqual(['shop/dev/crypto/secret'])
})

test('secrets of one object are keys of one secret', () => {
  const stripe = { path: ['stripe'], kind: 'property', detector: 'stripe-secret-key' } as const
  expect(named([placed('secretKey', { ...stripe, value: 'one-one-one' }), placed('webhookSecret', { ...stripe, value: 'two-two-two' })])).toEqual(['shop/dev/stripe#secretKey', 'shop/dev/stripe#webhookSecret'])
})

test('equal values share a secret, other values do not', () => {
  expect(named([placed('dbPassword'), placed('replicaPassword'), placed('dbPassword', { value: 'another-one' })])).toEqual(['shop/dev/db#password', 'shop/dev/db#password', 'shop/dev/db-2#password'])
})

test('a name that the file reads already belongs to what was fixed before', () => {
  expect(named([placed('githubToken', { detector: 'github-x' })], 'await getSecret("shop/dev/github-token")')).toEqual(['shop/dev/github-token-2'])
})

test('a known secret is the one that is meant, unless it holds something else', () => {
  const github = placed('githubToken', { detector: 'github-x' })
  const known = (holds: boolean): ProjectFacts => ({ ...PROJECT, known: [{ ref: { id: 'shop/dev/github-token' }, holds: () => holds }] })
  expect(named([github], 'await getSecret("shop/dev/github-token")', 'a.ts', known(true))).toEqual(['shop/dev/github-token'])
  expect(named([github], 'await getSecret("shop/dev/github-token")', 'a.ts', known(false))).toEqual(['shop/dev/github-token-2'])
})

test('a name has the characters that Secrets Manager allows, and no ending like that of an ARN', () => {
  expect(secretName('db', { ...PROJECT, name: '@acme/web shop' })).toBe('@acme/web-shop/dev/db')
  expect(secretName('db-orders', PROJECT)).toBe('shop/dev/db/orders')
  expect(secretName('x', { ...PROJECT, naming: '{name}-{environment}' })).toBe('x-dev')
})

test.each([
  ['a.js', 'export const tokens = { "dop_v1_{hex:64}": { password: "{base62:16}" } }\n'],
  ['a.js', 'export const tokens = { users: { "of dop_v1_{hex:64}": { apiSecret: "{base62:32}" } } }\n'],
  ['compose.yaml', 'services:\n  dop_v1_{hex:64}:\n    password: {base62:16}\n'],
  ['a.cjs', 'module.exports = { dop_v1_{hex:64}: { password: "{base62:16}" } }\n'],
  ['a.py', 'tokens = { "dop_v1_{hex:64}": "ghp_{base62:30}{crc32}" }\n'],
])('no name of a secret tells another: %s %j', (path, shape) => {
  const text = expandShapes(shape)
  const document = openDocument(path, text)
  const all = detect(document)
  const token = /[a-f\d]{64}/.exec(text)?.[0]
  expect(all.some(({ detector }) => detector.startsWith('digitalocean'))).toBe(true)
  const said = JSON.stringify(all.map(credential => [offersFor(credential, all, document, PROJECT), fixesFor(credential, all, document, PROJECT)]))
  expect(said).toContain('Secrets Manager')
  expect(said).not.toContain(token)
})

test('a variable with the name of a credential is not named in a title', () => {
  const document = openDocument('a.cjs', expandShapes('const key = process.env.dop_v1_{hex:64} || "ghp_{base62:30}{crc32}"\nmodule.exports = { key }\n'))
  const all = detect(document)
  const titles = all.flatMap(credential => fixesFor(credential, all, document, PROJECT).map(({ title }) => title))
  expect(titles).toEqual([expect.stringMatching(/^Take the variable without a fallback/)])
})

test('words of a name', () => {
  expect(wordsOf('AWSSecretKey2_db.password')).toEqual(['aws', 'secret', 'key2', 'db', 'password'])
})
