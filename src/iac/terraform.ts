import type { Document } from '../core/document.ts'
import type { Dialect, Module, Output, Parameter, Resource } from '../core/module.ts'
import { type Entry, type Mapping, type Node, type Reference, entry, get } from '../core/tree.ts'
import { foldExpressions, foldJsonString } from './expressions.ts'
import { decided } from './intrinsics.ts'
import { jsonOf } from './json-template.ts'
import { type Find, entriesOf, itemsOf, valuesAt } from './path.ts'
import { blocks, dynamicBlocks, policyDocument } from './policy-document.ts'
import { inTurn, speaksOf, turnsOf } from './repetition.ts'
import { holderOf, removeKey } from './remove.ts'
import { type Root, stateUsesOf } from './state.ts'
import { holding, replaceValue } from './replace.ts'
import { addToTemplate, addToTerraform, appendBlock, isBlock, restrict } from './restrict.ts'
import { VOCABULARY, terraformName } from './vocabulary.ts'
import { addBlock, exchangeArgument, removeArgument, setArgument } from './write-terraform.ts'

/** Terraform and OpenTofu, in HCL and JSON: all files of a directory are one module. */
const terraform: Dialect = {
  id: 'terraform',
  scope: 'directory',
  policies: true,
  words: ['.tf.json', '.tofu.json', '.tfvars.json'],
  reads: path => /\.(?:tf|tofu)(?:\.json)?$/i.test(path),
  matches: ({ path, text }) => terraform.reads(path) && /\b(?:resource|data|ephemeral|module|variable|locals|output|provider|terraform)\b/.test(text),
  module: moduleOf,
}

export default terraform

/** One block with labels: `resource "aws_x" "y" {}`. */
interface Block {
  readonly document: Document
  /** `aws_x`, `data.aws_x`, `ephemeral.aws_x`, `module`, `provider`. */
  readonly type: string
  readonly name: string
  readonly entry: Entry
  readonly nameRange: Entry['keyRange']
  readonly body: Mapping
}

function moduleOf(documents: readonly Document[], complete: boolean): Module {
  const roots = documents.flatMap(document => document.parsed.documents.map(root => ({ document, root: isJson(document) ? foldJsonString(root) : root })))
  const locals = localsOf(roots)
  const all = (kind: string, typed: boolean): readonly Block[] => roots.flatMap(({ document, root }) => blocksOf(document, root, kind, typed))
  const variables = all('variable', false)
  const resources = [...all('resource', true), ...all('data', true), ...all('ephemeral', true), ...all('module', false), ...all('provider', false)]
  const declared = new Set([...resources.map(addressOf), ...variables.map(({ name }) => `var.${name}`)])
  return {
    dialect: 'terraform',
    scope: 'directory',
    complete: complete && documents.every(({ parsed }) => parsed.errors.length === 0),
    resources: resources.map(block => resourceOf(block, locals, declared, roots)),
    parameters: variables.map(parameterOf),
    outputs: all('output', false).map(outputOf),
  }
}

function addressOf({ type, name }: Block): string {
  return `${type}.${name}`
}

function isJson({ path }: Document): boolean {
  return path.toLowerCase().endsWith('.json')
}

/** The blocks of a kind; in `.tf.json` a list may stand wherever blocks are repeated. */
function blocksOf(document: Document, root: Node, kind: string, typed: boolean): readonly Block[] {
  return entriesOf(root, kind).flatMap(own => {
    if (!typed) return labels(own.value).flatMap(name => blockOf(document, kind, own, name))
    return labels(own.value).flatMap(type => labels(type.value).flatMap(name => blockOf(document, kind === 'resource' ? type.key : `${kind}.${type.key}`, own, name)))
  })
}

function labels(node: Node): readonly Entry[] {
  return itemsOf([node]).flatMap(item => (item.kind === 'mapping' ? item.entries : []))
}

function blockOf(document: Document, type: string, whole: Entry, named: Entry): readonly Block[] {
  const hcl = !isJson(document)
  return itemsOf([named.value]).flatMap(body =>
    body.kind === 'mapping' ? [{ document, type, name: named.key, entry: hcl ? whole : named, nameRange: named.keyRange, body }] : [],
  )
}

type Places = ReadonlyMap<string, { readonly document: Document; readonly value: Node } | undefined>

/** Every local of the directory; one that is there twice is unknown. */
function localsOf(roots: readonly Root[]): Places {
  const places = new Map<string, { document: Document; value: Node } | undefined>()
  for (const { document, root } of roots) {
    if (root.kind !== 'mapping') continue
    for (const block of blocks(root, 'locals')) {
      for (const { key, value } of block.entries) places.set(key, places.has(key) ? undefined : { document, value })
    }
  }
  return places
}

function localValue(places: Places, document: Document, { target, range }: Reference): Node | undefined {
  const [head, name, ...path] = target.split('.')
  const place = head === 'local' && name !== undefined ? places.get(name) : undefined
  const value = place && get(place.value, ...path)
  if (!place || !value) return undefined
  if (value.kind === 'scalar' && value.value !== null) return decided(value.value, range)
  return place.document === document || value.kind === 'reference' ? value : undefined
}

