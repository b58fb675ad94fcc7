import { lstatSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { UsageError } from './errors.ts'

/** Puts a file in place at once, and in the place of a link rather than through it: a scanned tree may hold one of that name. Throws UsageError. */
export function writeOutput(path: string, text: string): void {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  const beside = `${path}.${process.pid}.tmp`
  try {
    if (stat && !stat.isFile() && !stat.isSymbolicLink()) writeFileSync(path, text)
    else {
      writeFileSync(beside, text, { flag: 'wx' })
      renameSync(beside, path)
    }
  } catch (error) {
    rmSync(beside, { force: true })
    throw new UsageError(`\`${path}\` cannot be written (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}).`)
  }
}
