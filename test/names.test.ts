import { describe, expect, it } from 'vitest'
import { readName, splitWords } from '../dist/src/detection/names.js'

describe('words of a name', () => {
  it.each([
    ['dbPassword', 'db password'],
    ['DB_PASSWORD', 'db password'],
    ['DBPassword2', 'db password 2'],
    ['spring.datasource.password', 'spring datasource password'],
    ['OAuth2Token', 'oauth 2 token'],
    ['apikey', 'api key'],
    ['authtoken', 'auth token'],
    ['dbpass', 'db pass'],
    ['jirapassword', 'jira password'],
    ['monkey', 'monkey'], ['nkey', 'n key'], ['repokey', 'repo key'], ['turkeys', 'turkeys'],
    ['keyword', 'keyword'],
    ['compass', 'compass'],
    ['tokenizer', 'tokenizer'],
  ])('%s is %s', (name, words) => {
    expect(splitWords(name).join(' ')).toBe(words)
  })
})

describe('what a name promises', () => {
  it.each([
    ['password', 'value', 'password'],
    ['PGPASSWORD', 'value', 'password'],
    ['user.pwd', 'value', 'password'],
    ['passwordConfirmation', 'value', 'password'],
    ['setPassword', 'value', 'password'],
    ['accessToken', 'value', 'token'],
    ['reset_password_token', 'value', 'token'],
    ['apiKey', 'value', 'api key'],
    ['client_secret', 'value', 'secret'],
    ['secretKey', 'value', 'secret'],
    ['AWS_SECRET_ACCESS_KEY', 'value', 'secret'],
    ['encryption_key', 'value', 'secret'],
    ['private_key', 'value', 'private key'],
    ['connectionString', 'value', 'connection string'],
    ['Authorization', 'value', 'authorization'],
    ['key', 'value', 'key'],
    ['secretName', 'name', 'secret'],
    ['passwordKey', 'name', 'password'],
    ['secretArn', 'reference', 'secret'],
    ['secretKeyRef', 'reference', 'secret'],
    ['passwordFile', 'reference', 'password'],
    ['tokenUrl', 'reference', 'token'],
    ['credentialsId', 'reference', 'credential'],
    ['aws_access_key_id', 'reference', 'secret'],
    ['passwordField', 'field', 'password'],
    ['passwordPlaceholder', 'field', 'password'],
    ['passwordPolicy', 'policy', 'password'],
    ['tokenExpiry', 'policy', 'token'],
    ['max_tokens', 'policy', 'token'],
    ['forgotPassword', 'policy', 'password'],
    ['passwordHash', 'digest', 'password'],
    ['hashed_password', 'digest', 'password'],
    ['encryptedKey', 'digest', 'key'],
    ['publicKey', 'public', 'key'],
    ['cacheKey', 'public', 'key'],
    ['monkey', 'none', undefined], ['nkey', 'value', 'key'], ['hotkey', 'public', 'key'],
    ['keyword', 'none', undefined],
    ['keyboard', 'none', undefined],
    ['tokenizer', 'none', undefined],
    ['author', 'none', undefined],
    ['passenger', 'none', undefined],
    ['bypass', 'none', undefined],
    ['secretary', 'none', undefined],
    ['rapid', 'none', undefined],
    ['etag', 'none', undefined],
  ])('%s: %s of %s', (name, role, subject) => {
    expect(readName(name)).toMatchObject({ role, subject })
  })
})
