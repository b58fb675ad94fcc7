import type { Source, SourceEntry } from '../dist/src/core/source.js'
import type { ProjectFacts } from '../dist/src/core/rule.js'
import type { ActiveRule, Preset, RuleId } from '../dist/src/engine/settings.js'
import type { Report } from '../dist/src/core/finding.js'
import { variableNames, withLines } from '../dist/src/cli/additions.js'
import { requiredVersions } from '../dist/src/lookups/version.js'
import { secretsIn } from '../dist/src/engine/masking.js'
import { usageReader } from '../dist/src/engine/code.js'
import { planFixes } from '../dist/src/engine/apply.js'
import { openProblems } from '../dist/src/engine/suppression.js'
import { unifiedDiff } from '../dist/src/engine/diff.js'
import { scan } from '../dist/src/engine/scan.js'
import { loadRule } from '../dist/src/engine/settings.js'
import { AT_ROOT, ignores, isIgnoredWithin } from '../dist/src/sources/ignore.js'
import { openDocument } from '../dist/src/formats/index.js'

const TODAY = '2026-01-01'

/** A project as most examples assume it. */
export const PROJECT: ProjectFacts = {
  name: 'shop',
  environment: 'dev',
  modules: 'esm',
  dependencies: new Set(),
  versions: {},
  naming: '{project}/{environment}/{name}',
  known: [],
}

/** Files that stand nowhere but in a test. */
export function memorySource(files: Readonly<Record<string, string | Uint8Array>>): Source {
  const contents = new Map(Object.entries(files).map(([path, content]) => [path, typeof content === 'string' ? new TextEncoder().encode(content) : content]))
  const read = (entry: SourceEntry): Uint8Array => contents.get(entry.path) ?? new Uint8Array()
  return {
    root: '/',
    list: () => [...contents].map(([path, { length }]) => ({ path, size: length })),
    read(entry, buffer) {
      const content = read(entry)
      if (content.length <= buffer.length) buffer.set(content)
      return content.length
    },
    readWhole: read,
    covers: () => true,
    skipped: new Map(),
    unread: [],
  }
}

/** One rule with the options of a preset; `recommended` falls back to `strict` where the rule isn't in it. */
export function activeRule(id: RuleId, preset: Preset): ActiveRule {
  const rule = loadRule(id)
  return { rule, options: { ...rule.defaults, ...(rule.presets[preset] || rule.presets.strict) } }
}

/** Scans files in memory with the given rules. */
export function scanFiles(files: Readonly<Record<string, string | Uint8Array>>, active: readonly ActiveRule[]): Report {
  return scan(memorySource(files), { active: () => active, project: () => projectOf(files), today: TODAY, directives: true })
}

/** The project of some files, with the versions of Terraform and providers that they ask for. */
export function projectOf(files: Readonly<Record<string, string | Uint8Array>>): ProjectFacts {
  const documents = Object.entries(files).flatMap(([path, text]) => (/\.tf(?:\.json)?$/.test(path) && typeof text === 'string' ? [openDocument(path, text)] : []))
  const ignored = ignores(String(files['.gitignore'] ?? ''), AT_ROOT, undefined)
  const nearest = (name: RegExp): string | undefined => Object.keys(files).find(path => name.test(path))
  const usage = usageReader(path => (typeof files[path] === 'string' ? files[path] : undefined))
  return { ...PROJECT, nearest, usage, tracking: path => (isIgnoredWithin(ignored, path) ? 'ignored' : 'open'), versions: Object.fromEntries(documents.flatMap(({ parsed }) => Object.entries(requiredVersions(parsed.documents[0])))) }
}

/** Every fix of files in memory, for review too: what the files become, and a masked diff. */
export function fixFiles(files: Readonly<Record<string, string>>, active: readonly ActiveRule[]): { readonly files: Readonly<Record<string, string>>; readonly diff: string } {
  const fixed: Record<string, string> = {}
  const added: Record<string, string> = {}
  let diff = ''
  const siblings = { documents: Object.entries(files).map(([path, text]) => openDocument(path, text)), complete: true }
  for (const [path, text] of Object.entries(files)) {
    const document = openDocument(path, text)
    const options = { active: () => active, project: () => projectOf(files), today: TODAY, directives: true }
    const plan = planFixes(document, { open: openDocument, find: changed => openProblems(changed, options, siblings), allows: () => true })
    fixed[path] = plan.text
    const fixes = plan.applied.map(({ fix }) => fix)
    for (const { path: other, line } of [...fixes.flatMap(({ adds = [] }) => adds), ...variableNames(path, fixes, projectOf(files))]) added[other] = withLines(added[other] ?? files[other] ?? '', [line])
    diff += unifiedDiff(path, text, fixed[path], secretsIn(document))
  }
  for (const [path, text] of Object.entries(added)) {
    const before = files[path] ?? ''
    diff += unifiedDiff(path, before, text, secretsIn(openDocument(path, before)))
  }
  return { files: { ...fixed, ...added }, diff }
}
