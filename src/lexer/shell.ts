import type { BindingKind, LiteralBinding } from '../core/literal.ts'
import type { Range } from '../core/text.ts'
import type { Lexed, Reading } from './reading.ts'
import type { Word } from './word.ts'
import { bindingTo } from './reading.ts'
import { Heredocs } from './heredoc.ts'
import { WordReader } from './word.ts'
import { addValue } from './values.ts'

const ASSIGNED = /^(?:export|declare|typeset|local|readonly|env|alias)$/
const SETTERS = /^(?:set|setenv|setx|set-content)$/i
const ATTACHED = /^(?:mysql|mysqldump|mysqladmin|mysqlimport|mariadb|mariadb-dump|sshpass|7z|zip|unzip|unrar|rar)$/
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
}

export class ShellReader {
  readonly #text: string
  readonly #limit: number
  readonly #into: Lexed
  readonly #path: readonly string[]
  readonly #words: WordReader
  readonly #heredocs: Heredocs
  #depth = 0

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
        at = this.#heredocs.bodies(at)
      } else if (code <= 32) at++
      else if (code === 35) at = this.#comment(at)
      else if (code === 92 && (text.charCodeAt(at + 1) === 10 || text.charCodeAt(at + 1) === 13)) at += text.charCodeAt(at + 1) === 13 && text.charCodeAt(at + 2) === 10 ? 3 : 2
      else if (code === 59 || code === 38 || code === 124 || code === 40 || code === 41) {
        at++
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
      this.#add(word, range[0] + assigned.length, bindingTo(this.#text, 'assignment', [range[0], range[0] + name.length], this.#path))
      if (command.option) command.option = undefined
      return
    }
    if (!command.name) {
      if (/^[!{}]$|^(?:if|then|else|elif|do|while|until|time|sudo|exec)$/.test(this.#text.slice(...range))) return
      command.name = range
      return
    }
    const binding = this.#binding(command)
    if (binding && (word.pieces.length > 0 || binding.kind !== 'argument')) this.#add(word, range[0], binding)
    command.option = undefined
    command.before = command.previous
    command.previous = range
    command.words++
  }

  /** `--name`, `--name=value`, `-pvalue`. */
  #option(word: Word, command: Command): void {
    const [start, end] = word.range
    let name = start
    while (name < end && /[\w.-]/.test(this.#text[name] ?? '')) name++
    const own = command.name ? this.#text.slice(...command.name) : ''
    command.option = undefined
    if (this.#text[name] === '=' && name < end) this.#add(word, name + 1, this.#named('option', [start, name], command))
    else if (this.#text[start + 1] === 'p' && end - start > 3 && ATTACHED.test(own.slice(own.lastIndexOf('/') + 1))) this.#add(word, start + 2, this.#named('option', [start, start + 2], command))
    else if (word.pieces.length === 0) command.option = [start, end]
  }

  #binding(command: Command): LiteralBinding | undefined {
    const { name, option, previous, before, words } = command
    if (!name) return undefined
    if (option) return this.#named('option', option, command)
    const own = this.#text.slice(...name)
    if (SETTERS.test(own) && previous && words === 1) return bindingTo(this.#text, 'assignment', previous, this.#path)
    if (previous && /^(?:==?|!=)$/.test(this.#text.slice(...previous).slice(0, 4))) return this.#compared(before ?? name)
    return ASSIGNED.test(own) ? undefined : bindingTo(this.#text, 'argument', name, this.#path)
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
  return { name: undefined, option: undefined, previous: undefined, before: undefined, words: 0 }
}
