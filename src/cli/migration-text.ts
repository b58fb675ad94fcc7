import { escapePath, escapeText } from '../core/escape.ts'
import type { Identity } from '../aws/store.ts'
import { RECORD_FILE } from '../engine/record.ts'
import { spell } from '../lookups/names.ts'
import { type Existing, type Infrastructure, declarations, readerPolicy } from '../migrate/advice.ts'
import type { Outcome } from '../migrate/apply.ts'
import type { Place, Step } from '../migrate/steps.ts'
import { detectorOf } from './describe.ts'

/** A plan as a table, with whose secrets these will be. */
export function planLines(steps: readonly Step[], identity: Identity | undefined): readonly string[] {
  const [first] = steps
  const rows = steps.map(({ id, content, places }) => [escapeText(id), 'keys' in content ? [...content.keys.keys()].map(escapeText).join(', ') : '', placesOf(places)])
  const tags = Object.entries(first?.tags ?? {}).map(([key, value]) => `${key}=${value}`)
  return [
    ...(identity ? [`Account ${identity.account ?? 'not named by AWS'}, region ${escapeText(identity.region)}${identity.endpoint === undefined ? '' : `, at ${escapeText(identity.endpoint)}`}`] : []),
    `Key ${escapeText([...new Set(steps.map(({ kmsKey }) => kmsKey ?? 'aws/secretsmanager'))].join(', '))}${tags.length > 0 ? `, tags ${escapeText(tags.join(', '))}` : ''}`,
    '',
    ...table([['Secret', 'Keys', 'Found in'], ...rows]),
    '',
  ]
}

function placesOf(places: readonly Place[]): string {
  const shown = [...new Set(places.map(({ path, line }) => `${escapePath(path)}:${line}`))]
  return shown.length > 4 ? `${shown.slice(0, 3).join(', ')} and ${shown.length - 3} more` : shown.join(', ')
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = [0, 1].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows.map(row => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
}

/** What was done, and what a person has to do now: lines. */
export function adviceLines(outcome: Outcome, { identity, infrastructure }: { readonly identity: Identity; readonly infrastructure?: Infrastructure }): readonly string[] {
  const existing = outcome.steps.flatMap((one): readonly Existing[] => (one.state === 'created' || one.state === 'adopted' ? [one] : []))
  const written = outcome.files.filter(({ failure }) => failure === undefined)
  const created = outcome.steps.filter(({ state }) => state === 'created').length
  const summary = `${created} created, ${existing.length - created} there already; ${written.length} ${written.length === 1 ? 'file' : 'files'} rewritten.`
  if (existing.length === 0) return [summary]
  const places = existing.flatMap(({ step }) => step.places)
  return [
    `${summary} \`${RECORD_FILE}\` says which secrets exist, without their values: commit it.`,
    '',
    'What is left to do:',
    ...numbered([
      ['Give the readers this permission, before the code is deployed:', ...readerPolicy(existing, identity).split('\n').map(escapeText)],
      ...variables(places),
      ...packages(places),
      ['Deploy the code.'],
      ['Replace each old value where it came from: it was in the code, and is known.', ...revocations(places)],
      ...rotatable(existing),
      [
        'Where it was committed, it stays in the history of the repository. To take it out, with a file of one old value a line:',
        'git filter-repo --sensitive-data-removal --replace-text FILE',
        'git push --force --mirror origin',
      ],
    ]),
    ...(infrastructure ? ['', `The secrets in ${infrastructure === 'terraform' ? 'Terraform' : 'CloudFormation'}, to take over what exists:`, '', ...declarations(existing, infrastructure).split('\n').map(escapeText)] : []),
  ]
}

function numbered(items: readonly (readonly string[])[]): readonly string[] {
  return items.flatMap(([head = '', ...rest], index) => [`${index + 1}. ${head}`, ...rest.map(line => `   ${line}`)])
}

function variables(places: readonly Place[]): readonly (readonly string[])[] {
  const lines = places.flatMap(({ moved: { ref, variable } }) => (variable === undefined ? [] : [escapeText(`${variable} from ${spell(ref)}`)]))
  return lines.length > 0 ? [['Let the platform fill these variables of the environment:', ...new Set(lines)]] : []
}

function packages(places: readonly Place[]): readonly (readonly string[])[] {
  const names = [...new Set(places.flatMap(({ dependencies }) => dependencies))]
  return names.length > 0 ? [[`Add to the packages of the project: ${names.map(name => `\`${escapeText(name)}\``).join(', ')}.`]] : []
}

/** What a rotation function of AWS needs in a secret of a database. */
function rotatable(existing: readonly Existing[]): readonly (readonly string[])[] {
  const ids = existing.flatMap(({ step: { id, content } }) => ('keys' in content && ['username', 'password', 'host'].every(key => content.keys.has(key)) ? [`\`${escapeText(id)}\``] : []))
  return ids.length > 0 ? [[`Let Secrets Manager rotate ${ids.join(', ')}: what opens a database can be replaced by a function of AWS every 30 days.`]] : []
}

function revocations(places: readonly Place[]): readonly string[] {
  const detectors = [...new Set(places.flatMap(({ detector }) => (detector === undefined || detector.startsWith('generic-') ? [] : [detector])))]
  return detectors.flatMap(id => {
    const detector = detectorOf(id)
    return detector ? [`${detector.name}: ${detector.revoke}`] : []
  })
}
