import type { Segment } from '../core/tree.ts'
import type { Draft } from './reading.ts'

/** Appends a string to the one that it is joined with: one literal, whose content has quotes and operators in it that stand for nothing. */
export function join(first: Draft, second: Draft): void {
  const offset = first.value.length
  const segments = (first.segments ??= whole(first))
  for (const { value, source } of second.segments ?? whole(second)) segments.push({ value: [value[0] + offset, value[1] + offset], source })
  first.value += second.value
  first.range = [first.range[0], second.range[1]]
  first.content = [first.content[0], second.content[1]]
}

function whole({ value, content }: Draft): Segment[] {
  return value ? [{ value: [0, value.length], source: content }] : []
}
