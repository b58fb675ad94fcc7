const ALREADY = [
  /^arn:aws[\w-]*:/,
  /\{\{resolve:(?:secretsmanager|ssm|ssm-secure):/,
  /^(?:ssm|secretsmanager|aws-secretsmanager|aws_secretsmanager|awssm|vault|op|sm|gcpsm|projects|azurekeyvault|keyvault|akv|secret|doppler|bws|keyring|file|env):\/{0,2}[\w{/]/i,
  /^:?SecretString:[\w-]*(?::[\w-]*){0,2}\}\}/,
  /^(?:[\w-]*:)?AWS(?:CURRENT|PENDING|PREVIOUS)(?::[\w-]*)?(?:\}\}|$)/,
  /^@Microsoft\.KeyVault\(/i,
  /^\/run\/secrets\//,
  /^\$\{ssm[:(]/,
  /^\/aws\/reference\/secretsmanager\//,
  /^(?:vault|secret|kv)\/[\w./-]+(?:#\w+)?$/,
]

/** Whether a value says where the secret is kept: an ARN, a dynamic reference, a vault's path. */
export function isAlreadyFixed(value: string): boolean {
  return ALREADY.some(pattern => pattern.test(value))
}

/** Values that AWS's documentation uses everywhere, what it marks as an example within, and the scope of a signature; never a finding. */
export function isDocumentation(value: string): boolean {
  return /EXAMPLE|XMPL|TODAYINASIAASACKOFRICEFELLOVER$|^AKIA\w{4,20}(?:%2F|\/)\d{8}/.test(value) || /^(?:123456789012|111122223333|444455556666)$/.test(value)
}
