import type { StringSyntax } from '../core/document.ts'
import type { Range } from '../core/text.ts'
import type { Mark } from './escapes.ts'

/**
 * What of a string's layout is not part of its value: the line end behind the open, indentation, and the line of the close.
 * @param kept Expressions within it, in order: their lines stay as they are.
 */
export function layoutMarks(text: string, [start, end]: Range, layout: StringSyntax['layout'], kept: readonly Mark[]): Mark[] {
  const first = lineBreak(text, start, end)
  if (!layout || first === start) return [...kept]
  const marks: Mark[] = [{ range: [start, first], kept: false }]
  if (layout === 'opening') return [...marks, ...kept]
  const lines = linesOf(text, [first, end])
  const last = lines.at(-1)
  const closing = last && isBlank(text, last)
  const indentation = layout === 'closing' && last ? indentOf(text, last) : commonIndent(text, lines)
  for (const [index, line] of lines.entries()) {
    if (closing && index === lines.length - 1) {
      const before = lines[index - 1]
      const from = layout === 'closing' && before ? before[1] : line[0]
      if (from < end) marks.push({ range: [from, end], kept: false })
    } else {
      const to = Math.min(line[0] + indentation, line[0] + indentOf(text, line))
      if (to > line[0]) marks.push({ range: [line[0], to], kept: false })
    }
  }
  return merged(marks, kept)
}

/** Both in order; indentation within an expression is the expression's. */
export function merged(dropped: readonly Mark[], kept: readonly Mark[]): Mark[] {
  if (kept.length === 0) return [...dropped]
  const all: Mark[] = []
  for (const mark of [...dropped, ...kept].sort((one, other) => one.range[0] - other.range[0])) {
    if (mark.range[0] >= (all.at(-1)?.range[1] ?? 0)) all.push(mark)
  }
  return all
}

/** The indentation that all lines share which aren't blank; the last line counts even so. */
function commonIndent(text: string, lines: readonly Range[]): number {
  let least = Infinity
  for (const [index, line] of lines.entries()) if (index === lines.length - 1 || !isBlank(text, line)) least = Math.min(least, indentOf(text, line))
  return least === Infinity ? 0 : least
}

/** Without their line ends. */
export function linesOf(text: string, [start, end]: Range): Range[] {
  const lines: Range[] = []
  let from = start
  for (let at = start; at < end; at++) {
    const next = lineBreak(text, at, end)
    if (next === at) continue
    lines.push([from, at])
    from = next
    at = next - 1
  }
  lines.push([from, end])
  return lines
}

/** Behind the line end that stands here, or here. */
function lineBreak(text: string, at: number, end: number): number {
  const code = at < end ? text.charCodeAt(at) : 0
  if (code === 13) return text.charCodeAt(at + 1) === 10 && at + 1 < end ? at + 2 : at + 1
  return code === 10 ? at + 1 : at
}

export function indentOf(text: string, [start, end]: Range): number {
  let at = start
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++
  return at - start
}

function isBlank(text: string, line: Range): boolean {
  return indentOf(text, line) === line[1] - line[0]
}
