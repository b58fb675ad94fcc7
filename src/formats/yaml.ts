import { createRequire } from 'node:module'
import type { Alias, CST, Document, ErrorCode, Node as YamlNode, Pair, YAMLMap, YAMLSeq } from 'yaml'
import type { ParseError, Parsed } from '../core/document.ts'
import type { Range } from '../core/text.ts'
import type { Entry, Node, Scalar } from '../core/tree.ts'
import { stringOf } from '../core/tree.ts'
import { MAX_DEPTH, MAX_ERRORS, bare, nothing } from './cursor.ts'
import { decodeScalar } from './yaml-scalar.ts'
import { type Survey, joinQuoted, surveySyntax } from './yaml-syntax.ts'
import { type Masked, maskTemplate, templateScalar, withHoles } from './yaml-template.ts'

/** The package takes a second or two for a million characters. In UTF-16 units. */
const MAX_LENGTH = 5_000_000

/** Nodes that aliases and merge keys of one file may stand for: a few lines of aliases of aliases stand for billions. */
const MAX_ALIASED = 50_000

/** Strings that are read on where the package ends them, and the longest file in which they are; each costs another reading. */
const MAX_JOINED = 20
const MAX_JOINED_LENGTH = 300_000

/** Something of a template, and what makes a text one that is not also broken YAML. */
const TEMPLATE = /\{[{%]/
const ALONE = /^[ \t]*(?:- )?\{[{%]/m

const MESSAGES: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'An alias has an anchor or a tag.',
  BAD_ALIAS: 'An alias or an anchor is not well formed.',
  BAD_COLLECTION_TYPE: 'A tag does not fit its collection.',
  BAD_DIRECTIVE: 'A directive is not well formed.',
  BAD_DQ_ESCAPE: 'An escape is not known.',
  BAD_INDENT: 'The indentation does not fit.',
  BAD_PROP_ORDER: 'An anchor or a tag stands in the wrong place.',
  BAD_SCALAR_START: 'A plain value must not begin like this.',
  BLOCK_AS_IMPLICIT_KEY: 'A block is used as a key.',
  BLOCK_IN_FLOW: 'A block stands within brackets.',
  DUPLICATE_KEY: 'A key is repeated.',
  IMPOSSIBLE: 'The syntax cannot be read.',
  KEY_OVER_1024_CHARS: 'A key is longer than 1024 characters.',
  MISSING_CHAR: 'A sign is missing.',
  MULTILINE_IMPLICIT_KEY: 'A key goes over several lines.',
  MULTIPLE_ANCHORS: 'A value has several anchors.',
  MULTIPLE_DOCS: 'There are several documents.',
  MULTIPLE_TAGS: 'A value has several tags.',
  NON_STRING_KEY: 'A key is not a string.',
  RESOURCE_EXHAUSTION: 'Nested too deeply.',
  TAB_AS_INDENT: 'A tab is used as indentation.',
  TAG_RESOLVE_FAILED: 'A tag cannot be resolved.',
  UNEXPECTED_TOKEN: 'The syntax is broken.',
}

const require = createRequire(import.meta.url)

/**
 * YAML, several documents. `!Ref X` and `!GetAtt A.B` are References, every other tag of the file's own is a Call by its name without `!`. An alias is the very node of its
 * anchor, with the anchor's ranges; entries of a merge key come first in their mapping, likewise. A repeated key is a repeated entry. A template of YAML
 * (Helm, Jinja) that is no YAML is read as if all its branches were there, what its actions write is a Call of `template`, and an error says that it is one; where
 * that cannot be read either, it has no document.
 */
export default {
  id: 'yaml',
  parse(text: string): Parsed {
    if (text.length > MAX_LENGTH) return { documents: [], comments: [], errors: [{ offset: 0, message: `Longer than ${MAX_LENGTH} characters; the file was not read.` }] }
    const { stackTraceLimit } = Error
    // The package makes an error of every tag it does not know: their stack traces are most of the time it takes.
    Error.stackTraceLimit = 0
    try {
      return read(text)
    } catch {
      return { documents: [], comments: [], errors: [{ offset: 0, message: MESSAGES.IMPOSSIBLE }] }
    } finally {
      Error.stackTraceLimit = stackTraceLimit
    }
  },
}

function read(text: string): Parsed {
  const yaml = require('yaml') as typeof import('yaml')
  // The package ends lines with `\n` only; the ranges stay the same.
  const written = text.replace(/\r(?!\n)/g, '\n')
  const parsed = compose(written, undefined, yaml)
  if (parsed.errors.length === 0 || !TEMPLATE.test(text)) return parsed
  const masked = maskTemplate(written)
  const template = masked && compose(written, masked, yaml)
  if (!template || template.errors.length > 0) return { ...parsed, documents: ALONE.test(text) ? [] : parsed.documents }
  const [offset] = masked.actions[0] ?? [0]
  return { ...template, documents: withHoles(written, template.documents, masked.holes), errors: [{ offset, message: 'A template: what its actions write is not known.', isTemplate: true }] }
}

function compose(written: string, masked: Masked | undefined, yaml: typeof import('yaml')): Parsed {
  const { source, tokens, survey } = tokensOf(masked?.text ?? written, yaml)
  if (survey.depth > MAX_DEPTH) {
    return { documents: [], comments: survey.comments, errors: [{ offset: 0, message: `Nested deeper than ${MAX_DEPTH} levels; the file was not read.` }] }
  }
  const composer = new yaml.Composer({ prettyErrors: false, uniqueKeys: false, schema: 'core', resolveKnownTags: false, logLevel: 'silent' })
  const reader = new YamlReader(yaml, { written, source, masked }, survey)
  for (const document of composer.compose(tokens)) reader.read(document)
  return { documents: reader.documents, comments: survey.comments, errors: reader.errors }
}

interface Tokens {
  /** What the package reads. */
  readonly source: string
  readonly tokens: readonly CST.Token[]
  readonly survey: Survey
}

function tokensOf(text: string, yaml: typeof import('yaml')): Tokens {
  const read = (source: string): Tokens => {
    const tokens = [...new yaml.Parser().parse(source)]
    return { source, tokens, survey: surveySyntax(tokens) }
  }
  const first = read(text)
  let last = first
  for (let tries = 0; last.survey.unclosed !== undefined; tries++) {
    const joined = tries < MAX_JOINED && text.length <= MAX_JOINED_LENGTH ? joinQuoted(last.source, last.survey.unclosed) : undefined
    if (joined === undefined) return first
    last = read(joined)
  }
  return last
}

interface Sources {
  readonly written: string
  /** What the package reads: as long as the text. */
  readonly source: string
  readonly masked: Masked | undefined
}

class YamlReader {
  readonly documents: Node[] = []
  readonly errors: ParseError[] = []
  readonly #yaml: typeof import('yaml')
  readonly #text: string
  /** What the package read: as long as the text. */
  readonly #source: string
  readonly #masked: Masked | undefined
  readonly #survey: Survey
  /** What each anchor stands for; undefined while it is being read. */
  readonly #anchors = new Map<string, Node | undefined>()
  /** How many nodes an anchored node stands for. */
  readonly #sizes = new WeakMap<Node, number>()
  #nodes = 0
  #aliased = 0
  /** Where the node ends that was read last, as it is written: an alias by its own place. */
  #reached = 0

  constructor(yaml: typeof import('yaml'), { written, source, masked }: Sources, survey: Survey) {
    this.#yaml = yaml
    this.#text = written
    this.#source = source
    this.#masked = masked
    this.#survey = survey
  }

  read(document: Document.Parsed): void {
    for (const { code, pos } of document.errors.slice(0, MAX_ERRORS - this.errors.length)) this.errors.push({ offset: pos[0], message: MESSAGES[code] })
    this.#anchors.clear()
    if (document.contents) this.documents.push(this.#node(document.contents))
  }

  #node(node: YamlNode): Node {
    if (this.#yaml.isAlias(node)) return this.#alias(node)
    const before = this.#nodes++
    const anchor = (node as { anchor?: string }).anchor
    if (anchor !== undefined) this.#anchors.set(anchor, undefined)
    const read = this.#tagged(node)
    if (anchor !== undefined) {
      this.#anchors.set(anchor, read)
      this.#sizes.set(read, this.#nodes - before)
    }
    return read
  }

  #alias(alias: Alias): Node {
    const { source } = alias
    const range = rangeOf(alias)
    this.#reach(range[1])
    const target = this.#anchors.get(source)
    if (target && this.#spend(target)) return target
    if (!this.#anchors.has(source) && this.errors.length < MAX_ERRORS) this.errors.push({ offset: range[0], message: 'An alias has no anchor before it.' })
    return { kind: 'reference', range, target: source }
  }

  #spend(target: Node): boolean {
    const size = this.#sizes.get(target) ?? 1
    if (this.#aliased + size > MAX_ALIASED) {
      if (this.#aliased <= MAX_ALIASED) this.errors.push({ offset: target.range[0], message: `Aliases stand for more than ${MAX_ALIASED} nodes; the others were not followed.` })
      this.#aliased = Infinity
      return false
    }
    this.#aliased += size
    this.#nodes += size
    return true
  }

  #tagged(node: YamlNode): Node {
    const plain = this.#untagged(node)
    const { tag } = node
    if (tag === undefined || !/^![^!]/.test(tag)) return plain
    const range: Range = [this.#survey.tagBefore(plain.range[0]), plain.range[1]]
    const callee = tag.slice(1)
    const target = callee === 'Ref' || callee === 'GetAtt' ? dotted(plain) : undefined
    if (target !== undefined) return { kind: 'reference', range, target }
    return { kind: 'call', range, callee, arguments: plain.kind === 'sequence' ? plain.items : [plain] }
  }

  #untagged(node: YamlNode): Node {
    const read = this.#yaml.isMap(node) ? this.#mapping(node) : this.#yaml.isSeq(node) ? this.#sequence(node) : this.#scalar(node)
    this.#reach(read.range[1])
    return read
  }

  #scalar(node: YamlNode): Node {
    const range = rangeOf(node)
    if (!this.#yaml.isScalar(node) || range[0] === range[1]) return this.#empty(node, range[0])
    const { value } = node
    if (value === null || typeof value === 'number' || typeof value === 'boolean') return bare(...range, value)
    const joined = this.#source !== this.#text && this.#source.slice(...range) !== this.#text.slice(...range)
    if (joined && this.#masked && this.#masked.text.slice(...range) !== this.#text.slice(...range)) return templateScalar(this.#text, this.#masked, range, node.type ?? undefined)
    return decodeScalar(this.#text, range, node.type, joined ? undefined : node.source ?? '')
  }

  /** A value that is not written. In broken files the package may place it before what came before. */
  #empty(node: YamlNode, at: number): Scalar {
    const start = Math.max(at, this.#reached)
    return bare(start, start, this.#yaml.isScalar(node) && node.value === '' ? '' : null)
  }

  #reach(end: number): void {
    this.#reached = Math.max(this.#reached, end)
  }

  #sequence(node: YAMLSeq): Node {
    const [start, end] = rangeOf(node)
    this.#reach(start + 1)
    const items = node.items.filter(item => this.#yaml.isNode(item)).map(item => this.#node(item))
    return { kind: 'sequence', range: [start, node.flow ? Math.max(end, this.#reached) : this.#reached], items }
  }

  #mapping(node: YAMLMap): Node {
    const [start, end] = rangeOf(node)
    if (this.#isTemplate(node)) return { kind: 'call', range: [start, end], callee: 'template', arguments: [] }
    const merged: (readonly Entry[])[] = []
    const entries: Entry[] = []
    this.#reach(start)
    for (const pair of node.items) {
      const entry = this.#entry(pair)
      if (this.#isMerge(pair)) merged.unshift(...mergedEntries(entry.value).toReversed())
      else entries.push(entry)
    }
    return { kind: 'mapping', range: [start, node.flow ? Math.max(end, this.#reached) : this.#reached], entries: [...merged.flat(), ...entries] }
  }

  #entry({ key, value }: Pair): Entry {
    const name = this.#key(key)
    this.#reach(name.range[1])
    const node = this.#yaml.isNode(value) ? this.#node(value) : nothing(this.#reached)
    return { range: [name.range[0], this.#reached], key: name.key, keyRange: name.content, value: node }
  }

  #key(key: unknown): { readonly key: string; readonly range: Range; readonly content: Range } {
    if (!this.#yaml.isNode(key)) return { key: '', range: [this.#reached, this.#reached], content: [this.#reached, this.#reached] }
    const range = rangeOf(key)
    if (this.#yaml.isScalar(key) && typeof key.value === 'string') {
      const scalar = this.#node(key)
      if (scalar.kind === 'scalar') return { key: key.value, range: scalar.range, content: scalar.content }
    }
    return { key: this.#text.slice(...range), range, content: range }
  }

  /** `<<: *base` or `<<: [*one, *other]`. */
  #isMerge({ key, value }: Pair): boolean {
    return this.#yaml.isScalar(key) && key.value === '<<' && key.type === 'PLAIN' && (this.#yaml.isAlias(value) || this.#yaml.isCollection(value))
  }

  /** `{{ name }}`, which is a mapping in a mapping for YAML, and a template of YAML for people. */
  #isTemplate({ flow, items: [only, ...others] }: YAMLMap): boolean {
    return flow === true && only !== undefined && others.length === 0 && only.value === null && this.#yaml.isMap(only.key) && only.key.flow === true
  }
}

/** Lists of entries, the strongest first. A reference stays out: it was told as an error. */
function mergedEntries(value: Node): readonly (readonly Entry[])[] {
  if (value.kind === 'mapping') return [value.entries]
  return value.kind === 'sequence' ? value.items.flatMap(item => (item.kind === 'mapping' ? [item.entries] : [])) : []
}

function rangeOf(node: YamlNode): Range {
  return node.range ? [node.range[0], node.range[1]] : [0, 0]
}

/** `A.B`, from `A.B` or from `[A, B]`; undefined for anything that is not made of strings. */
function dotted(node: Node): string | undefined {
  const names = (node.kind === 'sequence' ? node.items : [node]).map(item => stringOf(item))
  return names.every(name => name !== undefined) ? names.join('.') : undefined
}
