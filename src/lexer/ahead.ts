import type { LiteralBinding } from '../core/literal.ts'
import type { Paths } from './paths.ts'
import type { Syntax } from './syntax.ts'
import { bindingTo } from './reading.ts'
import * as Kinds from './statement.ts'

const COMPARED = /(?:[=!]==?|\.(?:equals|equalsIgnoreCase|isEqual)\()\s{0,20}([A-Za-z_$@][\w$.]{0,200})/y

/** Looks at what stands behind a string, which says what the string is. */
export class Ahead {
  readonly #paths: Paths
  readonly #syntax: Syntax

  constructor(paths: Paths, syntax: Syntax) {
    this.#paths = paths
    this.#syntax = syntax
  }

  /** Whether a comma here stands in `x: Map<K, V>`. */
  isInTypeArguments(): boolean {
    const { kinds, frame, size } = this.#paths.statement
    let open = -1
    for (let at = size - 1; at >= Math.max(frame.base, size - 16); at--) {
      const kind = kinds[at] ?? 0
      if (kind === Kinds.LESS && open < 0) open = at
      else if (kind === Kinds.MORE || kind === Kinds.ASSIGN || kind === Kinds.STRING) return false
      else if (kind === Kinds.COLON) return open > at && kinds[open - 1] === Kinds.WORD
    }
    return false
  }

  /** Whether the string that ends here is a name itself: `"a": …`, `'a' => …`, `x["a"]`, a block's label. */
  isKey(end: number, limit: number): boolean {
    const { frame, size, kinds } = this.#paths.statement
    const { traits } = this.#syntax
    const at = this.#behind(end, limit)
    if (size !== frame.base) return (traits.blocks && '{"'.includes(this.#paths.text[at] ?? ' ') && (kinds[size - 1] === Kinds.WORD || kinds[size - 1] === Kinds.STRING)) || false
    const code = this.#paths.text.charCodeAt(at)
    const next = this.#paths.text.charCodeAt(at + 1)
    if (at >= limit) return false
    if (code === 93 && frame.open === 91) return frame.subscript || '=:'.includes(this.#paths.text[this.#behind(at + 1, limit)] ?? ' ')
    if (frame.subscript) return false
    if (code === 58) return next !== 58 && next !== 61 && (frame.open !== 0 || this.#syntax.language.family !== 'code')
    if (code === 61) return (traits['arrow-pairs'] && next === 62) || (traits['equal-keys'] && next !== 61) || false
    if (traits['arrow-pairs'] && code === 45 && next === 62) return true
    return (traits['arrow-pairs'] && code === 116 && next === 111 && this.#paths.text.charCodeAt(at + 2) <= 32) || false
  }

  /** What a literal is compared with that ends here and stands first: `"…" == password`, `"…".equals(password)`. */
  comparedWith(end: number, limit: number): LiteralBinding | undefined {
    const at = this.#behind(end, limit)
    const code = this.#paths.text.charCodeAt(at)
    if (code !== 61 && code !== 33 && code !== 46) return undefined
    COMPARED.lastIndex = at
    const chain = COMPARED.exec(this.#paths.text)?.[1]
    if (!chain) return undefined
    const own = chain.slice(chain.lastIndexOf('.') + 1)
    const last = COMPARED.lastIndex
    return bindingTo(this.#paths.text, 'comparison', [last - own.length, last], this.#paths.pathOf(this.#paths.statement.frames.length - 1))
  }

  /** Whether the string that ends here is joined with something that is not constant. */
  isPart(end: number, limit: number): boolean {
    const { joins } = this.#syntax.language
    const at = this.#behind(end, limit)
    if (!joins || at >= limit || !this.#paths.text.startsWith(joins, at) || this.#paths.text[at + joins.length] === '=') return false
    const next = this.#behind(at + joins.length, limit)
    return !'"\'`'.includes(this.#paths.text[next] ?? '"')
  }

  #behind(from: number, limit: number): number {
    let at = from
    while (at < limit && this.#paths.text.charCodeAt(at) <= 32) at++
    return at
  }
}
