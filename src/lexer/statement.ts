import type { Range } from '../core/text.ts'

export const WORD = 1
export const NUMBER = 2
/** Its range is the content's. */
export const STRING = 3
/** A closed bracket: `(…)`, `[…]`, `{…}`. */
export const GROUP = 4
export const INDEX = 5
export const BLOCK = 6
export const ASSIGN = 7
export const COLON = 8
export const ARROW = 9
export const EQUAL = 10
export const OR = 11
export const JOIN = 12
export const DOT = 13
export const QUESTION = 14
export const LESS = 15
export const MORE = 16
/** A sign before a value that doesn't change whose it is: `&`, `*`, `!`, `@`. */
export const SIGN = 17
export const OTHER = 18

export type TokenKind = number

/** A bracket that is open, or the file. */
export interface Frame {
  /** The character code of the bracket; 0 for the file, and for an expression within a string. */
  readonly open: number
  /** Where the bracket stands. */
  readonly start: number
  /** Number of the first token after the bracket. Before it stands the statement that the bracket belongs to. */
  readonly base: number
  /** Whether it is a subscript: `a[`. */
  readonly subscript: boolean
  /** Number of the item at hand. */
  item: number
  /** The item before, where it was one string or one word; and the first item. */
  previous: Token | undefined
  first: Token | undefined
  /** How many of the items before were one string each. */
  strings: number
  /** Where each item before was one word, these; and which item an assignment stands in. */
  readonly names: Range[]
  assigned: number
  /** Keys around it, once asked for. */
  path: readonly string[] | undefined
  /** `name: X` of a pair, and the literals that wait for it. */
  pair: { name?: Range; values: number[] } | undefined
  /** Names of the columns that rows of a statement within it have. */
  columns: readonly Range[] | undefined
}

export interface Token {
  readonly kind: TokenKind
  readonly range: Range
}

const MOST_TOKENS = 256
const MOST_FRAMES = 500

/** The tokens of the statement at hand and of those around it: a stack that is cut back where a statement or a bracket ends. */
export class Statement {
  readonly kinds: number[] = []
  readonly starts: number[] = []
  readonly ends: number[] = []
  readonly frames: Frame[] = [frame(0, 0, 0, false)]
  size = 0
  /** Brackets that were not followed any more. */
  #overflow = 0

  get frame(): Frame {
    return this.frames[this.frames.length - 1] as Frame
  }

  push(kind: TokenKind, start: number, end: number): void {
    const size = this.size
    this.kinds[size] = kind
    this.starts[size] = start
    this.ends[size] = end
    this.size = size + 1
    if (size - this.frame.base > MOST_TOKENS) this.#forget()
  }

  /** Keeps the younger half of a statement that won't end. */
  #forget(): void {
    const { base } = this.frame
    const from = base + MOST_TOKENS / 2
    for (const list of [this.kinds, this.starts, this.ends]) list.copyWithin(base, from, this.size)
    this.size -= MOST_TOKENS / 2
  }

  /** The text after a `;` or a line end belongs to another statement. */
  end(): void {
    const own = this.frame
    this.size = own.base
    own.previous = own.first = own.columns = undefined
    own.item = own.strings = own.assigned = 0
    if (own.names.length > 0) own.names.length = 0
  }

  /** A comma. */
  next(): void {
    const own = this.frame
    const only = this.size === own.base + 1 ? this.size - 1 : this.size > own.base && this.kinds[this.size - 2] === DOT ? this.size - 1 : this.lastOf(own)
    own.previous = only < 0 ? undefined : { kind: this.kinds[only] ?? OTHER, range: [this.starts[only] ?? 0, this.ends[only] ?? 0] }
    if (own.item === 0) own.first = own.previous
    if (own.previous?.kind === STRING) own.strings++
    else if (own.previous?.kind === WORD && own.names.length === own.item && own.names.length < 8) own.names.push(own.previous.range)
    own.item++
    this.size = own.base
  }

  /** The string that a command's first item ends with: `set "name", …`. */
  lastOf({ base }: Frame): number {
    const last = this.size - 1
    return last > base && this.kinds[last] === STRING && (this.kinds[last - 1] === WORD || this.kinds[last - 1] === GROUP) ? last : -1
  }

  open(code: number, start: number, subscript: boolean): void {
    if (this.frames.length >= MOST_FRAMES) this.#overflow++
    else this.frames.push(frame(code, start, this.size, subscript))
  }

  /** A line ends: brackets that were opened in it and that something stands in are forgotten. */
  leave(lineStart: number): void {
    while (this.frames.length > 1 && this.frame.open !== 0 && this.frame.start >= lineStart && (this.size > this.frame.base || this.frame.item > 0)) {
      this.size = this.frame.base
      this.frames.pop()
    }
  }

  /** Closes the innermost bracket of this kind, if it is near; returns it. */
  close(open: number, end: number): Frame | undefined {
    if (this.#overflow > 0) {
      this.#overflow--
      return undefined
    }
    const { frames } = this
    const last = frames.length - 1
    for (let index = last; index > 0 && index > last - 4; index--) {
      const own = frames[index] as Frame
      if (own.open === 0) return undefined
      if (own.open !== open) continue
      while (frames.length > index) frames.pop()
      this.size = own.base
      this.push(open === 40 ? GROUP : open === 91 ? INDEX : BLOCK, own.start, end)
      return own
    }
    return undefined
  }
}

function frame(open: number, start: number, base: number, subscript: boolean): Frame {
  return { open, start, base, subscript, item: 0, previous: undefined, first: undefined, strings: 0, names: [], assigned: 0, path: undefined, pair: undefined, columns: undefined }
}
