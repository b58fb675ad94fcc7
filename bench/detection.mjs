// How well credentials are found: against labelled lines of real repositories, against single cases, and on clean code.
// Usage: npm run bench:detection; LABELS, FILES as for the fit, CASES a file of single cases, CLEAN folders (`:` between them) in which everything reported is a false alarm.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { detect } from '../dist/src/detection/detect.js'
import { openDocument } from '../dist/src/formats/index.js'
import { labelledFiles, linesOf } from './labelled.mjs'

const {
  LABELS = '/work/shared/data/detection/labels.jsonl', FILES = '/tmp/labels', CASES = '/work/shared/data/credentials/dev.jsonl', CLEAN = new URL('../node_modules', import.meta.url).pathname,
} = process.env
const CONFIDENCES = /** @type {const} */ (['high', 'medium', 'low'])
const wanted = new Set(process.argv.slice(2))
const LARGEST = 1_000_000
/** Cases on which tools disagree for a reason. */
const SOFT = new Set(['placeholder-like', 'checksum-invalid', 'low-entropy', 'contested', 'artificial-value'])

/** @type {[string, () => void][]} */
const parts = [['labels', byLabels], ['cases', byCases], ['clean', byCleanCode]]
for (const [name, run] of parts) if (wanted.size === 0 || wanted.has(name)) run()

function byLabels() {
  /** @type {Map<string, { right: number, wrong: number, all: number }[]>} */
  const categories = new Map()
  const aside = [0, 0, 0]
  const lines = { labelled: 0, all: 0 }
  for (const { document, labels } of labelledFiles(LABELS, FILES)) {
    const found = detect(document).filter(({ role }) => role === 'secret').map(credential => ({ credential, at: linesOf(document, credential.range) }))
    lines.all += document.lines.count
    lines.labelled += labels.length
    const seen = new Set()
    for (const { from, to, label, category } of labels) {
      const here = found.filter(({ at }) => at[0] <= to && at[1] >= from)
      for (const each of here) seen.add(each)
      for (const name of ['all', category.split(':')[0] ?? '']) {
        let rows = categories.get(name)
        if (!rows) categories.set(name, (rows = CONFIDENCES.map(() => ({ right: 0, wrong: 0, all: 0 }))))
        rows.forEach((row, level) => {
          const hit = here.some(({ credential }) => CONFIDENCES.indexOf(credential.confidence) <= level)
          row.all += Number(label === 'true')
          if (hit) row[label === 'true' ? 'right' : 'wrong']++
        })
      }
    }
    for (const each of found) if (!seen.has(each)) for (let level = CONFIDENCES.indexOf(each.credential.confidence); level < 3; level++) aside[level]++
  }
  console.log(`Labelled lines: ${lines.labelled}. At least of a confidence: precision, recall, F1 (lines that are true).`)
  const share = (/** @type {number} */ value) => value.toFixed(2)
  for (const [name, rows] of [...categories].sort(([, one], [, other]) => (other[0]?.all ?? 0) - (one[0]?.all ?? 0))) {
    if ((rows[0]?.all ?? 0) < 10 && (rows[2]?.wrong ?? 0) < 10) continue
    const cells = rows.map(({ right, wrong, all }) => {
      const [precision, recall] = [right / Math.max(1, right + wrong), right / Math.max(1, all)]
      return `${share(precision)} ${share(recall)} ${share((2 * precision * recall) / Math.max(1e-9, precision + recall))}`
    })
    console.log(`${name.padEnd(24)} ${String(rows[0]?.all).padStart(5)}  ${CONFIDENCES.map((confidence, level) => `${confidence} ${cells[level]}`).join('  ')}`)
  }
  const unlabelled = (lines.all - lines.labelled) / 1000
  console.log(`On a thousand lines without a label: ${CONFIDENCES.map((confidence, level) => `${confidence} ${((aside[level] ?? 0) / unlabelled).toFixed(2)}`).join(', ')}.`)
}

function byCases() {
  const cases = readFileSync(CASES, 'utf8').split('\n').filter(line => line).map(line => JSON.parse(line))
  /** @type {Map<string, [found: number, all: number]>} */
  const rows = new Map()
  for (const { kind, tags, text, path = 'case.txt', id } of cases) {
    const groups = kind === 'positive'
      ? ['positives', ...(tags.some((/** @type {string} */ tag) => SOFT.has(tag)) ? [] : ['firm positives'])]
      : tags.includes('contested') ? [] : ['negatives', ...(tags.includes('near-miss') || tags.includes('disputed') ? [] : ['plain negatives'])]
    const found = detect(openDocument(path, text.endsWith('\n') ? text : `${text}\n`)).filter(({ confidence }) => confidence !== 'low')
    if (process.env.SHOW === kind && (kind === 'positive') === (found.length === 0)) console.log(`${id}: ${text.slice(0, 150).replaceAll('\n', '⏎')} ${found.map(({ detector }) => detector).join()}`)
    for (const group of groups) {
      const row = rows.get(group) ?? [0, 0]
      rows.set(group, [row[0] + Number(found.length > 0), row[1] + 1])
    }
  }
  console.log(`Single cases, high and medium: ${[...rows].map(([group, [found, all]]) => `${group} ${found} of ${all} (${((100 * found) / all).toFixed(1)} %)`).join(', ')}.`)
}

function byCleanCode() {
  const counts = [0, 0, 0]
  let lines = 0
  for (const folder of CLEAN.split(':')) {
    for (const file of files(folder)) {
      const bytes = readFileSync(file)
      if (bytes.length > LARGEST || bytes.includes(0)) continue
      const document = openDocument(file.slice(folder.length + 1), bytes.toString())
      lines += bytes.filter(byte => byte === 10).length
      for (const { confidence, role, detector, range } of detect(document)) {
        if (role !== 'secret') continue
        for (let level = CONFIDENCES.indexOf(confidence); level < 3; level++) counts[level]++
        if (process.env.SHOW === 'clean' && confidence !== 'low') console.log(`${confidence} ${detector} ${document.path}: ${document.text.slice(Math.max(0, range[0] - 40), range[1] + 10).replaceAll('\n', '⏎').slice(0, 200)}`)
      }
    }
  }
  console.log(`False alarms in ${lines} lines, per million: ${CONFIDENCES.map((confidence, level) => `${confidence} ${(((counts[level] ?? 0) * 1e6) / lines).toFixed(1)}`).join(', ')}.`)
}

/** @param {string} folder @returns {Generator<string>} */
function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && entry.name !== '.git') yield* files(join(folder, entry.name))
    else if (entry.isFile()) yield join(folder, entry.name)
  }
}
