import { readFileSync, readdirSync } from 'node:fs'
import { RULE_IDS } from '../dist/rules/index.js'
import type { RuleId } from '../dist/src/engine/settings.js'
import { expandShapes } from '../dist/src/detection/shape.js'

/** One or several files that belong together, from a rule's README, with shapes expanded. */
export interface Example {
  readonly ruleId: RuleId
  readonly section: 'Bad' | 'Good' | 'Not seen'
  readonly preset: 'recommended' | 'strict'
  readonly files: Readonly<Record<string, string>>
  /** Offset in the README behind the example's last code block, and behind the derived blocks that follow it. */
  readonly end: number
  readonly derivedEnd: number
}

export const READMES: readonly RuleId[] = RULE_IDS

const BLOCK = /^(`{3,})([^\s`]*)(?: ([^\n]*))?\n([\s\S]*?)^\1$\n?/gm

export function readmePath(ruleId: RuleId): URL {
  return new URL(`../rules/${ruleId}/README.md`, import.meta.url)
}

/** The examples of a rule's README: code blocks that name a file; those without a derived block between them make one example. */
export function examplesOf(ruleId: RuleId, text = readFileSync(readmePath(ruleId), 'utf8')): readonly Example[] {
  const examples: Example[] = []
  let open: { files: Record<string, string>; strict: boolean; end: number; derivedEnd: number } | undefined
  let section = ''
  let at = 0
  const close = (): void => {
    if (open && (section === 'Bad' || section === 'Good' || section === 'Not seen')) {
      examples.push({ ruleId, section, preset: open.strict ? 'strict' : 'recommended', files: open.files, end: open.end, derivedEnd: open.derivedEnd })
    }
    open = undefined
  }
  for (const match of text.matchAll(BLOCK)) {
    const between = text.slice(at, match.index)
    const heading = [...between.matchAll(/^## (.+)$/gm)].at(-1)?.[1]
    if (heading !== undefined || /^#{3,} /m.test(between)) close()
    if (heading !== undefined) section = heading
    at = match.index + match[0].length
    const [, , language, info = '', code = ''] = match
    if (language === 'text' || language === 'diff') {
      if (open) open.derivedEnd = at
      continue
    }
    const [file, mode] = info.split(' ')
    if (!file) continue
    if (open && (open.derivedEnd > open.end || between.trim() !== '')) close()
    open ??= { files: {}, strict: false, end: at, derivedEnd: at }
    open.files[file] = expandShapes(code)
    open.strict ||= mode === 'strict'
    open.end = open.derivedEnd = at
  }
  close()
  return examples
}

/** Every folder under `rules/` that holds a rule. */
export function ruleFolders(): readonly string[] {
  return readdirSync(new URL('../rules/', import.meta.url), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name !== 'detectors')
    .map(({ name }) => name)
    .sort()
}
