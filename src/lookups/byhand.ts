import type { Document } from '../core/document.ts'
import type { SecretRef } from '../core/fix.ts'
import { spell } from './names.ts'

/** How a program reads the string of a secret: of each language the call, and the package that has it. */
interface Call {
  readonly call: (id: string) => string
  readonly package: string
}

const JAVA: Call = { call: id => `SecretsManagerClient.create().getSecretValue(request -> request.secretId("${id}")).secretString()`, package: 'software.amazon.awssdk:secretsmanager' }
const DOTNET: Call = { call: id => `client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "${id}" })`, package: 'AWSSDK.SecretsManager' }

/** By the id of the language: the documentation of each SDK. */
const CALLS: Readonly<Record<string, Call>> = {
  csharp: { ...DOTNET, call: id => `(await ${DOTNET.call(id)}).SecretString` },
  fsharp: DOTNET,
  go: { call: id => `client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String("${id}")})`, package: 'github.com/aws/aws-sdk-go-v2/service/secretsmanager' },
  java: JAVA,
  kotlin: { ...JAVA, call: id => `SecretsManagerClient.create().getSecretValue { it.secretId("${id}") }.secretString()` },
  scala: { ...JAVA, call: id => `SecretsManagerClient.create().getSecretValue(_.secretId("${id}")).secretString()` },
  groovy: { ...JAVA, call: id => `SecretsManagerClient.create().getSecretValue { it.secretId('${id}') }.secretString()` },
  clojure: { ...JAVA, call: id => `(aws/invoke client {:op :GetSecretValue :request {:SecretId "${id}"}})`, package: 'com.cognitect.aws/secretsmanager' },
  ruby: { call: id => `Aws::SecretsManager::Client.new.get_secret_value(secret_id: '${id}').secret_string`, package: 'aws-sdk-secretsmanager' },
  php: { call: id => `$client->getSecretValue(['SecretId' => '${id}'])['SecretString']`, package: 'aws/aws-sdk-php' },
  rust: { call: id => `client.get_secret_value().secret_id("${id}").send().await?.secret_string()`, package: 'aws-sdk-secretsmanager' },
  elixir: { call: id => `ExAws.SecretsManager.get_secret_value("${id}") |> ExAws.request!()`, package: 'ex_aws_secretsmanager' },
  perl: { call: id => `Paws->service('SecretsManager', region => $region)->GetSecretValue(SecretId => '${id}')->SecretString`, package: 'Paws' },
  r: { call: id => `paws::secretsmanager()$get_secret_value(SecretId = "${id}")$SecretString`, package: 'paws' },
  c: { call: id => `client.GetSecretValue(Aws::SecretsManager::Model::GetSecretValueRequest().WithSecretId("${id}"))`, package: 'aws-sdk-cpp' },
  powershell: { call: id => `(Get-SECSecretValue -SecretId '${id}').SecretString`, package: 'AWS.Tools.SecretsManager' },
}

/** A kind of file that is mended by hand, and how. The first that holds is told. */
interface Case {
  readonly languages?: readonly string[]
  /** Of the path, in lower case. */
  readonly path?: RegExp
  readonly text?: RegExp
  readonly advice: (kept: string) => string
}

const DEVICE = 'An app on other people\'s devices cannot keep a secret; let it ask a server of yours.'
const COMMAND = (id: string): string => `aws secretsmanager get-secret-value --secret-id ${id} --query SecretString --output text`

