import type { Document } from '../core/document.ts'
import type { Edit, Fix } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import { entry, get, items, stringOf, type Entry, type Mapping, type Node } from '../core/tree.ts'
import { isBracketed, marginAt, startsLine, withoutEntry, withoutLines } from './items.ts'
import { indentation, lineEnd, lineEndAt, lineStartAt, nextLine, partOf } from './layout.ts'
import { shortWords, spell } from './names.ts'
import { keysOf, placeOf, type Place } from './place.ts'

export default {
  id: 'workflow',
  matches: ({ path, format }) => format.id === 'yaml' && /(?:^|\/)\.github\/workflows\/[^/]+$/.test(path),
  replace,
} satisfies Lookup as Lookup

/** A step signs in by OIDC, another one puts the secret into the environment of the steps below it. */
function replace(placed: Named, document: Document): readonly Fix[] | Declined {
  const place = placeOf(document, placed.literal.content)
  const target = place && targetOf(place)
  if (place && /^(?:services|container)$/.test(keysOf(place)[2] ?? '')) return { declined: SERVICE }
  if (!place || !target) return { declined: 'The secret does not stand in the environment, the inputs or the script of a job with steps.' }
  if (typeof target === 'string') return { declined: target }
  const { text } = document
  const head = text.slice(placed.literal.content[0], placed.credential.range[1] + 20)
  if (entry(target.job, 'services') && /@(?:localhost|127\.0\.0\.1)\b/.test(head)) return { declined: SERVICE }
  const exported = exportedName(placed, !target.step)
  if (!target.step && (partOf(placed) || placed.literal.binding?.name !== exported.name)) return { declined: 'The variable cannot be filled under its own name; read the secret in a step.' }
  const permission = permissionFor(target.job, place.nodes[0], text)
  if (typeof permission === 'string') return { declined: permission }
  const steps = stepsBefore(target, placed, exported.alias, text)
  if (typeof steps === 'string') return { declined: steps }
  const edits = target.step ? [reference(placed, place, `\${{ env.${exported.name} }}`, text)] : removal(place, text)
  return [{ title: `Read \`${spell(placed.ref)}\` from Secrets Manager`, safety: 'review', requires: placed.ref, edits: [...permission, ...steps, ...edits] }]
}

/** The expression in the literal's place; within brackets of YAML it needs quotes. */
function reference(placed: Named, { nodes }: Place, value: string, text: string): Edit {
  const holder = nodes.at(-2)
  const isFlow = placed.literal.quote === '' && !partOf(placed) && holder !== undefined && isBracketed(text, holder)
  return { range: partOf(placed) ?? placed.literal.content, text: isFlow ? `"${value}"` : value }
}

const SERVICE = 'A service starts before any step can read a secret; one that is made for the job needs a password that is no secret.'

interface Target {
  readonly job: Mapping
  readonly steps: readonly Node[]
  /** Absent: the literal stands in the environment of all steps. */
  readonly step?: Node
}

function targetOf({ entries, nodes }: Place): Target | string | undefined {
  const [section, second, third, fourth] = entries.map(({ key }) => key)
  const jobs = get(nodes[0], 'jobs')
  if (section === 'env' && entries.length === 2) {
    const [job, ...others] = jobs?.kind === 'mapping' ? jobs.entries : []
    return others.length > 0 ? 'The secret serves several jobs; give each its own.' : jobWith(job?.value)
  }
  if (section !== 'jobs' || second === undefined) return undefined
  const job = jobWith(entries[1]?.value)
  if (third === 'env' && entries.length === 4) return job
  if (third !== 'steps' || !job || (fourth !== 'env' && fourth !== 'with' && fourth !== 'run')) return undefined
  const step = job.steps.find(one => nodes.includes(one))
  return step && { ...job, step }
}

function jobWith(job: Node | undefined): Target | undefined {
  const steps = get(job, 'steps')
  return job?.kind === 'mapping' && steps?.kind === 'sequence' && steps.items.length > 0 ? { job, steps: steps.items } : undefined
}

/** The variable that the action sets, and the alias that makes it: of a key of JSON `ALIAS_KEY`. `isBound`: it must be called as the literal is; else after its secret, of which there is one only. */
function exportedName({ ref, literal }: Named, isBound: boolean): { readonly name: string; readonly alias: string } {
  const own = literal.binding?.name ?? ''
  const bound = isBound && /^[A-Z_][A-Z\d_]*$/.test(own) ? own : undefined
  const words = shortWords(ref.id).join('_').toUpperCase()
  const alias = /^\d/.test(words) ? `SECRET_${words}` : words
  if (ref.key === undefined) return { name: bound ?? alias, alias: bound ?? alias }
  const ending = `_${ref.key.toUpperCase().replace(/[^A-Z\d_]/g, '_')}`
  const head = bound !== undefined && bound.length > ending.length && bound.endsWith(ending) ? bound.slice(0, -ending.length) : alias
  return { name: head + ending, alias: head }
}

