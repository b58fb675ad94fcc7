/** Tools of others whose comments and metadata name the checks that they silence. */
export type Tool = 'checkov' | 'trivy' | 'kics' | 'cfn-nag' | 'cfn-guard' | 'cdk-nag' | 'cfn-lint' | 'semgrep'

/** A check of another tool, in lower case; with a pattern where it reports only some of what the rule reports. */
export type Equivalent = string | readonly [check: string, reported: RegExp]

// What a pattern is tried on: the text at the place and, a line each, what the message fills in.
const EVERYTHING = /^["']?\*["']?$/m
const WILDCARD = /^[^\n]*\*/
const WHOLE_SERVICE = /^["']?(?:[\w-]+:)?\*["']?(?:\n|$)/
const READ_EVERYTHING = /^["']?\*["']?\n[\s\S]*GetSecretValue/
const ADMINISTRATOR = /\bAdministratorAccess\b/
const FULL_IAM = /\bIAMFullAccess\b/
const AWS_KEY = /\bA(?:KIA|SIA|GPA|IDA|ROA|IPA|NPA|NVA|3T[A-Z0-9])[A-Z0-9]{16}|(?:^|[^A-Za-z0-9/+=])[A-Za-z0-9/+=]{40}(?:[^A-Za-z0-9/+=]|$)/
const AWS_KEY_OR_PEM = new RegExp(`${AWS_KEY.source}|-----BEGIN (?:RSA|EC|DSA|GPP) PRIVATE KEY-----`)
const PEM = /-----BEGIN [A-Z ]*PRIVATE KEY/

/** The checks of other tools that find what a rule finds. tfsec's are those of trivy, which took them over. */
export const EQUIVALENTS: Readonly<Record<string, Readonly<Partial<Record<Tool, readonly Equivalent[]>>>>> = {
  'require-customer-key': {
    checkov: ['ckv_aws_149'],
    trivy: [...numbered('aws-0098'), ...named('secret-use-customer-key', 'aws-ssm-'), 'aws095'],
    kics: [
      'a2f548f2-188c-4fff-b172-e9a6acb216bd',
      'b0d3ef3f-845d-4b1b-83d6-63a5a380375f',
      'bed9762b-9bf6-4823-98e2-b1752bee0bf7',
      'c8ae9ba9-c2f7-4e5c-b32e-a4b7712d4d22',
    ],
    'cfn-nag': ['w77'],
    'cfn-guard': ['secretsmanager_using_cmk'],
    'cdk-nag': ['hipaa.security-secretsmanagerusingkmskey', 'nist.800.53.r5-secretsmanagerusingkmskey', 'pci.dss.321-secretsmanagerusingkmskey'],
    semgrep: ['aws-secretsmanager-secret-unencrypted'],
  },
  'require-rotation': {
    checkov: ['ckv2_aws_57'],
    'cfn-guard': ['secretsmanager_rotation_enabled_check'],
    'cdk-nag': ['awssolutions-smg4', 'hipaa.security-secretsmanagerrotationenabled', 'nist.800.53.r5-secretsmanagerrotationenabled'],
  },
  'no-slow-rotation': { checkov: ['ckv_aws_304'] },
  'no-static-aws-credentials': {
    checkov: [['ckv_aws_41', AWS_KEY], ['ckv_secret_2', AWS_KEY]],
    trivy: [...named('no-plaintext-exposure', 'general-secrets-'), 'aws044'],
    kics: [['76c0bcde-903d-456e-ac13-e58c34987852', AWS_KEY], ['83ab47ff-381d-48cd-bac5-fb32222f54af', AWS_KEY]],
    semgrep: ['aws-provider-static-credentials'],
  },
  'no-hardcoded-secret': {
    checkov: [
      ['ckv_aws_41', AWS_KEY],
      ['ckv_aws_45', AWS_KEY_OR_PEM],
      ['ckv_aws_46', AWS_KEY_OR_PEM],
      ['ckv_secret_2', AWS_KEY],
      ['ckv_secret_4', /:[^\s:@/]+@/],
      ['ckv_secret_6', /^["']?[\w+/=-]{20,}/],
      ['ckv_secret_9', /\beyJ/],
      ['ckv_secret_13', PEM],
      ['ckv_secret_14', /\bxox|hooks\.slack\.com/],
      ['ckv_secret_17', /\b[rs]k_live_/],
      ['ckv_secret_18', /\b(?:AC|SK)[0-9a-f]{32}/],
      ['ckv_secret_19', /^["']?[0-9a-f]{20,}["']?(?:\n|$)/i],
    ],
    trivy: [...named('no-plaintext-exposure', 'general-secrets-'), 'gen001', 'gen002', 'gen003', 'gen005'],
    kics: [
      'a88baa34-e2ad-44ea-ad6f-8cac87bc7c71',
      ['51b5b840-cd0c-4556-98a7-fe5f4def80cf', PEM],
      ['76c0bcde-903d-456e-ac13-e58c34987852', AWS_KEY],
      ['83ab47ff-381d-48cd-bac5-fb32222f54af', AWS_KEY],
    ],
    semgrep: [['aws-lambda-environment-credentials', AWS_KEY], 'rds-insecure-password-storage-in-source-code'],
  },
  'no-plaintext-secret-property': {
    checkov: [['ckv_aws_45', AWS_KEY_OR_PEM], ['ckv_aws_46', AWS_KEY_OR_PEM]],
    trivy: [
      ...numbered('aws-0029'),
      ...numbered('aws-0036'),
      ...numbered('aws-0129'),
      ...named('no-secrets-in-user-data', 'aws-ec2-', 'aws-autoscaling-'),
      ...named('no-secrets-in-launch-template-user-data', 'aws-ec2-'),
      ...named('no-plaintext-secrets', 'aws-ecs-'),
      ...named('no-plaintext-exposure', 'general-secrets-'),
      'aws013',
      'aws062',
      'gen003',
    ],
    kics: [
      '03b38885-8f4e-480c-a0e4-12c1affd15db',
      '06adef8c-c284-4de7-aad2-af43b07a8ca1',
      '06b9f52a-8cd5-459b-bdc6-21a22521e1be',
      '39423ce4-9011-46cd-b6b1-009edcd9385d',
      '3c3b7a58-b018-4d07-9444-d9ee7156e111',
      '5b48c507-0d1f-41b0-a630-76817c6b4189',
      '5f700072-b7ce-4e84-b3f3-497bf1c24a4d',
      '6685d912-d81f-4cfa-95ad-e316ea31c989',
      '71493c8b-3014-404c-9802-078b74496fb7',
      '73980e43-f399-4fcc-a373-658228f7adf7',
      'a88baa34-e2ad-44ea-ad6f-8cac87bc7c71',
      'dfb56e5d-ee68-446e-b32a-657b62befe69',
      'f988a17f-1139-46a3-8928-f27eafd8b024',
      ['1402afd8-a95c-4e84-8b0b-6fb43758e6ce', AWS_KEY],
      ['2564172f-c92b-4261-9acd-464aed511696', AWS_KEY],
      ['d7b9d850-3e06-4a75-852f-c46c2e92240b', AWS_KEY],
    ],
    'cfn-nag': [
      'f23', 'f31', 'f34', 'f35', 'f36', 'f37', 'f41', 'f42', 'f43', 'f44', 'f45', 'f46', 'f47', 'f48', 'f49', 'f50', 'f51', 'f52', 'f53', 'f54', 'f55', 'f56', 'f57', 'f58', 'f60', 'f61', 'f62',
      'f63', 'f64', 'f65', 'f66', 'f67', 'f68', 'f69', 'f70', 'f71', 'f74',
    ],
    'cdk-nag': ['awssolutions-doc3'],
    'cfn-guard': ['iam_user_login_profile_no_plaintext_password'],
    'cfn-lint': ['w2501'],
    semgrep: ['rds-insecure-password-storage-in-source-code'],
  },
  'no-invalid-dynamic-reference': { 'cfn-lint': ['e1050', 'e1051', 'w1051'] },
  'no-secret-output': { 'cfn-lint': ['w2010'] },
  'require-sensitive-parameter': { 'cfn-lint': ['w2501'] },
  'prefer-managed-password': { 'cfn-lint': ['w1011'] },
  'require-rotation-source-account': { trivy: [...numbered('aws-0067'), ...named('restrict-source-arn', 'aws-lambda-')] },
  'no-public-secret-policy': { kics: ['fa00ce45-386d-4718-8392-fb485e1f3c5b'] },
  'no-wildcard-secret-action': {
    checkov: [['ckv_aws_1', EVERYTHING], ['ckv_aws_62', EVERYTHING], ['ckv_aws_63', EVERYTHING]],
    trivy: wildcards(),
    kics: [
      ['575a2155-6af1-4026-b1af-d5bc8fe2a904', EVERYTHING],
      ['f62aa827-4ade-4dc4-89e4-1433d384a368', EVERYTHING],
      ['2f37c4a3-58b9-4afe-8a87-d7f1d2286f84', EVERYTHING],
      ['953b3cdb-ce13-428a-aa12-318726506661', EVERYTHING],
    ],
    'cfn-nag': [['f3', EVERYTHING], ['f4', EVERYTHING], ['f5', EVERYTHING], ['w15', /^(?![^\n]*\*)/], ['w16', /^(?![^\n]*\*)/], ['w17', /^(?![^\n]*\*)/]],
    'cfn-guard': [['iam_policy_no_statements_with_admin_access', EVERYTHING], ['iam_policy_no_statements_with_full_access', WHOLE_SERVICE]],
    'cdk-nag': [
      ['awssolutions-iam5', WILDCARD],
      ...['hipaa.security', 'nist.800.53.r4', 'nist.800.53.r5', 'pci.dss.321'].map(pack => [`${pack}-iampolicynostatementswithadminaccess`, EVERYTHING] as const),
      ...['hipaa.security', 'nist.800.53.r5', 'pci.dss.321'].map(pack => [`${pack}-iampolicynostatementswithfullaccess`, WHOLE_SERVICE] as const),
    ],
    semgrep: [['no-iam-star-actions', EVERYTHING], ['no-iam-admin-privileges', EVERYTHING]],
  },
  'no-wildcard-secret-resource': {
    checkov: [['ckv_aws_108', READ_EVERYTHING], ['ckv_aws_288', READ_EVERYTHING], ['ckv_aws_355', EVERYTHING], ['ckv_aws_356', EVERYTHING]],
    trivy: wildcards(),
    kics: [['ba2ed23b-52d3-45ca-be25-f6c358d45abd', READ_EVERYTHING], ['022f8938-4b17-420c-aca3-f917f290f322', READ_EVERYTHING]],
    'cfn-nag': [['w11', EVERYTHING], ['w12', EVERYTHING], ['w13', EVERYTHING]],
    'cfn-guard': [['iam_policydocument_no_wildcard_resource', EVERYTHING]],
    'cdk-nag': [['awssolutions-iam5', WILDCARD]],
    semgrep: [['no-iam-data-exfiltration', READ_EVERYTHING]],
  },
  'no-broad-managed-policy': {
    checkov: [['ckv_aws_274', ADMINISTRATOR], ['ckv_aws_275', ADMINISTRATOR], ['ckv2_aws_56', FULL_IAM]],
    'cfn-nag': [['w43', ADMINISTRATOR], ['w44', FULL_IAM]],
    'cfn-guard': [['iam_role_administrator_access_policy_rule', ADMINISTRATOR], ['iam_role_elevated_managed_policy_rule', FULL_IAM]],
    'cdk-nag': ['awssolutions-iam4'],
  },
}

/** Trivy takes its own numbers with and without the prefix of the vulnerability database that they once were in. */
function numbered(id: string): readonly string[] {
  return [id, `avd-${id}`]
}

function named(name: string, ...prefixes: readonly string[]): readonly string[] {
  return [name, ...prefixes.map(prefix => `${prefix}${name}`)]
}

function wildcards(): readonly Equivalent[] {
  const checks = [
    ...numbered('aws-0057'),
    ...numbered('aws-0114'),
    ...numbered('aws-0120'),
    ...named('no-policy-wildcards', 'aws-iam-'),
    ...named('no-function-policy-wildcards', 'aws-sam-'),
    ...named('no-state-machine-policy-wildcards', 'aws-sam-'),
    'aws099',
  ]
  return checks.map(check => [check, WILDCARD] as const)
}
