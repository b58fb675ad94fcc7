import type { Range } from '../core/text.ts'
import type { Tokens } from './names.ts'
import type { Frame, Statement } from './statement.ts'
import type { Traits } from './syntax.ts'
import { nameBefore } from './names.ts'
import * as Kinds from './statement.ts'

const CONTROL = /^(?:if|while|for|foreach|switch|catch|return|elif|else|case|when|with|and|or|not|in|unless|until|match|await|yield|throw|sizeof|typeof|assert|function|func|const|var|let|type|import)$/
/** How many tokens back a name is sought. */
export const FURTHEST = 48

/** Says where a statement stands: the keys and callees around it, and the name that it gives a value to. */
export class Paths implements Tokens {
  readonly text: string
  readonly statement: Statement
  readonly traits: Traits

  constructor(text: string, statement: Statement, traits: Traits) {
    this.text = text
    this.statement = statement
    this.traits = traits
  }

  /** Whether a word controls the flow: what follows it in brackets are no arguments. */
  isControl(token: number): boolean {
    return CONTROL.test(this.word(token))
  }

  /** Whether a bracket holds the arguments of a call. */
  isCall(index: number): boolean {
    const { frames, kinds } = this.statement
    const parent = frames[index - 1]
    const frame = frames[index]
    if (!parent || !frame || frame.open !== 40) return false
    const last = this.calleeEnd(frame, parent) - 1
    if (last < parent.base) return false
    return (kinds[last] === Kinds.WORD && (kinds[last - 1] === Kinds.DOT || !this.isControl(last))) || kinds[last] === Kinds.INDEX
  }

  /** The end of the callee before a bracket, without type arguments and a macro's sign. */
  calleeEnd({ base }: Frame, parent: Frame): number {
    const { kinds } = this.statement
    let at = base - 1
    if (kinds[at] === Kinds.SIGN) at--
    if (kinds[at] === Kinds.MORE) {
      for (let open = at - 1; open > Math.max(parent.base, at - 12); open--) if (kinds[open] === Kinds.LESS) return open
    }
    return at + 1
  }

  /** Keys of the enclosing objects and callees of a frame's content. */
  pathOf(index: number): readonly string[] {
    const { frames } = this.statement
    const frame = frames[index]
    if (!frame) return []
    if (frame.path) return frame.path
    const parent = frames[index - 1]
    const outer = this.pathOf(index - 1)
    const own = parent && outer.length < 32 ? this.#keysOf(frame, index, parent) : []
    return (frame.path = own.length > 0 ? [...outer, ...own] : outer)
  }

  #keysOf(frame: Frame, index: number, parent: Frame): readonly string[] {
    const { kinds } = this.statement
    if (frame.base === parent.base) return []
    if (this.isCall(index)) {
      const callee = nameBefore(this, this.calleeEnd(frame, parent), parent.base, 'argument')
      return callee ? [...this.targets(parent, callee.start), [...callee.receivers, this.slice(callee.range)].join('.')] : []
    }
    const last = kinds[frame.base - 1] ?? 0
    if (frame.open === 123 && this.traits.blocks && !(last >= Kinds.ASSIGN)) return this.#labels(frame, parent)
    const targets = this.targets(parent, frame.base)
    if (frame.open !== 123 || last !== Kinds.WORD || kinds[frame.base - 2] === Kinds.INDEX || targets.length === 0) return targets
    const type = this.word(frame.base - 1)
    return type === '@' ? targets : [...targets, type]
  }

  /** `resource "aws_db_instance" "main" {`. */
  #labels(frame: Frame, parent: Frame): readonly string[] {
    const { kinds, starts, ends } = this.statement
    const labels: string[] = []
    for (let at = parent.base; at < frame.base && labels.length < 4; at++) {
      if (kinds[at] === Kinds.WORD || kinds[at] === Kinds.STRING) labels.push(this.slice([starts[at] ?? 0, ends[at] ?? 0]))
    }
    return labels
  }

  /** The name that a statement gives a value to, if the value is what stands at `before`. */
  targets(frame: Frame, before: number): readonly string[] {
    const { kinds } = this.statement
    for (let at = before - 1; at >= Math.max(frame.base, before - FURTHEST); at--) {
      const kind = kinds[at]
      if (kind !== Kinds.ASSIGN && kind !== Kinds.COLON && kind !== Kinds.ARROW) continue
      const name = nameBefore(this, at, frame.base, 'assignment')
      return name ? [...name.receivers, this.slice(name.range)] : []
    }
    return []
  }

  /** The word that a token is, or nothing. */
  word(token: number): string {
    const { kinds, starts, ends } = this.statement
    return token >= 0 && kinds[token] === Kinds.WORD ? this.slice([starts[token] ?? 0, ends[token] ?? 0]) : ''
  }

  /** Names end somewhere: at 200 characters. */
  slice([start, end]: Range): string {
    return this.text.slice(start, Math.min(end, start + 200))
  }
}
