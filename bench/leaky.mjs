// How many of the planted secrets of a small leaky repository are found, as `Plazmaz/leaky-repo` counts them: lines by file, those that are a risk and those that only inform.
// Usage: npm run build && node bench/leaky.mjs FOLDER [--show]; FOLDER a clone of it; `--show` prints the lines that are reported.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { detect } from '../dist/src/detection/detect.js'
import { FORM, NAME, gateBytes, gatePath } from '../dist/src/detection/gate.js'
import { openDocument } from '../dist/src/formats/index.js'
import { languageOf } from '../dist/src/lexer/languages.js'
import { linesOf } from './labelled.mjs'

const [folder = '/tmp/repos/leaky-repo'] = process.argv.slice(2).filter(argument => !argument.startsWith('--'))
const show = process.argv.includes('--show')
const CONFIDENCES = /** @type {const} */ (['high', 'medium', 'low'])

const counted = readFileSync(join(folder, '.leaky-meta/secrets.csv'), 'utf8').split('\n').flatMap(line => {
  const [path = '', risk, informative] = line.split(',')
  return line.startsWith('#') || !risk ? [] : [{ path, risk: Number(risk), informative: Number(informative) }]
})
const total = { risk: 0, all: 0 }
const right = { risk: [0, 0, 0], all: [0, 0, 0] }
const more = [0, 0, 0]
for (const { path, risk, informative } of counted) {
  const bytes = readFileSync(join(folder, path))
  const document = openDocument(path, bytes.toString().replace(/^\ufeff/, ''))
  const gate = (gatePath(path) | gateBytes(bytes, bytes.length, !languageOf(path).bare)) & (FORM | NAME)
  const found = gate ? detect(document).filter(({ role }) => role !== 'public') : []
  total.risk += risk
  total.all += risk + informative
  const lines = CONFIDENCES.map((_, level) => {
    const credentials = found.filter(({ confidence }) => CONFIDENCES.indexOf(confidence) <= level)
    const at = credentials.map(({ role, range }) => ({ role, line: linesOf(document, range)[0] }))
    return { all: new Set(at.map(({ line }) => line)).size, secret: new Set(at.filter(({ role }) => role === 'secret').map(({ line }) => line)).size }
  })
  lines.forEach(({ all, secret }, level) => {
    right.risk[level] += Math.min(secret, risk)
    right.all[level] += Math.min(all, risk + informative)
    more[level] += Math.max(0, all - risk - informative)
  })
  const missed = risk - Math.min(lines[2]?.secret ?? 0, risk)
  if (missed > 0 || (lines[2]?.all ?? 0) > risk + informative) console.log(`${path}: ${lines.map(({ secret }) => secret).join('/')} of ${risk}${gate ? '' : ', stopped by the prefilter'}`)
  if (show) for (const { detector, role, confidence, range } of found) console.log(`  ${confidence} ${detector} ${role}: ${document.text.slice(Math.max(0, range[0] - 30), range[1]).slice(0, 100).replaceAll('\n', '⏎')}`)
}
const percent = (/** @type {number} */ part, /** @type {number} */ whole) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`
CONFIDENCES.forEach((confidence, level) => {
  console.log(`At least ${confidence}: lines that are a risk ${percent(right.risk[level] ?? 0, total.risk)}; with those that inform ${percent(right.all[level] ?? 0, total.all)}; above what is counted ${more[level]}.`)
})
