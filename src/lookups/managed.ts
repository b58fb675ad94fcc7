/** A password that the service itself can keep in Secrets Manager and rotate, and the property that asks for it: the AWS provider's and CloudFormation's documentation. */
interface Managed {
  readonly cloudformation: { readonly type: string; readonly password: string; readonly manage: string }
  readonly terraform: { readonly type: string; readonly password: string; readonly manage: string }
}

export const MANAGED: readonly Managed[] = [
  {
    cloudformation: { type: 'AWS::RDS::DBInstance', password: 'MasterUserPassword', manage: 'ManageMasterUserPassword' },
    terraform: { type: 'aws_db_instance', password: 'password', manage: 'manage_master_user_password' },
  },
  {
    cloudformation: { type: 'AWS::RDS::DBCluster', password: 'MasterUserPassword', manage: 'ManageMasterUserPassword' },
    terraform: { type: 'aws_rds_cluster', password: 'master_password', manage: 'manage_master_user_password' },
  },
  {
    cloudformation: { type: 'AWS::DocDB::DBCluster', password: 'MasterUserPassword', manage: 'ManageMasterUserPassword' },
    terraform: { type: 'aws_docdb_cluster', password: 'master_password', manage: 'manage_master_user_password' },
  },
  {
    cloudformation: { type: 'AWS::Redshift::Cluster', password: 'MasterUserPassword', manage: 'ManageMasterPassword' },
    terraform: { type: 'aws_redshift_cluster', password: 'master_password', manage: 'manage_master_password' },
  },
  {
    cloudformation: { type: 'AWS::RedshiftServerless::Namespace', password: 'AdminUserPassword', manage: 'ManageAdminPassword' },
    terraform: { type: 'aws_redshiftserverless_namespace', password: 'admin_user_password', manage: 'manage_admin_password' },
  },
]
