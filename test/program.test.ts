import { describe, expect, test } from 'vitest'
import { bindingOf, isProgramCall, option, qualified, resolve } from '../dist/src/core/program.js'
import { openDocument } from '../dist/src/formats/index.js'

/** A node in short. */
function short(node: Parameters<typeof resolve>[1] | undefined): string {
  if (!node) return ''
  switch (node.kind) {
    case 'scalar': return JSON.stringify(node.value)
    case 'reference': return node.target
    case 'mapping': return `{${node.entries.map(({ key, value }) => `${key}: ${short(value)}`).join(', ')}}`
    case 'sequence': return `[${node.items.map(short).join(', ')}]`
    case 'call': return `${node.callee}(${(isProgramCall(node) ? [...node.positional.map(short), ...node.keywords.map(({ key, value }) => `${key}=${short(value)}`)] : node.arguments.map(short)).join(', ')})`
  }
}

function read(path: string, text: string) {
  const { program } = openDocument(path, text)
  if (!program) throw new Error('It does not parse.')
  return program
}

describe('a program of JavaScript', () => {
  test.each([
    ['const a = "x\\x41"', ['a = "xA"']],
    ['const { SecretString: s } = await client.send(cmd)', ['s = member(client.send(cmd), "SecretString")']],
    ['const [a] = b', ['a = member(b, "0")']],
    ['const { a = "x" } = b', ['a = ??(member(b, "a"), "x")']],
    ['process.env.DB = s', ['process.env.DB = s']],
    ['class A { x = "1"; m() { this.y = 2 } }', ['this.x = "1"', 'this.y = 2']],
    ['for (const id of ids) get(id)', ['id = item(ids)']],
    ['const f = x as string', ['f = x']],
    ['const t = `a${b}c`', ['t = template("a", b, "c")']],
    ['const o = { a: 1, "b-c": [true, ...d], [e]: -2 }', ['o = {a: 1, b-c: [true, ...(d)], [e]: -2}']],
    ['const v = process.env.A ?? "x"', ['v = ??(process.env.A, "x")']],
    ['const v = <string>x', ['v = x']],
  ])('binds in %s', (text, expected) => {
    expect(read('a.ts', text).bindings.map(({ name, value }) => `${name} = ${short(value)}`)).toEqual(expected)
  })

  test.each([
    ['new A.B({ x: 1 })', ['A.B({x: 1})']],
    ['new A().send(b)', ['A().send(b)', 'A()']],
    ['a?.b!.c("d")', ['a.b.c("d")']],
    ['<T a={f("x")} />', ['f("x")']],
  ])('calls in %s', (text, expected) => {
    expect(read('a.tsx', text).calls.map(call => short(call))).toEqual(expected)
  })

  test('names where things come from', () => {
    const program = read('a.ts', "import * as sm from 'm'\nimport d, { A as B } from 'n'\nconst { C } = require('o')\nimport e = require('p')")
    expect(['sm.Secret', 'B.of', 'C', 'd', 'e.f', 'g'].map(name => qualified(program, name))).toEqual(['m.Secret', 'n.A.of', 'o.C', 'n', 'p.f', undefined])
  })

  test('knows what a handler does with an error', () => {
    const { functions } = read('a.js', 'async function f(a) { try { await g() } catch (e) { console.log(e); return null } }\napp.get("/", async (req) => { try { x() } catch {} })')
    expect(functions.slice(1).map(({ name, parameters, async, passedTo, handlers }) => [name, parameters, async, passedTo, handlers.map(({ clauses }) => clauses.map(({ actions }) => actions.map(({ kind }) => kind)))]))
      .toEqual([['f', ['a'], true, undefined, [[['call', 'return']]]], ['', ['req'], true, 'app.get', [[[]]]]])
  })

  test('follows names to their only value', () => {
    const program = read('a.js', 'const a = "x"\nfunction f(b) { const c = a; g(c); g(b) }\nlet d = 1; d = 2; g(d)')
    const [first, second, third] = program.calls
    expect([first, second, third].map(call => (call?.positional[0] ? short(resolve(program, call.positional[0], call.scope)) : ''))).toEqual(['"x"', 'b', 'd'])
    const [argument] = first?.positional ?? []
    expect(argument?.kind === 'reference' && first && bindingOf(program, argument, first.scope)?.name).toBe('c')
  })

  test('gives options by name', () => {
    const [call] = read('a.js', 'f(x, { SecretId: "a" })').calls
    expect(call && short(option(call, 'SecretId'))).toBe('"a"')
  })

  test('says nothing of what does not parse', () => {
    expect(openDocument('a.ts', 'const = ').program).toBeUndefined()
  })
})

