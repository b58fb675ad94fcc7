import type { Edit } from '../../core/fix.ts'
import { DeployedAccount, NewParameter, type PropertyValue, type Resource, ResourceReference } from '../../core/module.ts'
import type { ProgramCall } from '../../core/program.ts'
import type { Range } from '../../core/text.ts'
import type { Entry, Mapping, Node } from '../../core/tree.ts'
import { eolOf, indentAt, lineEnd, startsLine } from '../text.ts'
import type { Draft } from './draft.ts'
import type { CdkFile } from './file.ts'
import { type Spelled, inLanguage, optionName, quoted, spellClass } from './spelling.ts'

/** What must be known of a program to add to it. */
export type Written = Pick<CdkFile, 'document' | 'isPython'>

/** The name that a construct is bound to. */
export function nameOf({ program }: Pick<CdkFile, 'program'>, made: Node): string | undefined {
  return program.bindings.find(({ value }) => value === made)?.name
}

/** What the construct of a resource is called in the program. */
export type Names = (resource: Resource) => Draft | undefined

/** What a value of CloudFormation is in a program. `property`: the one that it is given to, by CloudFormation's name. */
export function spellValue(file: CdkFile, draft: Draft, property: string, value: PropertyValue, drafts: Names): Spelled | undefined {
  const levelOne = draft.made.callee.replace(/^.*\./, '').startsWith('Cfn')
  if (value instanceof ResourceReference) {
    const target = drafts(value.resource)
    const name = target && nameOf(file, target.made)
    if (!target || name === undefined) return undefined
    if (target.made.callee.replace(/^.*\./, '').startsWith('Cfn')) return { text: `${name}.${target.type === 'AWS::KMS::Key' ? inLanguage(file, 'attrArn') : 'ref'}`, edits: [] }
    const key = target.type === 'AWS::KMS::Key'
    if (key && !levelOne) return { text: name, edits: [] }
    return { text: `${name}.${inLanguage(file, key ? 'keyArn' : 'secretArn')}`, edits: [] }
  }
  if (value instanceof NewParameter) return levelOne || property === 'Tags' ? parameterText(file, draft, value) : imported(file, draft, property, value)
  if (value instanceof DeployedAccount) return accountText(file)
  if (typeof value === 'string') return { text: quoted(file, value), edits: [] }
  if (typeof value === 'number') return { text: String(value), edits: [] }
  if (typeof value === 'boolean') return { text: file.isPython ? (value ? 'True' : 'False') : String(value), edits: [] }
  const inner = (key: string, own: PropertyValue): Spelled | undefined => spellValue(file, draft, property === 'Tags' ? property : key, own, drafts)
  if (Array.isArray(value)) {
    const parts = (value as readonly PropertyValue[]).map(own => inner(property, own))
    return parts.every(part => part !== undefined) ? { text: `[${parts.map(({ text }) => text).join(', ')}]`, edits: parts.flatMap(({ edits }) => edits) } : undefined
  }
  const parts = Object.entries(value).map(([key, own]) => ({ key, spelled: inner(key, own) }))
  const spelled = parts.flatMap(part => (part.spelled ? [{ key: part.key, ...part.spelled }] : []))
  if (spelled.length < parts.length) return undefined
  const keyText = (key: string): string => (file.isPython ? quoted(file, /^[A-Z]\w*$/.test(key) && !/^String/.test(key) ? optionName(file, key) : key) : /^[A-Z]\w*$/.test(key) && !/^String/.test(key) ? optionName(file, key) : quotedKey(file, key))
  return { text: `{ ${spelled.map(({ key, text }) => `${keyText(key)}: ${text}`).join(', ')} }`, edits: spelled.flatMap(({ edits }) => edits) }
}

function quotedKey(file: CdkFile, key: string): string {
  return /^\w+$/.test(key) ? key : quoted(file, key)
}

