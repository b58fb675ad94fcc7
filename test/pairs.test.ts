import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { detect } from '../dist/src/detection/detect.js'
import { expandShapes } from '../dist/src/detection/shape.js'
import { joinAcross } from '../dist/src/detection/across.js'
import { openDocument } from '../dist/src/formats/index.js'
import { scan } from '../dist/src/engine/scan.js'
import { worktree } from '../dist/src/sources/worktree.js'
import { activeRule, PROJECT, scanFiles } from './support.ts'

const ID = expandShapes('AKIA{base32:16}')
const OTHER_ID = expandShapes('AKIA{base32:16#other}')
const KEY = expandShapes('{base62:38}/+')
const OTHER_KEY = expandShapes('{base62:38#other}+/')
const SID = expandShapes('AC{hex-lower:32}')
const TOKEN = expandShapes('{hex-lower:32#token}')
const CLIENT = expandShapes('{hex-lower:20}')
const SECRET = expandShapes('{base62:40#secret}')
const PASSWORD = expandShapes('{base62:16}')

/** Each secret of a text as `detector confidence: key=value …`, its group by place; the secret itself is `*`. */
function groups(path: string, text: string): readonly string[] {
  return detect(openDocument(path, text)).filter(({ role, group, range }) => role === 'secret' && !group?.members.some(member => member.kind === 'half' && member.range[0] === range[0])).map(({ detector, confidence, group, range }) => {
    const members = group?.members.map(member => (member.range[0] === range[0] ? `${member.key}=*` : `${member.key}=${text.slice(...member.range)}`))
    return `${detector} ${confidence}${members ? `: ${members.join(' ')}` : ''}`
  })
}

describe('an identifier and its secret', () => {
  const pair = `aws-secret-access-key high: accessKeyId=${ID} secretAccessKey=*`
  test.each<[string, string, string]>([
    ['names of AWS', 'credentials', `[default]\naws_access_key_id = ${ID}\naws_secret_access_key = ${KEY}\n`],
    ['a variable between them', '.env', `AWS_ACCESS_KEY_ID=${ID}\nAWS_REGION=eu-west-1\nAWS_SECRET_ACCESS_KEY=${KEY}\n`],
    ['positional arguments', 'a.ts', `const c = new Credentials("${ID}", "${KEY}")\n`],
    ['positional arguments over lines', 'a.go', `c := credentials.NewStaticCredentials(\n\t"${ID}",\n\t"${KEY}",\n\t"",\n)\n`],
    ['names that say nothing', 'a.js', `const a = { k: '${ID}', s: '${KEY}' }\n`],
    ['a vague name', 'a.ini', `[s3]\nid = ${ID}\nsecret = ${KEY}\n`],
    ['a user and a password', 'settings.xml', `<server>\n  <username>${ID}</username>\n  <password>${KEY}</password>\n</server>\n`],
    ['the file that the console gives', 'rootkey.csv', `Access key ID,Secret access key\n${ID},${KEY}\n`],
    ['lines of a note', 'notes.txt', `${ID}\n${KEY}\n`],
    ['a list', 'a.py', `KEYS = ['${ID}', '${KEY}']\n`],
  ])('%s', (_, path, text) => {
    expect(groups(path, text)).toEqual([pair])
  })

  test('the secret may stand first', () => {
    expect(groups('a.yaml', `secret: ${KEY}\nid: ${ID}\n`)).toEqual([`aws-secret-access-key high: secretAccessKey=* accessKeyId=${ID}`])
  })

  test('each with its own, wherever the next one begins', () => {
    const expected = [`aws-secret-access-key high: accessKeyId=${ID} secretAccessKey=*`, `aws-secret-access-key high: accessKeyId=${OTHER_ID} secretAccessKey=*`]
    expect(groups('a.ts', `const all = [{ id: '${ID}', key: '${KEY}' }, { id: '${OTHER_ID}', key: '${OTHER_KEY}' }]\n`)).toEqual(expected)
    expect(groups('credentials', `[a]\naws_access_key_id=${ID}\naws_secret_access_key=${KEY}\n[b]\naws_access_key_id=${OTHER_ID}\naws_secret_access_key=${OTHER_KEY}\n`)).toEqual(expected)
    expect(groups('a.csv', `user,id,key\na,${ID},${KEY}\nb,${OTHER_ID},${OTHER_KEY}\n`)).toEqual(expected)
  })

  test.each<[string, string, string]>([
    ['another object', 'a.ts', `const a = { id: '${ID}' }\n\nconst b = { x: '${KEY}' }\n`],
    ['another section', 'a.ini', `[a]\nid = ${ID}\n[b]\nvalue = ${KEY}\n`],
    ['too far', 'a.txt', `${ID}\n\n\n\n\n${KEY}\n`],
    ['a digest', 'a.ts', `const a = { id: '${ID}', commit: '${expandShapes('{hex-lower:40}')}' }\n`],
    ['the name of a digest', 'a.json', `{ "id": "${ID}", "checksum": "${KEY}" }\n`],
    ['a path', 'a.txt', `${ID}\n/home/builds/projects/shop/releases/2024a1\n`],
    ['longer than a key', 'a.txt', `${ID}\n${KEY}ab\n`],
  ])('not %s', (_, path, text) => {
    expect(groups(path, text).filter(one => one.includes('accessKeyId'))).toEqual([])
  })

  test('a session token goes with both', () => {
    const session = expandShapes('IQoJb3JpZ2lu{base64:300}')
    const text = `AWS_ACCESS_KEY_ID=${ID}\nAWS_SECRET_ACCESS_KEY=${KEY}\nAWS_SESSION_TOKEN=${session}\n`
    expect(groups('.env', text)).toEqual([`aws-secret-access-key high: accessKeyId=${ID} secretAccessKey=* sessionToken=${session}`])
  })

  test('of other providers, as their detectors say', () => {
    expect(groups('a.js', `const client = require('twilio')('${SID}', '${TOKEN}')\n`)).toEqual([`twilio-auth-token high: accountSid=${SID} authToken=*`])
    expect(groups('.env', `SID=${SID}\nTOKEN=${TOKEN}\n`)).toEqual([`twilio-auth-token high: accountSid=${SID} authToken=*`])
  })
})

