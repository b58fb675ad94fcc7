/**
 * Reads archives: zip and what is built on it, tar, gzip. Pure functions over bytes; nothing is written anywhere, and no size that an archive claims is believed.
 */
import { inflateRawSync, gunzipSync } from 'node:zlib'
import { FILE_LIMIT } from './file.ts'

/** A file of an archive, not yet expanded. */
export interface Member {
  /** As a path below the archive: no `..`, no drive, no leading `/`. */
  readonly name: string
  /** Its bytes, or why they cannot be had; at most `limit` of them. */
  expand(limit: number): Uint8Array | string
}

/** How many times larger than its compressed bytes a member may be. Text has 5 to 20, tables and logs up to 100. */
const RATIO = 200
/** Up to this size the ratio says nothing. */
const SMALL = 1024 * 1024

const BROKEN = 'it is a broken archive'

/** The members of an archive: a sentence where it cannot be read, undefined where the bytes are none. `name` is for what holds one file. */
export function membersOf(bytes: Uint8Array, name: string, limit: number): Iterable<Member> | string | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (view[0] === 0x1f && view[1] === 0x8b) return gzipMembers(view, name, limit)
  if (isTar(view, 0)) return tarMembers(view)
  const end = endOf(view)
  if (end >= 0) return zipMembers(view, end)
  return view.length >= LOCAL_LENGTH && view.readUInt32LE(0) === LOCAL ? BROKEN : undefined
}

const END = 0x06054b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const CENTRAL = 0x02014b50
const CENTRAL_LENGTH = 46
const LOCAL = 0x04034b50
const LOCAL_LENGTH = 30
const UNKNOWN = 0xffffffff

/** A directory stands at the end; what stands before it is found through it alone, as every reader does. */
function zipMembers(bytes: Buffer, end: number): Iterable<Member> | string {
  const size = bytes.readUInt32LE(end + 12)
  const claimed = bytes.readUInt32LE(end + 16)
  // Another file may stand before the archive, as before a program that unpacks itself.
  const start = claimed === UNKNOWN || size === UNKNOWN ? largeDirectory(bytes, end) : end - size
  if (start < 0 || start > end) return BROKEN
  const shift = claimed === UNKNOWN ? 0 : start - claimed
  return shift < 0 ? BROKEN : directory(bytes, start, end, shift)
}

function endOf(bytes: Buffer): number {
  for (let at = bytes.length - END_LENGTH; at >= Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT); at--) {
    if (bytes.readUInt32LE(at) === END && at + END_LENGTH + bytes.readUInt16LE(at + 20) <= bytes.length) return at
  }
  return -1
}

/** Where the directory of an archive of more than 4 GB begins; also smaller ones are written so. */
function largeDirectory(bytes: Buffer, end: number): number {
  const locator = end - 20
  if (locator < 0 || bytes.readUInt32LE(locator) !== 0x07064b50) return -1
  const record = Number(bytes.readBigUInt64LE(locator + 8))
  if (record + 56 > bytes.length || bytes.readUInt32LE(record) !== 0x06064b50) return -1
  return Number(bytes.readBigUInt64LE(record + 48))
}

function* directory(bytes: Buffer, start: number, end: number, shift: number): Generator<Member> {
  let at = start
  while (at + CENTRAL_LENGTH <= end && bytes.readUInt32LE(at) === CENTRAL) {
    const entry = at
    const named = bytes.readUInt16LE(at + 28)
    const name = bytes.toString(bytes.readUInt16LE(at + 8) & 0x800 ? 'utf8' : 'latin1', at + CENTRAL_LENGTH, Math.min(end, at + CENTRAL_LENGTH + named))
    at += CENTRAL_LENGTH + named + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    if (/[/\\]$/.test(name)) continue
    yield { name: safeName(name), expand: limit => expandEntry(bytes, entry, shift, limit) }
  }
  if (at !== end && (at > end || bytes.readUInt32LE(Math.min(at, end)) !== 0x06064b50)) yield { name: '', expand: () => BROKEN }
}

function expandEntry(bytes: Buffer, entry: number, shift: number, limit: number): Uint8Array | string {
  const compressed = bytes.readUInt32LE(entry + 20)
  const local = bytes.readUInt32LE(entry + 42) + shift
  if (bytes.readUInt16LE(entry + 8) & 1) return 'it is encrypted'
  if (local + LOCAL_LENGTH > bytes.length || bytes.readUInt32LE(local) !== LOCAL) return BROKEN
  const from = local + LOCAL_LENGTH + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  if (from + compressed > bytes.length) return BROKEN
  const data = bytes.subarray(from, from + compressed)
  switch (bytes.readUInt16LE(entry + 10)) {
    case 0:
      return data.length > limit ? tooLarge(limit) : data
    case 8:
      return inflated(data, limit, inflateRawSync)
    default:
      return 'it is compressed in a way that is not read'
  }
}

