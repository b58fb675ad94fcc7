// Scanners as their users run them, ours among them: a command over a folder, and how to read what it found.
// Those that are installed are used: in PATH, in the folders of PEERS (`:` between them), where Go and Cargo put programs. None is asked to check a credential with its provider.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { delimiter, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {'high' | 'medium' | 'low'} Confidence
 * @typedef {{ path: string, line: number, confidence?: Confidence, passes?: boolean }} Found Its path is relative to the folder; `passes`: it is told, and fails no run.
 * @typedef {{ name: string, program: string, command: (folder: string, report: string) => string[], read: (report: any) => Found[], form?: 'jsonl' | 'text', slow?: boolean, ancestors?: string[] }} Tool
 *   `program`: what must be installed; `command`: its words, which write the report to a file or to standard output; `form`: the report is JSON a line, or a line of text each; absent: JSON;
 *   `slow`: it takes seconds to start, so that many folders are scanned in one run; `ancestors`: sources of single cases that its own rules come from.
 * @typedef {{ found: Found[], seconds: number }} Ran Seconds of processor time.
 */

const CLI = fileURLToPath(new URL('../dist/src/cli/bin.js', import.meta.url))
const SECRETLINT = JSON.stringify({ rules: [{ id: '@secretlint/secretlint-rule-preset-recommend' }] })
/** The rules of ours that report credentials. */
const OURS = new Set(['no-hardcoded-secret', 'no-plaintext-secret-string', 'no-secret-parameter-default', 'no-plaintext-secret-property', 'no-secret-fallback'])

/** @type {readonly Tool[]} */
const TOOLS = [
  {
    name: 'unhardcode', program: 'node',
    command: (folder, report) => [process.execPath, CLI, 'scan', folder, '--preset', 'strict', '--no-project-config', '--format', 'json', '--output', report],
    read: ({ findings }) => findings.flatMap((/** @type {any} */ each) => (OURS.has(each.ruleId) && !each.suppressed
      ? [{ path: each.path, line: each.start.line, confidence: each.confidence, passes: each.severity === 'information' }]
      : [])),
  },
  {
    name: 'gitleaks', program: 'gitleaks', ancestors: ['gitleaks', 'betterleaks'],
    command: (folder, report) => ['gitleaks', 'dir', folder, '--no-banner', '--exit-code', '0', '--report-format', 'json', '--report-path', report],
    read: report => report.map((/** @type {any} */ { File, StartLine }) => ({ path: File, line: StartLine })),
  },
  {
    name: 'betterleaks', program: 'betterleaks', ancestors: ['gitleaks', 'betterleaks'],
    command: (folder, report) => ['betterleaks', folder, '--no-banner', '-s', '--exit-code', '0', '-o', `${report}.json`],
    read: ({ findings }) => (findings ?? []).map((/** @type {any} */ { location }) => ({ path: location.path, line: location.start_line })),
  },
  {
    name: 'kingfisher', program: 'kingfisher', form: 'jsonl', slow: true, ancestors: ['kingfisher', 'noseyparker', 'gitleaks', 'betterleaks'],
    command: (folder, report) => ['kingfisher', 'scan', folder, '--no-validate', '--no-dedup', '--no-update-check', '--git-history', 'none', '--format', 'jsonl', '--output', report],
    read: rows => rows.flatMap((/** @type {any} */ { finding }) => (finding?.path ? [{ path: finding.path, line: finding.line }] : [])),
  },
  {
    name: 'trufflehog', program: 'trufflehog', form: 'jsonl',
    command: folder => ['trufflehog', 'filesystem', folder, '--json', '--no-verification', '--no-update', '--log-level=-1'],
    read: rows => rows.flatMap((/** @type {any} */ { SourceMetadata }) => (SourceMetadata ? [{ path: SourceMetadata.Data.Filesystem.file, line: SourceMetadata.Data.Filesystem.line }] : [])),
  },
  {
    name: 'detect-secrets', program: 'detect-secrets', ancestors: ['detect-secrets'],
    command: folder => ['detect-secrets', 'scan', '--all-files', '--no-verify', folder],
    read: ({ results }) => Object.entries(results).flatMap(([path, each]) => each.map((/** @type {any} */ { line_number }) => ({ path, line: line_number }))),
  },
  {
    name: 'credsweeper', program: 'credsweeper', slow: true, ancestors: ['credsweeper'],
    command: (folder, report) => ['credsweeper', '--path', folder, '--no-stdout', '--save-json', report],
    read: report => report.flatMap((/** @type {any} */ { line_data_list }) => line_data_list.map((/** @type {any} */ { path, line_num }) => ({ path, line: line_num }))),
  },
  {
    name: 'ripsecrets', program: 'ripsecrets', form: 'text', ancestors: ['ripsecrets'],
    command: folder => ['ripsecrets', folder],
    read: rows => rows.flatMap((/** @type {string} */ row) => [/^(.+?):(\d+):/.exec(row)].flatMap(found => (found ? [{ path: found[1] ?? '', line: Number(found[2]) }] : []))),
  },
  {
    name: 'secretlint', program: 'secretlint', ancestors: ['secretlint'],
    command: folder => ['secretlint', '--secretlintrcJSON', SECRETLINT, '--format', 'json', `${folder}/**/*`],
    read: report => report.flatMap((/** @type {any} */ { filePath, messages }) => messages.map((/** @type {any} */ { loc }) => ({ path: filePath, line: loc.start.line }))),
  },
]

