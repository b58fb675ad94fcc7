import type { Parsed } from '../core/document.ts'
import type { Range } from '../core/text.ts'
import type { Entry, Node, Scalar } from '../core/tree.ts'
import { Cursor, MAX_DEPTH, bare } from './cursor.ts'
import { Decoder } from './decoder.ts'

const NAME = /[\p{L}_:][\p{L}\p{M}\d_:.-]*/uy
const ATTRIBUTE = /[^\s=/>"'<]+/y
const SPACE = /\s*/y
const UNQUOTED = /[^\s>"']+/y
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/iy
/** Elements of HTML that have no end: <https://html.spec.whatwg.org/multipage/syntax.html#void-elements>. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/**
 * XML, and HTML as far as it goes. An element with text only is a scalar; with attributes or elements it is a mapping of both by their names, in order, and its text is an entry without a
 * name. Entities of a document's own are not followed. One mapping; what is repeated is a repeated entry.
 */
export default {
  id: 'xml',
  parse(text: string): Parsed {
    const reader = new XmlReader(text)
    const entries = reader.file()
    return { documents: [{ kind: 'mapping', range: [0, text.length], entries }], comments: reader.comments, errors: reader.errors }
  },
}

/** An element that is not closed yet. */
interface Open {
  readonly name: string
  readonly keyRange: Range
  readonly start: number
  /** After the opening tag. */
  readonly body: number
  readonly entries: Entry[]
  readonly text: Decoder
}

class XmlReader extends Cursor {
  readonly #open: Open[] = [{ name: '', keyRange: [0, 0], start: 0, body: 0, entries: [], text: new Decoder('') }]

  /** Whether this is HTML, where some elements have no end. */
  #html = false

  file(): Entry[] {
    while (!this.ended()) this.#step()
    while (this.#open.length > 1) this.#unclosed()
    return this.#top.entries
  }

  get #top(): Open {
    return this.#open.at(-1) as Open
  }

  #step(): void {
    const { text, at } = this
    if (text[at] !== '<') this.#text()
    else if (text.startsWith('<!--', at)) this.blockComment('<!--', '-->')
    else if (text.startsWith('<![CDATA[', at)) this.#cdata()
    else if (text.startsWith('<?', at)) this.#until('?>')
    else if (text.startsWith('<!', at)) this.#declaration()
    else if (text.startsWith('</', at)) this.#closeTag()
    else this.#openTag()
  }

  #text(): void {
    const end = this.text.indexOf('<', this.at)
    this.#pieces(this.#top.text, end < 0 ? this.text.length : end)
  }

  #pieces(decoder: Decoder, end: number): void {
    let run = this.at
    for (; this.at < end; ) {
      if (this.text[this.at] !== '&') {
        this.at++
        continue
      }
      decoder.verbatim(run, this.at)
      run = this.at
      const found = this.match(ENTITY)
      const decoded = found === undefined ? undefined : decodeEntity(found)
      if (decoded !== undefined) {
        decoder.unit(decoded, run, this.at)
        run = this.at
      } else if (found === undefined) {
        this.at++
      }
    }
    decoder.verbatim(run, end)
  }

  #cdata(): void {
    const start = this.at + '<![CDATA['.length
    this.#until(']]>')
    this.#top.text.verbatim(start, this.text.startsWith(']]>', this.at - 3) ? Math.max(this.at - 3, start) : this.at)
  }

  /** `<!DOCTYPE … [ … ]>`: what it declares is left alone. */
  #declaration(): void {
    const close = this.text.indexOf('>', this.at)
    const inner = this.text.slice(this.at, close < 0 ? undefined : close).includes('[')
    this.#until(inner ? ']>' : '>')
  }

  #until(close: string): void {
    const end = this.text.indexOf(close, this.at)
    if (end < 0) this.fail('A tag is not closed.')
    this.at = end < 0 ? this.text.length : end + close.length
  }

  #openTag(): void {
    const start = this.at++
    const name = this.match(NAME)
    if (name === undefined) {
      this.#top.text.verbatim(start, this.at)
      return
    }
    const keyRange: Range = [start + 1, this.at]
    const entries = this.#attributes()
    const closed = this.eat('/>')
    if (!closed && !this.eat('>')) this.fail('A tag is not closed.', start)
    const element: Open = { name, keyRange, start, body: this.at, entries, text: new Decoder(this.text) }
    this.#html ||= /^html$/i.test(name)
    if (closed || (this.#html && VOID.test(name))) this.#top.entries.push(entryOf(element, this.at, this.at))
    else if (this.#open.length > MAX_DEPTH) this.stop(`Nested deeper than ${MAX_DEPTH} levels; the rest was not read.`)
    else this.#open.push(element)
  }

  #attributes(): Entry[] {
    const entries: Entry[] = []
    for (;;) {
      this.match(SPACE)
      const start = this.at
      const key = this.match(ATTRIBUTE)
      if (key === undefined) {
        if (!'"\'='.includes(this.text[this.at] ?? '>') && !(this.text[this.at] === '/' && this.text[this.at + 1] !== '>')) return entries
        this.fail('An attribute is expected.')
        this.at++
        continue
      }
      const end = this.at
      this.match(SPACE)
      const value = this.eat('=') ? this.#attributeValue() : bare(end, end, null)
      if (value.range[1] === end) this.at = end
      entries.push({ range: [start, Math.max(end, value.range[1])], key, keyRange: [start, end], value })
    }
  }

  #attributeValue(): Scalar {
    this.match(SPACE)
    const start = this.at
    const quote = this.text[start]
    if (quote !== '"' && quote !== "'") {
      const value = this.match(UNQUOTED)
      return bare(start, this.at, value ?? null)
    }
    const close = this.text.indexOf(quote, start + 1)
    if (close < 0) this.fail('A value is not closed.', start)
    const end = close < 0 ? this.lineEnd() : close
    const decoder = new Decoder(this.text)
    this.at = start + 1
    this.#pieces(decoder, end)
    this.at = close < 0 ? end : close + 1
    return decoder.scalar([start, this.at], [start + 1, end])
  }

  #closeTag(): void {
    const start = this.at
    this.at += 2
    const name = this.match(NAME)
    this.match(SPACE)
    if (!this.eat('>')) this.fail('A tag is not closed.', start)
    const index = this.#open.findLastIndex((open, level) => level > 0 && open.name === name)
    if (index < 0) {
      this.fail('A tag closes nothing.', start)
      return
    }
    const end = this.at
    this.at = start
    while (this.#open.length > index + 1) this.#unclosed()
    this.at = end
    const element = this.#open.pop()
    if (element) this.#top.entries.push(entryOf(element, start, end))
  }

  /** An element without its end, as `<br>` in HTML: it ends here. */
  #unclosed(): void {
    const element = this.#open.pop()
    if (!element) return
    this.fail('An element is not closed.', element.start)
    this.#top.entries.push(entryOf(element, this.at, this.at))
  }
}

/** @param close Where the closing tag begins. */
function entryOf({ name, keyRange, start, body, entries, text }: Open, close: number, end: number): Entry {
  const range: Range = [start, end]
  const content: Range = [Math.min(body, close), close]
  if (entries.length === 0) return { range, key: name, keyRange, value: text.scalar(content, content) }
  const value: Node = { kind: 'mapping', range: [keyRange[1], end], entries: [...entries, ...textOf(text)].sort((one, other) => one.range[0] - other.range[0]) }
  return { range, key: name, keyRange, value }
}

/** The text beside elements and attributes. */
function textOf(text: Decoder): Entry[] {
  const { span } = text
  return span && text.value.trim() !== '' ? [{ range: span, key: '', keyRange: [span[0], span[0]], value: text.scalar(span, span) }] : []
}

function decodeEntity(entity: string): string | undefined {
  ENTITY.lastIndex = 0
  const [, decimal, hexadecimal, name] = ENTITY.exec(entity) ?? []
  if (name !== undefined) return NAMED[name.toLowerCase()]
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal)
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}
