import { parseArgs } from 'node:util'
import { SEVERITIES } from '../core/finding.ts'
import { REPORTER_IDS } from '../reporters/index.ts'
import { UsageError, didYouMean } from './errors.ts'

/** The commands, in the order of the help; each has a file in `commands/`. */
export const COMMANDS = {
  scan: { usage: '[scan] [PATH…]', summary: 'Find hardcoded secrets in files and directories; without a path, in the current directory.' },
  fix: { usage: 'fix PATH… [--review] [--write]', summary: 'Show the changes that fix findings, as a diff with secrets masked; with `--write`, make them.' },
  migrate: {
    usage: 'migrate PATH… [--yes]',
    summary: 'Move secrets into AWS Secrets Manager: show a plan and ask, then create each, read it back, and rewrite the code.',
  },
  explain: { usage: 'explain RULE | DETECTOR | PATH:LINE | FINGERPRINT', summary: 'Say what a rule or a detector means, or why something is a finding: the evidence with its weights.' },
  'why-not': { usage: 'why-not PATH[:LINE[:COLUMN]] | TEXT --as PATH', summary: 'Say why something is no finding: what was left out, what was not weighed, what weighed too little.' },
} as const

export type CommandName = keyof typeof COMMANDS

interface Flag {
  readonly name: string
  readonly short?: string
  /** What stands for its value in the help; absent: a switch. */
  readonly value?: string
  readonly values?: readonly string[]
  readonly commands: readonly CommandName[]
  readonly help: string
}

const ALL: readonly CommandName[] = ['scan', 'fix', 'migrate', 'explain', 'why-not']

/** Every flag: parsing, its errors and the help come from here. */
export const FLAGS = [
  { name: 'format', value: 'FORMAT', values: REPORTER_IDS, commands: ['scan', 'explain', 'why-not'], help: 'Print the report in this format (text).' },
  { name: 'output', value: 'FILE', commands: ['scan'], help: 'Write the report to a file instead of standard output.' },
  { name: 'preset', value: 'PRESET', values: ['recommended', 'strict'], commands: ['scan', 'fix', 'migrate'], help: 'Use this set of rules (recommended).' },
  { name: 'fail-on', value: 'SEVERITY', values: SEVERITIES, commands: ['scan'], help: 'End with 1 for findings of this severity or above (warning).' },
  { name: 'staged', commands: ['scan'], help: 'Scan what is staged in git; only findings on changed lines count.' },
  { name: 'archives', commands: ['scan'], help: 'Look into archives too: zip, gzip, tar and what is built on them.' },
  { name: 'stdin', commands: ['scan', 'why-not'], help: 'Scan standard input.' },
  { name: 'stdin-filename', value: 'PATH', commands: ['scan'], help: 'Read standard input as the file of this name.' },
  { name: 'as', value: 'PATH', commands: ['why-not'], help: 'Read the text, or standard input, as the file of this name.' },
  { name: 'review', commands: ['fix'], help: 'Include fixes that change what the program does, such as a lookup in Secrets Manager.' },
  { name: 'write', commands: ['fix'], help: 'Change the files.' },
  { name: 'yes', commands: ['migrate'], help: 'Do it without asking, as scripts must.' },
  { name: 'dry-run', commands: ['migrate'], help: 'Show the plan and do nothing.' },
  { name: 'plan', value: 'FILE', commands: ['migrate'], help: 'Write the plan to a file for review, without any value, and do nothing.' },
  { name: 'apply', value: 'FILE', commands: ['migrate'], help: 'Do what a plan of `--plan` says, and no more.' },
  { name: 'region', value: 'REGION', commands: ['migrate'], help: 'Create secrets in this region.' },
  { name: 'profile', value: 'PROFILE', commands: ['migrate'], help: 'Use this profile of the AWS configuration.' },
  { name: 'account', value: 'ID', commands: ['migrate'], help: 'Do nothing in any other account than this one.' },
  { name: 'kms-key', value: 'KEY', commands: ['migrate'], help: 'Encrypt secrets with this KMS key: its id, ARN or alias.' },
  { name: 'iac', value: 'LANGUAGE', values: ['terraform', 'cloudformation'], commands: ['migrate'], help: 'Print the secrets as infrastructure code that takes them over.' },
  { name: 'endpoint-url', value: 'URL', commands: ['migrate'], help: 'Ask this server instead of AWS.' },
  { name: 'timeout', value: 'SECONDS', commands: ['migrate'], help: 'Wait so long for one answer of AWS (15).' },
  { name: 'no-project-config', commands: ['scan', 'fix', 'migrate'], help: 'Ignore the configuration and the directives of what is scanned, for strangers’ changes.' },
  { name: 'quiet', commands: ['scan', 'fix', 'migrate'], help: 'Print findings and errors only.' },
  { name: 'color', commands: ALL, help: 'Use colours even where output is no terminal.' },
  { name: 'no-color', commands: ALL, help: 'Use no colours.' },
  { name: 'help', short: 'h', commands: ALL, help: 'Print this help.' },
  { name: 'version', short: 'v', commands: ALL, help: 'Print the version.' },
] as const satisfies readonly Flag[]

