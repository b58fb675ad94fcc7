/** Calls whose arguments have their meaning by their places: by callee, without `_` and in lower case, what stands where. */
interface Position {
  /** Number of the argument that is a secret. */
  readonly at: number
  /** What it is called. */
  readonly name: 'password' | 'secret'
  /** Fewest arguments before it that a call of this meaning has as strings: others are called so too. */
  readonly strings?: number
  /** Most of them. */
  readonly most?: number
  /** What it must be a member of. */
  readonly of?: RegExp
}

const table = (names: string, position: Position): [string, Position][] => names.split(' ').map(name => [name, position])

const POSITIONS = new Map<string, readonly Position[]>()
for (const [name, position] of [
  ...table('mysqli mysqliconnect mysqlconnect mysqlpconnect pdo ftp getconnection newconnection imapopen odbcconnect ibaseconnect mssqlconnect sequelize', { at: 2, name: 'password' }),
  ...table('mysqlrealconnect', { at: 3, name: 'password' }),
  ...table('connect', { at: 2, name: 'password', strings: 1 }),
  ...table('createuser createsuperuser', { at: 2, name: 'password', strings: 1 }),
  ...table('ftplogin ldapbind', { at: 2, name: 'password' }),
  ...table('plainauth', { at: 2, name: 'password' }),
  ...table('ociconnect login authenticate signin logon simplebind simplebinds basicauth setbasicauth withbasicauth httpbasicauth httpdigestauth basicauthhandler adduser', { at: 1, name: 'password' }),
  ...table('auth', { at: 1, name: 'password', strings: 1 }),
  ...table('usernamepasswordcredentials passwordauthentication usernamepasswordauthenticationtoken networkcredential simpleauthenticator basicauthentication basicauthenticator basicauthenticationinterceptor', { at: 1, name: 'password' }),
  ...table('basicawscredentials awsbasiccredentials basicsessioncredentials newstaticcredentials newstaticcredentialsprovider storagesharedkeycredential sharedkeycredential', { at: 1, name: 'secret' }),
  ...table('create', { at: 1, name: 'secret', of: /^aws\w*credentials$/i }),
  ...table('sign verify encode decode signsync', { at: 1, name: 'secret', of: /^(?:jwt|jsonwebtoken|jws|jose|jwts)$/i }),
  ...table('createhmac createcipher createdecipher createcipheriv createdecipheriv signwith hmacsha1 hmacsha256 hmacsha512 hmacmd5', { at: 1, name: 'secret' }),
  ...table('encrypt decrypt', { at: 1, name: 'secret', of: /^(?:aes|des|tripledes|rabbit|rc4|rc4drop|cryptojs)$/i }),
  ...table('new', { at: 0, name: 'secret', of: /^hmac$/i }),
  ...table('new', { at: 1, name: 'secret', most: 0, of: /^hmac$/ }),
  ...table('digest hexdigest', { at: 1, name: 'secret', of: /^hmac$/i }),
  ...table('hashhmac opensslencrypt openssldecrypt', { at: 2, name: 'secret' }),
  ...table('hash hashsync compare comparesync hashpw checkpw', { at: 0, name: 'password', of: /^(?:bcrypt|bcryptjs|argon2|scrypt)$/i }),
  ...table('secretkeyspec cookieparser', { at: 0, name: 'secret' }),
  ...table('load', { at: 1, name: 'password', of: /(?:key|trust)store$|^ks$/i }),
  ...table('begin', { at: 1, name: 'password', of: /^wifi\w*$/i }),
  ...table('pgpsymencrypt pgpsymdecrypt aesencrypt aesdecrypt', { at: 1, name: 'secret' }),
] as const) POSITIONS.set(name, [...(POSITIONS.get(name) ?? []), position])

/** Whether a user and a password are listed under a name. */
export const isCredentials = (name: string): boolean => /^(?:basic_?)?auth(?:entication)?$|^cred(?:ential)?s?$|^login$/i.test(name)

/**
 * What an argument is called by its place in a call, or undefined.
 * @param receiver What the callee is a member of.
 * @param strings How many arguments before it are strings.
 */
export function positionOf(callee: string, receiver: string | undefined, item: number, strings: number): Position['name'] | undefined {
  if (callee.length > 40) return undefined
  const positions = POSITIONS.get(callee.replaceAll('_', '').toLowerCase())
  return positions?.find(({ at, strings: least = 0, most = item, of }) => at === item && strings >= least && strings <= most && (!of || (receiver !== undefined && of.test(receiver))))?.name
}
