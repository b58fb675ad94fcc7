import { describe, expect, it } from 'vitest'
import { charactersOf } from '../dist/src/detection/evidence/characters.js'
import { digestOf } from '../dist/src/detection/evidence/digest.js'
import { isDisguised } from '../dist/src/detection/evidence/disguise.js'
import { encryptionOf } from '../dist/src/detection/evidence/encrypted.js'
import { expressionOf } from '../dist/src/detection/evidence/expression.js'
import { isAlreadyFixed, isDocumentation } from '../dist/src/detection/evidence/fixed.js'
import { isJoined } from '../dist/src/detection/evidence/joined.js'
import { kindOf } from '../dist/src/detection/evidence/kind.js'
import { isLanguage } from '../dist/src/detection/evidence/language.js'
import { placesOfPath } from '../dist/src/detection/evidence/place.js'
import { familiarityOf, isKeyboardWalk, surpriseOf } from '../dist/src/detection/evidence/rarity.js'
import { shapeOf } from '../dist/src/detection/evidence/shape.js'
import { isWeak } from '../dist/src/detection/evidence/weak.js'
import { placeholderOf } from '../dist/src/detection/placeholder.js'
import { expandShapes } from '../dist/src/detection/shape.js'

const random = expandShapes('{base62:32}')
const hexadecimal = expandShapes('{hex:40}')

describe('expression or text', () => {
  it.each([
    ['${DB_PASSWORD}', '"', 'whole'], ['{{ .Values.password }}', '', 'whole'], ['process.env.DB_PASSWORD', '', 'whole'], ['getPassword()', '', 'whole'], ['$DB_PASSWORD', '', 'whole'],
    ['%(password)s', '"', 'whole'], ['<%= password %>', '', 'whole'], ['secrets.DB_PASSWORD', '', 'whole'], ['config.db.password', '', 'whole'], ['List[V1Secret]', '"', 'whole'], ['azure.core.TokenCredential', '"', 'whole'], ['%DB_PASSWORD%', '', 'whole'],
    ['Bearer ${token}', '"', 'part'], ['a-{{ name }}-b', '"', 'part'], ['hunter2', '"', undefined], ['a+d$-%@2Nu7', '"', undefined], ['key-%s', '"', 'part'], ['P@$$w0rd', '"', undefined], [random, '', undefined], ['a(b', '"', undefined],
  ])('%s between %s: %s', (value, quote, expected) => {
    expect(expressionOf(value, quote, false)).toBe(expected)
  })
})

describe('placeholders', () => {
  it.each([
    ['', 'empty'], ['<password>', 'bracketed'], ['[token]', 'bracketed'], ['__TOKEN__', 'bracketed'], ['xxxxxxxx', 'masked'], ['********', 'masked'], ['sk-...', 'masked'], ['aaaaaaaa', 'repeated'],
    ['abcabcabc', 'repeated'], ['00000000-0000-0000', 'masked'], ['1234567890', 'sequence'], ['abc123def456', 'sequence'], ['0123456789abcdef', 'sequence'], ['changeme', 'to be changed'],
    ['ChangeIt123', 'to be changed'], ['change', undefined], ['exchange', undefined],
    ['REDACTED', 'telling'], ['idpexamplesecret456', 'telling'], ['replace_me_now', 'telling'], ['EXAMPLE-TOKEN', 'telling'], ['your-api-key', 'yours'], ['my_secret', 'yours'], ['put-it-here', 'yours'],
    ['hunter2', undefined], [random, undefined], ['correct horse', undefined],
  ])('%s: %s', (value, expected) => {
    expect(placeholderOf(value)).toBe(expected)
  })

  it('knows the name again', () => {
    expect(placeholderOf('password', 'dbPassword')).toBe('name')
    expect(placeholderOf('db_password', 'password')).toBe(undefined)
    expect(placeholderOf('client-secret', 'clientSecret')).toBe('name')
    expect(placeholderOf('saslScram512Auth', 'sasl_scram512_auth')).toBe('name')
    expect(placeholderOf('password512', 'password')).toBe(undefined)
  })
})

