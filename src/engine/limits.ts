import type { Finding, Unread } from '../core/finding.ts'

/** Findings of one file that are reported; behind them the report says that there are more. */
export const MOST_FINDINGS = 1000

/** Strings and lines of one file that are read: a literal of the lexer takes up to a kilobyte. */
const MOST_STRINGS = 1_000_000

/** Whether a text may hold more strings than memory has room for. Counts quotes and line ends. */
export function isTooDense(text: string): boolean {
  if (text.length <= MOST_STRINGS) return false
  let quotes = 0
  let lines = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 34 || unit === 39 || unit === 96) quotes++
    else if (unit === 10 || unit === 13) lines++
  }
  return quotes / 2 + lines > MOST_STRINGS
}

/** Files of which as many findings are reported as are of one. */
export function crowdedFiles(findings: readonly Finding[]): readonly Unread[] {
  const counts = new Map<string, number>()
  for (const { path } of findings) counts.set(path, (counts.get(path) ?? 0) + 1)
  return [...counts].flatMap(([path, count]) => (count >= MOST_FINDINGS ? [{ path, reason: `it has ${MOST_FINDINGS} findings or more`, partly: true }] : []))
}