describe('a program of Python', () => {
  test.each([
    ['a = "x\\x41"', ['a = "xA"']],
    ['a: str = r"\\d" \'e\'', ['a = "\\\\de"']],
    ['a, b = 1, -2', ['a = 1', 'b = -2']],
    ['a, b = f()', ['a = member(f(), "0")', 'b = member(f(), "1")']],
    ['a = b = 1', ['a = 1', 'b = 1']],
    ['os.environ["DB"] = s', ['os.environ.DB = s']],
    ['class A:\n  x = "1"\n  def m(self):\n    self.y = 2', ['x = "1"', 'self.y = 2']],
    ['for i, j in ids: get(i)', ['i = member(item(ids), "0")', 'j = member(item(ids), "1")']],
    ['t = f"a{b}c"', ['t = template("a", b, "c")']],
    ['o = {"a": 1, **d, e: [True, None, *f]}', ['o = {a: 1, ...: d, [e]: [true, null, ...(f)]}']],
    ['v = a or "x"', ['v = or(a, "x")']],
    ['v = a if b else "x"', ['v = ?:(b, a, "x")']],
    ['with open("f") as h: pass', ['h = open("f")']],
    ['s = json.loads(c.get(SecretId=i)["SecretString"])["p"]', ['s = member(json.loads(member(c.get(SecretId=i), "SecretString")), "p")']],
    ['if (w := g()): pass', ['w = g()']],
  ])('binds in %s', (text, expected) => {
    expect(read('a.py', text).bindings.map(({ name, value }) => `${name} = ${short(value)}`)).toEqual(expected)
  })

  test('names where things come from', () => {
    const program = read('a.py', 'from aws_cdk import aws_secretsmanager as sm, Stack\nimport boto3, a.b as c\nimport d.e\nfrom . import (x,\n  y as z)')
    expect(['sm.Secret', 'Stack', 'boto3.client', 'c.f', 'd.e.f', 'z', 'g'].map(name => qualified(program, name)))
      .toEqual(['aws_cdk.aws_secretsmanager.Secret', 'aws_cdk.Stack', 'boto3.client', 'a.b.f', 'd.e.f', '..y', undefined])
  })

  test('knows what a handler does with an error', () => {
    const { functions } = read('a.py', '@app.route("/x")\nasync def f(a, *b, c=1):\n  try:\n    g()\n  except (A, b.C) as e:\n    print(e); return None\n  except:\n    pass\n  raise X()\n')
    expect(functions.slice(1).map(({ name, parameters, async, decorators, handlers, throws }) => [name, parameters, async, decorators, handlers.map(({ clauses }) => clauses.map(({ catches, actions }) => [catches, actions.map(({ kind }) => kind)])), throws.map(short)]))
      .toEqual([['f', ['a', 'b', 'c'], true, ['app.route("/x")'], [[[['A', 'b.C'], ['call', 'return']], [[], ['nothing']]]], ['X()']]])
  })

  test('calls what a call gives', () => {
    expect(read('a.py', 'boto3.client("x").get(SecretId="y", **o)').calls.map(({ callee, keywords }) => [callee, keywords.map(({ key }) => key)])).toEqual([['boto3.client().get', ['SecretId', '...']], ['boto3.client', []]])
  })
})