const CASES: readonly Case[] = [
  { path: /(?:^|\/)(?:tests?|spec|__tests__|testdata|fixtures)\/|[._-](?:test|spec)\.[a-z]+$/, advice: () => 'A test needs no live secret; make one up, or read a variable of the environment.' },
  { path: /\.tfstate(?:\.|$)/, advice: () => 'Terraform writes this file; keep it out of the repository, and keep the value out of it with an ephemeral resource and a write-only argument.' },
  { path: /\.(?:log|har|pcap)$|_history$/, advice: () => 'The file is a record; delete it, keep it out of the repository and revoke the value.' },
  { path: /\.ipynb$/, advice: kept => `A notebook is edited where it runs; read ${kept} in a cell with \`boto3.client("secretsmanager").get_secret_value\`, and clear the outputs.` },
  { path: /\.(?:ino|swift|dart|m|mm|aidl)$/, advice: () => DEVICE },
  { languages: ['java', 'kotlin', 'xml'], text: /\bimport androidx?\.|xmlns:android=/, advice: () => DEVICE },
  { languages: ['vue', 'css'], advice: () => 'Code that runs in a browser cannot keep a secret; ask a server of yours instead.' },
  { path: /\.html?$/, advice: () => 'Everybody who opens the page can read it; ask a server of yours instead.' },
  { path: /(?:^|[/.])jenkinsfile(?:\.|$)/, advice: kept => `Jenkins takes ${kept} by \`credentials(…)\` or \`withCredentials\`, with the plugin AWS Secrets Manager Credentials Provider; name it there.` },
  { path: /\.gradle(?:\.kts)?$/, advice: kept => `A build takes it with \`providers.environmentVariable(…)\`; let what starts the build fill the variable from ${kept}.` },
  { path: /(?:^|\/)(?:pom|settings|settings-security)\.xml$/, advice: kept => `Maven takes it as \`\${env.NAME}\`; let what starts the build fill the variable from ${kept}.` },
  { path: /(?:^|\/)(?:web|app|connectionstrings)(?:\.[^/]*)?\.config$/, advice: kept => `A configuration builder of .NET (\`Microsoft.Configuration.ConfigurationBuilders\`) fills it from the environment; let the platform fill the variable from ${kept}.` },
  { path: /(?:^|\/)nuget\.config$/, advice: kept => `NuGet takes it as \`%NAME%\`; let what starts the build fill the variable from ${kept}.` },
  { path: /(?:^|\/)\.pypirc$/, advice: kept => `Take it out and upload by trusted publishing, or with \`TWINE_PASSWORD\` filled from ${kept}.` },
  { path: /(?:^|\/)\.?dockerc(?:fg|onfig\.json)$|(?:^|\/)\.docker\/config\.json$/, advice: () => 'Take it out and name a credential helper (`credHelpers`), for ECR `ecr-login`.' },
  { path: /(?:^|\/)action\.ya?ml$/, advice: kept => `An action takes it as an input; let the workflow read ${kept} and pass it.` },
  { path: /\.pkr\.hcl$/, advice: kept => `Packer reads ${kept} with \`aws_secretsmanager(…)\` in a block of \`locals\`.` },
  { path: /(?:^|\/)application[^/]*\.(?:ya?ml|properties)$/, advice: kept => `Take it as \`\${NAME}\` of the environment, which the platform fills from ${kept}.` },
  { path: /(?:^|\/)\.circleci\//, advice: kept => `Keep it in a context of CircleCI, or read ${kept} in a step that signs in by OIDC.` },
  { path: /(?:^|\/)(?:azure-pipelines|bitbucket-pipelines|\.travis|\.drone|appveyor|cloudbuild)[^/]*\.ya?ml$/, advice: kept => `Keep it in a secret variable of the CI, or read ${kept} in a step that signs in by OIDC.` },
  { path: /(?:^|\/)config\/(?:database|secrets|cable|storage|mongoid|sidekiq|redis)\.yml$/, advice: kept => `Rails takes it as \`<%= ENV.fetch('NAME') %>\`; let the platform fill the variable from ${kept}.` },
  { path: /(?:^|\/)gradle\.properties$/, advice: kept => `Take it out; Gradle takes it from \`gradle.properties\` of the home directory or \`ORG_GRADLE_PROJECT_NAME\`, filled from ${kept}.` },
  { path: /(?:openapi|swagger)[^/]*\.(?:ya?ml|json)$/, advice: () => 'A description of an API should show no real secret; write an example that is none.' },
  { path: /(?:^|\/)\.aws\/(?:credentials|config)$/, advice: () => 'Sign in by IAM Identity Center or a role, which need no key in a file.' },
  { languages: ['netrc', 'pgpass', 'git-credentials', 'passwd', 'userlist', 'chap-secrets', 'fetchmailrc', 'csv'], advice: kept => `Keep the file out of the repository; let the deployment write it from ${kept}.` },
  { path: /(?:^|\/)(?:pg_?pass\.conf|my\.cnf)$/, advice: kept => `Keep the file out of the repository; let the deployment write it from ${kept}.` },
  { path: /\.(?:pem|key|p12|pfx|jks|ppk|asc|gpg)$|(?:^|\/)id_(?:rsa|dsa|ecdsa|ed25519)$/, advice: kept => `Keep the key out of the repository; let the deployment write the file from ${kept}.` },
  { languages: ['markdown'], advice: () => 'A text for people should show no real secret; write a placeholder such as `<password>`, and revoke the value.' },
  { path: /\.(?:rst|adoc|asciidoc|org|tex|txt|text|po)$|(?:^|\/)(?:readme|changelog|license)[^/]*$/, advice: () => 'A text for people should show no real secret; write a placeholder such as `<password>`, and revoke the value.' },
  { languages: ['sql'], advice: kept => `A database cannot read Secrets Manager; let the program that runs this give the value of ${kept} as a variable or parameter.` },
  { languages: ['dockerfile'], advice: kept => `Everybody who has the image can read it; give ${kept} to the container when it starts, or to the build by \`--mount=type=secret\`.` },
  { languages: ['makefile'], advice: kept => `Read ${kept} within the recipe that needs it, with \`$$(${COMMAND('…')})\` behind an \`@\`, so that nothing else and no log sees it.` },
  { languages: ['batch'], advice: kept => `Read ${kept} with \`for /f "delims=" %%s in ('${COMMAND('…')}') do set "NAME=%%s"\`.` },
  { languages: ['hcl'], advice: kept => `Take it out of the file and give it as \`TF_VAR_…\` or \`PKR_VAR_…\` from ${kept}, or let a data source read it.` },
  { languages: ['puppet'], advice: kept => `Look it up in Hiera with a backend for Secrets Manager that reads ${kept}.` },
  { languages: ['nix', 'bicep', 'protobuf'], advice: kept => `Give it as a parameter, filled from ${kept} where this is deployed.` },
  { languages: ['shell'], advice: kept => `Read ${kept} with \`${COMMAND('…')}\` where it is used.` },
  { languages: ['toml', 'ini', 'properties', 'xml', 'json', 'yaml', 'plain', 'dotenv'], advice: kept => `What reads this file does not ask Secrets Manager; take the value out, and let the deployment give it from ${kept}, by a variable of the environment or as the file.` },
]

/** What to do with a secret in a file that no lookup writes: a sentence. */
export function byHand(ref: SecretRef, { format, path, text }: Document): string {
  const lower = path.toLowerCase()
  const kept = `\`${spell(ref)}\``
  const known = CASES.find(one => (!one.languages || one.languages.includes(format.language.id)) && (!one.path || one.path.test(lower)) && (!one.text || one.text.test(text)))
  if (known) return known.advice(kept)
  const own = CALLS[format.language.id]
  if (!own) return `Take the value out and read ${kept} from Secrets Manager where it is used.`
  return `Read ${kept} with \`${own.call(ref.id)}\` of \`${own.package}\`, where the program makes its clients.`
}
