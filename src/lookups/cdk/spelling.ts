import type { Document } from '../../core/document.ts'
import { type Program, qualified } from '../../core/program.ts'
import { preferredQuote } from '../layout.ts'
import { type Spelled, importBehind } from '../namespace.ts'

/** A program of the CDK, in either language. */
export interface CdkProgram {
  readonly document: Document
  readonly program: Program
  readonly isPython: boolean
}

/** Where a dotted name comes from, in one spelling for both languages: `aws_ecs.Secret`; undefined if not from the CDK. */
export function originOf(program: Program, name: string): string | undefined {
  const from = (qualified(program, name) ?? '').replace(/[/-]/g, match => (match === '/' ? '.' : '_'))
  return /^(?:aws_cdk_lib|aws_cdk)\.(.+)/.exec(from)?.[1]
}

/** A string in the quotes of the file. */
export function quoted({ document: { text }, isPython }: CdkProgram, value: string): string {
  const quote = preferredQuote(text, isPython ? '"' : "'")
  return quote + value + quote
}

/** A method or option in the language of the file, from TypeScript's spelling. */
export function inLanguage({ isPython }: CdkProgram, name: string): string {
  return isPython ? name.replace(/[A-Z]+(?![a-z])|[A-Z]/g, letters => `_${letters.toLowerCase()}`) : name
}

/** A class of a service, `Secret` of `ecs`, as the file can name it, with the import that it lacks. */
export function spellClass(file: CdkProgram, service: string, name: string): Spelled | undefined {
  const { document: { text }, program, isPython } = file
  for (const { local } of program.imports) {
    const own = originOf(program, local)
    if (own === `aws_${service}.${name}`) return { text: local, edits: [] }
    if (own === `aws_${service}`) return { text: `${local}.${name}`, edits: [] }
  }
  // The whole library has its modules too; where the file never names one so, neither does this.
  const library = program.imports.find(({ local, module, imported }) => imported === '*' && /^aws[-_]cdk(?:-lib)?$/.test(module) && text.includes(`${local}.aws_`))
  if (library) return { text: `${library.local}.aws_${service}.${name}`, edits: [] }
  const last = program.imports.findLast(({ module }) => /^aws[-_]cdk/.test(module))
  if (!last) return undefined
  const module = importBehind(last, { module: `aws-cdk-lib/aws-${service}`, python: `from aws_cdk import aws_${service} as`, names: [service, `aws_${service}`] }, program, text, isPython)
  return { ...module, text: `${module.text}.${name}` }
}
