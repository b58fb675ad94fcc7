import type { Credential } from '../core/credential.ts'
import type { Range } from '../core/text.ts'
import { escapeLine, escapePath } from '../core/escape.ts'
import { MASK } from '../core/secret.ts'

/** Lines around a change. */
const CONTEXT = 3

/** Characters from which a value is no word that stands elsewhere by chance. */
const LONG = 8

/** Above this many differing lines the whole stretch is shown as replaced. */
const MOST_CHANGES = 1000

interface Line {
  readonly kind: ' ' | '-' | '+'
  readonly text: string
}

/**
 * A unified diff for reading: every secret is masked on every line, so it cannot be applied. Empty where nothing differs.
 * @param secrets The credentials of the text before, in their places.
 */
export function unifiedDiff(path: string, before: string, after: string, secrets: readonly Pick<Credential, 'secret' | 'range'>[]): string {
  const changes = compare(splitLines(before), splitLines(after), maskedLines(before, before, secrets), maskedLines(after, before, secrets))
  const hunks = hunksOf(changes)
  if (hunks.length === 0) return ''
  const name = escapePath(path)
  return [`--- a/${name}`, `+++ b/${name}`, ...hunks].join('\n') + '\n'
}

function splitLines(text: string): string[] {
  return text === '' ? [] : text.replace(/(?:\r\n|\n|\r)$/, '').split(/\r\n|\n|\r/)
}

/** The lines of a text with every secret masked, wherever it stands and however it is written in the text before. */
function maskedLines(text: string, before: string, secrets: readonly Pick<Credential, 'secret' | 'range'>[]): string[] {
  const covered: Range[] = text === before ? secrets.map(({ range }) => range) : []
  for (const { secret, range } of secrets) {
    const value = secret.reveal()
    for (const form of new Set([value, before.slice(...range), JSON.stringify(value).slice(1, -1)])) {
      for (let at = form === '' ? -1 : text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
        // A short value stands in other words by chance; by itself it is the value.
        if (form.length >= LONG || !/\w/.test(text.charAt(at - 1) + text.charAt(at + form.length))) covered.push([at, at + form.length])
      }
    }
  }
  covered.sort((one, other) => one[0] - other[0])
  let masked = ''
  let at = 0
  for (const [start, end] of covered) {
    if (end <= at) continue
    masked += text.slice(at, Math.max(at, start)) + text.slice(Math.max(at, start), end).replace(/[^\r\n]+/g, MASK)
    at = end
  }
  return splitLines(masked + text.slice(at)).map(escapeLine)
}

/** Myers' algorithm over lines, after what both texts begin and end with. */
function compare(before: readonly string[], after: readonly string[], shownBefore: readonly string[], shownAfter: readonly string[]): readonly Line[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head++
  let tail = 0
  while (tail < before.length - head && tail < after.length - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  const middle = shortestEdit(before.slice(head, before.length - tail), after.slice(head, after.length - tail))
  const lines: Line[] = shownBefore.slice(0, head).map(text => ({ kind: ' ', text }))
  let [x, y] = [head, head]
  for (const kind of middle) {
    lines.push({ kind, text: (kind === '+' ? shownAfter[y] : shownBefore[x]) ?? '' })
    if (kind !== '+') x++
    if (kind !== '-') y++
  }
  return [...lines, ...shownBefore.slice(before.length - tail).map(text => ({ kind: ' ' as const, text }))]
}

function shortestEdit(before: readonly string[], after: readonly string[]): readonly Line['kind'][] {
  const trace: Map<number, number>[] = []
  let furthest = new Map([[1, 0]])
  for (let changes = 0; changes <= before.length + after.length && changes <= MOST_CHANGES; changes++) {
    trace.push(furthest)
    const next = new Map(furthest)
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const down = diagonal === -changes || (diagonal !== changes && (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1))
      let x = down ? (furthest.get(diagonal + 1) ?? 0) : (furthest.get(diagonal - 1) ?? 0) + 1
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++
      next.set(diagonal, x)
      if (x >= before.length && x - diagonal >= after.length) return backtrack(trace, before.length, after.length)
    }
    furthest = next
  }
  return [...before.map(() => '-' as const), ...after.map(() => '+' as const)]
}

function backtrack(trace: readonly ReadonlyMap<number, number>[], width: number, height: number): readonly Line['kind'][] {
  const kinds: Line['kind'][] = []
  let [x, y] = [width, height]
  for (let changes = trace.length - 1; changes >= 0; changes--) {
    const furthest = trace[changes] as ReadonlyMap<number, number>
    const diagonal = x - y
    const down = diagonal === -changes || (diagonal !== changes && (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1))
    const fromX = furthest.get(down ? diagonal + 1 : diagonal - 1) ?? 0
    const fromY = fromX - (down ? diagonal + 1 : diagonal - 1)
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      kinds.push(' ')
      x--
      y--
    }
    if (changes > 0) kinds.push(down ? '+' : '-')
    ;[x, y] = [fromX, fromY]
  }
  return kinds.reverse()
}

function hunksOf(lines: readonly Line[]): string[] {
  const output: string[] = []
  let [before, after] = [1, 1]
  for (let at = 0; at < lines.length;) {
    const first = lines.findIndex((line, index) => index >= at && line.kind !== ' ')
    if (first < 0) break
    const start = Math.max(at, first - CONTEXT)
    let end = first
    for (let index = first; index < lines.length && index <= end + 2 * CONTEXT; index++) if (lines[index]?.kind !== ' ') end = index
    const stop = Math.min(lines.length, end + 1 + CONTEXT)
    before += start - at
    after += start - at
    const hunk = lines.slice(start, stop)
    const [removed, added] = [hunk.filter(({ kind }) => kind !== '+').length, hunk.filter(({ kind }) => kind !== '-').length]
    output.push(`@@ -${removed === 0 ? before - 1 : before},${removed} +${added === 0 ? after - 1 : after},${added} @@`, ...hunk.map(({ kind, text }) => kind + text))
    before += removed
    after += added
    at = stop
  }
  return output
}
