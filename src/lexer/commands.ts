/** How a program is told a secret by an option whose name does not say so. */
interface Told {
  /** The options, without their dashes. */
  readonly options: readonly string[]
  /** Whether the value may stand right behind the option: `-psecret`. */
  readonly attached?: boolean
  /** Whether the value stands behind the option's name as a word of its own. */
  readonly apart?: boolean
  /** The command that must stand behind the program, where the option means something else for others. */
  readonly command?: RegExp
  /** What of the value is the secret: all of it unless said otherwise. */
  readonly behind?: RegExp
}

const PROGRAMS = new Map<string, readonly Told[]>()
const tell = (programs: string, ...told: readonly Told[]): void => {
  for (const program of programs.split(' ')) PROGRAMS.set(program, told)
}
const USER = /^[^:]{1,80}:/

tell('mysql mysqldump mysqladmin mysqlimport mysqlcheck mysqlshow mysqlslap mysqlbinlog mysqlsh mycli mariadb mariadb-dump mariadb-admin', { options: ['p'], attached: true })
tell('sshpass', { options: ['p'], attached: true, apart: true })
tell('7z 7za 7zr rar unrar', { options: ['p'], attached: true })
tell('zip unzip zipcloak', { options: ['P'], attached: true, apart: true })
tell('docker podman nerdctl buildah skopeo oras helm crane', { options: ['p'], apart: true, command: /^(?:login|registry|auth)$/ })
tell('az oc ibmcloud cf doctl', { options: ['p'], apart: true, command: /^(?:login|auth)$/ })
tell('mongo mongosh mongodump mongorestore mongoexport mongoimport influx cqlsh clickhouse-client vncviewer vmrun', { options: ['p'], apart: true, attached: true })
tell('redis-cli', { options: ['a', 'pass'], apart: true })
tell('redis-server', { options: ['requirepass', 'masterauth'], apart: true })
tell('sqlcmd bcp osql isql tsql', { options: ['P'], apart: true, attached: true })
tell('ldapsearch ldapadd ldapmodify ldapdelete ldappasswd ldapwhoami ldapcompare', { options: ['w', 's'], apart: true })
tell('openssl', { options: ['k'], apart: true, command: /^enc$/ }, { options: ['passin', 'passout', 'pass'], apart: true, behind: /^pass:/ })
tell('useradd usermod', { options: ['p'], apart: true })
tell('curl', { options: ['u', 'user', 'U', 'proxy-user'], apart: true, attached: true, behind: USER })
tell('smbclient rpcclient smbmap net', { options: ['U'], apart: true, behind: /^[^%]{1,80}%/ })
tell('lftp', { options: ['u'], apart: true, behind: /^[^,]{1,80},/ })
tell('psexec wmic winexe runas net.exe', { options: ['p'], apart: true })
tell('gpg gpg2', { options: ['passphrase'], apart: true })
tell('gh', { options: ['body', 'b'], apart: true, command: /^secret$/ })

const nameOf = (program: string): string => program.slice(program.lastIndexOf('/') + 1)

/**
 * What the value of an option is, where the program takes a secret by it.
 * @param option As written, with its dashes.
 * @param command The first word behind the program.
 */
export function toldBy(program: string, option: string, command: string | undefined): Told | undefined {
  const name = option.replace(/^--?/, '')
  return PROGRAMS.get(nameOf(program))?.find(told => told.options.some(each => each === name) && (!told.command || told.command.test(command ?? '')))
}

/** The option that a value stands right behind: of `-psecret` it is `-p`. */
export function attachedTo(program: string, word: string): Told | undefined {
  return PROGRAMS.get(nameOf(program))?.find(({ options, attached }) => attached && options.some(each => each.length === 1 && word[1] === each))
}

/** Commands that are told a secret by its place: the words before it, and whether one more, a user, stands between. */
const PLACED: readonly (readonly [words: RegExp, skip: number])[] = [
  [/^vault login$/, 0],
  [/^mysqladmin (?:[^-\s]+ )?password$/, 0],
  [/^rabbitmqctl (?:add_user|change_password|authenticate_user)$/, 1],
  [/^htpasswd \S+$/, 1],
  [/^net user$/, 1],
  [/^cf auth$/, 1],
]

/** Whether the next word of a command is a secret. `words` are those so far, options left out. */
export function isPlacedSecret(words: readonly string[]): boolean {
  const [program = '', ...rest] = words
  const all = [nameOf(program), ...rest]
  return PLACED.some(([before, skip]) => all.length > skip && before.test(all.slice(0, all.length - skip).join(' ')))
}

/** What holds a command of one of these programs, with an option or a place for a secret. */
export const RUNS = new RegExp(`(?:^|[\\s;&|(/])(?:${[...PROGRAMS.keys(), 'vault', 'htpasswd', 'rabbitmqctl', 'chpasswd'].join('|')})[ \\t]`)

/** Options that read a secret from what is piped in. */
export const READS_SECRET = /^(?:--password-stdin|--stdin|--passphrase-fd|--with-token)$/
