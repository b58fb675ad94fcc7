import { randomBytes } from 'node:crypto'
import { accessSync, closeSync, constants, fchmodSync, fchownSync, fstatSync, fsyncSync, linkSync, lstatSync, openSync, readFileSync, readdirSync, renameSync, unlinkSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** What became of a write. Reasons and warnings are sentences that hold no content of the file. */
export type Written = { readonly written: true; readonly warning?: string } | { readonly written: false; readonly reason: string }

export interface WriteOptions {
  /** The bytes that were read: a file that holds others by now is left alone. Undefined: there was none, and one that is there by now is left alone. */
  readonly expected: Uint8Array | undefined
}

/**
 * Replaces a file's content as one step: who reads it sees the old bytes or the new ones, also after a crash. Keeps its mode, and its owner where that is allowed.
 * Refuses links, what is no regular file, read-only files and files that changed since they were read; never throws for what the file system says.
 */
export function writeFileAtomically(path: string, bytes: Uint8Array, { expected }: WriteOptions): Written {
  try {
    sweep(path)
    if (expected === undefined) {
      create(path, bytes)
      return { written: true }
    }
    const found = lstatSync(path)
    if (found.isSymbolicLink()) return refuse('It is a link.')
    if (!found.isFile()) return refuse('It is not a regular file.')
    accessSync(path, constants.W_OK)
    if (!holds(path, expected)) return refuse('It changed since it was read.')
    replace(path, bytes, expected)
    return found.nlink > 1 ? { written: true, warning: 'It had other hard links, which still hold the old content.' } : { written: true }
  } catch (error) {
    if (error instanceof Changed) return refuse('It changed since it was read.')
    if (expected === undefined && codeOf(error) === 'EEXIST') return refuse('It exists by now.')
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
  writeBeside(path, bytes, mode & 0o7777, { uid, gid }, beside => {
    if (!holds(path, expected)) throw new Changed()
    renameSync(beside, path)
  })
}

/** A link takes no name that something else has, as a rename would. The mode is that of a file of a project, which git keeps no other way. */
function create(path: string, bytes: Uint8Array): void {
  writeBeside(path, bytes, 0o644, undefined, beside => {
    linkSync(beside, path)
    unlinkSync(beside)
  })
}

/** Writes a file beside another one and moves it there as a whole. */
function writeBeside(path: string, bytes: Uint8Array, mode: number, owner: { readonly uid: number; readonly gid: number } | undefined, move: (beside: string) => void): void {
  const beside = join(dirname(path), `${besideOf(path)}${randomBytes(6).toString('hex')}.tmp`)
  const file = openSync(beside, 'wx', 0o600)
  let open = true
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
    if (owner) keepOwner(file, owner.uid, owner.gid)
    fchmodSync(file, mode)
    fsyncSync(file)
    closeSync(file)
    open = false
    move(beside)
  } catch (error) {
    if (open) closeSync(file)
    unlinkSync(beside)
    throw error
  }
  syncDirectory(dirname(path))
}

function besideOf(path: string): string {
  return `.${basename(path).slice(0, 100)}.`
}

/** Removes what a killed run left beside a file: it holds what the file did. */
function sweep(path: string): void {
  const directory = dirname(path)
  const begin = besideOf(path)
  for (const name of readdirSync(directory)) if (name.startsWith(begin) && /^[\da-f]{12}\.tmp$/.test(name.slice(begin.length))) unlinkSync(join(directory, name))
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
