import { describe, expect, test } from 'vitest'
import type { Problem } from '../dist/src/core/finding.js'
import type { Module } from '../dist/src/core/module.js'
import type { Node } from '../dist/src/core/tree.js'
import { applyEdits } from '../dist/src/core/fix.js'
import { walk } from '../dist/src/core/tree.js'
import { openDocument } from '../dist/src/formats/index.js'
import { SECRET_ACTIONS, grantedBy, matchesPattern } from '../dist/src/iac/actions.js'
import { expandShapes } from '../dist/src/detection/shape.js'
import { dialectOf } from '../dist/src/iac/index.js'
import { largestGap } from '../dist/src/iac/schedule.js'
import { statements } from '../dist/src/iac/statement.js'
import { type RuleId, loadRule } from '../dist/src/engine/settings.js'
import { READMES, examplesOf } from './examples.ts'
import { PROJECT, activeRule, scanFiles } from './support.ts'

type Files = Readonly<Record<string, string>>

/** The modules of some files, each group once. */
function modulesOf(files: Files, complete = true): readonly Module[] {
  const documents = Object.entries(files).map(([path, text]) => openDocument(path, text))
  const together = documents.filter(document => dialectOf(document)?.scope === 'directory')
  const groups = [together, ...documents.filter(document => dialectOf(document)?.scope === 'file').map(document => [document])]
  return groups.flatMap(group => (group[0] ? (dialectOf(group[0])?.module(group, complete) ?? []) : []))
}

function problemsOf(id: RuleId, files: Files): readonly Problem[] {
  const rule = loadRule(id)
  return modulesOf(files).flatMap(module => [...(rule.checkModule?.(module, { options: { ...rule.defaults, ...rule.presets.strict }, project: PROJECT }) ?? [])])
}

function shown(node: Node): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'reference') return `→${node.target}`
  return node.kind === 'call' ? `${node.callee}(${node.arguments.map(shown).join('|')})` : node.kind
}

