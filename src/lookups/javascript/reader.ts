import type { TSESTree } from '@typescript-eslint/utils'
import type { SecretRef } from '../../core/fix.ts'
import type { ProjectFacts } from '../../core/rule.ts'
import { member } from './member.ts'
import { freeName, indentation } from '../layout.ts'
import type { Insertions, Style } from './insert.ts'
import { importedNames } from './syntax.ts'

const SDK = '@aws-sdk/client-secrets-manager'
const POWERTOOLS = '@aws-lambda-powertools/parameters'

/** How this file reads a secret. */
export interface Reader {
  /** The expression for the secret, or for one key of it. */
  value(ref: SecretRef): string
  /** The expression for the whole secret: its string, or its object where the reference has a key. */
  whole(ref: SecretRef): string
  /** Whether calling it again and again is cheap. */
  readonly cached: boolean
  /** Statements that must have run before. */
  readonly needs: readonly TSESTree.Node[]
  /** The npm package it comes from. */
  readonly package?: string
}

interface Setting {
  readonly program: TSESTree.Program
  readonly text: string
  readonly style: Style
  readonly typed: boolean
  readonly project: ProjectFacts
  readonly insertions: Insertions
  /** Whether a helper keeps what it read: where it is called again and again. */
  readonly cached: boolean
  /** What is called must be set up before this offset. */
  readonly before: number
}

/** The reader of a file: the one that the project names, the one that the file has, else Powertools where the project uses it, else a helper over the SDK. */
export function readerOf(setting: Setting): Reader {
  const { program, project, text, insertions, style: { quote } } = setting
  const own = project.accessors?.javascript
  if (own) return overString(insertions.import(own.module, [own.name])[0] ?? own.name, quote, { cached: true, needs: [] })
  const powertools = importedNames(program, `${POWERTOOLS}/secrets`)
  const helper = helperIn(setting)
  if (helper) return overString(helper.name, quote, { cached: setting.cached, needs: [helper.statement] })
  if (project.dependencies.has(POWERTOOLS) && (powertools.has('getSecret') || !/\bgetSecret\b/.test(text))) return overPowertools(setting)
  return overString(addHelper(setting), quote, { cached: setting.cached, needs: clientIn(setting)?.statements ?? [], package: SDK })
}

function overString(name: string, quote: string, rest: Pick<Reader, 'cached' | 'needs' | 'package'>): Reader {
  const call = (id: string): string => `await ${name}(${quote}${id}${quote})`
  const whole = ({ id, key }: SecretRef): string => (key === undefined ? call(id) : `JSON.parse(${call(id)})`)
  return { whole, value: ref => whole(ref) + (ref.key === undefined ? '' : member(ref.key, quote)), ...rest }
}

function overPowertools({ insertions, style: { quote }, typed }: Setting): Reader {
  const [name] = insertions.import(`${POWERTOOLS}/secrets`, ['getSecret'])
  const whole = ({ id, key }: SecretRef): string => {
    const call = key === undefined
      ? `await ${name}${typed ? '<string>' : ''}(${quote}${id}${quote})`
      : `await ${name}${typed ? '<Record<string, string>>' : ''}(${quote}${id}${quote}, { transform: ${quote}json${quote} })`
    return typed ? `(${call})!` : call
  }
  const value = (ref: SecretRef): string => (ref.key === undefined ? whole(ref) : (typed ? whole(ref) : `(${whole(ref)})`) + member(ref.key, quote))
  return { whole, value, cached: true, needs: [], package: POWERTOOLS }
}

/** A function of the file that takes a secret's id and gives its string. */
function helperIn({ program, text, before }: Setting): { readonly name: string; readonly statement: TSESTree.Node } | undefined {
  for (const statement of program.body) {
    const declared = statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement
    const written = text.slice(...declared.range)
    if (!written.includes('GetSecretValueCommand') || !written.includes('SecretString') || written.includes('JSON.parse')) continue
    if (declared.type === 'FunctionDeclaration' && declared.async && declared.id && declared.params.length === 1) return { name: declared.id.name, statement }
    const only = declared.type === 'VariableDeclaration' && statement.range[1] < before ? declared.declarations[0] : undefined
    if (only?.id.type === 'Identifier' && only.init?.type === 'ArrowFunctionExpression' && only.init.async && only.init.params.length === 1) return { name: only.id.name, statement }
  }
  return undefined
}

/** A client of Secrets Manager that the file has at its top level. */
function clientIn({ program, text, before }: Setting): { readonly name: string; readonly statements: readonly TSESTree.Node[] } | undefined {
  for (const statement of program.body) {
    const declared = statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement
    if (declared.type !== 'VariableDeclaration' || statement.range[1] >= before) continue
    for (const { id, init } of declared.declarations) {
      if (id.type === 'Identifier' && init?.type === 'NewExpression' && /(?:^|\.)SecretsManagerClient$/.test(text.slice(...init.callee.range))) return { name: id.name, statements: [statement] }
    }
  }
  return undefined
}

/** Adds the helper, with the client and the import that it needs; gives its name. */
function addHelper(setting: Setting): string {
  const { text, style: { end }, typed, insertions, cached } = setting
  const client = clientIn(setting)
  const [command, constructor] = insertions.import(SDK, client ? ['GetSecretValueCommand'] : ['GetSecretValueCommand', 'SecretsManagerClient'])
  const clientName = client?.name ?? freeName(text, 'secretsManager', 'secretsManagerClient')
  const name = freeName(text, 'getSecret', 'readSecret', 'getSecretString')
  const cache = freeName(text, 'secrets', 'secretCache')
  const step = indentation(text, '  ')
  insertions.paragraph([
    ...(client ? [] : [`const ${clientName} = new ${constructor}()${end}`]),
    ...(cached ? [`const ${cache} = new Map${typed ? '<string, string>' : ''}()${end}`] : []),
    ...(client && !cached ? [] : ['']),
    `async function ${name}(id${typed ? ': string' : ''})${typed ? ': Promise<string>' : ''} {`,
    ...(cached ? [`${step}const cached = ${cache}.get(id)${end}`, `${step}if (cached !== undefined) return cached${end}`] : []),
    `${step}const { SecretString } = await ${clientName}.send(new ${command}({ SecretId: id }))${end}`,
    `${step}if (SecretString === undefined) throw new Error(\`Secret \${id} has no string\`)${end}`,
    ...(cached ? [`${step}${cache}.set(id, SecretString)${end}`] : []),
    `${step}return SecretString${end}`,
    '}',
  ], client?.statements)
  return name
}
