import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { decodeText, encodeText } from '../core/encoding.ts'
import { escapePath } from '../core/escape.ts'
import type { Addition, Fix } from '../core/fix.ts'
import type { ProjectFacts } from '../core/rule.ts'
import { unifiedDiff } from '../engine/diff.ts'
import { secretsIn } from '../engine/masking.ts'
import { openDocument } from '../formats/index.ts'
import { lineEnd } from '../lookups/layout.ts'
import { sampleNames } from '../lookups/sample.ts'
import { readFileWhole } from '../sources/file.ts'
import { writeFileAtomically } from '../sources/write.ts'

/** Bytes of the largest file that is added to. */
const LIMIT = 1024 * 1024

/** The names of the variables that stand in place of secrets, for the file that shows which ones a project needs. */
export function variableNames(path: string, fixes: readonly Fix[], project: ProjectFacts): readonly Addition[] {
  const names = fixes.flatMap(({ moves = [] }) => moves.flatMap(({ variable }) => variable ?? []))
  return sampleNames(names, project).filter(addition => addition.path !== path)
}

/** Adds lines to files of a project, each once. */
export class Additions {
  readonly #root: string
  readonly #write: boolean
  readonly #texts = new Map<string, { readonly before: string; after: string }>()

  /** @param write Else what would be is only kept for the diff. */
  constructor(root: string, write: boolean) {
    this.#root = root
    this.#write = write
  }

  /** Adds what is missing. Gives sentences on what could not be added. */
  add(additions: readonly Addition[]): readonly string[] {
    const paths = [...new Set(additions.map(({ path }) => path))]
    return paths.flatMap(path => {
      const lines = additions.filter(addition => addition.path === path).map(({ line }) => line)
      const reason = this.#addTo(path, lines)
      return reason === undefined ? [] : [`\`${escapePath(path)}\` does not have ${lines.map(line => `\`${line}\``).join(', ')}: ${reason}`]
    })
  }

  /** Files that were added to, or would be. */
  get paths(): readonly string[] {
    return [...this.#texts.keys()]
  }

  /** What was added, or would be, with secrets masked. */
  diff(): string {
    return [...this.#texts].map(([path, { before, after }]) => unifiedDiff(path, before, after, secretsIn(openDocument(path, before)))).join('')
  }

  #addTo(path: string, lines: readonly string[]): string | undefined {
    const file = join(this.#root, path)
    const bytes = lstatSync(file, { throwIfNoEntry: false }) ? readFileWhole(file, LIMIT) : undefined
    if (bytes && !(bytes instanceof Uint8Array)) return bytes.kind === 'policy' ? 'it is no regular file.' : `${bytes.reason}.`
    const decoded = bytes ? decodeText(bytes) : { text: '', encoding: 'utf-8' as const, bom: false, lossless: true }
    if (!decoded?.lossless) return 'it is not text that could be written again as it is.'
    const known = this.#texts.get(path) ?? { before: decoded.text, after: decoded.text }
    const before = this.#write ? decoded.text : known.after
    const after = withLines(before, lines)
    if (after === before) return undefined
    if (this.#write) {
      const written = writeFileAtomically(file, encodeText(after, decoded.encoding, decoded.bom), { expected: bytes })
      if (!written.written) return written.reason
    }
    this.#texts.set(path, { before: known.before, after })
    return undefined
  }
}

/** A text with those lines at its end that it has not. */
export function withLines(text: string, lines: readonly string[]): string {
  const held = text.split(/\r\n|\n|\r/).map(line => line.trim())
  const missing = [...new Set(lines)].filter(line => !held.some(one => (line.endsWith('=') ? one.replace(/^#?\s*(?:export\s+)?/, '').replace(/\s*=/, '=').startsWith(line) : one === line)))
  if (missing.length === 0) return text
  const eol = lineEnd(text)
  return `${text}${text === '' || /[\r\n]$/.test(text) ? '' : eol}${missing.join(eol)}${eol}`
}
