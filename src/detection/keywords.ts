import { SUBJECT_NAMES } from './names.ts'

/** Written apart in files, so that no word of theirs says it. */
const PHRASES = ['identified by', ...['', '_', '-'].flatMap(separator => [`connection${separator}string`, `conn${separator}str`])]

/**
 * Words that promise a secret by name: what the prefilter looks for besides the forms of credentials. Of words that hold one another (`pass`, `password`) the shortest; of
 * alphabets other than ASCII none, since the prefilter knows no encoding.
 */
export const NAME_KEYWORDS: readonly string[] = shortest(['key', ...PHRASES, ...SUBJECT_NAMES.filter(word => /^[\x20-\x7e]+$/.test(word))])

function shortest(words: readonly string[]): readonly string[] {
  return words.filter(word => !words.some(other => other !== word && word.includes(other)))
}

/** Before a user and password of a URL. */
export const URL_KEYWORD = '://'

/** Authorization schemes, with what stands between them and the value. */
export const SCHEME_KEYWORDS: readonly string[] = ['basic ']
