import { join, posix } from 'node:path'
import type { Document } from '../core/document.ts'
import { type Decoded, decodeText, encodeText } from '../core/encoding.ts'
import { escapePath, escapeText } from '../core/escape.ts'
import type { Fix } from '../core/fix.ts'
import type { Source, SourceEntry } from '../core/source.ts'
import { type FixPlan, planFixes } from '../engine/apply.ts'
import type { Reported, Siblings } from '../engine/check.ts'
import { unifiedDiff } from '../engine/diff.ts'
import { secretsIn } from '../engine/masking.ts'
import type { ScanOptions } from '../engine/scan.ts'
import { openProblems } from '../engine/suppression.ts'
import { openDocument } from '../formats/index.ts'
import { DIALECTS } from '../iac/index.ts'
import { writeFileAtomically } from '../sources/write.ts'

/** A file with the fixes that may be made in it. */
export interface Rewriting {
  readonly path: string
  readonly document: Document
  /** What is open in the file as it is. */
  readonly found: readonly Reported[]
  readonly plan: FixPlan
  readonly content: Uint8Array
  readonly decoded: Decoded
}

/** What became of a file that was to be changed. Sentences. */
export interface Rewritten {
  readonly warning?: string
  readonly failure?: string
}

/** Plans fixes of single files. */
export type Rewriter = (path: string, allows: (fix: Fix) => boolean) => Rewriting | { readonly failure: string }

/** Plans fixes of the files of a source, which is listed only where a file is judged with its siblings. */
export function rewriterOf(source: Source, options: ScanOptions): Rewriter {
  let listed: readonly SourceEntry[] | undefined
  const list = (): readonly SourceEntry[] => (listed ??= [...source.list()])
  return (path, allows) => {
    const content = source.readWhole({ path })
    if (!(content instanceof Uint8Array)) return { failure: `${content.reason}.` }
    const decoded = decodeText(content)
    if (!decoded) return { failure: 'it is not text.' }
    const document = openDocument(path, decoded.text)
    const siblings = siblingsOf(path, source, list)
    const find = (changed: Document): readonly Reported[] => openProblems(changed, options, siblings)
    const plan = planFixes(document, { open: openDocument, find, allows })
    if (plan.text !== decoded.text && !decoded.lossless) return { failure: `some of its bytes are no ${decoded.encoding.toUpperCase()}, and would be lost.` }
    return { path, document, found: find(document), plan, content, decoded }
  }
}

/** Why findings of a file have no fix at all, by line. */
export function declinedIn({ path, document: { lines }, found, plan: { applied, held, refused } }: Rewriting): readonly string[] {
  const known = new Set([...applied, ...held, ...refused].map(({ reported: { problem } }) => problem.range[0]))
  return found.flatMap(({ problem }) => {
    const reason = known.has(problem.range[0]) ? undefined : problem.declined?.()
    return reason === undefined ? [] : [`${escapePath(path)}:${lines.position(problem.range[0]).line}: ${escapeText(reason)}`]
  })
}

/** The change, with secrets masked; empty where nothing changes. */
export function diffOf({ path, document, plan }: Rewriting): string {
  return unifiedDiff(path, document.text, plan.text, secretsIn(document))
}

/** Makes the change; the file is left as it is where it holds something else by now. */
export function writeRewriting({ path, plan, content, decoded: { encoding, bom } }: Rewriting, root: string): Rewritten {
  let bytes: Uint8Array
  try {
    bytes = encodeText(plan.text, encoding, bom)
  } catch (error) {
    if (error instanceof RangeError) return { failure: error.message }
    throw error
  }
  const written = writeFileAtomically(join(root, path), bytes, { expected: content })
  if (!written.written) return { failure: written.reason }
  return written.warning === undefined ? {} : { warning: written.warning }
}

/** The files of the same directory that infrastructure is read from; small ones, as people write them. */
function siblingsOf(path: string, source: Source, list: () => readonly SourceEntry[]): Siblings | undefined {
  if (!DIALECTS.some(dialect => dialect.scope === 'directory' && dialect.reads(path))) return undefined
  const directory = posix.dirname(path)
  const documents = list().filter(entry => entry.path !== path && posix.dirname(entry.path) === directory).flatMap(entry => {
    const content = DIALECTS.some(dialect => dialect.reads(entry.path)) ? source.readWhole(entry) : undefined
    const text = content instanceof Uint8Array ? decodeText(content)?.text : undefined
    return text === undefined ? [] : [openDocument(entry.path, text)]
  })
  return { documents, complete: source.covers?.(directory === '.' ? '' : directory) ?? false }
}
