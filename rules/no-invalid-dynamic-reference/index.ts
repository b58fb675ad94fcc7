import type { Document } from '../../src/core/document.ts'
import type { Fix } from '../../src/core/fix.ts'
import type { Severity } from '../../src/core/finding.ts'
import { defineRule } from '../../src/core/rule.ts'
import type { Range } from '../../src/core/text.ts'
import { type Node, type Scalar, get, sourceRange, stringOf } from '../../src/core/tree.ts'

type MessageId = 'misplaced' | 'unresolved' | 'spaces' | 'parts' | 'both' | 'arn'

/** With expressions of `Fn::Sub` in it. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html */
const REFERENCE = /\{\{(\s*)resolve:secretsmanager:((?:\$\{[^{}]*\}|[^{}$]|\$)*)\}\}/g

/** Sections of a template in which nothing is resolved. */
const UNRESOLVED = new Set(['Metadata', 'Outputs', 'Conditions', 'Mappings', 'Rules'])

/** Properties that want to know which secret, not what is in it. */
const WANTS_ARN = /^(?:\w*Secret(?:s?Manager)?(?:Secret)?A(?:rn|RN)|SecretsManagerSecretId|\w*Secret(?:Arn|ARN)s?)$/

/** Stands for an expression. */
const HOLE = '\u0000'

export default defineRule({
  id: 'no-invalid-dynamic-reference',
  summary: 'Disallow references to secrets that nothing resolves',
  severity: 'error',
  presets: { recommended: {}, strict: {} },
  messages: {
    misplaced: 'CloudFormation does not resolve a reference to a secret in `{{section}}`.',
    unresolved: 'Nothing resolves a reference of CloudFormation in this file.',
    spaces: 'A reference with spaces at its ends is not resolved.',
    parts: 'The reference does not read `secret:SecretString:key:stage:version`.',
    both: 'A reference gives a version stage or a version id, not both.',
    arn: '`{{property}}` wants the ARN of the secret, not its value.',
  },
  keywords: ['resolve:secretsmanager:'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *check(document: Document) {
    const { parsed, format } = document
    for (const root of parsed.documents) {
      const service = get(root, 'provider') !== undefined
      for (const { node, keys: written } of strings(root, [])) {
        // `resources` of the Serverless Framework is a template.
        const inner = service && written[0] === 'resources'
        const template = inner || isTemplate(root)
        const keys = inner ? written.slice(1) : written
        for (const match of String(node.value).matchAll(REFERENCE)) {
          const range = sourceRange(node, [match.index, match.index + match[0].length])
          const problem = wrong(match, keys, template ? 'template' : isElsewhere(root, format.id, node, keys) ? 'elsewhere' : 'unknown')
          if (problem) yield { ...problem, range, fixes: () => (problem.messageId === 'spaces' ? trim(match[0], range) : []) }
        }
      }
    }
  },
})

interface Wrong {
  readonly messageId: MessageId
  readonly severity?: Severity
  readonly data?: Readonly<Record<string, string>>
}

function wrong([, before = '', written = '']: RegExpExecArray, keys: readonly string[], place: 'template' | 'elsewhere' | 'unknown'): Wrong | undefined {
  if (place === 'elsewhere') return { messageId: 'unresolved' }
  if (place === 'template') {
    const [section = '', , attribute = ''] = keys
    const unresolved = UNRESOLVED.has(section) ? section : section === 'Resources' && (attribute === 'Metadata' || attribute === 'Condition') ? attribute : undefined
    if (unresolved) return { messageId: 'misplaced', data: { section: unresolved } }
  }
  if (before !== '' || /\s$/.test(written)) return { messageId: 'spaces' }
  const property = keys.at(-1)
  if (place === 'template' && property !== undefined && WANTS_ARN.test(property) && !keys.includes('Environment')) return { messageId: 'arn', data: { property } }
  return misspelled(written.replace(/\$\{[^{}]*\}/g, HOLE))
}

function misspelled(text: string): Wrong | undefined {
  const parts = text.split(':')
  const rest = parts.slice(parts[0] === 'arn' ? 7 : 1)
  const [kind = '', , stage = '', version = ''] = rest
  if (text.includes(HOLE) && !text.startsWith(`${HOLE}:`)) return undefined
  if (parts[0] === '' || (parts[0] === 'arn' && parts.length < 7) || rest.length > 4 || (kind !== '' && kind !== 'SecretString') || text.endsWith('\\')) return { messageId: 'parts' }
  return stage !== '' && version !== '' ? { messageId: 'both' } : undefined
}

function isTemplate(root: Node): boolean {
  const resources = get(root, 'Resources')
  return resources?.kind === 'mapping' && resources.entries.some(({ value }) => stringOf(get(value, 'Type'))?.includes('::'))
}

/** Whether a file is none that CloudFormation ever reads; what may become a template, or be given to one, may well be resolved. */
function isElsewhere(root: Node, format: string, node: Scalar, keys: readonly string[]): boolean {
  const whole = /^\s*\{\{[^{}]*\}\}\s*$/.test(String(node.value))
  if (!whole) return false
  if (format === 'dotenv' || format === 'properties') return true
  if (format === 'hcl') return keys[0] === 'resource' && !/^aws_(?:cloudformation|cloudcontrolapi|servicecatalog|proton)_/.test(keys[1] ?? '')
  const kubernetes = stringOf(get(root, 'apiVersion')) !== undefined && stringOf(get(root, 'kind')) !== undefined
  return format === 'yaml' && (kubernetes || get(root, 'jobs')?.kind === 'mapping' || (get(root, 'services')?.kind === 'mapping' && get(root, 'resources') === undefined))
}

function* strings(node: Node, keys: readonly string[]): Generator<{ readonly node: Scalar; readonly keys: readonly string[] }> {
  if (node.kind === 'scalar') {
    if (typeof node.value === 'string' && node.value.includes('resolve:secretsmanager:')) yield { node, keys }
  } else if (node.kind === 'mapping') {
    for (const { key, value } of node.entries) yield* strings(value, key.startsWith('Fn::') ? keys : [...keys, key])
  } else if (node.kind !== 'reference') {
    for (const inner of node.kind === 'sequence' ? node.items : node.arguments) yield* strings(inner, keys)
  }
}

function trim(text: string, range: Range): readonly Fix[] {
  const tight = text.replace(/^\{\{\s*/, '{{').replace(/\s*\}\}$/, '}}')
  return tight.length < range[1] - range[0] ? [{ title: 'Remove the spaces', safety: 'review', edits: [{ range, text: tight }] }] : []
}
