import { join, posix } from 'node:path'
import { decodeText, encodeText } from '../../core/encoding.ts'
import { escapePath, escapeText } from '../../core/escape.ts'
import type { Finding, Severity } from '../../core/finding.ts'
import type { Fix } from '../../core/fix.ts'
import type { Source, SourceEntry } from '../../core/source.ts'
import { type FixPlan, planFixes } from '../../engine/apply.ts'
import type { Document } from '../../core/document.ts'
import type { Reported, Siblings } from '../../engine/check.ts'
import { unifiedDiff } from '../../engine/diff.ts'
import { secretsIn } from '../../engine/masking.ts'
import { type ScanOptions, scan } from '../../engine/scan.ts'
import { openProblems } from '../../engine/suppression.ts'
import { openDocument } from '../../formats/index.ts'
import { DIALECTS } from '../../iac/index.ts'
import { spell } from '../../lookups/names.ts'
import { worktree } from '../../sources/worktree.ts'
import { writeFileAtomically } from '../../sources/write.ts'
import { UsageError } from '../errors.ts'
import type { ExitCode, Streams } from '../main.ts'
import type { Invocation } from '../options.ts'
import { inputsOf } from '../paths.ts'
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
  const setup = setUp(root, options)
  const source = worktree({ root, paths, ignore: setup.ignore })
  const report = scan(source, setup.scanOptions)
  let listed: readonly SourceEntry[] | undefined
  const list = (): readonly SourceEntry[] => (listed ??= [...source.list()])
  const concerned = [...new Set(report.findings.map(({ path }) => path))]
  const outcomes = concerned.map(path => {
    const outcome = fixFile({ path }, { source, list, options: setup.scanOptions }, { review: options.review ?? false, write: options.write ?? false })
    setup.moved.push(...(outcome.plan?.applied ?? []).flatMap(({ fix }) => fix.moves ?? []))
    return outcome
  })
  const failures = [
    ...(directories && report.coverage.files === 0 ? [NOTHING_SCANNED] : []),
    ...report.coverage.unread.map(({ path, reason, partly }) => `\`${path}\` was not scanned${partly ? ' to its end' : ''}: ${reason}.`),
    ...outcomes.flatMap(({ path, failure }) => (failure === undefined ? [] : [`\`${path}\` was left as it is: ${failure}`])),
  ]
  streams.print(outcomes.map(({ diff }) => diff ?? '').join(''))
  if (failures.length > 0) streams.printError(failures.map(failure => `unhardcode: ${escapeText(failure)}\n`).join(''))
  if (!options.quiet) streams.print([...summary(outcomes, options.write ?? false), ...setup.narrowed(report)].map(line => `${line}\n`).join(''))
  if (failures.length > 0) return 2
  const open = options.write ? severitiesLeft(report.findings, outcomes) : report.findings.map(({ severity }) => severity)
  return open.some(severity => reaches(severity, setup.failOn)) ? 1 : 0
}

/** Severities of what is open after writing. What a plan declines may be new to the report: one value in two places is found once. */
function severitiesLeft(findings: readonly Finding[], outcomes: readonly Outcome[]): readonly Severity[] {
  const left = findings.filter(({ path, ruleId, range }) => {
    const applied = outcomes.find(outcome => outcome.path === path)?.plan?.applied ?? []
    return !applied.some(({ reported: { active, problem } }) => active.rule.id === ruleId && problem.range[0] === range[0] && problem.range[1] === range[1])
  })
  const declined = outcomes.flatMap(({ plan }) => [...(plan?.held ?? []), ...(plan?.refused ?? [])])
  return [...left.map(({ severity }) => severity), ...declined.map(({ reported }) => reported.severity)]
}

/** What fixing a file goes by. */
interface Surroundings {
  readonly source: Source
  /** All files of the run. */
  readonly list: () => readonly SourceEntry[]
  readonly options: ScanOptions
}

function fixFile(entry: SourceEntry, { source, list, options }: Surroundings, { review, write }: { readonly review: boolean; readonly write: boolean }): Outcome {
  const { path } = entry
  const content = source.readWhole(entry)
  if (!(content instanceof Uint8Array)) return { path, failure: `${content.reason}.` }
  const decoded = decodeText(content)
  if (!decoded) return { path, failure: 'it is not text.' }
  const document = openDocument(path, decoded.text)
  const siblings = siblingsOf(path, source, list)
  const find = (changed: Document): readonly Reported[] => openProblems(changed, options, siblings)
  const plan = planFixes(document, { open: openDocument, find, review })
  const declined = declinedIn(document, find(document), plan)
  if (plan.text === decoded.text) return { path, plan, declined }
  if (!decoded.lossless) return { path, failure: `some of its bytes are no ${decoded.encoding.toUpperCase()}, and would be lost.` }
  const diff = unifiedDiff(path, decoded.text, plan.text, secretsIn(document))
  if (!write) return { path, plan, diff, declined }
  let bytes: Uint8Array
  try {
    bytes = encodeText(plan.text, decoded.encoding, decoded.bom)
  } catch (error) {
    if (error instanceof RangeError) return { path, failure: error.message }
    throw error
  }
  const written = writeFileAtomically(join(source.root, path), bytes, { expected: content })
  if (!written.written) return { path, failure: written.reason }
  return { path, plan, diff, declined, ...(written.warning !== undefined && { warning: written.warning }) }
}

/** Why findings of a file have no fix at all, by line. */
function declinedIn({ path, lines }: Document, found: readonly Reported[], { applied, held, refused }: FixPlan): readonly string[] {
  const known = new Set([...applied, ...held, ...refused].map(({ reported: { problem } }) => problem.range[0]))
  return found.flatMap(({ problem }) => {
    const reason = known.has(problem.range[0]) ? undefined : problem.declined?.()
    return reason === undefined ? [] : [`${escapePath(path)}:${lines.position(problem.range[0]).line}: ${escapeText(reason)}`]
  })
}

/** The files of the same directory that infrastructure is read from; small ones, as people write them. */
function siblingsOf(path: string, source: Source, list: Surroundings['list']): Siblings | undefined {
  if (!DIALECTS.some(dialect => dialect.scope === 'directory' && dialect.reads(path))) return undefined
  const directory = posix.dirname(path)
  const documents = list().filter(entry => entry.path !== path && posix.dirname(entry.path) === directory).flatMap(entry => {
    const content = DIALECTS.some(dialect => dialect.reads(entry.path)) ? source.readWhole(entry) : undefined
    const text = content instanceof Uint8Array ? decodeText(content)?.text : undefined
    return text === undefined ? [] : [openDocument(entry.path, text)]
  })
  return { documents, complete: source.covers?.(directory === '.' ? '' : directory) ?? false }
}

function summary(outcomes: readonly Outcome[], write: boolean): readonly string[] {
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
    done(fixes, outcomes.filter(({ diff }) => diff).length, write),
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
  if (fixes.length === 0) return 'Nothing to fix.'
  const what = `${fixes.length} ${fixes.length === 1 ? 'finding' : 'findings'} in ${files} ${files === 1 ? 'file' : 'files'}`
  return write ? `Fixed ${what}.` : `Would fix ${what}; \`--write\` makes the changes.`
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort()
}
