import { readSync } from 'node:fs'
import { UsageError } from './errors.ts'
import type { Streams } from './main.ts'

/** Asks a person; no answer is no. Throws UsageError where nobody can be asked. */
export function confirm(question: string, { interactive, input, print }: Streams): boolean {
  if (!interactive) throw new UsageError('Nobody can be asked here whether to go on: `--yes` goes on without.')
  print(`${question} [y/N] `)
  return /^y(?:es)?$/i.test(readLine(input).trim())
}

function readLine(input: number): string {
  const bytes: number[] = []
  const byte = new Uint8Array(1)
  while (bytes.length < 1000 && readSync(input, byte) === 1 && byte[0] !== 10) bytes.push(byte[0] ?? 0)
  return Buffer.from(bytes).toString('utf8')
}
