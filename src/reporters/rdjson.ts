import { escapeText, escapedJson } from '../core/escape.ts'
import type { Finding, Report, Severity } from '../core/finding.ts'
import type { Position } from '../core/text.ts'

const SEVERITIES = { error: 'ERROR', warning: 'WARNING', information: 'INFO' } as const satisfies Record<Severity, string>

/** Reviewdog's diagnostics: <https://github.com/reviewdog/reviewdog/tree/master/proto/rdf>. Its columns count bytes, so places are lines only. */
export default function rdjson({ findings }: Report): string {
  return `${escapedJson({ source: { name: 'unhardcode', url: 'https://www.npmjs.com/package/unhardcode' }, diagnostics: findings.map(diagnostic) })}\n`
}

function diagnostic({ path, message, ruleId, severity, start, end, related }: Finding): object {
  return {
    message: escapeText(message),
    location: location(path, start, end),
    severity: SEVERITIES[severity],
    code: { value: ruleId },
    ...(related.length > 0 && { related_locations: related.map(one => ({ message: escapeText(one.message), location: location(one.path ?? path, one.start, one.end) })) }),
  }
}

function location(path: string, start: Position, end: Position): object {
  return { path, range: { start: line(start), end: line(end) } }
}

function line({ line: number }: Position): object {
  return { line: number }
}
