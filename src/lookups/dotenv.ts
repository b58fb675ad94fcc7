import type { Document } from '../core/document.ts'
import type { Fix } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import { lineEndAt, lineStartAt, partOf } from './layout.ts'
import { spell } from './names.ts'
import { isSample } from './sample.ts'
import { wholeOf } from './whole.ts'

export default {
  id: 'dotenv',
  matches: ({ format }) => format.id === 'dotenv',
  replace,
} satisfies Lookup as Lookup

/** The variable is commented out, so that a program that misses it says so, and the comment says where the value is. What shows which variables there are keeps its name. */
function replace(placed: Named, { path, text }: Document): readonly Fix[] | Declined {
  const { literal } = placed
  // Who fills a variable fills all of it.
  const whole = wholeOf(placed)
  const ref = whole?.ref ?? placed.ref
  const name = literal.binding?.name
  const line = text.slice(lineStartAt(text, literal.range[0]), literal.range[0])
  if (!name || !/^\s*(?:export\s+)?[\w.]+\s*[=:]\s*$/.test(line)) return { declined: 'The secret is not the value of a variable.' }
  const start = literal.range[0] - line.length
  const end = lineEndAt(text, literal.range[1])
  const comment = /\s+#[^\r\n]*$/.exec(text.slice(literal.range[1], end))?.[0] ?? ''
  const part = partOf(placed)
  const shown = part && !whole ? `${text.slice(literal.content[0], part[0])}<${ref.key ?? 'secret'}>${text.slice(part[1], literal.content[1])}`.split(/[\r\n]/)[0] : ''
  return [{
    title: `Take \`${name}\` out of the file, kept in \`${spell(ref)}\` of Secrets Manager`,
    safety: 'review',
    requires: ref,
    ...(whole && { moves: [{ ...whole, variable: name }] }),
    edits: [{ range: [start, end], text: `${isSample(path) && !shown ? '' : '# '}${line.trim()}${shown} (AWS Secrets Manager: ${spell(ref)})${comment}` }],
  }]
}
