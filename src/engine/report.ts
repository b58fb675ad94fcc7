import type { Document } from '../core/document.ts'
import type { Finding, Suppressed } from '../core/finding.ts'
import { fillMessage } from '../core/rule.ts'
import type { Reported } from './check.ts'
import { excerptOf } from './excerpt.ts'
import { fingerprintMessage, fingerprintSecret } from './fingerprint.ts'
import { maskedData, maskingOf } from './masking.ts'

/** A problem as it is reported: its place counted, its message filled, every secret of the file masked in what is shown of it. */
export function findingOf({ active, problem, severity }: Reported, document: Document, suppressed?: Suppressed): Finding {
  const masking = maskingOf(document)
  const message = fillMessage(active.rule.messages[problem.messageId] ?? problem.messageId, maskedData(problem, document))
  return {
    ruleId: active.rule.id,
    messageId: problem.messageId,
    ...(problem.detector && { detector: problem.detector }),
    severity,
    confidence: problem.confidence ?? 'high',
    path: problem.path ?? document.path,
    range: problem.range,
    start: document.lines.position(problem.range[0]),
    end: document.lines.position(problem.range[1]),
    message,
    excerpt: excerptOf(document, problem.range),
    fingerprint: () => (problem.secret ? fingerprintSecret(active.rule.id, problem.secret) : fingerprintMessage(active.rule.id, message)),
    related: (problem.related ?? []).map(related => ({
      ...related,
      message: masking.mask(related.message),
      start: document.lines.position(related.range[0]),
      end: document.lines.position(related.range[1]),
    })),
    offers: memoized(problem.offers ?? problem.fixes ?? (() => [])),
    fixes: memoized(problem.fixes ?? (() => [])),
    ...(suppressed && { suppressed }),
  }
}

function memoized<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
