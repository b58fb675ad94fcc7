import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { afterAll, describe, expect, test } from 'vitest'
import { detect } from '../dist/src/detection/detect.js'
import { unifiedDiff } from '../dist/src/engine/diff.js'
import { openDocument } from '../dist/src/formats/index.js'
import { DISGUISES, PROJECTS, declinedIn, filesOf, findingsIn, fixed, fixedTogether, projectNames } from './projects.ts'

const directory = mkdtempSync(join(tmpdir(), 'unhardcode-fix-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

describe.each(projectNames)('%s', project => {
  const files = filesOf(project)

  test('becomes what its snapshot says', async () => {
    const plans = fixedTogether(files)
    const sections = files.flatMap((file, index) => {
      const plan = plans[index] ?? fixed(file)
      const diff = unifiedDiff(file.path, file.text, plan.text, detect(openDocument(file.path, file.text)))
      const said = [
        ...plan.applied.map(({ fix }) => `${file.path}: ${fix.title}${fix.dependencies ? ` (needs ${fix.dependencies.join(', ')})` : ''}`),
        ...plan.refused.map(({ fix, reason }) => `${file.path}: refused: ${fix.title}: ${reason}`),
        ...declinedIn(file),
      ]
      return said.length > 0 ? [`${said.join('\n')}\n${diff}`] : []
    })
    await expect(sections.join('\n')).toMatchFileSnapshot(fileURLToPath(new URL(`${project}.diff`, PROJECTS)))
  })

  test.each(files.map(file => [file.path, file] as const))('%s parses, has no fixed finding left, and is not changed again', (_, file) => {
    const plan = fixed(file)
    expect(plan.refused.map(({ reason }) => reason)).toEqual([])
    const again = fixed({ ...file, text: plan.text })
    expect(again.text).toBe(plan.text)
    const left = findingsIn(openDocument(file.path, plan.text), file.facts)
    const before = findingsIn(openDocument(file.path, file.text), file.facts)
    expect(left.length).toBe(before.length - plan.applied.length)
    for (const { problem } of left) expect(before.some(one => one.problem.secret?.reveal() === problem.secret?.reveal())).toBe(true)
    expect(syntaxErrors(file.path, plan.text)).toEqual([])
  })

  test.each(files.map(file => [file.path, file] as const))('%s keeps its line ends', (_, file) => {
    for (const [name, disguise] of Object.entries(DISGUISES)) {
      const disguised = { ...file, text: disguise(file.text) }
      const { text } = fixed(disguised)
      expect(disguise(text), name).toBe(text)
      expect(text.replaceAll('\r\n', '\n').trimEnd(), name).toBe(fixed({ ...file, text: file.text.replaceAll('\r\n', '\n') }).text.trimEnd())
    }
  })
})

/** What the language's own tools say against a text. */
function syntaxErrors(path: string, text: string): readonly string[] {
  if (/\.[cm]?[jt]sx?$/.test(path)) {
    const { diagnostics = [] } = ts.transpileModule(text, { fileName: path, reportDiagnostics: true, compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, allowJs: true } })
    return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  }
  if (path.endsWith('.py')) return complaints('python3', ['-m', 'py_compile'], path, text)
  if (path.endsWith('.sh')) return complaints('bash', ['-n'], path, text)
  if (path.endsWith('.tf')) return complaints('terraform', ['fmt', '-check', '-diff'], path, text)
  return []
}

/** What a program says about a file; nothing where it is not installed. */
function complaints(program: string, options: readonly string[], path: string, text: string): readonly string[] {
  const file = join(directory, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  try {
    execFileSync(program, [...options, file], { stdio: 'pipe' })
    return []
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    return [error instanceof Error && 'stdout' in error && 'stderr' in error ? String(error.stdout) + String(error.stderr) : String(error)]
  }
}
