import { describe, expect, it } from 'vitest'
import { detect } from '../dist/src/detection/detect.js'
import { expandShapes } from '../dist/src/detection/shape.js'
import { openDocument } from '../dist/src/formats/index.js'

const random = expandShapes('{base62:24}')
const weak = ['hunter', '2x'].join('')
const mixed = ['Sup3rS', '3cret!'].join('')

/** Confidence, detector and the text of each credential. */
function found(path: string, text: string): string[] {
  return detect(openDocument(path, text)).map(({ confidence, detector, range }) => `${confidence} ${detector} ${text.slice(...range)}`)
}

const sure = (path: string, text: string): string[] => found(path, text).filter(each => !each.startsWith('low'))

describe('reported with high or medium confidence', () => {
  it.each([
    ['app.ts', `const dbPassword = '${random}'`, 'generic-password', random],
    ['app.py', `password = "${random}"`, 'generic-password', random],
    ['main.go', `cfg := Config{Password: "${random}"}`, 'generic-password', random],
    ['.env', `DB_PASSWORD=${random}`, 'generic-password', random],
    ['.env', `DB_PASSWORD=${weak}`, 'generic-password', weak],
    ['config.yml', `database:\n  password: ${weak}\n`, 'generic-password', weak],
    ['config.json', `{"apiKey": "${random}"}`, 'generic-api-key', random],
    ['main.tf', `resource "x" "y" {\n  password = "${mixed}"\n}\n`, 'generic-password', mixed],
    ['app.ts', `const url = 'postgres://app:${random}@db.internal/x'`, 'url-password', random],
    ['app.ts', `const c = 'Server=db;User Id=sa;Password=${random};'`, 'generic-password', random],
    ['app.ts', `fetch(url, { headers: { Authorization: 'Bearer ${random}' } })`, 'generic-token', random],
  ])('%s %s', (path, text, detector, secret) => {
    expect(sure(path, text).map(each => each.slice(each.indexOf(' ') + 1))).toEqual([`${detector} ${secret}`])
  })
})

describe('not reported', () => {
  it.each([
    ['names that only look like it', 'a.ts', `const monkey = '${random}'; const keyword = '${random}'; const author = '${random}'`],
    ['what is public', 'a.ts', `const publicKey = '${random}'; const cacheKey = '${random}'`],
    ['names and references', 'k.yaml', 'secretKey: DB_PASSWORD\nsecretName: my-secret\npasswordFile: /run/secrets/db\n'],
    ['hashes and ids', 'a.ts', `const commit = '${expandShapes('{hex:40}')}'; const tokenId = '123e4567-e89b-12d3-a456-426614174000'`],
    ['integrity', 'package-lock.json', `{"integrity": "sha512-${expandShapes('{base64:86}')}=="}`],
    ['labels', 'a.ts', "const text = { passwordLabel: 'Password', password: 'Please enter your password' }"],
    ['dynamic references', 't.yaml', "MasterUserPassword: '{{resolve:secretsmanager:x:SecretString:password}}'"],
    ['expressions', 'a.ts', "const password = process.env.DB_PASSWORD; const token = getToken('abc')"],
    ['placeholders', 'a.ts', "const apiKey = '<your-api-key>'; const secret = 'xxxxxxxxxxxx'; const token = 'REDACTED'"],
    ['documentation', 'a.ts', "const accountId = '123456789012'; const key = 'AKIAIOSFODNN7EXAMPLE'"],
  ])('%s', (_, path, text) => {
    expect(sure(path, text)).toEqual([])
  })
})

describe('weak values', () => {
  it('are hints in tests', () => {
    expect(sure('test/login.test.ts', "login({ password: 'hunter' })")).toEqual([])
  })
})

it('detects once for a document, in order and without overlaps', () => {
  const document = openDocument('.env', `A_TOKEN=${random}\nDB_URL=postgres://a:${random}@db.internal/x\n`)
  const credentials = detect(document)
  expect(detect(document)).toBe(credentials)
  expect(credentials.map(({ range }) => range[0])).toEqual(credentials.map(({ range }) => range[0]).toSorted((one, other) => one - other))
  expect(credentials.every(({ evidence }) => evidence.length > 0)).toBe(true)
  expect(String(credentials[0]?.secret)).not.toContain(random)
})
