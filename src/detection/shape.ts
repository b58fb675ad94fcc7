import type { Alphabet } from './alphabet.ts'
import { alphabetOf } from './alphabet.ts'
import { generateRun, seedOf } from './example.ts'

/**
 * The notation of detectors: what a credential looks like, as its provider's documentation says it.
 *
 *     AKIA                literal text
 *     {base32:16}         sixteen characters of an alphabet; {base62:20-40} twenty to forty
 *     {[a-z0-9.]:8}       of an alphabet written out; {[^ "]:8} printable characters but for these
 *     {crc32}             six characters of base62: the checksum of what stands between the prefix and it
 *     (live|test)         one or the other
 *     (-{hex:4}){3}       three times; {1-3} one to three times; ? once or not at all
 *     <{base62:20}>       what of it is the secret, where it is not all
 *     \(                  a character of the notation itself, literally
 */
export type Part = LiteralPart | RunPart | ChoicePart | RepeatPart | SecretPart

export interface LiteralPart { readonly kind: 'literal'; readonly text: string }
export interface RunPart { readonly kind: 'run'; readonly alphabet: Alphabet; readonly min: number; readonly max: number; readonly checksum?: 'crc32' }
export interface ChoicePart { readonly kind: 'choice'; readonly options: readonly (readonly Part[])[] }
export interface RepeatPart { readonly kind: 'repeat'; readonly parts: readonly Part[]; readonly min: number; readonly max: number }
export interface SecretPart { readonly kind: 'secret'; readonly parts: readonly Part[] }

/** Longest run or repetition that a shape may ask for, so that every pattern is bounded. */
const MOST = 16_384

/** Reads a shape. Throws a `SyntaxError` that says where it went wrong. */
export function parseShape(shape: string): readonly Part[] {
  const reader = { shape, at: 0 }
  const parts = readSequence(reader, '')
  if (reader.at < shape.length) fail(reader, `a stray \`${shape[reader.at]}\``)
  return parts
}

const PLACEHOLDER = /\{(?:[a-z\d-]+|\[(?:\\.|[^\]\\\n])+\])(?::\d{1,5}(?:-\d{1,5})?)?(?:#\w+)?\}/g

/**
 * Puts a generated value in the place of every `{alphabet:length}` and `{crc32}` of any text: fixtures, examples, documentation hold no live-looking credential. The same
 * text gives the same values; equal placeholders give different ones, unless a label says that they are one: `{base62:20#key}`.
 */
export function expandShapes(text: string): string {
  const counts = new Map<string, number>()
  let expanded = ''
  let at = 0
  for (const { 0: placeholder, index } of text.matchAll(PLACEHOLDER)) {
    const [body = '', label] = placeholder.slice(1, -1).split(/#(?=\w+$)/)
    const run = runOf(body)
    if (!run) continue
    expanded += text.slice(at, index)
    at = index + placeholder.length
    const count = label ?? (counts.get(body) ?? 0) + 1
    if (typeof count === 'number') counts.set(body, count)
    expanded += generateRun(run, seedOf(`${body}#${count}`), /[A-Z]{2,10}_[\w-]*$/i.exec(expanded.slice(-500))?.[0] ?? '')
  }
  return expanded + text.slice(at)
}

interface Reader { readonly shape: string; at: number }

function readSequence(reader: Reader, end: string): readonly Part[] {
  const { shape } = reader
  const parts: Part[] = []
  let literal = ''
  const flush = () => {
    if (literal !== '') parts.push({ kind: 'literal', text: literal })
    literal = ''
  }
  while (reader.at < shape.length) {
    const character = shape[reader.at] ?? ''
    if (character === end || (end === ')' && character === '|')) break
    if (character === '{') {
      flush()
      parts.push(readRun(reader))
    } else if (character === '(') {
      flush()
      parts.push(readGroup(reader))
    } else if (character === '<' && end === '') {
      flush()
      parts.push(readSecret(reader))
    } else if (')>|}'.includes(character)) {
      fail(reader, `a stray \`${character}\``)
    } else {
      if (character === '\\') reader.at++
      literal += shape[reader.at] ?? fail(reader, 'nothing after a backslash')
      reader.at++
    }
  }
  flush()
  return parts
}

function readRun(reader: Reader): RunPart {
  const end = closingBrace(reader)
  const body = reader.shape.slice(reader.at + 1, end)
  const run = runOf(body) ?? fail(reader, `no alphabet and length in \`{${body}}\``)
  reader.at = end + 1
  return run
}

/** `base62:20-40`, `[a-z]:3` or `crc32`; undefined for anything else. */
export function runOf(body: string): RunPart | undefined {
  if (body === 'crc32') return { kind: 'run', alphabet: alphabetOf('base62') ?? fail({ shape: body, at: 0 }, 'no base62'), min: 6, max: 6, checksum: 'crc32' }
  const colon = body.lastIndexOf(':')
  const alphabet = alphabetOf(body.slice(0, colon))
  const count = countOf(body.slice(colon + 1))
  return alphabet && count && count[1] > 0 ? { kind: 'run', alphabet, min: count[0], max: count[1] } : undefined
}

/** The `}` that ends a run: one inside `[…]` doesn't. */
function closingBrace(reader: Reader): number {
  const { shape } = reader
  let listed = false
  for (let at = reader.at + 1; at < shape.length; at++) {
    if (shape[at] === '\\') at++
    else if (shape[at] === '[') listed = true
    else if (shape[at] === ']') listed = false
    else if (shape[at] === '}' && !listed) return at
  }
  return fail(reader, 'a `{` that is never closed')
}

function readGroup(reader: Reader): Part {
  const options: (readonly Part[])[] = []
  do {
    reader.at++
    options.push(readSequence(reader, ')'))
  } while (reader.shape[reader.at] === '|')
  if (reader.shape[reader.at] !== ')') fail(reader, 'a `(` that is never closed')
  reader.at++
  const group: Part = options.length === 1 ? { kind: 'repeat', parts: options[0] ?? [], min: 1, max: 1 } : { kind: 'choice', options }
  return repeated(reader, group)
}

function repeated(reader: Reader, group: Part): Part {
  const parts = group.kind === 'repeat' ? group.parts : [group]
  if (reader.shape[reader.at] === '?') {
    reader.at++
    return { kind: 'repeat', parts, min: 0, max: 1 }
  }
  const count = /\{(\d+(?:-\d+)?)\}/y
  count.lastIndex = reader.at
  const found = count.exec(reader.shape)
  if (!found) return group
  const [min, max] = countOf(found[1] ?? '') ?? fail(reader, `a count that is no count: \`${found[0]}\``)
  reader.at = count.lastIndex
  return { kind: 'repeat', parts, min, max }
}

function readSecret(reader: Reader): SecretPart {
  reader.at++
  const parts = readSequence(reader, '>')
  if (reader.shape[reader.at] !== '>') fail(reader, 'a `<` that is never closed')
  reader.at++
  return { kind: 'secret', parts }
}

function countOf(text: string): readonly [number, number] | undefined {
  const found = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text)
  if (!found) return undefined
  const min = Number(found[1])
  const max = Number(found[2] ?? found[1])
  return min <= max && max <= MOST ? [min, max] : undefined
}

function fail(reader: Reader, what: string): never {
  throw new SyntaxError(`Shape \`${reader.shape}\` has ${what} at offset ${reader.at}.`)
}
