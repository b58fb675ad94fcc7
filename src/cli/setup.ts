import { createRequire } from 'node:module'
import { RULE_IDS } from '../../rules/index.ts'
import type { Report, Severity } from '../core/finding.ts'
import { SEVERITIES } from '../core/finding.ts'
import type { Moved } from '../core/fix.ts'
import type { ProjectFacts } from '../core/rule.ts'
import type { ScanOptions } from '../engine/scan.ts'
import { type ActiveRule, type RuleSetting, activeRules } from '../engine/settings.ts'
import { type Config, NO_CONFIG, type ReadFiles, filesIn, readConfig } from './config.ts'
import { UsageError } from './errors.ts'
import type { Options } from './options.ts'
import type * as Project from './project.ts'

const require = createRequire(import.meta.url)

/** What a run goes by: the flags, over the project's configuration, over what is usual. */
export interface Setup {
  readonly scanOptions: ScanOptions
  /** What fixes of this run moved; names of secrets keep clear of it. */
  readonly moved: Moved[]
  readonly ignore: readonly string[]
  readonly failOn: Severity
  /** Of every secret that is created. */
  readonly tags: Readonly<Record<string, string>>
  /** What the project's configuration turned off or left out, in sentences. */
  narrowed(report: Report): readonly string[]
}

/** Where there must be something to scan and there is nothing. */
export const NOTHING_SCANNED = 'Not one file could be scanned.'

/** Reads the project's configuration and joins it with the flags; throws UsageError. */
export function setUp(root: string, options: Options, files: ReadFiles = filesIn(root)): Setup {
  const config = options['no-project-config'] ? NO_CONFIG : (readConfig(files) ?? NO_CONFIG)
  const preset = options.preset ?? config.preset ?? 'recommended'
  if (RULE_IDS.every(id => config.rules[id] === 'off')) throw new UsageError(`\`${config.file}\` turns every rule off.`)
  const moved: Moved[] = []
  let active: readonly ActiveRule[] | undefined
  let project: ((path: string) => ProjectFacts) | undefined
  return {
    scanOptions: {
      active: () => (active ??= activeRules(preset, config.rules)),
      project: path => (project ??= (require('./project.js') as typeof Project).projectFacts(root, config, moved))(path),
      today: new Date().toISOString().slice(0, 10),
      directives: !options['no-project-config'],
    },
    moved,
    ignore: config.ignore,
    failOn: options['fail-on'] ?? config.failOn ?? 'warning',
    tags: config.tags ?? {},
    narrowed: report => narrowedBy(config, options, report),
  }
}

/** Whether a severity counts where another one is the least that does. */
export function reaches(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least)
}

function narrowedBy({ file, rules, failOn }: Config, options: Options, { coverage }: Report): readonly string[] {
  const settings = Object.entries(rules)
  const ignored = coverage.skipped['ignored by the configuration'] ?? 0
  return [
    saying('turns off', settings.filter(([, setting]) => setting === 'off')),
    saying('sets the severity or the options of', settings.filter(([, setting]) => setting !== 'off')),
    ...(ignored > 0 ? [`leaves out ${ignored} ${ignored === 1 ? 'path' : 'paths'}`] : []),
    ...(failOn === 'error' && !options['fail-on'] ? ['lets warnings pass'] : []),
  ].flatMap(part => (part === undefined ? [] : [`\`${file}\` ${part}.`]))
}

function saying(what: string, rules: readonly (readonly [string, RuleSetting])[]): string | undefined {
  return rules.length > 0 ? `${what} ${rules.map(([id]) => `\`${id}\``).join(', ')}` : undefined
}
