import type { Document } from '../../src/core/document.ts'
import type { Edit } from '../../src/core/fix.ts'
import { type Entry, type Mapping, type Node, get, items, stringOf } from '../../src/core/tree.ts'
import { signInWithRole } from '../../src/lookups/workflow.ts'
import { type StaticCredentials, isAccessKeyName, isSecretKeyName, isTokenName, literalKey, placeOf, storedKey } from './keys.ts'

const SIGN_IN = 'aws-actions/configure-aws-credentials@'

const BY_HAND = 'Sign in with a role in a step above: `aws-actions/configure-aws-credentials` with `role-to-assume`.'

/** Where else the secret half of a key is given: a command of the AWS CLI. */
const CONFIGURES = /\baws\s+configure\s+set\s+aws_secret_access_key\s+["']?\$\{\{\s*(secrets\.[\w-]+)/

/** Keys in workflows and actions of GitHub, and in pipelines of GitLab. */
export function* pipelines(document: Document): Generator<StaticCredentials> {
  const { path, parsed: { documents: [root] } } = document
  if (!root) return
  if (/(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/i.test(path) || /(?:^|\/)action\.ya?ml$/i.test(path)) yield* workflow(document, root)
  if (/(?:^|[/.])gitlab-ci\.ya?ml$|(?:^|\/)\.gitlab\/ci\/.*\.ya?ml$/i.test(path)) yield* gitlab(root)
}

/** A pair of keys in a mapping. */
interface Pair {
  readonly access?: Entry
  readonly secret: Entry
  readonly heading: Entry
}

function* workflow(document: Document, root: Node): Generator<StaticCredentials> {
  const jobs = get(root, 'jobs')
  const all = jobs?.kind === 'mapping' ? jobs.entries.flatMap(({ value }) => (value.kind === 'mapping' ? [value] : [])) : []
  for (const pair of pairsIn(root, 'env')) yield problem(pair, () => (all.length === 1 && all[0] ? signIn(document, all[0], pair) : 'The keys serve several jobs: let each of them sign in with a role.'))
  for (const job of all) {
    for (const pair of pairsIn(job, 'env')) yield problem(pair, () => signIn(document, job, pair))
    yield* steps(document, items(get(job, 'steps')), job)
  }
  yield* steps(document, items(get(root, 'runs', 'steps')), undefined)
}

function* steps(document: Document, all: readonly Node[], job: Mapping | undefined): Generator<StaticCredentials> {
  for (const step of all) {
    const isSignIn = (stringOf(get(step, 'uses')) ?? '').startsWith(SIGN_IN)
    for (const pair of pairsIn(step, 'with')) yield problem(pair, () => (job && isSignIn ? signIn(document, job, pair, step) : BY_HAND))
    for (const pair of pairsIn(step, 'env')) yield problem(pair, () => (job ? signIn(document, job, pair) : BY_HAND))
    const run = get(step, 'run')
    const name = CONFIGURES.exec(stringOf(run) ?? '')?.[1]
    if (run && name !== undefined) yield { messageId: 'workflow', range: run.range, data: { name } }
  }
}

/** The secret half of keys that do not end, with its other half, under a heading. */
function* pairsIn(node: Node, name: string): Generator<Pair> {
  const heading = node.kind === 'mapping' ? node.entries.find(({ key }) => key === name) : undefined
  if (heading?.value.kind !== 'mapping') return
  const { entries } = heading.value
  if (entries.some(({ key, value }) => isTokenName(key) && stringOf(value) !== '') || entries.some(({ key }) => /endpoint[-_]?url/i.test(key))) return
  const access = entries.find(({ key }) => isAccessKeyName(key))
  for (const secret of entries) {
    if (isSecretKeyName(secret.key) && (storedKey(secret.value) !== undefined || literalKey(secret.value))) yield { secret, heading, ...(access && { access }) }
  }
}

/** @param edits What signs in by OIDC instead, or why nothing can be written. */
function problem({ secret }: Pair, edits: () => readonly Edit[] | string): StaticCredentials {
  return {
    messageId: 'workflow',
    ...placeOf(secret.value),
    data: { name: storedKey(secret.value) ?? secret.key },
    fixes: () => {
      const written = edits()
      return typeof written === 'string' ? [] : [{ title: 'Sign in with a role by OIDC (`vars.AWS_ROLE_ARN`)', safety: 'review', edits: written }]
    },
    declined: () => {
      const written = edits()
      return typeof written === 'string' ? written : undefined
    },
  }
}

function signIn(document: Document, job: Mapping, { access, secret, heading }: Pair, step?: Node): readonly Edit[] | string {
  const keys = [access, secret].flatMap(own => (own ? [{ heading, own }] : [])).sort((one, other) => one.own.range[0] - other.own.range[0])
  return signInWithRole(document, job, keys, step)
}

function* gitlab(root: Node): Generator<StaticCredentials> {
  for (const owner of [root, ...(root.kind === 'mapping' ? root.entries.map(({ value }) => value) : [])]) {
    const variables = get(owner, 'variables')
    for (const own of variables?.kind === 'mapping' ? variables.entries : []) {
      const value = get(own.value, 'value') ?? own.value
      const name = /^\$\{?(\w+)\}?$/.exec(stringOf(value) ?? '')?.[1]
      if (isSecretKeyName(own.key) && (name !== undefined || literalKey(value)) && !has(variables, isTokenName)) yield { messageId: 'pipeline', ...placeOf(value), data: { name: name ?? own.key } }
    }
    for (const line of ['before_script', 'script', 'after_script'].flatMap(key => items(get(owner, key)))) {
      const name = /\b(?:export\s+AWS_SECRET_ACCESS_KEY=|aws\s+configure\s+set\s+aws_secret_access_key\s+)["']?\$\{?(\w+)/.exec(stringOf(line) ?? '')?.[1]
      if (name !== undefined && !/AWS_SESSION_TOKEN|aws_session_token/.test(stringOf(line) ?? '')) yield { messageId: 'pipeline', range: line.range, data: { name } }
    }
  }
}

function has(node: Node | undefined, wanted: (name: string) => boolean): boolean {
  return node?.kind === 'mapping' && node.entries.some(({ key }) => wanted(key))
}
