import type { Document } from '../core/document.ts'
import type { Edit, Fix, SecretRef } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import { entry, get, stringOf, type Entry, type Mapping, type Node, type Sequence } from '../core/tree.ts'
import { marginAt, rewritten, startsLine, withoutItem } from './items.ts'
import { lineEnd } from './layout.ts'
import { spell } from './names.ts'
import { keysOf, placeOf } from './place.ts'
import { wholeOf } from './whole.ts'

export default {
  id: 'ecs',
  matches: ({ format, text, parsed }) => format.id === 'json' && /"(?:environment|secrets)"/.test(text) && containersIn(parsed.documents[0]).length > 0,
  replace,
} satisfies Lookup as Lookup

/** The containers of a task definition: what `register-task-definition` takes, what `describe-task-definition` prints, or the list alone. */
function containersIn(root: Node | undefined): readonly Node[] {
  const list = [get(root, 'containerDefinitions'), get(root, 'taskDefinition', 'containerDefinitions'), root].find(node => node?.kind === 'sequence')
  const containers = list?.kind === 'sequence' ? list.items : []
  return containers.every(one => stringOf(get(one, 'name')) !== undefined && entry(one, 'image') !== undefined && entry(one, 'env') === undefined) ? containers : []
}

/** The variable moves to `secrets`, which ECS fills when the task starts: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html */
function replace(placed: Named, document: Document): readonly Fix[] | Declined {
  const { text, parsed } = document
  const place = placeOf(document, placed.literal.content)
  const container = containersIn(parsed.documents[0]).find(one => place?.nodes.includes(one))
  const variable = place?.nodes.at(-2)
  const value = place?.entries.at(-1)
  const list = entry(container, 'environment')
  if (place && keysOf(place).includes('logConfiguration')) return { declined: 'An option of a log driver that is secret belongs into `secretOptions`, with the ARN of its secret in `valueFrom`.' }
  if (!place || !list || list.value.kind !== 'sequence' || variable?.kind !== 'mapping' || value?.key !== 'value' || !list.value.items.includes(variable)) {
    return { declined: 'ECS reads Secrets Manager only for variables of a container and options of its log driver; pass the secret in a variable.' }
  }
  const whole = wholeOf(placed)
  if (!whole) return { declined: 'ECS fills a variable only as a whole; put the secret part into a variable of its own.' }
  const arn = arnOf(whole.ref, text)
  const changes: readonly Edit[] = [{ range: value.keyRange, text: 'valueFrom' }, { range: placed.literal.content, text: arn.text }]
  const edits = moved(text, container, list, list.value, variable, changes)
  return [{
    title: `Read \`${spell(whole.ref)}\` from Secrets Manager${arn.complete ? '' : ', with your region and account in its ARN'}`,
    safety: 'review',
    requires: whole.ref,
    moves: [whole],
    edits,
  }]
}

function moved(text: string, container: Node | undefined, list: Entry, { items, range }: Sequence, variable: Mapping, changes: readonly Edit[]): readonly Edit[] {
  const secrets = get(container, 'secrets')
  const last = secrets?.kind === 'sequence' ? secrets.items.at(-1) : undefined
  if (items.length === 1 && !secrets) return [{ range: list.keyRange, text: 'secrets' }, ...changes]
  const removed = items.length === 1 && container?.kind === 'mapping' ? withoutItem(text, list, container.entries) : withoutItem(text, variable, items)
  const secret = rewritten(text, variable.range, changes)
  const eol = lineEnd(text)
  if (last) {
    const between = startsLine(text, last.range[0]) ? eol + marginAt(text, last.range[0]) : ' '
    return [...removed, { range: [last.range[1], last.range[1]], text: `,${between}${secret}` }]
  }
  const isTall = startsLine(text, variable.range[0])
  const [open, close] = isTall ? [eol + marginAt(text, variable.range[0]), eol + marginAt(text, list.range[0])] : ['', '']
  if (secrets) return [...removed, { range: secrets.range, text: `[${open}${secret}${close}]` }]
  const outer = startsLine(text, list.range[0]) ? eol + marginAt(text, list.range[0]) : ' '
  // The bracket is replaced and not followed, so that of two variables the second joins the list of the first.
  return [...removed, { range: [range[1] - 1, range[1]], text: `],${outer}"secrets": [${open}${secret}${close}]` }]
}

/** Without the six characters that AWS appends, as the CDK writes it too: they are not known before the secret is. */
function arnOf({ id, key }: SecretRef, text: string): { readonly text: string; readonly complete: boolean } {
  const known = /\barn:(aws[\w-]*):secretsmanager:([^:"\s]+):([^:"\s]+):secret:/.exec(text)
  const [, host, registry] = /\b(\d{12})\.dkr\.ecr\.([a-z\d-]+)\.amazonaws\./.exec(text) ?? []
  const partition = known?.[1] ?? /\barn:(aws[\w-]*):/.exec(text)?.[1] ?? 'aws'
  const region = known?.[2] ?? /"awslogs-region"\s*:\s*"([a-z\d-]+)"/.exec(text)?.[1] ?? registry
  const account = known?.[3] ?? /\barn:aws[\w-]*:iam::([^:"\s]+):/.exec(text)?.[1] ?? host
  const arn = `arn:${partition}:secretsmanager:${region ?? '<region>'}:${account ?? '<account>'}:secret:${id}${key === undefined ? '' : `:${key}::`}`
  return { text: arn, complete: region !== undefined && account !== undefined }
}
