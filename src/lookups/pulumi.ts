import type { Document } from '../core/document.ts'
import type { Edit, Fix, SecretRef } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import { type Program, type ProgramCall, isProgramCall, qualified } from '../core/program.ts'
import type { ProjectFacts } from '../core/rule.ts'
import { type Node, walk } from '../core/tree.ts'
import { member } from './javascript/member.ts'
import { asTemplate } from './javascript/replace.ts'
import { freeName, lineEnd, lineEndAt, partOf, preferredQuote } from './layout.ts'
import { camelCase, shortWords, spell, wordsOf } from './names.ts'
import { type Spelled, importBehind, namespaceOf } from './namespace.ts'
import { Insertions } from './python/insert.ts'
import { moduleOf } from './python/syntax.ts'
import { type Way, wayTo } from './way.ts'

export default {
  id: 'pulumi',
  matches: ({ format, text }) => format.readProgram !== undefined && /\b(?:from|import|require\()\s*["']?(?:@pulumi\/|pulumi\b|pulumi_)/.test(text),
  replace,
  parses: document => document.program !== undefined,
} satisfies Lookup as Lookup

/** The engine reads the secret when it deploys, and keeps it encrypted in its state: https://www.pulumi.com/registry/packages/aws/api-docs/secretsmanager/getsecretversion/ */
function replace(placed: Named, document: Document, project: ProjectFacts): readonly Fix[] | Declined {
  const { program, text } = document
  if (!program) return { declined: 'The file does not parse.' }
  const isPython = document.format.language.id === 'python'
  const isOnAws = program.imports.some(({ module }) => /^(?:@pulumi\/(?:aws|eks)|pulumi_(?:aws|eks))/.test(module)) || ['@pulumi/aws', 'pulumi-aws'].some(name => project.dependencies.has(name))
  if (!isOnAws) return { declined: 'The project has nothing on AWS; keep the value in its configuration with `pulumi config set --secret` and read it with `config.requireSecret`.' }
  const reason = misplaced(placed, program, text)
  if (reason) return { declined: reason }
  const value = expression(placed, program, document, isPython, project)
  if (!value) return { declined: 'Nothing of Pulumi is imported as a whole here; read the secret where it is.' }
  const short = partOf(placed) && !isPython ? declared(placed.ref, value, program, text) : value
  const edit = replacement(placed, short, text, isPython)
  if (!edit) return { declined: 'The string is put together from parts; put the secret into a string of its own first.' }
  return [{
    title: `Read \`${spell(placed.ref)}\` from Secrets Manager`,
    safety: 'review',
    requires: placed.ref,
    edits: [...short.edits, edit],
    ...(!isPython && !project.dependencies.has('@pulumi/aws') && { dependencies: ['@pulumi/aws'] }),
  }]
}

function isResource(program: Program, { callee }: ProgramCall): boolean {
  return /^(?:@pulumi\/|pulumi_)/.test(qualified(program, callee) ?? '') && /(?:^|\.)[A-Z]\w*$/.test(callee)
}

/** Why an output cannot stand in a literal's place, or would show the secret. */
function misplaced(placed: Named, program: Program, text: string): string | undefined {
  const way = wayTo(placed.literal.content, program)
  if (!way) return isUsedAsInput(placed, program, text) ? undefined : 'Pulumi would keep the value in plain text; read it with `config.requireSecret` or `aws.secretsmanager.getSecretVersionOutput` where a resource takes it.'
  const keys = way.entries.map(({ key }) => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()))
  if (!way.calls[0] || !isResource(program, way.calls[0]) || keys.length === 0 || !isPlain(way, program)) return 'Only an argument of a resource takes what is known when it is deployed; put the secret there.'
  if (keys.some(key => /^env(?:ironment.*)?$|^variables$/.test(key))) return 'The value would be readable in the configuration again; pass the name of the secret and read it in the code.'
  if (keys.some(key => /^(?:userData|tags|description|containerDefinitions|metadata)/.test(key))) return 'The value would be readable again; read the secret where it is used.'
  return undefined
}

/** Whether nothing between the resource and the literal needs its text now. */
function isPlain({ calls, nodes }: Way, program: Program): boolean {
  return nodes.every(node => node.kind !== 'call' || node === calls[0] || (isProgramCall(node) ? /\bsecret$|Args$/.test(node.callee) || isResource(program, node) : node.callee === 'template'))
}

/** Whether all that the file does with a constant is to give it to resources. */
function isUsedAsInput(placed: Named, program: Program, text: string): boolean {
  const { content, range } = placed.literal
  const binding = program.bindings.find(({ value }) => value.kind === 'scalar' && value.content[0] === content[0])
  if (!binding || partOf(placed) || /\W/.test(binding.name) || /^\s*export\b/m.test(text.slice(Math.max(0, binding.range[0] - 20), binding.range[0])) || text.slice(binding.nameRange[1], range[0]).includes(':')) return false
  const resources = program.calls.filter(call => isResource(program, call))
  const given = new Set(resources.flatMap(call => [...call.positional.flatMap(inputsOf), ...call.keywords.flatMap(({ value }) => inputsOf(value))]).filter(node => node.kind === 'reference' && node.target === binding.name).map(node => node.range[0]))
  const mentions = text.match(new RegExp(`\\b${binding.name}\\b`, 'g'))?.length ?? 0
  return given.size > 0 && mentions === given.size + 1
}

/** What stands in an argument as it is, in objects and lists. */
function inputsOf(node: Node): readonly Node[] {
  return [...walk(node)].some(({ kind }) => kind === 'call') ? [] : [...walk(node)]
}

interface Expression extends Spelled {
  /** What the file calls the module of Pulumi. */
  readonly pulumi: string
}

function expression(placed: Named, program: Program, document: Document, isPython: boolean, project: ProjectFacts): Expression | undefined {
  const { ref: { id, key } } = placed
  const { text } = document
  const last = program.imports.findLast(({ module }) => /^(?:@pulumi\/|pulumi)/.test(module))
  const named = (module: string, python: string, name: string): Spelled | undefined => {
    const known = namespaceOf(program, isPython ? python : module)
    return known === undefined ? last && importBehind(last, { module, python: `import ${python} as`, names: [name] }, program, text, isPython) : { text: known, edits: [] }
  }
  const aws = named('@pulumi/aws', 'pulumi_aws', 'aws')
  const pulumi = named('@pulumi/pulumi', 'pulumi', 'pulumi')
  if (!aws || !pulumi) return undefined
  const edits = [...aws.edits, ...pulumi.edits]
  const quote = preferredQuote(text, isPython ? '"' : "'")
  if (!isPython) {
    const read = `${aws.text}.secretsmanager.getSecretVersionOutput({ secretId: ${quote}${id}${quote} }).secretString`
    const field = key === undefined ? '' : `.apply(${/\.[cm]?ts$/.test(document.path) ? '(secret: string)' : 'secret'} => JSON.parse(secret)${member(key, quote)})`
    return { text: `${pulumi.text}.secret(${read}${field})`, edits, pulumi: pulumi.text }
  }
  const insertions = new Insertions(document.text, moduleOf(document), project, placed.literal.range[0])
  const read = `${aws.text}.secretsmanager.get_secret_version_output(secret_id=${quote}${id}${quote}).secret_string`
  const field = key === undefined ? '' : `.apply(lambda secret: ${insertions.import('json')}.loads(secret)[${quote}${key}${quote}])`
  return { text: `${pulumi.text}.Output.secret(${read}${field})`, edits: [...insertions.edits, ...edits], pulumi: pulumi.text }
}

/** The value as a constant below the imports, so that a template stays readable. */
function declared({ id, key }: SecretRef, value: Expression, program: Program, text: string): Expression {
  const known = program.bindings.find(({ value: own }) => text.slice(...own.range) === value.text)?.name
  if (known !== undefined) return { ...value, text: known, edits: [] }
  const last = Math.max(...program.imports.map(({ range }) => range[1]))
  const name = freeName(text, camelCase([...shortWords(id), ...wordsOf(key ?? 'secret')]))
  const at = lineEndAt(text, last)
  const end = text.slice(last - 1, at).includes(';') ? ';' : ''
  const eol = lineEnd(text)
  return { ...value, text: name, edits: [...value.edits, { range: [at, at], text: `${eol}${eol}const ${name} = ${value.text}${end}` }] }
}

/** The literal as a whole, or its part in a text that Pulumi puts together; undefined where that would take more. */
function replacement(placed: Named, { text: value, pulumi }: Expression, text: string, isPython: boolean): Edit | undefined {
  const part = partOf(placed)
  const { range, content } = placed.literal
  if (!part) return { range, text: value }
  const [head, tail] = [text.slice(content[0], part[0]), text.slice(part[1], content[1])]
  if (isPython) {
    const quote = text.slice(range[0], content[0])
    if (!/^["']$/.test(quote)) return undefined
    return { range, text: `${pulumi}.Output.concat(${[head && quote + head + quote, value, tail && quote + tail + quote].filter(one => one !== '').join(', ')})` }
  }
  if (text[range[0]] !== '`') return { range, text: `${pulumi}.interpolate\`${asTemplate(head)}\${${value}}${asTemplate(tail)}\`` }
  const isTagged = /[\w)\]]\s*$/.test(text.slice(Math.max(0, range[0] - 50), range[0]))
  const tag = `${pulumi}.interpolate`
  if (isTagged) return text.slice(0, range[0]).endsWith(tag) ? { range: part, text: `\${${value}}` } : undefined
  return { range, text: `${tag}\`${head}\${${value}}${tail}\`` }
}
