import type { Range } from './text.ts'
import type { Entry, Node } from './tree.ts'

/** What a program does, the same for TypeScript, JavaScript and Python. */
export interface Program {
  readonly imports: readonly Import[]
  readonly bindings: readonly Binding[]
  readonly calls: readonly ProgramCall[]
  readonly functions: readonly FunctionScope[]
}

export interface Import {
  readonly range: Range
  readonly module: string
  /** The name it has in this file. */
  readonly local: string
  /** The name it is exported by; `*` for the module itself, `default` for a default import. */
  readonly imported: string
}

export interface Binding {
  readonly range: Range
  readonly name: string
  readonly value: Node
  readonly scope: FunctionScope
}

export interface ProgramCall {
  readonly range: Range
  /** As written, with imports resolved: `client.send`, `boto3.client`. */
  readonly callee: string
  readonly calleeRange: Range
  readonly receiver?: Node
  readonly positional: readonly Node[]
  readonly keywords: readonly Entry[]
  readonly scope: FunctionScope
}

export interface FunctionScope {
  readonly range: Range
  readonly name?: string
  readonly async: boolean
  readonly loops: readonly Range[]
  readonly handlers: readonly Handler[]
}

/** A `try` with its `catch` or `except`. */
export interface Handler {
  readonly range: Range
  readonly body: Range
  readonly catches: readonly string[]
}
