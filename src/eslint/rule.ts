import type { Rule as ESLintRule } from 'eslint'
import type { Document } from '../core/document.ts'
import type { Edit } from '../core/fix.ts'
import type { Rule } from '../core/rule.ts'
import type { Reported } from '../engine/check.ts'
import { maskedData } from '../engine/masking.ts'
import { ruleUrl } from '../engine/settings.ts'
import { openProblems } from '../engine/suppression.ts'
import { documentOf, locate } from './document.ts'
import { projectOf } from './settings.ts'

/** One of our rules as ESLint knows rules: it listens on the root, whatever the language, and reports what the rule yields. */
export function toESLintRule(rule: Rule): ESLintRule.RuleModule {
  return {
    meta: {
      type: 'problem',
      docs: { description: rule.summary, url: ruleUrl(rule.id), recommended: rule.presets.recommended !== false },
      messages: { ...rule.messages },
      schema: [rule.options],
      defaultOptions: [rule.defaults],
      fixable: 'code',
      hasSuggestions: true,
      // Read by ESLint from 10.2 on; older ones run every rule in every language.
      ...({ languages: ['*'] } as object),
    },
    create(context) {
      const { sourceCode } = context
      const document = documentOf(sourceCode, context.filename)
      if (!document) return {}
      return {
        [sourceCode.ast.type]() {
          const options = { ...rule.defaults, ...(context.options[0] as object | undefined) }
          const open = openProblems(document, { active: () => [{ rule, options }], project: () => projectOf(context), today: new Date().toISOString().slice(0, 10), directives: true })
          for (const reported of open) report(context, reported, document)
        },
      }
    },
  }
}

function report(context: ESLintRule.RuleContext, { problem }: Reported, document: Document): void {
  const fixes = (problem.fixes?.() ?? []).filter(({ edits }) => edits.length > 0)
  const safe = fixes.find(({ safety }) => safety === 'safe')
  context.report({
    loc: locate(context.sourceCode, problem.range),
    messageId: problem.messageId,
    data: maskedData(problem, document),
    ...(safe && { fix: toFixer(safe.edits) }),
    suggest: fixes.filter(({ safety }) => safety === 'review').map(({ title, edits }) => ({ desc: title, fix: toFixer(edits) })),
  })
}

function toFixer(edits: readonly Edit[]): ESLintRule.ReportFixer {
  return fixer => edits.map(({ range, text }) => fixer.replaceTextRange([...range] as [number, number], text))
}

