import type { BindingKind, LiteralBinding } from '../core/literal.ts'
import type { Range } from '../core/text.ts'
import type { Lexed, Reading } from './reading.ts'
import type { Word } from './word.ts'
import { READS_SECRET, attachedTo, isPlacedSecret, toldBy } from './commands.ts'
import { bindingTo, meaning } from './reading.ts'
import { Heredocs } from './heredoc.ts'
import { WordReader } from './word.ts'
import { addValue } from './values.ts'

const ASSIGNED = /^(?:export|declare|typeset|local|readonly|env|alias)$/
const SETTERS = /^(?:set|setenv|setx|set-content)$/i
/** Words of a command behind which a name and its value stand: `aws configure set NAME VALUE`. */
const SETS = /^(?:set|config)$/
const USER = /^[^:]{1,80}:/
const ASSIGNMENT = /[a-z_][\w.]{0,100}(?:\[[^\]\s]{0,40}\])?\+?=/iy
const VARIABLE = /"?\$\{?(\w{1,100})/y
const DEEPEST = 24

/** Reads commands: assignments, options and what they are given, strings, here-documents. */
export function readShell(reading: Reading, into: Lexed): void {
  new ShellReader(reading, into).commands(reading.range[0], 0)
}

/** One simple command so far. */
interface Command {
  name: Range | undefined
  option: Range | undefined
  /** The last words that were no options, and how many there were. */
  previous: Range | undefined
  before: Range | undefined
  words: number
  sudo: boolean
  /** The first words that were no options, as written. */
  readonly spoken: string[]
}


export class ShellReader {
  readonly #text: string
  readonly #limit: number
  readonly #into: Lexed
  readonly #path: readonly string[]
  readonly #words: WordReader
  readonly #heredocs: Heredocs
  #depth = 0
  /** The last word that was printed, while what reads it may follow. */
  #printed: Word | undefined

  constructor({ text, range, path }: Reading, into: Lexed) {
    this.#text = text
    this.#limit = range[1]
    this.#into = into
    this.#path = path
    this.#heredocs = new Heredocs(text, range[1], 'shell', into)
    this.#words = new WordReader(text, range[1], into, path, (at, close) => this.#nested(at, close))
  }

  /** Reads commands to the limit or to what closes them: `)` or a backtick; returns the offset behind. */
  commands(from: number, close: number): number {
    const text = this.#text
    let command = none()
    let at = from
    while (at < this.#limit) {
      const code = text.charCodeAt(at)
      if (code === close && close) return at + 1
      if (code === 10 || code === 13) {
        at++
        command = none()
        this.#printed = undefined
        at = this.#heredocs.bodies(at)
      } else if (code <= 32) at++
      else if (code === 35) at = this.#comment(at)
      else if (code === 92 && (text.charCodeAt(at + 1) === 10 || text.charCodeAt(at + 1) === 13)) at += text.charCodeAt(at + 1) === 13 && text.charCodeAt(at + 2) === 10 ? 3 : 2
      else if (code === 59 || code === 38 || code === 124 || code === 40 || code === 41) {
        at++
        if (code !== 124) this.#printed = undefined
        command = none()
      } else if (code === 60 || code === 62) at = this.#redirection(at)
      else {
        const word = this.#words.read(at)
        this.#word(word, command)
        at = word.range[1]
      }
    }
    return this.#limit
  }

  #nested(at: number, close: number): number {
    if (this.#depth >= DEEPEST) return at
    this.#depth++
    const end = this.commands(at, close)
    this.#depth--
    return end
  }

  #comment(at: number): number {
    let end = at
    while (end < this.#limit && this.#text[end] !== '\n' && this.#text[end] !== '\r') end++
    this.#into.comments.push({ range: [at, end] })
    return end
  }

  /** `<`, `>`, `<<EOF`, `<<<`. */
  #redirection(at: number): number {
    const announced = this.#heredocs.announce(at, () => undefined)
    if (announced > 0) return announced
    let end = at
    while (end < this.#limit && '<>&'.includes(this.#text[end] ?? ' ')) end++
    return end
  }

