import type * as ChildProcess from 'node:child_process'
import { type Stats, lstatSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { SourceError } from '../core/source.ts'

const require = createRequire(import.meta.url)

/** There is no git to ask. */
export class GitMissing extends SourceError {}

/** A repository of git: its work tree, and the `.git` directory or file in it. */
export interface Repository {
  readonly workTree: string
  readonly directory: string
}

/** Where a repository's index and objects are, as git tells its hooks. */
type HookEnvironment = Readonly<Record<string, string>>

/** What git tells a hook of the repository it runs in; `git commit FILE` has an index of its own. */
const HOOK_VARIABLES = ['GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_COMMON_DIR'] as const

/** The person's own variables that git needs to start; every other one, with all that begin with `GIT_`, stays behind. */
const OWN_VARIABLES = ['PATH', 'HOME', 'XDG_CONFIG_HOME', 'USERPROFILE', 'SYSTEMROOT', 'TMPDIR', 'TEMP'] as const

/** A repository's configuration can name programs for each of these; given here, ours wins. */
const HARDENED = [
  '--no-pager', '--no-optional-locks', '--literal-pathspecs',
  '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'diff.external=', '-c', 'core.pager=cat', '-c', 'safe.bareRepository=explicit',
  '-c', 'core.quotePath=false', '-c', 'core.alternateRefsCommand=', '-c', 'credential.helper=', '-c', 'protocol.allow=never',
] as const

/** Objects that are missing would be fetched, and a fetch runs what the repository's configuration says. */
const OFFLINE = { GIT_ALLOW_PROTOCOL: '', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' } as const

/** The repository that a directory is in, found as git finds it; undefined outside of any. */
export function findRepository(directory: string): Repository | undefined {
  for (let at = directory; ; at = dirname(at)) {
    const git = join(at, '.git')
    const stat = statOf(git)
    if (stat?.isDirectory() || stat?.isFile()) return { workTree: at, directory: git }
    if (dirname(at) === at) return undefined
  }
}

/** What stands at a path; undefined for nothing, and where the directory may not be read. */
function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** The repository that a hook or a person means: as the environment says, else the one around the directory. */
export function ownRepository(directory: string, environment: NodeJS.ProcessEnv): Repository | undefined {
  const { GIT_DIR, GIT_WORK_TREE } = environment
  if (!GIT_DIR) return findRepository(directory)
  return { workTree: resolve(directory, GIT_WORK_TREE ?? '.'), directory: resolve(directory, GIT_DIR) }
}

/** What a hook's environment says of the index and the objects, with whole paths. */
export function hookEnvironment(directory: string, environment: NodeJS.ProcessEnv): HookEnvironment {
  return Object.fromEntries(
    HOOK_VARIABLES.flatMap(name => {
      const value = environment[name]
      return value ? [[name, name === 'GIT_ALTERNATE_OBJECT_DIRECTORIES' ? value : resolve(directory, value)]] : []
    }),
  )
}

/**
 * Runs a command of git that only reads, with everything off by which a repository can make git run a program, and returns what it printed.
 * `status`, `diff` against the work tree, `ls-files -m`, `add` and `blame` run filters all the same: never here. Throws SourceError.
 */
export function git(repository: Repository, command: readonly string[], hook: HookEnvironment = {}, input?: string): Buffer {
  const own = Object.fromEntries(OWN_VARIABLES.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))
  // A scan of a few files needs no git; loading this takes as long as scanning them.
  const { spawnSync } = require('node:child_process') as typeof ChildProcess
  const { error, status, stdout } = spawnSync('git', [...HARDENED, `--git-dir=${repository.directory}`, `--work-tree=${repository.workTree}`, ...command], {
    cwd: repository.workTree,
    env: { ...own, ...hook, ...OFFLINE },
    input: input ?? '',
    maxBuffer: 1024 * 1024 * 1024,
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  })
  const [name] = command
  if (error) throw 'code' in error && error.code === 'ENOENT' ? new GitMissing('`git` is not installed.') : new SourceError(`\`git ${name}\` could not be run.`)
  if (status !== 0) throw new SourceError(`\`git ${name}\` failed in \`${repository.workTree}\`.`)
  return stdout
}

/** The records of an output that ends each with a NUL. */
export function records(output: Buffer): readonly string[] {
  return output.toString('utf8').split('\0').slice(0, -1)
}
