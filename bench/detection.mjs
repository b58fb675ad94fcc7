// How well credentials are found, beside every other scanner that is installed, each run as its users run it: on single cases, on labelled lines of real repositories, on clean code.
// Usage: npm run bench:detection [-- cases labels clean] [-- TOOL …]. CASES, LABELS, FILES: bench/cases.mjs, bench/labelled.mjs. PEERS: folders with other scanners.
// CLEAN: folders (`:` between them) in which everything that is reported is a false alarm. SHOW=1 names ours that are wrong and those that are missed.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join, relative } from 'node:path'
import { detect } from '../dist/src/detection/detect.js'
import { placesOfPath } from '../dist/src/detection/evidence/place.js'
import { openDocument } from '../dist/src/formats/index.js'
import { GROUPS, groupsBySource, layOut } from './cases.mjs'
import { documentOf, folderOf, labelsByFile, linesOf } from './labelled.mjs'
import { installed, run } from './peers.mjs'

/** @typedef {import('./peers.mjs').Found} Found */
/** @typedef {import('./peers.mjs').Tool} Tool */
/** @typedef {{ name: string, ancestors: ReadonlySet<string>, found: ReadonlyMap<string, readonly Found[]> }} Column What one scanner found in each folder; ours has one from each confidence on. */

const { CASES = '/work/shared/data/credentials/dev.jsonl', LABELS = '/work/shared/data/detection/labels.jsonl', FILES = '/tmp/labels', CLEAN, SHOW } = process.env
const CONFIDENCES = /** @type {const} */ (['high', 'medium', 'low'])
const PRESETS = { high: 'ours, high', medium: 'ours', low: 'ours, strict' }
const LEAST = 10

const parts = { cases: byCases, labels: byLabels, clean: byCleanCode }
const wanted = process.argv.slice(2)
const { tools: there, missing } = installed()
const named = there.filter(({ name }) => wanted.includes(name))
const tools = named.length > 0 ? named : there
/** @type {Map<string, Map<string, number>>} Seconds of processor time, by corpus and tool. */
const times = new Map()

console.log(`Scanners: ${tools.map(({ name }) => name).join(', ')}.${missing.length > 0 ? ` Not installed: ${missing.join(', ')}.` : ''} \`${PRESETS.medium}\` is what \`recommended\` reports, \`${PRESETS.low}\` what \`strict\` does.`)
for (const [name, part] of Object.entries(parts)) if (!wanted.some(word => word in parts) || wanted.includes(name)) part()
print('Processor time in seconds', [...times].map(([corpus, seconds]) => [corpus, ...tools.map(({ name }) => (seconds.get(name) ?? 0).toFixed(1))]), tools.map(({ name }) => name))

function byCases() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-cases-'))
  const cases = layOut(CASES, folder)
  const columns = columnsOf('single cases', [folder])
  rmSync(folder, { recursive: true })
  const hits = columns.map(({ ancestors, found }) => ({ ancestors, files: new Set(found.get(folder)?.map(({ path }) => path)) }))
  const rows = [...GROUPS, ...groupsBySource(cases)].map(([name, belongs]) => {
    const cells = hits.map(({ ancestors, files }) => {
      const own = cases.filter(each => belongs(each, ancestors))
      return share(own.filter(({ file }) => files.has(file)).length, own.length)
    })
    return [`${name} (${cases.filter(each => belongs(each, new Set())).length})`, ...cells]
  })
  print(`Single cases of ${CASES}, ${cases.length}: found, in percent. What is \`of others\` leaves out the cases that a scanner's own rules come from`, rows, columns.map(({ name }) => name))
  if (!tools.some(isOurs)) return
  const inside = cases.map(each => ({ ...each, direct: detect(openDocument(each.path ?? each.file, each.text.endsWith('\n') ? each.text : `${each.text}\n`)).some(({ confidence }) => confidence !== 'low') }))
  const ours = new Set(columns.find(({ name }) => name === PRESETS.medium)?.found.get(folder)?.map(({ path }) => path))
  const lost = inside.filter(({ direct, file }) => direct && !ours.has(file))
  console.log(`Of the cases in which detection finds something in the document, the scanner as a whole (prefilter, ownership, skipping, comments) loses ${lost.filter(({ kind }) => kind === 'positive').length} positives and ${lost.filter(({ kind }) => kind === 'negative').length} negatives, and adds ${inside.filter(({ direct, file }) => !direct && ours.has(file)).length}.`)
  if (SHOW) for (const { id, kind, text } of lost) console.log(`lost ${kind} ${id}: ${text.slice(0, 120).replaceAll('\n', '⏎')}`)
}

