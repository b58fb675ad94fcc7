import type { Document } from '../core/document.ts'
import type { Problem } from '../core/finding.ts'
import type { Resource } from '../core/module.ts'
import { type Program, type ProgramCall, bindingOf, isProgramCall, option, resolve } from '../core/program.ts'
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
  /** What of the check's findings it holds for, as cdk-nag names them: `Action::s3:*`. Absent: all. */
  readonly only?: readonly string[]
}

const COMMENT = /(?:checkov|bridgecrew|cortex):skip= *([\w-]+(?:,[\w-]+)*)|(?:tfsec|trivy):ignore:([\w.*-]+)(?:\[[^\]\n]*\])?(?::exp:(\d{4}-\d{2}-\d{2}))?|kics-scan (ignore-line|ignore-block|disable=[\w,-]+)|\bnosem(?:grep)?: ?([\w.,-]+(?:, [\w.-]+)*)/g

/** Where resources and programs keep what other tools are told. */
const METADATA: readonly (readonly [Tool, ...string[]])[] = [
  ['checkov', 'checkov', 'skip'],
  ['cfn-nag', 'cfn_nag', 'rules_to_suppress'],
  ['cfn-guard', 'guard', 'SuppressedRules'],
  ['cdk-nag', 'cdk_nag', 'rules_to_suppress'],
  ['cfn-lint', 'cfn-lint', 'config', 'ignore_checks'],
]

/** What of it the template keeps for all of its resources. */
const OF_TEMPLATES: readonly Tool[] = ['cdk-nag', 'cfn-lint']

const MARKS = /checkov|(?:bridgecrew|cortex):skip|tfsec:|trivy:|kics-scan|nosem|SuppressedRules|rules_to_suppress|cfn-lint|NagSuppressions/

/** What other tools are told to skip in a document. @param today `YYYY-MM-DD`: what expired before it no longer holds. */
export function skipsIn(document: Document, today: string): readonly Skip[] {
  if (!MARKS.test(document.text)) return []
  const resources = modulesIn(document).flatMap(module => module.resources).filter(({ path }) => path === document.path)
  return [...inComments(document, resources, today), ...inMetadata(resources), ...inTemplates(document, resources), ...inProgram(document)]
}

/** Whether a skip is of a check that finds what a rule reports. @param reported the text of the place and, a line each, what the message fills in. */
export function covers({ tool, check, only }: Skip, ruleId: string, reported: string): boolean {
  const own = (EQUIVALENTS[ruleId]?.[tool] ?? []).some(equivalent => {
    const [id, pattern] = typeof equivalent === 'string' ? [equivalent] : equivalent
    return (check === undefined || names(tool, check, id)) && (pattern?.test(reported) ?? true)
  })
  return own && (only?.some(finding => isAbout(finding, ruleId, reported)) ?? true)
}

function names(tool: Tool, check: string, id: string): boolean {
  // cfn-lint takes the beginning of an id for all that begin so.
  if (tool === 'cfn-lint') return id.startsWith(check)
  return id === (tool === 'semgrep' ? check.slice(check.lastIndexOf('.') + 1) : check)
}

/** What cdk-nag calls the findings that ours equal. */
const KINDS: Readonly<Record<string, string>> = { 'no-broad-managed-policy': 'Policy', 'no-wildcard-secret-action': 'Action', 'no-wildcard-secret-resource': 'Resource' }

/** Whether cdk-nag would name a finding so: its kind and the value at its place, as `Action::s3:*`. */
function isAbout(finding: string, ruleId: string, reported: string): boolean {
  const [place = ''] = reported.split('\n', 1)
  const spelling = `${KINDS[ruleId] ?? ''}::${place.replace(/^["'`]|["'`]$/g, '')}`
  const [, pattern] = /^\/(.*)\/[a-z]*$/.exec(finding) ?? []
  return pattern === undefined ? finding === spelling : matchesSimply(pattern, spelling)
}

/** Whether an expression of characters, anchors and `.*` matches; others do not, since a scanned file must not bring expressions that run for ever. */
function matchesSimply(pattern: string, text: string): boolean {
  const open = pattern.startsWith('^') ? pattern.slice(1) : `.*${pattern}`
  const parts = (open.endsWith('$') ? open.slice(0, -1) : `${open}.*`).split('.*')
  if (parts.some(part => /(?:^|[^\\])[*+?()[\]{}|^$]/.test(part))) return false
  const [first = '', ...rest] = parts.map(part => part.replace(/\\(.)/g, '$1'))
  const last = rest.pop()
  if (last === undefined) return text === first
  let at = text.startsWith(first) ? first.length : -1
  for (const part of rest) {
    const found = at < 0 ? -1 : text.indexOf(part, at)
    at = found < 0 ? -1 : found + part.length
  }
  return at >= 0 && text.length - last.length >= at && text.endsWith(last)
}

