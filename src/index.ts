import { plugin } from './eslint/plugin.ts'

export type { Finding, Report, Severity, Confidence, Problem } from './core/finding.ts'
export type { Fix, Edit, SecretRef } from './core/fix.ts'
export type { Detector } from './core/credential.ts'
export type { Rule } from './core/rule.ts'
export type { UnhardcodeSettings } from './eslint/settings.ts'

export default plugin
