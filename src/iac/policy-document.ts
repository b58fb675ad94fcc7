import type { Entry, Mapping, Node } from '../core/tree.ts'
import { get, stringOf } from '../core/tree.ts'
import { foldExpressions } from './expressions.ts'
import { decided } from './intrinsics.ts'
import { entriesOf, itemsOf } from './path.ts'
import { inTurn, turnsOf } from './repetition.ts'

/** Arguments that give whole policy documents as JSON, which become part of this one. */
const SOURCES = ['source_policy_documents', 'override_policy_documents', 'source_json', 'override_json']

/** Terraform's names for the elements of a statement. */
const ELEMENTS: Readonly<Record<string, string>> = {
  sid: 'Sid', effect: 'Effect', actions: 'Action', not_actions: 'NotAction', resources: 'Resource', not_resources: 'NotResource',
}

/**
 * The body of a `data "aws_iam_policy_document"` as the policy document that it makes.
 * @param json What a text holds as JSON. Documents that are made elsewhere are judged there.
 */
export function policyDocument(body: Mapping, json: (node: Node) => Node | undefined): Mapping {
  const sources = itemsOf(SOURCES.flatMap(name => entriesOf(body, name).map(({ value }) => value)))
  const given = sources.flatMap(source => entriesOf(json(source), 'Statement').map(({ value }) => value))
  const statements = [...blocks(body, 'statement').map(statement), ...itemsOf(given)]
  return mapping(body, [named(body, 'Statement', { kind: 'sequence', range: body.range, items: statements })])
}

/** A statement with Terraform's names in a policy's own. */
export function statement(block: Mapping): Mapping {
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
  const conditions = [...blocks(block, 'condition'), ...blocks(block, 'conditions')]
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
  return itemsOf([...written, ...dynamicBlocks(body, name)]).filter(node => node.kind === 'mapping')
}

/** The contents of `dynamic` blocks, one for each turn where these are written. */
export function dynamicBlocks(body: Mapping, name: string): readonly Node[] {
  return entriesOf(body, 'dynamic').flatMap(({ value }) => {
    const block = get(value, name)
    const content = get(block, 'content')
    if (!content) return []
    const iterator = get(block, 'iterator')
    const head = iterator?.kind === 'reference' ? iterator.target : stringOf(iterator) ?? name
    const turns = turnsOf(get(block, 'for_each'))
    return turns ? turns.map(turn => foldExpressions(content, inTurn(head, turn))) : [content]
  })
}

function mapping({ range }: Mapping, entries: readonly Entry[]): Mapping {
  return { kind: 'mapping', range, entries }
}

function named({ range }: Mapping, key: string, value: Node): Entry {
  return { range, key, keyRange: range, value }
}
