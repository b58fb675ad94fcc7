import type { FormMatch } from './match.ts'
import { type NameReading, readName } from './names.ts'
import { featuresOf, formFeaturesOf } from './evidence/features.ts'
import { NEVER, kindOf } from './evidence/kind.ts'
import { THRESHOLDS, WEIGHTS } from './weights.ts'

/**
 * What the binding, the language and the place can add at most to the score that name and value have alone. Of what `detect` reports on the labelled repositories, under one in a
 * thousand gains more; `bench/detection.mjs` prints it.
 */
const MARGIN = 2

/** Evidence of where a value stands: the prefilter does not know it. */
const CIRCUMSTANCE = / in (?:code|config|markup|text)\b|bound by|place: |^in /

/** Whether a value under a name could be reported at all, wherever it stands: what is worth the time of a lexer. */
export function isPromising(value: string, spoken: string, name: NameReading, quote: string): boolean {
  const kind = kindOf(value, spoken, quote, false)
  if (NEVER.name.has(kind)) return false
  const features = featuresOf({ value, kind, name, binding: 'assignment', quote, family: 'code', path: '' })
  return scoreOf(features) >= THRESHOLDS.name.low - MARGIN
}

function scoreOf(features: readonly string[]): number {
  return features.reduce((sum, feature) => (CIRCUMSTANCE.test(feature) ? sum : sum + (WEIGHTS[feature] ?? 0)), 0)
}

const UNNAMED = readName('')

/** The same of what was found by its form: a path of a URL can have the form of a key. */
export function isPromisingForm({ detector: { role, near }, range, checksum }: FormMatch, text: string): boolean {
  const kind = kindOf(text.slice(...range), undefined, '"', false)
  if (NEVER.form.has(kind)) return false
  const features = formFeaturesOf({ kind, checksum, role, near: near !== undefined, name: UNNAMED, path: '' })
  return scoreOf(features) >= THRESHOLDS.form.low - MARGIN
}
