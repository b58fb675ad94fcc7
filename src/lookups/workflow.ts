import type { Document } from '../core/document.ts'
import type { Edit, Fix } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import { entry, get, items, stringOf, type Entry, type Mapping, type Node } from '../core/tree.ts'
import { indentation, lineEnd, lineEndAt, nextLine, partOf } from './layout.ts'
import { shortWords, spell } from './names.ts'
import { placeOf, type Place } from './place.ts'

export default {
  id: 'workflow',
  matches: ({ path, format }) => format.id === 'yaml' && /(?:^|\/)\.github\/workflows\/[^/]+$/.test(path),
  replace,
} satisfies Lookup as Lookup

/** A step signs in by OIDC, another one puts the secret into the environment of the steps below it. */
function replace(placed: Named, document: Document): readonly Fix[] | Declined {
  const place = placeOf(document, placed.literal.content)
  const target = place && targetOf(place)
  if (!place || !target) return { declined: 'The secret does not stand in the environment, the inputs or the script of a job with steps.' }
  if (typeof target === 'string') return { declined: target }
  const { text } = document
  const exported = exportedName(placed)
  const inJob = !target.step
  if (inJob && (partOf(placed) || placed.literal.binding?.name !== exported.name)) return { declined: 'The variable cannot be filled under its own name; read the secret in a step.' }
  const steps = stepsBefore(target, placed, exported.alias, text)
  const permission = permissionFor(target.job, place.nodes[0], text)
  if (!steps || !permission) return { declined: 'The layout of the job leaves no room for the steps; give it `id-token: write` and write its steps as a list.' }
  const edit: Edit = inJob ? removal(place, text) : { range: partOf(placed) ?? placed.literal.content, text: `\${{ env.${exported.name} }}` }
  return [{ title: `Read \`${spell(placed.ref)}\` from Secrets Manager`, safety: 'review', requires: placed.ref, edits: [...permission, ...steps, edit] }]
}

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

/** The variable that the action sets, and the alias that makes it: of a key of JSON `ALIAS_KEY`. */
function exportedName({ ref, literal }: Named): { readonly name: string; readonly alias: string } {
  const own = literal.binding?.name ?? ''
  const bound = /^[A-Z_][A-Z\d_]*$/.test(own) ? own : undefined
  const words = shortWords(ref.id).join('_').toUpperCase()
  if (ref.key === undefined) return { name: bound ?? words, alias: bound ?? words }
  const ending = `_${ref.key.toUpperCase().replace(/[^A-Z\d_]/g, '_')}`
  const alias = bound !== undefined && bound.length > ending.length && bound.endsWith(ending) ? bound.slice(0, -ending.length) : words
  return { name: alias + ending, alias }
}

/** The steps that sign in and read, below the checkout or the sign-in that the job has. */
function stepsBefore({ steps, step }: Target, { ref }: Named, alias: string, text: string): readonly Edit[] | undefined {
  const uses = (node: Node, action: string): boolean => (stringOf(get(node, 'uses')) ?? '').startsWith(`${action}@`)
  const limit = step ? steps.indexOf(step) : steps.length
  const signIn = steps.findIndex((node, index) => index < limit && uses(node, 'aws-actions/configure-aws-credentials'))
  const after = signIn >= 0 ? signIn : steps.findIndex((node, index) => index < limit && index === 0 && uses(node, 'actions/checkout'))
  const next = steps[after + 1]
  const [first] = steps
  if (!first) return undefined
  const eol = lineEnd(text)
  const lineOf = (node: Node): number => text.lastIndexOf('\n', node.range[0] - 1) + 1
  const margin = /^[^\S\r\n]*(?=-\s)/.exec(text.slice(lineOf(first)))?.[0]
  if (margin === undefined || !/^\s*-\s+$/.test(text.slice(lineOf(first), first.range[0]))) return undefined
  const last = nextLine(text, lineEndAt(text, first.range[1]))
  const at = next ? lineOf(next) : last
  const step2 = indentation(text, '  ')
  const block = (lines: readonly string[]): Edit => ({ range: [at, at], text: lines.map(line => margin + line + eol).join('') })
  const inner = `  ${step2}`
  return [
    ...(signIn >= 0 ? [] : [block(['- uses: aws-actions/configure-aws-credentials@v4', '  with:', `${inner}role-to-assume: \${{ vars.AWS_ROLE_ARN }}`, `${inner}aws-region: \${{ vars.AWS_REGION }}`])]),
    block(['- uses: aws-actions/aws-secretsmanager-get-secrets@v3', '  with:', `${inner}secret-ids: |`]),
    block([`${inner}${step2}${alias}, ${ref.id}`]),
    block([`${inner}parse-json-secrets: true`]),
  ]
}

/** Edits that let the job ask for an OIDC token; none where it may; undefined where that cannot be said. */
function permissionFor(job: Mapping, root: Node | undefined, text: string): readonly Edit[] | undefined {
  const given = entry(job, 'permissions') ?? entry(root, 'permissions')
  const eol = lineEnd(text)
  if (!given) {
    const jobs = entry(root, 'jobs')
    const step = indentation(text, '  ')
    return jobs && [{ range: [jobs.range[0], jobs.range[0]], text: ['permissions:', `${step}contents: read`, `${step}id-token: write`, '', ''].join(eol) }]
  }
  if (given.value.kind === 'scalar') return given.value.value === 'write-all' ? [] : undefined
  if (given.value.kind !== 'mapping' || given.value.entries.some(({ key, value }) => key === 'id-token' && stringOf(value) === 'write')) return []
  const [first] = given.value.entries
  if (!first || entry(given.value, 'id-token')) return undefined
  const line = text.lastIndexOf('\n', first.range[0] - 1) + 1
  const margin = text.slice(line, first.range[0])
  return margin.trim() === '' ? [{ range: [line, line], text: `${margin}id-token: write${eol}` }] : undefined
}

/** Takes a variable out; with the last one, their heading. */
function removal({ entries }: Place, text: string): Edit {
  const variable = entries.at(-1) as Entry
  const heading = entries.at(-2)
  const whole = heading && items(heading.value).length === 1 && heading.value.kind === 'mapping' && heading.value.entries.length === 1 ? heading : variable
  return { range: [text.lastIndexOf('\n', whole.range[0] - 1) + 1, nextLine(text, lineEndAt(text, variable.range[1]))], text: '' }
}

