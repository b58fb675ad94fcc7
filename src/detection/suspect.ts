import type { Credential } from '../core/credential.ts'
import type { Document } from '../core/document.ts'
import type { Literal } from '../core/literal.ts'
import type { Range } from '../core/text.ts'
import type { Binding } from './evidence/features.ts'
import type { Kind } from './evidence/kind.ts'
import type { FormMatch } from './match.ts'
import type { Subject } from './names.ts'
import type { Part } from './parts.ts'
import { contains } from '../core/text.ts'
import { sourceRange } from '../core/tree.ts'
import { commentsOf, literalsOf } from '../lexer/literals.ts'
import { formsInValues, innerDocuments, passwordToEncode, saidBy } from './decoded.ts'
import { SHORTEST } from './encoded.ts'
import { featuresOf, formFeaturesOf } from './evidence/features.ts'
import { kindOf } from './evidence/kind.ts'
import { familiarityOf } from './evidence/rarity.ts'
import { isDeclaration, isKept, isPlainPassword, isUnlikely, isWeak } from './evidence/weak.ts'
import { readForms } from './match.ts'
import { hinted } from './miss.ts'
import { readName } from './names.ts'
import { isSequence } from './placeholder.ts'
import { isStore } from './stores.ts'
import { curlPasswords, headerCredentials, pairsIn, queryValues, urlPasswords } from './parts.ts'

/** Something that may be a credential, with the evidence for and against it, not yet weighed. */
export interface Suspect {
  readonly by: 'form' | 'name'
  /** What it would be reported as. */
  readonly detector: Pick<Credential, 'detector' | 'name' | 'role' | 'severity'>
  readonly range: Range
  readonly literal: Literal | undefined
  /** The name that promises it. */
  readonly boundTo?: string
  readonly kind: Kind
  /** Whether it is a hint at most, whatever its evidence weighs. */
  readonly weak: boolean
  /** Whether it is what people choose as a password, under that very name, in what is deployed; the fit, which knows more tests than deployments, thinks too little of it. */
  readonly plain?: boolean
  /** The secret as the program sees it, where it is neither what stands there nor the literal's value. */
  readonly value?: string
  /** Names of the pieces of evidence that are true of it. */
  readonly features: readonly string[]
}

/** Longest literal and comment that is judged by its name, in UTF-16 units. */
export const LONGEST = 16_384
const WORTH_READING = /pass|pwd|pw|psw|secret|token|key|cred|auth|dsn|conn|jwt|bearer|seed|otp|session|cookie|csrf|sig|salt|nonce|phrase|wort|senha|contrase|parola|mdp|sifre|şifre|has[lł]o|heslo|пароль|密|パス|비밀|identified/i
/** Names that say nothing themselves: what encloses them does. */
const GENERIC = new Set(['value', 'default', 'val', 'data', 'text', 'content', 'string', 'plain', 'plaintext', 'literal', 'raw', 'defaultvalue', 'body'])
/** Words of names that say outright that what is bound to them opens nothing. */
const DENIALS = new Set(['non', 'invalid', 'wrong', 'incorrect', 'fake', 'dummy', 'bogus', 'mismatched', 'unmatched'])
/** The token of a badge shows a picture; everybody may know it. */
const BADGE = /\.svg\?[\w&=-]{0,60}=$/
/** `AWS::IAM::AccessKey` is what a thing is, not what it is called; `en-PW` is English as in Palau. */
const TYPE = /^\w+::\w+::\w|^[a-z]{2,3}[-_]PW$/
/** Functions that are told the name of a secret, not the secret. */
const ASKS = /(?:^|\.)(?:get|fetch|read|load|look_?up|resolve|retrieve|find|from)(?=[A-Z_]|$)/
/** Read as a header, by its parts. */
const AUTHORIZATION = /basic |bearer |token /i
const HEADER_SCHEME = /^(?:Basic|Bearer|Token) \S/i

