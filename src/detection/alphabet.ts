/** The characters that a run of a shape is made of. */
export interface Alphabet {
  /** Every character once. */
  readonly characters: string
  /** What generated values are made of; never a character that breaks the syntax around it. */
  readonly sample: string
  /** Whether the last two characters may be `=`, as at the end of base64. */
  readonly padded: boolean
}

const DIGITS = '0123456789'
const LOWER = 'abcdefghijklmnopqrstuvwxyz'
const UPPER = LOWER.toUpperCase()
const LETTERS = UPPER + LOWER
const BASE62 = DIGITS + LETTERS
const PRINTABLE = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join('')
const HARMLESS = `${BASE62}!*+-.^_~`

const NAMED: Readonly<Record<string, string>> = {
  digits: DIGITS,
  lower: LOWER,
  upper: UPPER,
  letters: LETTERS,
  base62: BASE62,
  'base36-lower': DIGITS + LOWER,
  'base36-upper': DIGITS + UPPER,
  base32: `${UPPER}234567`,
  'base32-lower': `${LOWER}234567`,
  base58: '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz',
  hex: `${DIGITS}ABCDEFabcdef`,
  'hex-lower': `${DIGITS}abcdef`,
  'hex-upper': `${DIGITS}ABCDEF`,
  base64: `${BASE62}+/`,
  base64url: `${BASE62}-_`,
  word: `${BASE62}_`,
  printable: without(PRINTABLE, '"\'`'),
}

/** Examples of these are of one case, as nearly every real value is. */
const SAMPLES: Readonly<Record<string, string>> = { hex: NAMED['hex-lower'] ?? '', printable: HARMLESS }

/** Names that a shape may use. */
export const ALPHABET_NAMES: readonly string[] = Object.keys(NAMED)

/** An alphabet by its name, or written out as `[a-z0-9.]` or `[^ "]` (printable but for these); undefined where it is neither. */
export function alphabetOf(name: string): Alphabet | undefined {
  const characters = NAMED[name]
  if (characters !== undefined) return { characters, sample: SAMPLES[name] ?? characters, padded: name === 'base64' }
  if (!name.startsWith('[') || !name.endsWith(']') || name.length < 3) return undefined
  const negated = name[1] === '^'
  const listed = listedCharacters(name.slice(negated ? 2 : 1, -1))
  const custom = negated ? without(PRINTABLE, listed) : listed
  if (custom === '') return undefined
  const harmless = Array.from(custom).filter(character => HARMLESS.includes(character)).join('')
  return { characters: custom, sample: negated && harmless !== '' ? harmless : custom, padded: false }
}

/** A character class of a regular expression for these characters. */
export function classSource(characters: string): string {
  const codes = Array.from(new Set(characters)).map(character => character.charCodeAt(0)).sort((one, other) => one - other)
  if (codes.length === 1) return escapeLiteral(String.fromCharCode(codes[0] ?? 0))
  let source = ''
  for (let index = 0; index < codes.length;) {
    let last = index
    while (codes[last + 1] === (codes[last] ?? 0) + 1) last++
    const [low, high] = [codes[index] ?? 0, codes[last] ?? 0]
    if (last - index < 2) for (let code = low; code <= high; code++) source += classCharacter(code)
    else source += `${classCharacter(low)}-${classCharacter(high)}`
    index = last + 1
  }
  return `[${source}]`
}

/** Text as a regular expression that matches just it. */
export function escapeLiteral(text: string): string {
  return Array.from(text.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&'), control).join('')
}

function classCharacter(code: number): string {
  const character = String.fromCharCode(code)
  return '\\]^-['.includes(character) ? `\\${character}` : control(character)
}

function control(character: string): string {
  const code = character.charCodeAt(0)
  return code < 32 ? `\\x${code.toString(16).padStart(2, '0')}` : character
}

function without(characters: string, unwanted: string): string {
  return Array.from(characters).filter(character => !unwanted.includes(character)).join('')
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', s: ' ' }

/** Reads `a-z0-9.\]`: single characters, ranges, and a backslash before what would mean something else. */
function listedCharacters(body: string): string {
  const characters = new Set<string>()
  for (let at = 0; at < body.length; at++) {
    const first = single(body, at)
    at = first.end
    if (body[at + 1] === '-' && at + 2 < body.length) {
      const last = single(body, at + 2)
      at = last.end
      for (let code = first.character.charCodeAt(0); code <= last.character.charCodeAt(0); code++) characters.add(String.fromCharCode(code))
    } else characters.add(first.character)
  }
  return [...characters].join('')
}

function single(body: string, at: number): { character: string; end: number } {
  const character = body[at] ?? ''
  if (character !== '\\' || at + 1 >= body.length) return { character, end: at }
  const escaped = body[at + 1] ?? ''
  return { character: ESCAPES[escaped] ?? escaped, end: at + 1 }
}
