/** What kind of secret a name promises. `key` and `authorization` promise little: most things under them are none. */
export type Subject =
  | 'password' | 'token' | 'api key' | 'secret' | 'private key' | 'credential' | 'connection string' | 'session' | 'authorization' | 'key'

/**
 * What stands under a name. `value` the secret itself · `name` what it is called (`secretName`) · `reference` where it is (`secretArn`, `passwordFile`) ·
 * `field` a part of a form or a message (`passwordLabel`) · `policy` a rule or a fact about it (`passwordLength`, `tokenExpiry`) · `digest` its hash or
 * its encrypted form (`passwordHash`) · `public` what everybody may know (`publicKey`) · `none` no secret at all.
 */
export type Role = 'value' | 'name' | 'reference' | 'field' | 'policy' | 'digest' | 'public' | 'none'

export interface NameReading {
  /** In lower case, compounds apart: `dbpassword` is `db`, `password`. */
  readonly words: readonly string[]
  readonly role: Role
  /** Undefined for the role `none` only. */
  readonly subject: Subject | undefined
  /** Whether the name goes on after its subject with words that say nothing known: `passwordSomething`. */
  readonly goesOn: boolean
}

const vocabulary = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const SUBJECT_WORDS: readonly (readonly [Subject, ReadonlySet<string>])[] = [
  ['password', vocabulary(`password passwords passwd pass passwort passphrase passphrases passcode pwd pw psw pswd userpw rootpw bindpw adminpw requirepass masterauth kennwort wachtwoord senha contraseña contrasena
    parola mdp motdepasse sifre şifre haslo hasło heslo lösenord salasana пароль 密码 密碼 パスワード 비밀번호`)],
  ['token', vocabulary('token tokens jwt bearer pat ticket accesstoken authtok')],
  ['secret', vocabulary('secret secrets mnemonic otp totp psk')],
  ['credential', vocabulary('credential credentials cred creds')],
  ['connection string', vocabulary('dsn connectionstring connstr connstring')],
  ['session', vocabulary('session sessionid cookie cookies csrf xsrf signature sig nonce salt seed')],
  ['authorization', vocabulary('auth authorization authentication oauth')],
]
const SUBJECTS: ReadonlyMap<string, Subject> = new Map(SUBJECT_WORDS.flatMap(([subject, words]) => [...words].map(word => [word, subject] as const)))

/** Words that promise a secret, `key` and what stands before it aside. */
export const SUBJECT_NAMES: readonly string[] = [...SUBJECTS.keys()]

/** What stands before `key` and says which kind it is. */
const KEY_KINDS: ReadonlyMap<string, Subject | 'public'> = new Map([
  ...[...vocabulary('api apis app application rest service server subscription license licence account developer admin write read integration ingest webhook')].map(word => [word, 'api key'] as const),
  ...[...vocabulary(`secret access auth authentication authorization encryption encrypt encrypting decryption decrypt signing sign signature master shared storage session cookie hmac aes des jwt
    client security pre preshared psk wifi wpa symmetric cipher crypto recovery deploy machine user`)].map(word => [word, 'secret'] as const),
  ...[...vocabulary('private priv ssh rsa dsa ec ecdsa ed25519 pem tls ssl host pgp gpg')].map(word => [word, 'private key'] as const),
  ...[...vocabulary(`public pub publishable site primary foreign partition sort range cache routing group object row i18n translation locale lang message map sorting index unique lookup
    registry sub parent child item data column field json query header property prop attribute state hot short shortcut arrow function modifier press down up enter escape tab shift ctrl
    foreignkey idempotency dedup deduplication correlation option options config setting settings env param parameter label tag composite candidate surrogate natural s3 bucket file path
    meta metadata feature flag event action store node tree menu route view sku context type`)].map(word => [word, 'public'] as const),
])

