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
  /** How the lexer reads it: one of its dialects, data of its own. */
  readonly strings: readonly StringSyntax[]
  /** Whether an unquoted word after `=` or `:` is a value (`NAME=value`, `name: value`), as in dotenv, YAML, shell. */
  readonly bare: boolean
  /** What the file holds for the judgement: program code, settings, markup or plain text. */
  readonly family: 'code' | 'config' | 'markup' | 'text'
}

/** One kind of string literal of a language. */
export interface StringSyntax {
  readonly open: string
  readonly close: string
  /** `none`: raw; `backslash`: C's escapes; `double`: the quote doubled. */
  readonly escapes: 'none' | 'backslash' | 'double'
  readonly multiline?: boolean
  /** Opens an expression within the string: `${`, `#{`, `{` of an f-string, `$` of a shell. */
  readonly interpolation?: readonly string[]
}

/** A syntax that is read into the tree. */
export interface Format {
  readonly id: string
  readonly language: Language
  /** Never throws: what cannot be read is in `errors`. */
  parse(text: string): Parsed
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
