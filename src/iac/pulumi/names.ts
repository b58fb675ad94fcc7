import { type Entry, type Mapping, entry } from '../../core/tree.ts'
import { typeOfLevelOne } from '../cdk/kinds.ts'
import { camelCase, pascalCase } from '../cdk/origin.ts'
import { VOCABULARY, snakeCase, terraformName } from '../vocabulary.ts'

/** A class of one of Pulumi's packages for AWS. */
export interface PulumiClass {
  /** CloudFormation's, else Terraform's. */
  readonly type: string
  /** Terraform's type; undefined: the package has CloudFormation's names. */
  readonly terraform?: string
}

/** Terraform's types that are not made of Pulumi's module and class. */
const RENAMED: Readonly<Record<string, string>> = {
  'rds.Instance': 'aws_db_instance', 'rds.Proxy': 'aws_db_proxy', 'cloudtrail.Trail': 'aws_cloudtrail', 'cloudwatch.LogMetricFilter': 'aws_cloudwatch_log_metric_filter',
  'ec2.VpcEndpoint': 'aws_vpc_endpoint', 'ec2.Instance': 'aws_instance', 'ec2.LaunchTemplate': 'aws_launch_template', 'ec2.LaunchConfiguration': 'aws_launch_configuration',
  'directoryservice.Directory': 'aws_directory_service_directory', 'apigateway.Stage': 'aws_api_gateway_stage', 'sfn.StateMachine': 'aws_sfn_state_machine', 'opensearch.Domain': 'aws_opensearch_domain',
}

/** Where a name comes from: module and name, `secretsmanager.Secret` of either package. */
export interface PulumiOrigin {
  readonly native: boolean
  readonly module: string
  readonly name: string
}

/** Of a qualified name; undefined for what is of no package for AWS. */
export function originOf(qualified: string | undefined): PulumiOrigin | undefined {
  const match = /^@pulumi\/aws(-native)?[./]([a-z]\w*)(?:\/\w+)?\.(\w+)$/.exec(qualified ?? '')
  return match ? { native: match[1] !== undefined, module: match[2] ?? '', name: match[3] ?? '' } : undefined
}

/** The type of what `getPolicyDocument` makes. */
export const DOCUMENT = 'AWS::IAM::PolicyDocument'

/** The class of a resource. */
export function classOf({ native, module, name }: PulumiOrigin): PulumiClass | undefined {
  if (module === 'iam' && /^getPolicyDocument(?:Output)?$/.test(name)) return { type: DOCUMENT }
  if (!/^[A-Z]/.test(name)) return undefined
  if (native) {
    const type = typeOfLevelOne(module.toLowerCase(), `Cfn${name}`)
    return type === undefined ? undefined : { type: type.replace('::DbInstance', '::DBInstance').replace('::DbCluster', '::DBCluster') }
  }
  const terraform = RENAMED[`${module}.${name}`] ?? `aws_${module.toLowerCase()}_${snakeCase(name)}`
  return { type: VOCABULARY[terraform]?.type ?? terraform, terraform }
}

/** How a property may be called in a program, by CloudFormation's or Terraform's name: a block that may be repeated is a list with a plural. */
export function spellings(terraform: string | undefined, property: string): readonly string[] {
  if (terraform === undefined) return [property.replace(/^[A-Z]/, letter => letter.toLowerCase()), camelCase(snakeCase(property))]
  const name = camelCase(terraformName(terraform, property).replace(/\[\]$/, ''))
  return [name, name.replace(/y$/, 'ie') + 's']
}

/** The entry of a property. */
export function findEntry(node: Mapping, terraform: string | undefined, property: string): Entry | undefined {
  const found = entry(node, property) ?? spellings(terraform, property).map(name => entry(node, name)).find(own => own !== undefined)
  return found ?? (terraform === undefined ? node.entries.findLast(({ key }) => pascalCase(key).toLowerCase() === property.toLowerCase()) : undefined)
}
