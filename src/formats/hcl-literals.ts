import type { Range } from '../core/text.ts'
import type { Node, Scalar } from '../core/tree.ts'
import { Decoder } from './decoder.ts'

/** Literal text in a template, within one line. */
export interface Run {
  readonly source: Range
  /** What it decodes to; absent: itself. */
  readonly value?: string
  /** Whether it stands at the beginning of a line of a heredoc. */
  readonly lineStart: boolean
}

export type Piece = Run | Node

/**
 * The literal text and the expressions of a template as nodes.
 * @param content Of the whole template. That of a heredoc ends before the line end of its last line, which belongs to the delimiter for whoever replaces the content.
 * @param form `flush`: a heredoc without its common indentation.
 */
export function literals(text: string, pieces: readonly Piece[], content: Range, form: 'quoted' | 'heredoc' | 'flush'): Node[] {
  const indentation = form === 'flush' ? commonIndentation(text, pieces) : 0
  const parts: Node[] = []
  for (let index = 0; index < pieces.length; ) {
    let piece = pieces[index]
    if (piece && 'kind' in piece) {
      parts.push(piece)
      index++
      continue
    }
    const decoder = new Decoder(text)
    const first = index
    for (; piece && !('kind' in piece); piece = pieces[++index]) decode(decoder, text, piece, indentation)
    const whole = first === 0 && index === pieces.length
    parts.push(scalar(decoder, text, whole && form === 'quoted' ? content : (decoder.span ?? [content[0], content[0]]), form))
  }
  return parts.filter(part => part.kind !== 'scalar' || part.value !== '' || parts.length === 1)
}

function scalar(decoder: Decoder, text: string, span: Range, form: 'quoted' | 'heredoc' | 'flush'): Scalar {
  let end = span[1]
  if (form !== 'quoted' && end > span[0] && text[end - 1] === '\n') end -= text[end - 2] === '\r' ? 2 : 1
  return decoder.scalar(span, [span[0], Math.max(end, span[0])])
}

function decode(decoder: Decoder, text: string, { source, value, lineStart }: Run, indentation: number): void {
  if (value !== undefined) {
    decoder.unit(value, ...source)
    return
  }
  const blank = lineStart && /^\s*[\r\n]$/.test(text.slice(...source))
  decoder.verbatim(lineStart && !blank ? source[0] + indentation : source[0], source[1])
}

/** The least white space that begins a line; lines of nothing else do not count, and keep theirs, as Terraform has it. */
function commonIndentation(text: string, pieces: readonly Piece[]): number {
  let least = Infinity
  pieces.forEach((piece, index) => {
    if ('kind' in piece) {
      const before = pieces[index - 1]
      if (!before || (!('kind' in before) && /[\r\n]$/.test(text.slice(...before.source)))) least = 0
    } else if (piece.lineStart) {
      const run = text.slice(...piece.source)
      const content = run.trimStart()
      if (content !== '') least = Math.min(least, run.length - content.length)
      else if (!/[\r\n]$/.test(run)) least = Math.min(least, run.length)
    }
  })
  return Number.isFinite(least) ? least : 0
}
