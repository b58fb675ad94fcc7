import type { Edit } from './fix.ts'
import type { Entry, Mapping } from './tree.ts'

/** What `terraform fmt` would make of a run of arguments in which one is replaced by others. */
export interface Aligned {
  /** A key of a new argument, padded up to its `=`. */
  readonly pad: (key: string) => string
  /** Moves of the `=` of the arguments that stay. */
  readonly edits: readonly Edit[]
}

/** Keeps the `=` signs of a run of arguments in one column when `replaced` gives way to `keys`; moves nothing where they are not in one column now. */
export function align(text: string, body: Mapping, replaced: Entry, keys: readonly string[]): Aligned {
  const others = runOf(text, body, replaced).filter(entry => entry !== replaced)
  const column = equalsAt(text, replaced) - replaced.range[0]
  const isAligned = others.every(entry => equalsAt(text, entry) - entry.range[0] === column)
  const width = Math.max(...[...others.map(({ key }) => key), ...keys].map(({ length }) => length)) + 1
  if (!isAligned) return { pad: key => key.padEnd(Math.max(column, key.length + 1)), edits: [] }
  const edits = width === column ? [] : others.map((entry): Edit => ({ range: [entry.keyRange[1], equalsAt(text, entry)], text: ' '.repeat(width - entry.key.length) }))
  return { pad: key => key.padEnd(width), edits }
}

/** The arguments of one line each that stand on neighbouring lines with this one. */
function runOf(text: string, { entries }: Mapping, entry: Entry): readonly Entry[] {
  const joins = (before: Entry | undefined, after: Entry | undefined): boolean =>
    before !== undefined && after !== undefined && isLine(text, before) && isLine(text, after) && /^[^\r\n]*(?:\r\n|\n)[^\S\r\n]*$/.test(text.slice(before.range[1], after.range[0]))
  let [first, last] = [entries.indexOf(entry), entries.indexOf(entry)]
  while (joins(entries[first - 1], entries[first])) first--
  while (joins(entries[last], entries[last + 1])) last++
  return entries.slice(first, last + 1)
}

function isLine(text: string, { range, keyRange }: Entry): boolean {
  return /^[^\S\r\n]*=/.test(text.slice(keyRange[1], range[1])) && !/[\r\n]/.test(text.slice(...range))
}

function equalsAt(text: string, { keyRange }: Entry): number {
  return text.indexOf('=', keyRange[1])
}
