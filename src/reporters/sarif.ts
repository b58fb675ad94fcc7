import type { Fix as SarifFix, Invocation, Location, Log, Notification, ReportingDescriptor, Result, Suppression } from 'sarif'
import { escapeText, escapedJson, uriOf } from '../core/escape.ts'
import type { Finding, Report, ReporterOptions, RuleDescription, Severity } from '../core/finding.ts'
import type { Fix } from '../core/fix.ts'
import { toldApart } from '../core/ordinal.ts'
import { MASK } from '../core/secret.ts'
import type { Position } from '../core/text.ts'

const LEVELS = { error: 'error', warning: 'warning', information: 'note' } as const satisfies Record<Severity, Result['level']>

/** GitHub shows above 9 as critical, from 7 as high, from 4 as medium. */
const SECURITY_SEVERITIES: Readonly<Record<Severity, string>> = { error: '8.0', warning: '5.0', information: '2.0' }

const EXIT_CODES = { 0: 'Nothing was found.', 1: 'There are findings.', 2: 'There was an error, or something could not be scanned.' } as const

/** Relative URIs stand under it; what it is, only the reader knows. */
const BASE = '%SRCROOT%'

/** SARIF 2.1.0, with what GitHub reads of it: <https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning>. */
export default function sarif(report: Report, options: ReporterOptions): string {
  const rules = options.rules()
  const indexes = new Map(rules.map(({ id }, index) => [id, index]))
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'unhardcode',
            semanticVersion: options.version,
            informationUri: 'https://www.npmjs.com/package/unhardcode',
            rules: rules.map(descriptor),
          },
        },
        automationDetails: { id: 'unhardcode/' },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [BASE]: { description: { text: 'The root of the scan.' } } },
        redactionTokens: [MASK],
        invocations: [invocation(report, options)],
        results: toldApart([...report.findings, ...report.suppressed]).map(({ finding, fingerprint }) => result(finding, fingerprint, indexes.get(finding.ruleId))),
      },
    ],
  }
  return `${escapedJson(log)}\n`
}

function descriptor({ id, summary, severity, help, url }: RuleDescription): ReportingDescriptor {
  const markdown = help()
  return {
    id,
    name: id,
    shortDescription: { text: `${summary}.` },
    fullDescription: { text: `${summary}.` },
    help: { text: markdown, markdown },
    helpUri: url,
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['security', 'secrets'], precision: 'high', 'security-severity': SECURITY_SEVERITIES[severity] },
  }
}

function result(finding: Finding, fingerprint: string, index: number | undefined): Result {
  const { ruleId, severity, message, path, start, end, related, suppressed, confidence, detector } = finding
  const fixes = (finding.fixes ?? []).filter(({ edits }) => edits.length > 0)
  return {
    ruleId,
    ...(index !== undefined && { ruleIndex: index }),
    level: LEVELS[severity],
    message: { text: plainText(message) },
    locations: [location(path, start, end)],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(related.length > 0 && { relatedLocations: related.map(one => relatedLocation(one, path)) }),
    ...(fixes.length > 0 && { fixes: fixes.map(fix => sarifFix(fix, path)) }),
    suppressions: suppressed ? [suppression(suppressed)] : [],
    properties: { confidence, ...(detector && { detector }) },
  }
}

function location(path: string, start: Position, end: Position): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path), uriBaseId: BASE },
      region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    },
  }
}

function relatedLocation(related: Finding['related'][number], path: string): Location {
  return { ...location(related.path ?? path, related.start, related.end), message: { text: plainText(related.message) } }
}

/** The text of a file is not known here, so the places are offsets. */
function sarifFix({ title, edits }: Fix, path: string): SarifFix {
  return {
    description: { text: plainText(title) },
    artifactChanges: [{
      artifactLocation: { uri: uriOf(path), uriBaseId: BASE },
      replacements: edits.map(({ range, text }) => ({ deletedRegion: { charOffset: range[0], charLength: range[1] - range[0] }, insertedContent: { text } })),
    }],
  }
}

function suppression({ by, reason }: NonNullable<Finding['suppressed']>): Suppression {
  return { kind: by === 'directive' || by === 'foreign directive' ? 'inSource' : 'external', justification: reason ?? `Suppressed by ${by}.` }
}

function invocation({ coverage: { files, bytes, skipped, unread, unparsed = [] }, errors }: Report, { exitCode, narrowed }: ReporterOptions): Invocation {
  const failures: Notification[] = [
    ...errors.map(error => ({ level: 'error' as const, message: { text: plainText(error) } })),
    ...unread.map(({ path, reason, partly }) => ({
      level: 'error' as const,
      message: { text: `This was not scanned${partly ? ' to its end' : ''}: ${reason}.` },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path), uriBaseId: BASE } } }],
    })),
    ...unparsed.map(({ path, line, reason }) => ({
      level: 'warning' as const,
      message: { text: `This could not be parsed; secrets were still looked for in its text: ${plainText(reason)}` },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path), uriBaseId: BASE }, region: { startLine: line } } }],
    })),
  ]
  return {
    executionSuccessful: exitCode !== 2,
    exitCode,
    exitCodeDescription: EXIT_CODES[exitCode],
    ...(failures.length > 0 && { toolExecutionNotifications: failures }),
    ...(narrowed.length > 0 && { toolConfigurationNotifications: narrowed.map(sentence => ({ level: 'note' as const, message: { text: plainText(sentence) } })) }),
    properties: { files, bytes, skipped },
  }
}

/** A message of SARIF may hold links, and a name in it may look like one. */
function plainText(message: string): string {
  return escapeText(message).replaceAll('](', '] (')
}
