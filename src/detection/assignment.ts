import { type NameReading, readName } from './names.ts'
import { elsewhere } from './elsewhere.ts'
import { isPromising } from './prospect.ts'

/** How much of what follows a name is looked at: types, operators, indentation, and the beginning of the value. */
const MOST_NAME = 60
const MOST_BETWEEN = 80
const MOST_VALUE = 200

/**
 * Whether a literal that may be a secret stands behind the name that holds `text[start..end)`. Says yes when in doubt: what it lets through is read by the lexer and judged.
 * @param quoted Whether the language writes every literal in quotes.
 */
export function assignsSecret(text: string, start: number, end: number, quoted: boolean): boolean {
  let left = start
  while (start - left < MOST_NAME && isNameUnit(text.charCodeAt(left - 1))) left--
  let right = end
  while (right - end < MOST_NAME && isNameUnit(text.charCodeAt(right))) right++
  // What is longer is no name; and what goes on and on would be judged at each of its parts.
  if (start - left === MOST_NAME || right - end === MOST_NAME) return false
  const name = text.slice(left, right)
  const reading = name.includes(' ') ? PHRASE : readName(name)
  const { role, subject } = reading
  if (role !== 'value' || !subject) return false
  const query = quoted ? (queryValue(text, right) ?? defaultValue(text, right)) : undefined
  if (query !== undefined) return isPromising(query, name, reading, '')
  const may = (value: string, quote: string, loose: boolean): boolean => {
    if ((subject === 'key' || subject === 'session') && !isLong(value)) return false
    const possible = quote === '' ? isBareSecret(value, subject === 'password', loose) : isQuotedSecret(value, name, subject === 'password')
    return possible && isPromising(value, name, reading, quote)
  }
  const spot = valueAfter(text, right, quoted)
  if (spot) {
    const { at, quote, loose, assigned } = spot
    const value = quote === 0 ? (SHELL_DEFAULT.exec(text.slice(at, at + 100))?.[1] ?? bareValue(text, at)) : quotedValue(text, at, quote)
    const key = quote !== 0 && !assigned && isKey(text, at + value.length)
    const said = quote === 0 || !loose || /\d/.test(value) || name.startsWith('-') || reading === PHRASE
    if (!key && said && may(value, quote === 0 ? '' : '"', loose)) return true
  }
  return elsewhere(text, left, right, quoted).some(({ value, quote }) => may(value, quote, false))
}

