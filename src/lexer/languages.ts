import type { Language, StringSyntax } from '../core/document.ts'

const double: StringSyntax = { open: '"', close: '"', escapes: 'backslash' }
const single: StringSyntax = { open: "'", close: "'", escapes: 'backslash' }
const character: StringSyntax = { ...single, character: true }
const quoteOnly: StringSyntax = { open: "'", close: "'", escapes: 'quote', multiline: true }
const rawBacktick: StringSyntax = { open: '`', close: '`', escapes: 'none', multiline: true }

const cLike: Language['comments'] = { line: ['//'], block: [['/*', '*/']] }
const hash: Language['comments'] = { line: ['#'], block: [] }
const none: Language['comments'] = { line: [], block: [] }

/** The same syntax behind each of some prefixes, in both cases. */
function prefixed(prefixes: readonly string[], syntaxes: readonly StringSyntax[]): StringSyntax[] {
  const cased = new Set(prefixes.flatMap(prefix => [prefix, prefix.toUpperCase(), prefix.charAt(0) + prefix.slice(1).toUpperCase(), prefix.charAt(0).toUpperCase() + prefix.slice(1)]))
  return [...cased].flatMap(prefix => syntaxes.map(syntax => ({ ...syntax, open: prefix + syntax.open })))
}

const javascriptStrings: readonly StringSyntax[] = [
  double,
  single,
  { open: '`', close: '`', escapes: 'backslash', multiline: true, interpolation: ['${'] },
]

const pythonStrings: readonly StringSyntax[] = ['"""', "'''", '"', "'"].flatMap(quote => {
  const plain: StringSyntax = { open: quote, close: quote, escapes: 'backslash', multiline: quote.length > 1 }
  return [
    plain,
    ...prefixed(['u', 'b'], [plain]),
    ...prefixed(['r', 'br', 'rb'], [{ ...plain, escapes: 'raw' }]),
    ...prefixed(['f', 't'], [{ ...plain, interpolation: ['{'] }]),
    ...prefixed(['fr', 'rf'], [{ ...plain, escapes: 'raw', interpolation: ['{'] }]),
  ]
})

const csharpStrings: readonly StringSyntax[] = [
  { open: '"""', close: '"""', escapes: 'none', multiline: true, layout: 'closing', fence: { of: '"', then: '', end: '' } },
  { open: '$"""', close: '"""', escapes: 'none', multiline: true, layout: 'closing', interpolation: ['{'] },
  { open: '$$"""', close: '"""', escapes: 'none', multiline: true, layout: 'closing', interpolation: ['{{'] },
  double,
  character,
  { open: '@"', close: '"', escapes: 'double', multiline: true },
  { open: '$"', close: '"', escapes: 'backslash', interpolation: ['{'] },
  ...['$@"', '@$"'].map((open): StringSyntax => ({ open, close: '"', escapes: 'double', multiline: true, interpolation: ['{'] })),
]

const cStrings: readonly StringSyntax[] = [
  double,
  character,
  ...['L', 'u', 'U', 'u8', '@'].map((prefix): StringSyntax => ({ ...double, open: `${prefix}"` })),
  ...['R', 'LR', 'u8R', 'uR', 'UR'].map((prefix): StringSyntax => ({
    open: `${prefix}"`, close: ')', escapes: 'none', multiline: true, fence: { of: 'word', then: '(', end: '"' },
  })),
]

const percent: readonly StringSyntax[] = ['()', '[]', '{}', '<>', '||', '!!'].flatMap(([open, close = '']): StringSyntax[] => [
  { open: `%q${open}`, close, escapes: 'quote', multiline: true },
  { open: `%w${open}`, close, escapes: 'quote', multiline: true },
  { open: `%Q${open}`, close, escapes: 'backslash', multiline: true, interpolation: ['#{'] },
])

const perlStrings: readonly StringSyntax[] = ['()', '[]', '{}', '||', '!!', '//'].flatMap(([open, close = '']): StringSyntax[] => [
  { open: `q${open}`, close, escapes: 'quote', multiline: true },
  { open: `qq${open}`, close, escapes: 'backslash', multiline: true, interpolation: ['$', '@{'] },
])

