import type { Document } from '../core/document.ts'
import type { Dialect } from '../core/module.ts'
import cloudformation from './cloudformation.ts'
import iamPolicy from './iam-policy.ts'
import terraform from './terraform.ts'

/** Every way of writing infrastructure that is understood. */
export const DIALECTS: readonly Dialect[] = [terraform, cloudformation, iamPolicy]

/** The dialect that a file is written in, if any; looks at its text before it is parsed. */
export function dialectOf(document: Document): Dialect | undefined {
  return DIALECTS.find(dialect => dialect.reads(document.path) && dialect.matches(document))
}
