import { type Matcher, compileGlob } from './glob.ts'

/** One line of an ignore file. */
interface IgnoreRule {
  readonly negated: boolean
  readonly directories: boolean
  readonly matches: Matcher
}

/** How a path of the scan becomes relative to an ignore file: how many characters go from its begin, and what comes before it. */
export interface Base {
  readonly drop: number
  readonly prefix: string
}

/** For an ignore file at the root of the scan. */
export const AT_ROOT: Base = { drop: 0, prefix: '' }

/** The ignore files that hold in a directory: its own, and those of the directories above it, innermost first. */
export interface Ignores {
  /** Last line first, since the last that fits decides. */
  readonly rules: readonly IgnoreRule[]
  readonly base: Base
  readonly outer: Ignores | undefined
}

/** Reads the text of an ignore file. */
export function ignores(text: string, base: Base, outer: Ignores | undefined): Ignores | undefined {
  const rules = text.replace(/^\uFEFF/, '').split('\n').flatMap(ruleOf).reverse()
  return rules.length > 0 ? { rules, base, outer } : outer
}

/** Whether a path is ignored; of a file in an ignored directory nobody asks. */
export function isIgnored(innermost: Ignores | undefined, path: string, name: string, directory: boolean): boolean {
  for (let level = innermost; level; level = level.outer) {
    const { drop, prefix } = level.base
    const relative = prefix + (drop === 0 ? path : path.slice(drop))
    for (const { negated, directories, matches } of level.rules) {
      if ((directory || !directories) && matches(relative, name)) return !negated
    }
  }
  return false
}

/** Whether a file or a directory above it is ignored, for a path that no walk led to. */
export function isIgnoredWithin(ignored: Ignores | undefined, path: string): boolean {
  const steps = path.split('/')
  return steps.some((name, at) => isIgnored(ignored, steps.slice(0, at + 1).join('/'), name, at < steps.length - 1))
}

function ruleOf(line: string): readonly IgnoreRule[] {
  const trimmed = trimEnd(line.endsWith('\r') ? line.slice(0, -1) : line)
  if (trimmed === '' || trimmed.startsWith('#')) return []
  const negated = trimmed.startsWith('!')
  const directories = trimmed.endsWith('/')
  const pattern = trimmed.slice(negated ? 1 : 0, directories ? -1 : undefined)
  return pattern === '' ? [] : [{ negated, directories, matches: compileGlob(pattern) }]
}

/** Without spaces at its end, unless a backslash holds them. */
function trimEnd(line: string): string {
  let end = line.length
  while (end > 0 && line[end - 1] === ' ' && line[end - 2] !== '\\') end--
  return line.slice(0, end)
}