function byLabels() {
  const files = labelsByFile(LABELS, FILES)
  const repositories = [...new Set(files.map(({ repository }) => repository))]
  const columns = columnsOf('labelled repositories', repositories.map(repository => folderOf(FILES, repository)), FILES)
  const labels = files.flatMap(({ repository, file, labels }) => labels.map(label => ({ ...label, repository, file, groups: ['all', ...groupsOf(file, label.category)] })))
  const hits = columns.map(({ found }) => labels.map(({ repository, file, from, to }) => linesIn(found, repository, file).some(line => from <= line && line <= to)))
  /** @type {Map<string, number[]>} Indices of labels. */
  const groups = new Map()
  labels.forEach(({ groups: names }, index) => names.forEach(name => groups.set(name, [...(groups.get(name) ?? []), index])))
  const rows = [...groups]
    .map(([name, own]) => ({ name, own, all: own.filter(index => labels[index]?.label === 'true').length }))
    .filter(({ all }) => all >= LEAST)
    .sort((one, other) => kindOf(one.name) - kindOf(other.name) || other.all - one.all)
    .map(({ name, own, all }) => [`${name} (${all})`, ...hits.map(hit => scores(own.filter(index => hit[index]).length, own.filter(index => hit[index] && labels[index]?.label === 'true').length, all))])
  const lines = new Map(files.map(({ repository, file }) => [`${repository}\0${file}`, readFileSync(join(folderOf(FILES, repository), file), 'latin1').split('\n').length]))
  const total = [...lines.values()].reduce((sum, count) => sum + count, 0)
  print(`Labelled lines of ${LABELS}: ${labels.length} in ${files.length} files of ${repositories.length} repositories in ${FILES}: precision, recall, F1 (lines that are true)`, rows, columns.map(({ name }) => name))
  const aside = columns.map(({ found }) => files.reduce((sum, { repository, file, labels: own }) => sum + linesIn(found, repository, file).filter(line => !own.some(({ from, to }) => from <= line && line <= to)).length, 0))
  print(`The same files, lines without a label (${total - labels.length})`, [['reported, of a thousand', ...aside.map(count => ((1000 * count) / (total - labels.length)).toFixed(2))]], columns.map(({ name }) => name))
  if (!tools.some(isOurs)) return
  for (const least of /** @type {const} */ (['medium', 'low'])) {
    const direct = labels.map(() => false)
    let index = 0
    for (const { repository, file, labels: own } of files) {
      const document = documentOf(FILES, repository, file)
      const found = detect(document).filter(({ role, confidence }) => role === 'secret' && CONFIDENCES.indexOf(confidence) <= CONFIDENCES.indexOf(least)).map(({ range }) => linesOf(document, range))
      for (const { from, to } of own) direct[index++] = found.some(([first, last]) => first <= to && last >= from)
    }
    const column = hits[columns.findIndex(({ name }) => name === PRESETS[least])] ?? []
    const count = (/** @type {(index: number) => boolean} */ test, /** @type {boolean} */ truth) => labels.filter((label, at) => (label.label === 'true') === truth && test(at)).length
    const lost = (/** @type {number} */ at) => direct[at] === true && !column[at]
    const added = (/** @type {number} */ at) => !direct[at] && column[at] === true
    console.log(`From ${least} confidence on, the scanner as a whole loses ${count(lost, true)} true and ${count(lost, false)} false lines of those that detection finds in the documents, and adds ${count(added, true)} true and ${count(added, false)} false ones.`)
    if (SHOW && least === 'low') labels.forEach((label, at) => lost(at) && console.log(`lost ${label.label} ${label.repository} ${label.file}:${label.from}`))
  }
}

/** The lines of a labelled file that are reported and make a run fail. @param {Column['found']} found @param {string} repository @param {string} file */
function linesIn(found, repository, file) {
  return [...new Set((found.get(folderOf(FILES, repository)) ?? []).flatMap(({ path, line, passes }) => (path === file && !passes ? [line] : [])))]
}

