import type { Module, Statement } from './syntax.ts'

/** A function of a file that takes a secret's name and gives its string, or its object. */
export interface Helper {
  readonly name: string
  /** Whether it gives an object. */
  readonly parsed: boolean
}

/** The helper that a file has. @param first Where the first secret stands: it must be defined before, with all that it reads. */
export function helperIn(text: string, { statements }: Module, first: number): Helper | undefined {
  for (const [index, { range, indent }] of statements.entries()) {
    if (range[0] > first) break
    const [, name, parameter] = /^def (\w+)\((\w+)(?:\s*:\s*str)?\)/.exec(text.slice(...range)) ?? []
    if (name === undefined || parameter === undefined || indent !== '') continue
    const end = statements.findIndex((statement, at) => at > index && statement.indent === '')
    const body = statements.slice(index + 1, end < 0 ? undefined : end)
    const parsed = (body.at(-1)?.range[1] ?? 0) < first ? givenBy(body.map(statement => text.slice(...statement.range)), parameter) : undefined
    if (parsed !== undefined && !readsLater(body, statements, text, first)) return { name, parsed }
  }
  return undefined
}

const STRING = /^\w[\w.]*(?:\([\w\s=,."']*\)[\w.]*){0,3}\[["']SecretString["']\]$/

/** Whether a body gives the object of the secret that its parameter names, or its string; undefined where it does anything else. */
function givenBy(body: readonly string[], parameter: string): boolean | undefined {
  const returns = body.filter(statement => /^return\b/.test(statement))
  const isAsked = body.some(statement => new RegExp(`\\bget_secret_value\\(\\s*SecretId\\s*=\\s*${parameter}\\s*,?\\s*\\)`).test(statement))
  const [only] = returns
  if (!isAsked || only === undefined || returns.length !== 1) return undefined
  const given = valueOf(only.slice('return'.length).trim(), body)
  const inner = /^json\.loads\((.*)\)$/s.exec(given)?.[1]
  if (STRING.test(given)) return false
  return inner !== undefined && STRING.test(valueOf(inner.trim(), body)) ? true : undefined
}

/** What a name stands for, where it is set once. */
function valueOf(expression: string, body: readonly string[]): string {
  const set = /^\w+$/.test(expression) ? body.filter(statement => new RegExp(`^${expression}\\s*=[^=]`).test(statement)) : []
  return set.length === 1 ? (set[0] ?? '').replace(/^\w+\s*=\s*/, '') : expression
}

/** Whether a body reads a variable that the file sets only after an offset. */
function readsLater(body: readonly Statement[], statements: readonly Statement[], text: string, offset: number): boolean {
  const written = body.map(({ range }) => text.slice(...range)).join('\n')
  return statements.some(({ range, indent }) => {
    const name = indent === '' && range[0] > offset ? /^(\w+)\s*(?::[^=]*)?=/.exec(text.slice(...range))?.[1] : undefined
    return name !== undefined && new RegExp(`\\b${name}\\b`).test(written)
  })
}
