import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { stripVTControlCharacters } from 'node:util'
import type { Log } from 'sarif'
import { describe, expect, test } from 'vitest'
import type { Finding, Report, ReporterOptions } from '../dist/src/core/finding.js'
import { describeRules } from '../dist/src/cli/describe.js'
import { REPORTER_IDS, type ReporterId, loadReporter } from '../dist/src/reporters/index.js'

const require = createRequire(import.meta.url)

const FINDING: Finding = {
  ruleId: 'no-hardcoded-secret',
  messageId: 'value',
  detector: 'generic-password',
  severity: 'error',
  confidence: 'high',
  path: 'src/db.ts',
  range: [20, 30],
  start: { line: 2, column: 8 },
  end: { line: 2, column: 18 },
  message: 'Hardcoded password in `password`.',
  excerpt: { line: 2, lines: ["\tconst password = '********'"], underline: [19, 27] },
  fingerprint: () => '0123456789abcdef0123456789abcdef',
  related: [],
  offers: [{ title: 'Read `shop/dev/db#password` from Secrets Manager', safety: 'review' }],
  fixes: [{ title: 'Read `shop/dev/db#password` from Secrets Manager', safety: 'review', edits: [{ range: [19, 31], text: 'await password()' }] }],
}

/** Names as somebody chose them who wants to act on whoever reads the report. */
const HOSTILE: Finding = {
  ...FINDING,
  path: '::stop-commands::x\r\n::error::%0A\u001b[2J/\u202eevil ?#ü\ud800.ts',
  message: 'Secret \u001b]0;title\u0007 `\u202e` [here](https://evil.example) \u200b%0A\r\n::set-output::',
  excerpt: { line: 7, lines: ['\u001b[31m ##[stop-commands]x \u009b \u2066 ********'], underline: [31, 39] },
  related: [{ range: [0, 1], start: { line: 1, column: 1 }, end: { line: 1, column: 2 }, path: '\u001b[1m', message: 'This \u0007 too.' }],
}

function reportOf(findings: readonly Finding[], more: Partial<Report> = {}): Report {
  return { findings, suppressed: [], coverage: { files: 3, bytes: 1234567, skipped: { pictures: 2, 'ignored by git': 1000 }, unread: [] }, elapsed: 123.4, errors: [], ...more }
}

const OPTIONS: ReporterOptions = { color: false, quiet: false, version: '1.2.3', exitCode: 1, narrowed: [], rules: describeRules }

function print(id: ReporterId, report: Report, options: Partial<ReporterOptions> = {}): string {
  return loadReporter(id)(report, { ...OPTIONS, ...options })
}

const FULL = reportOf([FINDING, FINDING, HOSTILE], {
  suppressed: [{ ...FINDING, suppressed: { by: 'directive', reason: 'not \u001b[1m live' } }],
  coverage: { files: 2, bytes: 10, skipped: {}, unread: [{ path: 'a\nb', reason: 'permission denied' }] },
  errors: ['Not one file could be scanned.'],
})

test('the list of the reporters is the folder', () => {
  const files = readdirSync(new URL('../src/reporters', import.meta.url)).map(name => name.replace('.ts', '')).filter(name => name !== 'index')
  expect([...REPORTER_IDS]).toEqual(files.sort())
})

test('text, as people read it', () => {
  const warning: Finding = { ...FINDING, severity: 'warning', path: 'template.yaml', ruleId: 'require-rotation', message: 'Secret `Db` has no rotation schedule.', offers: [] }
  expect(print('text', reportOf([FINDING, { ...warning, excerpt: { line: 12, lines: ['  Db:'], underline: [2, 4] } }], { suppressed: FULL.suppressed }))).toBe(`\
src/db.ts:2:8 error Hardcoded password in \`password\`. (no-hardcoded-secret)
2 | \tconst password = '********'
  | \t                  ^^^^^^^^
  = fix --review: Read \`shop/dev/db#password\` from Secrets Manager

template.yaml:2:8 warning Secret \`Db\` has no rotation schedule. (require-rotation)
12 |   Db:
   |   ^^

2 findings (1 error, 1 warning) in 2 files; 1 suppressed: directive (1).
1 can be fixed with \`unhardcode fix --review\`.
Scanned 3 files, 1.2 MB, in 0.12 s.
Skipped 1,002: ignored by git (1,000), pictures (2).
`)
})