function byCleanCode() {
  if (!CLEAN) return console.log('CLEAN names no folders: no false alarms on clean code were counted.')
  const folders = CLEAN.split(':').filter(Boolean)
  const columns = columnsOf('clean code', folders)
  const sizes = new Map(folders.map(folder => [folder, sizeOf(folder)]))
  const sum = (/** @type {(folder: string) => number} */ count) => folders.reduce((total, folder) => total + count(folder), 0)
  const lines = (/** @type {string} */ folder) => sizes.get(folder)?.lines ?? 0
  const alarms = (/** @type {Column} */ { found }, /** @type {string} */ folder) => new Set((found.get(folder) ?? []).filter(({ passes }) => !passes).map(({ path, line }) => `${path}:${line}`)).size
  const rows = [
    ...folders.map(folder => [`${basename(folder)} (${lines(folder)} lines, ${sizes.get(folder)?.files} files)`, ...columns.map(column => String(alarms(column, folder)))]),
    [`all, of a million lines (${sum(lines)})`, ...columns.map(column => ((1e6 * sum(folder => alarms(column, folder))) / sum(lines)).toFixed(1))],
  ]
  print('Clean code: lines that are reported, each a false alarm', rows, columns.map(({ name }) => name))
  if (SHOW) for (const folder of folders) for (const { path, line, confidence, passes } of columns.find(({ name }) => name === PRESETS.medium)?.found.get(folder) ?? []) if (!passes) console.log(`alarm ${confidence} ${folder}/${path}:${line}`)
}

/** Runs every scanner over every folder. @param {string} corpus @param {readonly string[]} folders @param {string} [parent] Holds the folders, and hardly anything else. @returns {Column[]} */
function columnsOf(corpus, folders, parent) {
  /** @type {Map<string, number>} */
  const seconds = new Map()
  times.set(corpus, seconds)
  return tools.flatMap(tool => {
    const ran = parent !== undefined && tool.slow ? [...split(run(tool, parent), parent, folders)] : folders.map(folder => /** @type {const} */ ([folder, run(tool, folder)]))
    seconds.set(tool.name, ran.reduce((sum, [, own]) => sum + own.seconds, 0))
    const column = (/** @type {string} */ name, /** @type {(found: Found) => boolean} */ counts) => ({
      name, ancestors: new Set(tool.ancestors), found: new Map(ran.map(([folder, { found }]) => [folder, found.filter(counts)])),
    })
    if (!isOurs(tool)) return [column(tool.name, () => true)]
    return CONFIDENCES.map((least, level) => column(PRESETS[least], ({ confidence = 'high' }) => CONFIDENCES.indexOf(confidence) <= level))
  })
}

/** @param {Tool} tool */
function isOurs({ name }) {
  return name === 'unhardcode'
}

/** Deals out what was found in one run, its time to the first. @param {import('./peers.mjs').Ran} ran @param {string} parent @param {readonly string[]} folders @returns {Generator<readonly [string, import('./peers.mjs').Ran]>} */
function* split({ found, seconds }, parent, folders) {
  for (const folder of folders) {
    const start = `${relative(parent, folder)}/`
    const own = found.filter(({ path }) => path.startsWith(start)).map(each => ({ ...each, path: each.path.slice(start.length) }))
    yield [folder, { found: own, seconds: folder === folders[0] ? seconds : 0 }]
  }
}

/** @param {string} file @param {string} category */
function groupsOf(file, category) {
  const places = [...placesOfPath(file)]
  return [...category.split(':').map(each => `category ${each}`), `type ${extname(file).toLowerCase() || basename(file)}`, ...(places.length > 0 ? places : ['none']).map(place => `place ${place}`)]
}

/** Puts groups of one kind together. @param {string} name */
function kindOf(name) {
  return ['all', 'category', 'type', 'place'].indexOf(name.split(' ')[0] ?? '')
}

/** @param {number} reported @param {number} right @param {number} all */
function scores(reported, right, all) {
  const [precision, recall] = [reported === 0 ? 0 : right / reported, right / all]
  return [precision, recall, precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)].map(value => value.toFixed(2).replace(/^0/, '')).join(' ')
}

/** @param {number} part @param {number} whole */
function share(part, whole) {
  return whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)
}

/** Lines and files of text. @param {string} folder @returns {{ lines: number, files: number }} */
function sizeOf(folder) {
  const size = { lines: 0, files: 0 }
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    const inner = entry.isDirectory() && entry.name !== '.git' ? sizeOf(path) : entry.isFile() ? sizeOfFile(path) : { lines: 0, files: 0 }
    size.lines += inner.lines
    size.files += inner.files
  }
  return size
}

/** @param {string} path */
function sizeOfFile(path) {
  const bytes = readFileSync(path)
  if (bytes.subarray(0, 8192).includes(0)) return { lines: 0, files: 0 }
  let lines = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++
  return { lines, files: 1 }
}

/** @param {string} title @param {readonly (readonly string[])[]} rows @param {readonly string[]} columns */
function print(title, rows, columns) {
  const all = [['', ...columns], ...rows]
  const widths = all[0]?.map((_, at) => Math.max(...all.map(row => row[at]?.length ?? 0))) ?? []
  console.log(`\n${title}:\n${all.map(row => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')).join('\n')}`)
}
