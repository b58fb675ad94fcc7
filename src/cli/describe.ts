import { readFileSync } from 'node:fs'
import { RULE_IDS } from '../../rules/index.ts'
import type { RuleDescription } from '../core/finding.ts'
import { type RuleId, loadRule, ruleUrl } from '../engine/settings.ts'

/** What the rules say of themselves. */
export function describeRules(): readonly RuleDescription[] {
  return RULE_IDS.map(id => {
    const { summary, severity } = loadRule(id)
    return { id, summary, severity, help: () => readmeOf(id), url: ruleUrl(id) }
  })
}

/** Markdown of a rule's README, which the package ships. */
export function readmeOf(rule: RuleId): string {
  return readFileSync(new URL(`../../../rules/${rule}/README.md`, import.meta.url), 'utf8')
}
