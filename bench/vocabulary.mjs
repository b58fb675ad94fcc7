// Writes src/detection/{words,bigrams}.ts: the words that many packages use, and how letters follow each other in them.
// The corpus is what `npm ci` puts into node_modules: documentation and type declarations, so that the tables come out the same everywhere.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = new URL('..', import.meta.url).pathname
const PACKAGES_AT_LEAST = 4
const LONGEST = 20

/** @type {Map<string, number>} */
const spread = new Map()
for (const folder of packages(join(ROOT, 'node_modules'))) {
  const own = new Set()
  for (const file of files(folder, 0)) {
    for (const word of readFileSync(file, 'utf8').match(/\p{Lu}?\p{Ll}{2,}/gu) ?? []) {
      const plain = word.toLowerCase()
      if (/^[a-z]+$/.test(plain) && plain.length >= 3 && plain.length <= LONGEST) own.add(plain)
    }
  }
  for (const word of own) spread.set(word, (spread.get(word) ?? 0) + 1)
}

const words = [...spread].filter(([, count]) => count >= PACKAGES_AT_LEAST).map(([word]) => word).sort()
write('words.ts', `/** Words of at least ${PACKAGES_AT_LEAST} packages' documentation and types. Written by \`node bench/vocabulary.mjs\`. */
export const WORDS: ReadonlySet<string> = new Set((
${lines(words.join(' '))}).split(' '))
`)

const SIZE = 27
const counts = Array.from({ length: SIZE * SIZE }, () => 0.5)
for (const [word, count] of spread) {
  if (count < 2) continue
  const weight = Math.log2(1 + count)
  const letters = [0, ...[...word].map(letter => letter.charCodeAt(0) - 96), 0]
  for (let at = 1; at < letters.length; at++) counts[letters[at - 1] * SIZE + letters[at]] += weight
}
const code = counts.map((count, index) => {
  const row = counts.slice(index - (index % SIZE), index - (index % SIZE) + SIZE)
  const bits = -Math.log2(count / row.reduce((sum, each) => sum + each, 0))
  return String.fromCharCode(48 + Math.min(60, Math.round(bits * 4)))
}).join('').replace(/\\/g, '\\\\')
write('bigrams.ts', `/**
 * How surprising a letter is after another, in quarters of a bit: 27 rows (start of a word, a to z) of 27 columns (end, a to z), each a character from
 * \`0\` upwards. Of the same words as words.ts. Written by \`node bench/vocabulary.mjs\`.
 */
export const BIGRAMS =
${lines(code).trimEnd()}
`)
console.log(`${words.length} words`)

/** @param {string} root @returns {string[]} */
function packages(root) {
  return readdirSync(root).flatMap(name => (name.startsWith('.') ? [] : name.startsWith('@') ? readdirSync(join(root, name)).map(own => join(root, name, own)) : [join(root, name)])).sort()
}

/** @param {string} folder @param {number} depth @returns {string[]} */
function files(folder, depth) {
  if (depth > 6) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? files(join(folder, entry.name), depth + 1) : /\.(?:md|d\.[cm]?ts)$/i.test(entry.name) ? [join(folder, entry.name)] : [])
}

/** @param {string} text Long, without quotes. */
function lines(text) {
  const pieces = text.match(/.{1,150}/gs) ?? []
  return pieces.map((piece, index) => `  ${index ? '+ ' : '  '}'${piece}'\n`).join('')
}

/** @param {string} name @param {string} text */
function write(name, text) {
  writeFileSync(join(ROOT, 'src/detection', name), text)
}
