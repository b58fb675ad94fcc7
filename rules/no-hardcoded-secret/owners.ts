import { createRequire } from 'node:module'
import type { Document } from '../../src/core/document.ts'
import type { Rule } from '../../src/core/rule.ts'
import type { Secret } from '../../src/core/secret.ts'
import type { Range } from '../../src/core/text.ts'
import { asksFor } from '../../src/detection/asking.ts'
import { modulesIn } from '../../src/iac/index.ts'

/** Rules that know a literal by its place in infrastructure. Their options decide nothing here, nor whether they are on. */
const OWNERS = ['no-static-aws-credentials', 'no-unsafe-plaintext', 'no-plaintext-secret-string', 'no-secret-parameter-default', 'no-plaintext-secret-property'] as const

const require = createRequire(import.meta.url)
const owned = new WeakMap<Document, readonly OwnedLiteral[]>()

/** A literal that a more specific rule reports, weak or not. */
export interface OwnedLiteral {
  readonly range: Range
  readonly secret: Secret
}

/** Whether a more specific rule owns the literal that stands at a place of a document. */
export function isOwnedElsewhere(document: Document, [start, end]: Range): boolean {
  return ownedLiterals(document).some(({ range: [from, to] }) => from <= start && end <= to)
}

/** The literals of a document that more specific rules know to be secrets by their place. Read once. */
export function ownedLiterals(document: Document): readonly OwnedLiteral[] {
  let literals = owned.get(document)
  if (!literals) owned.set(document, (literals = literalsOf(document)))
  return literals
}

function literalsOf(document: Document): readonly OwnedLiteral[] {
  const rules = OWNERS.map(id => (require(`../${id}/index.js`) as { default: Rule }).default).filter(rule => asksFor(rule, document))
  const modules = rules.length > 0 ? modulesIn(document) : []
  return rules.flatMap(rule => {
    const context = { options: rule.defaults, project: {} as never }
    const problems = [...(rule.check?.(document, context) ?? []), ...modules.flatMap(module => [...(rule.checkModule?.(module, context) ?? [])])]
    return problems.flatMap(({ range, secret }) => (secret ? [{ range, secret }] : []))
  })
}
