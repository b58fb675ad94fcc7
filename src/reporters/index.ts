import { createRequire } from 'node:module'
import type { Reporter } from '../core/finding.ts'

const require = createRequire(import.meta.url)

/** The files beside this one; a test holds the list to the folder. */
export const REPORTER_IDS = ['github', 'gitlab', 'json', 'rdjson', 'sarif', 'text'] as const

export type ReporterId = (typeof REPORTER_IDS)[number]

/** The reporter of an output, loaded on first use. */
export function loadReporter(id: ReporterId): Reporter {
  return (require(`./${id}.js`) as { default: Reporter }).default
}
