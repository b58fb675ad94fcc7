import type { TSESTree } from '@typescript-eslint/utils'
import type { Document } from '../../core/document.ts'
import { unwrapped } from '../../core/estree.ts'
import type { Fix, SecretRef } from '../../core/fix.ts'
import type { Target } from '../../core/lookup.ts'
import { movesOf } from '../moves.ts'
import { shortWords, spell, wordsOf } from '../names.ts'
import { bindsName } from './bindings.ts'
import type { Place } from './places.ts'
import { replacements } from './replace.ts'
import { type Site, importsOf } from './syntax.ts'

/** Why a variable of the environment cannot take a string's place. */
export function unfitForEnvironment(program: TSESTree.Program, site: Site, text: string): string | undefined {
  if (site.parent.type === 'ConditionalExpression' && !fallbackOf(site, text)) return 'Both sides of the condition would read the environment; let it decide alone.'
  const isImported = importsOf(program).some(({ module }) => /^(?:node:)?process$/.test(module))
  return !isImported && bindsName(program, 'process') ? 'The program means something else by `process`, which the environment is read from.' : undefined
}

/** What is left where the code cannot wait. */
export function fromEnvironment(placed: Target, places: readonly [Place, ...Place[]], document: Document): Fix {
  const { path, text } = document
  const { ref, literal } = placed
  const [{ site }] = places
  const { node, parent } = site
  const typed = /\.[cm]?tsx?$/i.test(path)
  const fallback = fallbackOf(site, text)
  const left = fallback ? text.slice(...fallback.range) : ''
  const read = /^process\.env\.([A-Z][A-Z\d]*(?:_[A-Z\d]+)*)$/.exec(left)?.[1]
  if (fallback) {
    // Any other name may itself be a credential.
    const shown = read !== undefined && literal.binding?.name !== '' && left.length < 60 ? `\`${left}\`` : 'the variable'
    const value = typed ? (read === undefined ? `(${left})!` : `${left}!`) : left
    return {
      title: `Take ${shown} without a fallback, filled by the platform from \`${spell(ref)}\``,
      safety: 'review',
      requires: ref,
      moves: movesOf(places.slice(0, 1), read === undefined ? [] : [read]),
      edits: [{ range: parent.range, text: value }],
    }
  }
  const moved = places.filter(({ kind, site }, index) => index === 0 || (kind === 'half' && site.node !== node && !readsBefore(site)))
  const variables = moved.map(one => variableOf(one.ref, document))
  const values = moved.map(({ site }, index) => `process.env.${variables[index]}${typed && !site.part ? '!' : ''}`)
  return {
    title: `Read \`process.env.${variables[0]}\`, filled by the platform from \`${spell(ref)}\`, since this code cannot wait`,
    safety: 'review',
    requires: ref,
    moves: movesOf(moved, variables),
    edits: replacements(moved, values, text),
  }
}

/** What is read of the environment where a string is what it falls back to: `x || "…"`, `x ? x : "…"`. */
function fallbackOf({ node, parent, part }: Site, text: string): TSESTree.Node | undefined {
  if (part) return undefined
  const read = parent.type === 'LogicalExpression' && parent.operator !== '&&' && parent.right === node
    ? parent.left
    : parent.type === 'ConditionalExpression' && parent.alternate === node && text.slice(...parent.test.range) === text.slice(...parent.consequent.range) ? parent.test : undefined
  return read && readsEnvironment(read, text) ? read : undefined
}

function readsEnvironment(node: TSESTree.Node, text: string): boolean {
  const plain = unwrapped(node)
  if (plain.type === 'LogicalExpression') return readsEnvironment(plain.left, text) && readsEnvironment(plain.right, text)
  return plain.type === 'MemberExpression' && text.slice(...plain.object.range) === 'process.env'
}

function readsBefore({ parent }: Site): boolean {
  return parent.type === 'LogicalExpression' || parent.type === 'ConditionalExpression'
}

const variables = new WeakMap<Document, Map<string, string>>()

/** One name for each secret and key, that the program has no other use for. */
function variableOf(ref: SecretRef, document: Document): string {
  const taken = variables.get(document) ?? new Map<string, string>()
  variables.set(document, taken)
  const words = [...shortWords(ref.id), ...wordsOf(ref.key ?? '')].join('_').toUpperCase()
  const wished = /^\d/.test(words) ? `SECRET_${words}` : words
  const isFree = (name: string): boolean => (taken.has(name) ? taken.get(name) === spell(ref) : !readsVariable(name, document))
  let name = wished
  for (let count = 2; !isFree(name); count++) name = `${wished}_${count}`
  taken.set(name, spell(ref))
  return name
}

function readsVariable(name: string, { text }: Document): boolean {
  return new RegExp(`\\benv(?:\\.|\\[["'])${name}\\b`).test(text) || (/\}\s*=\s*process\.env\b/.test(text) && new RegExp(`\\b${name}\\b`).test(text))
}
