import { type Program, type ProgramCall, isProgramCall } from '../core/program.ts'
import { contains, type Range } from '../core/text.ts'
import type { Entry, Node } from '../core/tree.ts'

/** The calls around a literal, and the options that lead to it. */
export interface Way {
  /** Outermost first. */
  readonly calls: readonly ProgramCall[]
  readonly entries: readonly Entry[]
  /** What holds each entry: the mapping, or the call whose keyword it is. */
  readonly holders: readonly Node[]
  /** All nodes on the way. */
  readonly nodes: readonly Node[]
}

/** The way from the outermost call to a range; undefined where no call is given it. */
export function wayTo(range: Range, program: Program): Way | undefined {
  const outermost: Node | undefined = program.calls.find(call => contains(call.range, range) && [...call.arguments, ...call.keywords].some(one => contains(one.range, range)))
  const calls: ProgramCall[] = []
  const entries: Entry[] = []
  const holders: Node[] = []
  const nodes: Node[] = []
  let node: Node | undefined = outermost
  while (node) {
    nodes.push(node)
    if (isProgramCall(node)) calls.push(node)
    const entry: Entry | undefined = membersOf(node).find(({ value }) => contains(value.range, range))
    if (entry) {
      entries.push(entry)
      holders.push(node)
    }
    node = entry?.value ?? childrenOf(node).find(child => contains(child.range, range))
  }
  return outermost && { calls, entries, holders, nodes }
}

function childrenOf(node: Node): readonly Node[] {
  return node.kind === 'sequence' ? node.items : node.kind === 'call' ? node.arguments : []
}

/** The entries of a mapping, or the keywords of a call. */
export function membersOf(node: Node): readonly Entry[] {
  return isProgramCall(node) ? node.keywords : node.kind === 'mapping' ? node.entries : []
}
