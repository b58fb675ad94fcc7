import type { TSESTree } from '@typescript-eslint/utils'
import type { Document } from '../core/document.ts'
import type { Edit, Fix, SecretRef } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import type { ProjectFacts } from '../core/rule.ts'
import { bindsName } from './javascript/bindings.ts'
import { Insertions, styleOf } from './javascript/insert.ts'
import { member } from './javascript/member.ts'
import { readerOf } from './javascript/reader.ts'
import { importsOf, isCommonJs, programOf, siteOf, type Site } from './javascript/syntax.ts'
import { freeName, partOf } from './layout.ts'
import { camelCase, shortWords, spell, wordsOf } from './names.ts'

export default {
  id: 'javascript',
  matches: ({ path }) => /\.[cm]?[jt]sx?$/i.test(path),
  replace,
  offer: (placed, document, project) => (looksMisplaced(document) ? undefined : { title: offeredTitle(placed.ref, document, project), safety: 'review' }),
  parses: document => programOf(document) !== undefined,
} satisfies Lookup as Lookup

function replace(placed: Named, document: Document, project: ProjectFacts): readonly Fix[] | Declined {
  const program = programOf(document)
  if (!program) return { declined: 'The file does not parse.' }
  const reason = misplacedCode(program, document)
  if (reason) return { declined: reason }
  const site = siteOf(program, placed.literal.range, partOf(placed) === undefined)
  if ('declined' in site) return site
  const esm = isModule(program, document.path, project)
  if (!esm && !site.inAsync) {
    const declined = unfitForEnvironment(site, document)
    return declined ? { declined } : [fromEnvironment(placed, site, document)]
  }
  const fix = fromSecretsManager(placed, site, program, document, project, esm)
  const readsJson = fix.edits.some(({ text }) => text.includes('JSON.parse('))
  return readsJson && bindsName(program, 'JSON') ? { declined: 'The program means something else by `JSON`, which the secret is read with.' } : [fix]
}

const BROWSER = /^(?:react|react-dom|preact|vue|svelte|solid-js|jquery|@angular\/core)(?:\/|$)/
const BROWSER_GLOBAL = /\b(?:window|localStorage|sessionStorage)\.|\bdocument\.(?:getElementById|querySelector|createElement|addEventListener|cookie)\b/
const INFRASTRUCTURE = /^(?:aws-cdk-lib|@aws-cdk|@pulumi|cdktf)(?:\/|$)/

/** Why the program is no place for a lookup. */
function misplacedCode(program: TSESTree.Program, { path, text }: Document): string | undefined {
  const modules = importsOf(program).map(({ module }) => module)
  const directives = program.body.flatMap(statement => (statement.type === 'ExpressionStatement' && statement.directive ? [statement.directive] : []))
  if (!directives.includes('use server') && (/x$/i.test(path) || directives.includes('use client') || modules.some(module => BROWSER.test(module)) || BROWSER_GLOBAL.test(text))) {
    return 'Code that runs in a browser cannot keep a secret; ask a server of yours instead.'
  }
  if (modules.some(module => INFRASTRUCTURE.test(module))) return 'Infrastructure code takes a reference to the secret, such as `Secret.fromSecretNameV2`, not its value.'
  return undefined
}

