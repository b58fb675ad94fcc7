import type { Range } from './text.ts'

/** Where files come from. Synchronous: on the scanning path promises cost four to ten times more. */
export interface Source {
  /** The directory that paths are relative to, absolute; where project facts are read. */
  readonly root: string
  list(): Iterable<SourceEntry>
  /**
   * Reads a file's bytes into the buffer and returns how many there are; or says why not. A number above the buffer's length is the file's size, and nothing
   * was read: `readWhole` is for it.
   */
  read(entry: SourceEntry, buffer: Uint8Array): number | Unreadable
  readWhole(entry: SourceEntry): Uint8Array | Unreadable
  /** Lines changed in this file, as line numbers from 1, end exclusive; absent where everything counts. */
  changed?(entry: SourceEntry): readonly Range[]
  /** Whether the source lists every file of a directory (relative, `''` for the root); absent: none. Only then is absence a finding. */
  covers?(directory: string): boolean
  /** Paths that were left out before they were listed, by reason: files, and directories that were not entered. */
  readonly skipped: ReadonlyMap<string, number>
  /** What could not be read or listed at all: missing inputs, denied directories. */
  readonly unread: readonly { readonly path: string; readonly reason: string }[]
}

export interface SourceEntry {
  /** Relative to the root, with `/`. */
  readonly path: string
  /** In bytes, where known without reading. */
  readonly size?: number
  /** What the source needs to find it again: an object id of git. */
  readonly object?: string
  /** Whether it lies within another file, an archive, where nothing can be changed. */
  readonly within?: true
}

export interface Unreadable {
  /** `limit`: an error; `policy`: counted only. */
  readonly kind: 'policy' | 'limit' | 'failed'
  readonly reason: string
}

/** A source that cannot be opened at all. The message is a sentence for people and holds no text of any file. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
}
