import type { Literal } from '../core/literal.ts'
import type { Range } from '../core/text.ts'
import type { Encoded } from './encoded.ts'
import type { FormMatch } from './match.ts'
import { Document } from '../core/document.ts'
import { contains } from '../core/text.ts'
import { isVerbatim, sourceRange } from '../core/tree.ts'
import { languageNamed, languageOf } from '../lexer/languages.ts'
import { languageWithin } from '../lexer/nested.ts'
import { LONGEST, SHORTEST, codesIn, decodeDigits, digitsIn, escapedIn } from './encoded.ts'
import { matchForms } from './match.ts'
import { placeholderOf } from './placeholder.ts'

/** How often what was decoded is decoded again. */
export const DEEPEST = 2
/** Characters that all that is decoded of one document may have. */
const MOST = 8 * LONGEST

const limits = new WeakMap<Document, Set<string>>()

/** Why not all that a document says in another writing was looked through; sentences without a beginning: `it holds …`. Known once its credentials are. */
export function decodingLimits(document: Document): readonly string[] {
  return [...(limits.get(document) ?? [])]
}

function reach(document: Document, limit: string): void {
  const reached = limits.get(document)
  if (reached) reached.add(limit)
  else limits.set(document, new Set([limit]))
}

/** What stands in a document in another writing, as a document of its own. */
export interface Inner {
  /** Of its writing, in the outer text. */
  readonly range: Range
  readonly document: Document
}

/**
 * What a document says in another writing.
 * @param root The file, whose limits are counted.
 * @param level How often `document` itself was decoded.
 */
export function innerDocuments(document: Document, literals: readonly Literal[], root: Document, level: number): readonly Inner[] {
  const { text } = document
  const tooLong = (): void => reach(root, `it holds an encoded text of more than ${LONGEST >> 20} MB`)
  const whole = [...digitsIn(text, tooLong), ...escapedIn(text), ...codesIn(text)]
  const joined = literals.filter(({ value, segments }) => segments && value.length >= SHORTEST && value.length <= LONGEST).flatMap(literal => (
    digitsIn(literal.value, tooLong).map((encoded): Encoded => ({ ...encoded, range: sourceRange(literal, encoded.range) }))
  ))
  const all = [...whole, ...joined.filter(({ range }) => !whole.some(other => contains(other.range, range)))]
  if (all.length > 0 && level >= DEEPEST) {
    reach(root, `it holds a text that is encoded more than ${DEEPEST} times`)
    return []
  }
  let total = 0
  return all.flatMap(({ range, text: said }) => {
    total += said.length
    if (total <= MOST) return [{ range, document: opened(said, document) }]
    reach(root, `it holds more than ${MOST >> 20} MB of encoded text`)
    return []
  })
}

