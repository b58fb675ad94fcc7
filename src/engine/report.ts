import type { Document } from '../core/document.ts'
import type { Finding, Related, Suppressed } from '../core/finding.ts'
import type { Secret } from '../core/secret.ts'
import { fillMessage } from '../core/rule.ts'
import { type Lines, detached } from '../core/text.ts'
import type { Reported } from './check.ts'
import { excerptOf } from './excerpt.ts'
import { fingerprintMessage, fingerprintSecret } from './fingerprint.ts'
import { maskedData, maskingOf } from './masking.ts'

export interface FindingOptions {
  readonly withFixes: boolean
  readonly suppressed?: Suppressed | undefined
  /** Documents besides its own that a problem may have related places in. */
  readonly others?: readonly Document[]
}

/** A problem as it is reported: its place counted, its message filled, every secret of the file masked in what is shown of it. */
export function findingOf({ active, problem, severity }: Reported, document: Document, { withFixes, suppressed, others = [] }: FindingOptions): Finding {
  const masking = maskingOf(document)
  const message = detached(fillMessage(active.rule.messages[problem.messageId] ?? problem.messageId, maskedData(problem, document)))
  const excerpt = excerptOf(document, problem.range, problem.secret)
  const linesOf = ({ path }: Related): Lines => (path === undefined ? document : others.find(other => other.path === path) ?? document).lines
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
    excerpt: { ...excerpt, lines: excerpt.lines.map(detached) },
    fingerprint: fingerprintOf(active.rule.id, problem.secret, message),
    related: (problem.related ?? []).map(related => ({
      ...related,
      message: detached(masking.mask(related.message)),
      start: linesOf(related).position(related.range[0]),
      end: linesOf(related).position(related.range[1]),
    })),
    offers: (problem.offers ?? problem.fixes)?.().map(({ title, safety }) => ({ title: detached(title), safety })) ?? [],
    ...(withFixes && problem.fixes && { fixes: problem.fixes() }),
    ...(suppressed && { suppressed }),
  }
}

/** Apart from `findingOf`, so that what it keeps is the value and not the document. */
function fingerprintOf(ruleId: string, secret: Secret | undefined, message: string): () => string {
  return () => (secret ? fingerprintSecret(ruleId, secret) : fingerprintMessage(ruleId, message))
}
