import type { Language } from '../../core/document.ts'
import type { NameReading } from '../names.ts'
import type { Kind } from './kind.ts'
import { placesOfPath } from './place.ts'

const WORDS: ReadonlySet<Kind> = new Set<Kind>(['word', 'unknown word', 'words of a secret', 'identifier', 'number', 'keyboard walk', 'word and digits', 'placeholder, name'])

/** Whether a value is no more than a hint where it stands: a placeholder anywhere, and what a weak password looks like outside of code and settings that are deployed. */
export function isWeak(kind: Kind, family: Language['family'], path: string, inComment = false): boolean {
  // `POSTGRES_PASSWORD: password` is a password that is deployed; in a program the same word is a key or a label.
  if (kind.startsWith('placeholder') && (kind !== 'placeholder, name' || family === 'code')) return true
  if (!WORDS.has(kind)) return false
  if (inComment) return true
  const places = placesOfPath(path)
  return (['test', 'fixture', 'documentation', 'example', 'translation', 'vendored'] as const).some(place => places.has(place))
}

const CHOSEN: ReadonlySet<Kind> = new Set<Kind>(['word and digits', 'mixed password'])

/** Whether a value is what people choose as a password, and its name says no more than that it is one. */
export function isPlainPassword(kind: Kind, { subject, role, goesOn }: NameReading, family: Language['family']): boolean {
  return role === 'value' && subject === 'password' && !goesOn && CHOSEN.has(kind) && family !== 'text' && family !== 'markup'
}
