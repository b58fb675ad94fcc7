import { type Node, get, items, stringOf } from '../core/tree.ts'

/** Whether a constraint (`>= 1.11`, `~> 5.92, != 5.95`) admits no version below the given one. An absent constraint admits all. */
export function excludesBelow(constraint: string | undefined, version: string): boolean {
  return (constraint ?? '').split(',').some(part => {
    const [, operator = '=', floor] = /^(>=|>|~>|=)? *v?(\d+(?:\.\d+)*)/.exec(part.trim()) ?? []
    return floor !== undefined && operator !== '!=' && compare(floor, version) >= 0
  })
}

/** Whether a constraint (`~> 4.0`, `< 5`) admits no version from the given one on. An absent constraint admits all. */
export function excludesFrom(constraint: string | undefined, version: string): boolean {
  return (constraint ?? '').split(',').some(part => {
    const [, operator = '=', ceiling = ''] = /^(<=|<|~>|=)? *v?(\d+(?:\.\d+)*)/.exec(part.trim()) ?? []
    if (ceiling === '') return false
    if (operator === '<') return compare(ceiling, version) <= 0
    return compare(operator === '~>' ? lastBelow(ceiling) : ceiling, version) < 0
  })
}

/** What `~>` lets grow: all but the last number may not, and that without limit. */
function lastBelow(version: string): string {
  const numbers = version.split('.')
  return [...numbers.slice(0, numbers.length - 1), String(Number.MAX_SAFE_INTEGER)].join('.')
}

/** The versions that a `terraform` block asks for: its own under `terraform`, and each provider's under its name. */
export function requiredVersions(root: Node | undefined): Readonly<Record<string, string>> {
  const versions: Record<string, string> = {}
  for (const settings of items(get(root, 'terraform'))) {
    const own = stringOf(get(settings, 'required_version'))
    if (own !== undefined) versions['terraform'] = own
    for (const providers of items(get(settings, 'required_providers'))) {
      for (const { key, value } of providers.kind === 'mapping' ? providers.entries : []) {
        const version = stringOf(get(value, 'version')) ?? stringOf(value)
        if (version !== undefined) versions[key] = version
      }
    }
  }
  return versions
}

function compare(one: string, other: string): number {
  const [left, right] = [one.split('.').map(Number), other.split('.').map(Number)]
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
