import type { Part, RunPart } from './shape.ts'
import { classSource, escapeLiteral } from './alphabet.ts'

/** Fewest and most characters of what the parts match. */
export function lengthOf(parts: readonly Part[]): readonly [min: number, max: number] {
  let [min, max] = [0, 0]
  for (const part of parts) {
    const [low, high] = partLength(part)
    min += low
    max += high
  }
  return [min, max]
}

function partLength(part: Part): readonly [number, number] {
  switch (part.kind) {
    case 'literal': return [part.text.length, part.text.length]
    case 'run': return [part.min, part.max]
    case 'secret': return lengthOf(part.parts)
    case 'choice': {
      const lengths = part.options.map(lengthOf)
      return [Math.min(...lengths.map(([low]) => low)), Math.max(...lengths.map(([, high]) => high))]
    }
    case 'repeat': {
      const [low, high] = lengthOf(part.parts)
      return [low * part.min, high * part.max]
    }
  }
}

/** The source of a sticky pattern for a shape, with a boundary on either side. Group 1, if any, is what precedes the secret, group 2 the secret. */
export function patternSource(parts: readonly Part[]): string {
  const secret = parts.findIndex(part => part.kind === 'secret')
  const body = secret === -1
    ? partsSource(parts)
    : `(${partsSource(parts.slice(0, secret))})(${partsSource(parts.slice(secret, secret + 1))})${partsSource(parts.slice(secret + 1))}`
  return leftBoundary(parts) + body + rightBoundary(parts)
}

function partsSource(parts: readonly Part[]): string {
  return parts.map(partSource).join('')
}

function partSource(part: Part): string {
  switch (part.kind) {
    case 'literal': return escapeLiteral(part.text)
    case 'run': return runSource(part)
    case 'secret': return partsSource(part.parts)
    // Longest first, since of `=` and `==` a matcher takes the first that fits.
    case 'choice': return `(?:${part.options.toSorted((one, other) => lengthOf(other)[1] - lengthOf(one)[1]).map(partsSource).join('|')})`
    case 'repeat': return `(?:${partsSource(part.parts)})${counted(part.min, part.max)}`
  }
}

function runSource({ alphabet, min, max }: RunPart): string {
  const one = classSource(alphabet.characters)
  if (!alphabet.padded || max < 4) return one + counted(min, max)
  if (min === max) return `${one}{${min - 2}}${classSource(`${alphabet.characters}=`)}{2}`
  return `${one}${counted(Math.max(0, min - 2), max)}={0,2}`
}

function counted(min: number, max: number): string {
  if (min === 1 && max === 1) return ''
  if (min === 0 && max === 1) return '?'
  return min === max ? `{${min}}` : `{${min},${max}}`
}

/** What may stand before a letter and is a letter or a digit itself: the end of an escape sequence. */
const ESCAPES = '\\\\[nrt]|%[\\dA-Fa-f]{2}|\\\\u[\\dA-Fa-f]{4}|\\\\x[\\dA-Fa-f]{2}'
const WORD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_'

