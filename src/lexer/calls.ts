import type { BindingKind, LiteralBinding } from '../core/literal.ts'
import type { Range } from '../core/text.ts'
import type { Name } from './names.ts'
import type { Paths } from './paths.ts'
import type { Frame } from './statement.ts'
import { bindingTo } from './reading.ts'
import * as Kinds from './statement.ts'

/** Calls that only change the form of a value: what they are given belongs to the name that they are given to. */
export const CONVERTERS = new Set(
  ('string str byte bytes rune some ok of from valueof tostring fromstring newstring stringvalue ptr pointer stringptr to decode encode b64decode base64decode b64encode atob btoa unquote trim ' +
    'secretstr secretstring secret securestring guardedstring unsafeplaintext plaintext frozenset freeze set list tuple array vec arrayof listof setof arraylist aslist quote text utf8 ascii buffer ' +
    'usestate useref ref signal tochararray tobytes todata data nsstring stringwithstring initwithstring box new into cow optional lazy js raw sensitive literal default ' +
    'base64_decode urlsafe_b64decode standard_b64decode b64_decode decode64 frombase64string decodestring fromhex unhexlify hex2bin decodeuricomponent unescape').split(' '),
)
export const COMPARERS = /^(?:equals(?:ignorecase)?|isequal(?:tostring)?|eq|compareto|strcmp|strncmp|strcasecmp|timingsafeequal|equalfold|compare|compare_digest|hash_equals|memcmp)$/i
/** Calls that copy their second argument into the first. */
export const COPIERS = /^(?:str(?:n|l)?cpy(?:_s)?|str(?:n|l)?cat(?:_s)?|memcpy|lstrcpy[aw]?|_tcscpy|wcscpy|copystring)$/i
/** Calls that give the first of their arguments that there is. */
export const CHOOSERS = /^(?:coalesce|nvl|ifnull|isnull|try|firstnonnull|firstnotnull|either)$/i
/** Calls that type into the field that they are called on. */
export const TYPERS = /^(?:type|send_?keys|fill|fill_?in|clear_?and_?type|set_?text|type_?text|enter_?text|replace_?text)$/i
export const GETTERS = /^(?:(?:os)?_?(?:get|fetch|env|pop|lookup|read|config|setdefault|default|optional|conf|setting|property|cfg)|env$)/i
export const DEFAULTERS = /^(?:unwrap_or(?:_else)?|or_?else|get_?or_?else|or|default|default_if_empty|value_?or|if_?empty|presence_or)$/i

/** `["--password", "…"]`. */
export function optionOf(paths: Paths, { previous }: Frame, index: number): LiteralBinding | undefined {
  if (previous?.kind !== Kinds.STRING || paths.text[previous.range[0]] !== '-') return undefined
  return bindingTo(paths.text, 'option', previous.range, paths.pathOf(index))
}

/** `INSERT INTO t (a, b) VALUES ('…', '…')`. */
export function columnOf(paths: Paths, frame: Frame, index: number, parent: Frame): LiteralBinding | undefined {
  const { kinds, starts, ends } = paths.statement
  const last = frame.base - 1
  if (last > parent.base && kinds[last - 1] === Kinds.GROUP && /^values$/i.test(paths.word(last))) {
    parent.columns = listed(paths.text, [(starts[last - 1] ?? 0) + 1, (ends[last - 1] ?? 0) - 1])
  } else if (last >= parent.base) return undefined
  const name = parent.columns?.[frame.item]
  return name && bindingTo(paths.text, 'column', name, paths.pathOf(index - 1))
}

/** A name, or the selector of a field. */
const NAMELIKE = /^(?:[\w.:/$ -]{1,80}|[#.][\w-]{1,80}|\w{0,20}\[[\w="'-]{1,60}\])$/

/** `header("Authorization", "…")`. */
export function afterName(paths: Paths, frame: Frame, index: number, path: readonly string[], callee?: Name, kind: BindingKind = 'argument'): LiteralBinding | undefined {
  const { previous } = frame
  if (previous) {
    const before = paths.slice(previous.range)
    const fits = previous.kind === Kinds.STRING ? NAMELIKE.test(before) : previous.kind === Kinds.WORD && (/^[A-Z_\d]+$/.test(before) || paths.text[previous.range[0] - 1] === ':')
    if (fits) return bindingTo(paths.text, kind, previous.range, path)
  }
  return callee && bindingTo(paths.text, 'argument', callee.range, [...paths.pathOf(index - 1), ...callee.receivers])
}

/** `password.equals("…")`, `strcmp(password, "…")`, `strcpy(password, "…")`. */
export function comparedBy(paths: Paths, frame: Frame, index: number, callee: Name, kind: BindingKind = 'comparison'): LiteralBinding | undefined {
  if (frame.item > 0) return frame.previous?.kind === Kinds.WORD ? bindingTo(paths.text, kind, frame.previous.range, paths.pathOf(index - 1)) : undefined
  const receiver = callee.receiverRange
  return receiver && bindingTo(paths.text, 'comparison', receiver, [...paths.pathOf(index - 1), ...callee.receivers.slice(0, -1)])
}

/** The names of a list in brackets, without quotes. */
function listed(text: string, [start, end]: Range): readonly Range[] {
  return [...text.slice(start, Math.min(end, start + 4000)).matchAll(/[^\s,"'`[\]]+/g)].map(({ 0: name, index }) => [start + index, start + index + name.length])
}
