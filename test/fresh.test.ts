import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { RULE_IDS } from '../dist/rules/index.js'
import { loadRule } from '../dist/src/engine/settings.js'
import { DETECTORS } from './detectors.ts'
import { ruleFolders } from './examples.ts'

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

test('the index of the rules', async () => {
  const ids = ruleFolders().map(id => `  '${id}',\n`)
  await expect(`// Derived from the folders beside it by \`npm run derive\`.\nexport const RULE_IDS = [\n${ids.join('')}] as const\n`).toMatchFileSnapshot(at('rules/index.ts'))
})

test('the table of rules and detectors', async () => {
  const rows = DETECTORS.map(({ id, name, role, severity, docs }) => `| \`${id}\` | [${name}](${docs}) | ${role} | ${severity} |`)
  const text = `# Rules and detectors

Derived by \`npm run derive\`.

${ruleTable('.')}

## Detectors of \`no-hardcoded-secret\`

${DETECTORS.length} kinds of credentials are known by their form; passwords and tokens without one are judged by their name and value.

| detector | what its provider calls it | role | severity |
| --- | --- | --- | --- |
${rows.join('\n')}
`
  await expect(text).toMatchFileSnapshot(at('rules/README.md'))
})

test('the table of rules in the README', async () => {
  const readme = readFileSync(at('README.md'), 'utf8')
  const [before = '', , after = ''] = readme.split(/<!-- rules -->\n|<!-- \/rules -->/)
  await expect(`${before}<!-- rules -->\n${ruleTable('rules')}\n<!-- /rules -->${after}`).toMatchFileSnapshot(at('README.md'))
})

function ruleTable(folder: string): string {
  const rows = RULE_IDS.map(loadRule).map(({ id, summary, severity, presets }) => `| [${id}](${folder}/${id}/README.md) | ${summary} | ${presets.recommended === false ? 'strict' : 'recommended'} | ${severity} |`)
  return `| rule | what it does | preset | severity |\n| --- | --- | --- | --- |\n${rows.join('\n')}`
}
