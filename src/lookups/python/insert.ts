import type { Edit } from '../../core/fix.ts'
import type { ProjectFacts } from '../../core/rule.ts'
import { freeName, lineEnd, lineEndAt, nextLine } from '../layout.ts'
import { bindsName } from './bindings.ts'
import { importsOf, type ImportLine, type Module, type Statement } from './syntax.ts'

/** Those of the standard library that stand beside secrets most often: enough to tell which group of imports is which. */
const STANDARD = new Set((
  'abc argparse ast asyncio base64 collections concurrent configparser contextlib copy csv dataclasses datetime decimal email enum functools getpass glob hashlib hmac html http ' +
  'importlib inspect io itertools json logging math multiprocessing operator os pathlib pickle platform pprint queue random re secrets shutil signal smtplib socket sqlite3 ssl ' +
  'string struct subprocess sys tempfile textwrap threading time traceback types typing unittest urllib uuid warnings weakref xml zipfile zoneinfo'
).split(' '))

const ORDER = ['future', 'standard', 'installed', 'local'] as const
type Kind = (typeof ORDER)[number]
const DEFINITION = ORDER.length * 2

interface Group {
  readonly kind: Kind
  readonly lines: readonly ImportLine[]
}

/** Collects imports and definitions to insert and turns them into edits that are equal for equal needs. */
export class Insertions {
  readonly #text: string
  readonly #module: Module
  readonly #imports: readonly ImportLine[]
  readonly #groups: readonly Group[]
  readonly #eol: string
  readonly #inserted: { readonly edit: Edit; readonly rank: number }[] = []

  /** @param first Where the first secret stands: what is inserted comes before it. */
  constructor(text: string, module: Module, project: ProjectFacts, first: number) {
    this.#text = text
    this.#module = module
    this.#eol = lineEnd(text)
    this.#imports = importsOf(text, module)
    this.#groups = groupsOf(text, leading(text, module, this.#imports, first), project)
  }