function resourceOf(block: Block, places: Places, declared: ReadonlySet<string>, roots: readonly Root[]): Resource {
  const { document, type, name, body } = block
  const locals = (reference: Reference): Node | undefined => localValue(places, document, reference)
  const fold = (node: Node): Node => foldExpressions(node, locals)
  let folded: Node | undefined
  const embedded: Node[] = []
  const json = (node: Node): Node | undefined => {
    const root = jsonOf(document, node)
    if (root && root !== node) embedded.push(root)
    return root
  }
  const properties = (): Node => (folded ??= isPolicyDocument(type) ? wrapped(block, fold, json) : fold(body))
  const inTurns = (node: Node): readonly Node[] => {
    const turns = speaksOf(node, 'each') ? turnsOf(fold(get(body, 'for_each') ?? node)) : undefined
    return turns ? turns.map(turn => foldExpressions(node, inTurn('each', turn))) : [node]
  }
  const find: Find = (mapping, property) => findNamed(mapping, type, property)
  return {
    type: VOCABULARY[type]?.type ?? type,
    id: addressOf(block),
    path: document.path,
    range: block.entry.range,
    nameRange: block.nameRange,
    complete: document.parsed.errors.length === 0,
    property: (...path) => valuesAt(properties(), path, find).flatMap(inTurns),
    attribute: wanted => {
      const value = get(body, wanted)
      return value && fold(value)
    },
    json,
    set: (path, value) => setArgument(document.text, type, body, path, value, declared),
    remove: (path, instead) => removeArgument(document.text, type, body, path, instead, declared),
    setAttribute: (path, value) => setArgument(document.text, type, body, path, value, declared),
    restrict: (statement, condition, actions) => {
      const { text, parsed } = document
      const root = holding([...embedded, ...parsed.documents], statement)
      if (!root || isJson(document)) return undefined
      if (embedded.includes(root)) return restrict({ text, root, add: (own, { value, ...rest }) => addToTemplate(text, own, { ...rest, value: value.replaceAll('${', () => '$${') }) }, statement, condition, actions)
      return restrict({ text, root, add: (own, wanted) => addToTerraform(text, own, wanted), ...(isBlock(text, statement) && { append: (own, copy) => appendBlock(text, own, copy) }) }, statement, condition, actions)
    },
    replace: (node, values) => {
      const within = holding([...embedded, ...document.parsed.documents], node)
      const string = (within && embedded.includes(within)) || isJson(document)
      return within && replaceValue(document.text, within, node, values, ({ id }) => (string ? `"\${${id}.arn}"` : `${id}.arn`))
    },
    removeValue: node => {
      const held = holderOf(body, node)
      return held && exchangeArgument(document.text, held.mapping, held.own)
    },
    ...(/^(?:data\.aws_secretsmanager_secret_version|random_(?:password|string))$/.test(type) && { stateUses: () => stateUsesOf(addressOf(block), block.entry, document, roots) }),
    add: added => (isJson(document) ? undefined : addBlock(document.text, block.entry, added.of?.id.replace(/^.*\./, '') ?? name, added, declared)),
  }
}

function isPolicyDocument(type: string): boolean {
  return VOCABULARY[type]?.type === 'AWS::IAM::PolicyDocument'
}

/** A data source that makes a policy document, as a resource that has one. */
function wrapped({ body }: Block, fold: (node: Node) => Node, json: (node: Node) => Node | undefined): Mapping {
  const folded = fold(body)
  const value = folded.kind === 'mapping' ? policyDocument(folded, json) : folded
  return { kind: 'mapping', range: body.range, entries: [{ range: body.range, key: 'PolicyDocument', keyRange: body.range, value }] }
}

function findNamed(mapping: Mapping, type: string, property: string): readonly Node[] {
  const exact = entry(mapping, property)
  if (exact) return [exact.value]
  const name = terraformName(type, property)
  const plain = name.replace(/\[\]$/, '')
  const attributes = entriesOf(mapping, plain).map(({ value }) => value)
  const found = [...attributes, ...dynamicBlocks(mapping, plain)]
  return plain === name || found.length === 0 ? found : [{ kind: 'sequence', range: mapping.range, items: itemsOf(found) }]
}

function parameterOf(block: Block): Parameter {
  const value = get(block.body, 'default')
  return { ...declarationOf(block), ...(value ? { default: value } : {}), remove: name => removeKey(block.document.text, block.body, name) }
}

function outputOf(block: Block): Output {
  const value = get(block.body, 'value')
  return { ...declarationOf(block), ...(value ? { value } : {}) }
}

function declarationOf({ document: { path, text }, name, nameRange, body }: Block): Omit<Parameter, 'default'> {
  return { name, path, range: nameRange, attribute: wanted => get(body, wanted), set: (wanted, flag) => setArgument(text, 'variable', body, [wanted], flag, new Set()) }
}
