import { createRequire } from 'node:module'
import { styleText } from 'node:util'
import { RULE_IDS } from '../../../rules/index.ts'
import type { Credential, Detector } from '../../core/credential.ts'
import type { Document } from '../../core/document.ts'
import { decodeText } from '../../core/encoding.ts'
import { escapeLine, escapePath, escapeText } from '../../core/escape.ts'
import type { Excerpt } from '../../core/finding.ts'
import type { Range } from '../../core/text.ts'
import { detect } from '../../detection/detect.ts'
import { table } from '../../detection/table.ts'
import { excerptOf } from '../../engine/excerpt.ts'
import { scan } from '../../engine/scan.ts'
import { isRuleId } from '../../engine/settings.ts'
import { openDocument } from '../../formats/index.ts'
import { proposeFor } from '../../lookups/index.ts'
import { worktree } from '../../sources/worktree.ts'
import { wantsColor } from '../color.ts'
import { readmeOf } from '../describe.ts'
import { UsageError, didYouMean } from '../errors.ts'
import type { ExitCode, Streams } from '../main.ts'
import type { Invocation } from '../options.ts'
import { inputsOf } from '../paths.ts'
import { type Setup, setUp } from '../setup.ts'

const require = createRequire(import.meta.url)

/** Says what a rule or a detector means, or what is known of a line. */
export default function run({ operands, options }: Invocation, streams: Streams): ExitCode {
  const [subject, more] = operands
  if (subject === undefined || more !== undefined) throw new UsageError('`unhardcode explain` needs one rule, detector or `PATH:LINE`.')
  const color = wantsColor(options, streams)
  const place = /^(.+?):(\d+)(?::\d+)?$/.exec(subject)
  if (isRuleId(subject)) streams.print(renderMarkdown(readmeOf(subject), color))
  else if (place) streams.print(explainLine(place[1] ?? '', Number(place[2]), streams.directory, color))
  else streams.print(explainDetector(subject))
  return 0
}

/** Markdown for a terminal: headings stand out, code steps back; without colours as it is. */
function renderMarkdown(markdown: string, color: boolean): string {
  if (!color) return markdown
  let fenced = false
  return markdown
    .split('\n')
    .map(line => {
      const fence = line.startsWith('```')
      if (fence) fenced = !fenced
      if (fence || fenced) return styleText('dim', line, { validateStream: false })
      return line.startsWith('#') ? styleText('bold', line, { validateStream: false }) : line
    })
    .join('\n')
}

function explainDetector(id: string): string {
  const { row: rowAt, size } = table()
  const rows = Array.from({ length: size }, (_, index) => rowAt(index))
  const row = rows.find(own => own.id === id)
  if (id.startsWith('generic-')) return `${id}: found by the name it is bound to and by its value, not by a provider's form. \`explain PATH:LINE\` prints the evidence.\n`
  if (!row) throw new UsageError(`There is no rule or detector \`${id}\`.${didYouMean(id, [...RULE_IDS, ...rows.map(own => own.id)])}`)
  const { default: detectors } = require(`../../../rules/detectors/${row.file}.js`) as { default: readonly Detector[] }
  const detector = detectors.find(own => own.id === id)
  if (!detector) throw new TypeError(`The table of detectors is stale: \`${id}\`.`)
  const { name, role, severity, shape, pattern, near, pair, docs, revoke } = detector
  const facts = [
    ['Form', shape ?? pattern],
    ['Near', near?.join(', ')],
    ['Belongs to', pair],
    ['Severity', severity],
    ['Documentation', docs],
    ['To revoke', revoke],
  ].flatMap(([title, value]) => (value === undefined ? [] : [`${title}: ${value}`]))
  return `${[`${name} (${role})`, '', ...facts].join('\n')}\n`
}

/** What is known of a line: its credentials with the evidence, what the rules say of it, and what a fix would be or why there is none. */
function explainLine(operand: string, line: number, directory: string, color: boolean): string {
  const { root, paths } = inputsOf([operand], directory)
  const source = worktree({ root, paths, ignore: [] })
  const [entry] = source.list()
  const content = entry ? source.readWhole(entry) : undefined
  const text = content instanceof Uint8Array ? decodeText(content)?.text : undefined
  if (!entry || text === undefined) throw new UsageError(`\`${operand}\` cannot be read as text.`)
  const document = openDocument(entry.path, text)
  if (line < 1 || line > document.lines.count) throw new UsageError(`\`${operand}\` has ${document.lines.count} lines.`)
  const setup = setUp(root, {})
  const here = detect(document).filter(({ range }) => isOn(document, range, line))
  const report = scan(worktree({ root, paths, ignore: [] }), setup.scanOptions)
  const findings = [...report.findings, ...report.suppressed].filter(({ start, end }) => start.line <= line && line <= end.line)
  const bold = (part: string): string => (color ? styleText('bold', part, { validateStream: false }) : part)
  return [
    bold(`${escapePath(entry.path)}:${line}`),
    ...(here.length === 0 ? ['Nothing on this line looks like a credential.'] : here.flatMap(credential => credentialLines(credential, document, setup, bold))),
    ...findings.map(({ ruleId, severity, message, suppressed }) => `${severity} ${escapeText(message)} (${ruleId})${suppressed ? `, suppressed by ${suppressed.by}` : ''}`),
    ...(findings.length === 0 ? ['No rule reports this line.'] : []),
    '',
  ].join('\n')
}

function credentialLines(credential: Credential, document: Document, { scanOptions }: Setup, bold: (part: string) => string): readonly string[] {
  const all = detect(document)
  const { line, lines, underline }: Excerpt = excerptOf(document, credential.range)
  const proposed = proposeFor(credential, all, document, scanOptions.project(document.path))
  return [
    ...lines.map(own => `${line} | ${escapeLine(own)}`),
    `${' '.repeat(String(line).length)} | ${' '.repeat(underline[0])}${'^'.repeat(underline[1] - underline[0])}`,
    `${bold(credential.name)} (${credential.detector}), confidence ${credential.confidence}`,
    ...credential.evidence.map(({ name, weight }) => `  ${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)} ${name}`),
    'declined' in proposed ? `No fix: ${escapeText(proposed.declined)}` : `Fix: ${proposed.map(({ title, safety }) => `${escapeText(title)} (${safety})`).join('; ')}`,
  ]
}

function isOn(document: Document, [start, end]: Range, line: number): boolean {
  return document.lines.position(start).line <= line && line <= document.lines.position(end).line
}
