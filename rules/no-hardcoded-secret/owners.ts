import { createRequire } from 'node:module'
import type { Document } from '../../src/core/document.ts'
import type { Rule } from '../../src/core/rule.ts'
import type { Range } from '../../src/core/text.ts'
import { dialectOf } from '../../src/iac/index.ts'

/** Rules that know a literal by its place in infrastructure. Their options decide nothing here, nor whether they are on. */
const OWNERS = ['no-plaintext-secret-string', 'no-secret-parameter-default'] as const

const require = createRequire(import.meta.url)
const owned = new WeakMap<Document, readonly Range[]>()

/** Whether a more specific rule owns the literal that stands at a place of a document. */
export function isOwnedElsewhere(document: Document, [start, end]: Range): boolean {
  const ranges = owned.get(document) ?? literalsOf(document)
  owned.set(document, ranges)
  return ranges.some(([from, to]) => from <= start && end <= to)
}

function literalsOf(document: Document): readonly Range[] {
  const words = `${document.path}\n${document.text}`.toLowerCase()
  const rules = OWNERS.map(id => (require(`../${id}/index.js`) as { default: Rule }).default).filter(({ keywords }) => keywords.some(keyword => words.includes(keyword)))
  const dialect = rules.length > 0 ? dialectOf(document) : undefined
  const module = dialect?.module([document], false)
  const problems = rules.flatMap(rule => {
    const context = { options: rule.defaults, project: {} as never }
    return [...(rule.check?.(document, context) ?? []), ...(module ? (rule.checkModule?.(module, context) ?? []) : [])]
  })
  return problems.map(({ range }) => range)
}
