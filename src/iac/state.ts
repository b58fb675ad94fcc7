import { align } from '../core/align.ts'
import type { Document } from '../core/document.ts'
import type { Edit } from '../core/fix.ts'
import type { StateUse, StateUses } from '../core/module.ts'
import { type Entry, type Mapping, type Node, walk } from '../core/tree.ts'
import { blocks } from './policy-document.ts'
import { endOf } from './remove.ts'
import { eolOf, indentAt, startsLine } from './text.ts'

/**
 * Arguments with a write-only twin, `…_wo` beside `…_wo_version`, in version 5.100 of the AWS provider: `terraform providers schema -json`.
 */
const WRITE_ONLY: Readonly<Record<string, string>> = {
  aws_db_instance: 'password',
  aws_rds_cluster: 'master_password',
  aws_docdb_cluster: 'master_password',
  aws_redshift_cluster: 'master_password',
  aws_redshiftserverless_namespace: 'admin_user_password',
  aws_secretsmanager_secret_version: 'secret_string',
  aws_ssm_parameter: 'value',
}

/** A document of a file, folded. */
export interface Root {
  readonly document: Document
  readonly root: Node
}

/** A place that takes the value, as it is written. */
interface Taken {
  readonly document: Document
  readonly body: Mapping
  readonly entry: Entry
}

/** Where the value of a block goes, followed through locals. @param address `data.aws_secretsmanager_secret_version.db`, `random_password.db`. */
export function stateUsesOf(address: string, keyword: Entry, own: Document, roots: readonly Root[]): StateUses {
  const names = new Set([address])
  const local: Taken[] = []
  const takes = (node: Node): boolean => [...walk(node)].some(inner => inner.kind === 'reference' && isOneOf(inner.target, names))
  for (let before = -1; before !== names.size;) {
    before = names.size
    for (const { document, root } of roots) {
      if (root.kind !== 'mapping') continue
      for (const body of blocks(root, 'locals')) {
        for (const entry of body.entries) {
          if (names.has(`local.${entry.key}`) || !takes(entry.value)) continue
          names.add(`local.${entry.key}`)
          local.push({ document, body, entry })
        }
      }
    }
  }
  const sinks: (StateUse & Taken)[] = []
  const providers: Taken[] = []
  let others = 0
  for (const { document, root } of roots) {
    for (const { kind, type, name, body } of blocksIn(root)) {
      for (const entry of body.entries) {
        if (kind === 'locals' || !takes(entry.value)) continue
        const taken = { document, body, entry }
        if (kind === 'resource' && WRITE_ONLY[type] === entry.key) sinks.push({ ...taken, resource: `${type}.${name}`, argument: entry.key, path: document.path, range: entry.value.range })
        else if (kind === 'provider' || kind === 'ephemeral') providers.push(taken)
        else others++
      }
    }
  }
  const isHere = [...sinks, ...providers, ...local].every(({ document }) => document === own)
  return { sinks, providers: providers.length, others, edits: () => (isHere && others === 0 ? editsFor(address, keyword, own, sinks, [...providers, ...local]) : undefined) }
}

function isOneOf(target: string, names: ReadonlySet<string>): boolean {
  return [...names].some(name => target.startsWith(name) && (target.length === name.length || /^[.[]/.test(target.slice(name.length))))
}

/** Blocks of a file by their labels. */
function* blocksIn(root: Node): Generator<{ kind: string; type: string; name: string; body: Mapping }> {
  for (const { key: kind, value } of root.kind === 'mapping' ? root.entries : []) {
    const depth = kind === 'resource' || kind === 'data' || kind === 'ephemeral' ? 2 : kind === 'locals' || kind === 'terraform' ? 0 : 1
    for (const { labels: [first = '', second = ''], body } of labelled(value, depth)) yield { kind, type: first, name: second, body }
  }
}

function* labelled(node: Node, depth: number, labels: readonly string[] = []): Generator<{ labels: readonly string[]; body: Mapping }> {
  if (node.kind === 'sequence') for (const item of node.items) yield* labelled(item, depth, labels)
  if (node.kind !== 'mapping') return
  if (depth === 0) yield { labels, body: node }
  else for (const { key, value } of node.entries) yield* labelled(value, depth - 1, [...labels, key])
}

/** The block becomes an ephemeral one, and what takes its value write-only. */
function editsFor(address: string, keyword: Entry, { text }: Document, sinks: readonly Taken[], others: readonly Taken[]): readonly Edit[] | undefined {
  const word = /^(?:data|resource)\b/.exec(text.slice(...keyword.range))?.[0]
  if (word === undefined) return undefined
  const ephemeral = `ephemeral.${address.replace(/^data\./, '')}`
  const renames = (node: Node): readonly Edit[] =>
    [...walk(node)].flatMap(inner => (inner.kind === 'reference' && text.startsWith(address, inner.range[0]) && isOneOf(inner.target, new Set([address])) ? [{ range: [inner.range[0], inner.range[0] + address.length] as const, text: ephemeral }] : []))
  const edits: Edit[] = [{ range: [keyword.range[0], keyword.range[0] + word.length], text: 'ephemeral' }, ...others.flatMap(({ entry }) => renames(entry.value))]
  for (const { entry, body } of sinks) {
    if (!startsLine(text, entry.range[0]) || body.entries.some(({ key }) => key.startsWith(`${entry.key}_wo`))) return undefined
    const { pad, edits: moves } = align(text, body, entry, [`${entry.key}_wo`, `${entry.key}_wo_version`])
    const equals = text.indexOf('=', entry.keyRange[1])
    const end = endOf(text, entry)
    edits.push(
      ...moves,
      { range: [entry.range[0], equals], text: pad(`${entry.key}_wo`) },
      ...renames(entry.value),
      { range: [end, end], text: `${eolOf(text)}${indentAt(text, entry.range[0])}${pad(`${entry.key}_wo_version`)}= 1` },
    )
  }
  return edits
}
