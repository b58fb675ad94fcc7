import type { Fix } from '../../src/core/fix.ts'
import type { Module, Resource } from '../../src/core/module.ts'
import { type Context, defineRule } from '../../src/core/rule.ts'
import { type Node, stringOf } from '../../src/core/tree.ts'
import { booleanOf, numberOf } from '../../src/iac/value.ts'

interface Options {
  /** Least number of characters. */
  readonly length: number
  /** Least number of characters of a password without punctuation. */
  readonly plainLength: number
}

/** Where a resource says how a password is made. */
interface Generator {
  /** The path to its settings, and the name of the length among them. */
  readonly path: readonly string[]
  readonly length: string
  /** Classes of characters by the setting that turns them off, with the value that does. */
  readonly classes: Readonly<Record<string, string>>
  readonly off: boolean
  readonly punctuation: string
}

const AWS = {
  length: 'PasswordLength', off: true, punctuation: 'ExcludePunctuation',
  classes: { ExcludeLowercase: 'lower case', ExcludeUppercase: 'upper case', ExcludeNumbers: 'digits' },
} as const

const RANDOM: Generator = {
  path: [], length: 'length', off: false, punctuation: 'special', classes: { lower: 'lower case', upper: 'upper case', numeric: 'digits', number: 'digits' },
}

const GENERATORS: Readonly<Record<string, Generator>> = {
  'AWS::SecretsManager::Secret': { ...AWS, path: ['GenerateSecretString'] },
  'data.aws_secretsmanager_random_password': { ...AWS, path: [] },
  'ephemeral.aws_secretsmanager_random_password': { ...AWS, path: [] },
  'SDK::SecretsManager::GetRandomPassword': { ...AWS, path: [] },
  random_password: RANDOM,
  'ephemeral.random_password': RANDOM,
}

/** What can be excluded one by one, by what its absence means. */
const CHARACTERS = [['lower case', 'abcdefghijklmnopqrstuvwxyz'], ['upper case', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'], ['digits', '0123456789']] as const
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'

export default defineRule({
  id: 'no-weak-generated-password',
  summary: 'Disallow generated passwords that are short or of few kinds of characters',
  severity: 'warning',
  presets: { recommended: {}, strict: {} },
  messages: {
    short: 'The password has {{length}} characters, fewer than {{least}}.',
    plain: 'The password has {{length}} characters and no punctuation: without it, it needs {{least}}.',
    class: 'The password has no {{class}}.',
    each: 'The password may lack whole kinds of characters, which many services refuse.',
  },
  keywords: ['secretsmanager', 'random_password'],
  options: {
    type: 'object', properties: { length: { type: 'integer', minimum: 1, maximum: 4096 }, plainLength: { type: 'integer', minimum: 1, maximum: 4096 } },
    additionalProperties: false,
  },
  defaults: { length: 16, plainLength: 24 } satisfies Options,
  *checkModule(module: Module, { options }: Context<Options>) {
    for (const resource of module.resources) {
      const generator = GENERATORS[resource.type]
      if (!generator) continue
      const { path } = resource
      const setting = (name: string): readonly Node[] => resource.property(...generator.path, name)
      const plain = isPlain(setting(generator.punctuation), setting('ExcludeCharacters'), generator)
      const least = plain ? options.plainLength : options.length
      for (const node of setting(generator.length)) {
        const length = numberOf(node)
        if (length === undefined || length >= least) continue
        const data = { length: String(length), least: String(length < options.length ? options.length : least) }
        const fixes = (): readonly Fix[] => fixesFor(resource, node, String(least), `Make it ${least} characters long`)
        yield { messageId: length < options.length ? 'short' : 'plain', path, range: node.range, data, fixes } as const
      }
      for (const [name, kind] of Object.entries(generator.classes)) {
        for (const node of setting(name)) {
          if (booleanOf(node) !== generator.off) continue
          yield { messageId: 'class', path, range: node.range, data: { class: kind }, fixes: () => fixesFor(resource, node, String(!generator.off), `Allow ${kind}`) } as const
        }
      }
      for (const node of generator.off ? setting('ExcludeCharacters') : []) {
        const excluded = stringOf(node)
        const [kind, characters] = CHARACTERS.find(([, all]) => excluded !== undefined && includesAll(excluded, all)) ?? []
        if (excluded === undefined || kind === undefined) continue
        const left = Array.from(excluded).filter(character => !characters.includes(character)).join('')
        yield { messageId: 'class', path, range: node.range, data: { class: kind }, fixes: () => (/["'\\$%{`]/.test(left) ? [] : fixesFor(resource, node, left, `Allow ${kind}`)) } as const
      }
      for (const node of setting('RequireEachIncludedType')) {
        if (booleanOf(node) !== false) continue
        yield { messageId: 'each', path, range: node.range, fixes: () => fixesFor(resource, node, 'true', 'Require each kind of character') } as const
      }
    }
  },
})

/** Whether the password has no punctuation for certain. */
function isPlain(switches: readonly Node[], excluded: readonly Node[], { off }: Generator): boolean {
  const [only, second] = switches
  if (only && !second && booleanOf(only) === off) return true
  return off && excluded.some(node => includesAll(stringOf(node) ?? '', PUNCTUATION))
}

function includesAll(text: string, characters: string): boolean {
  return text.length >= characters.length && Array.from(characters).every(character => text.includes(character))
}

function fixesFor(resource: Resource, node: Node, text: string, title: string): readonly Fix[] {
  const edits = resource.replace(node, [text])
  return edits ? [{ title, safety: 'review', edits }] : []
}
