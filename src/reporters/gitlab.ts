import { createHash } from 'node:crypto'
import { escapeText, escapedJson } from '../core/escape.ts'
import { type Report, type Severity, relatedLine } from '../core/finding.ts'
import { toldApart } from '../core/ordinal.ts'

const SEVERITIES = { error: 'critical', warning: 'major', information: 'info' } as const satisfies Record<Severity, string>

/** GitLab's Code Quality: <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>. Equal fingerprints are shown once. */
export default function gitlab({ findings }: Report): string {
  return `${escapedJson(
    toldApart(findings).map(({ finding: { path, message, ruleId, severity, start, related }, fingerprint }) => ({
      // The format has one place only.
      description: [message, ...related.map(one => relatedLine(one, path))].map(escapeText).join(' '),
      check_name: ruleId,
      fingerprint: createHash('sha256').update(`${path}\0${fingerprint}`).digest('hex').slice(0, 32),
      severity: SEVERITIES[severity],
      location: { path, lines: { begin: start.line } },
    })),
  )}\n`
}
