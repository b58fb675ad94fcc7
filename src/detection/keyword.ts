import type { Part } from './shape.ts'
import { lengthOf } from './compile.ts'

/** A text that every match of a shape holds, and how far after the match's beginning it may stand. In lower case. */
export interface Keyword {
  readonly text: string
  readonly before: readonly [min: number, max: number]
}

/** Keywords of which every match holds one; undefined where the shape says too little to find it by. */
export function keywordsOf(parts: readonly Part[]): readonly Keyword[] | undefined {
  const keywords = new Map<string, Keyword>()
  for (const cells of sequences(parts)) {
    const best = bestWindow(cells, ENOUGH) ?? bestWindow(cells, LEAST)
    if (!best) return undefined
    for (const text of spellings(best.cells)) {
      const known = keywords.get(text)
      const [min, max] = best.before
      keywords.set(text, { text, before: known ? [Math.min(min, known.before[0]), Math.max(max, known.before[1])] : [min, max] })
    }
  }
  return keywords.size <= MOST_SPELLINGS ? [...keywords.values()] : undefined
}

/** Bits of surprise that a keyword should have, so that few files hold it by chance, and must have. */
const ENOUGH = 12
const LEAST = 9
/** More than these bits are worth nothing. */
const PLENTY = 22
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
    case 'literal': return [[...part.text.toLowerCase()].map(characters => ({ characters }))]
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

function bestWindow(cells: readonly Cell[], enough: number): Window | undefined {
  let best: Window | undefined
  let bestScore = 0
  let before: readonly [number, number] = [0, 0]
  for (let start = 0; start < cells.length; start++) {
    const window: { characters: string }[] = []
    let count = 1
    for (let end = start; end < cells.length && window.length < LONGEST; end++) {
      const cell = cells[end]
      if (!cell || !('characters' in cell)) break
      count *= cell.characters.length
      if (count > MOST_SPELLINGS) break
      window.push(cell)
      const surprise = bitsOf(window)
      const score = Math.min(surprise, PLENTY) - 0.5 * Math.log2(count) - 0.1 * window.length
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
  return cells.reduce<readonly string[]>((texts, { characters }) => texts.flatMap(text => [...characters].map(character => text + character)), [''])
}

/** -log2 of how often a character stands in source text, upper and lower case together. */
const BITS: Readonly<Record<string, number>> = {
  e: 3.5, t: 3.9, a: 4.1, i: 4.2, o: 4.2, n: 4.2, r: 4.2, s: 4.2, l: 4.7, c: 4.9, d: 4.9, u: 5.2, p: 5.2, m: 5.3, h: 5.5, f: 5.7, g: 5.8, b: 6, y: 6, v: 6.5, w: 6.5, k: 6.8,
  x: 7, j: 8, z: 8.5, q: 9, '.': 5, '/': 5.3, '-': 5.5, ':': 5.6, '=': 5.6, '"': 5, _: 6,
}
const OTHER_BITS = 6.5
/** Words that say less than their letters do, and beginnings of them. */
const COMMON = /https?:?\/?\/?|www\.?|\.com|\.net|\.io|api|keys?|token|test|live|secr(?:et)?|acces?s?|produ?c?|project|console|organi|review|sandbox|client|servi?c?e?s?|hooks?|user|stage|app|auth/g
const COMMON_BITS = 5
/** Letters make words, so each says less than its share. */
const WORDINESS = 0.75

function bitsOf(cells: readonly { readonly characters: string }[]): number {
  let bits = 0
  let text = ''
  for (const { characters } of cells) {
    const frequency = [...characters].reduce((sum, character) => sum + 2 ** -(BITS[character] ?? OTHER_BITS), 0)
    bits -= Math.log2(frequency) * (/^[a-z]$/.test(characters) ? WORDINESS : 1)
    text += characters.length === 1 ? characters : ' '
  }
  for (const { 0: word } of text.matchAll(COMMON)) bits += Math.min(0, COMMON_BITS - [...word].reduce((sum, character) => sum + (BITS[character] ?? OTHER_BITS), 0))
  return bits
}
