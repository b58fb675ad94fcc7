/** A pattern for one segment of a path, or `**` for any number of segments. */
type Segment = readonly Token[] | typeof ANY_SEGMENTS

/** One character of a segment's pattern: itself, any, any run of them, or one of a class. */
type Token = number | typeof ANY_CHARACTER | typeof ANY_RUN | CharacterClass

interface CharacterClass {
  readonly negated: boolean
  readonly ranges: readonly (readonly [first: number, last: number])[]
}

const ANY_SEGMENTS = '**'
const ANY_RUN = '*'
const ANY_CHARACTER = '?'

/** Whether a path (with `/`, relative to where the pattern stands) with that last segment fits. */
export type Matcher = (path: string, name: string) => boolean

/**
 * Compiles a pattern of a `.gitignore` without its `!` and its last `/`: <https://git-scm.com/docs/gitignore#_pattern_format>.
 * Written by strangers, so it is matched in time linear in pattern × path: a star that failed is never tried again once a later star was reached.
 */
export function compileGlob(pattern: string): Matcher {
  if (!pattern.includes('/')) return compileName(pattern)
  const path = pattern.startsWith('/') ? pattern.slice(1) : pattern
  if (!isWild(path)) return own => own === path
  const parts = path.split('/')
  const segments: Segment[] = parts.map(part => (part === '**' ? ANY_SEGMENTS : tokens(part)))
  if (segments.at(-1) === ANY_SEGMENTS) segments.push([ANY_RUN])
  const first = parts[0] === '**' || isWild(parts[0] ?? '') ? '' : `${parts[0]}/`
  const fitsLast = compileName(parts.at(-1) ?? '')
  return (own, name) => {
    if (!own.startsWith(first) || !fitsLast(own, name)) return false
    const names = own.split('/')
    return matchSequence(segments, names.length, ANY_SEGMENTS, (segment, index) => matchTokens(segment as readonly Token[], names[index] ?? ''))
  }
}

function isWild(pattern: string): boolean {
  return /[*?[\\]/.test(pattern)
}

function compileName(pattern: string): Matcher {
  if (!isWild(pattern)) return (_, name) => name === pattern
  if (/^\*[^*?[\\]+$/.test(pattern)) {
    const ending = pattern.slice(1)
    return (_, name) => name.endsWith(ending)
  }
  const compiled = tokens(pattern)
  return (_, name) => matchTokens(compiled, name)
}

function matchTokens(pattern: readonly Token[], text: string): boolean {
  return matchSequence(pattern, text.length, ANY_RUN, (token, index) => {
    const unit = text.charCodeAt(index)
    if (typeof token === 'number') return token === unit
    if (token === ANY_CHARACTER || token === ANY_RUN) return true
    return token.ranges.some(([first, end]) => first <= unit && unit <= end) !== token.negated
  })
}

/** Whether the whole of a sequence fits a pattern in which `wild` stands for any number of items, none included. */
function matchSequence<Item>(pattern: readonly Item[], length: number, wild: unknown, fits: (item: Item, index: number) => boolean): boolean {
  let at = 0
  let item = 0
  let lastWild = -1
  let resume = 0
  while (at < length) {
    const next = pattern[item]
    if (next === wild) {
      lastWild = item++
      resume = at
    } else if (next !== undefined && fits(next, at)) {
      item++
      at++
    } else if (lastWild >= 0) {
      item = lastWild + 1
      at = ++resume
    } else return false
  }
  while (pattern[item] === wild) item++
  return item === pattern.length
}

function tokens(pattern: string): readonly Token[] {
  const result: Token[] = []
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at]
    if (character === '*') {
      if (result.at(-1) !== ANY_RUN) result.push(ANY_RUN)
    } else if (character === '?') result.push(ANY_CHARACTER)
    else if (character === '[') {
      const end = classEnd(pattern, at)
      if (end < 0) result.push(pattern.charCodeAt(at))
      else {
        result.push(characterClass(pattern.slice(at + 1, end)))
        at = end
      }
    } else {
      if (character === '\\' && at + 1 < pattern.length) at++
      result.push(pattern.charCodeAt(at))
    }
  }
  return result
}

/** Where the `]` of a class stands; a `]` in its first place belongs to it. */
function classEnd(pattern: string, open: number): number {
  const negated = pattern[open + 1] === '!' || pattern[open + 1] === '^'
  return pattern.indexOf(']', open + (negated ? 3 : 2))
}

function characterClass(body: string): CharacterClass {
  const negated = body.startsWith('!') || body.startsWith('^')
  const inner = negated ? body.slice(1) : body
  const ranges: (readonly [number, number])[] = []
  for (let at = 0; at < inner.length; at++) {
    if (inner[at] === '\\' && at + 1 < inner.length) at++
    const first = inner.charCodeAt(at)
    const ranged = inner[at + 1] === '-' && at + 2 < inner.length
    ranges.push([first, ranged ? inner.charCodeAt(at + 2) : first])
    if (ranged) at += 2
  }
  return { negated, ranges }
}
