import type { BindingKind } from '../core/literal.ts'
import type { Range } from '../core/text.ts'
import type { Paired } from './pairs.ts'
import type { Lexed, Reading } from './reading.ts'
import type { Found } from './values.ts'
import { decodeEntities } from './entities.ts'
import { languageOf } from './languages.ts'
import { trimmed } from './lines.ts'
import { Pairs, isValueKey } from './pairs.ts'
import { readProse } from './prose.ts'
import { bindingTo } from './reading.ts'
import { draftOf } from './values.ts'

interface Element extends Paired {
  readonly name: Range
  /** Keys around its children, its own name included. */
  readonly path: readonly string[]
  /** What an attribute says that its text is: `<entry key="X">`. */
  readonly key: Range | undefined
  /** Where its text begins, unless it has children. */
  text: number
}

const DEEPEST = 200
const NAME_ATTRIBUTE = /^(?:key|name|id)$/i
const SPECIAL = [['<!--', '-->'], ['<?', '?>'], ['<%', '%>']] as const

/** Reads tags, attributes and the text of elements; scripts as code. */
export function readMarkup(reading: Reading, into: Lexed): void {
  new MarkupReader(reading, into).read()
}

class MarkupReader {
  readonly #reading: Reading
  readonly #text: string
  readonly #limit: number
  readonly #into: Lexed
  readonly #pairs: Pairs
  readonly #root: Paired = { pair: undefined }
  readonly #elements: Element[] = []
  readonly #endless = new Set<string>()

  constructor(reading: Reading, into: Lexed) {
    this.#reading = reading
    this.#text = reading.text
    this.#limit = reading.range[1]
    this.#into = into
    this.#pairs = new Pairs(reading.text, into)
  }