test('text in colours says the same, and quietly only what is wrong', () => {
  const [plain, colored] = [print('text', FULL), print('text', FULL, { color: true })]
  expect(colored).not.toBe(plain)
  expect(stripVTControlCharacters(colored)).toBe(plain)
  expect(print('text', reportOf([]), { quiet: true })).toBe('')
  expect(print('text', FULL, { quiet: true })).toContain('error `a\\x0ab` was not scanned: permission denied.')
})

test('JSON has the format that is documented', () => {
  const parsed = JSON.parse(print('json', reportOf([FINDING], { suppressed: FULL.suppressed }), { narrowed: ['`x` turns off `y`.'] })) as unknown
  const finding = {
    ruleId: 'no-hardcoded-secret',
    messageId: 'value',
    detector: 'generic-password',
    severity: 'error',
    confidence: 'high',
    path: 'src/db.ts',
    start: { line: 2, column: 8, offset: 20 },
    end: { line: 2, column: 18, offset: 30 },
    message: 'Hardcoded password in `password`.',
    excerpt: { line: 2, lines: ["\tconst password = '********'"], underline: [19, 27] },
    fingerprint: '0123456789abcdef0123456789abcdef',
    related: [],
    fixes: [{ title: 'Read `shop/dev/db#password` from Secrets Manager', safety: 'review' }],
  }
  expect(parsed).toEqual({
    version: 1,
    findings: [finding, { ...finding, suppressed: { by: 'directive', reason: 'not \u001b[1m live' } }],
    coverage: { files: 3, bytes: 1234567, skipped: { pictures: 2, 'ignored by git': 1000 }, unread: [], elapsed: 123, narrowed: ['`x` turns off `y`.'] },
    errors: [],
  })
})

describe('SARIF', () => {
  const log = JSON.parse(print('sarif', FULL, { exitCode: 2, narrowed: ['`x` turns off `y`.'] })) as Log
  const [run] = log.runs

  test('is accepted by the official schema', () => {
    const schema = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as object
    const Ajv = require('ajv') as new (options: object) => { addMetaSchema(schema: object): void; validate(schema: object, data: unknown): boolean; errors: unknown }
    const ajv = new Ajv({ schemaId: 'auto', unknownFormats: 'ignore', allErrors: true })
    ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json') as object)
    for (const report of [FULL, reportOf([])]) {
      expect(ajv.validate(schema, JSON.parse(print('sarif', report))) || ajv.errors).toBe(true)
    }
  })

  test('has what GitHub reads', () => {
    const rule = run?.tool.driver.rules?.find(({ id }) => id === 'no-hardcoded-secret')
    expect(rule).toMatchObject({ defaultConfiguration: { level: 'error' }, properties: { precision: 'high', 'security-severity': '8.0' } })
    expect(rule?.help?.markdown).toContain('## Bad')
    expect(rule?.shortDescription?.text.length).toBeLessThan(1024)
    expect(run?.results?.[0]).toMatchObject({
      ruleId: 'no-hardcoded-secret',
      level: 'error',
      message: { text: 'Hardcoded password in `password`.' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'src/db.ts' }, region: { startLine: 2, startColumn: 8, endLine: 2, endColumn: 18 } } }],
      suppressions: [],
    })
    expect(JSON.stringify(log)).not.toContain('snippet')
    expect(run?.columnKind).toBe('utf16CodeUnits')
  })

  test('tells equal findings apart', () => {
    const prints = run?.results?.map(({ partialFingerprints }) => partialFingerprints?.['primaryLocationLineHash'])
    expect(prints?.slice(0, 2)).toEqual(['0123456789abcdef0123456789abcdef:1', '0123456789abcdef0123456789abcdef:2'])
  })

  test('says how the run ended and what was not read', () => {
    expect(run?.invocations?.[0]).toMatchObject({
      executionSuccessful: false,
      exitCode: 2,
      toolExecutionNotifications: [{ message: { text: 'Not one file could be scanned.' } }, { locations: [{ physicalLocation: { artifactLocation: { uri: 'a%0Ab' } } }] }],
      toolConfigurationNotifications: [{ message: { text: '`x` turns off `y`.' } }],
    })
  })

  test('carries suppressed findings, and relative URIs', () => {
    expect(run?.results?.at(-1)?.suppressions).toEqual([{ kind: 'inSource', justification: 'not \u001b[1m live' }])
    const uri = run?.results?.[2]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri
    expect(uri).toMatch(/^[\w%./?-]+$/)
    expect(decodeURIComponent(uri ?? '')).toBe(HOSTILE.path.replace('\ud800', '\ufffd'))
  })
})