  #word(word: Word, command: Command): void {
    const { range } = word
    const first = this.#text[range[0]]
    if (first === '-' && range[1] - range[0] > 1) {
      this.#option(word, command)
      return
    }
    ASSIGNMENT.lastIndex = range[0]
    const assigned = ASSIGNMENT.exec(this.#text)?.[0]
    if (assigned && range[0] + assigned.length <= range[1] && !(word.pieces[0] && word.pieces[0].range[0] < range[0] + assigned.length)) {
      const name = /^[\w.]+/.exec(assigned)?.[0] ?? ''
      const binding = bindingTo(this.#text, 'assignment', [range[0], range[0] + name.length], this.#path)
      // `password=${1:-default}`: a parameter of a script has no name but this.
      const held = this.#into.literals.at(-1)
      if (held?.binding?.kind === 'default' && held.range[0] > range[0] && /^\d$/.test(held.binding.name)) held.binding = { ...binding, kind: 'default' }
      this.#add(word, range[0] + assigned.length, binding)
      if (command.option) command.option = undefined
      return
    }
    const spoken = this.#text.slice(range[0], Math.min(range[1], range[0] + 80))
    if (!command.name) {
      if (/^[!{}]$|^(?:if|then|else|elif|do|while|until|time|exec)$/.test(spoken)) return
      if (spoken === 'sudo') {
        command.sudo = true
        return
      }
      command.name = range
      command.spoken.push(spoken)
      if (spoken.endsWith('chpasswd')) this.#tellPrinted(range[0], USER)
      return
    }
    this.#value(word, command)
    command.option = undefined
    command.before = command.previous
    command.previous = range
    command.words++
    if (command.spoken.length < 5) command.spoken.push(spoken)
    if (/^(?:echo|printf)$/.test(command.spoken[0] ?? '')) this.#printed = word
  }

  /** A word behind the name of a command, options and their names left out. */
  #value(word: Word, command: Command): void {
    const { range } = word
    const [program = '', first] = command.spoken
    const told = command.option && toldBy(program, this.#text.slice(...command.option), first)
    const [slashed] = /^\/(?:p|pass|passwd|password|pwd):/i.exec(this.#text.slice(range[0], range[0] + 12)) ?? []
    if (told?.apart && command.option) this.#tell(word, range[0], this.#meant('option', command.option[0], command), told.behind)
    else if (slashed) this.#tell(word, range[0] + slashed.length, this.#meant('option', range[0], command))
    else if (!command.option && isPlacedSecret(command.spoken)) this.#tell(word, range[0], this.#meant('argument', range[0], command))
    else {
      const binding = this.#binding(command)
      if (binding && (word.pieces.length > 0 || binding.kind !== 'argument' || this.#text.slice(range[0], Math.min(range[1], range[0] + 12)).includes('://'))) this.#add(word, range[0], binding)
    }
  }

  /** `--name`, `--name=value`, `-pvalue`. */
  #option(word: Word, command: Command): void {
    const [start, end] = word.range
    let name = start
    while (name < end && /[\w.-]/.test(this.#text[name] ?? '')) name++
    command.option = undefined
    const own = this.#text.slice(start, name)
    if (this.#printed && (READS_SECRET.test(own) || (own === '-S' && command.sudo))) this.#tellPrinted(start)
    const told = end - start > 3 ? attachedTo(command.spoken[0] ?? '', this.#text.slice(start, start + 2)) : undefined
    if (this.#text[name] === '=' && name < end) {
      const named = toldBy(command.spoken[0] ?? '', own, command.spoken[1])
      if (named) this.#tell(word, name + 1, this.#meant('option', start, command), named.behind)
      else this.#add(word, name + 1, this.#named('option', [start, name], command))
    } else if (told && !own.startsWith('--')) this.#tell(word, start + 2, this.#meant('option', start, command), told.behind)
    else if (word.pieces.length === 0) command.option = [start, end]
  }

  #binding(command: Command): LiteralBinding | undefined {
    const { name, option, previous, before, words } = command
    if (!name) return undefined
    if (option) return this.#named('option', option, command)
    const own = this.#text.slice(...name)
    if (previous && (SETTERS.test(own) ? words === 1 : before !== undefined && SETS.test(this.#text.slice(...before)))) return bindingTo(this.#text, 'assignment', previous, this.#path)
    if (previous && /^(?:==?|!=)$/.test(this.#text.slice(...previous).slice(0, 4))) return this.#compared(before ?? name)
    return ASSIGNED.test(own) ? undefined : bindingTo(this.#text, 'argument', name, this.#path)
  }

  /** A password that a program is told without its name. */
  #meant(kind: BindingKind, at: number, { spoken }: Command): LiteralBinding {
    return meaning(kind, 'password', at, [...this.#path, spoken[0] ?? ''])
  }

  /** Adds a word, or what of it stands behind a user. */
  #tell(word: Word, from: number, binding: LiteralBinding, behind?: RegExp): void {
    const found = this.#words.value(word, from)
    const value = found.value ?? this.#text.slice(...found.content)
    const before = behind ? behind.exec(value)?.[0].length : 0
    if (before === undefined) return
    if (before === 0 || found.segments) this.#add(word, from, binding)
    else if (before < value.length) {
      const content: Range = [found.content[0] + before, found.content[1]]
      addValue(this.#text, this.#into, { ...found, range: content, content, value: value.slice(before), binding })
    }
  }

  /** What was printed into the pipe is the secret that is read from it. */
  #tellPrinted(at: number, behind?: RegExp): void {
    const printed = this.#printed
    this.#printed = undefined
    if (!printed) return
    const known = this.#into.literals.findLast(({ range }) => range[0] <= printed.range[0])
    const binding = meaning('option', 'password', at, this.#path)
    if (!behind && known?.range[0] === printed.range[0]) known.binding = binding
    else this.#tell(printed, printed.range[0], binding, behind)
  }

  /** `[ "$password" = "…" ]`. */
  #compared([start, end]: Range): LiteralBinding | undefined {
    VARIABLE.lastIndex = start
    const own = VARIABLE.exec(this.#text)?.[1]
    return own && VARIABLE.lastIndex <= end ? bindingTo(this.#text, 'comparison', [VARIABLE.lastIndex - own.length, VARIABLE.lastIndex], this.#path) : undefined
  }

  #named(kind: BindingKind, range: Range, { name }: Command): LiteralBinding {
    return bindingTo(this.#text, kind, range, name ? [...this.#path, this.#text.slice(name[0], Math.min(name[1], name[0] + 200))] : this.#path)
  }

  #add(word: Word, from: number, binding: LiteralBinding): void {
    if (from < word.range[1]) addValue(this.#text, this.#into, { ...this.#words.value(word, from), binding })
  }
}

function none(): Command {
  return { name: undefined, option: undefined, previous: undefined, before: undefined, words: 0, sudo: false, spoken: [] }
}
