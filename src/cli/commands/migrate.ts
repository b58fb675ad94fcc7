import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { openSecretsManager } from '../../aws/secrets-manager.ts'
import { type Identity, type SecretStore, StoreError } from '../../aws/store.ts'
import { escapePath, escapeText } from '../../core/escape.ts'
import type { Fix } from '../../core/fix.ts'
import { type ScanOptions, scan } from '../../engine/scan.ts'
import { RECORD_FILE } from '../../engine/record.ts'
import { type FileOutcome, type Outcome, applySteps } from '../../migrate/apply.ts'
import { PlanError, type PlanFile, filesOf, formatPlan, readPlan, stepsOfPlan } from '../../migrate/planfile.ts'
import { type Place, type Step, stepsOf } from '../../migrate/steps.ts'
import { worktree } from '../../sources/worktree.ts'
import { Additions, variableNames } from '../additions.ts'
import { confirm } from '../confirm.ts'
import { UsageError } from '../errors.ts'
import type { ExitCode, Streams } from '../main.ts'
import { adviceLines, planLines } from '../migration-text.ts'
import { recordIn, recorderOf } from '../migrations.ts'
import type { Invocation, Options } from '../options.ts'
import { writeOutput } from '../output.ts'
import { inputsOf } from '../paths.ts'
import { Progress } from '../progress.ts'
import { type Rewriter, declinedIn, rewriterOf, writeRewriting } from '../rewriting.ts'
import { NOTHING_SCANNED, reaches, setUp } from '../setup.ts'

const SECONDS = 15

