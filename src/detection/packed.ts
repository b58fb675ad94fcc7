/** Arrays that are kept in one file and read from it without being copied or parsed. */
export type Packable = Uint8Array | Uint16Array | Int16Array | Uint32Array

const TYPES = [Uint8Array, Uint16Array, Int16Array, Uint32Array] as const

/** The arrays as bytes, little-endian: how many there are, type and length of each, then their elements, each array at a multiple of four. */
export function pack(arrays: readonly Packable[]): Uint8Array<ArrayBuffer> {
  const header = Uint32Array.of(arrays.length, ...arrays.flatMap(array => [TYPES.findIndex(type => array instanceof type), array.length]))
  const parts = [header, ...arrays].map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength))
  const packed = new Uint8Array(parts.reduce((size, { length }) => size + aligned(length), 0))
  let at = 0
  for (const part of parts) {
    packed.set(part, at)
    at += aligned(part.length)
  }
  return packed
}

/** Views into what `pack` wrote; copied only where the bytes do not begin at a multiple of four. */
export function unpack(packed: Uint8Array<ArrayBuffer>): readonly Packable[] {
  const { buffer, byteOffset } = packed.byteOffset % 4 === 0 ? packed : packed.slice()
  const [count = 0] = new Uint32Array(buffer, byteOffset, 1)
  const header = new Uint32Array(buffer, byteOffset + 4, 2 * count)
  let at = byteOffset + 4 + header.byteLength
  return Array.from({ length: count }, (_, index) => {
    const Type = TYPES[header[2 * index] ?? 0] ?? Uint8Array
    const array = new Type(buffer, at, header[2 * index + 1])
    at += aligned(array.byteLength)
    return array
  })
}

function aligned(size: number): number {
  return (size + 3) & ~3
}
