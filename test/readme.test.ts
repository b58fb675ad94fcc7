import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type Finding, relatedLine } from '../dist/src/core/finding.js'
import { READMES, type Example, examplesOf, readmePath } from './examples.ts'
import { activeRule, fixFiles, scanFiles } from './support.ts'

describe.each(READMES)('%s', ruleId => {
  const text = readFileSync(readmePath(ruleId), 'utf8')
  const examples = examplesOf(ruleId, text)

  test('has bad and good examples', () => {
    expect(examples.some(({ section }) => section === 'Bad')).toBe(true)
    expect(examples.some(({ section }) => section === 'Good')).toBe(true)
  })

  test.each(examples.map((example, index) => [`${index + 1}: ${example.section} ${Object.keys(example.files).join(', ')}`, example] as const))('%s', (_, example) => {
    const findings = findingsOf(example)
    if (example.section === 'Bad') expect(findings).not.toEqual([])
    else expect(findings.map(({ message }) => message)).toEqual([])
  })

  test('says what the tool says', async () => {
    const pieces: string[] = []
    let at = 0
    for (const example of examples) {
      pieces.push(text.slice(at, example.end), example.section === 'Bad' ? derivedBlocks(example) : '')
      at = example.derivedEnd
    }
    const rendered = pieces.join('') + text.slice(at)
    await expect(rendered).toMatchFileSnapshot(fileURLToPath(readmePath(ruleId)))
  })
})

function findingsOf({ ruleId, preset, files }: Example): readonly Finding[] {
  return scanFiles(files, [activeRule(ruleId, preset)]).findings
}

function derivedBlocks(example: Example): string {
  const said = findingsOf(example).map(render).join('\n')
  const diff = fixFiles(example.files, [activeRule(example.ruleId, example.preset)]).diff
  return `\n\`\`\`text\n${said}\n\`\`\`\n${diff === '' ? '' : `\n\`\`\`diff\n${diff}\`\`\`\n`}`
}

function render({ path, start, severity, message, ruleId, excerpt, related }: Finding): string {
  const margin = ' '.repeat(String(excerpt.line).length)
  const [from, to] = excerpt.underline
  return [
    `${path}:${start.line}:${start.column} ${severity} ${message} (${ruleId})`,
    `${excerpt.line} | ${excerpt.lines[0] ?? ''}`,
    `${margin} | ${' '.repeat(from)}${'^'.repeat(to - from)}`,
    ...related.map(one => `${margin} = ${relatedLine(one, path)}`),
  ].join('\n')
}
