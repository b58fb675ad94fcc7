// Fits the weights of what is found by its name, and writes src/detection/weights.ts: logistic regression, cross-validated by repository.
// Usage: npm run fit [LABELS] [FILES]; DRY=1 writes nothing, DUMP=FILE writes each candidate's place and score as a JSON line.
import { writeFileSync } from 'node:fs'
import { NEVER } from '../dist/src/detection/evidence/kind.js'
import { suspectsIn } from '../dist/src/detection/suspect.js'
import { labelledFiles, linesOf } from './labelled.mjs'

const [labelFile = '/work/shared/data/detection/labels.jsonl', folder = '/tmp/labels'] = process.argv.slice(2)
const TARGET = new URL('../src/detection/weights.ts', import.meta.url)
const FOLDS = 6
/** Assignments of repositories to folds: one alone is a matter of luck by .02. */
const ASSIGNMENTS = Number(process.env.ASSIGNMENTS ?? 3)
const REPOSITORIES_AT_LEAST = 3
const PENALTY = Number(process.env.PENALTY ?? 1.5)
const CROSS = Number(process.env.CROSS ?? 4)
/** How much more forms are held to what is known of them. */
const FORM = 30
const UNLABELLED = 0.3
const pointless = { score: 0, precision: 0, guarded: 0, recall: 0, f1: 0, aside: 0 }

/** What is known beforehand: weights are drawn to these instead of to 0. Of forms few labelled lines tell, and of some kinds of value the labels disagree. */
const PRIOR = new Map(/** @type {[string, number][]} */ ([
  ['named password', 1], ['named token', 1], ['named api key', 1], ['named secret', 1], ['named private key', 1],
  ...['name', 'reference', 'field', 'policy', 'digest', 'public', 'none'].map(role => [`named ${role}`, -2]),
  ['is random', 2], ['is mixed password', 1], ['is word and digits', 0.5], ['is private key', 3], ['is web token', 2], 
  ['is placeholder, to be changed', -1], ['word in disguise', 1], ['words and numbers, joined', -1],
  ...['masked', 'repeated', 'sequence', 'telling', 'yours', 'name'].map(each => [`is placeholder, ${each}`, -1.5]),
  ...['certificate', 'public key', 'integrity', 'prefixed digest', 'coloned', 'password hash', 'language', 'identifier', 'dotted name', 'enumeration', 'path', 'URL', 'e-mail', 'date', 'version',
    'colour', 'MIME type', 'selector', 'host', 'markup', 'data', 'pattern', 'query', 'constant', 'punctuation', 'partly an expression'].map(each => [`is ${each}`, -2]),
  ['bound by URL', 1.5], ['opens a host', 1], ['opens an example', -1],
  ['place: lock file', -4], ['place: minified', -2], ['place: translation', -2], ['place: vendored', -1], ['place: generated', -1], ['place: test', -0.5], ['place: fixture', -0.5],
  ['place: documentation', -0.5], ['place: example', -0.5], ['place: settings', 0.5], ['in config', 0.5],
  ['has a form of its own', 3.5], ['has a form and a word beside it', 0.6], ['has a form and a word beside it and is random', 1], ['has a checksum that is valid', 3], ['has a checksum that is invalid', -1.5],
  ...['form of its own', 'form and a word beside it'].flatMap(form => /** @type {[string, number][]} */ ([
    ...['masked', 'repeated', 'sequence', 'telling', 'to be changed', 'yours', 'bracketed', 'name'].map(each => [`has a ${form} and is placeholder, ${each}`, -4]),
    ...['expression', 'partly an expression', 'certificate', 'public key', 'integrity', 'language', 'identifier', 'word', 'password hash'].map(each => [`has a ${form} and is ${each}`, -3]),
    [`has a ${form} and is bound to a key`, 0.8], [`has a ${form} and is bound to digest`, -2.5], [`has a ${form} and is bound to public`, -1],
    ...['policy', 'field', 'name', 'reference'].map(each => [`has a ${form} and is bound to ${each}`, -1]),
    ...['token', 'api key', 'secret', 'password', 'private key', 'credential'].map(each => [`has a ${form} and is bound to a ${each}`, 1.5]),
    [`has a ${form}, place: lock file`, -4],
    ...['minified', 'vendored', 'translation', 'generated'].map(each => [`has a ${form}, place: ${each}`, -1]),
  ])),
]))

