/**
 * Names that promise a secret, as they stand in files: what the prefilter looks for besides the forms of credentials. A name that holds none of these is found by
 * its value's form only. In lower case; each is worth its hits, since every hit is looked at.
 */
export const NAME_KEYWORDS: readonly string[] = [
  'pass', 'pwd', 'psw', 'kennwort', 'wachtwoord', 'senha', 'contrasena', 'parola', 'haslo', 'heslo', 'sifre', 'mdp', 'motdepasse', 'salasana',
  'token', 'jwt', 'secret', 'cred', 'mnemonic', 'salt', 'auth', 'bearer', 'dsn', 'identified by', 'seed', 'pw', 'key',
  ...['', '_', '-'].flatMap(separator => [`connection${separator}string`, `conn${separator}str`]),
]

/** Before a user and password of a URL. */
export const URL_KEYWORD = '://'

/** Authorization schemes, with what stands between them and the value. */
export const SCHEME_KEYWORDS: readonly string[] = ['basic ']
