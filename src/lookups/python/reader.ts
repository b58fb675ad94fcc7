import type { SecretRef } from '../../core/fix.ts'
import type { ProjectFacts } from '../../core/rule.ts'
import { freeName, preferredQuote } from '../layout.ts'
import { helperIn } from './helper.ts'
import type { Insertions } from './insert.ts'
import { importsOf, type Module, type Statement } from './syntax.ts'

/** How this file reads a secret. */
export interface Reader {
  /** The expression for the secret, or for one key of it, with strings in the given quote. */
  value(ref: SecretRef, quote: string): string
  /** The expression for the object of a secret. */
  whole(ref: SecretRef, quote: string): string
  /** The PyPI package it comes from. */
  readonly package?: string
}

interface Setting {
  readonly text: string
  readonly module: Module
  readonly project: ProjectFacts
  readonly insertions: Insertions
  /** Whether the secret is a key of a JSON secret. */
  readonly keyed: boolean
  /** Where the first secret stands: what is called must be defined before. */
  readonly first: number
}

/** The reader of a file: the one that the project names, the helper that the file has, else Powertools or the caching client where the project uses them, else a helper over boto3. */
export function readerOf(setting: Setting): Reader {
  const { text, module, project: { accessors, dependencies }, insertions, first, keyed } = setting
  if (accessors?.python) return overHelper(insertions.importFrom(accessors.python.module, accessors.python.name), false, insertions)
  const modules = importsOf(text, module).map(line => line.module)
  const helper = helperIn(text, module, first)
  if (helper && (keyed || !helper.parsed)) return { ...overHelper(helper.name, helper.parsed, insertions), package: 'boto3' }
  if (modules.some(name => name.startsWith('aws_lambda_powertools')) || dependencies.has('aws-lambda-powertools')) return overPowertools(insertions)
  if (modules.includes('aws_secretsmanager_caching') || dependencies.has('aws-secretsmanager-caching')) return overCache(setting)
  return { ...overHelper(addHelper(setting), false, insertions), package: 'boto3' }
}

function overHelper(name: string, parsed: boolean, insertions: Insertions): Reader {
  const call = (id: string, quote: string): string => `${name}(${quote}${id}${quote})`
  const whole = ({ id }: SecretRef, quote: string): string => (parsed ? call(id, quote) : `${insertions.import('json')}.loads(${call(id, quote)})`)
  return { whole, value: (ref, quote) => (ref.key === undefined ? call(ref.id, quote) : `${whole(ref, quote)}[${quote}${ref.key}${quote}]`) }
}

function overPowertools(insertions: Insertions): Reader {
  const parameters = insertions.importFrom('aws_lambda_powertools.utilities', 'parameters')
  const whole = ({ id }: SecretRef, quote: string): string => `${parameters}.get_secret(${quote}${id}${quote}, transform=${quote}json${quote})`
  return {
    whole,
    value: (ref, quote) => (ref.key === undefined ? `${parameters}.get_secret(${quote}${ref.id}${quote})` : `${whole(ref, quote)}[${quote}${ref.key}${quote}]`),
    package: 'aws-lambda-powertools',
  }
}

function overCache(setting: Setting): Reader {
  const { text, module: { statements }, insertions, first } = setting
  const known = statements.find(({ range, indent }) => indent === '' && range[1] < first && /^\w+\s*=\s*(?:\w+\.)?SecretCache\(/.test(text.slice(...range)))
  const name = known ? (/^\w+/.exec(text.slice(...known.range))?.[0] ?? '') : freeName(text, 'secret_cache', 'secrets_manager_cache')
  if (!known) {
    const cache = insertions.importFrom('aws_secretsmanager_caching', 'SecretCache')
    insertions.define([`${name} = ${cache}()`], { apart: 1 })
  }
  return { ...overHelper(`${name}.get_secret_string`, false, insertions), package: 'aws-secretsmanager-caching' }
}

function clientIn({ text, module: { statements }, first }: Setting): { readonly name: string; readonly statement: Statement } | undefined {
  for (const statement of statements) {
    const found = /^(\w+)\s*=\s*\w+\.client\(\s*(?:service_name\s*=\s*)?["']secretsmanager["']/.exec(text.slice(...statement.range))
    if (found && statement.indent === '' && statement.range[1] < first) return { name: found[1] ?? '', statement }
  }
  return undefined
}

/** Adds the helper with the imports that it needs; gives its name. */
function addHelper(setting: Setting): string {
  const { text, insertions, project } = setting
  const quote = preferredQuote(text, '"')
  const client = clientIn(setting)
  const name = freeName(text, 'get_secret', 'read_secret', 'get_secret_string')
  const typed = /^\s*(?:async )?def \w+\([^)]*(?:\w: \w|\) *->)/m.test(text)
  const step = /:[^\S\r\n]*(?:#[^\r\n]*)?(?:\r\n|\n)([^\S\r\n]+)\S/.exec(text)?.[1] ?? '    '
  const functools = insertions.import('functools')
  const connect = client ? [] : [`${step}client = ${insertions.import('boto3')}.client(${quote}secretsmanager${quote})`]
  insertions.define([
    `@${functools}.${isOld(project) ? 'lru_cache(maxsize=None)' : 'cache'}`,
    `def ${name}(${typed ? 'name: str) -> str' : 'name)'}:`,
    ...connect,
    `${step}return ${client?.name ?? 'client'}.get_secret_value(SecretId=name)[${quote}SecretString${quote}]`,
  ], { apart: 2, ...(client && { below: client.statement }) })
  return name
}

/** Whether the project runs on a Python that has no `functools.cache`, which came with 3.9. */
function isOld({ versions }: ProjectFacts): boolean {
  const [, major, minor] = /(\d+)\.(\d+)/.exec(versions['python'] ?? '') ?? []
  return major === '3' && Number(minor) < 9
}
