import { join } from 'node:path'
import { decodeText } from '../core/encoding.ts'
import type { Identity } from '../aws/store.ts'
import { type MigrationRecord, RECORD_FILE, formatRecord, newRecord, readRecord, recordSecret } from '../engine/record.ts'
import { type Step, valuesOf } from '../migrate/steps.ts'
import { readFileWhole } from '../sources/file.ts'
import { writeFileAtomically } from '../sources/write.ts'
import { UsageError } from './errors.ts'

/** Bytes of the largest record that is read. */
const LIMIT = 16 * 1024 * 1024

/** A project's record of migrations, as it is on the disk. */
interface Stored {
  readonly record: MigrationRecord
  /** Absent where there is none yet. */
  readonly content?: Uint8Array
}

function readStored(root: string): Stored {
  const content = readFileWhole(join(root, RECORD_FILE), LIMIT)
  if (!(content instanceof Uint8Array)) {
    if (content.reason === 'it does not exist') return { record: newRecord() }
    throw new UsageError(`\`${RECORD_FILE}\` cannot be read: ${content.reason}.`)
  }
  const text = decodeText(content)?.text
  const record = text === undefined ? undefined : readRecord(text)
  if (!record) throw new UsageError(`\`${RECORD_FILE}\` is no record of migrations: take it from the history of the repository, or delete it.`)
  return { record, content }
}

/** A project's record; undefined where there is none. Throws UsageError for one that cannot be read. */
export function recordIn(root: string): MigrationRecord | undefined {
  const { record, content } = readStored(root)
  return content && record
}

/** Writes steps into a project's record, one at a time. Throws UsageError where that cannot be done. */
export function recorderOf(root: string, { region, account }: Identity): (step: Step) => void {
  let stored = readStored(root)
  return ({ id, content: values }) => {
    const record = recordSecret(stored.record, { id, region, ...(account !== undefined && { account }) }, valuesOf(values))
    const content = Buffer.from(formatRecord(record))
    const written = stored.content && content.equals(stored.content) ? undefined : writeFileAtomically(join(root, RECORD_FILE), content, { expected: stored.content })
    if (written?.written === false) throw new UsageError(`\`${RECORD_FILE}\` was left as it is. ${written.reason}`)
    stored = { record, content }
  }
}
