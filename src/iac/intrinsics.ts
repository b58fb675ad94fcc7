import type { Range } from '../core/text.ts'
import { type Call, type Node, type Scalar, type Segment, sourceRange, stringOf } from '../core/tree.ts'

/**
 * CloudFormation's functions, short (`!Ref`) or long (`{Fn::Sub: …}`), as references and calls: what the file decides becomes a scalar,
 * a text with holes a call of `template`, `Fn::If` a call of `If`; every other function a call by its short name. Folded all the way down.
 */
export function foldIntrinsics(node: Node): Node {
  switch (node.kind) {
    case 'scalar':
    case 'reference':
      return node
    case 'sequence':
      return { ...node, items: node.items.map(foldIntrinsics) }
    case 'call':
      return foldFunction(node.callee.replace(/^!/, '').replace(/^Fn::/, ''), node.arguments.map(foldIntrinsics), node.range)
    case 'mapping': {
      const [only, second] = node.entries
      if (only && !second && (only.key === 'Ref' || only.key.startsWith('Fn::'))) {
        const value = foldIntrinsics(only.value)
        return foldFunction(only.key.replace(/^Fn::/, ''), [value], node.range)
      }
      return { ...node, entries: node.entries.map(entry => ({ ...entry, value: foldIntrinsics(entry.value) })) }
    }
  }
}

/** @param written Already folded: one node, a list of arguments as one sequence, or the arguments themselves. */
function foldFunction(name: string, written: readonly Node[], range: Range): Node {
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
