import type { Document } from '../../src/core/document.ts'
import { type FunctionScope, type Program, type ProgramCall, isProgramCall, resolve } from '../../src/core/program.ts'
import type { Range } from '../../src/core/text.ts'
import { defineRule } from '../../src/core/rule.ts'
import { type Node, stringOf } from '../../src/core/tree.ts'
import { Flow } from '../../src/iac/sdk/flow.ts'
import { USAGE_WORDS, lastName, usageOf } from '../../src/iac/sdk/usage.ts'

/** Where a secret is put that others can read. */
interface Exposure {
  readonly messageId: 'environment' | 'file' | 'address' | 'exception'
  readonly node: Node
  readonly scope: FunctionScope
  readonly range: Range
}

const ENVIRONMENT = /^(?:process\.env|os\.environ|environ|import\.meta\.env|Deno\.env)\./
const FILE = /(?:^|\.)(?:write_?file(?:sync)?|append_?file(?:sync)?|write_text|write_bytes|outputFile(?:Sync)?|writeJson(?:Sync)?)$/i
const REQUEST = /^(?:fetch|got|axios|request|urlopen|requests|httpx|http|https|session|needle|superagent|ky|urllib(?:\.request)?)(?:\.(?:get|post|put|patch|delete|head|request|urlopen|stream))?$/

export default defineRule({
  id: 'no-secret-exposure',
  summary: 'Disallow putting fetched secrets into the environment, files, addresses and exceptions',
  severity: 'warning',
  presets: { recommended: {}, strict: {} },
  messages: {
    environment: 'The secret is put into the environment: every child process inherits it, and crash reports print it.',
    file: 'The secret is written to a file, where it stays and others read it.',
    address: 'The secret is part of an address: proxies and servers write it to their logs.',
    exception: 'The secret is part of an exception: whatever reports the error shows it.',
  },
  keywords: USAGE_WORDS,
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *check(document: Document) {
    const { program } = document
    if (!program || usageOf(program).reads.length === 0) return
    const flow = new Flow(document, program)
    const seen = new Set<number>()
    for (const { messageId, node, scope, range } of exposures(program)) {
      if (seen.has(range[0]) || !flow.held(node, scope)) continue
      seen.add(range[0])
      yield { messageId, range } as const
    }
  },
})

function* exposures(program: Program): Generator<Exposure> {
  for (const { name, value, scope, nameRange } of program.bindings) {
    if (ENVIRONMENT.test(name)) yield { messageId: 'environment', node: value, scope, range: nameRange }
  }
  for (const call of program.calls) yield* exposuresOf(program, call)
  for (const scope of program.functions) {
    for (const thrown of scope.throws) {
      for (const node of isProgramCall(thrown) ? [...thrown.positional, ...thrown.keywords.map(({ value }) => value)] : [thrown]) {
        yield { messageId: 'exception', node, scope, range: node.range }
      }
    }
  }
}

function* exposuresOf(program: Program, call: ProgramCall): Generator<Exposure> {
  const { callee, positional, keywords, scope, receiver } = call
  const [first, second] = positional
  const found = (messageId: Exposure['messageId'], node: Node): Exposure => ({ messageId, node, scope, range: node.range })
  if (callee === 'Object.assign' && first?.kind === 'reference' && first.target === 'process.env') for (const node of positional.slice(1)) yield found('environment', node)
  if (/^(?:os\.)?environ\.(?:update|setdefault|__setitem__)$|^os\.putenv$|^Deno\.env\.set$/.test(callee)) for (const node of [...positional, ...keywords.map(({ value }) => value)]) yield found('environment', node)
  if (FILE.test(callee)) {
    const written = /write_(?:text|bytes)$/.test(callee) ? first : second
    if (written) yield found('file', written)
  }
  if (/\.(?:write|writelines)$/.test(callee) && receiver && first && isFile(program, receiver)) yield found('file', first)
  if (/^(?:json|yaml|pickle|toml)\.(?:dump|safe_dump)$/.test(callee) && first && second && isFile(program, second)) yield found('file', first)
  if (REQUEST.test(callee) || /\.(?:get|post)$/.test(callee)) {
    if (first && isAddress(resolve(program, first, scope))) yield found('address', first)
  }
}

/** Whether a node is a file that is written to. */
function isFile(program: Program, node: Node): boolean {
  const opened = (value: Node): boolean => isProgramCall(value) && /^(?:open|io\.open|codecs\.open|tempfile\.\w+|NamedTemporaryFile|fs\.createWriteStream|createWriteStream)$|\.open$/.test(value.callee)
  return node.kind === 'reference' ? program.bindings.some(({ name, value }) => name === node.target && opened(value)) : opened(node)
}

/** Whether a text begins as an address of the web, and not with a user and password, which are sent apart. */
function isAddress(node: Node): boolean {
  if (node.kind !== 'call' || isProgramCall(node) && lastName(node.callee) !== 'format') return false
  const parts = isProgramCall(node) ? [node.receiver] : node.arguments
  const [first] = parts
  return /^https?:\/\//.test(stringOf(first) ?? '') || (first?.kind === 'call' && isAddress(first))
}
