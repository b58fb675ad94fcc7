/** Tools of others whose comments and metadata name the checks that they silence. */
export type Tool = 'checkov' | 'trivy' | 'kics' | 'cfn-nag' | 'cfn-guard' | 'cdk-nag' | 'cfn-lint' | 'semgrep'

/** The checks of other tools that find what a rule finds, in lower case. tfsec's are those of trivy, which took them over. */
export const EQUIVALENTS: Readonly<Record<string, Readonly<Partial<Record<Tool, readonly string[]>>>>> = {
  'require-customer-key': {
    checkov: ['ckv_aws_149'],
    trivy: ['avd-aws-0098', 'aws-0098', 'aws-ssm-secret-use-customer-key', 'aws095'],
    kics: ['a2f548f2-188c-4fff-b172-e9a6acb216bd'],
    'cfn-nag': ['w77'],
    'cfn-guard': ['secretsmanager_using_cmk'],
    'cdk-nag': ['hipaa.security-secretsmanagerusingkmskey', 'nist.800.53.r4-secretsmanagerusingkmskey', 'nist.800.53.r5-secretsmanagerusingkmskey', 'pci.dss.321-secretsmanagerusingkmskey'],
    semgrep: ['aws-secretsmanager-secret-unencrypted'],
  },
  'require-rotation': {
    checkov: ['ckv2_aws_57'],
    'cfn-guard': ['secretsmanager_rotation_enabled_check'],
    'cdk-nag': ['awssolutions-smg4', 'hipaa.security-secretsmanagerrotationenabled', 'nist.800.53.r4-secretsmanagerrotationenabled', 'nist.800.53.r5-secretsmanagerrotationenabled'],
  },
  'no-slow-rotation': { checkov: ['ckv_aws_304'] },
  'no-static-aws-credentials': { checkov: ['ckv_aws_41'], semgrep: ['aws-provider-static-credentials'] },
  'no-hardcoded-secret': { checkov: ['ckv_aws_41', 'ckv_aws_45', 'ckv_aws_46', 'ckv_secret_6'] },
  'no-plaintext-secret-property': {
    checkov: ['ckv_aws_45', 'ckv_aws_46'],
    trivy: ['avd-aws-0029', 'aws-0029', 'avd-aws-0036', 'aws-0036', 'aws-ec2-no-secrets-in-user-data', 'aws-ecs-no-plaintext-secrets'],
  },
  'no-invalid-dynamic-reference': { 'cfn-lint': ['e1050', 'e1051'] },
  'no-secret-output': { 'cfn-lint': ['w4002'] },
  'no-wildcard-secret-action': { trivy: ['avd-aws-0057', 'aws-0057', 'aws-iam-no-policy-wildcards'], 'cdk-nag': ['awssolutions-iam5'] },
  'no-wildcard-secret-resource': {
    checkov: ['ckv_aws_108', 'ckv_aws_288', 'ckv_aws_355', 'ckv_aws_356'],
    trivy: ['avd-aws-0057', 'aws-0057', 'aws-iam-no-policy-wildcards'],
    'cdk-nag': ['awssolutions-iam5'],
  },
  'no-broad-managed-policy': { 'cdk-nag': ['awssolutions-iam4'] },
}
