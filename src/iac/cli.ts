import type { Document } from '../core/document.ts'
import type { Edit } from '../core/fix.ts'
import type { Dialect, PropertyValue, Resource } from '../core/module.ts'
import { isProgramCall, resolve } from '../core/program.ts'
import type { Range } from '../core/text.ts'
import { type Node, sourceRange, walk } from '../core/tree.ts'
import { type Command, commandOf, commandsIn } from './cli/commands.ts'
import { replaceValue } from './replace.ts'
import { kebab } from './sdk/operations.ts'
import { resourceOf } from './sdk/request.ts'
import { lineEnd, lineStart } from './text.ts'

/** Files that are commands as a whole, by the language. */
const COMMANDS = new Set(['shell', 'makefile', 'dockerfile', 'powershell', 'batch'])

/** What runs a command that a program gives it. */
const RUNNING = /(?:exec|spawn|run|system|popen|check_output|check_call|call|shell|sh|command|execa|\$)(?:Sync|Async|File)?$/i

/** Commands of AWS in scripts, and in the texts of configuration that is run: steps of workflows, `RUN`, tasks, hooks. */
const cli: Dialect = {
  id: 'cli',
  scope: 'file',
  beside: true,
  words: ['secretsmanager'],
  reads: path => /\.(?:sh|bash|zsh|ksh|ps1|bat|cmd|mk|ya?ml|json|toml|tf|hcl|[cm]?[jt]s|py)$|(?:^|\/)[^./]+$|(?:docker|container|make)file[^/]*$/i.test(path),
  matches: document => /\bsecretsmanager\b/.test(document.text) && commandsOf(document).length > 0,
  module(documents) {
    const resources = documents.flatMap(document => commandsOf(document).map(command => resourceOfCommand(document, command)))
    return { dialect: 'cli', scope: 'file', complete: false, resources, parameters: [], outputs: [] }
  },
}

export default cli

const known = new WeakMap<Document, readonly Command[]>()

function commandsOf(document: Document): readonly Command[] {
  let commands = known.get(document)
  if (!commands) known.set(document, (commands = read(document)))
  return commands
}

function read(document: Document): readonly Command[] {
  const { format, text } = document
  if (COMMANDS.has(format.id)) return [...commandsIn(document, text, range => range)]
  const nodes = rootsOf(document).flatMap(root => [...walk(root)])
  const texts = [...new Set(nodes.filter(node => node.kind === 'scalar'))].filter(({ value }) => typeof value === 'string' && /\bsecretsmanager[\s\\]/.test(value))
  const lists = format.readProgram ? nodes.filter(node => node.kind === 'sequence') : []
  return [...texts.flatMap(scalar => [...commandsIn(document, String(scalar.value), range => sourceRange(scalar, range))]), ...lists.flatMap(list => commandOf(document, list) ?? [])]
}

/** What of a document holds commands: of a program, what it gives to the calls that run them. */
function rootsOf({ format, program, parsed }: Document): readonly Node[] {
  if (!format.readProgram) return parsed.documents
  const given = (program?.calls ?? []).filter(({ callee }) => RUNNING.test(callee)).flatMap(({ positional, scope }) => positional.map(node => (program ? resolve(program, node, scope) : node)))
  return given.filter(node => !isProgramCall(node))
}

function resourceOfCommand(document: Document, command: Command): Resource {
  const { name, range, nameRange, parameters, complete, switches } = command
  return resourceOf({
    name, document, range, nameRange, parameters, complete,
    replace: (node, values) => {
      const option = switches.get(node)
      if (option === undefined) return replaceValue(document.text, parameters, node, values, () => undefined)
      const quote = /^["']/.exec(document.text.slice(...node.range))?.[0] ?? ''
      return [{ range: node.range, text: `${quote}--${values[0] === 'false' ? 'no-' : ''}${option}${quote}` }]
    },
    removeWhole: () => (COMMANDS.has(document.format.id) ? removeLines(document.text, range) : undefined),
    removeValue: node => {
      const own = document.text[range[0]] === '[' ? undefined : parameters.entries.find(({ value }) => value === node)
      return own && [{ range: [document.text.slice(0, own.range[0]).replace(/(?:\s|\\\r?\n)+$/, '').length, own.range[1]], text: '' }]
    },
    set: (key, value) => (document.text[range[0]] === '[' ? undefined : added(command, key, value)),
  })
}

/** Takes a command out that has lines of its own; undefined where others would not stand without it. */
function removeLines(text: string, range: Range): readonly Edit[] | undefined {
  const start = lineStart(text, range[0])
  const end = lineEnd(text, range)
  const above = text.slice(0, start).trimEnd()
  if (!/^[\t ]*[@-]*(?:aws[\t ][^|&;\r\n]*)?$/.test(text.slice(start, range[0])) || text.slice(range[1], end).trim() !== '' || /(?:\b(?:then|do|else)|[{(|&\\])$/.test(above)) return undefined
  return [{ range: [start, text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length)], text: '' }]
}

/** Adds a switch behind the last word. */
function added({ range }: Command, key: string, value: PropertyValue): readonly Edit[] | undefined {
  return typeof value === 'boolean' ? [{ range: [range[1], range[1]], text: ` --${value ? '' : 'no-'}${kebab(key)}` }] : undefined
}
