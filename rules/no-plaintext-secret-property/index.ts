import type { Credential } from '../../src/core/credential.ts'
import type { Document } from '../../src/core/document.ts'
import type { Fix } from '../../src/core/fix.ts'
import { type Context, defineRule } from '../../src/core/rule.ts'
import { Secret } from '../../src/core/secret.ts'
import { overlaps } from '../../src/core/text.ts'
import { detect } from '../../src/detection/detect.ts'
import { modulesIn } from '../../src/iac/index.ts'
import { literalsOf } from '../../src/lexer/literals.ts'
import { declinedReason, fixesFor } from '../../src/lookups/index.ts'
import { type Written, writtenIn } from './written.ts'

export default defineRule({
  id: 'no-plaintext-secret-property',
  summary: 'Disallow literals in properties of infrastructure that hold secrets',
  severity: 'error',
  presets: { recommended: {}, strict: {} },
  messages: {
    property: '`{{key}}` of `{{resource}}` is a secret, and everybody who can read the code or the stack can read it.',
    variable: 'The variable `{{key}}` of `{{resource}}` is a secret, and everybody who can read the configuration can read it.',
  },
  keywords: ['password', 'secret', 'token', 'apikey', 'api_key', 'privatekey', 'private_key', 'authkey', 'accesskey', 'access_key', 'passphrase', 'api-key', 'preshared_key', 'codebuild'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *check(document: Document, { project }: Context) {
    const all = writtenOf(document)
    let credentials: readonly Placed[] | undefined
    for (const written of all) {
      const { node: { content, value }, key, kind, resource } = written
      const ask = <Answer>(answer: (credential: Credential, all: readonly Credential[]) => Answer): Answer | undefined => {
        const placed = (credentials ??= placedIn(document, all))
        const own = placed.find(one => one.written === written)
        return own && answer(own.credential, credentialsOf(placed, document))
      }
      const fixes = (): readonly Fix[] => ask((credential, others) => fixesFor(credential, others, document, project)) ?? []
      const declined = (): string | undefined => ask((credential, others) => declinedReason(credential, others, document, project))
      yield { messageId: kind, range: content, secret: new Secret(String(value)), data: { key, resource }, fixes, declined } as const
    }
  },
})

interface Placed {
  readonly written: Written
  readonly credential: Credential
}

/** Each literal once, whichever dialects know it. */
function writtenOf(document: Document): readonly Written[] {
  const resources = modulesIn(document).flatMap(({ resources: own }) => own)
  const written = new Map(resources.flatMap(resource => [...writtenIn(resource, document.text)]).reverse().map(one => [one.node.content[0], one]))
  return [...written.values()].toSorted((one, other) => one.node.content[0] - other.node.content[0])
}

/** What the text alone shows to be a credential at these places, or the literal as one. */
function placedIn(document: Document, all: readonly Written[]): readonly Placed[] {
  const known = detect(document)
  const literals = new Map(literalsOf(document).map(literal => [literal.content[0], literal]))
  return all.flatMap(written => {
    const { content: range, value } = written.node
    const found = known.find(one => overlaps(one.range, range))
    const literal = literals.get(range[0])
    if (found) return [{ written, credential: found }]
    if (!literal) return []
    const secret = new Secret(String(value))
    return [{ written, credential: { detector: 'generic-password', name: 'secret', role: 'secret', severity: 'error', confidence: 'high', range, secret, literal, evidence: [] } } as const]
  })
}

function credentialsOf(placed: readonly Placed[], document: Document): readonly Credential[] {
  const known = detect(document)
  return [...known, ...placed.map(({ credential }) => credential).filter(credential => !known.includes(credential))]
}
