import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { Source } from '../dist/src/core/source.js'
import { readFileWhole, readInto } from '../dist/src/sources/file.js'
import { compileGlob } from '../dist/src/sources/glob.js'
import { staged, stagedRepository } from '../dist/src/sources/staged.js'
import { worktree } from '../dist/src/sources/worktree.js'
import { git, makeTree, writeTree } from './world.ts'

function open(root: string, paths: readonly string[] = [root], ignore: readonly string[] = []): Source {
  return worktree({ root, paths, ignore })
}

function listed(source: Source): readonly string[] {
  return [...source.list()].map(({ path }) => path).sort()
}

function openStaged(root: string, environment: NodeJS.ProcessEnv = {}): Source {
  return staged(stagedRepository(root, environment), root, [], environment, false)
}

function textOf(source: Source, path: string): string {
  const entry = [...source.list()].find(own => own.path === path)
  const content = entry && source.readWhole(entry)
  return content instanceof Uint8Array ? Buffer.from(content).toString('utf8') : `unread: ${content?.reason}`
}

test('lists files, and says what it left out and why', () => {
  const root = makeTree({ 'a.ts': '', 'b/c.py': '', 'b/logo.PNG': '', 'node_modules/x/index.js': '', '.git/config': '', 'app.min.js': '', 'x.zip': '' })
  const source = open(root)
  expect(listed(source)).toEqual(['a.ts', 'b/c.py'])
  expect(Object.fromEntries(source.skipped)).toEqual({ pictures: 1, dependencies: 1, minified: 1, archives: 1 })
})

test('reads a named file whatever git ignores and its name says, and says what does not exist', () => {
  const root = makeTree({ '.gitignore': '*.env\n', 'local.env': '', 'app.min.js': '', 'a.ts': '' })
  const source = open(root, [join(root, 'local.env'), join(root, 'app.min.js'), join(root, 'nothing')])
  expect(listed(source)).toEqual(['app.min.js', 'local.env'])
  expect(source.unread).toEqual([{ path: 'nothing', reason: 'it does not exist' }])
})

test('lists a file once, however often it is named', () => {
  const root = makeTree({ 'a/b.ts': '', 'c.ts': '' })
  expect(listed(open(root, [root, join(root, 'a'), join(root, 'a/b.ts')]))).toEqual(['a/b.ts', 'c.ts'])
})

test('reads names that are no UTF-8', () => {
  const root = makeTree({ 'a.ts': 'a' })
  const odd = Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xe9])])
  mkdirSync(odd)
  writeFileSync(Buffer.concat([odd, Buffer.from('/b'), Buffer.from([0xff]), Buffer.from('.ts')]), 'odd')
  writeFileSync(Buffer.concat([odd, Buffer.from('/c.ts')]), 'c')
  const source = open(root)
  expect(listed(source)).toEqual(['a.ts', '\ufffd/b\ufffd.ts', '\ufffd/c.ts'])
  expect(textOf(source, '\ufffd/b\ufffd.ts')).toBe('odd')
  expect(textOf(source, '\ufffd/c.ts')).toBe('c')
})

test('what git cannot say is said', () => {
  const root = makeTree({ '.gitignore': '*.env\n', 'x.env': '', 'a.ts': '' })
  git(root, 'init', '-q')
  writeFileSync(join(root, '.git/index'), 'broken')
  const source = open(root)
  expect(listed(source)).toEqual(['.gitignore', 'a.ts'])
  expect(source.unread).toEqual([{ path: '.git', reason: 'git could not say which ignored files it tracks' }])
  const path = process.env['PATH']
  process.env['PATH'] = root
  const without = open(root)
  expect(listed(without)).toEqual(['.gitignore', 'a.ts'])
  process.env['PATH'] = path
  expect(Object.fromEntries(without.skipped)).toEqual({ 'ignored, and no git to say whether tracked': 1 })
  expect(without.unread).toEqual([])
})

test('never follows a link, whether to a file, a directory or in a circle', () => {
  const root = makeTree({ 'a.ts': '' })
  symlinkSync('/etc/passwd', join(root, 'file'))
  symlinkSync('/etc', join(root, 'directory'))
  symlinkSync('.', join(root, 'circle'))
  const source = open(root)
  expect(listed(source)).toEqual(['a.ts'])
  expect(source.skipped.get('links')).toBe(3)
})

