import type { TSESTree } from '@typescript-eslint/utils'
import type { Document } from '../core/document.ts'
import { nameOf, treeOf } from '../core/estree.ts'
import type { Fix, SecretRef } from '../core/fix.ts'
import type { Declined, Lookup, Target } from '../core/lookup.ts'
import type { ProjectFacts } from '../core/rule.ts'
import { bindsName, declaresTwice } from './javascript/bindings.ts'
import { fromEnvironment, unfitForEnvironment } from './javascript/environment.ts'
import { Insertions, styleOf } from './javascript/insert.ts'
import { looksMisplaced, misplacedIn } from './javascript/misplaced.ts'
import { member } from './javascript/member.ts'
import { wouldReorder } from './javascript/order.ts'
import { readerOf } from './javascript/reader.ts'
import { replacements } from './javascript/replace.ts'
import { type Place, placeBeside, placesOf } from './javascript/places.ts'
import { isCommonJs } from './javascript/syntax.ts'
import { freeName } from './layout.ts'
import { movesOf } from './moves.ts'
import { camelCase, shortWords, spell } from './names.ts'

export default {
  id: 'javascript',
  matches: ({ path }) => /\.[cm]?[jt]sx?$/i.test(path),
  replace,
  offer: (placed, document, project) => (looksMisplaced(document, project) ? undefined : { title: offeredTitle(placed.ref, document, project), safety: 'review' }),
  parses: document => { const program = treeOf(document); return program !== undefined && !declaresTwice(program) },
} satisfies Lookup as Lookup

function replace(placed: Target, document: Document, project: ProjectFacts): readonly Fix[] | Declined {
  const program = treeOf(document)
  if (!program) return { declined: 'The file does not parse.' }
  const reason = misplacedIn(program, document, project)
  if (reason) return { declined: reason }
  const places = placesOf(placed, program, document.text)
  if ('declined' in places) return places
  const [{ site }] = places
  if (setsEnvironment(site.chain, document.text)) return { declined: 'The program sets it for others, who will not wait; let the platform fill it.' }
  const esm = isModule(program, document.path, project)
  const reorders = wouldReorder(program, site)
  if (!esm && !site.async) {
    const declined = unfitForEnvironment(program, site, document.text)
    return declined ? { declined } : [fromEnvironment(placed, places, document)]
  }
  if (!esm && reorders) return { declined: 'Nobody waits for this function, and what follows its call would run first; wait for the call first.' }
  if (esm && isHoisted(site.chain) && project.isInCircle?.(document.path)) return { declined: 'The imports of this module lead back to it, and the function may be called before the secret is read; break the circle first.' }
  const fix = fromSecretsManager(placed, places, program, document, project, { esm, reorders })
  const needed = ['JSON', 'Map', 'Error'].find(name => fix.edits.some(({ text }) => new RegExp(`\\b${name}\\b[.<(]`).test(text)) && bindsName(program, name))
  return needed ? { declined: `The program means something else by \`${needed}\`, which the secret is read with.` } : [fix]
}

/** Whether a string stands in a function that can be called before its module is evaluated. */
function isHoisted([, statement]: readonly TSESTree.Node[]): boolean {
  const declared = statement?.type === 'ExportNamedDeclaration' || statement?.type === 'ExportDefaultDeclaration' ? statement.declaration : statement
  return declared?.type === 'FunctionDeclaration'
}

/** Whether a value goes where other modules look for it without importing it. */
function setsEnvironment(chain: readonly TSESTree.Node[], text: string): boolean {
  const isShared = (node: TSESTree.Node): boolean => /^(?:process\.env|globalThis|global)\b/.test(text.slice(...node.range))
  return chain.some(node => {
    if (node.type === 'AssignmentExpression') return isShared(node.left)
    return node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && nameOf(node.callee) === 'assign' && node.arguments[0] !== undefined && isShared(node.arguments[0])
  })
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
  return ending === 'm' || (ending !== 'c' && modules !== 'commonjs' && (imports || (modules === 'esm' && !isCommonJs(program))))
}

interface Module {
  readonly esm: boolean
  /** Whether a new `await` in the function would let other code run first. */
  readonly reorders: boolean
}

function fromSecretsManager(placed: Target, places: readonly [Place, ...Place[]], program: TSESTree.Program, document: Document, project: ProjectFacts, { esm, reorders }: Module): Fix {
  const { ref, first } = placed
  const { text, path } = document
  const [{ site }] = places
  const style = styleOf(program, text, esm)
  const insertions = new Insertions({ program, text, style, first })
  const typed = /\.[cm]?tsx?$/i.test(path)
  const reader = readerOf({ program, text, style, typed, project, insertions, cached: !esm, first })
  const waitsInFunction = site.async !== undefined && reader.cached && !reorders && places.every(one => one.site.async === site.async)
  const waitsInPlace = site.atTopLevel && !site.part && places.length === 1 && !placed.isShared
  const beside = waitsInFunction && places.length > 1 ? placeBeside(places, text) : undefined
  let name = ''
  if (beside) {
    name = constantName(text, ref)
    insertions.at(beside, `const ${name} = ${reader.whole(ref)}${style.end}`)
  } else if (!waitsInFunction && !waitsInPlace) {
    const known = constantOf(program, text, ref, site)
    name = known ?? constantName(text, ref)
    if (!known) insertions.line(`const ${name} = ${reader.whole(ref)}${style.end}`, reader.needs)
  }
  const values = places.map(place => (name === '' ? reader.value(place.ref) : place.ref.key === undefined ? name : `${name}${member(place.ref.key, style.quote)}`))
  return {
    title: titleOf(ref),
    safety: 'review',
    edits: [...insertions.edits, ...replacements(places, values, text)],
    requires: ref,
    moves: movesOf(places),
    ...(reader.package !== undefined && !project.dependencies.has(reader.package) && { dependencies: [reader.package] }),
  }
}

/** The name of a constant at the top level, declared before a site, that holds the secret already. */
function constantOf(program: TSESTree.Program, text: string, { id, key }: SecretRef, { node }: Place['site']): string | undefined {
  for (const statement of program.body) {
    if (statement.range[1] > node.range[0] || statement.type === 'ExpressionStatement') break
    const declared = statement.type === 'VariableDeclaration' && statement.kind === 'const' ? statement.declarations[0] : undefined
    if (declared?.id.type !== 'Identifier' || !declared.init) continue
    const written = text.slice(...declared.init.range)
    const read = /\bawait [^"'`]*["']([^"']+)["']/.exec(written)?.[1]
    const whole = !/\)\s*[.[]/.test(written)
    if (read === id && whole && (key !== undefined) === (written.startsWith('JSON.parse(') || written.includes('transform'))) return declared.id.name
  }
  return undefined
}

function constantName(text: string, { id }: SecretRef): string {
  const words = shortWords(id)
  const name = camelCase(/^\d/.test(words[0] ?? '1') ? ['secret', ...words] : words)
  return freeName(text, name, name.endsWith('Secret') ? `${name}Value` : `${name}Secret`)
}
