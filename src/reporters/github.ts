import { escapePath, escapeText } from '../core/escape.ts'
import { type Finding, type Report, type ReporterOptions, SEVERITIES, type Severity, relatedLine } from '../core/finding.ts'
import { unparsedLines } from './text.ts'

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice' } as const satisfies Record<Severity, string>

/** Annotations of one kind that GitHub takes from a step; the rest it drops without a word. */
const LIMIT = 10

/** Annotations of a pull request: <https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#setting-an-error-message>. */
export default function github({ findings, coverage, errors }: Report, { narrowed }: ReporterOptions): string {
  const annotated = SEVERITIES.toReversed().flatMap(severity => {
    const own = findings.filter(finding => finding.severity === severity)
    return [...own.slice(0, LIMIT).map(annotation), ...own.slice(LIMIT).map(plainLine)]
  })
  const failures = [...errors, ...coverage.unread.map(({ path, reason, partly }) => `\`${path}\` was not scanned${partly ? ' to its end' : ''}: ${reason}.`)]
  const summary = `${findings.length === 1 ? '1 finding' : `${findings.length} findings`} in ${coverage.files} files.`
  return [...annotated, ...failures.map(error => `::error::${data(error)}`), summary, ...unparsedLines(coverage), ...narrowed.map(escapeText)].map(line => `${line}\n`).join('')
}

function annotation({ severity, path, start, end, ruleId, message, related }: Finding): string {
  const properties = { file: path, line: start.line, endLine: end.line, ...(start.line === end.line && { col: start.column, endColumn: end.column }), title: ruleId }
  return `::${COMMANDS[severity]} ${Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`).join(',')}::${[message, ...related.map(one => relatedLine(one, path))].map(data).join('%0A')}`
}

function plainLine({ severity, path, start, ruleId, message, related }: Finding): string {
  const lines = related.map(one => `  = ${escapeText(relatedLine(one, path))}`)
  return [`${escapePath(path)}:${start.line}:${start.column} ${severity} ${escapeText(message)} (${ruleId})`, ...lines].join('\n')
}

function data(text: string): string {
  return escapeText(text).replaceAll('%', '%25')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
