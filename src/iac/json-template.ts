import type { Document } from '../core/document.ts'
import type { Call, Node, Scalar, Segment } from '../core/tree.ts'

/** Characters that no policy has, each in the place of one hole. */
const FIRST_HOLE = 0xe000
const LAST_HOLE = 0xf8ff
const HOLE = /[\ue000-\uf8ff]/

/** What a string holds as JSON, also one with expressions in it; any other node is itself. Undefined where it is no JSON. */
export function jsonOf(document: Document, node: Node): Node | undefined {
  if (node.kind === 'call' && node.callee === 'template') return jsonTemplate(document, node)
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return node
  const { documents, errors } = document.embedded(node, 'json')
  return errors.length === 0 ? documents[0] : undefined
}

/** JSON with expressions in it, as heredocs have: what stands in a hole becomes the node of that expression. */
function jsonTemplate(document: Document, template: Call): Node | undefined {
  const holes: Node[] = []
  const segments: Segment[] = []
  let value = ''
  let quoted = false
  for (const part of template.arguments) {
    const at = value.length
    if (part.kind === 'scalar' && typeof part.value === 'string') {
      value += part.value
      quoted = endsInString(part.value, quoted)
      const own = part.segments ?? [{ value: [0, part.value.length] as const, source: part.content }]
      segments.push(...own.map(segment => ({ value: [segment.value[0] + at, segment.value[1] + at] as const, source: segment.source })))
    } else if (!quoted && isDirective(part)) {
      // What is repeated or left out stands there once.
      continue
    } else {
      if (FIRST_HOLE + holes.length > LAST_HOLE) return undefined
      const hole = String.fromCharCode(FIRST_HOLE + holes.push(part) - 1)
      value += quoted ? hole : `"${hole}"`
      segments.push({ value: [at, value.length], source: part.range })
    }
  }
  const scalar: Scalar = { kind: 'scalar', range: template.range, content: template.range, value, segments }
  const parsed = document.embedded(scalar, 'json')
  const [root] = parsed.documents
  return root && parsed.errors.length === 0 ? filled(root, holes) : undefined
}

function isDirective(node: Node): boolean {
  return node.kind === 'call' && /^(?:if|else|endif|for|endfor)$/.test(node.callee)
}

function endsInString(text: string, from: boolean): boolean {
  let inside = from
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') inside = !inside
  }
  return inside
}

function filled(node: Node, holes: readonly Node[]): Node {
  if (node.kind === 'mapping') return { ...node, entries: node.entries.map(entry => ({ ...entry, value: filled(entry.value, holes) })) }
  if (node.kind === 'sequence') return { ...node, items: node.items.map(item => filled(item, holes)) }
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || !HOLE.test(node.value)) return node
  const parts = node.value.split(/([\ue000-\uf8ff])/).filter(part => part !== '').map<Node>(part => {
    const hole = HOLE.test(part) ? holes[part.charCodeAt(0) - FIRST_HOLE] : undefined
    return hole ?? { kind: 'scalar', range: node.range, content: node.range, value: part, segments: [{ value: [0, part.length], source: node.range }] }
  })
  const [only] = parts
  return parts.length === 1 && only ? only : { kind: 'call', range: node.range, callee: 'template', arguments: parts }
}
