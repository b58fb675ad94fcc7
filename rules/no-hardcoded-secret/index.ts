import type { Credential, Group } from '../../src/core/credential.ts'
import type { Document } from '../../src/core/document.ts'
import { CONFIDENCES, type Confidence, type Related, type Severity } from '../../src/core/finding.ts'
import { type Context, defineRule } from '../../src/core/rule.ts'
import { overlaps } from '../../src/core/text.ts'
import { detect } from '../../src/detection/detect.ts'
import { joinAcross, loneHalves } from '../../src/detection/across.ts'
import { isOwnedElsewhere } from './owners.ts'
import { declinedReason, fixesFor, offersFor } from '../../src/lookups/index.ts'

interface Options {
  /** The least confidence that is reported. */
  readonly confidence: Confidence
}

export default defineRule({
  id: 'no-hardcoded-secret',
  summary: 'Disallow credentials in code, configuration, scripts and documentation',
  severity: 'error',
  presets: { recommended: { confidence: 'medium' }, strict: { confidence: 'low' } },
  messages: {
    secret: 'Hardcoded {{name}}.',
    bound: 'Hardcoded {{name}} in `{{binding}}`.',
    public: '{{name}}, public by design.',
    identifier: '{{name}}, which is no secret without its other half.',
  },
  keywords: [],
  options: { type: 'object', properties: { confidence: { enum: CONFIDENCES } }, additionalProperties: false },
  defaults: { confidence: 'medium' } satisfies Options,
  *check(document: Document, context: Context<Options>) {
    const least = CONFIDENCES.indexOf(context.options.confidence)
    const all = detect(document)
    const reported = all.filter(({ confidence, range }) => CONFIDENCES.indexOf(confidence) >= least && !isOwnedElsewhere(document, range))
    const told = new Set(all.flatMap(credential => (credential.group && !isHalf(credential) && (reported.includes(credential) || isOwnedElsewhere(document, credential.range)) ? [credential.group] : [])))
    const lone = new Set(loneHalves(document).map(half => half.credential))
    for (const credential of reported) {
      if (credential.group && isHalf(credential) && told.has(credential.group)) continue
      const { group, range, confidence, secret, detector, role } = credential
      yield {
        ...message(credential),
        range,
        severity: severityOf(credential),
        confidence,
        secret,
        detector,
        related: isHalf(credential) ? [] : relatedOf(group),
        ...(lone.has(credential) && { isHalf: true }),
        offers: () => (role === 'secret' ? offersFor(credential, all, document, context.project) : []),
        fixes: () => (role === 'secret' ? fixesFor(credential, all, document, context.project) : []),
        declined: () => (role === 'secret' ? declinedReason(credential, all, document, context.project) : undefined),
      } as const
    }
  },
  *checkTogether(documents: readonly Document[], { options }: Context<Options>) {
    for (const { identifier, secret: { document, credential } } of joinAcross(documents)) {
      const { range, confidence, secret, detector } = credential
      if (CONFIDENCES.indexOf(confidence) < CONFIDENCES.indexOf(options.confidence) || isOwnedElsewhere(document, range)) continue
      const { document: { path }, credential: other } = identifier
      yield { ...message(credential), path: document.path, range, severity: severityOf(credential), confidence, secret, detector, related: [{ path, range: other.range, message: belongs(other.name) }] } as const
    }
  },
})

/** What stands beside the secret and says whose it is. */
function relatedOf(group: Group | undefined): readonly Related[] {
  return (group?.members ?? []).filter(({ kind }) => kind === 'half').map(({ name, range }) => ({ range, message: belongs(name) }))
}

function belongs(name: string): string {
  return `The ${name} that belongs to it.`
}

/** Whether a credential is told beside the secret that it belongs to. */
function isHalf({ group, range }: Credential): boolean {
  return group?.members.some(member => member.kind === 'half' && member.range[0] === range[0]) ?? false
}

function message({ name, role, literal, group }: Credential): { messageId: 'secret' | 'bound' | 'public' | 'identifier'; data: Record<string, string> } {
  if (role !== 'secret') return { messageId: role, data: { name } }
  const binding = literal?.binding
  // Of two arguments the first is not what the second is called.
  const isNamed = binding && !group?.members.some(member => overlaps(member.range, binding.nameRange))
  return isNamed ? { messageId: 'bound', data: { name, binding: binding.name.slice(0, 60) } } : { messageId: 'secret', data: { name } }
}

/** A guess blocks nothing as an error: what is less than sure is a warning at most. */
function severityOf({ severity, confidence }: Credential): Severity {
  return confidence === 'high' || severity === 'information' ? severity : 'warning'
}
