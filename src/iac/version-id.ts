import type { Range } from '../core/text.ts'
import { type Node, type Scalar, sourceRange } from '../core/tree.ts'

/** Stands for what a file does not decide; it may hold colons or not, but is one part. */
const HOLE = '\u0000'

/** Colons within an ARN of a secret. */
const ARN_PARTS = 7

/** Where a text names one version of a secret, in the source: the id alone, and the id with the colons that are of no use without it. */
export interface PinnedVersion {
  readonly id: string
  readonly range: Range
  readonly removal: Range
}

/** The version ids in the dynamic references of a text, which may have holes. */
export function* pinnedReferences(node: Node): Generator<PinnedVersion> {
  const { text, parts } = partsOf(node)
  for (const match of text.matchAll(/\{\{resolve:secretsmanager:([^{}]*)\}\}/g)) {
    const end = match.index + match[0].length - 2
    const pinned = versionIn(match[1] ?? '', end - (match[1] ?? '').length, 1, parts)
    if (pinned) yield pinned
  }
}

/** The version id of an ECS `valueFrom`: `arn:…:secret:name-AbCdEf:key:stage:version`. */
export function pinnedValueFrom(node: Node): PinnedVersion | undefined {
  const { text, parts } = partsOf(node)
  if (!text.startsWith(HOLE) && !text.includes(':secretsmanager:')) return undefined
  return versionIn(text, 0, 0, parts)
}

interface Part {
  readonly scalar: Scalar
  readonly at: number
}

/** @param marks How many parts stand between the id of the secret and the JSON key. */
function versionIn(text: string, at: number, marks: number, parts: readonly Part[]): PinnedVersion | undefined {
  const fields = text.split(':')
  const own = fields[0] === 'arn' ? ARN_PARTS : 1
  const [id, more] = fields.slice(own + marks + 2)
  if (id === undefined || id === '' || more !== undefined || id.includes(HOLE)) return undefined
  const end = at + text.length
  const start = end - id.length
  const used = text.slice(0, text.length - id.length).replace(/:+$/, '').length
  // ECS wants the colons of all parts or of none.
  const removal = sourceOf(parts, [marks > 0 ? at + used : start, end])
  const range = sourceOf(parts, [start, end])
  return range && removal ? { id, range, removal } : undefined
}

function sourceOf(parts: readonly Part[], [start, end]: Range): Range | undefined {
  const part = parts.find(({ scalar, at }) => at <= start && end <= at + String(scalar.value).length)
  return part && sourceRange(part.scalar, [start - part.at, end - part.at])
}

function partsOf(node: Node): { readonly text: string; readonly parts: readonly Part[] } {
  const parts: Part[] = []
  let text = ''
  for (const own of node.kind === 'call' && node.callee === 'template' ? node.arguments : [node]) {
    if (own.kind === 'scalar') parts.push({ scalar: own, at: text.length })
    text += own.kind === 'scalar' ? String(own.value) : HOLE
  }
  return { text, parts }
}
