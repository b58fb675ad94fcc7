import { StoreError, type StoreFailure } from './store.ts'

/** Errors of the service and of the SDK: https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html */
const FAILURES: Readonly<Record<string, StoreFailure>> = {
  CredentialsProviderError: 'setup',
  TokenProviderError: 'setup',
  ExpiredTokenException: 'setup',
  ExpiredToken: 'setup',
  UnrecognizedClientException: 'setup',
  InvalidClientTokenId: 'setup',
  InvalidSignatureException: 'setup',
  SignatureDoesNotMatch: 'setup',
  IncompleteSignature: 'setup',
  MissingAuthenticationToken: 'setup',
  AccessDenied: 'denied',
  AccessDeniedException: 'denied',
  NotAuthorized: 'denied',
  OptInRequired: 'denied',
  ResourceExistsException: 'exists',
  InvalidRequestException: 'refused',
  InvalidParameterException: 'refused',
  LimitExceededException: 'refused',
  PreconditionNotMetException: 'refused',
  ValidationException: 'refused',
  EncryptionFailure: 'encryption',
  DecryptionFailure: 'encryption',
  ThrottlingException: 'throttled',
  Throttling: 'throttled',
  TooManyRequestsException: 'throttled',
  RequestLimitExceeded: 'throttled',
  TimeoutError: 'timeout',
  AbortError: 'timeout',
  InternalServiceError: 'unreachable',
  InternalFailure: 'unreachable',
  ServiceUnavailable: 'unreachable',
  SyntaxError: 'garbled',
}

/** What of an error of the SDK may be said: never its text. */
interface Facts {
  readonly name: string
  readonly code: string
  readonly status: number
  /** Whether it speaks of a deletion: the service tells that by the text alone. */
  readonly deletion: boolean
}

/** The error that stands for one of the SDK. @param action Of IAM: `secretsmanager:CreateSecret`. */
export function storeError(error: unknown, action: string): StoreError {
  if (error instanceof StoreError) return error
  const facts = factsOf(error)
  const failure = failureOf(facts)
  return new StoreError(failure, sentenceFor(failure, facts, action))
}

/** Whether there is no such secret, or none of its values. */
export function isMissing(error: unknown): boolean {
  return factsOf(error).name === 'ResourceNotFoundException'
}

function factsOf(error: unknown): Facts {
  const { name, code, message, $metadata } = (error ?? {}) as { name?: unknown; code?: unknown; message?: unknown; $metadata?: { httpStatusCode?: number } }
  return {
    name: plain(name),
    code: plain(code),
    status: $metadata?.httpStatusCode ?? 0,
    deletion: /marked (?:for|as) delet|scheduled for deletion|marked deleted/i.test(String(message)),
  }
}

/** A name as programs have them; a reply decides what an error is called. */
function plain(name: unknown): string {
  return typeof name === 'string' && /^[\w.-]{1,60}$/.test(name) ? name : ''
}

function failureOf({ name, code, status, deletion }: Facts): StoreFailure {
  if (deletion && name === 'InvalidRequestException') return 'deleting'
  const known = Object.hasOwn(FAILURES, name) ? FAILURES[name] : undefined
  if (known) return known
  if (/TIMEDOUT|TIMEOUT/.test(code)) return 'timeout'
  if (status === 429) return 'throttled'
  if (status === 403) return 'denied'
  if (status >= 500 || /^(?:E[A-Z]+|CERT_\w+|DEPTH_ZERO_\w+|UNABLE_TO_\w+|SELF_SIGNED_\w+)$/.test(code)) return 'unreachable'
  return status >= 400 ? 'refused' : 'garbled'
}

function sentenceFor(failure: StoreFailure, { name, code, status }: Facts, action: string): string {
  const detail = [name, code].find(word => word !== '' && word !== 'Error') ?? (status > 0 ? String(status) : '')
  const said = detail === '' ? '' : ` (${detail})`
  switch (failure) {
    case 'setup':
      return `AWS does not accept the credentials, or there are none${said}: sign in, or name a profile with \`--profile\`.`
    case 'denied':
      return `\`${action}\` is not allowed${said}.`
    case 'exists':
      return 'There is a secret of this name already.'
    case 'deleting':
      return 'The secret of this name is scheduled for deletion: restore it or wait until it is gone.'
    case 'encryption':
      return `Its KMS key cannot be used${said}: \`kms:GenerateDataKey\` and \`kms:Decrypt\` are needed on it.`
    case 'throttled':
      return `AWS asked for fewer requests, also after waiting${said}.`
    case 'unreachable':
      return `Secrets Manager could not be reached${said}.`
    case 'timeout':
      return `Secrets Manager did not answer in time${said}.`
    case 'garbled':
      return `What was answered is no answer of Secrets Manager${said}.`
    default:
      return `Secrets Manager refused \`${action}\`${said}.`
  }
}
