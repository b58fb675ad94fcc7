import type { Part } from './shape.ts'
import { lengthOf } from './compile.ts'

/** A text that every match of a shape holds, and how far after the match's beginning it may stand. In lower case. */
export interface Keyword {
  readonly text: string
  readonly before: readonly [min: number, max: number]
}

/** Bits of surprise that a keyword should have, so that few files hold it by chance. */
export const SELECTIVE = 11
/** Bits that a keyword must have. */
export const LEAST_SELECTIVE = 7

/** Keywords of at least so many bits of surprise, of which every match holds one; undefined where the shape has none. */
export function keywordsOf(parts: readonly Part[], least: number): readonly Keyword[] | undefined {
  const keywords = new Map<string, Keyword>()
  for (const cells of sequences(parts)) {
    const best = chosenWindow(cells, least)
    if (!best) return undefined
    for (const text of spellings(best.cells)) {
      const known = keywords.get(text)
      const [min, max] = best.before
      keywords.set(text, { text, before: known ? [Math.min(min, known.before[0]), Math.max(max, known.before[1])] : [min, max] })
    }
  }
  return keywords.size <= MOST_SPELLINGS ? [...keywords.values()] : undefined
}

/** Text that is written out if it says enough, else with its neighbours spelled out, else what there is. */
function chosenWindow(cells: readonly Cell[], least: number): Window | undefined {
  const written = bestWindow(cells, SELECTIVE, 1) ?? bestWindow(cells, SELECTIVE, MOST_SPELLINGS)
  if (written) return written
  for (let bits = SELECTIVE - 1; bits >= least; bits--) {
    const best = bestWindow(cells, bits, MOST_SPELLINGS)
    if (best) return best
  }
  return undefined
}

/** More than these bits are worth nothing. */
const PLENTY = 24
const MOST_SPELLINGS = 1500
const LONGEST = 12

/** One place of a shape: the characters that may stand there, in lower case; or a stretch of unknown length. */
type Cell = { readonly characters: string } | { readonly min: number; readonly max: number }

/** The shape as sequences of cells, one for each way through its alternatives. */
function sequences(parts: readonly Part[]): readonly (readonly Cell[])[] {
  let all: (readonly Cell[])[] = [[]]
  for (const part of parts) {
    const ways = waysOf(part)
    all = all.length * ways.length > 100
      ? all.map(cells => [...cells, gap(part)])
      : all.flatMap(cells => ways.map(way => [...cells, ...way]))
  }
  return all
}

function waysOf(part: Part): readonly (readonly Cell[])[] {
  switch (part.kind) {
    case 'literal': return [Array.from(part.text.toLowerCase(), characters => ({ characters }))]
    case 'run': {
      const characters = [...new Set(part.alphabet.characters.toLowerCase())].join('')
      const edge = Math.min(2, part.min >> 1)
      const known: readonly Cell[] = Array.from({ length: edge }, () => ({ characters }))
      if (part.alphabet.padded) return [[...known, { min: Math.max(0, part.min - 2 - edge), max: part.max - edge }]]
      if (part.min === part.max && part.max <= 4) return [Array.from({ length: part.max }, () => ({ characters }))]
      return [[...known, { min: part.min - 2 * edge, max: part.max - 2 * edge }, ...known]]
    }
    case 'choice': return part.options.flatMap(sequences)
    case 'secret': return sequences(part.parts)
    case 'repeat': {
      if (part.max === 1 && part.min === 1) return sequences(part.parts)
      return part.max === 1 ? [[], ...sequences(part.parts)] : [[gap(part)]]
    }
  }
}

function gap(part: Part): Cell {
  const [min, max] = lengthOf([part])
  return { min, max }
}

interface Window {
  readonly cells: readonly { readonly characters: string }[]
  readonly before: readonly [number, number]
}

