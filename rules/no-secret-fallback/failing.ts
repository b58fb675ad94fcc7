import type { Document } from '../../src/core/document.ts'
import type { Literal } from '../../src/core/literal.ts'
import type { Range } from '../../src/core/text.ts'

/** What stands in the place of a fallback and what is read with it, so that the program ends without the variable. */
interface Failing {
  readonly name: string
  readonly range: Range
  readonly text: string
}

/** How a language writes a fallback, and how it fails instead. */
interface Form {
  /** What stands before the literal, with the variable as `name`; all of it is replaced. */
  readonly before: RegExp
  /** What stands behind it and is replaced too. */
  readonly after: RegExp
  /** What must follow then. */
  readonly then?: RegExp
  readonly write: (parts: { readonly name: string; readonly head: string; readonly quote: string }) => string
}

/** Characters before a literal that hold all that is read there. */
const REACH = 200

const NOTHING = /^/
/** What ends an expression: behind anything else the literal is a part of a larger one. */
const ENDS = /^[^\S\r\n]*(?:[;,)\]}#\r\n]|\/[/*]|$)/
/** The end of a call's arguments. */
const CLOSED = /^\s{0,20},?\s{0,20}\)/

const throwing = ({ name, head, quote }: { name: string; head: string; quote: string }): string => `${head}(() => { throw new Error(${quote}${name} is not set.${quote}) })()`

const JAVASCRIPT: readonly Form[] = [
  { before: /(?<head>\benv(?:\.|\.get\(['"]|\[['"])(?<name>[A-Za-z_]\w{0,80})(?:['"][\])])?\s{0,20}(?:\?\?|\|\|)=?\s{0,40})$/, after: NOTHING, then: ENDS, write: throwing },
]

function required(read: string, name: string): string {
  return `java.util.Objects.requireNonNull(${read}, "${name} is not set")`
}

const SPRING: readonly Form[] = [{ before: /\$\{(?<name>[\w.-]{1,100}):$/, after: /^\}/, write: ({ name }) => `\${${name}}` }]

