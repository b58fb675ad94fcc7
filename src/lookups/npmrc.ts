import type { Document } from '../core/document.ts'
import type { Fix } from '../core/fix.ts'
import type { Declined, Lookup, Named } from '../core/lookup.ts'
import { lineStartAt, partOf } from './layout.ts'
import { movesOf } from './moves.ts'
import { shortWords, spell } from './names.ts'

export default {
  id: 'npmrc',
  matches: ({ path }) => /(?:^|\/)\.(?:npmrc|yarnrc\.yml)$/.test(path),
  replace,
} satisfies Lookup as Lookup

/** npm and Yarn fill in variables of the environment: https://docs.npmjs.com/cli/configuring-npm/npmrc */
function replace(placed: Named, { text }: Document): readonly Fix[] | Declined {
  const { literal, ref } = placed
  const line = text.slice(lineStartAt(text, literal.range[0]), literal.range[0])
  if (!/(?:_authToken|_auth|_password|npmAuthToken|npmAuthIdent)["']?\s*[=:]\s*["']?$/.test(line)) return { declined: 'Only the credentials of a registry come from the environment.' }
  const isPublic = /registry\.(?:npmjs\.org|yarnpkg\.com)/.test(line) || !/\/\//.test(line)
  const name = isPublic && /token/i.test(line) ? 'NPM_TOKEN' : [...shortWords(ref.id), ...(ref.key ? [ref.key] : [])].join('_').toUpperCase()
  const range = partOf(placed) ?? literal.content
  return [{
    title: `Take \`${name}\` from the environment, kept in \`${spell(ref)}\` of Secrets Manager`,
    safety: 'review',
    requires: ref,
    moves: movesOf([{ ref, literal, range }], [name]),
    edits: [{ range, text: `\${${name}}` }],
  }]
}
