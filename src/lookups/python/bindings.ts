import type { Module, Statement } from './syntax.ts'

/** Whether a file binds a name to something else than what it imports: by a parameter, an assignment, a loop, a definition, or unbinds it by `del`. */
export function bindsName(text: string, module: Module, name: string, imported: string): boolean {
  if (!new RegExp(`\\b${name}\\b`).test(text)) return false
  const parameter = new RegExp(`[(,*]\\s*${name}\\b`)
  const inside = new RegExp(`\\blambda\\b[^:]{0,200}\\b${name}\\b|\\bfor\\s(?:[^:]{0,200}[\\s,(*])?${name}[\\s,)][^:]{0,200}\\bin\\b|\\b${name}\\s*:=`)
  const outside = new RegExp(`(?:^|[=,;:])\\s*\\*?${name}\\s*(?:,[\\w\\s,*.]{0,200})?(?::[^=]{0,200})?(?:[-+*/|&^%@]|//|<<|>>|\\*\\*)?=(?!=)|\\bdel\\b[^;]{0,200}\\b${name}\\s*(?:[,;]|$)|\\b(?:def|class|as)\\s+${name}\\b`)
  const other = new RegExp(`(?<!\\b${imported}\\s+)\\bas\\s+${name}\\b`)
  return module.statements.some(statement => {
    const code = codeOf(text, module, statement)
    if (/^(?:import|from)\b/.test(code)) return other.test(code) || isOtherModule(code, name, imported)
    const head = /^(?:async\s+)?def\s+\w+/.exec(code)
    return (head && parameter.test(bracketed(code.slice(head[0].length)))) || inside.test(code) || outside.test(withoutBrackets(code))
  })
}

/** Whether `from m import x` brings what is called as a module is: `json` of Flask. */
function isOtherModule(code: string, name: string, imported: string): boolean {
  const [, module, names = ''] = /^from\s+([\w.]+)\s+import\b(.*)/s.exec(code) ?? []
  return name === imported && module !== undefined && /^(?:boto3|functools|json)$/.test(name) && new RegExp(`(?:^|[\\s(,])${name}\\s*(?:$|[,)])`).test(names)
}

/** A statement without its comments and with empty strings. */
function codeOf(text: string, { strings }: Module, { range: [start, end] }: Statement): string {
  let code = ''
  let at = start
  for (const { range } of strings) {
    if (range[0] < start || range[1] > end) continue
    code += `${text.slice(at, range[0])}""`
    at = range[1]
  }
  return (code + text.slice(at, end)).replace(/#[^\r\n]*/g, '')
}

/** What stands in the first brackets, with the opening one. */
function bracketed(code: string): string {
  let depth = 0
  for (let at = 0; at < code.length; at++) {
    if ('([{'.includes(code.charAt(at))) depth++
    else if (')]}'.includes(code.charAt(at)) && --depth === 0) return code.slice(0, at)
  }
  return code
}

/** The code with empty brackets. */
function withoutBrackets(code: string): string {
  let depth = 0
  let bare = ''
  for (const char of code) {
    if (')]}'.includes(char)) depth--
    if (depth <= 0) bare += char
    if ('([{'.includes(char)) depth++
  }
  return bare
}
