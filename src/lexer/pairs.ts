import type { Range } from '../core/text.ts'
import type { Draft, Lexed } from './reading.ts'
import { bindingTo } from './reading.ts'

/** What says behind a value what its name is: `set("…", forKey: "name")`. */
const BEHIND = /^for(?:key|httpheaderfield|name)$/i
const NAMES = /^(?:\w*(?:name|key)|id|variable|header|field|property)$/i
const VALUES = /^(?:(?:(?:parameter|option|variable|env|environment|field|attribute|property|header|setting|config|string|secret|param|default)_?)?value|default|content|string|data)$/i
const KINDS = new Set(['property', 'assignment', 'attribute', 'element'])

/** Whether one key of an object says the name of what another key holds. */
export const isNameKey = (key: string): boolean => NAMES.test(key)

/** Whether a key of an object says that the name stands beside it. `ApiKeyValue` is a name itself. */
export const isValueKey = (key: string): boolean => VALUES.test(key)

/** What keeps the pair at hand until it ends: an object, an element. */
export interface Paired {
  pair: { name?: Range; values: number[] } | undefined
}

/** Finds `name: X` and `value: …` of one object, and names the value after X. */
export class Pairs {
  readonly #text: string
  readonly #into: Lexed

  constructor(text: string, into: Lexed) {
    this.#text = text
    this.#into = into
  }

  /** A literal that is about to be added, as a direct member of the object. */
  see(object: Paired, { binding, content }: Draft): void {
    if (!binding || binding.name.length > 24) return
    if (BEHIND.test(binding.name)) {
      const before = this.#into.literals.at(-1)
      if (before?.binding && before.binding.nameRange[0] < binding.nameRange[0]) before.binding = bindingTo(this.#text, 'pair', content, before.binding.path)
      return
    }
    if (!KINDS.has(binding.kind)) return
    if (isValueKey(binding.name)) (object.pair ??= { values: [] }).values.push(this.#into.literals.length)
    else if (NAMES.test(binding.name) && content[0] < content[1] && content[1] - content[0] < 200) {
      if (object.pair?.name && object.pair.values.length > 0) this.close(object)
      if (object.pair) object.pair.name ??= content
      else object.pair = { name: content, values: [] }
    }
  }

  /** The object ends. */
  close(object: Paired): void {
    const { pair } = object
    object.pair = undefined
    if (!pair?.name) return
    for (const index of pair.values) {
      const literal = this.#into.literals[index]
      if (literal?.binding) literal.binding = bindingTo(this.#text, 'pair', pair.name, literal.binding.path)
    }
  }
}
