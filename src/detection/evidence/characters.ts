/** Kinds of character that a value mixes. */
export interface Characters {
  readonly length: number
  readonly lower: boolean
  readonly upper: boolean
  readonly digit: boolean
  /** Anything but letters and digits. */
  readonly symbol: boolean
  readonly space: boolean
  /** Letters outside ASCII. */
  readonly foreign: boolean
  /** Bits for each character, of the characters' own frequencies. */
  readonly entropy: number
  /** The entropy as a share of the most that an alphabet of the value's kinds allows at this length: 0 to 1. */
  readonly fullness: number
}

/** Counts what a value is made of. */
export function charactersOf(value: string): Characters {
  const lower = /[a-z]/.test(value)
  const upper = /[A-Z]/.test(value)
  const digit = /\d/.test(value)
  const symbol = /[^\p{L}\p{N}\s]/u.test(value)
  const hexadecimal = digit && /^[0-9a-f]+$/i.test(value) && !(lower && upper)
  const alphabet = hexadecimal ? 16 : (lower ? 26 : 0) + (upper ? 26 : 0) + (digit ? 10 : 0) + (symbol ? 20 : 0)
  const entropy = entropyOf(value)
  const most = Math.log2(Math.max(2, Math.min(alphabet, value.length)))
  return { length: value.length, lower, upper, digit, symbol, space: /\s/.test(value), foreign: /[^\0-\x7f]/.test(value), entropy, fullness: Math.min(1, entropy / most) }
}

/** Shannon's entropy in bits for each UTF-16 unit. */
export function entropyOf(value: string): number {
  const counts = new Map<number, number>()
  for (let at = 0; at < value.length; at++) counts.set(value.charCodeAt(at), (counts.get(value.charCodeAt(at)) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length)
  return bits
}
