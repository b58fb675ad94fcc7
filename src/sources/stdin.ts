import { readSync } from 'node:fs'
import type { Source } from '../core/source.ts'
import { FILE_LIMIT } from './file.ts'

const CHUNK = 64 * 1024

/** One file from standard input, under the name it shall have. */
export function standardInput(root: string, path: string, descriptor: number): Source {
  return oneFile(root, path, () => readAll(descriptor))
}

/** One file whose bytes are at hand; they are asked for once. */
export function oneFile(root: string, path: string, bytes: () => Uint8Array): Source {
  let content: Uint8Array | undefined
  const whole = (): Uint8Array => (content ??= bytes())
  return {
    root,
    list: () => [{ path }],
    read(_, buffer) {
      const bytes = whole()
      if (bytes.length > FILE_LIMIT) return { kind: 'limit', reason: `it is larger than ${FILE_LIMIT / 1024 / 1024} MB` }
      if (bytes.length <= buffer.length) buffer.set(bytes)
      return bytes.length
    },
    readWhole: whole,
    skipped: new Map(),
    unread: [],
  }
}

/** Reads to the end, or to one byte past the limit. */
export function readAll(descriptor: number): Uint8Array {
  const chunks: Uint8Array[] = []
  for (let length = 0; length <= FILE_LIMIT; ) {
    const chunk = new Uint8Array(CHUNK)
    const read = readChunk(descriptor, chunk)
    if (read === 0) break
    chunks.push(chunk.subarray(0, read))
    length += read
  }
  return Buffer.concat(chunks)
}

function readChunk(descriptor: number, chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk, 0, chunk.length, null)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN') throw error
      // A pipe that somebody made non-blocking has nothing yet.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}
