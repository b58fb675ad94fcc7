import { createRequire } from 'node:module'
import type { ESLint, Linter } from 'eslint'
import { RULE_IDS } from '../../rules/index.ts'
import { loadRule } from '../engine/settings.ts'
import type { RuleId, Preset } from '../engine/settings.ts'
import { LANGUAGES } from '../lexer/languages.ts'
import { textLanguage } from './language.ts'
import { toESLintRule } from './rule.ts'

const require = createRequire(import.meta.url)
const { name, version } = require('../../../package.json') as { name: string; version: string }

/** Files that ESLint reads as JavaScript by itself, or with a parser. */
const SCRIPTS = ['**/*.{js,mjs,cjs,jsx}']
const TYPED = ['**/*.{ts,mts,cts,tsx}']

/** TypeScript's parser for a project that has none configured; loaded when the first such file is linted. A later configuration's own parser wins. */
const typescriptParser: Linter.Parser = {
  meta: { name: '@typescript-eslint/parser' },
  parseForESLint(text, options) {
    const parser = require('@typescript-eslint/parser') as typeof import('@typescript-eslint/parser')
    return parser.parseForESLint(text, options as Record<string, unknown>) as unknown as Linter.ESLintParseResult
  },
}

/** What ESLint takes. */
export interface Plugin extends ESLint.Plugin {
  meta: { name: string; version: string; namespace: string }
  rules: Record<RuleId, ReturnType<typeof toESLintRule>>
  configs: Record<Preset, Linter.Config[]>
}

/** The plugin: rules, a language for text files, and the presets. Spread a preset first in `eslint.config.js`, so that languages configured later win. */
export const plugin: Plugin = {
  meta: { name, version, namespace: 'unhardcode' },
  rules: Object.fromEntries(RULE_IDS.map(id => [id, toESLintRule(loadRule(id))])) as Plugin['rules'],
  languages: { text: textLanguage },
  configs: { recommended: [], strict: [] },
}

Object.assign(plugin.configs, { recommended: preset('recommended'), strict: preset('strict') })

function preset(id: Preset): Linter.Config[] {
  const rules = RULE_IDS.flatMap((ruleId): [string, Linter.RuleEntry][] => {
    const rule = loadRule(ruleId)
    const options = rule.presets[id]
    return options === false ? [] : [[`unhardcode/${ruleId}`, [rule.severity === 'error' ? 'error' : 'warn', options]]]
  })
  return [
    { name: 'unhardcode/scripts', files: SCRIPTS },
    { name: 'unhardcode/typescript', files: TYPED, languageOptions: { parser: typescriptParser } },
    { name: 'unhardcode/text', files: textFiles(), plugins: { unhardcode: plugin }, language: 'unhardcode/text' },
    { name: `unhardcode/${id}`, plugins: { unhardcode: plugin }, rules: Object.fromEntries(rules) },
  ]
}

/** Globs of every file that the lexer's table names, programs that ESLint reads itself aside. */
function textFiles(): string[] {
  return LANGUAGES.filter(({ id }) => id !== 'javascript' && id !== 'typescript' && id !== 'plain').flatMap(({ files }) => files.map(toGlob))
}

/** A name of the table is in lower case; people write `Dockerfile`, and globs tell cases apart. */
function toGlob(pattern: string): string {
  return `**/${pattern.replace(/^[a-z]/, letter => `[${letter}${letter.toUpperCase()}]`)}`
}
