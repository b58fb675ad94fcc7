import { createInterface } from 'node:readline'
import { ReadStream } from 'node:tty'
import { UsageError } from './errors.ts'
import type { Streams } from './main.ts'

/** Asks a person; no answer is no. Throws UsageError where nobody can be asked. */
export async function confirm(question: string, { interactive, input, print }: Streams): Promise<boolean> {
  if (!interactive) throw new UsageError('Nobody can be asked here whether to go on: `--yes` goes on without.')
  print(`${question} [y/N] `)
  return /^y(?:es)?$/i.test((await readLine(input)).trim())
}

/** A terminal does not wait in a call that reads from it: it says later that a line is there. */
async function readLine(input: number): Promise<string> {
  const terminal = new ReadStream(input)
  try {
    for await (const line of createInterface({ input: terminal, terminal: false })) return line
    return ''
  } finally {
    terminal.destroy()
  }
}