test('takes neither a pipe nor a device for a file', () => {
  const root = makeTree({ 'a.ts': '' })
  execFileSync('mkfifo', [join(root, 'pipe')])
  const source = open(root)
  expect(listed(source)).toEqual(['a.ts'])
  expect(source.skipped.get('pipes and devices')).toBe(1)
  expect(readInto(join(root, 'pipe'), new Uint8Array(8))).toEqual({ kind: 'policy', reason: 'pipes and devices' })
  expect(readInto('/dev/zero', new Uint8Array(8))).toEqual({ kind: 'policy', reason: 'pipes and devices' })
  expect(readInto(root, new Uint8Array(8))).toEqual({ kind: 'policy', reason: 'pipes and devices' })
})

test('a file that was swapped for a link after it was listed is not read', () => {
  const root = makeTree({ 'a.ts': 'harmless' })
  const source = open(root)
  const [entry] = source.list()
  renameSync(join(root, 'a.ts'), join(root, 'b.ts'))
  symlinkSync('/etc/passwd', join(root, 'a.ts'))
  expect(entry && source.read(entry, new Uint8Array(64))).toEqual({ kind: 'policy', reason: 'links' })
})

test('a file larger than the buffer is said to be, and read whole', () => {
  const root = makeTree({ 'a.ts': 'x'.repeat(100) })
  expect(readInto(join(root, 'a.ts'), new Uint8Array(10))).toBe(100)
  expect(readFileWhole(join(root, 'a.ts'))).toHaveLength(100)
  expect(readFileWhole(join(root, 'a.ts'), 50)).toMatchObject({ kind: 'limit' })
  expect(readInto('/proc/self/status', new Uint8Array(65536))).toBeGreaterThan(100)
})

test.runIf(process.getuid?.() === 0)('says which directory it may not list', () => {
  const root = makeTree({ 'secret/a.ts': '', 'b.ts': '' })
  chmodSync(root, 0o755)
  chmodSync(join(root, 'secret'), 0)
  const script = `import { worktree } from ${JSON.stringify(new URL('../dist/src/sources/worktree.js', import.meta.url).href)}
    const source = worktree({ root: '.', paths: ['.'], ignore: [] })
    console.log(JSON.stringify([[...source.list()], source.unread]))`
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, uid: 65534, gid: 65534, encoding: 'utf8' })
  expect(JSON.parse(out)).toEqual([[{ path: 'b.ts' }], [{ path: 'secret', reason: 'permission denied' }]])
})

const IGNORE_FILES = {
  '.gitignore': '\uFEFF# comment\n*.log\n!keep.log\n/only-top\nbuild/\ndoc/*.txt\n**/deep/x\na/**/z\n\\#hash\ntrailing   \nesc\\ \nq?z\n[a-c].cls\n[!a-c].neg\r\nfoo/**\n*.a*b*c\n',
  'sub/.gitignore': '!sub.log\nnested\n/rooted\n',
}

const PATHS = [
  'x.log', 'keep.log', 'sub/x.log', 'sub/sub.log', 'only-top', 'sub/only-top', 'build/a', 'sub/build/b', 'sub/c/build', 'doc/a.txt', 'doc/sub/a.txt', 'sub/doc/a.txt',
  'deep/x', 'u/deep/x', 'u/deep/y', 'a/z', 'a/b/z', 'a/b/c/z', 'a/zz', '#hash', 'trailing', 'esc ', 'esc', 'qaz', 'qz', 'a.cls', 'd.cls', 'd.neg', 'a.neg', 'foo/a', 'foo/b/c',
  'foo.abc', 'foo.axbxc', 'foo.axbx', 'sub/nested', 'sub/o/nested', 'sub/rooted', 'sub/o/rooted', 'nested', 'plain',
]

test('ignores what git ignores', () => {
  const root = makeTree({ ...IGNORE_FILES, ...Object.fromEntries(PATHS.map(path => [path, ''])) })
  git(root, 'init', '-q')
  writeTree(root, { '.git/info/exclude': 'plain\n' })
  const expected = git(root, 'ls-files', '-z', '--others', '--exclude-standard').split('\0').filter(Boolean).sort()
  expect(listed(open(root))).toEqual(expected)
  expect(listed(open(join(root, 'sub')))).toEqual(expected.filter(path => path.startsWith('sub/')).map(path => path.slice(4)))
  expect(listed(open(root, [join(root, 'sub')]))).toEqual(expected.filter(path => path.startsWith('sub/')))
})

