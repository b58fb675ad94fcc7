import type { Document } from '../core/document.ts'
import type { Edit, Fix, SecretRef } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import { contains } from '../core/text.ts'
import { entry, get, stringOf, type Entry, type Mapping, type Node } from '../core/tree.ts'
import { isBracketed, marginAt, startsLine, withoutEntry } from './items.ts'
import { indentation, lineEnd, lineStartAt } from './layout.ts'
import { spell } from './names.ts'
import { keysOf, placeOf, type Place } from './place.ts'
import { wholeOf } from './whole.ts'

export default {
  id: 'gitlab',
  matches: ({ path, format }) => format.id === 'yaml' && /(?:^|[/.])gitlab-ci\.ya?ml$|(?:^|\/)\.gitlab\/ci\//.test(path),
  replace,
} satisfies Lookup as Lookup

/** What stands at the top of a pipeline beside its jobs: https://docs.gitlab.com/ci/yaml/#global-keywords */
const GLOBAL = new Set(['default', 'include', 'spec', 'stages', 'variables', 'workflow', 'image', 'services', 'cache', 'before_script', 'after_script', 'types'])

/** How many jobs are given a variable that all of them have. */
const MOST_JOBS = 4

const TOKEN = 'AWS_ID_TOKEN'

/** The variable of a job becomes one of its secrets, which the runner reads by an ID token: https://docs.gitlab.com/ci/secrets/aws_secrets_manager/ */
function replace(placed: Named, document: Document): readonly Fix[] | Declined {
  const place = placeOf(document, placed.literal.content)
  const root = place?.nodes[0]
  const found = place && variableOf(place)
  if (!place || !found) return { declined: 'GitLab reads Secrets Manager for variables of jobs; put the secret into one first.' }
  const whole = wholeOf(placed)
  if (!whole) return { declined: 'GitLab fills a variable only as a whole; put the secret part into a variable of its own.' }
  const jobs = found.job ? [found.job] : jobsOf(root)
  if (!jobs) return { declined: 'The variable serves several jobs; give those that need it `secrets` of their own.' }
  const { text } = document
  const { heading, variable } = found
  const unfit = jobs.map(job => unfitFor(variable, job, root, text)).find(reason => reason !== undefined)
  if (unfit !== undefined) return { declined: unfit }
  const given = jobs.flatMap(job => {
    const edits = secretIn(job, variable.key, whole.ref, text)
    return edits ? [edits] : []
  })
  if (given.length < jobs.length || heading.value.kind !== 'mapping' || isBracketed(text, heading.value)) return { declined: 'The layout of the job leaves no room for the secret; write it as a block.' }
  return [{ title: `Read \`${spell(whole.ref)}\` from Secrets Manager`, safety: 'review', requires: whole.ref, moves: [whole], edits: [...given.flat(), ...withoutEntry(text, heading, variable)] }]
}

interface Variable {
  /** Absent: of all jobs. */
  readonly job?: Entry
  readonly heading: Entry
  readonly variable: Entry
}

function variableOf(place: Place): Variable | undefined {
  const keys = keysOf(place)
  const at = keys[0] === 'variables' ? 0 : 1
  const [job, heading, variable] = [place.entries[0], place.entries[at], place.entries[at + 1]]
  const isWhole = keys.length === at + 2 || (keys.length === at + 3 && keys.at(-1) === 'value')
  if (!job || !heading || !variable || heading.key !== 'variables' || !isWhole || (at === 1 && (GLOBAL.has(job.key) || !isJob(job.value)))) return undefined
  return { ...(at === 1 && { job }), heading, variable }
}

/** Hidden jobs are patterns of others, and take secrets as they do. */
function isJob(node: Node): node is Mapping {
  return node.kind === 'mapping' && !entry(node, 'trigger')
}

/** The jobs of a pipeline that is all in one file; undefined where they are too many or not all known. */
function jobsOf(root: Node | undefined): readonly Entry[] | undefined {
  const jobs = entriesOf(root).filter(({ key, value }) => !GLOBAL.has(key) && !key.startsWith('.') && value.kind === 'mapping')
  const isKnown = !entry(root, 'include') && jobs.length > 0 && jobs.length <= MOST_JOBS && jobs.every(({ value }) => isJob(value) && entry(value, 'script'))
  return isKnown ? jobs : undefined
}

