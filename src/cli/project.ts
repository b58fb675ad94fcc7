import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import type * as Encoding from '../core/encoding.ts'
import type { Moved } from '../core/fix.ts'
import type { KnownSecret, ProjectFacts, Tracking } from '../core/rule.ts'
import type * as Code from '../engine/code.ts'
import { knownIn } from '../engine/record.ts'
import { type Node, get, items, stringOf } from '../core/tree.ts'
import type * as Formats from '../formats/index.ts'
import type * as Versions from '../lookups/version.ts'
import { readFileWhole } from '../sources/file.ts'
import type * as Tracks from '../sources/tracking.ts'
import { type Build, readGradle, readMaven } from './builds.ts'
import { circlesIn } from './circles.ts'
import type { Config } from './config.ts'
import { UsageError } from './errors.ts'
import type * as Migrations from './migrations.ts'

const require = createRequire(import.meta.url)

/** Bytes of the largest manifest that is read. */
const LIMIT = 4 * 1024 * 1024

/** Words of a path that name an environment, and the environment. */
const ENVIRONMENTS: Readonly<Record<string, string>> = {
  prod: 'prod',
  production: 'prod',
  live: 'prod',
  staging: 'staging',
  stage: 'staging',
  preprod: 'staging',
  qa: 'test',
  test: 'test',
  testing: 'test',
  dev: 'dev',
  development: 'dev',
}

/** What the manifests of one directory say. */
interface Manifests {
  readonly name?: string
  readonly modules?: ProjectFacts['modules']
  /** The versions of Python that it runs on, and of Spring Boot, as written. */
  readonly python?: string
  readonly springBoot?: string
  readonly dependencies: readonly string[]
}

/** Facts of the nearest package around a file, read within the root only and once a directory. @param moved What fixes of the run move, as it grows. */
export function projectFacts(root: string, config: Config, moved: readonly Moved[] = []): (path: string) => ProjectFacts {
  let known: readonly KnownSecret[] | undefined
  const existing = (): readonly KnownSecret[] => (known ??= readKnown(root))
  const manifests = new Map<string, Manifests | undefined>()
  const versions = new Map<string, ProjectFacts['versions']>()
  const facts = new Map<string, ProjectFacts>()
  const isInCircle = circlesIn(root)
  let usageIn: ReturnType<typeof Code.usageReader> | undefined
  const usage: ProjectFacts['usage'] = code => (usageIn ??= (require('../engine/code.js') as typeof Code).usageReader(path => text(join(root, path))))(code)
  const tracking = (path: string): Tracking | undefined => (require('../sources/tracking.js') as typeof Tracks).trackingIn(root)(path)
  const remembered = <Value>(known: Map<string, Value>, directory: string, read: (directory: string) => Value): Value => {
    if (!known.has(directory)) known.set(directory, read(join(root, directory)))
    return known.get(directory) as Value
  }
  return path => {
    const directory = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    const environment = config.environment ?? environmentOf(path)
    const key = `${directory}\0${environment}`
    const made = facts.get(key)
    if (made) return made
    const around = upwards(directory).flatMap(one => remembered(manifests, one, readManifests) ?? [])
    const pythonVersion = around.find(({ python }) => python)?.python
    const springBoot = around.find(one => one.springBoot)?.springBoot
    const modules = around.find(one => one.modules)?.modules
    const own: ProjectFacts = {
      name: config.project ?? around.find(({ name }) => name)?.name ?? basename(root),
      environment,
      ...(modules && { modules }),
      isInCircle,
      nearest: name => nearestIn(root, directory, name),
      tracking,
      usage,
      moved,
      dependencies: new Set(around.flatMap(({ dependencies }) => dependencies)),
      versions: { ...(pythonVersion !== undefined && { python: pythonVersion }), ...(springBoot !== undefined && { 'spring-boot': springBoot }), ...remembered(versions, directory, readVersions) },
      ...(config.accessors && { accessors: config.accessors }),
      naming: config.naming ?? '{project}/{environment}/{name}',
      known: existing(),
    }
    facts.set(key, own)
    return own
  }
}

/** The secrets that the record of migrations knows to exist; none where it cannot be read, which the commands that change files say first. */
function readKnown(root: string): readonly KnownSecret[] {
  const { recordIn } = require('./migrations.js') as typeof Migrations
  try {
    const record = recordIn(root)
    return record ? knownIn(record) : []
  } catch (error) {
    if (error instanceof UsageError) return []
    throw error
  }
}

/** A directory and those above it, up to the root. */
function upwards(directory: string): readonly string[] {
  if (directory === '') return ['']
  return [directory, ...upwards(directory.slice(0, Math.max(0, directory.lastIndexOf('/'))))]
}