/** Variables of the Serverless Framework. */
const SERVERLESS: readonly Form[] = [{ before: /(?<head>\$\{(?:env|opt|param):(?<name>[\w.-]{1,100}))\s{0,4},\s{0,4}["']$/, after: /^["']\s{0,4}\}/, write: ({ head }) => `${head}}` }]

const SHELL: readonly Form[] = [
  { before: /\$\{(?<name>[A-Z_]\w{0,80}):[-=]["']?$/i, after: /^["']?\}/, write: ({ name }) => `\${${name}:?}` },
  { before: /\$\{(?<name>[A-Z_]\w{0,80})[-=]["']?$/i, after: /^["']?\}/, write: ({ name }) => `\${${name}?}` },
]

const FORMS: Readonly<Record<string, readonly Form[]>> = {
  javascript: JAVASCRIPT,
  typescript: JAVASCRIPT,
  vue: JAVASCRIPT,
  python: [
    { before: /\b(?<head>os\.environ)\.get\(\s{0,40}(?<q>["'])(?<name>\w{1,80})\k<q>\s{0,20},\s{0,40}$/, after: CLOSED, write: ({ name, head, quote }) => `${head}[${quote}${name}${quote}]` },
    { before: /\bos\.getenv\(\s{0,40}(?<q>["'])(?<name>\w{1,80})\k<q>\s{0,20},\s{0,40}(?:default\s{0,4}=\s{0,4})?$/, after: CLOSED, write: ({ name, quote }) => `os.environ[${quote}${name}${quote}]` },
    { before: /\bos\.(?:environ\.get|getenv)\(\s{0,40}(?<q>["'])(?<name>\w{1,80})\k<q>\s{0,20}\)\s{1,20}or\s{1,20}$/, after: NOTHING, then: ENDS, write: ({ name, quote }) => `os.environ[${quote}${name}${quote}]` },
    { before: /(?<head>\b(?:config|env(?:\.str)?)\(\s{0,40}(?<q>["'])(?<name>\w{1,80})\k<q>)\s{0,20},\s{0,40}(?:default\s{0,4}=\s{0,4})?$/, after: CLOSED, write: ({ head }) => `${head})` },
  ],
  ruby: [
    { before: /\bENV\.fetch\(\s{0,20}(?<q>["'])(?<name>\w{1,80})\k<q>\s{0,20},\s{0,20}$/, after: /^\s{0,20}\)/, write: ({ name, quote }) => `ENV.fetch(${quote}${name}${quote})` },
    { before: /\bENV\.fetch\(\s{0,20}(?<q>["'])(?<name>\w{1,80})\k<q>\s{0,20}\)\s{0,20}\{\s{0,20}$/, after: /^\s{0,20}\}/, write: ({ name, quote }) => `ENV.fetch(${quote}${name}${quote})` },
    { before: /\bENV\[(?<q>["'])(?<name>\w{1,80})\k<q>\]\s{0,20}\|\|\s{0,20}$/, after: NOTHING, then: ENDS, write: ({ name, quote }) => `ENV.fetch(${quote}${name}${quote})` },
  ],
  shell: SHELL,
  yaml: [...SHELL, ...SPRING, ...SERVERLESS],
  properties: SPRING,
  java: [
    ...SPRING,
    { before: /\bSystem\.getenv\(\)\.getOrDefault\(\s{0,20}"(?<name>\w{1,80})"\s{0,20},\s{0,40}$/, after: /^\s{0,20}\)/, write: ({ name }) => required(`System.getenv("${name}")`, name) },
    { before: /\bSystem\.getProperty\(\s{0,20}"(?<name>[\w.-]{1,80})"\s{0,20},\s{0,40}$/, after: /^\s{0,20}\)/, write: ({ name }) => required(`System.getProperty("${name}")`, name) },
    { before: /(?<head>\bOptional\s{0,20}\.ofNullable\(System\.getenv\("(?<name>\w{1,80})"\)\)\s{0,40}\.)orElse\(\s{0,20}$/, after: /^\s{0,20}\)/, write: ({ head }) => `${head}orElseThrow()` },
  ],
  kotlin: [
    ...SPRING,
    { before: /(?<head>\bSystem\.getenv\("(?<name>\w{1,80})"\)\s{0,40}\?:\s{0,40})$/, after: NOTHING, then: ENDS, write: ({ head, name }) => `${head}error("${name} is not set.")` },
  ],
  csharp: [
    {
      before: /(?<head>\bEnvironment\.GetEnvironmentVariable\("(?<name>\w{1,80})"\)\s{0,40}\?\?\s{0,40})$/, after: NOTHING, then: ENDS,
      write: ({ head, name }) => `${head}throw new System.InvalidOperationException("${name} is not set.")`,
    },
  ],
  php: [
    {
      before: /(?<head>\b(?:getenv\((?<q>["'])(?<name>\w{1,80})\k<q>\)\s{0,20}\?:|_(?:ENV|SERVER)\[(?<r>["'])(?<other>\w{1,80})\k<r>\]\s{0,20}(?:\?\?|\?:))\s{0,20})$/, after: NOTHING, then: ENDS,
      write: ({ head, name, quote }) => `${head}throw new \\RuntimeException(${quote}${name} is not set.${quote})`,
    },
  ],
  rust: [
    { before: /(?<head>\benv::var\("(?<name>\w{1,80})"\)\s{0,40}\.)unwrap_or(?:_else\(\|_\w{0,20}\|\s{0,20}|\()$/, after: /^(?:\.(?:to_string|to_owned|into)\(\))?\s{0,20}\)/, write: ({ head, name }) => `${head}expect("${name} is not set")` },
    { before: /(?<head>\benv::var\("(?<name>\w{1,80})"\)\s{0,40}\.)unwrap_or(?:_else\(\|_\w{0,20}\|\s{0,20}|\()String::from\($/, after: /^\)\s{0,20}\)/, write: ({ head, name }) => `${head}expect("${name} is not set")` },
  ],
  elixir: [
    { before: /\bSystem\.get_env\("(?<name>\w{1,80})",\s{0,20}$/, after: /^\)/, write: ({ name }) => `System.fetch_env!("${name}")` },
    { before: /\bSystem\.get_env\("(?<name>\w{1,80})"\)\s{0,20}\|\|\s{0,20}$/, after: NOTHING, then: ENDS, write: ({ name }) => `System.fetch_env!("${name}")` },
  ],
  perl: [
    { before: /(?<head>\$ENV\{(?<q>["']?)(?<name>\w{1,80})\k<q>\}\s{0,20}(?:\|\||\/\/)\s{0,20})$/, after: NOTHING, then: ENDS, write: ({ head, name }) => `${head}die '${name} is not set'` },
  ],
  scala: [
    { before: /\bsys\.env\.getOrElse\(\s{0,20}"(?<name>\w{1,80})"\s{0,20},\s{0,20}$/, after: /^\s{0,20}\)/, write: ({ name }) => `sys.env("${name}")` },
  ],
}

/** The edit by which a program fails without the variable that a literal stands in for; undefined where its language has no way of its own, or what is written is not known. */
export function failingAt({ range: [start, end], quote }: Literal, { text, format }: Document): Failing | undefined {
  const head = text.slice(Math.max(0, start - REACH), start)
  const tail = text.slice(end, end + REACH)
  for (const form of FORMS[format.id] ?? []) {
    const before = form.before.exec(head)
    const after = form.after.exec(tail)
    if (!before || !after || (form.then && !form.then.test(tail.slice(after[0].length)))) continue
    const name = before.groups?.['name'] ?? before.groups?.['other'] ?? ''
    const written = form.write({ name, head: before.groups?.['head'] ?? '', quote: before.groups?.['q'] ?? (quote === '"' || quote === "'" ? quote : '') })
    return { name, range: [start - before[0].length, end + after[0].length], text: written }
  }
  return undefined
}
