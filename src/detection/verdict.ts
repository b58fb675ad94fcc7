import type { Evidence } from '../core/credential.ts'
import type { Confidence } from '../core/finding.ts'
import type { Suspect } from './suspect.ts'
import { NEVER } from './evidence/kind.ts'
import { THRESHOLDS, WEIGHTS } from './weights.ts'

export interface Verdict {
  readonly confidence: Confidence | 'none'
  /** Logarithm of the odds, as fitted; 0 is even. */
  readonly score: number
  /** From strongest to weakest. */
  readonly evidence: readonly Evidence[]
}

/** Weighs the evidence. What is found by its form and what is found by its name have thresholds of their own. */
export function judge({ kind, features, by, weak, plain }: Pick<Suspect, 'kind' | 'features' | 'by' | 'weak' | 'plain'>): Verdict {
  if (NEVER[by].has(kind)) return { confidence: 'none', score: -Infinity, evidence: [{ name: `is ${kind}`, weight: -Infinity }] }
  const evidence = features.flatMap(name => {
    const weight = WEIGHTS[name]
    return weight && !(weight < 0 && by === 'name' && RANDOM.has(kind) && name.includes('bound by')) ? [known(name, weight)] : []
  })
  const score = evidence.reduce((sum, { weight }) => sum + weight, 0)
  const weighed = confidenceOf(score, THRESHOLDS[by])
  const confidence = plain && (weighed === 'none' || weighed === 'low') ? 'medium' : weighed
  return { confidence: weak && confidence !== 'none' ? 'low' : confidence, score, evidence: evidence.toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight)) }
}

const pieces = new Map<string, Evidence>()

/** One object for each piece of evidence, however many credentials share it. */
function known(name: string, weight: number): Evidence {
  let piece = pieces.get(name)
  if (!piece) pieces.set(name, (piece = { name, weight }))
  return piece
}

/** How a value is bound speaks against words, which stand behind `??` and in calls as labels do; nobody writes what is random as a label. */
const RANDOM: ReadonlySet<Suspect['kind']> = new Set<Suspect['kind']>(['random', 'hexadecimal', 'mixed password'])

function confidenceOf(score: number, { high, medium, low }: Readonly<Record<Confidence, number>>): Confidence | 'none' {
  return score >= high ? 'high' : score >= medium ? 'medium' : score >= low ? 'low' : 'none'
}
