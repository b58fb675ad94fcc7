import type { ProjectFacts } from '../core/rule.ts'
import { basename } from 'node:path'
import type { Config } from './config.ts'

export function projectFacts(root: string, config: Config): (path: string) => ProjectFacts {
  const facts: ProjectFacts = {
    name: config.project ?? basename(root), environment: config.environment ?? 'dev', modules: 'commonjs', dependencies: new Set(), versions: {},
    naming: config.naming ?? '{project}/{environment}/{name}', known: [],
  }
  return () => facts
}
