import type { Characters } from './characters.ts'
import type { Digest } from './digest.ts'
import type { Placeholder } from '../placeholder.ts'
import type { Shape } from './shape.ts'
import { readName, splitWords } from '../names.ts'
import { placeholderOf } from '../placeholder.ts'
import { charactersOf } from './characters.ts'
import { digestOf } from './digest.ts'
import { encryptionOf } from './encrypted.ts'
import { expressionOf } from './expression.ts'
import { isAlreadyFixed, isDocumentation } from './fixed.ts'
import { isLanguage } from './language.ts'
import { familiarityOf, isKeyboardWalk, surpriseOf } from './rarity.ts'
import { shapeOf } from './shape.ts'

/** What a value is; one word, the first that is true of it. */
export type Kind =
  | 'expression' | 'partly an expression' | 'already fixed' | 'documentation' | 'encrypted' | 'language' | `placeholder, ${Placeholder}` | Shape | Digest
  | 'private key' | 'web token' | 'keyboard walk' | 'identifier' | 'words of a secret' | 'word' | 'unknown word' | 'word and digits' | 'mixed password' | 'random' | 'other'

/** Kinds that are no secret whatever else is true of them. */
export const NEVER: Readonly<Record<'form' | 'name', ReadonlySet<Kind>>> = {
  form: new Set<Kind>(['already fixed', 'documentation', 'encrypted']),
  name: new Set<Kind>(['expression', 'punctuation', 'already fixed', 'documentation', 'placeholder, empty', 'placeholder, bracketed', 'encrypted']),
}

/** Says what a value is. `name` is what it is bound to; `quote` and `interpolated` are the literal's. */
export function kindOf(value: string, name: string | undefined, quote: string, interpolated: boolean): Kind {
  if (isAlreadyFixed(value)) return 'already fixed'
  if (isDocumentation(value)) return 'documentation'
  if (encryptionOf(value)) return 'encrypted'
  if (/^-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY/.test(value)) return isElided(value) ? 'placeholder, masked' : 'private key'
  const expression = expressionOf(value, quote, interpolated)
  if (expression) return expression === 'whole' ? 'expression' : 'partly an expression'
  const placeholder = placeholderOf(value, name)
  if (placeholder && (value === name || !(placeholder === 'name' && shapeOf(value)))) return `placeholder, ${placeholder}`
  if (/^eyJ[\w-]{8,}\.ey[\w-]{4,}\.[\w-]*$/.test(value)) return 'web token'
  const shape = digestOf(value) ?? shapeOf(value)
  if (shape === undefined) return isLanguage(value) ? 'language' : wordKind(value)
  return LOOSE.has(shape) && isRandom(value, charactersOf(value), familiarityOf(value)) && !isNamed(shape, value) ? 'random' : shape
}

/** Whether of a key that ends here nothing but its frame stands here, or dots for the rest. */
function isElided(key: string): boolean {
  const [, body, end] = /^-{5}[^-]{1,60}-{5}([^-]{0,400})(-{5}END)?/.exec(key) ?? []
  return body !== undefined && (/\.\.\.|…|<|\bx{3}/i.test(body) || (end !== undefined && body.replace(/\s/g, '').length < 60))
}

/** Whether its parts are so short that they are names after all: `ECC_NIST_P256`, `fs.s3.kms.keyId`. */
const isNamed = (shape: Kind, value: string): boolean => (shape === 'enumeration' && value.length < 20) || (shape === 'dotted name' && /^[a-z]\w{0,12}(?:\.[A-Z0-9]\w{0,12}){2,}$/i.test(value))

/** Shapes that base64 can have too. */
const LOOSE: ReadonlySet<Kind> = new Set<Kind>(['path', 'dotted name', 'pattern', 'enumeration'])

/** Names in camel case with a number between their words: `ec2SshKey`, `V1TokenReview`. */
const NUMBERED = /^(?=\D{1,40}\d)(?:[A-Z]?[a-z]+|[A-Z])(?:[A-Z]+[a-z]+|\d{1,4}(?=[A-Z])|[A-Z]\d{1,2}$)+$/

function wordKind(value: string): Kind {
  if (isKeyboardWalk(value)) return 'keyboard walk'
  if (NUMBERED.test(value) && familiarityOf(value) > 0.4) return 'identifier'
  const characters = charactersOf(value)
  const familiarity = familiarityOf(value)
  const words = splitWords(value)
  const plain = !characters.space && !characters.digit && /^[\w.$:-]+$/.test(value)
  if (value.length <= 30 && familiarity > 0.5 && words.some(word => readName(word).role === 'value')) return 'words of a secret'
  if (plain && familiarity >= 0.85) return words.length > 1 || /[_.:-]/.test(value) ? 'identifier' : 'word'
  if (isRandom(value, characters, familiarity)) return 'random'
  if (/^[A-Z]+$/i.test(value)) return 'unknown word'
  if (/^[A-Z]{2,}[_.@-]?\d{1,6}!?$/i.test(value)) return 'word and digits'
  if (plain && words.length > 1) return 'identifier'
  if (!characters.space && characters.length >= 6 && characters.length <= 40 && kinds(characters) >= 3) return 'mixed password'
  return 'other'
}

const kinds = ({ lower, upper, digit, symbol }: Characters): number => Number(lower) + Number(upper) + Number(digit) + Number(symbol)

/** Letters and digits in no order that a word or a name has. */
function isRandom(value: string, { length, digit, space, fullness }: Characters, familiarity: number): boolean {
  if (space || length < 12 || familiarity > 0.5 || fullness < (length >= 24 ? 0.6 : 0.68) || !/^[\w+/=.~%-]+$/.test(value)) return false
  const letters = value.replace(/[^a-z]/gi, '').length
  const surprise = letters < 8 ? 0 : surpriseOf(value) ?? 0
  const changes = value.match(/[A-Z](?=\d)|\d(?=[A-Z])/gi)?.length ?? 0
  return digit ? changes >= 3 || (changes > 0 && surprise > 4) || surprise > 5 : length >= 16 && surprise > 5
}
