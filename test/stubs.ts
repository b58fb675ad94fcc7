/** Packages that programs of the fixtures import, with the names that they give. What is called or made of them prints its arguments. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  express: ['Router', 'json'],
  'express-session': [],
  jsonwebtoken: ['sign', 'verify'],
  pg: ['Pool', 'Client'],
  twilio: [],
}

const RECORDER = `
  const written = value => JSON.stringify(value, (_, inner) => (typeof inner === 'function' ? '[function]' : inner))
  const recorder = name => new Proxy(function () {}, {
    get: (_, key) => (key === 'then' || key === 'toJSON' || typeof key === 'symbol' ? undefined : recorder(name + '.' + key)),
    apply: (_, self, given) => { console.log(name + '(' + given.map(written).join(', ') + ')'); return recorder(name + '()') },
    construct: (_, given) => { console.log('new ' + name + '(' + given.map(written).join(', ') + ')'); return recorder(name) },
  })
`

/** Their files, by path within \`node_modules\`. */
export const STUBS: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(PACKAGES).flatMap(([name, names]) => [
  [`${name}/package.json`, JSON.stringify({ name, main: 'index.cjs' })],
  [`${name}/index.cjs`, `${RECORDER}\nmodule.exports = (...given) => recorder('${name}')(...given)\n${['default', ...names].map(one => `module.exports.${one} = recorder('${name}.${one}')`).join('\n')}\n`],
]))
