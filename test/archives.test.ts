import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { PROGRAM, git, makeTree, unhardcode } from './world.js'

interface Entry {
  readonly name: string
  readonly content: string | Uint8Array
  readonly stored?: boolean
  readonly encrypted?: boolean
  /** What the directory says instead of what is true. */
  readonly size?: number
  readonly offset?: number
  readonly method?: number
}

function zip(entries: readonly Entry[], before = Buffer.alloc(0)): Buffer {
  const parts: Buffer[] = [before]
  const directory: Buffer[] = []
  let at = before.length
  for (const { name, content, stored, encrypted, size, offset, method } of entries) {
    const plain = Buffer.from(content)
    const data = stored ? plain : deflateRawSync(plain)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(0x800 | Number(encrypted ?? false), 2)
    head.writeUInt16LE(method ?? (stored ? 0 : 8), 4)
    head.writeUInt32LE(size ?? data.length, 14)
    head.writeUInt32LE(plain.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset ?? at - before.length, 10)
    parts.push(Buffer.from('PK\x03\x04'), head, Buffer.from(name), data)
    directory.push(Buffer.from('PK\x01\x02\x14\0'), head, tail, Buffer.from(name))
    at += 30 + Buffer.byteLength(name) + data.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at - before.length, 16)
  return Buffer.concat([...parts, listed, end])
}

function tar(entries: readonly (readonly [name: string, content: string | Uint8Array, kind?: string])[]): Buffer {
  return Buffer.concat([...entries.flatMap(([name, content, kind = '0']) => {
    const data = Buffer.from(content)
    const head = Buffer.alloc(512)
    head.write(name.slice(0, 100))
    head.write(data.length.toString(8).padStart(11, '0'), 124)
    head.write(kind, 156)
    head.write('ustar\x0000', 257)
    head.fill(' ', 148, 156)
    head.write(`${head.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, '0')}\0 `, 148)
    return [head, data, Buffer.alloc((512 - (data.length % 512)) % 512)]
  }), Buffer.alloc(1024)])
}

const FILE: Entry = { name: 'src/a.js', content: PROGRAM }

/** The paths with findings, what was not scanned, and how it ended. */
function scan(files: Readonly<Record<string, string | Uint8Array>>, ...flags: readonly string[]): { readonly code: number | null; readonly found: readonly string[]; readonly unread: readonly string[]; readonly skipped: Readonly<Record<string, number>> } {
  const { code, out } = unhardcode(makeTree(files), ['scan', '--format', 'json', ...flags])
  const { findings, coverage } = JSON.parse(out) as { findings: { path: string; fixes: unknown[] }[]; coverage: { unread: { path: string; reason: string }[]; skipped: Record<string, number> } }
  for (const { path, fixes } of findings) if (path.includes('!/')) expect(fixes).toEqual([])
  return { code, found: findings.map(({ path }) => path), unread: coverage.unread.map(({ path, reason }) => `${path}: ${reason}`), skipped: coverage.skipped }
}

