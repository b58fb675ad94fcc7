import type { Document } from '../core/document.ts'
import type { CodeCall, CodeEntry, CodeSecret, CodeUsage } from '../core/rule.ts'
import { openDocument } from '../formats/index.ts'
import { needsOf } from '../iac/sdk/needs.ts'

/** Files that are followed from one handler, and characters of all of them. */
const FILES = 200
const LENGTH = 4 * 1024 * 1024

const JAVASCRIPT = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts']
const IMPORTED = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*["'`]([^"'`\n]{1,200})["'`]/g

/** Packages that do nothing with Secrets Manager but what the program says. */
const KNOWN = /^(?:node:|aws-sdk(?:\/|$)|@aws-sdk\/(?:client-|lib-|util-|smithy|types|s3-)|@smithy\/|aws-lambda$|aws-xray-sdk|@aws-lambda-powertools\/|boto3|botocore|aws_lambda_powertools|aws_xray_sdk|aws_secretsmanager_caching|configparser$|secrets$|@types\/)/
/** Packages that may ask for secrets themselves: a company's own, and those that say so. */
const ASKING = /^@|secret|credential|vault|config|aws|boto|ssm/i

/** What a handler does with Secrets Manager, by following what it imports. @param read The text of a file, from the root; undefined where there is none. */
export function usageReader(read: (path: string) => string | undefined): (code: CodeEntry) => CodeUsage | undefined {
  const known = new Map<string, CodeUsage | undefined>()
  const documents = new Map<string, Document | undefined>()
  const open = (path: string): Document | undefined => {
    if (!documents.has(path)) {
      const text = read(path)
      documents.set(path, text === undefined ? undefined : openDocument(path, text))
    }
    return documents.get(path)
  }
  return ({ from, directory, handler }) => {
    const root = joined(from.split('/').slice(0, -1), directory)
    if (root === undefined) return undefined
    const key = `${root.join('/')}\0${handler}`
    if (!known.has(key)) known.set(key, follow(root, handler, open))
    return known.get(key)
  }
}

function follow(root: readonly string[], handler: string, open: (path: string) => Document | undefined): CodeUsage | undefined {
  const start = joined(root, handler.replace(/\.[^./]+$/, ''))
  const first = start && [...JAVASCRIPT, '.py'].map(ending => start.join('/') + ending).find(path => open(path))
  if (first === undefined) return undefined
  const files = [first]
  const calls: CodeCall[] = []
  const secrets: (readonly CodeSecret[] | undefined)[] = []
  const foreign = new Set<string>()
  const own = new Set<string>()
  let length = 0
  for (const path of files) {
    const document = open(path)
    const needs = document && needsOf(document)
    length += document?.text.length ?? 0
    if (!document || !needs || files.length > FILES || length > LENGTH) return undefined
    for (const { call, actions, secrets: asked } of needs.calls) {
      calls.push({ path, line: document.lines.position(call.range[0]).line, actions })
      secrets.push(asked)
    }
    for (const name of needs.foreign) foreign.add(name)
    for (const { name } of document.program?.functions ?? []) own.add(name.replace(/^.*\./, ''))
    const imported = path.endsWith('.py') ? pythonImports(root, document, open) : javascriptImports(document, open)
    if (!imported) return undefined
    for (const next of imported) if (!files.includes(next)) files.push(next)
  }
  if ([...foreign].some(name => !own.has(name))) return undefined
  return { calls, secrets: secrets.every(each => each !== undefined) ? secrets.flat() : undefined }
}

/** The files that a program imports; undefined where one of them cannot be seen. */
function javascriptImports({ path, text }: Document, open: (path: string) => Document | undefined): readonly string[] | undefined {
  const found: string[] = []
  for (const [, specifier = ''] of text.matchAll(IMPORTED)) {
    if (!specifier.startsWith('.')) {
      if (!KNOWN.test(specifier) && ASKING.test(specifier)) return undefined
      continue
    }
    if (/\.json$/.test(specifier)) continue
    const target = joined(path.split('/').slice(0, -1), specifier)?.join('/')
    const bases = target === undefined ? [] : [target.replace(/\.[cm]?js$/, ''), target, `${target}/index`]
    const file = [...(target !== undefined && /\.[cm]?[jt]s$/.test(target) ? [target] : []), ...bases.flatMap(base => JAVASCRIPT.map(ending => base + ending))].find(open)
    if (file === undefined) return undefined
    found.push(file)
  }
  return found
}

function pythonImports(root: readonly string[], { path, program }: Document, open: (path: string) => Document | undefined): readonly string[] | undefined {
  const found: string[] = []
  for (const { module, imported } of program?.imports ?? []) {
    const name = module.replace(/^\.+/, '')
    const dots = module.slice(0, module.length - name.length)
    const base = dots === '' ? root : joined(path.split('/').slice(0, -1), '../'.repeat(dots.length - 1) || '.')
    const segments = name.split('.').filter(Boolean)
    const within = (...parts: readonly string[]): readonly string[] => (base ? [`${[...base, ...parts].join('/')}.py`, [...base, ...parts, '__init__.py'].join('/')] : [])
    const files = [...segments.flatMap((_, index) => within(...segments.slice(0, index + 1))), ...within(...segments, imported)].filter(file => open(file))
    if (files.length === 0 && dots !== '') return undefined
    if (files.length === 0 && !KNOWN.test(name) && ASKING.test(name)) return undefined
    found.push(...files)
  }
  return found
}

/** A path below another one; undefined where it leads out of the root. */
function joined(base: readonly string[], path: string): readonly string[] | undefined {
  const parts = [...base]
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '' && part !== '.') {
      parts.push(part)
    }
  }
  return parts
}
