import type { TSESTree } from '@typescript-eslint/utils'
import { nameOf } from '../../core/estree.ts'
import type { SecretRef } from '../../core/fix.ts'
import type { ProjectFacts } from '../../core/rule.ts'
import { freeName, indentation } from '../layout.ts'
import { helperIn } from './helper.ts'
import type { Insertions, Style } from './insert.ts'
import { member } from './member.ts'
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
  /** Where the first secret stands: what is called must be set up before. */
  readonly first: number
}

/** The reader of a file: the one that the project names, the one that the file has, else Powertools where the project uses it, else a helper over the SDK. */
export function readerOf(setting: Setting): Reader {
  const { program, project, text, insertions, typed, first, style: { quote } } = setting
  const own = project.accessors?.javascript
  if (own) return overString(insertions.import(own.module, [own.name])[0] ?? own.name, quote, { cached: true, needs: [] })
  const helper = helperIn(program, text, first)
  if (helper) return overString(helper.name, quote, { cached: setting.cached, needs: [helper.statement] }, typed && helper.maybe)
  const powertools = importedNames(program, `${POWERTOOLS}/secrets`)
  if (project.dependencies.has(POWERTOOLS) && (powertools.has('getSecret') || !/\bgetSecret\b/.test(text))) return overPowertools(setting)
  return overString(addHelper(setting), quote, { cached: setting.cached, needs: clientIn(setting)?.statements ?? [], package: SDK })
}

/** @param maybe Whether the types say that there may be no string. */
function overString(name: string, quote: string, rest: Pick<Reader, 'cached' | 'needs' | 'package'>, maybe = false): Reader {
  const call = (id: string): string => (maybe ? `(await ${name}(${quote}${id}${quote}))!` : `await ${name}(${quote}${id}${quote})`)
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

/** A client of Secrets Manager that the file has at its top level. */
function clientIn({ program, text, first }: Setting): { readonly name: string; readonly statements: readonly TSESTree.Node[] } | undefined {
  for (const statement of program.body) {
    const declared = statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement
    if (declared.type !== 'VariableDeclaration' || declared.kind !== 'const' || statement.range[1] > first) continue
    for (const { id, init } of declared.declarations) {
      const isClient = id.type === 'Identifier' && init?.type === 'NewExpression' && (text.slice(...init.callee.range) === importedNames(program, SDK).get('SecretsManagerClient') || nameOf(init.callee) === 'SecretsManagerClient')
      if (isClient) return { name: id.name, statements: [statement] }
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
  const send = `${clientName}.send(new ${command}({ SecretId: id }))`
  insertions.paragraph([
    ...(client ? [] : [`const ${clientName} = new ${constructor}()${end}`]),
    ...(cached ? [`const ${cache} = new Map${typed ? '<string, Promise<{ SecretString?: string | undefined }>>' : ''}()${end}`] : []),
    ...(client && !cached ? [] : ['']),
    `async function ${name}(id${typed ? ': string' : ''})${typed ? ': Promise<string>' : ''} {`,
    // What is under way is kept, so that those who ask together get it together and in order; a failure is not.
    ...(cached ? [`${step}const pending = ${cache}.get(id) ?? ${send}${end}`, `${step}${cache}.set(id, pending)${end}`, `${step}pending.catch(() => ${cache}.delete(id))${end}`] : []),
    `${step}const { SecretString } = await ${cached ? 'pending' : send}${end}`,
    `${step}if (SecretString === undefined) throw new Error(\`Secret \${id} has no string\`)${end}`,
    `${step}return SecretString${end}`,
    '}',
  ], client?.statements)
  return name
}
