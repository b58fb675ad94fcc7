import type { Member } from '../core/credential.ts'
import { splitWords } from './names.ts'

/** What a name says of its value's place in a secret. */
export type Slot = Pick<Member, 'key' | 'name' | 'kind'>

/** A part of a secret: its key, what people call it, and how names of it end. */
type Ending = readonly [key: string, name: string, endings: string]

interface Pairing {
  /** Keys and endings of the names of the secret itself. */
  readonly secret: Ending
  readonly halves: readonly Ending[]
  readonly settings?: readonly Ending[]
}

const PAIRINGS: readonly Pairing[] = [
  {
    secret: ['password', 'password', 'password, passwd, pass, pwd, pw, passphrase, user password, user pass, user pwd, login password'],
    halves: [['username', 'user name', 'user, username, user name, usr, login, uid, user id, userid, email, e mail, user email, account, account name']],
    settings: [
      ['host', 'host', 'host, hostname, host name, server, address, endpoint, data source, addr'],
      ['port', 'port', 'port'],
      ['dbname', 'database', 'database, dbname, db, db name, database name, initial catalog'],
    ],
  },
  { secret: ['clientSecret', 'client secret', 'client secret, clientsecret'], halves: [['clientId', 'client ID', 'client id, clientid, client key']] },
  { secret: ['appSecret', 'app secret', 'app secret, appsecret, application secret'], halves: [['appId', 'app ID', 'app id, appid, app key, application id']] },
  { secret: ['consumerSecret', 'consumer secret', 'consumer secret'], halves: [['consumerKey', 'consumer key', 'consumer key']] },
  { secret: ['apiSecret', 'API secret', 'api secret, api key secret, api secret key'], halves: [['apiKey', 'API key', 'api key, apikey, api key id, api id']] },
  {
    secret: ['secretKey', 'secret key', 'secret key, secret access key, access key secret, access secret'],
    halves: [['accessKey', 'access key', 'access key, access key id, access id, secret id, key id']],
  },
  { secret: ['accountKey', 'account key', 'account key'], halves: [['accountName', 'account name', 'account name']] },
  { secret: ['sharedAccessKey', 'shared access key', 'shared access key'], halves: [['sharedAccessKeyName', 'name of the shared access key', 'shared access key name']] },
  { secret: ['authToken', 'auth token', 'auth token'], halves: [['accountSid', 'account SID', 'account sid, sid, account id']] },
  { secret: ['tokenSecret', 'token secret', 'token secret, access token secret'], halves: [['token', 'token', 'token, access token, token id, token key']] },
  { secret: ['secret', 'secret', 'secret'], halves: [['id', 'ID', 'id'], ['key', 'key', 'key']] },
]

const SECRETS = PAIRINGS.flatMap(pairing => pairing.secret[2].split(', ').map(ending => ({ ending, pairing }))).sort((one, other) => other.ending.length - one.ending.length)
const OTHERS = new Map(PAIRINGS.map(pairing => [pairing, new Map([...slotsOf('half', pairing.halves), ...slotsOf('setting', pairing.settings ?? [])])]))

function slotsOf(kind: Member['kind'], endings: readonly Ending[]): readonly (readonly [ending: string, slot: Slot])[] {
  return endings.flatMap(([key, name, list]) => list.split(', ').map(ending => [ending, { key, name, kind }] as const))
}

/** What the name of a secret says of it, and the slots of the names beside it: those that begin as it does. Undefined where it says nothing of another half. */
export function slotsBeside(name: string): { readonly own: Slot; readonly of: (name: string) => Slot | undefined } | undefined {
  const words = splitWords(name).join(' ')
  const found = SECRETS.find(({ ending }) => words === ending || words.endsWith(` ${ending}`))
  if (!found) return undefined
  const { ending, pairing } = found
  const [key, called] = pairing.secret
  const stem = words.slice(0, -ending.length).trim()
  const of = (other: string): Slot | undefined => {
    const own = splitWords(other).join(' ')
    const rest = own.startsWith(stem) ? own.slice(stem.length).trim() : ''
    // Of `DB_NAME` the `db` belongs to both.
    return OTHERS.get(pairing)?.get(rest === 'name' && /\b(?:db|database)$/.test(stem) ? 'db name' : rest)
  }
  return { own: { key, name: called, kind: 'secret' }, of }
}
