import { type Matcher, compileGlob } from './glob.ts'

/** One line of an ignore file. */
interface IgnoreRule {
  readonly negated: boolean
  readonly directories: boolean
  readonly matches: Matcher
}

/** The ignore files that hold in a directory: its own, and those of the directories above it, innermost first. */
export interface Ignores {
  /** Last line first, since the last that fits decides. */
  readonly rules: readonly IgnoreRule[]
  /** How a path of the scan becomes relative to this file: what to leave out at its begin, or what to put before it. */
  readonly base: { readonly drop: number } | { readonly prefix: string }
  readonly outer: Ignores | undefined
}

/** Reads the text of an ignore file. */
export function ignores(text: string, base: Ignores['base'], outer: Ignores | undefined): Ignores | undefined {
  const rules = text.replace(/^\uFEFF/, '').split('\n').flatMap(ruleOf).reverse()
  return rules.length > 0 ? { rules, base, outer } : outer
}

/** Whether a path is ignored; of a file in an ignored directory nobody asks. */
export function isIgnored(innermost: Ignores | undefined, path: string, name: string, directory: boolean): boolean {
  for (let level = innermost; level; level = level.outer) {
    const { base } = level
    const relative = 'drop' in base ? (base.drop === 0 ? path : path.slice(base.drop)) : `${base.prefix}${path}`
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
