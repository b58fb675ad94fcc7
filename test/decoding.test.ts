import { describe, expect, test } from 'vitest'
import type { Credential } from '../dist/src/core/credential.js'
import { detect } from '../dist/src/detection/detect.js'
import { decodeDigits } from '../dist/src/detection/encoded.js'
import { FORM, NAME, gateBytes, gateText } from '../dist/src/detection/gate.js'
import { expandShapes } from '../dist/src/detection/shape.js'
import { openDocument } from '../dist/src/formats/index.js'
import { languageOf } from '../dist/src/lexer/languages.js'
import { literalsOf } from '../dist/src/lexer/literals.js'
import { activeRule, scanFiles } from './support.js'
import { PASSWORD } from './world.js'

const TOKEN = expandShapes('ghp_{base62:30}{crc32}')
const KEY_ID = expandShapes('AKIA{base32:16}')

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const wide = (text: string): string => Buffer.from(text, 'utf16le').toString('base64')
const hex = (text: string): string => Buffer.from(text).toString('hex')
const each = (text: string, write: (code: number) => string): string => Array.from(text, character => write(character.charCodeAt(0))).join('')
const escapes = {
  '\\x41': (text: string) => each(text, code => `\\x${code.toString(16)}`),
  '\\u0041': (text: string) => each(text, code => `\\u${code.toString(16).padStart(4, '0')}`),
  '\\u{41}': (text: string) => each(text, code => `\\u{${code.toString(16)}}`),
  '\\101': (text: string) => each(text, code => `\\${code.toString(8).padStart(3, '0')}`),
  '%41': (text: string) => each(text, code => `%${code.toString(16)}`),
  '&#65;': (text: string) => each(text, code => `&#${code};`),
  '&#x41;': (text: string) => each(text, code => `&#x${code.toString(16)};`),
}
const codes = (text: string): string => Array.from(text, character => character.charCodeAt(0)).join(', ')

/** What the prefilter and detection say of a file. */
function look(path: string, text: string): { readonly opened: boolean; readonly found: readonly Credential[] } {
  const bytes = Buffer.from(text)
  const quoted = !languageOf(path).bare
  expect(gateText(text, quoted) & (FORM | NAME)).toBe(gateBytes(bytes, bytes.length, quoted) & (FORM | NAME))
  return { opened: (gateBytes(bytes, bytes.length, quoted) & (FORM | NAME)) !== 0, found: detect(openDocument(path, text)) }
}

/** Writings of a token, `%` being the token as it is or encoded, in files of all kinds. */
const CONTEXTS: readonly (readonly [path: string, text: string])[] = [
  ['a.js', 'const k = "%"\n'],
  ['a.py', 'k = f("%", 1)\n'],
  ['a.go', 'var k = []string{"%"}\n'],
  ['a.json', '{"k": ["%"]}\n'],
  ['a.yaml', 'k: "%"\n'],
  ['a.html', '<p class="%">x</p>\n'],
  ['a.sh', "k='%'\n"],
  ['a.txt', 'it is % as you know\n'],
  ['a.md', 'It is `%`.\n'],
  ['a.ts', '// it is % as you know\n'],
]

const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  ...escapes,
  base64,
  'base64 of more': text => base64(`the token is ${text}, and that is all`),
  'base64 for URLs': text => Buffer.from(`??? ${text} >>>`).toString('base64url'),
  'base64 of UTF-16': wide,
  hexadecimal: hex,
  'base64 of base64': text => base64(base64(text)),
  'hexadecimal of base64': text => hex(base64(text)),
  'base64 of hexadecimal': text => base64(hex(text)),
  'base64 of JSON': text => base64(JSON.stringify({ a: { b: text } })),
}

describe.each(Object.keys(ENCODINGS))('%s', encoding => {
  test.each(CONTEXTS)('of a token in %s: %s', (path, context) => {
    for (const [token, id] of [[TOKEN, 'github-personal-access-token'], [KEY_ID, 'aws-access-key-id']] as const) {
      const said = ENCODINGS[encoding]?.(token) ?? ''
      const text = context.replace('%', () => said)
      const { opened, found } = look(path, text)
      expect([opened, found.map(({ detector }) => detector)]).toEqual([true, [id]])
      expect(found[0]?.range.map(offset => offset - context.indexOf('%'))).toEqual([0, said.length])
    }
  })
})