describe('already fixed', () => {
  it.each([
    ['arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-a1b2c3', true], ['{{resolve:secretsmanager:db:SecretString:password}}', true], ['ssm:/prod/db/password', true],
    ['vault:secret/data/db#password', true], ['/run/secrets/db', true], ['op://vault/item/field', true], ['AWSCURRENT:0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f', true], ['password:AWSCURRENT:', true], ['AWSome', false], ['hunter2', false], [random, false],
  ])('%s: %s', (value, expected) => {
    expect(isAlreadyFixed(value)).toBe(expected)
  })

  it('knows the documentation of AWS', () => {
    expect(isDocumentation('123456789012')).toBe(true)
    expect(isDocumentation('AKIAIOSFODNN7EXAMPLE')).toBe(true)
    expect(isDocumentation('AKIAIOSFODNN7ABCDEFG%2F20240131%2Feu-west-1')).toBe(true)
    expect(isDocumentation(random)).toBe(false)
  })
})

describe('encrypted', () => {
  it.each([
    ['ENC(abcd1234)', 'jasypt'], ['ENC[AES256_GCM,data:abcd,iv:ef]', 'sops'], ['$ANSIBLE_VAULT;1.1;AES256', 'ansible-vault'], ['{cipher}abcdef', 'cipher'], ['vault:v1:abcd', 'vault transit'], ['hunter2', undefined],
  ])('%s: %s', (value, expected) => {
    expect(encryptionOf(value)).toBe(expected)
  })
})

describe('digests and public halves', () => {
  it.each([
    [hexadecimal, 'hexadecimal'], ['123e4567-e89b-12d3-a456-426614174000', 'UUID'], [`sha512-${expandShapes('{base64:86}')}==`, 'integrity'], ['$2a$10$abcdefghij', 'password hash'],
    ['-----BEGIN CERTIFICATE-----', 'certificate'], ['ssh-rsa AAAAB3Nza', 'public key'], ['AAAAB3NzaC1yc2EAAAAB', 'public key'], ['9a:8b:7c:6d:5e:4f:3a', 'coloned'], [random, undefined], ['hunter2', undefined],
  ])('%s: %s', (value, expected) => {
    expect(digestOf(value)).toBe(expected)
  })
})

describe('shapes', () => {
  it.each([
    ['https://example.org/a', 'URL'], ['/etc/ssl/private.pem', 'path'], ['./keys/id.key', 'path'], ['ann@example.org', 'e-mail'], ['2024-01-31', 'date'], ['1.2.3', 'version'], ['4.0.23(@types/node@25.9.5)', 'version'], ['20240131T101500Z', 'date'], ['Uint8Array', 'constant'], ['aws:ec2/vpcIpam:VpcIpam', 'dotted name'], ['42', 'number'], ['true', 'constant'],
    ['#ff00ff', 'colour'], ['application/json', 'MIME type'], ['.btn-primary', 'selector'], ['login.form.password', 'dotted name'], ['db.internal', 'host'], ['DB_PASSWORD', 'enumeration'], ['<b>', 'markup'],
    ['{"a":1}', 'data'], ['^[a-z]+$', 'pattern'], ['SELECT 1', 'query'], ['hunter2', undefined], [random, undefined],
  ])('%s: %s', (value, expected) => {
    expect(shapeOf(value)).toBe(expected)
  })
})

describe('language', () => {
  it.each([
    ['Please enter your password', true], ['Bitte Passwort eingeben', true], ['请输入密码', true], ['Пароль', true], ['पासवर्ड', true], ['The token has expired.', true], ['Password:', true], ['hunter2', false], [random, false], ['a1 b2 c3', false],
  ])('%s: %s', (value, expected) => {
    expect(isLanguage(value)).toBe(expected)
  })
})

describe('characters and rarity', () => {
  it('counts kinds and entropy', () => {
    expect(charactersOf('aB3!')).toMatchObject({ length: 4, lower: true, upper: true, digit: true, symbol: true, space: false, entropy: 2, fullness: 1 })
    expect(charactersOf('aaaa').entropy).toBe(0)
  })

  it('is surprised by letters in no order, not by words', () => {
    expect(surpriseOf('connection')).toBeLessThan(4)
    expect(surpriseOf('xqzvkjwq')).toBeGreaterThan(5)
    expect(surpriseOf('1234')).toBe(undefined)
  })

  it('finds words in identifiers', () => {
    expect(familiarityOf('connectionString')).toBe(1)
    expect(familiarityOf('user_name')).toBe(1)
    expect(familiarityOf('xqzvkjwq')).toBe(0)
  })

  it.each([['qwerty', true], ['1qaz2wsx', true], ['asdfgh', true], ['hunter2', false], ['letter', false]])('keyboard walk %s: %s', (value, expected) => {
    expect(isKeyboardWalk(value)).toBe(expected)
  })
})

