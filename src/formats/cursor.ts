import type { Comment, ParseError } from '../core/document.ts'
import type { Node, Scalar } from '../core/tree.ts'

/** Levels of nesting that a reader follows. What is deeper is not read and is an error. */
export const MAX_DEPTH = 400

/** Errors that a reader tells of one file; a thousand more say nothing new. */
export const MAX_ERRORS = 100

/** A place in a text, with what was noticed on the way: the common part of the hand-written readers. */
export class Cursor {
  readonly text: string
  readonly comments: Comment[] = []
  readonly errors: ParseError[] = []
  at = 0
  #depth = 0
  #stopped = false

  constructor(text: string) {
    this.text = text
  }

  ended(): boolean {
    return this.at >= this.text.length
  }

  /** The UTF-16 unit at hand, or NaN at the end. */
  get unit(): number {
    return this.text.charCodeAt(this.at)
  }

  /** Notes an error. The message is a sentence without text of the file. */
  fail(message: string, offset: number = this.at): void {
    if (!this.#stopped && this.errors.length < MAX_ERRORS) this.errors.push({ offset, message })
  }

  /** Moves past a string if it stands here. */
  eat(expected: string): boolean {
    if (!this.text.startsWith(expected, this.at)) return false
    this.at += expected.length
    return true
  }

  /** Moves past a match of a sticky pattern and returns it. */
  match(sticky: RegExp): string | undefined {
    sticky.lastIndex = this.at
    const found = sticky.exec(this.text)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }

  /** Reads one level deeper. Where that is too deep the rest of the text is given up. */
  nested<Result>(read: () => Result): Result | undefined {
    if (this.#depth >= MAX_DEPTH) {
      this.stop(`Nested deeper than ${MAX_DEPTH} levels; the rest was not read.`)
      return undefined
    }
    this.#depth++
    const result = read()
    this.#depth--
    return result
  }

  /** Gives up the rest of the text. */
  stop(message: string): void {
    this.fail(message)
    this.#stopped = true
    this.at = this.text.length
  }

  /** The offset of the line end at or after an offset. */
  lineEnd(from: number = this.at): number {
    let end = from
    while (end < this.text.length && !isLineEnd(this.text.charCodeAt(end))) end++
    return end
  }

  /** The offset after the line end that stands at an offset. */
  afterLineEnd(end: number): number {
    return this.text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, this.text.length)
  }

  /** Takes a comment that goes to the end of the line. */
  lineComment(): void {
    const start = this.at
    this.at = this.lineEnd()
    this.#comment(start)
  }

  /** Takes a comment up to its closing delimiter. */
  blockComment(open: string, close: string): void {
    const start = this.at
    const end = this.text.indexOf(close, start + open.length)
    if (end < 0) this.fail('The comment is not closed.')
    this.at = end < 0 ? this.text.length : end + close.length
    this.#comment(start)
  }

  /** A reader that looks ahead comes by a comment twice. */
  #comment(start: number): void {
    if ((this.comments.at(-1)?.range[0] ?? -1) < start) this.comments.push({ range: [start, this.at] })
  }
}

export function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13
}

/** A value that is not there. */
export function nothing(at: number): Scalar {
  return { kind: 'scalar', range: [at, at], content: [at, at], value: null }
}

/** A scalar without quotes and escapes. */
export function bare(start: number, end: number, value: Scalar['value']): Scalar {
  return { kind: 'scalar', range: [start, end], content: [start, end], value }
}

/** The end of the last of some nodes, or another offset where there is none. */
export function endOf(nodes: readonly { readonly range: Node['range'] }[], otherwise: number): number {
  return nodes.at(-1)?.range[1] ?? otherwise
}
