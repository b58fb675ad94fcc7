import { styleText } from 'node:util'
import { RULE_IDS } from '../../../rules/index.ts'
import { escapePath, escapeText, escapedJson } from '../../core/escape.ts'
import type { Finding } from '../../core/finding.ts'
import { type Range, overlaps } from '../../core/text.ts'
import { detect } from '../../detection/detect.ts'
import { scan } from '../../engine/scan.ts'
import { isRuleId } from '../../engine/settings.ts'
import { proposeFor } from '../../lookups/index.ts'
import { findingJson } from '../../reporters/json.ts'
import { findingText } from '../../reporters/text.ts'
import { worktree } from '../../sources/worktree.ts'
import { type Candidate, candidateJson, candidatesIn, stretchOf, touches } from '../candidates.ts'
import { wantsColor } from '../color.ts'
import { detectorIds, detectorOf, readmeOf, reasonOf } from '../describe.ts'
import { UsageError, didYouMean } from '../errors.ts'
import { type Seen, inspectFile } from '../inspection.ts'
import type { ExitCode, Streams } from '../main.ts'
import { type Invocation, formatOf } from '../options.ts'
import { inputsOf } from '../paths.ts'
import { setUp } from '../setup.ts'
import { weighingLines } from '../weighing.ts'

/** Says what a rule or a detector means, or what is known of a line or of the places of a finding. */
export default function run({ operands, options }: Invocation, streams: Streams): ExitCode {
  const [subject, more] = operands
  if (subject === undefined || more !== undefined) throw new UsageError('`unhardcode explain` needs one rule, detector, `PATH:LINE` or fingerprint.')
  const color = wantsColor(options, streams)
  const place = /^(.+?):(\d+)(?::\d+)?$/.exec(subject)
  if (isRuleId(subject)) streams.print(renderMarkdown(readmeOf(subject), color))
  else if (!place && !/^[\da-f]{32}$/.test(subject)) streams.print(explainDetector(subject))
  else {
    const explanations = (place ? [{ path: place[1] ?? '', line: Number(place[2]) }] : placesOf(subject, streams.directory)).map(each => explain(each.path, each.line, streams.directory))
    const isJson = formatOf('explain', options) === 'json'
    streams.print(isJson ? `${escapedJson({ version: 1, places: explanations.map(explanationJson) })}\n` : explanations.map(each => explanationText(each, color)).join('\n'))
  }
  return 0
}

/** Markdown for a terminal: headings stand out, code steps back; without colours as it is. */
function renderMarkdown(markdown: string, color: boolean): string {
  if (!color) return markdown
  let fenced = false
  return markdown
    .split('\n')
    .map(line => {
      const fence = line.startsWith('```')
      if (fence) fenced = !fenced
      if (fence || fenced) return styleText('dim', line, { validateStream: false })
      return line.startsWith('#') ? styleText('bold', line, { validateStream: false }) : line
    })
    .join('\n')
}

function explainDetector(id: string): string {
  if (id.startsWith('generic-')) return `${id}: found by the name it is bound to and by its value, not by a provider's form. \`explain PATH:LINE\` prints the evidence.\n`
  const detector = detectorOf(id)
  if (!detector) throw new UsageError(`There is no rule or detector \`${id}\`.${didYouMean(id, [...RULE_IDS, ...detectorIds()])}`)
  const { name, role, severity, shape, pattern, near, pair, docs, revoke } = detector
  const facts = [
    ['Form', shape ?? pattern],
    ['Near', near?.join(', ')],
    ['Belongs to', pair],
    ['Severity', severity],
    ['Documentation', docs],
    ['To revoke', revoke],
  ].flatMap(([title, value]) => (value === undefined ? [] : [`${title}: ${value}`]))
  return `${[`${name} (${role})`, '', ...facts].join('\n')}\n`
}

/** Where the findings of a fingerprint are in the current directory. */
function placesOf(fingerprint: string, directory: string): readonly { readonly path: string; readonly line: number }[] {
  const { root, paths } = inputsOf(['.'], directory)
  const setup = setUp(root, {})
  const { findings, suppressed } = scan(worktree({ root, paths, ignore: setup.ignore }), setup.scanOptions)
  const found = [...findings, ...suppressed].filter(finding => finding.fingerprint() === fingerprint)
  if (found.length === 0) throw new UsageError('No finding in the current directory has this fingerprint.')
  return [...new Map(found.map(({ path, start: { line } }) => [`${path}:${line}`, { path, line }])).values()]
}

