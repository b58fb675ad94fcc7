import type { Range } from '../core/text.ts'
import { type Call, type Node, type Scalar, type Segment, get, sourceRange, stringOf } from '../core/tree.ts'

/**
 * CloudFormation's functions, short (`!Ref`) or long (`{Fn::Sub: …}`), as references and calls: what the file decides becomes a scalar,
 * a text with holes a call of `template`, `Fn::If` a call of `If`; every other function a call by its short name. Folded all the way down.
 * @param mappings The template's own, for `Fn::FindInMap`.
 */
export function foldIntrinsics(node: Node, mappings?: Node): Node {
  const fold = (inner: Node): Node => foldIntrinsics(inner, mappings)
  switch (node.kind) {
    case 'scalar':
    case 'reference':
      return node
    case 'sequence':
      return { ...node, items: node.items.map(fold) }
    case 'call':
      return foldFunction(node.callee.replace(/^!/, '').replace(/^Fn::/, ''), node.arguments.map(fold), node.range, mappings)
    case 'mapping': {
      const [only, second] = node.entries
      if (only && !second && (only.key === 'Ref' || only.key.startsWith('Fn::'))) {
        const value = fold(only.value)
        return foldFunction(only.key.replace(/^Fn::/, ''), [value], node.range, mappings)
      }
      return { ...node, entries: node.entries.map(entry => ({ ...entry, value: fold(entry.value) })) }
    }
  }
}

/** @param written Already folded: one node, a list of arguments as one sequence, or the arguments themselves. */
function foldFunction(name: string, written: readonly Node[], range: Range, mappings: Node | undefined): Node {
  const [first] = written
  const given = written.length === 1 && first?.kind === 'sequence' ? first.items : written
  const unknown: Call = { kind: 'call', range, callee: name, arguments: given }
  switch (name) {
    case 'Ref': {
      const target = stringOf(given[0])
      return target === undefined ? unknown : { kind: 'reference', range, target }
    }
    case 'GetAtt': {
      const parts = given.map(stringOf)
      return parts.length > 0 && parts.every(part => part !== undefined) ? { kind: 'reference', range, target: parts.join('.') } : unknown
    }
    case 'Sub':
      return foldSub(given, range) ?? unknown
    case 'Join':
      return foldJoin(given, range) ?? unknown
    case 'FindInMap':
      return foldMap(given, range, mappings) ?? unknown
    case 'Split':
      return foldSplit(given, range) ?? unknown
    default:
      return unknown
  }
}

function foldSub([text, variables]: readonly Node[], range: Range): Node | undefined {
  if (text?.kind !== 'scalar' || typeof text.value !== 'string') return undefined
  if (variables && variables.kind !== 'mapping') return undefined
  const parts: Node[] = []
  let at = 0
  for (const match of text.value.matchAll(/\$\{([^{}]*)\}/g)) {
    const name = match[1] ?? ''
    if (match.index > at) parts.push(part(text, [at, match.index]))
    at = match.index + match[0].length
    const where = sourceRange(text, [match.index, at])
    const literal = name.startsWith('!')
    const variable = variables?.entries.find(({ key }) => key === name.trim())?.value
    parts.push(literal ? decided(`\${${name.slice(1)}}`, where) : variable ?? { kind: 'reference', range: where, target: name.trim() })
  }
  if (parts.length === 0) return text
  if (at < text.value.length) parts.push(part(text, [at, text.value.length]))
  return template(parts, range)
}

function foldJoin([delimiter, list]: readonly Node[], range: Range): Node | undefined {
  const between = stringOf(delimiter)
  if (between === undefined || list?.kind !== 'sequence') return undefined
  const parts: Node[] = []
  for (const item of list.items) {
    if (parts.length > 0 && between !== '') parts.push(decided(between, item.range))
    parts.push(item)
  }
  return template(parts, range)
}

/** What a map holds under its keys; of a key that is not written each value is a branch. */
function foldMap([map, ...keys]: readonly Node[], range: Range, mappings: Node | undefined): Node | undefined {
  const name = stringOf(map)
  const own = name === undefined ? undefined : get(mappings, name)
  const found = keys.slice(0, 2).reduce<readonly Node[]>((at, key) => at.flatMap(node => {
    const known = stringOf(key)
    if (known !== undefined) return get(node, known) ?? []
    return node.kind === 'mapping' ? node.entries.map(({ value }) => value) : []
  }), own ? [own] : [])
  const [only] = found
  return found.length > 1 ? { kind: 'call', range, callee: 'If', arguments: [{ kind: 'call', range, callee: 'FindInMap', arguments: keys }, ...found] } : only
}

function foldSplit([delimiter, list]: readonly Node[], range: Range): Node | undefined {
  const between = stringOf(delimiter)
  if (!between || list?.kind !== 'scalar' || typeof list.value !== 'string') return undefined
  let at = 0
  const items = list.value.split(between).map(text => {
    const item = part(list, [at, at + text.length])
    at += text.length + between.length
    return item
  })
  return { kind: 'sequence', range, items }
}

/** A text of several parts: a scalar where all of them are, else a call of `template`. */
export function template(parts: readonly Node[], range: Range): Node {
  const flat = parts.flatMap(node => (node.kind === 'call' && node.callee === 'template' ? node.arguments : [node]))
  const scalars = flat.filter(node => node.kind === 'scalar')
  return scalars.length === flat.length ? joined(scalars, range) : { kind: 'call', range, callee: 'template', arguments: flat }
}

function joined(parts: readonly Scalar[], range: Range): Scalar {
  let value = ''
  const segments: Segment[] = []
  for (const part of parts) {
    const text = String(part.value)
    const at = value.length
    const own = part.segments ?? [{ value: [0, text.length] as const, source: part.content }]
    segments.push(...own.map(segment => ({ value: [segment.value[0] + at, segment.value[1] + at] as const, source: segment.source })))
    value += text
  }
  return { kind: 'scalar', range, content: range, value, segments }
}

function part(text: Scalar, value: Range): Scalar {
  return decided(String(text.value).slice(...value), sourceRange(text, value))
}

/** A text that the file decides without writing it: the source as a whole decodes to it. */
export function decided(value: Scalar['value'], range: Range): Scalar {
  const length = String(value).length
  const verbatim = range[1] - range[0] === length
  return { kind: 'scalar', range, content: range, value, ...(verbatim ? {} : { segments: [{ value: [0, length], source: range }] }) }
}
