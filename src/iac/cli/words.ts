import type { Range } from '../../core/text.ts'
import type { Node, Scalar, Segment } from '../../core/tree.ts'

/** Where a stretch of a text of commands stands in the document. */
export type Place = (range: Range) => Range

/** One word of a command. */
export interface Word {
  /** In the text of the commands. */
  readonly range: Range
  /** As written, where it has neither quotes nor expansions; else empty. */
  readonly plain: string
  readonly node: Node
}

/** What ends a command where no quotes are. */
const ENDS = '\n\r;|&<>()`'

/** The words from an offset to the end of the command. */
export function wordsFrom(text: string, from: number, place: Place): readonly Word[] {
  const words: Word[] = []
  let at = from
  while (at < text.length) {
    const code = text[at] ?? ''
    const continued = /^[\\`^][ \t]*\r?\n/.exec(text.slice(at, at + 40))
    if (continued) at += continued[0].length
    else if (code === ' ' || code === '\t') at++
    else if (code === '#' || ENDS.includes(code)) break
    else {
      const word = wordAt(text, at, place)
      words.push(word)
      at = word.range[1]
    }
  }
  return words
}

/** What stands for something that the text does not say: `$NAME`, `$(…)`, `${…}`, `${{ … }}`, `{{ … }}`, `%NAME%`. */
const EXPANSION = /\$\{\{[^}]*\}\}|\{\{[^}]*\}\}|\$\{[^}]*\}|\$\$?[A-Z_]\w*|\$[@*#?!\d-]|%[A-Z_]\w*%/iy

function wordAt(text: string, from: number, place: Place): Word {
  const parts: Node[] = []
  let value = ''
  let segments: Segment[] = []
  let quote = ''
  let quoted = false
  let start = from
  let at = from
  const flush = (): void => {
    if (value !== '') parts.push(scalarOf(value, segments, place([start, at])))
    value = ''
    segments = []
  }
  const take = (source: Range, taken: string): void => {
    const range = place(source)
    const last = segments.at(-1)
    if (last && last.source[1] === range[0] && taken.length === range[1] - range[0] && last.value[1] - last.value[0] === last.source[1] - last.source[0]) {
      segments[segments.length - 1] = { value: [last.value[0], value.length + taken.length], source: [last.source[0], range[1]] }
    } else segments.push({ value: [value.length, value.length + taken.length], source: range })
    value += taken
  }
  while (at < text.length) {
    const code = text[at] ?? ''
    if (quote !== "'") {
      const length = expansionAt(text, at)
      if (length > 0) {
        flush()
        parts.push({ kind: 'reference', range: place([at, at + length]), target: text.slice(at, at + length) })
        at += length
        start = at
        continue
      }
    }
    if (quote === '' && (code === '"' || code === "'")) {
      quote = code
      quoted = true
      at++
    } else if (code === quote) {
      quote = ''
      at++
    } else if (code === '\\' && quote !== "'" && at + 1 < text.length && (quote === '' || '"\\$`\n'.includes(text[at + 1] ?? ' '))) {
      if (quote === '' && /[\r\n]/.test(text[at + 1] ?? '')) break
      if (text[at + 1] !== '\n') take([at, at + 2], text[at + 1] ?? '')
      at += 2
    } else if (quote === '' && (code === ' ' || code === '\t' || ENDS.includes(code))) break
    else take([at, ++at], code)
  }
  flush()
  const range: Range = [from, at]
  const source = text.slice(...range)
  const [only] = parts
  const node: Node = parts.length === 0 ? scalarOf('', [], place(range)) : parts.length > 1 || only?.kind !== 'scalar' ? { kind: 'call', range: place(range), callee: 'template', arguments: parts } : whole(only, source, place(range))
  return { range, plain: quoted || parts.some(({ kind }) => kind !== 'scalar') ? '' : source, node }
}

/** A scalar that is all of its word: the quotes around it are its own. */
function whole(scalar: Scalar, source: string, range: Range): Scalar {
  const enclosed = /^(["'])(?:(?!\1)[\s\S])*\1$/.test(source) && range[1] - range[0] === source.length
  const content: Range = enclosed ? [range[0] + 1, range[1] - 1] : range
  const [first, second] = scalar.segments ?? []
  const verbatim = first !== undefined && !second && first.source[0] === content[0] && first.source[1] === content[1] && String(scalar.value).length === content[1] - content[0]
  return { kind: 'scalar', range, content, value: scalar.value, ...(!verbatim && scalar.segments && { segments: scalar.segments }) }
}

function scalarOf(value: string, segments: readonly Segment[], range: Range): Scalar {
  return { kind: 'scalar', range, content: range, value, segments }
}

/** How long the expansion is that begins at an offset; 0: none does. */
function expansionAt(text: string, at: number): number {
  if (text.startsWith('$(', at) || text.startsWith('$$(', at) || text[at] === '`') return text[at] === '`' ? Math.max(text.indexOf('`', at + 1) + 1 - at, 0) : nested(text, at)
  EXPANSION.lastIndex = at
  return EXPANSION.exec(text)?.[0].length ?? 0
}

/** The length of `$(…)`, with what is nested in it. */
function nested(text: string, from: number): number {
  let depth = 0
  for (let at = text.indexOf('(', from); at < text.length; at++) {
    if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at + 1 - from
  }
  return text.length - from
}
