import { describe, expect, test } from 'vitest'
import { applyEdits } from '../dist/src/core/fix.js'
import type { Module } from '../dist/src/core/module.js'
import type { Node } from '../dist/src/core/tree.js'
import { type RuleId, loadRule } from '../dist/src/engine/settings.js'
import { openDocument } from '../dist/src/formats/index.js'
import cdk from '../dist/src/iac/cdk.js'
import { statements } from '../dist/src/iac/statement.js'
import { PROJECT } from './support.ts'

function moduleOf(path: string, text: string): Module {
  const document = openDocument(path, text)
  expect(cdk.matches(document)).toBe(true)
  return cdk.module([document], true)
}

function problemsOf(id: RuleId, path: string, text: string) {
  const rule = loadRule(id)
  return [...(rule.checkModule?.(moduleOf(path, text), { options: { ...rule.defaults, ...rule.presets.strict }, project: PROJECT }) ?? [])]
}

function shown(node: Node): unknown {
  switch (node.kind) {
    case 'scalar': return node.value
    case 'reference': return `→${node.target}`
    case 'sequence': return node.items.map(shown)
    case 'mapping': return Object.fromEntries(node.entries.map(({ key, value }) => [key, shown(value)]))
    case 'call': return `${node.callee}(${node.arguments.map(shown).join('|')})`
  }
}

/** A stack in TypeScript with the usual imports. */
const stack = (body: string): string => `import * as cdk from 'aws-cdk-lib'
import { aws_iam as iam, aws_lambda as lambda, aws_rds as rds, aws_secretsmanager as sm } from 'aws-cdk-lib'
export class Shop extends cdk.Stack {
  constructor(scope: cdk.App, id: string, props: any) {
    super(scope, id)
    ${body}
  }
}
`

describe('imports', () => {
  test.each([
    ['a.ts', "import * as sm from 'aws-cdk-lib/aws-secretsmanager'\nnew sm.Secret(this, 'S', { generateSecretString: { passwordLength: 8 } })"],
    ['a.ts', "import { aws_secretsmanager as sm } from 'aws-cdk-lib'\nnew sm.Secret(this, 'S', { generateSecretString: { passwordLength: 8 } })"],
    ['a.ts', "import { Secret as Own } from '@aws-cdk/aws-secretsmanager'\nnew Own(this, 'S', { generateSecretString: { passwordLength: 8 } })"],
    ['a.ts', "import { Secret } from 'aws-cdk-lib/aws-secretsmanager/lib/secret'\nnew Secret(this, 'S', { generateSecretString: { passwordLength: 8 } })"],
    ['a.ts', "import cdk = require('aws-cdk-lib')\nnew cdk.aws_secretsmanager.Secret(this, 'S', { generateSecretString: { passwordLength: 8 } })"],
    ['a.js', "const { aws_secretsmanager: sm } = require('aws-cdk-lib')\nconst options = { generateSecretString: { passwordLength: 8 } }\nnew sm.Secret(this, 'S', options)"],
    ['a.ts', "import * as sm from 'aws-cdk-lib/aws-secretsmanager'\nnew sm.CfnSecret(this, 'S', { generateSecretString: { passwordLength: 4 * 2 } as any })"],
    ['a.py', 'from aws_cdk import aws_secretsmanager as sm\nsm.Secret(self, "S", generate_secret_string=sm.SecretStringGenerator(password_length=8))\n'],
    ['a.py', 'from aws_cdk import (\n    aws_secretsmanager,\n)\naws_secretsmanager.Secret(self, "S", generate_secret_string={"password_length": 8})\n'],
    ['a.py', 'import aws_cdk.aws_secretsmanager as sm\nsm.CfnSecret(self, "S", generate_secret_string=sm.CfnSecret.GenerateSecretStringProperty(password_length=8))\n'],
    ['a.py', 'import aws_cdk as cdk\nLENGTH = 8\ncdk.aws_secretsmanager.Secret(self, "S", generate_secret_string={"passwordLength": LENGTH})\n'],
    ['a.py', 'from aws_cdk.aws_secretsmanager import Secret, SecretStringGenerator\nSecret(self, "S", generate_secret_string=SecretStringGenerator(password_length=8))\n'],
  ])('%s: %s', (path, text) => {
    const [secret] = moduleOf(path, text).resources.filter(({ type }) => type === 'AWS::SecretsManager::Secret')
    expect(secret?.id).toBe('S')
    expect(secret?.property('GenerateSecretString').map(shown)).toEqual([{ PasswordLength: 8 }])
  })

  test('a class of the same name that is not of the CDK', () => {
    expect(moduleOf('a.ts', "import * as cdk from 'aws-cdk-lib'\nimport { Secret } from './secretsmanager'\nnew Secret(this, 'S', { token: 1 })").resources.map(({ type }) => type)).not.toContain('AWS::SecretsManager::Secret')
  })
})

