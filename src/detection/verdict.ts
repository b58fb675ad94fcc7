import type { Evidence } from '../core/credential.ts'
import type { Confidence } from '../core/finding.ts'
import type { Candidate } from './evidence/features.ts'
import type { Kind } from './evidence/kind.ts'
import type { NameReading } from './names.ts'
import { featuresOf } from './evidence/features.ts'
import { NEVER } from './evidence/kind.ts'
import { placesOfPath } from './evidence/place.ts'
import { BIAS, FORM_WEIGHTS, THRESHOLDS, WEIGHTS } from './weights.ts'

export interface Verdict {
  readonly confidence: Confidence | 'none'
  /** Logarithm of the odds, as fitted; 0 is even. */
  readonly score: number
  /** From strongest to weakest. */
  readonly evidence: readonly Evidence[]
}

/** Weighs what was found by its name. */
export function judge(candidate: Candidate): Verdict {
  if (NEVER.has(candidate.kind)) return { confidence: 'none', score: -Infinity, evidence: [{ name: `is ${candidate.kind}`, weight: -Infinity }] }
  return weigh(featuresOf(candidate), WEIGHTS, BIAS)
}

/** What was found by a provider's form. */
export interface FormCandidate {
  readonly kind: Kind
  readonly checksum: 'valid' | 'invalid' | undefined
  /** Whether the form says too little alone, and needed a word of the provider beside it. */
  readonly near: boolean
  readonly name: NameReading
  readonly path: string
}

/** Weighs what was found by its form. */
export function judgeForm({ kind, checksum, near, name, path }: FormCandidate): Verdict {
  if (kind === 'documentation' || kind === 'already fixed') return { confidence: 'none', score: -Infinity, evidence: [{ name: `is ${kind}`, weight: -Infinity }] }
  return weigh([
    near ? 'has a form and a word beside it' : 'has a form of its own', ...(checksum ? [`has a checksum that is ${checksum}`] : []), `is ${kind}`, `bound to ${name.role}`,
    ...[...placesOfPath(path)].map(place => `place: ${place}`),
  ], FORM_WEIGHTS, 0)
}

function weigh(features: readonly string[], weights: Readonly<Record<string, number>>, bias: number): Verdict {
  const evidence = features.flatMap(name => (weights[name] ? [{ name, weight: weights[name] }] : []))
  const score = evidence.reduce((sum, { weight }) => sum + weight, bias)
  return { confidence: confidenceOf(score), score, evidence: evidence.toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight)) }
}

function confidenceOf(score: number): Confidence | 'none' {
  return score >= THRESHOLDS.high ? 'high' : score >= THRESHOLDS.medium ? 'medium' : score >= THRESHOLDS.low ? 'low' : 'none'
}
