import type { Edit } from '../../core/fix.ts'
import { contains } from '../../core/text.ts'
import type { Place } from './places.ts'

/** The edits that put values in place of strings: what gives way of one string in one edit. */
export function replacements(places: readonly Place[], values: readonly string[], text: string): readonly Edit[] {
  const written = places.map((place, index) => ({ ...place, value: values[index] ?? '' }))
  const quoted = new Set(written.filter(({ site: { node, part } }) => part && node.type !== 'TemplateLiteral').map(({ site: { node } }) => node))
  return [
    ...written.filter(({ site: { node } }) => !quoted.has(node)).map(one => edit(one, text)),
    ...[...quoted].map((node): Edit => {
      const parts = written.filter(one => one.site.node === node).sort((one, other) => (one.site.part?.[0] ?? 0) - (other.site.part?.[0] ?? 0))
      let at = node.range[0] + 1
      let template = ''
      for (const { site: { part = [at, at] }, value } of parts) {
        template += `${asTemplate(text.slice(at, part[0]))}\${${value}}`
        at = part[1]
      }
      return { range: node.range, text: `\`${template}${asTemplate(text.slice(at, node.range[1] - 1))}\`` }
    }),
  ]
}

function edit({ site: { node, parent, part }, value }: Place & { readonly value: string }, text: string): Edit {
  if (part) return { range: part, text: `\${${value}}` }
  const isConst = parent.type === 'TSAsExpression' && text.slice(...parent.typeAnnotation.range) === 'const'
  const binds = (parent.type === 'MemberExpression' && contains(parent.object.range, node.range)) || (parent.type === 'BinaryExpression' && parent.operator === '**') || parent.type === 'TSNonNullExpression'
  return { range: isConst ? parent.range : node.range, text: binds && value.startsWith('await ') ? `(${value})` : value }
}

/** The inside of a quoted string as the inside of a template. */
export function asTemplate(source: string): string {
  return source.replace(/\\[\s\S]|`|\$\{/g, found => (found.startsWith('\\') ? (found === "\\'" || found === '\\"' ? found.slice(1) : found) : `\\${found}`))
}
