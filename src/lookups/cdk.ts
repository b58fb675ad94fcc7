import type { Document } from '../core/document.ts'
import type { Edit, Fix, SecretRef } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import { type ProgramCall, isProgramCall } from '../core/program.ts'
import { type Entry, type Node, stringOf } from '../core/tree.ts'
import { type CdkProgram, inLanguage, originOf, quoted, spellClass } from './cdk/spelling.ts'
import { dynamicReference } from './cloudformation.ts'
import { isBracketed, marginAt, startsLine, withoutItem } from './items.ts'
import { freeName, lineEnd, lineEndAt, partOf } from './layout.ts'
import { camelCase, shortWords, spell } from './names.ts'
import type { Spelled } from './namespace.ts'
import { membersOf, wayTo, type Way } from './way.ts'

export default {
  id: 'cdk',
  matches: ({ format, text }) => format.readProgram !== undefined && /\b(?:from|import|require\()\s*["']?(?:aws-cdk-lib|aws_cdk)\b/.test(text),
  replace,
  parses: document => document.program !== undefined,
} satisfies Lookup as Lookup

/** The template refers to the secret by its name, and CloudFormation or the container reads it. */
function replace(placed: Named, document: Document): readonly Fix[] | Declined {
  const { program } = document
  if (!program) return { declined: 'The file does not parse.' }
  const file: CdkProgram = { document, program, isPython: document.format.language.id === 'python' }
  const way = wayTo(placed.literal.content, program)
  if (!way) return { declined: 'Infrastructure takes a reference to the secret, not its value; give the construct `SecretValue.secretsManager(…)` or `Secret.fromSecretNameV2(…)` where it is used.' }
  const keys = way.entries.map(({ key }) => camelKey(key))
  const owner = way.calls.at(-1)?.callee ?? ''
  const found = keys.includes('environmentVariables') && isOf(file, way, 'codebuild')
    ? inBuild(placed, file, way)
    : keys.at(-2) === 'environment' && isContainer(file, way)
      ? inContainer(placed, file, way)
      : /(?:^|\.)Cfn(?!Output|Parameter|Mapping|Condition|CustomResource|Include)\w+$/.test(way.calls[0]?.callee ?? '')
        ? inProperty(placed, file, keys)
        : declinedAt(keys, owner)
  if (typeof found === 'string') return { declined: found }
  return [{ title: `Read \`${spell(placed.ref)}\` from Secrets Manager`, safety: 'review', requires: placed.ref, edits: found }]
}

function camelKey(key: string): string {
  return key.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase())
}

function isOf({ program }: CdkProgram, { calls }: Way, service: string): boolean {
  return calls.some(({ callee }) => originOf(program, callee)?.startsWith(`aws_${service}.`))
}

function isContainer(file: CdkProgram, way: Way): boolean {
  return way.calls.some(({ callee }) => /\.add_?[cC]ontainer$/.test(callee)) || isOf(file, way, 'ecs') || isOf(file, way, 'ecs_patterns')
}

function declinedAt(keys: readonly string[], owner: string): string {
  if (keys.some(key => /^environment|^variables$/.test(key))) return 'The value would be readable in the configuration again; pass the name of the secret, `grantRead` it and read it in the code.'
  if (keys.some(key => /^secret(?:String|Object)Value$/.test(key))) return 'A secret cannot read itself; set its value out of band.'
  if (/StringParameter$/.test(owner)) return 'The parameter would hold the secret in plain text; read the secret where the parameter is read.'
  if (/CfnOutput$|[aA]ddCommands$|add_commands$|[uU]serData/.test(owner)) return 'The value would be readable again; read the secret where it is used.'
  return 'What this becomes in the template is not known; give the construct `SecretValue.secretsManager(…)` where it takes one.'
}

/** The string of a property that CloudFormation reads: a dynamic reference, which it resolves. */
function inProperty(placed: Named, { document: { text } }: CdkProgram, keys: readonly string[]): readonly Edit[] | string {
  if (keys.length === 0) return declinedAt(keys, '')
  if (keys.some(key => /environment|variables|userData|metadata|tags|description|command|optionSettings|zipFile|definition|template|body/i.test(key))) return declinedAt(['environment'], '')
  if (placed.literal.interpolated || /^\w*f/i.test(text.slice(placed.literal.range[0], placed.literal.content[0]))) return 'The string is put together from parts; put the secret into a string of its own first.'
  return [{ range: partOf(placed) ?? placed.literal.content, text: dynamicReference(placed.ref) }]
}

/** A variable of a build names the secret itself. */
function inBuild(placed: Named, file: CdkProgram, { entries, holders }: Way): readonly Edit[] | string {
  const { document: { text } } = file
  const value = entries.at(-1)
  const holder = holders.at(-1)
  if (value?.key !== 'value' || !holder || partOf(placed)) return 'Only a whole variable can come from Secrets Manager.'
  const type = spellClass(file, 'codebuild', 'BuildEnvironmentVariableType')
  if (!type) return 'The module of CodeBuild cannot be named here.'
  const known = membersOf(holder).find(({ key }) => key === 'type')
  const { id, key } = placed.ref
  const kind = `${type.text}.SECRETS_MANAGER`
  const own = startsLine(text, value.range[0]) ? lineEnd(text) + marginAt(text, value.range[0]) : ' '
  const added = isProgramCall(holder) ? `,${own}type=${kind}` : `,${own}${text.slice(value.range[0], value.keyRange[0])}type${text.slice(value.keyRange[1], value.value.range[0])}${kind}`
  return [...type.edits, { range: placed.literal.content, text: key === undefined ? id : `${id}:${key}` }, known ? { range: known.value.range, text: kind } : { range: [value.range[1], value.range[1]], text: added }]
}

/** A variable of a container moves from `environment` to `secrets`. */
function inContainer(placed: Named, file: CdkProgram, { calls, entries, holders }: Way): readonly Edit[] | string {
  const { document: { text } } = file
  const [environment, variable] = entries.slice(-2)
  const [holder, variables] = holders.slice(-2)
  if (!environment || !variable || !holder || variables?.kind !== 'mapping' || !isBracketed(text, variables)) return 'The variables are put together elsewhere; write them into the container first.'
  if (partOf(placed)) return 'ECS fills a variable only as a whole; put the secret part into a variable of its own.'
  const given = membersOf(holder).find(({ key }) => key === 'secrets')
  if (given && (given.value.kind !== 'mapping' || (given.value.entries.length === 0 && !/^\{\s*\}$/.test(text.slice(...given.value.range))))) return 'The secrets are put together elsewhere; write them into the container first.'
  const secret = secretOf(placed.ref, file, calls[0])
  const type = spellClass(file, 'ecs', 'Secret')
  if (!secret || !type) return 'The secret needs the scope of a construct; make the container within the constructor of a stack or construct.'
  const field = placed.ref.key === undefined ? '' : `, ${quoted(file, placed.ref.key)}`
  const value = `${type.text}.${inLanguage(file, 'fromSecretsManager')}(${secret.text}${field})`
  return [...secret.edits, ...type.edits, ...moved(placed, text, { environment, variable, holder, variables: variables.entries, value })]
}

interface Move {
  readonly environment: Entry
  readonly variable: Entry
  readonly holder: Node
  readonly variables: readonly Entry[]
  readonly value: string
}

function moved(placed: Named, text: string, { environment, variable, holder, variables, value }: Move): readonly Edit[] {
  const secrets = membersOf(holder).find(({ key }) => key === 'secrets')
  const last = secrets?.value.kind === 'mapping' ? secrets.value.entries.at(-1) : undefined
  // What is spread into the mapping is no entry of it.
  const isAlone = variables.length === 1 && !/\.\.\.|\*\*/.test(text.slice(...environment.value.range))
  if (isAlone && !secrets) return [{ range: environment.keyRange, text: 'secrets' }, { range: placed.literal.range, text: value }]
  const removed = isAlone ? withoutItem(text, environment, membersOf(holder)) : withoutItem(text, variable, variables)
  const added = text.slice(variable.range[0], variable.value.range[0]) + value
  const eol = lineEnd(text)
  if (last) return [...removed, { range: [last.range[1], last.range[1]], text: `,${startsLine(text, last.range[0]) ? eol + marginAt(text, last.range[0]) : ' '}${added}` }]
  if (secrets) return [...removed, { range: secrets.value.range, text: `{ ${added} }` }]
  const head = text.slice(environment.range[0], environment.value.range[0]).replace('environment', 'secrets')
  const outer = startsLine(text, environment.range[0]) ? eol + marginAt(text, environment.range[0]) : ' '
  const pad = /^\{( *)/.exec(text.slice(environment.value.range[0]))?.[1] ?? ''
  const [open, close] = startsLine(text, variable.range[0]) ? [eol + marginAt(text, variable.range[0]), `,${eol}${marginAt(text, environment.range[0])}`] : [pad, pad]
  const [, end] = environment.value.range
  // The bracket is replaced and not followed, so that of two variables the second joins the mapping of the first.
  return [...removed, { range: [end - 1, end], text: `},${outer}${head}{${open}${added}${close}}` }]
}

/** The construct of a secret, which the constructor has or is given behind its call of `super`. */
function secretOf(ref: SecretRef, file: CdkProgram, call: ProgramCall | undefined): Spelled | undefined {
  const { document: { text }, program, isPython } = file
  const known = program.bindings.find(({ value, scope }) => isProgramCall(value) && /\.from_?secret_?name_?v2$/i.test(value.callee) && stringOf(value.positional[2]) === ref.id && scope === call?.scope)
  if (known && known.range[1] < (call?.range[0] ?? 0)) return { text: known.name, edits: [] }
  const above = program.calls.find(({ callee, scope }) => (callee === 'super' || callee === 'super().__init__') && scope === call?.scope)
  const type = spellClass(file, 'secretsmanager', 'Secret')
  if (!above || !type) return undefined
  const words = shortWords(ref.id)
  const name = camelCase(/^[a-z]/.test(words[0] ?? '') ? [...words, 'secret'] : ['secret', ...words])
  const id = [name, `${name}Lookup`].map(one => one.charAt(0).toUpperCase() + one.slice(1)).find(one => !new RegExp(`["'\`]${one}["'\`]`).test(text))
  if (id === undefined) return undefined
  const local = freeName(text, inLanguage(file, name), inLanguage(file, `${name}Lookup`))
  const at = lineEndAt(text, above.statement[1])
  const end = /^\s*;/.test(text.slice(above.statement[1], at)) || text.slice(...above.statement).endsWith(';') ? ';' : ''
  const made = `${type.text}.${inLanguage(file, 'fromSecretNameV2')}(${isPython ? 'self' : 'this'}, ${quoted(file, id)}, ${quoted(file, ref.id)})${end}`
  return { text: local, edits: [...type.edits, { range: [at, at], text: lineEnd(text) + marginAt(text, above.statement[0]) + (isPython ? '' : 'const ') + `${local} = ${made}` }] }
}
