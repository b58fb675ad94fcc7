import { createRequire } from 'node:module'
import type * as Project from './project.ts'
import { type Plugin, plugin } from './eslint/plugin.ts'
import type { UnhardcodeSettings } from './eslint/settings.ts'

export type { Finding, Report, Severity, Confidence, Problem } from './core/finding.ts'
export type { Fix, Edit, SecretRef } from './core/fix.ts'
export type { Detector } from './core/credential.ts'
export type { Rule } from './core/rule.ts'
export type { UnhardcodeSettings } from './eslint/settings.ts'

const require = createRequire(import.meta.url)

/** What `settings.unhardcode` may hold, from the files of a project: its configuration, its packages, its record of migrations. For `eslint.config.js`, which reads it once. */
function project(directory: string): UnhardcodeSettings {
  return (require('./project.js') as typeof Project).settingsOf(directory)
}

const unhardcode: Plugin & { readonly project: typeof project } = Object.assign(plugin, { project })

export default unhardcode
