import type { ChecksumName } from '../core/credential.ts'
import type { Part, RunPart } from './shape.ts'
import { withChecksum } from './checksum.ts'
import { charactersOf, lengthOf } from './compile.ts'

/** Numbers from 0 to 1 (exclusive) that depend on the seed only: mulberry32. */
export type Random = () => number

export function seedOf(text: string): Random {
  let state = 0x81_1c_9d_c5
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01_00_01_93)
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Lengths to choose where a shape leaves the choice: the least, or any within reason. */
export type Size = 'least' | 'any'

/** A text of this shape. Seeds differ, texts differ. */
export function generate(parts: readonly Part[], random: Random, size: Size = 'any', checksum?: ChecksumName): string {
  const text = generateParts(parts, random, size, '')
  return checksum ? withChecksum(checksum, text) : text
}

function generateParts(parts: readonly Part[], random: Random, size: Size, before: string): string {
  let text = before
  for (const part of parts) text += generatePart(part, random, size, text)
  return text.slice(before.length)
}

function generatePart(part: Part, random: Random, size: Size, before: string): string {
  switch (part.kind) {
    case 'literal': return part.text
    case 'run': return generateRun(part, random, before, size)
    case 'secret': return generateParts(part.parts, random, size, before)
    case 'choice': return generateParts(chosen(part.options, random, size), random, size, before)
    case 'repeat': {
      let text = ''
      for (let count = size === 'least' ? part.min : between(part.min, part.max, random); count > 0; count--) {
        text += generateParts(part.parts, random, size, before + text)
      }
      return text
    }
  }
}

function chosen(options: readonly (readonly Part[])[], random: Random, size: Size): readonly Part[] {
  if (size === 'any') return options[Math.floor(random() * options.length)] ?? []
  return options.reduce((best, option) => (lengthOf(option)[0] < lengthOf(best)[0] ? option : best))
}

/** More than this a run that may be long isn't made longer than it must. */
const AMPLE = 48

function between(min: number, max: number, random: Random): number {
  const most = Math.max(min, Math.min(max, AMPLE))
  return min + Math.floor(random() * (most - min + 1))
}

/** Characters of a run; of a checksum those that what stands before it asks for. */
export function generateRun(run: RunPart, random: Random, before = '', size: Size = 'any'): string {
  const length = size === 'least' ? run.min : between(run.min, run.max, random)
  if (run.checksum) {
    const token = before + '0'.repeat(length)
    return withChecksum(run.checksum, token).slice(-length)
  }
  return mixed(run.alphabet.sample, length, random)
}

const CLASSES = [/[a-z]/, /[A-Z]/, /\d/]

/** Random characters, no two neighbours equal or in sequence, and of every class that the alphabet has where there is room. */
function mixed(sample: string, length: number, random: Random): string {
  const classes = CLASSES.map(pattern => Array.from(sample).filter(character => pattern.test(character)).join('')).filter(members => members !== '')
  const offset = Math.floor(random() * 3)
  let text = ''
  while (text.length < length) {
    const forced = length >= 6 && text.length >= offset && text.length < offset + classes.length ? classes[text.length - offset] : undefined
    const from = forced ?? sample
    const next = from[Math.floor(random() * from.length)] ?? ''
    const step = next.charCodeAt(0) - text.charCodeAt(text.length - 1)
    if (from.length > 3 && Math.abs(step) <= 1) continue
    text += next
  }
  return text
}

/** A text that a shape must not match, and what is wrong with it. */
export interface NearMiss {
  readonly text: string
  readonly flaw: 'too short' | 'wrong character' | 'too long'
}

const FOREIGN = ['*', '~', '!', '^', ' ']

/** Texts that a shape must not match though they nearly do; none where the shape leaves no room to be wrong. */
export function nearMisses(parts: readonly Part[], random: Random): readonly NearMiss[] {
  const least = generate(parts, random, 'least')
  const spot = requiredRun(parts)
  const misses: NearMiss[] = []
  if (spot) {
    // A padded run of variable length may be two characters shorter than it says.
    const missing = spot.run.alphabet.padded && spot.run.min < spot.run.max ? 3 : 1
    misses.push({ flaw: 'too short', text: least.slice(0, spot.at) + least.slice(spot.at + missing) })
    const characters = charactersOf(parts)
    const foreign = FOREIGN.find(character => !characters.includes(character))
    if (foreign) misses.push({ flaw: 'wrong character', text: least.slice(0, spot.at) + foreign + least.slice(spot.at + 1) })
  }
  const last = parts.at(-1)
  if (last?.kind === 'run' && last.min === last.max && !last.alphabet.padded) {
    misses.push({ flaw: 'too long', text: least + mixed(last.alphabet.sample, 1, random) })
  }
  return misses
}

/** A run that must be there, and where its second character stands in the least text. */
function requiredRun(parts: readonly Part[]): { readonly run: RunPart; readonly at: number } | undefined {
  let offset = 0
  for (const part of parts) {
    if (part.kind === 'run' && part.min > 4) return { run: part, at: offset + 1 }
    if (part.kind === 'secret' || (part.kind === 'repeat' && part.min > 0)) {
      const within = requiredRun(part.parts)
      if (within) return { run: within.run, at: offset + within.at }
    }
    offset += lengthOf([part])[0]
  }
  return undefined
}
