import type { Credential, Evidence } from '../core/credential.ts'
import type { Document } from '../core/document.ts'
import type { Confidence } from '../core/finding.ts'
import type { Literal } from '../core/literal.ts'
import type { Range } from '../core/text.ts'
import type { Subject } from './names.ts'
import type { FormMatch } from './match.ts'
import type { Binding } from './evidence/features.ts'
import type { Part } from './parts.ts'
import { Secret } from '../core/secret.ts'
import { contains, overlaps } from '../core/text.ts'
import { sourceRange } from '../core/tree.ts'
import { literalsOf } from '../lexer/literals.ts'
import { kindOf } from './evidence/kind.ts'
import { matchForms } from './match.ts'
import { readName } from './names.ts'
import { connectionPasswords, headerCredentials, queryValues, urlPasswords } from './parts.ts'
import { judge, judgeForm } from './verdict.ts'

const LONGEST = 16_384
const WORTH_READING = /pass|pwd|pw|psw|secret|token|key|cred|auth|dsn|conn|jwt|bearer|seed|otp|session|cookie|csrf|sid|sig|salt|nonce|pin|phrase|wort|senha|contrase|parola|mdp|sifre|şifre|has[lł]o|heslo|пароль|密|パス|비밀/i
/** Names that say nothing themselves: what encloses them does. */
const GENERIC = new Set(['value', 'default', 'val', 'data', 'text', 'content', 'string', 'plain', 'plaintext', 'literal', 'raw', 'defaultvalue', 'body'])
/** Read as a header, by its parts. */
const HEADER_SCHEME = /^(?:Basic|Bearer|Token) \S/i
const RANK: Readonly<Record<Confidence, number>> = { low: 1, medium: 2, high: 3 }

const known = new WeakMap<Document, readonly Credential[]>()

/** The credentials in a document, of every confidence, sorted by place and without overlaps. Computed once for a document. */
export function detect(document: Document): readonly Credential[] {
  let found = known.get(document)
  if (!found) known.set(document, (found = find(document)))
  return found
}

function find(document: Document): readonly Credential[] {
  const { text } = document
  const forms = matchForms(text)
  const urls = urlPasswords(text)
  if (forms.length === 0 && urls.length === 0 && !WORTH_READING.test(text)) return []
  const literals = literalsOf(document).filter(({ value }) => value.length <= LONGEST)
  const holder = (range: Range): Literal | undefined => holderOf(literals, range)
  const found = [
    ...forms.flatMap(match => byForm(match, holder(match.range), document)),
    ...literals.flatMap(literal => byName(literal, document)),
    ...literals.flatMap(literal => partsOf(literal).flatMap(part => byPart(part, literal, document))),
    ...[...urls, ...headerCredentials(text)].flatMap(part => byPart(part, holder(part.range), document)),
  ]
  return withoutOverlaps(found)
}

function byForm({ detector, range, checksum }: FormMatch, literal: Literal | undefined, document: Document): Credential[] {
  const value = document.text.slice(range[0], range[1])
  const binding = literal?.binding
  const kind = kindOf(value, undefined, '"', false)
  const { confidence, evidence } = judgeForm({ kind, checksum, near: detector.near !== undefined, name: readName(binding?.name ?? ''), path: document.path })
  if (confidence === 'none') return []
  const { id, name, role, severity } = detector
  return [{ detector: id, name, role, severity, confidence, range, secret: new Secret(value), ...(literal && { literal }), evidence }]
}

function byName(literal: Literal, document: Document): Credential[] {
  const { binding, value, content, quote, interpolated } = literal
  if (!binding) return []
  const name = nameOf(binding.name, binding.path)
  if (readName(name).role === 'none') return []
  if (HEADER_SCHEME.test(value)) return []
  return judged({ name, binding: binding.kind, value, range: content, quote, interpolated, literal, document })
}

/** The name that speaks: of `{ password: { default: "…" } }` it is `password`. */
function nameOf(name: string, path: readonly string[]): string {
  if (!GENERIC.has(name.toLowerCase())) return name
  return path.findLast(each => !GENERIC.has(each.toLowerCase())) ?? name
}

function partsOf(literal: Literal): Part[] {
  const { value } = literal
  if (value.length < 8 || literal.quote === '' && !value.includes('=')) return []
  const parts: Part[] = []
  if (value.includes('://')) parts.push(...urlPasswords(value))
  if (value.includes('=')) parts.push(...queryValues(value), ...connectionPasswords(value))
  return parts.map(part => ({ ...part, range: sourceRange(literal, part.range) }))
}

function byPart({ by, name, range, value, host }: Part, literal: Literal | undefined, document: Document): Credential[] {
  if (readName(name).role !== 'value') return []
  return judged({ name, binding: by, value, range, quote: '"', interpolated: false, literal, document, ...(host !== undefined && { host }) })
}

interface Found {
  readonly name: string
  readonly binding: Binding
  readonly value: string
  readonly range: Range
  readonly quote: string
  readonly interpolated: boolean
  readonly literal: Literal | undefined
  readonly document: Document
  readonly host?: string
}

function judged({ name, binding, value, range, quote, interpolated, literal, document, host }: Found): Credential[] {
  const reading = readName(name)
  const kind = kindOf(value, name, quote, interpolated)
  const verdict = judge({ value, kind, name: reading, binding, quote, family: document.format.language.family, path: document.path, ...(host !== undefined && { host }) })
  if (verdict.confidence === 'none') return []
  return [credential(detectorOf(binding, reading.subject), verdict.confidence, range, document, literal, verdict.evidence)]
}

/** Id and name for people of what no provider's form told. */
function detectorOf(binding: Binding, subject: Subject = 'secret'): { id: string; name: string } {
  if (binding === 'URL') return { id: 'url-password', name: 'password in a URL' }
  if (binding === 'connection string') return { id: 'connection-string-password', name: 'password in a connection string' }
  if (binding === 'header' && subject === 'password') return { id: 'basic-authorization', name: 'password in an authorization header' }
  return { id: `generic-${subject.replaceAll(' ', '-')}`, name: subject === 'api key' ? 'API key' : subject }
}

function credential(
  { id, name }: { id: string; name: string }, confidence: Confidence, range: Range, { text }: Document, literal: Literal | undefined, evidence: readonly Evidence[],
): Credential {
  const value = literal && literal.content[0] === range[0] && literal.content[1] === range[1] ? literal.value : text.slice(range[0], range[1])
  return { detector: id, name, role: 'secret', severity: 'error', confidence, range, secret: new Secret(value), ...(literal && { literal }), evidence }
}

/** The innermost literal that holds a range; literals are sorted by place. */
function holderOf(literals: readonly Literal[], range: Range): Literal | undefined {
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

/** Of two that overlap, the surer stays; of two equally sure the one with a provider's form, then the shorter. */
function withoutOverlaps(found: readonly Credential[]): readonly Credential[] {
  const kept: Credential[] = []
  for (const each of found.toSorted((one, other) => one.range[0] - other.range[0])) {
    const last = kept.at(-1)
    if (!last || !overlaps(last.range, each.range)) kept.push(each)
    else if (isStronger(each, last)) kept[kept.length - 1] = each
  }
  return kept
}

function isStronger(one: Credential, other: Credential): boolean {
  const isGeneric = ({ detector }: Credential): number => Number(detector.startsWith('generic-'))
  const length = ({ range }: Credential): number => range[1] - range[0]
  return (RANK[one.confidence] - RANK[other.confidence] || isGeneric(other) - isGeneric(one) || length(other) - length(one)) > 0
}
