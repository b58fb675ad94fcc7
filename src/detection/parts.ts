import type { Range } from '../core/text.ts'

/** A secret within a longer text: the password of a URL, a header, a pair in a command. */
export interface Part {
  readonly by: 'URL' | 'query' | 'header' | 'text'
  /** What it is bound to: `password` of a URL, the key of a pair. */
  readonly name: string
  /** Of the secret as written, in the text at hand. */
  readonly range: Range
  /** What is judged: the password itself, decoded where the text has it encoded. */
  readonly value: string
  /** The host it opens, where the text says so. */
  readonly host?: string
  /** What stands around the value: a quote, or nothing. */
  readonly quote?: string
}

const USER_INFO = /:\/\/[^\s:@/?#"'`<>\\(),;|]{0,100}:([^\s@/?#"'`<>\\]{1,200})@([\w.$%{}[\]-]{0,100})/y
const CURL_USER = /\bcurl\b[^\n]{0,300}?\s(?:-u|--user)[ =]["']?[^\s"':]{1,80}:'?([^\s"']{1,200})/g
const QUERY = /[?&;#]([A-Z][\w.-]{1,40})=([^&\s"'`<>;,)\\]{1,600})/gi
const HEADER = /\b(Basic|Bearer|(?<=uthorization["']?[ \t]?[:=,][ \t]?["']?)Token) +([\w.~+/=:-]{6,2000})/gi

/** The passwords of URLs in a text. */
export function urlPasswords(text: string): Part[] {
  const found: Part[] = []
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    USER_INFO.lastIndex = at
    const match = USER_INFO.exec(text)
    if (!match) continue
    const [whole, password = '', host = ''] = match
    const end = at + whole.length - host.length - 1
    found.push({ by: 'URL', name: 'password', range: [end - password.length, end], value: decodePercent(password), host })
  }
  return found
}

/** `Basic …` and `Bearer …`. The range is that of the credential as sent; of Basic the value is the password within it. */
export function headerCredentials(text: string): Part[] {
  return [...text.matchAll(HEADER)].flatMap((match): Part[] => {
    const [whole, scheme = '', sent = ''] = match
    const end = match.index + whole.length
    const range: Range = [end - sent.length, end]
    if (scheme.toLowerCase() !== 'basic') return /\d/.test(sent) && sent.length >= 12 ? [{ by: 'header', name: 'token', range, value: sent }] : []
    const password = passwordOfBasic(sent)
    return password === undefined ? [] : [{ by: 'header', name: 'password', range, value: password }]
  })
}

/** The password of `curl -u user:password`. */
export function curlPasswords(text: string): Part[] {
  return text.includes('curl') ? [...text.matchAll(CURL_USER)].map(match => {
    const [whole, value = ''] = match
    const end = match.index + whole.length
    return { by: 'text', name: 'password', range: [end - value.length, end], value }
  }) : []
}

/** Values under a name in a URL's query. */
export function queryValues(text: string): Part[] {
  return [...text.matchAll(QUERY)].map(match => {
    const [whole, name = '', value = ''] = match
    const end = match.index + whole.length
    return { by: 'query', name, range: [end - value.length, end], value: decodePercent(value) }
  })
}

const PAIR = /(?<![\w$.-])(?<!\$\{)(?<name>[A-Za-z_$][\w$.-]{1,60})["']?\]?(?:[ \t]{1,4}(?:string|String|str))?[ \t]{0,8}(?:=>|[:?.+|]?:?=|==?|\|\|:|:)[ \t]{0,8}(?:(?<quote>["'`])(?<quoted>[^"'`\n\r]{0,2000})\k<quote>|(?<bare>(?![A-Za-z_]\w{0,60}=\w)[^\s"'`,;{}()[\]<>|\\]{1,400}))/g
const OPTION = /(?<=^|\s)(?<name>--?[A-Z][\w.-]{1,40})[ =](?:(?<quote>["'])(?<quoted>[^"'\n]{1,300})\k<quote>|(?<bare>[^\s"'`,;|&<>-][^\s"'`,;|&<>]{0,300}))/gi
const SAID = /\b(?<name>identified (?:with [\w.]{1,40} )?by|password|passwd|pwd|passphrase)[ \t]{1,4}(?<quote>["'])(?<quoted>[^"'\n]{1,200})\k<quote>/gi
const ARGUMENTS = /["'](?<name>[A-Z_][\w.-]{1,60})["'][ \t]{0,8},[ \t]{0,8}(?<quote>["'`])(?<quoted>[^"'`\n\r]{1,2000})\k<quote>/gi
const CALL = /\b(?<name>[A-Z_][\w.]{1,60})\([ \t]{0,8}(?<quote>["'`])(?<quoted>[^"'`\n\r]{1,2000})\k<quote>[ \t]{0,8}\)/gi
const ELEMENT = /<(?<name>[A-Z_][\w.:-]{1,60})>\s{0,20}(?<bare>[^<>\s]{1,400})\s{0,20}<\//gi

/**
 * Names and values in running text, in a comment, in JSON within a string, in a command: `name: value`, `--name value`, `IDENTIFIED BY 'value'`,
 * `set("name", "value")`, `name("value")`, `<name>value</name>`.
 */
export function pairsIn(text: string): Part[] {
  return [PAIR, OPTION, SAID, ARGUMENTS, CALL, ELEMENT].flatMap(pattern => [...text.matchAll(pattern)].flatMap((match): Part[] => {
    const { name = '', quote = '', quoted, bare = '' } = match.groups ?? {}
    const value = quoted ?? bare
    // Behind the value there may be a quote, a bracket, a tag.
    const start = match.index + match[0].lastIndexOf(value)
    const end = start + value.length
    if (quoted === undefined && (beginsSentence(text, end, value) || beginsCall(text, end, value))) return []
    return [{ by: 'text', name: /^identified/i.test(name) ? 'password' : name, range: [start, end], value, quote }]
  }))
}

/** `password: Specifies the password of …`: a word with further words behind it, none of them a name again. */
function beginsSentence(text: string, end: number, value: string): boolean {
  return /^[A-Z']{1,20}$/i.test(value) && /^(?: [A-Z'-]{1,20}){2}(?![\w-]| ?[:=])/i.test(text.slice(end, end + 50))
}

/** `password = sensitive(…)`, `token: tokens[0]`. */
function beginsCall(text: string, end: number, value: string): boolean {
  return (text[end] === '(' || text[end] === '[') && /^[A-Z_][\w.]{0,80}$/i.test(value)
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function passwordOfBasic(sent: string): string | undefined {
  if (!/^[A-Z0-9+/]+={0,2}$/i.test(sent)) return undefined
  const text = Buffer.from(sent, 'base64').toString('latin1')
  const colon = text.indexOf(':')
  return colon >= 0 && /^[\x20-\x7e]+$/.test(text) ? text.slice(colon + 1) : undefined
}
