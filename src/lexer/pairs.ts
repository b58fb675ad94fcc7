import type { Range } from '../core/text.ts'
import type { Draft, Lexed } from './reading.ts'
import { bindingTo } from './reading.ts'

const NAMES = /^(?:\w*(?:name|key)|id|variable|header|field|property)$/i
const VALUES = /^(?:\w*value|default|content)$/i

/** Whether one key of an object may say the name of what another key holds. */
export const isNameKey = (key: string): boolean => NAMES.test(key)
export const isValueKey = (key: string): boolean => VALUES.test(key)

/** What an object keeps until it ends. */
export interface Paired {
  pair: { name?: Range; values: number[] } | undefined
}

/** Finds `name: X` and `value: …` of one object. */
export class Pairs {
  readonly #text: string
  readonly #into: Lexed

  constructor(text: string, into: Lexed) {
    this.#text = text
    this.#into = into
  }

  /** A literal that is about to be added, as a direct member of the object. */
  see(object: Paired, draft: Draft): void {
    const { binding, content } = draft
    if (!binding || (binding.kind !== 'property' && binding.kind !== 'assignment') || binding.name.length > 24) return
    if (VALUES.test(binding.name)) (object.pair ??= { values: [] }).values.push(this.#into.literals.length)
    else if (NAMES.test(binding.name) && content[0] < content[1] && content[1] - content[0] < 200) (object.pair ??= { values: [] }).name ??= content
  }

  /** The object ends. */
  close({ pair }: Paired): void {
    if (!pair?.name) return
    for (const index of pair.values) {
      const literal = this.#into.literals[index]
      if (literal?.binding) literal.binding = bindingTo(this.#text, 'pair', pair.name, literal.binding.path)
    }
  }
}