const tripleKotlin: StringSyntax = { open: '"""', close: '"""', escapes: 'none', multiline: true, interpolation: ['${', '$'] }

/** How the lexer reads each language. A file has the first row that fits its name; `plain` is last and fits all. */
export const LANGUAGES: readonly Language[] = [
  {
    id: 'dotenv', files: ['.env', '*.env', '.env.*', '.env-*', '.env_*', '.flaskenv', '.dev.vars'], comments: hash, reader: 'dotenv', bare: true, family: 'config', strings: [],
  },
  {
    id: 'typescript', files: ['*.ts', '*.tsx', '*.mts', '*.cts'], interpreters: ['tsx', 'ts-node', 'deno', 'bun'], comments: cLike, strings: javascriptStrings,
    traits: ['regex', 'line-end', 'colon-types', 'markup'], joins: '+', bare: false, family: 'code',
  },
  {
    id: 'javascript', files: ['*.js', '*.jsx', '*.mjs', '*.cjs', '*.es6', '*.gs'], interpreters: ['node', 'nodejs'], comments: cLike, strings: javascriptStrings,
    traits: ['regex', 'line-end', 'colon-types', 'markup'], joins: '+', bare: false, family: 'code',
  },
  {
    id: 'python', files: ['*.py', '*.pyi', '*.pyw', '*.bzl', '*.star', 'sconstruct', 'wscript', 'build.bazel', 'workspace', 'tiltfile'],
    interpreters: ['python', 'python2', 'python3', 'pypy', 'pypy3'],
    comments: hash, strings: pythonStrings, traits: ['line-end', 'colon-types', 'annotations', 'adjacent', 'tuples'], joins: '+', bare: false, family: 'code',
  },
  {
    id: 'go', files: ['*.go'], comments: cLike, strings: [double, character, rawBacktick], traits: ['line-end', 'types-after', 'tuples'], joins: '+', bare: false, family: 'code',
  },
  {
    id: 'java', files: ['*.java', '*.jsp', '*.aidl'], comments: cLike, joins: '+', bare: false, family: 'code',
    strings: [{ open: '"""', close: '"""', escapes: 'backslash', multiline: true, layout: 'common' }, double, character],
  },
  {
    id: 'kotlin', files: ['*.kt', '*.kts'], comments: cLike, strings: [tripleKotlin, { ...double, interpolation: ['${', '$'] }, character],
    traits: ['nested', 'line-end', 'colon-types', 'elvis', 'arrow-pairs'], joins: '+', bare: false, family: 'code',
  },
  { id: 'csharp', files: ['*.cs', '*.csx', '*.cshtml', '*.razor'], comments: cLike, strings: csharpStrings, traits: ['listed-pairs'], joins: '+', bare: false, family: 'code' },
  {
    id: 'c', files: ['*.c', '*.h', '*.cc', '*.cpp', '*.cxx', '*.hpp', '*.hh', '*.hxx', '*.ino', '*.m', '*.mm', '*.cu', '*.glsl'],
    comments: cLike, strings: cStrings, traits: ['member-arrow', 'adjacent', 'define'], bare: false, family: 'code',
  },
  {
    id: 'ruby', files: ['*.rb', '*.rake', '*.gemspec', '*.ru', '*.podspec', '*.erb', '*.jbuilder', 'gemfile', 'rakefile', 'vagrantfile', 'podfile', 'fastfile', 'berksfile', 'capfile', 'guardfile', 'brewfile', 'dangerfile'],
    interpreters: ['ruby', 'jruby', 'rake'], comments: { line: ['#'], block: [['=begin', '=end']] },
    strings: [{ ...double, multiline: true, interpolation: ['#{'] }, quoteOnly, { open: '`', close: '`', escapes: 'backslash', interpolation: ['#{'] }, ...percent],
    traits: ['regex', 'line-end', 'symbols', 'commands', 'arrow-pairs', 'adjacent', 'tuples'], heredoc: 'ruby', joins: '+', bare: false, family: 'code',
  },
  {
    id: 'php', files: ['*.php', '*.php3', '*.php5', '*.phtml', '*.inc', '*.ctp'], interpreters: ['php'], comments: { line: ['//', '#'], block: [['/*', '*/']] },
    strings: [{ ...double, multiline: true, interpolation: ['{$', '${', '$'] }, quoteOnly, { open: '`', close: '`', escapes: 'backslash', interpolation: ['$'] }],
    traits: ['member-arrow', 'elvis', 'arrow-pairs'], heredoc: 'php', joins: '.', bare: false, family: 'code',
  },
  {
    id: 'rust', files: ['*.rs'], comments: cLike, traits: ['nested', 'colon-types', 'arrow-pairs'], bare: false, family: 'code',
    strings: [
      { ...double, escapes: 'trimming', multiline: true },
      { ...double, open: 'b"', escapes: 'trimming', multiline: true },
      { ...double, open: 'c"', multiline: true },
      ...['r', 'br', 'cr'].map((open): StringSyntax => ({ open, close: '"', escapes: 'none', multiline: true, fence: { of: '#', then: '"', end: '' } })),
      character,
    ],
  },
  {
    id: 'swift', files: ['*.swift'], comments: cLike, traits: ['nested', 'line-end', 'colon-types'], joins: '+', bare: false, family: 'code',
    strings: [
      { open: '"""', close: '"""', escapes: 'backslash', multiline: true, layout: 'closing', interpolation: ['\\('] },
      { ...double, interpolation: ['\\('] },
      { open: '#"', close: '"#', escapes: 'none' },
      { open: '##"', close: '"##', escapes: 'none' },
    ],
  },
  {
    id: 'scala', files: ['*.scala', '*.sc', '*.sbt'], comments: cLike, traits: ['nested', 'line-end', 'colon-types', 'arrow-pairs'], joins: '+', bare: false, family: 'code',
    strings: [{ open: '"""', close: '"""', escapes: 'none', multiline: true }, double, character, { ...double, open: 's"', interpolation: ['${', '$'] }, { ...tripleKotlin, open: 's"""' }],
  },
  {
    id: 'groovy', files: ['*.groovy', '*.gradle', '*.gvy', 'jenkinsfile', 'jenkinsfile.*', '*.jenkinsfile'], interpreters: ['groovy'], comments: cLike,
    traits: ['line-end', 'commands', 'elvis'], joins: '+', bare: false, family: 'code',
    strings: [
      { open: '"""', close: '"""', escapes: 'backslash', multiline: true, interpolation: ['${', '$'] },
      { open: "'''", close: "'''", escapes: 'backslash', multiline: true },
      { ...double, interpolation: ['${', '$'] },
      single,
    ],
  },
  {
    id: 'dart', files: ['*.dart'], comments: cLike, joins: '+', traits: ['nested', 'adjacent'], bare: false, family: 'code',
    strings: ['"""', "'''", '"', "'"].flatMap(quote => {
      const plain: StringSyntax = { open: quote, close: quote, escapes: 'backslash', multiline: quote.length > 1, interpolation: ['${', '$'] }
      return [plain, { open: `r${quote}`, close: quote, escapes: 'none', multiline: quote.length > 1 }]
    }),
  },
  {
    id: 'shell', files: ['*.sh', '*.bash', '*.zsh', '*.ksh', '*.fish', '*.bats', '*.csh', '*.tcsh', '.envrc', '.bashrc', '.cshrc', '.tcshrc', '.login', '.kshrc', '.bash_profile', '.bash_history', '.bash_aliases', '.profile', '.zshrc', '.zshenv', '.zprofile', '.zsh_history', '.sh_history', '*.history', '*.command', 'pkgbuild'],
    interpreters: ['sh', 'bash', 'zsh', 'ksh', 'dash', 'ash', 'fish'], comments: hash, reader: 'shell', bare: true, family: 'code', strings: [],
  },
  {
    id: 'powershell', files: ['*.ps1', '*.psm1', '*.psd1'], interpreters: ['pwsh', 'powershell'], comments: { line: ['#'], block: [['<#', '#>']] },
    strings: [
      { open: '@"', close: '\n"@', escapes: 'none', multiline: true, layout: 'opening', interpolation: ['$(', '$'] },
      { open: "@'", close: "\n'@", escapes: 'none', multiline: true, layout: 'opening' },
      { open: '"', close: '"', escapes: 'backtick', multiline: true, interpolation: ['$(', '$'] },
      { open: "'", close: "'", escapes: 'double', multiline: true },
    ],
    traits: ['line-end', 'options', 'dashes', 'commands'], joins: '+', bare: false, family: 'code',
  },
  {
    id: 'sql', files: ['*.sql', '*.psql', '*.pgsql', '*.mysql', '*.ddl', '*.pls', '*.plsql', '*.tsql', '.psql_history', '.mysql_history'], comments: { line: ['--'], block: [['/*', '*/']] },
    strings: [
      { open: "'", close: "'", escapes: 'double', multiline: true },
      { open: "E'", close: "'", escapes: 'backslash', multiline: true },
      { open: "N'", close: "'", escapes: 'double', multiline: true },
      { open: '"', close: '"', escapes: 'double' },
      { open: '$', close: '$', escapes: 'none', multiline: true, fence: { of: 'word', then: '$', end: '$' } },
    ],
    traits: ['sql'], bare: false, family: 'code',
  },
  { id: 'dockerfile', files: ['dockerfile', 'containerfile', 'dockerfile.*', 'containerfile.*', '*.dockerfile'], comments: hash, reader: 'docker', bare: true, family: 'config', strings: [] },
  { id: 'makefile', files: ['makefile', 'gnumakefile', 'makefile.*', '*.mk', '*.mak', 'justfile'], interpreters: ['make'], comments: hash, reader: 'make', bare: true, family: 'code', strings: [] },
  {
    id: 'json', files: ['*.json', '*.jsonc', '*.json5', '*.jsonl', '*.ndjson', '*.ipynb', '*.tfstate', '*.tfstate.*', '*.webmanifest', '*.geojson', '*.har', '*.map', '*.code-workspace', '*.avsc', '.dockercfg', '.babelrc', '.eslintrc', '.prettierrc', '.swcrc', '.bowerrc', '.jshintrc', 'composer.lock', 'pipfile.lock', 'flake.lock'],
    comments: cLike, strings: [double, single], bare: false, traits: ['data'], family: 'config',
  },
  {
    id: 'yaml', files: ['*.yaml', '*.yml', '*.eyaml', '*.sls', '.clang-format', 'kubeconfig', '.kube/config', '.gemrc', '.gem/credentials', '.tugboat', 'hub', '.config/hub', '.condarc'], comments: hash, reader: 'yaml', bare: true, family: 'config', strings: [],
  },
  {
    id: 'hcl', files: ['*.tf', '*.tfvars', '*.hcl', '*.nomad', '*.tofu', '*.tfbackend'], comments: { line: ['#', '//'], block: [['/*', '*/']] },
    strings: [{ ...double, interpolation: ['$${', '%%{', '${', '%{'] }], traits: ['line-end', 'blocks', 'dashes', 'equal-keys'], heredoc: 'hcl', bare: false, family: 'config',
  },
  {
    id: 'toml', files: ['*.toml', 'pipfile', 'cargo.lock', 'poetry.lock', 'uv.lock', '.cargo/credentials'], comments: hash,
    strings: [
      { open: '"""', close: '"""', escapes: 'trimming', multiline: true, layout: 'opening' },
      { open: "'''", close: "'''", escapes: 'none', multiline: true, layout: 'opening' },
      double,
      { open: "'", close: "'", escapes: 'none' },
    ],
    traits: ['line-end', 'sections', 'dashes', 'equal-keys'], bare: true, family: 'config',
  },
  {
    id: 'properties', files: ['*.properties'], comments: { line: ['#', '!'], block: [] }, reader: 'properties', bare: true, family: 'config', strings: [],
  },
  {
    id: 'ini', files: ['*.ini', '*.cfg', '*.conf', '*.cnf', '*.inf', '*.desktop', '*.service', '*.reg', '.npmrc', '.pypirc', '.gitconfig', '.gitmodules', '.editorconfig', '.my.cnf', '.s3cfg', '.boto', '.passwd-s3fs', '.yarnrc', '.pgservice', '.ovpn', '*.ovpn', '.hgrc', '.wgetrc', '.curlrc', '.muttrc', '.msmtprc', 'credentials', '.aws/config', '.terraformrc', '*.credentials', '*.secret', '*.secrets', '.my_login.cnf', '.rclone.conf', '.esmtprc', '.offlineimaprc', '.mailrc', '.mylogin.cnf', '.smbcredentials', 'cifs-credentials', 'sshd_config', 'haproxy.cfg', '*.remmina', 'remmina.pref'],
    comments: { line: ['#', ';'], block: [] }, reader: 'ini', bare: true, family: 'config', strings: [],
  },
  {
    id: 'vue', files: ['*.vue', '*.svelte', '*.astro'], comments: { line: [], block: [['<!--', '-->']] }, reader: 'markup', bare: true, family: 'code', strings: [],
  },
  {
    id: 'xml', files: ['*.xml', '*.xsd', '*.xsl', '*.xslt', '*.html', '*.htm', '*.xhtml', '*.svg', '*.config', '*.csproj', '*.vbproj', '*.fsproj', '*.vcxproj', '*.props', '*.targets', '*.nuspec', '*.plist', '*.wsdl', '*.resx', '*.xaml', '*.storyboard', '*.xib', '*.jelly', '*.iml', '*.pubxml', '*.publishsettings', '*.hbs', '*.handlebars', '*.mustache', '*.ejs', '*.njk', '*.twig', '*.aspx', '*.ascx', ],
    comments: { line: [], block: [['<!--', '-->']] }, reader: 'markup', bare: true, family: 'markup', strings: [],
  },
  { id: 'markdown', files: ['*.md', '*.markdown', '*.mdx', '*.mdown', '*.rmd', '*.qmd'], comments: { line: [], block: [['<!--', '-->']] }, reader: 'markdown', bare: true, family: 'text', strings: [] },
  {
    id: 'pgpass', files: ['.pgpass', 'pgpass.conf'], comments: hash, reader: 'table', bare: true, family: 'config', strings: [],
    columns: { separator: ':', names: ['hostname', 'port', 'database', 'username', 'password'] },
  },
  {
    id: 'netrc', files: ['.netrc', '_netrc', '.authinfo'], comments: hash, reader: 'table', bare: true, family: 'config', strings: [],
    columns: { separator: ' ', names: ['machine', 'login', 'user', 'password', 'account', 'port'] },
  },
  {
    id: 'fetchmailrc', files: ['.fetchmailrc', 'fetchmailrc'], comments: hash, reader: 'table', bare: true, family: 'config', strings: [],
    columns: { separator: ' ', names: ['poll', 'server', 'user', 'username', 'password', 'pass'] },
  },
  {
    id: 'passwd', files: ['.htpasswd', 'htpasswd', '*.htpasswd', 'shadow', 'shadow-', 'gshadow', '*passwd', 'rsyncd.secrets', '.pwd', 'passwords.txt', 'credentials.txt', 'creds.txt'],
    comments: hash, reader: 'table', bare: true, family: 'config', strings: [],
    columns: { separator: ':', names: ['user', 'password'] },
  },
  {
    id: 'userlist', files: ['userlist.txt'], comments: { line: [';'], block: [] }, reader: 'table', bare: true, family: 'config', strings: [],
    columns: { separator: '\t', names: ['user', 'password'] },
  },
  {
    id: 'chap-secrets', files: ['chap-secrets', 'pap-secrets'], comments: hash, reader: 'table', bare: true, family: 'config', strings: [],
    columns: { separator: '\t', names: ['client', 'server', 'secret'] },
  },
  {
    id: 'git-credentials', files: ['.git-credentials'], comments: hash, reader: 'table', bare: true, family: 'config', strings: [],
    columns: { separator: '@', names: ['user', 'password'] },
  },
  { id: 'csv', files: ['*.csv', '*.tsv', '*.psv'], comments: none, reader: 'table', bare: true, family: 'config', strings: [] },
  {
    id: 'lua', files: ['*.lua', '*.rockspec'], interpreters: ['lua', 'luajit'], comments: { line: ['--'], block: [['--[[', ']]']] },
    strings: [double, single, { open: '[', close: ']', escapes: 'none', multiline: true, layout: 'opening', fence: { of: '=', then: '[', end: ']' } }],
    traits: ['line-end', 'commands', 'tuples'], joins: '..', bare: false, family: 'code',
  },
  {
    id: 'perl', files: ['*.pl', '*.pm', '*.t', '*.pod', '*.cgi'], interpreters: ['perl'], comments: hash,
    strings: [{ ...double, multiline: true, interpolation: ['$', '@{'] }, quoteOnly, { open: '`', close: '`', escapes: 'backslash', interpolation: ['$'] }, ...perlStrings],
    traits: ['member-arrow', 'arrow-pairs', 'commands'], heredoc: 'perl', joins: '.', bare: false, family: 'code',
  },
  { id: 'r', files: ['*.r'], interpreters: ['rscript'], comments: hash, strings: [{ ...double, multiline: true }, { ...single, multiline: true }], traits: ['line-end'], bare: false, family: 'code' },
  {
    id: 'elixir', files: ['*.ex', '*.exs', '*.eex'], interpreters: ['elixir'], comments: hash, joins: '<>', traits: ['line-end', 'symbols', 'arrow-pairs', 'commands'], bare: false, family: 'code',
    strings: [{ open: '"""', close: '"""', escapes: 'backslash', multiline: true, layout: 'closing', interpolation: ['#{'] }, { ...double, multiline: true, interpolation: ['#{'] }, single],
  },
  {
    id: 'visualbasic', files: ['*.vb', '*.vbs', '*.bas', '*.frm', '*.cls', '*.vba', '*.asp'], comments: { line: ["'"], block: [] }, strings: [{ open: '"', close: '"', escapes: 'double' }],
    traits: ['line-end'], joins: '&', bare: false, family: 'code',
  },
  { id: 'fsharp', files: ['*.fs', '*.fsx', '*.fsi', '*.ml', '*.mli'], comments: { line: ['//'], block: [['(*', '*)']] }, strings: [{ open: '"""', close: '"""', escapes: 'none', multiline: true }, { ...double, multiline: true }], traits: ['line-end', 'colon-types'], joins: '+', bare: false, family: 'code' },
  { id: 'clojure', files: ['*.clj', '*.cljs', '*.cljc', '*.edn', '*.el', '*.lisp', '*.scm'], comments: { line: [';'], block: [] }, strings: [{ ...double, multiline: true }], traits: ['symbols', 'dashes', 'commands', 'atoms'], bare: false, family: 'code' },
  { id: 'erlang', files: ['*.erl', '*.hrl', 'rebar.config', 'sys.config'], comments: { line: ['%'], block: [] }, strings: [{ ...double, multiline: true }, single], traits: ['arrow-pairs', 'atoms'], bare: false, family: 'code' },
  { id: 'puppet', files: ['*.pp'], comments: hash, strings: [{ ...double, multiline: true, interpolation: ['${', '$'] }, quoteOnly], traits: ['arrow-pairs', 'blocks'], bare: false, family: 'code' },
  { id: 'nix', files: ['*.nix'], comments: { line: ['#'], block: [['/*', '*/']] }, strings: [{ open: "''", close: "''", escapes: 'none', multiline: true, interpolation: ['${'] }, { ...double, multiline: true, interpolation: ['${'] }], traits: ['dashes'], joins: '+', bare: false, family: 'config' },
  { id: 'protobuf', files: ['*.proto', '*.graphql', '*.gql', '*.prisma', '*.thrift', '*.jsonnet', '*.libsonnet', '*.cue', '*.sol', '*.zig', '*.v', '*.hx', '*.d'], comments: { line: ['//', '#'], block: [['/*', '*/']] }, strings: [double, single], bare: false, family: 'code' },
  { id: 'bicep', files: ['*.bicep', '*.bicepparam'], comments: cLike, strings: [{ open: "'''", close: "'''", escapes: 'none', multiline: true, layout: 'opening' }, { ...single, interpolation: ['${'] }], traits: ['line-end', 'types-after'], bare: false, family: 'config' },
  { id: 'css', files: ['*.css', '*.scss', '*.sass', '*.less', '*.styl'], comments: cLike, strings: [double, single], traits: ['dashes'], bare: false, family: 'code' },
  { id: 'batch', files: ['*.bat', '*.cmd'], comments: { line: ['rem ', 'REM ', '::'], block: [] }, reader: 'ini', bare: true, family: 'code', strings: [] },
  { id: 'plain', files: ['*.txt', '*.text', '*.log', '*.rst', '*.adoc', '*.asciidoc', '*.org', '*.tex', '*.po', '*.strings', '*'], comments: none, reader: 'text', bare: true, family: 'text', strings: [] },
]

