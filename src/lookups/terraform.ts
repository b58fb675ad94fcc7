import { align } from '../core/align.ts'
import type { Document } from '../core/document.ts'
import type { Edit, Fix, SecretRef } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import type { ProjectFacts } from '../core/rule.ts'
import { get, stringOf, type Entry, type Mapping, type Node } from '../core/tree.ts'
import { freeName, lineEnd, partOf } from './layout.ts'
import { MANAGED } from './managed.ts'
import { shortWords, spell } from './names.ts'
import { keysOf, placeOf, type Place } from './place.ts'
import { excludesBelow } from './version.ts'

const SOURCE = 'aws_secretsmanager_secret_version'

/** Arguments that have a write-only twin, `…_wo`. */
const WRITE_ONLY: ReadonlyMap<string, string> = new Map(MANAGED.map(({ terraform: { type, argument } }) => [type, argument]))

/** The versions in which ephemeral secrets and these twins are known to be there. */
const NEEDED = { terraform: '1.11', provider: '5.100' }

export default {
  id: 'terraform',
  matches: ({ format, path }) => format.id === 'hcl' && /\.(?:tf|tofu)$/i.test(path),
  replace,
} satisfies Lookup as Lookup

function replace(placed: Named, document: Document, project: ProjectFacts): readonly Fix[] | Declined {
  const place = placeOf(document, placed.literal.content)
  const last = place?.entries.at(-1)
  if (!place || !last) return { declined: 'The secret does not stand in an argument.' }
  const declined = declinedAt(place)
  if (declined) return { declined }
  return [writeOnlyFix(placed, place, last, document, project), dataFix(placed, place, document), managedFix(place, last, document)].filter(fix => fix !== undefined)
}

/** Why an expression cannot stand at a place, or would not keep the secret. */
function declinedAt(place: Place): string | undefined {
  const [block, type, ...rest] = keysOf(place)
  if (block === 'variable') return 'A default of a variable is a constant; drop it and let the caller give the value.'
  if (block === 'terraform') return 'The settings of Terraform itself take only constants; use the environment or `-backend-config`.'
  if (block === 'output') return 'An output would show the secret.'
  if (type?.startsWith('aws_secretsmanager_')) return 'A secret cannot read itself; use `secret_string_wo` or set its value out of band.'
  if (type === 'aws_ssm_parameter') return 'The parameter would hold a copy of the secret; read the secret where the parameter is read.'
  if (rest.some(key => /^(?:environment|environment_variable|environment_variables|variables|user_data|user_data_base64|user_data_replace_on_change|tags|metadata|inline|command)$/.test(key))) {
    return 'The value would be readable in the configuration again; pass the name of the secret and read it in the code.'
  }
  if (rest.includes('container_definitions')) return 'The value would be readable in the task definition; use `secrets` with the ARN of the secret in `valueFrom`.'
  return undefined
}

/** `ephemeral` and `…_wo`: the secret reaches neither the plan nor the state. */
function writeOnlyFix(placed: Named, place: Place, last: Entry, document: Document, { versions }: ProjectFacts): Fix | undefined {
  const [block, type = ''] = keysOf(place)
  const argument = WRITE_ONLY.get(type)
  if (block !== 'resource' || last.key !== argument || partOf(placed)) return undefined
  if (!excludesBelow(versions['terraform'], NEEDED.terraform) || !excludesBelow(versions['hashicorp/aws'] ?? versions['aws'], NEEDED.provider)) return undefined
  const { name, edits } = source(placed.ref, document, 'ephemeral')
  const { text } = document
  const indent = /[^\S\r\n]*$/.exec(text.slice(0, last.range[0]).slice(-80))?.[0] ?? ''
  const { pad, edits: moves } = align(text, bodyOf(place), last, [`${argument}_wo`, `${argument}_wo_version`])
  const lines = [`${pad(`${argument}_wo`)}= ${valueOf(placed.ref, 'ephemeral', name)}`, `${pad(`${argument}_wo_version`)}= 1`]
  return {
    title: `Read \`${spell(placed.ref)}\` from Secrets Manager, kept out of the state`,
    safety: 'review',
    requires: placed.ref,
    edits: [...edits, ...moves, { range: last.range, text: lines.join(lineEnd(text) + indent) }],
  }
}

