import type { Packable } from './packed.ts'

/**
 * Finds all of some hundred keywords in one pass: an Aho–Corasick automaton as a table of next states, with upper case folded into lower. States are numbered so that
 * those at which a keyword ends come last, so that the loop asks one comparison for each byte.
 */
export interface Automaton {
  /** Byte → column of the table; bytes that no keyword has share column 0. */
  readonly classes: Uint8Array
  /** A row has 2 ** shift columns. */
  readonly shift: number
  /** state << shift | class → next state. */
  readonly next: Uint16Array
  /** From this state on a keyword ends. */
  readonly firstFinal: number
  /** (state - firstFinal) → where its keywords begin in `outputs`; one more entry at the end. */
  readonly outputStarts: Uint32Array
  /** Numbers of keywords, in the order they were given. */
  readonly outputs: Uint16Array
  /** Length of each keyword. */
  readonly lengths: Uint8Array
  /** Length of the longest. */
  readonly longest: number
}

/** Hits of a scan: pairs of the offset after the keyword's last unit and the state. Room for two numbers a unit. */
export type Hits = Int32Array

/** Builds the automaton. Keywords are ASCII, 2 to 255 long; upper case means the same as lower. Throws a `RangeError` when there are too many. */
export function buildAutomaton(keywords: readonly string[]): Automaton {
  const folded = keywords.map(keyword => keyword.toLowerCase())
  const alphabet = [...new Set(folded.join(''))].sort()
  const classes = new Uint8Array(256)
  alphabet.forEach((character, index) => {
    classes[character.charCodeAt(0)] = index + 1
    classes[character.toUpperCase().charCodeAt(0)] = index + 1
  })
  const width = alphabet.length + 1
  const trie = buildTrie(folded, classes, width)
  const order = trie.breadthFirst.filter(state => trie.ends[state]?.length === 0)
  const firstFinal = order.length
  order.push(...trie.breadthFirst.filter(state => trie.ends[state]?.length !== 0))
  if (order.length > 65_535) throw new RangeError(`${keywords.length} keywords need ${order.length} states; the table has room for 65,535.`)
  const number = new Uint16Array(order.length)
  order.forEach((state, index) => { number[state] = index })
  const shift = Math.ceil(Math.log2(width))
  const next = new Uint16Array(order.length << shift)
  order.forEach((state, index) => {
    for (let column = 0; column < width; column++) next[(index << shift) | column] = number[trie.next[state * width + column] ?? 0] ?? 0
  })
  const finals = order.slice(firstFinal).map(state => trie.ends[state] ?? [])
  const outputStarts = new Uint32Array(finals.length + 1)
  finals.forEach((ends, index) => { outputStarts[index + 1] = (outputStarts[index] ?? 0) + ends.length })
  return {
    classes, shift, next, firstFinal, outputStarts,
    outputs: Uint16Array.from(finals.flat()),
    lengths: Uint8Array.from(folded, keyword => keyword.length),
    longest: Math.max(0, ...folded.map(keyword => keyword.length)),
  }
}

interface Trie {
  /** state * width + class → next state, complete. */
  readonly next: number[]
  /** Keywords that end at a state, those of its suffixes included. */
  readonly ends: number[][]
  readonly breadthFirst: number[]
}

function buildTrie(keywords: readonly string[], classes: Uint8Array, width: number): Trie {
  const next: number[] = Array.from({ length: width }, () => 0)
  const ends: number[][] = [[]]
  keywords.forEach((keyword, index) => {
    let state = 0
    for (let at = 0; at < keyword.length; at++) {
      const slot = state * width + (classes[keyword.charCodeAt(at)] ?? 0)
      if (!next[slot]) {
        next[slot] = ends.length
        ends.push([])
        for (let column = 0; column < width; column++) next.push(0)
      }
      state = next[slot] ?? 0
    }
    ends[state]?.push(index)
  })
  const suffix: number[] = [0]
  const breadthFirst = [0]
  for (let at = 0; at < breadthFirst.length; at++) {
    const state = breadthFirst[at] ?? 0
    const shorter = suffix[state] ?? 0
    for (let column = 0; column < width; column++) {
      const child = next[state * width + column] ?? 0
      const elsewhere = state === 0 ? 0 : (next[shorter * width + column] ?? 0)
      if (child === 0) next[state * width + column] = elsewhere
      else {
        suffix[child] = elsewhere
        ends[child]?.push(...(ends[elsewhere] ?? []))
        breadthFirst.push(child)
      }
    }
  }
  return { next, ends, breadthFirst }
}

/** Finds the keywords that end in `bytes[from..to)` and writes them into `hits`. Returns how many numbers it wrote. Bytes before `from` are looked at too. */
export function scanBytes(automaton: Automaton, bytes: Uint8Array, from: number, to: number, hits: Hits): number {
  const { classes, shift, next, firstFinal, longest } = automaton
  const middle = (from + to) >> 1
  let one = 0
  let other = 0
  for (let at = Math.max(0, from - longest + 1); at < from; at++) one = next[(one << shift) | (classes[bytes[at] ?? 0] ?? 0)] ?? 0
  for (let at = Math.max(0, middle - longest + 1); at < middle; at++) other = next[(other << shift) | (classes[bytes[at] ?? 0] ?? 0)] ?? 0
  let count = 0
  // Two streams, since each step waits for the table.
  for (let at = from, ahead = middle; at < middle; at++, ahead++) {
    one = next[(one << shift) | (classes[bytes[at] ?? 0] ?? 0)] ?? 0
    other = next[(other << shift) | (classes[bytes[ahead] ?? 0] ?? 0)] ?? 0
    if (one >= firstFinal) {
      hits[count++] = at + 1
      hits[count++] = one
    }
    if (other >= firstFinal) {
      hits[count++] = ahead + 1
      hits[count++] = other
    }
  }
  if ((to - from) % 2 === 1) {
    other = next[(other << shift) | (classes[bytes[to - 1] ?? 0] ?? 0)] ?? 0
    if (other >= firstFinal) {
      hits[count++] = to
      hits[count++] = other
    }
  }
  return count
}

/** The same over a string; units above 127 are in no keyword. */
export function scanText(automaton: Automaton, text: string, from: number, to: number, hits: Hits): number {
  const { classes, shift, next, firstFinal, longest } = automaton
  let state = 0
  let count = 0
  for (let at = Math.max(0, from - longest + 1); at < to; at++) {
    const unit = text.charCodeAt(at)
    state = unit < 128 ? (next[(state << shift) | (classes[unit] ?? 0)] ?? 0) : 0
    if (state >= firstFinal && at >= from) {
      hits[count++] = at + 1
      hits[count++] = state
    }
  }
  return count
}

/** The automaton as arrays, for a file. */
export function arraysOf({ classes, shift, next, firstFinal, outputStarts, outputs, lengths, longest }: Automaton): readonly Packable[] {
  return [Uint32Array.of(shift, firstFinal, longest), classes, next, outputStarts, outputs, lengths]
}

/** How many arrays an automaton is. */
export const AUTOMATON_ARRAYS = 6

/** The automaton that `arraysOf` took apart. */
export function automatonOf(arrays: readonly Packable[]): Automaton {
  const [header, classes, next, outputStarts, outputs, lengths] = arrays as [Uint32Array, Uint8Array, Uint16Array, Uint32Array, Uint16Array, Uint8Array]
  const [shift = 0, firstFinal = 0, longest = 0] = header
  return { classes, shift, next, firstFinal, outputStarts, outputs, lengths, longest }
}
