import { randomUUID } from 'node:crypto'
import type { SecretRef } from '../core/fix.ts'
import { asObject, objectIn } from '../core/json.ts'
import type { KnownSecret } from '../core/rule.ts'
import type { Secret } from '../core/secret.ts'
import { fingerprintSecret } from './fingerprint.ts'

/** Stands at the root of a project and is committed with it: which secrets exist, without their values. */
export const RECORD_FILE = 'unhardcode.migrations.json'

/** What of a fingerprint says which values it compares. */
const SUBJECT = 'migration'

export interface MigrationRecord {
  /** The salt of the fingerprints, which makes them worth nothing for another project. */
  readonly id: string
  readonly secrets: readonly RecordedSecret[]
}

/** A value in a secret. */
export interface RecordedSecret extends SecretRef {
  readonly account?: string
  /** Of the value, by the record's salt: 32 hex digits. */
  readonly fingerprint: string
}

/** A record of nothing. */
export function newRecord(): MigrationRecord {
  return { id: randomUUID(), secrets: [] }
}

/** The record with what a secret holds now, each value with its key. */
export function recordSecret({ id, secrets }: MigrationRecord, where: Omit<RecordedSecret, 'key' | 'fingerprint'>, values: readonly (readonly [key: string | undefined, value: Secret])[]): MigrationRecord {
  const added = values.map(([key, value]): RecordedSecret => ({ ...where, ...(key !== undefined && { key }), fingerprint: fingerprintSecret(SUBJECT, value, id) }))
  const byPlace = new Map([...secrets, ...added].map(secret => [placeOf(secret), secret]))
  return { id, secrets: [...byPlace].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, secret]) => secret) }
}

function placeOf({ id, key, account, region }: RecordedSecret): string {
  return JSON.stringify([id, key, account, region])
}

/** The text of a record: one value a line, so that two branches merge. */
export function formatRecord({ id, secrets }: MigrationRecord): string {
  const lines = secrets.map(({ id: name, key, region, account, fingerprint }) => `    ${JSON.stringify({ name, key, region, account, fingerprint })}`)
  return `{\n  "version": 1,\n  "id": ${JSON.stringify(id)},\n  "secrets": [\n${lines.join(',\n')}\n  ]\n}\n`
}

/** Reads a record; undefined where it is none. */
export function readRecord(text: string): MigrationRecord | undefined {
  const { version, id, secrets } = objectIn(text)
  if (version !== 1 || typeof id !== 'string' || !Array.isArray(secrets)) return undefined
  const read = secrets.map(readSecret)
  return read.every(secret => secret !== undefined) ? { id, secrets: read } : undefined
}

function readSecret(value: unknown): RecordedSecret | undefined {
  const { name, key, region, account, fingerprint } = asObject(value)
  if (typeof name !== 'string' || typeof fingerprint !== 'string') return undefined
  return { id: name, fingerprint, ...(typeof key === 'string' && { key }), ...(typeof region === 'string' && { region }), ...(typeof account === 'string' && { account }) }
}

/** What a record says for lookups. */
export function knownIn({ id, secrets }: MigrationRecord): readonly KnownSecret[] {
  return secrets.map(({ fingerprint, ...ref }) => ({ ref, holds: value => fingerprintSecret(SUBJECT, value, id) === fingerprint }))
}
