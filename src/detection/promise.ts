import { type Subject, readName } from './names.ts'

/** What is hardly ever the name, the address or the number of a secret instead. */
const CERTAIN: ReadonlySet<Subject> = new Set(['password', 'token', 'api key', 'private key'])

/** Words before `secret` that say that it is one, and not what Secrets Manager calls so. */
const QUALIFIED = /(?:client|app|api|shared|jwt|token|webhook|signing|oauth|consumer)[-_ ]?secret$|secret[-_ ]?(?:access[-_ ]?)?key$/i

/** Whether a name promises a secret itself: `DbPassword`, `ClientSecret`; not `SecretName`, `TokenTtl`, nor `DbSecret`, which may be an ARN. */
export function promisesSecret(name: string): boolean {
  const { role, subject, goesOn } = readName(name)
  return role === 'value' && !goesOn && subject !== undefined && (CERTAIN.has(subject) || QUALIFIED.test(name))
}
