import type { Program } from './program.ts'
import type { Range } from './text.ts'
import type { Node, Scalar } from './tree.ts'
import { Lines } from './text.ts'
import { rebase } from './embed.ts'

/** A row of the lexer's table: how comments and strings are written in a language. */
export interface Language {
  readonly id: string
  /** Names (`Dockerfile`), endings (`*.ts`) and beginnings (`.env*`), in lower case; first match wins. */
  readonly files: readonly string[]
  /** Programs named in a `#!` line. */
  readonly interpreters?: readonly string[]
  readonly comments: {
    readonly line: readonly string[]
    readonly block: readonly (readonly [open: string, close: string])[]
  }
  readonly strings: readonly StringSyntax[]
  /** Which of the lexer's readers takes it; absent: the one for program code. */
  readonly reader?: 'dotenv' | 'properties' | 'ini' | 'yaml' | 'shell' | 'docker' | 'make' | 'markup' | 'table' | 'markdown' | 'text'
  /** What else is particular about its syntax. */
  readonly traits?: readonly Trait[]
  /** How it announces here-documents. */
  readonly heredoc?: 'shell' | 'hcl' | 'ruby' | 'php' | 'perl'
  /**
   * Of a table without a heading: what stands in each column. Separated by a space: words, each of which names the next one; by a tab: by any blanks; by `@`: the user and
   * the password of a URL in each line.
   */
  readonly columns?: { readonly separator: string; readonly names: readonly string[] }
  /** The operator that joins strings. */
  readonly joins?: '+' | '.' | '..' | '&' | '<>'
  /** Whether an unquoted word after `=` or `:` is a value (`NAME=value`, `name: value`), as in dotenv, YAML, shell. */
  readonly bare: boolean
  /** What the file holds for the judgement: program code, settings, markup or plain text. */
  readonly family: 'code' | 'config' | 'markup' | 'text'
}

/** One kind of string literal of a language. */
export interface StringSyntax {
  readonly open: string
  readonly close: string
  /** `none`: as written; `raw`: as written, but a quote behind a backslash does not close; `backslash`: C's; `double`: the quote doubled; `quote`: backslash before quote and backslash; `shell`: before `$` and backtick too; `backtick`: PowerShell's; `trimming`: C's, and a line end behind a backslash takes the spaces behind it along. */
  readonly escapes: 'none' | 'raw' | 'backslash' | 'double' | 'quote' | 'shell' | 'backtick' | 'trimming'
  readonly multiline?: boolean
  /** Opens an expression within the string: `${`, `#{`, `{` of an f-string, `$` of a shell. */
  readonly interpolation?: readonly string[]
  /** What the close repeats of the open: `r##"…"##`, `R"x(…)x"`, `[==[…]==]`. Between `open` and `then` stand a run of `of`, or a word. */
  readonly fence?: { readonly of: '#' | '=' | '"' | 'word'; readonly then: string; readonly end: string }
  /** What of its layout is not part of the value: the line end behind the open; with it the indentation that all lines share, or that the close has. */
  readonly layout?: 'opening' | 'common' | 'closing'
  /** One character, not a string. */
  readonly character?: boolean
}

/**
 * `nested` block comments nest · `regex` has `/…/` · `line-end` ends a statement · `blocks` `name "label" {` is a section · `sections` `[name]` is one ·
 * `symbols` `:name` · `member-arrow` `a->b` is a member · `elvis` `a ?: b` · `colon-types` `x: T = …` · `types-after` `x T = …` · `markup` holds JSX ·
 * `commands` `name "…"` is a call · `annotations` `x: T`, where no `{` is open · `adjacent` strings side by side are one · `dashes` are part of words · `equal-keys` `"key" = …` · `arrow-pairs` `"key" => …` ·
 * `sql` `PASSWORD '…'` · `define` `#define NAME "…"` · `options` `-Name "…"` · `loose` text: a bracket that its line leaves open with something behind it is none · `data` is more often data than settings ·
 * `tuples` `a, b = x, y` · `atoms` `{name, "…"}` and `{:name "…"}` are pairs · `listed-pairs` `{ "name", "…" }` is one.
 */
export type Trait =
  | 'nested' | 'regex' | 'line-end' | 'blocks' | 'sections' | 'symbols' | 'member-arrow' | 'elvis' | 'colon-types' | 'types-after' | 'markup'
  | 'commands' | 'annotations' | 'adjacent' | 'dashes' | 'equal-keys' | 'arrow-pairs' | 'sql' | 'define' | 'options' | 'loose' | 'data' | 'tuples' | 'atoms' | 'listed-pairs'

/** A syntax that is read into the tree. */
export interface Format {
  readonly id: string
  readonly language: Language
  /** Never throws: what cannot be read is in `errors`. */
  parse(text: string): Parsed
  /** What a program does; absent where no reader knows the language, undefined where it does not parse. */
  readProgram?(document: Document): Program | undefined
}

export interface Parsed {
  /** Several where the syntax allows it (YAML); none where the file could not be read at all, or where its syntax has no tree. */
  readonly documents: readonly Node[]
  readonly comments: readonly Comment[]
  readonly errors: readonly ParseError[]
}

/** A comment with its delimiters. */
export interface Comment {
  readonly range: Range
}

export interface ParseError {
  readonly offset: number
  /** A sentence about the syntax; never any text of the file. */
  readonly message: string
  /** Whether the file is no broken one but the template of another. */
  readonly isTemplate?: boolean
}

/** One file as the rules see it. */
export class Document {
  readonly path: string
  /** Without a byte order mark. */
  readonly text: string
  readonly format: Format
  readonly #formats: (id: string) => Format | undefined
  #parsed: Parsed | undefined
  #lines: Lines | undefined
  #program: { readonly read: Program | undefined } | undefined

  /**
   * @param path Relative to the root of the scan, with `/`.
   * @param formats Finds the format of what is embedded.
   */
  constructor(path: string, text: string, format: Format, formats: (id: string) => Format | undefined) {
    this.path = path
    this.text = text
    this.format = format
    this.#formats = formats
  }

  /** Read on first use. */
  get parsed(): Parsed {
    return (this.#parsed ??= this.format.parse(this.text))
  }

  /** What it does, if it is a program that can be read. Read on first use, apart from the tree: it costs a parser. */
  get program(): Program | undefined {
    return (this.#program ??= { read: this.format.readProgram?.(this) }).read
  }

  get lines(): Lines {
    return (this.#lines ??= new Lines(this.text))
  }

  /** What a scalar holds, read in another format (JSON in a heredoc), with ranges in this document's text. */
  embedded(scalar: Scalar, format: string): Parsed {
    const reader = this.#formats(format)
    if (!reader || typeof scalar.value !== 'string') return { documents: [], comments: [], errors: [] }
    return rebase(reader.parse(scalar.value), scalar)
  }
}
