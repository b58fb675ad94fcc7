import type { Document } from '../../src/core/document.ts'
import type { Edit, Fix } from '../../src/core/fix.ts'
import type { Program } from '../../src/core/program.ts'
import type { ProjectFacts } from '../../src/core/rule.ts'
import { type Call, type Node, stringOf, walk } from '../../src/core/tree.ts'
import type { Operation } from '../../src/iac/sdk/usage.ts'
import { eolOf } from '../../src/iac/text.ts'

/** How long a secret may be kept, in seconds: what the extension of Lambda allows at most. */
const AGE = 300

/** Reads by Powertools in the place of a read whose string alone is used; none where more of it is. */
export function fixesFor(document: Document, program: Program, { request, call }: Operation, project: ProjectFacts): readonly Fix[] {
  const [id, more] = request.entries.filter(({ key, value }) => !(key === 'VersionStage' && stringOf(value) === 'AWSCURRENT'))
  const used = stringRead(program, call)
  if (id?.key !== 'SecretId' || more || !used) return []
  const python = document.format.id === 'python'
  const own = document.text.slice(...id.value.range)
  const name = python ? 'parameters' : 'getSecret'
  if (isBound(program, name)) return []
  const dependency = python ? 'aws-lambda-powertools' : '@aws-lambda-powertools/parameters'
  const text = python ? `parameters.get_secret(${own}, max_age=${AGE})` : `await getSecret${document.format.id === 'typescript' ? '<string>' : ''}(${own}, { maxAge: ${AGE} })`
  const imported = importOf(document, program, python)
  if (!imported) return []
  const missing = !project.dependencies.has(dependency) && { dependencies: [dependency] }
  return [{ title: `Keep it for ${AGE / 60} minutes, by Powertools`, safety: 'review', edits: [imported, { range: used.range, text }], ...missing }]
}

/** The `SecretString` of what a call gives, taken at once. */
function stringRead({ bindings, calls, functions }: Program, call: Node): Call | undefined {
  const roots = [...bindings.map(({ value }) => value), ...functions.flatMap(({ returns }) => returns), ...calls]
  for (const root of roots) {
    for (const node of walk(root)) {
      if (node.kind === 'call' && node.callee === 'member' && node.arguments[0] === call && stringOf(node.arguments[1]) === 'SecretString') return node
    }
  }
  return undefined
}

function isBound({ imports, bindings, functions }: Program, name: string): boolean {
  return imports.some(({ local }) => local === name) || bindings.some(binding => binding.name === name) || functions.some(own => own.name === name || own.parameters.includes(name))
}

/** The import, behind the last one of the file's head. */
function importOf({ text }: Document, { imports }: Program, python: boolean): Edit | undefined {
  const last = imports.filter(({ range: [start] }) => start === 0 || text[start - 1] === '\n').at(-1)
  if (!last) return undefined
  const end = /;?/y
  end.lastIndex = last.range[1]
  const at = last.range[1] + (end.exec(text)?.[0].length ?? 0)
  const written = python ? 'from aws_lambda_powertools.utilities import parameters' : `import { getSecret } from '@aws-lambda-powertools/parameters/secrets'${text[at - 1] === ';' ? ';' : ''}`
  return { range: [at, at], text: eolOf(text) + written }
}
