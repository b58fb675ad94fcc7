import { createRequire } from 'node:module'
import { RULE_IDS } from '../../rules/index.ts'
import type { Severity } from '../core/finding.ts'
import type { Rule } from '../core/rule.ts'

const require = createRequire(import.meta.url)

export type RuleId = (typeof RULE_IDS)[number]

export type Preset = 'recommended' | 'strict'

/** What a configuration says of a rule: off, its severity, or both severity and options. */
export type RuleSetting = 'off' | Severity | readonly [Severity, object]

/** A rule that is on, with the severity and the options it runs with. */
export interface ActiveRule {
  readonly rule: Rule
  /** Set by the configuration; absent: what the rule says of each problem. */
  readonly severity?: Severity
  readonly options: object
}

/** The rule of an id, loaded on first use. */
export function loadRule(id: RuleId): Rule {
  return (require(`../../rules/${id}/index.js`) as { default: Rule }).default
}

/** The page of a rule: its README. */
export function ruleUrl(id: string): string {
  return `https://github.com/unhardcode/unhardcode/blob/main/rules/${id}/README.md`
}

export function isRuleId(id: string): id is RuleId {
  return (RULE_IDS as readonly string[]).includes(id)
}

/** The rules of a preset, with the configuration's own settings over it. */
export function activeRules(preset: Preset, overrides: Readonly<Record<string, RuleSetting>> = {}): readonly ActiveRule[] {
  return RULE_IDS.flatMap(id => {
    const setting = overrides[id]
    if (setting === 'off') return []
    const rule = loadRule(id)
    const options = rule.presets[preset]
    if (options === false && setting === undefined) return []
    const [severity, own] = typeof setting === 'string' ? [setting, {}] : (setting ?? [undefined, {}])
    return [{ rule, ...(severity && { severity }), options: { ...rule.defaults, ...(options || rule.presets.strict), ...own } }]
  })
}
