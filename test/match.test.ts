import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Detector } from '../dist/src/core/credential.js'
import { withChecksum } from '../dist/src/detection/checksum.js'
import { generate, seedOf } from '../dist/src/detection/example.js'
import { detect } from '../dist/src/detection/detect.js'
import { openDocument } from '../dist/src/formats/index.js'
import { FORM, KEYWORD, NAME, gateBytes, gateText } from '../dist/src/detection/gate.js'
import { matchForms } from '../dist/src/detection/match.js'
import { expandShapes, parseShape } from '../dist/src/detection/shape.js'
import { DETECTORS, partsOf } from './detectors.js'

/** The ids of what is found in a text with its shapes expanded, and what it is. */
function found(shape: string): readonly (readonly string[])[] {
  const text = expandShapes(shape)
  return matchForms(text).map(({ detector, range, checksum }) => [detector.id, text.slice(...range), ...(checksum ? [checksum] : [])])
}

describe('finding by form', () => {
  test('a token alone, in quotes, behind an operator, in a URL, behind an escape', () => {
    for (const text of ['ghp_{base62:30}{crc32}', '"ghp_{base62:30}{crc32}"', 'T=ghp_{base62:30}{crc32};', 'x?t=ghp_{base62:30}{crc32}&y', 'a\\nghp_{base62:30}{crc32}\\n', 't%3Dghp_{base62:30}{crc32}']) {
      expect(found(text)).toEqual([['github-personal-access-token', expect.stringMatching(/^ghp_\w{36}$/), 'valid']])
    }
  })

  test('a broken checksum stays, and is said', () => {
    expect(found('ghp_{base62:36}')).toEqual([['github-personal-access-token', expect.anything(), 'invalid']])
  })

  test('a JSON web token whose header is none is said to be broken', () => {
    const token = (header: string): string => `${Buffer.from(header).toString('base64url')}.${Buffer.from('{"sub":"user-4711","iat":1}').toString('base64url')}.{base64url:43}`
    expect(found(token('{"typ":"JWT","alg":"HS256"}'))).toEqual([['jwt-token', expect.anything()]])
    expect(found(token('{"typ":"JWT","kid":"7"}'))).toEqual([['jwt-token', expect.anything(), 'invalid']])
  })

  test('a private key over lines, and in one line with its line ends escaped', () => {
    for (const end of ['\n', '\\n', '\r\n']) {
      const lines = ['-----BEGIN RSA PRIVATE KEY-----', ...Array.from({ length: 12 }, (_, line) => `{base64:64#${line}}`), '-----END RSA PRIVATE KEY-----']
      const [[id, key] = [], ...others] = found(`key: ${lines.join(end)}${end}`)
      expect([id, others]).toEqual([expect.stringMatching(/^private-key/), []])
      expect(key).toMatch(/^-----BEGIN RSA PRIVATE KEY-----.*-----END RSA PRIVATE KEY-----$/s)
    }
  })

  test('documentation and filling are none', () => {
    for (const text of ['AKIAIOSFODNN7EXAMPLE', 'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'AKIAXXXXXXXXXXXXXXXX', 'AIza00000000000000000000000000000000000']) expect(found(text)).toEqual([])
  })

  test('part of a longer word is none', () => {
    for (const text of ['xAKIA{base32:16}', 'AKIA{base32:17}', 'xghp_{base62:36}', 'ghp_{base62:37}']) expect(found(text)).toEqual([])
  })

  test('a word must stand near, in the line or the one before', () => {
    // unhardcode-disable-next-line no-hardcoded-secret -- a shape
    const secret = '{base62:38}/+'
    expect(found(`aws_secret = "${secret}"`)).toEqual([['aws-secret-access-key', expect.any(String)]])
    expect(found(`aws:\n  secret: ${secret}`)).toHaveLength(1)
    expect(found(`aws:\n\n\n  secret: ${secret}`)).toEqual([])
    expect(found(`laws: ${secret}`)).toEqual([])
    expect(found(`aws: ${'-'.repeat(120)}${secret}`)).toEqual([])
  })

  test.each([
    ['CLERK_SECRET_KEY=sk_live_{base62:42}', 'clerk-secret-key'],
    ['STRIPE_SECRET_KEY=sk_live_{base62:42}', 'stripe-secret-key'],
    ['SVIX_SECRET=whsec_{base64:32}', 'svix-named-webhook-secret'],
    // unhardcode-disable-next-line no-hardcoded-secret -- a shape
    ['SILICONFLOW_API_KEY=sk-{base62:48}', 'siliconflow-api-key'],
    ['MONDAY_TOKEN=eyJhbGciOiJIUzI1NiJ9.eyJ{base64url:60}.{base64url:43}', 'monday-api-token'],
    ['GITHUB_TOKEN=ghp_{base62:30}{crc32}', 'github-personal-access-token'],
    [`NKEY_SEED=${withChecksum('nkey', expandShapes('SUA{[A-P]:1}{base32:54}'))}`, 'nats-nkey-seed'],
  ])('of those who write their keys alike it is the one who is spoken of: %s', (text, id) => {
    expect(found(text).map(([each]) => each)).toEqual([id])
  })

  test.each([
    ['const buildkiteToken = "bkua_{hex-lower:40}"', ['buildkite-api-token:high']],
    ['const buildkiteToken = "bkua_{hex-lower:40}_extra"', ['generic-token:low']],
    ['const slackToken = "xoxp-{digits:10}"', ['generic-token:low']],
    ['const wandbApiKey = "{hex-lower:40}"', ['wandb-api-key:high']],
    ['const wandbApiKey = "{hex-lower:39}"', ['generic-api-key:low']],
    // unhardcode-disable-next-line no-hardcoded-secret -- a shape
    ['const wandbApiKey = "wandb_x9_{base62:40}"', ['generic-api-key:high']],
    ['const nonMatchingToken = "{base36-lower:16}"', ['generic-token:low']],
    ['const personaApiKey = "persona_sandbox_abc123def456ghi789jkl012mno345"', ['persona-sandbox-key:low']],
  ])('what begins as the keys of a provider, or bears its name, and is none of them is a hint at most: %s', (shape, expected) => {
    expect(detect(openDocument('a.ts', `${expandShapes(shape)}\n`)).map(({ detector, confidence }) => `${detector}:${confidence}`)).toEqual(expected)
  })

  test('several in one text, in its order', () => {
    const ids = found('aws_access_key_id = AKIA{base32:16}\naws_secret_access_key = {base62:40}\nNPM=npm_{base62:30}{crc32}').map(([id]) => id)
    expect(ids).toEqual(['aws-access-key-id', 'aws-secret-access-key', 'npm-access-token'])
  })

  test.each(DETECTORS.map(detector => [detector.id, detector] as const))('%s is found where it stands, by the gates too', (id, detector) => {
    for (const value of examplesOf(detector)) {
      for (const text of [`${detector.near?.[0] ?? 'value'} = "${value}"\n`, `# ${detector.near?.[0] ?? ''}: ${value}`]) {
        const at = text.indexOf(value)
        const overlapping = matchForms(text).filter(({ range }) => range[0] < at + value.length && range[1] > at)
        expect(overlapping, text).not.toEqual([])
        // The gate closes on what the judge never reports: what is encrypted, what is an expression.
        if (detect(openDocument('a.txt', text)).length > 0) expect(gateText(text, false), text).not.toBe(0)
        expect(gateBytes(Buffer.from(text), Buffer.byteLength(text), false)).toBe(gateText(text, false))
      }
    }
    for (const shape of detector.negatives ?? []) {
      const text = generate(parseShape(shape), seedOf(shape))
      expect(matchForms(text).map(match => match.detector.id), text).not.toContain(id)
    }
  })
})

/** Values of a detector's shape that aren't filling by chance. */
function examplesOf(detector: Detector): readonly string[] {
  if (detector.positives) return detector.positives.map(expandShapes)
  return [0, 1, 2].map(seed => generate(partsOf(detector), seedOf(`${detector.id}:${seed}`), 'any', detector.checksum))
}

// unhardcode-disable no-hardcoded-secret -- values that no service knows, as people write them
describe('finding by name', () => {
  test.each([
    ['password = "hunter2"', true],
    ['db_password: "correct horse"', true],
    ['const dbPassword: string = "tr0ub4dor"', true],
    ['{"password":\n  "hunter2"}', true],
    ['setPassword("hunter2")', true],
    ['headers["X-Auth-Token"] = "a81bc81b"', true],
    ['os.getenv("DB_PASSWORD", "hunter2")', true],
    ['<add key="password" value="hunter2"/>', true],
    ['<password>hunter2</password>', false],
    ['"{\\"password\\":\\"hunter2\\"}"', true],
    ['password := `hunter2`', true],
    ['url = "https://x.test/?token=2288356cfb1338fd&x"', true],
    ['db = "postgres://shop:hunter2@db.internal/shop"', true],
    ['"Authorization": "Basic c2hvcDpodW50ZXIy"', true],
    ['CREATE USER shop IDENTIFIED BY \'hunter2\'', true],
    ['<p>seed = &#39;SUAEL6GG2L2HIF7DUGZJGMRU&#39;</p>', true],
    ['const seed = []byte("SUAEL6GG2L2HIF7DUGZJGMRU")', true],
    ['key: "sidebar"', false],
    ['password: string', false],
    ['password = req.body.password', false],
    ['const token = getToken()', false],
    ['password = "${DB_PASSWORD}"', false],
    ['password: "{{ vault.password }}"', false],
    ['passwordField = "hunter2"', false],
    ['"password": "Password"', false],
    ['token: "auth.token.label"', false],
    ['apiKey: "https://docs.test/key"', false],
    ['"https://example.test/a:b"', false],
    ['passenger = "hunter2"', false],
    ['monkey = "hunter2"', false],
    ['secretName = "prod/db2"', false],
  ])('quoted %s: %s', (text, expected) => {
    expect((gateText(text, true) & NAME) === NAME).toBe(expected)
  })

  test.each([
    ['DB_PASSWORD=hunter2', true],
    ['export API_TOKEN=a81bc81b7a', true],
    ['password: hunter2', true],
    ['password: correct', true],
    ['- name: DB_PASSWORD\n  value: hunter2', true],
    ['mysql --password hunter2', true],
    ['**password**: hunter2', true],
    ['<password>hunter2</password>', true],
    ['password=', false],
    ['password=$DB_PASSWORD', false],
    ['password: !vault |', false],
    ['password: {{ secret }}', false],
    ['password = var.password', false],
    ['the password is required', false],
    ['token: ghtoken', false],
  ])('bare %s: %s', (text, expected) => {
    expect((gateText(text, false) & NAME) === NAME).toBe(expected)
  })
})

describe('the gates', () => {
  test('rules are asked for by their words', () => {
    expect(gateText('resource "aws_secretsmanager_secret" "db" {}', false) & KEYWORD).toBe(KEYWORD)
    expect(gateText('nothing to see', false)).toBe(0)
  })

  const pieces = [
    'password', 'token', 'api_key', ' = ', ': ', '"', '\'', '\n', 'hunter2', '${x}', 'AKIA', expandShapes('AKIA{base32:16}'), expandShapes('ghp_{base62:30}{crc32}'),
    'https://', 'a:b', '@', 'aws', expandShapes('{base62:40}'), 'secretsmanager', ' ', '<', '>', 'value', '-----BEGIN RSA PRIVATE KEY-----', '\\n', '{', '}', '(', ')', ',',
  ]
  const ascii = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map(parts => parts.join(''))
  const any = fc.array(fc.constantFrom(...pieces, 'é', '密码', '🔑', '\u00a0'), { maxLength: 40 }).map(parts => parts.join(''))

  test('over bytes and over text agree', () => {
    fc.assert(fc.property(ascii, fc.boolean(), (text, quoted) => {
      expect(gateBytes(Buffer.from(text), text.length, quoted)).toBe(gateText(text, quoted))
    }), { numRuns: 500 })
  })

  test('over the bytes of other letters nothing is lost', () => {
    fc.assert(fc.property(any, fc.boolean(), (text, quoted) => {
      const bytes = Buffer.from(text)
      const flags = gateText(text, quoted)
      expect(gateBytes(bytes, bytes.length, quoted) & flags).toBe(flags)
    }), { numRuns: 500 })
  })

  test('what lies across the pieces of a large file is seen', () => {
    const token = expandShapes('ghp_{base62:30}{crc32}')
    for (const before of [65_536 - 40, 65_536 - 20, 65_536 - 4, 65_536 - 1, 65_536, 131_072 - 17]) {
      const bytes = Buffer.from(`${' '.repeat(before)}${token} ${' '.repeat(70_000)}`)
      expect(gateBytes(bytes, bytes.length, true), `${before}`).toBe(FORM)
      expect(matchForms(bytes.toString())).toHaveLength(1)
    }
  })

  test('only so many bytes as are said', () => {
    const bytes = Buffer.from('password = "hunter2"'.padStart(40))
    expect(gateBytes(bytes, 20, true)).toBe(0)
    expect(gateBytes(bytes.subarray(10), 30, true, FORM | NAME)).toBe(NAME)
  })
})
