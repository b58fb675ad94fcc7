import { randomBytes } from 'node:crypto'
import { accessSync, closeSync, constants, fchmodSync, fchownSync, fstatSync, fsyncSync, lstatSync, openSync, readFileSync, renameSync, unlinkSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** What became of a write. Reasons and warnings are sentences that hold no content of the file. */
export type Written = { readonly written: true; readonly warning?: string } | { readonly written: false; readonly reason: string }

export interface WriteOptions {
  /** The bytes that were read: a file that holds others by now is left alone. */
  readonly expected: Uint8Array
}

/**
 * Replaces a file's content as one step: who reads it sees the old bytes or the new ones, also after a crash. Keeps its mode, and its owner where that is allowed.
 * Refuses links, what is no regular file, read-only files and files that changed since they were read; never throws for what the file system says.
 */
export function writeFileAtomically(path: string, bytes: Uint8Array, { expected }: WriteOptions): Written {
  try {
    const found = lstatSync(path)
    if (found.isSymbolicLink()) return refuse('It is a link.')
    if (!found.isFile()) return refuse('It is not a regular file.')
    accessSync(path, constants.W_OK)
    if (!holds(path, expected)) return refuse('It changed since it was read.')
    replace(path, bytes, expected)
    return found.nlink > 1 ? { written: true, warning: 'It had other hard links, which still hold the old content.' } : { written: true }
  } catch (error) {
    if (error instanceof Changed) return refuse('It changed since it was read.')
    return refuse(`It could not be written (${codeOf(error)}).`)
  }
}

/** Windows has neither flag. */
const NO_FOLLOW = (['O_NOFOLLOW', 'O_NONBLOCK'] as const).reduce((flags, name) => flags | ((constants as Partial<typeof constants>)[name] ?? 0), 0)

class Changed extends Error {}

function refuse(reason: string): Written {
  return { written: false, reason }
}

/** Of an error only its code: a message may quote paths. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error'
}

/** Whether the file, not followed if it became a link, holds exactly these bytes. */
function holds(path: string, expected: Uint8Array): boolean {
  const file = openSync(path, constants.O_RDONLY | NO_FOLLOW)
  try {
    return fstatSync(file).isFile() && readFileSync(file).equals(expected)
  } finally {
    closeSync(file)
  }
}

function replace(path: string, bytes: Uint8Array, expected: Uint8Array): void {
  const { mode, uid, gid } = lstatSync(path)
  const beside = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`)
  const file = openSync(beside, 'wx', 0o600)
  let open = true
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
    keepOwner(file, uid, gid)
    fchmodSync(file, mode & 0o7777)
    fsyncSync(file)
    closeSync(file)
    open = false
    if (!holds(path, expected)) throw new Changed()
    renameSync(beside, path)
  } catch (error) {
    if (open) closeSync(file)
    unlinkSync(beside)
    throw error
  }
  syncDirectory(dirname(path))
}

function keepOwner(file: number, uid: number, gid: number): void {
  const own = fstatSync(file)
  if (own.uid === uid && own.gid === gid) return
  try {
    fchownSync(file, uid, gid)
  } catch {
    // Only the administrator may give a file away; it then belongs to who runs the fix, as after saving in an editor.
  }
}

/** Windows cannot open a directory; the rename stands there without it. */
function syncDirectory(path: string): void {
  try {
    const directory = openSync(path, constants.O_RDONLY)
    fsyncSync(directory)
    closeSync(directory)
  } catch {
    return
  }
}
