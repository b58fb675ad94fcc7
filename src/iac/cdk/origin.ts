import { type Program, qualified } from '../../core/program.ts'

/** Something of the CDK, by where it comes from: `Secret.fromSecretNameV2` of `secretsmanager`; `core` for what belongs to no service. */
export interface Origin {
  /** The module's name without dashes: `secretsmanager`, `lambdanodejs`. */
  readonly service: string
  /** In TypeScript's spelling, whatever the language. */
  readonly name: string
}

/** Packages of the CDK, in its versions and languages. */
const PACKAGES = new Set(['aws-cdk-lib', 'aws_cdk', 'monocdk', '@aws-cdk'])

/** Where a dotted name of a program comes from, if from the CDK. */
export function originOf(program: Program, name: string): Origin | undefined {
  const [head = '', ...parts] = (qualified(program, name) ?? '').split(/[/.]/)
  if (!PACKAGES.has(head)) return undefined
  const service = /^aws[-_](.+)$/.exec(parts[0] ?? '')?.[1]
  const rest = service !== undefined || parts[0] === 'core' ? parts.slice(1) : parts
  // A module may be imported by its file: `aws-cdk-lib/aws-rds/lib/instance`.
  const own = rest[0] === 'lib' ? rest.slice(2) : rest
  return { service: service?.replace(/[-_]/g, '').replace(/alpha$/, '') ?? 'core', name: own.map(camelCase).join('.') }
}

/** The last name of what is called, in TypeScript's spelling: `addRotationSchedule` of `secret.add_rotation_schedule`. */
export function methodOf(callee: string): string {
  return camelCase(callee.slice(callee.lastIndexOf('.') + 1))
}

/** `from_secret_name_v2` as `fromSecretNameV2`; names in capitals stay. */
export function camelCase(name: string): string {
  return /^[a-z][a-z\d]*_/.test(name) ? name.replace(/_+([a-z\d])/g, (_, letter: string) => letter.toUpperCase()) : name
}

/** `kmsKeyId` and `kms_key_id` as `KmsKeyId`, which is CloudFormation's name but for the case of some abbreviations. */
export function pascalCase(name: string): string {
  return /^[a-z]\w*$/.test(name) ? camelCase(name).replace(/^[a-z]/, letter => letter.toUpperCase()) : name
}
