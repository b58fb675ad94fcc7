import type { Forms } from './match.ts'
import type { Suspect } from './suspect.ts'
import { familiarityOf } from './evidence/rarity.ts'
import { splitWords } from './names.ts'
import { membersOf } from './table.ts'

/** Suspects of which those are no more than hints that were found by their name and only nearly are what a provider makes. */
export function hinted(suspects: readonly Suspect[], text: string, { misses, providers }: Forms): readonly Suspect[] {
  const formed = new Map(suspects.flatMap(({ by, weak, range }) => (by === 'form' ? [[range[0], weak] as const] : [])))
  return suspects.map(suspect => {
    const { by, range, boundTo = '' } = suspect
    const isHint = by === 'name' && (formed.get(range[0]) ?? (isNearMiss(misses.get(range[0])) || isCut(providers, boundTo, text.slice(...range))))
    return isHint ? { ...suspect, weak: true } : suspect
  })
}

/** Whether what a value begins with is a provider's own and no word: with `ghp_` begins nothing but a GitHub token, and what goes on otherwise is none. */
function isNearMiss(beginning: string | undefined): boolean {
  return beginning !== undefined && /[-_.\d]/.test(beginning) && familiarityOf(beginning.replace(/\d/g, '')) < 1
}

/** What a name may say beside a provider's and still mean the keys that the provider makes, not what people choose. */
const KINDS = new Set(['api', 'key', 'keys', 'token', 'access', 'secret', 'auth', 'apikey', 'client', 'app', 'bot', 'service', 'search'])

/** Whether a value under the name `MISTRAL_API_KEY` is made of what the provider's keys are made of, but longer or shorter. New kinds of keys have marks of their own. */
function isCut(providers: Forms['providers'], name: string, value: string): boolean {
  if (providers.size === 0 || !/^[A-Z\d+/=]+$/i.test(value)) return false
  const [first = '', ...kinds] = splitWords(name)
  return kinds.length > 0 && kinds.every(word => KINDS.has(word)) && (providers.get(first) ?? []).some(row => (
    [value, value.toLowerCase(), value.toUpperCase()].some(each => isMadeOf(membersOf(row), each))
  ))
}

function isMadeOf(members: Uint8Array, value: string): boolean {
  for (let at = 0; at < value.length; at++) if (members[value.charCodeAt(at)] !== 1) return false
  return true
}
