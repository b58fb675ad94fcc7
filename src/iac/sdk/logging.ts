import type { ProgramCall } from '../../core/program.ts'
import { lastName } from './usage.ts'

/** What logs are written with, by its last name. */
const LOG = /^(?:console|_*logs?|_*logging|\w*[lL]ogger|LOG(?:GER)?|\w+[a-z]Log|\w+_log|winston|pino|bunyan|log4js|click|typer|core|warnings|rich|tracer|messages)$/
const METHODS = /^(?:log|info|warn|warning|error|debug|trace|verbose|silly|fatal|critical|exception|notice|success|dir|table|write|echo|secho|print|printf|child|append_?keys|put_?(?:metadata|annotation))$/i
const STREAMS = /^(?:process|sys)\.(?:stdout|stderr|__stdout__)\.write$/
const FUNCTIONS = /^(?:print|pprint(?:\.pprint)?|pp|log|logger|debug|echo|printf|context\.log)$/

/** Whether a call writes what it is given where people read it: a log, a terminal. */
export function isLogging({ callee }: ProgramCall): boolean {
  const plain = callee.replaceAll('()', '')
  if (FUNCTIONS.test(plain) || STREAMS.test(plain)) return true
  const before = plain.slice(0, plain.lastIndexOf('.'))
  return plain.includes('.') && METHODS.test(lastName(plain)) && before.split('.').some(part => LOG.test(part))
}
