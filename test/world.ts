import { type SpawnSyncReturns, execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const BIN = fileURLToPath(new URL('../dist/src/cli/bin.js', import.meta.url))

/** Values that are found, put together here so that none stands in a file of ours. */
export const [PASSWORD = '', TOKEN = ''] = ['hV9#kQ2 xLp7Zt', 'gR7vQz9L mX2pWk4TbN8c'].map(value => value.replace(' ', '_'))

/** A program with a hardcoded password. */
export const PROGRAM = `export const dbPassword = '${PASSWORD}'\n`

/** A directory with these files, for one test. */
export function makeTree(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'unhardcode-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  writeTree(root, files)
  return root
}

export function writeTree(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

export interface RunOptions {
  readonly input?: string | Uint8Array
  readonly environment?: Readonly<Record<string, string>>
  /** Runs as this user, which only the administrator can. */
  readonly user?: number
}

/** Runs the command line of the built package. */
export function unhardcode(directory: string, words: readonly string[], { input, environment, user }: RunOptions = {}): Ran {
  const ran: SpawnSyncReturns<string> = spawnSync(process.execPath, [BIN, ...words], {
    cwd: directory,
    encoding: 'utf8',
    input: input ?? '',
    env: { PATH: process.env['PATH'], HOME: directory, ...environment },
    timeout: 50_000,
    maxBuffer: 1 << 28,
    ...(user !== undefined && { uid: user, gid: user }),
  })
  return { code: ran.status, out: ran.stdout, error: ran.stderr }
}

/** Runs git as its user would, with nobody's own settings. */
export function git(directory: string, ...words: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgSign=false', '-c', 'init.defaultBranch=main']
  return execFileSync('git', [...identity, ...words], { cwd: directory, encoding: 'utf8', stdio: 'pipe', env: { PATH: process.env['PATH'], HOME: directory, GIT_CONFIG_NOSYSTEM: '1' } })
}
