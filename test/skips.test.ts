import { describe, expect, test } from 'vitest'
import type { RuleId } from '../dist/src/engine/settings.js'
import { activeRule, scanFiles } from './support.ts'

const hcl = (before: string, inside = '', name = 'db'): string => `${before}\nresource "aws_secretsmanager_secret" "${name}" {\n  name = "prod/db"\n${inside}\n}\n`
const yaml = (metadata: string): string => `Resources:\n  Db:\n    Type: AWS::SecretsManager::Secret\n${metadata}    Properties:\n      Name: prod/db\n`
const cdk = (id: string): string => `import * as cdk from 'aws-cdk-lib'
import { Credentials, DatabaseInstance, DatabaseInstanceEngine } from 'aws-cdk-lib/aws-rds'
import { NagSuppressions } from 'cdk-nag'
export class Shop extends cdk.Stack {
  constructor(scope: cdk.App, id: string) {
    super(scope, id)
    const login = new DatabaseInstance(this, 'Login', { engine: DatabaseInstanceEngine.POSTGRES, credentials: Credentials.fromGeneratedSecret('shop') })
    NagSuppressions.addResourceSuppressions(login, [{ id: '${id}', reason: 'rotated elsewhere' }])
  }
}
`
const python = (id: string): string => `from aws_cdk import Stack, aws_rds as rds
from cdk_nag import NagSuppressions

class Shop(Stack):
    def __init__(self, scope, id, **kwargs):
        super().__init__(scope, id, **kwargs)
        login = rds.DatabaseInstance(self, "Login", credentials=rds.Credentials.from_generated_secret("shop"))
        NagSuppressions.add_resource_suppressions(login, [{"id": "${id}", "reason": "rotated elsewhere"}])
`
const json = (metadata: object): string => JSON.stringify({ Resources: { Db: { Type: 'AWS::SecretsManager::Secret', Metadata: metadata, Properties: { Name: 'prod/db' } } } }, undefined, 2)

const role = (resource: string, metadata: string): string => `Resources:
  Reader:
    Type: AWS::IAM::Policy
${metadata}    Properties:
      PolicyName: read
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: secretsmanager:GetSecretValue
            Resource: '${resource}'
      Roles: [reader]
`
const suppressed = (tool: string, id: string, more = ''): string => `    Metadata:\n      ${tool}:\n        rules_to_suppress:\n          - id: ${id}\n            reason: no\n${more}`
const applies = (...findings: readonly string[]): string => `            applies_to:\n${findings.map(finding => `              - ${finding}\n`).join('')}`
const ofStack = (stack: string, call = `NagSuppressions.addStackSuppressions(${stack}, [{ id: 'AwsSolutions-SMG4', reason: 'rotated elsewhere' }])`): string =>
  cdk('').replace(/ {4}NagSuppressions\..*\n/, `    ${call}\n`)
const template = (metadata: object): string => JSON.stringify({ Metadata: metadata, Resources: { Db: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'prod/db' } } } }, undefined, 2)
const output = (ignored: string): string => `Metadata:
  cfn-lint:
    config:
      ignore_checks: [${ignored}]
Parameters:
  Password:
    Type: String
    NoEcho: true
Resources:
  Topic:
    Type: AWS::SNS::Topic
Outputs:
  Password:
    Value: !Ref Password
`

const KEY: RuleId = 'require-customer-key'
const ROTATION: RuleId = 'require-rotation'
const RESOURCE: RuleId = 'no-wildcard-secret-resource'
const ACTION: RuleId = 'no-wildcard-secret-action'

