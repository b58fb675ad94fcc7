import type { Document } from './document.ts'
import type { Problem, Severity } from './finding.ts'
import type { Moved, SecretRef } from './fix.ts'
import type { Module } from './module.ts'
import type { Secret } from './secret.ts'

/** A JSON schema of a rule's options: one object with closed properties. */
export interface OptionsSchema {
  readonly type: 'object'
  readonly properties: Readonly<Record<string, object>>
  readonly additionalProperties: false
}

/** What a rule is told besides the document. */
export interface Context<Options = Readonly<Record<string, never>>> {
  readonly options: Options
  readonly project: ProjectFacts
}

/** What a lookup knows of the project it writes into. Read once for the nearest package of a file. */
export interface ProjectFacts {
  /** Of the package, else of the directory. */
  readonly name: string
  readonly environment: string
  /** What `.js` and `.ts` are here; absent: nothing says it, and what a file imports decides. */
  readonly modules?: 'esm' | 'commonjs'
  /** Names of packages the project declares, of npm, PyPI and Maven, without versions. */
  readonly dependencies: ReadonlySet<string>
  /** `required_version` of Terraform and constraints of providers, `requires-python`, the version of Spring Boot, as written. */
  readonly versions: Readonly<Record<string, string>>
  /** Template of a secret's name: `{project}/{environment}/{name}`. */
  readonly naming: string
  /** The project's own functions that give the string of a secret by its name, where it has them. */
  readonly accessors?: { readonly javascript?: Accessor; readonly python?: Accessor }
  /** Whether the imports of a program lead back to it; absent where no other file can be read. */
  readonly isInCircle?: (path: string) => boolean
  /** The path of the nearest file of such a name in the file's directory or above it; absent where no other file can be looked for. */
  readonly nearest?: (name: RegExp) => string | undefined
  /** What git makes of a file, asked of it for each path; absent where nobody can say. */
  readonly tracking?: (path: string) => Tracking | undefined
  /** What the code of a function does with Secrets Manager; undefined where not all of it can be seen, absent where no other file can be read. */
  readonly usage?: (code: CodeEntry) => CodeUsage | undefined
  /** What fixes of other files in the same run moved: no other value gets a name of theirs. */
  readonly moved?: readonly Moved[]
  /** Secrets that are known to exist: of the migration record. */
  readonly known: readonly KnownSecret[]
}

/** Where the code of a function begins. */
export interface CodeEntry {
  /** The file that says so, from the root. */
  readonly from: string
  /** What is deployed, relative to the directory of that file. */
  readonly directory: string
  /** As Lambda writes it, within what is deployed: `src/app.handler`. */
  readonly handler: string
}

/** All that code does with Secrets Manager, with the files that it imports. */
export interface CodeUsage {
  readonly calls: readonly CodeCall[]
  /** Which secrets it asks for; undefined where the code does not say all of them. */
  readonly secrets: readonly CodeSecret[] | undefined
}

/** A call that needs an action of Secrets Manager. */
export interface CodeCall {
  readonly path: string
  /** From 1. */
  readonly line: number
  /** Names of the actions, without the service. */
  readonly actions: readonly string[]
}

/** How code names a secret: by its name or ARN, or by the variable of the environment that holds one. */
export type CodeSecret = { readonly id: string } | { readonly variable: string }

/** What git makes of a file: `open`: it is not tracked, and no ignore file names it. */
export type Tracking = 'tracked' | 'open' | 'ignored'

/** A secret that exists, and what it holds. */
export interface KnownSecret {
  readonly ref: SecretRef
  readonly holds: (value: Secret) => boolean
}

/** A function as a file imports it. That of JavaScript gives a promise. */
export interface Accessor {
  readonly module: string
  readonly name: string
}

/** A rule: what is wrong. Pure: no files, no clock, no promises. */
export interface Rule<Id extends string = string, Options = object> {
  readonly id: string
  /** "Disallow …" or "Require …", without a full stop. */
  readonly summary: string
  readonly severity: Severity
  /** Options of each preset that has the rule; `false`: not in it. */
  readonly presets: { readonly recommended: Partial<Options> | false; readonly strict: Partial<Options> }
  readonly messages: Readonly<Record<Id, string>>
  /** The prefilter opens a file for them, in its text or its path; in lower case. Empty: the rule asks for nothing beyond what detection finds. */
  readonly keywords: readonly string[]
  readonly options: OptionsSchema
  readonly defaults: Options
  check?(document: Document, context: Context<Options>): Iterable<Problem<Id>>
  /** For facts that need every file of a stack or a directory. */
  checkModule?(module: Module, context: Context<Options>): Iterable<Problem<Id>>
  /**
   * For what several files say together, asked where `check` said of one that it is half of something: files of one directory, or the configuration of one project.
   * What it yields stands in place of what `check` said of the same place and of the related ones.
   */
  checkTogether?(documents: readonly Document[], context: Context<Options>): Iterable<Problem<Id>>
}

/** Says that an object is a rule, with its message ids and options inferred. */
export function defineRule<const Id extends string, Options extends object>(rule: Rule<Id, Options>): Rule<Id, Options> {
  return rule
}

/** A message with its placeholders filled. */
export function fillMessage(template: string, data: Readonly<Record<string, string>> = {}): string {
  return template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => data[name] ?? whole)
}
