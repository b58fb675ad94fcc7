import type { AST, SourceCode } from 'eslint'
import type { Document } from '../core/document.ts'
import type { Range } from '../core/text.ts'
import { Lines } from '../core/text.ts'
import { gatePath, gateText, wantedOf } from '../detection/gate.ts'
import { openDocument } from '../formats/index.ts'
import { languageOf } from '../lexer/languages.ts'

const documents = new WeakMap<SourceCode, Document | 'nothing'>()

/** The file as our rules see it, one for all rules of a run; undefined where the prefilter finds nothing worth reading, as in most files. */
export function documentOf(sourceCode: SourceCode, filename: string): Document | undefined {
  let document = documents.get(sourceCode)
  if (!document) {
    const path = filename.replaceAll('\\', '/')
    const language = languageOf(path)
    const worth = ((gateText(sourceCode.text, !language.bare) | gatePath(path)) & wantedOf(language)) !== 0
    documents.set(sourceCode, (document = worth ? openDocument(path, sourceCode.text) : 'nothing'))
  }
  return document === 'nothing' ? undefined : document
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
