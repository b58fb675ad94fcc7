import { SourceError } from '../core/source.ts'

/** The command line or the configuration is wrong. The message is a sentence for people and holds no text of any scanned file. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** What to say of an error. Of a bug only where it happened: its message may hold what was being read. */
export function sentenceOf(error: unknown): string {
  if (error instanceof UsageError || error instanceof SourceError) return error.message
  const kind = error instanceof Error ? error.name : typeof error
  const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : ''
  return `This is a bug in unhardcode: \`${kind}${code}\`${placeOf(error)}. Please report it.`
}

/** The innermost place of this package on the stack. */
function placeOf(error: unknown): string {
  const place = error instanceof Error ? /\/dist\/([\w./-]+\.js:\d+:\d+)/.exec(error.stack?.slice(error.message.length) ?? '')?.[1] : undefined
  return place ? ` at \`${place}\`` : ''
}

/** The candidate that a misspelt word most likely means; undefined if none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates.map(candidate => ({ candidate, distance: editDistance(word, candidate) })).sort((one, other) => one.distance - other.distance)
  const [best] = ranked
  return best && best.distance <= Math.max(2, Math.floor(word.length / 3)) ? best.candidate : undefined
}

/** ` Did you mean \`…\`?`, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const candidate = nearest(word, candidates)
  return candidate ? ` Did you mean \`${candidate}\`?` : ''
}

function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [at, letter] of Array.from(one).entries()) {
    const next = [at + 1]
    for (const [column, own] of Array.from(other).entries()) {
      next.push(Math.min((row[column] ?? 0) + (letter === own ? 0 : 1), (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
