import type { Document } from '../../src/core/document.ts'
import { CONFIDENCES } from '../../src/core/finding.ts'
import { type Context, defineRule } from '../../src/core/rule.ts'
import { detect } from '../../src/detection/detect.ts'

/** Files that show which variables there are. */
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
    const untrack = tracking === 'tracked' ? `take it out with \`git rm --cached ${name}\`, ` : ''
    const reason = `Name \`${name}\` in \`.gitignore\`, ${untrack}keep the names of its variables in \`.env.example\`, and replace its secrets if it was pushed.`
    yield { messageId: tracking, range, ...(tracking === 'open' && { severity: 'warning' as const }), declined: () => reason } as const
  },
})