/** Where programs are looked for. */
const PLACES = [...(process.env.PEERS ?? '').split(delimiter), ...(process.env.PATH ?? '').split(delimiter), join(homedir(), 'go/bin'), join(homedir(), '.cargo/bin')].filter(Boolean)

/** @returns {{ tools: readonly Tool[], missing: readonly string[] }} Ours first. */
export function installed() {
  const [there, missing] = [TOOLS.filter(({ program }) => placeOf(program)), TOOLS.filter(({ program }) => !placeOf(program))]
  return { tools: there, missing: missing.map(({ name }) => name) }
}

/** @param {string} program */
function placeOf(program) {
  return PLACES.map(place => join(place, program)).find(path => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** Runs a scanner over a folder, standing in it. @param {Tool} tool @param {string} folder @returns {Ran} */
export function run({ name, program, command, read, form }, folder) {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'))
  const report = join(scratch, 'report')
  const words = command(resolve(folder), report)
  const program_ = words[0] === program ? placeOf(program) ?? program : words[0]
  // `times` of a shell is the one way to the processor time of a child that needs no other program.
  const { stdout, stderr } = spawnSync('sh', ['-c', '"$@" >"$0" 2>/dev/null; times >&2', `${report}.out`, program_, ...words.slice(1)], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 })
  const file = [report, `${report}.json`, `${report}.out`].find(path => existsSync(path)) ?? ''
  const text = readFileSync(file, 'utf8')
  rmSync(scratch, { recursive: true, force: true })
  const rows = form ? text.split('\n').filter(Boolean) : JSON.parse(text || '[]')
  const records = form === 'jsonl' ? rows.filter((/** @type {string} */ line) => line.startsWith('{')).map((/** @type {string} */ line) => JSON.parse(line)) : rows
  const found = read(records).map(each => ({ ...each, path: relative(resolve(folder), resolve(folder, each.path)).replaceAll(sep, '/') }))
  if (found.some(({ path }) => path.startsWith('../'))) throw new Error(`${name} tells of files outside of ${folder}`)
  return { found, seconds: secondsOf(stderr + stdout) }
}

/** The children's time of what `times` prints: its second line. @param {string} times */
function secondsOf(times) {
  const parts = [...(times.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)]
  return parts.reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0)
}
