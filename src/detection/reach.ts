import type { Document } from '../core/document.ts'
import type { Literal } from '../core/literal.ts'
import type { Range } from '../core/text.ts'

/** A place, and the literal that holds it. */
export interface Spot {
  readonly range: Range
  readonly literal?: Literal | undefined
}

/** How far apart two halves may stand, in UTF-16 units. */
export const REACH = 1000
/** In lines: within one object or section, and where nothing but being neighbours joins them. */
const LINES_WITHIN = 14
const LINES_BETWEEN = 3
/** What a line end counts. */
const LINE = 1000

/** How far apart two places stand that may belong together, nearer ones first; undefined where they are too far, or in different objects, sections or elements. */
export function distanceOf(one: Spot, other: Spot, { text, format: { language } }: Document): number | undefined {
  const [first, second] = one.range[0] <= other.range[0] ? [one, other] : [other, one]
  const [start, end] = [first.range[1], second.range[0]]
  if (end - start > REACH) return undefined
  const between = text.slice(start, end)
  const lines = between.split('\n').length - 1
  const [path, others] = [first.literal?.binding?.path, second.literal?.binding?.path]
  const isShared = path !== undefined && others !== undefined && path.length === others.length && beginsWith(path, others)
  if (lines > (isShared ? LINES_WITHIN : LINES_BETWEEN)) return undefined
  // In code the path has callees too, which say nothing of the object.
  if (path && others && language.family === 'config' && !beginsWith(path, others) && !beginsWith(others, path)) return undefined
  // Each of `name: X`, `value: …` is an object of its own, and what they name belongs together.
  const isApart = !(first.literal?.binding?.kind === 'pair' && second.literal?.binding?.kind === 'pair') && endsObject(between, second, text)
  return isApart ? undefined : lines * LINE + between.length
}

function beginsWith(path: readonly string[], beginning: readonly string[]): boolean {
  return beginning.every((step, index) => path[index] === step)
}

/** Whether a text leaves an object and enters another: braces, an item of a YAML list, an element's end. */
function endsObject(between: string, { literal, range }: Spot, text: string): boolean {
  let depth = 0
  let lowest = 0
  for (const brace of between.match(/[{}]/g) ?? []) {
    depth += brace === '{' ? 1 : -1
    lowest = Math.min(lowest, depth)
  }
  if (lowest < 0 && depth > lowest) return true
  const binding = literal?.binding
  if (binding?.kind === 'element') return between.includes(`</${binding.path.at(-1) ?? ''}>`)
  const key = binding?.kind === 'property' ? binding.nameRange[0] : range[0]
  const before = text.slice(Math.max(0, key - REACH), key)
  const column = before.length - before.lastIndexOf('\n') - 1
  return [...between.matchAll(/\n([ \t]*)- /g)].some(([, indentation = '']) => indentation.length < column)
}