  read(): void {
    let at = this.#reading.range[0]
    while (at < this.#limit) {
      const open = this.#text.indexOf('<', at)
      const to = open < 0 || open > this.#limit ? this.#limit : open
      if (to > at && (this.#elements.at(-1)?.text ?? -1) < 0) this.#prose([at, to])
      if (to === this.#limit) break
      at = this.#tag(to)
    }
    while (this.#elements.length > 0) this.#pop()
    this.#pairs.close(this.#root)
  }

  #tag(at: number): number {
    const text = this.#text
    for (const [open, close] of SPECIAL) {
      if (!text.startsWith(open, at)) continue
      const end = this.#find(close, at + open.length)
      if (open === '<!--') this.#into.comments.push({ range: [at, end] })
      return end
    }
    if (text.startsWith('<![CDATA[', at)) return this.#find(']]>', at + 9)
    if (text[at + 1] === '!') return this.#find('>', at + 2)
    if (text[at + 1] === '/') return this.#close(at)
    const name = this.#name(at + 1)
    return name ? this.#open(at, name) : at + 1
  }

  /** Behind the next occurrence; where there is none, the next character. */
  #find(close: string, from: number): number {
    const found = this.#endless.has(close) ? -1 : this.#text.indexOf(close, from)
    if (found < 0) this.#endless.add(close)
    return found < 0 || found + close.length > this.#limit ? Math.min(from, this.#limit) : found + close.length
  }

  #name(start: number): Range | undefined {
    let end = start
    while (end < this.#limit && /[\w:.@#*-]/.test(this.#text[end] ?? '')) end++
    return end > start ? [start, end] : undefined
  }

  #open(at: number, name: Range): number {
    const text = this.#text
    const own = text.slice(name[0], Math.min(name[1], name[0] + 200))
    const outer = this.#elements.at(-1)
    if (outer && outer.text >= 0) {
      this.#prose([outer.text, at])
      outer.text = -1
    }
    const path = [...(outer?.path ?? this.#reading.path), own]
    const attributes: Paired = { pair: undefined }
    let key: Range | undefined
    let end = name[1]
    while (end < this.#limit && text[end] !== '>' && text[end] !== '<') {
      const attribute = this.#name(end)
      if (!attribute) {
        end++
        continue
      }
      const value = this.#attributeValue(attribute[1])
      end = value?.range[1] ?? attribute[1]
      if (!value) continue
      const expression = ':@#v'.includes(text[attribute[0]] ?? ' ') && /^(?:[:@#]|v-|v:)/.test(text.slice(attribute[0], attribute[0] + 2))
      this.#add({ ...value, ...this.#decoded(value.content), ...(expression && { interpolated: true }), binding: bindingTo(text, 'attribute', attribute, path) }, attributes)
      if (!key && value.content[0] < value.content[1] && NAME_ATTRIBUTE.test(text.slice(...attribute))) key = value.content
    }
    this.#pairs.close(attributes)
    const behind = text[end] === '>' ? end + 1 : end
    if (text[end - 1] === '/' && text[end] === '>') return behind
    if (/^(?:script|style)$/i.test(own)) return this.#script(own, [at, behind], path)
    if (this.#elements.length < DEEPEST) this.#elements.push({ name, path, key, text: behind, pair: undefined })
    return Math.max(behind, at + 1)
  }

  /** `= "…"` behind an attribute's name. */
  #attributeValue(from: number): Pick<Found, 'range' | 'content' | 'quote'> | undefined {
    const text = this.#text
    let at = from
    while (at < this.#limit && text.charCodeAt(at) <= 32) at++
    if (text[at] !== '=') return undefined
    at++
    while (at < this.#limit && text.charCodeAt(at) <= 32) at++
    const quote = text[at] ?? ''
    if (quote === '"' || quote === "'") {
      const close = this.#endless.has(quote) ? -1 : text.indexOf(quote, at + 1)
      if (close >= 0 && close < this.#limit) return { range: [at, close + 1], content: [at + 1, close], quote }
      this.#endless.add(quote)
    }
    let end = at
    while (end < this.#limit && text.charCodeAt(end) > 32 && text[end] !== '>' && text[end] !== '<') end++
    return end > at ? { range: [at, end], content: [at, end], quote: '' } : undefined
  }

  /** What stands in `<script>`; returns the offset of its closing tag. */
  #script(name: string, [start, from]: Range, path: readonly string[]): number {
    const text = this.#text
    const end = this.#find(`</${name}`, from) - name.length - 2
    if (end < from) return from
    if (/^script$/i.test(name)) {
      const head = text.slice(start, Math.min(from, start + 400))
      const ending = /json/.test(head) ? 'json' : /lang=["']tsx?/.test(head) ? 'ts' : 'js'
      this.#reading.embed({ ...this.#reading, range: [from, end], language: languageOf(`a.${ending}`), path }, this.#into)
    }
    return end
  }

  #close(at: number): number {
    const name = this.#name(at + 2)
    const end = this.#find('>', name?.[1] ?? at + 2)
    if (!name) return end
    const own = this.#text.slice(name[0], Math.min(name[1], name[0] + 200))
    const last = this.#elements.length - 1
    for (let index = last; index >= Math.max(0, last - 32); index--) {
      if (this.#elements[index]?.path.at(-1) !== own) continue
      while (this.#elements.length > index + 1) this.#pop()
      this.#content(this.#elements[index] as Element, at)
      this.#pop()
      break
    }
    return end
  }

  #pop(): void {
    const element = this.#elements.pop()
    if (element) this.#pairs.close(element)
  }

  /** The text of an element without children. */
  #content(element: Element, end: number): void {
    const text = this.#text
    if (element.text < 0) return
    let range = trimmed(text, [element.text, end])
    if (text.startsWith('<![CDATA[', range[0])) range = trimmed(text, [range[0] + 9, range[1] - 3])
    if (range[0] >= range[1]) return
    const parent = this.#elements.at(-2)
    const key = element.key ?? (parent?.key && isValueKey(text.slice(...element.name)) ? parent.key : undefined)
    const kind: BindingKind = key ? 'pair' : 'element'
    const binding = bindingTo(text, kind, key ?? element.name, element.path.slice(0, key ? undefined : -1))
    this.#add({ range, content: range, quote: '', ...this.#decoded(range), binding }, parent ?? this.#root)
    if (text.slice(range[0], Math.min(range[1], range[0] + 400)).includes(' ')) this.#prose(range)
  }

  #prose(range: Range): void {
    const at = trimmed(this.#text, range)
    if (at[0] < at[1]) readProse(this.#text, at, this.#elements.at(-1)?.path ?? this.#reading.path, this.#into)
  }

  #decoded(content: Range): Pick<Found, 'value' | 'segments'> {
    return decodeEntities(this.#text, content)
  }

  #add(found: Found, object: Paired): void {
    const draft = draftOf(this.#text, found)
    this.#pairs.see(object, draft)
    this.#into.literals.push(draft)
  }
}