/** What ends a value in any syntax, even where it may be in it. */
const DELIMITERS = /[\s"'`\\]/g

/** A credential is no part of a longer word, nor of a longer run of its own characters. */
function leftBoundary(parts: readonly Part[]): string {
  const first = [...firstCharacters(parts)].join('')
  if (!Array.from(first).some(character => WORD.includes(character))) return ''
  const runs = edgeRuns(parts, 0)
  const barred = runs.length > 0 ? `${WORD}-${runs.map(run => run.alphabet.characters).join('')}` : WORD
  return `(?<=^|[^${classSource(barred).slice(1)}|${ESCAPES})`
}

function rightBoundary(parts: readonly Part[]): string {
  const runs = edgeRuns(parts, -1)
  if (runs.length === 0 && !lastIsWord(parts)) return ''
  const barred = WORD + runs.map(({ alphabet }) => alphabet.characters.replace(DELIMITERS, '') + (alphabet.padded ? '=' : '')).join('')
  return runs.length > 0 && !barred.includes('-') ? `(?!${classSource(barred)}|-\\w)` : `(?!${classSource(barred)})`
}

/** The runs that a text of these parts may begin or end with. */
function edgeRuns(parts: readonly Part[], edge: 0 | -1): readonly RunPart[] {
  const runs: RunPart[] = []
  const order = edge === 0 ? parts : parts.toReversed()
  for (const part of order) {
    if (part.kind === 'run') runs.push(part)
    else if (part.kind === 'choice') runs.push(...part.options.flatMap(option => edgeRuns(option, edge)))
    else if (part.kind !== 'literal') runs.push(...edgeRuns(part.parts, edge))
    if (lengthOf([part])[0] > 0) break
  }
  return runs
}

function lastIsWord(parts: readonly Part[]): boolean {
  for (const part of parts.toReversed()) {
    const isWord = part.kind === 'literal'
      ? WORD.includes(part.text.at(-1) ?? ' ')
      : part.kind === 'choice' ? part.options.some(lastIsWord) : part.kind !== 'run' && lastIsWord(part.parts)
    if (isWord) return true
    if (lengthOf([part])[0] > 0) return false
  }
  return false
}

/** All characters that a text of these parts may hold; some twice. */
export function charactersOf(parts: readonly Part[]): string {
  return parts.map(part => {
    switch (part.kind) {
      case 'literal': return part.text
      case 'run': return part.alphabet.characters + (part.alphabet.padded ? '=' : '')
      case 'choice': return part.options.map(charactersOf).join('')
      default: return charactersOf(part.parts)
    }
  }).join('')
}

/** The characters that a text of these parts may begin with. */
export function firstCharacters(parts: readonly Part[]): ReadonlySet<string> {
  const first = new Set<string>()
  for (const part of parts) {
    for (const character of firstOf(part)) first.add(character)
    if (lengthOf([part])[0] > 0) break
  }
  return first
}

function firstOf(part: Part): Iterable<string> {
  switch (part.kind) {
    case 'literal': return part.text.slice(0, 1)
    case 'run': return part.alphabet.characters
    case 'choice': return part.options.flatMap(option => [...firstCharacters(option)])
    default: return firstCharacters(part.parts)
  }
}

/**
 * Most ways in which a matcher that backtracks can split a text among the parts: 1 where each character tells which part it belongs to. The time of a match is at most this
 * times the length of the text.
 */
export function ambiguity(parts: readonly Part[], follow: ReadonlySet<string> = new Set()): number {
  let ways = 1
  let after = follow
  for (const part of parts.toReversed()) {
    ways *= partAmbiguity(part, after)
    const first = new Set(firstOf(part))
    after = lengthOf([part])[0] > 0 ? first : new Set([...first, ...after])
  }
  return ways
}

function partAmbiguity(part: Part, follow: ReadonlySet<string>): number {
  switch (part.kind) {
    case 'literal': return 1
    case 'run': return part.min < part.max && intersects(part.alphabet.characters, follow) ? part.max - part.min + 1 : 1
    case 'secret': return ambiguity(part.parts, follow)
    case 'choice': {
      const firsts = part.options.map(option => firstCharacters(option))
      const overlapping = firsts.some((one, index) => firsts.slice(index + 1).some(other => intersects(one, other)))
      return Math.max(...part.options.map(option => ambiguity(option, follow))) * (overlapping ? part.options.length : 1)
    }
    case 'repeat': {
      const first = firstCharacters(part.parts)
      const within = ambiguity(part.parts, part.max > 1 ? new Set([...first, ...follow]) : follow) ** part.max
      return within * (part.min < part.max && intersects(first, follow) ? part.max - part.min + 1 : 1)
    }
  }
}

function intersects(one: Iterable<string>, other: Iterable<string>): boolean {
  const members = new Set(other)
  for (const character of one) if (members.has(character)) return true
  return false
}