function inComments(document: Document, resources: readonly Resource[], today: string): readonly Skip[] {
  return commentsOf(document).flatMap(({ range }) => [...document.text.slice(...range).matchAll(COMMENT)].flatMap(match => {
    const [said, checkov, trivy, until, kics, semgrep] = match
    if (until !== undefined && until < today) return []
    const at = range[0] + match.index
    const line = lineOf(document, at, range[1])
    const skip = (tool: Tool, checks: string, covered: Range): readonly Skip[] =>
      checks.toLowerCase().split(/, ?/).filter(Boolean).map(check => ({ tool, check, range: covered, said }))
    if (checkov !== undefined) return skip('checkov', checkov, blockOf(at, line, resources)).map(one => (isSecretCheck(one) ? { ...one, range: linesAround(document, at) } : one))
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

/** The checks of checkov that look at lines, and take a comment before, on and behind the line. */
function isSecretCheck({ check }: Skip): boolean {
  return check?.startsWith('ckv_secret_') ?? false
}

function linesAround({ text }: Document, at: number): Range {
  const start = text.lastIndexOf('\n', at - 1)
  return [start < 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1, endOfLine(text, Math.min(endOfLine(text, at) + 1, text.length))]
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

/** What is said once for a template, which is one only where it has resources. */
function inTemplates(document: Document, resources: readonly Resource[]): readonly Skip[] {
  if (resources.length === 0) return []
  return document.parsed.documents.flatMap(template => METADATA.filter(([tool]) => OF_TEMPLATES.includes(tool)).flatMap(([tool, ...path]) =>
    skipsOf(tool, get(template, 'Metadata', ...path), template.range, path.join('.'))))
}

/** Each item names a check, itself or under `id`; `said` is where they stand. */
function skipsOf(tool: Tool, list: Node | undefined, range: Range, said: string): readonly Skip[] {
  return items(list).flatMap(item => {
    const check = stringOf(item) ?? stringOf(valueOf(item, 'id'))
    const only = valueOf(item, 'applies_to') ?? valueOf(item, 'appliesTo')
    return check === undefined ? [] : [{ tool, check: check.toLowerCase(), range, said: `${said}: ${check}`, ...(only && { only: items(only).flatMap(findingOf) }) }]
  })
}

/** Of a mapping, or of what a program constructs with keywords. */
function valueOf(node: Node, key: string): Node | undefined {
  return isProgramCall(node) ? option(node, key) : get(node, key)
}

/** A finding that is named, or a pattern of findings as `{ regex: '/^Resource::.*$/g' }`, which stays between its slashes. */
function findingOf(node: Node): readonly string[] {
  const name = stringOf(node) ?? stringOf(get(node, 'regex'))
  return name === undefined ? [] : [name]
}

const SUPPRESSION = /(?:^|\.)NagSuppressions\.add_?(?:resource|stack)_?suppressions$/i
const STACK = /^(?:(?:\w+\.)?Stack\.of\((?:this|self)\)|this|self)$/

function inProgram(document: Document): readonly Skip[] {
  const { program } = document
  if (!program || !document.text.includes('NagSuppressions')) return []
  return program.calls.filter(({ callee }) => SUPPRESSION.test(callee)).flatMap(call => {
    const list = call.positional[1] ?? call.keywords.find(({ key }) => key === 'suppressions')?.value
    return constructsOf(document, program, call).flatMap(range => skipsOf('cdk-nag', list && resolve(program, list, call.scope), range, 'NagSuppressions'))
  })
}

/** The statements that make what is suppressed in; the whole file for the stack that it is. */
function constructsOf({ text }: Document, program: Program, call: ProgramCall): readonly Range[] {
  const given = call.positional[0] ?? call.keywords.find(({ key }) => key === 'construct' || key === 'stack')?.value
  return items(given).flatMap<Range>(node => {
    if (STACK.test(text.slice(...node.range))) return [[0, text.length]]
    if (node.kind !== 'reference') return node.kind === 'call' ? [node.range] : []
    const binding = bindingOf(program, node, call.scope)
    return binding ? [binding.range] : []
  })
}

/** The first skip that holds for a problem of a rule. */
export function skipOf(skips: readonly Skip[], { text }: Document, { range, data = {} }: Problem, ruleId: string): Skip | undefined {
  const reported = [text.slice(...range), ...Object.values(data)].join('\n')
  return skips.find(skip => contains(skip.range, range) && covers(skip, ruleId, reported))
}
