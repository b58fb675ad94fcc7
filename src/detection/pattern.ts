import { createRequire } from 'node:module'
import type { AST } from '@eslint-community/regexpp'
import type * as Regexpp from '@eslint-community/regexpp'
import type { Alphabet } from './alphabet.ts'
import type { Part } from './shape.ts'

const require = createRequire(import.meta.url)

/**
 * A regular expression as the parts of a shape, so that what is derived from shapes (keywords, lengths, the bound on its time) is derived from it too. Undefined where it
 * can match without bound or refers back. Assertions count for nothing. Throws a `SyntaxError` for what is no regular expression.
 */
export function partsOfPattern(pattern: string): readonly Part[] | undefined {
  const { RegExpParser } = require('@eslint-community/regexpp') as typeof Regexpp
  return optionsOf(new RegExpParser({ ecmaVersion: 2023 }).parsePattern(pattern).alternatives)
}

function optionsOf(alternatives: readonly AST.Alternative[]): readonly Part[] | undefined {
  const options = alternatives.map(({ elements }) => sequenceOf(elements))
  const [first] = options
  if (options.length === 1 && first) return first
  return options.every(option => option !== undefined) ? [{ kind: 'choice', options }] : undefined
}

function sequenceOf(elements: readonly AST.Element[]): readonly Part[] | undefined {
  const parts: Part[] = []
  for (const element of elements) {
    const part = partsOf(element)
    if (!part) return undefined
    parts.push(...part)
  }
  return parts
}

function partsOf(element: AST.Element): readonly Part[] | undefined {
  switch (element.type) {
    case 'Assertion': return []
    case 'Group':
    case 'CapturingGroup': return optionsOf(element.alternatives)
    case 'Character': return [{ kind: 'literal', text: String.fromCodePoint(element.value) }]
    case 'CharacterClass':
    case 'CharacterSet': return [runOf(element, 1, 1)]
    case 'Quantifier': return quantified(element)
    default: return undefined
  }
}

function quantified({ element, min, max }: AST.Quantifier): readonly Part[] | undefined {
  if (max > 16_384) return undefined
  if (element.type === 'CharacterClass' || element.type === 'CharacterSet' || element.type === 'Character') return [runOf(element, min, max)]
  const parts = partsOf(element)
  return parts && [{ kind: 'repeat', parts, min, max }]
}

/** The characters of ASCII that a single-character element matches, found by asking it. */
function runOf({ raw }: AST.Element, min: number, max: number): Part {
  const matcher = new RegExp(raw)
  const characters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).filter(character => matcher.test(character)).join('')
  const alphabet: Alphabet = { characters, sample: characters, padded: false }
  return { kind: 'run', alphabet, min, max }
}
