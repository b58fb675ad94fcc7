import type { Credential } from '../core/credential.ts'
import type { Named, Placed } from '../core/lookup.ts'
import type { Document } from '../core/document.ts'
import type { ProjectFacts } from '../core/rule.ts'
import type { SecretRef } from '../core/fix.ts'
import { Secret } from '../core/secret.ts'
import type { Range } from '../core/text.ts'

/** The parts of an identifier in lower case: `dbPassword`, `DB_PASSWORD` and `db.password` give `db`, `password`. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^a-z\d]+/i)
    .filter(word => word !== '')
    .map(word => word.toLowerCase())
}

/** `db`, `password` as `dbPassword`. */
export function camelCase(words: readonly string[]): string {
  return words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('')
}

/**
 * Says which secret each literal moves to. Literals of one object, or with one prefix, become keys of one JSON secret; equal values share a secret;
 * a name that another value has gets `-2`. `all`: every credential of the document, none of which may be part of a name.
 */
export function groupPlaced(placed: readonly Placed[], document: Document, project: ProjectFacts, all: readonly Credential[] = placed.map(({ credential }) => credential)): readonly (readonly Named[])[] {
  const tells = tellsOf(all, document)
  const described = placed.map(one => describe(withoutSecrets(one, tells), document, tells))
  const written = wordsWritten(document.text)
  const values = new Map<string, Set<string>>()
  for (const { owner, placed: { credential } } of described) values.set(owner, (values.get(owner) ?? new Set()).add(credential.secret.reveal()))
  const groups = new Map<string, Named[]>()
  const owners = new Map<string, string>()
  const refs = new Map<string, SecretRef>()
  const counts = new Map<string, number>()
  for (const one of described) {
    const value = one.placed.credential.secret.reveal()
    const keyed = one.owner !== '' && (one.key === 'password' || one.grouped || (one.nested && (values.get(one.owner)?.size ?? 0) > 1))
    const wished: SecretRef = keyed ? { id: secretName(one.owner, project), key: one.key } : { id: secretName(one.full, project) }
    const ref = refs.get(value) ?? sharedIn(project, one.placed, wished) ?? free(wished, counts, candidate => isTaken(candidate, value, owners, written, project) || (groups.get(candidate.id) ?? []).some(({ ref: { key } }) => (key === undefined) !== (candidate.key === undefined)))
    refs.set(value, ref)
    owners.set(spell(ref), value)
    const group = groups.get(ref.id) ?? []
    group.push({ ...one.placed, ref })
    groups.set(ref.id, group)
  }
  return [...groups.values()]
}

/** Keys of a JSON secret that say whose its secret is and where it opens. */
const SETTINGS: ReadonlySet<string | undefined> = new Set(['username', 'host', 'port', 'dbname', 'accessKeyId', 'clientId'])

/**
 * Where another file of the run moved the same value to, in the same environment: one secret for all its places, unless what belongs to it is another. What people
 * think up for several services is not shared: each has its own life.
 */
function sharedIn({ moved = [], ...project }: ProjectFacts, { credential: { secret, group } }: Placed, wished: SecretRef): SecretRef | undefined {
  if (moved.length === 0 || !isUnique(secret.reveal())) return undefined
  const around = secretName('', project)
  return moved.find(({ ref, value }) =>
    value.equals(secret) && !SETTINGS.has(ref.key) && ref.id.startsWith(around) && (ref.key !== undefined || wished.key === undefined) &&
    !group?.members.some(member => moved.some(one => one.ref.id === ref.id && one.ref.key === member.key && !one.value.equals(member.value))))?.ref
}

/** Whether nobody would choose a value twice: twelve characters at least, of three kinds. */
function isUnique(value: string): boolean {
  return value.length >= 12 && [/[a-z]/, /[A-Z]/, /\d/, /[^a-z\d]/i].filter(kind => kind.test(value)).length >= 3
}

/** A reference as people read it: `shop/dev/db#password`. */
export function spell({ id, key }: SecretRef): string {
  return key === undefined ? id : `${id}#${key}`
}

/** The words of a secret's own name, without project and environment. */
export function shortWords(id: string): readonly string[] {
  const parts = id.split('/')
  // A last part of six characters was cut off by `secretName`.
  return wordsOf(parts.slice(parts.at(-1)?.length === 6 && parts.length > 3 ? -2 : -1).join('-'))
}

/** The name of a secret after the project's template, in the characters that Secrets Manager allows. */
export function secretName(name: string, project: ProjectFacts): string {
  const values: Readonly<Record<string, string>> = { project: project.name, environment: project.environment, name }
  const filled = project.naming.replace(/\{(\w+)\}/g, (whole, part: string) => values[part] ?? whole)
  const allowed = filled.replace(/[^\w/+=.@-]+/g, '-').replace(/^[-/]+|[-/]+$/g, '').slice(0, 500)
  // AWS appends `-` and six characters to make an ARN: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
  return allowed.replace(/-(?=[a-z\d]{6}$)/i, '/')
}

