import type { Language } from '../../core/document.ts'
import type { Detector } from '../../core/credential.ts'
import type { BindingKind } from '../../core/literal.ts'
import type { NameReading } from '../names.ts'
import type { Kind } from './kind.ts'
import { isTelling } from '../names.ts'
import { charactersOf } from './characters.ts'
import { isDisguised } from './disguise.ts'
import { isJoined } from './joined.ts'
import { placesOfPath } from './place.ts'
import { familiarityOf, surpriseOf } from './rarity.ts'

/** How the name is bound: a literal's binding, or what a part of a longer text belongs to. */
export type Binding = BindingKind | 'URL' | 'query' | 'header'

/** What is judged: a value, the name it is bound to and where it stands. */
export interface Candidate {
  readonly value: string
  readonly kind: Kind
  readonly name: NameReading
  readonly binding: Binding
  readonly quote: string
  readonly family: Language['family']
  readonly path: string
  /** What it opens, where the text says so. */
  readonly host?: string
}

/** The pieces of evidence that are true of a candidate, each with a name for people. None knows a repository, a path's own name or a value. */
export function featuresOf({ value, kind, name, binding, quote, family, path, host }: Candidate): readonly string[] {
  const places = [...placesOfPath(path)]
  const place = places.find(each => each !== 'settings') ?? (places.length ? 'settings' : 'nowhere')
  const quoting = quote === '' ? 'bare' : 'quoted'
  const subject = name.role === 'value' ? name.subject ?? 'nothing' : name.role
  const characters = charactersOf(value)
  const classes = [characters.lower && 'lower', characters.upper && 'upper', characters.digit && 'digits', characters.symbol && 'symbols', characters.space && 'spaces', characters.foreign && 'foreign']
    .filter(each => each !== false).join(', ')
  return [
    'found by its name',
    `named ${subject}`,
    `is ${kind}`,
    `bound by ${binding}`,
    `in ${family}`,
    quoting,
    ...(host === undefined ? [] : [`opens ${hostKind(host)}`]),
    ...(isDisguised(value) ? ['word in disguise'] : []),
    ...(isJoined(value) ? ['words and numbers, joined', `named ${subject}, words and numbers joined`] : []),
    ...places.map(each => `place: ${each}`),
    ...name.words.filter(isTelling).map(word => `name has ${word}`),
    ...(name.goesOn ? ['name goes on after what it promises', `named ${subject}, goes on`] : []),
    `name of ${Math.min(name.words.length, 5)} words`,
    `length ${step(characters.length, [3, 5, 7, 11, 15, 19, 31, 47, 99])}`,
    `made of ${classes}`,
    `entropy ${step(characters.entropy, [1.5, 2, 2.5, 3, 3.5, 4, 4.5])}`,
    `surprise ${step(surpriseOf(value) ?? 0, [0.1, 3, 3.5, 4, 4.5, 5.5])}`,
    `familiar ${step(familiarityOf(value), [0, 0.25, 0.5, 0.75, 0.99])}`,
    `named ${subject} and is ${kind}`,
    `named ${subject} and is ${kind} in ${family}, ${quoting}`,
    `named ${subject} in ${family}`,
    `named ${subject}, place: ${place}`,
    `is ${kind}, place: ${place}`,
    `is ${kind} in ${family}`,
    `named ${subject}, bound by ${binding}`,
    `is ${kind}, bound by ${binding}`,
  ]
}

/** What was found by a provider's form. */
export interface FormCandidate {
  readonly kind: Kind
  readonly checksum: 'valid' | 'invalid' | undefined
  readonly role: Detector['role']
  /** Whether the form says too little alone, and needed a word of the provider beside it. */
  readonly near: boolean
  /** Of the literal that holds it. */
  readonly name: NameReading
  readonly path: string
}

/** The same for what has a provider's form. */
export function formFeaturesOf({ kind, checksum, role, near, name, path }: FormCandidate): readonly string[] {
  const form = near ? 'form and a word beside it' : 'form of its own'
  return [
    `has a ${form}`,
    ...(checksum ? [`has a checksum that is ${checksum}`] : []),
    ...(role === 'secret' ? [] : [`has the form of what is ${role === 'public' ? 'public' : 'an identifier'}`]),
    `has a ${form} and is ${kind}`,
    `has a ${form} and is bound to ${name.role === 'value' ? `a ${name.subject}` : name.role}`,
    ...[...placesOfPath(path)].map(place => `has a ${form}, place: ${place}`),
  ]
}

/** The first of the rising limits that a number does not pass, or `more`. */
function step(value: number, limits: readonly number[]): string {
  const limit = limits.find(each => value <= each)
  return limit === undefined ? `over ${limits.at(-1)}` : `up to ${limit}`
}

function hostKind(host: string): string {
  if (/^(?:localhost|127\.|0\.0\.0\.0|\[?::1)/.test(host)) return 'this machine'
  if (/example|^(?:host|hostname|server|your|my|some|foo|bar)\b/i.test(host)) return 'an example'
  if (/[${}%]/.test(host)) return 'a host to be filled in'
  return /\./.test(host) ? 'a host' : 'a short name'
}
