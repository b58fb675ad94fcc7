import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { RULE_IDS } from '../../rules/index.ts'
import type { Detector } from '../core/credential.ts'
import type { RuleDescription } from '../core/finding.ts'
import { table } from '../detection/table.ts'
import { type RuleId, loadRule, ruleUrl } from '../engine/settings.ts'

const require = createRequire(import.meta.url)

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

/** Why a rule is: what its README says first below its summary. */
export function reasonOf(rule: RuleId): string {
  return readmeOf(rule).split('\n\n')[2] ?? ''
}

/** A detector as its file has it; undefined where there is none, as for what is found by its name. */
export function detectorOf(id: string): Detector | undefined {
  const { row, size } = table()
  const found = Array.from({ length: size }, (_, index) => row(index)).find(own => own.id === id)
  if (!found) return undefined
  const { default: detectors } = require(`../../rules/detectors/${found.file}.js`) as { default: readonly Detector[] }
  return detectors.find(own => own.id === id)
}

/** The ids of all detectors. */
export function detectorIds(): readonly string[] {
  const { row, size } = table()
  return Array.from({ length: size }, (_, index) => row(index).id)
}