const PLAIN = LANGUAGES.at(-1) as Language
const names = new Map<string, Language>()
const endings = new Map<string, Language>()
const beginnings: [string, Language][] = []
const interpreters = new Map<string, Language>()
for (const language of LANGUAGES) {
  for (const pattern of language.files) {
    if (pattern === '*') continue
    if (pattern.endsWith('*')) beginnings.push([pattern.slice(0, -1), language])
    else if (!pattern.startsWith('*')) names.set(pattern, names.get(pattern) ?? language)
    else endings.set(pattern.slice(1), endings.get(pattern.slice(1)) ?? language)
  }
  for (const program of language.interpreters ?? []) interpreters.set(program, language)
}

/**
 * The language of a file: by its whole name, its ending, its beginning, and the ending before an unknown one (`app.yaml.j2`, `wp-config.php.bak`);
 * by the program of a `#!` line where the name says nothing.
 * @param path With `/`.
 * @param head The first characters of the text; one line is enough.
 */
export function languageOf(path: string, head = ''): Language {
  const [parent = '', own = ''] = path.toLowerCase().split('/').slice(-2)
  const name = path.includes('/') ? own : parent
  const known = names.get(`${parent}/${name}`) ?? names.get(name) ?? byEnding(name) ?? beginnings.find(([start]) => name.startsWith(start))?.[1]
  return known ?? byOlderEnding(name) ?? (/\.(?:template|cfn)$/.test(name) ? templateLanguage(head) : undefined) ?? interpreters.get(programOf(head)) ?? PLAIN
}

