/** Names in code marks as an English list: `` `a`, `b` and `c` ``. */
export function sentence(names: readonly string[]): string {
  const quoted = names.map(name => `\`${name}\``)
  const last = quoted.pop() ?? ''
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`
}
