import type { Addition } from '../core/fix.ts'
import type { ProjectFacts } from '../core/rule.ts'

/** Files that show which variables there are. */
const SAMPLE = /^\.?env(?:[._-][a-z\d]+)*[._-](?:examples?|samples?|template|tmpl|tpl|dist|defaults?)$/i

const ENV = /^\.env(?:\.[\w.-]+)?$/i

/** Whether a file shows which variables a project needs. */
export function isSample(path: string): boolean {
  return SAMPLE.test(path.slice(path.lastIndexOf('/') + 1))
}

/** The names of variables in the file that shows which ones a project needs; nothing where it keeps no env file. */
export function sampleNames(names: readonly string[], { nearest }: ProjectFacts): readonly Addition[] {
  const path = nearest?.(SAMPLE) ?? nearest?.(ENV)?.replace(/[^/]+$/, '.env.example')
  return path === undefined ? [] : [...new Set(names)].map(name => ({ path, line: `${name}=` }))
}
