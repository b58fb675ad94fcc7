import type { Document } from '../../src/core/document.ts'
import { CONFIDENCES } from '../../src/core/finding.ts'
import type { Fix } from '../../src/core/fix.ts'
import { type Context, type ProjectFacts, type Tracking, defineRule } from '../../src/core/rule.ts'
import { detect } from '../../src/detection/detect.ts'
import { sampleNames } from '../../src/lookups/sample.ts'

/** Files that belong in git: those that show which variables there are, and encrypted ones. */
const SAMPLE = /(?:^|[._-])(?:examples?|samples?|template|tmpl|tpl|dist|defaults?|schema|vault|enc|encrypted)(?:[._-]|$)/i

export default defineRule({
  id: 'no-committed-env-file',
  summary: 'Disallow env files with secrets where git has them or would take them',
  severity: 'error',
  presets: { recommended: {}, strict: {} },
  messages: {
    tracked: 'Git tracks this file with its secrets, and every clone has them.',
    open: 'No ignore file names this file, and the next `git add` takes its secrets along.',
  },
  keywords: [],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *check(document: Document, context: Context) {
    const { format, path } = document
    const name = path.slice(path.lastIndexOf('/') + 1)
    if (format.id !== 'dotenv' || SAMPLE.test(name)) return
    const first = detect(document).find(({ role, confidence }) => role === 'secret' && CONFIDENCES.indexOf(confidence) >= CONFIDENCES.indexOf('medium'))
    const tracking = first && context.project.tracking?.(path)
    if (!first || !tracking || tracking === 'ignored') return
    const range = first.literal?.binding?.nameRange ?? first.range
    yield { messageId: tracking, range, ...(tracking === 'open' && { severity: 'warning' as const }), fixes: () => [ignoring(document, tracking, context.project)] } as const
  },
})

/** Git is told to leave the file out; only a person can take it out of git. */
function ignoring({ path, parsed }: Document, tracking: Tracking, project: ProjectFacts): Fix {
  const file = project.nearest?.(/^\.gitignore$/) ?? '.gitignore'
  const directory = file.slice(0, -'.gitignore'.length)
  const own = path.slice(directory.length)
  const names = parsed.documents.flatMap(node => (node.kind === 'mapping' ? node.entries.map(({ key }) => key) : []))
  return {
    title: `Name \`${own}\` in \`${file}\``,
    safety: 'review',
    edits: [],
    adds: [{ path: file, line: patternOf(own) }, ...sampleNames(names, project)],
    ...(tracking === 'tracked' && { remains: `Take the file out of git with \`git rm --cached ${path}\`, and replace its secrets if it was pushed.` }),
  }
}

/** A line of `.gitignore` that names this file. */
function patternOf(path: string): string {
  const escaped = path.replace(/[\\*?[\]#! ]/g, '\\$&')
  return path.includes('/') ? `/${escaped}` : escaped
}
