import type { Entry, Mapping, Node } from '../core/tree.ts'
import { get } from '../core/tree.ts'
import { decided } from './intrinsics.ts'
import { itemsOf } from './path.ts'

/** Terraform's names for the elements of a statement. */
const ELEMENTS: Readonly<Record<string, string>> = {
  sid: 'Sid', effect: 'Effect', actions: 'Action', not_actions: 'NotAction', resources: 'Resource', not_resources: 'NotResource',
}

/** The body of a `data "aws_iam_policy_document"` as the policy document that it makes. */
export function policyDocument(body: Mapping): Mapping {
  const statements = blocks(body, 'statement').map(statement)
  return mapping(body, [named(body, 'Statement', { kind: 'sequence', range: body.range, items: statements })])
}

function statement(block: Mapping): Mapping {
  const entries = block.entries.flatMap(own => {
    const element = ELEMENTS[own.key]
    return element ? [{ ...own, key: element }] : []
  })
  if (!entries.some(({ key }) => key === 'Effect')) {
    entries.push(named(block, 'Effect', decided('Allow', block.range)))
  }
  for (const [element, name] of [['Principal', 'principals'], ['NotPrincipal', 'not_principals']] as const) {
    const parties = blocks(block, name)
    if (parties.length > 0) entries.push(named(block, element, mapping(block, parties.flatMap(party => keyed(get(party, 'type'), get(party, 'identifiers'))))))
  }
  const conditions = blocks(block, 'condition')
  if (conditions.length > 0) entries.push(named(block, 'Condition', mapping(block, conditions.flatMap(conditionEntries))))
  return mapping(block, entries)
}

function conditionEntries(block: Mapping): readonly Entry[] {
  const inner = keyed(get(block, 'variable'), get(block, 'values'))
  return keyed(get(block, 'test'), inner.length > 0 ? mapping(block, inner) : undefined)
}

function keyed(key: Node | undefined, value: Node | undefined): readonly Entry[] {
  if (!key || !value) return []
  return [{ range: [key.range[0], value.range[1]], key: key.kind === 'scalar' ? String(key.value) : '', keyRange: key.range, value }]
}

/** The bodies of a repeatable block; those of `dynamic` ones too, and the lists of `.tf.json`. */
export function blocks(body: Mapping, name: string): readonly Mapping[] {
  const written = body.entries.filter(({ key }) => key === name).map(({ value }) => value)
  const dynamic = body.entries.filter(({ key }) => key === 'dynamic').flatMap(({ value }) => get(get(value, name), 'content') ?? [])
  return itemsOf([...written, ...dynamic]).filter(node => node.kind === 'mapping')
}

function mapping({ range }: Mapping, entries: readonly Entry[]): Mapping {
  return { kind: 'mapping', range, entries }
}

function named({ range }: Mapping, key: string, value: Node): Entry {
  return { range, key, keyRange: range, value }
}
