import type { Evidence } from '../core/credential.ts'
import { escapeText } from '../core/escape.ts'
import { NEVER } from '../detection/evidence/kind.ts'
import { THRESHOLDS } from '../detection/weights.ts'
import type { Candidate } from './candidates.ts'

/** What a piece of evidence is about, by words of its name; the first that fits. */
const TOPICS: readonly (readonly [topic: string, names: RegExp])[] = [
  ['form', /^has /],
  ['place', /place: |^in /],
  ['binding', /bound by|^quoted|^bare|^opens/],
  ['name and value', /^named [^,]* and is /],
  ['name', /^(?:named|name) /],
  ['value', /^(?:is|length|made of|entropy|surprise|familiar)\b/],
]

/** What a candidate was taken for, each piece of evidence with its weight, their sum, and the confidence that follows from it; a line each. */
export function weighingLines({ suspect: { kind, by, weak, plain }, verdict: { score, evidence, confidence }, name, reading }: Candidate): readonly string[] {
  const bound = name === undefined ? [] : [`its name \`${escapeText(name)}\` promises ${promiseOf(reading)}`]
  const read = [by === 'form' ? 'found by a provider’s form' : 'found by its name', ...bound, `its value is: ${kind}`].join('; ')
  if (NEVER[by].has(kind)) return [`${read}.`]
  const { low, medium, high } = THRESHOLDS[by]
  const bent = weak && confidence !== 'none' ? [', held to low: a hint at most where it stands'] : plain && score < medium ? [', raised to medium: what people choose as a password, under that name'] : []
  return [
    `${read}.`,
    ...groups(evidence).map(([topic, pieces]) => `${signed(sum(pieces)).padStart(6)}  ${topic}: ${pieces.map(piece => `${piece.name} ${signed(piece.weight)}`).join(', ')}`),
    `${signed(score).padStart(6)}  in all; low from ${signed(low)}, medium from ${signed(medium)}, high from ${signed(high)}: ${confidence === 'none' ? 'no confidence' : `${confidence} confidence`}${bent.join('')}`,
  ]
}

function promiseOf(reading: Candidate['reading']): string {
  if (reading?.subject === undefined) return 'nothing'
  return reading.role === 'value' ? `a ${reading.subject}` : `no ${reading.subject} itself (${reading.role})`
}

/** The topics from the heaviest to the lightest; within each as the evidence is sorted. */
function groups(evidence: readonly Evidence[]): readonly (readonly [string, readonly Evidence[]])[] {
  const grouped = new Map<string, Evidence[]>()
  for (const piece of evidence) {
    const topic = TOPICS.find(([, names]) => names.test(piece.name))?.[0] ?? 'to begin with'
    grouped.set(topic, [...(grouped.get(topic) ?? []), piece])
  }
  return [...grouped].toSorted(([, one], [, other]) => Math.abs(sum(other)) - Math.abs(sum(one)))
}

function sum(evidence: readonly Evidence[]): number {
  return evidence.reduce((total, { weight }) => total + weight, 0)
}

function signed(number: number): string {
  return `${number < 0 ? '−' : '+'}${Math.abs(number).toFixed(2)}`
}
