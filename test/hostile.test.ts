import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { RULE_IDS } from '../dist/rules/index.js'
import { REPORTER_IDS } from '../dist/src/reporters/index.js'
import { PASSWORD, PROGRAM, type Ran, TOKEN, git, makeTree, unhardcode, writeTree } from './world.ts'

const CLEAN = 'export const answer = 42\n'
const CANNOT = { 'unhardcode.config.json': '{}' }

describe('input that is bad', () => {
  test.runIf(process.getuid?.() === 0)('a file that may not be read is named, and the rest is scanned', () => {
    const root = makeTree({ 'a.ts': CLEAN, 'b.ts': PROGRAM })
    chmodSync(root, 0o755)
    chmodSync(join(root, 'a.ts'), 0)
    const { code, out } = unhardcode(root, [], { user: 65534 })
    expect(code).toBe(2)
    expect(out).toContain('error `a.ts` was not scanned: permission denied.')
    expect(out).toContain('b.ts:1:28')
  })

  test('a binary file is counted', () => {
    const root = makeTree({ 'a.ts': CLEAN, data: Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256) })
    expect(unhardcode(root, [])).toMatchObject({ code: 0, out: expect.stringContaining('Skipped 1: binary (1).') as string })
  })

  test.each([
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${PROGRAM}`, 'utf16le')],
    ['UTF-16 without it', Buffer.from(PROGRAM, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${PROGRAM}`, 'utf16le').swap16()],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${PROGRAM}`)],
    ['Latin-1', Buffer.from(PROGRAM.replace('export', '/* Müller */ export'), 'latin1')],
    ['CRLF', Buffer.from(`// one\r\n// two\r\n${PROGRAM.replace('\n', '\r\n')}`)],
    ['a lone CR', Buffer.from(`// one\r// two\r${PROGRAM.replace('\n', '\r')}`)],
    ['broken syntax', Buffer.from(`}}}} if ( "'\n${PROGRAM}\n((( \``)],
    ['a NUL', Buffer.from(`${CLEAN.repeat(40)}\0${PROGRAM}`)],
    ['no line end', Buffer.from(PROGRAM.trimEnd())],
    ['many bytes on one line', Buffer.from(`${'x = 1; '.repeat(100_000)}${PROGRAM}`)],
  ])('a secret is found in %s', (_, content) => {
    const { code, out } = unhardcode(makeTree({ 'a.ts': content }), ['--format', 'json'])
    expect(code).toBe(1)
    const { findings } = JSON.parse(out) as { findings: { excerpt: { lines: string[]; underline: [number, number] } }[] }
    expect(findings).toHaveLength(1)
    expect(findings[0]?.excerpt.lines[0]?.slice(...findings[0].excerpt.underline)).toBe('********')
    expect(out).not.toContain(PASSWORD)
  })

  test('50 MB on one line take neither long nor much', () => {
    const filler = Buffer.alloc(50_000_000, 'abcdefghij klmnop=qr"st,uv;wx ')
    const root = makeTree({ 'a.js': Buffer.concat([filler, Buffer.from(`;${PROGRAM}`)]) })
    const started = performance.now()
    const { code, out } = unhardcode(root, [])
    expect(code).toBe(1)
    expect(out.length).toBeLessThan(2000)
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  /** Letters and digits in no order, the same in each run. */
  function noise(length: number): string {
    let state = 12_345
    return Array.from({ length }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'[(state >> 8) % 62]
    }).join('')
  }

  const MEGA = 1_000_000

  test.each([
    ['a value of a megabyte', 'a.js', `const password = "${noise(MEGA)}"\n${PROGRAM}`],
    ['a value of a megabyte without quotes', '.env', `API_TOKEN=${noise(MEGA)}\nDB_PASSWORD=${PASSWORD}\n`],
    ['a name of a megabyte', 'a.js', `const ${'password'.repeat(MEGA / 8)} = 1\n${PROGRAM}`],
    ['a key of a megabyte', 'a.yaml', `${'password_'.repeat(MEGA / 9)}: x\npassword: ${PASSWORD}\n`],
    ['the beginning of a form again and again', 'a.txt', `${'AKIA'.repeat(MEGA / 4)}\npassword: ${PASSWORD}\n`],
    ['the beginning of a private key again and again', 'a.txt', `${'-----BEGIN PRIVATE KEY-----'.repeat(MEGA / 27)}\npassword: ${PASSWORD}\n`],
    ['names without values', 'a.js', `${'password = '.repeat(MEGA / 11)}\n${PROGRAM}`],
    ['strings that nothing closes', 'a.js', `${"password = '\n".repeat(MEGA / 13)}\n${PROGRAM}`],
    ['JSON in JSON in JSON', 'a.json', Array.from({ length: 12 }).reduce<string>(inner => JSON.stringify({ password: inner }), PASSWORD).replace(/^/, `[${JSON.stringify({ password: PASSWORD })},`).concat(']')],
    ['base64 of base64', '.env', `PASSWORD=${Array.from({ length: 20 }).reduce<string>(inner => Buffer.from(inner).toString('base64'), PASSWORD)}\nDB_PASSWORD=${PASSWORD}\n`],
  ])('%s hides nothing, and takes neither long nor much', (_, name, content) => {
    const started = performance.now()
    const { code, out } = unhardcode(makeTree({ [name]: content }), ['--format', 'json'], { environment: { NODE_OPTIONS: '--max-old-space-size=512' } })
    expect(code).toBe(1)
    expect((JSON.parse(out) as { findings: unknown[] }).findings.length).toBeGreaterThan(0)
    expect(out.length).toBeLessThan(20_000)
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  test.each([
    ['ten thousand secrets', 'a.js', Array.from({ length: 10_000 }, (_, index) => `const password${index} = "${index}${PASSWORD}"\n`).join('')],
    ['ten thousand secrets that begin alike', '.env', Array.from({ length: 10_000 }, (_, index) => `PASSWORD_${index}=${PASSWORD}${index}\n`).join('')],
    ['twenty thousand keys around one value', 'a.json', `${'{"password":'.repeat(20_000)}"${PASSWORD}"${'}'.repeat(20_000)}`],
  ])('of %s a thousand are reported, and that there are more is said', (_, name, content) => {
    const root = makeTree({ [name]: content, 'b.ts': PROGRAM })
    const { code, out } = unhardcode(root, ['--format', 'json'], { environment: { NODE_OPTIONS: '--max-old-space-size=512' } })
    const { findings, coverage } = JSON.parse(out) as { findings: { path: string }[]; coverage: { unread: unknown[] } }
    expect(code).toBe(2)
    expect(findings.filter(({ path }) => path === name)).toHaveLength(1000)
    expect(findings.some(({ path }) => path === 'b.ts')).toBe(true)
    expect(coverage.unread).toEqual([{ path: name, reason: 'it has 1000 findings or more', partly: true }])
    expect(unhardcode(root, ['--quiet']).out).toContain(`\`${name}\` was not scanned to its end: it has 1000 findings or more.`)
  })

  test('a file of more strings than memory has room for is named, and the rest is scanned', () => {
    const root = makeTree({ 'a.js': `const password = "${PASSWORD}"\n${'f("","");'.repeat(600_000)}`, 'b.ts': PROGRAM })
    const { code, out } = unhardcode(root, [], { environment: { NODE_OPTIONS: '--max-old-space-size=512' } })
    expect(code).toBe(2)
    expect(out).toContain('`a.js` was not scanned: it holds more than a million strings.')
    expect(out).toContain('b.ts:1:28')
  })

  test('a file above the limit is an error with its name, a binary one is not', () => {
    const root = makeTree({ 'a.ts': CLEAN, 'big.sql': Buffer.alloc(70_000_000, 'a'), 'big.dat': Buffer.alloc(70_000_000) })
    const { code, out } = unhardcode(root, [])
    expect(code).toBe(2)
    expect(out).toContain('error `big.sql` was not scanned: it is larger than 64 MB.')
    expect(out).toContain('Skipped 1: binary (1).')
  })

  test('a pipe does not hang the scan, a link in a circle does not prolong it', () => {
    const root = makeTree({ 'a/b.ts': CLEAN })
    execFileSync('mkfifo', [join(root, 'pipe')])
    symlinkSync('..', join(root, 'a/up'))
    symlinkSync('loop', join(root, 'loop'))
    expect(unhardcode(root, [])).toMatchObject({ code: 0, out: expect.stringContaining('Skipped 3: links (2), pipes and devices (1).') as string })
    expect(unhardcode(root, ['scan', 'pipe'])).toMatchObject({ code: 2, out: expect.stringContaining('`pipe` was not scanned: it is not a regular file.') as string })
    expect(unhardcode(root, ['scan', 'loop'])).toMatchObject({ code: 2, out: expect.stringContaining('Not one file could be scanned.') as string })
  })

  test('a deep tree is walked to its end', () => {
    const root = makeTree({})
    let at = root
    for (let depth = 0; depth < 300; depth++) mkdirSync((at = join(at, 'deep')))
    writeFileSync(join(at, 'a.ts'), PROGRAM)
    expect(unhardcode(root, []).code).toBe(1)
  })
})

describe('a repository that attacks its scanner', () => {
  const canary = (root: string): string => join(root, '..', `${root.split('/').at(-1)}-canary`)

  /** A repository in which every program that git may run leaves a canary. */
  function trap(): string {
    const root = makeTree({ 'a.ts': CLEAN, '.env': `PASSWORD=${TOKEN}\n`, '.gitignore': '.env\n', '.gitattributes': '* filter=trap diff=trap merge=trap\n', 'old.ts': CLEAN })
    git(root, 'init', '-q')
    git(root, 'add', '-f', '.')
    git(root, 'commit', '-qm', 'first')
    writeTree(root, { 'old.ts': `${CLEAN}${PROGRAM}` })
    git(root, 'add', 'old.ts')
    const run = `touch ${canary(root)}; cat`
    writeFileSync(join(root, '.git/trap'), `#!/bin/sh\n${run}\n`, { mode: 0o755 })
    for (const hook of ['pre-commit', 'post-index-change', 'fsmonitor-watchman', 'query-watchman', 'reference-transaction']) {
      writeFileSync(join(root, '.git/hooks', hook), `#!/bin/sh\n${run}\n`, { mode: 0o755 })
    }
    const settings = [
      ['core.fsmonitor', '.git/trap'], ['core.hooksPath', '.git/hooks'], ['core.pager', run], ['core.editor', run], ['core.sshCommand', run], ['core.askPass', run],
      ['core.gitProxy', run], ['core.alternateRefsCommand', run], ['diff.external', run], ['diff.trap.command', run], ['diff.trap.textconv', run], ['filter.trap.clean', run],
      ['filter.trap.smudge', run], ['filter.trap.process', run], ['filter.trap.required', 'true'], ['merge.trap.driver', run], ['credential.helper', `!${run}`],
      ['interactive.diffFilter', run], ['pager.diff', run], ['pager.ls-files', run], ['alias.ls-files', `!${run}`], ['alias.diff', `!${run}`], ['gpg.program', run],
      ['uploadpack.packObjectsHook', run], ['remote.origin.url', `ext::sh -c "${run}"`], ['remote.origin.promisor', 'true'], ['extensions.partialClone', 'origin'],
      ['protocol.ext.allow', 'always'], ['protocol.allow', 'always'], ['core.untrackedCache', 'true'], ['submodule.recurse', 'true'], ['diff.ignoreSubmodules', 'none'],
    ] as const
    for (const [name, value] of settings) git(root, 'config', name, value)
    return root
  }

  test('its settings, hooks and attributes run no program', () => {
    const root = trap()
    expect(unhardcode(root, []).out).toContain('.env:1:')
    expect(unhardcode(root, ['--staged'])).toMatchObject({ code: 1, out: expect.stringContaining('old.ts:2:') as string })
    unhardcode(root, ['fix', '.', '--review'])
    unhardcode(root, ['explain', 'old.ts:2'])
    expect(existsSync(canary(root))).toBe(false)
  })

  test('an object that is missing is not fetched, and said to be missing', () => {
    const root = trap()
    const id = execFileSync('git', ['hash-object', '--stdin'], { cwd: '/', input: `${CLEAN}${PROGRAM}`, encoding: 'utf8' }).trim()
    rmSync(join(root, '.git/objects', id.slice(0, 2), id.slice(2)))
    const { code, out, error } = unhardcode(root, ['--staged'])
    expect(code).toBe(2)
    expect(`${out}${error}`).toMatch(/`old\.ts` was not scanned|`git cat-file` failed/)
    expect(existsSync(canary(root))).toBe(false)
  })

  test('a bare repository that lies in the tree is not taken for one', () => {
    const root = makeTree({ 'sub/a.ts': CLEAN, 'sub/x.env': '', 'sub/.gitignore': '*.env\n' })
    git(join(root, 'sub'), 'init', '-q', '--bare')
    git(join(root, 'sub'), 'config', 'core.fsmonitor', `touch ${canary(root)}`)
    git(join(root, 'sub'), 'config', 'core.worktree', '.')
    unhardcode(join(root, 'sub'), [])
    unhardcode(join(root, 'sub'), ['--staged'])
    expect(existsSync(canary(root))).toBe(false)
  })

  test('`core.worktree` and a `.git` file lead nowhere else', () => {
    const outside = makeTree({ 'secret.ts': PROGRAM })
    const root = makeTree({ 'a.ts': CLEAN, '.gitignore': 'x\n', x: '' })
    git(root, 'init', '-q')
    git(root, 'config', 'core.worktree', outside)
    expect(unhardcode(root, [])).toMatchObject({ code: 0, out: expect.stringContaining('Scanned 2 files') as string })
    const other = makeTree({ 'a.ts': CLEAN, '.gitignore': 'x\n', x: '', '.git': `gitdir: ${outside}/.git\n` })
    git(outside, 'init', '-q')
    git(outside, 'add', '.')
    expect(unhardcode(other, [])).toMatchObject({ code: 0, out: expect.stringContaining('Scanned 2 files') as string })
  })

  test('its configuration cannot end the scan unnoticed', () => {
    const off = JSON.stringify({ rules: Object.fromEntries(RULE_IDS.map(id => [id, 'off'])) })
    expect(unhardcode(makeTree({ 'a.ts': PROGRAM, 'unhardcode.config.json': off }), [])).toMatchObject({ code: 2, error: expect.stringContaining('turns every rule off') as string })
    expect(unhardcode(makeTree({ 'a.ts': PROGRAM, 'unhardcode.config.json': '{ "ignore": ["**"] }' }), [])).toMatchObject({ code: 2, out: expect.stringContaining('Not one file could be scanned.') as string })
    expect(unhardcode(makeTree({ 'a.ts': PROGRAM, 'b.ts': CLEAN, 'unhardcode.config.json': '{ "ignore": ["a.ts"] }' }), []).out).toContain('leaves out 1 path.')
    expect(unhardcode(makeTree({ 'a.ts': PROGRAM, '.gitignore': '*\n' }), [])).toMatchObject({ code: 2 })
    for (const format of REPORTER_IDS) {
      if (format === 'gitlab' || format === 'rdjson') continue
      expect(unhardcode(makeTree({ 'a.ts': PROGRAM, 'b.ts': CLEAN, 'unhardcode.config.json': '{ "ignore": ["a.ts"] }' }), ['--format', format]).out).toContain('leaves out 1 path.')
    }
  })

  test('its configuration is not read through a link, and never run', () => {
    const root = makeTree({ 'a.ts': PROGRAM, 'other.json': '{ "rules": {} }' })
    symlinkSync('other.json', join(root, 'unhardcode.config.json'))
    expect(unhardcode(root, [])).toMatchObject({ code: 2, error: expect.stringContaining('is a link') as string })
    expect(unhardcode(root, ['--no-project-config']).code).toBe(1)
    const code = `require('fs').writeFileSync(${JSON.stringify(canary(root))}, '')`
    const tricky = makeTree({
      'a.ts': PROGRAM, 'unhardcode.config.js': code, 'unhardcode.config.cjs': code, '.unhardcoderc.js': code, 'package.json': '{ "type": "module", "unhardcode": { "rules": {} } }',
      'unhardcode.config.yaml': 'rules: !!js/function "function(){}"\n', 'node_modules/yaml/index.js': code, 'node_modules/fast-glob/index.js': code,
    })
    expect(unhardcode(tricky, []).code).toBe(2)
    expect(unhardcode(tricky, ['--no-project-config']).code).toBe(1)
    expect(existsSync(canary(root))).toBe(false)
  })

  test('a configuration that multiplies itself does not take the memory', () => {
    const levels = Array.from({ length: 12 }, (_, level) => `a${level}: &a${level} [${Array.from({ length: 12 }, () => (level ? `*a${level - 1}` : 'x')).join(', ')}]`)
    const { code, error } = unhardcode(makeTree({ 'a.ts': CLEAN, 'unhardcode.config.yaml': `${levels.join('\n')}\n` }), [])
    expect(code).toBe(2)
    expect(error.length).toBeLessThan(400)
  })

  test('its directives hold only where the one who scans lets them', () => {
    const root = makeTree({ 'a.ts': `// unhardcode-disable-next-line -- trust me\n${PROGRAM}` })
    expect(unhardcode(root, [])).toMatchObject({ code: 0, out: expect.stringContaining('1 suppressed: directive (1).') as string })
    expect(unhardcode(root, ['--no-project-config']).code).toBe(1)
  })

  test('names of files act on nobody', () => {
    const root = makeTree({ 'a\u001b[2J\r\n::stop-commands::x\u202e.ts': PROGRAM, '::error::x.ts': PROGRAM })
    for (const format of REPORTER_IDS) {
      const { code, out } = unhardcode(root, ['--format', format])
      expect(code).toBe(1)
      expect(out.replace(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      expect(out.split('\n').filter(line => line.startsWith('::') && !line.startsWith('::error file='))).toEqual([])
    }
  })
})

describe('redaction', () => {
  const files = {
    'a.ts': `const config = { password: '${PASSWORD}', url: 'postgres://admin:${TOKEN}@db.internal:5432/app' }\nlogin('${PASSWORD}', "${PASSWORD}")\n`,
    '.env': `DB_PASSWORD=${PASSWORD}\nAPI_TOKEN=${TOKEN}\n`,
    'b.py': `password = "${PASSWORD}"  # was ${PASSWORD}\n`,
    'c.yaml': `db:\n  password: "${PASSWORD}"\n  notes: ${TOKEN}\n`,
    'd.tf': `resource "aws_db_instance" "db" {\n  password = "${PASSWORD}"\n}\n`,
    ...CANNOT,
  }

  /** No four characters in a row: fewer say little, and stand in any text by chance. */
  function partsOf(secret: string): readonly string[] {
    return Array.from({ length: secret.length - 3 }, (_, at) => secret.slice(at, at + 4))
  }

  function expectMasked({ out, error }: Ran): void {
    for (const part of [...partsOf(PASSWORD), ...partsOf(TOKEN)]) expect(`${out}${error}`).not.toContain(part)
  }

  test.each(REPORTER_IDS)('%s holds no part of a secret', format => {
    const ran = unhardcode(makeTree(files), ['--format', format, '--preset', 'strict'])
    expect(ran.code).toBe(1)
    expectMasked(ran)
  })

  test('neither does a diff, an explanation or a staged scan', () => {
    const root = makeTree(files)
    expectMasked(unhardcode(root, ['fix', '.', '--review']))
    for (const path of Object.keys(files)) expectMasked(unhardcode(root, ['explain', `${path}:1`]))
    expectMasked(unhardcode(root, ['explain', 'c.yaml:2']))
    git(root, 'init', '-q')
    git(root, 'add', '.')
    expectMasked(unhardcode(root, ['--staged']))
    expectMasked(unhardcode(root, ['--stdin'], { input: files['.env'] }))
  })

  test('a bug prints one line that says where, and nothing of what was read', () => {
    const root = makeTree(files)
    const preload = join(root, 'preload.mjs')
    writeFileSync(preload, `performance.now = () => { throw new TypeError(${JSON.stringify(`could not read ${TOKEN}`)}) }\n`)
    const ran = unhardcode(root, ['scan', '.env'], { environment: { NODE_OPTIONS: `--import ${preload}` } })
    expect(ran.code).toBe(2)
    expect(ran.error).toMatch(/^unhardcode: This is a bug in unhardcode: `TypeError` at `src\/engine\/scan\.js:\d+:\d+`\. Please report it\.\n$/)
    expectMasked(ran)
  })
})

test('no command opens a connection, looks up a name or starts a program other than git', () => {
  const root = makeTree({ 'a.ts': PROGRAM, 'b.py': `token = "${TOKEN}"\n`, '.env': `DB_PASSWORD=${PASSWORD}\n`, '.gitignore': '.env\n' })
  git(root, 'init', '-q')
  git(root, 'add', '-f', '.')
  const log = join(root, '.git/calls')
  const preload = join(root, '.git/preload.mjs')
  writeFileSync(preload, `
    import { appendFileSync } from 'node:fs'
    import { syncBuiltinESMExports, createRequire } from 'node:module'
    const require = createRequire(import.meta.url)
    const watch = (name, names) => { const module = require(name); for (const own of names) { const was = module[own]; module[own] = function (...given) { appendFileSync(${JSON.stringify(log)}, name + '.' + own + ' ' + String(given[0]) + '\\n'); return was.apply(this, given) } } }
    watch('net', ['connect', 'createConnection', 'createServer']); watch('dgram', ['createSocket']); watch('dns', ['lookup', 'resolve'])
    watch('http', ['request', 'get']); watch('https', ['request', 'get']); watch('tls', ['connect'])
    watch('child_process', ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
    const net = require('net'); const connect = net.Socket.prototype.connect
    net.Socket.prototype.connect = function (...given) { appendFileSync(${JSON.stringify(log)}, 'socket\\n'); return connect.apply(this, given) }
    globalThis.fetch = () => { appendFileSync(${JSON.stringify(log)}, 'fetch\\n') }
    syncBuiltinESMExports()
  `)
  const environment = { NODE_OPTIONS: `--import ${preload}` }
  for (const words of [[], ['--staged'], ['fix', '.', '--review'], ['fix', '.', '--review', '--write'], ['explain', 'a.ts:1'], ['explain', 'no-hardcoded-secret']]) {
    expect(unhardcode(root, words, { environment }).error).toBe('')
  }
  const calls = existsSync(log) ? [...new Set(readFileSync(log, 'utf8').trim().split('\n'))] : []
  expect(calls).toEqual(['child_process.spawnSync git'])
})

describe('infrastructure that is broken', () => {
  const AT = 'Resources:\n  Db:\n    Type: AWS::SecretsManager::Secret\n    Properties:\n'

  test.each([
    ['YAML', 'stack.yaml', `${AT}      Name: "prod\n   - [\n`],
    ['JSON', 'stack.json', '{ "Resources": { "Db": { "Type": "AWS::SecretsManager::Secret", "Properties": { "Name": } '],
    ['HCL', 'main.tf', 'resource "aws_secretsmanager_secret" "db" {\n  name = \n'],
  ])('%s is said to be, and is no failure', (_, path, text) => {
    const root = makeTree({ [path]: text })
    const { code, out } = unhardcode(root, [])
    expect(code).not.toBe(2)
    expect(out).toContain(`1 file of infrastructure could not be parsed; secrets were still looked for in the text:\n  ${path}:`)
    const { coverage } = JSON.parse(unhardcode(root, ['--format', 'json']).out) as { coverage: { unparsed: { path: string }[] } }
    expect(coverage.unparsed.map(one => one.path)).toEqual([path])
    expect(unhardcode(root, ['--format', 'github']).out).toContain(`1 file of infrastructure could not be parsed; secrets were still looked for in the text:\n  ${path}:`)
    expect(unhardcode(root, ['--format', 'sarif']).out).toContain('This could not be parsed')
  })

  test.each([
    ['a chart', 'chart/templates/secret.yaml', 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: {{ .Values.name }}\n{{- if .Values.on }}\ndata:\n  password: {{ .Values.password }}\n{{- end }}\n'],
    ['a file that no rule opens', 'notes.yaml', 'a: [\n'],
    ['what parses', 'stack.yaml', `${AT}      Name: prod/db\n`],
  ])('%s is not', (_, path, text) => {
    expect(unhardcode(makeTree({ [path]: text }), []).out).not.toContain('could not be parsed')
  })
})

test.each([
  ['aliases of aliases', 'stack.yaml', `Resources:\n  Db:\n    Type: AWS::SecretsManager::Secret\nMetadata:\n  a0: &a0 [x, x]\n${Array.from({ length: 30 }, (_, index) => `  a${index + 1}: &a${index + 1} [*a${index}, *a${index}, *a${index}]\n`).join('')}`],
  ['deep nesting', 'stack.json', `{"Resources":{"Db":{"Type":"AWS::SecretsManager::Secret","Properties":{"Tags":${'['.repeat(50_000)}`],
  ['locals in a circle', 'main.tf', 'locals {\n  a = local.b\n  b = local.a\n}\nresource "aws_secretsmanager_secret" "db" {\n  name = local.a\n  kms_key_id = local.b\n}\n'],
  ['an unknown tag and a repeated key', 'stack.yaml', 'Resources:\n  Db:\n    Type: AWS::SecretsManager::Secret\n    Type: AWS::SecretsManager::Secret\n    Properties: !Strange\n      Name: a\n'],
])('infrastructure with %s ends in time and without a crash', (_, path, text) => {
  const started = performance.now()
  const { code, out, error } = unhardcode(makeTree({ [path]: text }), [])
  expect([0, 1]).toContain(code)
  expect(error).toBe('')
  expect(out).toContain('Scanned 1 file')
  expect(out).not.toContain('bug in unhardcode')
  expect(performance.now() - started).toBeLessThan(20_000)
})
