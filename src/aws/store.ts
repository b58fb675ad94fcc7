import type { Secret } from '../core/secret.ts'

/** AWS Secrets Manager as a migration needs it. Each call ends within a time limit and throws StoreError only. */
export interface SecretStore {
  /** Whose secrets these are. */
  identity(): Promise<Identity>
  /** The current value; undefined where there is no secret of this name, or one without a value. */
  read(id: string): Promise<Stored | undefined>
  /** Makes a secret, never a version of one that exists. Asked twice with one token it makes one. */
  create(secret: NewSecret): Promise<void>
  close(): void
}

export interface Identity {
  readonly region: string
  /** Twelve digits; absent where AWS did not say. */
  readonly account?: string
  /** Where it is not AWS itself. */
  readonly endpoint?: string
}

export interface Stored {
  readonly arn: string
  /** Absent where the secret holds bytes and no text. */
  readonly value?: Secret
}

export interface NewSecret {
  readonly id: string
  readonly value: Secret
  /** 32 to 64 characters; becomes the id of the version. */
  readonly token: string
  readonly description: string
  readonly tags: Readonly<Record<string, string>>
  /** Id, ARN or alias; absent: the account's own key for Secrets Manager. */
  readonly kmsKey?: string
}

/**
 * `setup`: no credentials, no region, no SDK · `denied` · `exists` · `deleting`: scheduled for deletion · `refused`: AWS will not have it so · `encryption`: of its key ·
 * `throttled`, `unreachable`, `timeout`, `garbled`: what was asked may have been done or not.
 */
export type StoreFailure = 'setup' | 'denied' | 'exists' | 'deleting' | 'refused' | 'encryption' | 'throttled' | 'unreachable' | 'timeout' | 'garbled'

/** Why Secrets Manager did not do what it was asked. The message is a sentence of ours: a reply may hold anything. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly failure: StoreFailure

  constructor(failure: StoreFailure, message: string) {
    super(message)
    this.failure = failure
  }
}
