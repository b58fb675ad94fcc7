import type { ProgramCall } from '../../core/program.ts'
import type { Mapping, Node } from '../../core/tree.ts'

/** A resource as it is read, before it can be asked and changed. */
export interface Draft {
  readonly type: string
  readonly id: string
  /** The call that makes it, or that says what it is. */
  readonly made: ProgramCall
  /** In CloudFormation's words. */
  readonly properties: Mapping
  readonly attributes?: Readonly<Record<string, Node>>
  readonly complete: boolean
  /** The CDK's names of properties where they are others than CloudFormation's, by these; absent: the resource is not written by its properties. */
  readonly names?: Readonly<Record<string, string>>
}
