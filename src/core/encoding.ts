/** How a file's bytes are its text. `latin1`: one byte a character, which brings back any bytes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | 'latin1'

export interface Decoded {
  /** Without the byte order mark. */
  readonly text: string
  readonly encoding: Encoding
  /** Whether the bytes began with a byte order mark. */
  readonly bom: boolean
  /** Whether `encodeText` gives the same bytes again; otherwise U+FFFD stands where the bytes are no character. */
  readonly lossless: boolean
}

const BOM = 0xfeff
/** Stands where bytes are no character. */
const UNKNOWN = '\uFFFD'
/** In order: the mark of UTF-32 begins with that of UTF-16. */
const MARKED: readonly Encoding[] = ['utf-32le', 'utf-32be', 'utf-8', 'utf-16le', 'utf-16be']
/** In order: the sides of UTF-32 fit UTF-16 too. */
const WIDE: readonly Encoding[] = ['utf-32le', 'utf-32be', 'utf-16le', 'utf-16be']
/** How much of a file tells its encoding, in bytes. */
const SAMPLE = 4096

/** The text of a file; undefined for a binary one. */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const marked = MARKED.filter(encoding => startsWithMark(bytes, encoding))
  for (const encoding of marked) {
    const decoded = encoding === 'utf-8' ? strictly(bytes, encoding) : (strictly(bytes, encoding) ?? loosely(bytes, encoding))
    if (decoded) return { ...decoded, text: decoded.text.slice(1), bom: true }
  }
  const sample = bytes.subarray(0, SAMPLE)
  const wide = sample.includes(0) ? wideEncoding(sample) : undefined
  const decoded = wide && (strictly(bytes, wide) ?? loosely(bytes, wide))
  if (decoded) return decoded
  const { controls, nuls } = shares(sample)
  if (controls > 1 / 10 || nuls > 1 / 20) return undefined
  const plain = marked.length > 0 ? undefined : strictly(bytes, 'utf-8')
  if (plain) return plain
  // Compressed data has one control in nine bytes, text of an old encoding hardly any.
  return controls > 1 / 20 ? undefined : { text: latin1(bytes), encoding: 'latin1', bom: false, lossless: true }
}

/**
 * The bytes of a text.
 * @throws RangeError where `latin1` cannot write a character.
 */
export function encodeText(text: string, encoding: Encoding, bom: boolean): Uint8Array {
  const whole = bom ? String.fromCharCode(BOM) + text : text
  if (encoding === 'utf-8') return new TextEncoder().encode(whole)
  if (encoding === 'latin1') return Uint8Array.from(whole, byteOf)
  const little = encoding.endsWith('le')
  if (encoding.startsWith('utf-16')) {
    const view = new DataView(new ArrayBuffer(whole.length * 2))
    for (let index = 0; index < whole.length; index++) view.setUint16(index * 2, whole.charCodeAt(index), little)
    return new Uint8Array(view.buffer)
  }
  const points = Array.from(whole, character => character.codePointAt(0) ?? 0)
  const view = new DataView(new ArrayBuffer(points.length * 4))
  points.forEach((point, index) => view.setUint32(index * 4, point, little))
  return new Uint8Array(view.buffer)
}

function byteOf(character: string): number {
  const unit = character.codePointAt(0) ?? 0
  if (unit > 0xff) throw new RangeError('The file is not in UTF-8, and its encoding cannot write a character.')
  return unit
}

const MARKS = new Map(MARKED.map(encoding => [encoding, encodeText('', encoding, true)] as const))

function startsWithMark(bytes: Uint8Array, encoding: Encoding): boolean {
  const mark = MARKS.get(encoding) ?? new Uint8Array()
  return bytes.length >= mark.length && mark.every((byte, index) => bytes[index] === byte)
}

/** The text with its mark; undefined for bytes that would not come back. */
function strictly(bytes: Uint8Array, encoding: Encoding): Decoded | undefined {
  try {
    return { text: decode(bytes, encoding, true), encoding, bom: false, lossless: true }
  } catch {
    return undefined
  }
}

/** The text with its mark, some of which the bytes do not tell; undefined where that is more than half of it. */
function loosely(bytes: Uint8Array, encoding: Encoding): Decoded | undefined {
  const text = decode(bytes, encoding, false)
  let lost = 0
  for (let at = text.indexOf(UNKNOWN); at >= 0; at = text.indexOf(UNKNOWN, at + 1)) lost++
  return lost > text.length / 2 ? undefined : { text, encoding, bom: false, lossless: false }
}

/** @throws TypeError where `fatal` and the bytes are no text. */
function decode(bytes: Uint8Array, encoding: Encoding, fatal: boolean): string {
  if (encoding.startsWith('utf-32')) return decodeWide(bytes, encoding === 'utf-32le', fatal)
  return new TextDecoder(encoding, { fatal, ignoreBOM: true }).decode(bytes)
}

function decodeWide(bytes: Uint8Array, little: boolean, fatal: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 4) {
    const point = at + 4 <= bytes.length ? view.getUint32(at, little) : Number.POSITIVE_INFINITY
    const known = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
    if (!known && fatal) throw new TypeError('The bytes are no UTF-32.')
    parts.push(known ? String.fromCodePoint(point) : UNKNOWN)
  }
  return parts.join('')
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

/** UTF-16 and UTF-32 without a mark: text in any alphabet has spaces, digits and line ends, whose other bytes are NUL, always on the same side. */
function wideEncoding(sample: Uint8Array): Encoding | undefined {
  return WIDE.find(encoding => {
    const width = encoding.startsWith('utf-32') ? 4 : 2
    const low = encoding.endsWith('le') ? 0 : width - 1
    const high = width - 1 - low
    let narrow = 0
    let strange = 0
    const count = Math.floor(sample.length / width)
    for (let unit = 0; unit < count; unit++) {
      const bytes = sample.subarray(unit * width, unit * width + width)
      const byte = bytes[low] ?? 0
      if (bytes.some((other, index) => index !== low && other !== 0)) strange += width === 4 && bytes[high] !== 0 ? 1 : 0
      else if (byte === 0 || isControl(byte)) strange++
      else narrow++
    }
    return narrow > count / 4 && strange <= count / 50
  })
}

/** How much of a sample are controls, of which a text has hardly any, and how much are NULs, which are controls too. */
function shares(sample: Uint8Array): { readonly controls: number; readonly nuls: number } {
  let controls = 0
  let nuls = 0
  for (const byte of sample) {
    if (isControl(byte)) controls++
    if (byte === 0) nuls++
  }
  return { controls: controls / Math.max(1, sample.length), nuls: nuls / Math.max(1, sample.length) }
}

function isControl(byte: number): boolean {
  return (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) || byte === 127
}
