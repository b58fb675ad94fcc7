import type { Document } from '../core/document.ts'
import type { Dialect, Module } from '../core/module.ts'
import ansible from './ansible.ts'
import cdk from './cdk.ts'
import cli from './cli.ts'
import cloudformation from './cloudformation.ts'
import ecs from './ecs.ts'
import iamPolicy from './iam-policy.ts'
import kubernetes from './kubernetes.ts'
import sdk from './sdk.ts'
import pulumi from './pulumi.ts'
import serverless from './serverless.ts'
import terraform from './terraform.ts'

/** Every way of writing infrastructure that is understood. */
export const DIALECTS: readonly Dialect[] = [terraform, serverless, cloudformation, ecs, kubernetes, iamPolicy, cdk, pulumi, ansible, sdk, cli]

/** The dialect that a file is written in, if any. */
export function dialectOf(document: Document): Dialect | undefined {
  return dialectsOf(document)[0]
}

const known = new WeakMap<Document, readonly Dialect[]>()
const modules = new WeakMap<Document, readonly Module[]>()

/** The dialects that a file is written in: one at most, and those that stand beside it; looks at the text before it is parsed. Found once. */
export function dialectsOf(document: Document): readonly Dialect[] {
  let dialects = known.get(document)
  if (!dialects) known.set(document, (dialects = find(document)))
  return dialects
}

/** What a file says by itself, one module for each of its dialects, in which nothing is known to be absent. Read once. */
export function modulesIn(document: Document): readonly Module[] {
  let own = modules.get(document)
  if (!own) modules.set(document, (own = dialectsOf(document).map(dialect => dialect.module([document], false))))
  return own
}

function find(document: Document): readonly Dialect[] {
  const matches = (dialect: Dialect): boolean => dialect.reads(document.path) && dialect.matches(document)
  const own = DIALECTS.find(dialect => !dialect.beside && matches(dialect))
  return [...(own ? [own] : []), ...DIALECTS.filter(dialect => dialect.beside && !(dialect.policies && own?.policies) && matches(dialect))]
}
