import type { Range } from '../core/text.ts'
import type { Scalar, Segment } from '../core/tree.ts'
import { isVerbatim } from '../core/tree.ts'

/** Builds a string value piece by piece, and remembers which source each piece came from. */
export class Decoder {
  readonly #text: string
  readonly #segments: Segment[] = []
  #value = ''

  /** @param text The source that all ranges are of. */
  constructor(text: string) {
    this.#text = text
  }

  /** Source that is the value, character for character. */
  verbatim(start: number, end: number): void {
    if (start < end) this.#add(this.#text.slice(start, end), start, end)
  }

  /** Source that decodes to a value as a whole: an escape, a folded line end. */
  unit(value: string, start: number, end: number): void {
    if (value !== '') this.#add(value, start, end)
  }

  /** The scalar of what was added. */
  scalar(range: Range, content: Range): Scalar {
    const [only, second] = this.#segments
    const plain = only ? !second && only.source[0] === content[0] && only.source[1] === content[1] && isVerbatim(only) : content[0] === content[1]
    return { kind: 'scalar', range, content, value: this.#value, ...(plain ? {} : { segments: this.#segments }) }
  }

  get value(): string {
    return this.#value
  }

  /** Where the first and the last piece begin and end in the source; undefined for an empty value. */
  get span(): Range | undefined {
    const first = this.#segments[0]
    const last = this.#segments.at(-1)
    return first && last && [first.source[0], last.source[1]]
  }

  #add(value: string, start: number, end: number): void {
    const at = this.#value.length
    const last = this.#segments.at(-1)
    this.#value += value
    if (last && last.source[1] === start && end - start === value.length && isVerbatim(last)) {
      this.#segments[this.#segments.length - 1] = { value: [last.value[0], at + value.length], source: [last.source[0], end] }
    } else {
      this.#segments.push({ value: [at, at + value.length], source: [start, end] })
    }
  }
}
