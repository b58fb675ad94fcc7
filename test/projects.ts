import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Document } from '../dist/src/core/document.js'
import type { Moved } from '../dist/src/core/fix.js'
import type { ProjectFacts } from '../dist/src/core/rule.js'
import { projectFacts } from '../dist/src/cli/project.js'
import { decodeText, encodeText } from '../dist/src/core/encoding.js'
import { detect } from '../dist/src/detection/detect.js'
import { expandShapes } from '../dist/src/detection/shape.js'
import { type FixPlan, planFixes } from '../dist/src/engine/apply.js'
import { type Reported, checkDocument } from '../dist/src/engine/check.js'
import { openDocument } from '../dist/src/formats/index.js'
import { proposeFor } from '../dist/src/lookups/index.js'
import { activeRule } from './support.ts'

export const PROJECTS = new URL('../fixtures/projects/', import.meta.url)

/** Names of the small repositories under `fixtures/projects`. */
export const projectNames: readonly string[] = readdirSync(PROJECTS, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name).sort()

/** A file of a project with its shapes expanded. */
export interface ProjectFile {
  readonly path: string
  readonly text: string
  readonly facts: ProjectFacts
}

/** The files of a project, by path. */
export function filesOf(project: string): readonly ProjectFile[] {
  const root = new URL(`${project}/`, PROJECTS)
  const facts = projectFacts(fileURLToPath(root), { file: '', rules: {}, ignore: [] })
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => `${entry.parentPath}/${entry.name}`.slice(fileURLToPath(root).length).replace(/^\//, ''))
    .sort()
    .map(path => ({ path, text: expandShapes(readFileSync(new URL(path, root), 'utf8')), facts: facts(path) }))
}

const active = [activeRule('no-hardcoded-secret', 'recommended'), activeRule('no-plaintext-secret-property', 'recommended'), activeRule('no-secret-fallback', 'recommended')]

export function findingsIn(document: Document, facts: ProjectFacts): readonly Reported[] {
  return [...checkDocument(document, active, () => facts)]
}

/** What `fix --review` makes of a file. */
export function fixed({ path, text, facts }: ProjectFile): FixPlan {
  return planFixes(openDocument(path, text), { open: openDocument, find: document => findingsIn(document, facts), allows: () => true })
}

/** What it makes of the files of a project, one after the other. */
export function fixedTogether(files: readonly ProjectFile[]): readonly FixPlan[] {
  const moved: Moved[] = []
  return files.map(file => {
    const plan = fixed({ ...file, facts: { ...file.facts, moved } })
    moved.push(...movesOf([plan]))
    return plan
  })
}

/** Why findings of a file have no fix. */
export function declinedIn({ path, text, facts }: ProjectFile): readonly string[] {
  const document = openDocument(path, text)
  const all = detect(document)
  return all.filter(({ role }) => role === 'secret').flatMap(credential => {
    const proposed = proposeFor(credential, all, document, facts)
    return 'declined' in proposed ? [`${path}:${document.lines.position(credential.range[0]).line} ${proposed.declined}`] : []
  })
}

/** What the applied fixes took out of the code. */
export function movesOf(plans: readonly FixPlan[]): readonly Moved[] {
  return plans.flatMap(({ applied }) => applied.flatMap(({ fix }) => fix.moves ?? []))
}

/** The secrets that the applied fixes ask for, as Secrets Manager would hold them. */
export function storeOf(plans: readonly FixPlan[]): Readonly<Record<string, string>> {
  const keyed = new Map<string, Record<string, string>>()
  const store: Record<string, string> = {}
  for (const { ref: { id, key }, value } of movesOf(plans)) {
    if (key === undefined) store[id] = value.reveal()
    else keyed.set(id, { ...keyed.get(id), [key]: value.reveal() })
  }
  for (const [id, keys] of keyed) store[id] = JSON.stringify(keys)
  return store
}

/** The text as a file holds it, in every encoding and with every line end that a fix must keep. */
export const DISGUISES: Readonly<Record<string, (text: string) => string>> = {
  'CRLF': text => text.replace(/\r?\n/g, '\r\n'),
  'no last line end': text => text.replace(/(?:\r?\n)+$/, ''),
  'UTF-16': text => decodeText(encodeText(text, 'utf-16le', true))?.text ?? '',
}
