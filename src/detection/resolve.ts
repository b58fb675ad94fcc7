import type { Range } from '../core/text.ts'
import type { FormMatch } from './match.ts'
import { overlaps } from '../core/text.ts'

/** Of matches that overlap only the best stays: a valid checksum, then the most written out, then whose word stands near, then none that is broken, then the longest, then the nearest word. */
export function bestOfEach(matches: readonly FormMatch[]): readonly FormMatch[] {
  const kept: FormMatch[] = []
  let cluster: FormMatch[] = []
  let end = 0
  for (const match of matches.toSorted((one, other) => one.range[0] - other.range[0])) {
    if (match.range[0] >= end) {
      kept.push(...bestOf(cluster))
      cluster = []
    }
    cluster.push(match)
    end = Math.max(end, match.range[1])
  }
  return [...kept, ...bestOf(cluster)]
}

/** The best of matches each of which overlaps the next, in the order of the text. */
function bestOf(cluster: readonly FormMatch[]): readonly FormMatch[] {
  if (cluster.length < 2) return cluster
  const kept: FormMatch[] = []
  for (const match of cluster.toSorted(byWorth)) {
    if (!kept.some(({ range }) => overlaps(range, match.range))) kept.push(match)
  }
  return kept.sort((one, other) => one.range[0] - other.range[0])
}

/** Of two providers who write their keys alike it is the one who is spoken of. */
function byWorth(one: FormMatch, other: FormMatch): number {
  return Number(other.checksum === 'valid') - Number(one.checksum === 'valid')
    || other.detector.specificity - one.detector.specificity
    || Number(other.near !== undefined) - Number(one.near !== undefined)
    || Number(one.checksum === 'invalid') - Number(other.checksum === 'invalid')
    || length(other) - length(one)
    || (other.near?.[1] ?? 0) - (one.near?.[1] ?? 0)
    || length({ range: other.near ?? [0, 0] }) - length({ range: one.near ?? [0, 0] })
}

function length({ range }: { readonly range: Range }): number {
  return range[1] - range[0]
}
