import type { Document } from '../../src/core/document.ts'
import type { Fix } from '../../src/core/fix.ts'
import type { FunctionScope, Program, ProgramCall } from '../../src/core/program.ts'
import { defineRule } from '../../src/core/rule.ts'
import { type Node, stringOf, walk } from '../../src/core/tree.ts'
import { USAGE_WORDS, usageOf } from '../../src/iac/sdk/usage.ts'
import { eolOf } from '../../src/iac/text.ts'

/** What decodes bytes, by language: what is global there needs no import. */
const DECODERS = /^(?:base64|binascii|codecs|zlib|gzip|pickle|pako|Base64|base64js|b64)\.\w+$/

export default defineRule({
  id: 'require-secret-binary',
  summary: 'Require that what decodes the binary of a secret is imported',
  severity: 'error',
  presets: { recommended: false, strict: {} },
  messages: { missing: '`{{module}}` is not imported: the first secret that is binary ends the program with an error.' },
  keywords: USAGE_WORDS,
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *check(document: Document) {
    const { program, text } = document
    if (!program || !text.includes('SecretBinary') || usageOf(program).reads.length === 0) return
    for (const call of program.calls) {
      const [module = ''] = call.callee.split('.')
      if (!DECODERS.test(call.callee) || isKnown(program, module, call.scope) || !isOfBinary(program, call)) continue
      const range = [call.calleeRange[0], call.calleeRange[0] + module.length] as const
      yield { messageId: 'missing', range, data: { module }, fixes: () => fixesFor(document, program, module) } as const
    }
  },
})

function isKnown(program: Program, module: string, scope: FunctionScope): boolean {
  const given = (at: FunctionScope | undefined): boolean => at !== undefined && (at.parameters.includes(module) || given(at.parent))
  return given(scope) || [...program.imports.map(({ local }) => local), ...program.bindings.map(({ name }) => name)].includes(module)
}

/** Whether a call is given the binary of a secret, at once or by a name. */
function isOfBinary(program: Program, { arguments: given }: ProgramCall): boolean {
  const binary = (node: Node): boolean => [...walk(node)].some(each => stringOf(each) === 'SecretBinary' || (each.kind === 'reference' && /(?:^|\.)SecretBinary$/.test(each.target)))
  return given.some(node => binary(node) || (node.kind === 'reference' && program.bindings.some(({ name, value }) => name === node.target && binary(value))))
}

/** Python's import, where the others are. */
function fixesFor({ text, format }: Document, program: Program, module: string): readonly Fix[] {
  const [first] = program.imports.filter(({ range: [start] }) => start === 0 || text[start - 1] === '\n')
  if (format.id !== 'python' || !first) return []
  const at = first.range[0]
  return [{ title: `Import \`${module}\``, safety: 'review', edits: [{ range: [at, at], text: `import ${module}${eolOf(text)}` }] }]
}
