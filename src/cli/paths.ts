import { existsSync, lstatSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, isAbsolute, relative, resolve } from 'node:path'
import type * as FastGlob from 'fast-glob'

const require = createRequire(import.meta.url)

/** What a command line names, and the directory its names are relative to. */
export interface Inputs {
  readonly root: string
  /** Absolute. */
  readonly paths: readonly string[]
  /** Whether there must be something to scan: in a directory there is, among files that were named there may be none. */
  readonly directories: boolean
}

/** Resolves the paths and globs of a command line; what does not exist is left for the source to report. */
export function inputsOf(operands: readonly string[], directory: string): Inputs {
  const paths = operands.flatMap(operand => expand(operand, directory))
  return {
    root: paths.every(path => isInside(path, directory)) ? directory : commonDirectory(paths),
    paths,
    directories: paths.some(path => lstatSync(path, { throwIfNoEntry: false })?.isFile() === false),
  }
}

/** A quoted glob, which no shell has expanded. Its library is loaded only for one. */
function expand(operand: string, directory: string): readonly string[] {
  const path = resolve(directory, operand)
  if (!/[*?[{(]/.test(operand) || existsSync(path)) return [path]
  const { globSync } = require('fast-glob') as typeof FastGlob
  const found = globSync(operand.replaceAll('\\', '/'), { cwd: directory, dot: true, followSymbolicLinks: false, absolute: true, ignore: ['**/node_modules/**', '**/.git/**'] })
  return found.length > 0 ? found.sort() : [path]
}

function isInside(path: string, directory: string): boolean {
  const steps = relative(directory, path)
  return steps === '' || (!steps.startsWith('..') && !isAbsolute(steps))
}

function commonDirectory(paths: readonly string[]): string {
  const directories = paths.map(path => (statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : dirname(path)))
  return directories.reduce((common, path) => {
    let at = common
    while (!isInside(path, at)) at = dirname(at)
    return at
  })
}
