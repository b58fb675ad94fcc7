import type { Document } from './document.ts'
import type { Edit } from './fix.ts'
import type { Range } from './text.ts'
import type { Mapping, Node } from './tree.ts'

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
  /** As written and as others refer to it: the logical id, `aws_secretsmanager_secret.db`. */
  readonly id: string
  /** What whoever wrote it knows it by, where another program made the id: the path of a construct. */
  readonly title?: string
  readonly path: string
  readonly range: Range
  /** The name of the resource in the text: what a finding about the whole resource points at. */
  readonly nameRange: Range
  /** Whether all that is written of it was read: only then is a property that is absent a finding. */
  readonly complete: boolean
  /**
   * The values under a path, each branch of a condition for itself; `*` stands for every item of a list or key of a map.
   * A reference or call on the way stands for what is below it; without a path, everything that is written. Empty: absent.
   */
  property(...path: readonly string[]): readonly Node[]
  /** What stands beside the properties: `DeletionPolicy`, `Metadata`, Terraform's `lifecycle`. */
  attribute(name: string): Node | undefined
  /** What a string of this resource holds as JSON; any other node is itself. Undefined where it is no JSON. */
  json(node: Node): Node | undefined
  /** Edits that set a property, keeping the layout; a number in the path is the index of an item. Undefined where the dialect cannot say it. */
  set(path: readonly string[], value: PropertyValue): readonly Edit[] | undefined
  /** Edits that take a property out, keeping comments and layout, or put others in its place; without a path, a call or a command as a whole. Undefined where the dialect cannot say it. */
  remove(path: readonly string[], instead?: Readonly<Record<string, PropertyValue>>): readonly Edit[] | undefined
  /** Edits that set what stands beside the properties: `DeletionPolicy`, `lifecycle`; undefined where the dialect cannot say it. */
  setAttribute(path: readonly string[], value: PropertyValue): readonly Edit[] | undefined
  /**
   * Edits that put values in the place of one of this resource: in a list as further items, elsewhere as a list if there are several. A reference stands for the
   * ARN of what it refers to; strings can only be put where one stands. Undefined where the dialect cannot say it.
   */
  replace(node: Node, values: readonly (string | ResourceReference)[]): readonly Edit[] | undefined
  /** Edits that take the entry out whose value a node is; absent or undefined where the dialect cannot say it. */
  removeValue?(node: Node): readonly Edit[] | undefined
  /**
   * Edits that hold actions of a policy's statement to a condition; if it has others, in a copy of the statement. Absent or undefined where the dialect cannot say it.
   */
  restrict?(statement: Mapping, condition: NewCondition, actions: readonly Node[]): readonly Edit[] | undefined
  /** Where its value goes, of what keeps state; absent where the dialect has none. */
  stateUses?(): StateUses
  /** Edits that add a resource after this one; undefined where the dialect cannot say it. */
  add(resource: NewResource): readonly Edit[] | undefined
}

/** A comparison that a statement of a policy is held to. */
export interface NewCondition {
  readonly operator: string
  readonly key: string
  /** As policies have it: `${aws:PrincipalTag/project}`. */
  readonly value: string
}

/** Where the value of a block goes that a state file keeps. */
export interface StateUses {
  /** Arguments that have a write-only twin. */
  readonly sinks: readonly StateUse[]
  /** How many settings of providers and other ephemeral blocks take it. */
  readonly providers: number
  /** How many places take it that keep state themselves. */
  readonly others: number
  /** Edits by which no state keeps it; undefined where some place needs it kept, or is in another file. */
  edits(): readonly Edit[] | undefined
}

/** An argument that takes a value. */
export interface StateUse {
  /** As others refer to it. */
  readonly resource: string
  readonly argument: string
  readonly path: string
  readonly range: Range
}

/** A value that a fix writes; each dialect spells it in its own syntax. */
export type PropertyValue =
  | string | number | boolean | readonly PropertyValue[] | ResourceReference | NewParameter | DeployedAccount | { readonly [key: string]: PropertyValue }

/** The resource that a written value refers to, by its id or name. */
export class ResourceReference {
  readonly resource: Resource

  constructor(resource: Resource) {
    this.resource = resource
  }
}

/** A parameter that the deployer fills in; the dialect declares it. */
export class NewParameter {
  /** In CloudFormation's style: `RotationLambdaArn`. */
  readonly name: string
  readonly description: string

  constructor(name: string, description: string) {
    this.name = name
    this.description = description
  }
}

/** The number of the account that is deployed to. */
export class DeployedAccount {
  /** What a dialect needs that has no word for it: a data source of the caller's identity. */
  readonly identity: Resource | undefined

  constructor(identity: Resource | undefined) {
    this.identity = identity
  }
}

/** The new parameters anywhere in a value. */
export function parametersOf(value: PropertyValue): readonly NewParameter[] {
  if (value instanceof NewParameter) return [value]
  if (typeof value !== 'object' || value instanceof ResourceReference || value instanceof DeployedAccount) return []
  return Object.values(value).flatMap(parametersOf)
}

/** A resource that a fix adds. */
export interface NewResource {
  readonly type: string
  /** The resource that it is named after, as the dialect does it; absent: the one that it stands behind. */
  readonly of?: Resource
  readonly properties: Readonly<Record<string, PropertyValue>>
  /** The macro that CloudFormation needs for it. */
  readonly transform?: string
}

export interface Parameter {
  readonly name: string
  readonly path: string
  readonly range: Range
  readonly default?: Node
  readonly attribute: (name: string) => Node | undefined
  /** Edits that set an attribute by its name in the dialect; undefined where it cannot be set. */
  readonly set?: (name: string, value: boolean) => readonly Edit[] | undefined
  /** Edits that remove an attribute. */
  readonly remove?: (name: string) => readonly Edit[] | undefined
}

export interface Output {
  readonly name: string
  readonly path: string
  readonly range: Range
  readonly value?: Node
  readonly attribute?: (name: string) => Node | undefined
  readonly set?: (name: string, value: boolean) => readonly Edit[] | undefined
}

/** One way of writing infrastructure. */
export interface Dialect {
  readonly id: string
  /** How files make a module: each alone, or all of a directory. */
  readonly scope: 'file' | 'directory'
  /** Words in lower case one of which a program or a file of data holds, or its path, if it is written in this dialect: the prefilter opens such files for nothing less. */
  readonly words?: readonly string[]
  /** Whether it reads the policies of its files: of two such dialects of one file, only the one that it belongs to. */
  readonly policies?: boolean
  /** Whether it stands beside others in one file, as calls and commands do. Absent: a file belongs to one such dialect. */
  readonly beside?: boolean
  /** Whether a file of this path can belong to it: for finding the siblings of a directory. */
  reads(path: string): boolean
  matches(document: Document): boolean
  /** @param complete Whether these are all the files of the stack. */
  module(documents: readonly Document[], complete: boolean): Module
}

/** A resource's name without its type, for messages: `db` of `aws_secretsmanager_secret.db`. */
export function shortName({ id, title }: Resource): string {
  return title ?? id.replace(/^.*\./, '')
}

/** Whether a value names a resource of the same module: by reference, by attribute, or inside a call. */
export function refersTo(node: Node, resource: Resource): boolean {
  if (node.kind === 'reference') return names(node.target, resource.id)
  if (node.kind === 'call') return node.arguments.some(argument => refersTo(argument, resource))
  return false
}

function names(target: string, id: string): boolean {
  if (!target.startsWith(id)) return false
  const next = target[id.length]
  return next === undefined || next === '.' || next === '['
}