/** All that may be a credential in a document: what has a provider's form, and what is bound to a name that promises a secret. */
export function suspectsIn(document: Document): readonly Suspect[] {
  return suspectsAt(document, document, 0)
}

/** @param level How often the document was decoded from `root`. */
function suspectsAt(document: Document, root: Document, level: number): readonly Suspect[] {
  const { text } = document
  const read = readForms(text)
  const { matches: forms, names } = read
  const urls = urlPasswords(text)
  if (level > 0 && text.length < SHORTEST && forms.length === 0 && urls.length === 0 && !text.includes('curl') && !document.format.language.columns && !WORTH_READING.test(text)) return []
  const literals = literalsOf(document)
  const values = formsInValues(literals).filter(({ match, within, literal }) => !isPartOfMore({ ...match, range: within }, literal.value))
  const suspects = [
    ...forms.filter(match => !isPartOfMore(match, text) && !values.some(value => contains(value.match.range, match.range))).map(match => ofForm(match, holderOf(literals, match.range), document)),
    ...values.map(({ match, literal, value }) => ({ ...ofForm(match, literal, document, value), value })),
    ...innerDocuments(document, literals, root, level).flatMap(({ range, document: inner }) => (
      suspectsAt(inner, root, level + 1).map(({ by, detector, kind, weak, plain = false, features }): Suspect => ({ by, detector, kind, weak, plain, features, range, literal: holderOf(literals, range) }))
    )),
  ]
  // A part that begins or ends with a literal of its own is that literal, read less well.
  const bound = { starts: new Set<number>(), ends: new Set<number>() }
  const addParts = (parts: readonly Part[], literal?: Literal, inComment = false): void => {
    for (const part of parts) if (!bound.starts.has(part.range[0]) && !bound.ends.has(part.range[1])) suspects.push(...ofPart(part, literal ?? holderOf(literals, part.range), document, inComment))
  }
  const short = literals.filter(({ value }) => value.length <= LONGEST)
  for (const literal of short) {
    if (!literal.binding) continue
    const own = ofLiteral(literal, document)
    suspects.push(...own)
    if (readName(literal.binding.name).role === 'value') bound.starts.add(literal.content[0])
    if (own.length > 0) bound.ends.add(literal.content[1])
  }
  // Most literals hold no name, and to look for one in each costs more than reading them.
  for (const literal of short) if (holdsOne(names, literal.content)) addParts(partsOf(literal), literal)
  for (const { range } of commentsOf(document)) if (holdsOne(names, range)) addParts(partsOfComment(text, range), undefined, true)
  if (document.format.language.family === 'text') addParts(pairsIn(text))
  addParts([...urls, ...curlPasswords(text)])
  if (AUTHORIZATION.test(text)) addParts(headerCredentials(text))
  for (const literal of short) {
    const range = literal.value.includes(':') ? passwordToEncode(literal, text) : undefined
    if (range) addParts([{ by: 'header', name: 'password', range: sourceRange(literal, range), value: literal.value.slice(...range) }], literal)
  }
  return hinted(suspects, text, read)
}

/** What a digest or the scope of a signature goes on after: `sha256=…`, `AKIA…/20240131/`. */
const DIGEST = /\bsha(?:1|224|256|384|512)[-:=_][\w+/=-]{0,100}$/i
/** Base64 that has gone on for long. */
const BYTES = /[A-Z0-9+/]{199}[+/]$/i
const SCOPE = /^(?:%2F|\/)\d{8}(?:%2F|\/)/i

/** Whether a match is cut from a digest or a signature, or its form says so little that words fit it. */
function isPartOfMore({ detector: { near }, range: [start, end] }: FormMatch, text: string): boolean {
  return DIGEST.test(text.slice(Math.max(0, start - 110), start)) || BYTES.test(text.slice(Math.max(0, start - 200), start)) || SCOPE.test(text.slice(end, end + 16)) || (near !== undefined && familiarityOf(text.slice(start, end)) > 0.6)
}

