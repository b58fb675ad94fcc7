/** A password that the service itself can keep in Secrets Manager and rotate, and the property that asks for it: the AWS provider's and CloudFormation's documentation. */
interface Managed {
  readonly cloudformation: { readonly type: string; readonly argument: string; readonly manage: string }
  readonly terraform: { readonly type: string; readonly argument: string; readonly manage: string }
}

export const MANAGED: readonly Managed[] = [
  {
    cloudformation: { type: 'AWS::RDS::DBInstance', argument: 'MasterUserPassword', manage: 'ManageMasterUserPassword' },
    terraform: { type: 'aws_db_instance', argument: 'password', manage: 'manage_master_user_password' },
  },
  {
    cloudformation: { type: 'AWS::RDS::DBCluster', argument: 'MasterUserPassword', manage: 'ManageMasterUserPassword' },
    terraform: { type: 'aws_rds_cluster', argument: 'master_password', manage: 'manage_master_user_password' },
  },
  {
    cloudformation: { type: 'AWS::DocDB::DBCluster', argument: 'MasterUserPassword', manage: 'ManageMasterUserPassword' },
    terraform: { type: 'aws_docdb_cluster', argument: 'master_password', manage: 'manage_master_user_password' },
  },
  {
    cloudformation: { type: 'AWS::Redshift::Cluster', argument: 'MasterUserPassword', manage: 'ManageMasterPassword' },
    terraform: { type: 'aws_redshift_cluster', argument: 'master_password', manage: 'manage_master_password' },
  },
  {
    cloudformation: { type: 'AWS::RedshiftServerless::Namespace', argument: 'AdminUserPassword', manage: 'ManageAdminPassword' },
    terraform: { type: 'aws_redshiftserverless_namespace', argument: 'admin_user_password', manage: 'manage_admin_password' },
  },
]
