// Single cases out of scanners' own tests, laid out as files, and what a scanner made of them.
// CASES: a JSON line each of { id, source, sources, kind, provider, tags, text, path? }.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * @typedef {{ id: string, sources: string[], kind: 'positive' | 'negative', provider: string, tags: string[], text: string, path?: string }} Case
 * @typedef {Case & { file: string }} Laid
 */

/** Positives on which tools disagree for a reason. */
const SOFT = new Set(['placeholder-like', 'checksum-invalid', 'low-entropy', 'contested', 'artificial-value'])

/** Writes one file for each case, under neutral names. @param {string} cases @param {string} folder @returns {Laid[]} */
export function layOut(cases, folder) {
  return readFileSync(cases, 'utf8').split('\n').filter(Boolean).map((line, index) => {
    /** @type {Case} */
    const own = JSON.parse(line)
    const name = `c${String(index).padStart(5, '0')}`
    const file = own.path ? `${name}/${own.path.replace(/^\/+/, '')}` : `${name}.txt`
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), own.text.endsWith('\n') ? own.text : `${own.text}\n`)
    return { ...own, file }
  })
}

/** Whether a positive is firm. @param {Case} own */
const isFirm = ({ kind, tags }) => kind === 'positive' && !tags.some(tag => SOFT.has(tag))
/** Whether a negative counts. @param {Case} own */
const isNegative = ({ kind, tags }) => kind === 'negative' && !tags.includes('contested')

/** What is counted, each with the cases that belong to it; `ancestors` are the sources that a tool's own rules come from. @type {readonly [string, (own: Case, ancestors: ReadonlySet<string>) => boolean][]} */
export const GROUPS = [
  ['firm positives', isFirm],
  ['firm, of others', (own, ancestors) => isFirm(own) && !own.sources.some(source => ancestors.has(source))],
  ['firm, of others, of a provider', (own, ancestors) => isFirm(own) && !own.sources.some(source => ancestors.has(source)) && !own.provider.startsWith('generic-')],
  ['all positives', ({ kind }) => kind === 'positive'],
  ['false alarms on plain negatives', own => isNegative(own) && !own.tags.includes('near-miss') && !own.tags.includes('disputed')],
  ['false alarms on all negatives', isNegative],
]

/** The same by source. @param {readonly Case[]} cases @returns {[string, (own: Case) => boolean][]} */
export function groupsBySource(cases) {
  return [...new Set(cases.flatMap(({ sources }) => sources))].sort().flatMap(source => /** @type {[string, (own: Case) => boolean][]} */ ([
    [`${source}: firm positives`, own => isFirm(own) && own.sources.includes(source)],
    [`${source}: false alarms`, own => isNegative(own) && own.sources.includes(source)],
  ]))
}
