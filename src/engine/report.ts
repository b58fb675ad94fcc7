import type { Document } from '../core/document.ts'
import type { Finding, Suppressed } from '../core/finding.ts'
import { MASK, Secret } from '../core/secret.ts'
import { fillMessage } from '../core/rule.ts'
import { detect } from '../detection/detect.ts'
import type { Reported } from './check.ts'
import { excerptOf } from './excerpt.ts'
import { fingerprintMessage, fingerprintSecret } from './fingerprint.ts'

/** A problem as it is reported: its place counted, its message filled, every secret of the file masked in what is shown of it. */
export function findingOf({ active, problem, severity }: Reported, document: Document, suppressed?: Suppressed): Finding {
  const credentials = detect(document)
  const values = credentials.map(({ secret }) => secret)
  const message = maskValues(fillMessage(active.rule.messages[problem.messageId] ?? problem.messageId, problem.data), values)
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
    excerpt: excerptOf(document, problem.range, credentials),
    fingerprint: () => (problem.secret ? fingerprintSecret(active.rule.id, problem.secret) : fingerprintMessage(active.rule.id, message)),
    related: (problem.related ?? []).map(related => ({
      ...related,
      message: maskValues(related.message, values),
      start: document.lines.position(related.range[0]),
      end: document.lines.position(related.range[1]),
    })),
    fixes: problem.fixes ?? (() => []),
    ...(suppressed && { suppressed }),
  }
}

/** A name in a message can itself be a secret: a key id used as a name, a URL in a comment. */
function maskValues(message: string, secrets: readonly Secret[]): string {
  return secrets.reduce((masked, secret) => (secret.reveal().length > 3 ? masked.replaceAll(secret.reveal(), MASK) : masked), message)
}