/** The scope that a construct is made in: `this`. */
function scopeOf({ document: { text }, isPython }: CdkFile, { made }: Draft): string {
  const [first] = made.positional
  return first?.kind === 'reference' && made.positional.length > 1 ? text.slice(...first.range) : isPython ? 'self' : 'this'
}

/** An id that no other fix gives in the same scope. */
function constructId({ id }: Draft, name: string): string {
  return id.replace(/\W+/g, '') + name
}

/** A parameter of the stack that the deployer gives. */
function parameterText(file: CdkFile, draft: Draft, { name, description }: NewParameter): Spelled | undefined {
  const parameter = spellClass(file, 'core', 'CfnParameter')
  if (!parameter) return undefined
  const scope = scopeOf(file, draft)
  const id = quoted(file, constructId(draft, name))
  const text = file.isPython
    ? `${parameter.text}(${scope}, ${id}, description=${quoted(file, description)}).value_as_string`
    : `new ${parameter.text}(${scope}, ${id}, { description: ${quoted(file, description)} }).valueAsString`
  return { text, edits: parameter.edits }
}

/** A construct by the ARN that the deployer gives. */
function imported(file: CdkFile, draft: Draft, property: string, parameter: NewParameter): Spelled | undefined {
  const arn = parameterText(file, draft, parameter)
  const key = property === 'KmsKeyId'
  const own = key ? spellClass(file, 'kms', 'Key') : spellClass(file, 'lambda', 'Function')
  if (!arn || !own) return undefined
  const id = quoted(file, constructId(draft, parameter.name.replace(/Arn$/, '')))
  return { text: `${own.text}.${inLanguage(file, key ? 'fromKeyArn' : 'fromFunctionArn')}(${scopeOf(file, draft)}, ${id}, ${arn.text})`, edits: [...own.edits, ...arn.edits] }
}

function accountText(file: CdkFile): Spelled | undefined {
  const { text } = file.document
  if (file.isPython ? /class \w+\((?:\w+\.)?Stack\)/.test(text) : /\bextends (?:\w+\.)?Stack\b/.test(text)) return { text: file.isPython ? 'self.account' : 'this.account', edits: [] }
  const aws = spellClass(file, 'core', 'Aws')
  return aws && { text: `${aws.text}.ACCOUNT_ID`, edits: aws.edits }
}

/** Edits that give a call one more option. */
export function addOption(file: Written, made: ProgramCall, name: string, value: string): readonly Edit[] | undefined {
  const { text } = file.document
  const close = made.range[1] - 1
  const given = [...made.positional.map(({ range }) => range), ...made.keywords.map(({ range }) => range)]
  if (file.isPython) return insert(text, text.indexOf('(', made.calleeRange[1]) + 1, close, given, `${name}=${value}`, '')
  const last = made.positional.at(-1)
  if (last?.kind === 'mapping') return addEntry(file, last, name, value)
  if (last && (last.kind !== 'scalar' && last.kind !== 'reference' && last.kind !== 'call')) return undefined
  return insert(text, text.indexOf('(', made.calleeRange[1]) + 1, close, given, `{ ${name}: ${value} }`, '')
}

