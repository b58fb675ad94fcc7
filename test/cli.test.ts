import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { COMMANDS, FLAGS, parseInvocation } from '../dist/src/cli/options.js'
import { PASSWORD, PROGRAM, git, makeTree, unhardcode, writeTree } from './world.ts'

const CLEAN = 'export const answer = 42\n'

describe('scan', () => {
  test('of the current directory, clean', () => {
    const { code, out } = unhardcode(makeTree({ 'a.ts': CLEAN }), [])
    expect(code).toBe(0)
    expect(out).toMatch(/^No findings\.\nScanned 1 file, 25 bytes, in \d\.\d\d s\.\n$/)
  })

  test('with a finding', () => {
    const { code, out, error } = unhardcode(makeTree({ 'src/db.ts': PROGRAM, 'logo.png': '' }), [])
    expect(code).toBe(1)
    expect(error).toBe('')
    expect(out).toContain("src/db.ts:1:28 error Hardcoded password in `dbPassword`. (no-hardcoded-secret)\n1 | export const dbPassword = '********'\n  |                            ^^^^^^^^\n")
    expect(out).toContain('1 finding (1 error) in 1 file.\n')
    expect(out).toContain('Skipped 1: pictures (1).\n')
  })

  test('of named paths, relative to where one stands', () => {
    const root = makeTree({ 'a/x.ts': PROGRAM, 'b/y.ts': PROGRAM, 'c/z.ts': PROGRAM })
    expect(unhardcode(root, ['scan', 'a', './b/y.ts', '--format', 'json']).out).toContain('"path": "b/y.ts"')
    expect(unhardcode(join(root, 'a'), ['scan', '../b']).out).toContain('y.ts:1:28')
    expect(unhardcode(join(root, 'a'), ['scan', '../b', '../c']).out).toMatch(/b\/y\.ts[\s\S]*c\/z\.ts/)
  })

  test('of a quoted glob', () => {
    const root = makeTree({ 'a/x.ts': PROGRAM, 'a/x.py': CLEAN, 'b/node_modules/y.ts': PROGRAM, 'odd[1].ts': PROGRAM })
    expect(unhardcode(root, ['scan', '**/*.py']).code).toBe(0)
    expect(unhardcode(root, ['scan', '**/*.ts']).out).toContain('Scanned 2 files')
    expect(unhardcode(root, ['scan', 'odd[1].ts']).code).toBe(1)
    expect(unhardcode(root, ['scan', '*.rb'])).toMatchObject({ code: 2 })
  })

  test('fails from the severity on that was asked for', () => {
    const root = makeTree({ 'a.ts': PROGRAM, 'unhardcode.config.json': '{ "rules": { "no-hardcoded-secret": "information" } }' })
    expect(unhardcode(root, []).code).toBe(0)
    expect(unhardcode(root, ['--fail-on', 'information']).code).toBe(1)
    expect(unhardcode(root, ['--no-project-config']).code).toBe(1)
  })

  test('of standard input', () => {
    const root = makeTree({})
    expect(unhardcode(root, ['scan', '--stdin', '--stdin-filename', 'x/y.ts'], { input: PROGRAM }).out).toContain('x/y.ts:1:28')
    expect(unhardcode(root, ['--stdin'], { input: CLEAN }).code).toBe(0)
    expect(unhardcode('/', ['--stdin', '--stdin-filename', 'x/y.ts'], { input: PROGRAM }).out).toMatch(/^x\/y\.ts:1:28/)
    expect(unhardcode(root, ['scan', '--stdin', 'a.ts']).error).toContain('three sources')
    expect(unhardcode(root, ['--stdin-filename', 'a.ts']).error).toContain('belongs to `--stdin`')
  })

  test('of what is staged: the index, and only changed lines fail', () => {
    const root = makeTree({ 'a.ts': PROGRAM })
    git(root, 'init', '-q')
    expect(unhardcode(root, ['--staged'])).toMatchObject({ code: 0, out: expect.stringContaining('There was nothing to scan.') as string })
    git(root, 'add', 'a.ts')
    writeTree(root, { 'a.ts': CLEAN })
    expect(unhardcode(root, ['--staged']).code).toBe(1)
    git(root, 'commit', '-qm', 'first')
    writeTree(root, { 'a.ts': `${PROGRAM}${CLEAN}` })
    git(root, 'add', 'a.ts')
    const { code, out } = unhardcode(root, ['--staged'])
    expect(code).toBe(0)
    expect(out).toContain('1 suppressed: unchanged line (1).')
    expect(unhardcode(makeTree({}), ['--staged'])).toMatchObject({ code: 2, error: expect.stringContaining('there is none here') as string })
  })

  test('of what is staged goes by the configuration that is staged', () => {
    const root = makeTree({ 'a.ts': PROGRAM, 'unhardcode.config.json': '{ "ignore": ["a.ts"] }' })
    git(root, 'init', '-q')
    git(root, 'add', 'a.ts')
    expect(unhardcode(root, ['--staged']).code).toBe(1)
    git(root, 'add', 'unhardcode.config.json')
    writeTree(root, { 'unhardcode.config.json': '{' })
    expect(unhardcode(root, ['--staged'])).toMatchObject({ code: 0, error: '' })
    writeTree(root, { 'unhardcode.config.yaml': '' })
    git(root, 'add', 'unhardcode.config.yaml')
    expect(unhardcode(root, ['--staged']).error).toContain('more than one configuration')
  })

  test('runs in a hook of a commit of one file, which has an index of its own', () => {
    const root = makeTree({ 'a.ts': CLEAN, 'b.ts': CLEAN })
    git(root, 'init', '-q')
    git(root, 'add', '.')
    git(root, 'commit', '-qm', 'first')
    const bin = fileURLToPath(new URL('../dist/src/cli/bin.js', import.meta.url))
    writeFileSync(join(root, '.git/hooks/pre-commit'), `#!/bin/sh\nexec '${process.execPath}' '${bin}' --staged\n`, { mode: 0o755 })
    writeTree(root, { 'a.ts': PROGRAM, 'b.ts': `${CLEAN}${CLEAN}` })
    git(root, 'add', 'a.ts')
    git(root, 'commit', '-qm', 'only b', 'b.ts')
    expect(() => git(root, 'commit', '-qm', 'a too')).toThrow()
  })

  test('writes the report to a file, and not through a link', () => {
    const root = makeTree({ 'a.ts': PROGRAM, 'victim.txt': 'untouched' })
    expect(unhardcode(root, ['--format', 'json', '--output', 'out.json'])).toMatchObject({ code: 1, out: '' })
    expect(JSON.parse(readFileSync(join(root, 'out.json'), 'utf8'))).toMatchObject({ version: 1 })
    expect(unhardcode(root, ['--output', 'no/such/directory'])).toMatchObject({ code: 2, out: '' })
    spawnSync('ln', ['-s', 'victim.txt', 'report.txt'], { cwd: root })
    unhardcode(root, ['--output', 'report.txt'])
    expect(readFileSync(join(root, 'victim.txt'), 'utf8')).toBe('untouched')
    expect(readFileSync(join(root, 'report.txt'), 'utf8')).toContain('finding')
  })

  test('a reader that has seen enough is no error', () => {
    const root = makeTree(Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`${index}.ts`, PROGRAM])))
    const bin = fileURLToPath(new URL('../dist/src/cli/bin.js', import.meta.url))
    const { stdout, stderr } = spawnSync('sh', ['-c', `'${process.execPath}' '${bin}' | head -n 1; true`], { cwd: root, encoding: 'utf8' })
    expect(stdout.split('\n')).toHaveLength(2)
    expect(stderr).toBe('')
  })

  test('has colours when asked, in a terminal only otherwise', () => {
    const root = makeTree({ 'a.ts': PROGRAM })
    expect(unhardcode(root, []).out).not.toContain('\u001b')
    expect(unhardcode(root, ['--color']).out).toContain('\u001b[31m')
    expect(unhardcode(root, [], { environment: { FORCE_COLOR: '1' } }).out).toContain('\u001b[31m')
    expect(unhardcode(root, ['--no-color'], { environment: { FORCE_COLOR: '1' } }).out).not.toContain('\u001b')
    expect(unhardcode(root, [], { environment: { FORCE_COLOR: '1', NO_COLOR: '1' } }).out).not.toContain('\u001b')
  })
})

