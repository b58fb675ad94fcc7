import type { Range } from '../core/text.ts'
import type { Node } from '../core/tree.ts'
import { Decoder } from './decoder.ts'

const PLACEHOLDER = /\$\{([\w.-]{1,200})(?::[^{}\r\n]{0,1000})?\}/y

/** Builds a value in which `${name}` stands for a value elsewhere: a scalar, a Reference, or `Call('template', parts)` of both. */
export class PlaceholderText {
  readonly #text: string
  readonly #parts: Node[] = []
  #decoder: Decoder

  constructor(text: string) {
    this.#text = text
    this.#decoder = new Decoder(text)
  }

  verbatim(start: number, end: number): void {
    this.#decoder.verbatim(start, end)
  }

  unit(value: string, start: number, end: number): void {
    this.#decoder.unit(value, start, end)
  }

  /** Takes a placeholder that begins at an offset, and returns where it ends; undefined where none does before a limit. `${name:default}` is one too. */
  placeholder(at: number, limit: number): number | undefined {
    PLACEHOLDER.lastIndex = at
    const found = PLACEHOLDER.exec(this.#text)
    const end = at + (found?.[0].length ?? 0)
    if (!found || end > limit) return undefined
    this.#flush()
    this.#parts.push({ kind: 'reference', range: [at, end], target: found[1] ?? '' })
    return end
  }

  /** What was built. @param range With quotes. */
  node(range: Range, content: Range): Node {
    if (this.#parts.length === 0) return this.#decoder.scalar(range, content)
    this.#flush()
    const [first, ...others] = this.#parts
    if (first && others.length === 0) return { ...first, range }
    return { kind: 'call', range, callee: 'template', arguments: this.#parts }
  }

  #flush(): void {
    const { span } = this.#decoder
    if (span) this.#parts.push(this.#decoder.scalar(span, span))
    this.#decoder = new Decoder(this.#text)
  }
}
