import { chmodSync, linkSync, lstatSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeFileAtomically } from '../dist/src/sources/write.js'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'unhardcode-write-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function fileWith(text: string): string {
  const path = join(directory, 'a.txt')
  writeFileSync(path, text)
  return path
}

test('replaces the content, keeps the mode and leaves nothing beside it', () => {
  const path = fileWith('old')
  chmodSync(path, 0o750)
  expect(writeFileAtomically(path, bytes('new'), { expected: bytes('old') })).toEqual({ written: true })
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(lstatSync(path).mode & 0o777).toBe(0o750)
  expect(readdirSync(directory)).toEqual(['a.txt'])
})

test('leaves a file alone that changed since it was read', () => {
  const path = fileWith('newer')
  expect(writeFileAtomically(path, bytes('new'), { expected: bytes('old') })).toEqual({ written: false, reason: 'It changed since it was read.' })
  expect(readFileSync(path, 'utf8')).toBe('newer')
  expect(readdirSync(directory)).toEqual(['a.txt'])
})

test('refuses links and what is no file', () => {
  const path = fileWith('old')
  const link = join(directory, 'link')
  symlinkSync(path, link)
  expect(writeFileAtomically(link, bytes('new'), { expected: bytes('old') })).toEqual({ written: false, reason: 'It is a link.' })
  expect(writeFileAtomically(directory, bytes('new'), { expected: bytes('') })).toEqual({ written: false, reason: 'It is not a regular file.' })
  expect(readFileSync(path, 'utf8')).toBe('old')
})

test('warns of hard links', () => {
  const path = fileWith('old')
  linkSync(path, join(directory, 'other'))
  expect(writeFileAtomically(path, bytes('new'), { expected: bytes('old') })).toEqual({ written: true, warning: 'It had other hard links, which still hold the old content.' })
  expect(readFileSync(join(directory, 'other'), 'utf8')).toBe('old')
})

test('says what the file system says, without a path', () => {
  expect(writeFileAtomically(join(directory, 'none'), bytes('new'), { expected: bytes('') })).toEqual({ written: false, reason: 'It could not be written (ENOENT).' })
})