function ofForm({ detector: { id, name, role, severity, near, prefix = '' }, range, checksum }: FormMatch, literal: Literal | undefined, { text, path }: Document, decoded?: string): Suspect {
  const value = decoded ?? text.slice(range[0], Math.max(range[1], text.startsWith('-----BEGIN', range[0]) ? range[0] + 500 : 0))
  // What was filled in behind the mark of a provider is no more a secret for the mark.
  const kind = value.startsWith(prefix) && isSequence(value.slice(prefix.length)) ? 'placeholder, sequence' : kindOf(value, undefined, '"', false)
  const features = formFeaturesOf({ kind, checksum, role, near: near !== undefined, name: readName(literal?.binding?.name ?? ''), path })
  return { by: 'form', detector: { detector: id, name, role, severity }, range, literal, kind, weak: kind.startsWith('placeholder') || isDeclaration(path) || (isExample(literal) && checksum !== 'valid'), features }
}

function ofLiteral(literal: Literal, document: Document): Suspect[] {
  const { binding, value, content, quote, interpolated } = literal
  if (!binding || HEADER_SCHEME.test(value) || isReferred(literal, document.text)) return []
  const said = saidBy(literal, document)
  const name = binding.kind === 'sql' && /^identified\b/i.test(binding.name) ? 'password' : said?.name ?? nameOf(binding.name, binding.path)
  return ofName({ name, binding: binding.kind, value: said?.value ?? value, range: content, quote, interpolated, literal, document })
}

function ofPart({ by, name, range, value, host, quote = '"' }: Part, literal: Literal | undefined, document: Document, inComment: boolean): Suspect[] {
  if (readName(name).role !== 'value') return []
  return ofName({ name, binding: by, value, range, quote, interpolated: false, literal, document, inComment, ...(host !== undefined && { host }) })
}

interface Named {
  readonly name: string
  readonly binding: Binding
  readonly value: string
  readonly range: Range
  readonly quote: string
  readonly interpolated: boolean
  readonly literal: Literal | undefined
  readonly document: Document
  readonly host?: string
  readonly inComment?: boolean
}

function ofName({ name: spoken, binding, value, range, quote, interpolated, literal, document, host, inComment = false }: Named): Suspect[] {
  const name = readName(spoken)
  if (name.role === 'none' || TYPE.test(spoken) || isNameOfReference(value) || (binding === 'argument' && ASKS.test(spoken)) || BADGE.test(document.text.slice(Math.max(0, range[0] - 70), range[0]))) return []
  const kind = kindOf(value, spoken, quote, interpolated)
  const aside = inComment || isAside(literal, range, document)
  const kept = !aside && isStore(document.path) && isKept(kind, value, name)
  const weak = name.words.some(word => DENIALS.has(word)) || isExample(literal) || (!kept && (isWeak(kind, name.role, document.format.language.family, document.path, aside) || isUnlikely(kind, value, name, document.path)))
  const features = featuresOf({ value, kind, name, binding, quote, family: document.format.language.family, path: document.path, ...(host !== undefined && { host }) })
  return [{ by: 'name', detector: detectorOf(binding, name.subject), range, literal, boundTo: spoken, kind, weak, plain: !weak && (isPlainPassword(kind, name, document.format.language.family) || kept), features }]
}

/** Whether a value is what something is called that says where a key or a secret is: `KmsKeyId`. */
function isNameOfReference(value: string): boolean {
  return /^[A-Z]?[a-z]{2,20}(?:[A-Z][a-z]{1,20}){1,5}$/.test(value) && readName(value).role === 'reference'
}