describe('statements', () => {
  const policy = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "secretsmanager:Get*", "Resource": "*"}]}'
  const as = (kind: string): unknown => [[kind, 'Allow', ['secretsmanager:Get*'], ['*']]]
  const expected = as('identity')
  test.each<[string, Files, unknown]>([
    ['a policy alone', { 'policy.json': policy }, expected],
    ['a policy as the command line prints it', { 'policy.json': `{"PolicyVersion": {"Document": ${policy}}}` }, expected],
    ['a managed policy', { 'a.yaml': `Resources: {P: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: ${policy}}}}` }, expected],
    ['a role', { 'a.json': `{"Resources": {"R": {"Type": "AWS::IAM::Role", "Properties": {"Policies": [{"PolicyDocument": ${policy}}]}}}}` }, expected],
    ['SAM', { 'a.yaml': `Resources: {F: {Type: AWS::Serverless::Function, Properties: {Policies: [AWSXrayWriteOnlyAccess, ${policy}]}}}` }, expected],
    ['JSON in a string', { 'a.yaml': `Resources: {P: {Type: AWS::IAM::Policy, Properties: {PolicyDocument: '${policy}'}}}` }, expected],
    ['a text with holes', { 'a.yaml': `Resources: {P: {Type: AWS::IAM::Policy, Properties: {PolicyDocument: !Sub '${policy.replace('"*"', '"${S}"')}'}}}` },
      [['identity', 'Allow', ['secretsmanager:Get*'], ['→S']]]],
    ['jsonencode', { 'a.tf': `resource "aws_iam_policy" "p" {\n  policy = jsonencode(${policy})\n}\n` }, expected],
    ['a heredoc', { 'a.tf': `resource "aws_iam_role_policy" "p" {\n  policy = <<-EOF\n    ${policy}\n  EOF\n}\n` }, expected],
    ['a heredoc with holes', { 'a.tf': `resource "aws_iam_user_policy" "p" {\n  policy = <<EOF\n${policy.replace('"*"', '["${aws_x.y.arn}", "${aws_x.y.arn}/*"]')}\nEOF\n}\n` },
      [['identity', 'Allow', ['secretsmanager:Get*'], ['→aws_x.y.arn', 'template(→aws_x.y.arn|/*)']]]],
    ['a local', { 'a.tf': `locals {\n  p = jsonencode(${policy})\n}\nresource "aws_iam_policy" "p" {\n  policy = local.p\n}\n` }, expected],
    ['an inline policy', { 'a.tf': `resource "aws_iam_role" "r" {\n  inline_policy {\n    name = "x"\n    policy = jsonencode(${policy})\n  }\n}\n` }, expected],
    ['a policy document', { 'a.tf': 'data "aws_iam_policy_document" "d" {\n  statement {\n    actions = ["secretsmanager:Get*"]\n    resources = ["*"]\n  }\n}\n' }, expected],
    ['a dynamic statement', { 'a.tf': 'data "aws_iam_policy_document" "d" {\n  dynamic "statement" {\n    for_each = var.x\n    content {\n      actions = ["secretsmanager:Get*"]\n      resources = [statement.value]\n    }\n  }\n}\n' },
      [['identity', 'Allow', ['secretsmanager:Get*'], ['→statement.value']]]],
    ['Terraform in JSON', { 'a.tf.json': '{"data": {"aws_iam_policy_document": {"d": {"statement": [{"actions": ["secretsmanager:Get*"], "resources": ["${aws_x.y.arn}"]}]}}}}' },
      [['identity', 'Allow', ['secretsmanager:Get*'], ['→aws_x.y.arn']]]],
    ['both branches of a condition', { 'a.yaml': `Resources: {P: {Type: AWS::IAM::Policy, Properties: {PolicyDocument: {Statement: [!If [Prod, {Effect: Deny, Action: 'a:b', Resource: '*'}, {Effect: Allow, Action: !If [X, 'c:d', !Ref AWS::NoValue], Resource: '*'}]]}}}}` },
      [['identity', 'Deny', ['a:b'], ['*']], ['identity', 'Allow', ['c:d'], ['*']]]],
    ['a condition of Terraform', { 'a.tf': 'data "aws_iam_policy_document" "d" {\n  statement {\n    effect = var.effect\n    actions = var.x ? ["a:b"] : concat(["c:d"], var.more)\n  }\n}\n' },
      [['identity', undefined, ['a:b', 'c:d', '→var.more'], []]]],
    ['a resource policy', { 'a.tf': `resource "aws_secretsmanager_secret_policy" "p" {\n  policy = jsonencode(${policy})\n}\n` }, as('resource')],
    ['a document that becomes a resource policy', { 'a.tf': 'data "aws_iam_policy_document" "d" {\n  statement {\n    actions = ["a:b"]\n  }\n}\n', 'b.tf': 'resource "aws_secretsmanager_secret_policy" "p" {\n  policy = data.aws_iam_policy_document.d.json\n}\n' },
      [['resource', 'Allow', ['a:b'], []]]],
    ['a boundary by its use', { 'a.yaml': `Resources: {P: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: ${policy}}}, R: {Type: AWS::IAM::Role, Properties: {PermissionsBoundary: !Ref P}}}` }, as('boundary')],
    ['a boundary by its name', { 'a.yaml': `Resources: {DeveloperBoundary: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: ${policy}}}}` }, as('boundary')],
    ['a trust policy', { 'a.tf': 'data "aws_iam_policy_document" "d" {\n  statement {\n    actions = ["sts:AssumeRole"]\n    principals {\n      type = "Service"\n      identifiers = ["lambda.amazonaws.com"]\n    }\n  }\n}\n' },
      [['trust', 'Allow', ['sts:AssumeRole'], []]]],
  ])('%s', (_, files, wanted) => {
    const found = modulesOf(files).flatMap(module => [...statements(module)])
    expect(found.map(({ kind, effect, actions, resources }) => [kind, effect, actions.map(shown), resources.map(shown)])).toEqual(wanted)
    for (const { actions, resource } of found) {
      for (const action of actions) if (action.kind === 'scalar' && !action.segments) expect(files[resource.path]?.slice(...action.content)).toBe(action.value)
    }
  })
})