const IMPORTED = /\b(?:from|require\(|import\(?)\s*["']([^"'\n]{1,100})["']/g

const misplaced = new WeakMap<Document, boolean>()

/** The same by words, for a scan: `replace` reads the syntax tree before anything is changed. */
function looksMisplaced(document: Document): boolean {
  const known = misplaced.get(document) ?? readsMisplaced(document)
  misplaced.set(document, known)
  return known
}

function readsMisplaced({ path, text }: Document): boolean {
  if (/["']use server["']/.test(text)) return false
  const modules = [...text.matchAll(IMPORTED)].map(([, module = '']) => module)
  return /x$/i.test(path) || /^["']use client["']/m.test(text) || BROWSER_GLOBAL.test(text) || modules.some(module => BROWSER.test(module) || INFRASTRUCTURE.test(module))
}

/** In CommonJS what can't wait takes the environment instead: which of both is known when the fix is made. */
function offeredTitle(ref: SecretRef, { path }: Document, { modules }: ProjectFacts): string {
  const esm = /\.m[jt]s$/i.test(path) || (modules === 'esm' && !/\.c[jt]s$/i.test(path))
  return esm ? titleOf(ref) : `Move to \`${spell(ref)}\` in Secrets Manager`
}

function titleOf(ref: SecretRef): string {
  return `Read \`${spell(ref)}\` from Secrets Manager`
}

/** Whether `await` may stand at the top level: what the ending says, else the project, unless the program says otherwise by what it calls. */
function isModule(program: TSESTree.Program, path: string, { modules }: ProjectFacts): boolean {
  const ending = /\.([cm]?)[jt]sx?$/i.exec(path)?.[1]?.toLowerCase()
  const imports = program.body.some(({ type }) => type === 'ImportDeclaration' || type.startsWith('Export'))
  return ending === 'm' || (ending !== 'c' && modules === 'esm' && (imports || !isCommonJs(program)))
}

function fromSecretsManager(placed: Named, site: Site, program: TSESTree.Program, document: Document, project: ProjectFacts, esm: boolean): Fix {
  const { ref } = placed
  const { text, path } = document
  const style = styleOf(program, text, esm)
  const insertions = new Insertions(program, text, style)
  const typed = /\.[cm]?tsx?$/i.test(path)
  const part = partOf(placed)
  const reader = readerOf({ program, text, style, typed, project, insertions, cached: !esm, before: site.node.range[0] })
  const inline = (site.inAsync && reader.cached) || (site.atTopLevel && !part && site.node.range[0] > Insertions.offset(program, text))
  let value: string
  if (inline) value = inParentheses(reader.value(ref), site)
  else {
    const known = constantOf(program, text, ref)
    const name = known ?? constantName(text, ref)
    if (!known) insertions.paragraph([`const ${name} = ${reader.whole(ref)}${style.end}`], reader.needs)
    value = ref.key === undefined ? name : `${name}${member(ref.key, style.quote)}`
  }
  return {
    title: titleOf(ref),
    safety: 'review',
    edits: [...insertions.edits, replacement(placed, site, value, text)],
    requires: ref,
    ...(reader.package !== undefined && !project.dependencies.has(reader.package) && { dependencies: [reader.package] }),
  }
}

/** The name of a constant at the top level that holds the secret already. */
function constantOf(program: TSESTree.Program, text: string, { id, key }: SecretRef): string | undefined {
  for (const statement of program.body) {
    const declared = statement.type === 'VariableDeclaration' && statement.kind === 'const' ? statement.declarations[0] : undefined
    if (declared?.id.type !== 'Identifier' || !declared.init) continue
    const written = text.slice(...declared.init.range)
    const read = /\bawait [^"'`]*["']([^"']+)["']/.exec(written)?.[1]
    const whole = !/\)\s*[.[]/.test(written)
    if (read === id && whole && (key !== undefined) === (written.startsWith('JSON.parse(') || written.includes('transform'))) {
      return declared.id.name
    }
  }
  return undefined
}

function constantName(text: string, { id }: SecretRef): string {
  const words = shortWords(id)
  const name = camelCase(/^\d/.test(words[0] ?? '1') ? ['secret', ...words] : words)
  return freeName(text, name, name.endsWith('Secret') ? `${name}Value` : `${name}Secret`)
}

/** `await x` where the parent binds closer needs parentheses. */
function inParentheses(expression: string, { node, parent }: Site): string {
  const binds = (parent.type === 'MemberExpression' && parent.object === node) || (parent.type === 'BinaryExpression' && parent.operator === '**') || parent.type === 'TSNonNullExpression'
  return binds && expression.startsWith('await ') ? `(${expression})` : expression
}

/** The edit of the literal itself: the whole, or its part in a template. */
function replacement(placed: Named, { node, parent }: Site, value: string, text: string): Edit {
  const part = partOf(placed)
  const { content, range } = placed.literal
  if (!part) {
    const isConst = parent.type === 'TSAsExpression' && text.slice(parent.typeAnnotation.range[0], parent.typeAnnotation.range[1]) === 'const'
    return { range: isConst ? parent.range : range, text: value }
  }
  if (node.type === 'TemplateLiteral') return { range: part, text: `\${${value}}` }
  return { range, text: `\`${asTemplate(text.slice(content[0], part[0]))}\${${value}}${asTemplate(text.slice(part[1], content[1]))}\`` }
}

/** The inside of a quoted string as the inside of a template. */
function asTemplate(source: string): string {
  return source.replace(/\\[\s\S]|`|\$\{/g, found => (found.startsWith('\\') ? (found === "\\'" || found === '\\"' ? found.slice(1) : found) : `\\${found}`))
}

/** Why a variable of the environment cannot take the literal's place. */
function unfitForEnvironment({ parent }: Site, { text }: Document): string | undefined {
  if (parent.type === 'AssignmentExpression' && /^process\.env\b/.test(text.slice(...parent.left.range))) return 'The variable would be set to itself; let the platform fill it.'
  if (parent.type === 'ConditionalExpression') return 'Both sides of the condition would read one variable; give each secret a name of its own.'
  return undefined
}

/** What is left where the code cannot wait. */
function fromEnvironment(placed: Named, site: Site, { path, text }: Document): Fix {
  const { ref, literal } = placed
  const { node, parent } = site
  const left = parent.type === 'LogicalExpression' && parent.right === node && !partOf(placed) ? text.slice(...parent.left.range) : ''
  if (parent.type === 'LogicalExpression' && /^process\.env\b/.test(left)) {
    // Any other name may itself be a credential.
    const shown = /^process\.env\.[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/.test(left) && literal.binding?.name !== '' && left.length < 60 ? `\`${left}\`` : 'the variable'
    return { title: `Take ${shown} without a fallback, filled by the platform from \`${spell(ref)}\``, safety: 'review', requires: ref, edits: [{ range: parent.range, text: left }] }
  }
  const words = wordsOf(literal.binding?.name ?? '')
  const name = (words.length > 1 ? words : [...shortWords(ref.id), ...wordsOf(ref.key ?? '')]).join('_').toUpperCase()
  const variable = `process.env.${/^\d/.test(name) ? `SECRET_${name}` : name}`
  return {
    title: `Read \`${variable}\`, filled by the platform from \`${spell(ref)}\`, since this code cannot wait`,
    safety: 'review',
    requires: ref,
    edits: [replacement(placed, site, /\.[cm]?tsx?$/i.test(path) && !partOf(placed) ? `${variable}!` : variable, text)],
  }
}
