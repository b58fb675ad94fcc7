import { SUBJECT_NAMES } from './names.ts'

/** Written apart in files, so that no word of theirs says it. */
const PHRASES = ['identified by', ...['', '_', '-'].flatMap(separator => [`connection${separator}string`, `conn${separator}str`])]

/**
 * Words that promise a secret by name: what the prefilter looks for besides the forms of credentials. Of words that hold one another (`pass`, `password`) the shortest; of
 * alphabets other than ASCII none, since the prefilter knows no encoding.
 */
export const NAME_KEYWORDS: readonly string[] = shortest(['key', ...PHRASES, ...SUBJECT_NAMES.filter(word => /^[\x20-\x7e]+$/.test(word))])

function shortest(words: readonly string[]): readonly string[] {
  return words.filter(word => !words.some(other => other !== word && word.includes(other)))
}

/** Before a user and password of a URL. */
export const URL_KEYWORD = '://'

/** Authorization schemes, with what stands between them and the value. */
export const SCHEME_KEYWORDS: readonly string[] = ['basic ']

/** Programs and calls that take a secret by its place, with what must follow them; the lexer's tables have the rest. */
export const PLACE_KEYWORDS: readonly string[] = [
  'mysql ', 'mysqldump ', 'mysqladmin ', 'mysqli(', 'mysqli_connect(', 'mysql_connect(', 'mysql_pconnect(', 'mysql_real_connect(', 'mariadb ', 'sshpass', 'redis-cli ', 'docker login', 'podman login', 'registry login', 'az login', 'curl ', 'mongo ', 'mongosh ', 'mongodump ', 'mongorestore ', 'mongoexport ', 'mongoimport ', 'sqlcmd ', 'bcp ', 'osql ', 'ldapsearch ', 'ldapmodify ', 'ldapadd ',
  'openssl enc', 'openssl_', '-passin', '-passout', 'zip -p', 'useradd ', 'usermod ', 'smbclient ', 'rpcclient ', 'net user', 'net rpc', 'net ads', 'lftp ', 'rabbitmqctl ', 'vault login', 'xfreerdp', 'psexec ', 'cqlsh ',
  'chpasswd', 'htpasswd ', '-password-stdin', 'sudo -s', 'passwd --stdin', 'secret set', 'cf auth', 'requirepass', 'masterauth',
  'pdo(', 'ftp(', 'getconnection(', 'connect(', 'sequelize(', 'imap_open(', 'create_user(', 'createuser(', 'create_superuser(', 'plainauth(', 'ftp_login(', 'login(', 'authenticate(', 'signin(', 'logon(', 'simple_bind', 'simplebind(', 'basicauth(', 'basic_auth(',
  'digestauth(', 'adduser(', 'auth(', 'ldap_bind(', 'auth=(', 'auth: [', 'auth: (', 'credentials(', 'authentication(', 'jwt.sign(', 'jwt.verify(', 'jwt.encode(', 'jwt.decode(', 'jsonwebtoken.sign(', 'hmac(', 'hmac.', 'hash_hmac', 'hmacsha', 'cipheriv(', 'createcipher', 'createdecipher', 'signwith(', 'aes.encrypt(', 'aes.decrypt(', 'bcrypt.', 'argon2.', 'wifi.begin(', 'sym_encrypt(', 'sym_decrypt(',
  'aes_encrypt(', 'aes_decrypt(', 'serialized:', '";s:', 'credential(', 'newstatic', 'secretkeyspec(', 'cookieparser(', 'store.load(',
]