  /** In the order of the file: what comes at one place comes as in a file, by name and the standard library first. */
  get edits(): readonly Edit[] {
    const [first] = this.#inserted
    if (first && this.#groups.length === 0 && !this.#inserted.some(({ rank }) => rank === DEFINITION)) this.#insert(first.edit.range[0], this.#eol + this.#eol, DEFINITION)
    return this.#inserted.toSorted((one, other) => one.rank - other.rank || (one.edit.text < other.edit.text ? -1 : 1)).map(({ edit }) => edit)
  }

  /** Imports a module and gives the name it has in this file: another than its own where the file means something else by that. */
  import(name: string): string {
    for (const { plain, names } of this.#imports) {
      const known = plain ? names.get(name) : undefined
      if (known !== undefined && !this.#isTaken(known, name)) return known
    }
    const local = this.#isTaken(name, name) ? freeName(this.#text, `${name}_module`) : name
    this.#insertImport(name, true, local === name ? `import ${name}` : `import ${name} as ${local}`)
    return local
  }

  /** Imports a name from a module and gives the name it has in this file. */
  importFrom(module: string, name: string): string {
    for (const { plain, module: own, names } of this.#imports) {
      const known = !plain && own === module ? names.get(name) : undefined
      if (known !== undefined && !this.#isTaken(known, name)) return known
    }
    const local = this.#isTaken(name, name) ? freeName(this.#text, `${module.split('.').at(-1)}_${name}`) : name
    this.#insertImport(module, false, `from ${module} import ${name}${local === name ? '' : ` as ${local}`}`)
    return local
  }

  #isTaken(local: string, imported: string): boolean {
    return bindsName(this.#text, this.#module, local, imported)
  }

  #insertImport(module: string, plain: boolean, statement: string): void {
    const kind: Kind = STANDARD.has(module.split('.')[0] ?? '') ? 'standard' : 'installed'
    const rank = ORDER.indexOf(kind) * 2
    const group = this.#groups.find(one => one.kind === kind)
    const earlier = this.#groups.findLast(one => ORDER.indexOf(one.kind) < ORDER.indexOf(kind))
    const later = this.#groups.find(one => ORDER.indexOf(one.kind) > ORDER.indexOf(kind))
    if (group) {
      const next = group.lines.find(line => sortKey(line.module, line.plain) > sortKey(module, plain))
      if (next) this.#insert(next.statement.range[0], statement + this.#eol, rank)
      else this.#insert(this.#endOf(group), this.#eol + statement, rank)
    } else if (earlier) {
      // What is installed comes by one import at most; those of the standard library share the line before them.
      if (kind === 'standard') this.#insert(this.#endOf(earlier), this.#eol, rank - 1)
      this.#insert(this.#endOf(earlier), (kind === 'standard' ? '' : this.#eol) + this.#eol + statement, rank)
    } else {
      const at = later?.lines[0]?.statement.range[0] ?? headerEnd(this.#text, this.#module)
      this.#insert(at, statement + this.#eol + (later && kind !== 'standard' ? this.#eol : ''), rank)
      if (kind === 'standard') this.#insert(at, this.#eol, rank + 1)
    }
  }

  /** Adds code below the imports, or below a statement, with blank lines around it. */
  define(lines: readonly string[], { apart, below }: { readonly apart: 1 | 2; readonly below?: Statement }): void {
    const eol = this.#eol
    const gap = eol.repeat(apart)
    const last = this.#groups.at(-1)
    const text = lines.join(eol)
    if (!last && !below) {
      this.#insert(headerEnd(this.#text, this.#module), gap + text + eol + gap, DEFINITION)
      return
    }
    const at = lineEndAt(this.#text, below ? below.range[1] : last ? this.#endOf(last) : 0)
    this.#insert(at, eol + gap + text, DEFINITION)
    const next = nextLine(this.#text, at)
    const blank = /^(?:[^\S\r\n]*(?:\r\n|\n|\r))*/.exec(this.#text.slice(next))?.[0].match(/\r\n|\n|\r/g)?.length ?? 0
    if (blank < apart && this.#text.slice(next).trim() !== '') this.#insert(next, eol.repeat(apart - blank), 0)
  }

  /** Adds a line before a statement; a definition is set off. */
  at({ range: [start], indent }: Statement, line: string): void {
    const isDefinition = /^(?:@|(?:async\s+def|class|def)\b)/.test(this.#text.slice(start, start + 50))
    this.#insert(start, line + this.#eol + indent, DEFINITION + 1)
    if (isDefinition) this.#insert(start, this.#eol.repeat(indent === '' ? 2 : 1) + indent, DEFINITION + 2)
  }

  #endOf({ lines }: Group): number {
    return lineEndAt(this.#text, lines.at(-1)?.statement.range[1] ?? 0)
  }

  #insert(at: number, text: string, rank: number): void {
    if (!this.#inserted.some(({ edit }) => edit.range[0] === at && edit.text === text)) this.#inserted.push({ edit: { range: [at, at], text }, rank })
  }
}

/** As isort has it: `import x` before `from x import y`, then by name. */
function sortKey(module: string, plain: boolean): string {
  return `${plain ? 0 : 1}${module.toLowerCase()}`
}

/** The imports before the first other statement at the top level, a docstring aside, and before an offset. */
function leading(text: string, { statements, strings }: Module, imports: readonly ImportLine[], offset: number): readonly ImportLine[] {
  const own = new Set(imports.flatMap(({ statement }) => (text.slice(...statement.range).includes(';') ? [] : [statement])))
  const isText = ({ range: [start, end] }: Statement): boolean => strings.some(({ range }) => range[0] === start && range[1] === end)
  const end = statements.find(statement => statement.indent === '' && !own.has(statement) && !isText(statement))?.range[0] ?? Infinity
  return imports.filter(({ statement }) => statement.range[0] < Math.min(end, offset))
}

function groupsOf(text: string, lines: readonly ImportLine[], { dependencies }: ProjectFacts): readonly Group[] {
  const groups: { kind: Kind; lines: ImportLine[] }[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    const before = last?.lines.at(-1)
    const kind = kindOf(line.module, dependencies)
    const apart = before && /(?:\r\n|\n)[^\S\r\n]*(?:\r\n|\n)/.test(text.slice(before.statement.range[1], line.statement.range[0]))
    if (!last || apart || last.kind === 'future' || kind === 'future') groups.push({ kind, lines: [line] })
    else last.lines.push(line)
  }
  return groups
}

function kindOf(module: string, dependencies: ReadonlySet<string>): Kind {
  const top = module.split('.')[0] ?? ''
  if (top === '__future__') return 'future'
  if (top === '') return 'local'
  if (STANDARD.has(top)) return 'standard'
  const name = top.replaceAll('_', '-')
  const isInstalled = dependencies.size === 0 || dependencies.has(top) || [...dependencies].some(one => one === name || one.startsWith(`${name}-`))
  return isInstalled || top === 'boto3' || top === 'botocore' ? 'installed' : 'local'
}

/** Where the code begins, below the `#!` line, the comments on top and the docstring. */
function headerEnd(text: string, { statements, strings }: Module): number {
  const [first] = statements
  const isDocstring = first !== undefined && strings.some(({ range }) => range[0] === first.range[0] && range[1] === first.range[1])
  const code = isDocstring ? statements[1] : first
  if (!code) return text.length
  const from = isDocstring ? lineEndAt(text, first.range[1]) : 0
  const gap = text.slice(from, code.range[0])
  // A comment that touches the code belongs to it; one that is set off is the file's.
  const setOff = /^[\s\S]*(?:\r\n|\n)[^\S\r\n]*(?:\r\n|\n)/.exec(gap)?.[0].length
  if (isDocstring) return from + (setOff ?? nextLine(text, from) - from)
  return from + (setOff ?? /^(?:#(?:!|[^\r\n]*coding)[^\r\n]*(?:\r\n|\n|\r))*/.exec(gap)?.[0].length ?? 0)
}
