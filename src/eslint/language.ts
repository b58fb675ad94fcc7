import type { Language, LanguageOptions, OkParseResult, File as LanguageFile } from '@eslint/core'
import { ConfigCommentParser, Directive, TextSourceCodeBase, VisitNodeStep } from '@eslint/plugin-kit'
import { openDocument } from '../formats/index.ts'
import { commentsOf } from '../lexer/literals.ts'

/** The whole file as one node: rules of ours read the text. */
interface Root {
  readonly type: 'File'
  readonly range: [number, number]
  readonly loc: Location
}

interface Comment {
  readonly value: string
  readonly range: [number, number]
  readonly loc: Location
}

interface Location {
  readonly start: { line: number; column: number }
  readonly end: { line: number; column: number }
}

const directiveParser = new ConfigCommentParser()

/** Source code of a file that has no syntax tree in ESLint. What rules made for JavaScript ask of it has harmless answers. */
export class TextSourceCode extends TextSourceCodeBase<{
  LangOptions: LanguageOptions
  RootNode: Root
  SyntaxElementWithLoc: Root | Comment
  ConfigNode: Comment
}> {
  readonly #filename: string
  #comments: readonly Comment[] | undefined
  // ESLint's own fields of a JavaScript file, which rules for other languages read without asking.
  readonly visitorKeys = { File: [] }
  readonly parserServices = {}
  readonly scopeManager = null

  constructor(filename: string, text: string, ast: Root) {
    super({ text, ast })
    this.#filename = filename
  }

  /** Read on first use: most files have no directive, and their words say so. */
  get comments(): readonly Comment[] {
    return (this.#comments ??= commentsOf(openDocument(this.#filename.replaceAll('\\', '/'), this.text)).map(({ range }) => ({
      value: commentText(this.text.slice(...range)),
      range: [...range],
      loc: { start: this.getLocFromIndex(range[0]), end: this.getLocFromIndex(range[1]) },
    })))
  }

  override traverse(): Iterable<VisitNodeStep> {
    return [
      new VisitNodeStep({ target: this.ast, phase: 1, args: [this.ast, null] }),
      new VisitNodeStep({ target: this.ast, phase: 2, args: [this.ast, null] }),
    ]
  }

  override getParent(): undefined {
    return undefined
  }

  getAllComments(): readonly Comment[] {
    return this.comments
  }

  getInlineConfigNodes(): Comment[] {
    if (!this.text.includes('eslint-')) return []
    return this.comments.filter(({ value }) => /^\s*eslint-(?:disable|enable)/.test(value))
  }

  /** `eslint-disable-next-line`, `-line`, `eslint-disable` and `eslint-enable` in the file's own comments. */
  getDisableDirectives(): { directives: Directive[]; problems: never[] } {
    const directives = this.getInlineConfigNodes().flatMap(comment => {
      const parsed = directiveParser.parseDirective(comment.value)
      const type = parsed && KINDS[parsed.label]
      return parsed && type ? [new Directive({ type, node: comment, value: parsed.value, justification: parsed.justification })] : []
    })
    return { directives, problems: [] }
  }

  getTokenBefore(): null {
    return null
  }

  getTokenAfter(): null {
    return null
  }
}

const KINDS: Readonly<Record<string, 'disable' | 'enable' | 'disable-line' | 'disable-next-line'>> = {
  'eslint-disable': 'disable',
  'eslint-enable': 'enable',
  'eslint-disable-line': 'disable-line',
  'eslint-disable-next-line': 'disable-next-line',
}

/** A comment without its delimiters, of whatever language. */
function commentText(comment: string): string {
  return comment.replace(/^(?:\/[/*]+|#+|-{2,}\[*|<!-{2,}|;+|%+|!)/, '').replace(/(?:\*+\/|-{2,}>)$/, '').trim()
}

/** Reads any text file, so that our rules see `.env`, Terraform, Python and the rest in the editor. */
export const textLanguage: Language = {
  fileType: 'text',
  lineStart: 1,
  columnStart: 0,
  nodeTypeKey: 'type',
  visitorKeys: { File: [] },
  // Options of other languages may reach us from a configuration that matches our files too.
  validateLanguageOptions() {},
  parse({ body }: LanguageFile): OkParseResult<Root> {
    const text = String(body)
    const lines = text.split(/\r\n|[\r\n\u2028\u2029]/)
    const end = { line: lines.length, column: lines.at(-1)?.length ?? 0 }
    return { ok: true, ast: { type: 'File', range: [0, text.length], loc: { start: { line: 1, column: 0 }, end } } }
  },
  createSourceCode({ path, body }: LanguageFile, { ast }: OkParseResult): TextSourceCode {
    return new TextSourceCode(path, String(body), ast as Root)
  },
}
