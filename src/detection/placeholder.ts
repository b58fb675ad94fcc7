import { splitWords } from './names.ts'

const BRACKETED = /^(?:<[^<>]{1,80}>|\[[^[\]]{1,80}\]|\{[^{}]{1,80}\}|\$?\{[a-z_][\w.]{0,60}[[(]|\*[^*]{1,40}\*|#\{?[A-Z_]{2,60}\}?#|__\w{2,60}__|%\w{2,60}%|@[\w.]{2,60}@|-{2,4}[^-].{0,60}-{2,4})$/i
const MASK_CHARACTERS = /^[x*.•●·…_\-#?0=+~ ]+$/i
const MASKED_RUN = /x{4,}|\*{3,}|\.{3,}|•{2,}|●{2,}|…|_{6,}|#{4,}|\?{3,}|-{5,}/i
const COUNTED = '01234567890123456789'
const LETTERED = 'abcdefghijklmnopqrstuvwxyz'

/** Words that say outright that the value is to be filled in, or was taken out. */
const TELLING: ReadonlySet<string> = new Set(`example examples placeholder placeholders replace replaceme redacted removed hidden masked
  dummy fake todo tbd fixme fillme insert yours sample xxx xxxx xxxxx foobar foo lorem ipsum blah tba undefined unset notset unused notused notneeded nothing none null nil empty omitted scrubbed censored`.split(/\s+/))
const POSSESSIVE: ReadonlySet<string> = new Set(['your', 'yours', 'my', 'some', 'the', 'this', 'our', 'ur', 'any', 'here', 'enter', 'put', 'set', 'use', 'add', 'paste', 'a', 'an'])
/** What runs with it until somebody does: Java's key stores have `changeit` by default. */
const TO_CHANGE = /^(?:please)?change(?:me|it|this|now|pass|password)\d*$/
const FILL = new Set(['change', 'replace', 'fill', 'set', 'enter', 'insert', 'put', 'update', 'edit', 'modify'])

/** How a value says that it stands for another one, or undefined. */
export function placeholderOf(value: string, name?: string): Placeholder | undefined {
  const text = value.trim()
  if (text === '') return 'empty'
  if (BRACKETED.test(text)) return 'bracketed'
  if (MASK_CHARACTERS.test(text)) return 'masked'
  if (MASKED_RUN.test(text)) return 'masked'
  if (isRepeated(text)) return 'repeated'
  if (isSequence(text)) return 'sequence'
  if (/example/i.test(text)) return 'telling'
  const words = splitWords(text)
  if (words.length <= 12) {
    if (words.length <= 4 && TO_CHANGE.test(words.join(''))) return 'to be changed'
    if (words.some(word => TELLING.has(word))) return 'telling'
    if (words.length >= 2 && (POSSESSIVE.has(words[0] ?? '') || words.at(-1) === 'here') && words.every(word => /^\p{L}+$/u.test(word))) return 'yours'
    if (FILL.has(words[0] ?? '') && words.length >= 2 && words.length <= 5 && words.slice(1).some(word => ['me', 'it', 'this', 'in', 'now', 'your', 'with', 'by'].includes(word))) return 'telling'
  }
  if (name !== undefined && isName(words, splitWords(name))) return 'name'
  return undefined
}

/** `yours`: `my-secret`, `your_token`; `name`: the name again, `password = "password"`. */
export type Placeholder = 'empty' | 'bracketed' | 'masked' | 'repeated' | 'sequence' | 'telling' | 'to be changed' | 'yours' | 'name'

/** One character, or one short unit, over and over: `aaaaaa`, `abababab`, `00000000-0000`. */
function isRepeated(text: string): boolean {
  const bare = text.replace(/[-_ ]/g, '')
  if (bare.length < 4) return false
  const runs = bare.match(/([\da-z])\1{3,}/gi)?.reduce((sum, run) => sum + run.length, 0) ?? 0
  if (runs >= 8 && runs / bare.length >= 0.4) return true
  for (const length of [1, 2, 3]) {
    if (bare.length < Math.max(4, length * 3)) return false
    const unit = bare.slice(0, length)
    if (unit.repeat(Math.ceil(bare.length / length)).slice(0, bare.length) === bare) return true
  }
  return false
}

/** Characters in the order of the alphabet or of counting: `abcdef`, `1234567890`, `abc123def456`, `0123456789abcdef`. */
export function isSequence(text: string): boolean {
  const bare = text.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (bare.length < 8) return false
  let covered = 0
  let at = 0
  while (at < bare.length) {
    const run = runAt(bare, at)
    if (run >= 3) covered += run
    at += Math.max(1, run)
  }
  return covered / bare.length >= 0.8
}

function runAt(text: string, at: number): number {
  let length = 1
  while (at + length < text.length) {
    const pair = text.slice(at + length - 1, at + length + 1)
    if (!COUNTED.includes(pair) && !LETTERED.includes(pair)) break
    length++
  }
  return length
}

/** Every word of the value is a word of the name, or the other way round. */
function isName(value: readonly string[], name: readonly string[]): boolean {
  if (value.length === 0 || name.length === 0) return false
  if (name.length >= 2 && value.join('') === name.join('')) return true
  const letters = value.filter(word => !/^\d+$/.test(word))
  return letters.length > 0 && letters.length === value.length && (letters.every(word => name.includes(word)) || (name.length >= 2 && name.every(word => letters.includes(word))))
}