type FlagValue<Entry> = Entry extends { values: readonly (infer Value)[] } ? Value : Entry extends { value: string } ? string : true

/** The flags that were given. */
export type Options = { readonly [Entry in (typeof FLAGS)[number] as Entry['name']]?: FlagValue<Entry> }

export interface Invocation {
  readonly command: CommandName
  /** What follows the command's name. */
  readonly operands: readonly string[]
  readonly options: Options
}

/** Reads a command line; throws UsageError. */
export function parseInvocation(words: readonly string[]): Invocation {
  const flags: readonly Flag[] = FLAGS
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    tokens: true,
    options: Object.fromEntries(flags.map(({ name, short, value }) => [name, { type: value ? 'string' : 'boolean', ...(short && { short }) }] as const)),
  })
  const operands = tokens.flatMap(token => (token.kind === 'positional' ? [token.value] : []))
  const [first] = operands
  const command = first !== undefined && isCommand(first) ? first : 'scan'
  const given = tokens.flatMap(token => (token.kind === 'option' ? [[token.name, valueOf(token, command)] as const] : []))
  if (first !== undefined && first !== command && !given.some(([name]) => name === 'help' || name === 'version')) {
    throw new UsageError(`There is no command \`${first}\`.${didYouMean(first, Object.keys(COMMANDS)) || ` To scan a path: \`unhardcode scan ${first}\`.`}`)
  }
  return { command, operands: operands.slice(1), options: Object.fromEntries(given) }
}

function valueOf(token: { rawName: string; name: string; value: string | undefined; inlineValue: boolean | undefined }, command: CommandName): string | true {
  const flags: readonly Flag[] = FLAGS
  const flag = flags.find(({ name }) => name === token.name)
  if (!flag) throw new UsageError(`There is no flag \`${token.rawName}\`.${didYouMean(token.rawName, flags.map(({ name }) => `--${name}`))}`)
  if (!flag.commands.includes(command)) throw new UsageError(`\`${token.rawName}\` does not belong to \`unhardcode ${command}\`.`)
  if (!flag.value) {
    if (token.inlineValue) throw new UsageError(`\`${token.rawName}\` takes no value.`)
    return true
  }
  if (!token.value || (!token.inlineValue && token.value.startsWith('--'))) throw new UsageError(`\`${token.rawName}\` needs a value: ${flag.values?.join(', ') ?? flag.value}.`)
  if (flag.values && !flag.values.includes(token.value)) {
    throw new UsageError(`\`${token.rawName}\` is one of ${flag.values.join(', ')}, not \`${token.value}\`.${didYouMean(token.value, flag.values)}`)
  }
  return token.value
}

/** The format of an explanation; throws UsageError for those of reports. */
export function formatOf(command: CommandName, { format = 'text' }: Options): 'text' | 'json' {
  if (format !== 'text' && format !== 'json') throw new UsageError(`\`unhardcode ${command}\` prints text or json, not ${format}.`)
  return format
}

function isCommand(word: string): word is CommandName {
  return Object.hasOwn(COMMANDS, word)
}

/** The help of everything, or of one command. */
export function helpText(command?: CommandName): string {
  const names = command ? [command] : (Object.keys(COMMANDS) as CommandName[])
  const flags = (FLAGS as readonly Flag[]).filter(({ commands }) => !command || commands.includes(command))
  const usages = names.map(name => `  unhardcode ${COMMANDS[name].usage}\n      ${COMMANDS[name].summary}`)
  return [
    ...(command ? [] : ['Finds hardcoded credentials and moves them into AWS Secrets Manager.', '']),
    'Usage:',
    ...usages,
    '',
    'Flags:',
    ...table(flags.map(flag => [flagUsage(flag), flag.values ? `${flag.help} One of ${flag.values.join(', ')}.` : flag.help])),
    '',
    'Ends with 0 if nothing was found, with 1 for findings, and with 2 for an error or if something could not be scanned.',
    '',
  ].join('\n')
}

function flagUsage({ name, short, value }: Flag): string {
  return `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
