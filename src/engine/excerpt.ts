import type { Document } from '../core/document.ts'
import type { Excerpt } from '../core/finding.ts'
import type { Range } from '../core/text.ts'
import { MASK, type Secret } from '../core/secret.ts'
import { type Piece, maskingOf } from './masking.ts'

/** Characters shown of a line; of a longer one, what stands around the finding. */
const WIDTH = 160

/** The line of a range with every secret masked, and what to underline. Of a range over several lines, its first. `secret`: what stands in the range, where it is one. */
export function excerptOf(document: Document, range: Range, secret?: Secret): Excerpt {
  const { line } = document.lines.position(range[0])
  const whole = document.lines.range(line)
  const cut = narrow(whole, range)
  const pieces = maskingOf(document).pieces(document.text, cut, secret ? [range] : [])
  const before = cut[0] > whole[0] ? '…' : ''
  const after = cut[1] < whole[1] ? '…' : ''
  const start = before.length + shownLength(pieces, range[0], false)
  const end = before.length + shownLength(pieces, Math.min(range[1], cut[1]), true)
  return { line, lines: [before + pieces.map(({ shown }) => shown).join('') + after], underline: [start, Math.max(end, start + 1)] }
}

/** How many characters are shown before an offset of the source; within a mask, up to its begin or its end. */
function shownLength(pieces: readonly Piece[], offset: number, closing: boolean): number {
  let length = 0
  for (const { source, shown } of pieces) {
    if (offset > source[1] || (offset === source[1] && !closing)) {
      length += shown.length
      continue
    }
    const verbatim = shown.length === source[1] - source[0] && shown !== MASK
    return length + (verbatim ? Math.max(0, offset - source[0]) : closing && offset > source[0] ? shown.length : 0)
  }
  return length
}

function narrow(line: Range, shown: Range): Range {
  if (line[1] - line[0] <= WIDTH) return line
  const start = Math.max(line[0], Math.min(shown[0] - WIDTH / 4, line[1] - WIDTH))
  return [start, Math.min(line[1], Math.max(start + WIDTH, Math.min(shown[1], start + 2 * WIDTH)))]
}