describe('statements', () => {
  const read = "actions: ['secretsmanager:GetSecretValue'], resources: ['*']"
  test.each([
    ['given to a role', `role.addToPolicy(new iam.PolicyStatement({ ${read} }))`, [['identity', 'Allow', ['secretsmanager:GetSecretValue'], ['*']]]],
    ['by a name', `const s = new iam.PolicyStatement({ ${read} }); role.addToPrincipalPolicy(s)`, [['identity', 'Allow', ['secretsmanager:GetSecretValue'], ['*']]]],
    ['put together', "const s = new iam.PolicyStatement(); s.addActions(...['a:b'], 'c:d'); s.addAllResources(); s.effect = iam.Effect.DENY; fn.addToRolePolicy(s)", [['identity', 'Deny', ['a:b', 'c:d'], ['*']]]],
    ['of JSON', "new iam.ManagedPolicy(this, 'P', { document: iam.PolicyDocument.fromJson({ Statement: [{ Effect: 'Allow', Action: 'secretsmanager:*', Resource: '*' }] }) })", [['identity', 'Allow', ['secretsmanager:*'], ['*']]]],
    ['in a role', `new iam.Role(this, 'R', { inlinePolicies: { x: new iam.PolicyDocument({ statements: [new iam.PolicyStatement({ ${read} })] }) } })`, [['identity', 'Allow', ['secretsmanager:GetSecretValue'], ['*']]]],
    ['of a function', `new lambda.Function(this, 'F', { ...props, initialPolicy: [new iam.PolicyStatement({ ${read} })] })`, [['identity', 'Allow', ['secretsmanager:GetSecretValue'], ['*']]]],
    ['of a function, formatted', "fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['a:b'], resources: [this.formatArn({ service: 'secretsmanager', resource: 'secret', resourceName: 'x-*', arnFormat: cdk.ArnFormat.COLON_RESOURCE_NAME })] }))",
      [['identity', 'Allow', ['a:b'], ['template(arn:|→AWS::Partition|:|secretsmanager|:|→AWS::Region|:|→AWS::AccountId|:|secret|:|x-*)']]]],
    ['on a secret', "secret.addToResourcePolicy(new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], actions: ['secretsmanager:*'], resources: ['*'] }))", [['resource', 'Allow', ['secretsmanager:*'], ['*']]]],
    ['on something else', "new s3.Bucket(this, 'B').addToResourcePolicy(new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], actions: ['s3:*'], resources: ['*'] })); // secretsmanager", []],
    ['of an endpoint', `const endpoint = vpc.addInterfaceEndpoint('E', {}); endpoint.addToPolicy(new iam.PolicyStatement({ ${read} }))`, [['boundary', 'Allow', ['secretsmanager:GetSecretValue'], ['*']]]],
    ['of a boundary', `const p = new iam.ManagedPolicy(this, 'P', { statements: [new iam.PolicyStatement({ ${read} })] }); iam.PermissionsBoundary.of(role).apply(p)`, [['boundary', 'Allow', ['secretsmanager:GetSecretValue'], ['*']]]],
    ['of a grant', "iam.Grant.addToPrincipal({ grantee: role, actions: ['secretsmanager:GetSecretValue'], resourceArns: ['*'] })", [['identity', 'Allow', ['secretsmanager:GetSecretValue'], ['*']]]],
    ['of a grant to anybody', 'secret.grantRead(new iam.AnyPrincipal())', [['resource', 'Allow', ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'], ['*']]]],
    ['of which the effect is not seen', `role.addToPolicy(new iam.PolicyStatement({ effect: props.effect, ${read} }))`, [['identity', undefined, ['secretsmanager:GetSecretValue'], ['*']]]],
  ])('%s', (_, body, expected) => {
    const found = [...statements(moduleOf('a.ts', stack(body)))].filter(({ kind }) => kind !== 'trust')
    expect(found.map(({ kind, effect, actions, resources }) => [kind, effect, actions.map(shown), resources.map(shown)])).toEqual(expected)
  })
})

describe('a secret without rotation', () => {
  const rotated = (body: string): boolean => problemsOf('require-rotation', 'a.ts', stack(body)).length === 0
  test.each([
    ['kept to itself', "const s = new sm.Secret(this, 'S')", false],
    ['used', "const s = new sm.Secret(this, 'S'); s.grantRead(role); new cdk.CfnOutput(this, 'O', { value: s.secretArn }); console.log(s.secretName)", false],
    ['of a database', "new rds.DatabaseInstance(this, 'D', { engine })", false],
    ['rotated', "const s = new sm.Secret(this, 'S'); s.addRotationSchedule('R', { rotationLambda: fn })", true],
    ['rotated at once', "new sm.Secret(this, 'S').addRotationSchedule('R', { rotationLambda: fn })", true],
    ['rotated by a construct of the first level', "const s = new sm.Secret(this, 'S'); new sm.CfnRotationSchedule(this, 'R', { secretId: s.secretArn })", true],
    ['attached and rotated', "const s = new sm.Secret(this, 'S'); const a = s.attach(db); a.addRotationSchedule('R', {})", true],
    ['rotated by the secret of its database', "const d = new rds.DatabaseInstance(this, 'D', { engine }); d.secret!.addRotationSchedule('R', { rotationLambda: fn })", true],
    ['whose database hands its secret on', "const d = new rds.DatabaseInstance(this, 'D', { engine }); new Api(this, 'A', { secret: d.secret })", true],
    ['rotated by its database', "const d = new rds.DatabaseInstance(this, 'D', { engine }); d.addRotationSingleUser()", true],
    ['handed to a construct of others', "const s = new sm.Secret(this, 'S'); new Api(this, 'A', { options: { secret: s } })", true],
    ['whose ARN is handed on', "const s = new sm.Secret(this, 'S'); rotate(s.secretArn)", true],
    ['in a public member', "this.secret = new sm.Secret(this, 'S')", true],
    ['returned', "const make = () => { const s = new sm.Secret(this, 'S'); return s }", true],
    ['whose database is handed on', "const d = new rds.DatabaseCluster(this, 'D', { engine }); new Api(this, 'A', { d })", true],
    ['of a database with a login of its own', "new rds.DatabaseInstance(this, 'D', { engine, credentials: rds.Credentials.fromPassword('a', cdk.SecretValue.secretsManager('b')) })", true],
    ['of a database that RDS manages', "new rds.DatabaseInstance(this, 'D', { engine, manageMasterUserPassword: true })", true],
    ['of a database whose login is not seen', "new rds.DatabaseInstance(this, 'D', props.database); new rds.DatabaseCluster(this, 'C', { ...props, engine })", true],
  ])('%s', (_, body, silent) => {
    expect(rotated(body)).toBe(silent)
  })

  test('in a private member', () => {
    expect(problemsOf('require-rotation', 'a.ts', stack("this.secret = new sm.Secret(this, 'S')").replace('  constructor', '  private readonly secret: sm.Secret\n  constructor'))).toHaveLength(1)
    expect(problemsOf('require-rotation', 'a.py', 'from aws_cdk import aws_secretsmanager as sm\nclass A:\n    def __init__(self):\n        self._secret = sm.Secret(self, "S")\n')).toHaveLength(1)
  })
})

describe('fixes', () => {
  test.each<[string, RuleId, string, string, string]>([
    ['an option more, with a comment behind the last', 'require-secret-retention', 'a.ts', "new sm.Secret(this, 'S', {\n      description: 'x', // y\n    })", "new sm.Secret(this, 'S', {\n      description: 'x', // y\n      removalPolicy: cdk.RemovalPolicy.RETAIN,\n    })"],
    ['the first option', 'require-secret-retention', 'a.ts', "new sm.Secret(this, 'S')", "new sm.Secret(this, 'S', { removalPolicy: cdk.RemovalPolicy.RETAIN })"],
    ['an option of an empty object', 'require-secret-retention', 'a.ts', "new sm.Secret(this, 'S', {})", "new sm.Secret(this, 'S', { removalPolicy: cdk.RemovalPolicy.RETAIN })"],
    ['a duration', 'no-slow-rotation', 'a.ts', "secret.addRotationSchedule('R', { rotationLambda: fn, automaticallyAfter: cdk.Duration.parse('P1Y') })", "secret.addRotationSchedule('R', { rotationLambda: fn, automaticallyAfter: cdk.Duration.days(90) })"],
    ['a resource for all', 'no-wildcard-secret-resource', 'a.ts', "const own = new sm.Secret(this, 'S'); const s = new iam.PolicyStatement(); s.addActions('secretsmanager:GetSecretValue'); s.addAllResources(); role.addToPolicy(s)",
      "const own = new sm.Secret(this, 'S'); const s = new iam.PolicyStatement(); s.addActions('secretsmanager:GetSecretValue'); s.addResources(own.secretArn); role.addToPolicy(s)"],
  ])('%s', (_, id, path, body, fixed) => {
    const [problem] = problemsOf(id, path, stack(body))
    const [fix] = problem?.fixes?.() ?? []
    expect(applyEdits(stack(body), fix?.edits ?? [])).toBe(stack(fixed))
  })
})

test('constructs that refer to each other in a circle', () => {
  const text = stack("const domain = new search.Domain(this, 'D', { accessPolicies: [new iam.PolicyStatement({ actions: ['secretsmanager:*'], resources: [`${domain.arn}/*`] })] })")
  expect([...statements(moduleOf('a.ts', text))]).toHaveLength(1)
})

test('a test of a stack is none', () => {
  expect(cdk.matches(openDocument('a.test.ts', `import { Template } from 'aws-cdk-lib/assertions'\n${stack("new sm.Secret(this, 'S')")}`))).toBe(false)
})
