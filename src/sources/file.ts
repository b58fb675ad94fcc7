import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { decodeText } from '../core/encoding.ts'
import type { Unreadable } from '../core/source.ts'

/** Bytes of the largest file that is read. A string of JavaScript holds eight times that. */
export const FILE_LIMIT = 64 * 1024 * 1024

/** Neither follows a link that took the file's place nor waits for the other end of a pipe. Windows has not all of them. */
const FLAGS = (['O_RDONLY', 'O_NOFOLLOW', 'O_NONBLOCK'] as const).reduce((flags, name) => flags | ((constants as Partial<typeof constants>)[name] ?? 0), 0)

/** Bytes at the begin of a file that tell whether it is text. */
const SAMPLE = 8192

/** Reads a regular file into a buffer, as `Source.read` does. */
export function readInto(path: string | Buffer, buffer: Uint8Array): number | Unreadable {
  return withFile(path, (file, size) => {
    if (size > buffer.length) return size
    const read = fill(file, buffer, size)
    return read === buffer.length && read > size ? read + 1 : read
  })
}

/** Reads a regular file of up to `limit` bytes into a buffer of its own. */
export function readFileWhole(path: string | Buffer, limit = FILE_LIMIT): Uint8Array | Unreadable {
  return withFile<Uint8Array | Unreadable>(path, (file, size) => {
    if (size > limit) return tooLarge(limit)
    const buffer = new Uint8Array(size + 1)
    const read = fill(file, buffer, size)
    return read > size ? { kind: 'failed', reason: 'it changed while it was read' } : buffer.subarray(0, read)
  })
}

/** Why a file could not be opened or listed, from an error of the file system. */
export function unreadable(error: unknown): Unreadable {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'ELOOP':
      return { kind: 'policy', reason: 'links' }
    case 'ENXIO':
    case 'ENODEV':
      return { kind: 'policy', reason: 'pipes and devices' }
    case 'EACCES':
    case 'EPERM':
      return { kind: 'failed', reason: 'permission denied' }
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'failed', reason: 'it does not exist' }
    default:
      return { kind: 'failed', reason: code === '' ? 'it could not be read' : `it could not be read (${code})` }
  }
}

/** Opens a file and looks at it once more: it may have been swapped since it was listed. */
function withFile<Result>(path: string | Buffer, use: (file: number, size: number) => Result): Result | Unreadable {
  let file: number | undefined
  try {
    file = openSync(path, FLAGS)
    const stat = fstatSync(file)
    if (!stat.isFile()) return { kind: 'policy', reason: 'pipes and devices' }
    if (stat.size > FILE_LIMIT) return isBinary(file) ? { kind: 'policy', reason: 'binary' } : tooLarge(FILE_LIMIT)
    return use(file, stat.size)
  } catch (error) {
    return unreadable(error)
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** Reads until the end of the file or of the buffer; a size of 0 is not believed, since `/proc` has it everywhere. */
function fill(file: number, buffer: Uint8Array, size: number): number {
  let at = 0
  while (at < buffer.length && (at < size || size === 0)) {
    const read = readSync(file, buffer, at, buffer.length - at, null)
    if (read === 0) break
    at += read
  }
  return at
}

function isBinary(file: number): boolean {
  const buffer = new Uint8Array(SAMPLE)
  return decodeText(buffer.subarray(0, fill(file, buffer, SAMPLE))) === undefined
}

/** Why a file is not read that has more bytes than the limit. */
export function tooLarge(limit: number): Unreadable {
  return { kind: 'limit', reason: `it is larger than ${limit / 1024 / 1024} MB` }
}
