import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { RULE_IDS } from '../dist/rules/index.js'
import { expandShapes } from '../dist/src/detection/shape.js'
import { PASSWORD, PROGRAM, git, makeTree, unhardcode } from './world.ts'

interface Explained {
  readonly places: readonly { readonly candidates: readonly { readonly score: number; readonly thresholds: { readonly high: number }; readonly evidence: readonly { readonly weight: number }[] }[] }[]
}

describe('explain', () => {
  test.each(RULE_IDS)('%s prints its documentation', id => {
    expect(unhardcode(makeTree({}), ['explain', id]).out).toBe(readFileSync(new URL(`../rules/${id}/README.md`, import.meta.url), 'utf8'))
  })

  test('a detector', () => {
    const { code, out } = unhardcode(makeTree({}), ['explain', 'aws-access-key-id'])
    expect(code).toBe(0)
    expect(out).toMatch(/^AWS access key ID \(identifier\)\n\nForm: .+\n(?:.+\n)*Severity: /)
    expect(out).toContain('To revoke: ')
  })

  test('a line: the credential masked, the evidence, the rule and the fix', () => {
    const root = makeTree({ 'a.ts': PROGRAM })
    const { code, out } = unhardcode(root, ['explain', 'a.ts:1'])
    expect(code).toBe(0)
    expect(out).toContain("1 | export const dbPassword = '********'\n")
    expect(out).toContain('its name `dbPassword` promises a password; its value is: mixed password.')
    expect(out).toMatch(/\n {3}\+\d+\.\d\d {2}in all; low from .+, medium from .+, high from .+: high confidence\n/)
    expect(out).toContain('(no-hardcoded-secret)')
    expect(out).not.toContain(PASSWORD)
    expect(unhardcode(root, ['explain', 'a.ts:2']).out).toContain('Nothing on this line is a finding.\n\n`unhardcode why-not a.ts:2` says why.')
    expect(unhardcode(root, ['explain', 'a.ts:9'])).toMatchObject({ code: 2, error: 'unhardcode: `a.ts` has 2 lines.\n' })
  })

  test('weighs so that everybody can add it up', () => {
    const { places } = JSON.parse(unhardcode(makeTree({ 'a.ts': PROGRAM }), ['explain', 'a.ts:1', '--format', 'json']).out) as Explained
    const [candidate] = places[0]?.candidates ?? []
    expect(candidate).toMatchObject({ detector: 'generic-password', confidence: 'high', reportedBy: 'no-hardcoded-secret' })
    expect(candidate?.evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(candidate?.score ?? NaN)
    expect(candidate?.score).toBeGreaterThan(candidate?.thresholds.high ?? NaN)
  })

  test('a line that a comment silences, and one that the settings hold back', () => {
    const root = makeTree({ 'a.ts': `// unhardcode-disable-next-line -- ours\n${PROGRAM}`, 'b.py': 'password = "changeme"\n' })
    expect(unhardcode(root, ['explain', 'a.ts:2']).out).toContain('Silenced by: directive (ours).\n')
    expect(unhardcode(root, ['explain', 'b.py:1']).out).toContain('is not reported: it is of low confidence, and the settings ask for more.')
  })

  test('what has a provider’s form names its page and how to revoke it', () => {
    const { out } = unhardcode(makeTree({ 'a.py': `token = "${expandShapes('ghp_{base62:30}{crc32}')}"\n` }), ['explain', 'a.py:1'])
    expect(out).toMatch(/Detector: github-[\w-]+; https:\/\/docs\.github\.com\/\S+\.\nTo revoke: \w/)
  })

  test('a half that is told beside its secret, and each place once', () => {
    const root = makeTree({ 'a.py': `aws_access_key_id = "${expandShapes('AKIA{base32:16}')}"\naws_secret_access_key = "${expandShapes('{base64:40}')}"\n` })
    expect(unhardcode(root, ['explain', 'a.py:1']).out.match(/^a\.py:1:22 .*/gm)).toEqual(['a.py:1:22 AWS access key ID (aws-access-key-id) is not reported: it is told beside the finding that it belongs to, 2:26.'])
    expect(unhardcode(root, ['explain', 'a.py:2']).out.match(/^a\.py:2:26 /gm)).toHaveLength(1)
  })

  test('a finding of infrastructure: why the rule is, judged with the files beside it', () => {
    const secret = 'resource "aws_secretsmanager_secret" "db" {\n  name = "db"\n}\n'
    const rotation = 'resource "aws_secretsmanager_secret_rotation" "db" {\n  secret_id = aws_secretsmanager_secret.db.id\n  rotation_rules {\n    automatically_after_days = 30\n  }\n}\n'
    const { out } = unhardcode(makeTree({ 'main.tf': secret }), ['explain', 'main.tf:1'])
    expect(out).toContain('(require-rotation)')
    expect(out).toContain('Why it is a finding:\n  A secret that nobody rotates stays valid')
    expect(unhardcode(makeTree({ 'main.tf': secret, 'rotation.tf': rotation }), ['explain', 'main.tf:1']).out).toContain('Nothing on this line is a finding.')
  })

  test('a fingerprint: every place of its finding in the current directory', () => {
    const root = makeTree({ 'a.ts': PROGRAM, 'b/c.ts': `\n${PROGRAM}` })
    const { findings } = JSON.parse(unhardcode(root, ['--format', 'json']).out) as { findings: { fingerprint: string }[] }
    const { out } = unhardcode(root, ['explain', findings[0]?.fingerprint ?? ''])
    expect(out).toContain('a.ts:1:28 error')
    expect(out).toContain('b/c.ts:2:28 error')
    expect(unhardcode(root, ['explain', '0'.repeat(32)])).toMatchObject({ code: 2, error: 'unhardcode: No finding in the current directory has this fingerprint.\n' })
  })
})

describe('why-not', () => {
  test.each([
    ['what is reported', { 'a.ts': PROGRAM }, 'a.ts:1', 'a.ts:1:28 is reported by `no-hardcoded-secret`: `unhardcode explain a.ts:1`.\n'],
    ['what promises nothing', { 'a.ts': 'const label = "Hello there"\n' }, 'a.ts:1', 'a.ts:1:15 Its name, `label`, promises no secret, and it has no provider’s form.\n'],
    ['what is bound to nothing', { 'a.ts': 'log("token", 4, "x")\n' }, 'a.ts:1:17', 'a.ts:1:17 '],
    ['what weighs too little', { 'a.ts': 'const token = "abc"\n' }, 'a.ts:1', 'a.ts:1:16 token (generic-token) is not reported: its evidence is below the lowest threshold.\n  found by its name; its name `token` promises a token; its value is: word.\n'],
    ['what is never one', { 'a.ts': 'const password = "${password}"\n' }, 'a.ts:1', 'what is expression is never a secret.'],
    ['what is only a hint', { 'a.py': 'password = "changeme"\n' }, 'a.py:1', 'is not reported: it is of low confidence, and the settings ask for more.'],
    ['what the configuration turns off', { 'a.ts': PROGRAM, 'unhardcode.config.json': '{ "rules": { "no-hardcoded-secret": "off" } }' }, 'a.ts:1', 'is not reported: the configuration turns `no-hardcoded-secret` off.'],
    ['what a comment silences', { 'a.ts': `${PROGRAM.trimEnd()} // gitleaks:allow\n` }, 'a.ts:1', 'a.ts:1:28 is found by `no-hardcoded-secret` and silenced: foreign directive (gitleaks:allow).\n'],
    ['a line without a literal', { 'a.ts': 'run()\n' }, 'a.ts:1', 'a.ts:1 No literal is seen here, read as `typescript`.\n'],
    ['a comment', { 'a.ts': '// run\n' }, 'a.ts:1', 'a.ts:1 This is a comment'],
    ['a file that the prefilter leaves', { 'a.ts': 'const label = "Hello there"\n' }, 'a.ts', 'For credentials the prefilter leaves a.ts unread'],
    ['a file that the configuration leaves out', { 'a.ts': PROGRAM, 'unhardcode.config.json': '{ "ignore": ["a.ts"] }' }, 'a.ts:1', 'leaves a.ts out: ignored by the configuration.'],
    ['a file of a dependency', { 'node_modules/a/b.ts': PROGRAM, 'c.ts': '' }, 'node_modules/a/b.ts:1', 'leaves node_modules/a/b.ts out: dependencies.'],
    ['a minified file', { 'a.min.js': PROGRAM }, 'a.min.js:1', 'leaves a.min.js out: minified.'],
    ['a picture', { 'a.png': Buffer.from([0x89, 0x50, 0, 0, 0, 1]) }, 'a.png', 'a.png is left out: pictures.\n'],
    ['a binary', { 'a.dat': Buffer.from([0x89, 0x50, 0, 0, 0, 1]) }, 'a.dat', 'a.dat is left out: it is no text.\n'],
    ['what a rule that is off would say', { 'a.tf': 'resource "aws_secretsmanager_secret" "a" {\n  name = "shop"\n}\n' }, 'a.tf:1', 'is held back by the settings; with everything on, `require-secret-tags` says: Secret `a` has no tags'],
  ])('%s', (_, files, place, sentence) => {
    const { code, out, error } = unhardcode(makeTree(files), ['why-not', place])
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out).toContain(sentence)
    expect(out).not.toContain(PASSWORD)
  })

  test('a file that git ignores', () => {
    const root = makeTree({ '.env': `DB_PASSWORD=${PASSWORD}\n`, '.gitignore': '.env\n' })
    git(root, 'init', '-q')
    expect(unhardcode(root, ['why-not', '.env:1']).out).toContain('leaves .env out: ignored by git. What follows is what it would say.\n.env:1:13 is reported')
  })

  test('a text and standard input, as a file of a name', () => {
    const root = makeTree({})
    expect(unhardcode(root, ['why-not', 'password = "abc"', '--as', 'config.py']).out).toContain('config.py:1:13 password (generic-password) is not reported')
    expect(unhardcode(root, ['why-not', '--stdin', '--as', 'a.ts'], { input: PROGRAM }).out).toContain('a.ts:1:28 is reported')
    expect(unhardcode(root, ['why-not', 'password = "abc"', '--as', 'x.py', '--format', 'json']).out).toContain('"notReported": "its evidence is below the lowest threshold"')
    expect(unhardcode(root, ['why-not', 'x', '--as', 'a.ts', '--format', 'sarif']).error).toContain('prints text or json, not sarif')
  })

  test('never repeats what may be a secret', () => {
    const root = makeTree({ 'a.json': `{ "${PASSWORD}": "x y z", "color": "${PASSWORD}" }\n` })
    expect(unhardcode(root, ['why-not', 'a.json']).out).not.toContain(PASSWORD)
    expect(unhardcode(root, ['why-not', `password = "${PASSWORD}"`])).toMatchObject({ code: 2, error: expect.not.stringContaining(PASSWORD) as string })
  })
})