function bestWindow(cells: readonly Cell[], enough: number, mostSpellings: number): Window | undefined {
  const surprises = surprisesOf(cells)
  let best: Window | undefined
  let bestScore = 0
  let before: readonly [number, number] = [0, 0]
  for (let start = 0; start < cells.length; start++) {
    const window: { characters: string }[] = []
    let count = 1
    let surprise = 0
    for (let end = start; end < cells.length && window.length < LONGEST; end++) {
      const cell = cells[end]
      const bits = surprises[end] ?? 0
      if (!cell || !('characters' in cell) || (cell.characters.length > 1 && bits < WORTH_SPELLING)) break
      count *= cell.characters.length
      if (count > mostSpellings) break
      window.push(cell)
      surprise += bits
      // Each place where a match may begin before the keyword is one to try.
      const places = before[1] - before[0] + 1
      const score = Math.min(surprise, PLENTY) - 0.5 * Math.log2(count) - 0.1 * window.length - Math.log2(places)
      if (window.length > 1 && surprise >= enough && score > bestScore) {
        bestScore = score
        best = { cells: [...window], before }
      }
    }
    const cell = cells[start]
    if (cell) before = 'characters' in cell ? [before[0] + 1, before[1] + 1] : [before[0] + cell.min, before[1] + cell.max]
  }
  return best
}

function spellings(cells: readonly { readonly characters: string }[]): readonly string[] {
  return cells.reduce<readonly string[]>((texts, { characters }) => texts.flatMap(text => Array.from(characters, character => text + character)), [''])
}

/** -log2 of how often a character stands in source text, upper and lower case together. */
const BITS: Readonly<Record<string, number>> = {
  e: 3.5, t: 3.9, a: 4.1, i: 4.2, o: 4.2, n: 4.2, r: 4.2, s: 4.2, l: 4.7, c: 4.9, d: 4.9, u: 5.2, p: 5.2, m: 5.3, h: 5.5, f: 5.7, g: 5.8, b: 6, y: 6, v: 6.5, w: 6.5, k: 6.8,
  x: 7, j: 8, z: 8.5, q: 9, ' ': 3, '.': 5, '/': 5.3, '-': 5.5, ':': 5.6, '=': 5.6, '"': 5, _: 6,
}
const OTHER_BITS = 6.5
const REPEATED_BITS = 2
/** A set of characters is spelled out where each of its spellings says at least this much more. */
const WORTH_SPELLING = 1.4

/** Pairs of letters from the most frequent on: the second says little after the first. */
const PAIRS = `th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur ca el ta la ns di
  fo ho pe ec pr no ct us ac ot il tr ly nc et ut ss so rs un lo wa ge ie wh ee wi em ad ol rt po we na ul ni ts mo ow pa im mi ai sh ir su id os iv ia am fi ci vi pl ig tu ev ld ry mp
  fe bl ab gh ty op wo sa ay ex ke fr oo av ag if ap gr od bo sp rd do uc bu ei ov by rm ep tt oc fa ef cu rn sc gi da yo cr cl du ga qu ue ff ba ey ls va um pp ua up lu go ht ru ug ds
  lt pi rc rr eg au ck ew mu br bi pt ak pu ui rg ib tl ny ki rk ys ob mm fu ph og ms ye ud mb ip ub oi rl gu dr hr cc tw ft wn nu af hu nn eo vo rv`.split(/\s+/)
/** Words of the trade say less than their letters do. */
const COMMON = /https?:\/\/|www\.|\.com|\.net|\.io|api|keys?|token|test|live|secret|access|prod|project|console|organization|review|sandbox|client|services?|hooks?|user|stag|app|auth|rest|default|password|login|machine|value|name|package|version|resource|string|error|account|private|public|server|config/g
const COMMON_BITS = 5

/** For each cell the bits that it adds to those before it; 0 for a stretch of unknown length. */
function surprisesOf(cells: readonly Cell[]): readonly number[] {
  const text = cells.map(cell => ('characters' in cell && cell.characters.length === 1 ? cell.characters : ' ')).join('')
  const bits = cells.map((cell, index) => ('characters' in cell ? surpriseOf(cell.characters, text[index - 1] ?? ' ') : 0))
  for (const { 0: word, index } of text.matchAll(COMMON)) {
    const each = COMMON_BITS / word.length
    for (let at = index; at < index + word.length; at++) bits[at] = Math.min(bits[at] ?? 0, each)
  }
  return bits
}

function surpriseOf(characters: string, previous: string): number {
  if (characters.length > 1) return -Math.log2(Array.from(characters).reduce((sum, character) => sum + 2 ** -(BITS[character] ?? OTHER_BITS), 0))
  const own = BITS[characters] ?? OTHER_BITS
  if (characters === previous) return REPEATED_BITS
  const rank = PAIRS.indexOf(previous + characters)
  return rank === -1 ? own : Math.min(own, 2.5 + rank / 60)
}
