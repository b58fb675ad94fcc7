import { describe, expect, test } from 'vitest'
import type { Fix } from '../dist/src/core/fix.js'
import { defineRule } from '../dist/src/core/rule.js'
import { Secret } from '../dist/src/core/secret.js'
import { mergeEdits, planFixes } from '../dist/src/engine/apply.js'
import { checkDocument, type Reported } from '../dist/src/engine/check.js'
import { unifiedDiff } from '../dist/src/engine/diff.js'
import { openDocument } from '../dist/src/formats/index.js'
import type { Document } from '../dist/src/core/document.js'
import { PROJECT } from './support.ts'

/** A rule that reports every `bad` and proposes what the test says. */
function ruleOf(fix: (range: readonly [number, number], document: Document) => readonly Fix[]): (document: Document) => readonly Reported[] {
  const rule = defineRule({
    id: 'no-bad',
    summary: 'Disallow bad words',
    severity: 'error',
    presets: { recommended: {}, strict: {} },
    messages: { bad: 'Bad.' },
    keywords: [],
    options: { type: 'object', properties: {}, additionalProperties: false },
    defaults: {},
    *check(document) {
      for (const { index } of document.text.matchAll(/bad/g)) {
        const range = [index, index + 3] as const
        yield { messageId: 'bad', range, fixes: () => fix(range, document) }
      }
    },
  })
  return document => [...checkDocument(document, [{ rule, options: {} }], () => PROJECT)]
}

function plan(text: string, find: (document: Document) => readonly Reported[], review = true, path = 'a.txt'): ReturnType<typeof planFixes> {
  return planFixes(openDocument(path, text), { open: openDocument, find, allows: ({ safety }) => review || safety === 'safe' })
}

const replaceBy = (text: string, safety: Fix['safety'] = 'review') => (range: readonly [number, number]): readonly Fix[] => [{ title: `Write \`${text}\``, safety, edits: [{ range, text }] }]

describe('planFixes', () => {
  test('applies what is safe, and the rest only when asked', () => {
    expect(plan('bad bad', ruleOf(replaceBy('good', 'safe')), false).text).toBe('good good')
    const held = plan('bad bad', ruleOf(replaceBy('good')), false)
    expect(held).toMatchObject({ text: 'bad bad', applied: [] })
    expect(held.held.map(({ reported }) => reported.problem.range)).toEqual([[0, 3], [4, 7]])
  })

  test('inserts once what several fixes share, in the order of each', () => {
    const find = ruleOf((range, { text }) => [{
      title: 'Import it',
      safety: 'review',
      edits: [{ range: [0, 0], text: 'import\n' }, ...(range[0] > 0 ? [{ range: [0, 0] as const, text: 'define\n' }] : []), { range: [0, 0], text: 'end\n' }, { range, text: text.slice(...range).replace('bad', 'ok') }],
    }])
    expect(plan('bad bad', find).text).toBe('import\ndefine\nend\nok ok')
  })

  test('is not held back by what another rule sees only now in what was there, and leaves that alone', () => {
    const bad = ruleOf(replaceBy('good'))
    const later = defineRule({
      id: 'no-echo', summary: 'Disallow echoes', severity: 'error', presets: { recommended: {}, strict: {} }, messages: { echo: 'Echo.' }, keywords: [],
      options: { type: 'object', properties: {}, additionalProperties: false }, defaults: {},
      *check({ text }) {
        const word = text.startsWith('good') ? 'echo' : text.startsWith('new') ? 'new' : undefined
        if (word) yield { messageId: 'echo', range: [text.indexOf(word), text.indexOf(word) + word.length], fixes: () => [{ title: 'Remove it', safety: 'review', edits: [{ range: [0, text.length], text: '' }] }] }
      },
    })
    const both = (document: Document): readonly Reported[] => [...bad(document), ...checkDocument(document, [{ rule: later, options: {} }], () => PROJECT)]
    expect(plan('bad echo', both).text).toBe('good echo')
    expect(plan('bad echo', document => [...ruleOf(replaceBy('new'))(document), ...checkDocument(document, [{ rule: later, options: {} }], () => PROJECT)]).refused.map(({ reason }) => reason)).toEqual(['It would bring a finding of `no-echo`.'])
  })

  test('says where a fix stood in the text it was given', () => {
    const { applied } = plan('bad bad', ruleOf(replaceBy('something longer')))
    expect(applied.map(({ reported }) => reported.problem.range)).toEqual([[0, 3], [4, 7]])
  })

  test('leaves a fix to the next round that overlaps another', () => {
    const find = ruleOf(([start, end], { text }) => {
      const range = [text[start - 1] === '-' ? start - 1 : start, text[end] === '-' ? end + 1 : end] as const
      return [{ title: 'With the dash', safety: 'review', edits: [{ range, text: text.slice(...range).replace('bad', 'ok') }] }]
    })
    expect(plan('bad-bad-bad', find).text).toBe('ok-ok-ok')
  })

  test('refuses what leaves the finding, brings another, or changes nothing', () => {
    expect(plan('x bad', ruleOf(replaceBy('bad bad'))).refused[0]?.reason).toBe('The finding would still be there.')
    expect(plan('x bad', ruleOf(replaceBy('bad'))).refused[0]?.reason).toBe('It changes nothing.')
    const elsewhere = ruleOf(range => [{ title: 'Worse', safety: 'review', edits: [{ range, text: 'ok' }, { range: [0, 0], text: 'bad ' }] }])
    expect(plan('x bad', elsewhere)).toMatchObject({ text: 'x bad', applied: [] })
  })

  test('refuses what would not parse, and applies the others of the file', () => {
    const find = ruleOf((range, document) => [{ title: 'Fix', safety: 'review', edits: [{ range, text: document.text[range[1]] === '1' ? '"' : 'ok' }] }])
    const { text, refused } = plan('{ "a": "bad1", "b": "bad2" }', find, true, 'a.json')
    expect(text).toBe('{ "a": "bad1", "b": "ok2" }')
    expect(refused.map(({ reason }) => reason)).toEqual(['The file would not parse any more.'])
  })

  test('tries the next fix of a finding when the first is refused', () => {
    const find = ruleOf(range => [...replaceBy('bad bad')(range), ...replaceBy('ok')(range)])
    expect(plan('x bad', find)).toMatchObject({ text: 'x ok', refused: [] })
  })

  test('goes on to the places of a value that were reported once', () => {
    const once = ruleOf(replaceBy('ok'))
    const find = (document: Document): readonly Reported[] => once(document).slice(0, 1).map(one => ({ ...one, problem: { ...one.problem, secret: new Secret('bad') } }))
    const { text, applied } = plan('bad, bad, bad', find)
    expect(text).toBe('ok, ok, ok')
    expect(applied.map(({ reported }) => reported.problem.range)).toEqual([[0, 3], [5, 8], [10, 13]])
  })

  test('takes what only adds to other files as it is', () => {
    const find = ruleOf(() => [{ title: 'Elsewhere', safety: 'review', edits: [], adds: [{ path: 'b.txt', line: 'x' }] }])
    expect(plan('bad', find)).toMatchObject({ text: 'bad', applied: [{ fix: { title: 'Elsewhere' } }], held: [], refused: [] })
    expect(planFixes(openDocument('a.txt', 'bad'), { open: openDocument, find, allows: () => false })).toMatchObject({ applied: [], held: [{ fix: { title: 'Elsewhere' } }] })
  })
})

