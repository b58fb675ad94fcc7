import { escapedJson } from '../core/escape.ts'
import type { Finding, Report, ReporterOptions } from '../core/finding.ts'
import type { Position } from '../core/text.ts'

/** Version of this format; it grows when something in it changes its meaning. */
const VERSION = 1

/** For programs: lines and columns from 1, offsets from 0, all in UTF-16 units. */
export default function json({ findings, suppressed, coverage, elapsed, errors }: Report, { narrowed }: ReporterOptions): string {
  return `${escapedJson({
    version: VERSION,
    findings: [...findings, ...suppressed].map(findingJson),
    coverage: { ...coverage, elapsed: Math.round(elapsed), narrowed },
    errors,
  })}\n`
}

/** A finding, as every format for programs that is ours has it. */
export function findingJson(finding: Finding): object {
  const { ruleId, messageId, detector, severity, confidence, path, start, end, range, message, excerpt, related, suppressed } = finding
  return {
    ruleId,
    messageId,
    detector,
    severity,
    confidence,
    path,
    start: place(start, range[0]),
    end: place(end, range[1]),
    message,
    excerpt,
    fingerprint: finding.fingerprint(),
    related: related.map(one => ({ path: one.path ?? path, start: place(one.start, one.range[0]), end: place(one.end, one.range[1]), message: one.message })),
    fixes: finding.offers.map(({ title, safety }) => ({ title, safety })),
    suppressed,
  }
}

function place({ line, column }: Position, offset: number): object {
  return { line, column, offset }
}
