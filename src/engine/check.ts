import type { Document } from '../core/document.ts'
import type { Problem, Severity } from '../core/finding.ts'
import type { Module } from '../core/module.ts'
import type { Context, ProjectFacts } from '../core/rule.ts'
import { asksFor } from '../detection/asking.ts'
import { dialectsOf } from '../iac/index.ts'
import type { ActiveRule } from './settings.ts'

/** A problem with the rule that yielded it and the severity it is reported with. */
export interface Reported {
  readonly active: ActiveRule
  readonly problem: Problem
  readonly severity: Severity
}

/** What the active rules say about one document, module rules aside. */
export function* checkDocument(document: Document, active: readonly ActiveRule[], project: () => ProjectFacts): Generator<Reported> {
  for (const one of active) {
    if (one.rule.check && asksFor(one.rule, document)) yield* reported(one, one.rule.check(document, contextOf(one, project)))
  }
}

/** The facts are read when a rule asks for them: most files need none. */
function contextOf({ options }: ActiveRule, project: () => ProjectFacts): Context<object> {
  return { options, get project() { return project() } }
}

/** What the active rules say about a stack or a directory. */
export function* checkModule(module: Module, active: readonly ActiveRule[], project: () => ProjectFacts): Generator<Reported> {
  for (const one of active) {
    if (one.rule.checkModule) yield* reported(one, one.rule.checkModule(module, contextOf(one, project)))
  }
}

/** What the active rules say of documents that may hold the halves of something. */
export function* checkTogether(documents: readonly Document[], active: readonly ActiveRule[], project: ProjectFacts): Generator<Reported> {
  for (const one of active) {
    if (one.rule.checkTogether) yield* reported(one, one.rule.checkTogether(documents, { options: one.options, project }))
  }
}

/** The other files of a document's directory. */
export interface Siblings {
  readonly documents: readonly Document[]
  /** Whether these are all: only then is absence a finding. */
  readonly complete: boolean
}

/** What can be said of one document: alone, as in an editor, only what needs no other file. */
export function* checkAmong(document: Document, siblings: Siblings | undefined, active: readonly ActiveRule[], project: () => ProjectFacts): Generator<Reported> {
  yield* checkDocument(document, active, project)
  const found: Reported[] = []
  for (const dialect of active.some(({ rule }) => 'checkModule' in rule) ? dialectsOf(document) : []) {
    const alone = dialect.scope === 'file' || !siblings
    const members = alone ? [] : siblings.documents.filter(({ path }) => path !== document.path && dialect.reads(path))
    const module = dialect.module([document, ...members], alone ? dialect.scope === 'file' : siblings.complete)
    for (const one of checkModule(module, active, project)) {
      if ((one.problem.path ?? document.path) === document.path) found.push(one)
    }
  }
  yield* distinct(found)
}

/** Each problem once: what is repeated is written in one place, and two dialects may read it. */
export function distinct(found: readonly Reported[]): readonly Reported[] {
  const seen = new Set<string>()
  return found.filter(({ active: { rule }, problem: { messageId, path, range, data } }) => {
    const key = JSON.stringify([rule.id, messageId, path, range, data])
    return !seen.has(key) && seen.add(key)
  })
}

function* reported(active: ActiveRule, problems: Iterable<Problem>): Generator<Reported> {
  for (const problem of problems) yield { active, problem, severity: active.severity ?? problem.severity ?? active.rule.severity }
}
