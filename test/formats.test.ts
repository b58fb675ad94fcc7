import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments, stringify } from 'yaml'
import type { Node } from '../src/core/tree.ts'
import { decodeText, encodeText } from '../dist/src/core/encoding.js'
import { formatById, formatOf, openDocument } from '../dist/src/formats/index.js'
import { READERS } from '../dist/src/formats/readers.js'
import { LANGUAGES } from '../dist/src/lexer/languages.js'

const fixture = (path: string): string => readFileSync(new URL(`../fixtures/formats/${path}`, import.meta.url), 'utf8')

function read(id: string, text: string): Node[] {
  return [...(formatById(id)?.parse(text).documents ?? [])]
}

/** A tree as plain values: a reference is `@target`, a call `{ '@callee': arguments }`, and of repeated keys the last counts. */
function plain(node: Node): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value
    case 'mapping':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]))
    case 'sequence':
      return node.items.map(plain)
    case 'reference':
      return `@${node.target}`
    case 'call':
      return { [`@${node.callee}`]: node.arguments.map(plain) }
  }
}

function one(id: string, text: string): unknown {
  const [document, ...others] = read(id, text)
  expect(others).toEqual([])
  return document && plain(document)
}

test('the table of readers is what the folder holds', async () => {
  const ids = new Set(LANGUAGES.map(({ id }) => id))
  const readers = readdirSync(new URL('../src/formats/', import.meta.url)).map(name => name.replace(/\.ts$/, '')).filter(id => ids.has(id)).sort()
  const text = `/** Languages with a reader in this folder. Derived from its files: \`npm run derive\`. */\nexport const READERS: readonly string[] = [${readers.map(id => `'${id}'`).join(', ')}]\n`
  await expect(text).toMatchFileSnapshot('../src/formats/readers.ts')
})

test.each([
  ['a/b.json', '', 'json'], ['tsconfig.jsonc', '', 'json'], ['x.tf.json', '', 'json'], ['a.yml', '', 'yaml'], ['main.tf', '', 'hcl'], ['dev.tfvars', '', 'hcl'],
  ['.env', '', 'dotenv'], ['.env.local', '', 'dotenv'], ['application.properties', '', 'properties'], ['.npmrc', '', 'ini'], ['Cargo.toml', '', 'toml'],
  ['pom.xml', '', 'xml'], ['stack.template', '{\n "Resources": {}}', 'json'], ['stack.cfn', '{}', 'json'], ['stack.cfn', 'Resources:\n', 'yaml'], ['stack.template', '# Mine\nAWSTemplateFormatVersion: 2010-09-09', 'yaml'],
  ['stack.template', 'Dear {name},', 'plain'], ['index.ts', '', 'typescript'],
])('%s is read as it should be (%#)', (path, head, id) => {
  expect(formatOf(path, head).id).toBe(id)
})

test('a language without a tree has its comments', () => {
  const text = 'const a = 1 // why\n'
  const { documents, comments, errors } = openDocument('a.ts', text).parsed
  expect({ documents, comments: comments.map(({ range }) => text.slice(...range)), errors }).toEqual({ documents: [], comments: ['// why'], errors: [] })
  expect(formatById('nothing')).toBeUndefined()
})

