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