describe('what another tool was told to skip', () => {
  test.each<[string, RuleId, string, string]>([
    ['checkov in a block', KEY, 'main.tf', hcl('', '  # checkov:skip=CKV_AWS_149:no key needed')],
    ['checkov before a block, other comments between', KEY, 'main.tf', hcl('#checkov:skip=CKV_AWS_149\n# the database')],
    ['checkov rotation', ROTATION, 'main.tf', hcl('', '  #checkov:skip=CKV2_AWS_57: rotated by hand')],
    ['tfsec by name', KEY, 'main.tf', hcl('#tfsec:ignore:aws-ssm-secret-use-customer-key')],
    ['tfsec behind the head', KEY, 'main.tf', hcl('').replace('{', '{ // tfsec:ignore:aws-ssm-secret-use-customer-key:exp:2026-12-31')],
    ['tfsec, several', KEY, 'main.tf', hcl('#tfsec:ignore:aws-s3-enable-versioning tfsec:ignore:AVD-AWS-0098')],
    ['trivy', KEY, 'main.tf', hcl('# trivy:ignore:avd-aws-0098 - not needed')],
    ['KICS ignore-block', KEY, 'main.tf', hcl('# kics-scan ignore-block')],
    ['KICS disable', KEY, 'main.tf', hcl('# kics-scan disable=a2f548f2-188c-4fff-b172-e9a6acb216bd')],
    ['semgrep', KEY, 'main.tf', hcl('# nosemgrep: terraform.aws.security.aws-secretsmanager-secret-unencrypted.aws-secretsmanager-secret-unencrypted')],
    ['checkov in YAML', KEY, 'stack.yaml', yaml('    # checkov:skip=CKV_AWS_149:no key needed\n')],
    ['checkov metadata', KEY, 'stack.yaml', yaml('    Metadata:\n      checkov:\n        skip:\n          - id: CKV_AWS_149\n            comment: no\n')],
    ['cfn-nag', KEY, 'stack.json', json({ cfn_nag: { rules_to_suppress: [{ id: 'W77', reason: 'no' }] } })],
    ['guard', ROTATION, 'stack.yaml', yaml('    Metadata:\n      guard:\n        SuppressedRules:\n          - SECRETSMANAGER_ROTATION_ENABLED_CHECK\n')],
    ['cdk-nag metadata', ROTATION, 'stack.json', json({ cdk_nag: { rules_to_suppress: [{ id: 'AwsSolutions-SMG4', reason: 'no' }] } })],
    ['cdk-nag in TypeScript', ROTATION, 'stack.ts', cdk('AwsSolutions-SMG4')],
    ['cdk-nag in Python', ROTATION, 'stack.py', python('AwsSolutions-SMG4')],
    ['cdk-nag in Python, constructed', ROTATION, 'stack.py', python('').replace(/\{"id".*\}/, 'NagPackSuppression(id="AwsSolutions-SMG4", reason="rotated elsewhere")')],
    ['cdk-nag of a stack', ROTATION, 'stack.ts', ofStack('this')],
    ['cdk-nag of the stack of a construct', ROTATION, 'stack.ts', ofStack('cdk.Stack.of(this)')],
    ['cdk-nag of a stack in Python', ROTATION, 'stack.py', python('AwsSolutions-SMG4').replace('add_resource_suppressions(login', 'add_stack_suppressions(self')],
    ['cdk-nag of a template', ROTATION, 'stack.json', template({ cdk_nag: { rules_to_suppress: [{ id: 'AwsSolutions-SMG4', reason: 'no' }] } })],
    ['cfn-lint of a template', 'no-secret-output', 'stack.yaml', output('W2010')],
    ['cfn-lint by the beginning of a name', 'no-secret-output', 'stack.yaml', output('W2')],
    ['bridgecrew', KEY, 'main.tf', hcl('', '  #bridgecrew:skip=CKV_AWS_149:no key needed')],
    ['checkov with a space', KEY, 'main.tf', hcl('', '  #checkov:skip= CKV_AWS_149:no key needed')],
    ['trivy by its new number', KEY, 'main.tf', hcl('# trivy:ignore:AWS-0098')],
    ['KICS in a template', KEY, 'stack.yaml', yaml('').replace('  Db:', '  # kics-scan ignore-block\n  Db:')],
    ['cfn-nag wildcard', RESOURCE, 'stack.yaml', role('*', suppressed('cfn_nag', 'W12'))],
    ['cdk-nag wildcard', RESOURCE, 'stack.yaml', role('*', suppressed('cdk_nag', 'AwsSolutions-IAM5'))],
    ['cdk-nag wildcard, this one', RESOURCE, 'stack.yaml', role('*', suppressed('cdk_nag', 'AwsSolutions-IAM5', applies('Resource::*')))],
    ['cdk-nag wildcard, a pattern', RESOURCE, 'stack.yaml', role('*', suppressed('cdk_nag', 'AwsSolutions-IAM5', applies("regex: '/^Resource::.*$/g'")))],
    ['checkov wildcard', RESOURCE, 'stack.yaml', role('*', '    # checkov:skip=CKV_AWS_108\n')],
  ])('%s', (_, rule, path, text) => {
    const { findings, suppressed } = scanFiles({ [path]: text }, [activeRule(rule, 'strict')])
    expect(findings).toEqual([])
    expect(suppressed.map(finding => finding.suppressed?.by)).toEqual(['foreign directive'])
  })

  test.each<[string, RuleId, string, string]>([
    ['another check', KEY, 'main.tf', hcl('', '  # checkov:skip=CKV2_AWS_57:rotated by hand')],
    ['a longer name', KEY, 'main.tf', hcl('', '  # checkov:skip=CKV_AWS_1490')],
    ['expired', KEY, 'main.tf', hcl('#tfsec:ignore:aws-ssm-secret-use-customer-key:exp:2025-12-31')],
    ['in a string', KEY, 'main.tf', hcl('', '  description = "checkov:skip=CKV_AWS_149"')],
    ['in the resource before', KEY, 'main.tf', `resource "aws_sns_topic" "a" {\n  # checkov:skip=CKV_AWS_149\n}\n${hcl('')}`],
    ['a rule that KICS has no query for', ROTATION, 'main.tf', hcl('# kics-scan ignore-block')],
    ['no check named', KEY, 'main.tf', hcl('# nosemgrep')],
    ['cfn-nag, another', KEY, 'stack.json', json({ cfn_nag: { rules_to_suppress: [{ id: 'W35' }] } })],
    ['cdk-nag, another', ROTATION, 'stack.ts', cdk('AwsSolutions-SNS3')],
    ['cdk-nag of another stack', ROTATION, 'stack.ts', ofStack('other')],
    ['a pack without the check', KEY, 'stack.json', json({ cdk_nag: { rules_to_suppress: [{ id: 'NIST.800.53.R4-SecretsManagerUsingKMSKey', reason: 'no' }] } })],
    ['cfn-nag of a template, which it does not read', KEY, 'stack.json', template({ cfn_nag: { rules_to_suppress: [{ id: 'W77', reason: 'no' }] } })],
    ['cfn-lint, another', 'no-secret-output', 'stack.yaml', output('W3')],
    ['a wildcard that cfn-nag takes for none', RESOURCE, 'stack.yaml', role('arn:aws:secretsmanager:*:*:secret:*', suppressed('cfn_nag', 'W12'))],
    ['a wildcard that checkov takes for none', RESOURCE, 'stack.yaml', role('arn:aws:secretsmanager:*:*:secret:*', '    # checkov:skip=CKV_AWS_108\n')],
    ['cdk-nag, another wildcard', RESOURCE, 'stack.yaml', role('*', suppressed('cdk_nag', 'AwsSolutions-IAM5', applies('Resource::arn:aws:s3:::*')))],
    ['cdk-nag, a pattern of others', RESOURCE, 'stack.yaml', role('*', suppressed('cdk_nag', 'AwsSolutions-IAM5', applies("regex: '/^Action::.*$/g'")))],
    ['cdk-nag, a pattern that could run for ever', RESOURCE, 'stack.yaml', role('*', suppressed('cdk_nag', 'AwsSolutions-IAM5', applies("regex: '/^(.*)*Resource/g'")))],
    ['an administrator, which is no wildcard of a service', ACTION, 'stack.yaml', role('*', suppressed('cfn_nag', 'F4')).replace('secretsmanager:GetSecretValue', 'secretsmanager:*')],
  ])('not %s', (_, rule, path, text) => {
    const { findings, suppressed } = scanFiles({ [path]: text }, [activeRule(rule, 'strict')])
    expect(findings).toHaveLength(1)
    expect(suppressed).toEqual([])
  })
})