/** Words after the subject that change what stands there. */
const TAILS: ReadonlyMap<string, Role> = new Map([
  ...[...vocabulary('name names title alias key keys slug')].map(word => [word, 'name'] as const),
  ...[...vocabulary(`ref refs reference arn id ids identifier uuid url uri urls endpoint endpoints file files filename path paths dir directory folder location source store manager provider providers
    env var variable variables link host address service server bucket object resource handle pointer client class module package role user username repository arns keyid`)].map(word => [word, 'reference'] as const),
  ...[...vocabulary(`field fields label labels placeholder input inputs hint text description desc message messages msg error errors err prompt form element selector selectors button btn
    column col header headers heading param params parameter parameters attribute attributes property properties prop icon page view dialog modal screen tooltip help question reminder caption
    template email mail subject body notification warning toggle visibility visible box control widget component section tab panel reset recovery change changed confirm_label`)].map(word => [word, 'field'] as const),
  ...[...vocabulary(`policy policies length len min max minimum maximum size spec specs specification expiry expires expiration expire expired ttl timeout age count limit limits rule rules strength type types
    format pattern regex regexp regexes algorithm alg algo enabled enable disabled required mode version status state scope scopes rotation interval period attempts attempt duration lifetime validity valid
    invalid date time at on in by issuer audience encoding charset usage index position order prefix suffix separator delimiter kind method flow grant strategy level number num bits
    generator generation generate encoder encoders validator validation validate checker check handler callback middleware filter parser factory builder helper helpers utils util config configuration options settings
    settings request response requests responses context event list map set cache char chars character characters letter case score meter history failure failures success limiter
    bytes byte encryption encrypt within between since after before sent through via hosts host port nodes controller endpointtype support unavailable missing mismatch match matches changed updated created exists present`)].map(word => [word, 'policy'] as const),
  ...[...vocabulary('hash hashes hashed digest checksum fingerprint thumbprint sha sha1 sha256 sha512 md md5 crc etag encrypted ciphertext sealed encoded bcrypt argon2 hmac kid crypt')].map(word => [word, 'digest'] as const),
  ...[...vocabulary('public pub certificate cert certs')].map(word => [word, 'public'] as const),
])

/** Words before the subject that change what stands there. */
const HEADS: ReadonlyMap<string, Role> = new Map([
  ...[...vocabulary('hashed hash encrypted encryptedkey digest sealed masked redacted obfuscated ciphertext crypted')].map(word => [word, 'digest'] as const),
  ...[...vocabulary('public pub publishable')].map(word => [word, 'public'] as const),
  ...[...vocabulary(`forgot forgotten forget lost force show hide toggle is has no without require requires required enable disable allow validate validates verify check use using max min
    num number count can should must invalidate expire revoke send print log display mask update on before after`)].map(word => [word, 'policy'] as const),
  ...[...vocabulary('label placeholder field input column')].map(word => [word, 'field'] as const),
])

/** Words after the subject that leave it what it is. */
const HARMLESS: ReadonlySet<string> = vocabulary(`key keys confirmation confirm again repeat retype check verify value val default string str text raw plain plaintext clear cleartext literal new old current
  prod production dev development test testing staging live local base base64 b64 hex enc b a c main primary secondary one two first second backup next previous s`)

/** Parts that compounds in lower case are made of: `authtoken`, `apikeyid`; whole words only, so that `monkey` and `keyword` stay whole. */
const PARTS: ReadonlySet<string> = new Set([
  ...[...SUBJECTS.keys()].filter(word => word.length > 3 || ['pwd', 'pat', 'dsn', 'jwt', 'otp'].includes(word)),
  ...vocabulary(`key keys api access private public client consumer user db app admin root my web smtp mail ftp sftp ssh mysql postgres pg redis mongo ldap proxy http https login host aws azure
    gcp remote require bind wifi github gitlab git slack stripe twilio jenkins docker npm pypi service account master shared storage encryption signing keystore truststore store trust new old confirm current default
    test dev prod id name file path url uri arn hash field label type length policy expiry ttl ref refresh csrf id oauth device bot hub server site deploy`),
])
/** Words that end in `key` and have none. */
const KEYLESS: ReadonlySet<string> = vocabulary('monkey donkey turkey hockey jockey whiskey lackey mickey hickey flunkey malarkey')
const OPEN_ENDINGS = ['password', 'passwd', 'passphrase', 'pwd', 'token', 'secret', 'apikey', 'credential', 'credentials', 'key']

const WORD = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+|\d+/gu
const wordsOf = new Map<string, readonly string[]>()
const readingOf = new Map<string, NameReading>()
const MEMORY = 20_000

/** The words of an identifier in lower case: camelCase, snake_case, kebab-case, dots, digits, and compounds such as `dbpassword`. */
export function splitWords(name: string): readonly string[] {
  return remember(wordsOf, name, () => {
    const words = (name.slice(0, 200).match(WORD) ?? []).map(word => word.toLowerCase())
    return joinLetters(words).flatMap(compound)
  })
}

/** Tokens that say where a list goes on, which request or which version this is, and open nothing. */
const PASSING = vocabulary(`next previous page paging pagination continuation cursor marker request idempotency lifecycle sequence sync
  lock change creation update updated work copy type`)

/** Passes over an image or a text, not words of a password. */
const DRAWN = vocabulary('render shader depth shadow draw blur compute effect light geometry first second final single multi')

