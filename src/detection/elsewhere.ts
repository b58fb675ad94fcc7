/** A value that may belong to a name, and whether it is quoted. */
export interface Candidate {
  readonly value: string
  readonly quote: string
}

const quotedIn = (pattern: RegExp, text: string): Candidate[] => [...text.matchAll(pattern)].map(({ groups }) => ({ value: groups?.value ?? '', quote: '"' }))

/**
 * Values that belong to the name at `text[left..right)` and don't stand right behind it. What has no digit is left out: most words in a line are none.
 * @param quoted Whether the language writes every literal in quotes.
 */
export function elsewhere(text: string, left: number, right: number, quoted: boolean): readonly Candidate[] {
  const near = text.slice(right, right + 220)
  const lineEnd = near.indexOf('\n')
  const behind = lineEnd < 0 ? near : near.slice(0, lineEnd)
  const found: Candidate[] = []
  if (quoted && /\d/.test(behind)) {
    if (/^["'`)\]}.]/.test(behind)) found.push(...called(behind))
    if (ASSIGNED.test(behind)) found.push(...chosen(behind))
    found.push(...inString(text, left, behind))
  }
  if (/^["'`.*@$]|^[=(]/.test(text[left - 1] ?? '') || /[=(][ \t]$/.test(text.slice(left - 2, left))) found.push(...before(text, left, right))
  if (OPENS_BLOCK.test(near)) found.push(...declared(near, text.slice(right, right + 300)))
  if (ENDS_CELL.test(near)) found.push(...columns(text, left, right, behind, quoted))
  return found.filter(({ value }) => /\d/.test(value))
}

const OPENS_BLOCK = /^["']?\s{0,4}[:=]?\s{0,4}[{\n\r]/
const ENDS_CELL = /^["'`\]*]{0,2}\s?(?:[,;|)\t\r\n]|$|[ \t]{1,8}(?:n?(?:var)?char|text|character)\b)/i

const NAMED_BEHIND = /\b(?:name|key|id|forKey|forHTTPHeaderField|forName)["']?\s{0,4}[:=]\s{0,4}@?["']$/i
const VALUE_BEFORE = /\bvalue["']?\s{0,4}[:=]\s{0,4}["'](?<value>[^"'\n]{4,200})["']/gi
const ARGUMENT_BEFORE = /[(:,]\s{0,4}@?["'](?<value>[^"'\n]{4,200})["'][\s,]{1,4}for\w{3,20}\s?:\s?@?["']$/g
const COMPARED_BEFORE = /["'`](?<value>[^"'`\n]{4,200})["'`](?:\s{0,4}[=!]==?\s{0,4}|\.(?:equals|equalsIgnoreCase|isEqual)\(\s{0,4})[\w.$@]{0,40}$/g

/** `value="…" name="password"`, `set("…", forKey: "password")`, `"…" == password`. */
function before(text: string, left: number, right: number): Candidate[] {
  const unit = text[left - 1] ?? ''
  const last = text.slice(Math.max(0, left - 4), left)
  if ((unit === '"' || unit === "'") && /["']/.test(text[right] ?? '') && NAMED_BEHIND.test(text.slice(Math.max(0, left - 40), left))) {
    const head = text.slice(Math.max(0, left - 300), left)
    return /for\w+\s?:\s?@?["']$/.test(head) ? quotedIn(ARGUMENT_BEFORE, head) : quotedIn(VALUE_BEFORE, head)
  }
  return /[=(.$@\w]\s?$/.test(last) && /[=(]/.test(text.slice(Math.max(0, left - 44), left)) ? quotedIn(COMPARED_BEFORE, text.slice(Math.max(0, left - 250), left)) : []
}

const CALLED = /^["'`)\]}]{0,4}\s?\.(?:equals\w{0,12}|isEqual\w{0,10}|or_?else|get_?or_?else|unwrap_or(?:_else)?|default|or|type|send_?keys|fill\w{0,4}|set_?text|eq|contentEquals)\((?:\|\w?\|\s?)?["'`](?<value>[^"'`\n]{4,200})["'`]/gi
const BLOCK = /^["'`]\)\s?\{\s?(?:\|\w?\|\s?)?["'](?<value>[^"'\n]{4,200})["']/g

/** `password.equals("…")`, `getenv("PASSWORD").orElse("…")`, `fetch("PASSWORD") { "…" }`. */
function called(behind: string): Candidate[] {
  return /^["'`)\]}.]/.test(behind) ? [...quotedIn(CALLED, behind), ...quotedIn(BLOCK, behind)] : []
}

const ASSIGNED = /^["'`\])}]{0,3}\s?(?::[\w<>[\]| .]{1,40})?(?:\?\?|\|\||:)?=(?![=>])/
const CHOSEN = /(?:[?:,+("'`]|\belse|\bor|\|\|)[ \t]{0,4}["'`](?<value>[^"'`\n]{4,200})["'`]/g

/** `password = x ? "…" : y`, `user, password = "…", "…"`. */
function chosen(behind: string): Candidate[] {
  return quotedIn(CHOSEN, behind)
}

const BARE = /^["'`*_]{0,3}(?:\s?[:=]\s?|[ \t>])\s?[*`"]{0,2}(?<value>[^\s"'`<>;,(){}\\]{8,200})(?=["'`<\\;,*/ \t]|$)/

/** A setting in a comment or in a string: `// password: …`, `"--password …"`. */
function inString(text: string, left: number, behind: string): Candidate[] {
  const value = BARE.exec(behind)?.groups?.value ?? ''
  if (!/\d/.test(value) || !/[a-z]/i.test(value)) return []
  const head = text.slice(Math.max(0, left - 200), left)
  const line = head.slice(head.lastIndexOf('\n') + 1)
  return /\/\/|[#*"'`<;]|--/.test(line) ? [{ value, quote: '' }] : []
}

const DEFAULT = /\bdefault(?:Value)?["']?\s{0,4}[:=]\s{0,4}["']?(?<value>[^"'\s{}]{4,200})/gi

/** `variable "password" { type = string, default = "…" }`. */
function declared(near: string, block: string): Candidate[] {
  const end = near.indexOf('}')
  return /default/i.test(near) ? quotedIn(DEFAULT, end < 0 ? block : near.slice(0, end)) : []
}

const VALUES = /^[^()\n]{0,300}\)\s{0,4}VALUES\s{0,4}\((?<rows>[^\n]{0,400})/i
const STRING = /["'](?<value>[^"'\n]{4,200})["']/g
const TYPE = /^[`"\]]?[ \t]{1,8}(?:n?(?:var)?char|text)/i

/** A cell in the line below a heading, or a value of an `INSERT`. */
function columns(text: string, left: number, right: number, behind: string, quoted: boolean): readonly Candidate[] {
  const rows = quoted ? VALUES.exec(text.slice(right, right + 700))?.groups?.rows : undefined
  if (rows !== undefined) return quotedIn(STRING, rows)
  if (quoted && TYPE.test(behind)) {
    const insert = text.slice(right, right + 6000).search(/INSERT INTO|\nCOPY /i)
    return insert < 0 ? [] : quotedIn(STRING, text.slice(right + insert, right + insert + 1000))
  }
  if (quoted && /^[^()\n]{0,300}\)\s{0,4}FROM\s+stdin/i.test(behind)) return wordsOf(text.slice(right + behind.length, right + behind.length + 400))
  if (quoted || !/^["'`*]{0,2}\s?(?:[,;|\t]|\r?$)/.test(behind)) return []
  const start = text.lastIndexOf('\n', left - 1) + 1
  if (left - start > 400) return []
  const heading = text.slice(start, right + behind.length)
  const separator = /[;|\t,]/.exec(heading)?.[0]
  if (separator === undefined || !/^[\w "'`*.;|\t,-]{1,400}\r?$/.test(heading)) return []
  const index = text.slice(start, left).split(separator).length - 1
  return text.slice(right + behind.length + 1, right + behind.length + 600).split('\n', 2).flatMap(line => {
    const value = (line.split(separator)[index] ?? '').trim().replace(/^["'`]|["'`]$/g, '')
    return value.length >= 4 && line.split(separator).length >= 2 ? [{ value, quote: '' }] : []
  })
}

const wordsOf = (text: string): readonly Candidate[] => text.split(/\s+/, 60).filter(value => value.length >= 6).map(value => ({ value, quote: '' }))
