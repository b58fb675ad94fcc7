import type { Edit } from '../../core/fix.ts'
import type { Import } from '../../core/program.ts'
import { eolOf, indentAt, lineEnd } from '../text.ts'
import { snakeCase } from '../vocabulary.ts'
import type { CdkFile } from './file.ts'
import { camelCase, originOf } from './origin.ts'

/** A text with the imports that it needs. */
export interface Spelled {
  readonly text: string
  readonly edits: readonly Edit[]
}

/** Names that modules are imported under, where they are others than the module's own. */
const USUAL: Readonly<Record<string, string>> = { lambda: '_lambda', core: 'cdk' }

/** A string in the quotes that the file uses. */
export function quoted({ document: { text }, isPython }: Pick<CdkFile, 'document' | 'isPython'>, value: string): string {
  const single = text.split("'").length
  const double = text.split('"').length
  const quote = single > double || (single === double && !isPython) ? "'" : '"'
  return quote + value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote
}

/** A property or method in the language of the file, from TypeScript's spelling. */
export function inLanguage({ isPython }: Pick<CdkFile, 'isPython'>, name: string): string {
  return isPython ? snakeCase(name) : name
}

/** `KmsKeyId` as `kmsKeyId` or `kms_key_id`. */
export function optionName(file: Pick<CdkFile, 'isPython'>, property: string): string {
  return file.isPython ? snakeCase(property) : camelCase(snakeCase(property))
}

/** A class of the CDK as the file can name it, with the import that it lacks; undefined where that is taken. */
export function spellClass(file: CdkFile, service: string, name: string): Spelled | undefined {
  const { program, isPython } = file
  const packages = new Set(program.imports.map(({ module }) => module))
  const isIt = (text: string): boolean => {
    const origin = originOf(program, text)
    return origin?.service === service && origin.name === name
  }
  for (const { local } of program.imports) {
    if (isIt(local)) return { text: local, edits: [] }
    if (isIt(`${local}.${name}`)) return { text: `${local}.${name}`, edits: [] }
    if (!isPython && packages.has('aws-cdk-lib') && isIt(`${local}.aws_${service}.${name}`)) return { text: `${local}.aws_${service}.${name}`, edits: [] }
  }
  return service === 'core' ? (extended(file, name) ?? imported(file, service, name)) : imported(file, service, name)
}

function isOfCdk(file: CdkFile, { local }: Import): boolean {
  return originOf(file.program, local) !== undefined || originOf(file.program, `${local}.x`) !== undefined
}

/** A further name in the import that takes others from the same module. */
function extended({ document: { text }, program, isPython }: CdkFile, name: string): Spelled | undefined {
  const own = program.imports.find(({ module, imported: what }) => /^(?:aws-cdk-lib|aws_cdk|@aws-cdk\/core|aws_cdk\.core)$/.test(module) && /^[A-Z]/.test(what))
  const written = own && text.slice(...own.range)
  if (!own || written === undefined || program.imports.some(({ local }) => local === name)) return undefined
  const close = isPython ? (written.endsWith(')') ? written.length - 1 : written.length) : written.indexOf('}')
  if (close < 0) return undefined
  const before = written.slice(0, close).trimEnd()
  const at = own.range[0] + before.length
  const line = before.includes('\n') ? eolOf(text) + indentAt(text, at) : ' '
  return { text: name, edits: [{ range: [at, at], text: before.endsWith(',') ? `${line}${name},` : `,${line}${name}` }] }
}

/** An import of its own behind the last one of the CDK. */
function imported(file: CdkFile, service: string, name: string): Spelled | undefined {
  const { document: { text }, program, isPython } = file
  const last = program.imports.findLast(own => isOfCdk(file, own))
  const alias = isPython ? USUAL[service] ?? service : service === 'core' ? 'cdk' : service
  if (!last || program.imports.some(({ local }) => local === alias) || program.bindings.some(({ name: own }) => own === alias)) return undefined
  const at = lineEnd(text, last.range)
  const first = program.imports.some(({ module }) => module.startsWith('@aws-cdk/'))
  const module = first ? (service === 'core' ? '@aws-cdk/core' : `@aws-cdk/aws-${service}`) : service === 'core' ? 'aws-cdk-lib' : `aws-cdk-lib/aws-${service}`
  const end = text.slice(last.range[0], at).trimEnd().endsWith(';') ? ';' : ''
  const statement = isPython
    ? service === 'core' ? 'import aws_cdk as cdk' : `from aws_cdk import aws_${service} as ${alias}`
    : /^import/.test(text.slice(...last.range)) ? `import * as ${alias} from ${quoted(file, module)}${end}` : `const ${alias} = require(${quoted(file, module)})${end}`
  return { text: `${alias}.${name}`, edits: [{ range: [at, at], text: eolOf(text) + statement }] }
}
