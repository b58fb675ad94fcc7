/** A stretch of text: UTF-16 offsets, end exclusive, which is ESLint's own unit. */
export type Range = readonly [start: number, end: number]

/** A place as people count it: line from 1, column from 1, in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A copy that does not keep alive the text it was cut from, as V8's slices do. */
export function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}

/** Whether `outer` holds all of `inner`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1]
}

/** Whether two ranges share at least one character. */
export function overlaps(one: Range, other: Range): boolean {
  return one[0] < other[1] && other[0] < one[1]
}

/** The lines of a text, for turning offsets into positions. Lines end with `\n`, `\r\n` or a lone `\r`. */
export class Lines {
  readonly #text: string
  readonly #starts: readonly number[]

  constructor(text: string) {
    const starts = [0]
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
    }
    this.#text = text
    this.#starts = starts
  }

  /** Number of lines; a text that ends with a line end has an empty last line. */
  get count(): number {
    return this.#starts.length
  }

  /** The position of an offset; one past the end of the text is allowed. */
  position(offset: number): Position {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 }
  }

  /** The range of a line, counted from 1, without its line end. */
  range(line: number): Range {
    const start = this.#starts[line - 1] ?? this.#text.length
    let end = this.#starts[line] ?? this.#text.length
    while (end > start && (this.#text.charCodeAt(end - 1) === 10 || this.#text.charCodeAt(end - 1) === 13)) end--
    return [start, end]
  }

  /** The offset of a position, held within its line. */
  offset({ line, column }: Position): number {
    const [start, end] = this.range(line)
    return Math.min(start + column - 1, end)
  }
}
