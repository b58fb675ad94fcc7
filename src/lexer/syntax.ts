import type { Language, StringSyntax, Trait } from '../core/document.ts'

/** What a character may begin. */
export const SPACE = 0
export const LINE = 1
export const WORD_START = 2
export const DIGIT = 3
export const QUOTE = 4
export const OPEN = 5
export const CLOSE = 6
export const OPERATOR = 7

/** What is particular about a language: what it has is true, the rest is absent. */
export type Traits = Readonly<Partial<Record<Trait, boolean>>>

/** A language made ready for scanning. */
export interface Syntax {
  readonly language: Language
  /** By character code below 128: what it may begin. */
  readonly classes: Uint8Array
  /** By character code below 128: 1 where it goes on in a word. */
  readonly words: Uint8Array
  /** By character code below 128: 1 where a comment may begin. */
  readonly commentStarts: Uint8Array
  /** By first character, the longest open first. */
  readonly strings: ReadonlyMap<number, readonly StringSyntax[]>
  /** Strings whose open begins with a word: `r"`, `u8"`. By that word. */
  readonly prefixes: ReadonlyMap<string, readonly StringSyntax[]>
  /** Whether a word may open a string that stands in brackets: `q(…)`. */
  readonly bracketed: boolean
  readonly line: readonly string[]
  readonly block: Language['comments']['block']
  readonly traits: Traits
}

const known = new WeakMap<Language, Syntax>()

/** The tables of a language, made once. */
export function syntaxOf(language: Language): Syntax {
  const found = known.get(language)
  if (found) return found
  const made = compile(language)
  known.set(language, made)
  return made
}

const WORDS = /[\w$@]/

function compile(language: Language): Syntax {
  const traits: Traits = Object.fromEntries((language.traits ?? []).map(trait => [trait, true]))
  const classes = new Uint8Array(128).fill(OPERATOR)
  const words = new Uint8Array(128)
  const commentStarts = new Uint8Array(128)
  for (let code = 0; code < 128; code++) {
    const own = String.fromCharCode(code)
    if (code <= 32 || code === 127) classes[code] = own === '\n' || own === '\r' ? LINE : SPACE
    else if (/\d/.test(own)) classes[code] = DIGIT
    else if (WORDS.test(own)) classes[code] = WORD_START
    else if ('([{'.includes(own)) classes[code] = OPEN
    else if (')]}'.includes(own)) classes[code] = CLOSE
    if (WORDS.test(own) || (own === '-' && traits.dashes)) words[code] = 1
  }
  const strings = new Map<number, StringSyntax[]>()
  const prefixes = new Map<string, StringSyntax[]>()
  for (const syntax of language.strings) {
    const prefix = /^[\w$@]+(?=["'`])|^\w+$|^qq?(?=\W)/.exec(syntax.open)?.[0]
    if (prefix) add(prefixes, prefix, syntax)
    else {
      const first = syntax.open.charCodeAt(0)
      add(strings, first, syntax)
      classes[first] = QUOTE
      words[first] = 0
    }
  }
  for (const list of [...strings.values(), ...prefixes.values()]) list.sort((one, other) => other.open.length - one.open.length)
  const { line, block } = language.comments
  for (const open of [...line, ...block.map(([start]) => start)]) commentStarts[open.charCodeAt(0)] = 1
  return { language, classes, words, commentStarts, strings, prefixes, bracketed: prefixes.has('q'), line, block, traits }
}

function add<Key>(lists: Map<Key, StringSyntax[]>, key: Key, syntax: StringSyntax): void {
  const list = lists.get(key)
  if (list) list.push(syntax)
  else lists.set(key, [syntax])
}
