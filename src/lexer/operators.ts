import type { Syntax } from './syntax.ts'
import * as Tokens from './statement.ts'

/** The operator at an offset. */
export function operatorAt(text: string, at: number, code: number, { traits, language }: Syntax): { kind: Tokens.TokenKind; length: number } {
  const next = text.charCodeAt(at + 1)
  switch (code) {
    case 61: // =
      if (next === 61) return text.charCodeAt(at + 2) === 61 ? STRICT : EQUAL
      if (next === 62) return ARROW
      return next === 126 ? OTHER2 : ASSIGN
    case 58: // :
      if (next === 61) return ASSIGN2
      if (next === 58) return /^:*=/.test(text.slice(at + 2, at + 4)) ? operator(Tokens.ASSIGN, text.indexOf('=', at) - at + 1) : DOT2
      return COLON
    case 33: // !
      return next === 61 ? (text.charCodeAt(at + 2) === 61 ? STRICT : EQUAL) : SIGN
    case 63: // ?
      if (next === 63) return text.charCodeAt(at + 2) === 61 ? OR3 : OR2
      if (next === 46) return DOT2
      if (next === 61) return ASSIGN2
      return next === 58 && traits.elvis ? OR2 : QUESTION
    case 124: // |
      if (next !== 124) return OTHER
      return language.joins === undefined && traits.sql ? JOIN2 : text.charCodeAt(at + 2) === 61 ? OR3 : OR2
    case 45: // -
      if (next === 62) return traits['member-arrow'] ? DOT2 : ARROW
      return OTHER
    case 43: // +
      return next === 61 ? ASSIGN2 : JOIN
    case 46: // .
      if (next === 61) return ASSIGN2
      if (language.joins === '.') return JOIN
      return next === 46 && language.joins === '..' ? JOIN2 : DOT
    case 60: // <
      if (next === 45 && language.id === 'r') return ASSIGN2
      return next === 62 && language.joins === '<>' ? JOIN2 : next === 61 ? OTHER2 : LESS
    case 62: // >
      return next === 61 ? OTHER2 : MORE
    case 38: // &
      return next === 38 ? OTHER2 : language.joins === '&' ? JOIN : SIGN
    case 42: // *
      return SIGN
    default:
      return OTHER
  }
}

const operator = (kind: Tokens.TokenKind, length: number): { kind: Tokens.TokenKind; length: number } => ({ kind, length })
const ASSIGN = operator(Tokens.ASSIGN, 1)
const ASSIGN2 = operator(Tokens.ASSIGN, 2)
const EQUAL = operator(Tokens.EQUAL, 2)
const STRICT = operator(Tokens.EQUAL, 3)
const ARROW = operator(Tokens.ARROW, 2)
const COLON = operator(Tokens.COLON, 1)
const DOT = operator(Tokens.DOT, 1)
const DOT2 = operator(Tokens.DOT, 2)
const OR2 = operator(Tokens.OR, 2)
const OR3 = operator(Tokens.OR, 3)
const JOIN = operator(Tokens.JOIN, 1)
const JOIN2 = operator(Tokens.JOIN, 2)
const QUESTION = operator(Tokens.QUESTION, 1)
const LESS = operator(Tokens.LESS, 1)
const MORE = operator(Tokens.MORE, 1)
const SIGN = operator(Tokens.SIGN, 1)
const OTHER = operator(Tokens.OTHER, 1)
const OTHER2 = operator(Tokens.OTHER, 2)
