import type { Range } from './text.ts'
import type { Scalar } from './tree.ts'

/** A string of a program or a value of a configuration file, and the name it is bound to. */
export interface Literal extends Scalar {
  readonly value: string
  /** As written before the content: `"`, `'`, `` ` ``, `"""`, `r'`, `<<EOF`; empty for a bare word. */
  readonly quote: string
  /** Whether it holds expressions: a template, an f-string, `"$HOME/x"`. The value then has them as written. */
  readonly interpolated: boolean
  readonly binding?: LiteralBinding
}

export interface LiteralBinding {
  readonly kind: BindingKind
  /** As written, without quotes: `dbPassword`, `DB_PASSWORD`, `--password`, `spring.datasource.password`. */
  readonly name: string
  readonly nameRange: Range
  /** Keys of the enclosing objects, sections, elements or callees, outermost first. */
  readonly path: readonly string[]
}

/**
 * How a literal has its name. `assignment` `x = "…"` · `property` `x: "…"`, `"x": "…"`, `x => "…"` · `keyword` `f(x="…")` · `argument` `setX("…")`,
 * `header("X", "…")` · `comparison` `x == "…"` · `default` `getenv("X", "…")`, `X || "…"`, `${X:-…}` · `option` `--x …` · `attribute` `x="…"` of
 * markup · `element` `<x>…</x>` · `pair` `name: X` and `value: …` of one object · `sql` `IDENTIFIED BY '…'` · `column` a cell under a heading · `text` words before it.
 */
export type BindingKind =
  | 'assignment' | 'property' | 'keyword' | 'argument' | 'comparison' | 'default' | 'option' | 'attribute' | 'element' | 'pair' | 'sql' | 'column' | 'text'