describe('what the file decides', () => {
  const property = (properties: string): unknown => modulesOf({ 'a.yaml': `Resources: {A: {Type: AWS::B::C, Properties: ${properties}}}` })[0]?.resources[0]?.property('X').map(shown)
  test.each([
    ['{X: !Ref Y}', ['→Y']],
    ['{X: {Ref: Y}}', ['→Y']],
    ['{X: !GetAtt Y.Arn}', ['→Y.Arn']],
    ["{X: {'Fn::GetAtt': [Y, Arn]}}", ['→Y.Arn']],
    ["{X: !Sub 'plain'}", ['plain']],
    ["{X: !Sub 'a-${Y.Arn}-${!Z}'}", ['template(a-|→Y.Arn|-|${Z})']],
    ["{X: !Sub ['${A}b', {A: x}]}", ['xb']],
    ["{X: {'Fn::Join': ['-', [a, b, c]]}}", ['a-b-c']],
    ["{X: !Join [':', [a, !Ref B]]}", ['template(a|:|→B)']],
    ['{X: !If [C, 1, !If [D, 2, !Ref AWS::NoValue]]}', [1, 2]],
    ['{X: !FindInMap [M, A, B]}', ['FindInMap(M|A|B)']],
    ['{X: null}', []],
    ['{Y: 1}', []],
  ])('%s', (properties, wanted) => {
    expect(property(properties)).toEqual(wanted)
  })
})

test.each<[string, number | undefined]>([
  ['rate(10 days)', 10],
  ['rate(1 day)', 1],
  ['rate(12 hours)', 0.5],
  ['rate(10 minutes)', undefined],
  ['cron(0 8 1 * ? *)', 31],
  ['cron(0 8 1 */2 ? *)', 62],
  ['cron(0 8 1 1/3 ? *)', 92],
  ['cron(0 8 1 JAN,JUL ? *)', 184],
  ['cron(0 8 1 1 ? *)', 366],
  ['cron(0 8 29 2 ? *)', 1461],
  ['cron(0 8 31 * ? *)', 61],
  ['cron(0 8 30 2 ? *)', Infinity],
  ['cron(0 8 1 1 ? 2025)', Infinity],
  ['cron(0 8 ? * MON *)', 7],
  ['cron(0 8 ? * MON-FRI *)', 3],
  ['cron(0 8 ? * FRI-MON *)', 4],
  ['cron(0 8 ? * 2#1 *)', 35],
  ['cron(0 8 ? 1/3 6L *)', 98],
  ['cron(0 /4 * * ? *)', 1],
  ['cron(0 8 L * ? *)', 31],
  ['cron(0 8 15W * ? *)', 32],
  ['cron(0 8 1 13 ? *)', undefined],
  ['cron(0 8 1 *)', undefined],
  ['every month', undefined],
])('%s has a largest gap of %s days', (expression, days) => {
  expect(largestGap(expression)).toBe(days)
})

describe('patterns of actions', () => {
  test.each<[string, number | readonly string[]]>([
    ['*', 23],
    ['SecretsManager:*', 23],
    ['secretsmanager:get*', ['GetRandomPassword', 'GetResourcePolicy', 'GetSecretValue']],
    ['secretsmanager:GetSecretValu?', ['GetSecretValue']],
    ['secretsmanager:*Tag*', ['TagResource', 'UntagResource', 'UpdateSecretVersionStage']],
    ['secretsmanager:Frobnicate*', []],
    ['secrets*:List*', ['ListSecretVersionIds', 'ListSecrets']],
    ['s3:*', []],
    ['secretsmanager', []],
  ])('%s', (pattern, wanted) => {
    const granted = grantedBy(pattern).map(({ name }) => name)
    expect(typeof wanted === 'number' ? granted.length : granted).toEqual(wanted)
  })

  test('take time linear in their length', () => {
    expect(matchesPattern('*a'.repeat(2000), 'a'.repeat(2000) + 'b')).toBe(false)
  })

  test('are graded', () => {
    expect(SECRET_ACTIONS.filter(({ resource }) => !resource).map(({ name }) => name)).toEqual(['BatchGetSecretValue', 'GetRandomPassword', 'ListSecrets'])
  })
})