describe('words in disguise', () => {
  it.each<[string, boolean]>([
    ...[['s', '3cr', '3t'], ['P', '@ssw', '0rd!'], ['T', '0pS', '3cr3t'], ['p', '4ssw', '0rd123'], ['m', '0n1t', '0r1ng']].map((parts): [string, boolean] => [parts.join(''), true]),
    ['password123', false], ['user1', false], ['sha256', false], ['ipv4', false], ['base64url', false], ['connection', false], ['utf8mb4', false], [random, false], [hexadecimal, false],
  ])('%s: %s', (value, expected) => {
    expect(isDisguised(value)).toBe(expected)
  })
})

describe('words and numbers, joined', () => {
  it.each([
    ['key-01-02', true], ['rsa:2048', true], ['1-0-3', true], ['enable-ipv6', true], ['benchmark_job_1', true], ['app::1', true],
    ['connection', false], ['a8f3kq-92kdlq', false], ['Xk2-9qZt-77ab3', false], [random, false],
  ])('%s: %s', (value, expected) => {
    expect(isJoined(value)).toBe(expected)
  })
})

describe('no more than a hint', () => {
  it.each([
    ['word', 'value', 'config', 'config/app.yml', false], ['word', 'value', 'config', 'examples/app.yml', true], ['word', 'value', 'code', 'test/app.py', true],
    ['random', 'value', 'code', 'test/app.py', false], ['random', 'reference', 'code', 'src/app.py', true], ['password hash', 'value', 'config', 'config/users.yml', true],
    ['placeholder, to be changed', 'value', 'config', 'config/app.yml', true], ['placeholder, name', 'value', 'config', 'config/app.yml', false],
  ] as const)('%s as %s in %s of %s: %s', (kind, role, family, path, expected) => {
    expect(isWeak(kind, role, family, path)).toBe(expected)
  })
})

describe('what a value is, in one word', () => {
  it.each([
    [random, 'random'], [expandShapes('{base64:40}'), 'random'], [expandShapes('{hex:32}'), 'hexadecimal'], ['hunter2', 'word and digits'], ['Sup3rS3cret!', 'mixed password'], ['letters', 'word'], ['qvxjkz', 'unknown word'],
    ['secretpassword', 'words of a secret'], ['user_name', 'identifier'], ['selectBoxes2', 'word and digits'], ['1qaz2wsx', 'keyboard walk'], ['${X}', 'expression'], ['That was wrong, sorry', 'language'],
    ['-----BEGIN RSA PRIVATE KEY-----', 'private key'], ['ENC(abcdef)', 'encrypted'],
  ])('%s: %s', (value, expected) => {
    expect(kindOf(value, 'x', '"', false)).toBe(expected)
  })
})

describe('places', () => {
  it.each([
    ['test/login.ts', 'test'], ['src/login.test.ts', 'test'], ['src/LoginTest.java', 'test'], ['spec/fixtures/a.yml', 'fixture'], ['README.md', 'documentation'], ['docs/a.html', 'documentation'], ['examples/a.ts', 'example'],
    ['.env.example', 'example'], ['vendor/a.go', 'vendored'], ['a.min.js', 'minified'], ['package-lock.json', 'lock file'], ['api.pb.go', 'generated'], ['i18n/de.json', 'translation'], ['a.j2', 'template'],
    ['.env', 'settings'], ['config/app.yml', 'settings'],
  ])('%s: %s', (path, expected) => {
    expect([...placesOfPath(path)]).toContain(expected)
  })

  it.each(['src/index.ts', 'src/contest.ts', 'src/latest/a.ts', 'lib/attestation.py'])('%s: none', path => {
    expect([...placesOfPath(path)]).toEqual([])
  })
})