describe('what stands beside a secret under names that belong together', () => {
  test.each<[string, string, string]>([
    ['db.ts', `new Client({ host: 'db.internal', user: 'shop', password: '${PASSWORD}', database: 'orders' })`, 'host=db.internal username=shop password=* dbname=orders'],
    ['db.yaml', `db:\n  host: db.internal\n  port: 5432\n  username: shop\n  password: ${PASSWORD}\n`, 'host=db.internal port=5432 username=shop password=*'],
    ['.env', `DB_HOST=db.internal\nDB_NAME=orders\nDB_USER=shop\nDB_PASSWORD=${PASSWORD}\nSMTP_USER=mailer\n`, 'host=db.internal dbname=orders username=shop password=*'],
    ['application.properties', `spring.datasource.username=shop\nspring.datasource.password=${PASSWORD}\n`, 'username=shop password=*'],
    ['compose.yaml', `services:\n  db:\n    environment:\n      POSTGRES_USER: shop\n      POSTGRES_PASSWORD: ${PASSWORD}\n      POSTGRES_DB: orders\n`, 'username=shop password=* dbname=orders'],
    ['pod.yaml', `env:\n  - name: DB_USER\n    value: shop\n  - name: DB_PASSWORD\n    value: ${PASSWORD}\n`, 'username=shop password=*'],
    ['main.tf', `resource "aws_db_instance" "shop" {\n  username = "shop"\n  password = "${PASSWORD}"\n}\n`, 'username=shop password=*'],
    ['a.py', `connect(user='shop', password='${PASSWORD}')\n`, 'username=shop password=*'],
    ['a.ts', `const oauth = { clientId: '${CLIENT}', clientSecret: '${SECRET}' }\n`, `clientId=${CLIENT} clientSecret=*`],
    ['a.env', `GITHUB_CLIENT_ID=${CLIENT}\nGITHUB_CLIENT_SECRET=${SECRET}\n`, `clientId=${CLIENT} clientSecret=*`],
  ])('%s: %s', (path, text, expected) => {
    expect(groups(path, text).map(one => one.slice(one.indexOf(': ') + 2))).toEqual([expected])
  })

  test.each<[string, string, string]>([
    ['another prefix', '.env', `MAIL_USER=shop\nDB_PASSWORD=${PASSWORD}\n`],
    ['another object', 'a.ts', `const a = { user: 'shop' }\nconst b = { password: '${PASSWORD}' }\n`],
    ['another item', 'a.yaml', `all:\n  - user: shop\n  - password: ${PASSWORD}\n`],
    ['no literal', 'a.py', `connect(user=f'{name}', password='${PASSWORD}')\n`],
  ])('not of %s', (_, path, text) => {
    expect(groups(path, text).map(one => one.split(' ').slice(2))).toEqual([[]])
  })

  test('a user belongs to one password', () => {
    expect(groups('a.yaml', `all:\n  - user: ann\n    password: ${PASSWORD}\n  - password: ${SECRET}\n`)).toEqual(['generic-password high: username=ann password=*', 'generic-password high'])
  })

  test('two secrets are two findings and one secret', () => {
    const text = `const shop = { apiKey: '${SECRET}', apiSecret: '${KEY}' }\n`
    const credentials = detect(openDocument('a.ts', text))
    expect(credentials).toHaveLength(2)
    expect(credentials[0]?.group).toBe(credentials[1]?.group)
    expect(credentials[0]?.group?.members.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['secret apiKey', 'secret apiSecret'])
  })
})

