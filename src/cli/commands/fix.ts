import { escapePath, escapeText } from '../../core/escape.ts'
import type { Finding, Severity } from '../../core/finding.ts'
import type { Fix } from '../../core/fix.ts'
import type { ProjectFacts } from '../../core/rule.ts'
import type { FixPlan } from '../../engine/apply.ts'
import { scan } from '../../engine/scan.ts'
import { spell } from '../../lookups/names.ts'
import { worktree } from '../../sources/worktree.ts'
import { Additions, variableNames } from '../additions.ts'
import { UsageError } from '../errors.ts'
import type { ExitCode, Streams } from '../main.ts'
import { recordIn } from '../migrations.ts'
import type { Invocation } from '../options.ts'
import { inputsOf } from '../paths.ts'
import { type Rewriter, declinedIn, diffOf, rewriterOf, writeRewriting } from '../rewriting.ts'
import { NOTHING_SCANNED, reaches, setUp } from '../setup.ts'

/** What became of one file. */
interface Outcome {
  readonly path: string
  /** Absent where the file was left as it is. */
  readonly plan?: FixPlan
  readonly diff?: string
  readonly warning?: string
  /** What is left to do by hand, with its place: sentences. */
  readonly declined?: readonly string[]
  /** Why the file could not be fixed. */
  readonly failure?: string
}

/** Shows what the fixes would change, or makes the changes. */
export default function run({ operands, options }: Invocation, streams: Streams): ExitCode {
  if (operands.length === 0) throw new UsageError('`unhardcode fix` needs a path; for the current directory `unhardcode fix .`.')
  const { root, paths, directories } = inputsOf(operands, streams.directory)
  recordIn(root)
  const setup = setUp(root, options)
  const source = worktree({ root, paths, ignore: setup.ignore })
  const report = scan(source, setup.scanOptions)
  const rewriter = rewriterOf(source, setup.scanOptions)
  const concerned = [...new Set(report.findings.map(({ path }) => path))]
  const additions = new Additions(root, options.write ?? false)
  const outcomes = concerned.map(path => {
    const outcome = fixFile(path, { rewriter, root, additions, project: setup.scanOptions.project(path) }, { review: options.review ?? false, write: options.write ?? false })
    setup.moved.push(...(outcome.plan?.applied ?? []).flatMap(({ fix }) => fix.moves ?? []))
    return outcome
  })
  const failures = [
    ...(directories && report.coverage.files === 0 ? [NOTHING_SCANNED] : []),
    ...report.coverage.unread.map(({ path, reason, partly }) => `\`${path}\` was not scanned${partly ? ' to its end' : ''}: ${reason}.`),
    ...outcomes.flatMap(({ path, failure }) => (failure === undefined ? [] : [`\`${path}\` was left as it is: ${failure}`])),
  ]
  streams.print(outcomes.map(({ diff }) => diff ?? '').join('') + additions.diff())
  if (failures.length > 0) streams.printError(failures.map(failure => `unhardcode: ${escapeText(failure)}\n`).join(''))
  if (!options.quiet) streams.print([...summary(outcomes, additions.paths.length, options.write ?? false), ...setup.narrowed(report)].map(line => `${line}\n`).join(''))
  if (failures.length > 0) return 2
  const open = options.write ? severitiesLeft(report.findings, outcomes) : report.findings.map(({ severity }) => severity)
  return open.some(severity => reaches(severity, setup.failOn)) ? 1 : 0
}

/** Severities of what is open after writing. What a plan declines may be new to the report: one value in two places is found once. */
function severitiesLeft(findings: readonly Finding[], outcomes: readonly Outcome[]): readonly Severity[] {
  const left = findings.filter(({ path, ruleId, range }) => {
    const applied = outcomes.find(outcome => outcome.path === path)?.plan?.applied ?? []
    return !applied.some(({ reported: { active, problem }, fix: { remains } }) => remains === undefined && active.rule.id === ruleId && problem.range[0] === range[0] && problem.range[1] === range[1])
  })
  const declined = outcomes.flatMap(({ plan }) => [...(plan?.held ?? []), ...(plan?.refused ?? [])])
  return [...left.map(({ severity }) => severity), ...declined.map(({ reported }) => reported.severity)]
}

