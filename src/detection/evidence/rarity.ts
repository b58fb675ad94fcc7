import { BIGRAMS } from '../bigrams.ts'
import { WORDS } from '../words.ts'

const SIZE = 27
const ROWS = ['`1234567890-=', 'qwertyuiop[]', 'asdfghjkl;', 'zxcvbnm,./', 'azertyuiop', 'qwertzuiop', '1qaz2wsx3edc4rfv5tgb']

/** Mean surprise of a letter after the one before it, in bits; words have about 3, random letters 5 and more. Undefined without letters side by side. */
export function surpriseOf(value: string): number | undefined {
  const text = value.toLowerCase()
  let sum = 0
  let count = 0
  let previous = -1
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at) - 96
    const isLetter = letter >= 1 && letter <= 26
    if (isLetter && previous > 0) {
      sum += BIGRAMS.charCodeAt(previous * SIZE + letter) - 48
      count++
    }
    previous = isLetter ? letter : -1
  }
  return count ? sum / count / 4 : undefined
}

/** Share of a value's letters and digits that belong to known words of three letters and more: 0 to 1. */
export function familiarityOf(value: string): number {
  let known = 0
  let all = 0
  for (const run of value.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []) {
    all += run.length
    if (run.charCodeAt(0) > 57) known += knownLetters(run.toLowerCase())
  }
  return all ? known / all : 0
}

/** Letters of a run that the longest known words cover, read from the left. */
function knownLetters(run: string): number {
  if (run.length <= 2 || isWord(run)) return run.length >= 3 ? run.length : 0
  let known = 0
  let at = 0
  while (at < run.length) {
    const length = longestWord(run, at)
    known += length
    at += length || 1
  }
  return known
}

/** Whether a run of lower-case letters is a known word, or one with an ending. */
export function isWord(run: string): boolean {
  return WORDS.has(run) || run.length >= 5 && (WORDS.has(run.slice(0, -1)) && run.endsWith('s') || WORDS.has(run.slice(0, -2)) && /(?:es|ed|er|ly)$/.test(run))
}

/** Whether a run of lower-case letters is a known word, or two of three letters and more side by side. */
export function isPhrase(run: string): boolean {
  if (isWord(run)) return true
  for (let at = 3; at <= run.length - 3; at++) if (isWord(run.slice(0, at)) && isWord(run.slice(at))) return true
  return false
}

function longestWord(run: string, at: number): number {
  for (let length = Math.min(16, run.length - at); length >= 4; length--) if (isWord(run.slice(at, at + length))) return length
  return run.length === at + 3 && WORDS.has(run.slice(at)) ? 3 : 0
}

/** Whether a value walks along the rows of a keyboard: `qwerty123`, `1qaz2wsx`, `asdfgh`. */
export function isKeyboardWalk(value: string): boolean {
  const text = value.toLowerCase()
  if (text.length < 4) return false
  let covered = 0
  let at = 0
  while (at < text.length) {
    const run = walkAt(text, at)
    if (run >= 3) covered += run
    at += Math.max(1, run)
  }
  return covered / text.length >= 0.8
}

function walkAt(text: string, at: number): number {
  let longest = 1
  for (const row of ROWS) {
    const start = row.indexOf(text[at] ?? '')
    if (start < 0) continue
    let length = 1
    while (at + length < text.length && row[start + length] === text[at + length]) length++
    longest = Math.max(longest, length)
  }
  return longest
}
