import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import type { Node, Scalar } from '../src/core/tree.ts'
import type { Parsed } from '../src/core/document.ts'
import { isVerbatim, sourceRange } from '../dist/src/core/tree.js'
import { contains } from '../dist/src/core/text.js'
import { formatById, openDocument } from '../dist/src/formats/index.js'
import { READERS } from '../dist/src/formats/readers.js'

const ROOT = new URL('../fixtures/formats/', import.meta.url)
const fixtures = READERS.flatMap(id => readdirSync(new URL(`${id}/`, ROOT)).map(name => ({ id, name, text: readFileSync(new URL(`${id}/${name}`, ROOT), 'utf8') })))
const variants: Readonly<Record<string, (text: string) => string>> = {
  LF: text => text,
  CRLF: text => text.replaceAll('\n', '\r\n'),
  CR: text => text.replaceAll('\n', '\r'),
  'no line end': text => text.trimEnd(),
  'line ends before': text => `\n\n${text}`,
}

/** What one unit of source decodes to, told without the readers' own code. */
const units: Readonly<Record<string, (source: string) => unknown>> = {
  json: source => (/^\\[^"\\/bfnrtu]|^\\u(?![\da-f]{4})/i.test(source) ? source.slice(1) : (JSON.parse(`"${source}"`) as unknown)),
  yaml: source => (source === "''" ? "'" : source.trim() === '' ? folded(source) : (parseYaml(`"${source}"`) as unknown)),
  hcl: source => (/^(?:\$\$|%%)\{$/.test(source) ? source.slice(1) : escaped(source)),
  toml: escaped,
  dotenv: source => (source === '\\$' ? '$' : escaped(source)),
  properties: source => (/^\\[^fnrtu"\\]|^\\u(?![\da-f]{4})/i.test(source) ? source.slice(1) : escaped(source)),
  ini: source => (source.trim() === '' ? '\n' : undefined),
  xml: source => ({ '&lt;': '<', '&gt;': '>', '&amp;': '&' })[source] ?? String.fromCodePoint(Number(source.replace(/^&#x/, '0x').replace(/^&#|;$/g, ''))),
}

function escaped(source: string): string {
  return source.length > 6 || /^\\[xe]/.test(source) ? String.fromCodePoint(source === '\\e' ? 27 : parseInt(source.slice(2), 16)) : (JSON.parse(`"${source}"`) as string)
}

function folded(source: string): string {
  const breaks = source.split(/\r\n|\r|\n/).length - 1
  return source === '' ? '\n' : breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)
}

describe('law 1: source decodes to value', () => {
  for (const { id, name, text } of fixtures) {
    test.each(Object.keys(variants))(`${id}/${name} with %s`, variant => {
      const source = (variants[variant] ?? String)(text)
      const parsed = formatById(id)?.parse(source)
      expect(problems(source, parsed, id)).toEqual([])
      if (!name.includes('broken') && (variant !== 'CR' || !['comment', 'documents'].some(part => name.includes(part)))) expect(parsed?.errors).toEqual([])
      else if (text !== '' && name.includes('broken')) expect(parsed?.errors).not.toEqual([])
    })
  }

  test.each(READERS)('%s, mutated: reads, ends and keeps its ranges', id => {
    const own = fixtures.filter(fixture => fixture.id === id).map(({ text }) => text)
    fc.assert(
      fc.property(mutated(own), text => {
        expect(problems(text, formatById(id)?.parse(text), undefined)).toEqual([])
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    )
  })
})

/** A fixture after a few cuts, repetitions and insertions. */
function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  const sign = fc.constantFrom(...'{}[]()"\'`\\$%#:;,=<>&!*|-+.~ \t\n\r\u{feff}\0é😀'.match(/./gsu) ?? [], '"""', '${', '<<EOF\n', '/*', '<!--', '<![CDATA[', ']]>', '---\n', '{{', '&a', '*a', '!t ', '\\u')
  const edit = fc.tuple(fc.nat(), fc.nat(20), fc.oneof(sign, fc.constant('')))
  return fc.tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 8 })).map(([text, edits]) =>
    edits.reduce((result, [at, length, insertion]) => {
      const start = at % (result.length + 1)
      return result.slice(0, start) + insertion + result.slice(start + (insertion === '' ? length : 0))
    }, text),
  )
}

/** What breaks the law, in words. Without the id of a format, units are not decoded. */
function problems(text: string, parsed: Parsed | undefined, id: string | undefined): string[] {
  const found: string[] = []
  const seen = new Set<object>()
  const say = (what: string, range: readonly [number, number]): void => {
    found.push(`${what} at ${range[0]}: ${JSON.stringify(text.slice(...range).slice(0, 60))}`)
  }
  const visit = (node: Node): void => {
    if (seen.has(node)) return
    seen.add(node)
    const { range } = node
    if (!(range[0] >= 0 && range[0] <= range[1] && range[1] <= text.length)) say('a range outside of the text', range)
    if (node.kind === 'scalar') found.push(...scalarProblems(text, node, id))
    let before = range[0]
    const below = (inner: Node, outer: readonly [number, number]): void => {
      // What was seen before is an alias, or came with a merge key; an alias may also stand for a key.
      if (seen.has(inner) || (inner.range[1] <= outer[0] && text.includes('*'))) return
      if (!contains(outer, inner.range)) say(`a ${inner.kind} outside of its ${node.kind}`, inner.range)
      // Entries of a merge key come first, wherever it stands.
      if (inner.range[0] < before && !text.includes('<<')) say('out of order', inner.range)
      before = inner.range[0]
      visit(inner)
    }
    if (node.kind === 'sequence') node.items.forEach(item => below(item, range))
    if (node.kind === 'call') node.arguments.forEach(argument => below(argument, range))
    if (node.kind !== 'mapping') return
    for (const entry of node.entries) {
      if (seen.has(entry)) continue
      seen.add(entry)
      if (!contains(range, entry.range)) say('an entry outside of its mapping', entry.range)
      if (!contains(entry.range, entry.keyRange)) say('a key outside of its entry', entry.keyRange)
      const written = text.slice(...entry.keyRange)
      if (id && withoutLineEnds(written) !== withoutLineEnds(entry.key) && decodeKey(written, id) !== entry.key) say(`a key that is not ${JSON.stringify(entry.key)}`, entry.keyRange)
      below(entry.value, entry.range)
    }
  }
  parsed?.documents.forEach(visit)
  for (const { range } of parsed?.comments ?? []) if (range[0] >= range[1] || range[1] > text.length) say('an empty comment', range)
  for (const { offset } of parsed?.errors ?? []) if (!(offset >= 0 && offset <= text.length)) found.push(`an error at ${offset}`)
  return found
}

function decodeKey(written: string, id: string): unknown {
  return written.replace(/\\u[\da-f]{4}|\\.|''/gis, unit => String(units[id]?.(unit)))
}

function scalarProblems(text: string, node: Scalar, id: string | undefined): string[] {
  const { content, range, value } = node
  const written = text.slice(...content)
  if (!contains(range, content)) return [`content outside of its scalar at ${range[0]}`]
  if (typeof value === 'number') return Object.is(numberOf(written), value) || id === undefined ? [] : [`${written} is not ${value}`]
  if (value === null) return ['', '~', 'null'].includes(written.toLowerCase()) || id === undefined ? [] : [`${written} is not null`]
  if (typeof value === 'boolean') return written.toLowerCase() === String(value) || id === undefined ? [] : [`${written} is not ${value}`]
  let at = 0
  let from = range[0]
  for (const segment of node.segments ?? [{ value: [0, value.length] as const, source: content }]) {
    const source = text.slice(...segment.source)
    const piece = value.slice(...segment.value)
    if (segment.value[0] !== at || segment.source[0] < from || segment.source[1] > range[1]) return [`segments with gaps or out of order at ${segment.source[0]}`]
    at = segment.value[1]
    from = segment.source[1]
    const exact = isVerbatim(segment) ? withoutLineEnds(source) === withoutLineEnds(piece) : id === undefined || units[id]?.(source) === piece || /^\s*$/.test(source)
    if (!exact) return [`${JSON.stringify(source)} is not ${JSON.stringify(piece)} at ${segment.source[0]}`]
    if (piece.length > 0 && sourceRange(node, segment.value)[1] !== segment.source[1]) return [`sourceRange is wrong at ${segment.source[0]}`]
  }
  return at === value.length ? [] : [`segments that do not cover the value at ${range[0]}`]
}

function withoutLineEnds(text: string): string {
  return text.replace(/[\r\n]/g, ' ')
}

function numberOf(written: string): number {
  return written === '.inf' ? Infinity : Number(written.replaceAll('_', ''))
}

describe('embedded documents', () => {
  const policy = '{\n  "Statement": [{"Action": "a:*", "Text": "tab\\t \\"quoted\\" \\\\ end", "Count": 12}]\n}\n'
  const indented = policy.replace(/^(?=.)/gm, '      ')
  const cases: Readonly<Record<string, [path: string, text: string]>> = {
    'a YAML literal': ['a.yaml', `a:\n  b: |\n${indented}`],
    'a YAML folded block': ['a.yaml', `a:\n  b: >\n${indented}`],
    'a YAML block with CRLF': ['a.yaml', `a:\n  b: |\n${indented}`.replaceAll('\n', '\r\n')],
    'a YAML string in single quotes': ['a.yaml', `a: '${policy.trim().replaceAll('\n', ' ').replace('a:*', "a''b")}'\n`],
    'a YAML string in double quotes': ['a.yaml', `a: ${JSON.stringify(policy)}\n`],
    'an HCL heredoc': ['a.tf', `x "y" {\n  a = <<EOF\n${policy}EOF\n}\n`],
    'an indented HCL heredoc': ['a.tf', `x "y" {\n  a = <<-EOF\n${indented}    EOF\n}\n`],
    'an HCL string': ['a.tf', `a = ${JSON.stringify(policy)}\n`],
    'a JSON string': ['a.json', `{"a": ${JSON.stringify(policy)}}`],
    'a TOML string': ['a.toml', `a = '''\n${policy}'''\n`],
    'XML text': ['a.xml', `<a>${policy.replaceAll('"', '&quot;')}</a>`],
    'a property': ['a.properties', `a=${policy.trim().replaceAll('\\', '\\\\').replaceAll('\n', '\\\n  ')}\n`],
  }
  test.each(Object.keys(cases))('JSON in %s keeps the law', name => {
    const [path, text] = cases[name] ?? ['', '']
    const document = openDocument(path, text)
    const scalars = document.parsed.documents.flatMap(node => strings(node)).filter(({ value }) => String(value).includes('Statement'))
    expect(scalars).toHaveLength(1)
    const [outer] = scalars
    if (!outer) return
    const inner = document.embedded(outer, 'json')
    expect(inner.errors).toEqual([])
    expect(problems(text, inner, undefined)).toEqual([])
    const found = new Map(inner.documents.flatMap(node => strings(node)).map(scalar => [String(scalar.value), scalar]))
    expect([...found.keys()].some(value => /^a(?::\*|'b)$/.test(value))).toBe(true)
    const count = found.get('12')
    expect(count && text.slice(...count.content)).toBe('12')
    const quoted = found.get('tab\t "quoted" \\ end')
    expect(quoted && text.slice(...sourceRange(quoted, [5, 13]))).toMatch(/^[^ ]*quoted[^ ]*$/)
    expect(quoted && text.slice(...sourceRange(quoted, [6, 12]))).toBe('quoted')
  })

  test('JSON in JSON in JSON', () => {
    const text = JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ c: 'deep "value"' }) }) })
    const document = openDocument('a.json', text)
    const [first] = document.parsed.documents.flatMap(node => strings(node))
    const [second] = first ? document.embedded(first, 'json').documents.flatMap(node => strings(node)) : []
    const [third] = second ? document.embedded(second, 'json').documents.flatMap(node => strings(node)) : []
    expect(third?.value).toBe('deep "value"')
    expect(third && text.slice(...sourceRange(third, [6, 11]))).toBe('value')
    expect(third && scalarProblems(text, third, undefined)).toEqual([])
  })
})

function strings(node: Node): Scalar[] {
  switch (node.kind) {
    case 'scalar':
      return [node]
    case 'mapping':
      return node.entries.flatMap(({ value }) => strings(value))
    case 'sequence':
      return node.items.flatMap(strings)
    case 'call':
      return node.arguments.flatMap(strings)
    case 'reference':
      return []
  }
}
