/** Looks about in a stretch of text, line by line. */
export class Cursor {
  readonly text: string
  readonly limit: number

  constructor(text: string, limit: number) {
    this.text = text
    this.limit = limit
  }

  /** Whether a space, a line end or nothing stands here. */
  isBlank(at: number): boolean {
    return at >= this.limit || this.text.charCodeAt(at) <= 32
  }

  /** Whether the line ends here. */
  isEnd(at: number): boolean {
    return at >= this.limit || this.text[at] === '\n' || this.text[at] === '\r'
  }

  /** Behind spaces and tabs. */
  spaces(from: number): number {
    let at = from
    while (at < this.limit && (this.text[at] === ' ' || this.text[at] === '\t')) at++
    return at
  }

  /** Where the line of an offset ends. */
  lineEnd(from: number): number {
    let at = from
    while (!this.isEnd(at)) at++
    return at
  }

  /** Behind a line's end. */
  nextLine(end: number): number {
    return this.text[end] === '\r' && this.text[end + 1] === '\n' ? end + 2 : end + 1
  }
}