/** A token in parts: `«` its beginning, `»` its end, `#` its codes. */
const PARTS: readonly (readonly [path: string, text: string])[] = [
  ['a.js', 'const k = "«" + "»"\n'],
  ['a.js', "const k = '«' +\n  \"»\"\n"],
  ['a.js', 'const k = "«"\n  + "»"\n'],
  ['a.js', 'const k = "«".concat("»")\n'],
  ['a.js', 'const k = ["«", "»"].join("")\n'],
  ['a.js', 'const k = `«${"»"}`\n'],
  ['a.js', 'const k = String.fromCharCode(#)\n'],
  ['a.js', 'const k = Buffer.from([#]).toString()\n'],
  ['a.js', 'const k = "«\\\n»"\n'],
  ['a.py', 'k = ("«"\n     "»")\n'],
  ['a.py', 'k = "«" "»"\n'],
  ['a.py', 'k = "".join(["«", "»"])\n'],
  ['a.py', 'k = "«" \\\n    "»"\n'],
  ['a.py', 'k = bytes([#])\n'],
  ['a.py', 'k = %\n'],
  ['a.php', "<?php $k = '«' . '»';\n"],
  ['a.php', "<?php $k = implode('', ['«', '»']);\n"],
  ['a.lua', 'k = "«" .. "»"\n'],
  ['a.vb', 'Dim k = "«" & "»"\n'],
  ['a.sh', 'k="«"\'»\'\n'],
  ['a.sh', 'k="«\\\n»"\n'],
  ['a.java', 'String k = "«" + "»";\n'],
  ['a.java', 'byte[] k = {#};\n'],
  ['a.go', 'k := "«" +\n\t"»"\n'],
  ['a.go', 'k := []byte{#}\n'],
  ['a.c', 'char *k = "«" "»";\n'],
  ['a.rb', "k = '«' + '»'\n"],
  ['a.cs', 'var k = "«" + "»";\n'],
]

describe('what is put together', () => {
  test.each(PARTS)('%s: %s', (path, parts) => {
    for (const cut of [2, 5, 12]) {
      const text = parts.replace('«', () => TOKEN.slice(0, cut)).replace('»', () => TOKEN.slice(cut)).replace('#', () => codes(TOKEN)).replace('%', () => Array.from(TOKEN, character => `chr(${character.charCodeAt(0)})`).join(' + '))
      const { opened, found } = look(path, text)
      expect([opened, found.map(({ detector }) => detector)]).toEqual([true, ['github-personal-access-token']])
      const [start, end] = found[0]?.range ?? [0, 0]
      if (parts.includes('«')) expect([text.slice(start, start + cut), text.slice(end - 10, end)]).toEqual([TOKEN.slice(0, cut), TOKEN.slice(-10)])
    }
  })

  test('the secret is what the program sees', () => {
    for (const text of [`k("x ${TOKEN.slice(0, 9)}" + "${TOKEN.slice(9)} y")\n`, `k("x ${escapes['\\x41'](TOKEN)} y")\n`]) {
      const [found] = detect(openDocument('a.js', text))
      const [plain] = detect(openDocument('a.js', `k("x ${TOKEN} y")\n`))
      expect(found?.secret.equals(plain?.secret)).toBe(true)
    }
  })

  test('of a joined literal each piece stands where it says', () => {
    for (const text of ['k = "".join(["ab", \'c\\x64\'])\n', 'k = f"a{\'b\'}c"\n', 'k = "a" "b\\n"\n']) {
      for (const { segments = [], value } of literalsOf(openDocument('a.py', text))) {
        for (const { value: [from, to], source } of segments) if (to - from === source[1] - source[0]) expect(text.slice(...source)).toBe(value.slice(from, to))
      }
    }
  })
})

