import { createRequire } from 'node:module'
import type { ChecksumName } from '../core/credential.ts'

const require = createRequire(import.meta.url)

/** An algorithm: where its check stands in a token, and what it must be. Verified on public examples of each provider. */
interface Checksum {
  /** Group 1: what stands before the check; group 2: the check. */
  readonly form: RegExp
  readonly compute: (before: string, check: string) => string
  /** Whether the check may be written in either case. */
  readonly caseless?: boolean
}

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz'
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** GitHub's: the CRC of what follows the prefix, in base62. npm and Vercel took it over. */
const prefixed: Checksum = {
  form: /^([A-Z]{2,10}_[\w-]{10,400})([\w-]{6})$/i,
  compute: before => inBase(crc32(before.slice(before.indexOf('_') + 1)), BASE62, 6),
}

const CHECKSUMS: Readonly<Record<ChecksumName | 'crc32', Checksum>> = {
  crc32: prefixed,
  github: prefixed,
  'github-refresh': prefixed,
  npm: prefixed,
  vercel: prefixed,
  'github-fine-grained': {
    form: /^(github_pat_[0-9A-Za-z]{22}_[0-9A-Za-z]{43})([0-9A-Za-z]{8})[0-9A-Za-z]{8}$/,
    compute: before => base32(sha256(before)).slice(0, 8),
  },
  zuplo: { form: /^(zpka_[a-z0-9]{32}_)([0-9a-f]{8})$/, compute: before => hex(crc32(before.slice(5, -1))) },
  atlassian: { form: /^(AT[\w-]{20,820}=)([0-9A-Fa-f]{8})$/, compute: before => hex(crc32(before)).toUpperCase(), caseless: true },
  bitbucket: { form: /^(ATBB[0-9A-Za-z]{24})([0-9A-Fa-f]{8})$/, compute: before => hex(crc32(before)).toUpperCase(), caseless: true },
  grafana: { form: /^(glsa_[0-9A-Za-z]{32}_)([0-9A-Fa-f]{8})$/, compute: before => hex(swapped(crc32(before.slice(0, -1)))), caseless: true },
  'gitlab-routable': {
    form: /^(gl[a-z]+-(?:t\d_)?[\w-]{27,300}\.[0-9a-z]{2}\.[0-9a-z]{2})([0-9a-z]{7})$/,
    compute: before => inBase(crc32(before), BASE36, 7),
  },
  nkey: { form: /^(S[ACNOUX][A-Z2-7]{52})([0-9A-Z]{4})$/, compute: nkeyCheck },
  confluent: { form: /^(cflt[0-9A-Za-z+/]{54})([0-9A-Za-z+/]{6})$/, compute: before => base64OfNumber(crc32(before.slice(4))) },
}

/** Whether a token's checksum holds; undefined where the token has not the form that the algorithm is about. */
export function verifyChecksum(name: ChecksumName | 'crc32', token: string): 'valid' | 'invalid' | undefined {
  const { form, compute, caseless } = CHECKSUMS[name]
  const found = form.exec(token)
  if (!found) return undefined
  const [, before = '', check = ''] = found
  const expected = compute(before, check)
  return expected === check || (caseless && expected.toLowerCase() === check.toLowerCase()) ? 'valid' : 'invalid'
}

/** The token with the checksum that it should have; unchanged where it has not the form. */
export function withChecksum(name: ChecksumName | 'crc32', token: string): string {
  const { form, compute } = CHECKSUMS[name]
  const found = form.exec(token)
  if (!found) return token
  const [, before = '', check = ''] = found
  return before + compute(before, check) + token.slice(before.length + check.length)
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xed_b8_83_20 ^ (value >>> 1) : value >>> 1
  return value
})

/** CRC-32 of a text in ASCII. Node has it only from version 22 on. */
export function crc32(text: string): number {
  let value = 0xff_ff_ff_ff
  for (let at = 0; at < text.length; at++) value = (CRC_TABLE[(value ^ text.charCodeAt(at)) & 255] ?? 0) ^ (value >>> 8)
  return (value ^ 0xff_ff_ff_ff) >>> 0
}

function inBase(value: number, alphabet: string, width: number): string {
  let digits = ''
  for (let rest = value; rest > 0; rest = Math.floor(rest / alphabet.length)) digits = (alphabet[rest % alphabet.length] ?? '') + digits
  return digits.padStart(width, alphabet[0])
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0')
}

/** CRC-16 of the bytes before, low byte first, in base32: 272 bits of them, of which the last two are the first of the check. */
function nkeyCheck(before: string, check: string): string {
  const shared = BASE32.indexOf(check[0] ?? '') >> 3
  const bits = [...Array.from(before, character => BASE32.indexOf(character).toString(2).padStart(5, '0')), shared.toString(2).padStart(2, '0')].join('')
  let crc = 0
  for (let at = 0; at < bits.length; at += 8) {
    crc ^= Number.parseInt(bits.slice(at, at + 8), 2) << 8
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x80_00 ? 0x10_21 : 0)) & 0xff_ff
  }
  const value = (shared << 16) | ((crc & 0xff) << 8) | (crc >> 8)
  return [13, 8, 3, -2].map(shift => BASE32[(shift < 0 ? value << -shift : value >> shift) & 31]).join('')
}

/** `node:crypto` takes milliseconds to load, and hardly any run needs it. */
function sha256(text: string): Uint8Array {
  const { createHash } = require('node:crypto') as typeof import('node:crypto')
  return createHash('sha256').update(text).digest()
}

function bytesOf(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function swapped(value: number): number {
  return bytesOf(value).readUInt32BE()
}

function base64OfNumber(value: number): string {
  return bytesOf(value).toString('base64').slice(0, 6)
}

function base32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xff_ff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += BASE32[(held >> bits) & 31] ?? ''
    }
  }
  return text
}

const TOKEN = /^(eyJ[\w-]+)\.[\w-]*\./

/** Whether it is written like a JSON web token and its header is none: JSON that names an algorithm (RFC 7515, section 4). */
export function isBrokenToken(value: string): boolean {
  const [, header] = TOKEN.exec(value) ?? []
  if (header === undefined) return false
  try {
    const read: unknown = JSON.parse(Buffer.from(header, 'base64url').toString())
    return typeof read !== 'object' || read === null || !('alg' in read)
  } catch {
    return true
  }
}
