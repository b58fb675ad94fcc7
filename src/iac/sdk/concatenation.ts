import { type Call, type Node, stringOf } from '../../core/tree.ts'
import { decided } from '../intrinsics.ts'

/** A text that is joined of parts, as a template; as a text where all parts are known. */
export function foldConcatenation({ range, callee, arguments: parts }: Call): Node {
  const flat = parts.flatMap(part => (part.kind === 'call' && part.callee === 'template' ? part.arguments : [part]))
  if (callee === '+' && !flat.some(part => stringOf(part) !== undefined)) return { kind: 'call', range, callee, arguments: parts }
  const texts = flat.map(part => (part.kind === 'scalar' && part.value !== null ? String(part.value) : undefined))
  return texts.every(text => text !== undefined) ? decided(texts.join(''), range) : { kind: 'call', range, callee: 'template', arguments: flat }
}
