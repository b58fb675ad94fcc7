import { detached } from './text.ts'

/** `util.inspect.custom`, without an import that the types of the package would need. */
const inspect = Symbol.for('nodejs.util.inspect.custom')

/** What stands for a secret in everything that is printed. Of one length, so that it tells nothing. */
export const MASK = '********'

/**
 * A secret value that cannot be printed by accident: in a template literal, in JSON, in `console.log` and in an error it shows a mask.
 * `reveal()` is the only way to the value; the test of the layers says who may call it.
 */
export class Secret {
  readonly #value: string

  constructor(value: string) {
    this.#value = detached(value)
  }

  reveal(): string {
    return this.#value
  }

  equals(other: Secret | undefined): boolean {
    return other !== undefined && other.#value === this.#value
  }

  toString(): string {
    return MASK
  }

  toJSON(): string {
    return MASK
  }

  [inspect](): string {
    return MASK
  }
}
