import { isPhrase } from './rarity.ts'

/** Longest value that people disguise, in UTF-16 units. */
const LONGEST = 30
const WITHIN_A_WORD = /[a-z][013457@$!]{1,2}[a-z]/i
const RUN = /[a-z\d@$!]{5,}/gi
const LETTERS: Readonly<Record<string, string>> = { 0: 'o', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' }

/** Whether a value is words with digits and signs in place of letters: `p4ssw0rd`, `T0pS3cr3t!`. */
export function isDisguised(value: string): boolean {
  return value.length <= LONGEST && WITHIN_A_WORD.test(value) && (value.match(RUN) ?? []).some(run => WITHIN_A_WORD.test(run) && (isPhrase(plainly(run, 'i')) || isPhrase(plainly(run, 'l'))))
}

function plainly(run: string, one: 'i' | 'l'): string {
  return run.toLowerCase().replace(/[\d!]+$/, '').replace(/[013457@$!]/g, sign => LETTERS[sign] ?? one)
}
