import { join, posix } from 'node:path'
import { decodeText } from '../core/encoding.ts'
import { readFileWhole } from '../sources/file.ts'

/** Bytes of the largest program that is read, and files that are followed from one. */
const LIMIT = 1024 * 1024
const FILES = 300

const IMPORTED = /\b(?:from|import)\s*["'](\.{1,2}\/[^"'\n]{1,200})["']/g
const ENDINGS = ['', '.js', '.ts', '.mjs', '.mts', '.jsx', '.tsx', '/index.js', '/index.ts']

/** Whether the imports of a program in JavaScript lead back to it, read within the root only. */
export function circlesIn(root: string): (path: string) => boolean {
  const known = new Map<string, readonly string[] | undefined>()
  const importsOf = (path: string): readonly string[] | undefined => {
    if (!known.has(path)) known.set(path, importedBy(root, path))
    return known.get(path)
  }
  const resolve = (from: string, specifier: string): string | undefined => {
    const target = posix.join(posix.dirname(from), specifier)
    const bare = /\.[cm]?jsx?$/.test(target) ? [target, target.replace(/js(x?)$/, 'ts$1')] : ENDINGS.map(ending => target + ending)
    return target.startsWith('../') ? undefined : bare.find(path => importsOf(path) !== undefined)
  }
  return path => {
    const seen = new Set<string>()
    const open = [path]
    for (let at = open.pop(); at !== undefined && seen.size < FILES; at = open.pop()) {
      for (const specifier of importsOf(at) ?? []) {
        const next = resolve(at, specifier)
        if (next === path) return true
        if (next === undefined || seen.has(next)) continue
        seen.add(next)
        open.push(next)
      }
    }
    return false
  }
}

/** The relative imports of a file; undefined where there is none such file. */
function importedBy(root: string, path: string): readonly string[] | undefined {
  const content = readFileWhole(join(root, path), LIMIT)
  const text = content instanceof Uint8Array ? decodeText(content)?.text : undefined
  return text === undefined ? undefined : [...text.matchAll(IMPORTED)].map(([, specifier = '']) => specifier)
}
