import type { Document } from '../core/document.ts'
import type { Rule } from '../core/rule.ts'
import { ruleWordsIn } from './match.ts'

const known = new WeakMap<Document, ReadonlySet<string>>()

/** Whether a document's path or text holds a word that a rule asks for, or the rule asks for none. To look for it is cheaper than to read the file's syntax. */
export function asksFor({ keywords }: Pick<Rule, 'keywords'>, document: Document): boolean {
  if (keywords.length === 0) return true
  let words = known.get(document)
  if (!words) known.set(document, (words = ruleWordsIn(`${document.path}\n${document.text}`)))
  return keywords.some(keyword => words.has(keyword))
}