interface Description {
  readonly placed: Placed
  /** What the secret belongs to, in kebab case: `db`, `stripe`; empty where nothing says it. */
  readonly owner: string
  /** Its key in a JSON secret. */
  readonly key: string
  /** Owner and key in one, in kebab case. */
  readonly full: string
  /** Whether it stands in an object of its owner. */
  readonly nested: boolean
  /** Whether what belongs to it makes one secret with it. */
  readonly grouped: boolean
}

/** Words that say how a thing is held, not whose it is. */
const GENERIC = new Set((
  'after app application ansible args async auth aws base before body build builtin call class client cluster common community conf config configuration connect connection const constants containers create credential credentials custom ' +
  'data default defaults definitions describe dev development dsn each env environ environment exports fetch function get getenv global globals handle handler header headers index init instance it jobs local main make module new ' +
  'options opts os params pool process prod production properties props provider req request res resource resources response root run script secrets send server services set setting settings setup spec src spring stages steps string strings suite tasks ' +
  'test this uri url use users variables var vars with'
).split(' '))
const PASSWORD = new Set(['password', 'passwd', 'pwd', 'pass', 'pw'])
/** Whose password it is when the owner is known already. */
const HOLDER = new Set(['master', 'user', 'admin', 'administrator', 'root', 'db', 'database'])
/** Alone they name any secret. */
const VAGUE = new Set(['api', 'token', 'key', 'secret', 'value', 'access', 'auth', 'private', 'credential', 'text', 'bearer', 'authorization', 'x'])

function isVague(word: string): boolean {
  return VAGUE.has(word) || GENERIC.has(word) || PASSWORD.has(word)
}

/** Whether a name, or what stands at its range, tells a credential. */
type Tells = (name: string, range?: Range) => boolean

function tellsOf(all: readonly Credential[], { text }: Document): Tells {
  const values = [...new Set(all.flatMap(({ secret, range }) => [secret.reveal(), text.slice(...range)]))].filter(value => value !== '').sort((one, other) => one.length - other.length)
  const overlapped = overlapOf(all.map(({ range }) => range))
  const known = new Map<string, boolean>()
  return (name, range) => {
    const key = range ? `${range.join()} ${name}` : name
    const told = known.get(key)
    if (told !== undefined) return told
    let tells = range !== undefined && overlapped(range)
    for (const value of values) {
      if (tells || value.length > name.length) break
      tells = name.includes(value)
    }
    known.set(key, tells)
    return tells
  }
}

/** Whether a range overlaps any of the ranges, found by halves: a file may hold thousands. */
function overlapOf(ranges: readonly Range[]): (range: Range) => boolean {
  const sorted = ranges.toSorted((one, other) => one[0] - other[0])
  let furthest = 0
  const ends = sorted.map(([, end]) => (furthest = Math.max(furthest, end)))
  return ([start, end]) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.[0] ?? Infinity) < end) low = middle + 1
      else high = middle
    }
    return (ends[low - 1] ?? 0) > start
  }
}

/** The literal without what its binding tells of credentials: the name of a secret is printed and kept. */
function withoutSecrets(placed: Placed, tells: Tells): Placed {
  const { literal, literal: { binding } } = placed
  if (!binding) return placed
  const isTold = tells(binding.name, binding.nameRange)
  if (!isTold && !binding.path.some(step => tells(step))) return placed
  return { ...placed, literal: { ...literal, binding: { ...binding, name: isTold ? '' : binding.name, path: binding.path.filter(step => !tells(step)) } } }
}

