import type { Document } from './document.ts'
import type { Edit } from './fix.ts'
import type { Range } from './text.ts'
import type { Node } from './tree.ts'

/** A stack or a directory of infrastructure in CloudFormation's vocabulary. */
export interface Module {
  readonly dialect: string
  readonly resources: readonly Resource[]
  readonly parameters: readonly Parameter[]
  readonly outputs: readonly Output[]
  readonly scope: 'file' | 'directory'
  /** Whether everything of the stack was seen: only then is absence a finding. */
  readonly complete: boolean
}

/** One resource, by CloudFormation's type and property names whatever the dialect. */
export interface Resource {
  readonly type: string
  /** As written: the logical id, `aws_secretsmanager_secret.db`. */
  readonly id: string
  readonly path: string
  readonly range: Range
  /** The name of the resource in the text: what a finding about the whole resource points at. */
  readonly nameRange: Range
  /** The values under a path; `*` stands for every item of a list or key of a map. */
  property(...path: readonly string[]): readonly Node[]
  /** What stands beside the properties: `DeletionPolicy`, `Metadata`, Terraform's `lifecycle`. */
  attribute(name: string): Node | undefined
  /** Edits that set a property, keeping the layout; undefined where the dialect cannot say it. */
  set(path: readonly string[], value: PropertyValue): readonly Edit[] | undefined
}

/** A value that a fix writes; each dialect spells it in its own syntax. */
export type PropertyValue = string | number | boolean | readonly PropertyValue[] | { readonly [key: string]: PropertyValue }

export interface Parameter {
  readonly name: string
  readonly path: string
  readonly range: Range
  readonly default?: Node
  readonly attribute: (name: string) => Node | undefined
}

export interface Output {
  readonly name: string
  readonly path: string
  readonly range: Range
  readonly value?: Node
}

/** One way of writing infrastructure. */
export interface Dialect {
  readonly id: string
  /** How files make a module: each alone, or all of a directory. */
  readonly scope: 'file' | 'directory'
  matches(document: Document): boolean
  module(documents: readonly Document[], complete: boolean): Module
  /** Edits that add a resource after another one; undefined where the dialect cannot say it. */
  add(after: Resource, document: Document, resource: NewResource): readonly Edit[] | undefined
}

/** A resource that a fix adds. */
export interface NewResource {
  readonly type: string
  /** Wished for; the dialect spells it in its own way. */
  readonly id: string
  readonly properties: Readonly<Record<string, PropertyValue | ResourceReference>>
}

/** In a new resource's properties: the one it belongs to. */
export interface ResourceReference {
  readonly reference: Resource
}

/** Whether a value names a resource of the same module: by reference, by attribute, or inside a call. */
export function refersTo(node: Node, resource: Resource): boolean {
  if (node.kind === 'reference') return node.target === resource.id || node.target.startsWith(`${resource.id}.`) || node.target.startsWith(`${resource.id}[`)
  if (node.kind === 'call') return node.arguments.some(argument => refersTo(argument, resource))
  return false
}