describe('archives', () => {
  test.each<readonly [name: string, content: Uint8Array, inner: string]>([
    ['a.zip', zip([FILE]), 'src/a.js'],
    ['stored.zip', zip([{ ...FILE, stored: true }]), 'src/a.js'],
    ['a.whl', zip([FILE], Buffer.from('#!/bin/sh\n')), 'src/a.js'],
    ['a.jar', zip([{ name: 'application.properties', content: PROGRAM.replace('export const dbPassword = ', 'db.password=').replaceAll("'", '') }]), 'application.properties'],
    ['a.docx', zip([{ name: 'word/document.xml', content: `<w:t>db ${PROGRAM.slice(13)}</w:t>` }]), 'word/document.xml'],
    ['a.tar', tar([['src/a.js', PROGRAM]]), 'src/a.js'],
    ['a.tar.gz', gzipSync(tar([['src/a.js', PROGRAM]])), 'src/a.js'],
    ['a.tgz', gzipSync(tar([['x', `${'long/'.repeat(30)}a.js\0`, 'L'], ['cut', PROGRAM]])), `${'long/'.repeat(30)}a.js`],
    ['pax.tar', tar([['h', '17 path=src/b.js\n', 'x'], ['cut', PROGRAM]]), 'src/b.js'],
    ['a.js.gz', gzipSync(PROGRAM), 'a.js'],
    ['UPPER.ZIP', zip([FILE]), 'src/a.js'],
  ])('%s', (name, content, inner) => {
    expect(scan({ [name]: content }, '--archives')).toMatchObject({ code: 1, found: [`${name}!/${inner}`], unread: [] })
  })

  test('stay closed without the flag, and are counted', () => {
    expect(scan({ 'a.zip': zip([FILE]), 'b.js': PROGRAM })).toMatchObject({ code: 1, found: ['b.js'], skipped: { archives: 1 } })
  })

  test('what is no archive is read as what it is', () => {
    expect(scan({ 'a.tar': PROGRAM }, '--archives')).toMatchObject({ code: 1, found: ['a.tar'], unread: [] })
    expect(scan({ 'a.zip': `password = ${PROGRAM.slice(26)}` }, '--archives').found).toEqual(['a.zip'])
  })

  test('within each other, two deep', () => {
    const deep = zip([{ name: 'in.zip', content: zip([FILE, { name: 'x.tar', content: tar([['a.js', PROGRAM]]) }]) }])
    expect(scan({ 'a.zip': deep }, '--archives')).toMatchObject({ code: 2, found: ['a.zip!/in.zip!/src/a.js'], unread: ['a.zip!/in.zip!/x.tar: it lies in 2 archives within each other'] })
  })

  test('files in them are left out for the reasons that files outside are', () => {
    const names = ['a.png', 'node_modules/b/c.js', 'd.class', 'e.min.js']
    expect(scan({ 'a.zip': zip(names.map(name => ({ name, content: PROGRAM }))), 'b.js': '' }, '--archives')).toMatchObject({ code: 0, skipped: { pictures: 1, dependencies: 1, compiled: 1, minified: 1 } })
  })

  test('infrastructure in them is judged as outside', () => {
    const template = 'resource "aws_secretsmanager_secret" "a" {\n  name = "a"\n  recovery_window_in_days = 0\n}\n'
    expect(scan({ 'a.zip': zip([{ name: 'main.tf', content: template }, { name: 'b/main.tf', content: template }]) }, '--archives', '--preset', 'strict').found.length).toBeGreaterThan(1)
  })

  test('of the index too, whole', () => {
    const root = makeTree({ 'a.zip': zip([FILE, { name: 'main.tf', content: 'x = 1\n' }]) })
    git(root, 'init', '-q')
    git(root, 'add', '.')
    expect(unhardcode(root, ['--staged', '--archives'])).toMatchObject({ code: 1, out: expect.stringContaining('a.zip!/src/a.js:1:') as string })
  })
})

