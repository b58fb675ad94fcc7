import { lstatSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { RULE_IDS } from '../../rules/index.ts'
import type { Document } from '../core/document.ts'
import type * as Encoding from '../core/encoding.ts'
import { SEVERITIES, type Severity } from '../core/finding.ts'
import type { Accessor, ProjectFacts } from '../core/rule.ts'
import type { Unreadable } from '../core/source.ts'
import type { Entry, Node } from '../core/tree.ts'
import { type Preset, type RuleSetting, isRuleId, loadRule } from '../engine/settings.ts'
import type * as Formats from '../formats/index.ts'
import { readFileWhole } from '../sources/file.ts'
import { UsageError, didYouMean } from './errors.ts'

const require = createRequire(import.meta.url)

/** What a project's configuration may say. Data only, and it can only narrow or rename: it comes with the tree that is scanned. */
export interface Config {
  /** Name of the file it stands in. */
  readonly file: string
  readonly preset?: Preset
  readonly rules: Readonly<Record<string, RuleSetting>>
  /** Patterns as in a `.gitignore`. */
  readonly ignore: readonly string[]
  readonly failOn?: Severity
  /** First part of a secret's name. */
  readonly project?: string
  readonly environment?: string
  /** Template of a secret's name: `{project}/{environment}/{name}`. */
  readonly naming?: string
  /** Of every secret that is created. */
  readonly tags?: Readonly<Record<string, string>>
  /** The project's own functions that give the string of a secret by its name. */
  readonly accessors?: ProjectFacts['accessors']
}

/** Of a project that has none. */
export const NO_CONFIG: Config = { file: '', rules: {}, ignore: [] }

/** Names of the file; one of them at the root of what is scanned. */
export const CONFIG_FILES = ['unhardcode.config.json', 'unhardcode.config.jsonc', 'unhardcode.config.yaml'] as const

const LIMIT = 1024 * 1024
const PRESETS = ['recommended', 'strict'] as const
const SETTINGS = ['off', ...SEVERITIES] as const

/** Readers of the keys; a key without one is an error. */
const KEYS = {
  preset: (node: Node, at: Place) => ({ preset: oneOf(node, PRESETS, at) }),
  rules: (node: Node, at: Place) => ({ rules: Object.fromEntries(entriesOf(node, at).map(entry => [ruleId(entry, at), ruleSetting(entry, at)])) }),
  ignore: (node: Node, at: Place) => ({ ignore: strings(node, at) }),
  failOn: (node: Node, at: Place) => ({ failOn: oneOf(node, SEVERITIES, at) }),
  project: (node: Node, at: Place) => ({ project: string(node, at) }),
  environment: (node: Node, at: Place) => ({ environment: string(node, at) }),
  naming: (node: Node, at: Place) => ({ naming: naming(node, at) }),
  tags: (node: Node, at: Place) => ({ tags: texts(node, at) }),
  accessors: (node: Node, at: Place) => ({ accessors: Object.fromEntries(entriesOf(node, at).map(entry => [accessorLanguage(entry, at), accessor(entry.value, at)])) }),
} as const

/** Says where in the file a sentence belongs. */
type Place = (node: Pick<Node, 'range'>, sentence: string) => UsageError

/** Reads those of some files of up to `limit` bytes that are there. */
export type ReadFiles = (names: readonly string[], limit: number) => ReadonlyMap<string, Uint8Array | Unreadable>

/** Files in a directory of the disk. */
export function filesIn(root: string): ReadFiles {
  return (names, limit) => new Map(names.filter(name => lstatSync(join(root, name), { throwIfNoEntry: false })).map(name => [name, readFileWhole(join(root, name), limit)]))
}

/** The configuration among some files; undefined where there is none. Throws UsageError for one that is not understood. */
export function readConfig(files: ReadFiles): Config | undefined {
  const found = [...files(CONFIG_FILES, LIMIT)]
  const [first] = found
  if (!first) return undefined
  if (found.length > 1) throw new UsageError(`There is more than one configuration: ${found.map(([name]) => `\`${name}\``).join(', ')}.`)
  const [file, content] = first
  const document = open(file, content)
  const at: Place = ({ range }, sentence) => {
    const { line, column } = document.lines.position(range[0])
    return new UsageError(`${file}:${line}:${column}: ${sentence}`)
  }
  const [error] = document.parsed.errors
  if (error) throw at({ range: [error.offset, error.offset] }, error.message)
  const [top, second] = document.parsed.documents
  if (second) throw at(second, 'A configuration is one document.')
  const settings = top && !isNull(top) ? entriesOf(top, at).map(entry => setting(entry, at)) : []
  return Object.assign({ file, rules: {}, ignore: [] }, ...settings) as Config
}

function open(file: string, content: Uint8Array | Unreadable): Document {
  if (!(content instanceof Uint8Array)) {
    throw new UsageError(content.reason === 'links' ? `\`${file}\` is a link, and a configuration is not read through links.` : `\`${file}\` cannot be read: ${content.reason}.`)
  }
  const { decodeText } = require('../core/encoding.js') as typeof Encoding
  const { openDocument } = require('../formats/index.js') as typeof Formats
  const text = decodeText(content)?.text
  if (text === undefined) throw new UsageError(`\`${file}\` is not text.`)
  return openDocument(file, text)
}