/** Moves secrets into AWS Secrets Manager: scan, plan, show, ask, and for each secret create, read back, rewrite, record. */
export default async function run({ operands, options }: Invocation, streams: Streams): Promise<ExitCode> {
  const found = find(operands, options, streams)
  const { steps, failures } = found
  const say = (lines: readonly string[]): void => {
    if (!options.quiet) streams.print(lines.map(line => `${line}\n`).join(''))
  }
  const fail = (sentences: readonly string[]): void => streams.printError(sentences.map(sentence => `unhardcode: ${escapeText(sentence)}\n`).join(''))
  const end = (code: ExitCode): ExitCode => (failures.length > 0 ? 2 : code)

  fail(failures)
  if (steps.length === 0) {
    say([...found.declined, 'Nothing to move.', ...found.narrowed])
    return end(found.left ? 1 : 0)
  }
  if (options.plan !== undefined) {
    writeOutput(resolve(streams.directory, options.plan), formatPlan(steps))
    say([...planLines(steps, undefined), ...found.declined, `The plan is in \`${escapeText(options.plan)}\`, without any value: \`unhardcode migrate --apply ${escapeText(options.plan)}\` does what it says.`, ...found.narrowed])
    return end(0)
  }
  const store = await connect(options, streams)
  try {
    const identity = 'failure' in store ? undefined : await store.identity()
    if (options['dry-run']) {
      say([...planLines(steps, identity), ...('failure' in store ? [`AWS was not asked whose secrets these would be. ${store.failure}`] : []), ...found.declined, ...found.narrowed, 'Nothing was done.'])
      return end(0)
    }
    if ('failure' in store || !identity) throw new StoreError('setup', 'failure' in store ? store.failure : '')
    requireAccount(identity, options)
    say([...planLines(steps, identity), ...found.narrowed])
    if (!options.yes && !(await confirm(questionFor(steps, identity), streams))) {
      say(['Nothing was done.'])
      return end(1)
    }
    const progress = new Progress(steps.length, streams, options.quiet ?? false)
    const record = recorderOf(found.root, identity)
    const additions = new Additions(found.root, true)
    const stop = stopOnSignal()
    const outcome = await applySteps(steps, {
      store,
      record,
      rewrite: (path, allows) => rewrite(path, allows, found, additions),
      report: event => progress.report(event),
      stopped: stop.asked,
    })
    stop.done()
    say(['', ...adviceLines(outcome, { identity, ...(options.iac && { infrastructure: options.iac }) }), ...found.declined, ...(additions.paths.length > 0 ? [`Names of variables were added to ${additions.paths.map(path => `\`${escapePath(path)}\``).join(', ')}.`] : [])])
    const wrong = wrongIn(outcome)
    fail(wrong)
    return wrong.length > 0 ? 2 : end(found.left ? 1 : 0)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    fail([`${error.message} Nothing was done.`])
    return 2
  } finally {
    if (!('failure' in store)) store.close()
  }
}

/** What is to be moved, and what goes with it. */
interface Found {
  readonly root: string
  readonly rewriter: Rewriter
  readonly project: ScanOptions['project']
  readonly steps: readonly Step[]
  /** What is left to do by hand, with its place: sentences. */
  readonly declined: readonly string[]
  /** Whether secrets stay that count. */
  readonly left: boolean
  readonly failures: readonly string[]
  readonly narrowed: readonly string[]
}

function find(operands: readonly string[], options: Options, { directory }: Streams): Found {
  if ([options.plan, options.apply, options['dry-run']].filter(given => given !== undefined).length > 1) throw new UsageError('`--plan`, `--apply` and `--dry-run` are three things to do: give one of them.')
  const reviewed = options.apply === undefined ? undefined : planIn(resolve(directory, options.apply), options.apply)
  if (reviewed && operands.length > 0) throw new UsageError('`--apply` takes its paths from the plan: give no others.')
  const named = reviewed ? filesOf(reviewed) : operands
  if (named.length === 0) throw new UsageError(reviewed ? 'The plan has no steps.' : '`unhardcode migrate` needs a path; for the current directory `unhardcode migrate .`.')
  const { root, paths, directories } = inputsOf(named, directory)
  recordIn(root)
  const setup = setUp(root, options)
  const source = worktree({ root, paths, ignore: setup.ignore })
  const report = scan(source, setup.scanOptions)
  const rewriter = rewriterOf(source, setup.scanOptions)
  const places: Place[] = []
  const declined: string[] = []
  const failures = [
    ...(directories && report.coverage.files === 0 ? [NOTHING_SCANNED] : []),
    ...report.coverage.unread.map(({ path, reason, partly }) => `\`${path}\` was not scanned${partly ? ' to its end' : ''}: ${reason}.`),
  ]
  let left = false
  for (const path of new Set(report.findings.filter(({ offers, ruleId }) => offers.length > 0 || ruleId === 'no-hardcoded-secret').map(finding => finding.path))) {
    const rewriting = rewriter(path, movesSecrets)
    if ('failure' in rewriting) {
      failures.push(`\`${path}\` cannot be changed: ${rewriting.failure}`)
      continue
    }
    const { plan: { applied, refused }, document: { lines }, found } = rewriting
    for (const { reported: { active, problem }, fix: { moves = [], dependencies = [] } } of applied) {
      const { detector } = problem
      const { line } = lines.position(problem.range[0])
      places.push(...moves.map(moved => ({ path, line, ruleId: active.rule.id, ...(detector !== undefined && { detector }), moved, dependencies })))
    }
    setup.moved.push(...applied.flatMap(({ fix: { moves = [] } }) => moves))
    declined.push(...declinedIn(rewriting), ...refused.map(({ fix, reason }) => `${escapePath(path)}: ${escapeText(fix.title)} is not done. ${escapeText(reason)}`))
    const moving = new Set(applied.map(({ reported }) => reported.problem.range[0]))
    left ||= found.some(({ problem, severity }) => problem.secret !== undefined && !moving.has(problem.range[0]) && reaches(severity, setup.failOn))
  }
  const kmsKey = options['kms-key']
  const asked = stepsOf(places, { tags: setup.tags, ...(kmsKey !== undefined && { kmsKey }) })
  const { steps, gone } = reviewed ? ofPlan(reviewed, asked) : { steps: asked, gone: [] }
  return {
    root,
    rewriter,
    project: setup.scanOptions.project,
    steps,
    declined: [...declined, ...gone.map(id => `\`${escapeText(id)}\`: nothing is left to move; it was done already, or the source has changed.`)],
    left,
    failures,
    narrowed: setup.narrowed(report),
  }
}

/** What a migration makes: a fix by which a value goes into a secret. */
function movesSecrets({ moves = [] }: Fix): boolean {
  return moves.length > 0
}

function planIn(path: string, shown: string): PlanFile {
  try {
    return readPlan(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new UsageError(`\`${shown}\` cannot be used. ${error instanceof PlanError ? error.message : `It cannot be read${error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''}.`}`)
  }
}

function ofPlan(plan: PlanFile, asked: readonly Step[]): ReturnType<typeof stepsOfPlan> {
  try {
    return stepsOfPlan(plan, asked)
  } catch (error) {
    throw error instanceof PlanError ? new UsageError(error.message) : error
  }
}

/** Opens Secrets Manager by the user's flags; for a mere look, says in a sentence why that cannot be done. */
async function connect(options: Options, { environment }: Streams): Promise<SecretStore | { readonly failure: string }> {
  const { region, profile, 'endpoint-url': endpoint, timeout = String(SECONDS) } = options
  const seconds = Number(timeout)
  if (!(seconds > 0 && seconds <= 3600)) throw new UsageError('`--timeout` is a number of seconds, up to 3600.')
  if (endpoint !== undefined && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? '')) throw new UsageError('`--endpoint-url` is a URL of HTTP.')
  if (profile !== undefined) environment['AWS_PROFILE'] = profile
  try {
    return await openSecretsManager({ timeout: seconds * 1000, ...(region !== undefined && { region }), ...(endpoint !== undefined && { endpoint }) })
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return { failure: error.message }
  }
}

function requireAccount({ account }: Identity, { account: wanted }: Options): void {
  if (wanted !== undefined && account !== wanted) throw new StoreError('setup', `The credentials are of ${account === undefined ? 'an account that AWS did not name' : `account ${account}`}, and not of ${wanted}.`)
}

function questionFor(steps: readonly Step[], { account, region }: Identity): string {
  const files = new Set(steps.flatMap(({ places }) => places.map(({ path }) => path))).size
  return `Create ${steps.length} ${steps.length === 1 ? 'secret' : 'secrets'} in ${account === undefined ? 'an account that AWS did not name' : `account ${account}`}, ${region}, and change ${files} ${files === 1 ? 'file' : 'files'}?`
}

/** Makes the fixes of a file, and looks at what is there then. */
function rewrite(path: string, allows: (fix: Fix) => boolean, { rewriter, root, project }: Found, additions: Additions): FileOutcome {
  const rewriting = rewriter(path, allows)
  if ('failure' in rewriting) return { path, fixed: 0, failure: rewriting.failure }
  const { plan, document } = rewriting
  if (plan.text === document.text) return { path, fixed: 0, failure: 'it no longer holds what was to be moved.' }
  const { warning, failure } = writeRewriting(rewriting, root)
  if (failure !== undefined) return { path, fixed: 0, failure }
  const again = rewriter(path, () => false)
  if ('failure' in again || again.document.text !== plan.text) return { path, fixed: 0, failure: 'it holds something else than what was written.' }
  const warnings = [...(warning === undefined ? [] : [warning]), ...additions.add(variableNames(path, plan.applied.map(({ fix }) => fix), project(path)))]
  return { path, fixed: plan.applied.length, ...(warnings.length > 0 && { warning: warnings.join(' ') }) }
}

/** What a person must know of what went wrong: sentences. */
function wrongIn({ steps, files }: Outcome): readonly string[] {
  const missed = steps.filter(({ state }) => state === 'not reached').length
  return [
    ...steps.flatMap(outcome => (outcome.state === 'failed' ? [`\`${outcome.step.id}\`: ${outcome.reason}`] : [])),
    ...files.flatMap(({ path, failure }) => (failure === undefined ? [] : [`\`${path}\` was left as it is: ${failure}`])),
    ...(missed > 0 ? [`${missed} more ${missed === 1 ? 'secret was' : 'secrets were'} not tried. Run it again to go on: what exists already is taken as it is.`] : []),
    ...(steps.some(({ state }) => state === 'created') && files.some(({ failure }) => failure !== undefined) ? [`Secrets that were created are in \`${RECORD_FILE}\`.`] : []),
  ]
}

/** Lets what is being done end before the program does: at the first interruption nothing new is begun, at the second it ends at once. */
function stopOnSignal(): { readonly asked: () => boolean; readonly done: () => void } {
  const signals = ['SIGINT', 'SIGTERM'] as const
  let asked = false
  const handler = (): void => {
    asked = true
    for (const signal of signals) process.removeListener(signal, handler)
  }
  for (const signal of signals) process.on(signal, handler)
  return {
    asked: () => asked,
    done() {
      for (const signal of signals) process.removeListener(signal, handler)
    },
  }
}
