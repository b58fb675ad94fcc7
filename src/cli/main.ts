import { createRequire } from 'node:module'
import { escapeText } from '../core/escape.ts'
import { sentenceOf } from './errors.ts'
import { type CommandName, type Invocation, helpText, parseInvocation } from './options.ts'

const require = createRequire(import.meta.url)

/** How a run ended: clean, findings, an error or something that could not be scanned. */
export type ExitCode = 0 | 1 | 2

/** The world as a command sees it. */
export interface Streams {
  readonly print: (text: string) => void
  readonly printError: (text: string) => void
  /** Whether what is printed may have colours. */
  readonly terminal: boolean
  /** File descriptor of standard input. */
  readonly input: number
  /** Whether somebody sits at standard input. */
  readonly interactive: boolean
  /** Absolute. */
  readonly directory: string
  readonly environment: NodeJS.ProcessEnv
}

/** A command: does its work and says how it ended. */
export type Command = (invocation: Invocation, streams: Streams) => ExitCode | Promise<ExitCode>

/** Runs a command line. */
export async function main(words: readonly string[], streams: Streams): Promise<ExitCode> {
  try {
    const invocation = parseInvocation(words)
    const { command, options } = invocation
    if (options.help) streams.print(helpText(words.includes(command) ? command : undefined))
    else if (options.version) streams.print(`${version()}\n`)
    else return await loadCommand(command)(invocation, streams)
    return 0
  } catch (error) {
    streams.printError(`unhardcode: ${escapeText(sentenceOf(error))}\n`)
    return 2
  }
}

/** The version of this package. */
export function version(): string {
  return (require('../../../package.json') as { version: string }).version
}

function loadCommand(name: CommandName): Command {
  return (require(`./commands/${name}.js`) as { default: Command }).default
}
