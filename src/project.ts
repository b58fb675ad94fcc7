import type { UnhardcodeSettings } from './eslint/settings.ts'
import { NO_CONFIG, filesIn, readConfig } from './cli/config.ts'
import { recordIn } from './cli/migrations.ts'
import { projectFacts } from './cli/project.ts'

/** The settings of ESLint from the files of a project. Throws UsageError for a configuration or a record that is not understood. */
export function settingsOf(root: string): UnhardcodeSettings {
  const config = readConfig(filesIn(root)) ?? NO_CONFIG
  const { name, naming, modules, dependencies, versions, accessors } = projectFacts(root, config)('')
  const migrations = recordIn(root)
  return {
    project: name,
    ...(config.environment !== undefined && { environment: config.environment }),
    naming,
    ...(modules && { modules }),
    ...(accessors && { accessors }),
    ...(migrations && { migrations }),
    dependencies: [...dependencies],
    versions,
  }
}
