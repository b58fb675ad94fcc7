/** Whether a constraint (`>= 1.11`, `~> 5.92, != 5.95`) admits no version below the given one. An absent constraint admits all. */
export function excludesBelow(constraint: string | undefined, version: string): boolean {
  return (constraint ?? '').split(',').some(part => {
    const [, operator = '=', floor] = /^(>=|>|~>|=)? *v?(\d+(?:\.\d+)*)/.exec(part.trim()) ?? []
    return floor !== undefined && operator !== '!=' && compare(floor, version) >= 0
  })
}

function compare(one: string, other: string): number {
  const [left, right] = [one.split('.').map(Number), other.split('.').map(Number)]
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
