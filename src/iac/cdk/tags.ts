import { isProgramCall } from '../../core/program.ts'
import { type Entry, type Node, entry, stringOf } from '../../core/tree.ts'
import type { Draft } from './draft.ts'
import type { CdkFile } from './file.ts'
import { call, mapping, named, sequence } from './nodes.ts'
import { methodOf } from './origin.ts'

/**
 * Resources with the tags that `Tags.of(…).add(…)` gives them. What a construct lies in passes its tags on, so only where the app itself is made in the file,
 * none at all are none.
 */
export function tagged(file: CdkFile, drafts: readonly Draft[]): readonly Draft[] {
  const tags = tagsIn(file)
  const whole = file.program.calls.some(({ callee }) => /^(?:App|Stage)$/.test(file.origin(callee)?.name ?? ''))
  return drafts.map(draft => {
    if (draft.type !== 'AWS::SecretsManager::Secret') return draft
    const own = tags.filter(({ of }) => of === undefined || of === draft.made)
    const { range } = draft.made
    const written = entry(draft.properties, 'Tags')?.value
    if (own.length === 0 && (written || whole)) return draft
    const items = own.map(({ key, node }) => mapping(node.range, [named('Key', key), named('Value', node)]))
    const value = own.length === 0 || (written && written.kind !== 'sequence') ? call('tags', range, []) : sequence(range, [...(written?.kind === 'sequence' ? written.items : []), ...items])
    return { ...draft, properties: mapping(draft.properties.range, [...draft.properties.entries.filter(({ key }: Entry) => key !== 'Tags'), named('Tags', value)]) }
  })
}

interface Tag {
  readonly key: Node
  readonly node: Node
  /** The construct that it is for; undefined: whatever is in the stack, or what the file does not say. */
  readonly of: Node | undefined
}

function tagsIn(file: CdkFile): readonly Tag[] {
  return file.program.calls.flatMap<Tag>(made => {
    const [first, second, third] = made.positional
    const { receiver, scope } = made
    // Version 1 had `Tag.add(construct, key, value)` besides.
    if (file.origin(made.callee)?.name === 'Tag.add' && first && second) return [{ key: second, node: third ?? made, of: file.constructAt(first, scope) }]
    if (methodOf(made.callee) !== 'add' || !isProgramCall(receiver) || file.origin(receiver.callee)?.name !== 'Tags.of') return []
    const target = receiver.positional[0]
    const key = first ?? made.keywords.find(({ key: own }) => own === 'key')?.value
    return key && stringOf(key) !== '' ? [{ key: file.fold(key, scope), node: made, of: target && file.constructAt(target, scope) }] : []
  })
}