function entriesOf(node: Node | undefined): readonly Entry[] {
  return node?.kind === 'mapping' ? node.entries : []
}

/** Why a variable that only scripts see is not enough. */
function unfitFor(variable: Entry, job: Entry, root: Node | undefined, text: string): string | undefined {
  if ([job.value, root, get(root, 'default')].some(node => entry(node, 'services'))) return 'GitLab gives variables to services, but no secrets; a service that is made for the job needs a password that is no secret.'
  if (entry(get(root, 'default'), 'id_tokens') && !entry(job.value, 'id_tokens')) return 'The jobs have tokens by default, which those of a job replace; give the job its `id_tokens` first.'
  const global = entriesOf(root).filter(({ key }) => GLOBAL.has(key) && key !== 'default')
  const others = [...global, ...entriesOf(get(root, 'default')), ...entriesOf(job.value)].filter(({ key }) => !/script$/.test(key))
  const mention = new RegExp(`\\$\\{?${variable.key.replace(/\W/g, '\\$&')}\\b`)
  return others.some(({ range }) => mention.test(text.slice(...range))) ? 'GitLab needs the variable before the job runs, when no secret is read yet.' : undefined
}

/** Edits that give a job a secret, and the token to read it with. */
function secretIn({ value: job, keyRange }: Entry, name: string, ref: SecretRef, text: string): readonly Edit[] | undefined {
  const before = [entry(job, 'variables'), entry(job, 'script'), job.kind === 'mapping' ? job.entries[0] : undefined].find(one => one !== undefined && one.keyRange[0] > keyRange[0])
  if (!before || isBracketed(text, job) || !startsLine(text, before.range[0])) return undefined
  const eol = lineEnd(text)
  const step = indentation(text, '  ')
  const margin = marginAt(text, before.range[0])
  const at = lineStartAt(text, before.range[0])
  const put = (offset: number, indent: string, lines: readonly string[]): Edit => ({ range: [offset, offset], text: lines.map(line => indent + line + eol).join('') })
  const tokens = entry(job, 'id_tokens')
  const token = tokens ? tokenIn(tokens) : TOKEN
  const secrets = entry(job, 'secrets')
  // What a job merges in (`<<`) stands elsewhere, and its own would take its place.
  if ([tokens, secrets].some(one => one && !contains(job.range, one.keyRange))) return undefined
  if ((secrets && isOpen(secrets, text) === undefined) || (tokens && token === undefined && isOpen(tokens, text) === undefined) || entry(secrets?.value, name)) return undefined
  const lines = [`${name}:`, `${step}aws_secrets_manager:`, `${step}${step}secret_id: ${ref.id}`, ...(ref.key === undefined ? [] : [`${step}${step}field: ${ref.key}`]), `${step}token: $${token ?? TOKEN}`, `${step}file: false`]
  const tokenLines = [`${TOKEN}:`, `${step}aud: sts.amazonaws.com`]
  return [
    ...(tokens ? (token === undefined ? [put(isOpen(tokens, text) ?? at, margin + step, tokenLines)] : []) : [put(at, margin, ['id_tokens:', ...tokenLines.map(line => step + line)])]),
    ...(secrets ? [] : [put(at, margin, ['secrets:'])]),
    put(secrets ? (isOpen(secrets, text) ?? at) : at, secrets ? marginOf(secrets, text, margin + step) : margin + step, lines),
  ]
}

/** Where the first entry under a heading begins its line; undefined where it is written in brackets. */
function isOpen({ value }: Entry, text: string): number | undefined {
  const first = value.kind === 'mapping' ? value.entries[0] : undefined
  return first && !isBracketed(text, value) && startsLine(text, first.range[0]) ? lineStartAt(text, first.range[0]) : undefined
}

function marginOf({ value }: Entry, text: string, fallback: string): string {
  const first = value.kind === 'mapping' ? value.entries[0] : undefined
  return first ? marginAt(text, first.range[0]) : fallback
}

/** The name of the job's token for AWS. */
function tokenIn({ value }: Entry): string | undefined {
  const tokens = value.kind === 'mapping' ? value.entries : []
  return tokens.find(({ key, value: token }) => key === TOKEN || /amazonaws\.com/.test(stringOf(get(token, 'aud')) ?? ''))?.key
}