/** @typedef {{ repository: string, features: string[], truth: 0 | 1, weight: number, group: string, line: boolean, by: 'form' | 'name', weak: boolean }} Sample */

const { samples, missed } = read()
const repositories = [...new Set(samples.map(({ repository }) => repository))].sort()
console.log(`${samples.length} candidates in ${repositories.length} repositories, ${samples.filter(({ truth }) => truth).length} true; ${missed} true lines without one`)

const assignments = Array.from({ length: ASSIGNMENTS }, (_, seed) => crossValidate(foldsOf(seed)))
if (process.env.DUMP) writeFileSync(process.env.DUMP, (assignments[0] ?? []).map(({ features, ...rest }) => JSON.stringify({ ...rest, features }) + '\n').join(''))
const curves = assignments.map(scored => curveOf(scored, missed))
const strong = assignments.map(scored => curveOf(scored.map(each => (each.weak ? { ...each, score: -Infinity } : each)), missed))
const limits = thresholds(curves, strong)
const figures = [
  ...report(curves), 'with what is weak held to low confidence:', ...report(strong).slice(1), ...atThresholds(limits, curves, strong),
]
console.log(figures.join('\n'))
if (process.env.DRY === undefined) write(train(samples), figures, limits)

function read() {
  /** @type {Sample[]} */
  const samples = []
  let missed = 0
  const unseen = new Set()
  for (const { repository, document, labels } of labelledFiles(labelFile, folder)) {
    const found = suspectsIn(document).filter(({ by, kind, detector }) => !NEVER[by].has(kind) && detector.role === 'secret').map(({ by, weak, features, range }) => ({ by, weak, features, lines: linesOf(document, range) }))
    const taken = new Set()
    for (const { from, to, label } of labels) {
      const here = found.filter(({ lines }) => lines[0] <= to && lines[1] >= from)
      for (const each of here) taken.add(each)
      const group = `${repository}\0${document.path}\0${from}`
      if (label === 'true' && here.length === 0 && !unseen.has(group)) {
        missed++
        unseen.add(group)
        if (process.env.DUMP) console.log(`no candidate: ${repository} ${document.path}:${from}`)
      }
      // Of several candidates on a true line one is meant; which is not said, so the likeliest is learned from. Any of them finds the line.
      const meant = label === 'true' ? likeliest(here) : undefined
      for (const each of here) {
        const { by, weak, features } = each
        samples.push({ repository, features: [...features], truth: label === 'true' ? 1 : 0, weight: meant === undefined || each === meant ? 1 : 0, group, line: true, by, weak })
      }
    }
    for (const each of found) {
      if (taken.has(each)) continue
      samples.push({ repository, features: [...each.features], truth: 0, weight: UNLABELLED, group: `${repository}\0${document.path}\0${each.lines[0]}`, line: false, by: each.by, weak: each.weak })
    }
  }
  const sizes = new Map()
  for (const { repository, weight } of samples) if (weight > 0) sizes.set(repository, (sizes.get(repository) ?? 0) + 1)
  for (const sample of samples) sample.weight *= Math.min(1, Math.sqrt(150 / sizes.get(sample.repository)))
  return { samples, missed }
}

/** @template {{ features: readonly string[] }} Each @param {Each[]} here @returns {Each | undefined} */
function likeliest(here) {
  const strong = (/** @type {Each} */ { features }) => Number(features.some(each => /^named (?:password|token|api key|secret|private key)$/.test(each))) + Number(features.some(each => /^is (?:random|mixed|hexadecimal|web token|word and)/.test(each)))
  return here.toSorted((one, other) => strong(other) - strong(one))[0]
}

