import type { Source, SourceEntry, Unreadable } from '../core/source.ts'
import { FILE_LIMIT } from './file.ts'
import { directoryPolicy, filePolicy, isArchive } from './policy.ts'
import { type Member, OVER, membersOf } from './unpack.ts'

/** Between an archive and the path within it, as Java's URLs have it. */
const WITHIN = '!/'
/** How many archives may stand in one another. */
const DEEPEST = 2
/** Most files of an archive, those of archives within it included. */
const MOST_FILES = 10_000
/** Most bytes that an archive may expand to, those of archives within it included. */
const MOST_BYTES = 256 * 1024 * 1024

const EVERY_LINE = [[1, Number.MAX_SAFE_INTEGER]] as const

/** What an archive may still take. */
interface Budget {
  files: number
  bytes: number
}

/** A source with the files in its archives in place of these. */
export function withArchives(source: Source): Source {
  const skipped = new Map<string, number>()
  const unread: { path: string; reason: string }[] = []
  const archives = new Map<string, SourceEntry>()
  /** The file at hand. */
  let current: { readonly path: string; readonly content: Uint8Array } | undefined
  const skip = (reason: string): void => void skipped.set(reason, (skipped.get(reason) ?? 0) + 1)

  function* opened(entry: SourceEntry): Generator<SourceEntry> {
    const bytes = source.readWhole(entry)
    if (!(bytes instanceof Uint8Array)) {
      if (bytes.kind === 'policy' && bytes.reason !== 'binary') skip(bytes.reason)
      else unread.push({ path: entry.path, reason: bytes.kind === 'policy' ? `it is larger than ${FILE_LIMIT / 1024 / 1024} MB` : bytes.reason })
      return
    }
    archives.set(entry.path, entry)
    const members = membersOf(bytes, baseOf(entry.path), MOST_BYTES)
    if (members === undefined) yield entry
    else yield* files(entry.path, members, { files: MOST_FILES, bytes: MOST_BYTES }, 1)
  }

  function* files(archive: string, members: Iterable<Member> | string, budget: Budget, depth: number): Generator<SourceEntry> {
    if (typeof members === 'string') {
      unread.push({ path: archive, reason: members })
      return
    }
    for (const member of members) {
      const { name } = member
      const path = name === '' ? archive : archive + WITHIN + name
      const reason = policyOf(name)
      if (reason) {
        skip(reason)
        continue
      }
      if (budget.files-- <= 0) {
        unread.push({ path: archive, reason: `it holds more than ${MOST_FILES} files` })
        return
      }
      const content = member.expand(Math.min(FILE_LIMIT, budget.bytes))
      if (content === OVER) {
        unread.push({ path: archive, reason: `it expands to more than ${MOST_BYTES / 1024 / 1024} MB` })
        return
      }
      if (typeof content === 'string') {
        unread.push({ path, reason: content })
        continue
      }
      budget.bytes -= content.length
      const inner = isArchive(name) ? membersOf(content, baseOf(name), budget.bytes) : undefined
      if (inner === undefined) {
        current = { path, content }
        yield { path, size: content.length, within: true }
      } else if (depth < DEEPEST) yield* files(path, inner, budget, depth + 1)
      else unread.push({ path, reason: `it lies in ${DEEPEST} archives within each other` })
      if (budget.files < 0) return
    }
  }

  function contentOf({ path }: SourceEntry): Uint8Array | Unreadable {
    if (current?.path !== path) for (const found of again(path)) if (found.path === path) break
    return current?.path === path ? current.content : { kind: 'failed', reason: 'it changed while it was read' }
  }

  /** Opens an archive once more; what could not be read in it was said the first time. */
  function* again(path: string): Generator<SourceEntry> {
    const said = unread.length
    const counted = new Map(skipped)
    const archive = archives.get(path.slice(0, path.indexOf(WITHIN)))
    for (const entry of archive ? opened(archive) : []) {
      unread.length = said
      yield entry
    }
    unread.length = said
    for (const [reason, count] of counted) skipped.set(reason, count)
  }

  return {
    ...source,
    *list() {
      for (const entry of source.list()) {
        if (isArchive(baseOf(entry.path))) yield* opened(entry)
        else yield entry
      }
    },
    read(entry, buffer) {
      if (!entry.within) return source.read(entry, buffer)
      const content = contentOf(entry)
      if (!(content instanceof Uint8Array)) return content
      if (content.length <= buffer.length) buffer.set(content)
      return content.length
    },
    readWhole: entry => (entry.within ? contentOf(entry) : source.readWhole(entry)),
    ...(source.changed && { changed: (entry: SourceEntry) => (entry.within ? EVERY_LINE : (source.changed?.(entry) ?? EVERY_LINE)) }),
    covers: directory => (directory.includes(WITHIN) ? false : (source.covers?.(directory) ?? false)),
    get skipped() {
      const all = new Map(source.skipped)
      for (const [reason, count] of skipped) all.set(reason, (all.get(reason) ?? 0) + count)
      return all
    },
    get unread() {
      return [...source.unread, ...unread]
    },
  }
}

/** Why a file of an archive is left out: for its own name, or for that of a directory. */
function policyOf(name: string): string | undefined {
  const steps = name.split('/')
  const own = steps.pop() ?? ''
  for (const step of steps) {
    const reason = directoryPolicy(step)
    if (reason) return reason
  }
  return isArchive(own) ? undefined : filePolicy(own, false)
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
