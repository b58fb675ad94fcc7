import type { Rule as ESLintRule } from 'eslint'
import type { ProjectFacts } from '../core/rule.ts'
import { type MigrationRecord, knownIn } from '../engine/record.ts'

/** What `settings.unhardcode` of an ESLint configuration may say: what a lookup must know of the project, since rules read no files. */
export interface UnhardcodeSettings {
  /** First part of a secret's name. */
  readonly project?: string
  readonly environment?: string
  /** Template of a secret's name: `{project}/{environment}/{name}`. */
  readonly naming?: string
  readonly modules?: 'esm' | 'commonjs'
  /** Packages the project has, for the choice of a lookup. */
  readonly dependencies?: readonly string[]
  /** The project's own functions that give the string of a secret by its name. */
  readonly accessors?: ProjectFacts['accessors']
  /** What it runs on, as written: `{ python: '>=3.8' }`. */
  readonly versions?: Readonly<Record<string, string>>
  /** Secrets that exist already, with what tells their values: of the migration record. */
  readonly migrations?: MigrationRecord
}

/** The facts for lookups in an editor: from the settings, else what fits a new project. */
export function projectOf({ settings, cwd, languageOptions }: ESLintRule.RuleContext): ProjectFacts {
  const own = (settings as { unhardcode?: UnhardcodeSettings }).unhardcode ?? {}
  const modules = own.modules ?? ((languageOptions as { sourceType?: string } | undefined)?.sourceType === 'commonjs' ? 'commonjs' : undefined)
  return {
    name: own.project ?? cwd.split(/[\\/]/).findLast(Boolean) ?? 'project',
    environment: own.environment ?? 'dev',
    ...(modules && { modules }),
    dependencies: new Set(own.dependencies),
    ...(own.accessors && { accessors: own.accessors }),
    versions: own.versions ?? {},
    naming: own.naming ?? '{project}/{environment}/{name}',
    known: own.migrations ? knownIn(own.migrations) : [],
  }
}