/** Deals the repositories, largest first and shuffled in blocks, so that folds are of a size. @param {number} seed @returns {Map<string, number>} */
function foldsOf(seed) {
  const size = (/** @type {string} */ name) => samples.filter(({ repository }) => repository === name).length
  const sorted = repositories.map(name => ({ name, size: size(name) })).sort((one, other) => other.size - one.size)
  let state = seed * 7919 + 1
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647
  return new Map(Array.from({ length: Math.ceil(sorted.length / FOLDS) }, (_, block) => {
    const order = Array.from({ length: FOLDS }, (_, fold) => ({ fold, by: random() })).sort((one, other) => one.by - other.by)
    return sorted.slice(block * FOLDS, (block + 1) * FOLDS).map(({ name }, at) => /** @type {[string, number]} */ ([name, order[at]?.fold ?? 0]))
  }).flat())
}

/** Each candidate's score by a model that has not seen its repository. @param {Map<string, number>} foldOf @returns {(Sample & { score: number })[]} */
function crossValidate(foldOf) {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = train(samples.filter(({ repository }) => foldOf.get(repository) !== fold))
    return samples.filter(({ repository }) => foldOf.get(repository) === fold).map(sample => ({ ...sample, score: score(model, sample.features) }))
  }).flat()
}

/**
 * Minimises the weighted logistic loss with a quadratic penalty by coordinate-wise scaled gradient steps (AdaGrad).
 * @param {Sample[]} all @returns {Map<string, number>}
 */
function train(all) {
  const data = all.filter(({ weight }) => weight > 0)
  /** @type {Map<string, Set<string>>} */
  const spread = new Map()
  for (const { repository, features } of data) for (const feature of features) {
    let owners = spread.get(feature)
    if (!owners) spread.set(feature, (owners = new Set()))
    owners.add(repository)
  }
  const names = [...new Set([...PRIOR.keys(), ...[...spread].filter(([, owners]) => owners.size >= REPOSITORIES_AT_LEAST).map(([name]) => name)])].sort()
  const prior = Float64Array.from(names, name => PRIOR.get(name) ?? 0)
  const penalties = Float64Array.from(names, name => PENALTY * (name.startsWith('has a') ? FORM : / and |, /.test(name) ? CROSS : 1))
  const free = names.indexOf('found by its name')
  const index = new Map(names.map((name, at) => [name, at]))
  const rows = data.map(({ features }) => Int32Array.from(features.flatMap(feature => index.get(feature) ?? [])))
  const weights = prior.slice()
  const gradient = new Float64Array(names.length)
  const squares = new Float64Array(names.length).fill(1e-6)
  for (let step = 0; step < 300; step++) {
    for (let at = 0; at < weights.length; at++) gradient[at] = at === free ? 0 : penalties[at] * (weights[at] - prior[at])
    for (let row = 0; row < rows.length; row++) {
      let sum = 0
      for (const at of rows[row]) sum += weights[at]
      const error = data[row].weight * (1 / (1 + Math.exp(-sum)) - data[row].truth)
      for (const at of rows[row]) gradient[at] += error
    }
    for (let at = 0; at < weights.length; at++) {
      squares[at] = 0.9 * squares[at] + 0.1 * gradient[at] ** 2
      weights[at] -= (0.15 / (1 + step / 60)) * gradient[at] / Math.sqrt(squares[at] + 1e-3)
    }
  }
  return new Map(names.map((name, at) => [name, weights[at]]))
}

/** @param {Map<string, number>} weights @param {readonly string[]} features */
function score(weights, features) {
  return features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0)
}

/** Precision and recall by line from the surest down. @param {(Sample & { score: number })[]} scored @param {number} missed */
function curveOf(scored, missed) {
  const lines = new Map()
  for (const { score, truth, group, line } of scored) {
    const known = lines.get(group)
    if (!known) lines.set(group, { score, truth, line })
    else lines.set(group, { score: Math.max(score, known.score), truth: known.truth || truth, line: known.line || line })
  }
  const sorted = [...lines.values()].sort((one, other) => other.score - one.score)
  const all = sorted.filter(({ truth }) => truth).length + missed
  let [right, wrong, aside] = [0, 0, 0]
  return sorted.map(({ score, truth, line }) => {
    if (!line) aside++
    else if (truth) right++
    else wrong++
    const precision = right / Math.max(1, right + wrong)
    const recall = right / all
    const guarded = right / Math.max(1, right + wrong + UNLABELLED * aside)
    return { score, precision, guarded, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall), aside }
  })
}

