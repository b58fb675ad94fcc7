import type { StringSyntax } from '../core/document.ts'
import type { Range } from '../core/text.ts'
import type { Mark } from './escapes.ts'

/** A string as it stands in the text, before it is decoded. */
export interface Quoted {
  readonly range: Range
  readonly content: Range
  readonly escaped: boolean
  readonly interpolated: boolean
  readonly marks: readonly Mark[]
}

/**
 * Reads an expression within a string.
 * @param at Behind what opens it.
 * @param inLine Whether it must end in its line.
 * @returns The offset behind what closes it, or -1.
 */
export type ExpressionReader = (at: number, close: number, inLine: boolean) => number

const BACKSLASH = 92

/** Whether a string of this syntax may begin here. */
export function opens(text: string, start: number, { open, fence }: StringSyntax): boolean {
  return text.startsWith(open, start) && (!fence || fenceAt(text, start + open.length, fence) !== undefined)
}

/** The string that begins at `start`, or undefined where it never ends or is none. */
export function readQuoted(text: string, start: number, limit: number, syntax: StringSyntax, expression: ExpressionReader): Quoted | undefined {
  const opened = start + syntax.open.length
  const fence = syntax.fence ? fenceAt(text, opened, syntax.fence) : ''
  if (fence === undefined) return undefined
  const from = opened + fence.length + (syntax.fence?.then.length ?? 0)
  const close = syntax.fence ? syntax.close + fence + syntax.fence.end : syntax.close
  const { escapes, multiline = false, interpolation } = syntax
  if (!interpolation && multiline && escapes === 'none') {
    const end = text.indexOf(close, from)
    return end < 0 || end + close.length > limit ? undefined : { range: [start, end + close.length], content: [from, end], escaped: false, interpolated: false, marks: [] }
  }
  const closing = close.charCodeAt(0)
  const backslash = escapes === 'backtick' ? 96 : escapes === 'none' || escapes === 'double' ? 0 : BACKSLASH
  const marks: Mark[] = []
  let escaped = false
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at)
    if (interpolation && mayOpen(code)) {
      const end = readInterpolation(text, at, interpolation, !multiline, expression, marks)
      if (end > 0) {
        at = end - 1
        continue
      }
    }
    if (code === closing && (close.length === 1 || text.startsWith(close, at))) {
      if ((escapes === 'double' || escapes === 'backtick') && text.charCodeAt(at + 1) === closing && close.length === 1) {
        escaped = true
        at++
        continue
      }
      const end = lastOfRun(text, at, close)
      return { range: [start, end + close.length], content: [from, end], escaped: escaped || marks.some(({ kept }) => !kept), interpolated: marks.some(({ kept }) => kept), marks }
    }
    if (code === backslash && backslash) {
      escaped = true
      at++
      if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at++
    } else if ((code === 10 || code === 13) && !multiline) return undefined
  }
  return undefined
}

/** `""""` ends a triple-quoted string whose last character is a quote. */
function lastOfRun(text: string, at: number, close: string): number {
  if (close.length !== 3 || close[0] !== close[2]) return at
  let end = at
  while (end < at + 2 && text[end + 3] === close[0]) end++
  return end
}

function fenceAt(text: string, at: number, { of, then }: NonNullable<StringSyntax['fence']>): string | undefined {
  let end = at
  const most = at + 64
  if (of === 'word') while (end < most && /\w/.test(text[end] ?? '')) end++
  else while (end < most && text[end] === of) end++
  return text.startsWith(then, end) ? text.slice(at, end) : undefined
}

/** Whether a character begins what opens an expression in any language. */
function mayOpen(code: number): boolean {
  return code === 36 || code === 123 || code === 125 || code === 35 || code === 37 || code === 64 || code === BACKSLASH
}

/** The offset behind an expression or an escaped brace, or 0 where there is none. */
function readInterpolation(text: string, at: number, openers: readonly string[], inLine: boolean, expression: ExpressionReader, marks: Mark[]): number {
  for (const opener of openers) {
    if (!text.startsWith(opener, at)) continue
    const last = opener.charCodeAt(opener.length - 1)
    if (opener.startsWith('$$') || opener.startsWith('%%')) {
      marks.push({ range: [at, at + 1], kept: false })
      return at + opener.length
    }
    if (last !== 123 && last !== 40) {
      if (!startsName(text.charCodeAt(at + 1))) continue
      marks.push({ range: [at, at + 1], kept: true })
      return at + 1
    }
    if (opener === '{' && text[at + 1] === '{') return drop(at, marks)
    const end = expression(at + opener.length, last === 40 ? 41 : 125, inLine)
    if (end < 0) continue
    marks.push({ range: [at, end], kept: true })
    return end
  }
  return openers[0] === '{' && text.charCodeAt(at) === 125 && text.charCodeAt(at + 1) === 125 ? drop(at, marks) : 0
}

/** Of a doubled brace, the first stands for nothing. */
function drop(at: number, marks: Mark[]): number {
  marks.push({ range: [at, at + 1], kept: false })
  return at + 2
}

function startsName(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95
}

/** The offset behind a regular expression literal that begins here, or 0 where none ends before the limit. */
export function regexEnd(text: string, at: number, limit: number): number {
  let inClass = false
  for (let end = at + 1; end < limit; end++) {
    const code = text.charCodeAt(end)
    if (code === BACKSLASH) end++
    else if (code === 91) inClass = true
    else if (code === 93) inClass = false
    else if (code === 47 && !inClass) return end + 1
  }
  return 0
}
