import type { Document } from '../core/document.ts'
import type { Dialect } from '../core/module.ts'
import ansible from './ansible.ts'
import cdk from './cdk.ts'
import cli from './cli.ts'
import cloudformation from './cloudformation.ts'
import ecs from './ecs.ts'
import iamPolicy from './iam-policy.ts'
import sdk from './sdk.ts'
import pulumi from './pulumi.ts'
import serverless from './serverless.ts'
import terraform from './terraform.ts'

/** Every way of writing infrastructure that is understood. */
export const DIALECTS: readonly Dialect[] = [terraform, serverless, cloudformation, ecs, iamPolicy, cdk, pulumi, ansible, sdk, cli]

/** The dialect that a file is written in, if any. */
export function dialectOf(document: Document): Dialect | undefined {
  return dialectsOf(document)[0]
}

/** The dialects that a file is written in: one at most, and those that stand beside it; looks at the text before it is parsed. */
export function dialectsOf(document: Document): readonly Dialect[] {
  const matches = (dialect: Dialect): boolean => dialect.reads(document.path) && dialect.matches(document)
  const own = DIALECTS.find(dialect => !dialect.beside && matches(dialect))
  return [...(own ? [own] : []), ...DIALECTS.filter(dialect => dialect.beside && matches(dialect))]
}