function dataFix(placed: Named, place: Place, document: Document): Fix {
  const { name, edits } = source(placed.ref, document, 'data')
  return { title: `Read \`${spell(placed.ref)}\` from Secrets Manager`, safety: 'review', requires: placed.ref, edits: [...edits, replacement(placed, place, valueOf(placed.ref, 'data', name))] }
}

function valueOf({ key }: SecretRef, kind: 'data' | 'ephemeral', name: string): string {
  const string = `${kind}.${SOURCE}.${name}.secret_string`
  return key === undefined ? string : `jsondecode(${string})["${key}"]`
}

/** An expression in place of the whole string; in a template, of its part. */
function replacement(placed: Named, { nodes }: Place, value: string): Edit {
  const part = partOf(placed)
  const { literal } = placed
  const isTemplate = literal.quote.startsWith('<<') || nodes.some(node => node.kind === 'call' && node.callee === 'template')
  if (part) return { range: part, text: `\${${value}}` }
  return isTemplate ? { range: literal.content, text: `\${${value}}` } : { range: literal.range, text: value }
}

/** The block that reads a secret: the one that the file has, or a new one above its first resource. */
function source({ id }: SecretRef, { text, parsed }: Document, kind: 'data' | 'ephemeral'): { readonly name: string; readonly edits: readonly Edit[] } {
  const [root] = parsed.documents
  const blocks = root?.kind === 'mapping' ? root.entries : []
  for (const { key, value } of blocks) {
    const named = key === kind ? get(value, SOURCE) : undefined
    const found = named?.kind === 'mapping' ? named.entries.find(({ value: body }) => stringOf(get(body, 'secret_id')) === id) : undefined
    if (found) return { name: found.key, edits: [] }
  }
  const words = shortWords(id).join('_')
  const wished = /^\d/.test(words) ? `secret_${words}` : words
  const name = namesOf(blocks).has(wished) ? freeName(text, `${wished}_secret`) : wished
  const eol = lineEnd(text)
  const block = [`${kind} "${SOURCE}" "${name}" {`, `  secret_id = "${id}"`, '}'].join(eol)
  const first = blocks.find(({ key }) => key === 'resource' || key === 'module')
  const at = first ? withComments(text, first.range[0]) : text.length
  const added = first ? block + eol + eol : (/[\r\n]$/.test(text) || text === '' ? '' : eol) + eol + block + eol
  return { name, edits: [{ range: [at, at], text: added }] }
}

/** Names of blocks that read secrets in this file. */
function namesOf(blocks: readonly Entry[]): ReadonlySet<string> {
  return new Set(blocks.flatMap(({ value }) => keysBelow(get(value, SOURCE))))
}

function keysBelow(node: Node | undefined): readonly string[] {
  return node?.kind === 'mapping' ? node.entries.map(({ key }) => key) : []
}

/** The start of the lines of comment that stand directly above an offset. */
function withComments(text: string, offset: number): number {
  let start = offset
  for (let line = start; line > 0;) {
    line = text.lastIndexOf('\n', line - 2) + 1
    if (!/^[^\S\r\n]*(?:#|\/\/)/.test(text.slice(line, start))) break
    start = line
  }
  return start
}

function managedFix(place: Place, last: Entry, { text }: Document): Fix | undefined {
  const [block, type] = keysOf(place)
  const managed = MANAGED.find(({ terraform }) => terraform.type === type && terraform.argument === last.key)?.terraform
  if (block !== 'resource' || !managed || text.includes(managed.manage)) return undefined
  const { pad, edits } = align(text, bodyOf(place), last, [managed.manage])
  return { title: `Let the service keep and rotate the password (\`${managed.manage}\`)`, safety: 'review', edits: [...edits, { range: last.range, text: `${pad(managed.manage)}= true` }] }
}

/** The block that holds the argument. */
function bodyOf({ nodes, entries }: Place): Mapping {
  const last = entries.at(-1)
  const body = nodes.find(node => node.kind === 'mapping' && last !== undefined && node.entries.includes(last))
  return body?.kind === 'mapping' ? body : { kind: 'mapping', range: [0, 0], entries: last ? [last] : [] }
}
