import type { Document } from '../../core/document.ts'
import type { Edit } from '../../core/fix.ts'
import type { ProgramCall } from '../../core/program.ts'
import { indentAt, lineEnd, lineStart, startsLine } from '../text.ts'

/** Edits that take a call out that is a statement with lines of its own; undefined where it is not, or where another statement would take its place. */
export function removeStatement(document: Document, { range, statement }: ProgramCall): readonly Edit[] | undefined {
  const { text } = document
  const start = statement[0]
  const end = lineEnd(text, statement)
  if (!/^(?:await\s+)?$/.test(text.slice(start, range[0])) || !startsLine(text, start) || !/^(?:;\s*)?(?:(?:\/\/|#).*)?$/.test(text.slice(range[1], end).trim())) return undefined
  const indent = indentAt(text, start).length
  const before = text.slice(0, lineStart(text, start)).trimEnd()
  const behind = /^[ \t]*(?=\S)/m.exec(text.slice(end))?.[0].length ?? 0
  if (document.format.id === 'python') {
    if (before.endsWith(':') && behind < indent) return [{ range: statement, text: 'pass' }]
  } else if (!/[{};]$/.test(before) && before !== '' && indentAt(text, before.length).length < indent) return undefined
  return [{ range: [lineStart(text, start), text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length)], text: '' }]
}