test.each<[string, string, string]>([
  ['a.tf', 'variable "db_password" {\n  default = "{base62:18}"\n}\n', 'no-secret-parameter-default'],
  ['prod.tfvars', 'db_password = "{base62:18}"\n', 'no-secret-parameter-default'],
  ['samconfig.toml', '[default.deploy.parameters]\nparameter_overrides = "DbPassword={base62:18}"\n', 'no-secret-parameter-default'],
  ['a.yaml', 'Resources:\n  S:\n    Type: AWS::SecretsManager::Secret\n    Properties:\n      SecretString: \'{"password": "{base62:18}"}\'\n', 'no-plaintext-secret-string'],
  ['b.tf', 'variable "value" {\n  default = { password = "{base62:18}" }\n}\n', 'no-hardcoded-secret'],
])('a literal of %s has one owner', (path, text, owner) => {
  const active = (['no-hardcoded-secret', 'no-plaintext-secret-string', 'no-secret-parameter-default'] as const).map(id => activeRule(id, 'recommended'))
  expect(scanFiles({ [path]: expandShapes(text) }, active).findings.map(({ ruleId }) => ruleId)).toEqual([owner])
})

const modular = READMES.filter(id => 'checkModule' in loadRule(id))
const examples = modular.flatMap(id => examplesOf(id).map((example, index) => [`${id} ${index + 1}`, example] as const))

describe.each(examples)('%s', (_, { ruleId, files }) => {
  test('a value that is replaced by a reference adds no finding', () => {
    const before = problemsOf(ruleId, files).length
    for (const [path, text] of Object.entries(files)) {
      for (const node of properties(path, text)) {
        const reference = path.endsWith('.json') ? '{"Ref": "Unknown"}' : path.endsWith('.yaml') ? '!Ref Unknown' : 'var.unknown'
        const changed = text.slice(0, node.range[0]) + reference + text.slice(node.range[1])
        expect(problemsOf(ruleId, { ...files, [path]: changed }).length, changed).toBeLessThanOrEqual(before)
      }
    }
  })

  test.each(['\n', '\r\n'])('every fix leaves a file that is read, without the finding, with line ends %j', eol => {
    const written = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll('\n', eol)]))
    const problems = problemsOf(ruleId, written)
    for (const { path = '', fixes, messageId } of problems) {
      const own = problems.filter(problem => problem.messageId === messageId).length
      for (const fix of fixes?.() ?? []) {
        const text = applyEdits(written[path] ?? '', fix.edits)
        expect(openDocument(path, text).parsed.errors, text).toEqual([])
        expect(problemsOf(ruleId, { ...written, [path]: text }).filter(problem => problem.messageId === messageId).length, text).toBeLessThan(own)
        expect(text.split('\n').length - 1).toBe(text.split(eol).length - 1)
      }
    }
  })
})

/** The scalars within properties, arguments and statements: where a reference may stand. */
function properties(path: string, text: string): readonly Node[] {
  const { documents } = openDocument(path, text).parsed
  const below = path.endsWith('.tf') || path === 'policy.json'
    ? documents
    : documents.flatMap(root => [...walk(root)]).flatMap(node => (node.kind === 'mapping' ? node.entries.filter(({ key }) => key === 'Properties').map(({ value }) => value) : []))
  return below.flatMap(node => [...walk(node)]).filter(node => node.kind === 'scalar' && node.range[1] > node.range[0])
}