/** CloudFormation's `.template` and `.cfn` are JSON or YAML; other programs call other things so. */
function templateLanguage(head: string): Language | undefined {
  const id = /^\s*\{/.test(head) ? 'json' : /^(?:---|[A-Z]\w*:)/m.test(head) ? 'yaml' : undefined
  return LANGUAGES.find(language => language.id === id)
}

/** The language that a name in a fence means: its id, a file's ending, a file's name, a program. */
export function languageNamed(name: string): Language | undefined {
  const own = name.toLowerCase()
  return LANGUAGES.find(({ id }) => id === own) ?? endings.get(`.${own}`) ?? names.get(own) ?? interpreters.get(own)
}

function byEnding(name: string): Language | undefined {
  for (let from = name.indexOf('.'); from >= 0; from = name.indexOf('.', from + 1)) {
    const language = endings.get(name.slice(from))
    if (language) return language
  }
  return undefined
}

/** By what stands before unknown endings. */
function byOlderEnding(name: string): Language | undefined {
  const dot = name.lastIndexOf('.')
  if (dot <= 0) return undefined
  const rest = name.slice(0, dot)
  return names.get(rest) ?? byEnding(rest) ?? byOlderEnding(rest)
}

/** The program that a `#!` line names, without its version. */
function programOf(head: string): string {
  if (!head.startsWith('#!')) return ''
  const [command = '', ...rest] = head.slice(2, 200).split(/[\r\n]/, 1)[0]?.trim().split(/\s+/) ?? []
  const program = command.endsWith('/env') ? rest.find(word => !word.startsWith('-') && !word.includes('=')) ?? '' : command
  return program.slice(program.lastIndexOf('/') + 1).replace(/[\d.]+$/, '')
}