/** What a name promises of the value bound to it. */
export function readName(name: string): NameReading {
  return remember(readingOf, name, () => {
    const words = splitWords(name)
    const reading = read(words)
    const drawn = words.some((word, index) => word === 'pass' && DRAWN.has(words[index - 1] ?? ''))
    return drawn || (reading.subject === 'token' && words.some(word => PASSING.has(word))) ? { ...reading, role: 'none' } : reading
  })
}

function remember<Value>(memory: Map<string, Value>, key: string, compute: () => Value): Value {
  let value = memory.get(key)
  if (value === undefined) {
    if (memory.size > MEMORY) memory.clear()
    memory.set(key, (value = compute()))
  }
  return value
}

/** `o`, `auth` of `OAuth` are one word, and so is `api` of `APIs`. */
function joinLetters(words: string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    if (word === 'auth' && joined.at(-1) === 'o') joined[joined.length - 1] = 'oauth'
    else joined.push(word)
  }
  return joined
}

function compound(word: string): readonly string[] {
  if (word.length < 4 || word.length > 40 || SUBJECTS.has(word) || PARTS.has(word) || KEYLESS.has(word)) return [word]
  const parts = split(word)
  if (parts?.some(part => SUBJECTS.has(part) || part === 'key' || part === 'keys')) return parts
  const ending = OPEN_ENDINGS.find(each => word.endsWith(each) && word.length > each.length)
  return ending ? [word.slice(0, -ending.length), ...compound(ending)] : [word]
}

function split(word: string): string[] | undefined {
  if (word === '') return []
  for (let length = Math.min(word.length, 14); length >= 2; length--) {
    const part = word.slice(0, length)
    if (!PARTS.has(part)) continue
    const rest = split(word.slice(length))
    if (rest) return [part, ...rest]
  }
  return undefined
}

const NONE = (words: readonly string[]): NameReading => ({ words, role: 'none', subject: undefined, goesOn: false })

function read(words: readonly string[]): NameReading {
  const found = subjectOf(words)
  if (!found) return NONE(words)
  const { subject, at } = found
  if (subject === 'public') return words.slice(at + 1).some(word => SUBJECTS.has(word)) ? NONE(words) : { words, role: 'public', subject: 'key', goesOn: false }
  return { words, role: roleOf(words, at, subject), subject, goesOn: words.slice(at + 1).some(word => !HARMLESS.has(word) && !/^\d+$/.test(word)) }
}

/** The subject is the last of the words that promise something, so `passwordResetToken` is a token; a weak one yields to a strong one before it. */
function subjectOf(words: readonly string[]): { subject: Subject | 'public'; at: number } | undefined {
  let weak: { subject: Subject | 'public'; at: number } | undefined
  for (let at = words.length - 1; at >= 0; at--) {
    const subject = subjectAt(words, at)
    if (!subject) continue
    if (subject !== 'key' && subject !== 'session' && subject !== 'authorization' && subject !== 'public') return { subject, at }
    weak ??= { subject, at }
  }
  return weak
}

function subjectAt(words: readonly string[], at: number): Subject | 'public' | undefined {
  const word = words[at] ?? ''
  const before = words[at - 1] ?? ''
  if (word === 'key' || word === 'keys') {
    if (SUBJECTS.has(before) && SUBJECTS.get(before) !== 'secret' && !KEY_KINDS.has(before)) return undefined
    return KEY_KINDS.get(before) ?? 'key'
  }
  if (word === 'apikey') return 'api key'
  if (word === 'string' && before.startsWith('conn')) return 'connection string'
  return SUBJECTS.get(word)
}

function roleOf(words: readonly string[], at: number, subject: Subject): Role {
  for (let index = words.length - 1; index > at; index--) {
    const role = TAILS.get(words[index] ?? '')
    if (role && !(subject === 'secret' && role === 'name' && words[index]?.startsWith('key'))) return role
  }
  for (let index = 0; index < at; index++) {
    const role = HEADS.get(words[index] ?? '')
    if (role) return role
  }
  return 'value'
}

const TELLING: ReadonlySet<string> = new Set([...SUBJECTS.keys(), ...KEY_KINDS.keys(), ...TAILS.keys(), ...HEADS.keys(), ...vocabulary(`key test fake dummy mock wrong bad invalid valid
  default new old current confirm confirmation again admin root user db database my your expected actual other another first second`)])

/** Whether a word of a name is one of this module's vocabulary, and so evidence of its own. */
export function isTelling(word: string): boolean {
  return TELLING.has(word)
}