describe('the parts of a URL and of a connection string', () => {
  test.each<[string, string]>([
    [`postgres://shop:${PASSWORD}@db.internal:5432/orders?ssl=on`, 'username=shop password=* host=db.internal port=5432 dbname=orders'],
    [`amqp://shop:${PASSWORD}@queue.internal:5671`, 'username=shop password=* host=queue.internal port=5671'],
    [`mongodb+srv://shop:${PASSWORD}@cluster0.mongodb.net/orders`, 'username=shop password=* host=cluster0.mongodb.net dbname=orders'],
    [`mongodb://shop:${PASSWORD}@one.internal:27017,two.internal:27017/orders`, 'username=shop password=* host=one.internal port=27017 dbname=orders'],
    [`redis://:${PASSWORD}@cache.internal:6379/0`, ''],
    [`jdbc:postgresql://db.internal:5432/orders?user=shop&password=${PASSWORD}`, 'host=db.internal port=5432 dbname=orders username=shop password=*'],
    [`jdbc:sqlserver://db.internal:1433;databaseName=orders;user=shop;password=${PASSWORD}`, 'host=db.internal port=1433 dbname=orders username=shop password=*'],
    [`host=db.internal port=5432 user=shop password=${PASSWORD} dbname=orders`, 'host=db.internal port=5432 username=shop password=* dbname=orders'],
    [`Server=tcp:db.internal,1433;Database=orders;User Id=shop;Password=${PASSWORD};`, 'host=db.internal port=1433 dbname=orders username=shop password=*'],
    [`Data Source=db.internal;Initial Catalog=orders;UID=shop;PWD=${PASSWORD}`, 'host=db.internal dbname=orders username=shop password=*'],
  ])('%s', (value, expected) => {
    for (const [path, text] of [['a.ts', `const url = '${value}'\n`], ['a.yaml', `url: "${value}"\n`], ['.env', `URL="${value}"\n`]] as const) {
      const [own, ...others] = groups(path, text)
      expect(others).toEqual([])
      expect(own?.split(': ')[1] ?? '', `${path} ${own}`).toBe(expected)
    }
  })
})

describe('a finding of two halves', () => {
  const report = (files: Readonly<Record<string, string>>): readonly string[] =>
    scanFiles(files, [activeRule('no-hardcoded-secret', 'recommended')]).findings.map(({ path, start, severity, messageId, related }) =>
      `${path}:${start.line} ${severity} ${messageId}${related.map(one => ` + ${one.path ?? path}:${one.start.line}:${one.start.column} ${one.message}`).join('')}`)

  test('stands at the secret, and tells the identifier beside it', () => {
    expect(report({ '.env': `AWS_ACCESS_KEY_ID=${ID}\nAWS_SECRET_ACCESS_KEY=${KEY}\n` })).toEqual(['.env:2 error bound + .env:1:19 The AWS access key ID that belongs to it.'])
  })

  test('is not named after the argument before it', () => {
    expect(report({ 'a.ts': `new Credentials('${ID}', '${KEY}')\n` })).toEqual(['a.ts:1 error secret + a.ts:1:18 The AWS access key ID that belongs to it.'])
  })

  test('an identifier alone stays what it is', () => {
    expect(report({ '.env': `AWS_ACCESS_KEY_ID=${ID}\n`, 'a.js': `twilio('${SID}')\n` })).toEqual(['.env:1 warning identifier', 'a.js:1 information identifier'])
  })

  test('a secret of the same value is found at each place', () => {
    expect(report({ 'a.env': `DB_PASSWORD=${PASSWORD}\nADMIN_PASSWORD=${PASSWORD}\n` })).toEqual(['a.env:1 error bound', 'a.env:2 error bound'])
  })

  test('a group whose secret is silenced is silent', () => {
    const { findings, suppressed } = scanFiles({ '.env': `AWS_ACCESS_KEY_ID=${ID}\n# unhardcode-disable-next-line -- revoked\nAWS_SECRET_ACCESS_KEY=${KEY}\n` }, [activeRule('no-hardcoded-secret', 'recommended')])
    expect([findings.length, suppressed.length]).toEqual([0, 1])
  })
})

