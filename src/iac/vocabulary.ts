/** A type of Terraform's AWS provider in CloudFormation's words. */
export interface Word {
  readonly type: string
  /** Properties whose Terraform name is another than CloudFormation's in lower case with underscores; `[]` marks a block that may be repeated. */
  readonly names?: Readonly<Record<string, string>>
}

const policy = { PolicyDocument: 'policy' }

/** By Terraform's type. Types that are not here keep their own name. Two have none in CloudFormation: a secret's version and a policy document. */
export const VOCABULARY: Readonly<Record<string, Word>> = {
  aws_secretsmanager_secret: { type: 'AWS::SecretsManager::Secret', names: { ReplicaRegions: 'replica[]' } },
  aws_secretsmanager_secret_version: { type: 'AWS::SecretsManager::SecretVersion' },
  aws_secretsmanager_secret_rotation: { type: 'AWS::SecretsManager::RotationSchedule', names: { RotateImmediatelyOnUpdate: 'rotate_immediately' } },
  aws_secretsmanager_secret_policy: { type: 'AWS::SecretsManager::ResourcePolicy', names: { SecretId: 'secret_arn', ResourcePolicy: 'policy' } },
  aws_iam_policy: { type: 'AWS::IAM::ManagedPolicy', names: policy },
  aws_iam_role: { type: 'AWS::IAM::Role', names: { ...policy, Policies: 'inline_policy[]', AssumeRolePolicyDocument: 'assume_role_policy' } },
  aws_iam_role_policy: { type: 'AWS::IAM::RolePolicy', names: { ...policy, RoleName: 'role' } },
  aws_iam_user_policy: { type: 'AWS::IAM::UserPolicy', names: { ...policy, UserName: 'user' } },
  aws_iam_group_policy: { type: 'AWS::IAM::GroupPolicy', names: { ...policy, GroupName: 'group' } },
  aws_iam_role_policy_attachment: { type: 'AWS::IAM::RolePolicyAttachment', names: { ManagedPolicyArns: 'policy_arn', RoleName: 'role' } },
  aws_iam_user: { type: 'AWS::IAM::User' },
  aws_iam_group: { type: 'AWS::IAM::Group' },
  aws_ssm_parameter: { type: 'AWS::SSM::Parameter' },
  aws_organizations_policy: { type: 'AWS::Organizations::Policy' },
  aws_ssoadmin_permission_set_inline_policy: { type: 'AWS::SSO::PermissionSet' },
  aws_vpc_endpoint: { type: 'AWS::EC2::VPCEndpoint', names: policy },
  aws_lambda_function: { type: 'AWS::Lambda::Function' },
  aws_lambda_permission: { type: 'AWS::Lambda::Permission' },
  aws_db_instance: { type: 'AWS::RDS::DBInstance', names: { MasterUserPassword: 'password', MasterUsername: 'username' } },
  aws_db_proxy: { type: 'AWS::RDS::DBProxy', names: { Auth: 'auth[]' } },
  aws_rds_cluster: { type: 'AWS::RDS::DBCluster', names: { MasterUserPassword: 'master_password' } },
  aws_docdb_cluster: { type: 'AWS::DocDB::DBCluster', names: { MasterUserPassword: 'master_password' } },
  aws_redshift_cluster: { type: 'AWS::Redshift::Cluster', names: { MasterUserPassword: 'master_password' } },
  aws_redshiftserverless_namespace: { type: 'AWS::RedshiftServerless::Namespace' },
  aws_dms_endpoint: { type: 'AWS::DMS::Endpoint' },
  aws_ecs_task_definition: { type: 'AWS::ECS::TaskDefinition' },
  aws_cloudtrail: { type: 'AWS::CloudTrail::Trail', names: { IsLogging: 'enable_logging', EventSelectors: 'event_selector[]' } },
  aws_cloudwatch_event_rule: { type: 'AWS::Events::Rule' },
  aws_cloudwatch_log_metric_filter: { type: 'AWS::Logs::MetricFilter', names: { FilterPattern: 'pattern' } },
  aws_cloudwatch_metric_alarm: { type: 'AWS::CloudWatch::Alarm' },
  aws_kms_key: { type: 'AWS::KMS::Key', names: { KeyPolicy: 'policy' } },
  awscc_iam_managed_policy: { type: 'AWS::IAM::ManagedPolicy' },
  awscc_iam_role: { type: 'AWS::IAM::Role' },
  awscc_iam_role_policy: { type: 'AWS::IAM::RolePolicy' },
  awscc_iam_user_policy: { type: 'AWS::IAM::UserPolicy' },
  awscc_iam_group_policy: { type: 'AWS::IAM::GroupPolicy' },
  awscc_sso_permission_set: { type: 'AWS::SSO::PermissionSet' },
  awscc_secretsmanager_secret: { type: 'AWS::SecretsManager::Secret' },
  awscc_secretsmanager_rotation_schedule: { type: 'AWS::SecretsManager::RotationSchedule' },
  awscc_secretsmanager_resource_policy: { type: 'AWS::SecretsManager::ResourcePolicy' },
  module: { type: 'AWS::CloudFormation::Stack' },
  'data.aws_iam_policy_document': { type: 'AWS::IAM::PolicyDocument' },
}

/** Terraform's type for one of CloudFormation's. */
export function terraformType(type: string): string | undefined {
  return Object.keys(VOCABULARY).find(name => VOCABULARY[name]?.type === type)
}

/** CloudFormation's name of a property as Terraform has it: `RotationLambdaARN` is `rotation_lambda_arn`. */
export function terraformName(type: string, property: string): string {
  return VOCABULARY[type]?.names?.[property] ?? snakeCase(property)
}

/** `RotationLambdaARN` as `rotation_lambda_arn`. */
export function snakeCase(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1_$2').replace(/([A-Z])([A-Z][a-z])/g, '$1_$2').toLowerCase()
}