/** What is known of a line. */
interface Explanation {
  readonly path: string
  readonly line: number
  readonly seen: Seen
  readonly findings: readonly Finding[]
  readonly candidates: readonly Candidate[]
}

function explain(operand: string, line: number, directory: string): Explanation {
  const { path, seen } = inspectFile(operand, directory)
  if (!seen) throw new UsageError(`\`${operand}\` cannot be read as text.`)
  const stretch = stretchOf(seen, line)
  const findings = seen.findings.filter(({ range }) => touches(range, stretch))
  return { path, line, seen, findings, candidates: candidatesIn(seen, stretch) }
}

function explanationJson({ path, line, findings, candidates }: Explanation): object {
  return { path, line, findings: findings.map(findingJson), candidates: candidates.map(candidateJson) }
}

function explanationText({ path, line, seen, findings, candidates }: Explanation, color: boolean): string {
  const bold = (text: string): string => (color ? styleText('bold', text, { validateStream: false }) : text)
  const paint = (style: Parameters<typeof styleText>[0], text: string): string => (color ? styleText(style, text, { validateStream: false }) : text)
  const reported = candidates.filter(({ finding }) => finding)
  const others = candidates.filter(({ suspect }) => !reported.some(own => overlaps(own.suspect.range, suspect.range)))
  const promising = others.filter(({ verdict }) => verdict.confidence !== 'none')
  const likely = promising.filter(({ suspect }, index) => promising.findIndex(other => overlaps(other.suspect.range, suspect.range)) === index)
  const unlikely = others.length - promising.length
  const blocks = [
    ...findings.map(finding => [findingText(finding, paint).trimEnd(), ...findingLines(finding, candidates.find(own => own.finding === finding), seen)]),
    ...likely.map(candidate => [
      `${bold(`${escapePath(path)}:${candidate.start.line}:${candidate.start.column}`)} ${candidate.suspect.detector.name} (${candidate.suspect.detector.detector}) is not reported: ${candidate.outcome}.`,
      ...indented(weighingLines(candidate)),
    ]),
    ...(findings.length + likely.length === 0 ? [[`${bold(`${escapePath(path)}:${line}`)} Nothing on this line is a finding.`]] : []),
    ...(findings.length + likely.length === 0 || unlikely > 0
      ? [[`${unlikely > 0 ? `${unlikely} more ${unlikely === 1 ? 'candidate was' : 'candidates were'} judged to be no credential. ` : ''}\`unhardcode why-not ${escapeText(path)}:${line}\` says why.`]]
      : []),
  ]
  return `${blocks.map(block => block.join('\n')).join('\n\n')}\n`
}

/** What is known of a finding besides its message. */
function findingLines(finding: Finding, candidate: Candidate | undefined, seen: Seen): readonly string[] {
  const { ruleId, suppressed, detector } = finding
  const own = detector === undefined ? undefined : detectorOf(detector)
  return [
    ...(suppressed ? [`Silenced by: ${suppressed.by}${suppressed.reason ? ` (${escapeText(suppressed.reason)})` : ''}.`] : []),
    ...(candidate ? ['Evidence:', ...indented(weighingLines(candidate))] : []),
    ...(detector === undefined ? [] : [`Detector: ${detector}${own ? `; ${own.docs}` : ', by the name it is bound to and by its value'}.`]),
    ...(own ? [`To revoke: ${own.revoke}`] : []),
    ...(finding.offers.length === 0 && candidate ? declined(candidate.suspect.range, seen) : []),
    `Fingerprint: ${finding.fingerprint()}.`,
    ...(isRuleId(ruleId) ? ['Why it is a finding:', ...indented(reasonOf(ruleId).split('\n')), `More: \`unhardcode explain ${ruleId}\`.`] : []),
  ]
}

/** Why there is no fix. */
function declined([start, end]: Range, { document, setup }: Seen): readonly string[] {
  const all = detect(document)
  const credential = all.find(({ range }) => range[0] === start && range[1] === end)
  const proposed = credential?.role === 'secret' ? proposeFor(credential, all, document, setup.scanOptions.project(document.path)) : []
  return 'declined' in proposed ? [`No fix: ${escapeText(proposed.declined)}`] : []
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map(line => `  ${line}`)
}
