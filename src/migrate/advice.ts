import type { Identity } from '../aws/store.ts'
import { wordsOf } from '../lookups/names.ts'
import type { Step } from './steps.ts'

/** What infrastructure code can declare a secret in. */
export type Infrastructure = 'terraform' | 'cloudformation'

/** A secret that exists. */
export interface Existing {
  readonly step: Step
  readonly arn: string
}

/** The least that a reader of secrets needs, as a policy. AWS puts a hyphen and six characters behind each name. */
export function readerPolicy(existing: readonly Existing[], { region }: Identity): string {
  const keys = [...new Set(existing.flatMap(({ step: { kmsKey } }) => (kmsKey === undefined ? [] : [kmsKey])))]
  const statements = [
    { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: existing.map(({ arn, step: { id } }) => patternOf(arn, id)).sort() },
    ...(keys.length > 0
      ? [{
          Effect: 'Allow',
          Action: 'kms:Decrypt',
          Resource: keys.every(key => key.startsWith('arn:')) ? keys : '*',
          Condition: { StringEquals: { 'kms:ViaService': `secretsmanager.${region}.amazonaws.com` } },
        }]
      : []),
  ]
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2)
}

function patternOf(arn: string, id: string): string {
  const at = arn.indexOf(`:secret:${id}-`)
  return at < 0 ? arn : `${arn.slice(0, at)}:secret:${id}-??????`
}

/** The secrets as infrastructure code that takes them over as they are: without their values, which would stand in its state. */
export function declarations(existing: readonly Existing[], infrastructure: Infrastructure): string {
  const named = existing.map((one, index) => ({ ...one, words: uniqueWords(one, existing.slice(0, index)) }))
  return infrastructure === 'terraform'
    ? named.map(({ step, arn, words }) => terraform(step, arn, words.join('_'))).join('\n')
    : `Resources:\n${named.map(({ step, words }) => cloudformation(step, words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join(''))).join('')}`
}

function uniqueWords({ step: { id } }: Existing, before: readonly Existing[]): readonly string[] {
  const words = wordsOf(id)
  const named = /^\d/.test(words[0] ?? '') ? ['secret', ...words] : words
  const same = before.filter(({ step }) => wordsOf(step.id).join() === words.join()).length
  return same === 0 ? named : [...named, String(same + 1)]
}

function terraform({ id, description, kmsKey, tags }: Step, arn: string, name: string): string {
  const attributes: readonly (readonly [string, string])[] = [['name', hcl(id)], ['description', hcl(description)], ...(kmsKey === undefined ? [] : [['kms_key_id', hcl(kmsKey)] as const])]
  const width = Math.max(...attributes.map(([key]) => key.length))
  const tagLines = Object.entries(tags).map(([key, value]) => `    ${hcl(key)} = ${hcl(value)}`)
  return [
    'import {',
    `  to = aws_secretsmanager_secret.${name}`,
    `  id = ${hcl(arn)}`,
    '}',
    '',
    `resource "aws_secretsmanager_secret" "${name}" {`,
    ...attributes.map(([key, value]) => `  ${key.padEnd(width)} = ${value}`),
    ...(tagLines.length > 0 ? ['', '  tags = {', ...tagLines, '  }'] : []),
    '}',
    '',
  ].join('\n')
}

function hcl(text: string): string {
  return JSON.stringify(text).replace(/([$%])\{/g, '$1$1{')
}

function cloudformation({ id, description, kmsKey, tags }: Step, name: string): string {
  const tagLines = Object.entries(tags).flatMap(([key, value]) => [`        - Key: ${JSON.stringify(key)}`, `          Value: ${JSON.stringify(value)}`])
  return [
    `  ${name}:`,
    '    Type: AWS::SecretsManager::Secret',
    '    DeletionPolicy: Retain',
    '    UpdateReplacePolicy: Retain',
    '    Properties:',
    `      Name: ${JSON.stringify(id)}`,
    `      Description: ${JSON.stringify(description)}`,
    ...(kmsKey === undefined ? [] : [`      KmsKeyId: ${JSON.stringify(kmsKey)}`]),
    ...(tagLines.length > 0 ? ['      Tags:', ...tagLines] : []),
    '',
  ].join('\n')
}
