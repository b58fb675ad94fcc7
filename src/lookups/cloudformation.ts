import type { Document } from '../core/document.ts'
import type { Edit, Fix, SecretRef } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import { entry, get, stringOf, type Entry } from '../core/tree.ts'
import { partOf, preferredQuote } from './layout.ts'
import { MANAGED } from './managed.ts'
import { spell } from './names.ts'
import { keysOf, placeOf, type Place } from './place.ts'

export default {
  id: 'cloudformation',
  matches(document) {
    const { format, text } = document
    // Reading a large YAML file costs a hundred times what looking for a word does.
    if ((format.id !== 'yaml' && format.id !== 'json') || !text.includes('Resources') || !/(?:AWS|Custom|Alexa)::/.test(text)) return false
    const [root] = document.parsed.documents
    const resources = get(root, 'Resources')
    return resources?.kind === 'mapping' && resources.entries.some(({ value }) => /^(?:AWS|Custom|Alexa)::/.test(stringOf(get(value, 'Type')) ?? ''))
  },
  replace,
} satisfies Lookup as Lookup

/** CloudFormation's limit for one template: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html */
const MOST_REFERENCES = 60

function replace(placed: Named, document: Document): readonly Fix[] | Declined {
  return inTemplate(placed, placeOf(document, placed.literal.content), document)
}

/** Fixes of a literal whose place is told from the root of a template on. */
export function inTemplate(placed: Named, place: Place | undefined, document: Document): readonly Fix[] | Declined {
  const last = place?.entries.at(-1)
  if (!place || !last || !isValue(place)) return { declined: 'The secret does not stand in a value of the template.' }
  const type = stringOf(entry(place.entries[1]?.value, 'Type')?.value) ?? ''
  const declined = declinedAt(place, type, document.text)
  if (declined) return { declined }
  if (place.nodes.some(node => node.kind === 'call' && document.text.slice(...node.range).includes('{{resolve:'))) return { declined: 'It is part of a reference to a secret already.' }
  const title = `Read \`${spell(placed.ref)}\` from Secrets Manager`
  if (type === 'AWS::CodeBuild::Project' && keysOf(place).includes('EnvironmentVariables')) return inCodeBuild(placed, place, last, document, title)
  const fix: Fix = { title, safety: 'review', requires: placed.ref, edits: [replacement(placed, document, dynamicReference(placed.ref))] }
  const managed = managedFix(last, type, document)
  return managed ? [fix, managed] : [fix]
}

/** `{{resolve:…}}` of a secret. */
export function dynamicReference({ id, key }: SecretRef): string {
  return `{{resolve:secretsmanager:${id}${key === undefined ? '' : `:SecretString:${key}`}}}`
}

/** Whether a place holds text that reaches a property: not the name of a resource, a condition or an export. */
function isValue({ nodes, entries }: Place): boolean {
  const takes = (name: string, index: number): boolean => name === 'Sub' || name === 'Join' || name === 'Base64' || (name === 'If' && index > 0)
  const inCalls = nodes.every((node, at) => node.kind !== 'call' || takes(node.callee, node.arguments.indexOf(nodes[at + 1] ?? node)))
  const inKeys = entries.every(({ key, value }) => !/^(?:Ref|Condition|Fn::)/.test(key) || takes(key.replace('Fn::', ''), value.kind === 'sequence' ? value.items.findIndex(item => nodes.includes(item)) : 1))
  return nodes.at(-1)?.kind === 'scalar' && inCalls && inKeys
}

