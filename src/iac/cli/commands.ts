import type { Document } from '../../core/document.ts'
import type { Range } from '../../core/text.ts'
import { type Entry, type Mapping, type Node, type Scalar, type Sequence, stringOf } from '../../core/tree.ts'
import { decided } from '../intrinsics.ts'
import { type OperationName, operationNamed } from '../sdk/operations.ts'
import { type Place, type Word, wordsFrom } from './words.ts'

/** One `aws secretsmanager …`. */
export interface Command {
  readonly name: OperationName
  readonly range: Range
  readonly nameRange: Range
  readonly parameters: Mapping
  readonly complete: boolean
  /** The switches among the parameters' values, with their names: `rotate-immediately`. */
  readonly switches: ReadonlyMap<Node, string>
}

/** Names that the API spells in its own way. */
const NAMES: Readonly<Record<string, string>> = { 'rotation-lambda-arn': 'RotationLambdaARN' }

/** Parameters that are said by their name alone. */
const SWITCHES = new Set([
  'force-delete-without-recovery', 'rotate-immediately', 'block-public-policy', 'exclude-punctuation', 'exclude-numbers', 'exclude-uppercase', 'exclude-lowercase', 'include-space',
  'require-each-included-type', 'force-overwrite-replica-secret', 'include-planned-deletion', 'include-deprecated',
])

/** The commands in a text, wherever they begin. */
export function* commandsIn(document: Document, text: string, place: Place): Generator<Command> {
  for (const match of text.matchAll(/\bsecretsmanager(?:[ \t]|[\\`^][ \t]{0,20}\r?\n){1,60}([a-z][a-z-]{3,40})(?![\w-])/g)) {
    const name = operationNamed(match[1] ?? '')
    const at = match.index + match[0].length
    if (!name || !isCommand(text, match.index)) continue
    const words = wordsFrom(text, at, place)
    yield { name, range: place([match.index, words.at(-1)?.range[1] ?? at]), nameRange: place([at - (match[1] ?? '').length, at]), ...parametersOf(document, words, place) }
  }
}

/** The command that a list of words says, as programs give it: `['aws', 'secretsmanager', 'delete-secret', …]`; the name of the program may stand apart. */
export function commandOf(document: Document, list: Sequence): Command | undefined {
  const at = list.items.findIndex(item => stringOf(item) === 'secretsmanager')
  const [service, operation, ...given] = at < 0 ? [] : list.items.slice(at)
  const name = operationNamed(stringOf(operation) ?? '')
  if (!service || !operation || !name) return undefined
  const words = given.map((node): Word => {
    const text = stringOf(node) ?? ''
    return { range: node.range, plain: /^--[a-z-]+$/.test(text) ? text : '', node }
  })
  return { name, range: list.range, nameRange: operation.range, ...parametersOf(document, words, range => range) }
}

/** The command line of AWS before the name of a service, with the options between them. */
const PROGRAM = /(?:^|[\s"'`;&|({@$/=-])(?:aws(?:local|2|\.exe)?|AWS\w*)\}?\)?["']?\s/g

/** Whether what stands before a service is the command line of AWS: in no comment, and not in a sentence that speaks of it. */
function isCommand(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 400), at).replace(/[\\`^][ \t]{0,20}\r?\n/g, ' ')
  const line = ` ${before.slice(before.search(/[^\r\n]*$/))}`
  const start = [...line.matchAll(PROGRAM)].at(-1)?.index
  return start !== undefined && !/[>:]\s*$/.test(line.slice(0, start + 1)) && !/^\s*(?:#|\/\/|REM\s)/i.test(line)
}

function parametersOf(document: Document, words: readonly Word[], place: Place): Pick<Command, 'parameters' | 'complete' | 'switches'> {
  const entries: Entry[] = []
  const switches = new Map<Node, string>()
  let complete = true
  for (const [index, { plain, range }] of words.entries()) {
    const option = /^--(no-)?([a-z][a-z-]*)(=?)/.exec(plain)
    if (!option) {
      complete &&= plain !== '' || index > 0
      continue
    }
    const [head, no, own = '', sign] = option
    const keyRange = place([range[0], range[0] + head.length])
    const key = NAMES[own] ?? own.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
    if (SWITCHES.has(own)) {
      const node = decided(no === undefined, place(range))
      switches.set(node, own)
      entries.push({ range: place(range), key, keyRange, value: node })
      continue
    }
    const given = sign ? [rest(words[index] as Word, head.length, place)] : values(words, index)
    const [first] = given
    if (!first) continue
    const value = given.length > 1 ? { kind: 'sequence' as const, range: [first.range[0], given.at(-1)?.range[1] ?? first.range[1]] as const, items: given } : valueOf(document, own, first)
    if (own === 'cli-input-json') {
      if (value.kind === 'mapping') entries.push(...value.entries)
      else complete = false
    } else entries.push({ range: [keyRange[0], value.range[1]], key, keyRange, value })
  }
  return { parameters: { kind: 'mapping', range: place([words[0]?.range[0] ?? 0, words.at(-1)?.range[1] ?? 0]), entries }, complete, switches }
}

/** What follows an option, to the next one. */
function values(words: readonly Word[], index: number): readonly Node[] {
  const found: Node[] = []
  for (const { plain, node } of words.slice(index + 1)) {
    if (plain.startsWith('--')) break
    found.push(node)
  }
  return found
}

/** What stands behind `--name=`. */
function rest({ node, range, plain }: Word, length: number, place: Place): Node {
  const own = place([range[0] + length, range[1]])
  return stringOf(node) === undefined ? node : decided(plain.slice(length), own)
}

/** A value by what is meant: a file is not seen, JSON and the short form of it are what they say. */
function valueOf(document: Document, option: string, node: Node): Node {
  const text = stringOf(node)
  if (node.kind !== 'scalar' || text === undefined) return node
  if (/^fileb?:\/\//.test(text)) return { kind: 'reference', range: node.range, target: text }
  if (option === 'cli-input-json' || (option === 'rotation-rules' && /^\s*\{/.test(text))) {
    const { documents: [root], errors } = document.embedded(node, 'json')
    return root && errors.length === 0 ? root : { kind: 'reference', range: node.range, target: option }
  }
  return option === 'rotation-rules' ? shortForm(node, text) : node
}

/** `AutomaticallyAfterDays=30,Duration=2h` as the map that it means. */
function shortForm(scalar: Scalar, text: string): Mapping {
  const entries: Entry[] = []
  let at = 0
  for (const part of text.split(/,(?=\w+=)/)) {
    const [, key = '', open = '', value = ''] = /^(\w+)=(["']?)([^"']*)["']?$/.exec(part) ?? []
    const from = scalar.content[0] + at + key.length + 1 + open.length
    const exact = scalar.segments === undefined
    const range: Range = exact ? [from, from + value.length] : scalar.range
    const number = /^\d{1,9}$/.test(value)
    if (key !== '') entries.push({ range, key, keyRange: range, value: number ? { kind: 'scalar', range, content: range, value: Number(value) } : decided(value, range) })
    at += part.length + 1
  }
  return { kind: 'mapping', range: scalar.range, entries }
}