test('any pattern ignores what git ignores', () => {
  const root = makeTree({})
  git(root, 'init', '-q')
  const names = ['a', 'b', 'ab', 'ba', 'a.b', 'aab', 't/a', 't/b', 't/ab', 'd/a', 'd/t/b', 't/d/a', 'd/d/a', 'd/t/d/ab', 't/t/t/a', 'da/a', 'da/td/b', 'at/a']
  for (const name of names) writeTree(root, { [name]: '' })
  const piece = fc.constantFrom('a', 'b', '*', '?', '**', '/', 'd', 't', '.', '[ab]', '[!a]', '\\a')
  // Of two stars beside a letter git's documentation and its code say different things.
  const line = fc.array(piece, { minLength: 1, maxLength: 6 }).map(pieces => pieces.join('')).filter(pattern => !/[^/]\*\*|\*\*[^/]/.test(pattern))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), fc.boolean(), (lines, negated) => {
      writeFileSync(join(root, '.gitignore'), `${lines.join('\n')}\n${negated ? '!a\n' : ''}`)
      const expected = git(root, 'ls-files', '-z', '--others', '--exclude-standard').split('\0').filter(Boolean).sort()
      expect(listed(open(root))).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

test('a pattern takes time linear in the path, however many stars it has', () => {
  const matches = compileGlob(`${'*a'.repeat(60)}b`)
  const deep = compileGlob(`${'**/a/'.repeat(60)}b`)
  const started = performance.now()
  expect(matches('a'.repeat(4000), 'a'.repeat(4000))).toBe(false)
  expect(deep('a/'.repeat(2000) + 'c', 'c')).toBe(false)
  expect(performance.now() - started).toBeLessThan(500)
})

test('a file that git ignores and tracks is read', () => {
  const root = makeTree({ '.gitignore': '.env\nold/\n', '.env': '', 'old/kept.env': '', 'old/other': '', 'sub/.env': '', 'a.ts': '' })
  git(root, 'init', '-q')
  git(root, 'add', '-f', '.env', 'old/kept.env')
  const source = open(root)
  expect(listed(source)).toEqual(['.env', '.gitignore', 'a.ts', 'old/kept.env'])
  expect(source.skipped.get('ignored by git')).toBe(2)
})

test('a file that git tracks behind a link is not read', () => {
  const root = makeTree({ '.gitignore': 'd/\n*.x\n', 'd/passwd': '', 'a.x': '' })
  git(root, 'init', '-q')
  git(root, 'add', '-f', 'd/passwd')
  renameSync(join(root, 'd'), join(root, 'e'))
  symlinkSync('/etc', join(root, 'd'))
  expect(listed(open(root))).toEqual(['.gitignore', 'e/passwd'])
})

test('the configuration leaves out what it names, even a named file', () => {
  const root = makeTree({ 'a.ts': '', 'fixtures/b.ts': '' })
  const source = open(root, [root, join(root, 'fixtures/b.ts')], ['fixtures'])
  expect(listed(source)).toEqual(['a.ts'])
  expect(open(root, [join(root, 'a.ts')], ['*.ts']).list()[Symbol.iterator]().next().done).toBe(true)
})

test('the index is read, not the work tree, before the first commit and after', () => {
  const root = makeTree({ 'a.ts': 'one\n', 'b.ts': 'b\n' })
  git(root, 'init', '-q')
  git(root, 'add', 'a.ts')
  writeTree(root, { 'a.ts': 'changed later\n' })
  const first = openStaged(root)
  expect(listed(first)).toEqual(['a.ts'])
  expect(textOf(first, 'a.ts')).toBe('one\n')
  git(root, 'commit', '-qm', 'first')
  expect(listed(openStaged(root))).toEqual([])
  writeTree(root, { 'a.ts': 'zero\none\ntwo\n' })
  git(root, 'add', 'a.ts')
  const second = openStaged(root)
  const [entry] = second.list()
  expect(entry && second.changed?.(entry)).toEqual([[1, 2], [3, 4]])
})

test('of a renamed file only the changed lines count', () => {
  const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`)
  const root = makeTree({ 'old name.ts': `${lines.join('\n')}\n` })
  git(root, 'init', '-q')
  git(root, 'add', '.')
  git(root, 'commit', '-qm', 'first')
  git(root, 'mv', 'old name.ts', 'new\nname.ts')
  writeTree(root, { 'new\nname.ts': `${lines.with(9, 'changed').join('\r\n').replaceAll('\r\n', '\n')}\n` })
  git(root, 'add', '.')
  const source = openStaged(root)
  const [entry] = source.list()
  expect(entry?.path).toBe('new\nname.ts')
  expect(entry && source.changed?.(entry)).toEqual([[10, 11]])
})

test('attributes cannot hide changed lines, and where git counts lines otherwise all of them count', () => {
  const root = makeTree({ '.gitattributes': '* -diff binary\n', 'a.ts': 'one\n', 'mac.ts': 'one\rtwo\r' })
  git(root, 'init', '-q')
  git(root, 'add', '.')
  git(root, 'commit', '-qm', 'first')
  writeTree(root, { 'a.ts': 'one\ntwo\n', 'mac.ts': 'one\rthree\r' })
  git(root, 'add', '.')
  const source = openStaged(root)
  const changed = Object.fromEntries([...source.list()].map(entry => [entry.path, source.changed?.(entry)]))
  expect(changed).toEqual({ 'a.ts': [[2, 3]], 'mac.ts': [[1, Number.MAX_SAFE_INTEGER]] })
})

test('lines around deleted ones are changed, and all lines where a comment that silenced others is gone', () => {
  const root = makeTree({ 'a.ts': 'one\ntwo\nthree\nfour\n', 'b.ts': '// unhardcode-disable\none\ntwo\nthree\n', 'c.ts': 'one\ntwo\n' })
  git(root, 'init', '-q')
  git(root, 'add', '.')
  git(root, 'commit', '-qm', 'first')
  writeTree(root, { 'a.ts': 'one\nthree\nfour\n', 'b.ts': '// other\none\ntwo\nthree\n', 'c.ts': 'two\n' })
  git(root, 'add', '.')
  const source = openStaged(root)
  const changed = Object.fromEntries([...source.list()].map(entry => [entry.path, source.changed?.(entry)]))
  expect(changed).toEqual({ 'a.ts': [[1, 3]], 'b.ts': [[1, Number.MAX_SAFE_INTEGER]], 'c.ts': [[0, 2]] })
})

test('links, submodules and deleted files of the index are not read', () => {
  const root = makeTree({ 'gone.ts': 'x', 'inner/a.ts': 'y' })
  git(join(root, 'inner'), 'init', '-q')
  git(join(root, 'inner'), 'add', '.')
  git(join(root, 'inner'), 'commit', '-qm', 'inner')
  git(root, 'init', '-q')
  git(root, 'add', 'gone.ts')
  git(root, 'commit', '-qm', 'first')
  git(root, 'rm', '-q', 'gone.ts')
  symlinkSync('/etc/passwd', join(root, 'link'))
  execFileSync('git', ['add', 'link', 'inner'], { cwd: root, stdio: 'ignore' })
  const source = openStaged(root)
  expect(listed(source)).toEqual([])
  expect(Object.fromEntries(source.skipped)).toEqual({ links: 1, submodules: 1 })
})

test('many and large blobs come in several batches', () => {
  const files = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}.txt`, `${index}`.repeat(3_000_000)]))
  const root = makeTree(files)
  git(root, 'init', '-q')
  git(root, 'add', '.')
  const source = openStaged(root)
  const buffer = new Uint8Array(4 * 1024 * 1024)
  const sizes = [...source.list()].map(entry => [entry.path, source.read(entry, buffer)])
  expect(Object.fromEntries(sizes)).toEqual(Object.fromEntries(Object.entries(files).map(([path, { length }]) => [path, length])))
})

