import { createHash, scryptSync } from 'node:crypto'
import type { Secret } from '../core/secret.ts'

/** Stands where a repository has no baseline with a salt of its own. */
const CONSTANT_SALT = 'unhardcode/1'

/**
 * Cost of scrypt. A guess at a weak password costs some 3 ms of a processor and 1 MB; a report of a thousand findings three seconds.
 */
const COST = { N: 1024, r: 8, p: 1 } as const

const known = new Map<string, string>()

/** Of a rule and a value, and of nothing that moves: no line, no path, no date. 32 hex digits. */
export function fingerprintSecret(ruleId: string, secret: Secret, salt = CONSTANT_SALT): string {
  const input = `${ruleId}\0${secret.reveal()}`
  const key = createHash('sha256').update(`${salt}\0${input}`).digest('base64')
  const fingerprint = known.get(key) ?? scryptSync(input, salt, 16, COST).toString('hex')
  known.set(key, fingerprint)
  return fingerprint
}

/** Of a finding that holds no secret: the rule and what it says. 32 hex digits. */
export function fingerprintMessage(ruleId: string, message: string): string {
  return createHash('sha256').update(`${ruleId}\0${message}`).digest('hex').slice(0, 32)
}