describe.each(READERS)('%s', id => {
  const files = readdirSync(new URL(`../fixtures/formats/${id}/`, import.meta.url))

  test('has its comments', () => {
    const text = files.map(name => fixture(`${id}/${name}`)).find(own => own.includes('A comment before everything.')) ?? ''
    const comments = formatById(id)?.parse(text).comments.map(({ range }) => text.slice(...range)) ?? []
    if (text !== '') expect(comments[0]).toMatch(/^\W+ A comment before everything\.(?: -->)?$/)
    expect(comments.every(comment => /^(?:[#!;]|\/[/*]|<!--)/.test(comment))).toBe(true)
  })

  test('gives up what is nested too deeply, without an overflow and in time', () => {
    const count = 100_000
    for (const unit of ['[', '{', '{"a":', 'a = [', '(', '"${', '- ', '? ', 'a {\n', '<a>', '-', 'x ? ', '[[', '!a ', '&a ']) {
      for (const before of ['', 'a: ', 'a = ']) {
        const parsed = formatById(id)?.parse(before + unit.repeat(count))
        expect(parsed?.errors.length).toBeLessThanOrEqual(100)
      }
    }
  }, 120_000)

  test('tells nothing of the file in its errors', () => {
    for (const name of files) {
      for (const { message } of formatById(id)?.parse(fixture(`${id}/${name}`)).errors ?? []) expect(message).toMatch(/^[A-Z`][^"]*\.$/)
    }
  })
})

describe('json', () => {
  test('reads what JSON.parse reads, with the same values', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        const text = JSON.stringify(value, undefined, space)
        expect(one('json', text)).toEqual(JSON.parse(text))
        expect(formatById('json')?.parse(text).errors).toEqual([])
      }),
    )
  })

  test('reads several values, and what it can of a broken file', () => {
    expect(read('json', fixture('json/lines.jsonl')).map(plain)).toEqual([{ id: 1, text: 'one' }, { id: 2, text: 'two' }, [3]])
    expect(one('json', '{"a": [1, {"b": 2}, "c": "d", "e": tru')).toMatchObject({ a: [1, { b: 2 }, 'c', 'd', 'e', '@tru'] })
  })
})

describe('yaml', () => {
  test('reads what the `yaml` package makes of it', () => {
    for (const name of ['scalars', 'anchors', 'documents']) {
      const text = fixture(`yaml/${name}.yaml`).replace(/^(?:self| {2}inner|\? \[a|: sequence|\*password).*\n/gm, '')
      const expected = parseAllDocuments(text, { merge: true, uniqueKeys: false, schema: 'core' }).map(document => document.toJS() as unknown)
      expect(read('yaml', text).map(plain)).toEqual(expected)
    }
  })

  test('reads quoted strings on whose lines are indented less than their key', () => {
    const text = 'a:\n  b: "one\r\n two\\\nthree"\n  c: \'it\'\'s\n\nx\'\n  d: 1\n'
    expect(one('yaml', text)).toEqual({ a: { b: 'one twothree', c: "it's\nx", d: 1 } })
    expect(formatById('yaml')?.parse(text).errors).toEqual([])
    expect(formatById('yaml')?.parse('a:\n  b: "one\n two\n').errors).not.toEqual([])
  })

  test('reads what the `yaml` package writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'), fc.constantFrom(20, 80), (value, defaultStringType, lineWidth) => {
        const text = stringify(value, { defaultStringType, defaultKeyType: 'PLAIN', lineWidth, aliasDuplicateObjects: false })
        const expected = parseAllDocuments(text, { schema: 'core' })[0]
        if (expected && expected.errors.length === 0) expect(one('yaml', text)).toEqual(expected.toJS())
      }),
    )
  })

  test('reads tags of CloudFormation and of others', () => {
    expect(one('yaml', fixture('yaml/template.yaml'))).toMatchObject({
      Resources: {
        Secret: {
          Properties: {
            Name: { '@Sub': ['${AWS::StackName}-db'] },
            KmsKeyId: '@Key.Arn',
            Other: '@Key.Arn',
            Tags: { '@If': ['Condition', [{ Key: 'a', Value: '@B' }], '@AWS::NoValue'] },
            Description: { '@Join': ['-', ['a', '@Environment']] },
            Map: { '@Sub': ['${X}', { X: '@Y' }] },
            Long: { Ref: 'Z' },
            Vault: { '@vault': ['$ANSIBLE_VAULT;1.1;AES256\n'] },
            Standard: '5',
            Import: { '@ImportValue': [{ 'Fn::Sub': '${N}' }] },
            Placeholder: { '@template': [] },
          },
        },
      },
    })
  })

  test('places a tagged value at its tag', () => {
    const text = 'a: !Ref X\nb: !Sub\n  - y\n'
    const [document] = read('yaml', text)
    const values = document?.kind === 'mapping' ? document.entries.map(({ value }) => text.slice(...value.range)) : []
    expect(values).toEqual(['!Ref X', '!Sub\n  - y'])
  })

  test('an alias is the node of its anchor; a repeated key stays', () => {
    const [document] = read('yaml', 'a: &x [1]\nb: *x\na: 2\n')
    const entries = document?.kind === 'mapping' ? document.entries : []
    expect(entries.map(({ key }) => key)).toEqual(['a', 'b', 'a'])
    expect(entries[1]?.value).toBe(entries[0]?.value)
  })

  test('stops following aliases that stand for billions of nodes', () => {
    const levels = Array.from({ length: 30 }, (_, level) => `l${level}: &l${level} [${Array.from({ length: 10 }, () => (level === 0 ? '1' : `*l${level - 1}`)).join(', ')}]`)
    const merges = Array.from({ length: 60 }, (_, level) => `m${level}: &m${level}\n  a${level}: 1\n${level === 0 ? '' : `  <<: [${`*m${level - 1}, `.repeat(20)}]\n`}`)
    for (const text of [levels.join('\n'), merges.join('')]) {
      const parsed = formatById('yaml')?.parse(text)
      expect(parsed?.errors.map(({ message }) => message)).toEqual(['Aliases stand for more than 50000 nodes; the others were not followed.'])
      let count = 0
      const stack = [...(parsed?.documents ?? [])]
      for (let node = stack.pop(); node; node = stack.pop(), count++) {
        stack.push(...(node.kind === 'mapping' ? node.entries.map(({ value }) => value) : node.kind === 'sequence' ? node.items : []))
      }
      expect(count).toBeLessThan(200_000)
    }
  })

  test('a template of YAML is read with holes, and an error says so; other broken files what could be read', () => {
    const helm = formatById('yaml')?.parse(fixture('yaml/helm.broken.yaml'))
    expect(helm?.errors).toEqual([{ offset: 0, message: 'A template: what its actions write is not known.', isTemplate: true }])
    expect(helm?.documents.map(plain)).toEqual([
      {
        apiVersion: 'secrets-store.csi.x-k8s.io/v1',
        kind: 'SecretProviderClass',
        metadata: { name: { '@template': [{ '@action': [] }, '-secret'] }, labels: { '': { '@template': [] }, app: { '@template': ['a ', { '@action': [] }] } }, annotations: { '@template': [] } },
        spec: {
          provider: 'aws',
          '': { '@template': [] },
          parameters: { objects: '- objectName: first\n{{- range .Values.secrets }}\n- objectName: {{ .name | quote }}\n  filePermission: "0644"', region: { '@template': [] }, more: { '@template': [] } },
        },
        items: [{ name: 'a', value: { '@template': [] } }, { '@template': [] }],
        '{{ $key }}': { '@template': [] },
      },
    ])
    expect(read('yaml', '{{ if a }}\nb: [\n{{ end }}\n')).toEqual([])
    expect(read('yaml', fixture('yaml/indent.broken.yaml')).map(plain)).toMatchObject([{ good: 1 }])
    expect(read('yaml', 'a: "{{resolve:secretsmanager:x}}"\nb: [\n  1\n]\nc: d\n').map(plain)).toMatchObject([{ a: '{{resolve:secretsmanager:x}}', c: 'd' }])
  })

  test('takes a megabyte in seconds', () => {
    const resource = (index: number): string => `  R${index}:\n    Type: AWS::SecretsManager::Secret\n    Properties:\n      Name: !Sub "\${AWS::StackName}-${index}"\n      Tags: [{Key: a, Value: !Ref B}]\n`
    const text = `Resources:\n${Array.from({ length: 7800 }, (_, index) => resource(index)).join('')}`
    const started = performance.now()
    expect(formatById('yaml')?.parse(text).errors).toEqual([])
    expect(performance.now() - started).toBeLessThan(20_000)
  }, 60_000)
})

describe('hcl', () => {
  test('blocks nest as in JSON', () => {
    const text = 'resource "aws_x" "y" {\n  a = 1\n  b {}\n}\nresource "aws_x" "z" {}\n'
    const [document] = read('hcl', text)
    const entries = document?.kind === 'mapping' ? document.entries : []
    expect(entries.map(({ key }) => key)).toEqual(['resource', 'resource'])
    expect(entries.map(({ value }) => plain(value))).toEqual([{ aws_x: { y: { a: 1, b: {} } } }, { aws_x: { z: {} } }])
    const type = entries[0]?.value.kind === 'mapping' ? entries[0].value.entries[0] : undefined
    const name = type?.value.kind === 'mapping' ? type.value.entries[0] : undefined
    expect([type, name].map(entry => entry && text.slice(...entry.keyRange))).toEqual(['aws_x', 'y'])
    expect(name && text.slice(...name.range)).toBe('"y" {\n  a = 1\n  b {}\n}')
  })

  test.each<[source: string, expected: unknown]>([
    ['var.x', '@var.x'],
    ['"${var.x}"', '@var.x'],
    ['aws_x.y[0].tags["a"].*.id', '@aws_x.y[0].tags["a"].*.id'],
    ['aws_x.y[count.index].id', '@aws_x.y[count.index].id'],
    ['"a-${var.x}-b"', { '@template': ['a-', '@var.x', '-b'] }],
    ['"$${x} %%{y} $ % \\" \\u00e9 \\U0001F600"', '${x} %{y} $ % " é 😀'],
    ['a ? b : c ? d : e', { '@conditional': ['@a', '@b', { '@conditional': ['@c', '@d', '@e'] }] }],
    ['1 + 2 * 3 - 4', { '@-': [{ '@+': [1, { '@*': [2, 3] }] }, 4] }],
    ['!a && b || c', { '@||': [{ '@&&': [{ '@!': ['@a'] }, '@b'] }, '@c'] }],
    ['a >= -1', { '@>=': ['@a', -1] }],
    ['jsonencode({ a = [1, true, null], "b": "c" })', { '@jsonencode': [{ a: [1, true, null], b: 'c' }] }],
    ['f(a...)["k"].l[0]', { '@index': [{ '@index': [{ '@index': [{ '@f': ['@a'] }, 'k'] }, 'l'] }, 0] }],
    ['provider::aws::x(1)', { '@provider::aws::x': [1] }],
    ['[for a in b : c(a) if a != ""]', { '@for': ['@b', { '@c': ['@a'] }, { '@!=': ['@a', ''] }] }],
    ['{ for k, v in b : k => v... }', { '@for': ['@b', '@k', '@v'] }],
    ['"%{ if a }b%{ else }c%{ endif }"', { '@template': [{ '@if': ['@a'] }, 'b', { '@else': [] }, 'c', { '@endif': [] }] }],
    ['<<EOT\n  a\n\n b\nEOT', '  a\n\n b\n'],
    // These are what `terraform console` prints.
    ['<<-EOT\n    one\n\n      two\n   three ${x}\n      ${y} four\n  EOT', { '@template': [' one\n\n   two\nthree ', '@x', '\n   ', '@y', ' four\n'] }],
    ['<<-EOT\n    one\n    \n    two\n  EOT', 'one\n    \ntwo\n'],
    ['<<-EOT\n\tone\n\t  two\n  EOT', 'one\n  two\n'],
    ['<<EOT\nEOT', ''],
    ['<<EOT\n$${a} \\n "q"\nEOT', '${a} \\n "q"\n'],
  ])('%s', (source, expected) => {
    const text = `a = ${source}\nb = 1\n`
    expect(formatById('hcl')?.parse(text).errors).toEqual([])
    expect(one('hcl', text)).toEqual({ a: expected, b: 1 })
  })

  test('reads JSON as an expression', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: fc.constantFrom('a', 'b', '"', '\\', '\n', '\t', ' ', 'é', '漢', '$', '%', '#', '/', '}') }), value => {
        const json = JSON.stringify(value, undefined, 1)
        expect(one('hcl', `a = ${json}\n`)).toEqual({ a: JSON.parse(json) as unknown })
      }),
    )
  })

  const terraform = ['/usr/local/bin/terraform', 'terraform'].find(program => {
    try {
      return execFileSync(program, ['version'], { stdio: 'pipe' }).length > 0
    } catch {
      return false
    }
  })
  test.skipIf(!terraform)('takes what `terraform fmt` takes, as it formats it', () => {
    for (const name of ['main', 'heredocs']) {
      const text = fixture(`hcl/${name}.tf`)
      const formatted = execFileSync(terraform ?? '', ['fmt', '-'], { input: text, stdio: 'pipe' }).toString()
      expect(one('hcl', formatted)).toEqual(one('hcl', text))
    }
  })
})

test('dotenv', () => {
  expect(one('dotenv', fixture('dotenv/values.env'))).toEqual({
    PLAIN: 'value', EXPORTED: 'value', INDENTED: 'spaced', EMPTY: '', EMPTY_QUOTES: '', DOUBLE: 'a b "quoted" \\ \n line $ $HOME # kept', SINGLE: 'raw \\n "double" # kept',
    BACKTICK: 'both \' and "', MULTI: 'first\nsecond', HASH: 'a#b', REFERENCE: '@OTHER', TEMPLATE: { '@template': ['postgres://user:', '@PASSWORD', '@host/db'] },
    DEFAULT: '@OTHER', NOT: '${OTHER}', UNICODE: 'größe 漢字 😀', COLON: 'value', 'DOTS.and-dashes': '1',
  })
})

test('properties', () => {
  expect(one('properties', fixture('properties/values.properties'))).toEqual({
    'a.b': 'c', 'x:y z': 'vAlmore \t end', empty: '', e: '', url: { '@template': ['jdbc://', '@host', '/x'] }, sp: 'value here', last: 'z',
  })
})

test('ini', () => {
  expect(one('ini', fixture('ini/values.ini'))).toEqual({
    top: '1', core: { a: 'b', q: 'x;y' }, 'remote "origin"': { url: 'https://u:p@x/y?a=b' },
    idx: { url: '\nhttps://a\nhttps://b', flag: null, '//registry.npmjs.org/:_authToken': '@T', k: 'v=1', quoted: 'x' },
  })
})

test('toml', () => {
  const [document] = read('toml', fixture('toml/values.toml'))
  expect(document && plain(document)).toEqual({
    title: 'aA\n',
    a: { b: { 'c d': { x: { y: 1000 }, lit: 'C:\\x', s: 'one two\nthree', l: 'raw\\n', d: '1979-05-27 07:32:00Z', arr: [1, 'a', { p: 1, q: { r: 's' } }] } } },
    t: [{ n: 1500, b: '"a"' }],
  })
  expect(document?.kind === 'mapping' && document.entries.map(({ key }) => key)).toEqual(['title', 'a', 't', 't'])
})

test('xml', () => {
  expect(one('xml', fixture('xml/values.xml'))).toEqual({
    configuration: {
      'xmlns:x': 'urn:x', connectionStrings: { add: { name: 'single', value: '"double"' } }, password: 'a<bA😀 &own;', cdata: '<raw> & ]]>',
      mixed: { '': 'before  after', b: 'bold' }, 'x:empty': '', empty: '', unicode: { größe: '漢字', '': '😀' },
    },
  })
})

describe('encodings', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).filter(own => !/^[\u{feff}\0]|\p{Cs}/u.test(own))

  test.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'] as const)('%s with a mark', encoding => {
    fc.assert(
      fc.property(text, own => {
        expect(decodeText(encodeText(own, encoding, true))).toEqual({ text: own, encoding, bom: true, lossless: true })
      }),
    )
  })

  test.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'] as const)('%s without a mark', encoding => {
    for (const own of ['NAME=value\n', '# größe 漢字 😀 and a comment\r\nname: value\r\n', 'ab']) {
      expect(decodeText(encodeText(own, encoding, false))).toEqual({ text: own, encoding, bom: false, lossless: true })
    }
  })

  test('bytes come back as they were, whatever they are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), text.map(own => new TextEncoder().encode(own)), fc.array(fc.integer({ min: 32, max: 255 })).map(bytes => Uint8Array.from(bytes))), bytes => {
        const decoded = decodeText(bytes)
        if (decoded?.lossless) expect(encodeText(decoded.text, decoded.encoding, decoded.bom)).toEqual(bytes)
      }),
      { numRuns: 2000 },
    )
  })

  test.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'] as const)('%s with a byte too many or half a character is read, and known not to come back', encoding => {
    const text = 'password = value\n'.repeat(3)
    for (const bom of [true, false]) {
      const odd = Buffer.concat([encodeText(text, encoding, bom), Buffer.from('!')])
      expect(decodeText(odd)).toEqual({ text: `${text}\uFFFD`, encoding, bom, lossless: false })
      const lone = encodeText(`${text}\uD800${text}`, encoding, bom)
      expect(decodeText(lone)).toEqual({ text: `${text}\uFFFD${text}`, encoding, bom, lossless: false })
    }
  })

  test('a few NULs make no text binary', () => {
    const line = 'password = "a value of some length here"'
    for (const own of [`${line}\0`, `${line.repeat(14)}${'\0'.repeat(7)}`]) expect(decodeText(Buffer.from(own))?.text).toBe(own)
    expect(decodeText(Buffer.from(`größe = ${line}\0`, 'latin1'))?.encoding).toBe('latin1')
  })

  test('UTF-8, windows-1252 and binaries', () => {
    expect(decodeText(Buffer.from('größe'))).toEqual({ text: 'größe', encoding: 'utf-8', bom: false, lossless: true })
    expect(decodeText(Buffer.from('name = größe', 'latin1'))).toEqual({ text: 'name = größe', encoding: 'latin1', bom: false, lossless: true })
    expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', bom: false, lossless: true })
    expect(decodeText(Buffer.from(`name = value\0 ${'text '.repeat(100)}`))?.encoding).toBe('utf-8')
    expect(decodeText(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 62, 0]))).toBeUndefined()
    expect(decodeText(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]))).toBeUndefined()
    expect(() => encodeText('漢', 'latin1', false)).toThrow(RangeError)
  })
})