/** Edits that add an entry to an object, or a keyword to the call that makes one. */
export function addEntry({ document: { text }, isPython }: Written, { range, entries }: Mapping, name: string, value: string): readonly Edit[] | undefined {
  const close = range[1] - 1
  const brace = text[range[0]] === '{'
  if (!brace && !isPython) return undefined
  const open = brace ? range[0] + 1 : text.indexOf('(', range[0]) + 1
  const quote = brace && entries.some(({ keyRange }) => /["']/.test(text[keyRange[0] - 1] ?? '')) ? (text[(entries[0]?.keyRange[0] ?? 1) - 1] ?? '"') : ''
  return insert(text, open, close, entries.map(({ range: own }) => own), brace ? `${quote}${name}${quote}: ${value}` : `${name}=${value}`, brace ? ' ' : '')
}

/** Puts options in the place of one, in its layout. */
export function replaceOption({ document: { text }, isPython }: Written, { range, keyRange }: Entry, options: readonly (readonly [name: string, value: string])[]): readonly Edit[] {
  const quote = /["']/.exec(text[range[0]] ?? '')?.[0] ?? ''
  const equals = isPython && quote === '' && /^\s*=/.test(text.slice(keyRange[1]))
  const written = options.map(([name, value]) => `${quote}${name}${quote}${equals ? '=' : ': '}${value}`)
  return [{ range, text: written.join(startsLine(text, range[0]) ? `,${eolOf(text)}${indentAt(text, range[0])}` : ', ') }]
}

/** Puts one more item behind those between two brackets, in their layout. */
function insert(text: string, open: number, close: number, items: readonly Range[], added: string, padding: string): readonly Edit[] {
  const last = items.at(-1)
  if (!last) return [{ range: [open, close], text: padding + added + padding }]
  const comma = /^\s*,/.exec(text.slice(last[1], close))?.[0].length ?? 0
  const end = last[1] + comma
  if (!startsLine(text, last[0])) return [{ range: [end, end], text: comma > 0 ? ` ${added},` : `, ${added}` }]
  const line = lineEnd(text, [last[0], end])
  const alone = line <= close && !/[)}\]]/.test(text.slice(end, line).replace(/(?:\/\/|#).*/, ''))
  const at = alone ? line : end
  const own = eolOf(text) + indentAt(text, last[0]) + added + (comma > 0 ? ',' : '')
  return comma > 0 ? [{ range: [at, at], text: own }] : [{ range: [end, end], text: ',' }, { range: [at, at], text: own }]
}

/** Edits that put a statement behind the one that makes a construct, which gets a name if it has none. */
export function addStatement(file: Written & Pick<CdkFile, 'program'>, { made, id }: Pick<Draft, 'made' | 'id'>, write: (name: string) => string): readonly Edit[] | undefined {
  const { document: { text }, isPython, program } = file
  const bound = nameOf(file, made)
  const [start] = made.statement
  const bare = text.slice(start, made.range[0]).trim()
  if (bound === undefined && bare !== '' && bare !== 'new') return undefined
  const wished = id.replace(/\W+/g, '').replace(/^[A-Z]+(?![a-z])|^[A-Z]/, letters => letters.toLowerCase())
  const name = bound ?? inLanguage(file, wished)
  if (bound === undefined && (!/^[a-z]\w*$/.test(name) || program.bindings.some(({ name: own }) => own === name) || program.imports.some(({ local }) => local === name))) return undefined
  const naming: readonly Edit[] = bound === undefined ? [{ range: [start, start], text: isPython ? `${name} = ` : `const ${name} = ` }] : []
  const at = lineEnd(text, made.statement)
  const end = !isPython && text.slice(...made.statement).trimEnd().endsWith(';') ? ';' : ''
  return [...naming, { range: [at, at], text: eolOf(text) + indentAt(text, start) + write(name) + end }]
}

/** The entry of a draft's properties under a path, and the mapping that lacks the rest of it. */
export function locate(properties: Mapping, path: readonly string[]): { readonly entry?: Entry; readonly within: Mapping; readonly rest: readonly string[] } {
  const [name = '', ...rest] = path
  const found = properties.entries.findLast(({ key }) => key.toLowerCase() === name.toLowerCase())
  if (!found) return { within: properties, rest: path }
  const [index, ...deeper] = rest
  const item = found.value.kind === 'sequence' && index !== undefined ? found.value.items[Number(index)] : undefined
  if (item?.kind === 'mapping') return locate(item, deeper)
  if (found.value.kind === 'mapping' && rest.length > 0) return locate(found.value, rest)
  return { entry: found, within: properties, rest }
}