describe('archives that attack', () => {
  const OTHER: Entry = { name: 'z.js', content: PROGRAM }

  test.each<readonly [what: string, content: Uint8Array, unread: string]>([
    ['a file that expands to a thousand times its size', zip([{ name: 'big.txt', content: Buffer.alloc(50_000_000, 'a') }, OTHER]), 'a.zip!/big.txt: it expands to more than 200 times its size'],
    ['an encrypted file', zip([{ ...FILE, encrypted: true }, OTHER]), 'a.zip!/src/a.js: it is encrypted'],
    ['an offset outside', zip([{ ...FILE, offset: 0x7fffffff }, OTHER]), 'a.zip!/src/a.js: it is a broken archive'],
    ['an offset at another file', zip([{ ...FILE, offset: 7 }, OTHER]), 'a.zip!/src/a.js: it is a broken archive'],
    ['a size beyond the end', zip([{ ...FILE, size: 0x7ffffff0 }, OTHER]), 'a.zip!/src/a.js: it is a broken archive'],
    ['another compression', zip([{ ...FILE, method: 12 }, OTHER]), 'a.zip!/src/a.js: it is compressed in a way that is not read'],
    ['what cannot be inflated', zip([{ ...FILE, stored: true, method: 8 }, OTHER]), 'a.zip!/src/a.js: it is a broken archive'],
  ])('%s does not hide the others', (_, content, unread) => {
    expect(scan({ 'a.zip': content }, '--archives')).toEqual({ code: 2, found: ['a.zip!/z.js'], unread: [unread], skipped: {} })
  })

  test.each<readonly [what: string, name: string, content: Uint8Array, reason: string]>([
    ['a cut zip', 'a.zip', zip([FILE]).subarray(0, -30), 'it is a broken archive'],
    ['a zip with a wrong directory', 'a.zip', Buffer.concat([zip([FILE]).subarray(0, -22), Buffer.from('PK\x05\x06\0\0\0\0\x01\0\x01\0\xff\xff\0\0\xff\xff\xff\0\0\0', 'latin1')]), 'it is a broken archive'],
    ['a cut tar', 'a.tar', tar([['a.txt', 'x'.repeat(5000)]]).subarray(0, 3000), 'it is a broken archive'],
    ['a cut gzip', 'a.gz', gzipSync(PROGRAM.repeat(100)).subarray(0, 80), 'it is a broken archive'],
    ['a gzip of nothing but zeros', 'a.gz', gzipSync(Buffer.alloc(300_000_000)), 'it expands to more than 200 times its size'],
    ['too many files', 'a.zip', zip(Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}.txt`, content: '', stored: true }))), 'it holds more than 10000 files'],
  ])('%s is an error with its name', (_, name, content, reason) => {
    expect(scan({ [name]: content, 'b.js': PROGRAM }, '--archives')).toMatchObject({ code: 2, found: ['b.js'], unread: [`${name}: ${reason}`] })
  })

  test('all of it together has a limit', () => {
    const noise = Buffer.from(Uint8Array.from({ length: 600_000 }, (_, index) => 32 + ((index * 2_654_435_761) >>> 20) % 90))
    const some = Buffer.concat(Array.from({ length: 60 }, () => noise))
    const { code, unread } = scan({ 'a.zip': zip(Array.from({ length: 9 }, (_, index) => ({ name: `${index}.txt`, content: some }))) }, '--archives')
    expect([code, unread]).toEqual([2, ['a.zip: it expands to more than 256 MB']])
  })

  test('names lead nowhere', () => {
    const names = ['../../up.js', '/etc/root.js', 'C:\\back\\slash.js', 'a/./../b.js', `new\nline\u001b[2J.js`]
    const root = makeTree({ 'a.zip': zip(names.map(name => ({ name, content: PROGRAM }))) })
    const { out } = unhardcode(root, ['--archives'])
    expect([...out.matchAll(/^a\.zip!\/(\S+?):1:/gm)].map(([, name]) => name)).toEqual(['a/b.js', 'back/slash.js', 'etc/root.js', 'new\\x0aline\\x1b[2J.js', 'up.js'])
  })

  test('every byte may be wrong', () => {
    const whole = [zip([FILE, OTHER]), tar([['a.js', PROGRAM]])]
    const files = whole.flatMap((bytes, kind) => Array.from({ length: 60 }, (_, index) => {
      const broken = Buffer.from(bytes)
      broken[(index * 7919) % broken.length] = (index * 31) % 256
      return [`${kind}-${index}.${kind === 0 ? 'zip' : 'tar'}`, broken] as const
    }))
    const { code, out } = unhardcode(makeTree(Object.fromEntries(files)), ['--archives'])
    expect([1, 2]).toContain(code)
    expect(out).not.toContain('bug in unhardcode')
  })
})