test.each(REPORTER_IDS)('%s lets no character of a stranger act', id => {
  const printed = print(id, FULL)
  expect(printed.replace(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
  const commands = printed.split('\n').filter(line => line.trimStart().startsWith('::') || line.includes('##['))
  expect(commands.every(line => id === 'github' && /^::(?:error|warning|notice)(?: [^:]*)?::/.test(line))).toBe(true)
})

test('GitHub gets ten annotations of a kind, the worst first, and all the rest as text', () => {
  const many = Array.from({ length: 12 }, (_, index): Finding => ({ ...FINDING, severity: index % 2 ? 'error' : 'warning', path: `${index}.ts` }))
  const lines = print('github', reportOf([...many, ...many])).split('\n')
  expect(lines.filter(line => line.startsWith('::error '))).toHaveLength(10)
  expect(lines.filter(line => line.startsWith('::warning '))).toHaveLength(10)
  expect(lines[0]).toBe('::error file=1.ts,line=2,endLine=2,col=8,endColumn=18,title=no-hardcoded-secret::Hardcoded password in `password`.')
  expect(lines[10]).toBe('9.ts:2:8 error Hardcoded password in `password`. (no-hardcoded-secret)')
})

test('GitLab gets fingerprints that no two findings share', () => {
  const parsed = JSON.parse(print('gitlab', FULL)) as { fingerprint: string; severity: string; location: { lines: { begin: number } } }[]
  expect(new Set(parsed.map(({ fingerprint }) => fingerprint)).size).toBe(3)
  expect(parsed[0]).toMatchObject({ severity: 'critical', check_name: 'no-hardcoded-secret', location: { path: 'src/db.ts', lines: { begin: 2 } } })
})

const PAIRED: Finding = {
  ...FINDING,
  related: [
    { range: [3, 9], start: { line: 1, column: 4 }, end: { line: 1, column: 10 }, message: 'The user name that belongs to it.' },
    { path: 'config/id,1.txt', range: [0, 20], start: { line: 1, column: 1 }, end: { line: 1, column: 21 }, message: 'The access key ID that belongs to it.' },
  ],
}

test.each<[ReporterId, string]>([
  ['text', '\n  = src/db.ts:1:4 The user name that belongs to it.\n  = config/id,1.txt:1:1 The access key ID that belongs to it.\n'],
  ['github', 'Hardcoded password in `password`.%0Asrc/db.ts:1:4 The user name that belongs to it.%0Aconfig/id,1.txt:1:1 The access key ID that belongs to it.\n'],
  ['gitlab', '"Hardcoded password in `password`. src/db.ts:1:4 The user name that belongs to it. config/id,1.txt:1:1 The access key ID that belongs to it."'],
])('%s shows the related places in one line each', (id, expected) => {
  expect(print(id, reportOf([PAIRED]))).toContain(expected)
})

test('JSON, SARIF and reviewdog have the related places as their formats have them', () => {
  const [own] = (JSON.parse(print('json', reportOf([PAIRED]))) as { findings: { related: unknown[] }[] }).findings
  expect(own?.related[1]).toEqual({ path: 'config/id,1.txt', start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 21, offset: 20 }, message: 'The access key ID that belongs to it.' })
  const [result] = (JSON.parse(print('sarif', reportOf([PAIRED]))) as Log).runs[0]?.results ?? []
  expect(result?.relatedLocations).toMatchObject([
    { physicalLocation: { artifactLocation: { uri: 'src/db.ts' }, region: { startLine: 1, startColumn: 4, endColumn: 10 } }, message: { text: 'The user name that belongs to it.' } },
    { physicalLocation: { artifactLocation: { uri: 'config/id%2C1.txt' } }, message: { text: 'The access key ID that belongs to it.' } },
  ])
  const [diagnostic] = (JSON.parse(print('rdjson', reportOf([PAIRED]))) as { diagnostics: { related_locations: unknown[] }[] }).diagnostics
  expect(diagnostic?.related_locations[1]).toEqual({ message: 'The access key ID that belongs to it.', location: { path: 'config/id,1.txt', range: { start: { line: 1 }, end: { line: 1 } } } })
})

test('reviewdog gets diagnostics', () => {
  const parsed = JSON.parse(print('rdjson', FULL)) as { diagnostics: unknown[] }
  expect(parsed.diagnostics[0]).toEqual({
    message: 'Hardcoded password in `password`.',
    location: { path: 'src/db.ts', range: { start: { line: 2 }, end: { line: 2 } } },
    severity: 'ERROR',
    code: { value: 'no-hardcoded-secret' },
  })
})