const SIGN_IN = 'aws-actions/configure-aws-credentials'
const READ = 'aws-actions/aws-secretsmanager-get-secrets'

function uses(node: Node, action: string): boolean {
  return (stringOf(get(node, 'uses')) ?? '').startsWith(`${action}@`)
}

/** The steps that sign in and read, below the checkout or the sign-in that the job has; or why they have no place. */
function stepsBefore({ steps, step }: Target, { ref }: Named, alias: string, text: string): readonly Edit[] | string {
  const limit = step ? steps.indexOf(step) : steps.length
  const reading = steps.findIndex((node, index) => index < limit && uses(node, READ))
  const signIn = steps.findIndex((node, index) => index < limit && uses(node, SIGN_IN))
  const after = reading >= 0 ? reading : signIn >= 0 ? signIn : steps.findIndex((node, index) => index < limit && index === 0 && uses(node, 'actions/checkout'))
  const earlier = steps.slice(0, after + 1).filter(node => !/^(?:actions\/(?:checkout|setup-[\w-]+|cache)|aws-actions\/[\w-]+)@/.test(stringOf(get(node, 'uses')) ?? ''))
  if (!step && earlier.length > 0) return 'Steps before the sign-in have the variable too; sign in above them first.'
  const line = `${alias}, ${ref.id}`
  if (reading >= 0) return extended(steps[reading] as Node, line, text)
  const next = steps[after + 1]
  const [first] = steps
  const eol = lineEnd(text)
  const margin = first && /^[^\S\r\n]*(?=-\s)/.exec(text.slice(lineStartAt(text, first.range[0])))?.[0]
  if (!first || margin === undefined || !/^\s*-\s+$/.test(text.slice(lineStartAt(text, first.range[0]), first.range[0]))) return 'The layout of the job leaves no room for steps; write them as a list.'
  const at = next ? lineStartAt(text, next.range[0]) : nextLine(text, lineEndAt(text, first.range[1]))
  const indent = indentation(text, '  ')
  const block = (lines: readonly string[]): Edit => ({ range: [at, at], text: lines.map(one => margin + one + eol).join('') })
  const inner = `  ${indent}`
  return [
    ...(signIn >= 0 ? [] : [block([`- uses: ${SIGN_IN}@v4`, '  with:', `${inner}role-to-assume: \${{ vars.AWS_ROLE_ARN }}`, `${inner}aws-region: \${{ vars.AWS_REGION }}`])]),
    block([`- uses: ${READ}@v3`, '  with:', `${inner}secret-ids: |`]),
    block([`${inner}${indent}${line}`]),
    block([`${inner}parse-json-secrets: true`]),
  ]
}

/**
 * Edits by which a job signs in with a role instead of keys: in the step that has them, or above the first one that needs them; or why that cannot be said.
 * @param keys The entries that name the keys, of `with` in a step that signs in or of an `env`.
 */
export function signInWithRole(document: Document, job: Mapping, keys: readonly { readonly heading: Entry; readonly own: Entry }[], signIn: Node | undefined): readonly Edit[] | string {
  const { text, parsed } = document
  const permission = permissionFor(job, parsed.documents[0], text)
  if (typeof permission === 'string') return permission
  const [first, ...others] = keys
  if (!first || keys.some(({ own }) => !startsLine(text, own.range[0]))) return 'The layout of the keys leaves no room; write each on a line of its own.'
  if (signIn) {
    const hasRole = entry(get(signIn, 'with') ?? signIn, 'role-to-assume') !== undefined
    const role: Edit = { range: [first.own.range[0], lineEndAt(text, first.own.range[0])], text: ROLE }
    return [...permission, ...(hasRole ? [withoutLines(text, first.own.range)] : [role]), ...others.map(({ own }) => withoutLines(text, own.range))]
  }
  const steps = entry(job, 'steps')?.value
  const block = steps?.kind === 'sequence' ? signInStep(steps.items, text) : undefined
  if (!block) return 'The layout of the job leaves no room for steps; write them as a list.'
  const isWhole = first.heading.value.kind === 'mapping' && first.heading.value.entries.length === keys.length
  return [...permission, block, ...(isWhole ? [withoutLines(text, first.heading.range)] : keys.map(({ own }) => withoutLines(text, own.range)))]
}

