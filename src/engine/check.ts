import type { Document } from '../core/document.ts'
import type { Problem, Severity } from '../core/finding.ts'
import type { Module } from '../core/module.ts'
import type { ProjectFacts } from '../core/rule.ts'
import { dialectOf } from '../iac/index.ts'
import type { ActiveRule } from './settings.ts'

/** A problem with the rule that yielded it and the severity it is reported with. */
export interface Reported {
  readonly active: ActiveRule
  readonly problem: Problem
  readonly severity: Severity
}

/** What the active rules say about one document, module rules aside. */
export function* checkDocument(document: Document, active: readonly ActiveRule[], project: ProjectFacts): Generator<Reported> {
  for (const one of active) {
    if (one.rule.check) yield* reported(one, one.rule.check(document, { options: one.options, project }))
  }
}

/** What the active rules say about a stack or a directory. */
export function* checkModule(module: Module, active: readonly ActiveRule[], project: ProjectFacts): Generator<Reported> {
  for (const one of active) {
    if (one.rule.checkModule) yield* reported(one, one.rule.checkModule(module, { options: one.options, project }))
  }
}

/** What can be said of one document alone, as in an editor: of a directory's module only what needs no other file. */
export function* checkAlone(document: Document, active: readonly ActiveRule[], project: ProjectFacts): Generator<Reported> {
  yield* checkDocument(document, active, project)
  const dialect = active.some(({ rule }) => rule.checkModule) ? dialectOf(document) : undefined
  if (dialect) yield* checkModule(dialect.module([document], dialect.scope === 'file'), active, project)
}

function* reported(active: ActiveRule, problems: Iterable<Problem>): Generator<Reported> {
  for (const problem of problems) yield { active, problem, severity: active.severity ?? problem.severity ?? active.rule.severity }
}
