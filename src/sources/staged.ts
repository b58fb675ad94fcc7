import { basename } from 'node:path'
import { type Source, type SourceEntry, SourceError, type Unreadable } from '../core/source.ts'
import type { Range } from '../core/text.ts'
import { FILE_LIMIT, tooLarge } from './file.ts'
import { type Repository, git, hookEnvironment, ownRepository, records } from './git.ts'
import { AT_ROOT, ignores, isIgnoredWithin } from './ignore.ts'
import { filePolicy } from './policy.ts'

/** A file that differs between the last commit and the index. */
interface Staged extends SourceEntry {
  readonly object: string
  /** What it was; absent for a new file. */
  readonly before?: string
}

/** Bytes of objects that are asked of git at a time. */
const BATCH = 16 * 1024 * 1024

/** Modes of the index: a link, and a commit of a submodule. */
const LINK = '120000'
const SUBMODULE = '160000'

/** The repository whose index is meant. Throws SourceError outside of any. */
export function stagedRepository(directory: string, environment: NodeJS.ProcessEnv): Repository {
  const repository = ownRepository(directory, environment)
  if (!repository) throw new SourceError('`--staged` reads the index of a git repository, and there is none here.')
  return repository
}

/** What the next commit would hold: blobs of the index, never files of the work tree. */
export function staged(repository: Repository, directory: string, ignore: readonly string[], environment: NodeJS.ProcessEnv, archives: boolean): Source {
  const hook = hookEnvironment(directory, environment)
  const configured = ignores(ignore.join('\n'), AT_ROOT, undefined)
  const skipped = new Map<string, number>()
  const unread: { path: string; reason: string }[] = []
  const contents = new Map<string, Uint8Array>()
  let pending: readonly Staged[] = []

  const skip = (reason: string): void => void skipped.set(reason, (skipped.get(reason) ?? 0) + 1)
  const run = (command: readonly string[], input?: string): Buffer => git(repository, command, hook, input)

  function bytes({ path, object }: SourceEntry): Uint8Array | Unreadable {
    if (object !== undefined && !contents.has(object)) {
      contents.clear()
      const from = pending.findIndex(entry => entry.path === path)
      for (const [id, content] of readObjects(run, batchFrom(pending, from))) contents.set(id, content)
    }
    return contents.get(object ?? '') ?? MISSING
  }

  return {
    root: repository.workTree,
    list() {
      const files = changes(run).flatMap(({ mode, ...entry }) => {
        const ignored = isIgnoredWithin(configured, entry.path) ? 'ignored by the configuration' : undefined
        const reason = mode === LINK ? 'links' : mode === SUBMODULE ? 'submodules' : (ignored ?? filePolicy(basename(entry.path), archives))
        if (!reason) return [entry]
        skip(reason)
        return []
      })
      pending = sized(run, files).filter(({ path, size }) => {
        if (size <= FILE_LIMIT) return true
        unread.push({ path, reason: `it is larger than ${FILE_LIMIT / 1024 / 1024} MB` })
        return false
      })
      return pending
    },
    read(entry, buffer) {
      const content = bytes(entry)
      if (!(content instanceof Uint8Array)) return content
      if (content.length <= buffer.length) buffer.set(content)
      return content.length
    },
    readWhole: bytes,
    changed(entry) {
      const { before, object } = entry as Staged
      return before === undefined ? [EVERYTHING] : changedLines(run, before, object, bytes(entry))
    },
    skipped,
    unread,
  }
}

/** Those of some files at the top of the work tree that are in the index, as they are there: what the work tree says of itself is not part of the commit. */
export function stagedFiles(
  repository: Repository, directory: string, names: readonly string[], limit: number, environment: NodeJS.ProcessEnv,
): ReadonlyMap<string, Uint8Array | Unreadable> {
  const hook = hookEnvironment(directory, environment)
  const run = (command: readonly string[], input?: string): Buffer => git(repository, command, hook, input)
  const entries = records(run(['ls-files', '--stage', '-z', '--', ...names])).flatMap(record => {
    const [mode = '', object = '', stage, path = ''] = record.split(/[ \t]/)
    return stage === '0' ? [{ mode, object, path }] : []
  })
  return new Map(sized(run, entries).map(entry => [entry.path, contentOf(run, entry, limit)]))
}

