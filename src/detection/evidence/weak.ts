import type { Language } from '../../core/document.ts'
import type { NameReading } from '../names.ts'
import type { Kind } from './kind.ts'
import { placesOfPath } from './place.ts'

const WORDS: ReadonlySet<Kind> = new Set<Kind>(['word', 'unknown word', 'words of a secret', 'identifier', 'number', 'keyboard walk', 'word and digits', 'placeholder, name'])

/** What is made of a secret, holds a secret's place, or is the half that everybody may know. */
const DERIVED: ReadonlySet<Kind> = new Set<Kind>(['password hash', 'integrity', 'prefixed digest', 'coloned', 'certificate', 'public key', 'partly an expression', 'dotted name', 'query', 'language'])

/**
 * Whether a value is no more than a hint where it stands: what is no secret itself, by its form or by its name, a placeholder anywhere, and what a weak password looks like outside of code
 * and settings that are deployed. `aside`: in a comment, a docstring or code that was squeezed into few lines.
 */
export function isWeak(kind: Kind, role: NameReading['role'], family: Language['family'], path: string, aside = false): boolean {
  if (DERIVED.has(kind) || role !== 'value') return true
  // `POSTGRES_PASSWORD: password` is a password that is deployed; in a program the same word is a key or a label.
  if (isDeclaration(path)) return true
  if (kind.startsWith('placeholder') && (kind !== 'placeholder, name' || family === 'code')) return true
  if (placesOfPath(path).has('translation') && !MADE.has(kind)) return true
  if (!WORDS.has(kind)) return false
  if (aside) return true
  return isShown(path) || (['vendored', 'minified', 'lock file', 'generated'] as const).some(place => placesOfPath(path).has(place))
}

/** Whether a file declares types: nothing in it is a value, and its comments are documentation. */
export function isDeclaration(path: string): boolean {
  return /\.(?:d\.[cm]?ts|pyi)$/.test(path)
}

/** Whether a file shows how something is done, rather than doing it. */
function isShown(path: string): boolean {
  return (['test', 'fixture', 'documentation', 'example'] as const).some(place => placesOfPath(path).has(place))
}

/** What stands under names as a name, a type or a label does. */
const SAID: ReadonlySet<Kind> = new Set<Kind>(['word', 'words of a secret', 'identifier', 'dotted name', 'path', 'constant', 'enumeration', 'number', 'host', 'selector', 'version', 'URL', 'MIME type', 'date', 'query', 'data'])
const MADE: ReadonlySet<Kind> = new Set<Kind>(['random', 'hexadecimal', 'mixed password', 'private key', 'web token'])

/** Whether a value is no more than a hint under its name: only passwords are chosen among words, and most of what is called a key, or tells of a secret, is none. */
export function isUnlikely(kind: Kind, value: string, { subject, role, words }: NameReading, path: string): boolean {
  if (role !== 'value' && (SAID.has(kind) || kind === 'hexadecimal' || kind === 'UUID')) return true
  if (subject === 'password') return words.join('').length <= 4 && (isShort(value) || (words[0] === 'pw' && /^\p{Lu}[\p{L}\p{M} '’-]*$/u.test(value)))
  if (SAID.has(kind) || (kind === 'UUID' && words.includes('client'))) return true
  if (/\s/.test(value.trim()) && (subject === 'token' || subject === 'api key' || subject === 'session')) return true
  if (kind === 'hexadecimal' && (words.includes('signature') || (subject === 'key' && words.length === 1 && isShown(path)))) return true
  if (kind === 'pattern' && subject !== 'secret') return true
  return subject === 'key' ? !MADE.has(kind) : subject !== 'secret' && (kind === 'unknown word' || kind === 'word and digits')
}

/** Whether it is a name of several words, which squeezed code gives names of few letters. */
function isShort(value: string): boolean {
  return /^[A-Za-z]?[a-z]+(?:[A-Z][a-z]+)+$/.test(value)
}

const CHOSEN: ReadonlySet<Kind> = new Set<Kind>(['word and digits', 'mixed password'])

/** Whether a value is what people choose as a password, and its name says no more than that it is one. */
export function isPlainPassword(kind: Kind, { subject, role, goesOn }: NameReading, family: Language['family']): boolean {
  return role === 'value' && subject === 'password' && !goesOn && CHOSEN.has(kind) && family !== 'text' && family !== 'markup'
}

/** What is stored where credentials are kept, and still is none. */
const NOT_KEPT: ReadonlySet<Kind> = new Set<Kind>(['enumeration', 'number', 'language', 'expression', 'partly an expression', 'path', 'certificate', 'public key'])

/** What looks like a placeholder, and is a password where programs log in with it. */
const LOGGED_IN_WITH: ReadonlySet<Kind> = new Set<Kind>(['placeholder, telling', 'placeholder, name'])

/** Whether a value is a secret because it stands, under the name of one, in a file that secrets are kept in. Keys and salts there are so where nobody but a generator writes them. */
export function isKept(kind: Kind, value: string, { subject, role, goesOn }: NameReading): boolean {
  if (role !== 'value' || goesOn || NOT_KEPT.has(kind) || (kind.startsWith('placeholder') && !LOGGED_IN_WITH.has(kind))) return false
  return (subject !== 'key' && subject !== 'session') || isGenerated(value)
}

/** Whether a value is long and of every sort of sign. */
function isGenerated(value: string): boolean {
  return value.length >= 32 && [/[a-z]/, /[A-Z]/, /\d/, /[^\w\s+/=.:-]/].every(sort => sort.test(value))
}
