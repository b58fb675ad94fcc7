import { basename, dirname, relative, sep } from 'node:path'
import { decodeText } from '../core/encoding.ts'
import type { Document } from '../core/document.ts'
import type { Finding } from '../core/finding.ts'
import type { Source, SourceEntry, Unreadable } from '../core/source.ts'
import { prefilter, scan } from '../engine/scan.ts'
import { activeRules } from '../engine/settings.ts'
import { openDocument } from '../formats/index.ts'
import { DIALECTS } from '../iac/index.ts'
import { directoryPolicy, filePolicy } from '../sources/policy.ts'
import { oneFile } from '../sources/stdin.ts'
import { worktree } from '../sources/worktree.ts'
import { inputsOf } from './paths.ts'
import { type Setup, setUp } from './setup.ts'

/** One file as a scan of the directory sees it. */
export interface Inspection {
  readonly path: string
  /** Why a scan leaves it out; absent: it does not. */
  readonly leftOut?: string
  /** Absent: it is no text, or cannot be read; then it is left out too. */
  readonly seen?: Seen
}

/** What a scan sees in a file. */
export interface Seen {
  readonly document: Document
  readonly setup: Setup
  /** What the prefilter opens it for; 0: it does not. */
  readonly flags: number
  /** With those that something silenced. */
  readonly findings: readonly Finding[]
  /** What every rule at every confidence would report besides. */
  readonly withheld: readonly Finding[]
}

/** Inspects a file of the disk: alone, or with those of its directory where they are judged together. */
export function inspectFile(operand: string, directory: string): Inspection {
  const { root, paths } = inputsOf([operand], directory)
  const path = relative(root, paths[0] ?? '').replaceAll(sep, '/')
  const setup = setUp(root, {})
  const leftOut = new Map<string, string>()
  const tree = worktree({ root, paths: [root], ignore: setup.ignore, onSkip: (skipped, reason) => leftOut.set(skipped, reason) })
  const listed = [...tree.list()]
  const own = listed.find(entry => entry.path === path)
  const reason = own ? undefined : (leftOut.get(path) ?? stepsTo(path).flatMap(step => leftOut.get(step) ?? [])[0])
  const together = listed.filter(entry => entry.path !== path && dirname(entry.path) === dirname(path) && isJudgedWith(entry.path, path))
  return inspect(path, { ...tree, list: () => [own ?? { path }, ...together], skipped: new Map(), unread: [] }, setup, reason)
}

/** Inspects a text as if it stood in a file. */
export function inspectText(path: string, bytes: () => Uint8Array, directory: string): Inspection {
  const reason = stepsTo(path).flatMap(step => directoryPolicy(basename(step)) ?? [])[0] ?? filePolicy(basename(path), false)
  return inspect(path, oneFile(directory, path, bytes), setUp(directory, {}), reason)
}

function inspect(path: string, source: Source, setup: Setup, reason: string | undefined): Inspection {
  const entry: SourceEntry = { path }
  const content = source.readWhole(entry)
  const text = content instanceof Uint8Array ? decodeText(content)?.text : undefined
  if (!(content instanceof Uint8Array) || text === undefined) return { path, leftOut: reason ?? whyUnread(content) }
  const findings = findingsOf(path, source, setup)
  const all = findingsOf(path, source, { ...setup, scanOptions: { ...setup.scanOptions, active: () => activeRules('strict') } })
  return {
    path,
    ...(reason !== undefined && { leftOut: reason }),
    seen: {
      document: openDocument(path, text),
      setup,
      flags: prefilter(entry, content)?.flags ?? 0,
      findings,
      withheld: all.filter(one => !findings.some(other => isSame(one, other))),
    },
  }
}

function findingsOf(path: string, source: Source, { scanOptions }: Setup): readonly Finding[] {
  const { findings, suppressed } = scan(source, scanOptions)
  return [...findings, ...suppressed].filter(finding => finding.path === path)
}

function isSame(one: Finding, other: Finding): boolean {
  return one.ruleId === other.ruleId && one.messageId === other.messageId && one.range[0] === other.range[0]
}

function isJudgedWith(path: string, other: string): boolean {
  return DIALECTS.some(dialect => dialect.scope === 'directory' && dialect.reads(path) && dialect.reads(other))
}

function whyUnread(content: Uint8Array | Unreadable): string {
  return content instanceof Uint8Array ? 'it is no text' : content.reason
}

/** The directories above a path, outermost first. */
function stepsTo(path: string): readonly string[] {
  const steps = path.split('/')
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('/'))
}
