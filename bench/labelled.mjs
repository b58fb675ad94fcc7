// The labelled lines of real repositories, and the files they are in: what `npm run fit` learns from and `npm run bench:detection` measures against.
// LABELS: a JSON line each of { repo, commit, file, line, end, label, category }. FILES: a folder with `owner+name/path/of/file` at those commits.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDocument } from '../dist/src/formats/index.js'

/** Categories that are no secret by themselves: identifiers and numbers used once. */
const ASIDE = new Set(['UUID', 'Nonce', 'Salt', 'Tencent WeChat API App ID', 'AWS S3 Bucket', 'Firebase Domain', 'Other'])

/**
 * @typedef {{ from: number, to: number, label: 'true' | 'false' | 'template', category: string }} Label
 * @typedef {{ repository: string, file: string, labels: Label[] }} LabelledPath
 * @typedef {{ repository: string, document: import('../dist/src/core/document.js').Document, labels: Label[] }} Labelled
 */

/** The labels of each file that is there. @param {string} labels @param {string} folder @returns {LabelledPath[]} */
export function labelsByFile(labels, folder) {
  /** @type {Map<string, LabelledPath>} */
  const byFile = new Map()
  for (const line of readFileSync(labels, 'utf8').split('\n')) {
    if (!line) continue
    const { repo, file, line: from, end, label, category } = JSON.parse(line)
    if (category.split(':').every((/** @type {string} */ each) => ASIDE.has(each))) continue
    const key = `${repo}\0${file}`
    if (!byFile.has(key)) byFile.set(key, { repository: repo, file, labels: [] })
    byFile.get(key)?.labels.push({ from, to: end, label, category })
  }
  return [...byFile.values()].filter(({ repository, file }) => existsSync(join(folderOf(folder, repository), file)))
}

/** Where a repository's files lie. @param {string} folder @param {string} repository */
export function folderOf(folder, repository) {
  return join(folder, repository.replaceAll('/', '+'))
}

/** @param {string} labels @param {string} folder @returns {Generator<Labelled>} */
export function* labelledFiles(labels, folder) {
  for (const { repository, file, labels: own } of labelsByFile(labels, folder)) yield { repository, document: documentOf(folder, repository, file), labels: own }
}

/** @param {string} folder @param {string} repository @param {string} file */
export function documentOf(folder, repository, file) {
  return openDocument(file, readFileSync(join(folderOf(folder, repository), file), 'utf8').replace(/^\ufeff/, ''))
}

/** @param {import('../dist/src/core/document.js').Document} document @param {readonly [number, number]} range @returns {[number, number]} */
export function linesOf(document, range) {
  return [document.lines.position(range[0]).line, document.lines.position(range[1]).line]
}
