import { join, relative, sep } from 'node:path'
import type { Tracking } from '../core/rule.ts'
import { SourceError } from '../core/source.ts'
import { readFileWhole } from './file.ts'
import { type Repository, findRepository, git, records } from './git.ts'
import { type Base, type Ignores, ignores, isIgnoredWithin } from './ignore.ts'

/** Bytes of the largest ignore file that is read. */
const LIMIT = 1024 * 1024

/** What git makes of a file, by its path from a directory; outside of a repository by the ignore files alone. Undefined where git cannot be asked. */
export function trackingIn(root: string): (path: string) => Tracking | undefined {
  const repository = findRepository(root)
  return path => (repository ? askGit(repository, relative(repository.workTree, join(root, path)).replaceAll(sep, '/')) : isNamed(root, path) ? 'ignored' : 'open')
}

function askGit(repository: Repository, path: string): Tracking | undefined {
  const lists = (...options: readonly string[]): boolean => records(git(repository, ['ls-files', '-z', ...options, '--', path])).length > 0
  try {
    if (lists('--cached')) return 'tracked'
    return lists('--others', '--exclude-standard') ? 'open' : 'ignored'
  } catch (error) {
    if (error instanceof SourceError) return undefined
    throw error
  }
}

/** Whether an ignore file between a directory and a file names it. */
function isNamed(root: string, path: string): boolean {
  const directories = path.split('/').slice(0, -1)
  let own: Ignores | undefined
  for (let depth = 0; depth <= directories.length; depth++) {
    const directory = directories.slice(0, depth).join('/')
    const content = readFileWhole(join(root, directory, '.gitignore'), LIMIT)
    const base: Base = { drop: directory === '' ? 0 : directory.length + 1, prefix: '' }
    if (content instanceof Uint8Array) own = ignores(Buffer.from(content).toString('utf8'), base, own)
  }
  return isIgnoredWithin(own, path)
}