const QUERY = /=(?=[\w.~%+-]*\d)([\w.~%+-]{8,})[&;"'` \t\r\n]/y

/** The value of `name=value` within a string: a query, the parts of a connection string. */
function queryValue(text: string, at: number): string | undefined {
  QUERY.lastIndex = at
  return QUERY.exec(text)?.[1]
}

const DEFAULT = /:-?([^{}\s"'`]{6,200})\}/y

/** The value of `${name:value}` and `${name:-value}` within a string. */
function defaultValue(text: string, at: number): string | undefined {
  DEFAULT.lastIndex = at
  return DEFAULT.exec(text)?.[1]
}

/** `${1:-value}`. */
const SHELL_DEFAULT = /^"?\$\{\w{1,30}:?[-=]["']?([^"'{}\s]{4,80})["']?\}/

/** What stands under `key` or `session` alone is worth looking at where it can be no word. */
function isLong(value: string): boolean {
  return value.length >= 16 && /\d|[a-z][A-Z].*[a-z][A-Z]/.test(value) && !value.includes(' ')
}

/** What SQL's `IDENTIFIED BY` says. */
const PHRASE: NameReading = { words: ['identified', 'by'], role: 'value', subject: 'password', goesOn: false }

interface Spot {
  /** Where the value begins, behind its quote. */
  readonly at: number
  /** Unit of the quote; 0 for none. */
  readonly quote: number
  /** Whether nothing but blanks stands between the name and the value. */
  readonly loose: boolean
  /** Whether an equals sign does. */
  readonly assigned: boolean
}

const QUOTE = 34
const APOSTROPHE = 39
const BACKTICK = 96
const BACKSLASH = 92
const AMPERSAND = 38

/** Closes the name: quotes, brackets. Then a type or a default's beginning, operators, and what opens a value. */
const CLOSING = /(?:\\{0,7}["'`\])}*]|\[\d*\]){0,4}[ \t]{0,20}(?:\?[ \t]?)?/y
const TYPED = /(?::[ \t]{0,4}[A-Z&'<>[\]| .?]{1,40}|[ \t]?\*?(?:string|str|\[\]byte)|[ \t]{0,4}\bAs[ \t]{1,4}\w{1,20}|[ \t]?\{[ \t]?get;[^{}\n]{0,40}\})[ \t]{0,4}(?==[^=>])/iy
const OPERATOR = /(?:[=:>,(|?~+!<-]|\bor\b|\bis\b|\bas\b|to\b|\beq\b|\b[Bb][Yy]\b){0,4}/y
const OPENING = /(?:[|>][+-]?(?=[ \t]*\r?\n)|\[CDATA\[|[ \t\r\n[\]{(:=>]|&(?!#|quot|apos|\w{1,30} )|&\w{1,30}(?= )|!!?[a-z]{1,8}(?=[ \t])|\bnew\b|[+-](?=[ \t]*\r?\n)|-(?=[ \t])|\*{2}|<(?:string|value|val)>){0,60}/y
/** Keys that stand between a name and its value: `name: DB_PASSWORD`, `value: …`; `password: { default: … }`. */
const CARRIER = /(?:\\?["'])?\b(?:value|val|default|defaultValue|data|content|text|plain|plaintext|stringData|raw)(?:\\?["'])?[ \t]{0,4}(?:=>|[:=>])[ \t\n\r]{0,20}/iy
/** `<key>name</key><string>`. */
const MARKED = /<\/\w{1,20}>\s{0,20}<\w{1,20}>/y
const CALLEE = /[A-Z_$](?:[\w.:$<>]|\(\)){0,60}[({][ \t\n\r]{0,20}(?=b?["'`]|[A-Z_$][\w.]{0,40}(?:\(\)[\w.]{0,20})?\(["'`])/iy
/** A quote as markup writes it; what it opens ends at another. */
const ENTITY = /&(?:#39|#34|quot|apos);/y
const PREFIX = /(?:[brufLNx@$]{1,2}|\\{1,7}|(?:u8|[uUL])?R|b?r?#{1,3}|u8)(?=["'`])/y
/** Strings that open with a bracket. */
const BRACKETED = /%[qQwW]?[([{<|!]|\bqq?[([{<|!]|\[={0,3}\[\n?/y
const CLOSERS: Readonly<Record<string, number>> = { '(': 41, '[': 93, '{': 125, '<': 62, '|': 124, '!': 33 }

function valueAfter(text: string, right: number, quoted: boolean): Spot | undefined {
  const limit = right + MOST_BETWEEN + MOST_NAME
  const closed = skip(CLOSING, text, right)
  const marked = skip(MARKED, text, closed)
  const typed = marked > closed ? marked : skip(TYPED, text, closed)
  let at = skip(OPERATOR, text, typed)
  const operator = text.slice(typed, at)
  const bound = marked > closed || (at > typed && operator !== 'is')
  const assigned = operator.includes('=')
  // Behind a comma only what is quoted belongs to the name before it: `define("NAME", "value")`.
  const listed = operator.startsWith(',')
  const bracketed = quoted && assigned ? skip(BRACKETED, text, skip(BLANKS, text, at)) : at
  if (bracketed > at && bracketed > skip(BLANKS, text, at)) {
    const open = text.slice(at, bracketed).trim()
    return { at: bracketed, quote: CLOSERS[open.at(-1) ?? ''] ?? 93, loose: false, assigned }
  }
  at = skip(OPENING, text, at)
  // Lines of a list are neighbours, no name and its value.
  if (listed && text.slice(typed, at).includes('\n')) return undefined
  const carried = skip(CARRIER, text, at)
  const loose = !bound && carried === at
  at = carried
  at = skip(CALLEE, text, skip(CALLEE, text, at))
  at = skip(PREFIX, text, at)
  if (at > limit || at >= text.length) return undefined
  const entity = skip(ENTITY, text, at)
  if (entity > at) return { at: entity, quote: AMPERSAND, loose: false, assigned }
  const unit = text.charCodeAt(at)
  if (unit === QUOTE || unit === APOSTROPHE || unit === BACKTICK) {
    const tripled = text.charCodeAt(at + 1) === unit && text.charCodeAt(at + 2) === unit
    const raw = text[at + 1] === '(' && /R$/.test(text.slice(at - 3, at))
    return { at: at + (tripled ? 3 : raw ? 2 : 1), quote: raw ? CLOSERS['('] ?? unit : unit, loose, assigned }
  }
  return quoted || at === right || listed ? undefined : { at, quote: 0, loose, assigned }
}

const BLANKS = /[ \t]{0,8}/y

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

function quotedValue(text: string, at: number, quote: number): string {
  const most = Math.min(text.length, at + MOST_VALUE)
  let end = at
  while (end < most) {
    const unit = text.charCodeAt(end)
    if (unit === quote || unit === 10) break
    if (unit === BACKSLASH) {
      const escaped = text.charCodeAt(end + 1)
      if (escaped === QUOTE && quote === QUOTE) break
      end++
    }
    end++
  }
  return text.slice(at, Math.min(end, most))
}

const KEY_END = /\\?["'`]\]?[ \t]{0,4}(?::(?!:)|=>)/y

/** Whether what ends here is a key of its own: `"shape": "Token", "documentation": …`. */
function isKey(text: string, at: number): boolean {
  KEY_END.lastIndex = at
  return KEY_END.test(text)
}

function bareValue(text: string, at: number): string {
  const most = Math.min(text.length, at + MOST_VALUE)
  let end = at
  while (end < most) {
    const unit = text.charCodeAt(end)
    if (unit <= 32 || unit === QUOTE || unit === APOSTROPHE || unit === 60) break
    end++
  }
  return text.slice(at, end)
}

const EXPRESSION = /^(?:\$\{|\$\(|\$[A-Za-z_]|#\{|\{\{|\{%|%[sd(]|<[%a-zA-Z]|@[a-z.]+@|\{[\w.]*\}|%\w+%|\\?\()/
const PLACEHOLDER = /^(?:(?:x+|\*+|\.+|-+|_+)$|(?:your|enter|insert|please)[-_ ]|placeholder|example|<)/i
const TRANSLATION = /^[A-Z_-]+(?:[.:][A-Z_-]+)+$/i
const PLACE = /^(?:\.{0,2}\/|https?:\/\/[^@]*$|[A-Z]:\\)/

function isQuotedSecret(value: string, name: string, isPassword: boolean): boolean {
  if (value.startsWith('-----BEGIN')) return true
  if (value.length < 3 || EXPRESSION.test(value) || PLACEHOLDER.test(value) || PLACE.test(value)) return false
  const hasDigit = /\d/.test(value)
  const blanks = value.split(' ').length - 1
  if (blanks > 1 && !hasDigit) return false
  if (blanks > 5) return false
  if (hasDigit) return true
  if (TRANSLATION.test(value)) return false
  const letters = value.toLowerCase().replace(/[\W_]/g, '')
  if (letters === name.toLowerCase().replace(/[\W_]/g, '')) return false
  return isPassword || value.length >= 8
}

const REFERENCE = /^(?:process|os|env|ENV|System|config|self|this|req|request|res|params|args|options|props|ctx|user|data|form|var|local|module|each|secrets?|null|nil|none|true|false|undefined|string|String|str|bool|int|number|any|Optional|new|await|function|def|return|void|yes|no|required|optional)\b/
const CALL = /^[A-Z_$][\w$.:]*[([<]/i

function isBareSecret(value: string, isPassword: boolean, loose: boolean): boolean {
  if (value.length < 4 || /^[$<{[(&*!|>%@#/\\=;,]/.test(value) || PLACEHOLDER.test(value) || PLACE.test(value)) return false
  if (REFERENCE.test(value) || CALL.test(value) || TRANSLATION.test(value)) return false
  if (/[)};]$/.test(value) && /^[\w.]+[)};,]+$/.test(value) && !/\d/.test(value)) return false
  const hasDigit = /\d/.test(value)
  if (loose) return hasDigit && value.length >= 6
  return hasDigit || isPassword || value.length >= 16
}

function isNameUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95 || unit === 45
}

const USER_INFO = /[^\s/"'`<>@:?#{}$]{0,100}:([^\s/"'`<>@{}$]{3,100})@[^\s"'`/]/y

/** Whether a URL whose `://` ends here has a user and a password that is written out. */
export function hasUrlPassword(text: string, end: number): boolean {
  USER_INFO.lastIndex = end
  const [, password] = USER_INFO.exec(text) ?? []
  return password !== undefined && !PLACEHOLDER.test(password) && !EXPRESSION.test(password)
}

const ENCODED = /[ \t"'+]{0,8}(?:[\w.]{1,40}\(["'][\w.@+-]{1,60}:[^\s"']{4,}|[\w+/-]{8,})/y

/** Whether what looks encoded follows an authorization scheme. */
export function hasSchemeValue(text: string, end: number): boolean {
  ENCODED.lastIndex = end
  const [value] = ENCODED.exec(text.length > end + 120 ? text.slice(0, end + 120) : text) ?? []
  return value !== undefined && /\d|[a-z][A-Z]/.test(value)
}

const PLACED: NameReading = { words: ['password'], role: 'value', subject: 'password', goesOn: false }
/** What reads a secret that is printed into it. */
const PIPED = /stdin|chpasswd|sudo/i
const CANDIDATE = /(["'`])([^"'`\n]{4,200})\1|[^\s"'`,;|()[\]<>]{6,200}/g

/** Whether something that may be a secret follows what takes one by its place: a string among arguments, a word of a command. */
export function hasPlacedSecret(text: string, start: number, end: number): boolean {
  const line = text.indexOf('\n', end)
  const begin = PIPED.test(text.slice(start, end)) ? text.lastIndexOf('\n', start) + 1 : end
  const rest = text.slice(Math.max(begin, start - 200), Math.min(line < 0 ? text.length : line, start + 300))
  const may = (value: string, quote: string): boolean =>
    (quote === '' ? isBareSecret(value, true, true) : SAYS_SO.test(value) && !ALGORITHM.test(value) && isQuotedSecret(value, 'password', true)) && isPromising(value, 'password', PLACED, quote)
  for (const [whole, quote = '', inner = ''] of rest.matchAll(CANDIDATE)) {
    const value = quote === '' ? whole : inner
    // `-pSECRET`, `user:SECRET`, `user%SECRET`.
    const behind = /^(?:-{1,2}[A-Z]|[^:%,=\s]{1,80}[:%,=])([^\s/].*)$/i.exec(value)?.[1]
    if (may(value, quote) || (behind !== undefined && may(behind, quote))) return true
  }
  return false
}

const SAYS_SO = /\d|pass|secret|pwd/i
const ALGORITHM = /^(?:sha|md|aes|des|utf|base|iso|[rhep]s|v)[-_]?\d{1,4}(?:[-_][a-z\d]{1,8}){0,3}$|:\/\/|\s/i
