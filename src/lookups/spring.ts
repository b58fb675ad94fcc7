import type { Document } from '../core/document.ts'
import type { Edit, Fix } from '../core/fix.ts'
import type { Declined, Lookup, Named, Target } from '../core/lookup.ts'
import type { ProjectFacts } from '../core/rule.ts'
import { type Range, contains } from '../core/text.ts'
import { entry, get, stringOf, type Entry, type Mapping, type Node } from '../core/tree.ts'
import { isBracketed, marginAt, startsLine } from './items.ts'
import { indentation, lineEnd, lineStartAt, partOf } from './layout.ts'
import { movesOf } from './moves.ts'
import { shortWords, spell } from './names.ts'

export default {
  id: 'spring',
  matches: ({ path, format, text }) =>
    (format.id === 'yaml' || format.id === 'properties') && /(?:^|\/)(?:application|bootstrap)(?:-[\w-]+)?\.(?:ya?ml|properties)$/.test(path) && SPRING.test(text) && !OTHER.test(text),
  replace,
} satisfies Lookup as Lookup

/** Keys that Spring Boot's files have, and those of frameworks whose files are called the same. */
const SPRING = /^(?:spring|server|management|logging|eureka|springdoc)\b/m
const OTHER = /^(?:['"%]?(?:quarkus|micronaut|mp|camel)\b|play\.)/m

const STARTER = 'io.awspring.cloud:spring-cloud-aws-starter-secrets-manager'

/** The property refers to one that `spring.config.import` brings: https://docs.awspring.io/spring-cloud-aws/docs/3.4.0/reference/html/index.html#spring-cloud-aws-secrets-manager */
function replace(placed: Target, document: Document, { versions, dependencies }: ProjectFacts): readonly Fix[] | Declined {
  const { path, format, text } = document
  if (isOld(versions['spring-boot'], text)) return { declined: 'Spring Boot before 2.4 has no `spring.config.import`; let the platform fill a variable of the environment, and refer to that.' }
  if (/(?:^|\/)bootstrap/.test(path)) return { declined: '`spring.config.import` has no effect in a bootstrap file; move the property to `application.yml` first.' }
  if (/(?:^|\/)src\/(?:test|integrationTest|it)\//.test(path)) return { declined: 'Tests must run without Secrets Manager; give them a value that is no secret.' }
  const part = documentOf(document, placed.literal.content)
  if (!part) return { declined: 'The secret does not stand in a property.' }
  const imported = format.id === 'yaml' ? importInYaml(part) : part.entries.find(({ key }) => key === 'spring.config.import')
  if (part.entries.some(({ key }) => key.startsWith('spring.config.import['))) return { declined: '`spring.config.import` is written item by item; add the secret to it by hand.' }
  const source = sourceOf(placed, imported, part, text)
  const added = source.isNew ? addImport(source.location, imported, part, document) : []
  if (!added) return { declined: 'The layout leaves no room for `spring.config.import`; add it by hand.' }
  const along = placed.along.filter(({ range }) => contains(part.range, range))
  const places = [{ ref: placed.ref, literal: placed.literal, range: partOf(placed) ?? placed.literal.content }, ...along.map(({ key, literal, range }) => ({ ref: { ...placed.ref, key }, literal, range }))]
  return [{
    title: `Read \`${spell(placed.ref)}\` from Secrets Manager`,
    safety: 'review',
    requires: placed.ref,
    moves: movesOf(places),
    ...(!dependencies.has(STARTER) && { dependencies: [STARTER] }),
    edits: [...added, ...places.map(({ ref, range }) => ({ range, text: `\${${source.head}${ref.key ?? source.last}}` }))],
  }]
}

/** Whether Spring Boot is older than 2.4: by what the build says, else by properties that newer ones do not have. */
function isOld(version: string | undefined, text: string): boolean {
  const [major = 0, minor = 0] = (/^\d+\.\d+/.exec(version ?? '')?.[0] ?? '').split('.').map(Number)
  if (major > 0) return major < 2 || (major === 2 && minor < 4)
  return /^(?:server\.context-?path|spring\.profiles)\s*[=:]|^server:\s*(?:\r\n|\n)(?:[ \t]{1,8}port:[^\r\n]*(?:\r\n|\n))?[ \t]{1,8}context-?path\s*:|^[ \t]{1,8}profiles:[ \t]*[\w"']/m.test(text)
}

/** What stands under one head: a document of YAML, or the lines of properties between two `#---`. */
function documentOf({ format, parsed, text }: Document, range: Range): Mapping | undefined {
  const root = parsed.documents.find(node => contains(node.range, range))
  if (root?.kind !== 'mapping' || format.id === 'yaml') return root?.kind === 'mapping' ? root : undefined
  const marks = parsed.comments.map(({ range: own }) => own).filter(own => /^[#!]---\s*$/.test(text.slice(...own)))
  const start = marks.findLast(([, end]) => end <= range[0])?.[1] ?? 0
  const end = marks.find(([from]) => from >= range[1])?.[0] ?? text.length
  return { ...root, range: [start, end], entries: root.entries.filter(own => contains([start, end], own.range)) }
}

function importInYaml(root: Mapping): Entry | undefined {
  const direct = entry(root, 'spring.config.import')
  if (direct) return direct
  const spring = get(root, 'spring')
  return entry(spring, 'config.import') ?? entry(get(spring, 'config'), 'import') ?? entry(get(root, 'spring.config'), 'import')
}

interface Source {
  /** Before the key of its JSON. */
  readonly head: string
  /** What it is called where it is no JSON. */
  readonly last: string
  readonly location: string
  readonly isNew: boolean
}

/** The property that a secret becomes. Those of JSON get a prefix, since other secrets and the environment have a `password` too. */
function sourceOf({ ref, literal }: Named, imported: Entry | undefined, { entries }: Mapping, text: string): Source {
  const known = imported && new RegExp(`aws-secretsmanager:(?:[^,\\s]*;)?${ref.id.replace(/[^\w/]/g, '\\$&')}(?:\\?prefix=([\\w.-]*))?(?=[;,\\s"'\\]]|$)`).exec(text.slice(...imported.range))
  const last = ref.id.slice(ref.id.lastIndexOf('/') + 1)
  if (known) return { head: known[1] ?? '', last, location: '', isNew: false }
  const words = shortWords(ref.id).join('-')
  const isTaken = (name: string): boolean => entries.some(({ key }) => key === name || key.startsWith(`${name}.`))
  if (ref.key === undefined && last === words && !isTaken(last) && literal.binding?.name !== last) return { head: '', last, location: `aws-secretsmanager:${ref.id}`, isNew: true }
  const head = [words, `${words}-secret`].find(name => !isTaken(name)) ?? `${words}-aws`
  return { head: `${head}.`, last, location: `aws-secretsmanager:${ref.id}?prefix=${head}.`, isNew: true }
}

/** Edits that import one more secret; undefined where they have no place. */
function addImport(location: string, imported: Entry | undefined, part: Mapping, { format, text }: Document): readonly Edit[] | undefined {
  if (imported) return extend(location, imported, text)
  const eol = lineEnd(text)
  const [first] = part.entries
  if (!first || isBracketed(text, part)) return undefined
  if (format.id === 'properties') {
    const equals = /^\s*=\s*/.exec(text.slice(first.keyRange[1]))?.[0] ?? '='
    const name = part.entries.find(({ key }) => key === 'spring.application.name') ?? part.entries.find(({ key }) => key.startsWith('spring.config.activate.'))
    const line = `spring.config.import${equals}${location}`
    // A character is replaced and not only followed, so that of two secrets the second joins the import of the first.
    return name ? [around(text, name.range[1] - 1, `${eol}${line}`, 'after')] : [around(text, first.range[0], `${line}${eol}`, 'before')]
  }
  const step = indentation(text, '  ')
  const spring = entry(part, 'spring')
  if (!spring) return [around(text, first.range[0], ['spring:', `${step}config:`, `${step}${step}import: ${location}`, ''].join(eol), 'before')]
  const [inner] = spring.value.kind === 'mapping' ? spring.value.entries : []
  if (!inner || isBracketed(text, spring.value) || !startsLine(text, inner.range[0])) return undefined
  const config = entry(spring.value, 'config')
  const below = config?.value.kind === 'mapping' ? config.value.entries[0] : undefined
  if (config && (!below || isBracketed(text, config.value) || !startsLine(text, below.range[0]))) return undefined
  const margin = marginAt(text, (below ?? inner).range[0])
  if (below) return [around(text, below.range[0], `import: ${location}${eol}${margin}`, 'before')]
  const name = entry(entry(spring.value, 'application')?.value, 'name') && entry(spring.value, 'application')
  const lines = [`config:`, `${step}import: ${location}`]
  if (name && name === inner && !/[\r\n]\s*$/.test(text.slice(...name.range))) return [around(text, name.range[1] - 1, eol + lines.map(line => margin + line).join(eol), 'after')]
  return [around(text, inner.range[0], lines.join(eol + margin) + eol + margin, 'before')]
}

function around(text: string, at: number, added: string, side: 'before' | 'after'): Edit {
  const own = text.slice(at, at + 1)
  return { range: [at, at + 1], text: side === 'before' ? added + own : own + added }
}

/** A further location in a value or list that is there. */
function extend(location: string, { value }: Entry, text: string): readonly Edit[] | undefined {
  if (value.kind === 'sequence') {
    const last = value.items.at(-1)
    if (!last || isBracketed(text, value)) return last && [{ range: [last.range[1], last.range[1]], text: `, "${location}"` }]
    const margin = text.slice(lineStartAt(text, last.range[0]), last.range[0])
    return /^\s*-\s+$/.test(margin) ? [{ range: [last.range[1], last.range[1]], text: lineEnd(text) + margin + location }] : undefined
  }
  const content = contentOf(value)
  const [last] = text.slice(...(content ?? [0, 0])).split(',').slice(-1)
  const more = last?.trim().startsWith('aws-secretsmanager:') ? location.replace('aws-secretsmanager:', ';') : `,${location}`
  return content && stringOf(value) !== '' ? [{ range: [content[1], content[1]], text: more }] : undefined
}

function contentOf(node: Node): Range | undefined {
  return node.kind === 'scalar' ? node.content : node.kind === 'call' || node.kind === 'reference' ? node.range : undefined
}
