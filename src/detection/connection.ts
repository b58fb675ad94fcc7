import type { Credential, Member } from '../core/credential.ts'
import type { Document } from '../core/document.ts'
import type { Range } from '../core/text.ts'

type Setting = Pick<Member, 'key' | 'name' | 'kind' | 'range'>

/** How far a connection string goes before and behind its password, in UTF-16 units. */
const REACH = 600
const NAMES = { username: 'user name', host: 'host', port: 'port', dbname: 'database', accountName: 'account name', sharedAccessKeyName: 'name of the shared access key' } as const
type Key = keyof typeof NAMES

/** `scheme://user:` before the password, and `@host:port/database` behind it. */
const BEFORE = /[a-z][a-z\d+.-]{1,30}:\/\/([^\s:@/?#"'`<>\\(),;|]{1,100}):$/i
const BEHIND = /^@(\[[\da-f:.]{2,45}\]|[\w.-]{1,253})(?::(\d{1,5}))?(?:[^\s/?#"'`]{0,200}\/([\w.-]{1,100}))?/i
/** The authority of `jdbc:postgresql://host:port/database?…`, and of `jdbc:sqlserver://host:port;…`. */
const AUTHORITY = /:\/\/(\[[\da-f:.]{2,45}\]|[\w.-]{1,253})(?::(\d{1,5}))?(?:\/([\w.-]{1,100}))?(?=[?;&\s"']|$)/gi
/** `curl -u user:password`. */
const OPTION = /(?:-u|--user)[ =]["']?([^\s"':]{1,80}):["']?$/
const PAIR = /(?<=^|[;?&\s"'`])(?<name>[A-Z][\w .-]{1,30}?)[ \t]{0,4}=[ \t]{0,4}(?:tcp:)?(?<value>[^;&\s"'`\\=,]{1,253})(?:,(?<port>\d{1,5}))?(?=[;&\s"'`\\]|$)/gi
const KEYS: Readonly<Record<string, Key>> = {
  user: 'username', username: 'username', userid: 'username', uid: 'username', login: 'username', 'user id': 'username', 'user name': 'username',
  server: 'host', host: 'host', hostname: 'host', hostaddr: 'host', servername: 'host', 'data source': 'host', datasource: 'host', address: 'host', addr: 'host', 'network address': 'host',
  port: 'port', portnumber: 'port', database: 'dbname', databasename: 'dbname', dbname: 'dbname', 'initial catalog': 'dbname',
  accountname: 'accountName', sharedaccesskeyname: 'sharedAccessKeyName',
}

/** What else stands in the URL or the connection string that a secret is part of: the user, the host, the port, the database. */
export function settingsAround({ range, literal }: Credential, { text }: Document): readonly Setting[] {
  if (literal && range[0] === literal.content[0]) return []
  const start = Math.max(literal?.content[0] ?? 0, range[0] - REACH, 0)
  const [beforeLine, behindLine] = [text.slice(start, range[0]), text.slice(range[1], Math.min(literal?.content[1] ?? text.length, range[1] + REACH))]
  // What stands in no literal ends with its line.
  const before = literal ? beforeLine : beforeLine.slice(beforeLine.lastIndexOf('\n') + 1)
  const behind = literal ? behindLine : (behindLine.split('\n', 1)[0] ?? '')
  const user = before.endsWith(':') || /:["']$/.test(before) ? (BEFORE.exec(before) ?? OPTION.exec(before)) : null
  if (user) {
    const at = range[0] - before.length + user.index + user[0].lastIndexOf(user[1] ?? '', user[0].lastIndexOf(':') - 1)
    const [whole = '', host, port, database] = BEHIND.exec(behind) ?? []
    return [setting('username', [at, at + (user[1] ?? '').length]), ...authority(range[1], whole, host, port, database)]
  }
  return pairsAround(text, range[0] - before.length, range[1] + behind.length, range)
}

/** Of repeated keys the first; the password's own pair aside. */
function pairsAround(text: string, start: number, end: number, own: Range): readonly Setting[] {
  const around = text.slice(start, end)
  const found = new Map<string, Setting>()
  const add = (one: Setting): void => {
    if (!found.has(one.key)) found.set(one.key, one)
  }
  for (const { groups: { name = '', value = '', port } = {}, 0: whole, index } of around.matchAll(PAIR)) {
    const key = KEYS[name.toLowerCase()]
    const last = start + index + whole.length - (port === undefined ? 0 : port.length + 1)
    if (!key || (own[0] < last && last - value.length < own[1])) continue
    add(setting(key, [last - value.length, last]))
    if (port !== undefined) add(setting('port', [last + 1, last + 1 + port.length]))
  }
  // Without a user it is a query like any other.
  if (found.size === 0) return []
  for (const match of around.matchAll(AUTHORITY)) for (const one of authority(start + match.index, match[0], match[1], match[2], match[3])) add(one)
  return [...found.values()]
}

/** The parts of a URL's authority, at the offset where it was matched. */
function authority(offset: number, whole: string, host: string | undefined, port: string | undefined, database: string | undefined): readonly Setting[] {
  if (host === undefined) return []
  const at = offset + whole.indexOf(host)
  const next = at + host.length
  return [
    setting('host', [at, next]),
    ...(port === undefined ? [] : [setting('port', [next + 1, next + 1 + port.length])]),
    ...(database === undefined ? [] : [setting('dbname', [offset + whole.length - database.length, offset + whole.length])]),
  ]
}

function setting(key: Key, range: Range): Setting {
  return { key, name: NAMES[key], kind: key === 'host' || key === 'port' || key === 'dbname' ? 'setting' : 'half', range }
}
