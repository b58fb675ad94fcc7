/** What kind of place a file is. Each is evidence, none a switch. */
export type Place = 'test' | 'fixture' | 'documentation' | 'example' | 'vendored' | 'minified' | 'lock file' | 'generated' | 'translation' | 'template' | 'settings'

const PLACES: readonly (readonly [Place, RegExp])[] = [
  ['test', /(?:^|[/._-])(?:tests?|testing|specs?|__tests__|e2e|it|integration|mocks?|__mocks__|stubs?|unit|bench(?:marks?)?)(?=[/._-])|[a-z](?:Tests?|Spec|IT|TestCase|Mock)\.\w+$|(?:^|\/)test[_-]\w+\.\w+$|\.(?:Tests?|UnitTests|AcceptanceTests|IntegrationTests)\//],
  ['fixture', /(?:^|[/._-])(?:fixtures?|testdata|test-data|test_data|cassettes?|snapshots?|__snapshots__|golden|replay\w*|recordings?|resources\/test|sample-?data|seeds?|dummy)(?=[/._-])|\.snap$/i],
  ['documentation', /\.(?:md|mdx|markdown|rst|adoc|asciidoc|textile|rdoc|pod|1)$|(?:^|\/)(?:docs?|documentation|wiki|website|man|guides?|tutorials?|_posts|blog|articles?)\/|(?:^|\/)(?:README|CHANGELOG|HISTORY|NEWS)/i],
  ['example', /(?:^|[/._-])(?:examples?|_examples|samples?|demos?|quickstarts?|playgrounds?|tutorials?|boilerplate|starter|sandbox)(?=[/._-]|$)|\.(?:example|sample|dist|tmpl|tpl|template)$/i],
  ['vendored', /(?:^|\/)(?:node_modules|vendor|vendors|third[_-]?party|bower_components|site-packages|Pods|Godeps|_vendor|jspm_packages)\//],
  ['minified', /[.-](?:min|bundle|prod|umd|chunk)\.(?:js|css|mjs)$|\.map$|(?:^|\/)(?:dist|build|bundles?)\/.*\.(?:[cm]?js|css)$/],
  ['lock file', /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|Gemfile\.lock|poetry\.lock|Pipfile\.lock|composer\.lock|Cargo\.lock|go\.sum|uv\.lock|bun\.lockb?|flake\.lock|packages\.lock\.json|\.terraform\.lock\.hcl)$|\.lock$/],
  ['generated', /(?:^|[/._-])(?:generated|__generated__|gen|autogen|openapi|swagger)(?=[/._-])|\.pb\.\w+$|_pb2\.pyi?$|\.g\.(?:cs|dart)$|\.designer\.cs$|\.generated\.\w+$|\.cdk\.out\/|(?:^|\/)cdk\.out\//i],
  ['translation', /(?:^|\/)(?:i18n|l10n|locales?|lang|langs|languages|translations?|messages|intl)[/._\-]|\.(?:po|pot|xlf|xliff|resx|strings|arb|rrc|rrh)$|messages[_.]\w+\.properties$|_[a-z]{2}(?:_[a-z]{2})?\.properties$/i],
  ['template', /\.(?:j2|jinja2?|erb|ejs|hbs|mustache|tmpl|tpl|gotmpl|liquid|twig|haml|slim|jsp|cshtml|phtml)$/i],
  ['settings', /(?:^|\/)(?:\.env[\w.-]*|[\w.-]*\.env|\.npmrc|\.pypirc|\.netrc|\.pgpass|\.s3cfg|\.dockercfg|\.htpasswd|\.my\.cnf|credentials|[\w.-]*\.(?:properties|ya?ml|toml|ini|cfg|conf|cnf|config|tfvars|envrc|service|plist)|(?:app)?settings[\w.]*\.json|config[\w.-]*\.\w+|docker-compose[\w.-]*|Dockerfile[\w.-]*|wp-config\.php|database\.\w+|application[\w.-]*\.\w+|secret[\w.-]*\.\w+)$/i],
]
const placesOf = new Map<string, ReadonlySet<Place>>()

/** The kinds of place that a path tells. */
export function placesOfPath(path: string): ReadonlySet<Place> {
  let places = placesOf.get(path)
  if (!places) {
    if (placesOf.size > 1000) placesOf.clear()
    placesOf.set(path, (places = new Set(PLACES.filter(([, pattern]) => pattern.test(path)).map(([place]) => place))))
  }
  return places
}
