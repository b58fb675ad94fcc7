import type { Parsed } from '../core/document.ts'
import type { Entry, Mapping } from '../core/tree.ts'
import { endOf } from './cursor.ts'
import { HclExpressions } from './hcl-expressions.ts'
import { nest, type Name } from './nest.ts'

/**
 * Terraform and other HCL. Blocks nest as `.tf.json` does: `resource "aws_x" "y" {}` is `resource` > `aws_x` > `y`. Each block is an entry of its
 * own, so `resource` is repeated; a file is one mapping. What traversals, functions and operators become is told in `hcl-expressions.ts`.
 */
export default {
  id: 'hcl',
  parse(text: string): Parsed {
    const reader = new HclReader(text)
    const document = reader.file()
    return { documents: [document], comments: reader.comments, errors: reader.errors }
  },
}

class HclReader extends HclExpressions {
  file(): Mapping {
    const entries = this.#body()
    while (!this.ended()) {
      this.fail('A `}` closes nothing.')
      this.at++
      entries.push(...this.#body())
    }
    return { kind: 'mapping', range: [0, this.text.length], entries }
  }

  /** Attributes and blocks, up to a closing brace. */
  #body(): Entry[] {
    const entries: Entry[] = []
    while (this.skip(true) && this.text[this.at] !== '}') {
      const name = this.#name()
      const entry = name && this.#entry(name)
      if (entry) entries.push(entry)
      if (!entry) this.#nextLine('An attribute or a block is expected.')
      else if (!this.#atEnd()) this.#nextLine('Text follows the value on its line.')
    }
    return entries
  }

  #name(): Name | undefined {
    const start = this.at
    if (this.text[start] === '"') {
      const node = this.quoted()
      const content = node.kind === 'scalar' ? node.content : ([start + 1, Math.max(start + 1, this.at - 1)] as const)
      return { key: node.kind === 'scalar' ? String(node.value) : this.text.slice(...content), range: [start, this.at], keyRange: content }
    }
    const key = this.identifier()
    return key === undefined ? undefined : { key, range: [start, this.at], keyRange: [start, this.at] }
  }

  #entry(name: Name): Entry | undefined {
    this.skip(false)
    if (this.text[this.at] === '=' && this.text[this.at + 1] !== '=') {
      this.at++
      const value = this.value()
      return { range: [name.range[0], value.range[1]], key: name.key, keyRange: name.keyRange, value }
    }
    const names = [name]
    for (let label = this.#name(); label; label = this.#name()) {
      names.push(label)
      this.skip(false)
    }
    if (this.text[this.at] !== '{') return undefined
    const body = this.nested(() => this.#block())
    if (!body) return undefined
    return nest(names, body)
  }

  #block(): Mapping {
    const start = this.at++
    const entries = this.#body()
    if (!this.eat('}')) this.fail('A block is not closed.', start)
    return { kind: 'mapping', range: [start, Math.max(this.at, endOf(entries, start + 1))], entries }
  }

  #atEnd(): boolean {
    this.skip(false)
    return this.ended() || '\r\n}'.includes(this.text[this.at] ?? '')
  }

  #nextLine(message: string): void {
    this.fail(message)
    this.at = this.afterLineEnd(this.lineEnd())
  }
}