function setting({ key, keyRange, value }: Entry, at: Place): Partial<Config> {
  if (!isKey(key)) throw at({ range: keyRange }, `There is no setting \`${key}\`.${didYouMean(key, Object.keys(KEYS))}`)
  return KEYS[key](value, at)
}

function isKey(key: string): key is keyof typeof KEYS {
  return Object.hasOwn(KEYS, key)
}

function ruleId({ key, keyRange }: Entry, at: Place): string {
  if (!isRuleId(key)) throw at({ range: keyRange }, `There is no rule \`${key}\`.${didYouMean(key, RULE_IDS)}`)
  return key
}

function ruleSetting({ key, value }: Entry, at: Place): RuleSetting {
  if (value.kind !== 'sequence') return oneOf(value, SETTINGS, at)
  const [severity, options, more] = value.items
  if (!severity || !options || more) throw at(value, 'A rule is set to `off`, to a severity, or to a list of a severity and options.')
  return [oneOf(severity, SEVERITIES, at), ruleOptions(key, options, at)]
}

function ruleOptions(rule: string, node: Node, at: Place): object {
  const known = isRuleId(rule) ? Object.keys(loadRule(rule).options.properties) : []
  const entries = entriesOf(node, at)
  for (const { key, keyRange } of entries) {
    if (!known.includes(key)) throw at({ range: keyRange }, `Rule \`${rule}\` has no option \`${key}\`.${didYouMean(key, known)}`)
  }
  return Object.fromEntries(entries.map(({ key, value }) => [key, plain(value, at)]))
}

function naming(node: Node, at: Place): string {
  const template = string(node, at)
  if (!template.includes('{name}')) throw at(node, 'A naming needs `{name}` in it.')
  const unknown = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, word = '']) => word).find(word => !['project', 'environment', 'name'].includes(word))
  if (unknown !== undefined) throw at(node, `A naming has \`{project}\`, \`{environment}\` and \`{name}\`, not \`{${unknown}}\`.`)
  return template
}

function texts(node: Node, at: Place): Record<string, string> {
  return Object.fromEntries(entriesOf(node, at).map(({ key, value }) => [key, string(value, at)]))
}

const ACCESSOR_LANGUAGES: readonly string[] = ['javascript', 'python']

function accessorLanguage({ key, keyRange }: Entry, at: Place): string {
  if (!ACCESSOR_LANGUAGES.includes(key)) throw at({ range: keyRange }, `An accessor is one of ${ACCESSOR_LANGUAGES.join(', ')}.${didYouMean(key, ACCESSOR_LANGUAGES)}`)
  return key
}

function accessor(node: Node, at: Place): Accessor {
  const { module, name, ...others } = texts(node, at)
  if (module === undefined || name === undefined || Object.keys(others).length > 0) throw at(node, 'An accessor has a `module` and a `name`.')
  if (!/^[a-z_$][\w$]*$/i.test(name)) throw at(node, 'The `name` of an accessor is that of a function.')
  return { module, name }
}

function entriesOf(node: Node, at: Place): readonly Entry[] {
  if (node.kind !== 'mapping') throw at(node, 'This must be an object.')
  const repeated = node.entries.find(({ key }, index) => node.entries.findIndex(other => other.key === key) < index)
  if (repeated) throw at({ range: repeated.keyRange }, `\`${repeated.key}\` stands here twice.`)
  return node.entries
}

function strings(node: Node, at: Place): readonly string[] {
  if (node.kind !== 'sequence') throw at(node, 'This must be a list.')
  return node.items.map(item => string(item, at))
}

function string(node: Node, at: Place): string {
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || node.value === '') throw at(node, 'This must be a text.')
  return node.value
}

function oneOf<Value extends string>(node: Node, values: readonly Value[], at: Place): Value {
  const value = node.kind === 'scalar' ? node.value : undefined
  // YAML 1.1 reads `off` as false.
  const word = value === false ? 'off' : value
  const found = values.find(own => own === word)
  if (found === undefined) throw at(node, `This must be one of ${values.join(', ')}.${typeof word === 'string' ? didYouMean(word, values) : ''}`)
  return found
}

function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null
}

function plain(node: Node, at: Place): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value
    case 'sequence':
      return node.items.map(item => plain(item, at))
    case 'mapping':
      return Object.fromEntries(entriesOf(node, at).map(({ key, value }) => [key, plain(value, at)]))
    default:
      throw at(node, 'A configuration holds values only.')
  }
}
