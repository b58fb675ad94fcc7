import json from '@eslint/json'
import markdown from '@eslint/markdown'
import { ESLint, type Linter } from 'eslint'
import { ESLint as ESLint9 } from 'eslint-9'
import yml from 'eslint-plugin-yml'
import { describe, expect, test } from 'vitest'
import unhardcode from '../dist/src/index.js'
import { expandShapes } from '../dist/src/detection/shape.js'
import { READMES, examplesOf } from './examples.ts'
import { activeRule, projectOf, scanFiles } from './support.ts'

const KEY = expandShapes('AKIA{base32:16}')

async function lint(config: Linter.Config[], filePath: string, text: string, Engine: typeof ESLint = ESLint): Promise<Linter.LintMessage[]> {
  const eslint = new Engine({ overrideConfigFile: true, overrideConfig: config, warnIgnored: true, cwd: '/' })
  const [result] = await eslint.lintText(text, { filePath })
  return result?.messages ?? []
}

describe.each([
  ['ESLint 10', ESLint],
  ['ESLint 9.22', ESLint9 as unknown as typeof ESLint],
])('%s', (_, Engine) => {
  test.each(['a.ts', 'a.tsx', 'a.js', 'a.mjs', 'a.cjs', 'a.jsx'])('reads %s', async file => {
    const messages = await lint(unhardcode.configs.recommended, file, `const accessKeyId = '${KEY}'\n`, Engine)
    expect(messages.map(({ ruleId, line, column }) => ({ ruleId, line, column }))).toEqual([{ ruleId: 'unhardcode/no-hardcoded-secret', line: 1, column: 22 }])
  })

  test.each([
    ['.env', `ACCESS_KEY=${KEY}`],
    ['.env.production', `ACCESS_KEY=${KEY}`],
    ['main.tf', `locals {\n  access_key = "${KEY}"\n}`],
    ['app.properties', `access.key=${KEY}`],
    ['app.ini', `[aws]\nkey = ${KEY}`],
    ['Dockerfile', `ENV ACCESS_KEY=${KEY}`],
    ['app.py', `access_key = '${KEY}'`],
    ['deploy.sh', `export ACCESS_KEY=${KEY}`],
    ['values.yaml', `accessKey: ${KEY}`],
    ['package.json', `{ "accessKey": "${KEY}" }`],
    ['README.md', `key: ${KEY}`],
    ['Cargo.toml', `key = "${KEY}"`],
    ['pom.xml', `<key>${KEY}</key>`],
    ['App.java', `class A { String k = "${KEY}"; }`],
    ['main.go', `var k = "${KEY}"`],
  ])('reads %s in our language', async (file, text) => {
    const messages = await lint(unhardcode.configs.recommended, file, text, Engine)
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['unhardcode/no-hardcoded-secret'])
  })

  test.each([
    ['app.py', `# eslint-disable-next-line unhardcode/no-hardcoded-secret -- a sandbox\nkey = '${KEY}'`],
    ['.env', `# unhardcode-disable-next-line no-hardcoded-secret -- a sandbox\nKEY=${KEY}`],
    ['main.tf', `locals {\n  key = "${KEY}" # eslint-disable-line\n}`],
    ['a.js', `// unhardcode-disable-next-line\nconst k = '${KEY}'`],
    ['a.ts', `const k = '${KEY}' // gitleaks:allow`],
  ])('honours a directive in %s', async (file, text) => {
    expect(await lint(unhardcode.configs.recommended, file, text, Engine)).toEqual([])
  })
})

test.each([
  ['json', [{ files: ['**/*.json'], plugins: { json }, language: 'json/json' }], 'a.json', `{\n  "accessKey": "${KEY}"\n}`, 2, 17],
  ['markdown', [{ files: ['**/*.md'], plugins: { markdown }, language: 'markdown/commonmark' }], 'a.md', `# Use\n\nkey: ${KEY}\n`, 3, 6],
  ['yml', yml.configs.base, 'a.yaml', `a: 1\naccessKey: ${KEY}\n`, 2, 12],
] as [string, Linter.Config[], string, string, number, number][])('runs inside the language of %s', async (_, config, file, text, line, column) => {
  const messages = await lint([...unhardcode.configs.recommended, ...config], file, text)
  expect(messages.map(({ ruleId, line, column }) => ({ ruleId, line, column }))).toEqual([{ ruleId: 'unhardcode/no-hardcoded-secret', line, column }])
})

describe('parity: ESLint says of every example what the scanner says', () => {
  for (const ruleId of READMES) {
    // A directory of several files is a module that an editor does not see.
    const examples = examplesOf(ruleId).filter(({ files }) => Object.keys(files).length === 1)
    test.each(examples.flatMap(({ preset, files }) => Object.entries(files).map(([path, text]) => [path, text, preset] as const)))(`${ruleId}: %s`, async (path, text, preset) => {
      const active = activeRule(ruleId, preset)
      const scanned = scanFiles({ [path]: text }, [active]).findings
      // What a project's files say of versions stands in the settings: `unhardcode.project()`.
      const settings = { unhardcode: { versions: projectOf({ [path]: text }).versions } }
      const config = [...unhardcode.configs[preset].slice(0, -1), { settings, plugins: { unhardcode }, rules: { [`unhardcode/${ruleId}`]: ['error', active.options] } }]
      const messages = await lint(config as Linter.Config[], path, text)
      const expected = scanned.filter(({ confidence }) => confidence !== 'low')
      expect(messages.map(({ line, column, endLine, endColumn, message }) => ({ line, column, endLine, endColumn, message }))).toEqual(
        expected.map(({ start, end, message }) => ({ line: start.line, column: start.column, endLine: end.line, endColumn: end.column, message })),
      )
    })
  }
})

test('a suggestion reads the secret from Secrets Manager', async () => {
  const token = expandShapes('ghp_{base62:30}{crc32}')
  const [message] = await lint(unhardcode.configs.recommended, '/shop/app.mjs', `const token = '${token}'\n`)
  expect(message?.suggestions?.[0]?.desc).toMatch(/^Read `.+` from Secrets Manager/)
  expect(message?.suggestions?.[0]?.fix.text).not.toContain(token)
})