/** What fixing a file takes. */
interface Tools {
  readonly rewriter: Rewriter
  readonly root: string
  readonly additions: Additions
  readonly project: ProjectFacts
}

function fixFile(path: string, { rewriter, root, additions, project }: Tools, { review, write }: { readonly review: boolean; readonly write: boolean }): Outcome {
  const rewriting = rewriter(path, ({ safety }) => review || safety === 'safe')
  if ('failure' in rewriting) return { path, failure: rewriting.failure }
  const { plan, document } = rewriting
  const fixes = plan.applied.map(({ fix }) => fix)
  // First, so that a run that is killed in between leaves a line too many, and none too few.
  const [missing] = additions.add(fixes.flatMap(({ adds = [] }) => adds))
  if (missing !== undefined) return { path, failure: missing }
  const declined = [...declinedIn(rewriting), ...fixes.flatMap(({ remains }) => remains === undefined ? [] : [`${escapePath(path)}: ${escapeText(remains)}`]), ...additions.add(variableNames(path, fixes, project))]
  if (plan.text === document.text) return { path, plan, declined }
  const { warning, failure } = write ? writeRewriting(rewriting, root) : {}
  if (failure !== undefined) return { path, failure }
  return { path, plan, diff: diffOf(rewriting), declined, ...(warning !== undefined && { warning }) }
}

function summary(outcomes: readonly Outcome[], added: number, write: boolean): readonly string[] {
  const applied = outcomes.flatMap(({ plan }) => plan?.applied ?? [])
  const held = outcomes.reduce((sum, { plan }) => sum + (plan?.held.length ?? 0), 0)
  const refused = outcomes.flatMap(({ path, plan }) => (plan?.refused ?? []).map(({ fix, reason }) => `${escapePath(path)}: ${escapeText(fix.title)} was not done. ${escapeText(reason)}`))
  const fixes = applied.map(({ fix }) => fix)
  const secrets = distinct(fixes.flatMap(({ requires }) => (requires ? [requires.id] : [])))
  const variables = distinct(fixes.flatMap(({ moves = [] }) => moves.flatMap(({ ref, variable }) => (variable === undefined ? [] : [`\`${variable}\` from \`${escapeText(spell(ref))}\``]))))
  const packages = distinct(fixes.flatMap(({ dependencies }) => dependencies ?? []))
  return [
    ...outcomes.flatMap(({ path, warning }) => (warning === undefined ? [] : [`${escapePath(path)}: ${warning}`])),
    ...refused,
    ...distinct(outcomes.flatMap(({ declined }) => declined ?? [])),
    done(fixes.filter(({ remains }) => remains === undefined), outcomes.filter(({ diff }) => diff).length + added, write),
    ...(held > 0 ? [`${held} more with \`--review\`: they change what the program does.`] : []),
    ...(packages.length > 0 ? [`Packages to add: ${packages.map(name => `\`${name}\``).join(', ')}.`] : []),
    ...(variables.length > 0 ? [`Variables of the environment that the platform must fill: ${variables.join(', ')}.`] : []),
    ...(secrets.length > 0
      ? [
          `Secrets that must exist in AWS Secrets Manager before this runs: ${secrets.map(id => `\`${escapeText(id)}\``).join(', ')}.`,
          'Deploy the permission to read them first, then the code; then replace the old values, which are still in the history of the repository.',
        ]
      : []),
  ]
}

function done(fixes: readonly Fix[], files: number, write: boolean): string {
  if (fixes.length === 0 && files === 0) return 'Nothing to fix.'
  const findings = fixes.length === 0 ? '' : `${fixes.length} ${fixes.length === 1 ? 'finding' : 'findings'} in `
  const what = `${findings}${files} ${files === 1 ? 'file' : 'files'}`
  if (findings === '') return write ? `Changed ${what}.` : `Would change ${what}; \`--write\` makes the changes.`
  return write ? `Fixed ${what}.` : `Would fix ${what}; \`--write\` makes the changes.`
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort()
}
