/** How a shell reads a place: as words of its own, as text in which it looks for commands, or as text alone. */
export type Quoting = 'bare' | 'double' | 'single'

/** What is open: a string, a command substitution (`$(`, a backtick, a plain `(`) or a parameter (`${`). */
type Open = "'" | '"' | '(' | '`' | '{'

/** The quoting at an offset, read from a place that stands outside of quotes. `inText`: the place is the inside of a here-document, where quotes are text. */
export function quotingAt(text: string, start: number, offset: number, inText: boolean): Quoting {
  const open: Open[] = []
  for (let at = start; at < offset;) {
    const top = open.at(-1)
    const letter = text.charAt(at)
    if (top === "'") {
      if (letter === "'") open.pop()
      at++
      continue
    }
    const asText = isText(open, inText)
    if (letter === '\\') at += 2
    else if (letter === '$' && /[({]/.test(text.charAt(at + 1))) {
      open.push(text.charAt(at + 1) === '(' ? '(' : '{')
      at += 2
    } else {
      if (letter === '`' && top !== '`') open.push('`')
      else if ((letter === '`' && top === '`') || (letter === ')' && top === '(') || (letter === '}' && top === '{') || (letter === '"' && top === '"')) open.pop()
      else if (letter === '"' && !(asText && inText && !open.includes('('))) open.push('"')
      else if ((letter === "'" || letter === '(') && !asText) open.push(letter)
      at++
    }
  }
  return open.at(-1) === "'" ? 'single' : isText(open, inText) ? 'double' : 'bare'
}

/** Whether what is open makes single quotes and brackets text. */
function isText(open: readonly Open[], inText: boolean): boolean {
  const around = open.findLast(one => one !== '{')
  return around === '"' || (around === undefined && inText)
}
