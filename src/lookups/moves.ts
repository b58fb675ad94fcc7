import type { Moved, SecretRef } from '../core/fix.ts'
import type { Literal } from '../core/literal.ts'
import { Secret } from '../core/secret.ts'
import type { Range } from '../core/text.ts'
import { valueAt } from '../core/tree.ts'

/** What leaves the text at some places, as the program sees it. @param variables Names that stand there instead, in the same order. */
export function movesOf(places: readonly { readonly ref: SecretRef; readonly literal: Literal; readonly range: Range }[], variables: readonly string[] = []): readonly Moved[] {
  return places.map(({ ref, literal, range }, index) => {
    const variable = variables[index]
    return { ref, value: new Secret(valueAt(literal, range) ?? ''), ...(variable !== undefined && { variable }) }
  })
}
