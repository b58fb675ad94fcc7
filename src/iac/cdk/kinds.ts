/** A construct in CloudFormation's words. */
export interface Kind {
  readonly type: string
  /** Properties whose name is another than CloudFormation's with a small first letter; with dots where CloudFormation nests them. */
  readonly names?: Readonly<Record<string, string>>
}

const policy: Kind['names'] = { document: 'PolicyDocument' }
const principal: Kind['names'] = { managedPolicies: 'ManagedPolicyArns' }
const program: Kind = { type: 'AWS::Lambda::Function', names: { environment: 'Environment.Variables' } }
const cluster: Kind = { type: 'AWS::RDS::DBCluster' }
const instance: Kind = { type: 'AWS::RDS::DBInstance' }
const databaseSecret: Kind = { type: 'AWS::SecretsManager::Secret', names: { secretName: 'Name', encryptionKey: 'KmsKeyId' } }
const build: Kind = { type: 'AWS::CodeBuild::Project', names: { environmentVariables: 'Environment.EnvironmentVariables' } }

/** A schedule, whether a construct or a method makes it. */
export const SCHEDULE: Kind & Required<Pick<Kind, 'names'>> = { type: 'AWS::SecretsManager::RotationSchedule', names: { secret: 'SecretId', rotationLambda: 'RotationLambdaARN', hostedRotation: 'HostedRotationLambda' } }

const task: Kind = { type: 'AWS::ECS::TaskDefinition' }

/** The constructs of the second level that matter, by module and class. */
export const KINDS: Readonly<Record<string, Kind>> = {
  'secretsmanager.Secret': {
    type: 'AWS::SecretsManager::Secret',
    names: { secretName: 'Name', encryptionKey: 'KmsKeyId', secretStringValue: 'SecretString', secretObjectValue: 'SecretString', secretStringBeta1: 'SecretString' },
  },
  'secretsmanager.RotationSchedule': SCHEDULE,
  'secretsmanager.SecretRotation': SCHEDULE,
  'secretsmanager.SecretTargetAttachment': { type: 'AWS::SecretsManager::SecretTargetAttachment', names: { secret: 'SecretId', target: 'TargetId' } },
  'secretsmanager.AttachedSecret': { type: 'AWS::SecretsManager::SecretTargetAttachment', names: { secret: 'SecretId', target: 'TargetId' } },
  'secretsmanager.ResourcePolicy': { type: 'AWS::SecretsManager::ResourcePolicy', names: { secret: 'SecretId' } },
  'iam.Role': { type: 'AWS::IAM::Role', names: principal },
  'iam.User': { type: 'AWS::IAM::User', names: principal },
  'iam.Group': { type: 'AWS::IAM::Group', names: principal },
  'iam.Policy': { type: 'AWS::IAM::Policy', names: policy },
  'iam.ManagedPolicy': { type: 'AWS::IAM::ManagedPolicy', names: policy },
  'lambda.Function': program,
  'lambda.SingletonFunction': program,
  'lambda.DockerImageFunction': program,
  'lambdanodejs.NodejsFunction': program,
  'lambdapython.PythonFunction': program,
  'lambdago.GoFunction': program,
  'rds.DatabaseInstance': instance,
  'rds.DatabaseInstanceFromSnapshot': instance,
  'rds.DatabaseCluster': cluster,
  'rds.DatabaseClusterFromSnapshot': cluster,
  'rds.ServerlessCluster': cluster,
  'rds.ServerlessClusterFromSnapshot': cluster,
  'rds.DatabaseSecret': databaseSecret,
  'docdb.DatabaseCluster': { type: 'AWS::DocDB::DBCluster' },
  'docdb.DatabaseSecret': databaseSecret,
  'redshift.Cluster': { type: 'AWS::Redshift::Cluster' },
  'redshift.DatabaseSecret': databaseSecret,
  'kms.Key': { type: 'AWS::KMS::Key', names: { policy: 'KeyPolicy' } },
  'kms.Alias': { type: 'AWS::KMS::Alias', names: { targetKey: 'TargetKeyId' } },
  'ssm.StringParameter': { type: 'AWS::SSM::Parameter', names: { stringValue: 'Value', parameterName: 'Name' } },
  'codebuild.Project': build,
  'codebuild.PipelineProject': build,
  'ecs.ContainerDefinition': task,
  'ecspatterns.ApplicationLoadBalancedFargateService': task,
  'ecspatterns.ApplicationLoadBalancedEc2Service': task,
  'ecspatterns.NetworkLoadBalancedFargateService': task,
  'ecspatterns.NetworkLoadBalancedEc2Service': task,
  'ecspatterns.ApplicationMultipleTargetGroupsFargateService': task,
  'ecspatterns.QueueProcessingFargateService': task,
  'ecspatterns.ScheduledFargateTask': task,
  'cloudtrail.Trail': { type: 'AWS::CloudTrail::Trail' },
  'events.Rule': { type: 'AWS::Events::Rule' },
  'cloudwatch.Alarm': { type: 'AWS::CloudWatch::Alarm' },
  'logs.MetricFilter': { type: 'AWS::Logs::MetricFilter' },
}

/** Services as CloudFormation spells them, whose constructs of the first level are read. The module of the CDK is called the same in small letters. */
const SERVICES = [
  'AmazonMQ', 'Amplify', 'ApiGateway', 'ApiGatewayV2', 'AppFabric', 'AppFlow', 'AppRunner', 'AppStream', 'AppSync', 'Backup', 'BackupGateway', 'Batch', 'CloudFront', 'CloudTrail', 'CloudWatch', 'CodeBuild',
  'CodePipeline', 'CodeStar', 'Cognito', 'Connect', 'DMS', 'DataSync', 'DataZone', 'DirectConnect', 'DirectoryService', 'DocDB', 'DocDBElastic', 'EC2', 'ECS', 'EKS', 'EMR', 'ElastiCache', 'ElasticBeanstalk',
  'ElasticLoadBalancingV2', 'Elasticsearch', 'Events', 'FSx', 'Glue', 'IAM', 'IoT', 'IoTWireless', 'KMS', 'KinesisFirehose', 'Lambda', 'Lightsail', 'Logs', 'MWAA', 'ManagedBlockchain', 'MediaLive', 'MemoryDB', 'MSK',
  'Neptune', 'OpenSearchService', 'Organizations', 'Pinpoint', 'QuickSight', 'RDS', 'Redshift', 'RedshiftServerless', 'S3', 'SES', 'SNS', 'SQS', 'SSM', 'SSO', 'SageMaker', 'SAM', 'SecretsManager', 'StepFunctions',
  'Synthetics', 'Timestream', 'Transfer', 'WorkSpaces',
]
const SERVICE_BY_MODULE = new Map(SERVICES.map(service => [service.toLowerCase(), service]))

/** CloudFormation's type of a construct of the first level: `CfnSecret` of `secretsmanager`. */
export function typeOfLevelOne(service: string, name: string): string | undefined {
  const own = SERVICE_BY_MODULE.get(service)
  return own === undefined || !/^Cfn[A-Z]\w*$/.test(name) ? undefined : `AWS::${own === 'SAM' ? 'Serverless' : own}::${name.slice('Cfn'.length)}`
}
