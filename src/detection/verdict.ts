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
export function judge({ kind, features, by, weak }: Pick<Suspect, 'kind' | 'features' | 'by' | 'weak'>): Verdict {
  if (NEVER[by].has(kind)) return { confidence: 'none', score: -Infinity, evidence: [{ name: `is ${kind}`, weight: -Infinity }] }
  const evidence = features.flatMap(name => (WEIGHTS[name] ? [{ name, weight: WEIGHTS[name] }] : []))
  const score = evidence.reduce((sum, { weight }) => sum + weight, 0)
  const confidence = confidenceOf(score, THRESHOLDS[by])
  return { confidence: weak && confidence !== 'none' ? 'low' : confidence, score, evidence: evidence.toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight)) }
}

function confidenceOf(score: number, { high, medium, low }: Readonly<Record<Confidence, number>>): Confidence | 'none' {
  return score >= high ? 'high' : score >= medium ? 'medium' : score >= low ? 'low' : 'none'
}
