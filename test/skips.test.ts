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

const KEY: RuleId = 'require-customer-key'
const ROTATION: RuleId = 'require-rotation'

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
  ])('not %s', (_, rule, path, text) => {
    const { findings, suppressed } = scanFiles({ [path]: text }, [activeRule(rule, 'strict')])
    expect(findings).toHaveLength(1)
    expect(suppressed).toEqual([])
  })
})
