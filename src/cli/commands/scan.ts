import { createRequire } from 'node:module'
import { relative, resolve, sep } from 'node:path'
import type { Report } from '../../core/finding.ts'
import type { Source } from '../../core/source.ts'
import { scan } from '../../engine/scan.ts'
import { loadReporter } from '../../reporters/index.ts'
import type * as Archive from '../../sources/archive.ts'
import type * as Staged from '../../sources/staged.ts'
import type * as Stdin from '../../sources/stdin.ts'
import { worktree } from '../../sources/worktree.ts'
import { wantsColor } from '../color.ts'
import type * as Describe from '../describe.ts'
import { UsageError } from '../errors.ts'
import { type ExitCode, type Streams, version } from '../main.ts'
import type { Invocation } from '../options.ts'
import type * as Output from '../output.ts'
import { inputsOf } from '../paths.ts'
import { NOTHING_SCANNED, type Setup, reaches, setUp } from '../setup.ts'

const require = createRequire(import.meta.url)

/** Scans and prints a report. */
export default function run(invocation: Invocation, streams: Streams): ExitCode {
  const { options } = invocation
  const { source: files, setup, directories } = open(invocation, streams)
  const source = options.archives ? (require('../../sources/archive.js') as typeof Archive).withArchives(files) : files
  const seen = scan(source, { ...setup.scanOptions, fixes: options.format === 'sarif' })
  const report = directories && seen.coverage.files === 0 ? { ...seen, errors: [...seen.errors, NOTHING_SCANNED] } : seen
  const exitCode = exitCodeOf(report, setup)
  const text = loadReporter(options.format ?? 'text')(report, {
    color: wantsColor(options, streams),
    quiet: options.quiet ?? false,
    version: version(),
    exitCode,
    narrowed: setup.narrowed(report),
    rules: () => (require('../describe.js') as typeof Describe).describeRules(),
  })
  if (options.output === undefined) streams.print(text)
  else (require('../output.js') as typeof Output).writeOutput(resolve(streams.directory, options.output), text)
  return exitCode
}

interface Opened {
  readonly source: Source
  readonly setup: Setup
  /** Whether there must be something to scan; in an index there may be nothing. */
  readonly directories: boolean
}

function open({ operands, options }: Invocation, { directory, environment, input }: Streams): Opened {
  if (options.stdin ? options.staged || operands.length > 0 : options.staged && operands.length > 0) {
    throw new UsageError('`--staged`, `--stdin` and paths are three sources: give one of them.')
  }
  if (options['stdin-filename'] !== undefined && !options.stdin) throw new UsageError('`--stdin-filename` belongs to `--stdin`.')
  if (options.stdin) {
    const { standardInput } = require('../../sources/stdin.js') as typeof Stdin
    const { root, paths } = inputsOf([options['stdin-filename'] ?? 'stdin'], directory)
    const [path = ''] = paths
    return { source: standardInput(root, relative(root, path).replaceAll(sep, '/'), input), setup: setUp(root, options), directories: false }
  }
  if (options.staged) {
    const { staged, stagedFiles, stagedRepository } = require('../../sources/staged.js') as typeof Staged
    const repository = stagedRepository(directory, environment)
    const setup = setUp(repository.workTree, options, (names, limit) => stagedFiles(repository, directory, names, limit, environment))
    return { source: staged(repository, directory, setup.ignore, environment, options.archives ?? false), setup, directories: false }
  }
  const { root, paths, directories } = inputsOf(operands.length > 0 ? operands : ['.'], directory)
  const setup = setUp(root, options)
  return { source: worktree({ root, paths, ignore: setup.ignore, archives: options.archives ?? false }), setup, directories }
}

function exitCodeOf({ findings, coverage, errors }: Report, { failOn }: Setup): ExitCode {
  if (errors.length > 0 || coverage.unread.length > 0) return 2
  return findings.some(({ severity }) => reaches(severity, failOn)) ? 1 : 0
}
