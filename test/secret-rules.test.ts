import { describe, expect, test } from 'vitest'
import { openDocument } from '../dist/src/formats/index.js'
import { dialectOf } from '../dist/src/iac/index.js'
import { scheduleProblem, windowOf } from '../dist/src/iac/schedule.js'
import { type RuleId, loadRule } from '../dist/src/engine/settings.js'
import { PROJECT } from './support.ts'

function found(id: RuleId, path: string, text: string): readonly string[] {
  const rule = loadRule(id)
  const document = openDocument(path, text)
  const module = dialectOf(document)?.module([document], true)
  const context = { options: { ...rule.defaults, ...rule.presets.strict }, project: PROJECT }
  return module ? [...(rule.checkModule?.(module, context) ?? [])].map(({ messageId }) => messageId) : []
}

test.each<[string, 'syntax' | 'often' | undefined]>([
  ['rate(4 hours)', undefined],
  ['rate(3 hours)', 'often'],
  ['rate(1 hour)', 'often'],
  ['rate(300 minutes)', 'often'],
  ['rate(1 day)', undefined],
  ['rate(0 days)', 'syntax'],
  ['every month', 'syntax'],
  ['cron(0 2 * * *)', 'syntax'],
  ['cron(0 2 * * ? *)', undefined],
  ['cron(0 */4 * * ? *)', undefined],
  ['cron(0 /2 * * ? *)', 'often'],
  ['cron(0 1,22 * * ? *)', 'often'],
  ['cron(0 1,22 1 * ? *)', undefined],
  ['cron(*/30 2 1 * ? *)', 'often'],
])('%s is refused as %s', (expression, problem) => {
  expect(scheduleProblem(expression)).toBe(problem)
})

test.each<[string, number | undefined]>([
  ['cron(0 22 1 * ? *)', 2],
  ['cron(0 0 * * ? *)', 24],
  ['cron(0 0/6 * * ? *)', 6],
  ['cron(0 x * * ? *)', undefined],
])('a window of %s has room for %s hours', (expression, hours) => {
  expect(windowOf(expression)?.hours).toBe(hours)
})

describe('a condition of a public policy', () => {
  const policy = (condition: string): string =>
    `Resources: {P: {Type: AWS::SecretsManager::ResourcePolicy, Properties: {SecretId: !Ref S, ResourcePolicy: {Statement: [{Effect: Allow, Principal: '*', Action: 'secretsmanager:GetSecretValue', Resource: '*', Condition: ${condition}}]}}}}`
  test.each<[string, boolean]>([
    ["{StringEquals: {'aws:PrincipalOrgID': o-abc}}", true],
    ["{StringLike: {'aws:PrincipalOrgPaths': 'o-abc/*'}}", true],
    ["{'ForAnyValue:StringLike': {'aws:PrincipalOrgPaths': 'o-abc/*'}}", true],
    ["{ArnLike: {'AWS:SourceArn': 'arn:aws:s3:::bucket'}}", true],
    ["{IpAddress: {'aws:SourceIp': 10.0.0.0/8}}", true],
    ["{StringEquals: {'aws:PrincipalOrgID': !Ref Organization}}", true],
    ['!Ref Condition', true],
    ["{StringNotEquals: {'aws:PrincipalOrgID': o-abc}}", false],
    ["{StringEqualsIfExists: {'aws:PrincipalOrgID': o-abc}}", false],
    ["{'ForAllValues:StringLike': {'aws:PrincipalOrgPaths': 'o-abc/*'}}", false],
    ["{StringLike: {'aws:PrincipalArn': '*'}}", false],
    ["{IpAddress: {'aws:SourceIp': 0.0.0.0/0}}", false],
    ["{Bool: {'aws:SecureTransport': true}}", false],
  ])('%s narrows it: %s', (condition, narrows) => {
    expect(found('no-public-secret-policy', 'a.yaml', policy(condition))).toEqual(narrows ? [] : ['public'])
  })
})

test.each<[string, RuleId, string, readonly string[]]>([
  ['a macro that may add a key', 'require-customer-key', 'Transform: Unknown\nResources: {S: {Type: AWS::SecretsManager::Secret}}', []],
  ['an absent key', 'require-customer-key', 'Resources: {S: {Type: AWS::SecretsManager::Secret}}', ['missing']],
  ['a key left out by a condition', 'require-customer-key', 'Resources: {S: {Type: AWS::SecretsManager::Secret, Properties: {KmsKeyId: !If [A, !Ref K, !Ref AWS::NoValue]}}}', []],
  ['a schedule of a managed secret', 'no-disabled-rotation', 'Resources: {R: {Type: AWS::SecretsManager::RotationSchedule, Properties: {SecretId: !GetAtt Db.MasterUserSecret.SecretArn, RotationRules: {AutomaticallyAfterDays: 30}}}}', []],
  ['punctuation excluded one by one', 'no-weak-generated-password', `Resources: {S: {Type: AWS::SecretsManager::Secret, Properties: {GenerateSecretString: {PasswordLength: 20, ExcludeCharacters: "!\\"#$%&'()*+,-./:;<=>?@[\\\\]^_\`{|}~"}}}}`, ['plain']],
  ['numbers in quotes', 'no-weak-generated-password', "Resources: {S: {Type: AWS::SecretsManager::Secret, Properties: {GenerateSecretString: {PasswordLength: '8'}}}}", ['short']],
])('%s', (_, id, text, wanted) => {
  expect(found(id, 'a.yaml', text)).toEqual(wanted)
})
