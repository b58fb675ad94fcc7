import { escapeText, escapedJson } from '../core/escape.ts'
import type { Finding, Report, Severity } from '../core/finding.ts'
import type { Position } from '../core/text.ts'

const SEVERITIES = { error: 'ERROR', warning: 'WARNING', information: 'INFO' } as const satisfies Record<Severity, string>

/** Reviewdog's diagnostics: <https://github.com/reviewdog/reviewdog/tree/master/proto/rdf>. Its columns count bytes, so places are lines only. */
export default function rdjson({ findings }: Report): string {
  return `${escapedJson({ source: { name: 'unhardcode', url: 'https://www.npmjs.com/package/unhardcode' }, diagnostics: findings.map(diagnostic) })}\n`
}

function diagnostic({ path, message, ruleId, severity, start, end }: Finding): object {
  return {
    message: escapeText(message),
    location: { path, range: { start: line(start), end: line(end) } },
    severity: SEVERITIES[severity],
    code: { value: ruleId },
  }
}

function line({ line: number }: Position): object {
  return { line: number }
}