/** Whether it says where a secret is kept, or under which key: `secretKeyRef` and `remoteRef` of Kubernetes, `Secret.fromSecretNameV2` of the CDK. */
function isReferred({ binding, range }: Literal, text: string): boolean {
  if (binding?.kind === 'argument' && /\.from_?secret_?(?:name|complete_?arn|partial_?arn)(?:_?v2)?$/i.test(binding.path.at(-1) ?? '')) return true
  if (binding?.path.some(step => /^(?:\w{0,40}SecretKeyRef|\w{0,40}SecretRef|remoteRef|configMapKeyRef|dataFrom)$/i.test(step))) return true
  return binding?.name === 'secretKey' && /^["']?[\s,]{1,80}["']?(?:remoteRef|sourceRef)\b/.test(text.slice(range[1], range[1] + 100))
}

/** Whether what encloses it is called an example, as in a description of an interface. */
function isExample(literal: Literal | undefined): boolean {
  return literal?.binding?.path.some(name => /^(?:x-)?examples?$/i.test(name)) ?? false
}

/** Whether it stands in a docstring, in a union of types, or in code that was squeezed into few lines. */
function isAside(literal: Literal | undefined, [start, end]: Range, { text, format }: Document): boolean {
  if (format.language.family !== 'code') return false
  if (literal && !literal.binding && /^\w{0,2}(?:"""|''')$/.test(literal.quote)) return true
  if (/^['"`]\s{1,20}\|(?!\|)/.test(text.slice(end, end + 25)) || /[^|]\|\s{1,20}['"`]$/.test(text.slice(Math.max(0, start - 25), start))) return true
  const line = [text.lastIndexOf('\n', start), text.indexOf('\n', end)]
  return (line[1] === -1 ? text.length : line[1] ?? 0) - (line[0] ?? 0) > SQUEEZED
}

/** Units of a line that nobody writes. */
const SQUEEZED = 1000

/** The name that speaks: of `{ password: { default: "…" } }` it is `password`. */
export function nameOf(name: string, path: readonly string[]): string {
  if (!GENERIC.has(name.toLowerCase())) return name
  return path.findLast(each => !GENERIC.has(each.toLowerCase())) ?? name
}

function partsOf(literal: Literal): Part[] {
  const { value } = literal
  if (value.length < 8) return []
  const parts: Part[] = []
  if (value.includes('://')) parts.push(...urlPasswords(value))
  if (value.includes('=')) parts.push(...queryValues(value))
  if (literal.segments && AUTHORIZATION.test(value)) parts.push(...headerCredentials(value))
  if (WORTH_READING.test(value)) parts.push(...pairsIn(value))
  return parts.map(part => ({ ...part, range: sourceRange(literal, part.range) }))
}

function partsOfComment(text: string, [start, end]: Range): Part[] {
  const comment = text.slice(start, Math.min(end, start + LONGEST))
  if (!WORTH_READING.test(comment)) return []
  return [...pairsIn(comment), ...queryValues(comment)].map(part => ({ ...part, range: [part.range[0] + start, part.range[1] + start] }))
}

/** Id and name for people of what no provider's form told. */
function detectorOf(binding: Binding, subject: Subject = 'secret'): Suspect['detector'] {
  const as = (detector: string, name: string): Suspect['detector'] => ({ detector, name, role: 'secret', severity: 'error' })
  if (binding === 'URL') return as('url-password', 'password in a URL')
  if (binding === 'header' && subject === 'password') return as('basic-authorization', 'password in an authorization header')
  return as(`generic-${subject.replaceAll(' ', '-')}`, subject === 'api key' ? 'API key' : subject)
}

/** Whether a range holds one of the rising places. */
function holdsOne(places: readonly number[], [start, end]: Range): boolean {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) <= start) low = middle + 1
    else high = middle
  }
  return (places[low] ?? Number.POSITIVE_INFINITY) <= end
}

/** The innermost literal that holds a range; literals are sorted by place. */
export function holderOf(literals: readonly Literal[], range: Range): Literal | undefined {
  let low = 0
  let high = literals.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((literals[middle]?.range[0] ?? 0) <= range[0]) low = middle + 1
    else high = middle
  }
  for (let index = low - 1; index >= 0 && index > low - 8; index--) {
    const literal = literals[index]
    if (literal && contains(literal.range, range)) return literal
  }
  return undefined
}
