import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANGUAGES, languageOf } from '../dist/src/lexer/languages.js'
import { lex } from '../dist/src/lexer/literals.js'
import type { Literal } from '../src/core/literal.ts'
import type { LexedText } from '../src/lexer/literals.ts'

/** A fixture is named after the file that it stands for; below its source stands what the lexer says of it. */
const directory = new URL('../fixtures/lexer/', import.meta.url)
const heading = '════ literals: name | kind | value | path\n'
const fixtures = readdirSync(directory).map(file => {
  const [source = ''] = readFileSync(new URL(file, directory), 'utf8').split(heading)
  return { file, source, language: languageOf(file.replace(/\.txt$/, '')) }
})

function row({ value, quote, interpolated, binding }: Literal): string {
  const bound = binding ? [binding.name, binding.kind] : ['', '']
  return [...bound, `${interpolated ? '~' : ''}${quote ? JSON.stringify(value) : value.replaceAll('\n', '\\n')}`, binding?.path.join(' › ') ?? ''].join(' | ').trimEnd()
}

test.each(fixtures)('$file', async ({ file, source, language }) => {
  const { literals, comments } = lex(source, language)
  const said = [...literals.map(row), ...comments.map(({ range }) => `comment: ${source.slice(...range).replaceAll('\n', '\\n')}`)]
  await expect(`${source}${heading}${said.join('\n')}\n`).toMatchFileSnapshot(new URL(file, directory).pathname)
})

/** The law of ranges: in order, within the text, and segment by segment the source of the value. */
function expectLawful(text: string, { literals, comments }: LexedText): void {
  let before = 0
  for (const { range, content, quote, value, segments = [{ value: [0, value.length], source: content }], binding } of literals) {
    expect(range[0]).toBeGreaterThanOrEqual(before)
    before = range[0]
    expect(within(content, range) && within(range, [0, text.length])).toBe(true)
    let end = 0
    let sourceEnd = content[0]
    for (const segment of segments) {
      expect(segment.value[0]).toBe(end)
      expect(segment.source[0]).toBeGreaterThanOrEqual(sourceEnd)
      end = segment.value[1]
      sourceEnd = segment.source[1]
      if (segment.value[1] - segment.value[0] === segment.source[1] - segment.source[0]) expect(text.slice(...segment.source)).toBe(value.slice(...segment.value))
    }
    expect(end).toBe(value.length)
    // The last line end of a block or a here-document is of the value, but stays when the content is replaced.
    expect(sourceEnd).toBeLessThanOrEqual(/^[|>]|^<</.test(quote) ? Math.min(content[1] + 2, text.length) : content[1])
    if (binding) expect(within(binding.nameRange, [0, text.length])).toBe(true)
  }
  for (const { range } of comments) expect(within(range, [0, text.length])).toBe(true)
}

function within([start, end]: readonly [number, number], [low, high]: readonly [number, number]): boolean {
  return low <= start && start <= end && end <= high
}

test.each(fixtures)('$file keeps the law with every kind of line end', ({ source, language }) => {
  for (const text of [source, source.replaceAll('\n', '\r\n'), source.replaceAll('\n', '\r')]) expectLawful(text, lex(text, language))
})

test('names are the text at their range', () => {
  for (const { source, language } of fixtures) {
    for (const { binding } of lex(source, language).literals) {
      if (binding && binding.nameRange[0] < binding.nameRange[1] && !source.slice(...binding.nameRange).includes('\\')) expect(source.slice(...binding.nameRange)).toBe(binding.name)
    }
  }
})

test('any text in any language is read', () => {
  const fixture = fc.constantFrom(...fixtures)
  const piece = fc.tuple(fixture, fc.nat(), fc.nat(60)).map(([{ source }, start, length]) => source.slice(start % source.length, (start % source.length) + length))
  const junk = fc.oneof(piece, fc.string({ maxLength: 8 }), fc.constantFrom('"', "'", '`', '${', '{', '(', '[', '}', '<<EOF\n', '"""', '\\', '\0', '\r', '\n', '/*', '<!--', '|\n', '- ', ': '))
  fc.assert(
    fc.property(fixture, fc.constantFrom(...LANGUAGES), fc.boolean(), fc.array(fc.tuple(fc.nat(), fc.nat(6), junk), { maxLength: 6 }), ({ source, language }, other, own, changes) => {
      let text = source
      for (const [place, deleted, inserted] of changes) {
        const at = place % (text.length + 1)
        text = text.slice(0, at) + inserted + text.slice(at + deleted)
      }
      expectLawful(text, lex(text, own ? language : other))
    }),
    { numRuns: 1500 },
  )
})

const attacks = [
  '"', "'", '`', '\\', '"\\', "'\\'", '${', '`${', '"${', '"#{"', '{', '(', '[', '}', ')', '[[', '{"', '{"a":', '["', '<', '<a', '<a b="', '</', '<!--', '<![CDATA[', '<<EOF\n', '<<A ', '/*', '/', '//', '#', '"""',
  "'''", 'R"x(', 'r#"', '$x$', '@"', '%q(', 'a=', 'a:', 'a: ', '- ', '- - ', 'a: |\n ', '> ', '|', '|-\n', '"a", ', '"a""b,', 'a.', 'a<b,', 'x:a,', 'a b ', ' ', '\n', '\r', '\0', '\t', '$(', '`x ', '$((', 'is ', '= \\\n', '```\n', '|a|\n|-|\n',
  'a"b', 'f("a", ', '"a" + ', 'x = [', 'if "', '--a ', '-a "', '&', '!a ', '*a', 'é', '{{', '[a', 'a {\n', 'ENV a ',
]

test.each(LANGUAGES.map(language => ({ language, id: language.id })))('reading $id takes linear time', ({ language }) => {
  for (const attack of attacks) {
    const text = attack.repeat(Math.ceil(40_000 / attack.length))
    const start = performance.now()
    lex(text, language)
    expect(performance.now() - start, `${language.id}: ${attack}`).toBeLessThan(700)
  }
})

test.each([
  ['src/a.tsx', 'typescript'], ['a.mjs', 'javascript'], ['App.vue', 'vue'], ['.env', 'dotenv'], ['.env.local', 'dotenv'], ['prod.env', 'dotenv'], ['.envrc', 'shell'],
  ['Dockerfile', 'dockerfile'], ['Dockerfile.dev', 'dockerfile'], ['api.dockerfile', 'dockerfile'], ['Jenkinsfile', 'groovy'], ['a/.npmrc', 'ini'], ['home/.aws/credentials', 'ini'],
  ['values.yaml.j2', 'yaml'], ['wp-config.php.bak', 'php'], ['app/lib/makefile.js', 'javascript'], ['terraform.tfstate.backup', 'json'], ['x.unknown', 'plain'], ['LICENSE', 'plain'], ['.kube/config', 'yaml'],
])('%s is %s', (path, id) => {
  expect(languageOf(path).id).toBe(id)
})

test.each([
  ['#!/bin/sh\n', 'shell'], ['#!/usr/bin/env python3.11\n', 'python'], ['#!/usr/bin/env -S node --x\n', 'javascript'], ['#! /usr/bin/ruby -w\r\n', 'ruby'], ['no', 'plain'],
])('%j begins %s', (head, id) => {
  expect(languageOf('bin/tool', head).id).toBe(id)
})
