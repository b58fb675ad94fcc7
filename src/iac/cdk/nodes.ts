import type { Range } from '../../core/text.ts'
import type { Call, Entry, Mapping, Node, Reference, Sequence } from '../../core/tree.ts'
import { type Find, byName } from '../path.ts'
import { pascalCase } from './origin.ts'

/** Properties whose keys are the user's own, or are written in CloudFormation's way already. */
const FREE = /^(?:Variables|EnvironmentVariables|Tags|PolicyDocument|AssumeRolePolicyDocument|ResourcePolicy|KeyPolicy|SecretString|SecretStringTemplate|Parameters|Content)$/

/** An entry that stands where its value does, unless told. */
export function named(key: string, value: Node, range: Range = value.range): Entry {
  return { range, key, keyRange: range, value }
}

export function mapping(range: Range, entries: readonly (Entry | undefined)[]): Mapping {
  return { kind: 'mapping', range, entries: entries.filter(entry => entry !== undefined) }
}

export function sequence(range: Range, items: readonly Node[]): Sequence {
  return { kind: 'sequence', range, items }
}

export function reference(target: string, range: Range): Reference {
  return { kind: 'reference', range, target }
}

export function call(callee: string, range: Range, args: readonly Node[]): Call {
  return { kind: 'call', range, callee, arguments: args }
}

/** The properties of a construct with CloudFormation's keys, all the way down. */
export function cloudFormationKeys(node: Node): Node {
  if (node.kind === 'sequence') return { ...node, items: node.items.map(cloudFormationKeys) }
  if (node.kind !== 'mapping') return node
  return {
    ...node, entries: node.entries.map(entry => {
      const key = pascalCase(entry.key)
      return { ...entry, key, value: FREE.test(key) && !(key === 'Tags' && entry.value.kind === 'sequence') ? entry.value : cloudFormationKeys(entry.value) }
    }),
  }
}

/** A property by CloudFormation's name, whose abbreviations the CDK spells as words: `RotationLambdaARN` is `rotationLambdaArn`. */
export const findLoosely: Find = (node, name) => {
  const exact = byName(node, name)
  if (exact.length > 0) return exact
  return node.entries.filter(({ key }) => key.toLowerCase() === name.toLowerCase()).slice(-1).map(({ value }) => value)
}