/** The nearest regular file of such a name, as a path from the root. */
function nearestIn(root: string, directory: string, name: RegExp): string | undefined {
  for (const one of upwards(directory)) {
    const found = filesOf(join(root, one)).find(file => name.test(file))
    if (found !== undefined) return one === '' ? found : `${one}/${found}`
  }
  return undefined
}

/** The last word of a path that names an environment: `.env.production`, `envs/staging/main.tf`. */
function environmentOf(path: string): string {
  const words = path.toLowerCase().split(/[^a-z]+/)
  return words.map(word => (Object.hasOwn(ENVIRONMENTS, word) ? ENVIRONMENTS[word] : undefined)).findLast(word => word !== undefined) ?? 'dev'
}

function readManifests(directory: string): Manifests | undefined {
  const node = tree(join(directory, 'package.json'))
  const python = tree(join(directory, 'pyproject.toml'))
  const requirements = text(join(directory, 'requirements.txt'))
  const build = readBuild(directory)
  if (!node && !python && requirements === undefined && !build) return undefined
  const name = stringOf(get(node, 'name')) ?? stringOf(get(python, 'project', 'name')) ?? stringOf(get(python, 'tool', 'poetry', 'name')) ?? build?.name
  const version = stringOf(get(python, 'project', 'requires-python')) ?? stringOf(get(python, 'tool', 'poetry', 'dependencies', 'python'))
  return {
    ...(version && { python: version }),
    ...(build?.springBoot !== undefined && { springBoot: build.springBoot }),
    ...(name && { name: name.replace(/^@[^/]*\//, '') }),
    ...(node && { modules: stringOf(get(node, 'type')) === 'module' ? ('esm' as const) : ('commonjs' as const) }),
    dependencies: [
      ...['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap(kind => keys(get(node, kind))),
      ...items(get(python, 'project', 'dependencies')).flatMap(item => requirement(stringOf(item) ?? '')),
      ...keys(get(python, 'tool', 'poetry', 'dependencies')).flatMap(requirement),
      ...(requirements ?? '').split('\n').flatMap(requirement),
      ...(build?.dependencies ?? []),
    ],
  }
}

/** What the build of a directory says, of Maven or Gradle. */
function readBuild(directory: string): Build | undefined {
  const pom = text(join(directory, 'pom.xml'))
  if (pom !== undefined) return readMaven(pom)
  const gradle = text(join(directory, 'build.gradle')) ?? text(join(directory, 'build.gradle.kts'))
  const settings = text(join(directory, 'settings.gradle')) ?? text(join(directory, 'settings.gradle.kts'))
  return gradle === undefined && settings === undefined ? undefined : readGradle(gradle ?? '', settings ?? '')
}

/** The name in a requirement of Python, as PyPI spells it: <https://packaging.python.org/en/latest/specifications/name-normalization/>. */
function requirement(line: string): readonly string[] {
  const name = /^\s*([a-z\d][\w.-]*)/i.exec(line)?.[1]
  return name ? [name.toLowerCase().replace(/[-_.]+/g, '-')] : []
}

/** What Terraform in this directory requires. */
function readVersions(directory: string): ProjectFacts['versions'] {
  const { requiredVersions } = require('../lookups/version.js') as typeof Versions
  return Object.assign({}, ...terraformFiles(directory).map(name => requiredVersions(tree(join(directory, name))))) as ProjectFacts['versions']
}

function terraformFiles(directory: string): readonly string[] {
  return filesOf(directory).filter(name => /\.(?:tf|tofu)(?:\.json)?$/.test(name))
}

/** Names of the regular files of a directory; none where it cannot be read. */
function filesOf(directory: string): readonly string[] {
  try {
    return readdirSync(directory, { withFileTypes: true }).flatMap(entry => (entry.isFile() ? [entry.name] : [])).sort()
  } catch {
    return []
  }
}

function keys(node: Node | undefined): readonly string[] {
  return node?.kind === 'mapping' ? node.entries.map(({ key }) => key) : []
}

/** The tree of a manifest; undefined where there is none or it cannot be read: then less is known. */
function tree(path: string): Node | undefined {
  const content = text(path)
  if (content === undefined) return undefined
  const { openDocument } = require('../formats/index.js') as typeof Formats
  return openDocument(basename(path), content).parsed.documents[0]
}

function text(path: string): string | undefined {
  const content = readFileWhole(path, LIMIT)
  const { decodeText } = require('../core/encoding.js') as typeof Encoding
  return content instanceof Uint8Array ? decodeText(content)?.text : undefined
}
