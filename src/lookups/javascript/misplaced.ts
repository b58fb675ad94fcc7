import type { TSESTree } from '@typescript-eslint/utils'
import type { Document } from '../../core/document.ts'
import { childrenOf } from '../../core/estree.ts'
import type { ProjectFacts } from '../../core/rule.ts'
import { importsOf } from './syntax.ts'

const BROWSER_MODULE = /^(?:react|react-dom|react-native|preact|vue|svelte|solid-js|jquery|@angular\/core|lit)(?:\/|$)/
const BROWSER_GLOBAL = /\b(?:window|localStorage|sessionStorage|navigator)\.|\bdocument\.(?:getElementById|querySelector|createElement|addEventListener|cookie)\b|\bchrome\.(?:runtime|storage|tabs)\b/
/** Packages that a project has only if it draws in a browser, or on a telephone. */
const BROWSER_PACKAGES = ['react', 'react-dom', 'react-native', 'expo', 'preact', 'vue', 'svelte', 'solid-js', 'jquery', '@angular/core', 'lit', 'vite', 'next', 'nuxt', 'gatsby', 'astro']
const INFRASTRUCTURE = /^(?:aws-cdk-lib|@aws-cdk|@pulumi|cdktf)(?:\/|$)/
/** Programs of hosts that are not Node: load tests, Google's scripts, the shell of MongoDB, Deno. */
const OTHER_HOST = /\b(?:PropertiesService|UrlFetchApp|SpreadsheetApp|Deno)\.|\bdb\s*=\s*db\.getSiblingDB\(|(?<![\w.$])db\.(?:createUser|auth|getSiblingDB)\(\s*[{"']/
const OTHER_MODULE = /^(?:k6(?:\/|$)|(?:npm|jsr|https?|cloudflare):)/
const TEST_PATH = /(?:^|\/)(?:__tests__|__mocks__)\/|\.(?:test|spec|e2e|cy)\.[cm]?[jt]sx?$/i
/** What only a server, a command or a build reads in a project with pages. */
const SERVER_PATH = /(?:^|\/)(?:api|server|backend|functions?|lambdas?|scripts?|bin|cli|migrations?|seeds?|jobs?|workers?|middleware|cron)\/|(?:^|\/)(?:server|middleware|route)\.[cm]?[jt]s$|\.(?:config|server)\.[cm]?[jt]s$/i
const NODE_MODULE = /^(?:node:|(?:assert|async_hooks|child_process|cluster|crypto|dns|fs|http2?|https|net|os|path|process|readline|stream|tls|url|util|v8|vm|worker_threads|zlib)(?:\/|$))/
const SERVER_MODULE = /^(?:server-only|@?aws-(?:sdk|lambda)[\w-]*|express|fastify|koa|@hapi\/hapi|@nestjs\/[\w-]+|pg|mysql2?|mongodb|mongoose|redis|ioredis|knex|sequelize|typeorm|@prisma\/client|drizzle-orm|nodemailer|jsonwebtoken|bcrypt(?:js)?|dotenv|stripe|twilio|next\/(?:server|headers))(?:\/|$)/

const BROWSER = 'Code that runs in a browser cannot keep a secret; ask a server of yours instead.'
const HOST = 'The program does not run on Node; let what runs it bring the secret.'

/** Why a program is no place for a lookup. */
export function misplacedIn(program: TSESTree.Program, document: Document, project: ProjectFacts): string | undefined {
  const modules = importsOf(program).map(({ module }) => module)
  const directives = program.body.flatMap(statement => (statement.type === 'ExpressionStatement' && statement.directive ? [statement.directive] : []))
  return misplacedBy(document, project, { modules, client: directives.includes('use client'), server: directives.includes('use server'), draws: holdsJsx(program) })
    ?? (isWorker(program) ? 'A worker has its secrets in `env`; set it there.' : undefined)
}

const IMPORTED = /\b(?:from|require\(|import\(?)\s*["']([^"'\n]{1,100})["']/g

const misplaced = new WeakMap<Document, boolean>()

/** The same by words, for a scan: the syntax tree is read before anything is changed. */
export function looksMisplaced(document: Document, project: ProjectFacts): boolean {
  const known = misplaced.get(document) ?? readsMisplaced(document, project)
  misplaced.set(document, known)
  return known
}

function readsMisplaced(document: Document, project: ProjectFacts): boolean {
  const { text } = document
  const modules = [...text.matchAll(IMPORTED)].map(([, module = '']) => module)
  return misplacedBy(document, project, { modules, client: /^["']use client["']/m.test(text), server: /["']use server["']/.test(text), draws: false }) !== undefined
}

/** What a program says of where it runs. */
interface Signs {
  readonly modules: readonly string[]
  readonly client: boolean
  readonly server: boolean
  readonly draws: boolean
}

function misplacedBy({ path, text }: Document, { dependencies }: ProjectFacts, { modules, client, server, draws }: Signs): string | undefined {
  if (modules.some(module => INFRASTRUCTURE.test(module))) return 'Infrastructure code takes a reference to the secret, such as `Secret.fromSecretNameV2`, not its value.'
  if (TEST_PATH.test(path)) return 'A test needs no live secret; make one up, or read a variable of the environment.'
  if (OTHER_HOST.test(text) || modules.some(module => OTHER_MODULE.test(module))) return HOST
  if (server) return undefined
  if (client || draws || /x$/i.test(path) || BROWSER_GLOBAL.test(text) || modules.some(module => BROWSER_MODULE.test(module))) return BROWSER
  const isOnServer = SERVER_PATH.test(path) || modules.some(module => NODE_MODULE.test(module) || SERVER_MODULE.test(module)) || /\bprocess\.(?:argv|exit|cwd)\b|\b__dirname\b|\bimport\.meta\.dirname\b|\bmodule\.exports\b/.test(text)
  return !isOnServer && BROWSER_PACKAGES.some(name => dependencies.has(name)) ? BROWSER : undefined
}

function holdsJsx(program: TSESTree.Program): boolean {
  const open: TSESTree.Node[] = [program]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') return true
    open.push(...childrenOf(node))
  }
  return false
}

/** Whether it exports an object with `fetch`, as programs of edge networks do, which may not wait while they are loaded. */
function isWorker({ body }: TSESTree.Program): boolean {
  return body.some(statement => statement.type === 'ExportDefaultDeclaration' && statement.declaration.type === 'ObjectExpression' && statement.declaration.properties.some(property =>
    property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === 'fetch'))
}