/** @typedef {ReturnType<typeof curveOf>} Curve */

/** Means over the assignments. @param {Curve[]} curves */
function report(curves) {
  const best = curves.map(bestOf)
  return [
    `best F1 ${share(best, 'f1')} at precision ${share(best, 'precision')}, recall ${share(best, 'recall')} (score ${mean(best.map(({ score }) => score)).toFixed(2)}; ${aside(best)})`,
    ...[0.8, 0.85, 0.9, 0.95].map(precision => {
      const points = curves.map(curve => lastAt(curve, precision))
      return `recall at precision ${precision}: ${share(points, 'recall')} (score ${mean(points.map(({ score }) => score)).toFixed(2)}; ${aside(points)})`
    }),
  ]
}

/** What the thresholds give in the mean. @param {ReturnType<typeof thresholds>} limits @param {Curve[]} all @param {Curve[]} strong */
function atThresholds(limits, all, strong) {
  return /** @type {const} */ (['high', 'medium', 'low']).map(confidence => {
    const points = (confidence === 'low' ? all : strong).map(curve => curve.findLast(({ score }) => score >= limits[confidence]) ?? pointless)
    return `at least ${confidence}: precision ${share(points, 'precision')}, recall ${share(points, 'recall')}, F1 ${share(points, 'f1')} (${aside(points)})`
  })
}

/**
 * Medium: the precision that `recommended` promises. High: more of it. Low: as many as serve. Each is the mean over the assignments of where the precision first falls
 * below what is asked: where it comes back further down is luck. Lines without a label count as wrong in part, as they do for the weights.
 * @param {Curve[]} all @param {Curve[]} strong
 */
function thresholds(all, strong) {
  const low = mean(all.map(bestOf).map(({ score }) => score))
  const at = (/** @type {number} */ precision) => mean(strong.map(curve => firstBelow(curve, precision).score))
  const medium = Math.max(at(0.9), low)
  return { high: Math.max(at(0.95), medium + 0.5), medium, low }
}

/** @param {Curve} curve */
function bestOf(curve) {
  return curve.reduce((one, other) => (other.f1 > one.f1 ? other : one))
}

/** @param {Curve} curve @param {number} precision */
function lastAt(curve, precision) {
  return curve.findLast(each => each.precision >= precision && each.recall > 0.02) ?? pointless
}

/** @param {Curve} curve @param {number} precision */
function firstBelow(curve, precision) {
  const index = curve.findIndex(each => each.recall > 0.15 && each.guarded < precision)
  return curve[index - 1] ?? pointless
}

/** @param {Curve} points @param {'f1' | 'precision' | 'recall'} key */
function share(points, key) {
  return mean(points.map(each => each[key])).toFixed(3)
}

/** @param {Curve} points */
function aside(points) {
  return `${mean(points.map(each => each.aside)).toFixed(0)} lines without a label`
}

/** @param {number[]} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** @param {ReturnType<typeof train>} weights @param {string[]} figures @param {ReturnType<typeof thresholds>} limits */
function write(weights, figures, limits) {
  const round = (/** @type {number} */ value) => Number(value.toFixed(2))
  const rows = [...weights].filter(([, weight]) => Math.abs(weight) >= 0.05).sort(([one], [other]) => (one < other ? -1 : 1))
  writeFileSync(TARGET, `/**
 * Weights of the evidence, in natural logarithms of odds. Written by \`npm run fit\`: logistic regression on ${samples.length} candidates of ${repositories.length} repositories,
 * ${samples.filter(({ truth }) => truth).length} of them true. Cross-validated by repository in ${FOLDS} folds, by line, the mean of ${ASSIGNMENTS} assignments:
${figures.map(figure => ` * ${figure}`).join('\n')}
 */
export const WEIGHTS: Readonly<Record<string, number>> = {
${rows.map(([name, weight]) => `  '${name}': ${round(weight)},`).join('\n')}
}

/** Scores from which a suspect is of a confidence. */
export const THRESHOLDS = {
  form: { high: 2.5, medium: 1, low: 0 },
  name: { high: ${round(limits.high)}, medium: ${round(limits.medium)}, low: ${round(limits.low)} },
} as const
`)
}
