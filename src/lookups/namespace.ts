import type { Import, Program } from '../core/program.ts'
import type { Edit } from '../core/fix.ts'
import { freeName, lineEnd, lineEndAt, preferredQuote } from './layout.ts'

/** A text with the imports that it needs. */
export interface Spelled {
  readonly text: string
  readonly edits: readonly Edit[]
}

/** A module as JavaScript and as Python import it: `aws-cdk-lib/aws-ecs`; `from aws_cdk import aws_ecs as`. */
export interface Namespace {
  readonly module: string
  readonly python: string
  /** Names that it may have in the file, the usual one first. */
  readonly names: readonly [string, ...string[]]
}

/** A module under a name of its own, imported behind another import, whose style it takes. */
export function importBehind(last: Import, { module, python, names }: Namespace, { imports }: Program, text: string, isPython: boolean): Spelled {
  // Names of modules are no names of the file.
  const others = imports.reduceRight((rest, { range, local }) => `${rest.slice(0, range[0])}${local} ${rest.slice(range[1])}`, text)
  const alias = freeName(others, ...names)
  const at = lineEndAt(text, last.range[1])
  const own = text.slice(last.range[0], at).trimEnd()
  const quote = preferredQuote(text, "'")
  const end = own.endsWith(';') ? ';' : ''
  const plain = python === `import ${alias} as`
  const statement = isPython
    ? plain ? `import ${alias}` : `${python} ${alias}`
    : own.startsWith('import') ? `import * as ${alias} from ${quote}${module}${quote}${end}` : `const ${alias} = require(${quote}${module}${quote})${end}`
  return { text: alias, edits: [{ range: [at, at], text: lineEnd(text) + statement }] }
}

/** The name under which a file has a whole module. */
export function namespaceOf({ imports }: Program, module: string): string | undefined {
  return imports.find(own => own.module === module && own.imported === '*')?.local
}
