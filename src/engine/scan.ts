import type { Finding, Report, Unparsed, Unread } from '../core/finding.ts'
import type { ProjectFacts } from '../core/rule.ts'
import type { Source, SourceEntry } from '../core/source.ts'
import { decodeText } from '../core/encoding.ts'
import { gateBytes, gatePath, gateText, wantedOf } from '../detection/gate.ts'
import { languageOf } from '../lexer/languages.ts'
import type { ActiveRule } from './settings.ts'
import type * as Judging from './judge.ts'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Bytes of the one buffer that files are read into; a larger file has a buffer of its own. */
const BUFFER = 4 * 1024 * 1024

export interface ScanOptions {
  /** Asked for when the first file is worth reading. */
  readonly active: () => readonly ActiveRule[]
  readonly project: (path: string) => ProjectFacts
  /** `YYYY-MM-DD`, for directives that end on a day. */
  readonly today: string
  /** Whether comments of the scanned files may silence findings. */
  readonly directives: boolean
  /** Whether fixes are made, for reports that hold them, and not only named. */
  readonly fixes?: boolean
  /** Called after each file, with how many were read. */
  readonly onProgress?: (files: number) => void
}

/** Reads every file of a source once and says what is wrong in it. */
export function scan(source: Source, options: ScanOptions): Report {
  const started = performance.now()
  const buffer = new Uint8Array(BUFFER)
  const skipped = new Map<string, number>()
  const unread: Unread[] = []
  const unparsed: Unparsed[] = []
  const infrastructure: SourceEntry[] = []
  const seen: SourceEntry[] = []
  const halves: SourceEntry[] = []
  let findings: Finding[] = []
  let judging: typeof Judging | undefined
  let files = 0
  let bytes = 0

  const load = (): typeof Judging => (judging ??= require('./judge.js') as typeof Judging)
  const contents = (entry: SourceEntry): Uint8Array | undefined => {
    let read = source.read(entry, buffer)
    if (typeof read === 'number' && read > buffer.length) {
      const whole = source.readWhole(entry)
      if (whole instanceof Uint8Array) return whole
      read = whole
    }
    if (typeof read === 'number') return buffer.subarray(0, read)
    if (read.kind === 'policy') skipped.set(read.reason, (skipped.get(read.reason) ?? 0) + 1)
    else unread.push({ path: entry.path, reason: read.reason })
    return undefined
  }

  for (const entry of source.list()) {
    const content = contents(entry)
    if (!content) continue
    const hit = prefilter(entry, content)
    if (!hit) {
      skipped.set('binary', (skipped.get('binary') ?? 0) + 1)
      continue
    }
    files++
    bytes += content.length
    seen.push(entry)
    options.onProgress?.(files)
    if (hit.text === undefined) continue
    if (load().isTooDense(hit.text)) {
      unread.push({ path: entry.path, reason: 'it holds more than a million strings' })
      continue
    }
    try {
      const judged = load().judge(load().open(entry.path, hit.text), hit.flags, options, source.changed?.(entry))
      findings.push(...judged.findings)
      unread.push(...judged.limits.map(reason => ({ path: entry.path, reason })))
      if (judged.unparsed) unparsed.push(judged.unparsed)
      if (judged.directory) infrastructure.push(entry)
      if (judged.half) halves.push(entry)
    } catch {
      // One file that meets a bug of ours must not cost the findings of all others; what the error says may quote the file.
      unread.push({ path: entry.path, reason: 'this is a bug in unhardcode' })
    }
  }

  const read = (entry: SourceEntry): string | undefined => {
    const content = contents(entry)
    return content && decodeText(content)?.text
  }
  if (infrastructure.length > 0) {
    const judged = load().judgeDirectories(infrastructure, seen, source, read, options)
    findings.push(...judged.findings)
    unread.push(...judged.unread)
  }

  if (halves.length > 0) findings = [...load().judgeTogether(halves, seen, findings, source, read, options)]
  const within = new Set(seen.flatMap(entry => (entry.within ? [entry.path] : [])))
  if (within.size > 0) findings = findings.map(finding => (within.has(finding.path) ? withoutFixes(finding) : finding))

  if (findings.length > 0) unread.push(...load().crowdedFiles(findings))
  for (const [reason, count] of source.skipped) skipped.set(reason, (skipped.get(reason) ?? 0) + count)
  findings.sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : one.range[0] - other.range[0] || one.range[1] - other.range[1]))
  return {
    findings: findings.filter(({ suppressed }) => !suppressed),
    suppressed: findings.filter(({ suppressed }) => suppressed),
    coverage: { files, bytes, skipped: Object.fromEntries(skipped), unread: [...source.unread, ...unread], ...(unparsed.length > 0 && { unparsed }) },
    elapsed: performance.now() - started,
    errors: [],
  }
}

/** A finding where nothing can be changed. */
function withoutFixes(finding: Finding): Finding {
  return { ...finding, offers: [], fixes: [] }
}

/** What the bytes of a file are worth reading for, with the text where it is for anything; undefined for a binary file. */
export function prefilter({ path }: Pick<SourceEntry, 'path'>, content: Uint8Array): { flags: number; text?: string } | undefined {
  const language = languageOf(path)
  const wanted = wantedOf(language)
  const named = gatePath(path) & wanted
  const plain = !needsDecoding(content)
  let flags = plain ? named | gateBytes(content, content.length, !language.bare, wanted) : 0
  if (plain && flags === 0) return { flags }
  const text = decodeText(content)?.text
  if (text === undefined) return undefined
  if (!plain) flags = named | gateText(text, !language.bare, wanted)
  return flags === 0 ? { flags } : { flags, text }
}

/** Whether the bytes are not plain text of one byte a character: a byte order mark of UTF-16 or UTF-32, or a NUL in the beginning. */
function needsDecoding(content: Uint8Array): boolean {
  const [first, second] = content
  return (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe) || content.subarray(0, 8192).includes(0)
}
