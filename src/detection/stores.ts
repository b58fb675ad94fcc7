import { languageOf } from '../lexer/languages.ts'
import { readName } from './names.ts'

/** Files that programs keep credentials in, by their names: what stands under a password's name there is one, however weak. */
const STORES: readonly RegExp[] = [
  /^(?:[._]netrc|\.authinfo|\.?pgpass(?:\.conf)?|\.?htpasswd|htdigest|g?shadow-?|\w*passwd|userlist\.txt|(?:chap|pap|ipsec|rsyncd)[-.]secrets|\.git-credentials|\.dockercfg|\.?rclone\.conf|\.passwd-s3fs)$/,
  /^(?:\.(?:npm|pypi|esmtp|msmtp|fetchmail|offlineimap|mutt|mail|curl|wget|irc|ncftp)rc|\.s3cfg|\.boto|\.my\.cnf|\.mylogin\.cnf|\.?smbcredentials|cifs-credentials|\.cargo\/credentials(?:\.toml)?|\.gem\/credentials|\.?credentials)$/,
  /^(?:\.ftpconfig|\.remote-sync\.json|s?ftp(?:-config|-deploy|-settings)?\.json|deployment-config\.json|ws_ftp\.ini|winscp\.ini|filezilla(?:-\w+)?\.xml|sitemanager\.xml|recentservers\.xml|webservers\.xml|datasources(?:\.local)?\.xml)$/,
  /^(?:(?:dbeaver-)?data-sources(?:-\d)?\.(?:xml|json)|credentials-config\.json|robomongo\.json|logins\.json|remmina\.pref|\w+\.remmina|ultravnc\.ini|ventrilo_srv\.ini|tomcat-users\.xml|groups\.xml|unattend\.xml|sysprep\.xml)$/,
  /^(?:wp-config\.php|config\.inc\.php|configuration\.php|localsettings\.php|local_settings\.py|\.env(?:\.(?:local|prod|production|staging|live))?|secrets?\.(?:ya?ml|json|toml|properties)|database\.yml|mongoid\.yml|credentials\.(?:ya?ml|json))$/,
]
/** Endings of files that hold a secret and nothing else. */
const ENDINGS = /\.(?:txt|key|secret|secrets|pass|pwd|dat)$/
/** Names that readName knows nothing of, or too little. */
const KEYS = /^(?:master|production|staging|development|secret|\w*token|\w*password)\.key$|^\.erlang\.cookie$/
const known = new Map<string, boolean>()

/** Whether a file is one that credentials are kept in. */
export function isStore(path: string): boolean {
  let store = known.get(path)
  if (store === undefined) {
    if (known.size > 1000) known.clear()
    known.set(path, (store = holdsCredentials(path.toLowerCase())))
  }
  return store
}

function holdsCredentials(path: string): boolean {
  const parts = path.split('/')
  const name = parts.at(-1) ?? ''
  const withParent = parts.slice(-2).join('/')
  if (STORES.some(pattern => pattern.test(name) || pattern.test(withParent)) || KEYS.test(name)) return true
  const stem = name.replace(ENDINGS, '')
  if (stem.includes('.', 1) || languageOf(name).id !== 'plain') return false
  const { role, subject, goesOn } = readName(stem)
  return role === 'value' && !goesOn && subject !== 'key' && subject !== 'session' && subject !== 'authorization'
}
