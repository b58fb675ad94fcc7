import type { Range } from '../core/text.ts'
import type { Found } from './values.ts'
import { Joined } from './escapes.ts'

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0' }
const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(lt|gt|amp|quot|apos|nbsp));/y

/** A text of XML or HTML with its entities read. */
export function decodeEntities(text: string, content: Range): Pick<Found, 'value' | 'segments'> {
  const [start, end] = content
  let run = start
  let joined: Joined | undefined
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== 38) continue
    ENTITY.lastIndex = at
    const found = ENTITY.exec(text)
    if (!found || at + found[0].length > end) continue
    const [whole, decimal, hexadecimal, name] = found
    const code = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : undefined
    if (code !== undefined && code > 0x10ffff) continue
    joined ??= new Joined(text)
    joined.verbatim([run, at])
    joined.unit(code === undefined ? (NAMED[name ?? ''] ?? '') : String.fromCodePoint(code), [at, at + whole.length])
    run = at + whole.length
    at = run - 1
  }
  if (!joined) return {}
  joined.verbatim([run, end])
  return joined.decoded(content)
}