function describe(placed: Placed, document: Document, tells: Tells): Description {
  const { literal: { binding, value, content }, credential } = placed
  const part = credential.range[0] > content[0] || credential.range[1] < content[1]
  const variable = /^[a-z_]\w*(?==[^;\r\n]*$)/i.exec(value)?.find(name => !tells(name))
  // Of `host=x password=y` the one of the secret.
  const beside = /(?<=\s)[a-z_]\w{0,80}(?=\s?=\s?["']?$)/i.exec(document.text.slice(content[0], credential.range[0]).slice(-100))?.find(name => !tells(name))
  const scheme = /^(?:\w+=)?(?:jdbc:)?([a-z][a-z\d]*)(?:\+[a-z\d+]+)?:\/\//i.exec(value)?.[1]?.toLowerCase()
  const inUrl = part && scheme !== undefined && value.includes(`${credential.secret.reveal()}@`)
  const file = tells(document.path) ? [] : fileWords(document.path)
  const name = part && beside !== undefined ? [binding?.name ?? '', beside].flatMap(wordsOf) : wordsOf((part ? variable : undefined) ?? binding?.name ?? '')
  // A variable of an environment says all by its name.
  const path = (part && variable && !beside) || /^[A-Z][A-Z\d]*_[A-Z\d_]+$/.test(binding?.name ?? '') && !name.every(isVague) ? [] : ownersIn(placed, document)
  const isPassword = inUrl || PASSWORD.has(name.at(-1) ?? '')
  const leading = name.filter(word => !GENERIC.has(word) && !PASSWORD.has(word))
  const rest = leading.filter(word => !HOLDER.has(word) && !path.includes(word))
  if (isPassword) {
    const own = path.length > 0 ? path : unique(leading)
    const owner = own.length > 0 ? own : inUrl && scheme && !scheme.startsWith('http') ? [scheme] : file.length > 0 || !credential.group ? file : ['credentials']
    const key = path.length > 0 && rest.length > 0 ? camelCase([...rest, 'password']) : 'password'
    return { placed, owner: owner.join('-'), key, full: [...owner, 'password'].join('-'), nested: path.length > 0, grouped: false }
  }
  const provider = credential.detector.startsWith('generic-') ? [] : credential.detector.split('-').slice(0, 1)
  const named = !name.every(isVague)
  const prefix = path.length > 0 ? path : named || name.length === 0 ? [] : provider.length > 0 ? provider : file
  // The value of a variable is called as that is.
  const own = prefix.length > 0 && name.join() === 'value' ? [] : name.length > 0 ? name : credential.detector.split('-')
  const full = unique([...prefix, ...own]).join('-')
  const member = credential.group?.members.find(({ range }) => range[0] === credential.range[0])
  if (!member) return { placed, owner: path.join('-'), key: camelCase(own.length > 0 ? own : name), full, nested: path.length > 0, grouped: false }
  const before = name.slice(0, Math.max(0, name.length - wordsOf(member.key).length)).filter(word => !GENERIC.has(word))
  const holder = path.length > 0 ? path : before.length > 0 ? before : provider
  return { placed, owner: holder.join('-'), key: member.key, full, nested: path.length > 0, grouped: true }
}

/** Words of the objects and blocks around a literal; a method says nothing of whose the secret is. */
function ownersIn({ literal: { binding, range } }: Placed, { format, text }: Document): readonly string[] {
  if (!binding) return []
  // What a method is called on may be any expression.
  const named = binding.path.filter(key => !/[{}\s"'`]|:\/\//.test(key))
  const keys = format.language.family === 'code' ? named.flatMap((key, index) => ownerIn(key, index === named.length - 1, text, range[0])) : binding.path
  const words = unique(keys.slice(-3).flatMap(wordsOf).map(word => (word === 'databases' ? 'database' : word)).filter(word => !GENERIC.has(word)))
  const owners = words.filter(word => !/^(?:master|user|admin|administrator)$/.test(word))
  return owners.length > 0 ? owners : words
}

/** What a name around a literal says of its owner: of `mysql.createPool` the module, of a function that is called only a plain word right before it, `session(`. */
function ownerIn(key: string, isLast: boolean, text: string, offset: number): readonly string[] {
  const at = text.lastIndexOf(key, offset)
  const isCalled = at >= 0 && /^\s*\(/.test(text.slice(at + key.length, offset))
  if (isCalled && key.includes('.')) return [key.slice(0, key.lastIndexOf('.'))]
  return isCalled && !(isLast && /^[A-Z]?[a-z]+$/.test(key)) ? [] : [key]
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)]
}

function fileWords(path: string): string[] {
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/^\.+/, '')
  return wordsOf(base.split('.')[0] ?? '').filter(word => !GENERIC.has(word))
}

/** `counts`: how often each name was wished for, so that none is tried twice. */
function free(wished: SecretRef, counts: Map<string, number>, taken: (ref: SecretRef) => boolean): SecretRef {
  for (let count = (counts.get(spell(wished)) ?? 0) + 1; ; count++) {
    counts.set(spell(wished), count)
    const candidate = count === 1 ? wished : { ...wished, id: `${wished.id}-${count}` }
    if (!taken(candidate)) return candidate
  }
}

function isTaken(ref: SecretRef, value: string, owners: ReadonlyMap<string, string>, written: Written, { known, moved = [] }: ProjectFacts): boolean {
  if (moved.some(one => one.ref.id === ref.id && (spell(one.ref) === spell(ref) ? one.value.reveal() !== value : one.ref.key === undefined || ref.key === undefined))) return true
  const owner = owners.get(spell(ref))
  if (owner !== undefined) return owner !== value
  const same = known.filter(one => one.ref.id === ref.id)
  if (same.length > 0) return !same.some(one => spell(one.ref) === spell(ref) && one.holds(new Secret(value)))
  return ref.key === undefined ? written.whole.has(ref.id) : written.all.has(ref.id) && written.whole.has(ref.key)
}

/** What a text holds of the characters of names. */
interface Written {
  readonly all: ReadonlySet<string>
  /** Those that stand by themselves, as what was fixed earlier does: in quotes, in a reference, after a dot. */
  readonly whole: ReadonlySet<string>
}

function wordsWritten(text: string): Written {
  const all = new Set<string>()
  const whole = new Set<string>()
  for (const { 0: word, index } of text.matchAll(/[\w/+=.@-]+/g)) {
    all.add(word)
    if (/['"`:]/.test(text.charAt(index - 1))) whole.add(word)
    // No name is longer than 512 characters.
    for (let at = word.indexOf('.', word.length - 513); at >= 0; at = word.indexOf('.', at + 1)) whole.add(word.slice(at + 1))
  }
  return { all, whole }
}