describe('nothing scanned is an error, nothing to scan is not', () => {
  test.each([
    ['an empty directory', {}, []],
    ['a directory of pictures', { 'a.png': '' }, []],
    ['a path that does not exist', {}, ['scan', 'nothing']],
    ['a path that does not exist beside one that does', { 'a.ts': CLEAN }, ['scan', 'a.ts', 'nothing']],
  ])('%s is', (_, files, words) => {
    expect(unhardcode(makeTree(files), words).code).toBe(2)
  })

  test('named binaries are not', () => {
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82])
    expect(unhardcode(makeTree({ 'a.png': picture }), ['scan', 'a.png'])).toMatchObject({ code: 0, out: expect.stringContaining('Skipped 1: binary (1).') as string })
  })
})

describe('words', () => {
  test.each([
    [['--versoin'], 'There is no flag `--versoin`. Did you mean `--version`?'],
    [['--frobnicate'], 'There is no flag `--frobnicate`.'],
    [['-x'], 'There is no flag `-x`.'],
    [['--format'], '`--format` needs a value: github, gitlab, json, rdjson, sarif, text.'],
    [['--format', '--quiet'], '`--format` needs a value'],
    [['--format', 'jsno'], 'Did you mean `json`?'],
    [['--quiet=yes'], '`--quiet` takes no value.'],
    [['fix', '.', '--staged'], '`--staged` does not belong to `unhardcode fix`.'],
    [['explian', 'x'], 'There is no command `explian`. Did you mean `explain`?'],
    [['src'], 'To scan a path: `unhardcode scan src`.'],
    [['fix'], '`unhardcode fix` needs a path'],
    [['explain'], '`unhardcode explain` needs one rule'],
    [['explain', 'no-hardcoded-secrt'], 'Did you mean `no-hardcoded-secret`?'],
    [['explain', 'no-such.ts:3'], '`no-such.ts` cannot be read as text.'],
  ])('%j', (words, sentence) => {
    const { code, out, error } = unhardcode(makeTree({}), words)
    expect(error).toContain(sentence)
    expect(error).toMatch(/^unhardcode: [^\n]+\n$/)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })

  test('are read as their types say', () => {
    expect(parseInvocation(['scan', 'a', '--format=json', '--', '--b'])).toEqual({ command: 'scan', operands: ['a', '--b'], options: { format: 'json' } })
    expect(parseInvocation([])).toEqual({ command: 'scan', operands: [], options: {} })
    expect(parseInvocation(['--quiet'])).toEqual({ command: 'scan', operands: [], options: { quiet: true } })
  })

  test('the help names every command and flag, and of one command its own', () => {
    const { code, out } = unhardcode(makeTree({}), ['--help'])
    expect(code).toBe(0)
    for (const { name } of FLAGS) expect(out).toContain(`--${name}`)
    for (const { usage } of Object.values(COMMANDS)) expect(out).toContain(`unhardcode ${usage}`)
    const own = unhardcode(makeTree({}), ['fix', '--help']).out
    expect(own).toContain('--write')
    expect(own).not.toContain('--staged')
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThan(140)
  })

  test('the version is that of the package', () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
    expect(unhardcode(makeTree({}), ['-v']).out).toBe(`${version}\n`)
  })
})

