import { styleText } from 'node:util'
import { escapeLine, escapePath, escapeText } from '../core/escape.ts'
import { type Coverage, type Finding, type Report, type ReporterOptions, SEVERITIES, type Severity, relatedLine } from '../core/finding.ts'

type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, text: string) => string

const STYLES = { error: 'red', warning: 'yellow', information: 'blue' } as const satisfies Record<Severity, Style>

/** For people: each finding with its line, then what was seen and what was not. */
export default function text(report: Report, { color, quiet, narrowed }: ReporterOptions): string {
  const paint: Paint = color ? (style, part) => styleText(style, part, { validateStream: false }) : (_, part) => part
  const findings = report.findings.map(finding => `${findingText(finding, paint)}\n`)
  const errors = [...report.errors, ...report.coverage.unread.map(({ path, reason, partly }) => `\`${escapeText(path)}\` was not scanned${partly ? ' to its end' : ''}: ${reason}.`)]
  const summary = quiet ? [] : [...summaryLines(report), ...narrowed]
  return [...findings, ...errors.map(error => `${paint('red', 'error')} ${error}\n`), ...summary.map(line => `${line}\n`)].join('')
}

/** One finding: where and what, its line with the secret masked and underlined, and the fixes on offer. */
export function findingText(finding: Finding, paint: Paint = (_, part) => part): string {
  const { path, start, severity, message, ruleId, excerpt } = finding
  const gutter = String(excerpt.line)
  const blank = ' '.repeat(gutter.length)
  const [first = ''] = excerpt.lines
  const [before, marked] = [first.slice(0, excerpt.underline[0]), first.slice(...excerpt.underline)].map(escapeLine) as [string, string]
  const carets = before.replace(/[^\t]/g, ' ') + '^'.repeat(Math.max(1, marked.length))
  return [
    `${paint('bold', `${escapePath(path)}:${start.line}:${start.column}`)} ${paint(STYLES[severity], severity)} ${escapeText(message)} ${paint('dim', `(${ruleId})`)}`,
    ...excerpt.lines.map((line, index) => `${paint('dim', `${String(excerpt.line + index).padStart(gutter.length)} |`)} ${escapeLine(line)}`.trimEnd()),
    `${paint('dim', `${blank} |`)} ${paint(STYLES[severity], carets)}`,
    ...finding.related.map(related => `${paint('dim', `${blank} =`)} ${escapeText(relatedLine(related, path))}`),
    ...finding.offers.map(({ title, safety }) => `${paint('dim', `${blank} =`)} ${paint('green', safety === 'safe' ? 'fix' : 'fix --review')}: ${escapeText(title)}`),
    '',
  ].join('\n')
}

function summaryLines({ findings, suppressed, coverage, elapsed, errors }: Report): readonly string[] {
  const bySeverity = SEVERITIES.toReversed().flatMap(severity => {
    const count = findings.filter(finding => finding.severity === severity).length
    return count > 0 ? [severity === 'information' ? `${count} for information` : counted(count, severity)] : []
  })
  const files = new Set(findings.map(({ path }) => path)).size
  const skipped = Object.entries(coverage.skipped).filter(([, count]) => count > 0).sort((one, other) => other[1] - one[1])
  const total = skipped.reduce((sum, [, count]) => sum + count, 0)
  const found = findings.length > 0 ? `${counted(findings.length, 'finding')} (${bySeverity.join(', ')}) in ${counted(files, 'file')}` : 'No findings'
  return [
    ...(coverage.files > 0 ? [`${found}${suppressedText(suppressed)}.`] : errors.length + coverage.unread.length > 0 ? [] : ['There was nothing to scan.']),
    ...fixableLines(findings),
    `Scanned ${counted(coverage.files, 'file')}, ${size(coverage.bytes)}, in ${(elapsed / 1000).toFixed(2)} s.`,
    ...unparsedLines(coverage),
    ...(total > 0 ? [`Skipped ${number(total)}: ${skipped.map(([reason, count]) => `${reason} (${number(count)})`).join(', ')}.`] : []),
  ]
}

/** How many of what could not be parsed are named. */
const NAMED = 3

/** How many files of infrastructure could not be parsed, and the first of them. */
export function unparsedLines({ unparsed = [] }: Coverage): readonly string[] {
  if (unparsed.length === 0) return []
  const named = unparsed.slice(0, NAMED).map(({ path, line, reason }) => `  ${escapePath(path)}:${line} ${reason}`)
  const more = unparsed.length - named.length
  return [`${counted(unparsed.length, 'file')} of infrastructure could not be parsed; secrets were still looked for in the text:`, ...named, ...(more > 0 ? [`  and ${number(more)} more, all named with \`--format json\`.`] : [])]
}

function suppressedText(suppressed: readonly Finding[]): string {
  const reasons = new Map<string, number>()
  for (const { suppressed: by } of suppressed) if (by) reasons.set(by.by, (reasons.get(by.by) ?? 0) + 1)
  return suppressed.length === 0 ? '' : `; ${number(suppressed.length)} suppressed: ${[...reasons].map(([by, count]) => `${by} (${number(count)})`).join(', ')}`
}

function fixableLines(findings: readonly Finding[]): readonly string[] {
  const safe = findings.filter(({ offers }) => offers.some(({ safety }) => safety === 'safe')).length
  const review = findings.filter(({ offers }) => offers.length > 0).length
  return [
    ...(safe > 0 ? [`${number(safe)} can be fixed with \`unhardcode fix\`.`] : []),
    ...(review > safe ? [`${number(review)} can be fixed with \`unhardcode fix --review\`.`] : []),
  ]
}

function counted(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** With a comma every three digits; `toLocaleString` loads the tables of all languages for it. */
function number(value: number): string {
  return String(value).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',')
}

function size(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte')
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
