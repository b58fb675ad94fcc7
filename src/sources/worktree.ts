import { lstatSync, readdirSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { type Source, type SourceEntry, SourceError, type Unreadable } from '../core/source.ts'
import { readFileWhole, readInto, unreadable } from './file.ts'
import { GitMissing, type Repository, findRepository, git, records } from './git.ts'
import { AT_ROOT, type Base, type Ignores, ignores, isIgnored, isIgnoredWithin } from './ignore.ts'
import { directoryPolicy, filePolicy } from './policy.ts'

export interface WorktreeOptions {
  /** Absolute; what is listed is named relative to it. */
  readonly root: string
  /** Files and directories to read, absolute. A named file is read even where git ignores it or its name says that it is not worth it. */
  readonly paths: readonly string[]
  /** Patterns of the configuration, as in a `.gitignore` at the root. */
  readonly ignore: readonly string[]
  /** Told each path that is left out, and why. */
  readonly onSkip?: (path: string, reason: string) => void
  /** Whether archives are listed; absent: they are left out. */
  readonly archives?: boolean
}

const IGNORED = 'ignored by git'
/** Stands in a string where bytes were no UTF-8. */
const UNKNOWN = '\uFFFD'

/** What is known of a name in a directory without opening it. */
interface Listed {
  readonly name: string
  isFile(): boolean
  isDirectory(): boolean
  isSymbolicLink(): boolean
}

const CONFIGURED = 'ignored by the configuration'

/** Bytes of the largest ignore file that is read. */
const IGNORE_LIMIT = 1024 * 1024

/** Files as they lie on the disk. Links are never followed: they lead out of the tree or back into it. */
export function worktree({ root, paths, ignore, onSkip, archives = false }: WorktreeOptions): Source {
  const skipped = new Map<string, number>()
  const unread: { path: string; reason: string }[] = []
  const walked = new Set<string>()
  const ignoredDirectories = new Set<string>()
  const configured = ignores(ignore.join('\n'), AT_ROOT, undefined)
  const skip = (reason: string, count = 1): void => void skipped.set(reason, (skipped.get(reason) ?? 0) + count)
  const leaveOut = (path: string, reason: string): void => {
    skip(reason)
    onSkip?.(path, reason)
  }
  const base = root.endsWith('/') ? root : `${root}/`
  /** Names that are no UTF-8 cannot be spelt in a string, so their bytes are kept, by the path that is shown for them. */
  const exact = new Map<string, Buffer>()
  const absolute = (path: string): string => base + path
  const located = (path: string): string | Buffer => (path.includes(UNKNOWN) ? (exact.get(path) ?? absolute(path)) : absolute(path))
  const nameOf = (path: string): string => relative(root, path).replaceAll(sep, '/')
  const refuse = (path: string, { kind, reason }: Unreadable): void => (kind === 'policy' ? leaveOut(path, reason) : void unread.push({ path: path || '.', reason }))

  function* named(path: string): Generator<SourceEntry> {
    const stat = lstatSync(path, { throwIfNoEntry: false })
    const name = nameOf(path)
    if (!stat) unread.push({ path: name, reason: 'it does not exist' })
    else if (stat.isSymbolicLink()) leaveOut(name, 'links')
    else if (stat.isDirectory()) yield* tree(name)
    else if (!stat.isFile()) unread.push({ path: name, reason: 'it is not a regular file' })
    else if (isIgnoredWithin(configured, name)) leaveOut(name, CONFIGURED)
    else yield { path: name }
  }

  function* file(path: string): Generator<SourceEntry> {
    const reason = isIgnoredWithin(configured, path) ? CONFIGURED : filePolicy(basename(path), archives)
    if (reason) leaveOut(path, reason)
    else yield { path }
  }

  function* tree(top: string): Generator<SourceEntry> {
    const repository = findRepository(absolute(top))
    const before = skipped.get(IGNORED) ?? 0
    const pending: (readonly [directory: string, outer: Ignores | undefined])[] = [[top, outerIgnores(absolute(top), repository, root)]]
    for (let next = pending.pop(); next; next = pending.pop()) {
      const [directory, outer] = next
      const entries = list(directory)
      if (!entries) continue
      walked.add(directory)
      const prefix = directory === '' ? '' : `${directory}/`
      const own = entries.some(({ name }) => name === '.gitignore') ? ignoreFile(absolute(`${prefix}.gitignore`), { drop: prefix.length, prefix: '' }, outer) : outer
      for (const entry of entries) {
        const { name } = entry
        if (name === '.git') continue
        const path = prefix + name
        if (entry.isDirectory()) {
          const reason = directoryPolicy(name) ?? ignoredBy(own, path, name, true)
          if (!reason) pending.push([path, own])
          else leaveOut(path, reason)
          if (reason === IGNORED) ignoredDirectories.add(path)
        } else if (entry.isFile()) {
          const reason = ignoredBy(own, path, name, false) ?? filePolicy(name, archives)
          if (reason) leaveOut(path, reason)
          else yield { path }
        } else leaveOut(path, entry.isSymbolicLink() ? 'links' : 'pipes and devices')
      }
    }
    if (repository && (skipped.get(IGNORED) ?? 0) > before) yield* tracked(repository, top)
  }

  function list(directory: string): readonly Listed[] | undefined {
    try {
      const entries = readdirSync(located(directory), { withFileTypes: true })
      return directory.includes(UNKNOWN) || entries.some(({ name }) => name.includes(UNKNOWN)) ? listExactly(directory) : entries
    } catch (error) {
      refuse(directory, unreadable(error))
      return undefined
    }
  }

  function listExactly(directory: string): readonly Listed[] {
    return readdirSync(located(directory), { withFileTypes: true, encoding: 'buffer' }).map(entry => {
      const name = entry.name.toString('utf8')
      exact.set(directory === '' ? name : `${directory}/${name}`, Buffer.concat([Buffer.from(located(directory)), Buffer.from('/'), entry.name]))
      return { name, isFile: () => entry.isFile(), isDirectory: () => entry.isDirectory(), isSymbolicLink: () => entry.isSymbolicLink() }
    })
  }

  function ignoredBy(own: Ignores | undefined, path: string, name: string, directory: boolean): string | undefined {
    if (isIgnored(configured, path, name, directory)) return CONFIGURED
    return isIgnored(own, path, name, directory) ? IGNORED : undefined
  }

  /** Files that git ignores and tracks all the same, such as an `.env` that was committed before somebody ignored it. */
  function* tracked(repository: Repository, top: string): Generator<SourceEntry> {
    const within = relative(repository.workTree, absolute(top)).replaceAll(sep, '/')
    for (const listedPath of trackedPaths(repository, within)) {
      const path = nameOf(join(repository.workTree, listedPath))
      if (!isWithin(path, top) || !isPlain(path)) continue
      const parents = parentsOf(path)
      if (parents.some(parent => directoryPolicy(basename(parent)))) continue
      if (!parents.some(parent => ignoredDirectories.has(parent))) skip(IGNORED, -1)
      yield* file(path)
    }
  }

  function trackedPaths(repository: Repository, within: string): readonly string[] {
    try {
      return records(git(repository, ['ls-files', '-z', '--cached', '--ignored', '--exclude-standard', '--', ...(within === '' ? [] : [within])]))
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      if (error instanceof GitMissing) {
        skip('ignored, and no git to say whether tracked', skipped.get(IGNORED))
        skipped.delete(IGNORED)
      } else unread.push({ path: nameOf(repository.directory), reason: 'git could not say which ignored files it tracks' })
      return []
    }
  }

  /** Whether a path that git told is a file of the tree, with no link on the way to it. */
  function isPlain(path: string): boolean {
    if (!parentsOf(path).every(parent => lstatSync(absolute(parent), { throwIfNoEntry: false })?.isDirectory())) return false
    return lstatSync(absolute(path), { throwIfNoEntry: false })?.isFile() ?? false
  }

  return {
    root,
    *list() {
      const seen = new Set<string>()
      for (const path of paths) {
        for (const entry of named(path)) {
          if (paths.length > 1 && seen.size === seen.add(entry.path).size) continue
          yield entry
        }
      }
    },
    read: ({ path }, buffer) => readInto(located(path), buffer),
    readWhole: ({ path }) => readFileWhole(located(path)),
    covers: directory => walked.has(directory),
    skipped,
    unread,
  }
}

/** The ignore files above a directory, up to the top of its repository. */
function outerIgnores(directory: string, repository: Repository | undefined, root: string): Ignores | undefined {
  if (!repository) return undefined
  const base = (above: string): Base => {
    const prefix = relative(above, root).replaceAll(sep, '/')
    if (prefix === '') return AT_ROOT
    return prefix.startsWith('..') ? { drop: relative(root, above).length + 1, prefix: '' } : { drop: 0, prefix: `${prefix}/` }
  }
  let outer = ignoreFile(join(repository.directory, 'info', 'exclude'), base(repository.workTree), undefined)
  const steps = relative(repository.workTree, directory).split(sep).filter(Boolean)
  for (let at = 0; at < steps.length; at++) {
    const above = join(repository.workTree, ...steps.slice(0, at))
    outer = ignoreFile(join(above, '.gitignore'), base(above), outer)
  }
  return outer
}

/** Reads an ignore file; one that is missing, a link or too large ignores nothing, and more is scanned. */
function ignoreFile(path: string, base: Base, outer: Ignores | undefined): Ignores | undefined {
  const content = readFileWhole(path, IGNORE_LIMIT)
  return content instanceof Uint8Array ? ignores(Buffer.from(content.buffer, content.byteOffset, content.length).toString('utf8'), base, outer) : outer
}

function isWithin(path: string, directory: string): boolean {
  return !path.startsWith('../') && (directory === '' || path.startsWith(`${directory}/`))
}

/** The directories above a path, outermost first, the root excepted. */
function parentsOf(path: string): readonly string[] {
  const steps = path.split('/')
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('/'))
}
