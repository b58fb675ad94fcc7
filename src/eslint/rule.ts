import type { Rule as ESLintRule } from 'eslint'
import type { Document } from '../core/document.ts'
import type { Edit } from '../core/fix.ts'
import type { Rule } from '../core/rule.ts'
import { gateText } from '../detection/gate.ts'
import { type Reported, checkAlone } from '../engine/check.ts'
import { type Suppressions, suppressionsOf } from '../engine/suppression.ts'
import { commentsOf } from '../lexer/literals.ts'
import { documentOf, locate } from './document.ts'
import { projectOf } from './settings.ts'

const REPOSITORY = 'https://github.com/unhardcode/unhardcode/blob/main/rules'

/** One of our rules as ESLint knows rules: it listens on the root, whatever the language, and reports what the rule yields. */
export function toESLintRule(rule: Rule): ESLintRule.RuleModule {
  return {
    meta: {
      type: 'problem',
      docs: { description: rule.summary, url: `${REPOSITORY}/${rule.id}/README.md`, recommended: rule.presets.recommended !== false },
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
      if (gateText(sourceCode.text, false) === 0) return {}
      return {
        [sourceCode.ast.type]() {
          const document = documentOf(sourceCode, context.filename)
          const options = { ...rule.defaults, ...(context.options[0] as object | undefined) }
          const suppressions = suppressionsOf(document, commentsOf(document), new Date().toISOString().slice(0, 10))
          for (const reported of checkAlone(document, [{ rule, options }], projectOf(context))) {
            if (!isSilenced(reported, document, suppressions)) report(context, reported)
          }
        },
      }
    },
  }
}

function isSilenced({ active, problem }: Reported, document: Document, suppressions: Suppressions): boolean {
  return suppressions.find(document.lines.position(problem.range[0]).line, active.rule.id) !== undefined
}

function report(context: ESLintRule.RuleContext, { problem }: Reported): void {
  const fixes = (problem.fixes?.() ?? []).filter(({ edits }) => edits.every(({ path }) => path === undefined || path === problem.path))
  const safe = fixes.find(({ safety }) => safety === 'safe')
  context.report({
    loc: locate(context.sourceCode, problem.range),
    messageId: problem.messageId,
    ...(problem.data && { data: { ...problem.data } }),
    ...(safe && { fix: toFixer(safe.edits) }),
    suggest: fixes.filter(({ safety }) => safety === 'review').map(({ title, edits }) => ({ desc: title, fix: toFixer(edits) })),
  })
}

function toFixer(edits: readonly Edit[]): ESLintRule.ReportFixer {
  return fixer => edits.map(({ range, text }) => fixer.replaceTextRange([...range] as [number, number], text))
}

