/**
 * A password that the service itself can keep in Secrets Manager and rotate, and the property that asks for it, with a version of Terraform's provider that has it: the AWS provider's and CloudFormation's documentation.
 */
export interface Managed {
  readonly cloudformation: { readonly type: string; readonly argument: string; readonly manage: string }
  readonly terraform: { readonly type: string; readonly argument: string; readonly manage: string; readonly since: string }
}

/** Databases and warehouses whose service keeps passwords. */
export const MANAGED: readonly Managed[] = [
  {
    cloudformation: { type: 'AWS::RDS::DBInstance', argument: 'MasterUserPassword', manage: 'ManageMasterUserPassword' },
    terraform: { type: 'aws_db_instance', argument: 'password', manage: 'manage_master_user_password', since: '4.61' },
  },
  {
    cloudformation: { type: 'AWS::RDS::DBCluster', argument: 'MasterUserPassword', manage: 'ManageMasterUserPassword' },
    terraform: { type: 'aws_rds_cluster', argument: 'master_password', manage: 'manage_master_user_password', since: '4.61' },
  },
  {
    cloudformation: { type: 'AWS::DocDB::DBCluster', argument: 'MasterUserPassword', manage: 'ManageMasterUserPassword' },
    terraform: { type: 'aws_docdb_cluster', argument: 'master_password', manage: 'manage_master_user_password', since: '5.100' },
  },
  {
    cloudformation: { type: 'AWS::Redshift::Cluster', argument: 'MasterUserPassword', manage: 'ManageMasterPassword' },
    terraform: { type: 'aws_redshift_cluster', argument: 'master_password', manage: 'manage_master_password', since: '5.100' },
  },
  {
    cloudformation: { type: 'AWS::RedshiftServerless::Namespace', argument: 'AdminUserPassword', manage: 'ManageAdminPassword' },
    terraform: { type: 'aws_redshiftserverless_namespace', argument: 'admin_user_password', manage: 'manage_admin_password', since: '5.100' },
  },
]
