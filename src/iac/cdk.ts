import type { Document } from '../core/document.ts'
import type { Dialect, Module, Output, Parameter } from '../core/module.ts'
import type { ProgramCall } from '../core/program.ts'
import type { Range } from '../core/text.ts'
import { type Node, entry, get, stringOf } from '../core/tree.ts'
import { constructsIn, draftsOf } from './cdk/constructs.ts'
import { escapesOf } from './cdk/escapes.ts'
import { CdkFile } from './cdk/file.ts'
import { draftsOfMethods } from './cdk/methods.ts'
import { cloudFormationKeys } from './cdk/nodes.ts'
import { resourcesOf } from './cdk/resource.ts'
import { draftsOfSecretValues } from './cdk/secret-values.ts'
import { optionName } from './cdk/spelling.ts'
import { tagged } from './cdk/tags.ts'
import { addOption } from './cdk/write.ts'
import { decided } from './intrinsics.ts'

const EMPTY: Module = { dialect: 'cdk', scope: 'file', complete: false, resources: [], parameters: [], outputs: [] }

/** What of the CDK has to do with secrets; most stacks have nothing of it. */
const ASKED = /secrets_?manager|secret_?value|plain_?text|unsafe_?unwrap|no_?echo|passw|token|api_?key|credential|aws[-_](?:rds|docdb|redshift)|not_?actions|actions\s*[:=]\s*\[\s*["']\*|add_?actions\(["']\*/i

/** What only tests of stacks import, which are never deployed. */
const TESTING = /aws-cdk-lib\/assertions|@aws-cdk\/assert|aws_cdk(?:\.|\s+import\s+)assertions/

/** Programs of the AWS CDK, of its versions 1 and 2, in TypeScript, JavaScript and Python: each file is a stack of its own. */
const cdk: Dialect = {
  id: 'cdk',
  scope: 'file',
  policies: true,
  words: ['aws-cdk', 'aws_cdk'],
  reads: path => /\.(?:[cm]?[jt]s|tsx|py)$/i.test(path),
  matches: ({ text, format }) => format.readProgram !== undefined && /aws-cdk|aws_cdk/.test(text) && ASKED.test(text) && !TESTING.test(text),
  module: (documents, complete) => {
    const modules = documents.map(document => moduleOf(document, complete))
    const [only] = modules
    return modules.length === 1 && only ? only : { ...EMPTY, resources: modules.flatMap(({ resources }) => resources), parameters: modules.flatMap(({ parameters }) => parameters), outputs: modules.flatMap(({ outputs }) => outputs) }
  },
}

export default cdk

function moduleOf(document: Document, complete: boolean): Module {
  const program = document.program
  if (!program) return EMPTY
  const file = new CdkFile(document, program)
  const constructs = tagged(file, draftsOf(file, constructsIn(file)))
  const drafts = [...constructs, ...draftsOfMethods(file, constructs), ...draftsOfSecretValues(file), ...escapesOf(file, constructs)]
  const resources = resourcesOf(file, drafts)
  return { dialect: 'cdk', scope: 'file', complete, resources, parameters: parametersIn(file), outputs: outputsIn(file) }
}

function parametersIn(file: CdkFile): readonly Parameter[] {
  return declared(file, 'CfnParameter').map(({ own, name, options, range }) => {
    const value = get(options, 'Default')
    return {
      name, range,
      path: file.document.path,
      ...(value ? { default: value } : {}),
      // The CDK makes text of a parameter unless told.
      attribute: wanted => entry(options, wanted)?.value ?? (wanted === 'Type' ? decided('String', own.range) : undefined),
      set: (wanted, flag) => (flag && !entry(options, wanted) ? addOption(file, own, optionName(file, wanted), file.isPython ? 'True' : 'true') : undefined),
    }
  })
}

function outputsIn(file: CdkFile): readonly Output[] {
  return declared(file, 'CfnOutput').map(({ name, options, range }) => {
    const value = get(options, 'Value')
    return { name, range, path: file.document.path, ...(value ? { value } : {}) }
  })
}

interface Declared {
  readonly own: ProgramCall
  readonly name: string
  readonly options: Node
  readonly range: Range
}

/** Parameters or outputs, by the class that makes them. */
function declared(file: CdkFile, wanted: string): readonly Declared[] {
  return file.program.calls.flatMap(own => {
    const origin = file.origin(own.callee)
    if (origin?.service !== 'core' || origin.name !== wanted) return []
    const [, id] = own.positional
    return [{ own, name: stringOf(id) ?? '', options: cloudFormationKeys(file.options(own, 2) ?? own), range: id?.range ?? own.calleeRange }]
  })
}