describe('configuration', () => {
  test.each([
    ['unhardcode.config.json', '\uFEFF{ "rules": { "no-hardcoded-secret": "off" } }'],
    ['unhardcode.config.jsonc', '{ // why\n "rules": { "no-hardcoded-secret": "off", }, }'],
    ['unhardcode.config.yaml', '# why\nrules:\n  no-hardcoded-secret: off\n'],
  ])('%s is read, and what it narrows is said', (name, text) => {
    const { code, out } = unhardcode(makeTree({ 'a.ts': PROGRAM, [name]: text }), [])
    expect(out).toContain(`\`${name}\` turns off \`no-hardcoded-secret\`.`)
    expect(code).toBe(0)
  })

  test.each([
    ['{ "presett": "strict" }', '1:4: There is no setting `presett`. Did you mean `preset`?'],
    ['{ "preset": "strcit" }', '1:13: This must be one of recommended, strict. Did you mean `strict`?'],
    ['{ "rules": { "no-hardcoded": "off" } }', '1:15: There is no rule `no-hardcoded`.'],
    ['{ "rules": { "no-hardcoded-secret": "of" } }', 'Did you mean `off`?'],
    ['{ "rules": { "no-hardcoded-secret": ["error", { "allwo": [] }] } }', 'has no option `allwo`'],
    ['{ "rules": { "no-hardcoded-secret": ["error"] } }', 'a list of a severity and options'],
    ['{ "ignore": "a" }', '1:13: This must be a list.'],
    ['{ "ignore": [1] }', '1:14: This must be a text.'],
    ['{ "naming": "{project}" }', 'A naming needs `{name}` in it.'],
    ['{ "naming": "{name}{nmae}" }', 'not `{nmae}`'],
    ['{ "ignore": [], "ignore": [] }', 'stands here twice'],
    ['{ "extends": "../other" }', 'There is no setting `extends`.'],
    ['{ "plugins": ["./evil.js"] }', 'There is no setting `plugins`.'],
    ['[]', '1:1: This must be an object.'],
    ['{ "ignore": [', 'unhardcode.config.json:1:'],
    [`{ ${'"rules": {}, '.repeat(100_000)} }`, 'it is larger than 1 MB'],
  ])('%#: what is not understood is an error', (text, sentence) => {
    const { code, error, out } = unhardcode(makeTree({ 'a.ts': CLEAN, 'unhardcode.config.json': text }), [])
    expect(error).toContain(sentence)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })

  test('of two files is an error', () => {
    const root = makeTree({ 'a.ts': CLEAN, 'unhardcode.config.json': '{}', 'unhardcode.config.yaml': '' })
    expect(unhardcode(root, [])).toMatchObject({ code: 2, error: expect.stringContaining('more than one configuration') as string })
  })

  test('leaves out paths, and says how many', () => {
    const root = makeTree({ 'a.ts': CLEAN, 'fixtures/b.ts': PROGRAM, 'unhardcode.config.json': '{ "ignore": ["fixtures/"], "failOn": "error", "preset": "strict" }' })
    const { code, out } = unhardcode(root, [])
    expect(code).toBe(0)
    expect(out).toContain('`unhardcode.config.json` leaves out 1 path.\n`unhardcode.config.json` lets warnings pass.\n')
    expect(unhardcode(root, ['scan', 'fixtures/b.ts']).code).toBe(0)
    expect(unhardcode(root, ['--no-project-config']).code).toBe(1)
  })

  test('names secrets', () => {
    const root = makeTree({ 'a.py': `password = "${PASSWORD}"\n`, 'unhardcode.config.json': '{ "project": "shop", "environment": "live", "naming": "{environment}-{project}-{name}" }' })
    expect(unhardcode(root, []).out).toContain('live-shop-')
  })
})