function contentOf(run: Run, { mode, object, size }: Staged & { readonly mode: string; readonly size: number }, limit: number): Uint8Array | Unreadable {
  if (mode === LINK) return { kind: 'policy', reason: 'links' }
  if (size > limit) return tooLarge(limit)
  const [[, content] = []] = readObjects(run, [object])
  return content ?? MISSING
}

const MISSING: Unreadable = { kind: 'failed', reason: 'its object is missing in the repository' }
const EVERYTHING: Range = [1, Number.MAX_SAFE_INTEGER]

type Run = (command: readonly string[], input?: string) => Buffer

/** `:100644 100644 OLD NEW M` NUL path NUL, and with a second path for a rename: <https://git-scm.com/docs/git-diff#_raw_output_format>. */
function changes(run: Run): (Staged & { readonly mode: string })[] {
  const raw = records(run(['diff', '--cached', '--raw', '-z', '--no-abbrev', '-M', '--diff-filter=ACMRT', '--no-ext-diff', '--no-textconv', '--submodule=short', '--ignore-submodules=none']))
  const result: (Staged & { readonly mode: string })[] = []
  for (let at = 0; at < raw.length; ) {
    const [, mode = '', before = '', object = '', status = ''] = (raw[at] ?? '').split(' ')
    const moved = status.startsWith('R') || status.startsWith('C')
    const path = raw[at + (moved ? 2 : 1)] ?? ''
    result.push({ path, mode, object, ...(/[^0]/.test(before) && { before }) })
    at += moved ? 3 : 2
  }
  return result
}

/** Entries with the sizes of their objects. */
function sized<Entry extends Staged>(run: Run, entries: readonly Entry[]): (Entry & { readonly size: number })[] {
  if (entries.length === 0) return []
  const lines = run(['cat-file', '--batch-check=%(objectsize)'], entries.map(({ object }) => `${object}\n`).join('')).toString('latin1').split('\n')
  return entries.map((entry, index) => ({ ...entry, size: Number.parseInt(lines[index] ?? '', 10) || 0 }))
}

function batchFrom(entries: readonly Staged[], from: number): readonly string[] {
  let size = 0
  const batch: string[] = []
  for (const entry of entries.slice(Math.max(0, from))) {
    size += entry.size ?? 0
    if (batch.length > 0 && size > BATCH) break
    batch.push(entry.object)
  }
  return batch
}

/** Objects by id: each comes as `ID TYPE SIZE` LF, content, LF; one that is missing as `ID missing` LF. */
function* readObjects(run: Run, objects: readonly string[]): Generator<readonly [string, Uint8Array]> {
  const output = run(['cat-file', '--batch'], objects.map(object => `${object}\n`).join(''))
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at)
    const [id = '', , size] = output.toString('latin1', at, end).split(' ')
    at = end + 1
    if (size === undefined) continue
    yield [id, output.subarray(at, at + Number(size))]
    at += Number(size) + 1
  }
}

/** A comment gone that silenced other lines than its own, or a new one that ends its reach. */
const UNSILENCING = /^(?:-.*unhardcode-disable|\+.*unhardcode-enable)/m

/** Lines of the new blob that the old one does not have. Where git counts lines as we do not (a lone CR, UTF-16), all of them. */
function changedLines(run: Run, before: string, object: string, content: Uint8Array | Unreadable): readonly Range[] {
  if (!(content instanceof Uint8Array) || content.includes(0) || hasLoneReturn(content)) return [EVERYTHING]
  const patch = run(['diff', '--unified=0', '--inter-hunk-context=0', '--text', '--no-color', '--no-ext-diff', '--no-textconv', before, object]).toString('latin1')
  if (UNSILENCING.test(patch)) return [EVERYTHING]
  return [...patch.matchAll(/^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/gm)].map(([, start, count = '1']) => {
    const first = Number(start)
    // Of lines that are gone, the lines around them are left.
    return count === '0' ? [first, first + 2] : [first, first + Number(count)]
  })
}

function hasLoneReturn(content: Uint8Array): boolean {
  for (let at = content.indexOf(13); at >= 0; at = content.indexOf(13, at + 1)) if (content[at + 1] !== 10) return true
  return false
}