const ROLE = 'role-to-assume: ${{ vars.AWS_ROLE_ARN }}'

/** Signs in below the checkout, or before all steps. */
function signInStep(steps: readonly Node[], text: string): Edit | undefined {
  const [first] = steps
  const margin = first && /^[^\S\r\n]*(?=-\s)/.exec(text.slice(lineStartAt(text, first.range[0])))?.[0]
  if (!first || margin === undefined) return undefined
  const next = steps[uses(first, 'actions/checkout') ? 1 : 0]
  const at = next ? lineStartAt(text, next.range[0]) : nextLine(text, lineEndAt(text, first.range[1]))
  const inner = `  ${indentation(text, '  ')}`
  return { range: [at, at], text: [`- uses: ${SIGN_IN}@v4`, '  with:', `${inner}${ROLE}`, `${inner}aws-region: \${{ vars.AWS_REGION }}`].map(line => margin + line + lineEnd(text)).join('') }
}

/** One more secret in the step that reads them. */
function extended(step: Node, line: string, text: string): readonly Edit[] | string {
  const ids = get(step, 'with', 'secret-ids')
  const [last] = ids?.kind === 'scalar' && /^[|>]/.test(text.slice(ids.range[0])) ? [ids] : []
  const parses = get(step, 'with', 'parse-json-secrets')
  if (!last || parses?.kind !== 'scalar' || String(parses.value) !== 'true') return 'The job reads secrets in another way already; add this one to its step by hand.'
  const content = text.slice(...last.content)
  if (content.split(/[\r\n]+/).some(one => one.trim() === line)) return []
  const end = last.content[0] + content.trimEnd().length
  return [{ range: [end, end], text: lineEnd(text) + marginAt(text, end) + line }]
}

/** Actions that ask nothing of the job's token but to read. */
const MODEST = /^(?:actions\/(?:checkout|cache|upload-artifact|download-artifact)|[\w-]+\/setup-[\w-]+|pnpm\/action-setup|(?:appleboy|astral-sh|aws-actions|azure|codecov|denoland|docker|dtolnay|google-github-actions|gradle|hashicorp|js-devtools|oven-sh|pypa|slackapi|snyk|sonarsource|swatinem)\/[\w-]+)@/i

/** Edits that let the job ask for an OIDC token; none where it may; or why that cannot be said. */
function permissionFor(job: Mapping, root: Node | undefined, text: string): readonly Edit[] | string {
  const given = entry(job, 'permissions') ?? entry(root, 'permissions')
  const eol = lineEnd(text)
  const unknown = 'Give the job `permissions` first, with `id-token: write` beside what else it needs.'
  if (!given) {
    const steps = entry(job, 'steps')
    const runner = entry(job, 'runs-on') ?? steps
    const actions = items(steps?.value).flatMap(step => stringOf(get(step, 'uses')) ?? [])
    // What is not granted is taken away: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions
    if (!runner || !steps || !actions.every(action => MODEST.test(action)) || /GITHUB_TOKEN|github\.token|GH_TOKEN|\bgit push\b|\bgh [a-z]/.test(text.slice(...job.range)) || !startsLine(text, runner.range[0])) return unknown
    const at = runner === steps ? lineStartAt(text, runner.range[0]) : nextLine(text, lineEndAt(text, runner.value.range[1]))
    const margin = marginAt(text, runner.range[0])
    return [{ range: [at, at], text: ['permissions:', `${indentation(text, '  ')}contents: read`, `${indentation(text, '  ')}id-token: write`].map(line => margin + line + eol).join('') }]
  }
  if (given.value.kind === 'scalar') return given.value.value === 'write-all' ? [] : unknown
  if (given.value.kind !== 'mapping') return unknown
  if (given.value.entries.some(({ key, value }) => key === 'id-token' && stringOf(value) === 'write')) return []
  const [first] = given.value.entries
  if (!first || entry(given.value, 'id-token') || !startsLine(text, first.range[0])) return unknown
  const line = lineStartAt(text, first.range[0])
  return [{ range: [line, line], text: `${marginAt(text, first.range[0])}id-token: write${eol}` }]
}

/** Takes a variable out; with the last one, their heading. */
function removal({ entries }: Place, text: string): readonly Edit[] {
  const [heading, variable] = entries.slice(-2)
  return heading && variable ? withoutEntry(text, heading, variable) : []
}