test('the index that git tells its hook about is the one that is read', () => {
  const root = makeTree({ 'a.ts': 'a', 'b.ts': 'b' })
  git(root, 'init', '-q')
  execFileSync('git', ['add', 'b.ts'], { cwd: root, env: { PATH: process.env['PATH'], GIT_INDEX_FILE: '.git/other' } })
  git(root, 'add', 'a.ts')
  expect(listed(openStaged(root, { GIT_INDEX_FILE: '.git/other' }))).toEqual(['b.ts'])
})

test('works in a linked work tree and below the top of a repository', () => {
  const root = makeTree({ 'main/a.ts': 'a' })
  const main = join(root, 'main')
  git(main, 'init', '-q')
  git(main, 'add', '.')
  git(main, 'commit', '-qm', 'first')
  git(main, 'worktree', 'add', '-q', join(root, 'linked'))
  const linked = join(root, 'linked')
  writeTree(linked, { 'sub/b.ts': 'b', '.gitignore': '*.env\n', 'x.env': '' })
  mkdirSync(join(linked, 'sub'), { recursive: true })
  git(linked, 'add', 'sub')
  git(linked, 'add', '-f', 'x.env')
  expect(listed(openStaged(join(linked, 'sub')))).toEqual(['sub/b.ts', 'x.env'])
  expect(listed(open(linked))).toEqual(['.gitignore', 'a.ts', 'sub/b.ts', 'x.env'])
})