describe('fix', () => {
  const FILES = { 'a.py': `import os\n\npassword = "${PASSWORD}"\n`, 'package.json': '{ "name": "shop" }' }

  test('shows a masked diff, and changes nothing', () => {
    const root = makeTree(FILES)
    const { code, out } = unhardcode(root, ['fix', '.', '--review'])
    expect(out).toContain('--- a/a.py\n+++ b/a.py\n')
    expect(out).toContain('-password = "********"')
    expect(out).toContain('Would fix 1 finding in 1 file; `--write` makes the changes.')
    expect(out).toMatch(/Secrets that must exist in AWS Secrets Manager before this runs: `shop\/dev\/[^`]+`\./)
    expect(out).not.toContain(PASSWORD)
    expect(code).toBe(1)
    expect(readFileSync(join(root, 'a.py'), 'utf8')).toBe(FILES['a.py'])
  })

  test('without `--review` says what it holds back', () => {
    const { code, out } = unhardcode(makeTree(FILES), ['fix', '.'])
    expect(out).toBe('Nothing to fix.\n1 more with `--review`: they change what the program does.\n')
    expect(code).toBe(1)
  })

  test('writes, and a second run changes nothing', () => {
    const root = makeTree(FILES)
    expect(unhardcode(root, ['fix', '.', '--review', '--write'])).toMatchObject({ code: 0, out: expect.stringContaining('Fixed 1 finding in 1 file.') as string })
    const fixed = readFileSync(join(root, 'a.py'), 'utf8')
    expect(fixed).not.toContain(PASSWORD)
    expect(unhardcode(root, ['fix', '.', '--review', '--write'])).toMatchObject({ code: 0, out: 'Nothing to fix.\n' })
    expect(readFileSync(join(root, 'a.py'), 'utf8')).toBe(fixed)
    expect(unhardcode(root, []).code).toBe(0)
  })

  test('says where there is no fix, why, and what to do', () => {
    const { code, out } = unhardcode(makeTree({ 'app.rb': `db_password = '${PASSWORD}'\n` }), ['fix', '.', '--review'])
    expect(code).toBe(1)
    expect(out).toMatch(/^app\.rb:1: Read `[^`]+#password` with `Aws::SecretsManager::Client\.new[^\n]+\.\nNothing to fix\.\n$/)
  })

  test('ends by what is still open, not by how many were fixed', () => {
    const schedule = (name: string): string => `  ${name}:
    Type: AWS::SecretsManager::RotationSchedule
    Properties: { SecretId: 'arn', RotationLambdaARN: 'arn', RotateImmediatelyOnUpdate: false, RotationRules: { AutomaticallyAfterDays: 30 } }\n`
    const root = makeTree({
      'settings.txt': `password = "${PASSWORD}"\n`,
      'stack.yaml': `Resources:\n${schedule('One')}${schedule('Two')}`,
      'unhardcode.config.json': '{ "failOn": "error" }',
    })
    const { code, out } = unhardcode(root, ['fix', '.', '--review', '--write'])
    expect(out).toContain('Fixed 2 findings in 1 file.\n`unhardcode.config.json` lets warnings pass.\n')
    expect(code).toBe(1)
    expect(unhardcode(root, ['fix', 'stack.yaml', '--review', '--write']).code).toBe(0)
  })

  test('of an empty directory is an error, as a scan of it is', () => {
    expect(unhardcode(makeTree({}), ['fix', '.'])).toMatchObject({ code: 2, error: 'unhardcode: Not one file could be scanned.\n' })
  })

  test('does not write what would lose bytes', () => {
    const odd = Buffer.concat([Buffer.from(`\uFEFFimport os\npassword = "${PASSWORD}"\n`, 'utf16le'), Buffer.from('!')])
    const root = makeTree({ 'odd.py': odd })
    expect(unhardcode(root, []).code).toBe(1)
    const { code, error } = unhardcode(root, ['fix', '.', '--review', '--write'])
    expect(error).toContain('`odd.py` was left as it is: some of its bytes are no UTF-16LE, and would be lost.')
    expect(code).toBe(2)
    expect(readFileSync(join(root, 'odd.py'))).toEqual(odd)
  })

  test('keeps encoding, byte order mark and line ends', () => {
    const text = `import os\r\n\r\npassword = "${PASSWORD}"\r\nname = "Müller"\r\n`
    const root = makeTree({ 'wide.py': Buffer.from(`\uFEFF${text}`, 'utf16le'), 'marked.py': `\uFEFF${text}`, 'latin.py': Buffer.from(text, 'latin1') })
    unhardcode(root, ['fix', '.', '--review', '--write'])
    for (const [name, encoding, mark] of [['wide.py', 'utf16le', '\uFEFF'], ['marked.py', 'utf8', '\uFEFF'], ['latin.py', 'latin1', '']] as const) {
      const fixed = readFileSync(join(root, name)).toString(encoding)
      expect(fixed.startsWith(`${mark}import `)).toBe(true)
      expect(fixed).toContain('"Müller"\r\n')
      expect(fixed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      expect(fixed).not.toContain(PASSWORD)
    }
  })
})

describe('fixes that add to other files', () => {
  const ENV = `PORT=3000\nDB_PASSWORD=${PASSWORD}\n`
  const only = { rules: { 'no-hardcoded-secret': 'off' } }

  function repository(files: Readonly<Record<string, string>>, settings: object = only): string {
    const root = makeTree({ 'unhardcode.config.json': JSON.stringify(settings), ...files })
    git(root, 'init', '-q')
    return root
  }

  test('name an env file in `.gitignore` and its variables in `.env.example`, once', () => {
    const root = repository({ '.env': ENV, '.gitignore': 'node_modules' })
    const shown = unhardcode(root, ['fix', '.', '--review'])
    expect(shown.out).toBe('--- a/.gitignore\n+++ b/.gitignore\n@@ -1,1 +1,2 @@\n node_modules\n+.env\n--- a/.env.example\n+++ b/.env.example\n@@ -0,0 +1,2 @@\n+PORT=\n+DB_PASSWORD=\nWould fix 1 finding in 2 files; `--write` makes the changes.\n`unhardcode.config.json` turns off `no-hardcoded-secret`.\n')
    expect(readdirSync(root)).not.toContain('.env.example')
    expect(unhardcode(root, ['fix', '.', '--review', '--write'])).toMatchObject({ code: 0, error: '', out: expect.stringContaining('Fixed 1 finding in 2 files.\n') as string })
    expect(readFileSync(join(root, '.gitignore'), 'utf8')).toBe('node_modules\n.env\n')
    expect(readFileSync(join(root, '.env.example'), 'utf8')).toBe('PORT=\nDB_PASSWORD=\n')
    expect(readFileSync(join(root, '.env'), 'utf8')).toBe(ENV)
    expect(unhardcode(root, ['fix', '.', '--review', '--write'])).toMatchObject({ code: 0, out: expect.stringMatching(/^Nothing to fix\.\n/) as string })
  })

  test('leave to a person what git has', () => {
    const root = repository({ 'api/.env': ENV, 'api/.env.sample': '# Web\nexport PORT=8080\n' })
    git(root, 'add', '--force', 'api/.env')
    const { code, out } = unhardcode(root, ['fix', '.', '--review', '--write'])
    expect(out).toContain('api/.env: Take the file out of git with `git rm --cached api/.env`, and replace its secrets if it was pushed.\nChanged 2 files.\n')
    expect(code).toBe(1)
    expect(readFileSync(join(root, '.gitignore'), 'utf8')).toBe('/api/.env\n')
    expect(readFileSync(join(root, 'api/.env.sample'), 'utf8')).toBe('# Web\nexport PORT=8080\nDB_PASSWORD=\n')
    git(root, 'rm', '-q', '--cached', 'api/.env')
    expect(unhardcode(root, []).code).toBe(0)
  })

  test('do nothing through a link', () => {
    const root = repository({ '.env': ENV })
    const elsewhere = join(makeTree({ ignored: '' }), 'ignored')
    symlinkSync(elsewhere, join(root, '.gitignore'))
    const { code, error } = unhardcode(root, ['fix', '.', '--review', '--write'])
    expect(error).toBe('unhardcode: `.env` was left as it is: `.gitignore` does not have `.env`: it is no regular file.\n')
    expect(code).toBe(2)
    expect(readFileSync(elsewhere, 'utf8')).toBe('')
  })

  test('name the variables that come in place of secrets where a project shows which it needs', () => {
    const root = repository({ 'compose.yaml': `services:\n  db:\n    image: postgres\n    environment:\n      POSTGRES_PASSWORD: ${PASSWORD}\n`, '.env.example': 'PORT=\n' }, {})
    expect(unhardcode(root, ['fix', '.', '--review', '--write']).code).toBe(0)
    expect(readFileSync(join(root, '.env.example'), 'utf8')).toBe('PORT=\nPOSTGRES_PASSWORD=\n')
  })
})

test('a scan of one clean file loads few modules, and nothing heavy', () => {
  const root = makeTree({ 'a.ts': CLEAN })
  const coverage = join(root, 'coverage')
  unhardcode(root, ['scan', 'a.ts'], { environment: { NODE_V8_COVERAGE: coverage } })
  const [file = ''] = readdirSync(coverage)
  const { result } = JSON.parse(readFileSync(join(coverage, file), 'utf8')) as { result: { url: string }[] }
  const loaded = result.map(({ url }) => url).filter(url => url.startsWith('file:'))
  expect(loaded.filter(url => !url.includes('/dist/'))).toEqual([])
  expect(loaded.map(url => url.replace(/^.*\/dist\//, '')).sort()).toMatchInlineSnapshot(`
    [
      "rules/index.js",
      "src/cli/bin.js",
      "src/cli/color.js",
      "src/cli/commands/scan.js",
      "src/cli/config.js",
      "src/cli/errors.js",
      "src/cli/main.js",
      "src/cli/options.js",
      "src/cli/paths.js",
      "src/cli/setup.js",
      "src/core/encoding.js",
      "src/core/escape.js",
      "src/core/finding.js",
      "src/core/source.js",
      "src/core/text.js",
      "src/detection/assignment.js",
      "src/detection/bigrams.js",
      "src/detection/checksum.js",
      "src/detection/elsewhere.js",
      "src/detection/encoded.js",
      "src/detection/evidence/characters.js",
      "src/detection/evidence/digest.js",
      "src/detection/evidence/disguise.js",
      "src/detection/evidence/encrypted.js",
      "src/detection/evidence/expression.js",
      "src/detection/evidence/features.js",
      "src/detection/evidence/fixed.js",
      "src/detection/evidence/joined.js",
      "src/detection/evidence/kind.js",
      "src/detection/evidence/language.js",
      "src/detection/evidence/place.js",
      "src/detection/evidence/rarity.js",
      "src/detection/evidence/shape.js",
      "src/detection/gate.js",
      "src/detection/hidden.js",
      "src/detection/match.js",
      "src/detection/names.js",
      "src/detection/packed.js",
      "src/detection/placeholder.js",
      "src/detection/prefilter.js",
      "src/detection/prospect.js",
      "src/detection/resolve.js",
      "src/detection/stores.js",
      "src/detection/table.js",
      "src/detection/weights.js",
      "src/detection/words.js",
      "src/engine/scan.js",
      "src/engine/settings.js",
      "src/lexer/languages.js",
      "src/reporters/index.js",
      "src/reporters/text.js",
      "src/sources/file.js",
      "src/sources/git.js",
      "src/sources/glob.js",
      "src/sources/ignore.js",
      "src/sources/policy.js",
      "src/sources/worktree.js",
    ]
  `)
})
