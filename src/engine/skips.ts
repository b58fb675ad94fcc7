import type { Document } from '../core/document.ts'
import type { Resource } from '../core/module.ts'
import { type Program, type ProgramCall, bindingOf, resolve } from '../core/program.ts'
import { type Range, contains } from '../core/text.ts'
import { type Node, get, items, stringOf } from '../core/tree.ts'
import { modulesIn } from '../iac/index.ts'
import { commentsOf } from '../lexer/literals.ts'
import { EQUIVALENTS, type Tool } from './equivalents.ts'

/** What another tool was told to leave out. */
export interface Skip {
  readonly tool: Tool
  /** In lower case; absent: all checks of the tool. */
  readonly check?: string
  /** The text that it holds for. */
  readonly range: Range
  /** As written, for the report. */
  readonly said: string
}

const COMMENT = /checkov:skip=([\w,-]+)|(?:tfsec|trivy):ignore:([\w.*-]+)(?:\[[^\]\n]*\])?(?::exp:(\d{4}-\d{2}-\d{2}))?|kics-scan (ignore-line|ignore-block|disable=[\w,-]+)|\bnosem(?:grep)?: ?([\w.,-]+(?:, [\w.-]+)*)/g

/** Where resources and programs keep what other tools are told. */
const METADATA: readonly (readonly [Tool, ...string[]])[] = [
  ['checkov', 'checkov', 'skip'],
  ['cfn-nag', 'cfn_nag', 'rules_to_suppress'],
  ['cfn-guard', 'guard', 'SuppressedRules'],
  ['cdk-nag', 'cdk_nag', 'rules_to_suppress'],
  ['cfn-lint', 'cfn-lint', 'config', 'ignore_checks'],
]

const MARKS = /checkov|tfsec:|trivy:|kics-scan|nosem|SuppressedRules|rules_to_suppress|cfn-lint|NagSuppressions/

/** What other tools are told to skip in a document. @param today `YYYY-MM-DD`: what expired before it no longer holds. */
export function skipsIn(document: Document, today: string): readonly Skip[] {
  if (!MARKS.test(document.text)) return []
  const resources = modulesIn(document).flatMap(module => module.resources).filter(({ path }) => path === document.path)
  return [...inComments(document, resources, today), ...inMetadata(resources), ...inProgram(document)]
}

/** Whether a skip is of a check that finds what a rule finds. */
export function covers({ tool, check }: Skip, ruleId: string): boolean {
  const own = EQUIVALENTS[ruleId]?.[tool] ?? []
  if (check === undefined) return own.length > 0
  return own.includes(tool === 'semgrep' ? check.slice(check.lastIndexOf('.') + 1) : check)
}

function inComments(document: Document, resources: readonly Resource[], today: string): readonly Skip[] {
  return commentsOf(document).flatMap(({ range }) => [...document.text.slice(...range).matchAll(COMMENT)].flatMap(match => {
    const [said, checkov, trivy, until, kics, semgrep] = match
    if (until !== undefined && until < today) return []
    const at = range[0] + match.index
    const line = lineOf(document, at, range[1])
    const skip = (tool: Tool, checks: string, covered: Range): readonly Skip[] =>
      checks.toLowerCase().split(/, ?/).filter(Boolean).map(check => ({ tool, check, range: covered, said }))
    if (checkov !== undefined) return skip('checkov', checkov, blockOf(at, line, resources))
    if (trivy !== undefined) return skip('trivy', trivy.replace(/\.+$/, ''), blockOf(at, line, resources))
    if (semgrep !== undefined) return skip('semgrep', semgrep, line)
    if (kics?.startsWith('disable=')) return skip('kics', kics.slice('disable='.length), [0, document.text.length])
    return [{ tool: 'kics', range: kics === 'ignore-line' ? line : blockOf(at, line, resources), said }]
  }))
}

/** The resource that a place is in, or that begins on the line, or else the line. */
function blockOf(at: number, line: Range, resources: readonly Resource[]): Range {
  const around = resources.filter(({ range }) => range[0] <= at && at < range[1]).toSorted((a, b) => b.range[0] - a.range[0])[0]
  return (around ?? resources.find(({ range }) => line[0] <= range[0] && range[0] < line[1]))?.range ?? line
}

/** The line of a comment that stands behind something; otherwise the next that is no comment. */
function lineOf({ text }: Document, at: number, end: number): Range {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const alone = /^\s*(?:#|\/\/|\/\*|<!--|--|\*)/.test(text.slice(start, at))
  if (!alone) return [start, endOfLine(text, at)]
  for (let from = endOfLine(text, end) + 1; from < text.length;) {
    const to = endOfLine(text, from)
    if (!/^\s*(?:#|\/\/|$)/.test(text.slice(from, to))) return [from, to]
    from = to + 1
  }
  return [start, endOfLine(text, at)]
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function inMetadata(resources: readonly Resource[]): readonly Skip[] {
  return resources.flatMap(resource => {
    const metadata = resource.attribute('Metadata')
    return METADATA.flatMap(([tool, ...path]) => skipsOf(tool, get(metadata, ...path), resource.range, path.join('.')))
  })
}

/** Each item names a check, itself or under `id`; `said` is where they stand. */
function skipsOf(tool: Tool, list: Node | undefined, range: Range, said: string): readonly Skip[] {
  return items(list).flatMap(item => {
    const check = stringOf(item) ?? stringOf(get(item, 'id'))
    return check === undefined ? [] : [{ tool, check: check.toLowerCase(), range, said: `${said}: ${check}` }]
  })
}

const SUPPRESSION = /(?:^|\.)NagSuppressions\.(?:addResourceSuppressions|add_resource_suppressions)$/

function inProgram(document: Document): readonly Skip[] {
  const { program } = document
  if (!program || !document.text.includes('NagSuppressions')) return []
  return program.calls.filter(({ callee }) => SUPPRESSION.test(callee)).flatMap(call => {
    const list = call.positional[1] ?? call.keywords.find(({ key }) => key === 'suppressions')?.value
    return constructsOf(program, call).flatMap(range => skipsOf('cdk-nag', list && resolve(program, list, call.scope), range, 'NagSuppressions'))
  })
}

/** The statements that make what is suppressed in. */
function constructsOf(program: Program, call: ProgramCall): readonly Range[] {
  return items(call.positional[0] ?? call.keywords.find(({ key }) => key === 'construct')?.value).flatMap(node => {
    if (node.kind !== 'reference') return node.kind === 'call' ? [node.range] : []
    const binding = bindingOf(program, node, call.scope)
    return binding ? [binding.range] : []
  })
}

/** The first skip that holds for a place and a rule. */
export function skipOf(skips: readonly Skip[], place: Range, ruleId: string): Skip | undefined {
  return skips.find(skip => contains(skip.range, place) && covers(skip, ruleId))
}