describe('across files', () => {
  function scanned(files: Readonly<Record<string, string>>): readonly string[] {
    const root = mkdtempSync(join(tmpdir(), 'unhardcode-pairs-'))
    try {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(root, path)), { recursive: true })
        writeFileSync(join(root, path), text)
      }
      const report = scan(worktree({ root, paths: [root], ignore: [] }), { active: () => [activeRule('no-hardcoded-secret', 'recommended')], project: () => PROJECT, today: '2030-01-01', directives: true })
      const values = [ID, OTHER_ID, KEY, OTHER_KEY]
      expect(report.findings.flatMap(({ excerpt }) => excerpt.lines).filter(line => values.some(value => line.includes(value)))).toEqual([])
      return report.findings.map(({ path, start, severity, detector, related }) => `${path}:${start.line} ${severity} ${detector}${related.map(one => ` + ${one.path ?? path}:${one.start.line}`).join('')}`)
    } finally {
      rmSync(root, { recursive: true })
    }
  }

  test.each<[string, Record<string, string>, string]>([
    ['files that hold nothing else', { 'config/id.txt': `${ID}\n`, 'config/secret.txt': `${KEY}\n` }, 'config/secret.txt:1 error aws-secret-access-key + config/id.txt:1'],
    ['a program and its settings', { 'app.py': `client('s3', aws_access_key_id='${ID}')\n`, '.env': `AWS_SECRET_ACCESS_KEY=${KEY}\n` }, '.env:1 error aws-secret-access-key + app.py:1'],
    ['settings of one project', { 'deploy/values.yaml': `accessKeyId: ${ID}\n`, 'config/s3.ini': `[s3]\nsecret_access_key = ${KEY}\n` }, 'config/s3.ini:2 error aws-secret-access-key + deploy/values.yaml:1'],
  ])('%s are joined', (_, files, expected) => {
    expect(scanned(files)).toEqual([expected])
  })

  test('two that fit are none', () => {
    expect(scanned({ 'c/id.txt': `${ID}\n`, 'c/one.txt': `${KEY}\n`, 'c/two.txt': `${OTHER_KEY}\n` })).toEqual(['c/id.txt:1 warning aws-access-key-id'])
    expect(scanned({ 'c/a.txt': `${ID}\n`, 'c/b.txt': `${OTHER_ID}\n`, 'c/key.txt': `${KEY}\n` })).toEqual(['c/a.txt:1 warning aws-access-key-id', 'c/b.txt:1 warning aws-access-key-id'])
  })

  test('a secret that has its own half is not taken', () => {
    expect(scanned({ 'c/id.txt': `${ID}\n`, 'c/.env': `AWS_ACCESS_KEY_ID=${OTHER_ID}\nAWS_SECRET_ACCESS_KEY=${KEY}\n` })).toEqual(['c/.env:2 error aws-secret-access-key + c/.env:1', 'c/id.txt:1 warning aws-access-key-id'])
  })

  test('what is silenced in one file leaves the other as it was', () => {
    expect(scanned({ 'c/id.txt': `${ID}\n`, 'c/.env': `# unhardcode-disable-next-line -- revoked\nAWS_SECRET_ACCESS_KEY=${KEY}\n` })).toEqual(['c/id.txt:1 warning aws-access-key-id'])
  })

  test('the order of the documents says nothing', () => {
    const documents = [openDocument('a.txt', ID), openDocument('b.txt', KEY), openDocument('c.txt', 'nothing')]
    const [one, other] = [joinAcross(documents), joinAcross(documents.toReversed())]
    expect(one).toEqual(other)
    expect(one).toHaveLength(1)
  })
})