const KUBERNETES = (key: string, value: string): string => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: app\ndata:\n  ${key}: ${value}\n`
const CONFIG = JSON.stringify({ auths: { 'registry.local': { auth: base64(`deploy:${PASSWORD}`) } } })
const LINES = ['-----BEGIN RSA PRIVATE KEY-----', ...Array.from({ length: 12 }, (_, line) => expandShapes(`{base64:64#${line}}`)), '-----END RSA PRIVATE KEY-----', '']

describe('what is encoded is judged as what it says', () => {
  test.each<readonly [what: string, path: string, text: string, detector: string]>([
    ['a value of a Kubernetes Secret', 's.yaml', KUBERNETES('password', base64(PASSWORD)), 'generic-password'],
    ['a file in a Kubernetes Secret', 's.yaml', KUBERNETES('.env', base64(`HOST=a\nDB_PASSWORD=${PASSWORD}\n`)), 'generic-password'],
    ['a registry in a Kubernetes Secret', 's.yaml', KUBERNETES('.dockerconfigjson', base64(CONFIG)), 'generic-password'],
    ['a registry', '.docker/config.json', CONFIG, 'generic-password'],
    ['user and password of npm', '.npmrc', `_auth=${base64(`deploy:${PASSWORD}`)}\n`, 'generic-password'],
    ['a header', 'a.js', `h = { Authorization: "Basic ${base64(`deploy:${PASSWORD}`)}" }\n`, 'basic-authorization'],
    ['a header in parts', 'a.js', `h = { Authorization: "Basic " + "${base64(`deploy:${PASSWORD}`)}" }\n`, 'basic-authorization'],
    ['a header that is made', 'a.js', `h = { Authorization: "Basic " + btoa("deploy:${PASSWORD}") }\n`, 'basic-authorization'],
    ['a decoder in JavaScript', 'a.js', `const password = atob("${base64(PASSWORD)}")\n`, 'generic-password'],
    // unhardcode-disable-next-line no-hardcoded-secret -- made of a value that is put together elsewhere
    ['a decoder in Python', 'a.py', `password = base64.b64decode(b"${base64(PASSWORD)}")\n`, 'generic-password'],
    ['hexadecimal in Python', 'a.py', `password = bytes.fromhex("${hex(PASSWORD)}").decode()\n`, 'generic-password'],
    ['a decoder in Java', 'A.java', `String password = new String(Base64.getDecoder().decode("${base64(PASSWORD)}"));\n`, 'generic-password'],
    // unhardcode-disable-next-line no-hardcoded-secret -- made of a value that is put together elsewhere
    ['a decoder in PHP', 'a.php', `<?php $password = base64_decode("${base64(PASSWORD)}");\n`, 'generic-password'],
    // unhardcode-disable-next-line no-hardcoded-secret -- made of a value that is put together elsewhere
    ['a decoder in Terraform', 'a.tf', `locals {\n  password = base64decode("${base64(PASSWORD)}")\n}\n`, 'generic-password'],
    ['a command of PowerShell', 'a.ps1', `powershell -EncodedCommand ${wide(`$password = "${PASSWORD}"; Connect-It -Password $password`)}\n`, 'generic-password'],
    ['configuration in one string', 'a.js', `run("${base64(JSON.stringify({ user: 'app', password: PASSWORD }))}")\n`, 'generic-password'],
    ['JSON in JSON', 'a.json', JSON.stringify({ a: JSON.stringify({ password: PASSWORD }) }), 'generic-password'],
    ['JSON in JSON in JSON', 'a.json', JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ password: PASSWORD }) }) }), 'generic-password'],
    ['a key in one line', 'a.json', JSON.stringify({ private_key: LINES.join('\n') }), 'private-key-rsa'],
    ['a key in base64', 'kubeconfig.yaml', `client-key-data: ${base64(LINES.join('\n'))}\n`, 'private-key-rsa'],
    ['lines as mail has them', 'a.eml', `${base64(`${'words that fill a line '.repeat(4)}${TOKEN} and some more`).replace(/.{76}/g, '$&\r\n')}\r\n`, 'github-personal-access-token'],
  ])('%s', (_, path, text, detector) => {
    const { opened, found } = look(path, text)
    expect(opened).toBe(true)
    expect(found.map(({ detector: id }) => id.replace(/^private-key.*/, 'private-key-rsa'))).toEqual([detector])
  })

  test.each<readonly [what: string, path: string, text: string]>([
    ['a placeholder', 's.yaml', KUBERNETES('password', base64('<your password>'))],
    ['an example', 'a.js', `header("Sec-WebSocket-Key", "${base64('the sample nonce')}")\n`],
    ['words', 'a.js', `const key = "${base64('Hello World, this is fine')}"\n`],
    ['a public key', 'a.yaml', `ca: ${base64('-----BEGIN PUBLIC KEY-----\nMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAK\n-----END PUBLIC KEY-----\n')}\n`],
    ['a reference', 's.yaml', KUBERNETES('password', base64('${DB_PASSWORD}'))],
    ['a picture', 'a.css', `a { background: url(data:image/svg+xml;base64,${base64('<svg token="x1"><path d="M0 0"/></svg>')}) }\n`],
    ['letters of a grammar', 'a.js', 'const letters = /[\\x41-\\x5a\\x61-\\x7a\\u0041-\\u005a]/\n'],
    ['a table of bytes', 'a.go', 'var t = []byte{65, 66, 67, 68, 69, 70, 71, 72, 73, 74}\n'],
    ['a text in parts', 'a.js', 'say("Hello" + "World" + "again" + "and" + "again")\n'],
  ])('%s is none', (_, path, text) => {
    expect(look(path, text).found.filter(({ confidence }) => confidence !== 'low')).toEqual([])
  })
})

