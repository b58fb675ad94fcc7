import type { Credential } from '../core/credential.ts'
import type { Document } from '../core/document.ts'
import type { Confidence } from '../core/finding.ts'
import type { Literal } from '../core/literal.ts'
import type { Range } from '../core/text.ts'
import type { Suspect } from './suspect.ts'
import { Secret } from '../core/secret.ts'
import { overlaps } from '../core/text.ts'
import { grouped } from './group.ts'
import { pairByForm } from './pair.ts'
import { suspectsIn } from './suspect.ts'
import { judge } from './verdict.ts'

const RANK: Readonly<Record<Confidence, number>> = { low: 1, medium: 2, high: 3 }
const known = new WeakMap<Document, readonly Credential[]>()

/** The credentials in a document, of every confidence, sorted by place and without overlaps. Computed once for a document. */
export function detect(document: Document): readonly Credential[] {
  let found = known.get(document)
  if (!found) known.set(document, (found = joined(withoutOverlaps(suspectsIn(document).flatMap(suspect => judged(suspect, document))), document)))
  return found
}

/** Put together: what alone says little becomes sure beside its other half, and what makes one secret is one group. */
function joined(found: readonly Credential[], document: Document): readonly Credential[] {
  if (found.length === 0) return found
  const { credentials, bonds } = pairByForm(found, document)
  return grouped(credentials, bonds, document)
}

function judged(suspect: Suspect, { text }: Document): Credential[] {
  const { confidence, evidence } = judge(suspect)
  if (confidence === 'none') return []
  const { range, literal, detector, value } = suspect
  return [{ ...detector, confidence, range, secret: new Secret(value ?? secretOf(literal, range, text)), ...(literal && { literal }), evidence }]
}

/** The secret as the program sees it, where a literal holds nothing else; else as written. */
function secretOf(literal: Literal | undefined, range: Range, text: string): string {
  return literal?.content[0] === range[0] && literal.content[1] === range[1] ? literal.value : text.slice(...range)
}

/** Of two that overlap, the surer stays; of two equally sure the one with a provider's form, then the shorter. */
function withoutOverlaps(found: readonly Credential[]): readonly Credential[] {
  const kept: Credential[] = []
  for (const each of found.toSorted((one, other) => one.range[0] - other.range[0])) {
    const last = kept.at(-1)
    if (!last || !overlaps(last.range, each.range)) kept.push(each)
    else kept[kept.length - 1] = isStronger(each, last) ? named(each, last) : named(last, each)
  }
  return kept
}

/** The surer as the provider calls it, where only the other knows. */
function named(surer: Credential, other: Credential): Credential {
  const isSame = surer.range[0] === other.range[0] && surer.range[1] === other.range[1]
  const { detector, name, severity } = other
  return isSame && isGeneric(surer) && !isGeneric(other) && other.role === 'secret' ? { ...surer, detector, name, severity } : surer
}

function isGeneric({ detector }: Credential): boolean {
  return detector.startsWith('generic-')
}

function isStronger(one: Credential, other: Credential): boolean {
  const length = ({ range }: Credential): number => range[1] - range[0]
  return (RANK[one.confidence] - RANK[other.confidence] || Number(isGeneric(other)) - Number(isGeneric(one)) || length(other) - length(one)) > 0
}
