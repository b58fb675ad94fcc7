import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Automaton } from '../dist/src/detection/prefilter.js'
import { pack, unpack } from '../dist/src/detection/packed.js'
import { arraysOf, automatonOf, buildAutomaton, scanBytes, scanText } from '../dist/src/detection/prefilter.js'

/** Keywords and texts over few letters, so that they overlap, nest and meet often. */
const keywords = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'C', '_', '-'), minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12, selector: text => text.toLowerCase() })
const text = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'B', 'c', '_', '-', 'é', ' '), maxLength: 80 })

describe('the automaton', () => {
  test('finds what a search for each keyword finds', () => {
    fc.assert(fc.property(keywords, text, (words, content) => {
      const latin1 = Buffer.from(content, 'latin1')
      const automaton = buildAutomaton(words)
      expect(hitsOf(automaton, hits => scanBytes(automaton, latin1, 0, latin1.length, hits))).toEqual(naive(words, content))
      expect(hitsOf(automaton, hits => scanText(automaton, content, 0, content.length, hits))).toEqual(naive(words, content))
    }))
  })

  test('finds the same piece by piece', () => {
    fc.assert(fc.property(keywords, text, fc.integer({ min: 1, max: 9 }), (words, content, piece) => {
      const bytes = Buffer.from(content, 'latin1')
      const automaton = buildAutomaton(words)
      const found: string[] = []
      for (let from = 0; from < bytes.length; from += piece) {
        found.push(...hitsOf(automaton, hits => scanBytes(automaton, bytes, from, Math.min(bytes.length, from + piece), hits)))
      }
      expect(found.sort()).toEqual(naive(words, content))
    }))
  })

  test('is the same after packing', () => {
    fc.assert(fc.property(keywords, words => {
      const automaton = buildAutomaton(words)
      expect(automatonOf(unpack(pack(arraysOf(automaton))))).toEqual(automaton)
    }))
  })

  test('is the same from bytes that begin anywhere', () => {
    const automaton = buildAutomaton(['secret', 'token'])
    const packed = pack(arraysOf(automaton))
    const shifted = new Uint8Array(packed.length + 1)
    shifted.set(packed, 1)
    expect(automatonOf(unpack(shifted.subarray(1)))).toEqual(automaton)
  })

  test('without keywords finds nothing', () => {
    const automaton = buildAutomaton([])
    expect(scanText(automaton, 'anything', 0, 8, new Int32Array(16))).toBe(0)
  })
})

function hitsOf({ firstFinal, outputStarts, outputs, lengths }: Automaton, scan: (hits: Int32Array) => number): readonly string[] {
  const hits = new Int32Array(400)
  const count = scan(hits)
  const found: string[] = []
  for (let index = 0; index < count; index += 2) {
    const end = hits[index] ?? 0
    const final = (hits[index + 1] ?? 0) - firstFinal
    for (const keyword of outputs.subarray(outputStarts[final], outputStarts[final + 1])) found.push(`${keyword}@${end - (lengths[keyword] ?? 0)}`)
  }
  return found.sort()
}

function naive(words: readonly string[], content: string): readonly string[] {
  const folded = content.toLowerCase()
  const found: string[] = []
  words.forEach((word, keyword) => {
    for (let at = folded.indexOf(word.toLowerCase()); at !== -1; at = folded.indexOf(word.toLowerCase(), at + 1)) found.push(`${keyword}@${at}`)
  })
  return found.sort()
}