describe('encodings of a file', () => {
  const text = `const password = "${PASSWORD}" // ä\n`
  const utf32 = (little: boolean): Buffer => {
    const bytes = Buffer.alloc(text.length * 4)
    ;Array.from(text).forEach((character, index) => { bytes[little ? 'writeUInt32LE' : 'writeUInt32BE'](character.charCodeAt(0), index * 4) })
    return bytes
  }
  const utf16 = Buffer.from(text, 'utf16le')
  test.each<readonly [string, Uint8Array]>([
    ['UTF-16', utf16],
    ['UTF-16 with a mark', Buffer.concat([Buffer.of(0xff, 0xfe), utf16])],
    ['UTF-16, big end first', Buffer.from(utf16).swap16()],
    ['UTF-16 with a mark, big end first', Buffer.concat([Buffer.of(0xfe, 0xff), Buffer.from(utf16).swap16()])],
    ['UTF-32', utf32(true)],
    ['UTF-32, big end first', utf32(false)],
    ['UTF-32 with a mark', Buffer.concat([Buffer.of(0xff, 0xfe, 0, 0), utf32(true)])],
    ['Latin-1', Buffer.from(text, 'latin1')],
    ['UTF-8 with a mark', Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), Buffer.from(text)])],
  ])('%s', (_, bytes) => {
    expect(scanFiles({ 'a.js': bytes }, [activeRule('no-hardcoded-secret', 'recommended')]).findings).toHaveLength(1)
  })
})

describe('limits', () => {
  const scanned = (text: string): readonly string[] => scanFiles({ 'a.txt': text }, [activeRule('no-hardcoded-secret', 'recommended')]).coverage.unread.map(({ reason }) => reason)

  test('what is encoded three times is not looked through, and that is said', () => {
    expect(scanned(`it is ${base64(base64(base64(TOKEN)))}\n`)).toEqual(['it holds a text that is encoded more than 2 times'])
    expect(scanned(`it is ${base64(base64(TOKEN))}\n`)).toEqual([])
  })

  test('so is what is too long', () => {
    expect(scanned(`it is ${base64('a word '.repeat(200_000))}\n`)).toEqual(['it holds an encoded text of more than 1 MB'])
    expect(scanned(`password: ${PASSWORD}\n${`${base64(`secret = "${'a word '.repeat(90_000)}"`)}\n`.repeat(16)}`)).toEqual(['it holds more than 8 MB of encoded text'])
  })

  test('binary data has no limit', () => {
    const random = Buffer.from(Uint8Array.from({ length: 3_000_000 }, (_, index) => (index * 2_654_435_761) >>> 13))
    expect(scanned(`password: ${PASSWORD}\nit is ${random.toString('base64')}\n`)).toEqual([])
  })

  test.each<readonly [string, (length: number) => string]>([
    ['escapes', length => '\\x41'.repeat(length / 4)],
    ['escapes that say nothing', length => 'a%2'.repeat(length / 3)],
    ['joins', length => '"a"+'.repeat(length / 4)],
    ['blanks in joins', length => `"a"${' '.repeat(110)}+`.repeat(length / 114)],
    ['lists', length => '["a","b"].join('.repeat(length / 15)],
    ['an endless list', length => `["a"${',"b"'.repeat(length / 4)}].join("")`],
    ['codes', length => 'chr(65)+'.repeat(length / 8)],
    ['words of codes', length => 'bytes('.repeat(length / 6)],
    ['digits', length => 'QUFB'.repeat(length / 4)],
    ['many digits', length => `${base64('a text that says nothing at all')} `.repeat(length / 44)],
    ['digits in digits', length => `${base64(base64('a text that says nothing at all'))} `.repeat(length / 60)],
    ['templates', length => `\`${'${"a"}'.repeat(length / 6)}\``],
  ])('time is linear in %s', (_, make) => {
    const time = (length: number): number => {
      const text = make(length)
      const started = process.cpuUsage().user
      look('a.js', text)
      return process.cpuUsage().user - started
    }
    time(30_000)
    const short = Math.max(20_000, time(30_000))
    expect(time(240_000) / short).toBeLessThan(40)
  })
})

test('digits decode strictly', () => {
  expect(decodeDigits(base64('plain text'))).toBe('plain text')
  expect(decodeDigits(base64('ünï'))).toBe('ünï')
  for (const digits of ['', 'A', 'AAAA', 'zz==', Buffer.of(255, 254, 253).toString('base64'), 'getElementById']) expect(decodeDigits(digits)).toBeUndefined()
})
