import { ESLint, type Linter } from 'eslint'
import { ESLint as ESLint9 } from 'eslint-9'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../dist/src/core/fix.js'
import { detect } from '../dist/src/detection/detect.js'
import { openDocument } from '../dist/src/formats/index.js'
import unhardcode from '../dist/src/index.js'
import { type ProjectFile, filesOf, fixed, projectNames } from './projects.ts'
import { activeRule } from './support.ts'

const rule = activeRule('no-hardcoded-secret', 'recommended')
const programs = projectNames.flatMap(project => filesOf(project).filter(({ path }) => /\.(?:[cm]?[jt]sx?|py)$/.test(path)).map(file => [`${project}/${file.path}`, file] as const))
  // An editor shows one file: whether its imports lead back to it is seen by the command only.
  .filter(([, { path, text, facts }]) => detect(openDocument(path, text)).length > 0 && !facts.isInCircle?.(path))

async function lint({ path, text, facts }: ProjectFile, Engine: typeof ESLint): Promise<readonly Linter.LintMessage[]> {
  const { name, environment, modules, dependencies, versions } = facts
  const settings = { unhardcode: { project: name, environment, dependencies: [...dependencies], versions, ...(modules && { modules }) } }
  const config = [...unhardcode.configs.recommended.slice(0, -1), { plugins: { unhardcode }, settings, rules: { 'unhardcode/no-hardcoded-secret': ['error', rule.options] } }]
  const eslint = new Engine({ overrideConfigFile: true, overrideConfig: config as Linter.Config[], cwd: '/' })
  const [result] = await eslint.lintText(text, { filePath: `/${path}` })
  return result?.messages.filter(({ ruleId }) => ruleId?.startsWith('unhardcode/')) ?? []
}

describe.each([
  ['ESLint 10', ESLint],
  ['ESLint 9.22', ESLint9 as unknown as typeof ESLint],
])('%s suggests what `fix` does', (_, Engine) => {
  test.each(programs)('%s', async (_, file) => {
    const found = [...(rule.rule.check?.(openDocument(file.path, file.text), { options: rule.options, project: file.facts }) ?? [])]
    const messages = await lint(file, Engine)
    const plan = fixed(file)
    expect(messages.map(({ message }) => message)).toHaveLength(found.length)
    for (const [index, { suggestions = [] }] of messages.entries()) {
      const fixes = found[index]?.fixes?.() ?? []
      expect(suggestions.map(({ desc }) => desc)).toEqual(fixes.map(({ title }) => title))
      for (const [choice, { fix }] of suggestions.entries()) {
        const suggested = file.text.slice(0, fix.range[0]) + fix.text + file.text.slice(fix.range[1])
        expect(suggested).toBe(applyEdits(file.text, fixes[choice]?.edits ?? []))
        if (plan.applied.length === 1) expect(suggested).toBe(plan.text)
      }
    }
  })
})

test('a suggestion says which secret is read', async () => {
  const [message] = await lint(filesOf('esm-no-imports').find(({ path }) => path === 'main.mjs') as ProjectFile, ESLint)
  expect(message?.suggestions?.map(({ desc }) => desc)).toEqual(['Read `bare/dev/db#password` from Secrets Manager'])
})
