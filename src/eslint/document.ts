import type { AST, SourceCode } from 'eslint'
import type { Document } from '../core/document.ts'
import type { Range } from '../core/text.ts'
import { Lines } from '../core/text.ts'
import { openDocument } from '../formats/index.ts'

const documents = new WeakMap<SourceCode, Document>()

/** The file as our rules see it; one for all rules of a run. */
export function documentOf(sourceCode: SourceCode, filename: string): Document {
  const known = documents.get(sourceCode)
  if (known) return known
  const document = openDocument(filename.replaceAll('\\', '/'), sourceCode.text)
  documents.set(sourceCode, document)
  return document
}

/** A range as the file's language counts lines and columns: from 0 or from 1, as each says for itself. */
export function locate(sourceCode: SourceCode, range: Range): AST.SourceLocation {
  if (typeof sourceCode.getLocFromIndex === 'function') {
    return { start: sourceCode.getLocFromIndex(range[0]), end: sourceCode.getLocFromIndex(range[1]) }
  }
  const origin = rootOf(sourceCode)
  const lines = new Lines(sourceCode.text)
  const place = (offset: number): AST.SourceLocation['start'] => {
    const { line, column } = lines.position(offset)
    return { line: line - 1 + origin.line, column: column - 1 + origin.column }
  }
  return { start: place(range[0]), end: place(range[1]) }
}

/** Where a language that has no `getLocFromIndex` says that its root begins: at offset 0. */
function rootOf(sourceCode: SourceCode): AST.SourceLocation['start'] {
  const { getLoc } = sourceCode as unknown as { getLoc?: (node: unknown) => AST.SourceLocation }
  return getLoc?.call(sourceCode, sourceCode.ast).start ?? { line: 1, column: 0 }
}
