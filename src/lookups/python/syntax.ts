import type { Document } from '../../core/document.ts'
import type { Range } from '../../core/text.ts'

/** A string as written. */
export interface StringToken {
  readonly range: Range
  /** Letters before the quote, in lower case: `rb`. */
  readonly prefix: string
  readonly quote: string
  readonly content: Range
}

/** A statement or the head of one: physical lines that belong together, without comment and line end behind it. */
export interface Statement {
  readonly range: Range
  readonly indent: string
}

/** What of a Python file a fix must know. */
export interface Module {
  readonly strings: readonly StringToken[]
  readonly statements: readonly Statement[]
  /** Whether every bracket and string is closed. */
  readonly closed: boolean
}

const STRING = /([rbfut]{0,2})("""|'''|"|')/iy
const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

const modules = new WeakMap<Document, Module>()

/** A document's statements and strings, read once. */
export function moduleOf(document: Document): Module {
  const module = modules.get(document) ?? readModule(document.text)
  modules.set(document, module)
  return module
}

function readModule(text: string): Module {
  const strings: StringToken[] = []
  const statements: Statement[] = []
  const open: string[] = []
  let closed = true
  let start = -1
  let end = 0
  const finish = (): void => {
    if (start >= 0) statements.push({ range: [start, end], indent: /[^\S\r\n]*$/.exec(text.slice(0, start).slice(-80))?.[0] ?? '' })
    start = -1
  }
  for (let at = 0; at < text.length;) {
    const char = text.charAt(at)
    if (char === '\n' || char === '\r') {
      if (open.length === 0) finish()
      at++
    } else if (/\s/.test(char)) at++
    else if (char === '#') at += /[^\r\n]*/.exec(text.slice(at))?.[0].length ?? 1
    else if (char === '\\' && /[\r\n]/.test(text.charAt(at + 1))) at += text.startsWith('\r\n', at + 1) ? 3 : 2
    else {
      if (start < 0) start = at
      const token = stringAt(text, at)
      if (token === 'unclosed') closed = false
      if (typeof token === 'object') {
        strings.push(token)
        at = token.range[1]
      } else {
        const before = PAIRS[char]
        if ('([{'.includes(char)) open.push(char)
        else if (before !== undefined && open.pop() !== before) closed = false
        at += /[\w.]+/y.exec(text.slice(at))?.[0].length ?? 1
      }
      end = at
    }
  }
  finish()
  return { strings, statements, closed: closed && open.length === 0 }
}

function stringAt(text: string, at: number): StringToken | 'unclosed' | undefined {
  STRING.lastIndex = at
  const found = STRING.exec(text)
  if (!found) return undefined
  const [whole, prefix = '', quote = ''] = found
  const content = at + whole.length
  for (let end = content; end < text.length; end++) {
    const char = text.charAt(end)
    if (char === '\\') end++
    else if (text.startsWith(quote, end)) return { range: [at, end + quote.length], prefix: prefix.toLowerCase(), quote, content: [content, end] }
    else if (quote.length === 1 && (char === '\n' || char === '\r')) return 'unclosed'
  }
  return 'unclosed'
}

/** An import at the top level. */
export interface ImportLine {
  readonly statement: Statement
  readonly module: string
  /** `import x`, not `from x import y`. */
  readonly plain: boolean
  /** Names as bound in this file, by imported name; of a plain import the module itself. */
  readonly names: ReadonlyMap<string, string>
}

/** The imports of a file at its top level, in order. */
export function importsOf(text: string, { statements }: Module): readonly ImportLine[] {
  return statements.flatMap((statement): ImportLine[] => {
    if (statement.indent !== '') return []
    const written = text.slice(...statement.range).replace(/\\\s+/g, ' ').replace(/#[^\r\n]*/g, '')
    const from = /^from\s+([\w.]+)\s+import\b/.exec(written)
    if (from) return [{ statement, module: from[1] ?? '', plain: false, names: namesOf(written.slice(from[0].length).replace(/[()]/g, '')) }]
    const plain = /^import\s+([\w.]+)/.exec(written)
    return plain ? [{ statement, module: plain[1] ?? '', plain: true, names: namesOf(written.slice('import'.length)) }] : []
  })
}

function namesOf(list: string): ReadonlyMap<string, string> {
  const pairs = list.split(',').map(one => one.trim().split(/\s+as\s+/)).filter(([name]) => name !== '')
  return new Map(pairs.map(([name = '', local = name]) => [name, local]))
}
