import type { Credential } from '../../src/core/credential.ts'
import type { Document } from '../../src/core/document.ts'
import { CONFIDENCES, type Confidence, type Severity } from '../../src/core/finding.ts'
import { type Context, defineRule } from '../../src/core/rule.ts'
import { detect } from '../../src/detection/detect.ts'
import { isOwnedElsewhere } from './owners.ts'
import { fixesFor, offersFor } from '../../src/lookups/index.ts'

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
  *check(document: Document, { options, project }: Context<Options>) {
    const least = CONFIDENCES.indexOf(options.confidence)
    for (const credential of detect(document)) {
      if (CONFIDENCES.indexOf(credential.confidence) < least || isOwnedElsewhere(document, credential.range)) continue
      yield {
        ...message(credential),
        range: credential.range,
        severity: severityOf(credential),
        confidence: credential.confidence,
        secret: credential.secret,
        detector: credential.detector,
        offers: () => (credential.role === 'secret' ? offersFor(credential, detect(document), document, project) : []),
        fixes: () => (credential.role === 'secret' ? fixesFor(credential, detect(document), document, project) : []),
      } as const
    }
  },
})

function message({ name, role, literal }: Credential): { messageId: 'secret' | 'bound' | 'public' | 'identifier'; data: Record<string, string> } {
  if (role !== 'secret') return { messageId: role, data: { name } }
  const binding = literal?.binding?.name
  return binding ? { messageId: 'bound', data: { name, binding: binding.slice(0, 60) } } : { messageId: 'secret', data: { name } }
}

/** A guess blocks nothing as an error: what is less than sure is a warning at most. */
function severityOf({ severity, confidence }: Credential): Severity {
  return confidence === 'high' || severity === 'information' ? severity : 'warning'
}