/** Judged by where the file stands, and read as what it says that it is. */
function opened(text: string, { path }: Document): Document {
  const language = languageWithin(text) ?? languageNamed(/^(?:---|#cloud-config|apiVersion:)/.test(text) ? 'yaml' : /^[A-Z_][A-Z\d_]*=/.test(text) ? 'env' : '') ?? languageOf('')
  return new Document(path, text, { id: language.id, language, parse: () => ({ documents: [], comments: [], errors: [] }) }, () => undefined)
}

/** A credential found by its form in the value of a literal that is written in another way. */
export interface ValueMatch {
  readonly match: FormMatch
  readonly literal: Literal
  /** Where it stands in the value. */
  readonly within: Range
  /** The credential itself. */
  readonly value: string
}

/** What has a form in the value of a literal, and has not in the text: strings that are joined, with escapes, over lines. */
export function formsInValues(literals: readonly Literal[]): readonly ValueMatch[] {
  return literals.filter(isRewritten).flatMap(literal => matchForms(literal.value).map(match => ({
    match: { ...match, range: sourceRange(literal, match.range), ...(match.near && { near: sourceRange(literal, match.near) }) },
    literal,
    within: match.range,
    value: literal.value.slice(...match.range),
  })))
}

const TOKEN_UNIT = /[\w+/=.-]/

/** Whether parts of a word were put together or escaped. Where only line ends and quotes were, the text tells the same. */
function isRewritten({ segments, value }: Literal): boolean {
  if (!segments || value.length < 8) return false
  return segments.some((segment, index) => {
    const [start, end] = segment.value
    if (!TOKEN_UNIT.test(value[start] ?? '')) return false
    if (!isVerbatim(segment)) return TOKEN_UNIT.test(value[end - 1] ?? '')
    return index > 0 && segments[index - 1]?.source[1] !== segment.source[0] && TOKEN_UNIT.test(value[start - 1] ?? '')
  })
}

const secrets = new WeakMap<Document, boolean>()

function isKubernetesSecret(document: Document): boolean {
  let is = secrets.get(document)
  if (is === undefined) secrets.set(document, (is = KUBERNETES_SECRET.test(document.text)))
  return is
}

const KUBERNETES_SECRET = /^[ \t{]*["']?kind["']?[ \t]*:[ \t]*["']?Secret\b/m
const DECODERS = /(?:\batob|b64_?decode|base64[._]?decode\w*|decode64|frombase64string|fromhex|unhexlify|hex2bin|decoder\(\)\.decode|base64\.(?:std|url)encoding\.decodestring|base64\.from\w*|buffer\.from)\(\s*$/i
const ENCODERS = /(?:\bbtoa|b64_?encode|base64[._]?encode\w*|encode64|tobase64string|encoder\(\)\.encode\w*|base64\.to\w*|buffer\.from)\(\s*$/i
const BASIC_NAMES = /^_?(?:auth|basic_?auth|docker_?auth|registry_?auth|authorization|npm_?auth|credentials?)$/i
const USER_PASSWORD = /^[^\s:/"'{}]{1,80}:(?=[^\s:])/
/** Fewest digits that are no accident: of random ones, one value in ten thousand would be readable. */
const TELLING = { base64: 16, hexadecimal: 24 }

/** What a literal that is bound to a name stands for, where it is encoded: the value that is to be judged, and its name where that is another. */
export function saidBy(literal: Literal, document: Document): { readonly value: string; readonly name?: string } | undefined {
  const { value, binding, interpolated } = literal
  const { text } = document
  if (interpolated || value.length < 4 || value.length > LONGEST || !/^[\w+/-]+={0,2}$/.test(value.slice(0, 40).trim())) return undefined
  const asked = BASIC_NAMES.test(binding?.name ?? '')
  const known = asked || binding?.name === '_password' || DECODERS.test(text.slice(Math.max(0, literal.range[0] - 60), literal.range[0]))
    || (binding?.path.at(-1) === 'data' && isKubernetesSecret(document))
  if (!known && value.length < (/^[\da-f]+$/i.test(value) ? TELLING.hexadecimal : TELLING.base64)) return undefined
  const said = decodeDigits(value)?.trimEnd()
  // What has names of its own is judged by these, and an opaque token is one whatever it is made of. Who encodes a name for a value means it.
  if (said === undefined || said.length < 3 || said.includes('\n') || languageWithin(said) || placeholderOf(said, binding?.name) === 'name') return undefined
  const user = asked || binding?.path.includes('auths') ? USER_PASSWORD.exec(said)?.[0] : undefined
  return user === undefined ? { value: said } : { value: said.slice(user.length), name: 'password' }
}

/** The password in what is encoded for a header: `btoa("user:password")`, `Buffer.from("user:password").toString("base64")`. */
export function passwordToEncode({ value, range, interpolated }: Literal, text: string): Range | undefined {
  const user = interpolated || value.length > 300 ? undefined : USER_PASSWORD.exec(value)?.[0]
  if (user === undefined || !ENCODERS.test(text.slice(Math.max(0, range[0] - 60), range[0]))) return undefined
  const plain = /buffer\.from\(\s*$/i.test(text.slice(Math.max(0, range[0] - 60), range[0])) && !/^\s*(?:,[^)]{0,20})?\)\s*\.toString\(\s*["'`]base64/.test(text.slice(range[1], range[1] + 80))
  return plain ? undefined : [user.length, value.length]
}
