import type { Document } from '../core/document.ts'
import type { Edit, Fix, SecretRef } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import { entry, get, stringOf, walk, type Node } from '../core/tree.ts'
import { dynamicReference, inTemplate } from './cloudformation.ts'
import { isBracketed, marginAt, startsLine } from './items.ts'
import { lineEnd, lineStartAt, partOf, preferredQuote } from './layout.ts'
import { camelCase, shortWords, spell } from './names.ts'
import { keysOf, placeOf, type Place } from './place.ts'

export default {
  id: 'serverless',
  matches: document => document.format.id === 'yaml' && /^["']?provider\b/m.test(document.text) && isService(document.parsed.documents[0]),
  replace,
} satisfies Lookup as Lookup

function isService(root: Node | undefined): boolean {
  const provider = get(root, 'provider')
  return (stringOf(provider) ?? stringOf(get(provider, 'name'))) === 'aws' && (entry(root, 'service') ?? entry(root, 'functions')) !== undefined
}

const READABLE = 'The value would be readable in the configuration of the function again; pass the name of the secret, allow the function to read it and read it in the code.'

/** A property of `resources` is CloudFormation's; what the framework itself reads takes a variable of it. */
function replace(placed: Named, document: Document): readonly Fix[] | Declined {
  const place = placeOf(document, placed.literal.content)
  if (!place || place.nodes.at(-1)?.kind !== 'scalar') return { declined: 'The secret does not stand in a value.' }
  const keys = keysOf(place)
  if (keys[0] === 'resources') return inTemplate(placed, templateIn(place), document)
  if (keys.includes('environment')) return { declined: READABLE }
  if (keys[0] !== 'custom') return { declined: 'What becomes of the value is not known; read it with `${ssm:/aws/reference/secretsmanager/…}` if the framework alone needs it, else in the code.' }
  const used = usesOf(keys, place.nodes[0])
  if (used === 'environment') return { declined: READABLE }
  return used === 'resources' ? byReference(placed, document) : byVariable(placed, place, document)
}

/** The place within the template that `resources`, or an item of it, is. */
function templateIn({ entries, nodes }: Place): Place | undefined {
  const at = entries.findIndex(({ key }, index) => index > 0 && key === 'Resources')
  const root = nodes.findIndex(node => node.kind === 'mapping' && node.entries.some(one => one === entries[at]))
  return at < 0 || root < 0 ? undefined : { entries: entries.slice(at), nodes: nodes.slice(root) }
}

/** Where the file uses a value of `custom`, the most telling place first. */
function usesOf(keys: readonly string[], root: Node | undefined): 'environment' | 'resources' | 'framework' {
  const variables = keys.map((_, index) => `\${self:${keys.slice(0, index + 1).join('.')}`).slice(1)
  const [whole = ''] = variables.slice(-1)
  const isUsed = (node: Node | undefined): boolean =>
    node !== undefined && [...walk(node)].some(one => variables.some(name => (stringOf(one) ?? '').split(name).slice(1).some(rest => /^[,}]/.test(rest) || (name === whole && rest.startsWith(' ')))))
  const sections = root?.kind === 'mapping' ? root.entries : []
  const environments = sections.flatMap(({ value }) => [...walk(value)]).flatMap(node => (node.kind === 'mapping' ? node.entries.filter(({ key }) => /^(?:environment|Environment|UserData|Metadata|Tags)$/.test(key)) : []))
  const isComputed = (node: Node): boolean => [...walk(node)].some(one => stringOf(one)?.includes('${self:custom.${'))
  if (environments.some(({ value }) => isUsed(value) || isComputed(value))) return 'environment'
  return isUsed(get(root, 'resources')) ? 'resources' : 'framework'
}

/** A text that CloudFormation resolves where it is put. */
function byReference(placed: Named, { text }: Document): readonly Fix[] {
  return [fixOf(placed.ref, valueEdit(placed, dynamicReference(placed.ref), text, true))]
}

/** A variable that the framework fills when it packages: https://www.serverless.com/framework/docs/providers/aws/guide/variables#reference-variables-using-aws-secrets-manager */
function byVariable(placed: Named, place: Place, document: Document): readonly Fix[] | Declined {
  const { text } = document
  const { id, key } = placed.ref
  const version = versionOf(place.nodes[0], text)
  if (version === undefined) return { declined: 'How the framework reads a secret depends on its version; say `frameworkVersion` first.' }
  const source = `\${ssm:/aws/reference/secretsmanager/${id}${version < 3 ? '~true' : ''}}`
  const isFlow = isBracketed(text, place.nodes.at(-2) ?? place.nodes[0] as Node)
  if (key === undefined) return [fixOf(placed.ref, valueEdit(placed, source, text, isFlow))]
  if (version < 3) return { declined: 'This version of the framework does not take a key of a secret apart; keep the value in a secret of its own.' }
  const custom = place.entries[0]
  const [first] = custom?.value.kind === 'mapping' ? custom.value.entries : []
  const known = custom?.value.kind === 'mapping' ? custom.value.entries.find(({ value }) => stringOf(value) === source)?.key : undefined
  const name = known ?? freeKey(camelCase([...shortWords(id), 'secret']), custom?.value)
  if (!custom || !first || isBracketed(text, custom.value) || !startsLine(text, first.range[0])) return { declined: 'The layout of `custom` leaves no room for the secret; write it as a block.' }
  const at = lineStartAt(text, first.range[0])
  const added: readonly Edit[] = known === undefined ? [{ range: [at, at], text: `${marginAt(text, first.range[0])}${name}: ${source}${lineEnd(text)}` }] : []
  return [fixOf(placed.ref, ...added, valueEdit(placed, `\${self:custom.${name}.${key}}`, text, isFlow))]
}

function freeKey(wished: string, custom: Node | undefined): string {
  return entry(custom, wished) ? freeKey(`${wished}Value`, custom) : wished
}

function fixOf(ref: SecretRef, ...edits: readonly Edit[]): Fix {
  return { title: `Read \`${spell(ref)}\` from Secrets Manager`, safety: 'review', requires: ref, edits }
}

function valueEdit(placed: Named, value: string, text: string, needsQuotes: boolean): Edit {
  const { literal } = placed
  const part = partOf(placed)
  if (literal.quote !== '' || !needsQuotes) return { range: part ?? literal.content, text: value }
  const quote = preferredQuote(text, "'")
  const content = part ? text.slice(literal.content[0], part[0]) + value + text.slice(part[1], literal.content[1]) : value
  return { range: literal.content, text: quote + content + quote }
}

/** The major version of the framework, as the service says it, or 3 where what it uses is newer than version 2. */
function versionOf(root: Node | undefined, text: string): number | undefined {
  const said = /\d+/.exec(stringOf(get(root, 'frameworkVersion')) ?? String(numberOf(get(root, 'frameworkVersion')) ?? ''))?.[0]
  if (said !== undefined) return /variablesResolutionMode:\s*["']?20210326/.test(text) ? 3 : Number(said)
  return /\b(?:nodejs(?:18|2\d)|python3\.1\d|java(?:17|21))\b/.test(stringOf(get(root, 'provider', 'runtime')) ?? '') ? 3 : undefined
}

function numberOf(node: Node | undefined): number | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined
}
