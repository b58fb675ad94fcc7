import type { Credential } from '../core/credential.ts'
import type { Document } from '../core/document.ts'
import type { Excerpt } from '../core/finding.ts'
import type { Range } from '../core/text.ts'
import { MASK } from '../core/secret.ts'

/** Characters shown of a line; of a longer one, what stands around the finding. */
const WIDTH = 160

/** A value of fewer characters stands in many a word by chance. */
const SHORTEST = 4

/** A run of the shown line and what is shown of it. */
interface Piece {
  readonly source: Range
  readonly shown: string
}

/** The line of a range with every secret masked, and what to underline. Of a range over several lines, its first. */
export function excerptOf(document: Document, range: Range, credentials: readonly Pick<Credential, 'range'>[]): Excerpt {
  const { line } = document.lines.position(range[0])
  const whole = document.lines.range(line)
  const cut = narrow(whole, range)
  const pieces = maskedPieces(document.text, cut, placesOf(document.text, cut, credentials))
  const before = cut[0] > whole[0] ? '…' : ''
  const after = cut[1] < whole[1] ? '…' : ''
  const start = before.length + shownLength(pieces, range[0], false)
  const end = before.length + shownLength(pieces, Math.min(range[1], cut[1]), true)
  return { line, lines: [before + pieces.map(({ shown }) => shown).join('') + after], underline: [start, Math.max(end, start + 1)] }
}

/** Where secrets stand in a stretch of the text, in order: those that were found, and the same values where nothing gives them away, such as in a comment. */
function placesOf(text: string, [start, end]: Range, credentials: readonly Pick<Credential, 'range'>[]): readonly Range[] {
  const places = credentials.flatMap(({ range }) => {
    const value = text.slice(...range)
    const found: Range[] = range[0] < end && start < range[1] ? [range] : []
    if (value.length < SHORTEST) return found
    const from = Math.max(0, start - value.length)
    const near = text.slice(from, end + value.length)
    for (let at = near.indexOf(value); at >= 0; at = near.indexOf(value, at + 1)) found.push([from + at, from + at + value.length])
    return found
  })
  return places.sort((one, other) => one[0] - other[0])
}

function maskedPieces(text: string, cut: Range, secrets: readonly Range[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = cut[0]
  for (const secret of secrets) {
    const start = Math.max(secret[0], at)
    const end = Math.min(secret[1], cut[1])
    if (start >= end) continue
    pieces.push({ source: [at, start], shown: text.slice(at, start) }, { source: [start, end], shown: MASK })
    at = end
  }
  return [...pieces, { source: [at, cut[1]], shown: text.slice(at, cut[1]) }]
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
