import { escapePath, escapeText } from '../core/escape.ts'
import type { Event } from '../migrate/apply.ts'
import type { Streams } from './main.ts'

/** Says what a migration does: on a terminal also what it is at, everywhere else one line for each thing that is done. */
export class Progress {
  readonly #total: number
  readonly #streams: Streams
  readonly #quiet: boolean

  constructor(total: number, streams: Streams, quiet: boolean) {
    this.#total = total
    this.#streams = streams
    this.#quiet = quiet
  }

  report(event: Event): void {
    if (this.#quiet) return
    const { terminal, print } = this.#streams
    if (event.kind !== 'begins') print(`${terminal ? '\r\x1b[K' : ''}${lineOf(event)}\n`)
    else if (terminal) print(`\r\x1b[K${event.number}/${this.#total} ${escapeText(event.step.id)} …`)
  }
}

function lineOf(event: Exclude<Event, { kind: 'begins' }>): string {
  if (event.kind === 'file') {
    const { path, fixed, warning, failure } = event.outcome
    return `${escapePath(path)}: ${failure === undefined ? `${fixed} ${fixed === 1 ? 'place' : 'places'} rewritten.${warning === undefined ? '' : ` ${warning}`}` : 'left as it is.'}`
  }
  const { step, state } = event.outcome
  const what = { created: 'created and read back', adopted: 'there already, with the same value', failed: 'not moved', 'not reached': 'not tried' }[state]
  return `${escapeText(step.id)}: ${what}.`
}
