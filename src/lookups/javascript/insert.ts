import type { TSESTree } from '@typescript-eslint/utils'
import type { Edit } from '../../core/fix.ts'
import { lineEnd, lineEndAt, nextLine, preferredQuote } from '../layout.ts'
import { importedNames, importsOf } from './syntax.ts'

/** How a program is written. */
export interface Style {
  readonly quote: '"' | "'"
  /** `;` or nothing. */
  readonly end: string
  readonly eol: string
  /** What stands within the braces of an import: a space or nothing. */
  readonly pad: string
  readonly imports: 'import' | 'require'
}

/** Reads the style off the program; `esm` decides where the program imports nothing. */
export function styleOf(program: TSESTree.Program, text: string, esm: boolean): Style {
  const imports = importsOf(program).map(({ statement }) => statement)
  const ends = program.body.filter(({ type }) => /^(?:Import|Variable|Expression|Return|ExportAll)/.test(type)).map(({ range }) => text.charAt(range[1] - 1) === ';')
  return {
    quote: preferredQuote(imports.length > 0 ? imports.map(({ range }) => text.slice(...range)).join('') : text, "'"),
    end: ends.length === 0 ? (/;\s*$/m.test(text) ? ';' : '') : ends.filter(Boolean).length * 2 >= ends.length ? ';' : '',
    eol: lineEnd(text),
    pad: imports.some(({ range }) => /\{\S/.test(text.slice(...range))) ? '' : ' ',
    imports: program.body.some(({ type }) => type === 'ImportDeclaration' || type.startsWith('Export')) || (esm && imports.length === 0) ? 'import' : 'require',
  }
}

/** A place for whole lines. `after`: an end of a line, `before`: a start of one. */
interface Place {
  readonly at: number
  readonly side: 'after' | 'before'
  /** Whether the line before it is of the same kind, so that no blank line goes between. */
  readonly joins: boolean
}

/** Where an import goes: below the last one, else below the header of the file. */
function importPlace(program: TSESTree.Program, text: string): Place {
  const last = leadingImports(program).at(-1)
  if (last) return { at: endOfStatement(text, last.range[1]), side: 'after', joins: true }
  const header = headerEnd(program, text)
  if (header > 0) return { at: endOfStatement(text, header), side: 'after', joins: false }
  return { at: 0, side: 'before', joins: false }
}

/** Import declarations wherever they stand, since they are hoisted, and those `require` calls that come before other code. */
function leadingImports(program: TSESTree.Program): TSESTree.ProgramStatement[] {
  const imports = new Set(importsOf(program).map(({ statement }) => statement))
  const end = program.body.findIndex(statement => !imports.has(statement) && !(statement.type === 'ExpressionStatement'))
  const leading = end < 0 ? program.body : program.body.slice(0, end)
  return program.body.filter(statement => statement.type === 'ImportDeclaration' || (imports.has(statement) && leading.includes(statement)))
}

function endOfStatement(text: string, end: number): number {
  const line = lineEndAt(text, end)
  return /^\s*(?:\/\/.*)?$/.test(text.slice(end, line)) ? line : end
}

/** The end of what must stay on top: the `#!` line, a licence, directives. */
function headerEnd(program: TSESTree.Program, text: string): number {
  const directives = program.body.filter(statement => statement.type === 'ExpressionStatement' && statement.directive !== undefined)
  const directive = directives.at(-1)
  if (directive) return directive.range[1]
  let end = text.startsWith('#!') ? lineEndAt(text, 0) : 0
  const code = program.body[0]?.range[0] ?? text.length
  for (const comment of program.comments ?? []) {
    if (comment.range[1] > code || text.slice(end, comment.range[0]).trim() !== '') break
    const gap = text.slice(comment.range[1], code)
    if (/^[^\S\r\n]*(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)/.test(gap) || /^\W*(?:@ts-|eslint|@fileoverview|copyright|license|spdx)/i.test(comment.value)) end = comment.range[1]
  }
  return end
}

/** Collects whole lines to insert and turns them into edits that are equal for equal needs. */
export class Insertions {
  readonly #program: TSESTree.Program
  readonly #text: string
  readonly #style: Style
  readonly #edits: Edit[] = []

  constructor(program: TSESTree.Program, text: string, style: Style) {
    this.#program = program
    this.#text = text
    this.#style = style
  }

  get edits(): readonly Edit[] {
    return this.#edits
  }

  /** Imports names of a module, in the import that is there or a new one; gives the expressions by which the names are reached. */
  import(module: string, names: readonly string[]): readonly string[] {
    const known = importedNames(this.#program, module)
    const namespace = known.get('*')
    const missing = names.filter(name => !known.has(name) && namespace === undefined)
    if (missing.length > 0) this.#addImport(module, missing)
    return names.map(name => known.get(name) ?? (namespace === undefined ? name : `${namespace}.${name}`))
  }

  #addImport(module: string, names: readonly string[]): void {
    const { quote, end, eol, pad, imports } = this.#style
    const open = this.#openList(module)
    if (open !== undefined) {
      this.#edits.push({ range: [open, open], text: names.map(name => `, ${name}`).join('') })
      return
    }
    const list = `{${pad}${names.join(', ')}${pad}}`
    const text = imports === 'import' ? `import ${list} from ${quote}${module}${quote}${end}` : `const ${list} = require(${quote}${module}${quote})${end}`
    const place = importPlace(this.#program, this.#text)
    const lines = place.side === 'before' ? text + eol + eol : (place.joins ? eol : eol + eol) + text
    this.#edits.push({ range: [place.at, place.at], text: lines })
    this.#spaceBelow(place, !place.joins)
  }

  /** The end of the last name that is imported from a module in braces. */
  #openList(module: string): number | undefined {
    for (const { module: own, statement } of importsOf(this.#program)) {
      if (own !== module) continue
      if (statement.type === 'ImportDeclaration' && statement.importKind !== 'type') return statement.specifiers.findLast(({ type }) => type === 'ImportSpecifier')?.range[1]
      const id = statement.type === 'VariableDeclaration' ? statement.declarations[0].id : undefined
      if (id?.type === 'ObjectPattern') return id.properties.at(-1)?.range[1]
    }
    return undefined
  }

  /** Adds a paragraph of top-level code below the imports, or below what it needs. */
  paragraph(lines: readonly string[], below: readonly TSESTree.Node[] = []): void {
    const { eol } = this.#style
    const imports = importPlace(this.#program, this.#text)
    const ends = below.map(({ range }) => endOfStatement(this.#text, range[1])).filter(end => end > imports.at || imports.side === 'before')
    const place: Place = ends.length > 0 ? { at: Math.max(...ends), side: 'after', joins: true } : imports
    const text = lines.join(eol)
    this.#edits.push({ range: [place.at, place.at], text: place.side === 'before' ? text + eol + eol : eol + eol + text })
    this.#spaceBelow(place, true)
  }

  /** The offset from which paragraphs have run. */
  static offset(program: TSESTree.Program, text: string): number {
    return importPlace(program, text).at
  }

  #spaceBelow({ at, side }: Place, wanted: boolean): void {
    if (!wanted || side === 'before' || at !== lineEndAt(this.#text, at)) return
    const next = nextLine(this.#text, at)
    const isBlank = /^[^\S\r\n]*(?:[\r\n]|$)/.test(this.#text.slice(next))
    if (!isBlank && !this.#edits.some(({ range }) => range[0] === next)) this.#edits.push({ range: [next, next], text: this.#style.eol })
  }
}
