/**
 * Controls, bidirectional and zero-width marks, separators of lines and lone surrogates: what a terminal or a viewer acts on instead of showing. And the
 * begin of a command that GitHub's runner takes from anywhere in a line of a log.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|#(?=#\[)/gu

/** A text of a stranger, on one line, with everything that is not seen spelt out: `\x1b`, `\u{202e}`. For names and messages that people read. */
export function escapeText(text: string): string {
  return text.replace(UNSEEN, spell)
}

/** As `escapeText`, with tabs kept: for lines of a file. */
export function escapeLine(text: string): string {
  return text.replace(UNSEEN, mark => (mark === '\t' ? mark : spell(mark)))
}

/** A path at the begin of a line, where GitHub's runner would take `::…` for a command. */
export function escapePath(path: string): string {
  return escapeText(path.startsWith(':') ? `./${path}` : path)
}

/** A path as a relative URI. */
export function uriOf(path: string): string {
  return path.replace(/\p{Cs}/gu, '\uFFFD').split('/').map(encodeURIComponent).join('/')
}

/** JSON of a value, indented, in which what is not seen is escaped as JSON spells it: the value itself stays exact. */
export function escapedJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(UNSEEN, mark => (mark === '\n' ? mark : units(mark)))
}

function spell(mark: string): string {
  const code = mark.codePointAt(0) ?? 0
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`
}

function units(mark: string): string {
  return Array.from({ length: mark.length }, (_, index) => `\\u${mark.charCodeAt(index).toString(16).padStart(4, '0')}`).join('')
}