/** Why a dynamic reference is not resolved, or not kept secret, at a place. */
function declinedAt(place: Place, type: string, text: string): string | undefined {
  const [section, , attribute] = keysOf(place)
  const inner = keysOf(place).slice(3)
  if (section !== 'Resources' || attribute !== 'Properties') return 'CloudFormation resolves a reference to a secret only in a property of a resource.'
  if (type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource') return 'CloudFormation does not resolve references to secrets in custom resources.'
  if (type.startsWith('AWS::SecretsManager::')) return 'A secret cannot read itself; let `GenerateSecretString` make it.'
  if (type === 'AWS::SSM::Parameter') return 'The parameter would hold the secret in plain text; read the secret where the parameter is read.'
  if (inner.includes('EnvironmentVariables') && type === 'AWS::CodeBuild::Project') return undefined
  if (inner.some(key => /^(?:Environment|EnvironmentVariables|RuntimeEnvironmentVariables|Variables|OptionSettings)$/.test(key))) {
    return type === 'AWS::ECS::TaskDefinition'
      ? 'The value would be readable in the task definition; use `Secrets` with the ARN of the secret in `ValueFrom`.'
      : 'The value would be readable in the configuration again; pass the name of the secret and read it in the code.'
  }
  if (inner.some(key => /^(?:UserData|Metadata|Tags|Description|Command|StartCommand|ZipFile|InlineCode|Body|Definition(?:Body|String|Substitutions)?)$/.test(key))) return 'The value would be readable again; read the secret where it is used.'
  if (text.split('{{resolve:').length > MOST_REFERENCES) return 'A template may hold 60 references at most.'
  return undefined
}

/** The edit of the literal, quoted as its syntax needs: a plain scalar of YAML may not begin with `{`. */
function replacement(placed: Named, { text }: Document, value: string): Edit {
  const { literal } = placed
  const part = partOf(placed)
  if (literal.quote !== '') return { range: part ?? literal.content, text: value }
  const content = part ? text.slice(literal.content[0], part[0]) + value + text.slice(part[1], literal.content[1]) : value
  const quote = preferredQuote(text, "'")
  const escaped = quote === "'" ? content.replaceAll("'", "''") : content.replace(/["\\]/g, '\\$&')
  return { range: literal.content, text: quote + escaped + quote }
}

/** A variable of a build names the secret itself: `Type: SECRETS_MANAGER`, `Value: id:key`. */
function inCodeBuild(placed: Named, { nodes, entries }: Place, value: Entry, document: Document, title: string): readonly Fix[] | Declined {
  const variable = nodes.findLast(node => node.kind === 'mapping')
  const type = entry(variable, 'Type')
  if (partOf(placed) || value.key !== 'Value' || entries.length === 0) return { declined: 'Only a whole variable can come from Secrets Manager.' }
  const { id, key } = placed.ref
  const name = key === undefined ? id : `${id}:${key}`
  const edits: Edit[] = [{ range: placed.literal.content, text: name }]
  if (type?.value.kind === 'scalar') edits.push({ range: type.value.content, text: 'SECRETS_MANAGER' })
  else edits.push({ range: [value.range[0], value.range[0]], text: besideOf(value, document, 'Type', 'SECRETS_MANAGER') })
  return [{ title, safety: 'review', requires: placed.ref, edits }]
}

/** An entry written before another one, in its layout. */
function besideOf(value: Entry, { text, format }: Document, key: string, content: string): string {
  const line = text.slice(text.lastIndexOf('\n', value.range[0] - 1) + 1, value.range[0])
  const ownLine = /^\s*(?:-\s+)?$/.test(line)
  const next = ownLine ? (text.includes('\r\n') ? '\r\n' : '\n') + line.replace('-', ' ') : ' '
  return format.id === 'json' ? `"${key}": "${content}",${next}` : `${key}: ${content}${ownLine ? '' : ','}${next}`
}

function managedFix({ key, range }: Entry, type: string, { text, format }: Document): Fix | undefined {
  const managed = MANAGED.find(({ cloudformation }) => cloudformation.type === type && cloudformation.argument === key)?.cloudformation
  if (!managed || text.includes(managed.manage)) return undefined
  return { title: `Let the service keep and rotate the password (\`${managed.manage}\`)`, safety: 'review', edits: [{ range, text: format.id === 'json' ? `"${managed.manage}": true` : `${managed.manage}: true` }] }
}
