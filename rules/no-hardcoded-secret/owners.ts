import { createRequire } from 'node:module'
import type { Document } from '../../src/core/document.ts'
import type { Rule } from '../../src/core/rule.ts'
import type { Secret } from '../../src/core/secret.ts'
import type { Range } from '../../src/core/text.ts'
import { asksFor } from '../../src/detection/asking.ts'
import { modulesIn } from '../../src/iac/index.ts'

/** Rules that know a literal by its place, the most specific first. Their options decide nothing here, nor whether they are on. */
const OWNERS = ['no-static-aws-credentials', 'no-unsafe-plaintext', 'no-plaintext-secret-string', 'no-secret-parameter-default', 'no-plaintext-secret-property', 'no-secret-fallback'] as const
type Owner = (typeof OWNERS)[number]

const require = createRequire(import.meta.url)
const owned = new WeakMap<Document, Map<Owner, readonly OwnedLiteral[]>>()

/** A literal that a more specific rule reports, weak or not. */
export interface OwnedLiteral {
  readonly range: Range
  readonly secret: Secret
}

/** Whether a rule that is more specific than the one that asks owns the literal that stands at a place of a document. */
export function isOwnedElsewhere(document: Document, [start, end]: Range, asking?: Owner): boolean {
  const before = asking ? OWNERS.slice(0, OWNERS.indexOf(asking)) : OWNERS
  return before.some(id => literalsOf(document, id).some(({ range: [from, to] }) => from <= start && end <= to))
}

/** The literals of a document that more specific rules know to be secrets by their place. */
export function ownedLiterals(document: Document): readonly OwnedLiteral[] {
  return OWNERS.flatMap(id => literalsOf(document, id))
}

/** What one rule owns. Read once. */
function literalsOf(document: Document, id: Owner): readonly OwnedLiteral[] {
  const known = owned.get(document) ?? new Map<Owner, readonly OwnedLiteral[]>()
  owned.set(document, known)
  let literals = known.get(id)
  if (!literals) known.set(id, (literals = readLiterals(document, id)))
  return literals
}

function readLiterals(document: Document, id: Owner): readonly OwnedLiteral[] {
  const rule = (require(`../${id}/index.js`) as { default: Rule }).default
  if (!asksFor(rule, document)) return []
  const context = { options: rule.defaults, project: {} as never }
  const modules = rule.checkModule ? modulesIn(document) : []
  const problems = [...(rule.check?.(document, context) ?? []), ...modules.flatMap(module => [...(rule.checkModule?.(module, context) ?? [])])]
  return problems.flatMap(({ range, secret }) => (secret ? [{ range, secret }] : []))
}