function inflated(data: Uint8Array, limit: number, inflate: typeof inflateRawSync): Uint8Array | string {
  const most = Math.max(SMALL, data.length * RATIO)
  try {
    return inflate(data, { maxOutputLength: Math.max(1, Math.min(limit, most)) })
  } catch (error) {
    if (!(error instanceof RangeError)) return BROKEN
    return most < limit ? `it expands to more than ${RATIO} times its size` : tooLarge(limit)
  }
}

function tooLarge(limit: number): string {
  return limit < FILE_LIMIT ? OVER : `it is larger than ${FILE_LIMIT / 1024 / 1024} MB`
}

/** Said of a member that would take its archive over the limit of all. */
export const OVER = 'its archive expands to too much'

/** One file, or a tar. */
function gzipMembers(bytes: Buffer, name: string, limit: number): Iterable<Member> | string {
  const expanded = inflated(bytes, limit, gunzipSync)
  if (typeof expanded === 'string') return expanded
  const view = Buffer.from(expanded.buffer, expanded.byteOffset, expanded.length)
  if (isTar(view, 0)) return tarMembers(view)
  return [{ name: safeName(name.replace(/\.(?:gz|gzip)$/i, '').replace(/\.(?:tgz|crate)$/i, '.tar')), expand: most => (expanded.length > most ? tooLarge(most) : expanded) }]
}

const BLOCK = 512

/** Whether a header of a tar stands here: its checksum is right. */
function isTar(bytes: Buffer, at: number): boolean {
  if (at + BLOCK > bytes.length) return false
  let sum = 0
  for (let index = 0; index < BLOCK; index++) sum += index >= 148 && index < 156 ? 32 : (bytes[at + index] ?? 0)
  return sum > 256 && sum === octal(bytes, at + 148, 8)
}

function* tarMembers(bytes: Buffer): Generator<Member> {
  let longName: string | undefined
  let at = 0
  while (at + BLOCK <= bytes.length && bytes[at] !== 0) {
    const size = sizeOf(bytes, at + 124)
    const from = at + BLOCK
    if (!isTar(bytes, at) || !(size >= 0) || from + size > bytes.length) {
      yield { name: '', expand: () => BROKEN }
      return
    }
    const data = bytes.subarray(from, from + size)
    const kind = String.fromCharCode(bytes[at + 156] ?? 0)
    if (kind === 'L') longName = text(data, 0, Math.min(data.length, 4096))
    else if (kind === 'x') longName = paxPath(data) ?? longName
    else {
      const prefix = text(bytes, at + 345, at + 500)
      const name = longName ?? `${bytes.toString('latin1', at + 257, at + 262) === 'ustar' && prefix ? `${prefix}/` : ''}${text(bytes, at, at + 100)}`
      longName = undefined
      if ('\x0007'.includes(kind) && !name.endsWith('/')) yield { name: safeName(name), expand: limit => (data.length > limit ? tooLarge(limit) : data) }
    }
    at = from + Math.ceil(size / BLOCK) * BLOCK
  }
}

function text(bytes: Buffer, from: number, to: number): string {
  const end = bytes.indexOf(0, from)
  return bytes.toString('utf8', from, end < 0 || end > to ? to : end)
}

function octal(bytes: Buffer, from: number, length: number): number {
  const digits = bytes.toString('latin1', from, from + length).replace(/[\0 ]+$/, '').trim()
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN
}

/** In octal, or with the first bit set as a number. */
function sizeOf(bytes: Buffer, at: number): number {
  return ((bytes[at] ?? 0) & 0x80) === 0 ? octal(bytes, at, 12) : Number(bytes.readBigUInt64BE(at + 4))
}

function paxPath(data: Buffer): string | undefined {
  return /(?:^|\n)\d{1,9} path=([^\n]*)/.exec(data.toString('utf8', 0, Math.min(data.length, 64 * 1024)))?.[1]
}

/** A label below the archive, whatever the archive says. */
function safeName(name: string): string {
  return name.replace(/^[A-Z]:/i, '').split(/[/\\]/).filter(step => step !== '' && step !== '.' && step !== '..').join('/')
}
