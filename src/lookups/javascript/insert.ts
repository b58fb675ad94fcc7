import type { TSESTree } from '@typescript-eslint/utils'
import type { Edit } from '../../core/fix.ts'
import { freeName, lineEnd, lineEndAt, lineStartAt, nextLine, preferredQuote } from '../layout.ts'
import { bindsName } from './bindings.ts'
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

/** Where an import goes: below the last of those at the beginning, else below the header of the file. @param first Where the first secret stands. */
function importPlace(program: TSESTree.Program, text: string, first: number): Place {
  const last = leadingImports(program, first).at(-1)
  if (last) return { at: endOfStatement(text, last.range[1]), side: 'after', joins: true }
  const header = headerEnd(program, text)
  if (header > 0) return { at: endOfStatement(text, header), side: 'after', joins: false }
  return { at: 0, side: 'before', joins: false }
}

/** Those that come before other code, calls such as `require('dotenv').config()` aside, and before the first secret. */
function leadingImports(program: TSESTree.Program, first: number): readonly TSESTree.ProgramStatement[] {
  const imports = new Set(importsOf(program).map(({ statement }) => statement))
  const end = program.body.findIndex(statement => statement.range[1] > first || (!imports.has(statement) && statement.type !== 'ExpressionStatement'))
  return (end < 0 ? program.body : program.body.slice(0, end)).filter(statement => imports.has(statement))
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
    if (/^[^\S\r\n]*(?:\r\n|\n)[^\S\r\n]*(?:\r\n|\n)/.test(gap) || /^\W*(?:@ts-|eslint|@fileoverview|copyright|license|spdx)/i.test(comment.value)) end = comment.range[1]
  }
  return end
}

/** What is inserted into. */
interface Target {
  readonly program: TSESTree.Program
  readonly text: string
  readonly style: Style
  /** Where the first secret of the text stands: what is inserted comes before it. */
  readonly first: number
}

/** Collects whole lines to insert and turns them into edits that are equal for equal needs. */
export class Insertions {
  readonly #target: Target
  readonly #edits: Edit[] = []

  constructor(target: Target) {
    this.#target = target
  }

  get edits(): readonly Edit[] {
    return this.#edits
  }

  /** Imports names of a module, in the import that is there or a new one; gives the expressions by which the names are reached. */
  import(module: string, names: readonly string[]): readonly string[] {
    const { program, text } = this.#target
    const known = importedNames(program, module)
    const namespace = known.get('*')
    const missing = names.filter(name => !known.has(name) && namespace === undefined)
    const locals = new Map(missing.map(name => [name, bindsName(program, name) ? freeName(text, `Aws${name.charAt(0).toUpperCase()}${name.slice(1)}`) : name]))
    if (missing.length > 0) this.#addImport(module, locals)
    return names.map(name => known.get(name) ?? locals.get(name) ?? `${namespace}.${name}`)
  }

  #addImport(module: string, locals: ReadonlyMap<string, string>): void {
    const { style: { quote, end, eol, pad, imports }, program, text, first } = this.#target
    const open = this.#openList(module)
    const isRequired = open ? open.statement.type !== 'ImportDeclaration' : imports === 'require'
    const names = [...locals].map(([name, local]) => (name === local ? name : `${name}${isRequired ? ':' : ' as'} ${local}`))
    if (open) {
      this.#edits.push({ range: [open.end, open.end], text: names.map(name => `, ${name}`).join('') })
      return
    }
    const list = `{${pad}${names.join(', ')}${pad}}`
    const line = isRequired ? `const ${list} = require(${quote}${module}${quote})${end}` : `import ${list} from ${quote}${module}${quote}${end}`
    const place = importPlace(program, text, first)
    const lines = place.side === 'before' ? line + eol + eol : (place.joins ? eol : eol + eol) + line
    this.#edits.push({ range: [place.at, place.at], text: lines })
    this.#spaceBelow(place, !place.joins)
  }

  /** The statement that imports from a module in braces, and the end of its last name. */
  #openList(module: string): { readonly statement: TSESTree.ProgramStatement; readonly end: number } | undefined {
    for (const { module: own, statement } of importsOf(this.#target.program)) {
      if (own !== module || (statement.type === 'VariableDeclaration' && statement.range[1] > this.#target.first)) continue
      const declared = statement.type === 'VariableDeclaration' ? statement.declarations[0] : undefined
      const last = statement.type === 'ImportDeclaration'
        ? statement.importKind === 'type' ? undefined : statement.specifiers.findLast(({ type }) => type === 'ImportSpecifier')
        : declared?.id.type === 'ObjectPattern' && declared.init?.type === 'CallExpression' ? declared.id.properties.findLast(({ type }) => type === 'Property') : undefined
      if (last) return { statement, end: last.range[1] }
    }
    return undefined
  }

  /** Adds a paragraph of top-level code below the imports, or below what it needs. */
  paragraph(lines: readonly string[], below: readonly TSESTree.Node[] = []): void {
    const { eol } = this.#target.style
    const place = this.#placeBelow(below)
    const text = this.#closed(lines.join(eol), place)
    this.#edits.push({ range: [place.at, place.at], text: place.side === 'before' ? text + eol + eol : eol + eol + text })
    this.#spaceBelow(place, true)
  }

  /** Adds a line of top-level code to the paragraph of such lines, below what it needs. */
  line(line: string, below: readonly TSESTree.Node[] = []): void {
    const { eol } = this.#target.style
    const { at, side } = this.#placeBelow(below)
    const text = this.#closed(line, { at, side, joins: false })
    const gap: Edit = { range: [at, at], text: eol }
    const own: Edit = { range: [at, at], text: side === 'before' ? text + eol : eol + text }
    this.#edits.push(...(side === 'before' ? [own, gap] : [gap, own]))
    this.#spaceBelow({ at, side, joins: false }, true)
  }

  /** Adds a line before the statement that begins at an offset. */
  at(offset: number, line: string): void {
    const { text, style: { eol } } = this.#target
    this.#edits.push({ range: [offset, offset], text: line + eol + text.slice(lineStartAt(text, offset), offset) })
  }

  #placeBelow(below: readonly TSESTree.Node[]): Place {
    const { program, text, first } = this.#target
    const imports = importPlace(program, text, first)
    const ends = below.map(({ range }) => endOfStatement(text, range[1])).filter(end => end > imports.at || imports.side === 'before')
    return ends.length > 0 ? { at: Math.max(...ends), side: 'after', joins: true } : imports
  }

  /** Without semicolons, code that goes on with a bracket or an operator would join the line before it. */
  #closed(text: string, { at }: Place): string {
    return this.#target.style.end === '' && !text.endsWith('}') && /^\s*[([`+\-/]/.test(withoutComments(this.#target.text.slice(at))) ? `${text};` : text
  }

  #spaceBelow({ at, side }: Place, wanted: boolean): void {
    const { text, style: { eol } } = this.#target
    if (!wanted || side === 'before' || at !== lineEndAt(text, at)) return
    const next = nextLine(text, at)
    const isBlank = /^[^\S\r\n]*(?:[\r\n]|$)/.test(text.slice(next))
    if (!isBlank && !this.#edits.some(({ range }) => range[0] === next)) this.#edits.push({ range: [next, next], text: eol })
  }
}

/** A text without the comments that it begins with. */
function withoutComments(text: string): string {
  return text.replace(/^(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/, '')
}
