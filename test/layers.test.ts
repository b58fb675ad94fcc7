import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What each folder may import besides itself; DESIGN.md's picture. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'src/core': [],
  'src/lexer': ['src/core'],
  'src/detection': ['src/core', 'src/lexer'],
  'src/iac': ['src/core', 'src/lexer'],
  'src/lookups': ['src/core', 'src/lexer'],
  'src/formats': ['src/core', 'src/lexer'],
  rules: ['src/core', 'src/lexer', 'src/detection', 'src/iac', 'src/lookups', 'src/formats'],
  'src/engine': ['src/core', 'src/lexer', 'src/detection', 'src/iac', 'src/lookups', 'src/formats', 'rules'],
  'src/eslint': ['src/core', 'src/lexer', 'src/formats', 'src/detection', 'src/iac', 'rules', 'src/engine'],
  'src/sources': ['src/core', 'src/lexer'],
  'src/reporters': ['src/core'],
  'src/aws': ['src/core'],
  'src/migrate': ['src/core', 'src/aws', 'src/engine', 'src/lookups'],
  'src/cli': ['src/core', 'src/lexer', 'src/formats', 'src/detection', 'src/iac', 'src/lookups', 'src/engine', 'rules', 'src/sources', 'src/reporters', 'src/migrate', 'src/aws'],
  src: ['src/eslint', 'src/engine', 'src/core', 'src/cli'],
}

/** Modules of Node that touch the world, and who may use them. */
const WORLD: Readonly<Record<string, readonly string[]>> = {
  fs: ['src/sources', 'src/cli', 'src/engine/derive.ts', 'src/detection/table.ts'],
  child_process: ['src/sources/git.ts'],
  net: [],
  http: [],
  https: [],
  worker_threads: ['src/cli'],
  process: ['src/cli'],
}

const REVEALERS = ['src/core/secret.ts', 'src/detection/', 'src/lookups/', 'src/engine/fingerprint.ts', 'src/engine/diff.ts', 'src/engine/masking.ts', 'src/migrate/', 'src/aws/']

const files = ['src', 'rules'].flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => join(folder, name).replaceAll('\\', '/')),
)

function layerOf(file: string): string {
  return file.startsWith('rules/') ? 'rules' : file.split('/').length > 2 ? file.split('/').slice(0, 2).join('/') : 'src'
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/(?:from|import|require)\s*(?:\(\s*)?['"`]([^'"`$]+)/g)].map(match => match[1] ?? '')
}

describe.each(files)('%s', file => {
  const imports = importsOf(file)

  test('imports only what its layer may', () => {
    const layer = layerOf(file)
    const wrong = imports
      .filter(name => name.startsWith('.') && !name.endsWith('.json'))
      .map(name => layerOf(relative(root, join(root, file, '..', name.endsWith('/') ? `${name}any` : name)).replaceAll('\\', '/')))
      .filter(target => target !== layer && !(ALLOWED[layer] ?? []).includes(target))
    expect(wrong).toEqual([])
  })

  test('touches the world only where it may', () => {
    const used = imports.filter(name => name.startsWith('node:')).map(name => name.slice(5).split('/')[0] ?? '')
    const wrong = used.filter(name => name in WORLD && !(WORLD[name] ?? []).some(place => file.startsWith(place)))
    expect(wrong).toEqual([])
  })

  test('speaks to AWS only where it may', () => {
    expect(imports.some(name => name.startsWith('@aws-sdk/')) && !file.startsWith('src/aws/')).toBe(false)
  })

  test('reveals secrets only where it may', () => {
    const reveals = readFileSync(join(root, file), 'utf8').includes('.reveal()')
    expect(!reveals || REVEALERS.some(place => file.startsWith(place))).toBe(true)
  })
})