test('mergeEdits keeps every order that the fixes ask for', () => {
  const at = (...texts: string[]): Pick<Fix, 'edits'> => ({ edits: texts.map(text => ({ range: [0, 0], text })) })
  expect(mergeEdits([at('a', 'd'), at('a', 'b', 'd'), at('c', 'd', 'e')]).map(({ text }) => text).join('')).toBe('abcde')
})

describe('unifiedDiff', () => {
  const secret = (text: string, value: string): { secret: Secret; range: [number, number] } => ({ secret: new Secret(value), range: [text.indexOf(value), text.indexOf(value) + value.length] })

  test('is empty where nothing differs', () => {
    expect(unifiedDiff('a', 'x\n', 'x\n', [])).toBe('')
  })

  test('masks a secret in removed, added and untouched lines, wherever it stands', () => {
    const before = 'a = "hunter2hunter2"\n# hunter2hunter2\nb\n'
    const after = before.replace('"hunter2hunter2"', 'read()').replace('b', 'b hunter2hunter2')
    expect(unifiedDiff('a', before, after, [secret(before, 'hunter2hunter2')])).toBe(
      '--- a/a\n+++ b/a\n@@ -1,3 +1,3 @@\n-a = "********"\n+a = read()\n # ********\n-b\n+b ********\n',
    )
  })

  test('masks every line of a secret over several lines, and a short one in its place', () => {
    const before = 'key = """one\ntwo-two"""\npin = "123"\na1234\n'
    const secrets = [secret(before, 'one\ntwo-two'), secret(before, '123')]
    expect(unifiedDiff('a', before, before.replace('key', 'k'), secrets)).toBe('--- a/a\n+++ b/a\n@@ -1,4 +1,4 @@\n-key = """********\n+k = """********\n ********"""\n pin = "********"\n a1234\n')
  })

  test('splits changes that are far apart into hunks', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`)
    const after = lines.toSpliced(25, 1, 'new').toSpliced(2, 0, 'added')
    const diff = unifiedDiff('a', lines.join('\n'), after.join('\n'), [])
    expect(diff.match(/^@@.*$/gm)).toEqual(['@@ -1,5 +1,6 @@', '@@ -23,7 +24,7 @@'])
  })

  test('shows a new file and an emptied one', () => {
    expect(unifiedDiff('a', '', 'x\n', [])).toContain('@@ -0,0 +1,1 @@\n+x\n')
    expect(unifiedDiff('a', 'x\n', '', [])).toContain('@@ -1,1 +0,0 @@\n-x\n')
  })

  test('spells out what a terminal would act on', () => {
    expect(unifiedDiff('a', 'x\n', 'x\u001b[2J\n', [])).toContain('+x\\x1b[2J')
  })
})
