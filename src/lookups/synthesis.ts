import type { Document } from '../core/document.ts'
import type { Fix } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import { qualified } from '../core/program.ts'
import { dynamicReference } from './cloudformation.ts'
import { partOf } from './layout.ts'
import { spell } from './names.ts'
import { wayTo } from './way.ts'

export default {
  id: 'synthesis',
  matches: ({ format, text }) => format.readProgram !== undefined && /\b(?:from|import|require\()\s*["']?(?:troposphere|cdktf)\b/.test(text),
  replace,
  parses: document => document.program !== undefined,
} satisfies Lookup as Lookup

const SHOWN = /^(?:Environment|EnvironmentVariables|Variables|UserData|Metadata|Tags|Description|Command|ZipFile|Default)$/

/** Calls that make something else than a resource, or what shows its values. */
const NO_PROPERTIES = /(?:^|\.)(?:Parameter|Output|Tags|Environment(?:Variable)?)$/

/** A program that writes a template: what it reads itself would be written into that. Of troposphere a property becomes a reference that CloudFormation resolves. */
function replace(placed: Named, document: Document): readonly Fix[] | Declined {
  const { program, text } = document
  if (!program) return { declined: 'The file does not parse.' }
  const way = wayTo(placed.literal.content, program)
  const resource = way?.calls.find(({ callee }) => qualified(program, callee)?.startsWith('troposphere.'))
  const keys = way?.entries.map(({ key }) => key) ?? []
  const prefix = text.slice(placed.literal.range[0], placed.literal.content[0])
  if (!resource || keys.length === 0 || way?.calls.some(({ callee }) => NO_PROPERTIES.test(callee))) {
    return { declined: 'The program writes a template, and what it reads would stand in that; give the resource a reference to the secret.' }
  }
  if (keys.some(key => SHOWN.test(key))) return { declined: 'The value would be readable in the configuration again; pass the name of the secret and read it in the code.' }
  if (placed.literal.interpolated || /f/i.test(prefix)) return { declined: 'The string is put together from parts; put the secret into a string of its own first.' }
  return [{
    title: `Read \`${spell(placed.ref)}\` from Secrets Manager`,
    safety: 'review',
    requires: placed.ref,
    edits: [{ range: partOf(placed) ?? placed.literal.content, text: dynamicReference(placed.ref) }],
  }]
}
